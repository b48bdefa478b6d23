"""Which words of a sentence changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_KATA = re.compile(r"\s+|\d+(?:[.,]\d+)*|[^\W_]+|.", re.DOTALL)
_PALING_MIRIP = 0.4
"""Likeness below which marking single words says less than the two sentences."""
_TERPANJANG = 2_000


class Ruas(NamedTuple):
    """A stretch of a text."""

    teks: str
    beda: bool
    """Whether the other side does not have it."""


def banding_kata(sebelum: str, sesudah: str) -> tuple[list[Ruas], list[Ruas]]:
    """Cut two texts into what they share and what they do not; joined they are the texts again."""
    if sebelum == sesudah:
        sama = [Ruas(sebelum, False)] if sebelum else []
        return sama, list(sama)
    if max(len(sebelum), len(sesudah)) > _TERPANJANG:
        return [Ruas(sebelum, True)], [Ruas(sesudah, True)]
    a, b = _KATA.findall(sebelum), _KATA.findall(sesudah)
    pembanding = SequenceMatcher(None, a, b, autojunk=False)
    if pembanding.ratio() < _PALING_MIRIP:
        return [Ruas(sebelum, True)], [Ruas(sesudah, True)]
    kiri, kanan = [], []
    for apa, i, k, j, m in pembanding.get_opcodes():
        kiri.append(Ruas("".join(a[i:k]), apa != "equal"))
        kanan.append(Ruas("".join(b[j:m]), apa != "equal"))
    return list(_rapat(kiri)), list(_rapat(kanan))


def _rapat(ruas: list[Ruas]) -> Iterator[Ruas]:
    """Join stretches that a blank divides, so that a changed phrase is one mark."""
    hasil: list[Ruas] = []
    for satu in ruas:
        if not satu.teks:
            continue
        if len(hasil) > 1 and satu.beda and not hasil[-1].teks.strip() and hasil[-2].beda:
            sela = hasil.pop()
            hasil[-1] = Ruas(hasil[-1].teks + sela.teks + satu.teks, True)
        elif hasil and hasil[-1].beda == satu.beda:
            hasil[-1] = Ruas(hasil[-1].teks + satu.teks, satu.beda)
        else:
            hasil.append(satu)
    yield from hasil
