"""The neutral form of a document: what a reader of any format hands over, in points from the top left of the page.

A reader of a format that only draws (PDF) gives words and strokes; tables, symbols and connectors are found in them.
A reader of a format that knows its tables, symbols or connectors (Word, Excel, HTML) gives those, and what it does
not know is empty. Everything is frozen and holds plain values only, so that a worker can send it to its parent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Titik = tuple[float, float]
"""A point: right from the left edge, down from the top edge, in points (1/72 inch)."""


@dataclass(frozen=True, slots=True)
class Kotak:
    """A rectangle on a page, in points from the top left."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def lebar(self) -> float:
        """How wide it is."""
        return self.x1 - self.x0

    @property
    def tinggi(self) -> float:
        """How high it is."""
        return self.y1 - self.y0

    @property
    def tengah(self) -> Titik:
        """Return its centre."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def memuat(self, titik: Titik, longgar: float = 0.0) -> bool:
        """Whether a point lies in it, or no further than `longgar` beside it."""
        x, y = titik
        return (
            self.x0 - longgar <= x <= self.x1 + longgar
            and self.y0 - longgar <= y <= self.y1 + longgar
        )

    def jarak(self, titik: Titik) -> float:
        """How far a point lies from it; 0 inside."""
        dx = max(self.x0 - titik[0], 0.0, titik[0] - self.x1)
        dy = max(self.y0 - titik[1], 0.0, titik[1] - self.y1)
        return float((dx * dx + dy * dy) ** 0.5)

    def terdekat(self, titik: Titik) -> Titik:
        """Return the point of it that is nearest to another."""
        return min(max(titik[0], self.x0), self.x1), min(max(titik[1], self.y0), self.y1)

    def tumpang(self, lain: Kotak) -> float:
        """Return the share of both areas together in which they overlap, 0 to 1."""
        lebar = min(self.x1, lain.x1) - max(self.x0, lain.x0)
        tinggi = min(self.y1, lain.y1) - max(self.y0, lain.y0)
        if lebar <= 0 or tinggi <= 0:
            return 0.0
        bersama = lebar * tinggi
        return bersama / (self.lebar * self.tinggi + lain.lebar * lain.tinggi - bersama)


def melingkupi(semua: Iterable[Kotak]) -> Kotak:
    """Return the smallest rectangle around others. Raises ValueError for none."""
    daftar = list(semua)
    return Kotak(
        min(k.x0 for k in daftar),
        min(k.y0 for k in daftar),
        max(k.x1 for k in daftar),
        max(k.y1 for k in daftar),
    )


@dataclass(frozen=True, slots=True)
class Kata:
    """A word as it is printed, without blanks."""

    teks: str
    kotak: Kotak
    tertutup: bool = False
    """Whether something was painted over it, so that nobody sees it."""
    tegak: bool = True
    """Whether it is read from left to right; False for text turned up or down."""
    utuh: bool = False
    """Whether it is all that a text box of its own says, which goes on in no other."""
    naik: bool = True
    """Of turned text: whether it is read upwards."""
    terpotong: bool = False
    """Whether the edge of its cell cuts it off, so that nobody sees it, though it belongs there."""


@dataclass(frozen=True, slots=True)
class Coretan:
    """One stroke or area that is drawn: a path without a jump, its curves as short straight pieces."""

    titik: tuple[Titik, ...]
    kotak: Kotak
    tertutup: bool = False
    """Whether it comes back to its first point."""
    terisi: bool = False
    """Whether it is filled with a colour that can be seen on white."""
    bergaris: bool = False
    """Whether its line can be seen."""
    lengkung: int = 0
    """How many curves it has."""
    tebal: float = 0.0
    """Width of its line."""


class Rupa(StrEnum):
    """What a symbol looks like. The first three are symbols of the model (`Simbol`), by the same names."""

    KAPSUL = "kapsul"
    KOTAK = "kotak"
    BELAH_KETUPAT = "belah_ketupat"
    PENGHUBUNG = "penghubung"
    """Leads to the same sign on another page: a pentagon or a circle."""
    DOKUMEN = "dokumen"
    """A sheet with a wavy foot; the model draws it as a box."""


@dataclass(frozen=True, slots=True)
class Lambang:
    """A symbol of a flow, found or handed over by a reader."""

    rupa: Rupa
    kotak: Kotak
    teks: str = ""
    """The words inside."""
    id: str = ""
    """By what connectors of the format call it; empty where they call it nothing."""
    tebakan: str = ""
    """Why it may be something else, in Indonesian; empty where nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class Sambungan:
    """A connector handed over by a reader: a line from symbol to symbol.

    Where the format ties it (`stCxn`, `endCxn`), `dari` and `ke` are the ids of symbols and no geometry is needed;
    an end that is not tied is found by its point.
    """

    titik: tuple[Titik, ...]
    """Its way, from `dari` to `ke`; at least two points."""
    dari: str = ""
    ke: str = ""
    kepala_awal: bool = False
    """Whether it has an arrow head where it begins."""
    kepala_akhir: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell of a table; one that covers several rows or columns stands once, at its first."""

    baris: int
    kolom: int
    teks: str
    """Its lines, each on a line of its own, as the document breaks them."""
    tinggi: int = 1
    """How many rows it covers."""
    lebar: int = 1
    """How many columns it covers."""
    paragraf: bool = False
    """Whether each line is a paragraph of the author; False where lines may be broken for want of room."""
    terpotong: str = ""
    """Two words that may be one, which the edge of the cell broke."""
    terbagi: bool = False
    """Whether a line parts what was read as one cell, with words above and below it."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table on one page: its grid, and what stands in its cells.

    A reader without positions (HTML, text) counts: column j from j * 100 to (j + 1) * 100 points, and rows alike.
    """

    x: tuple[float, ...]
    """The borders of the columns, from left to right: one more than there are columns."""
    y: tuple[float, ...]
    """The borders of the rows, from top to bottom."""
    sel: tuple[Sel, ...]
    lanjutan: bool = False
    """Whether it goes on with the table of the page before, without a heading of its own."""

    @property
    def kotak(self) -> Kotak:
        """Return where it stands."""
        return Kotak(self.x[0], self.y[0], self.x[-1], self.y[-1])


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page, or one sheet of a workbook."""

    nomor: int
    """From 1."""
    lebar: float
    tinggi: float
    kata: tuple[Kata, ...] = ()
    """Every word but those in `lambang`; those of tables are set into their cells."""
    coretan: tuple[Coretan, ...] = ()
    gambar: tuple[Kotak, ...] = ()
    """Where pictures stand."""
    tabel: tuple[Tabel, ...] = ()
    """Tables that the format itself knows."""
    lambang: tuple[Lambang, ...] = ()
    """Symbols that the format itself knows."""
    sambungan: tuple[Sambungan, ...] = ()
    """Connectors that the format itself knows."""
    judul: str = ""
    """The name of the sheet, where it has one."""
    mengalir: bool = False
    """Whether its document flows (Word, HTML, text): each line of words is a line of the author's, however long, and
    places on the page are only nearly those of the paper."""
    baru: bool = False
    """Whether its reader knows that an SOP begins with it."""
    panah_gambar: tuple[tuple[Kotak, Titik, Titik], ...] = ()
    """Pictures that are an arrow by their pixels: where each stands, where the arrow begins, where its head is."""
    lukisan: tuple[tuple[Kotak, tuple[Coretan, ...]], ...] = ()
    """Pictures that are a drawing of symbols and lines by their pixels: where each stands, and its strokes."""
    foto: tuple[tuple[Kotak, tuple[bytes, ...]], ...] = ()
    """Of pictures that a page of this format shows to nobody here: their pixels in rows, 1 where they are dark."""
    baris_kira: tuple[tuple[float, float], ...] = ()
    """Rows of tables whose height is only estimated: their upper and lower borders."""


@dataclass(frozen=True, slots=True)
class Dokumen:
    """A document as its reader saw it."""

    nama: str
    """The name of the file, without its folder."""
    halaman: tuple[Halaman, ...]
    catatan: tuple[str, ...] = ()
    """What the reader could not read or left out, in Indonesian sentences."""
    ragu_alur: str = ""
    """Why all of the flow is doubtful; empty where it is not."""

    @property
    def judul(self) -> str:
        """What an SOP is called that does not say its name: the name of the file, in words."""
        return self.nama.rpartition(".")[0].replace("_", " ").replace("-", " ").strip() or "SOP"
