"""Abbreviations by meaning, as the search needs them."""

from __future__ import annotations

from dataclasses import replace

from macros.analysis.singkatan import kelompok_arti, kunci_arti, semua_singkatan
from macros.model import Handbook, Singkatan
from tests.builders import INSTANSI, LAIN

LUK = Singkatan("LUK", ("Laporan Umpama Kegiatan",))


def test_several_abbreviations_of_one_meaning_stand_together() -> None:
    lama = Singkatan("L.U.K.A", ("laporan  umpama kegiatan",))
    assert kelompok_arti([LUK, lama]) == (("laporan umpama kegiatan", "l u k a", "luk"),)


def test_an_abbreviation_of_two_meanings_joins_neither_to_the_other() -> None:
    ganda = Singkatan("LUK", ("Laporan Umpama Kegiatan", "Lembar Usul Kerja"))
    assert kelompok_arti([ganda]) == (
        ("laporan umpama kegiatan", "luk"),
        ("lembar usul kerja", "luk"),
    )


def test_what_says_nothing_else_is_left_out() -> None:
    assert kelompok_arti([Singkatan("OPD", ("opd", "…"))]) == ()


def test_words_are_letters_and_figures_in_lower_case() -> None:
    assert (
        kunci_arti(" Peraturan-Menteri (PANRB) No. 35/2012 ")
        == "peraturan menteri panrb no 35 2012"
    )


def test_those_of_all_offices_come_before_those_of_each() -> None:
    satu = replace(INSTANSI, singkatan=(Singkatan("TPR", ("Tim Penata Rekaan",)),))
    buku = Handbook((satu, LAIN), singkatan=(LUK,))
    assert [s.singkatan for s in semua_singkatan(buku)] == ["LUK", "TPR"]
