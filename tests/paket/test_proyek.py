"""An office's own handbook from beginning to end: begun, built, moved on, with only the wheel and no network."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from tests.paket.terpasang import Terpasang
from tests.paths import ROOT
from tests.site.material import serve, visit

JAHAT = 'Dinas "Rekaan": #1 <b>{{ x }}'
LANGKAH = ("--pelaksana", "Staf", "--langkah", "Staf | Mencatat tamu | 5 menit | Catatan tamu")


def mulai(terpasang: Terpasang, folder: Path, *pilihan: str) -> Path:
    """Begin a handbook as an office does, and return its folder."""
    hasil = terpasang.run(folder, "sop", "mulai", "buku", *pilihan)
    assert hasil.returncode == 0, hasil.stderr
    return folder / "buku"


def test_a_handbook_of_ones_own_builds_at_once_and_says_whose_it_is(
    terpasang: Terpasang, tmp_path: Path
) -> None:
    Image.new("RGB", (64, 80), "#0b5394").save(tmp_path / "lambang.png")
    buku = mulai(
        terpasang, tmp_path, "--instansi", JAHAT, "--pemerintah", "Pemerintah Kota Rekaan", "--logo", "lambang.png",
        "--warna", "#0b5394,#b45f06", "--forge", "github", "--sop", "Menerima Tamu", *LANGKAH,
    )  # fmt: skip
    assert (buku / "paket" / terpasang.wheel.name).read_bytes() == terpasang.wheel.read_bytes()
    hasil = terpasang.run(buku, "sop", "situs")
    assert hasil.returncode == 0, hasil.stderr
    beranda = (buku / "site" / "index.html").read_text(encoding="utf-8")
    assert "Buku SOP Dinas &#34;Rekaan&#34;: #1 &lt;b&gt;{{ x }}" in beranda.replace(
        "&quot;", "&#34;"
    )
    assert "Pemerintah Kota Rekaan" in beranda
    assert list((buku / "site" / "assets" / "images").glob("logo-*.png"))
    assert list((buku / "site" / "sop").glob("*/menerima-tamu/index.html"))
    assert (buku / "site" / "panduan" / "memperbarui" / "index.html").is_file()
    assert terpasang.run(buku, "sop", "perbarui", "--lihat").stdout.startswith(
        "Buku ini sudah versi"
    )


def test_a_clone_of_the_first_release_builds_after_it_was_moved(
    terpasang: Terpasang, tmp_path: Path
) -> None:
    klon = tmp_path / "klon"
    shutil.copytree(ROOT / "tests" / "proyek_rilis" / "0.1.0", klon)
    (klon / "buku_sop").mkdir()
    (klon / "buku_sop" / "handbook.py").write_text("raise SystemExit('mesin lama')\n")
    hasil = terpasang.run(klon, "sop", "perbarui", "--ya", "--forge", "gitlab")
    assert hasil.returncode == 0, hasil.stderr
    catatan = json.loads((klon / ".buku-sop.json").read_text(encoding="utf-8"))
    assert (catatan["bentuk"], catatan["forge"]) == (2, "gitlab")
    hasil = terpasang.run(klon, "sop", "situs")
    assert hasil.returncode == 0, hasil.stderr
    beranda = (klon / "site" / "index.html").read_text(encoding="utf-8")
    assert "SOP Kota Rekaan" in beranda
    assert "org@rekaan.invalid" in beranda
    assert "kantor.css" in beranda
    assert (klon / "site" / "profil" / "index.html").is_file()
    assert (klon / "site" / "sop" / "dinas-rekaan" / "penerimaan-tamu" / "index.html").is_file()


@pytest.mark.semua
def test_twelve_offices_with_sheets_search_and_an_offline_edition(
    terpasang: Terpasang, tmp_path: Path, browser: Browser
) -> None:
    semua = [p for n in range(1, 13) for p in ("--instansi", f"Dinas Rekaan {n}")]
    buku = mulai(terpasang, tmp_path, *semua, "--sop", "Menerima Tamu", *LANGKAH)
    hasil = terpasang.run(buku, "sop", "situs", SOP_PDF="true")
    assert hasil.returncode == 0, hasil.stderr
    situs = buku / "site"
    assert (situs / "buku-sop.pdf").read_bytes().startswith(b"%PDF")
    assert len(list(situs.glob("sop/dinas-rekaan-*/index.html"))) == 12
    hasil = terpasang.run(buku, "sop", "luring")
    assert hasil.returncode == 0, hasil.stderr
    assert list((buku / ".build" / "luring").glob("*.zip"))
    with serve(situs) as alamat, visit(browser) as satu:
        satu.page.goto(alamat)
        satu.page.locator("#cari-beranda").fill("mencatat")
        expect(satu.page.locator(".sop-butir").first).to_contain_text("enerima")
        satu.settle()
        assert satu.origins() == {alamat.rstrip("/")}
        assert satu.complaints == []
