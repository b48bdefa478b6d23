"""A comparison made ready to be shown: the same words for a terminal, a comment, a page and a program.

Everything here is plain text as people wrote it; each way of showing it escapes for itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from buku_sop.analysis.beda import BedaProsedur, BedaSop, Jenis
from buku_sop.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Ubahan:
    """One thing that changed, in the words of both sides."""

    bidang: str
    """The field's name in the data."""
    label: str
    sebelum: tuple[str, ...]
    sesudah: tuple[str, ...]
    catatan: str = ""
    """What to add: the difference of a time, or that only the order changed."""


@dataclass(frozen=True, slots=True)
class LangkahTampil:
    """A step of one side."""

    nomor: str
    """As its document numbers it; empty for none."""
    sebutan: str
    """Its number, or its activity in quotes where it has none."""
    kegiatan: str
    pelaksana: str
    kelengkapan: tuple[str, ...]
    waktu: str
    output: tuple[str, ...]
    alur: tuple[str, ...]
    """Branches and jumps, in words."""
    keterangan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """A row: the same step on both sides."""

    jenis: Jenis
    dipindah: bool
    sebelum: tuple[LangkahTampil, ...]
    sesudah: tuple[LangkahTampil, ...]
    ubahan: tuple[Ubahan, ...]
    selisih: str = ""
    jalan: tuple[tuple[int, int], ...] = ()
    """The lines of `alur` that mean the same on both sides, though their numbers may have moved on."""

    @property
    def berubah(self) -> bool:
        """Whether there is anything to tell."""
        return self.dipindah or self.jenis is not Jenis.SAMA

    @property
    def bidang(self) -> frozenset[str]:
        """The fields that changed."""
        return frozenset(u.bidang for u in self.ubahan)


@dataclass(frozen=True, slots=True)
class TabelTampil:
    """A table of steps."""

    judul: str
    """How to call it; empty for the only table of an SOP."""
    jenis: Jenis
    ubahan: tuple[Ubahan, ...]
    baris: tuple[BarisTampil, ...]
    beda: BedaProsedur


@dataclass(frozen=True, slots=True)
class TotalTampil:
    """The time of an SOP or of a role on both sides."""

    label: str
    sebelum: str
    sesudah: str
    selisih: str


@dataclass(frozen=True, slots=True)
class SopTampil:
    """An SOP that changed."""

    id: str
    nama: str
    instansi: str
    jenis: Jenis
    ringkas: tuple[str, ...]
    """What changed, in a few words each."""
    total: TotalTampil
    peran: tuple[TotalTampil, ...]
    """Roles whose time changed, or that came or went."""
    isian: tuple[Ubahan, ...]
    tabel: tuple[TabelTampil, ...]
    konfirmasi: tuple[tuple[str, tuple[str, ...]], ...]
    """Doubts settled and raised: for each kind a heading, and a sentence for each field."""
    tautan: tuple[str, ...]
    """What became of references and backlinks, a sentence each."""
    dampak: tuple[str, ...]
    """Which other SOPs are concerned and why, a sentence each."""
    beda: BedaSop

    @property
    def lain(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What stands behind the tables: headings, each with its sentences."""
        sekitar = (("Tautan", self.tautan), ("SOP lain yang terdampak", self.dampak))
        return (*self.konfirmasi, *(x for x in sekitar if x[1]))


@dataclass(frozen=True, slots=True)
class BukuTampil:
    """All that is to be told."""

    base: str
    head: str
    """How the two sides are called."""
    sop: tuple[SopTampil, ...]
    instansi: tuple[tuple[str, tuple[Ubahan, ...]], ...]
    """Offices whose own data changed: the name, and what."""
    temuan: tuple[Diagnostic, ...]
    galat_sebelum: tuple[Diagnostic, ...]
    galat_sesudah: tuple[Diagnostic, ...]
    tak_terbanding: tuple[str, ...]

    @property
    def ringkasan(self) -> str:
        """Say in one sentence what there is."""
        hitung = Counter(s.jenis for s in self.sop)
        kata = ((Jenis.DIUBAH, "berubah"), (Jenis.BARU, "baru"), (Jenis.DIHAPUS, "dihapus"))
        bagian = [f"{hitung[j]} SOP {k}" for j, k in kata if hitung[j]]
        if self.instansi:
            bagian.append(f"data {len(self.instansi)} instansi berubah")
        if not bagian:
            return "Tidak ada perubahan pada SOP."
        return f"{', '.join(bagian)}."
