"""Looks at the small pictures of a PDF page: which of them are arrows, and which way they lead."""

from __future__ import annotations

import pypdfium2 as pdfium

from buku_sop.analysis.impor.kepala_gambar import pangkal_dan_kepala
from buku_sop.analysis.impor.netral import Kotak, Titik

TERBESAR = 0.08
"""Share of a page that an arrow takes at most."""
TERPENDEK = 3.0
"""Points of its shorter side at least: what is thinner is a line."""
MAX_PIKSEL = 200_000
"""Pixels that are looked at of one picture."""
MAX_GAMBAR = 200
"""Pictures that are looked at on one page."""
GELAP = 140
"""Below this, of 255, a pixel is dark."""
TERLIHAT = 96
"""From here on, of 255, a pixel is seen."""


def arah(
    halaman: pdfium.PdfPage, gambar: object, kotak: Kotak
) -> tuple[Kotak, Titik, Titik] | None:
    """Tell where the arrow of a picture begins and where its head is, on the page; None where it is no arrow."""
    lebar, tinggi = halaman.get_size()
    besar = kotak.lebar * kotak.tinggi > TERBESAR * lebar * tinggi
    if besar or min(kotak.lebar, kotak.tinggi) < TERPENDEK or halaman.get_rotation():
        return None
    gelap = _gelap(halaman, gambar)
    ujung = pangkal_dan_kepala(gelap) if gelap else None
    if ujung is None:
        return None
    (ax, ay), (bx, by) = ujung
    return (
        kotak,
        (kotak.x0 + ax * kotak.lebar, kotak.y0 + ay * kotak.tinggi),
        (kotak.x0 + bx * kotak.lebar, kotak.y0 + by * kotak.tinggi),
    )


def _gelap(halaman: pdfium.PdfPage, gambar: object) -> list[list[bool]]:
    """Return the dark pixels of a picture as it is shown; none where it is too large or cannot be shown."""
    satu = pdfium.PdfImage(gambar, page=halaman, pdf=halaman.pdf)
    try:
        px, py = satu.get_px_size()
        if not 0 < px * py <= MAX_PIKSEL:
            return []
        peta = satu.get_bitmap(render=True)
    except pdfium.PdfiumError:
        return []
    if not 0 < peta.width * peta.height <= 2 * MAX_PIKSEL:
        return []
    isi, n, baris = bytes(peta.buffer), peta.n_channels, peta.stride
    tembus = peta.format == pdfium.raw.FPDFBitmap_BGRA
    warna = min(n, 3)

    def gelap(i: int) -> bool:
        return not (tembus and isi[i + 3] < TERLIHAT) and sum(isi[i : i + warna]) < GELAP * warna

    return [[gelap(y * baris + x * n) for x in range(peta.width)] for y in range(peta.height)]
