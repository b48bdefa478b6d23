"""What SOPs have in common by name: roles, outputs and legal bases, and who has each.

Only what is named the same is in common, whatever the case and punctuation; a regulation, however it is spelt. Nothing is
taken for equivalent: whether the Kepala SKPD of one office is the Kepala Dinas of another, a person must say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buku_sop.analysis.dasar_hukum.dasar_hukum import BukuHukum
from buku_sop.analysis.dokumen.indeks import TempatLangkah, kunci_dokumen, kunci_peran
from buku_sop.model import Sop


@dataclass(frozen=True, slots=True)
class Milik:
    """A role, an output or a legal basis, and who has it."""

    nama: str
    slug: str
    """That of a legal basis on the page of legal bases; empty otherwise."""
    ada: tuple[tuple[str | TempatLangkah, ...], ...]
    """For each SOP its own words, or for an output the steps that make it; empty where it has none."""

    @property
    def jumlah(self) -> int:
        """How many SOPs have it."""
        return sum(map(bool, self.ada))


def milik_pelaksana(sop: Sequence[Sop]) -> tuple[Milik, ...]:
    """List the roles, what most SOPs have first, else in order of their lanes."""
    kumpulan = _Kumpulan(len(sop))
    for k, satu in enumerate(sop):
        for p in (p for x in satu.prosedur for p in x.pelaksana):
            label = " ".join(p.label.split())
            kumpulan.tambah(kunci_peran(label), label, k, label)
    return kumpulan.milik()


def milik_output(sop: Sequence[Sop]) -> tuple[Milik, ...]:
    """List the outputs, what most SOPs have first, else in order of the steps."""
    kumpulan = _Kumpulan(len(sop))
    for k, satu in enumerate(sop):
        for p, prosedur in enumerate(satu.prosedur):
            for i, langkah in enumerate(prosedur.langkah):
                for teks in langkah.dokumen_hasil:
                    rapi, tempat = " ".join(teks.split()), TempatLangkah(satu.id, p, i)
                    kumpulan.tambah(kunci_dokumen(teks), rapi, k, tempat)
    return kumpulan.milik()


def milik_dasar_hukum(sop: Sequence[Sop], hukum: BukuHukum) -> tuple[Milik, ...]:
    """List the legal bases, what most SOPs have first, else in order of the SOPs."""
    kumpulan = _Kumpulan(len(sop))
    for k, satu in enumerate(sop):
        for teks in satu.dasar_hukum:
            if dasar := hukum.cari(satu, teks):
                kumpulan.tambah(dasar.slug, dasar.nama, k, " ".join(teks.split()))
    return kumpulan.milik(slug=True)


class _Kumpulan:
    """Gathers by key who has something."""

    def __init__(self, banyak: int) -> None:
        self.banyak = banyak
        self.nama: dict[str, str] = {}
        self.ada: dict[str, list[list[str | TempatLangkah]]] = {}

    def tambah(self, kunci: str, nama: str, k: int, isi: str | TempatLangkah) -> None:
        if not kunci:
            return
        self.nama.setdefault(kunci, nama)
        milik = self.ada.setdefault(kunci, [[] for _ in range(self.banyak)])[k]
        if isi not in milik:
            milik.append(isi)

    def milik(self, *, slug: bool = False) -> tuple[Milik, ...]:
        """List what was gathered, what most have first, else as it appeared."""
        semua = [
            Milik(self.nama[kunci], kunci if slug else "", tuple(map(tuple, ada)))
            for kunci, ada in self.ada.items()
        ]
        return tuple(sorted(semua, key=lambda m: -m.jumlah))
