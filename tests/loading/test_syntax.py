"""What a parser refuses is explained at a place that exists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.loading.text import read_text


@pytest.mark.parametrize(
    ("teks", "tempat"),
    [
        ("nama: A\nx: {a: {b: ", (2, 8)),
        ("nama: A\nx: [1,\n\n\n", (2, 4)),
        ("nama: A\nx: {a: 1}\ny: {b: [", (3, 8)),
        ("nama: 'A", (1, 7)),
    ],
)
def test_what_is_never_closed_is_shown_where_it_opens(teks: str, tempat: tuple[int, int]) -> None:
    (temuan,) = read_text(teks, "a.yml")[1]
    assert (temuan.lokasi.baris, temuan.lokasi.kolom) == tempat
    assert "belum ditutup" in temuan.pesan


@given(st.text("a:-[]{}'\"|>&*#, \n\t", max_size=40))
def test_no_place_lies_after_the_end(teks: str) -> None:
    baris = teks.split("\n")
    for temuan in read_text(teks, "a.yml")[1]:
        assert 1 <= temuan.lokasi.baris <= len(baris)
        assert 1 <= temuan.lokasi.kolom <= len(baris[temuan.lokasi.baris - 1]) + 1
