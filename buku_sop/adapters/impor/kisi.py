"""The grid of a sheet in points, and words set into its cells as if they had been printed there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from buku_sop.analysis.impor.netral import Coretan, Kata, Kotak, Titik

_PIKSEL = 0.75
"""Points of a pixel of a spreadsheet."""
_HURUF = 5.0
"""Width of a letter at most, in points."""
_ISI = 0.7
"""Share of a cell that its text takes at most, so that words of neighbours stand apart."""


def lebar_kolom(huruf: float) -> float:
    """Turn the width of a column in letters of the usual font into points."""
    return int((256 * huruf + int(128 / 7)) / 256 * 7) * _PIKSEL if huruf > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Kisi:
    """The borders of columns and rows, in points from the top left of the sheet, and the merged cells."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    gabung: dict[tuple[int, int], tuple[int, int]]
    """First cell of a merged range, and its last: rows and columns from 1."""

    @classmethod
    def dari(cls, lembar: Any, baris: int, kolom: int) -> Kisi:
        """Measure a sheet, up to so many rows and columns."""
        gabung = {
            (r.min_row, r.min_col): (min(r.max_row, baris), min(r.max_col, kolom))
            for r in lembar.merged_cells.ranges
            if r.min_row <= baris and r.min_col <= kolom
        }
        m = max((lembar.max_row, *(r for r, _ in gabung.values())))
        n = max((lembar.max_column, *(c for _, c in gabung.values())))
        x, y = [0.0], [0.0]
        lebar = _lebar(lembar, min(n, kolom))
        for satu in lebar:
            x.append(x[-1] + satu)
        baku = lembar.sheet_format.defaultRowHeight or 15.0
        for r in range(1, min(m, baris) + 1):
            ukuran = lembar.row_dimensions.get(r)
            tinggi = 0.0 if ukuran is not None and ukuran.hidden else baku
            if ukuran is not None and ukuran.height is not None and not ukuran.hidden:
                tinggi = float(ukuran.height)
            y.append(y[-1] + tinggi)
        return cls(tuple(x), tuple(y), gabung)

    @property
    def baris(self) -> int:
        """How many rows it has."""
        return len(self.y) - 1

    @property
    def kolom(self) -> int:
        """How many columns it has."""
        return len(self.x) - 1

    def kotak(self, baris: int, kolom: int) -> Kotak:
        """Return where a cell stands, with all that is merged into it."""
        m, n = self.gabung.get((baris, kolom), (baris, kolom))
        return Kotak(self.x[kolom - 1], self.y[baris - 1], self.x[n], self.y[m])

    def titik(self, kolom: int, geser_x: float, baris: int, geser_y: float) -> Titik:
        """Return a point so far behind the left border of a column and the upper one of a row, both from 0."""
        return _di(self.x, kolom) + geser_x, _di(self.y, baris) + geser_y

    def berisi(self, lembar: Any) -> Iterator[Any]:
        """Yield the cells that hold something and can be seen."""
        for baris in lembar.iter_rows(max_row=self.baris, max_col=self.kolom):
            for sel in baris:
                if sel.value is not None:
                    kotak = self.kotak(sel.row, sel.column)
                    if kotak.lebar > 0 and kotak.tinggi > 0:
                        yield sel

    def tersembunyi(self, lembar: Any) -> int:
        """Count the cells that hold something in hidden rows and columns."""
        semua = lembar.iter_rows(max_row=self.baris, max_col=self.kolom)
        ada = sum(sel.value is not None for baris in semua for sel in baris)
        return ada - sum(1 for _ in self.berisi(lembar))

    def di_dalam(self) -> Iterator[tuple[int, int, str]]:
        """Yield the sides of cells that lie within merged ones: row, column, side."""
        for (r0, c0), (r1, c1) in self.gabung.items():
            for r in range(r0, r1 + 1):
                for c in range(c0, c1 + 1):
                    tepi = (
                        ("left", c > c0),
                        ("right", c < c1),
                        ("top", r > r0),
                        ("bottom", r < r1),
                    )
                    yield from ((r, c, sisi) for sisi, dalam in tepi if dalam)

    def tepi(self, baris: int, kolom: int, sisi: str) -> Coretan:
        """Return one side of a cell as a stroke."""
        kiri, kanan = self.x[kolom - 1], self.x[kolom]
        atas, bawah = self.y[baris - 1], self.y[baris]
        a, b = {
            "left": ((kiri, atas), (kiri, bawah)),
            "right": ((kanan, atas), (kanan, bawah)),
            "top": ((kiri, atas), (kanan, atas)),
            "bottom": ((kiri, bawah), (kanan, bawah)),
        }[sisi]
        return Coretan((a, b), Kotak(a[0], a[1], b[0], b[1]), bergaris=True, tebal=0.5)

    @staticmethod
    def tulis(teks: str, kotak: Kotak) -> Iterator[Kata]:
        """Set a text into a rectangle, one line below the other, each on one line whatever its length."""
        baris = teks.split("\n")
        langkah = min(12.0, kotak.tinggi / len(baris))
        atas = kotak.y0 + (kotak.tinggi - langkah * len(baris)) / 2
        for n, isi in enumerate(baris):
            huruf = min(_HURUF, _ISI * kotak.lebar / max(len(isi), 1))
            tinggi = min(6.0, 0.6 * langkah, 4 * huruf)  # blanks stay wide beside it
            y0 = atas + (n + 0.5) * langkah - tinggi / 2
            x = kotak.x0 + 2
            for kata in isi.split(" "):
                if kata:
                    yield Kata(kata, Kotak(x, y0, x + huruf * len(kata), y0 + tinggi))
                x += huruf * (len(kata) + 1)


def _di(batas: tuple[float, ...], n: int) -> float:
    """Return a border; beyond the last, columns and rows go on in their usual size."""
    return batas[n] if n < len(batas) else batas[-1] + 48.0 * (n - len(batas) + 1)


def _lebar(lembar: Any, jumlah: int) -> list[float]:
    baku = lembar.sheet_format.defaultColWidth or (lembar.sheet_format.baseColWidth or 8) + 0.71
    hasil = [lebar_kolom(float(baku))] * jumlah
    for ukuran in lembar.column_dimensions.values():
        for n in range((ukuran.min or 1) - 1, min(ukuran.max or 0, jumlah)):
            if ukuran.hidden:
                hasil[n] = 0.0
            elif ukuran.width is not None:
                hasil[n] = lebar_kolom(float(ukuran.width))
    return hasil
