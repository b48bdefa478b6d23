"""Finds the lines of a picture: long runs of few pixels, along the rows, along the columns, or at a slant."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from buku_sop.analysis.impor.geometri import Ruas, jarak_ruas
from buku_sop.analysis.impor.piksel import GELAP, TERANG, Peta, berdiri, kelompok, lari_baris

TERPENDEK = 4.0
"""Points of a straight line, at least."""
TERTEBAL = 1.8
"""A line is at most so many times as thick as most are."""
TEBAL = 3.0
"""Points that a long line is thick at most, however thick others are."""
SISI = 4.5
"""Points from a line to the side of its head, at most."""


@dataclass(frozen=True, slots=True)
class Garis:
    """A straight line along the rows."""

    ruas: Ruas
    tebal: float
    pita: tuple[int, int, int, int]
    """The rows and columns that it takes: first row, row after the last, first column, column after the last."""

    @property
    def panjang(self) -> float:
        """How long it is, in pixels."""
        return self.pita[3] - self.pita[2]


def _pita(baris: Sequence[bytes], terpendek: int) -> Iterator[Garis]:
    """Yield what runs along the rows, however thick it is."""
    panjang = GELAP * terpendek
    semua = (
        (y, [(a, b) for a, b in lari_baris(satu, GELAP) if b - a >= terpendek])
        for y, satu in enumerate(baris)
        if panjang in satu
    )
    for satu_garis in kelompok(semua, 0):
        terpanjang = max(b - a for _, a, b in satu_garis)
        lari = [
            r for r in satu_garis if r[2] - r[1] >= terpanjang / 2
        ]  # without the sides of a head
        x0, x1 = min(r[1] for r in lari), max(r[2] for r in lari)
        y0, y1 = min(r[0] for r in lari), max(r[0] for r in lari) + 1
        banyak = sum(b - a for _, a, b in lari)
        tengah = sum((y + 0.5) * (b - a) for y, a, b in lari) / banyak
        kiri, kanan = (
            sum(y + 0.5 for y, *_ in dekat) / len(dekat)
            for dekat in (
                [r for r in lari if r[1] <= x0 + 2],
                [r for r in lari if r[2] >= x1 - 2],
            )
        )
        tebal = banyak / (x1 - x0)
        lurus = abs(kiri - kanan) <= max(2.0, tebal)
        ujung = (tengah, tengah) if lurus else (kiri, kanan)
        yield Garis(((x0, ujung[0]), (x1, ujung[1])), tebal, (y0, y1, x0, x1))


def tebal_garis(peta: Peta) -> float:
    """Return how many pixels thick most lines are."""
    panjang = math.ceil(10 * peta.skala)
    semua = [
        (g.tebal, g.panjang)
        for baris in (peta.baris, berdiri(peta.baris))
        for g in _pita(baris, panjang)
        if g.panjang > 4 * g.tebal
    ]
    semua.sort()
    sisa = sum(p for _, p in semua) / 2
    for tebal, panjang_garis in semua:
        sisa -= panjang_garis
        if sisa <= 0:
            return tebal
    return max(1.0, peta.skala)


def cari_garis(baris: Sequence[bytes], skala: float, tebal: float) -> list[Garis]:
    """Find the straight lines along the rows."""
    return [
        g
        for g in _pita(baris, math.ceil(TERPENDEK * skala))
        if g.tebal <= max(TERTEBAL * tebal, tebal + 1.5, min(0.1 * g.panjang, TEBAL * skala))
        and g.panjang >= 3 * g.tebal
        and g.pita[1] - g.pita[0] <= TERTEBAL * max(g.tebal, tebal) + 2 + 0.04 * g.panjang
    ]


def tanpa_sisi(satu: Sequence[Garis], lintang: Sequence[Garis], skala: float) -> list[Garis]:
    """Leave out the short lines that another runs through in the middle: the sides of a head, where they are close together."""

    def dilintasi(g: Garis) -> bool:
        y, tengah = g.ruas[0][1], (g.ruas[0][0] + g.ruas[1][0]) / 2
        return any(
            abs(m.ruas[0][1] - tengah) <= 0.2 * g.panjang + 1
            and m.ruas[0][0] - skala <= y <= m.ruas[1][0] + skala
            and m.panjang > g.panjang / 2
            for m in lintang
        )

    return [g for g in satu if g.panjang > 2 * SISI * skala or not dilintasi(g)]


def balik(ruas: Ruas) -> Ruas:
    """Turn a piece along the columns into one along the rows, or back."""
    (ax, ay), (bx, by) = ruas
    return (ay, ax), (by, bx)


def sisa_garis(peta: Peta, datar: Iterable[Garis], tegak: Iterable[Garis]) -> Peta:
    """Take lines off, with a pixel at each side."""
    baris = [bytearray(b) for b in peta.baris]

    def hapus(y0: int, y1: int, x0: int, x1: int) -> None:
        for y in range(max(0, y0), min(len(baris), y1)):
            a, b = max(0, x0), min(peta.lebar, x1)
            baris[y][a:b] = TERANG * (b - a)

    for g in datar:
        y0, y1, x0, x1 = g.pita
        hapus(y0 - 1, y1 + 1, x0, x1)
    for g in tegak:
        x0, x1, y0, y1 = g.pita
        hapus(y0, y1, x0 - 1, x1 + 1)
    return Peta(tuple(map(bytes, baris)), peta.kotak)


def miring(sisa: Peta, tebal: float) -> list[Ruas]:
    """Find the lines that run at a slant."""
    hasil = []
    for lari in kelompok(((y, lari_baris(b, GELAP)) for y, b in enumerate(sisa.baris)), 1):
        y0, a0, b0 = lari[0]
        y1, a1, b1 = lari[-1]
        awal, akhir = ((a0 + b0) / 2, y0 + 0.5), ((a1 + b1) / 2, y1 + 0.5)
        panjang = math.dist(awal, akhir)
        if panjang < 10 * sisa.skala or sum(b - a for _, a, b in lari) > TERTEBAL * tebal * panjang:
            continue
        if all(jarak_ruas(((a + b) / 2, y + 0.5), (awal, akhir)) <= 2 * tebal for y, a, b in lari):
            hasil.append((awal, akhir))
    return hasil
