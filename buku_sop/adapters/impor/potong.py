"""Takes pictures of places on the pages of a PDF, for whoever confirms a doubt."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium

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
