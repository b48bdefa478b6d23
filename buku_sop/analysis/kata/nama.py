"""The names of SOPs as people write them: cut into words, and normalised to be compared.

Nobody writes a name twice in the same way: "SOP Pengarsipan", "S.O.P. PENGARSIPAN", "1. sop pengarsipan;".
Names are compared word by word, without case, accents, punctuation and the word SOP in front.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TAK_TAMPAK = "\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Combining accents, soft hyphens, zero-width and direction marks: they do not end a word."""
_KATA = re.compile(
    rf"s\.\s?o\.\s?p\b|[^\W_](?:[^\W_]|[{_TAK_TAMPAK}]|['’](?=[^\W_]))*|&", re.IGNORECASE
)
_TANDA_BUTIR = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[a-z])[.)]|[-–—•*])\s*(?=s\.?\s?o\.?\s?p\b)", re.IGNORECASE
)
"""The "1." or "-" of a list, before the word SOP only: it could be part of any other name."""


class Kata(NamedTuple):
    """A word of a text: its normalised form, and where it stands."""

    kunci: str
    awal: int
    akhir: int


def daftar_kata(teks: str) -> list[Kata]:
    """Cut a text into words; "&" is "dan"."""
    return [
        Kata(kunci, m.start(), m.end()) for m in _KATA.finditer(teks) if (kunci := _kunci(m[0]))
    ]


def akhir_tanda_butir(teks: str) -> int:
    """Return where a text begins behind the mark of a list: 3 for "1. SOP Pengarsipan"."""
    butir = _TANDA_BUTIR.match(teks)
    return butir.end() if butir else 0


def kunci_nama(teks: str) -> str:
    """Return the form in which names are compared; empty for a text without letters and digits."""
    kata = [k.kunci for k in daftar_kata(teks[akhir_tanda_butir(teks) :])]
    awal = next((i for i, k in enumerate(kata) if k != "sop"), 0)
    return " ".join(kata[awal:])


@lru_cache(maxsize=65_536)
def _kunci(kata: str) -> str:
    """Normalise one word. Cached, since a handbook says the same few thousand words again and again."""
    if kata == "&":
        return "dan"
    urai = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", kata).casefold())
    return "".join(c for c in urai if c.isalnum())
