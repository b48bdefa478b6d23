"""SOPs of other handbooks, found by what is written here: an id, a name with its office, or a name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.analysis.keterkaitan.tautan import JenisTautan, Tautan, TujuanLuar
from buku_sop.model.buku_lain import BukuLain, SopHilang, SopLain

__all__ = ["BukuLuar"]

_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_BERKURUNG = re.compile(r"(.{1,500}?)\s*[(\[]([^()\[\]]{1,300})[)\]][\s.;,]*", re.DOTALL)
_POLOS = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_TERPANJANG = 1_000
"""Characters of an item that are looked at."""
_BERARTI = frozenset(("sop", "sops", "spo", "pos", "protap", "standar", "standard", "prosedur"))
"""Words that a key may not keep: names with one of them go the long way."""

Milik = tuple[BukuLain, SopLain]


class BukuLuar:
    """The SOPs of other handbooks, each index made when it is first asked for."""

    def __init__(self, buku: Sequence[BukuLain]) -> None:
        self._buku = buku

    def tautkan(self, teks: str) -> Tautan | None:
        """Resolve a text that names no SOP of this handbook; None where it names none of another either."""
        if not self._buku or len(teks) > _TERPANJANG:
            return None
        if _ID.fullmatch(id := teks.strip()):
            return self._menurut_id(teks, id)
        if (terurai := _BERKURUNG.fullmatch(teks)) and (
            kantor := self._kantor.get(kunci_nama(terurai[2]))
        ):
            kunci = kunci_nama(terurai[1])
            milik = [m for m in self._nama.get(kunci, ()) if _termasuk(m[0], m[1].id, kantor)]
            if milik:
                return _tautan(teks, milik, pasti=len(milik) == 1)
            hilang = self._hilang.get(kunci, ())
            return _tiada(teks, [h for h in hilang if _termasuk(h[1], h[0].id, kantor)])
        kunci = kunci_nama(teks)
        if milik := self._nama.get(kunci, []):
            return _tautan(teks, milik)
        return _tiada(teks, self._hilang.get(kunci, ()))

    def bernama(self, kunci: Iterable[str]) -> tuple[TujuanLuar, ...]:
        """Return the SOPs that have one of the names, given by their keys."""
        if not self._buku:
            return ()
        return _tujuan([m for k in kunci for m in self._nama.get(k, ())])

    def _menurut_id(self, teks: str, id: str) -> Tautan | None:
        if milik := self._id.get(id, []):
            nama = milik[0][1].nama if len(milik) == 1 else ""
            return _tautan(teks, milik, pasti=len(milik) == 1, nama=nama)
        lama = [(h, b) for b in self._buku for h in b.salinan.hilang if h.id == id and not h.kini]
        return _tiada(teks, lama)

    @cached_property
    def _id(self) -> dict[str, list[Milik]]:
        hasil: dict[str, list[Milik]] = {}
        for buku in self._buku:
            for sop in buku.salinan.inventaris.sop:
                hasil.setdefault(sop.id, []).append((buku, sop))
        return hasil

    @cached_property
    def _nama(self) -> dict[str, list[Milik]]:
        """All SOPs by any of their names; those that nobody follows any more give way to others."""
        hasil: dict[str, list[Milik]] = {}
        for buku in self._buku:
            for sop in buku.salinan.inventaris.sop:
                if sop.status not in ("digantikan", "dicabut"):
                    for kunci in {_kunci(n) for n in (sop.nama, *sop.nama_lain)}:
                        hasil.setdefault(kunci, []).append((buku, sop))
        hasil.pop("", None)
        return hasil

    @cached_property
    def _hilang(self) -> dict[str, list[tuple[SopHilang, BukuLain]]]:
        hasil: dict[str, list[tuple[SopHilang, BukuLain]]] = {}
        for buku in self._buku:
            for satu in buku.salinan.hilang:
                hasil.setdefault(kunci_nama(satu.nama), []).append((satu, buku))
        return hasil

    @cached_property
    def _kantor(self) -> dict[str, list[tuple[BukuLain, str]]]:
        """Handbooks and their offices, by what they are called: a handbook's own name stands for all its offices."""
        hasil: dict[str, list[tuple[BukuLain, str]]] = {}
        for buku in self._buku:
            for nama in {buku.nama, buku.salinan.inventaris.nama}:
                hasil.setdefault(kunci_nama(nama), []).append((buku, ""))
            for id, nama in buku.salinan.inventaris.instansi.items():
                hasil.setdefault(kunci_nama(nama), []).append((buku, id))
        hasil.pop("", None)
        return hasil


def _kunci(nama: str) -> str:
    """Return `kunci_nama` of a name, for most of a hundred thousand without taking it apart."""
    datar = nama.casefold()
    if _POLOS.fullmatch(datar) and _BERARTI.isdisjoint(datar.split()):
        return datar
    return kunci_nama(nama)


def _termasuk(buku: BukuLain, id: str, kantor: Sequence[tuple[BukuLain, str]]) -> bool:
    return any(
        buku is b and (not instansi or id.startswith(f"{instansi}/")) for b, instansi in kantor
    )


def _tujuan(milik: Sequence[Milik]) -> tuple[TujuanLuar, ...]:
    semua = {TujuanLuar(b.nama, b.kantor(s), s.nama, b.url(s), s.id) for b, s in milik}
    return tuple(sorted(semua, key=lambda t: (t.buku.casefold(), t.instansi.casefold(), t.id)))


def _tautan(teks: str, milik: Sequence[Milik], *, pasti: bool = False, nama: str = "") -> Tautan:
    return Tautan(teks, JenisTautan.BELUM_ADA, nama=nama, luar=_tujuan(milik), pasti=pasti)


def _tiada(teks: str, hilang: Sequence[tuple[SopHilang, BukuLain]]) -> Tautan | None:
    if not hilang:
        return None
    satu, buku = hilang[0]
    return Tautan(teks, JenisTautan.BELUM_ADA, hilang=(satu, buku.nama))
