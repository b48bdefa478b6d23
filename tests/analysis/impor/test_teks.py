"""Lines of cells and headings made one text: what a narrow column broke is joined, what the author set apart stays."""

from __future__ import annotations

import pytest

from buku_sop.analysis.impor.teks import sambung, sambung_kepala


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
    ],
)
def test_lists_stay_and_broken_lines_are_joined(baris: list[str], teks: str) -> None:
    assert sambung(baris) == teks
