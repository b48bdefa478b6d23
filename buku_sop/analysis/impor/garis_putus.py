"""Dashed lines: their strokes put together, with the corners at which they turn."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from buku_sop.analysis.impor.geometri import Ruas

GORES, SELA_GORES = 10.0, 7.5
"""Strokes of a dashed line are no longer than this, and the gaps between them no wider, in points."""


def sambung_putus(ruas: Sequence[Ruas]) -> list[Ruas]:
    """Make one piece of the strokes of a dashed line."""
    pendek: dict[tuple[bool, int], list[tuple[float, float, float]]] = {}
    hasil: list[Ruas] = []
    for a, b in ruas:
        tegak, datar = abs(a[0] - b[0]) < 0.6, abs(a[1] - b[1]) < 0.6
        if math.dist(a, b) > GORES or not (tegak or datar):
            hasil.append((a, b))
            continue
        letak = (a[0] + b[0]) / 2 if tegak else (a[1] + b[1]) / 2
        dari, sampai = sorted((a[1], b[1]) if tegak else (a[0], b[0]))
        pendek.setdefault((tegak, round(letak)), []).append((dari, sampai, letak))
    deret = [(t, d) for (t, _), gores in pendek.items() for d in _deret(sorted(gores))]
    ada = any(len(d) >= 3 for _, d in deret)
    garis: list[tuple[bool, float, float, float]] = []
    for tegak, isi in deret:
        dari, sampai, letak = isi[0][0], isi[-1][1], isi[0][2]
        if len(isi) >= 3 or (ada and len(isi) == 2):
            garis.append((tegak, letak, dari - 2, sampai + 2))
        else:
            hasil += [((x, d), (x, s)) if tegak else ((d, x), (s, x)) for d, s, x in isi]
    return hasil + _bersudut(garis)


def _bersudut(garis: Sequence[tuple[bool, float, float, float]]) -> list[Ruas]:
    """Draw dashed lines, upright or level, at a place from one end to the other; two that turn into each other meet."""
    hasil = [[letak, dari, sampai] for _, letak, dari, sampai in garis]
    for i, j in combinations(range(len(garis)), 2):
        if garis[i][0] == garis[j][0]:
            continue
        dekat = [
            min((1, 2), key=lambda n: abs(hasil[k][n] - hasil[lain][0]))
            for k, lain in ((i, j), (j, i))
        ]
        if all(
            abs(hasil[k][n] - hasil[lain][0]) < SELA_GORES
            for (k, lain), n in zip(((i, j), (j, i)), dekat, strict=True)
        ):
            hasil[i][dekat[0]], hasil[j][dekat[1]] = hasil[j][0], hasil[i][0]
    return [
        ((x, d), (x, s)) if tegak else ((d, x), (s, x))
        for (tegak, *_), (x, d, s) in zip(garis, hasil, strict=True)
    ]


def _deret(
    gores: Sequence[tuple[float, float, float]],
) -> Iterator[list[tuple[float, float, float]]]:
    """Part strokes on one line where the gap between them is no gap of a dashed line."""
    kini: list[tuple[float, float, float]] = []
    for satu in gores:
        if kini and not -1 < satu[0] - kini[-1][1] < SELA_GORES:
            yield kini
            kini = []
        kini.append(satu)
    if kini:
        yield kini
