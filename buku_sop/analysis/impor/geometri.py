"""Plane geometry of strokes: distances, areas, hulls, the triangle of an arrow head."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from buku_sop.analysis.impor.netral import Titik

Ruas = tuple[Titik, Titik]
"""A straight piece, from a point to a point."""


def jarak_ruas(titik: Titik, ruas: Ruas) -> float:
    """How far a point lies from a piece."""
    (x1, y1), (x2, y2) = ruas
    dx, dy = x2 - x1, y2 - y1
    panjang = dx * dx + dy * dy
    t = (
        0.0
        if panjang == 0
        else max(0.0, min(1.0, ((titik[0] - x1) * dx + (titik[1] - y1) * dy) / panjang))
    )
    return math.hypot(titik[0] - x1 - t * dx, titik[1] - y1 - t * dy)


def luas(titik: Sequence[Titik]) -> float:
    """Return the area that a closed line goes around."""
    return abs(sum(a[0] * b[1] - a[1] * b[0] for a, b in pairwise([*titik, titik[0]]))) / 2


def selubung(titik: Iterable[Titik]) -> list[Titik]:
    """Return the convex hull of points, without its first point again."""
    semua = sorted({(round(x, 1), round(y, 1)) for x, y in titik})
    if len(semua) < 3:
        return semua

    def separuh(urut: Iterable[Titik]) -> list[Titik]:
        hasil: list[Titik] = []
        for p in urut:
            while len(hasil) > 1 and _belok(hasil[-2], hasil[-1], p) <= 0:
                hasil.pop()
            hasil.append(p)
        return hasil

    return separuh(semua)[:-1] + separuh(reversed(semua))[:-1]


def _belok(a: Titik, b: Titik, c: Titik) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def segitiga(selubung: Sequence[Titik]) -> tuple[Titik, Titik, Titik] | None:
    """Return the largest triangle in a hull: its tip, where two equal sides meet, then the ends of its base."""
    if len(selubung) < 3:
        return None
    terbaik = max(combinations(selubung[:14], 3), key=lambda t: abs(_belok(*t)))

    def beda(n: int) -> float:
        lain = [terbaik[i] for i in range(3) if i != n]
        return abs(math.dist(terbaik[n], lain[0]) - math.dist(terbaik[n], lain[1]))

    n = min(range(3), key=beda)
    a, b = (terbaik[i] for i in range(3) if i != n)
    return terbaik[n], a, b
