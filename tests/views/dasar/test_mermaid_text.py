"""Text for a diagram: nothing that Mermaid or a browser could read as its own, and never too long."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from buku_sop.views.dasar.mermaid_text import (
    amankan,
    judul_lane,
    larik_lane,
    satu_baris,
    singkat,
    tanpa_syarat,
)

ANY = st.text(st.characters(exclude_categories=()), max_size=80) | st.text(
    st.sampled_from("ab 1.-)(#;&<>\"'`*_~[]{}|\\/$%@:ﬂ°¶ß\u200b\u202e\u00ad\n…😀\ud800"),
    max_size=40,
)
SAFE = re.compile(r"(?:[A-Za-z0-9 ,.()/-]|#[0-9]+;)+")


def shown(escaped: str) -> str:
    """Decode as a browser does, no-break spaces read as spaces."""
    return unescape(re.sub(r"#(\d+);", r"&#\1;", escaped)).replace("\xa0", " ")


class TestAmankan:
    @given(ANY)
    @example("direction TB")
    @example("1. satu")
    def test_holds_safe_characters_only_and_shows_the_text(self, text: str) -> None:
        escaped = amankan(text)
        assert SAFE.fullmatch(escaped)
        assert "direction" not in escaped
        assert shown(escaped) == satu_baris(text).replace("\xa0", " ")

    @given(ANY)
    def test_what_is_shown_is_one_line_that_a_page_may_hold(self, text: str) -> None:
        line = satu_baris(text)
        assert line == line.strip() != ""
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200b\u202e\ud800-\udfff]|  ", line)
        line.encode("utf-8")

    @pytest.mark.parametrize(
        ("text", "escaped"),
        [
            ("", "-"),
            (" \u200b\n", "-"),
            ('"x"', "#34;x#34;"),
            ("<br/>", "#60;br/#62;"),
            ("\ufb02ow \u00b6ß", "flow #223;"),
            ("a\u202eb\x00c\u00add", "a b cd"),
            ("ke direction", "ke #100;irection"),
            ("- a", "-#160;a"),
            ("12) a", "12)#160;a"),
            ("😀", "#128512;"),
            ("\ud83d", "#65533;"),
            ("#35;", "#35;35#59;"),
        ],
    )
    def test_by_example(self, text: str, escaped: str) -> None:
        assert amankan(text) == escaped


class TestSingkat:
    @given(ANY, st.integers(8, 60))
    def test_keeps_to_the_limit_and_to_the_text(self, text: str, limit: int) -> None:
        short = singkat(text, limit)
        assert 0 < len(short) <= limit
        assert short.removesuffix("…") in satu_baris(text) or "…" in short[:-1]

    @pytest.mark.parametrize(
        ("text", "limit", "short"),
        [
            ("Mencatat tamu", 13, "Mencatat tamu"),
            ("Mencatat tamu kantor", 14, "Mencatat tamu…"),
            ("Mencatat tamu kantor", 13, "Mencatat…"),
            ("Mencatat tamu, dan untuk kepala", 26, "Mencatat tamu…"),
            ("Buka " + "a" * 40, 60, "Buka " + "a" * 27 + "…"),
            ("a" * 20 + "/" + "b" * 20, 60, "a" * 20 + "/" + "b" * 20),
        ],
    )
    def test_by_example(self, text: str, limit: int, short: str) -> None:
        assert singkat(text, limit) == short


class TestTanpaSyarat:
    @pytest.mark.parametrize(
        ("text", "short"),
        [
            ("Memeriksa konsep surat, apabila setuju diteruskan", "Memeriksa konsep surat…"),
            ("Memeriksa konsep surat Jika salah", "Memeriksa konsep surat…"),
            ("Jika lengkap, berkas diteruskan", "Jika lengkap, berkas diteruskan"),
            ("Memeriksa kejikaan berkas", "Memeriksa kejikaan berkas"),
        ],
    )
    def test_by_example(self, text: str, short: str) -> None:
        assert tanpa_syarat(text) == short


class TestJudulLane:
    @given(ANY, st.integers(1, 2), st.integers(2, 4))
    def test_has_a_few_safe_lines_of_a_lane_s_width(self, text: str, least: int, most: int) -> None:
        lines = judul_lane(text, least, most).split("<br/>")
        assert least <= len(lines) <= most
        for line in lines:
            assert SAFE.fullmatch(line)
            assert len(shown(line)) <= 26

    @pytest.mark.parametrize(
        ("label", "lines"),
        [
            ("", ["-"]),
            ("Kepala Kantor", ["Kepala Kantor"]),
            ("Kepala Seksi Rekaan dan Percontohan", ["Kepala Seksi Rekaan dan", "Percontohan"]),
            (
                "Kepala Seksi Rekaan dan Percontohan pada Kantor Contoh",
                ["Kepala Seksi Rekaan dan", "Percontohan pada Kantor…"],
            ),
        ],
    )
    def test_by_example(self, label: str, lines: list[str]) -> None:
        assert larik_lane(label, 2) == lines

    def test_the_names_of_real_roles_are_whole(self) -> None:
        nama = "Tim Layanan Gudang/Bagian Umum/ Subbagian Umum (Satuan Kerja Penerima)"
        assert " ".join(larik_lane(nama)) == nama
