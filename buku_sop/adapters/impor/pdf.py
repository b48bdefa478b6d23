"""Reads PDF files with PDFium: words, strokes and pictures of each page, in points from its top left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as mentah

from buku_sop.adapters.impor.pdf_coretan import Isi, isi_halaman
from buku_sop.adapters.impor.pdf_kata import kata_halaman
from buku_sop.adapters.impor.pembaca import TakTerbaca
from buku_sop.analysis.impor.netral import Dokumen, Halaman, Kata

MAX_HALAMAN = 300
"""Pages that are read at most; the rest is told."""
_SEBAB = {
    mentah.FPDF_ERR_PASSWORD: "PDF ini terkunci dengan kata sandi. Buka dengan kata sandinya, cetak atau simpan tanpa "
    "kata sandi, lalu impor hasilnya.",
    mentah.FPDF_ERR_SECURITY: "PDF ini dikunci dengan cara yang tidak dikenal. Simpan tanpa kunci, lalu impor hasilnya.",
}
_RUSAK = "Berkas ini bukan PDF, atau rusak. Buka dan simpan lagi sebagai PDF, lalu impor hasilnya."


def baca(berkas: Path) -> Dokumen:
    """Read a PDF. Raises TakTerbaca where it gives nothing."""
    with buka(berkas) as pdf:
        jumlah = len(pdf)
        halaman = tuple(_halaman(pdf, n) for n in range(min(jumlah, MAX_HALAMAN)))
    catatan = []
    if jumlah > MAX_HALAMAN:
        catatan.append(
            f"Halaman {MAX_HALAMAN + 1} sampai {jumlah} tidak dibaca: paling banyak {MAX_HALAMAN} halaman dari satu "
            "berkas. Pecah berkasnya."
        )
    return Dokumen(berkas.name, halaman, tuple(catatan))


def buka(berkas: Path) -> pdfium.PdfDocument:
    """Open a PDF. Raises TakTerbaca."""
    try:
        return pdfium.PdfDocument(berkas)
    except pdfium.PdfiumError as error:
        raise TakTerbaca(_SEBAB.get(getattr(error, "err_code", 0) or 0, _RUSAK)) from error
    except OSError as error:
        raise TakTerbaca("Berkas ini tidak ada atau tidak dapat dibuka.") from error


def _halaman(pdf: pdfium.PdfDocument, n: int) -> Halaman:
    try:
        halaman = pdf[n]
    except pdfium.PdfiumError:
        return Halaman(n + 1, 0.0, 0.0)
    try:
        lebar, tinggi = halaman.get_size()
        isi = isi_halaman(halaman)
        return Halaman(
            nomor=n + 1,
            lebar=lebar,
            tinggi=tinggi,
            kata=tuple(_terlihat(halaman, isi, lebar, tinggi)),
            coretan=tuple(isi.coretan),
            gambar=tuple(isi.gambar),
            panah_gambar=tuple(isi.panah_gambar),
            lukisan=tuple(isi.lukisan),
        )
    finally:
        halaman.close()


def _terlihat(halaman: pdfium.PdfPage, isi: Isi, lebar: float, tinggi: float) -> Iterator[Kata]:
    for kata in kata_halaman(halaman, isi):
        x, y = kata.kotak.tengah
        if -2 <= x <= lebar + 2 and -2 <= y <= tinggi + 2:
            yield kata
