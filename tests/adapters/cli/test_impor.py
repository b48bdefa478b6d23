"""`sop impor` as people run it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.cli.impor_ke import mirip, sop_lain
from buku_sop.adapters.impor.pekerja import kerjakan
from buku_sop.adapters.impor.tulis import tulis
from tests.adapters.impor.dokumen import Lembar, simpan
from tests.warm import run_module

BARIS = [("1", "Menerima <b>berkas</b>", "Berkas", "5 menit", "Arsip", "")]


def sop(folder: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", *argumen, cwd=folder)


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Path:
    buku = tmp_path_factory.mktemp("buku")
    kantor = buku / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    lembar = Lembar()
    lembar.tabel(BARIS)
    (buku / "masuk").mkdir()
    simpan(buku / "masuk" / "terima berkas.pdf", lembar)
    (buku / "masuk" / "rusak.pdf").write_bytes(b"%PDF-1.7 bukan")
    (buku / "masuk" / "~$buka.docx").write_bytes(b"kunci")  # while somebody has it open in Word
    return buku


def test_drafts_reports_and_reasons_and_nothing_twice(buku: Path) -> None:
    pertama = sop(buku, "impor", "masuk")
    assert pertama.returncode == 1
    assert "rusak.pdf: tidak diimpor. Berkas ini bukan PDF, atau rusak." in pertama.stderr
    assert "2 dokumen: 1 draf baru, 1 gagal; 2 isian perlu dikonfirmasi." in pertama.stdout
    draf = buku / "sop_data" / "rekaan" / "terima-berkas.yml"
    isi = draf.read_bytes()
    assert isi.startswith(b"# Diimpor dari terima berkas.pdf, halaman 1 (")
    laporan = buku / ".build" / "impor" / "rekaan" / "terima-berkas"
    data = json.loads((laporan / "laporan.json").read_text(encoding="utf-8"))
    assert [(k["bidang"], k["potongan"]) for k in data["keraguan"]] == [
        ("nama", ""),
        ("pelaksana", "ragu-02.png"),
    ]
    assert (laporan / "ragu-02.png").read_bytes().startswith(b"\x89PNG")
    assert sop(buku, "rapikan", "--periksa").returncode == 0
    assert "0 galat" in sop(buku, "periksa").stdout

    draf.write_bytes(isi + b"# catatan saya\n")
    kedua = sop(buku, "impor", "masuk/terima berkas.pdf")
    assert kedua.returncode == 0
    assert "0 draf baru, 1 sudah ada dan tidak diubah" in kedua.stdout
    assert draf.read_bytes() == isi + b"# catatan saya\n"
    assert sorted(p.name for p in draf.parent.iterdir()) == ["instansi.yml", "terima-berkas.yml"]


def test_where_drafts_go_has_to_be_said(buku: Path) -> None:
    assert (
        "Pakai salah satu"
        in sop(buku, "impor", "x.pdf", "--instansi", "rekaan", "--keluaran", "y").stderr
    )
    assert "yang ada: rekaan" in sop(buku, "impor", "x.pdf", "--instansi", "lain").stderr
    assert (
        "Jenis berkas ini tidak dikenal"
        in sop(buku, "impor", "sop_data/rekaan/instansi.yml").stderr
    )


def test_a_new_version_is_brought_into_the_sop_that_is_there(tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    tulisan = (
        "SOP Menerima Tamu\n\n| No | Kegiatan | Pelaksana | Kelengkapan | Waktu | Output |\n|--|--|--|--|--|--|\n"
        "| 1 | Menyapa tamu | Satpam | - | 5 menit | Catatan |\n| 2 | Mengantar tamu | Staf | - | 9 menit | Tamu |\n"
    )
    asal = tmp_path / "tamu.md"
    asal.write_text(tulisan, encoding="utf-8")
    hasil = kerjakan(asal)
    laporan = tmp_path / ".build" / "impor" / "rekaan"
    draf = tulis(hasil.draf[0], asal, hasil.sidik, kantor, laporan, {}).berkas
    draf.write_text(draf.read_text("utf-8") + "# catatan saya\n", encoding="utf-8")
    lama = draf.read_bytes()
    asal.write_text(tulisan.replace("9 menit", "10 menit"), encoding="utf-8")
    tanya = sop(tmp_path, "impor", "tamu.md", "--ke", "rekaan/menerima-tamu")
    assert tanya.returncode != 0
    assert "9 menit" in tanya.stdout
    assert "10 menit" in tanya.stdout
    assert draf.read_bytes() == lama
    assert sop(tmp_path, "impor", "tamu.md", "--ke", "rekaan/menerima-tamu", "--ya").returncode == 0
    assert draf.read_bytes() == lama.replace(b"9 menit", b"10 menit")


def test_a_document_keeps_its_words_where_the_office_has_others(tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text(
        "nama: Kantor Rekaan\nistilah:\n  kegiatan: Uraian Prosedur\n  waktu: WAKTU\n  output: Hasil\n",
        encoding="utf-8",
    )
    (tmp_path / "tamu.md").write_text(
        "SOP Menerima Tamu\n\n| No | Kegiatan | Pelaksana | Kelengkapan | Waktu | Hasil |\n|--|--|--|--|--|--|\n"
        "| 1 | Menyapa tamu | Satpam | - | 5 menit | Catatan |\n| 2 | Mengantar tamu | Staf | - | 9 menit | Tamu |\n",
        encoding="utf-8",
    )
    hasil = sop(tmp_path, "impor", "tamu.md")
    assert "kegiatan “Kegiatan” (instansi: “Uraian Prosedur”)" in hasil.stdout
    draf = (kantor / "menerima-tamu.yml").read_text(encoding="utf-8")
    assert "istilah:\n  kegiatan: Kegiatan\n  output: Hasil\n" in draf
    lagi = sop(tmp_path, "impor", "tamu.md", "--ke", "rekaan/menerima-tamu", "--ya")
    assert "Tidak ada yang berubah" in lagi.stdout
    lepas = sop(tmp_path, "impor", "tamu.md", "--keluaran", "lain")
    assert "instansi:" not in lepas.stdout


def test_another_sop_is_told_from_a_new_version() -> None:
    lama: dict[str, Any] = {
        "nama": "SOP Cuti",
        "langkah": [{"kegiatan": "Menerima  surat"}, "Menyimpan"],
    }
    assert sop_lain(lama, {"nama": "Arsip", "langkah": [{"kegiatan": "Memilah berkas"}]})
    assert not sop_lain(lama, {"nama": "CUTI", "langkah": [{"kegiatan": "Memilah berkas"}]})
    assert not sop_lain(lama, {"nama": "Cuti Besar", "langkah": [{"kegiatan": "menerima surat"}]})
    assert not sop_lain(lama, {"nama": "Arsip", "langkah": []}), "a picture says no steps"


def test_a_part_of_a_name_leads_to_the_sops_that_hold_it() -> None:
    semua = ["a/cuti", "a/permohonan-informasi", "b/permohonan"]
    assert mirip("a/permohonan", semua) == ["a/permohonan-informasi", "b/permohonan"]
    assert mirip("a/cutu", semua) == ["a/cuti"]
