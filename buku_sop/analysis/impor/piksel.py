"""The pixels of a picture, in rows: runs of them, areas that touch, areas that are filled."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.analysis.impor.netral import Kotak, Titik

GELAP, TERANG = b"\1", b"\0"

Lari = tuple[int, int, int]
"""A run of pixels in a row: the row, the first, and the one after the last."""


@dataclass(frozen=True, slots=True)
class Peta:
    """The pixels of a picture, a row at a time: 1 where it is dark."""

    baris: tuple[bytes, ...]
    kotak: Kotak
    """Where it stands on its page."""

    @property
    def lebar(self) -> int:
        """How many pixels a row has."""
        return len(self.baris[0]) if self.baris else 0

    @property
    def skala(self) -> float:
        """How many pixels a point is."""
        return self.lebar / self.kotak.lebar

    def di(self, x: float, y: float) -> Titik:
        """Return the place of a pixel on the page."""
        return (
            self.kotak.x0 + x * self.kotak.lebar / self.lebar,
            self.kotak.y0 + y * self.kotak.tinggi / len(self.baris),
        )

    def tanpa(self, kotak: Kotak) -> Peta:
        """Return it with an area of the page white, over which something was painted."""
        sx, sy = self.lebar / self.kotak.lebar, len(self.baris) / self.kotak.tinggi
        a = max(0, round((kotak.x0 - self.kotak.x0) * sx))
        b = min(self.lebar, round((kotak.x1 - self.kotak.x0) * sx))
        if a >= b:
            return self
        baris = [
            satu[:a] + TERANG * (b - a) + satu[b:]
            if kotak.y0 <= self.kotak.y0 + (y + 0.5) / sy <= kotak.y1
            else satu
            for y, satu in enumerate(self.baris)
        ]
        return Peta(tuple(baris), self.kotak)


def isi_poligon(semua: Iterable[Sequence[Titik]], skala: float, kotak: Kotak) -> Peta:
    """Fill areas, each by its own line: what an even number of lines parts from the outside is light."""
    lebar, tinggi = (math.ceil(x * skala) + 3 for x in (kotak.lebar, kotak.tinggi))
    baris = [bytearray(lebar) for _ in range(tinggi)]
    asal = kotak.x0 - 1 / skala, kotak.y0 - 1 / skala
    pada = Kotak(*asal, asal[0] + lebar / skala, asal[1] + tinggi / skala)
    for titik in semua:
        sisi = [
            ((ax - asal[0]) * skala, (ay - asal[1]) * skala, (bx - asal[0]) * skala, (by - asal[1]) * skala)
            for (ax, ay), (bx, by) in pairwise([*titik, titik[0]])
            if ay != by
        ]  # fmt: skip
        y0 = max(0, int(min((min(s[1], s[3]) for s in sisi), default=0)))
        y1 = min(tinggi, int(max((max(s[1], s[3]) for s in sisi), default=0)) + 1)
        for y in range(y0, y1):
            c = y + 0.5
            potong = sorted(
                ax + (c - ay) * (bx - ax) / (by - ay)
                for ax, ay, bx, by in sisi
                if (ay <= c) != (by <= c)
            )
            for a, b in zip(potong[::2], potong[1::2], strict=False):
                dari, ke = max(0, round(a)), min(lebar, max(round(b), round(a) + 1))
                baris[y][dari:ke] = GELAP * (ke - dari)
    return Peta(tuple(map(bytes, baris)), pada)


def lari_baris(baris: bytes, nilai: bytes) -> Iterator[tuple[int, int]]:
    """Yield the runs of a value in a row."""
    lain = TERANG if nilai == GELAP else GELAP
    a = baris.find(nilai)
    while a >= 0:
        b = baris.find(lain, a)
        b = len(baris) if b < 0 else b
        yield a, b
        a = baris.find(nilai, b)


def kelompok(semua: Iterable[tuple[int, Iterable[tuple[int, int]]]], serong: int) -> list[list[Lari]]:  # fmt: skip
    """Put the runs of rows together that touch; with `serong` 1 also those that touch by a corner."""
    induk: list[int] = []
    lari: list[Lari] = []

    def akar(i: int) -> int:
        while induk[i] != i:
            induk[i] = induk[induk[i]]
            i = induk[i]
        return i

    atas: list[int] = []
    y_atas = -2
    for y, baris in semua:
        kini: list[int] = []
        n = 0
        sebelum = atas if y == y_atas + 1 else []
        for a, b in baris:
            i = len(lari)
            induk.append(i)
            lari.append((y, a, b))
            kini.append(i)
            while n < len(sebelum) and lari[sebelum[n]][2] + serong <= a:
                n += 1
            m = n
            while m < len(sebelum) and lari[sebelum[m]][1] < b + serong:
                induk[akar(i)] = akar(sebelum[m])
                m += 1
        atas, y_atas = kini, y
    hasil: dict[int, list[Lari]] = {}
    for i, satu in enumerate(lari):
        hasil.setdefault(akar(i), []).append(satu)
    return list(hasil.values())


def berdiri(baris: Sequence[bytes]) -> list[bytes]:
    """Return the columns of rows."""
    return [bytes(k) for k in zip(*baris, strict=True)]


def keduanya(a: bytes, b: bytes) -> bytes:
    """Return 1 where both have it."""
    return (int.from_bytes(a) & int.from_bytes(b)).to_bytes(len(a))


def salah_satu(semua: Sequence[bytes]) -> bytes:
    """Return 1 where any has it."""
    jumlah = 0
    for satu in semua:
        jumlah |= int.from_bytes(satu)
    return jumlah.to_bytes(len(semua[0]))


def dikecilkan(baris: Sequence[bytes], bagi: int) -> list[bytes]:
    """Make so many rows and columns into one, dark where any of them is."""
    if bagi <= 1 or not baris:
        return list(baris)
    lebar = len(baris[0]) // bagi * bagi
    kolom = (salah_satu([b[n:lebar:bagi] for n in range(bagi)]) for b in baris) if lebar else ()
    pendek = list(kolom)
    return [salah_satu(pendek[n : n + bagi]) for n in range(0, len(pendek), bagi)]


def persegi(baris: Sequence[bytes]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the dark pixels as rectangles: left, top, right, bottom; runs below each other are one."""
    terbuka: dict[tuple[int, int], int] = {}
    for y, satu in enumerate((*baris, b"")):
        kini = set(lari_baris(satu, GELAP))
        for (a, b), atas in [x for x in terbuka.items() if x[0] not in kini]:
            yield a, atas, b, y
            del terbuka[a, b]
        for pasang in kini:
            terbuka.setdefault(pasang, y)
