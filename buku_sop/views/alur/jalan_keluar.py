"""Where the flow goes from a row, and who acts in it, in words: "Ya → 9", "Staf → Kepala"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from buku_sop.analysis.alur.alur import Alur, Panah
from buku_sop.model import Giliran, Prosedur
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.nomor import TANPA_LABEL, label_panah, sebut_nomor
from buku_sop.views.dasar.tujuan import nama_tujuan


@dataclass(frozen=True, slots=True)
class Keluar:
    """A way out of a step, in words."""

    label: str
    tujuan: str
    """A step's number, or "selesai", or a lane of the same step."""
    href: str = ""
    balik: bool = False
    lain: tuple[tuple[str, str], ...] = ()
    """(target, address) of further steps to which the same way leads."""


def keluar_baris(
    prosedur: Prosedur, alur: Alur, i: int, href: Callable[[int], str]
) -> list[tuple[int, tuple[Keluar, ...]]]:
    """Word the branches of a row, and the arrows that do not simply go on to the next row.

    Returns (lane, ways out) for each symbol that has any; `href` gives the address of a step, from 0.
    """
    hasil = []
    for lambang in _pangkal(prosedur, alur, i):
        keluar = [p for k in lambang for p in alur.keluar(k)]
        serentak = len(keluar) > 1
        panah = [p for p in keluar if p.cabang is not None or serentak or _melompat(alur, p)]
        if panah:
            semua = [
                (
                    p.cabang,
                    _satu_keluar(prosedur, alur, p, nama_tujuan(prosedur, alur, p, panah), href),
                )
                for p in panah
            ]
            hasil.append((alur.simpul[panah[0].dari].lane, tuple(_gabung(semua))))
    return _sekali(hasil)


def _pangkal(prosedur: Prosedur, alur: Alur, i: int) -> Iterator[tuple[int, ...]]:
    """List what the ways out of a row leave: a symbol, or all of a joint turn whose ways are its own.

    Each arrow of a joint turn leaves the symbol nearest to where it leads, which says nothing of who
    takes it.
    """
    bersama = {k: grup for grup in alur.bersama for k in grup}
    for k, simpul in enumerate(alur.simpul):
        if simpul.langkah != i:
            continue
        grup = bersama.get(k, (k,))
        if grup == (k,):
            yield grup
        elif any(a.cabang or a.ke for a in prosedur.langkah[i].giliran[simpul.giliran].anggota):
            yield (k,)
        elif k == grup[0]:
            yield grup


_Baris = list[tuple[int, tuple[Keluar, ...]]]


def _gabung(semua: Iterable[tuple[int | None, Keluar]]) -> Iterator[Keluar]:
    """Say ways of one label once, with all that they lead to; those back, and choices without label, stay apart."""
    kelompok: dict[tuple[str, bool, int | None], dict[str, Keluar]] = {}
    for cabang, k in semua:
        pilihan = cabang if k.label == TANPA_LABEL else None
        kelompok.setdefault((k.label, k.balik, pilihan), {}).setdefault(k.tujuan, k)
    for isi in kelompok.values():
        awal, *sisa = isi.values()
        yield replace(awal, lain=tuple((k.tujuan, k.href) for k in sisa))


def _sekali(hasil: _Baris) -> _Baris:
    """Leave out performers who go on without a choice to where one before them does."""
    sudah = set[tuple[Keluar, ...]]()
    beda: _Baris = []
    for lane, keluar in hasil:
        tanpa_pilihan = all(not k.label for k in keluar)
        if not tanpa_pilihan or keluar not in sudah:
            beda.append((lane, keluar))
        if tanpa_pilihan:
            sudah.add(keluar)
    return beda


def _satu_keluar(
    prosedur: Prosedur, alur: Alur, panah: Panah, nama: str, href: Callable[[int], str]
) -> Keluar:
    dari, ke = alur.simpul[panah.dari], alur.simpul[panah.ke]
    label = label_panah(panah)
    if ke.tambahan:
        return Keluar(label, tulis("ucapan.akhir"))
    if ke.langkah == dari.langkah and panah.ke != panah.dari:
        return Keluar(label, prosedur.sebutan[ke.lane], balik=panah.balik)
    return Keluar(
        label, f"{sebut_nomor(prosedur, ke.langkah)}{nama}", href(ke.langkah), panah.balik
    )


def _melompat(alur: Alur, panah: Panah) -> bool:
    """Whether an arrow without label leads anywhere but to the next symbol or row that has any."""
    if panah.balik:
        return True
    dari, ke = alur.simpul[panah.dari].langkah, alur.simpul[panah.ke].langkah
    return ke - dari > 1 and any(dari < s.langkah < ke for s in alur.simpul)


def giliran_sebelum(alur: Alur, i: int) -> dict[int, set[int]]:
    """Tell for each turn of a row from which earlier turns of the row the flow comes to it."""
    dari: dict[int, set[int]] = {
        s.giliran: set() for s in alur.simpul if s.langkah == i and not s.tambahan
    }
    for panah in alur.panah:
        a, b = alur.simpul[panah.dari], alur.simpul[panah.ke]
        if a.langkah == b.langkah == i and a.giliran < b.giliran and not b.tambahan:
            dari[b.giliran].add(a.giliran)
    return dari


def urutan_giliran(prosedur: Prosedur, alur: Alur, i: int) -> str:
    """Word who acts in a row, with arrows only where the flow goes from one to the next.

    Who acts twice in turn is named once. For example "Staf → Kepala", "Ketua dan Anggota, masing-masing"; empty for a single performer.
    """
    langkah = prosedur.langkah[i]
    if len(langkah.pelaksana) < 2:
        return ""
    label = dict(zip((p.id for p in prosedur.pelaksana), prosedur.sebutan, strict=True))
    nama = [_bersama(g, label) for g in langkah.giliran]
    sebelum = giliran_sebelum(alur, i)
    rantai: list[list[str]] = []
    for n, satu in enumerate(nama):
        if rantai and (n - 1 in sebelum.get(n, ()) or n not in sebelum):
            if rantai[-1][-1] != satu:
                rantai[-1].append(satu)
        else:
            rantai.append([satu])
    tulisan = [" → ".join(satu) for satu in rantai]
    if len(tulisan) == 1:
        return tulisan[0]
    if len(tulisan) == len(nama):
        return tulis("ucapan.masing", awal=", ".join(tulisan[:-1]), akhir=tulisan[-1])
    return "; ".join(tulisan)


def _bersama(giliran: Giliran, label: Mapping[str, str]) -> str:
    nama = [label.get(p, p) for p in giliran.pelaksana]
    if len(nama) < 2:
        return "".join(nama)
    return tulis("ucapan.bersama_sama", awal=", ".join(nama[:-1]), akhir=nama[-1])
