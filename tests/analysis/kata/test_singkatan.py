"""Abbreviations by meaning, as the search needs them."""

from __future__ import annotations

from dataclasses import replace

from buku_sop.analysis.kata.singkatan import kelompok_arti, kunci_arti, pemakaian, semua_singkatan
from buku_sop.model import Handbook, Singkatan
from tests.builders import INSTANSI, LAIN, langkah, sop

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


def dipakai(buku: Handbook) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(d.singkatan.singkatan, d.instansi, d.sop) for d in pemakaian(buku)]


def test_an_sop_uses_what_stands_in_any_of_its_texts_however_large_the_letters() -> None:
    buku = Handbook(
        (INSTANSI, LAIN),
        (
            sop(langkah("Menyusun", output="Konsep Lukas"), id="kantor-contoh/a"),
            sop(langkah("Menyusun", output="Konsep (LUKA)"), id="kantor-contoh/b"),
            sop(id="kantor-contoh/c", dasar_hukum=("Pedoman luka, tim umpama-R",)),
        ),
        singkatan=(
            Singkatan("Tim UmpamaR", ("Tim Umpama Rekaan",)),
            Singkatan("Luka", ("Laporan Umpama Kegiatan",)),
            Singkatan("Umpama-R", ("Umpama Rekaan",)),
        ),
    )
    assert dipakai(buku) == [
        ("Luka", "", ("kantor-contoh/b", "kantor-contoh/c")),
        ("Tim UmpamaR", "", ()),
        ("Umpama-R", "", ("kantor-contoh/c",)),
    ]


def test_a_short_one_is_used_only_in_just_these_letters() -> None:
    ada = (
        sop(langkah("Membuka SEK"), id="kantor-contoh/a"),
        sop(langkah("Sek. membuka"), id="kantor-contoh/b"),
    )
    buku = Handbook((INSTANSI,), ada, singkatan=(Singkatan("Sek", ("Sekretaris",)),))
    assert dipakai(buku) == [("Sek", "", ("kantor-contoh/b",))]


def test_an_offices_own_takes_the_place_of_the_general_one_in_its_sops() -> None:
    satu = replace(INSTANSI, singkatan=(Singkatan("LUKA", ("Lembar Usul Kerja",)),))
    buku = Handbook(
        (satu, LAIN),
        (
            sop(langkah("Menyusun LUKA"), id="dinas-rekaan/a"),
            sop(langkah("Menyusun LUKA"), id="kantor-contoh/a"),
        ),
        singkatan=(Singkatan("Luka", ("Laporan Umpama Kegiatan",)),),
    )
    assert dipakai(buku) == [
        ("Luka", "", ("dinas-rekaan/a",)),
        ("LUKA", "kantor-contoh", ("kantor-contoh/a",)),
    ]


def test_what_we_say_about_an_sop_does_not_count() -> None:
    ragu = sop(langkah(konfirmasi={"pelaksana": "Mungkin LUK."}), abaikan={"SOP-I001": "LUK"})
    buku = Handbook((INSTANSI,), (ragu,), singkatan=(LUK,))
    assert dipakai(buku) == [("LUK", "", ())]
