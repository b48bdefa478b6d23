"""Small words of the findings: numbers of steps, lists, dates, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice

from buku_sop.analysis.checks.kosakata import TANPA_ARTI
from buku_sop.analysis.temuan import Jalur
from buku_sop.model import Sop

_KATA = re.compile(r"[^\W_]+")
_DISEBUT = 30
"""Ids that a message lists: nobody reads on, and a thousand messages may list as many each."""


def nomor_langkah(sop: Sop, p: int, i: int) -> str:
    """Write the number of a step as the document has it; with its procedure where the SOP has several.

    A step without a number is told by the row of the table in which it stands.
    """
    kata = sop.prosedur[p].panggilan(i) or f"tanpa nomor di baris {i + 1}"
    return kata if len(sop.prosedur) == 1 else f"{kata} (prosedur {p + 1})"


def sebut_prosedur(sop: Sop, p: int) -> str:
    """Name a procedure at the start of a sentence."""
    return "Prosedur ini" if len(sop.prosedur) == 1 else f"Prosedur {p + 1}"


def jalur_langkah(p: int, i: int, *bidang: str | int) -> Jalur:
    """Return the path of a step or of something in it."""
    return ("prosedur", p, "langkah", i, *bidang)


def daftar_id(ids: Iterable[str]) -> str:
    """List ids as a person would write them in the file; of very many the first."""
    semua = [f"`{id}`" for id in islice(ids, _DISEBUT + 1)]
    return ", ".join((*semua[:_DISEBUT], *(["…"] if len(semua) > _DISEBUT else [])))


def gabung(kata: Sequence[str]) -> str:
    """Join words: "a", "a dan b", "a, b, dan c"."""
    if len(kata) < 3:
        return " dan ".join(kata)
    return f"{', '.join(kata[:-1])}, dan {kata[-1]}"


def mirip(kata: str, pilihan: Iterable[str], batas: float = 0.6) -> str:
    """Return the choice that was probably meant, or an empty text."""
    dekat = get_close_matches(kata.casefold(), list(pilihan), 1, batas)
    return dekat[0] if dekat else ""


def kata_kata(teks: str) -> list[str]:
    """Split a text into its words in lower case, without punctuation."""
    return _KATA.findall(teks.casefold())


@lru_cache(maxsize=16_384)
def kata_dokumen(teks: str) -> frozenset[str]:
    """Return the words by which documents are alike; whether they are the same says `kunci_dokumen`."""
    return frozenset(kata_kata(teks)) - TANPA_ARTI
