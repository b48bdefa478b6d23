"""What a document that flows is made of, before it is set on pages: paragraphs, tables, and what is anchored in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from buku_sop.analysis.impor.lukisan import Foto, Urutan
from buku_sop.analysis.impor.netral import Coretan, Kata, Kotak, Lambang, Sambungan


@dataclass(slots=True)
class Gambaran:
    """What is drawn, in points of the page."""

    lambang: list[Lambang] = field(default_factory=list)
    sambungan: list[Sambungan] = field(default_factory=list)
    gambar: list[Kotak] = field(default_factory=list)
    kata: list[Kata] = field(default_factory=list)
    """Words of text boxes."""
    coretan: list[Coretan] = field(default_factory=list)
    foto: list[Foto] = field(default_factory=list)
    """Pictures of `gambar` that may be drawings of flows."""
    penutup: list[tuple[Urutan, Kotak]] = field(default_factory=list)
    """What hides what lies under it."""
    kertas: tuple[float, float] = (595.3, 841.9)
    """The size of the paper."""


@dataclass(frozen=True, slots=True)
class Letak:
    """Where something anchored stands, in one direction."""

    acuan: str = "aliran"
    """From what: `aliran` (the paragraph, or the column of text), `halaman`, or `marjin` (within the margins of the page)."""
    geser: float = 0.0
    rata: str = ""
    """`awal`, `tengah` or `akhir` of what it is measured from; empty where `geser` says it."""

    def hitung(self, awal: float, panjang: float, ukuran: float) -> float:
        """Return where it begins, what it is measured from being so long and beginning at `awal`."""
        if self.rata == "tengah":
            return awal + (panjang - ukuran) / 2
        return awal + panjang - ukuran if self.rata == "akhir" else awal + self.geser


@dataclass(frozen=True, slots=True)
class Tempelan:
    """A drawing that is anchored in a paragraph."""

    mendatar: Letak
    tegak: Letak
    lebar: float
    tinggi: float
    gambar: Callable[[float, float, Gambaran], None]
    """Draws it, its upper left corner at a point of the page."""
    sebaris: bool = False
    """Whether it stands in the text as a letter does."""
    di_sel: bool = True
    """Whether it is measured from the cell in which it is anchored, where there is one."""


@dataclass(frozen=True, slots=True)
class Paragraf:
    """A paragraph: its lines as the author broke them."""

    baris: tuple[str, ...]
    """Tabs are \\t."""
    ukuran: float = 11.0
    """Height of its letters in points."""
    sebelum: float = 0.0
    sesudah: float = 0.0
    jarak: float = 1.0
    """Height of a line: times that of its letters; in points where it is negative."""
    kiri: float = 0.0
    kanan: float = 0.0
    rata: str = ""
    """`tengah`, `akhir`, or empty."""
    tempelan: tuple[Tempelan, ...] = ()
    putus: bool = False
    """Whether a page ends before it."""
    huruf: str = ""
    """The name of its font."""


@dataclass(frozen=True, slots=True)
class SelBlok:
    """A cell of a table; one that covers several rows or columns stands once."""

    kolom: int
    lebar: int
    """How many columns it covers."""
    blok: tuple[Blok, ...]
    tinggi: int = 1
    """How many rows it covers."""
    rata: str = ""
    """`tengah` or `akhir` where its contents do not begin at its top."""


@dataclass(frozen=True, slots=True)
class BarisBlok:
    """A row of a table."""

    sel: tuple[SelBlok, ...]
    tinggi: float = 0.0
    """How high it is at least."""
    pasti: bool = False
    """Whether it is exactly that high."""
    putus: bool = False
    """Whether a page began in it when it was last laid out."""


@dataclass(frozen=True, slots=True)
class TabelBlok:
    """A table."""

    kolom: tuple[float, ...]
    """The widths of its columns in points."""
    baris: tuple[BarisBlok, ...]
    kiri: float = 0.0
    """How far it begins right of the text."""
    tepi: tuple[float, float, float, float] = (5.4, 0.0, 5.4, 0.0)
    """Room within its cells: left, top, right, bottom."""


Blok = Paragraf | TabelBlok


@dataclass(frozen=True, slots=True)
class Kertas:
    """A page: its size and its margins in points."""

    lebar: float = 595.3
    tinggi: float = 841.9
    kiri: float = 72.0
    atas: float = 72.0
    kanan: float = 72.0
    bawah: float = 72.0


def teks_blok(blok: tuple[Blok, ...]) -> list[str]:
    """Return the lines of blocks; a row of a table within them is one line."""
    hasil: list[str] = []
    for satu in blok:
        if isinstance(satu, Paragraf):
            hasil += [" ".join(b.split()) for b in satu.baris]
        else:
            for baris in satu.baris:
                isi = (" ".join(filter(None, teks_blok(s.blok))) for s in baris.sel)
                hasil.append(" ".join(filter(None, isi)))
    return hasil
