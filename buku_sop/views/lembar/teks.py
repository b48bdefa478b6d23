"""Text that a sheet can set: only characters of its font, and breaks in words that are too wide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pyphen

from buku_sop.layout.text import width
from buku_sop.model.aksara import PENGGANTI, huruf_cetak
from buku_sop.views.lembar.kertas import PT

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
_TERPANJANG = 32
"""A word of more letters than this is no word, and is broken anywhere."""


class PenulisTeks:
    """Prepares every text of a sheet and remembers which characters it could not print."""

    def __init__(self, dikenal: frozenset[int]) -> None:
        self.dikenal = dikenal
        """The code points that the font has."""
        self.diganti: set[str] = set()
        """Characters for which `PENGGANTI` stands."""
        self._suku = pyphen.Pyphen(lang="id_ID")
        self._bersih: dict[str, str] = {}

    def bersih(self, teks: str) -> str:
        """Return a text in characters that can be printed, with plain spaces."""
        if teks not in self._bersih:
            huruf = self._huruf(unicodedata.normalize("NFC", teks))
            self._bersih[teks] = " ".join("".join(huruf).split())
        return self._bersih[teks]

    def muat(self, teks: str, lebar: float, pt: float) -> str:
        """Return a clean text whose words can be broken where they are wider than `lebar` mm.

        Soft hyphens and zero-width spaces stay in the text that a reader copies or searches, so no word
        that fits gets one.
        """
        return " ".join(self._kata(k, lebar, pt * PT) for k in self.bersih(teks).split(" "))

    def _huruf(self, teks: str) -> Iterator[str]:
        for huruf in teks:
            cetak = huruf_cetak(huruf, self.dikenal)
            if cetak is None:
                self.diganti.add(huruf)
            yield PENGGANTI if cetak is None else cetak

    def _kata(self, kata: str, lebar: float, huruf: float) -> str:
        """Break a word where it is too wide: after its signs, between syllables, then anywhere."""
        if width(kata, huruf) <= lebar:
            return kata
        bagian = []
        for potong in re.findall(r"[^/_.\-]+[/_.\-]*|[/_.\-]+", kata):
            if width(potong, huruf) > lebar:
                potong = self._potong(potong, lebar, huruf)
            bagian.append(potong)
        return ZERO_WIDTH_SPACE.join(bagian)

    def _potong(self, kata: str, lebar: float, huruf: float) -> str:
        inti = kata.rstrip("/_.-")
        if inti.isalpha() and len(inti) <= _TERPANJANG:
            suku = str(self._suku.inserted(inti, SOFT_HYPHEN)) + kata[len(inti) :]
            if all(width(s + "-", huruf) <= lebar for s in suku.split(SOFT_HYPHEN)):
                return suku
        potong, baris = [], ""
        for h in kata:
            if baris and width(baris + h, huruf) > lebar:
                potong.append(baris)
                baris = ""
            baris += h
        return ZERO_WIDTH_SPACE.join([*potong, baris])
