"""Text that is turned by a quarter: set upright, read as any other, and put back where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from buku_sop.analysis.impor.netral import Kata, Kotak
from buku_sop.analysis.impor.teks import Baris, baris_kata


def tegakkan(kata: Kata) -> Kata:
    """Return a word as it stands when the page is turned so that it is read from left to right."""
    k = kata.kotak
    if kata.tegak:
        return kata
    kotak = Kotak(-k.y1, k.x0, -k.y0, k.x1) if kata.naik else Kotak(k.y0, -k.x1, k.y1, -k.x0)
    return replace(kata, kotak=kotak, tegak=True)


def rebahkan(kotak: Kotak, *, naik: bool) -> Kotak:
    """Return where a place of upright text is on the page: the other way of `tegakkan`."""
    if naik:
        return Kotak(kotak.y0, -kotak.x1, kotak.y1, -kotak.x0)
    return Kotak(-kotak.y1, kotak.x0, -kotak.y0, kotak.x1)


def searah(kata: Iterable[Kata]) -> tuple[tuple[Kata, ...], tuple[Kata, ...], tuple[Kata, ...]]:
    """Part words by how they are read: from left to right, upwards, downwards."""
    semua = tuple(kata)
    return (
        tuple(k for k in semua if k.tegak),
        tuple(k for k in semua if not k.tegak and k.naik),
        tuple(k for k in semua if not k.tegak and not k.naik),
    )


def baris_putar(kata: Iterable[Kata]) -> tuple[Baris, ...]:
    """Put turned words into lines."""
    _, naik, turun = searah(kata)
    return (*_baris(naik, naik=True), *_baris(turun, naik=False))


def _baris(kata: Sequence[Kata], *, naik: bool) -> tuple[Baris, ...]:
    return tuple(
        replace(b, kotak=rebahkan(b.kotak, naik=naik)) for b in baris_kata(map(tegakkan, kata))
    )


def baris_sel(kata: Iterable[Kata]) -> tuple[Baris, ...]:
    """Put the words of a cell into lines, those that are turned after the others."""
    semua = tuple(kata)
    return (*baris_kata(semua), *baris_putar(semua))
