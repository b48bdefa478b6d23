"""What is worked out of the SOPs of one office alone stays for the next state of the handbook, where they are the same.

Whoever edits an SOP has a new handbook after each key, in which all SOPs but one are the very values of before.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import TypeVar

from buku_sop.model import Handbook, Sop

T = TypeVar("T")


def per_kantor(handbook: Handbook) -> Iterator[tuple[str, tuple[Sop, ...]]]:
    """Yield the offices that have SOPs, sorted, with their SOPs sorted."""
    milik: dict[str, list[Sop]] = {}
    for sop in sorted(handbook.sop, key=lambda s: s.id):
        milik.setdefault(sop.instansi, []).append(sop)
    yield from ((instansi, tuple(semua)) for instansi, semua in sorted(milik.items()))


def sekali(apa: str, sop: tuple[Sop, ...], lain: Hashable, hitung: Callable[[], T]) -> T:
    """Return what `hitung` makes of the SOPs of an office, and of `lain`; it must depend on nothing else.

    It is kept with the first of them, one state of each `apa`: values that only equal others are worked out anew.
    """
    ingatan: list[tuple[tuple[Sop, ...], Hashable, T]] = sop[0].ingat(("kantor", apa), list)
    for dulu, lain_dulu, hasil in ingatan:
        if len(dulu) == len(sop) and all(map(_itu, dulu, sop)) and lain_dulu == lain:
            return hasil
    baru = hitung()
    ingatan[:] = [(sop, lain, baru)]
    return baru


def _itu(satu: Sop, lain: Sop) -> bool:
    return satu is lain
