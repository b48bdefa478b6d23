"""What the checks need to know beyond the one SOP: indexes over the handbook, each made once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Protocol

from buku_sop.analysis.dasar_hukum.dasar_hukum import BukuHukum, susun_dasar_hukum
from buku_sop.analysis.dokumen.indeks import disebut
from buku_sop.analysis.kata.nama import kunci_nomor
from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan, kunci_nama
from buku_sop.analysis.keterkaitan.usul import Usul, susun_usul
from buku_sop.model import Handbook, Instansi, Sop, Status

_MIRIP = 0.75
"""How similar a known name must be to be offered for one that is not known."""
_LAZIM = 30
"""Names that may share a word before the word says too little to look for similar names by it."""

AKTIF = frozenset({Status.DRAF, Status.BERLAKU})
"""An SOP that was replaced or withdrawn guides nobody, and is not asked for what one in force needs."""


def bernama_sendiri(sop: Sop) -> bool:
    """Whether no other SOP may have its name and number; one whose end is known may share them with its successor."""
    return sop.status in AKTIF and not sop.berlaku_sampai


class KonteksSendiri(Protocol):
    """What a check may ask that looks at an SOP by itself, so that its findings can be kept as long as that is the same."""

    @property
    def hari_ini(self) -> date:
        """The day on which it is checked."""

    def instansi(self, sop: Sop) -> Instansi:
        """Return the office of the SOP."""

    def diperlukan_lain(self, sop: Sop) -> frozenset[str]:
        """Return the keys of what the steps of the SOP make and other SOPs of its office need."""


@dataclass(frozen=True, slots=True)
class SatuKantor:
    """No more of the handbook than an SOP is judged by."""

    kantor: Instansi
    hari_ini: date
    diperlukan: frozenset[str]
    """The keys of documents that it makes and other SOPs of the office need."""

    def instansi(self, _sop: Sop) -> Instansi:
        """Return that office."""
        return self.kantor

    def diperlukan_lain(self, _sop: Sop) -> frozenset[str]:
        """Return those keys."""
        return self.diperlukan


@dataclass(frozen=True)
class Konteks:
    """The handbook around an SOP, and the day on which it is checked."""

    handbook: Handbook
    keterkaitan: Keterkaitan
    hari_ini: date

    def instansi(self, sop: Sop) -> Instansi:
        """Return the office of an SOP. Raises KeyError for an office outside the handbook."""
        return self.handbook.cari_instansi(sop.instansi)

    @cached_property
    def hukum(self) -> BukuHukum:
        """The legal bases of the handbook."""
        return susun_dasar_hukum(self.handbook)

    def sop(self, id: str) -> Sop:
        """Return an SOP of the handbook. Raises KeyError for an unknown id."""
        sop = self.handbook.cari_sop(id)
        if sop is None:
            raise KeyError(id)
        return sop

    @cached_property
    def usul_keterkaitan(self) -> Mapping[str, Sequence[Usul]]:
        """What each SOP should list in its keterkaitan and does not."""
        return susun_usul(self.handbook, self.keterkaitan)

    @cached_property
    def nomor(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """Ids of the active SOPs by office and number."""
        hasil = defaultdict[tuple[str, str], list[str]](list)
        for sop in self.handbook.sop:
            if sop.nomor and bernama_sendiri(sop):
                hasil[sop.instansi, kunci_nomor(sop.nomor)].append(sop.id)
        return hasil

    @cached_property
    def nama(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """Ids of the active SOPs by office and `nama`; where one has it, a `nama_lain` yields."""
        hasil = defaultdict[tuple[str, str], list[str]](list)
        for sop in self.handbook.sop:
            if bernama_sendiri(sop):
                hasil[sop.instansi, kunci_nama(sop.nama)].append(sop.id)
        return hasil

    @cached_property
    def kelengkapan(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """Which SOPs of an office need a document, by its key (`kunci_dokumen`)."""
        hasil = defaultdict[tuple[str, str], set[str]](set)
        for sop in self.handbook.sop:
            for kunci, _, _, dibuat in disebut(sop):
                if not dibuat:
                    hasil[sop.instansi, kunci].add(sop.id)
        return {kunci: frozenset(ids) for kunci, ids in hasil.items()}

    def diperlukan_lain(self, sop: Sop) -> frozenset[str]:
        """Return the keys of what the steps of an SOP make and other SOPs of its office need."""
        return frozenset(
            kunci
            for kunci, _, _, dibuat in disebut(sop)
            if dibuat and not self.kelengkapan.get((sop.instansi, kunci), frozenset()) <= {sop.id}
        )

    def nama_mirip(self, teks: str, sop: Sop) -> list[str]:
        """Return up to three names of other SOPs that look like `teks`, the most similar first."""
        kunci = kunci_nama(teks)
        tempat = sop.instansi, kunci
        if tempat not in self._mirip:
            self._mirip[tempat] = self._cari_mirip(tempat)
        milik = {kunci_nama(n) for n in (sop.nama, *sop.nama_lain)}
        return [self._nama_tertulis[m] for m in self._mirip[tempat] if m not in milik][:3]

    @cached_property
    def _mirip(self) -> dict[tuple[str, str], list[str]]:
        return {}

    def _cari_mirip(self, tempat: tuple[str, str]) -> list[str]:
        """Compare a name with those that share a telling word, or the office and the first letters."""
        instansi, kunci = tempat
        calon = dict.fromkeys(
            nama
            for kata in kunci.split()
            if len(sama := self._nama_per_kata.get(kata, ())) <= _LAZIM
            for nama in sama
        )
        calon |= dict.fromkeys(self._nama_per_awal.get((instansi, kunci[:3]), ())[:_LAZIM])
        return get_close_matches(kunci, list(calon), 4, _MIRIP)

    @cached_property
    def _nama_tertulis(self) -> dict[str, str]:
        """Every name of the handbook as it is written, by its key."""
        hasil: dict[str, str] = {}
        for sop in self.handbook.sop:
            for nama in (sop.nama, *sop.nama_lain):
                hasil.setdefault(kunci_nama(nama), nama)
        return hasil

    @cached_property
    def _nama_per_kata(self) -> Mapping[str, Sequence[str]]:
        hasil = defaultdict[str, list[str]](list)
        for kunci in self._nama_tertulis:
            for kata in dict.fromkeys(kunci.split()):
                hasil[kata].append(kunci)
        return hasil

    @cached_property
    def _nama_per_awal(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """Names by office and first letters: a misspelt word is found by the start of the name."""
        hasil = defaultdict[tuple[str, str], list[str]](list)
        for sop in self.handbook.sop:
            kunci = kunci_nama(sop.nama)
            hasil[sop.instansi, kunci[:3]].append(kunci)
        return hasil
