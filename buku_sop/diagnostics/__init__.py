"""What is wrong, where, and how to mend it: the one form of every message that a person can see.

Syntax, schema and meaning all end as `Diagnostic`s. Their wording stands in `table`, one entry per code.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from buku_sop.diagnostics.table import KODE, Kode, Tingkat

__all__ = [
    "KODE",
    "Diagnostic",
    "Kode",
    "Location",
    "Tingkat",
    "ada_galat",
    "diagnose",
    "gabungkan",
    "urutkan",
]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the handbook."""

    berkas: str
    """Path from the root of the project, with `/` on every system."""
    baris: int = 1
    """Line, from 1."""
    kolom: int = 1
    """Column, from 1."""

    def __str__(self) -> str:
        """Write it as editors and terminals understand it."""
        return f"{self.berkas}:{self.baris}:{self.kolom}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, worded for the person who can mend it."""

    kode: str
    tingkat: Tingkat
    pesan: str
    petunjuk: str
    lokasi: Location
    juga: tuple[Location, ...] = ()
    """The other places, of a finding that is told once for a file."""


def diagnose(
    kode: str, lokasi: Location, tingkat: Tingkat | None = None, /, **isi: object
) -> Diagnostic:
    """Word a finding from the table.

    `isi` fills the places in the templates. Raises KeyError for an unknown code or a place left open,
    which is a mistake in this program and not in the handbook.
    """
    entri = KODE[kode]
    return Diagnostic(
        kode,
        tingkat or entri.tingkat,
        entri.pesan.format_map(isi),
        entri.petunjuk.format_map(isi),
        lokasi,
    )


def gabungkan(kode: str, letak: Sequence[Location], /, **isi: object) -> Diagnostic:
    """Word what stands at several places of one file as one finding, at the first of them."""
    entri = KODE[kode]
    pertama, *juga = sorted(letak)
    pesan = entri.gabungan.format_map(isi)
    return Diagnostic(kode, entri.tingkat, pesan, entri.petunjuk, pertama, tuple(juga))


def urutkan(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by place, then by code, and drop repetitions."""
    unik = dict.fromkeys(diagnostics)
    return tuple(sorted(unik, key=lambda d: (d.lokasi, d.kode, d.pesan)))


def ada_galat(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding stops the build."""
    return any(d.tingkat is Tingkat.GALAT for d in diagnostics)
