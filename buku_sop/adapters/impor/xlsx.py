"""Reads Excel workbooks: each sheet becomes a page with its words, its borders, and the shapes and connectors on it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

from openpyxl.reader.excel import ExcelReader

from buku_sop.adapters.impor.foto import PembacaFoto
from buku_sop.adapters.impor.kisi import Kisi
from buku_sop.adapters.impor.ooxml import buka_paket
from buku_sop.adapters.impor.pembaca import TakTerbaca
from buku_sop.adapters.impor.xlsx_gambar import Gambaran, baca_gambaran
from buku_sop.adapters.impor.xlsx_isi import teks_sel
from buku_sop.analysis.impor.netral import Coretan, Dokumen, Halaman, Kata, Sel, Tabel

MAX_LEMBAR = 200
"""Sheets that are read at most; the rest is told."""
MAX_BARIS, MAX_KOLOM = 5_000, 300
"""Rows and columns of a sheet that are read at most."""
_GAMBAR = re.compile(rb"<(?:[\w.-]+:)?wsDr[\s/>]")
"""How a drawing begins. Its namespace tells nothing: worksheets of some programs name it, too."""
_KOSONG = b'<wsDr xmlns="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'
_RUSAK = "Berkas ini bukan buku kerja Excel (.xlsx), atau rusak. Buka dan simpan lagi sebagai .xlsx, lalu impor hasilnya."


def baca(berkas: Path) -> Dokumen:
    """Read a workbook. Raises TakTerbaca where it gives nothing."""
    paket = buka_paket(berkas, _RUSAK)
    buku = _buka(berkas)
    halaman: list[Halaman] = []
    catatan: list[str] = []
    nomor = count(1)
    foto = PembacaFoto(paket)
    for lembar in buku.worksheets[:MAX_LEMBAR]:
        if lembar.sheet_state != "visible":
            catatan.append(f"Lembar tersembunyi “{lembar.title}” tidak dibaca.")
            continue
        halaman.append(_halaman(next(nomor), lembar, foto, catatan))
    if len(buku.worksheets) > MAX_LEMBAR:
        catatan.append(f"Hanya {MAX_LEMBAR} lembar pertama yang dibaca; pecah buku kerjanya.")
    return Dokumen(berkas.name, tuple(halaman), (*catatan, *foto.catatan()))


class _TanpaGambar(ZipFile):
    """A workbook without drawings: the library would decode their pictures, and stumble over broken or linked ones."""

    def read(self, name: str | ZipInfo, pwd: bytes | None = None) -> bytes:
        """Return a part; of a drawing an empty one."""
        isi = super().read(name, pwd)
        return _KOSONG if _GAMBAR.search(isi, 0, 2_000) else isi


def _buka(berkas: Path) -> Any:
    """Let the library read the cells; what it says of the rest, which it does not read, concerns nobody here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            pembaca = ExcelReader(berkas, data_only=True, keep_links=False)
            pembaca.archive.close()
            pembaca.archive = _TanpaGambar(berkas)
            pembaca.read()
            return pembaca.wb
        except Exception as error:  # whatever it stumbles over in a file that may hold anything
            raise TakTerbaca(_RUSAK) from error


def _halaman(nomor: int, lembar: Any, foto: PembacaFoto, catatan: list[str]) -> Halaman:
    kisi = Kisi.dari(lembar, MAX_BARIS, MAX_KOLOM)
    if lembar.max_row > MAX_BARIS or lembar.max_column > MAX_KOLOM:
        catatan.append(
            f"Dari lembar “{lembar.title}” hanya {MAX_BARIS} baris dan {MAX_KOLOM} kolom pertama yang dibaca."
        )
    gambaran: Gambaran = baca_gambaran(foto.paket, lembar.title, kisi, foto)
    catatan += [f"Lembar “{lembar.title}”: {c}" for c in gambaran.catatan]
    if tersembunyi := kisi.tersembunyi(lembar):
        catatan.append(
            f"Lembar “{lembar.title}”: isi {tersembunyi} sel di baris atau kolom tersembunyi tidak dibaca."
        )
    return Halaman(
        nomor=nomor,
        lebar=max(kisi.x[-1], *(s.kotak.x1 for s in gambaran.lambang), 1.0)
        if gambaran.lambang
        else kisi.x[-1],
        tinggi=kisi.y[-1],
        kata=(*_kata(lembar, kisi), *gambaran.kata),
        coretan=tuple(_garis(lembar, kisi)) or tuple(_garis(lembar, kisi, semua=True)),
        gambar=gambaran.gambar,
        lambang=gambaran.lambang,
        sambungan=gambaran.sambungan,
        tabel=(Tabel(kisi.x, kisi.y, tuple(_sel(lembar, kisi))),) if kisi.baris else (),
        judul=lembar.title,
        mengalir=True,
        lukisan=tuple((f.peta.kotak, coretan) for f, coretan in gambaran.foto),
        foto=tuple((f.peta.kotak, f.peta.baris) for f, _ in gambaran.foto),
    )


def _kata(lembar: Any, kisi: Kisi) -> Iterator[Kata]:
    for sel in kisi.berisi(lembar):
        if teks := teks_sel(sel):
            yield from kisi.tulis(teks, kisi.kotak(sel.row, sel.column))


def _sel(lembar: Any, kisi: Kisi) -> Iterator[Sel]:
    """Yield the cells that hold something, by the rows and columns of the sheet."""
    for sel in kisi.berisi(lembar):
        if teks := teks_sel(sel):
            m, n = kisi.gabung.get((sel.row, sel.column), (sel.row, sel.column))
            tinggi, lebar = m - sel.row + 1, n - sel.column + 1
            yield Sel(sel.row - 1, sel.column - 1, teks, tinggi, lebar, paragraf=True)


_SISI = ("left", "right", "top", "bottom")


def _garis(lembar: Any, kisi: Kisi, *, semua: bool = False) -> Iterator[Coretan]:
    """Yield the borders of the cells as strokes; those within merged cells are not seen.

    With `semua` every cell has them: a sheet without any border is read by the lines that the screen draws.
    """
    tertutup = set(kisi.di_dalam())
    for baris in lembar.iter_rows(max_row=kisi.baris, max_col=kisi.kolom):
        for sel in baris:
            tepi = sel.border
            for sisi in _SISI:
                garis = getattr(tepi, sisi) if tepi is not None else None
                ada = semua or (garis is not None and garis.style)
                if ada and (sel.row, sel.column, sisi) not in tertutup:
                    yield kisi.tepi(sel.row, sel.column, sisi)
