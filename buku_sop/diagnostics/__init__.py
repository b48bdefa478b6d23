"""What is wrong, where, and how to mend it: the one form of every message that a person can see.

Syntax, schema and meaning all end as `Diagnostic`s. Their wording stands in `table`, one entry per code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from buku_sop.diagnostics.gabungan import GABUNGAN
from buku_sop.diagnostics.table import KODE, Kode, Tingkat

__all__ = [
    "GABUNGAN",
    "KODE",
    "Diagnostic",
    "Kode",
    "Location",
    "Tempat",
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
        return f"{self.nama}:{self.baris}:{self.kolom}"

    @property
    def nama(self) -> str:
        """The file as it may be shown: what would steer a terminal or turn the direction of the text stands as `?`."""
        return "".join(c if c.isprintable() else "?" for c in self.berkas)


@dataclass(frozen=True, slots=True)
class Tempat:
    """One place of a finding that is told once for a file."""

    lokasi: Location
    teks: str
    """What is said of it in a list of the places."""
    langkah: str
    """The number of its step, several behind commas; empty where it is in none."""
    pesan: str
    """What is said of it alone."""
    petunjuk: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, worded for the person who can mend it."""

    kode: str
    tingkat: Tingkat
    pesan: str
    petunjuk: str
    lokasi: Location
    tempat: tuple[Tempat, ...] = ()
    """All places, in their order, of a finding that is told once for a file; empty for one of one place."""

    @property
    def letak(self) -> tuple[Location, ...]:
        """Every place of it, in their order."""
        return tuple(t.lokasi for t in self.tempat) or (self.lokasi,)

    def di_berkas(self, berkas: str) -> Diagnostic:
        """Return it with another path for its file."""
        lokasi = replace(self.lokasi, berkas=berkas)
        tempat = tuple(replace(t, lokasi=replace(t.lokasi, berkas=berkas)) for t in self.tempat)
        return replace(self, lokasi=lokasi, tempat=tempat)

    def hanya(self, letak: Collection[Location]) -> Diagnostic | None:
        """Return what it says of some of its places; None where that is nothing."""
        if not self.tempat:
            return self if self.lokasi in letak else None
        sisa = tuple(t for t in self.tempat if t.lokasi in letak)
        return _sebagai_satu(self.kode, self.tingkat, sisa) if sisa else None


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


def gabungkan(
    kode: str,
    semua: Iterable[tuple[Location, Mapping[str, object]]],
    tingkat: Tingkat | None = None,
    /,
) -> Diagnostic:
    """Word what stands at one or several places of a file as one finding, at the first of them.

    `semua` are the places with what fills the code's templates for each, `langkah` for those in a step, and
    `semua_langkah`, their numbers behind commas, for a place that speaks of several.
    Raises KeyError for a code that is told each, or a place left open.
    """
    entri, kata = KODE[kode], GABUNGAN[kode]
    tempat = [
        Tempat(
            lokasi,
            kata.butir.format_map(isi).rstrip("."),
            str(isi.get("semua_langkah", isi.get("langkah", ""))),
            entri.pesan.format_map(isi),
            entri.petunjuk.format_map(isi),
        )
        for lokasi, isi in semua
    ]
    urut = sorted(tempat, key=lambda t: t.lokasi)
    return _sebagai_satu(kode, tingkat or entri.tingkat, tuple(urut))


_DISEBUT = 30
"""Steps that a message lists; all are places of the finding."""


def _sebagai_satu(kode: str, tingkat: Tingkat, tempat: tuple[Tempat, ...]) -> Diagnostic:
    """Word places as one finding; a place alone as if there had never been others."""
    pertama = tempat[0]
    if len(tempat) == 1:
        return Diagnostic(kode, tingkat, pertama.pesan, pertama.petunjuk, pertama.lokasi)
    kata = GABUNGAN[kode]
    langkah = list(dict.fromkeys(n for t in tempat for n in t.langkah.split(", ")))
    lebih = ["…"] if len(langkah) > _DISEBUT else []
    isi = {
        "jumlah": len({t.teks for t in tempat}),
        "langkah": ", ".join([*langkah[:_DISEBUT], *lebih]),
    }
    petunjuk = kata.petunjuk or KODE[kode].petunjuk
    return Diagnostic(kode, tingkat, kata.pesan.format_map(isi), petunjuk, pertama.lokasi, tempat)


def urutkan(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by place, then by code, and drop repetitions."""
    unik = dict.fromkeys(diagnostics)
    return tuple(sorted(unik, key=lambda d: (d.lokasi, d.kode, d.pesan)))


def ada_galat(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding stops the build."""
    return any(d.tingkat is Tingkat.GALAT for d in diagnostics)
