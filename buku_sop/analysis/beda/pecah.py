"""Steps that were split into several, or joined into one: recognised by the words they share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from buku_sop.analysis.kata.kata_dasar import KATA_TUGAS

TERCAKUP = 0.75
"""Share of the one step's words that must return in the parts together."""
BERASAL = 0.4
"""Share of each part's words that must come from the one step."""
_BAGIAN = 4
"""Most parts of a step."""
_KATA_PALING_SEDIKIT = 3
"""Telling words that a step must have, or anything could be a part of it."""
_KATA = re.compile(r"[^\W_]{3,}")


def cari_pecahan(
    satu: Sequence[str],
    banyak: Sequence[str],
    pasangan: Mapping[int, int],
    tempat: Mapping[int, int],
) -> dict[int, tuple[int, ...]]:
    """Find the steps of `satu` that were split into neighbouring steps of `banyak`.

    Both hold the words of the activities. `pasangan` gives the pairs found so far (only a reworded step
    can have been split); `tempat` tells for each step without a pair between which pairs it stands, as the
    position in `banyak` where it would be.
    """
    bebas = set(range(len(banyak))) - set(pasangan.values())
    hasil: dict[int, tuple[int, ...]] = {}
    for i, teks in enumerate(satu):
        asal = _kata(teks)
        if len(asal) < _KATA_PALING_SEDIKIT or banyak_sama(teks, banyak, pasangan.get(i)):
            continue
        terbaik = max(
            (x for x in _deret(pasangan.get(i), tempat.get(i, 0), bebas)),
            key=lambda x: (_cakupan(asal, [_kata(banyak[j]) for j in x]), -len(x), -x[0]),
            default=(),
        )
        if terbaik and _cakupan(asal, [_kata(banyak[j]) for j in terbaik]):
            hasil[i] = terbaik
            bebas -= set(terbaik)
    return hasil


def banyak_sama(teks: str, banyak: Sequence[str], j: int | None) -> bool:
    """Whether a step kept its words, so that a neighbour cannot have been split off it."""
    return j is not None and _kata(banyak[j]) >= _kata(teks)


def _deret(jodoh: int | None, tempat: int, bebas: set[int]) -> list[tuple[int, ...]]:
    """List the runs of neighbours that can be the parts: around the pair, or of free steps only."""
    boleh = bebas | ({jodoh} if jodoh is not None else set())
    pusat = tempat if jodoh is None else jodoh
    hasil = []
    for panjang in range(2, _BAGIAN + 1):
        for awal in range(pusat - panjang, pusat + 2):
            deret = tuple(range(awal, awal + panjang))
            if boleh.issuperset(deret) and (jodoh is None or jodoh in deret):
                hasil.append(deret)
    return hasil


def _cakupan(asal: frozenset[str], bagian: Sequence[frozenset[str]]) -> float:
    """Tell how much of a step returns in the parts; 0 where they cannot be its parts."""
    for k, satu in enumerate(bagian):
        lain = frozenset[str]().union(*(x for n, x in enumerate(bagian) if n != k))
        if len(satu & asal) < BERASAL * len(satu) or not (satu & asal) - lain:
            return 0
    tercakup = len(asal & frozenset[str]().union(*bagian)) / len(asal)
    return tercakup if tercakup >= TERCAKUP else 0


def _kata(teks: str) -> frozenset[str]:
    return frozenset(_KATA.findall(teks.casefold())) - KATA_TUGAS
