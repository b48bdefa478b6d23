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
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType

from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.analysis.keterkaitan.penaut import Penaut, penaut_untuk
from buku_sop.analysis.keterkaitan.tautan import (
    JenisTautan,
    Keterkaitan,
    Potongan,
    Rujukan,
    Tautan,
    TujuanLuar,
)
from buku_sop.model import Handbook, Sop

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


@dataclass(frozen=True, slots=True)
class _Milik:
    """What one SOP says of others."""

    keterkaitan: tuple[Tautan, ...]
    keterangan: tuple[tuple[tuple[str, int, int], tuple[tuple[Potongan, ...], ...]], ...]
    pengganti: Tautan | None
    padanan: tuple[str, ...]
    padanan_luar: tuple[TujuanLuar, ...]


def susun_keterkaitan(handbook: Handbook) -> Keterkaitan:
    """Resolve every reference of a handbook.

    Takes time in proportion to its text; where no SOP is called otherwise than before, to what of it has changed.
    """
    penaut = penaut_untuk(handbook)
    milik = {s.id: _milik(penaut, s) for s in handbook.sop}
    keterkaitan = {id: m.keterkaitan for id, m in milik.items()}
    keterangan = dict(chain.from_iterable(m.keterangan for m in milik.values()))
    return Keterkaitan(
        keterkaitan=MappingProxyType(keterkaitan),
        digantikan_oleh=MappingProxyType(
            {id: m.pengganti for id, m in milik.items() if m.pengganti}
        ),
        dirujuk_oleh=MappingProxyType(_balik(handbook, keterkaitan, keterangan)),
        _keterangan=MappingProxyType(keterangan),
        _padanan=MappingProxyType({id: m.padanan for id, m in milik.items()}),
        _padanan_luar=MappingProxyType(
            {id: m.padanan_luar for id, m in milik.items() if m.padanan_luar}
        ),
    )


def _milik(penaut: Penaut, sop: Sop) -> _Milik:
    """Resolve what an SOP says; the same again where the names are the same, and it is."""
    terakhir: list[tuple[Penaut, _Milik]] = sop.ingat("tautan", list)
    if not terakhir or terakhir[0][0] is not penaut:
        terakhir[:] = [(penaut, _tautkan(penaut, sop))]
    return terakhir[0][1]


def _tautkan(penaut: Penaut, sop: Sop) -> _Milik:
    return _Milik(
        tuple(
            replace(tautan, butir=n)
            for n, teks in enumerate(sop.keterkaitan)
            for tautan in penaut.tautkan_semua(sop, teks)
        ),
        tuple(
            ((sop.id, p, i), tuple(penaut.potong(sop, teks) for teks in langkah.keterangan))
            for p, prosedur in enumerate(sop.prosedur)
            for i, langkah in enumerate(prosedur.langkah)
            if langkah.keterangan
        ),
        penaut.pengganti(sop) if sop.digantikan_oleh else None,
        penaut.padanan(sop),
        penaut.padanan_luar(sop),
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
