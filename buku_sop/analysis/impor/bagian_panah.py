"""Reads strokes as what arrows are made of: their heads, filled or open, and the straight pieces of their lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from buku_sop.analysis.impor.geometri import Ruas, luas, segitiga, selubung
from buku_sop.analysis.impor.netral import Coretan, Titik

SAMA_SISI = 1.3
"""A head whose sides differ by less than this points where its line does, not where its sides say."""


@dataclass(frozen=True, slots=True)
class Kepala:
    """The head of an arrow."""

    ujung: Titik
    pangkal: Titik
    """The middle of its base."""
    lain: tuple[Kepala, ...] = ()
    """The same triangle pointing another way, where its sides are too much alike to tell: its line tells."""

    @property
    def arah(self) -> Titik:
        """Return the unit vector in which it points."""
        panjang = math.dist(self.ujung, self.pangkal)
        return (
            (self.ujung[0] - self.pangkal[0]) / panjang,
            (self.ujung[1] - self.pangkal[1]) / panjang,
        )


def kepala_panah(satu: Coretan) -> Kepala | None:
    """Read a small filled triangle, or a small filled V, as the head of an arrow."""
    k = satu.kotak
    if not satu.terisi or max(k.lebar, k.tinggi) > 16 or min(k.lebar, k.tinggi) < 1.5:
        return None
    kulit = selubung(satu.titik)
    if not 0.28 < luas(kulit) / (k.lebar * k.tinggi) < 0.7 if len(kulit) > 2 else True:
        return None
    tiga = segitiga(kulit)
    if tiga is None:
        return None
    ujung, a, b = tiga
    kepala, *lain = (
        Kepala(p, ((q[0] + r[0]) / 2, (q[1] + r[1]) / 2))
        for p, q, r in ((ujung, a, b), (a, ujung, b), (b, a, ujung))
    )
    if math.dist(kepala.ujung, kepala.pangkal) < 1:
        return None
    sisi = (math.dist(ujung, a), math.dist(ujung, b), math.dist(a, b))
    return replace(kepala, lain=tuple(lain)) if max(sisi) < SAMA_SISI * min(sisi) else kepala


def ruas_coretan(satu: Coretan) -> list[Ruas]:
    """Return the straight pieces of a stroke; of a filled outline of a line, its middle."""
    k = satu.kotak
    if satu.terisi and min(k.lebar, k.tinggi) <= 3.2:
        x, y = k.tengah
        return [((k.x0, y), (k.x1, y))] if k.lebar >= k.tinggi else [((x, k.y0), (x, k.y1))]
    if satu.bergaris and not satu.terisi:
        return [(a, b) for a, b in pairwise(satu.titik) if math.dist(a, b) > 0.8]
    return _tengah_garis(satu.titik)


def _tengah_garis(titik: Sequence[Titik]) -> list[Ruas]:
    """Join the two sides of the outline of a line."""
    sisi = sorted(
        ((math.dist(a, b), a, b) for a, b in pairwise([*titik, titik[0]]) if math.dist(a, b) > 3),
        reverse=True,
    )
    hasil: list[Ruas] = []
    for _, a, b in sisi:
        for n, (u, v) in enumerate(hasil):
            if gabung := _sejajar(u, v, a, b):
                hasil[n] = gabung
                break
        else:
            hasil.append((a, b))
    return hasil


def _sejajar(u: Titik, v: Titik, a: Titik, b: Titik) -> Ruas | None:
    """Return one piece for two that run side by side; None where they do not."""
    panjang = math.dist(u, v)
    ux, uy = (v[0] - u[0]) / panjang, (v[1] - u[1]) / panjang
    jauh = (abs((p[0] - u[0]) * uy - (p[1] - u[1]) * ux) for p in (a, b))
    t0, t1 = sorted((p[0] - u[0]) * ux + (p[1] - u[1]) * uy for p in (a, b))
    if max(jauh) > 3.4 or t1 < -2 or t0 > panjang + 2:
        return None
    lo, hi = min(0.0, t0), max(panjang, t1)
    return (u[0] + ux * lo, u[1] + uy * lo), (u[0] + ux * hi, u[1] + uy * hi)


def kepala_terbuka(ruas: Sequence[Ruas]) -> tuple[list[Ruas], list[Kepala]]:
    """Take two short pieces that meet in a sharp angle for the open head of an arrow."""
    pendek = [r for r in ruas if 2 < math.dist(*r) < 11 and _miring(r)]
    kepala: list[Kepala] = []
    dipakai: set[int] = set()
    for i, a in enumerate(pendek):
        for b in pendek[i + 1 :]:
            if id(a) in dipakai or id(b) in dipakai or abs(math.dist(*a) - math.dist(*b)) > 1.5:
                continue
            for (p, jauh_a), (q, jauh_b) in ((x, y) for x in (a, a[::-1]) for y in (b, b[::-1])):
                if math.dist(p, q) < 1.2 and 1.5 < math.dist(jauh_a, jauh_b) < 1.5 * math.dist(*a):
                    pangkal = ((jauh_a[0] + jauh_b[0]) / 2, (jauh_a[1] + jauh_b[1]) / 2)
                    if math.dist(p, pangkal) > 1:
                        kepala.append(Kepala(p, pangkal))
                        dipakai |= {id(a), id(b)}
    return [r for r in ruas if id(r) not in dipakai], kepala


def _miring(ruas: Ruas) -> bool:
    (x0, y0), (x1, y1) = ruas
    return min(abs(x0 - x1), abs(y0 - y1)) > 0.8
