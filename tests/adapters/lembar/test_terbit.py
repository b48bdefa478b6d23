"""What is published: logos of every kind, and no official's NIP unless the office shows it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from buku_sop.adapters.lembar.printing import FOLDER, PUBLISHED, make_pdfs
from buku_sop.model import Instansi, Pejabat, TandaTangan
from buku_sop.model.pribadi import tanpa_nip
from tests.adapters.lembar.conftest import hasil_dari, make_book
from tests.builders import INSTANSI, LAIN, handbook, sop
from tests.loading.test_gambar import raster

NIP = "19990101 202001 1 001"
SATU = sop(
    disahkan_oleh=(Pejabat("Kepala Kantor", "Nama Pejabat", NIP),),
    tanda_tangan=TandaTangan("Kota Rekaan", "1 Mei 2026", "Kepala Kantor", "Nama Pejabat", NIP),
)


def kata(pdf: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout


def cetak(root: Path, instansi: Instansi, *, terbit: bool) -> list[str]:
    hasil = hasil_dari(handbook(SATU, instansi=(instansi, LAIN)))
    (lembar,) = make_pdfs(root, hasil, terbit=terbit).values()
    return [kata(lembar), kata(make_book(root, hasil, terbit=terbit))]


def test_only_the_sheet_to_be_signed_has_the_nip(buat_root: Callable[[], Path]) -> None:
    root = buat_root()
    for isi in cetak(root, INSTANSI, terbit=False):
        assert isi.count(NIP) >= 2
    for isi in cetak(root, INSTANSI, terbit=True):
        assert NIP not in isi
        assert "Nama Pejabat" in isi
    for isi in cetak(root, replace(INSTANSI, tampilkan_nip=True), terbit=True):
        assert NIP in isi


def test_both_editions_lie_beside_each_other(buat_root: Callable[[], Path]) -> None:
    root = buat_root()
    cetak(root, INSTANSI, terbit=False)
    cetak(root, INSTANSI, terbit=True)
    nama = f"{SATU.id}.pdf"
    assert (root / FOLDER / nama).read_bytes() != (root / PUBLISHED / nama).read_bytes()


def test_an_sop_without_nip_is_the_same_value() -> None:
    tanpa = tanpa_nip(SATU)
    assert tanpa.disahkan_oleh == (Pejabat("Kepala Kantor", "Nama Pejabat", ""),)
    assert tanpa.tanda_tangan is not None
    assert tanpa.tanda_tangan.nip == ""
    assert tanpa_nip(tanpa) is tanpa


@pytest.mark.parametrize(("nama", "jenis"), [("logo.png", "PNG"), ("logo.jpg", "JPEG")])
def test_a_logo_of_pixels_is_printed(buat_root: Callable[[], Path], nama: str, jenis: str) -> None:
    root = buat_root()
    folder = root / "sop_data" / INSTANSI.id
    folder.mkdir(parents=True)
    (folder / nama).write_bytes(raster(jenis, 60, 40))
    hasil = hasil_dari(handbook(SATU, instansi=(replace(INSTANSI, logo=nama), LAIN)))
    (lembar,) = make_pdfs(root, hasil).values()
    for pdf in (lembar, make_book(root, hasil)):
        gambar = subprocess.run(
            ["pdfimages", "-list", str(pdf)], capture_output=True, text=True, check=True
        ).stdout
        assert "60    40" in gambar
