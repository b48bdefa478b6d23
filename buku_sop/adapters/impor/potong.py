"""Takes pictures of places on the pages of a PDF, for whoever confirms a doubt."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from buku_sop.adapters.impor.lembar import MAX_LEMBAR, LembarAsal
from buku_sop.adapters.impor.pdf import buka
from buku_sop.adapters.impor.pembaca import TakTerbaca
from buku_sop.analysis.impor.hasil import Tempat

SKALA = 1.6
"""Pixels of a point: 115 dpi, enough to read small print."""
PINGGIR = 70.0
"""Points around a place that are shown with it."""
PALING = 1_600
"""Width and height of a picture at most, in pixels."""
MAX_POTONGAN = 60
"""Pictures of one draft at most."""
SKALA_LEMBAR = 2.0
WARNA = 32
"""Colours of a page: letters and lines stay sharp, and it takes a third of the time of more."""


def potong(berkas: Path, tempat: Sequence[Tempat | None]) -> tuple[bytes | None, ...]:
    """Return a PNG of each place, in the same order; None where there is none."""
    hasil: list[bytes | None] = [None] * len(tempat)
    menurut_halaman: dict[int, list[int]] = {}
    for n, satu in enumerate(tempat[:MAX_POTONGAN]):
        if satu is not None:
            menurut_halaman.setdefault(satu.halaman, []).append(n)
    try:
        with buka(berkas) as pdf:
            for nomor, milik in menurut_halaman.items():
                halaman = pdf[nomor - 1]
                for n in milik:
                    if satu := tempat[n]:
                        hasil[n] = _satu(halaman, satu)
                halaman.close()
    except (TakTerbaca, pdfium.PdfiumError):
        pass
    return tuple(hasil)


def _satu(halaman: pdfium.PdfPage, tempat: Tempat) -> bytes | None:
    lebar, tinggi = halaman.get_size()
    k = tempat.kotak
    kiri, atas = max(0.0, k.x0 - PINGGIR), max(0.0, k.y0 - PINGGIR / 2)
    kanan, bawah = min(lebar, k.x1 + PINGGIR), min(tinggi, k.y1 + PINGGIR / 2)
    if kanan - kiri < 1 or bawah - atas < 1:
        return None
    skala = min(SKALA, PALING / (kanan - kiri), PALING / (bawah - atas))
    gambar = halaman.render(
        scale=skala, crop=(kiri, tinggi - bawah, lebar - kanan, atas), may_draw_forms=False
    ).to_pil()
    keluar = io.BytesIO()
    gambar.convert("P", palette=1, colors=64).save(keluar, "PNG", optimize=True)
    return keluar.getvalue()


def lembar(berkas: Path, nomor: Iterable[int]) -> tuple[LembarAsal, ...]:
    """Return pictures of whole pages, in their order; none of a file that cannot be drawn."""
    hasil: list[LembarAsal] = []
    try:
        with buka(berkas) as pdf:
            for n in sorted(set(nomor))[:MAX_LEMBAR]:
                halaman = pdf[n - 1]
                lebar, tinggi = halaman.get_size()
                skala = min(SKALA_LEMBAR, 2 * PALING / max(lebar, tinggi, 1.0))
                gambar = halaman.render(scale=skala, may_draw_forms=False).to_pil()
                keluar = io.BytesIO()
                gambar.convert("RGB").quantize(WARNA, method=Image.Quantize.FASTOCTREE).save(
                    keluar, "PNG"
                )
                hasil.append(LembarAsal(n, lebar, tinggi, keluar.getvalue(), "png"))
                halaman.close()
    except (TakTerbaca, pdfium.PdfiumError):
        pass
    return tuple(hasil)
