"""The routed grid: where every symbol, arrow and label of a flow stands.

Columns are lanes and rows are steps. A point is `(x in lanes, row, dy in mm from the row's centre)`, so a
renderer needs only the width of a lane and the position of each row, and rows may have any height from
their minimum upwards. Only vertical segments join two rows, so only they can be cut by a page break.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Measures of the drawing in millimetres."""

    lane: float = 20.0
    """Width of a lane."""
    simbol: float = 13.0
    """Width of a symbol."""
    kotak: float = 6.6
    """Height of a box and of a capsule."""
    belah_ketupat: float = 8.4
    """Height of a diamond."""
    ruang: float = 5.6
    """Free space above and under the symbols of a row, where arrows and page connectors run."""
    antar_tingkat: float = 5.6
    """Free space between two bands of a row."""
    huruf: float = 2.3
    """Size of a label's letters."""


@dataclass(frozen=True, slots=True)
class Titik:
    """A point of the grid."""

    x: float
    """In lanes from the left edge of the first lane: 0.5 is the middle of the first one."""
    baris: int
    dy: float
    """Millimetres below the row's centre."""


@dataclass(frozen=True, slots=True)
class LetakSimpul:
    """Where a symbol of `Alur.simpul` stands."""

    tengah: Titik
    lebar: float
    """mm"""
    tinggi: float
    """mm"""


class Sandar(StrEnum):
    """Which side of its anchor point a label's text lies on."""

    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"


@dataclass(frozen=True, slots=True)
class LetakLabel:
    """Where a branch's label stands: a box free of lines, symbols and other labels.

    It lies beside its arrow in the row of the decision; in crowded rows perhaps further along the arrow.
    """

    teks: str
    titik: Titik
    """The middle of the box's left edge, centre, or right edge, as `sandar` says."""
    sandar: Sandar
    lebar: float
    """mm that the layout reserved; a renderer shortens longer text."""
    tinggi: float
    """mm, for all lines together."""
    larik: tuple[str, ...] = ()
    """The text broken into the lines that the box was made for; at least one."""
    huruf: float = 2.3
    """Size of the letters that the box was made for, in mm; smaller than usual where there is no room."""


@dataclass(frozen=True, slots=True)
class Jalur:
    """The path of one arrow: horizontal and vertical segments between consecutive points."""

    panah: int
    """Position in `Alur.panah`."""
    titik: tuple[Titik, ...]
    """From the source symbol's edge to the target symbol's edge, where the head is.

    Of an arrow that is told in words, to these; empty where an earlier one points at them.
    """
    label: LetakLabel | None = None


@dataclass(frozen=True, slots=True)
class KepalaTemu:
    """An arrow head where an arrow comes into the line of another one that leads to the same symbol."""

    panah: int
    """Position in `Alur.panah`; arrows that come there as one line have a head each, at the same place."""
    titik: Titik
    """Its tip: on the line that the arrow comes into, or a little before it."""
    kanan: int
    turun: int
    """Where it points: 1 right or down, -1 left or up, 0 neither."""


@dataclass(frozen=True, slots=True)
class TataLetak:
    """A flow, laid out."""

    ukuran: Ukuran
    """The measures that were used: symbols are smaller than asked for where lanes are narrow."""
    simpul: tuple[LetakSimpul, ...]
    """One for each of `Alur.simpul`, in the same order."""
    jalur: tuple[Jalur, ...]
    """One for each of `Alur.panah`, in the same order."""
    ikatan: tuple[tuple[Titik, ...], ...]
    """The lines that join symbols that act jointly, without heads."""
    teks: tuple[LetakLabel | None, ...]
    """For each symbol its words: in the middle of it where they fit there, or else beside it."""
    tinggi_baris: tuple[float, ...]
    """The least height of each row in mm; a renderer may make it higher, never lower."""
    bentrok: int = 0
    """How many rules had to be broken; zero in every flow that the tests know."""
    temu: tuple[KepalaTemu, ...] = ()
    """The heads where arrows meet, arrow by arrow."""
    rujukan: frozenset[int] = frozenset()
    """The arrows that are told in words ("Tidak → 7") and not drawn to their target: the flow is too large for lines."""
