"""The words of a page of a PDF, put together from its letters."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as mentah

from buku_sop.adapters.impor.pdf_coretan import Isi, Matriks, kotak_dari, terapkan
from buku_sop.analysis.impor.netral import Kata, Kotak

MAX_HURUF = 200_000
"""Letters of one page that are read."""
SELA = 0.22
"""A gap of this share of the letters' size parts two words, also where no blank was written."""
_LIGATUR = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_TAK_DIKENAL = "\ufffd"


@dataclass(frozen=True, slots=True)
class _Huruf:
    teks: str
    kotak: Kotak
    """Its place on the line, as high as the font and not as the letter."""
    ukuran: float
    tegak: bool
    naik: bool
    tertutup: bool
    terpotong: bool = False


def kata_halaman(halaman: pdfium.PdfPage, isi: Isi) -> Iterator[Kata]:
    """Yield the words of a page, in the order in which the document writes them."""
    teks = mentah.FPDFText_LoadPage(halaman.raw)
    if not teks:
        return
    try:
        kini: list[_Huruf] = []
        for huruf in _huruf(teks, isi):
            if huruf is None or (kini and not _sekata(kini[-1], huruf)):
                yield from _kata(kini)
                kini = []
            if huruf is not None:
                kini.append(huruf)
        yield from _kata(kini)
    finally:
        mentah.FPDFText_ClosePage(teks)


def _huruf(teks: object, isi: Isi) -> Iterator[_Huruf | None]:
    """Yield the letters; None where a blank parts words. Letters printed twice to look bold come once."""
    sudah: dict[tuple[str, int, int], Kotak] = {}
    for n in range(min(mentah.FPDFText_CountChars(teks), MAX_HURUF)):
        kode = mentah.FPDFText_GetUnicode(teks, n)
        huruf = chr(kode) if 0 < kode < 0x110000 and not 0xD800 <= kode < 0xE000 else _TAK_DIKENAL
        if huruf.isspace() or (huruf != _TAK_DIKENAL and not huruf.isprintable()):
            if kode not in (0x2, 0xAD, 0xFFFE):  # a hyphen at the end of a line, as PDFium tells it
                yield None
                continue
            huruf = "-"
        satu = _satu(teks, n, huruf, isi)
        if satu is None:
            continue
        x, y = round(satu.kotak.x0), round(satu.kotak.y0)
        dekat = (sudah.get((huruf, x + i, y + j)) for i in (-1, 0, 1) for j in (-1, 0, 1))
        if any(
            k and abs(k.x0 - satu.kotak.x0) < satu.ukuran * 0.09 and abs(k.y0 - satu.kotak.y0) < 0.7
            for k in dekat
        ):
            continue
        sudah[huruf, x, y] = satu.kotak
        yield satu


def _satu(teks: object, n: int, huruf: str, isi: Isi) -> _Huruf | None:
    k = mentah.FS_RECTF()
    if not mentah.FPDFText_GetLooseCharBox(teks, n, k):
        return None
    kotak = _kotak(isi.ke_atas, k.left, k.bottom, k.right, k.top)
    if kotak.lebar < 0.01 and kotak.tinggi < 0.01:
        return None
    benda = mentah.FPDFText_GetTextObject(teks, n)
    alamat = ctypes.cast(benda, ctypes.c_void_p).value if benda else 0
    urutan = isi.urutan.get(alamat or 0)
    terpotong = isi.terpotong(alamat or 0, kotak)
    arah = _arah(teks, n, isi.ke_atas)
    return _Huruf(
        _LIGATUR.get(huruf, huruf),
        kotak,
        max(kotak.tinggi, 1.0),
        tegak=abs(arah) < 0.35,  # a skew that nobody sees is none
        naik=arah < 0,
        tertutup=urutan is not None and isi.tertutup(urutan, kotak),
        terpotong=terpotong,
    )


def _arah(teks: object, n: int, ke_atas: Matriks) -> float:
    """Return by what angle a letter is turned with the clock, in radians; 0 is read from left to right."""
    m = mentah.FS_MATRIX()
    if not mentah.FPDFText_GetMatrix(teks, n, m):
        return 0.0
    x0, y0 = terapkan(ke_atas, 0, 0)
    x1, y1 = terapkan(ke_atas, m.a, m.b)
    return math.atan2(y1 - y0, x1 - x0)


def _kotak(ke_atas: Matriks, kiri: float, bawah: float, kanan: float, atas: float) -> Kotak:
    return kotak_dari([terapkan(ke_atas, kiri, bawah), terapkan(ke_atas, kanan, atas)])


def _sekata(a: _Huruf, b: _Huruf) -> bool:
    """Whether a letter goes on with the word of the one before."""
    if (a.tegak, a.naik and not a.tegak) != (b.tegak, b.naik and not b.tegak):
        return False
    ukuran = max(a.ukuran, b.ukuran)
    if not a.tegak:
        return abs(a.kotak.x0 - b.kotak.x0) < ukuran and abs(a.kotak.y0 - b.kotak.y0) < 2 * ukuran
    tengah_a, tengah_b = a.kotak.tengah[1], b.kotak.tengah[1]
    sela = b.kotak.x0 - a.kotak.x1
    ligatur = (
        a.kotak.x0 < b.kotak.x0 + 0.1 and a.kotak.x1 <= b.kotak.x1 + 0.5
    )  # two letters of one glyph
    maju = sela > -0.6 * ukuran or ligatur
    return abs(tengah_a - tengah_b) < 0.45 * ukuran and maju and sela < SELA * ukuran


def _kata(huruf: list[_Huruf]) -> Iterator[Kata]:
    if not huruf:
        return
    yield Kata(
        "".join(h.teks for h in huruf),
        kotak_dari(
            [t for h in huruf for t in ((h.kotak.x0, h.kotak.y0), (h.kotak.x1, h.kotak.y1))]
        ),
        tertutup=all(h.tertutup for h in huruf),
        tegak=huruf[0].tegak,
        naik=huruf[0].tegak or huruf[0].naik,
        terpotong=all(h.terpotong for h in huruf),
    )
