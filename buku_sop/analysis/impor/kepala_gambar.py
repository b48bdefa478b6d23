"""Finds the head of an arrow that is a picture: where its dark pixels are thicker than its line."""

from __future__ import annotations

from collections.abc import Sequence

from buku_sop.analysis.impor.netral import Titik

TERTEBAL = 1.6
"""A head is so many times as thick as the line, at least."""
TERKECIL = 2.5
"""Pixels from the middle of a head to its sides, at least: below that a corner of a line looks like one."""
TERPENDEK = 2.0
"""An arrow begins so many times as far from the middle of its head as that is from its sides, at least: else its tip
may lie further off."""
JAUH = 0.3
"""What is further from the head than this share of the picture is its line."""


def pangkal_dan_kepala(gelap: Sequence[Sequence[int]]) -> tuple[Titik, Titik] | None:
    """Return where an arrow begins and where its head is, from 0 to 1 from the left and the top; None without a single head."""
    tebal = _tebal(gelap)
    tinggi, lebar = len(gelap), len(gelap[0]) if gelap else 0
    titik = [(t, x, y) for y, baris in enumerate(tebal) for x, t in enumerate(baris) if t]
    if not titik:
        return None
    paling, px, py = max(titik)
    pusat = [(x, y) for t, x, y in titik if t >= 0.75 * paling and _jarak(x, y, px, py) <= 2 * paling]  # fmt: skip
    x = sum(p[0] for p in pusat) / len(pusat)
    y = sum(p[1] for p in pusat) / len(pusat)
    jauh = JAUH * max(lebar, tinggi)
    garis = max((t for t, a, b in titik if _jarak(a, b, x, y) > max(jauh, 2 * paling)), default=0.0)
    if not garis or paling < max(TERKECIL, TERTEBAL * garis):
        return None
    ax, ay = _terjauh(gelap, px, py)
    if _jarak(ax, ay, x, y) < TERPENDEK * paling:
        return None
    return ((ax + 0.5) / lebar, (ay + 0.5) / tinggi), ((x + 0.5) / lebar, (y + 0.5) / tinggi)


def _terjauh(gelap: Sequence[Sequence[int]], x: int, y: int) -> tuple[int, int]:
    """Return the pixel that is reached last along dark ones: where the line begins, whatever turns it takes."""
    sudah, lapis, akhir = {(x, y)}, [(x, y)], (x, y)
    while lapis:
        akhir = lapis[0]
        sekitar = {(a + i, b + j) for a, b in lapis for i in (-1, 0, 1) for j in (-1, 0, 1)}
        lapis = [
            (a, b)
            for a, b in sekitar - sudah
            if 0 <= b < len(gelap) and 0 <= a < len(gelap[0]) and gelap[b][a]
        ]
        lapis.sort()
        sudah |= set(lapis)
    return akhir


def _jarak(ax: float, ay: float, bx: float, by: float) -> float:
    return max(abs(ax - bx), abs(ay - by))


def _tebal(gelap: Sequence[Sequence[int]]) -> list[list[float]]:
    """Return how far each dark pixel is from the next light one; what lies beyond the picture is light."""
    tinggi, lebar = len(gelap), len(gelap[0]) if gelap else 0
    hasil = [[float(tinggi + lebar) if g else 0.0 for g in baris] for baris in gelap]
    for maju in (True, False):
        tanda = -1 if maju else 1
        for y in range(tinggi) if maju else range(tinggi - 1, -1, -1):
            for x in range(lebar) if maju else range(lebar - 1, -1, -1):
                if not hasil[y][x]:
                    continue
                dekat = [(x + tanda, y, 1.0), (x, y + tanda, 1.0), (x - 1, y + tanda, 1.4), (x + 1, y + tanda, 1.4)]  # fmt: skip
                nilai = [
                    hasil[b][a] + c if 0 <= a < lebar and 0 <= b < tinggi else c
                    for a, b, c in dekat
                ]
                hasil[y][x] = min(hasil[y][x], *nilai)
    return hasil
