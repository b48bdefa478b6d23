"""Texts are cut into terms: words, pairs that are one word, and meanings, each at its place."""

from __future__ import annotations

from typing import Any

from buku_sop.adapters.cari.terms import Analisis, tempat
from buku_sop.adapters.cari.word_table import word_table

PEMISAH = r"[\s\-:,.]+|&amp;|&lt;|&gt;"
ARTI = (("laporan umpama kegiatan", "luk"), ("luk",))


def analisis(*teks: str, **lain: Any) -> Analisis:
    return Analisis({**word_table(teks, ARTI), **lain}, PEMISAH)


def istilah(html: str) -> list[tuple[int, str]]:
    return list(analisis(html).istilah(html))


def test_each_paragraph_counts_its_own_words_and_tags_inside_take_no_place() -> None:
    assert istilah("Awal <p>Buku <b>tamu</b> lain</p><p>A&amp;B</p>") == [
        (tempat(0, 0), "awal"),
        (tempat(0, 2), "buku"),
        (tempat(0, 3), "tamu"),
        (tempat(0, 4), "lain"),
        (tempat(1, 1), "a"),
        (tempat(1, 2), "b"),
    ]


def test_a_label_before_a_field_is_no_term_but_the_word_elsewhere_is() -> None:
    assert [i for _, i in istilah("<p>Cetak</p><p>Output: cetak output</p>")] == [
        "cetak",
        "cetak",
        "output",
    ]


def test_a_pair_that_is_one_word_is_a_term_at_both_places() -> None:
    di = istilah("menandatangani tanda tangan")
    gabung = [(letak, i) for letak, i in di if i.startswith("_")]
    assert gabung == [(tempat(0, 1), "_tandatangan"), (tempat(0, 2), "_tandatangan")]
    a = analisis("menandatangani tanda tangan")
    assert a.kelompok("menandatangani") == a.kelompok("_tandatangan") == "tandatangan"


def test_an_abbreviation_and_its_words_have_the_meaning_in_common() -> None:
    pendek = {i for _, i in istilah("<p>Menyusun LUK</p>") if i.startswith("_")}
    panjang = {i for _, i in istilah("<p>Laporan Umpama Kegiatan</p>") if i.startswith("_")}
    assert panjang == {"_0"}
    assert panjang < pendek


def test_words_of_a_very_long_paragraph_stay_in_it() -> None:
    (_, _), *_, (letak, _) = istilah("<p>" + "kata " * 5000 + "</p>")
    assert letak >> 12 == 0
