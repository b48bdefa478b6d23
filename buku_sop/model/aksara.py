"""Which characters a printed sheet can show, and what stands for those that it shows otherwise."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Container, Iterator

from buku_sop.model.aksara_rentang import RENTANG

FOLDER_HURUF = "_huruf"
"""The folder below the data in which an office puts fonts of its own."""
PENGGANTI = "\u25a1"
"""Stands for a character that the font does not have."""
PADANAN = {
    "\u2713": "\u221a", "\u2714": "\u221a", "\u2705": "\u221a", "\u2611": "\u221a",
    "\u2717": "x", "\u2718": "x", "\u274c": "x", "\u2612": "x",
    "\u2610": "\u25a1", "\u25c6": "\u25a0", "\u27a2": "\u2192", "\u2794": "\u2192",
    "\uf0b7": "\u2022", "\uf0a7": "\u25aa", "\uf0fc": "\u221a", "\uf0d8": "\u2192",
}  # fmt: skip
"""Signs that offices paste from Word, by what stands for them in the font."""
_TAK_DICETAK = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
_PEMILIH_RUPA = range(0xFE00, 0xFE10)
"""They ask for another shape of the character before them."""


class Aksara(Container[int]):
    """The code points that the fonts of the sheet have, and those that an office adds."""

    def __init__(self, tambahan: frozenset[int] = frozenset()) -> None:
        self.tambahan = tambahan

    def __contains__(self, kode: object) -> bool:
        """Whether a character can be printed."""
        if kode in self.tambahan or not isinstance(kode, int):
            return isinstance(kode, int)
        n = bisect_right(RENTANG, (kode, 0x110000)) - 1
        return n >= 0 and RENTANG[n][0] <= kode <= RENTANG[n][1]


def huruf_cetak(huruf: str, dikenal: Container[int]) -> str | None:
    """Return what is printed for a character; nothing for one that is not seen, None for one that is lost."""
    if huruf.isspace():
        return " "
    if huruf in PADANAN:
        return PADANAN[huruf]
    if unicodedata.category(huruf) in _TAK_DICETAK or ord(huruf) in _PEMILIH_RUPA:
        return ""
    if ord(huruf) in dikenal:
        return huruf
    urai = unicodedata.normalize("NFKD", huruf)
    return "".join(u for u in urai if ord(u) in dikenal) or None


def huruf_hilang(teks: str, dikenal: Container[int]) -> Iterator[str]:
    """Yield each character of a text that cannot be printed, once."""
    for huruf in dict.fromkeys(unicodedata.normalize("NFC", teks)):
        if huruf_cetak(huruf, dikenal) is None:
            yield huruf
