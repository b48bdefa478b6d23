"""Groups of SOPs that several offices have under the same name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.analysis.kata.slug import slug, unique_slugs
from buku_sop.model import Handbook, Sop

_INDEKS = "index"
"""The address of the list of groups, which no group may take."""


@dataclass(frozen=True, slots=True)
class Kelompok:
    """SOPs of the same name in several offices."""

    nama: str
    """The name that most of them have, as most write it."""
    slug: str
    """Unique among the groups."""
    sop: tuple[str, ...]
    """Their ids, sorted."""


def daftar_kelompok(handbook: Handbook) -> tuple[Kelompok, ...]:
    """List the groups, sorted by name.

    Two SOPs are of one group when they share a name, also one of `nama_lain`, or when a chain of such pairs
    joins them. A version that its own office has replaced or withdrawn is left out while another of the
    group is alive there, and one whose day has not come while another is in force there.
    """
    hasil = []
    for sop in _sekelompok(handbook.sop):
        tersisa = _tanpa_yang_lalu(sop)
        if len({s.instansi for s in tersisa}) > 1:
            hasil.append((nama_bersama(tersisa), tuple(s.id for s in tersisa)))
    hasil.sort(key=lambda x: (slug(x[0]), x[1]))
    alamat = unique_slugs([_INDEKS, *(nama for nama, _ in hasil)])[1:]
    return tuple(Kelompok(nama, satu, ids) for (nama, ids), satu in zip(hasil, alamat, strict=True))


def _sekelompok(semua: Iterable[Sop]) -> list[list[Sop]]:
    """Join SOPs that share a name, directly or by a chain."""
    induk: dict[str, str] = {}
    anggota: dict[str, list[Sop]] = {}

    def akar(kunci: str) -> str:
        while induk[kunci] != kunci:
            induk[kunci] = induk[induk[kunci]]
            kunci = induk[kunci]
        return kunci

    urut = sorted(semua, key=lambda s: s.id)
    for sop in urut:
        kunci = sorted(_nama(sop))
        for satu in kunci:
            induk.setdefault(satu, satu)
        for satu in kunci[1:]:
            induk[akar(satu)] = akar(kunci[0])
    for sop in urut:
        if kunci := sorted(_nama(sop)):
            anggota.setdefault(akar(kunci[0]), []).append(sop)
    return list(anggota.values())


def _nama(sop: Sop) -> Mapping[str, str]:
    """Return the names of an SOP by their key; of two spellings the first."""
    hasil: dict[str, str] = {}
    for teks in (sop.nama, *sop.nama_lain):
        if kunci := kunci_nama(teks):
            hasil.setdefault(kunci, " ".join(teks.split()))
    return hasil


def _tanpa_yang_lalu(sop: list[Sop]) -> list[Sop]:
    hidup = {s.instansi for s in sop if not s.tamat}
    dipakai = {s.instansi for s in sop if s.sedang_berlaku or s.berlaku_sampai}
    return [
        s
        for s in sop
        if (not s.tamat or s.instansi not in hidup)
        and (not s.akan_berlaku or s.instansi not in dipakai)
    ]


def nama_bersama(sop: Iterable[Sop]) -> str:
    """Return the name that most SOPs have, in the spelling that most give it.

    Of equally frequent names the one that more have as `nama`, then the first of the alphabet.
    """
    semua = list(sop)
    banyak = Counter(k for s in semua for k in _nama(s))
    utama = Counter(kunci_nama(s.nama) for s in semua)
    if not banyak:
        return semua[0].nama if semua else ""
    kunci = min(banyak, key=lambda k: (-banyak[k], -utama[k], k))
    ejaan = Counter(_nama(s)[kunci] for s in semua if kunci in _nama(s))
    return min(ejaan, key=lambda e: (-ejaan[e], e.isupper(), e))
