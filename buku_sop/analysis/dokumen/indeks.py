"""What stands across the SOPs: who does what, and which step makes a document and which needs it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial

from buku_sop.analysis.alur.waktu import TotalWaktu, total_baris
from buku_sop.analysis.dokumen.kantor import per_kantor, sekali
from buku_sop.analysis.kata.nama import potong_kata
from buku_sop.analysis.kata.slug import unique_slugs
from buku_sop.model import Handbook, JamKerja, Langkah, Sop

_PEMISAH = re.compile(r"([/,;+])")
"""Marks between words that make two things of one: "Surat/Nota" is no "Surat nota"."""


@dataclass(frozen=True, slots=True, order=True)
class TempatLangkah:
    """A step of the handbook."""

    sop: str
    prosedur: int
    """From 0."""
    langkah: int
    """From 0."""


@dataclass(frozen=True, slots=True)
class PeranDiInstansi:
    """A role of an office, in whatever spelling its SOPs give it."""

    instansi: str
    slug: str
    """Unique in the office."""
    label: str
    """The spelling that most lanes have, the first of equals."""
    tempat: tuple[TempatLangkah, ...]
    """The steps in which it acts, each once, in order."""
    sop: tuple[str, ...]
    """The SOPs that have it as a lane, also where that lane has no step."""
    total: TotalWaktu
    """The time of those steps."""


@dataclass(frozen=True, slots=True)
class Dokumen:
    """Something that steps of an office need or make: a paper, a file, a thing."""

    instansi: str
    nama: str
    """The spelling that most cells have, the first of equals."""
    slug: str
    """Unique in the office."""
    dibuat: tuple[TempatLangkah, ...]
    """Steps with it in their output."""
    dipakai: tuple[TempatLangkah, ...]
    """Steps with it in their kelengkapan."""


@dataclass(slots=True)
class _Kumpulan:
    """What was found under one key."""

    ejaan: Counter[str] = field(default_factory=Counter)
    """Spellings with their frequency, in order of appearance."""
    sop: set[str] = field(default_factory=set)
    satu: list[TempatLangkah] = field(default_factory=list)
    """Where a role acts, where a document is made; in order, since the SOPs are read in order."""
    dua: list[TempatLangkah] = field(default_factory=list)
    """Where a document is needed, in order."""

    @property
    def nama(self) -> str:
        """The commonest spelling; `most_common` keeps the order of equals."""
        return self.ejaan.most_common(1)[0][0]


def daftar_peran(handbook: Handbook) -> tuple[PeranDiInstansi, ...]:
    """List the roles of each office, sorted by office and label.

    Labels that differ only in case, space and punctuation ("Kasubid/ Kasubag") are one role.
    """
    return handbook.ingat("peran", partial(_daftar_peran, handbook))


def _daftar_peran(handbook: Handbook) -> tuple[PeranDiInstansi, ...]:
    return tuple(
        p for instansi, sop in per_kantor(handbook) for p in peran_kantor(handbook, instansi, sop)
    )


def peran_kantor(
    handbook: Handbook, instansi: str, sop: tuple[Sop, ...]
) -> tuple[PeranDiInstansi, ...]:
    """List the roles of an office, whose SOPs are `sop`."""
    jam_kerja = next((x.jam_kerja for x in handbook.instansi if x.id == instansi), JamKerja())
    return sekali("peran", sop, jam_kerja, partial(_peran_kantor, instansi, sop, jam_kerja))


def _peran_kantor(
    instansi: str, sop: tuple[Sop, ...], jam_kerja: JamKerja
) -> tuple[PeranDiInstansi, ...]:
    kumpulan: dict[str, _Kumpulan] = {}
    for satu in sop:
        _kumpulkan_peran(satu, kumpulan)
    milik, hasil = {satu.id: satu for satu in sop}, []
    for slug, k in _berslug(kumpulan.values()):
        tempat = tuple(k.satu)
        total = _total(milik, jam_kerja, tempat)
        hasil.append(PeranDiInstansi(instansi, slug, k.nama, tempat, tuple(sorted(k.sop)), total))
    return tuple(hasil)


def _total(
    semua: Mapping[str, Sop], jam_kerja: JamKerja, tempat: Iterable[TempatLangkah]
) -> TotalWaktu:
    """Add what a role's steps take, over the SOPs that people work by."""
    milik: dict[str, list[tuple[int, int]]] = {}
    for t in tempat:
        milik.setdefault(t.sop, []).append((t.prosedur, t.langkah))
    return sum(
        (
            _total_sop(sop, jam_kerja, tuple(b))
            for id, b in milik.items()
            if (sop := semua[id]).dikerjakan
        ),
        start=TotalWaktu(),
    )


def _total_sop(sop: Sop, jam_kerja: JamKerja, baris: tuple[tuple[int, int], ...]) -> TotalWaktu:
    return sop.ingat(
        ("waktu", jam_kerja, baris), lambda: total_baris(sop.prosedur, jam_kerja, baris)
    )


def _kumpulkan_peran(sop: Sop, kumpulan: dict[str, _Kumpulan]) -> None:
    for kunci, ejaan, semua in sop.ingat("peran", lambda: tuple(_peran_sop(sop))):
        milik = kumpulan.get(kunci)
        if milik is None:
            milik = kumpulan[kunci] = _Kumpulan()
        for satu in ejaan:
            milik.ejaan[satu] += 1
        milik.sop.add(sop.id)
        for tempat in semua:
            _tambah(milik.satu, tempat)


def _peran_sop(sop: Sop) -> Iterator[tuple[str, tuple[str, ...], tuple[TempatLangkah, ...]]]:
    """Yield each role of a procedure: its key, its spelling in each of its lanes, and the steps in which it acts."""
    for p, prosedur in enumerate(sop.prosedur):
        ejaan: dict[str, list[str]] = {}
        tempat: dict[str, list[TempatLangkah]] = {}
        lane: dict[str, str] = {}
        for pelaksana in prosedur.pelaksana:
            kunci = lane[pelaksana.id] = kunci_peran(pelaksana.label)
            ejaan.setdefault(kunci, []).append(_rapi(pelaksana.label))
        for i, langkah in enumerate(prosedur.langkah):
            for id in langkah.pelaksana:
                if id in lane:
                    _tambah(tempat.setdefault(lane[id], []), TempatLangkah(sop.id, p, i))
        yield from ((k, tuple(e), tuple(tempat.get(k, ()))) for k, e in ejaan.items())


def daftar_dokumen(handbook: Handbook) -> tuple[Dokumen, ...]:
    """List what the steps of each office need and make, sorted by office and name.

    Which names are one document says `kunci_dokumen`; "-" is none.
    """
    return handbook.ingat("dokumen", partial(_daftar_dokumen, handbook))


def _daftar_dokumen(handbook: Handbook) -> tuple[Dokumen, ...]:
    return tuple(
        dokumen
        for instansi, sop in per_kantor(handbook)
        for dokumen in sekali("dokumen", sop, None, partial(_dokumen_kantor, instansi, sop))
    )


def _dokumen_kantor(instansi: str, sop: tuple[Sop, ...]) -> tuple[Dokumen, ...]:
    kumpulan: dict[str, _Kumpulan] = {}
    for satu in sop:
        for kunci, ejaan, tempat, hasilnya in disebut(satu):
            milik = kumpulan.get(kunci)
            if milik is None:
                milik = kumpulan[kunci] = _Kumpulan()
            milik.ejaan[ejaan] += 1
            _tambah(milik.satu if hasilnya else milik.dua, tempat)
    return tuple(
        Dokumen(instansi, k.nama, slug, tuple(k.satu), tuple(k.dua))
        for slug, k in _berslug(kumpulan.values())
    )


def disebut(sop: Sop) -> tuple[tuple[str, str, TempatLangkah, bool], ...]:
    """List what the steps of an SOP name: the key, the spelling, where, and whether it is made there."""
    return sop.ingat("dokumen", partial(_disebut, sop))


def _disebut(sop: Sop) -> tuple[tuple[str, str, TempatLangkah, bool], ...]:
    return tuple(
        (kunci, _ejaan(nama), tempat, dibuat)
        for tempat, langkah in _semua_langkah([sop])
        for dibuat, semua in ((True, langkah.dokumen_hasil), (False, langkah.dokumen_perlu))
        for nama in semua
        if (kunci := kunci_dokumen(nama))
    )


@lru_cache(maxsize=16_384)
def _ejaan(nama: str) -> str:
    return _rapi(nama).rstrip(" ;,")


@lru_cache(maxsize=16_384)
def kunci_dokumen(nama: str) -> str:
    """Return the form in which names are one document; empty for "-". Whoever compares documents asks here.

    The same words in the same order are one, whatever their case, accents, spaces and punctuation: "Surat
    permohonan", "SURAT PERMOHONAN." and "Surat-permohonan". Every word counts, also a small one, and so does
    a mark that parts two things: a "Surat dari Kepala" is none "untuk Kepala", a "Permohonan surat" no
    "Surat permohonan", a "Surat/Nota" no "Surat nota". Names that are merely alike are for people to judge.
    """
    potongan = (
        bagian.replace(";", ",")
        if _PEMISAH.fullmatch(bagian)
        else " ".join(k.kunci for k in potong_kata(bagian))
        for bagian in _PEMISAH.split(nama)
    )
    return " ".join(filter(None, potongan)).strip(" /,+")


def _tambah(daftar: list[TempatLangkah], tempat: TempatLangkah) -> None:
    """Add a step once; the same step always comes in a row."""
    if not daftar or daftar[-1] != tempat:
        daftar.append(tempat)


def _semua_langkah(sop: Iterable[Sop]) -> Iterator[tuple[TempatLangkah, Langkah]]:
    for satu in sop:
        for p, prosedur in enumerate(satu.prosedur):
            for i, langkah in enumerate(prosedur.langkah):
                yield TempatLangkah(satu.id, p, i), langkah


def _langkah(handbook: Handbook, tempat: TempatLangkah) -> Langkah:
    sop = handbook.cari_sop(tempat.sop)
    assert sop is not None
    return sop.prosedur[tempat.prosedur].langkah[tempat.langkah]


def _berslug(kumpulan: Iterable[_Kumpulan]) -> Iterator[tuple[str, _Kumpulan]]:
    """Sort by name and give each a slug."""
    urut = sorted(kumpulan, key=lambda k: (urutan_nama(k.nama.casefold()), k.nama))
    return zip(unique_slugs(k.nama for k in urut), urut, strict=True)


@lru_cache(maxsize=16_384)
def urutan_nama(teks: str) -> tuple[tuple[int, int, str], ...]:
    """Return what sorts names as a reader expects: 9 before 10."""
    kata = (k.kunci for k in potong_kata(teks))
    return tuple((0, len(a), a) if (a := k.lstrip("0")).isdigit() else (1, 0, k) for k in kata)


def _rapi(teks: str) -> str:
    return " ".join(teks.split())


@lru_cache(maxsize=16_384)
def kunci_peran(label: str) -> str:
    """Return the form in which the labels of lanes are one role: the words alone, where it has any."""
    return " ".join(k.kunci for k in potong_kata(label)) or _rapi(label)
