"""The flow as a graph of ways: one point for each turn of a row, and what it costs to go on from there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from buku_sop.analysis.alur.alur import Alur
from buku_sop.model import Bilangan


class Panjang(NamedTuple):
    """How long a stretch is: first by time, then by rows."""

    menit: Bilangan = 0
    baris: int = 0

    def tambah(self, lain: Panjang) -> Panjang:
        """Add a stretch."""
        return Panjang(self.menit + lain.menit, self.baris + lain.baris)


@dataclass(frozen=True, slots=True)
class Titik:
    """A turn of a row, with all of its joint symbols; or an end that a branch made."""

    langkah: int
    tambahan: bool = False


@dataclass(frozen=True, slots=True)
class Ruas:
    """A stretch between two points, given by their positions."""

    dari: int
    ke: int
    panjang: Panjang
    masuk: bool
    """Whether it enters a row (anew), so that the row's time counts."""
    cabang: int | None = None
    """Which way out of its decision it is; None for an arrow that is no branch."""
    label: str = ""

    @property
    def mundur(self) -> bool:
        """Whether it leads to an earlier point, or the same."""
        return self.ke <= self.dari


class Hasil(NamedTuple):
    """A way that was found."""

    ruas: tuple[Ruas, ...]
    serentak: frozenset[int]
    """Rows of the arms that are not on it."""


@dataclass(frozen=True, slots=True)
class Graf:
    """Points in the order of the table; the first is the start. A point without a way out is an end."""

    simpul: tuple[Titik, ...]
    keluar: tuple[tuple[Ruas, ...], ...]
    """For each point the stretches that leave it, in order."""
    awal: Panjang
    """What the row of the start takes."""
    simpai: tuple[int, ...]
    """For each point its knot: points share one where the flow leads from each to the other."""

    def pilihan(self, titik: int) -> list[list[Ruas]]:
        """Return the ways out of a point: one of them is taken, with all of its arms."""
        kelompok: dict[int | None, list[Ruas]] = {}
        for ruas in self.keluar[titik]:
            kelompok.setdefault(ruas.cabang, []).append(ruas)
        return list(kelompok.values())


def susun_graf(alur: Alur, berat: Sequence[Panjang]) -> Graf:
    """Make the graph of a flow; `berat` tells what each row takes."""
    nomor: dict[tuple[int, int], int] = {}
    titik: list[Titik] = []
    milik = []
    for s in alur.simpul:
        kunci = (s.langkah, s.giliran)
        if kunci not in nomor:
            nomor[kunci] = len(titik)
            titik.append(Titik(s.langkah, s.tambahan))
        milik.append(nomor[kunci])
    keluar: list[list[Ruas]] = [[] for _ in titik]
    for p in alur.panah:
        a, b = milik[p.dari], milik[p.ke]
        masuk = titik[a].langkah != titik[b].langkah or b <= a
        panjang = berat[titik[b].langkah] if masuk else Panjang()
        keluar[a].append(Ruas(a, b, panjang, masuk, p.cabang, p.label))
    awal = berat[titik[0].langkah] if titik else Panjang()
    ruas = tuple(map(tuple, keluar))
    return Graf(tuple(titik), ruas, awal, simpai(ruas))


def simpai(keluar: Sequence[Sequence[Ruas]]) -> tuple[int, ...]:
    """Number the strongly connected parts (Tarjan); a part's number is higher than those it leads to."""
    indeks: dict[int, int] = {}
    rendah: dict[int, int] = {}
    bagian = [-1] * len(keluar)
    tumpukan: list[int] = []
    jumlah = 0
    for mulai in range(len(keluar)):
        if mulai in indeks:
            continue
        kerja: list[tuple[int, Iterator[Ruas]]] = []
        _masuki(mulai, indeks, rendah, tumpukan, kerja, keluar)
        while kerja:
            titik, sisa = kerja[-1]
            for ruas in sisa:
                if ruas.ke not in indeks:
                    _masuki(ruas.ke, indeks, rendah, tumpukan, kerja, keluar)
                    break
                if bagian[ruas.ke] < 0:
                    rendah[titik] = min(rendah[titik], indeks[ruas.ke])
            else:
                kerja.pop()
                if kerja:
                    atas = kerja[-1][0]
                    rendah[atas] = min(rendah[atas], rendah[titik])
                if rendah[titik] == indeks[titik]:
                    while bagian[titik] < 0:
                        bagian[tumpukan.pop()] = jumlah
                    jumlah += 1
    return tuple(bagian)


def _masuki(
    titik: int,
    indeks: dict[int, int],
    rendah: dict[int, int],
    tumpukan: list[int],
    kerja: list[tuple[int, Iterator[Ruas]]],
    keluar: Sequence[Sequence[Ruas]],
) -> None:
    indeks[titik] = rendah[titik] = len(indeks)
    tumpukan.append(titik)
    kerja.append((titik, iter(keluar[titik])))
