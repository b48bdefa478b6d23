"""The general vocabulary: everyday and English words of any office, and what SOPs say instead.

It comes with every handbook, so that a query in words that no SOP uses finds the SOP all the same. What a handbook says
itself (`padanan` in `singkatan.yml`) takes its place, word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

from buku_sop.analysis.kata.padanan_asing import PADANAN_ASING
from buku_sop.analysis.kata.padanan_lisan import PADANAN_LISAN

__all__ = ["padanan_umum"]


@cache
def padanan_umum() -> Mapping[str, tuple[str, ...]]:
    """Read the lists: word or words -> what SOPs say, the usual first. A word of both lists means what either says."""
    hasil: dict[str, tuple[str, ...]] = {}
    for kata, sebutan in chain(_baca(PADANAN_LISAN), _baca(PADANAN_ASING)):
        hasil[kata] = tuple(dict.fromkeys((*hasil.get(kata, ()), *sebutan)))
    return hasil


def _baca(daftar: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    baris = (b for b in daftar.splitlines() if b and not b.startswith("#"))
    for satu in chain.from_iterable(b.split(" | ") for b in baris):
        kata, _, sebutan = satu.partition(" = ")
        yield kata, tuple(sebutan.split("; "))
