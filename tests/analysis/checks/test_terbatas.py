"""What is told of an SOP whose file could not be read in part: only what would stand once it is mended."""

from __future__ import annotations

import pytest

from buku_sop.analysis.checks.terbatas import tetap_berlaku
from buku_sop.analysis.temuan import Jalur

LANGKAH: Jalur = ("langkah", 1)


@pytest.mark.parametrize(
    ("kode", "jalur", "hilang"),
    [
        ("SOP-A001", (*LANGKAH, "ke"), ("langkah", 0, "waktu")),  # a time has no part in the flow
        ("SOP-A001", (*LANGKAH, "ke"), ("status",)),
        ("SOP-A003", (*LANGKAH, "pelaksana"), ("tanggal_efektif",)),
        ("SOP-M001", (*LANGKAH, "waktu"), ("langkah", 0)),  # it judges its own value alone
        ("SOP-M002", LANGKAH, ("status",)),
        ("SOP-K001", ("keterkaitan", 0), ("langkah", 0)),
        ("SOP-K002", ("keterkaitan", 0), ("keterkaitan", 1)),
        ("SOP-I001", (), ("langkah", 0, "waktu")),
        ("SOP-P001", (*LANGKAH, "perlu_konfirmasi", "waktu"), ("langkah", 0, "kegiatan")),
    ],
)
def test_what_does_not_depend_on_the_missing_value_stands(
    kode: str, jalur: Jalur, hilang: Jalur
) -> None:
    assert tetap_berlaku(kode, jalur, [hilang])


@pytest.mark.parametrize(
    ("kode", "jalur", "hilang"),
    [
        ("SOP-A001", (*LANGKAH, "ke"), ("langkah", 0)),  # the step that is meant may be that one
        ("SOP-A003", (*LANGKAH, "pelaksana"), ("pelaksana", "staf")),
        ("SOP-A005", LANGKAH, ("langkah", 0, "cabang")),
        ("SOP-A013", (), ("langkh",)),  # a slip for the key that is missing
        ("SOP-M001", (*LANGKAH, "waktu"), (*LANGKAH, "waktu")),
        ("SOP-M002", LANGKAH, LANGKAH),
        ("SOP-M004", (*LANGKAH, "output", 0), ("langkah", 2, "kelengkapan")),
        ("SOP-K001", ("keterkaitan", 0), ("keterkaitan", 1)),
        ("SOP-K006", ("keterkaitan",), ("tanggal_efektif",)),  # it looks at all that the file says
        ("SOP-I001", (), ("nomr",)),
        ("SOP-P002", ("abaikan", "SOP-A001"), ("status",)),
        ("SOP-I015", ("dasar_hukum", 1), ()),  # nobody knows what is missing
    ],
)
def test_what_may_come_of_the_missing_value_is_not_told(
    kode: str, jalur: Jalur, hilang: Jalur
) -> None:
    assert not tetap_berlaku(kode, jalur, [hilang])


def test_one_missing_value_of_several_is_enough() -> None:
    jalur: Jalur = (*LANGKAH, "ke")
    assert tetap_berlaku("SOP-A001", jalur, [])
    assert not tetap_berlaku("SOP-A001", jalur, [("status",), ("pelaksana",)])
