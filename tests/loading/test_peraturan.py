"""What is recorded about regulations is read from a file of its own, with every fault placed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from buku_sop.handbook import open_handbook
from buku_sop.model import PeraturanTercatat, StatusPeraturan

SOP = "nama: Contoh\ndasar_hukum: [Perda Nomor 1 Tahun 2015]\nlangkah: [{kegiatan: Menulis}]\n"
CATATAN = """peraturan:
  - nama: Perda Kabupaten Rekaan 1/2015
    status: dicabut
    oleh: Perda Kabupaten Rekaan 2/2025
    sejak: 2025-03-01
"""


def found(
    folder: Path, catatan: str
) -> tuple[tuple[PeraturanTercatat, ...], list[tuple[str, str]]]:
    """Open a handbook of one SOP and this record; findings about other things are left out."""
    isi = {
        "kantor-contoh/instansi.yml": "nama: Kantor Contoh\npemerintah: Pemerintah Kab. Rekaan\n",
        "kantor-contoh/contoh.yml": SOP,
        "peraturan.yml": catatan,
    }
    for name, text in isi.items():
        path = folder / "sop_data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    hasil = open_handbook(folder / "sop_data", date(2026, 1, 1))
    perihal = ("SOP-B", "SOP-S", "SOP-I014")
    semua = [(d.kode, str(d.lokasi)) for d in hasil.diagnostics if d.kode.startswith(perihal)]
    return hasil.handbook.peraturan, semua


def test_a_record_reaches_the_sop_that_cites_it_in_other_words(tmp_path: Path) -> None:
    catatan, semua = found(tmp_path, CATATAN)
    assert catatan == (
        PeraturanTercatat(
            "Perda Kabupaten Rekaan 1/2015",
            StatusPeraturan.DICABUT,
            ("Perda Kabupaten Rekaan 2/2025",),
            date(2025, 3, 1),
        ),
    )
    assert semua == [("SOP-I014", "sop_data/kantor-contoh/contoh.yml:2:15")]


@pytest.mark.parametrize(
    ("catatan", "harap"),
    [
        ("", [("SOP-B002", ":1:1")]),
        ("peraturan:\n  - nama: Perda\n", [("SOP-S002", ":2:5")]),
        ("peraturan:\n  - {nama: Perda, status: hilang}\n", [("SOP-S004", ":2:27")]),
        ("peraturan:\n  - {nama: Perda, status: dicabut}\n", [("SOP-B011", ":2:12")]),
        (
            "peraturan:\n  - {nama: UU 1/2020, status: berlaku}\n  - {nama: UU No. 1 Tahun 2020, status: diubah}\n",
            [("SOP-B012", ":3:12")],
        ),
    ],
)
def test_faults_are_placed(tmp_path: Path, catatan: str, harap: list[tuple[str, str]]) -> None:
    _, semua = found(tmp_path, catatan)
    assert semua == [(kode, f"sop_data/peraturan.yml{tempat}") for kode, tempat in harap]
