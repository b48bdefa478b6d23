"""Names of SOPs in lists and in sentences."""

from __future__ import annotations

import pytest

from buku_sop.analysis.kata.nama import sebut_sop, urutan_nama_sop


def test_a_name_stands_in_a_list_by_what_it_names() -> None:
    nama = ["Surat Masuk", "STANDAR OPERASIONAL PROSEDUR ARSIP", "SOP Cuti", "Bantuan", "SOP"]
    assert sorted(nama, key=urutan_nama_sop) == [
        nama[1],
        "Bantuan",
        "SOP Cuti",
        "SOP",
        "Surat Masuk",
    ]


@pytest.mark.parametrize(
    ("nama", "sebutan"),
    [
        ("Cuti", "SOP Cuti"),
        ("SOP Cuti", "SOP Cuti"),
        ("Standar Operasional Prosedur Cuti", "Standar Operasional Prosedur Cuti"),
        ("Pos Jaga", "SOP Pos Jaga"),
    ],
)
def test_no_sentence_says_twice_that_it_is_an_sop(nama: str, sebutan: str) -> None:
    assert sebut_sop(nama) == sebutan
