"""Slugs: safe in an address, and one for each."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.kata.slug import PANJANG, slug, unique_slugs


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        ("Kepala Dinas", "kepala-dinas"),
        ("Kasubid/ Kasubag", "kasubid-kasubag"),
        ("Kasubbag. Umum & Keuangan", "kasubbag-umum-dan-keuangan"),
        ("Jum'at Bersih", "jumat-bersih"),
        ("Médïa ﬁksi", "media-fiksi"),
        ("𝐊epala ＤＩＮＡＳ", "kepala-dinas"),
        ("Straße", "strasse"),
        ("soft\u00adhyphen", "softhyphen"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>", "script"),
        ("", "tanpa-nama"),
        ("--- !", "tanpa-nama"),
        ("日本", "tanpa-nama"),
    ],
)
def test_slug(teks: str, harapan: str) -> None:
    assert slug(teks) == harapan


def test_a_long_text_is_cut_between_words() -> None:
    assert slug("peraturan " * 50) == "-".join(["peraturan"] * 12)
    assert slug("x" * 500) == "x" * PANJANG


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        (["Staf", "STAF", "staf."], ["staf", "staf-2", "staf-3"]),
        (["a", "A", "a 2"], ["a", "a-3", "a-2"]),
        (["a 2", "a", "A"], ["a-2", "a", "a-3"]),
        (["", "?"], ["tanpa-nama", "tanpa-nama-2"]),
        ([], []),
    ],
)
def test_unique_slugs(teks: list[str], harapan: list[str]) -> None:
    assert unique_slugs(teks) == harapan


@given(st.text())
def test_a_slug_needs_no_escaping_anywhere(teks: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(teks))
    assert len(slug(teks)) <= PANJANG


@given(st.lists(st.text(alphabet="aA-2 3") | st.text()))
def test_each_text_has_a_slug_of_its_own(teks: list[str]) -> None:
    hasil = unique_slugs(teks)
    assert len(hasil) == len(teks)
    assert len(set(hasil)) == len(hasil)
    assert all(
        h == slug(t) or h.startswith(f"{slug(t)}-") for h, t in zip(hasil, teks, strict=True)
    )
