"""Looks at the pictures of a PDF page: which of them are arrows, and what drawings of symbols and lines they hold."""

from __future__ import annotations

import pypdfium2 as pdfium

from buku_sop.analysis.impor.kepala_gambar import pangkal_dan_kepala
from buku_sop.analysis.impor.lukisan import MAX_PIKSEL as MAX_LUKISAN
from buku_sop.analysis.impor.lukisan import cukup_halus, seukuran
from buku_sop.analysis.impor.netral import Kotak, Titik
from buku_sop.analysis.impor.piksel import Peta, keduanya

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
_JADI_GELAP = bytes(n < GELAP for n in range(256))
_JADI_TERLIHAT = bytes(n >= TERLIHAT for n in range(256))


def arah(
    halaman: pdfium.PdfPage, gambar: object, kotak: Kotak
) -> tuple[Kotak, Titik, Titik] | None:
    """Tell where the arrow of a picture begins and where its head is, on the page; None where it is no arrow."""
    lebar, tinggi = halaman.get_size()
    besar = kotak.lebar * kotak.tinggi > TERBESAR * lebar * tinggi
    if besar or min(kotak.lebar, kotak.tinggi) < TERPENDEK or halaman.get_rotation():
        return None
    gelap = _gelap(halaman, gambar, MAX_PIKSEL)
    ujung = pangkal_dan_kepala(gelap) if gelap else None
    if ujung is None:
        return None
    (ax, ay), (bx, by) = ujung
    return (
        kotak,
        (kotak.x0 + ax * kotak.lebar, kotak.y0 + ay * kotak.tinggi),
        (kotak.x0 + bx * kotak.lebar, kotak.y0 + by * kotak.tinggi),
    )


def lukisan(halaman: pdfium.PdfPage, gambar: object, kotak: Kotak) -> Peta | None:
    """Return the dark pixels of a picture that may hold a flow; None where it cannot be shown, or is too small, large or coarse."""
    lebar, tinggi = halaman.get_size()
    if not seukuran(kotak, lebar, tinggi) or halaman.get_rotation():
        return None
    baris = _gelap(halaman, gambar, MAX_LUKISAN)
    if not baris or not cukup_halus(len(baris[0]), kotak):
        return None
    return Peta(tuple(baris), kotak)


def _gelap(halaman: pdfium.PdfPage, gambar: object, terbanyak: int) -> list[bytes]:
    """Return the dark pixels of a picture as it is shown, 1 in rows; none where it is too large or cannot be shown.

    Dark is what has little green: lines of any colour but yellow.
    """
    peta = _tampak(halaman, gambar, terbanyak)
    if peta is None:
        return []
    isi, n, lebar = bytes(peta.buffer), peta.n_channels, peta.width
    hijau = min(1, n - 1)
    tembus = peta.format == pdfium.raw.FPDFBitmap_BGRA
    baris = []
    for awal in range(0, peta.stride * peta.height, peta.stride):
        satu = isi[awal : awal + lebar * n]
        gelap = satu[hijau::n].translate(_JADI_GELAP)
        baris.append(keduanya(gelap, satu[3::4].translate(_JADI_TERLIHAT)) if tembus else gelap)
    return baris


def _tampak(halaman: pdfium.PdfPage, gambar: object, terbanyak: int) -> pdfium.PdfBitmap | None:
    """Show a picture; None where it has more pixels than are looked at, or cannot be shown."""
    satu = pdfium.PdfImage(gambar, page=halaman, pdf=halaman.pdf)
    try:
        px, py = satu.get_px_size()
        if not 0 < px * py <= terbanyak:
            return None
        peta = satu.get_bitmap(render=True)
    except pdfium.PdfiumError:
        return None
    return peta if 0 < peta.width * peta.height <= 2 * terbanyak else None
