"""What a revision changed for those who perform the steps: a sentence for each, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from buku_sop.analysis.dokumen.indeks import kunci_peran
from buku_sop.model import Prosedur
from buku_sop.model.tulisan import tulis
from buku_sop.views.beda.tampil import SopTampil, TabelTampil
from buku_sop.views.riwayat.perubahan import kalimat_langkah

__all__ = ["BULAN", "PerubahanPeran", "perubahan_peran"]

BULAN = 12
"""Months for which a change is told on the page of a role."""


@dataclass(frozen=True, slots=True)
class PerubahanPeran:
    """A change on the page of a role that it concerns."""

    iso: str
    tanggal: str
    sop: str
    href_sop: str
    href: str
    """The comparison; empty where there is none."""
    butir: tuple[str, ...]
    """What changed for the role, a sentence each."""
    lain: int
    """Sentences that are left out."""


def perubahan_peran(s: SopTampil) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """List what changed in the steps of an SOP, and its status, each with the roles (`kunci_peran`) concerned."""
    semua = tuple(sorted(_semua_peran(s)))
    status = [
        (tulis("riwayat.status", dulu=" ".join(u.sebelum), kini=" ".join(u.sesudah)), semua)
        for u in s.isian
        if u.bidang == "status" and u.sebelum and u.sesudah
    ]
    return (*status, *(x for t in s.tabel for x in _tabel(s, t)))


def _semua_peran(s: SopTampil) -> set[str]:
    sisi = (x for x in (s.beda.sebelum, s.beda.sesudah) if x)
    return {kunci_peran(p.label) for x in sisi for q in x.prosedur for p in q.pelaksana}


def _tabel(s: SopTampil, t: TabelTampil) -> Iterator[tuple[str, tuple[str, ...]]]:
    a, b = s.beda.sebelum, s.beda.sesudah
    dulu = a.prosedur[t.beda.sebelum] if a and t.beda.sebelum is not None else None
    kini = b.prosedur[t.beda.sesudah] if b and t.beda.sesudah is not None else None
    awal = f"{t.judul}: " if t.judul else ""
    for x, baris in zip(t.beda.langkah, t.baris, strict=True):
        if baris.berubah:
            peran = {*_peran(dulu, x.sebelum), *_peran(kini, x.sesudah)}
            yield from ((f"{awal}{x}", tuple(sorted(peran))) for x in kalimat_langkah(baris))
    for p in t.beda.pelaksana:
        peran = {kunci_peran(nama) for nama in (p.sebelum, p.sesudah) if nama}
        if p.sebelum and p.sesudah:
            yield f"{awal}{p.sebelum} menjadi {p.sesudah}", tuple(sorted(peran))


def _peran(prosedur: Prosedur | None, langkah: tuple[int, ...]) -> Iterator[str]:
    if prosedur:
        label = {p.id: p.label for p in prosedur.pelaksana}
        for i in langkah:
            yield from (kunci_peran(label.get(p, p)) for p in prosedur.langkah[i].pelaksana)
