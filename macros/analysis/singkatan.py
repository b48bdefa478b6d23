"""Abbreviations as the search needs them: for each meaning, everything that says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.model import Handbook, Singkatan

__all__ = ["kelompok_arti", "kunci_arti", "semua_singkatan"]

_KATA = re.compile(r"[^\W_]+")


def kunci_arti(teks: str) -> str:
    """Write a meaning or an abbreviation so that spellings of one compare equal: its words in lower case."""
    return " ".join(_KATA.findall(teks.casefold()))


def semua_singkatan(handbook: Handbook) -> Iterator[Singkatan]:
    """Yield the abbreviations of all offices, then those of each office."""
    yield from handbook.singkatan
    for instansi in handbook.instansi:
        yield from instansi.singkatan


def kelompok_arti(singkatan: Iterable[Singkatan]) -> tuple[tuple[str, ...], ...]:
    """Group by meaning: the meaning, then its abbreviations, each as words in lower case; sorted by meaning.

    An abbreviation of two meanings is in two groups, so that it finds both while neither finds the other.
    """
    kelompok: dict[str, set[str]] = {}
    for satu in singkatan:
        for arti in satu.arti:
            if kunci := kunci_arti(arti):
                kelompok.setdefault(kunci, set()).add(kunci_arti(satu.singkatan))
    return tuple(
        (arti, *sorted(kelompok[arti] - {arti, ""}))
        for arti in sorted(kelompok)
        if kelompok[arti] - {arti, ""}
    )
