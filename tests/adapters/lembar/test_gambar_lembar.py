"""Pictures of twelve sheets, so that a change of their look is seen in review.

After such a change SOP_UPDATE_CASES=1 writes the pictures again: open `tests/cases/gambar_lembar/index.html`, and
look at the difference, before you commit. The comparison passes over what another release of the renderer makes
of the edges of letters, and of a line that moves by a fraction of a millimetre.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from buku_sop.adapters.lembar.printing import make_pdfs
from tests import paths
from tests.adapters.lembar import dua_belas
from tests.adapters.lembar.conftest import SITUS, hasil_dari
from tests.builders import handbook
from tests.mermaid.cases import UPDATE

FOLDER = paths.CASES / "gambar_lembar"
DPI = 60
ABU = 16
"""Shades of grey in the pictures, and between their pages."""
PETAK = 6
"""Pixels whose mean is compared: 2.5 mm of the page."""
BEDA = 20
"""By how much of 255 the mean of such a square may differ."""
BAGIAN_BEDA = 0.0005
"""Which part of the squares may differ by more."""
NAMA = [nama for nama, _, _ in dua_belas.semua()]


@pytest.fixture(scope="module")
def lembar(buat_root: Callable[[], Path]) -> dict[str, Path]:
    """Print the twelve sheets."""
    buku = handbook(*(isi for _, _, isi in dua_belas.semua()))
    pdf = make_pdfs(buat_root(), hasil_dari(buku), situs=SITUS)
    return {id.partition("/")[2]: berkas for id, berkas in pdf.items()}


def potret(pdf: Path, folder: Path) -> Image.Image:
    """Render the pages of a PDF side by side, in few shades of grey."""
    perintah = ["pdftoppm", "-gray", "-r", str(DPI), "-png", str(pdf), str(folder / "hal")]
    subprocess.run(perintah, check=True, capture_output=True)
    halaman = [Image.open(p) for p in sorted(folder.glob("hal-*.png"))]
    lebar = sum(h.width for h in halaman) + ABU * (len(halaman) - 1)
    gambar = Image.new("L", (lebar, max(h.height for h in halaman)), 128)
    x = 0
    for h in halaman:
        gambar.paste(h, (x, 0))
        x += h.width + ABU
    return gambar.point(lambda v: round(v / 255 * (ABU - 1)) * 255 // (ABU - 1))


def berbeda(a: Image.Image, b: Image.Image) -> float:
    """Return which part of two pictures differs visibly; all of it where their sizes do."""
    if a.size != b.size:
        return 1.0
    kecil = tuple(max(1, s // PETAK) for s in a.size)
    beda = ImageChops.difference(*(x.resize(kecil, Image.Resampling.BOX) for x in (a, b)))
    banyak = beda.histogram()
    return sum(banyak[BEDA:]) / sum(banyak)


def simpan(gambar: Image.Image, tujuan: Path) -> None:
    """Write a picture in 16 shades, which take half a byte a pixel."""
    gambar.quantize(ABU).save(tujuan, optimize=True)


def daftar() -> str:
    """Write the page that shows all of them."""
    isi = "\n".join(
        f'<figure><figcaption><strong>{nama}</strong>: {escape(arti)}</figcaption><img src="{nama}.png" alt=""></figure>'
        for nama, arti, _ in dua_belas.semua()
    )
    gaya = "figure{margin:0 0 2em}img{max-width:100%;background:#888}"
    return f"<!doctype html>\n<meta charset=utf-8>\n<title>Twelve sheets</title>\n<style>{gaya}</style>\n{isi}\n"


@pytest.mark.parametrize("nama", NAMA)
def test_a_sheet_looks_as_in_its_picture(
    lembar: dict[str, Path], nama: str, tmp_path: Path
) -> None:
    gambar = potret(lembar[nama], tmp_path)
    emas = FOLDER / f"{nama}.png"
    if os.environ.get(UPDATE):
        simpan(gambar, emas)
    kini = tmp_path / f"{nama}.png"
    simpan(gambar, kini)
    beda = berbeda(gambar, Image.open(emas).convert("L"))
    assert beda <= BAGIAN_BEDA, f"{beda:.2%} differs: {kini} beside {emas}"


def test_every_picture_has_its_sheet_and_stands_on_the_page_that_shows_all() -> None:
    if os.environ.get(UPDATE):
        (FOLDER / "index.html").write_text(daftar(), encoding="utf-8")
    assert {p.stem for p in FOLDER.glob("*.png")} == set(NAMA)
    assert (FOLDER / "index.html").read_text(encoding="utf-8") == daftar()
    assert sum(p.stat().st_size for p in FOLDER.iterdir()) < 600_000


def test_the_comparison_sees_what_moves_and_what_is_missing() -> None:
    """And not that the edges of letters are drawn by another hand."""
    with Image.open(FOLDER / "lapang.png") as berkas:
        asli = berkas.convert("L")
    kabur = asli.resize((asli.width * 2, asli.height * 2), Image.Resampling.BICUBIC)
    assert berbeda(asli, kabur.resize(asli.size, Image.Resampling.BOX)) <= BAGIAN_BEDA
    assert berbeda(asli, ImageChops.offset(asli, 0, 6)) > BAGIAN_BEDA
    tanpa = asli.copy()
    tanpa.paste(255, (1050, 120, 1110, 160))
    assert berbeda(asli, tanpa) > BAGIAN_BEDA
