"""How SOPs refer to each other: `keterkaitan`, "SOP …" in a keterangan cell, `digantikan_oleh`.

A reference is an id, a name or a number. A name means an SOP of the same office, first by `nama`, then by
`nama_lain`. An SOP of that name in another office is a *padanan* (counterpart), and one whose name differs by a year or
an abbreviation in brackets is *mirip*: offered, never taken for what was meant. One item of `keterkaitan` may name
several SOPs. What resolves to nothing is kept and shown as not yet in the handbook; what names no SOP ("-", an office, a
regulation) stays plain words.

An SOP of another handbook (`Handbook.lain`) is meant where its id is given, or its name and its office in brackets; one
that has the name alone is offered, as a padanan is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.analysis.keterkaitan.penaut import Penaut
from buku_sop.analysis.keterkaitan.tautan import (
    JenisTautan,
    Keterkaitan,
    Potongan,
    Rujukan,
    Tautan,
)
from buku_sop.model import Handbook

__all__ = [
    "JenisTautan",
    "Keterkaitan",
    "Potongan",
    "Rujukan",
    "Tautan",
    "cari_pengganti",
    "kunci_nama",
    "susun_keterkaitan",
]


def susun_keterkaitan(handbook: Handbook) -> Keterkaitan:
    """Resolve every reference of a handbook. Takes time in proportion to its text."""
    penaut = Penaut(handbook)
    keterkaitan = {
        s.id: tuple(
            replace(tautan, butir=n)
            for n, teks in enumerate(s.keterkaitan)
            for tautan in penaut.tautkan_semua(s, teks)
        )
        for s in handbook.sop
    }
    keterangan = {
        (s.id, p, i): tuple(penaut.potong(s, teks) for teks in langkah.keterangan)
        for s in handbook.sop
        for p, prosedur in enumerate(s.prosedur)
        for i, langkah in enumerate(prosedur.langkah)
        if langkah.keterangan
    }
    return Keterkaitan(
        keterkaitan=MappingProxyType(keterkaitan),
        digantikan_oleh=MappingProxyType(
            {s.id: penaut.pengganti(s) for s in handbook.sop if s.digantikan_oleh}
        ),
        dirujuk_oleh=MappingProxyType(_balik(handbook, keterkaitan, keterangan)),
        _keterangan=MappingProxyType(keterangan),
        _padanan=MappingProxyType({s.id: penaut.padanan(s) for s in handbook.sop}),
        _padanan_luar=MappingProxyType(
            {s.id: luar for s in handbook.sop if (luar := penaut.padanan_luar(s))}
        ),
    )


def cari_pengganti(handbook: Handbook) -> Mapping[str, Tautan]:
    """Resolve what each SOP names as its successor (`digantikan_oleh`), by the id of the one replaced."""
    if not any(s.digantikan_oleh for s in handbook.sop):
        return {}
    penaut = Penaut(handbook)
    return {s.id: penaut.pengganti(s) for s in handbook.sop if s.digantikan_oleh}


def _balik(
    handbook: Handbook,
    keterkaitan: Mapping[str, tuple[Tautan, ...]],
    keterangan: Mapping[tuple[str, int, int], tuple[tuple[Potongan, ...], ...]],
) -> dict[str, tuple[Rujukan, ...]]:
    """Turn the references round."""
    hasil: dict[str, set[Rujukan]] = {s.id: set() for s in handbook.sop}
    for dari, semua in keterkaitan.items():
        for tautan in semua:
            if tautan.jenis is JenisTautan.TERTAUT:
                hasil[tautan.sop].add(Rujukan(dari))
    for (dari, p, i), butir in keterangan.items():
        for potongan in (x for satu in butir for x in satu):
            if potongan.tautan and potongan.tautan.jenis is JenisTautan.TERTAUT:
                hasil[potongan.tautan.sop].add(Rujukan(dari, i + 1, p))
    return {id: tuple(sorted(semua, key=_urutan)) for id, semua in hasil.items()}


def _urutan(rujukan: Rujukan) -> tuple[str, int, int]:
    """By SOP; its `keterkaitan` before its steps."""
    if rujukan.langkah is None:
        return rujukan.sop, -1, 0
    return rujukan.sop, rujukan.prosedur, rujukan.langkah
