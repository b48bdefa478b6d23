"""What an office needs is read from a file of its own, which is no SOP, with every fault placed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from buku_sop.handbook import Hasil, open_handbook
from buku_sop.loading.rapikan import bentuk_berkas, rapikan
from buku_sop.model import Fungsi, KegiatanDibutuhkan, Tugas, UraianTugas

BUTUH = """dasar: Peraturan Rekaan
tugas:
  - nama: Melayani tamu
    fungsi:
      - nama: Pelayanan
        uraian_tugas:
          - nama: Menerima tamu
            kegiatan:
              - nama: Mencatat tamu
                output: [Buku tamu]
                aspek: pelaksanaan
                judul_sop: SOP Penerimaan Tamu
"""


def buka(folder: Path, butuh: str, *nama: str) -> Hasil:
    kantor = folder / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    (kantor / "kebutuhan.yml").write_text(butuh, encoding="utf-8")
    for n, satu in enumerate(nama):
        (kantor / f"sop-{n}.yml").write_text(f"nama: {satu}\n", encoding="utf-8")
    return open_handbook(folder / "sop_data", date(2026, 1, 1))


def temuan(hasil: Hasil) -> list[tuple[str, str]]:
    return [
        (d.kode, f"{d.lokasi.baris}:{d.lokasi.kolom}")
        for d in hasil.diagnostics
        if d.lokasi.berkas == "sop_data/rekaan/kebutuhan.yml"
    ]


def test_it_is_read_and_is_no_sop(tmp_path: Path) -> None:
    hasil = buka(tmp_path, BUTUH, "Penerimaan Tamu")
    kegiatan = KegiatanDibutuhkan(
        "Mencatat tamu", ("Buku tamu",), ("pelaksanaan",), "SOP Penerimaan Tamu"
    )
    butuh = hasil.handbook.kebutuhan["rekaan"]
    assert butuh.dasar == "Peraturan Rekaan"
    assert butuh.tugas == (
        Tugas(
            "Melayani tamu", (Fungsi("Pelayanan", (UraianTugas("Menerima tamu", (kegiatan,)),)),)
        ),
    )
    assert [s.id for s in hasil.handbook.sop] == ["rekaan/sop-0"]
    assert temuan(hasil) == []


@pytest.mark.parametrize(
    ("butuh", "nama", "harap"),
    [
        (BUTUH, ("Lain",), [("SOP-B032", "2:1"), ("SOP-B031", "12:28")]),
        (BUTUH.replace("SOP Penerimaan Tamu", ""), (), []),
        ("tugas:\n", ("Lain",), [("SOP-B032", "1:1")]),
        (BUTUH.replace("    fungsi:", "    fungsinya:"), (), [("SOP-S001", "4:5")]),
        ("tugas:\n  - fungsi: []\n", (), [("SOP-S002", "2:5")]),
        ("tugas: [\n", (), [("SOP-Y001", "1:8")]),
        ("", (), [("SOP-B002", "1:1")]),
    ],
)
def test_every_fault_has_its_place(
    tmp_path: Path, butuh: str, nama: tuple[str, ...], harap: list[tuple[str, str]]
) -> None:
    assert temuan(buka(tmp_path, butuh, *nama)) == harap


def test_a_replaced_sop_answers_no_need(tmp_path: Path) -> None:
    hasil = buka(tmp_path, BUTUH, "Penerimaan Tamu\nstatus: dicabut")
    assert temuan(hasil) == [("SOP-B031", "12:28")]


def test_the_tidy_file_keeps_it(tmp_path: Path) -> None:
    acak = "tugas: []\ndasar: Peraturan Rekaan # catatan\n"
    hasil = rapikan(acak, bentuk_berkas("kebutuhan.yml"))
    assert hasil.index("dasar:") < hasil.index("tugas:")
    assert "# catatan" in hasil
