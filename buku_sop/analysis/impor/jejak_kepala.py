"""Finds the heads of arrows in a picture: what a line has at both sides of its end, and spots that come to a point."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from buku_sop.analysis.impor.geometri import Ruas
from buku_sop.analysis.impor.jejak_garis import SISI, TEBAL, TERTEBAL
from buku_sop.analysis.impor.netral import Titik
from buku_sop.analysis.impor.piksel import GELAP, TERANG, Lari, Peta, kelompok, lari_baris

KEPALA = 7.0
"""Points from the tip of a head to where it ends, at most."""
BERAT = 0.4
"""Square points that a head has at each side of its line, at least."""
GORES = 1.5
"""Points of the stroke of a dashed line, at least."""

Segitiga = tuple[Titik, Titik, Titik]
"""The head of an arrow: its tip, and the ends of its base."""


def cari_kepala(ruas: Ruas, sisa: Peta) -> list[Segitiga]:
    """Find the heads of a line: where it has dark pixels at both sides of an end; of a short line, where they are nearer to it."""
    calon = sorted((c[1], c[0]) for r in (ruas, ruas[::-1]) if (c := _di_ujung(r, sisa)))
    panjang = math.dist(*ruas)
    return [k for _, k in (calon if panjang > 2 * KEPALA * sisa.skala else calon[:1])]


def _di_ujung(ruas: Ruas, sisa: Peta) -> tuple[Segitiga, float] | None:
    """Return the head at the second end of a line and how far from it most of that lies; None where there is none."""
    (px, py), (x, y) = ruas
    panjang = math.dist((px, py), (x, y))
    dx, dy = (x - px) / panjang, (y - py) / panjang
    s = sisa.skala
    jauh, samping = KEPALA * s, SISI * s
    berat = [0, 0]
    jarak = 0.0
    for v in range(max(0, int(y - jauh)), min(len(sisa.baris), int(y + jauh) + 1)):
        a = max(0, int(x - jauh))
        satu = sisa.baris[v][a : int(x + jauh) + 1]
        for dari, ke in lari_baris(satu, GELAP):
            for u in range(a + dari, a + ke):
                ux, uy = u + 0.5 - x, v + 0.5 - y
                belakang = -(ux * dx + uy * dy)
                sisi = ux * dy - uy * dx
                if -2 * s <= belakang <= jauh and abs(sisi) <= samping:
                    berat[sisi > 0] += 1
                    jarak += belakang
    if min(berat) < BERAT * s * s:
        return None
    return _segitiga((x, y), (dx, dy), s), jarak / sum(berat)


def _segitiga(ujung: Titik, arah: Titik, skala: float) -> Segitiga:
    """Draw a head that comes to its tip in a direction."""
    (x, y), (dx, dy) = ujung, arah
    bx, by, lebar = x - dx * 6 * skala, y - dy * 6 * skala, 1.8 * skala
    return (x, y), (bx - dy * lebar, by + dx * lebar), (bx + dy * lebar, by - dx * lebar)


def tanpa_kepala(sisa: Peta, kepala: Iterable[Segitiga]) -> Peta:
    """Take off what belongs to heads that were found, also of large ones."""
    jauh = 1.5 * KEPALA * sisa.skala
    baris = [bytearray(b) for b in sisa.baris]
    for (x, y), *_ in kepala:
        a, b = max(0, int(x - jauh)), min(sisa.lebar, int(x + jauh) + 1)
        for v in range(max(0, int(y - jauh)), min(len(baris), int(y + jauh) + 1)):
            baris[v][a:b] = TERANG * (b - a)
    return Peta(tuple(map(bytes, baris)), sisa.kotak)


def cari_putus(sisa: Peta, tebal: float) -> tuple[list[Ruas], list[Segitiga]]:
    """Find the strokes of dashed lines, and heads that no line was found for, with the stroke that is in them."""
    s = sisa.skala
    ruas: list[Ruas] = []
    kepala: list[Segitiga] = []
    for lari in kelompok(((y, lari_baris(b, GELAP)) for y, b in enumerate(sisa.baris)), 1):
        x0, x1 = min(r[1] for r in lari), max(r[2] for r in lari)
        y0, y1 = lari[0][0], lari[-1][0] + 1
        lebar, tinggi = x1 - x0, y1 - y0
        if max(lebar, tinggi) > 2 * KEPALA * s or max(lebar, tinggi) < GORES * s:
            continue
        banyak = sum(b - a for _, a, b in lari)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if banyak > 0.8 * lebar * tinggi and min(lebar, tinggi) <= max(TERTEBAL * tebal, TEBAL * s):
            ruas.append(((x0, y), (x1, y)) if lebar >= tinggi else ((x, y0), (x, y1)))
        elif min(lebar, tinggi) >= 2 * s and (ada := _berujung(lari, (x0, y0, x1, y1), s)):
            kepala.append(ada[0])
            ruas.append(ada[1])
    return ruas, kepala


def _berujung(lari: Sequence[Lari], kotak: tuple[int, int, int, int], skala: float) -> tuple[Segitiga, Ruas] | None:  # fmt: skip
    """Read a spot as a head that points along rows or columns, with the stroke behind it; None where it is none.

    A head grows from its tip to its base and ends there; what is as wide as its tip behind it is its stroke.
    """
    x0, y0, x1, y1 = kotak
    tengah = (x0 + x1) / 2, (y0 + y1) / 2
    tegak: dict[int, int] = {}
    datar: dict[int, int] = {}
    for y, a, b in lari:
        datar[y - y0] = datar.get(y - y0, 0) + b - a
        for x in range(a, b):
            tegak[x - x0] = tegak.get(x - x0, 0) + 1
    calon = []
    for lebar, arah in ((tegak, (1, 0)), (datar, (0, 1))):
        urut = [lebar[n] for n in range(len(lebar))]
        for isi, tanda in ((urut, -1), (urut[::-1], 1)):  # the tip first
            puncak = max(range(len(isi)), key=lambda n: isi[n])
            naik = sum(b >= a for a, b in pairwise(isi[: puncak + 1]))
            if puncak < 1.5 * skala or naik < 0.8 * puncak or isi[0] > 0.5 * isi[puncak]:
                continue
            ekor = isi[puncak + 1 :]
            curam = max(ekor[1:] or ekor or [0]) / isi[puncak]
            if curam <= 0.6:
                calon.append((curam, len(isi), (tanda * arah[0], tanda * arah[1])))
    calon.sort()
    if not calon or (len(calon) > 1 and calon[1][0] < calon[0][0] + 0.1):
        return None
    _, panjang, (dx, dy) = calon[0]
    ujung = (
        x1 if dx > 0 else x0 if dx < 0 else tengah[0],
        y1 if dy > 0 else y0 if dy < 0 else tengah[1],
    )
    pangkal = ujung[0] - dx * panjang, ujung[1] - dy * panjang
    return _segitiga(ujung, (dx, dy), skala), (pangkal, ujung)
