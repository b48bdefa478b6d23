"""Long lists in pages: by office, letter or rank, each page with no more than a phone reads without waiting.

A list that fits stays on one page. Otherwise its address is an index, and every group has a page of its own
whose address says which group it is, so that it stays what it is when other groups grow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from buku_sop.views.dasar.alamat import Alamat

__all__ = [
    "BATAS",
    "BERAT_PERAN",
    "BERAT_SOP",
    "Bagian",
    "Navigasi",
    "Tautan",
    "bagi",
    "bagi_urut",
    "muat",
    "navigasi",
]

BATAS = 1_500
"""Most elements of a page that belong to its list; with what Material puts around them that is below 2,000."""

BERAT_SOP = 6
"""Elements of an SOP in a list."""
BERAT_PERAN = 3
"""Elements of a role in a list."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Bagian(Generic[_T]):
    """One page of a long list."""

    kunci: str
    """The last part of its address; a group that takes several pages counts on: `huruf_p`, `huruf_p_2`."""
    sebutan: str
    isi: tuple[_T, ...]


@dataclass(frozen=True, slots=True)
class Tautan:
    """A link to a page of the list."""

    sebutan: str
    href: str
    di_sini: bool = False


@dataclass(frozen=True, slots=True)
class Navigasi:
    """The ways from one page of a list to the others."""

    semua: tuple[Tautan, ...]
    sebelum: Tautan | None
    sesudah: Tautan | None


def muat(berat: Iterable[int], batas: int = BATAS) -> bool:
    """Whether things of these weights (elements of HTML) fit on one page."""
    return sum(berat) <= batas


def bagi(semua: Iterable[tuple[str, str, _T, int]], batas: int = BATAS) -> tuple[Bagian[_T], ...]:
    """Give each group its page: (address, name, thing, weight), those of a group next to each other.

    A group above `batas` takes several pages; something that is alone above it has a page to itself.
    """
    hasil: list[Bagian[_T]] = []
    for (kunci, sebutan), milik in groupby(semua, key=lambda x: (x[0], x[1])):
        potong = _potong([(isi, berat) for _, _, isi, berat in milik], batas)
        for n, isi in enumerate(potong, 1):
            if len(potong) == 1:
                hasil.append(Bagian(kunci, sebutan, isi))
            else:
                hasil.append(Bagian(kunci if n == 1 else f"{kunci}_{n}", f"{sebutan} ({n})", isi))
    return tuple(hasil)


def bagi_urut(
    semua: Sequence[tuple[_T, int]],
    nama: Callable[[_T], str],
    batas: int = BATAS,
    pertama: int | None = None,
) -> tuple[Bagian[_T], ...]:
    """Cut a list into pages 1, 2, 3 that are named by the first and the last thing on each.

    `pertama` is how much the first page holds, where other things stand on it too.
    """
    potong = _potong(semua, batas, pertama)
    return tuple(
        Bagian(str(n), _rentang(nama(isi[0]), nama(isi[-1])) if isi else "", isi)
        for n, isi in enumerate(potong, 1)
    )


def _potong(
    semua: Sequence[tuple[_T, int]], batas: int, pertama: int | None = None
) -> list[tuple[_T, ...]]:
    """Fill pages in order, about alike: never one full page and a last one with two things."""
    jumlah = sum(berat for _, berat in semua)
    ruang = batas if pertama is None else max(pertama, 0)
    if jumlah <= ruang:
        return [tuple(isi for isi, _ in semua)]
    halaman = max(1, -(-(jumlah - ruang) // batas) + 1)
    sasaran = min(batas, -(-jumlah // halaman)) if pertama is None else batas
    hasil: list[list[_T]] = [[]]
    terisi = 0
    for isi, berat in semua:
        paling = ruang if pertama is not None and len(hasil) == 1 else batas
        penuh = terisi + berat > paling or terisi >= min(sasaran, paling)
        if hasil[-1] and penuh:
            hasil.append([])
            terisi = 0
        hasil[-1].append(isi)
        terisi += berat
    return [tuple(isi) for isi in hasil]


_NAMA = 24
"""Characters of a name that say where a page begins and ends."""


def _rentang(awal: str, akhir: str) -> str:
    def pendek(teks: str) -> str:
        return teks if len(teks) <= _NAMA else teks[: _NAMA - 1].rstrip() + "…"

    return pendek(awal) if awal == akhir else f"{pendek(awal)} – {pendek(akhir)}"


def navigasi(semua: Sequence[tuple[str, str]], sini: str, alamat: Alamat) -> Navigasi:
    """Lead from one page of a list to the others: `semua` are (key of a page, name), `sini` the key of this one."""
    tautan = [Tautan(nama, alamat.ke(kunci), kunci == sini) for kunci, nama in semua]
    n = next((n for n, t in enumerate(tautan) if t.di_sini), None)
    return Navigasi(
        tuple(tautan),
        tautan[n - 1] if n else None,
        tautan[n + 1] if n is not None and n + 1 < len(tautan) else None,
    )
