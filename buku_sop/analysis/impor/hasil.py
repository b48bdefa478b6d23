"""What importing gives: a draft as its file will hold it, its doubts with their places, and what found no place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from buku_sop.analysis.impor.netral import Kotak


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where on a document something stands."""

    halaman: int
    kotak: Kotak
    terukur: bool = True
    """Whether it is a place on the paper; False in documents that flow, of which nobody knows where they are printed."""

    @property
    def dalam_kurung(self) -> str:
        """Say it behind a statement; nothing where it is no place on the paper."""
        return f" ({self})" if self.terukur else ""

    def __str__(self) -> str:
        """Say it in centimetres from the left and top edge."""
        x, y = (round(v / 72 * 2.54) for v in (self.kotak.x0, self.kotak.y0))
        return f"halaman {self.halaman}, {x} cm dari kiri dan {y} cm dari atas"


@dataclass(frozen=True, slots=True)
class Keraguan:
    """A field that was inferred, or could not be read."""

    bidang: str
    """The field that `perlu_konfirmasi` marks."""
    alasan: str
    """A sentence in Indonesian, with its full stop."""
    tempat: Tempat | None = None
    langkah: int | None = None
    """The row of its table, from 0; None for a field of the SOP."""
    prosedur: int = 0
    """The table, from 0."""

    @property
    def tertulis(self) -> str:
        """Write the reason with its place, unless it names one itself."""
        if self.alasan.endswith(" dari atas)."):
            return self.alasan
        return f"{self.alasan[:-1]}{self.tempat.dalam_kurung}." if self.tempat else self.alasan


@dataclass(frozen=True, slots=True)
class Sisa:
    """Words that found no place in the draft."""

    teks: str
    tempat: Tempat
    sebab: str = ""
    """Why, in Indonesian, where it is known."""


@dataclass(frozen=True, slots=True)
class BarisAsal:
    """Where a step stands in the document."""

    kegiatan: str
    """As the draft has it, by which a step is found again after others were inserted or moved."""
    tempat: Tempat


@dataclass(frozen=True, slots=True)
class Angka:
    """What was found, for the summary and for measuring."""

    baris: int = 0
    lambang: int = 0
    panah: int = 0
    lepas: int = 0
    """Lines that tie no two symbols."""
    keputusan: int = 0
    berlabel: int = 0
    """Decisions of which two ways out or more have labels."""
    baris_berlambang: int = 0
    gambar: bool = False
    """Whether the flow is a picture that cannot be read."""


@dataclass(frozen=True, slots=True)
class Draf:
    """An SOP as it was recognised."""

    nama: str
    isi: Mapping[str, Any]
    """The keys and values of its file."""
    halaman: tuple[int, int]
    """Its first and last page in the document."""
    keraguan: tuple[Keraguan, ...] = ()
    sisa: tuple[Sisa, ...] = ()
    berulang: tuple[Sisa, ...] = ()
    """What belongs to the pages rather than to the SOP: notes of signatures, numbers of pages, what each page repeats."""
    angka: Angka = field(default_factory=Angka)
    catatan: tuple[str, ...] = ()
    """What concerns the whole of it, in Indonesian sentences."""
    baris: tuple[tuple[BarisAsal, ...], ...] = ()
    """Of each table its rows."""
    hampa: bool = False
    """Whether it holds nothing of the document: no table of steps, no field of an identity, no title."""
    sebutan: Mapping[str, str] = field(default_factory=dict)
    """How the document calls its columns, boxes and fields, where it names them."""

    @property
    def ditandai(self) -> int:
        """How many fields are marked; one of several doubts is marked once."""
        return len({(k.prosedur, k.langkah, k.bidang) for k in self.keraguan})
