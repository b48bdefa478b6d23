"""The fields of an SOP or of an office besides its procedures, flat, so that any two can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from buku_sop.analysis.beda.cocok import kemiripan, kunci, sejajarkan
from buku_sop.analysis.beda.fakta import BedaDaftar
from buku_sop.analysis.rincian import rincian
from buku_sop.model import BagianBebas, Instansi, Lampiran, Pejabat, Riwayat, Singkatan, Sop
from buku_sop.model.bentuk import BentukLembar

Nilai = str | date | tuple[str, ...]
"""A text, a date, or a list of texts."""
DIUBAH = 0.8
"""Likeness from which an item of a list was reworded rather than replaced."""
_BANYAK = 2_000
"""Most pairs of items that are compared for likeness; beyond them equal ones only."""
_LEWATI = frozenset({"id", "prosedur", "perlu_konfirmasi", "mendatang", "berlaku_sampai"})
"""Fields that are compared elsewhere, or say only where something lies."""


def isian(nilai: Sop | Instansi | None) -> dict[str, Nilai]:
    """Return every filled field by its name; parts have dots (`disahkan_oleh.nama`)."""
    return dict(_datar(nilai, "")) if nilai else {}


def _datar(nilai: Any, awal: str) -> Iterator[tuple[str, Nilai]]:
    for f in fields(nilai):
        if f.name in _LEWATI or f.name.startswith("_"):
            continue
        isi, nama = getattr(nilai, f.name), f"{awal}{f.name}"
        if f.name == "tanggal_tertulis":
            yield from ((k, v.teks) for k, v in isi.items())
        elif isinstance(isi, BentukLembar):
            yield nama, isi.nama
        elif isinstance(isi, Mapping):
            yield from ((f"{nama}.{k}", str(v)) for k, v in isi.items())
        elif f.name == "bagian":
            yield from _bagian(nama, isi)
        elif isinstance(isi, tuple) and isi and isinstance(isi[0], Pejabat):
            for n, pejabat in enumerate(isi, 1):
                yield from _datar(pejabat, f"{nama}." if n == 1 else f"{nama}.{n}.")
        elif isinstance(isi, tuple):
            if isi:
                yield nama, tuple(map(_teks, isi))
        elif isinstance(isi, date):
            yield nama, isi
        elif is_dataclass(isi):
            yield from _datar(isi, f"{nama}.")
        elif isi not in (None, ""):
            yield nama, _teks(isi)


def _bagian(nama: str, semua: Sequence[BagianBebas]) -> Iterator[tuple[str, Nilai]]:
    """Yield free sections by their titles; those of one title as one."""
    isi: dict[str, tuple[str, ...]] = {}
    for b in semua:
        isi[b.judul] = isi.get(b.judul, ()) + b.isi
    yield from ((f"{nama}.{judul}", teks) for judul, teks in isi.items())


def _teks(nilai: object) -> str:
    """Write one value as text: entries of `riwayat` and abbreviations in one line each."""
    if isinstance(nilai, Singkatan):
        return f"{nilai.singkatan}: {'; '.join(nilai.arti)}"
    if isinstance(nilai, Riwayat):
        awal = " ".join(filter(None, (nilai.tanggal.isoformat(), nilai.jenis, nilai.catatan)))
        return "; ".join((awal, *(f"{judul}: {isi}" for judul, isi in rincian(nilai))))
    if isinstance(nilai, Lampiran):
        rinci = f" ({nilai.berkas})" if nilai.judul else ""
        return ": ".join(filter(None, (f"{nilai.judul or nilai.berkas}{rinci}", nilai.keterangan)))
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, Enum):
        return str(nilai.value)
    if isinstance(nilai, Fraction):
        return f"{float(nilai):g}".replace(".", ",")
    return str(nilai)


def bandingkan_isian(
    sebelum: Mapping[str, Nilai], sesudah: Mapping[str, Nilai]
) -> tuple[tuple[str, ...], tuple[BedaDaftar, ...]]:
    """Name the single fields that differ, and say how the lists differ."""
    tunggal, daftar = [], []
    for nama in dict.fromkeys((*sesudah, *sebelum)):
        dulu, kini = sebelum.get(nama), sesudah.get(nama)
        if dulu == kini:
            continue
        if isinstance(dulu, tuple) or isinstance(kini, tuple):
            daftar.append(banding_daftar(nama, _daftar(dulu), _daftar(kini)))
        else:
            tunggal.append(nama)
    return tuple(tunggal), tuple(daftar)


def _daftar(nilai: Nilai | None) -> tuple[str, ...]:
    return nilai if isinstance(nilai, tuple) else ()


def banding_daftar(bidang: str, sebelum: Sequence[str], sesudah: Sequence[str]) -> BedaDaftar:
    """Compare two lists item by item; like items that stand in the same order were reworded."""
    dulu, kini = list(sebelum), list(sesudah)
    for teks in sebelum:
        if teks in kini:
            dulu.remove(teks)
            kini.remove(teks)
    semua = range(len(dulu)), range(len(kini))
    if len(dulu) * len(kini) <= _BANYAK:
        diubah = sejajarkan(*semua, lambda i, j: _mirip(dulu[i], kini[j]))
    else:
        diubah = []
    terpakai_i, terpakai_j = {i for i, _ in diubah}, {j for _, j in diubah}
    return BedaDaftar(
        bidang,
        tuple(t for i, t in enumerate(dulu) if i not in terpakai_i),
        tuple(t for j, t in enumerate(kini) if j not in terpakai_j),
        tuple((dulu[i], kini[j]) for i, j in diubah),
    )


def _mirip(a: str, b: str) -> float:
    nilai = 1.0 if kunci(a) == kunci(b) else kemiripan(a, b)
    return nilai if nilai >= DIUBAH else 0
