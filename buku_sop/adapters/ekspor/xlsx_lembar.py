"""One sheet of a workbook: cells with sizes in mm, written row after row."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from buku_sop.views.ekspor.drawingml import HURUF, jumlah_larik
from buku_sop.views.ekspor.kisi import Alinea, Kisi, SelKisi
from buku_sop.views.ekspor.sambungan import EMU
from buku_sop.views.ekspor.xlsx_gambar import KisiLembar
from buku_sop.views.lembar.kertas import PT, Kertas

PIKSEL = 25.4 / 96
"""mm of a pixel, in which Excel counts its columns and rows."""
TERTINGGI = 540
"""Pixels of a row at most; a higher one is several rows with merged cells."""
LARIK = 1.24
"""Distance of two lines in Excel, in sizes of letters."""
_KERTAS = {"a4": 9, "f4": 14, "folio": 14, "letter": 1}
"""The numbers of papers in Excel."""
_SKALA = 97
"""Percent of the size that is printed, for columns are whole pixels and must not leave the page."""
_KOSONG = 3.8
"""mm of an empty paragraph, where a signature goes."""
_TEPI_SEL = 2.2
"""mm that a cell keeps free at its sides together."""
_TIPIS = Side("thin", color="FF000000")
_TEBAL = Side("medium", color="FF000000")
_BINGKAI = Border(_TIPIS, _TIPIS, _TIPIS, _TIPIS)
_ABU = PatternFill("solid", fgColor="FFE4E4E4")
MAX_HURUF = 32_767
"""Characters that a cell of Excel can hold."""
_KODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for the code of a character."""
_RUMUS = ("=", "+", "-", "@", "'")


class SelTerlaluPanjang(ValueError):
    """A text is longer than a cell of Excel can be; nothing is cut off instead."""

    def __init__(self, huruf: int) -> None:
        super().__init__(
            f"sebuah selnya berisi {huruf} huruf, sedangkan sel Excel memuat paling banyak {MAX_HURUF}. Pakai docx."
        )


class LembarKerja:
    """Writes a sheet whose columns are known, from the top down."""

    def __init__(self, lembar: Any, x: Sequence[float], kertas: Kertas) -> None:
        """`x` are the borders of its columns in mm."""
        self.lembar = lembar
        self.x, self.y = [0], [0]
        """Borders of columns and rows in pixels."""
        for n, (a, b) in enumerate(pairwise(x), 1):
            lebar = round(b / PIKSEL) - round(a / PIKSEL)
            self.x.append(self.x[-1] + lebar)
            lembar.column_dimensions[get_column_letter(n)].width = lebar / 7
        self.batas = list(x)
        _atur_kertas(lembar, kertas)

    @property
    def kolom(self) -> int:
        """How many columns it has."""
        return len(self.x) - 1

    @property
    def baris(self) -> int:
        """How many rows were written."""
        return len(self.y) - 1

    def tambah_baris(self, tinggi: float) -> range:
        """Add a row of so many mm, and return the rows of the sheet that it is, from 1."""
        piksel = max(1, round(tinggi / PIKSEL))
        awal, banyak = self.baris + 1, math.ceil(piksel / TERTINGGI)
        for n in range(banyak):
            satu = piksel * (n + 1) // banyak - piksel * n // banyak
            self.y.append(self.y[-1] + satu)
            self.lembar.row_dimensions[self.baris].height = satu * 0.75
        return range(awal, self.baris + 1)

    def isi(
        self,
        baris: range,
        kolom: range,
        alinea: Iterable[Alinea | str],
        pt: float,
        *,
        tengah: bool = False,
        atas: bool = False,
        judul: bool = False,
        tegak: bool = False,
        bingkai: bool = True,
    ) -> None:
        """Write a cell that covers some rows and columns, from 1."""
        semua = [Alinea(a) if isinstance(a, str) else a for a in alinea]
        teks = "\n".join(a.teks for a in semua)
        if not tegak:
            pt = self._muat(teks, baris, kolom, pt)
        tebal = bool(semua) and all(a.tebal for a in semua if a.teks)
        for r in baris:
            for c in kolom:
                sel = self.lembar.cell(r, c)
                if bingkai:
                    sel.border = _BINGKAI
                if judul:
                    sel.fill = _ABU
        if len(baris) * len(kolom) > 1:
            self.lembar.merge_cells(None, baris[0], kolom[0], baris[-1], kolom[-1])
        sel = self.lembar.cell(baris[0], kolom[0])
        bergaris = bool(semua) and all(a.garis_bawah for a in semua if a.teks)
        sel.font = Font(
            name=HURUF, size=pt, bold=tebal or None, underline="single" if bergaris else None
        )
        sel.alignment = Alignment(
            horizontal="center" if tengah else "left", vertical="top" if atas else "center",
            wrap_text=True, textRotation=90 if tegak else 0,
        )  # fmt: skip
        if teks:
            tertulis = tanpa_kode(teks)
            if len(tertulis) > MAX_HURUF:
                raise SelTerlaluPanjang(len(teks))
            sel.value, sel.data_type = (
                tertulis,
                "s",
            )  # a text, also where it begins as a formula does
            sel.quotePrefix = int(teks.startswith(_RUMUS))

    def _muat(self, teks: str, baris: range, kolom: range, pt: float) -> float:
        """Return the size of letters with which a text fits into its cell, at most so large."""
        tinggi = (self.y[baris[-1]] - self.y[baris[0] - 1]) * PIKSEL
        lebar = (self.x[kolom[-1]] - self.x[kolom[0] - 1]) * PIKSEL - _TEPI_SEL
        while pt > 6 and jumlah_larik(teks, lebar, pt) * LARIK * pt * PT > tinggi + 0.3:
            pt -= 0.5
        return pt

    def kisi(self, kisi: Kisi, pt: float, tinggi: Sequence[float] = ()) -> None:
        """Write a block of cells below what is there; rows are as high as their words need, unless told."""
        tinggi = tinggi or self._tinggi(kisi, pt)
        baris = [self.tambah_baris(t) for t in tinggi]
        peta = [min(range(len(self.batas)), key=lambda n: abs(self.batas[n] - v)) for v in kisi.x]
        for s in kisi.sel:
            letak = range(baris[s.baris][0], baris[s.baris + s.turun - 1][-1] + 1)
            kolom = range(peta[s.kolom] + 1, peta[s.sampai] + 1)
            self.isi(
                letak, kolom, s.alinea, pt * s.besar,
                tengah=s.tengah, atas=s.atas, judul=s.judul, tegak=s.tegak, bingkai=not s.polos,
            )  # fmt: skip

    def _tinggi(self, kisi: Kisi, pt: float) -> list[float]:
        tinggi = [0.0] * kisi.baris
        for s in sorted(kisi.sel, key=lambda s: s.turun):
            perlu = tinggi_sel(s, kisi.lebar(s), pt)
            ada = sum(tinggi[s.baris : s.baris + s.turun])
            tinggi[s.baris + s.turun - 1] += max(0.0, perlu - ada)
        return tinggi

    def alinea(self, semua: Sequence[Alinea], pt: float, kolom: range | None = None, *, tengah: bool = False) -> None:  # fmt: skip
        """Write paragraphs across the sheet, each in a row of its own, or across some columns."""
        kolom = kolom or range(1, self.kolom + 1)
        lebar = (self.x[kolom[-1]] - self.x[kolom[0] - 1]) * PIKSEL
        for a in semua:
            larik = jumlah_larik(a.teks, lebar - _TEPI_SEL, pt)
            baris = self.tambah_baris(larik * LARIK * pt * PT + 0.5 if a.teks else _KOSONG)
            self.isi(baris, kolom, [a], pt, tengah=tengah, bingkai=False)

    def garis(self) -> None:
        """Draw a rule across the sheet, below what is there."""
        self.tambah_baris(1.5)
        for c in range(1, self.kolom + 1):
            self.lembar.cell(self.baris, c).border = Border(bottom=_TEBAL)
        self.tambah_baris(1.5)

    def putus(self) -> None:
        """Break the page behind the last row."""
        self.lembar.row_breaks.append(Break(id=self.baris))

    def muatkan(self, halaman: int) -> None:
        """Print it on so many pages at most; for a sheet without page breaks of its own."""
        self.lembar.sheet_properties.pageSetUpPr.fitToPage = True
        self.lembar.page_setup.fitToWidth, self.lembar.page_setup.fitToHeight = 1, halaman
        self.lembar.page_setup.scale = None

    def batas_emu(self) -> KisiLembar:
        """Return where its columns and rows begin."""
        return KisiLembar(*([round(v * PIKSEL * EMU) for v in s] for s in (self.x, self.y)))


def tanpa_kode(teks: str) -> str:
    """Write a text so that Excel takes nothing in it for the code of a character."""
    return _KODE.sub("_x005F_", teks)


def tinggi_sel(s: SelKisi, lebar: float, pt: float) -> float:
    """Return how high the words of a cell are, in mm, with room around them."""
    huruf = pt * s.besar
    larik = sum(jumlah_larik(a.teks, lebar - _TEPI_SEL, huruf * (1.06 if a.tebal else 1.0)) for a in s.alinea)  # fmt: skip
    return larik * LARIK * huruf * PT + 2.0


def _atur_kertas(lembar: Any, kertas: Kertas) -> None:
    atur = lembar.page_setup
    atur.paperSize = _KERTAS[kertas.nama]
    atur.orientation = "landscape" if kertas.lebar > kertas.tinggi else "portrait"
    atur.scale = _SKALA
    tepi = lembar.page_margins
    for sisi, mm in (("left", kertas.kiri), ("right", kertas.kanan), ("top", kertas.atas), ("bottom", kertas.bawah), ("footer", 6.0), ("header", 4.0)):  # fmt: skip
        setattr(tepi, sisi, round(mm / 25.4, 4))
    lembar.sheet_view.showGridLines = False
