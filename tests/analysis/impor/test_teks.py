"""Lines of cells and headings made one text: what a narrow column broke is joined, what the author set apart stays."""

from __future__ import annotations

import pytest

from buku_sop.analysis.impor.netral import Kata, Kotak
from buku_sop.analysis.impor.teks import baris_kata, butir, sambung, sambung_kepala


@pytest.mark.parametrize(
    ("baris", "teks"),
    [
        (["Sub", "Koordinato", "r Fungsi", "Umum"], "Sub Koordinator Fungsi Umum"),
        (["Kelompok", "Masyaraka", "t"], "Kelompok Masyarakat"),
        (["Kepala", "Bagian", "", "Umum"], "Kepala Bagian Umum"),
        (["Tim", "A"], "Tim A"),  # a name, in capitals
        (["PPK", "di", "Dinas"], "PPK di Dinas"),
        (["No.", "a"], "No. a"),  # nothing that was broken off
    ],
)
def test_a_letter_alone_belongs_to_the_word_before_it(baris: list[str], teks: str) -> None:
    assert sambung_kepala(baris) == teks


@pytest.mark.parametrize(
    ("baris", "teks"),
    [
        (["Berkas per-", "mohonan"], "Berkas per-mohonan"),
        (["1. Berkas", "lengkap", "2. Kartu"], "1. Berkas lengkap\n2. Kartu"),
        (["Menurut Pasal", "12) huruf b"], "Menurut Pasal 12) huruf b"),
        (["●Formulir", "permohonan", "●Kartu"], "● Formulir permohonan\n● Kartu"),
    ],
)
def test_lists_stay_and_broken_lines_are_joined(baris: list[str], teks: str) -> None:
    assert sambung(baris) == teks


def kata(teks: str, y: float, x: float = 10.0) -> list[Kata]:
    """Set words at a height, 7 points high, in letters 4 points wide."""
    hasil = []
    for satu in teks.split():
        hasil.append(Kata(satu, Kotak(x, y, x + 4 * len(satu), y + 7)))
        x += 4 * len(satu) + 2
    return hasil


def test_lines_printed_over_each_other_are_not_woven_together() -> None:
    semua = [
        *kata("Bebas dari Korupsi;", 20),
        *kata("7. Peraturan Badan", 22.1),
        *kata("8. Lain", 32),
    ]
    assert [b.teks for b in baris_kata(semua)] == [
        "Bebas dari Korupsi;",
        "7. Peraturan Badan",
        "8. Lain",
    ]


def test_a_word_set_a_little_higher_stays_on_its_line() -> None:
    semua = [*kata("Lebar 20 m", 20), *kata("2", 18, x=60), *kata("cukup", 20, x=70)]
    assert [b.teks for b in baris_kata(semua)] == ["Lebar 20 m 2 cukup"]


def test_items_in_two_columns_are_read_one_column_after_the_other() -> None:
    semua = [
        *kata("1. Alat tulis", 20),
        *kata("3. Printer", 20, x=150),
        *kata("2. Komputer", 30),
        *kata("4. Jaringan", 30, x=150),
        *kata("5 Aplikasi", 40, x=150),  # its stop is missing
    ]
    assert butir(semua) == ("Alat tulis", "Komputer", "Printer", "Jaringan", "Aplikasi")


def test_a_number_that_goes_on_with_a_sentence_begins_no_item() -> None:
    semua = [*kata("1. Peraturan Badan Nomor", 20), *kata("2 Tahun 2020", 30), *kata("2. Lain", 40)]
    assert butir(semua) == ("Peraturan Badan Nomor 2 Tahun 2020", "Lain")


@pytest.mark.parametrize(
    ("baris", "teks", "tiap_baris"),
    [
        (["Periksa.", "", "Jika ya,", "lanjut"], "Periksa.\n\nJika ya, lanjut", "Periksa.\n\nJika ya,\nlanjut"),
        (["", "Berkas", "", "", "Kartu", ""], "Berkas\n\nKartu", "Berkas\n\nKartu"),
        (["1. A", "", "2. B", "", "Dibawa"], "1. A\n2. B\n\nDibawa", "1. A\n2. B\n\nDibawa"),
    ],
)  # fmt: skip
def test_an_empty_line_parts_paragraphs_but_not_the_items_of_a_list(
    baris: list[str], teks: str, tiap_baris: str
) -> None:
    assert sambung(baris) == teks
    assert sambung(baris, paragraf=True) == tiap_baris


@pytest.mark.parametrize(
    ("bawah", "teks"),
    [
        ("atau datang sendiri", "Lihat https://contoh.go.id/ atau datang sendiri"),
        ("layanan", "Lihat https://contoh.go.id/layanan"),  # all of the line goes on with it
        ("data/2025 atau", "Lihat https://contoh.go.id/data/2025 atau"),
    ],
)
def test_an_address_goes_on_below_only_where_no_word_of_the_sentence_follows(
    bawah: str, teks: str
) -> None:
    assert sambung(["Lihat https://contoh.go.id/", bawah]) == teks


@pytest.mark.parametrize("nomor_sendiri", [False, True])
def test_a_line_that_leads_to_a_list_stays_one_with_it(nomor_sendiri: bool) -> None:
    """The items count from 1 below it, as they are written, and not from 2."""
    awal = kata("Hambatan yang dapat terjadi :", 20, x=30 if nomor_sendiri else 10)
    isi = [*kata("Berkas hilang.", 30, x=30), *kata("Berkas", 40, x=30), *kata("rusak.", 50, x=30)]
    semua = [*awal, *kata("1.", 30, x=10), *kata("2.", 40, x=10), *isi]
    assert butir(semua, berpengantar=True) == (
        "Hambatan yang dapat terjadi :\n1. Berkas hilang.\n2. Berkas rusak.",
    )
    assert butir(semua) == ("Hambatan yang dapat terjadi :", "Berkas hilang.", "Berkas rusak.")


def test_a_line_above_a_list_that_leads_to_nothing_is_an_item_of_its_own() -> None:
    semua = [*kata("Berkas hilang", 20), *kata("1. Berkas rusak", 30), *kata("2. Lain", 40)]
    assert butir(semua, berpengantar=True) == ("Berkas hilang", "Berkas rusak", "Lain")
