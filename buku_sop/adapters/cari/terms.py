"""The terms of a text: what the index holds of it, and at which places.

The browser reads texts and queries by the same rules (`overrides/assets/javascripts/cari/kata.js`, `teks.js`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from buku_sop.analysis.kata.kata_dasar import VARIAN

__all__ = ["GABUNG", "Analisis", "tempat"]

GABUNG = "_"
"""Terms that stand for more than a word begin so: no typed beginning reaches them."""
_LABEL = frozenset({"output", "kelengkapan", "waktu", "keterangan"})
"""The label before a step's field ("Output: …") says nothing about the step."""
_BAGIAN = re.compile(r"<[^>]*>|[^<]+")
_BIT = 12
_TERBESAR = (1 << _BIT) - 1


def tempat(blok: int, urutan: int) -> int:
    """Return the place of a word as a number: its paragraph, and its position there (the last ones share one)."""
    return blok << _BIT | min(urutan, _TERBESAR)


class Analisis:
    """Cuts texts into terms, by a word table of `buku_sop.adapters.cari.word_table.word_table`."""

    def __init__(self, tabel: Mapping[str, Any], pemisah: str) -> None:
        self._pisah = re.compile(pemisah).split
        self._akar: dict[str, str] = {**VARIAN}
        self._akar |= {k: akar for akar, semua in tabel["akar"].items() for k in semua.split()}
        self._pasangan = _menurut_pertama(tabel["frasa"])
        self._harfiah = _menurut_pertama(tabel["utuh"])
        self._utuh = frozenset(tabel["utuh"].values())
        self._frasa = self._frasa_arti(tabel["arti"])
        self._tugas = frozenset(tabel["tugas"].split())
        self._ingat: dict[str, tuple[tuple[int, str], ...]] = {}

    def akar(self, kata: str) -> str:
        """Return the root of a word that stands on a page; words without one stay as they are."""
        return self._akar.get(kata, kata)

    def kelompok(self, istilah: str) -> str:
        """Return what terms have in common that are asked for together: their root."""
        return istilah[1:] if istilah.startswith(GABUNG) else self.akar(istilah)

    def istilah(self, html: str) -> tuple[tuple[int, str], ...]:
        """Return the terms of a text with their places, in order."""
        hasil = self._ingat.get(html)
        if hasil is None:
            hasil = self._ingat[html] = tuple(self._istilah(html))
        return hasil

    def kata(self, html: str) -> list[str]:
        """Return the words of a text without tags that say something, in order."""
        return [k for k in self._pisah(html.lower()) if k and k not in self._tugas]

    def banyak_kata(self, html: str) -> int:
        """Count the words of a heading that say something."""
        return sum(kata not in self._tugas for _, _, kata in self._kata(html))

    def _istilah(self, html: str) -> Iterator[tuple[int, str]]:
        semua = list(self._kata(html))
        bersama = self._bersama([kata for _, _, kata in semua])
        for i, (blok, urutan, kata) in enumerate(semua):
            if urutan == 1 and blok and kata in _LABEL:
                continue
            di = tempat(blok, urutan)
            pasangan, arti = bersama.get(i, ("", ()))
            if pasangan not in self._utuh:
                yield di, kata
            if pasangan:
                yield di, GABUNG + pasangan
            for satu in arti:
                yield di, satu

    def _kata(self, html: str) -> Iterator[tuple[int, int, str]]:
        """Yield paragraph, position and word; a tag around a paragraph takes a position, those inside take none."""
        dalam = blok = urutan = 0
        for bagian in _BAGIAN.findall(html):
            if bagian[0] != "<":
                for kata in self._pisah(bagian.lower()):
                    if kata:
                        yield blok, urutan, kata
                        urutan += 1
            elif bagian[1] == "/":
                dalam -= 1
                if not dalam:
                    blok, urutan = blok + 1, 0
            elif bagian[-2] != "/":
                urutan += not dalam
                dalam += 1

    def _bersama(self, kata: Sequence[str]) -> dict[int, tuple[str, tuple[str, ...]]]:
        """Find what neighbouring words say together: position -> root of the pair, and meanings of the phrase."""
        akar = [self.akar(k) for k in kata]
        hasil: dict[int, tuple[str, tuple[str, ...]]] = {}
        for i in range(len(kata) - 1):
            pasangan = self._harfiah.get(kata[i], {}).get(kata[i + 1]) or self._pasangan.get(
                akar[i], {}
            ).get(akar[i + 1])
            if pasangan:
                hasil[i] = hasil[i + 1] = (pasangan, ())
        i = 0
        while i < len(kata):
            for bagian, arti in self._frasa.get(akar[i], ()):
                if akar[i : i + len(bagian)] == bagian:
                    for k in range(i, i + len(bagian)):
                        hasil[k] = (hasil.get(k, ("", ()))[0], arti)
                    i += len(bagian)
                    break
            else:
                i += 1
        return hasil

    def _frasa_arti(
        self, arti: Sequence[Sequence[str]]
    ) -> dict[str, list[tuple[list[str], tuple[str, ...]]]]:
        """By the root of its first word, every phrase that says some meaning; the longest first."""
        dikenal: dict[tuple[str, ...], list[str]] = {}
        for i, semua in enumerate(arti):
            for frasa in semua:
                akar = tuple(self.akar(k) for k in frasa.split(" "))
                dikenal.setdefault(akar, []).append(f"{GABUNG}{i}")
        hasil: dict[str, list[tuple[list[str], tuple[str, ...]]]] = {}
        for akar, semua_arti in sorted(dikenal.items(), key=lambda satu: -len(satu[0])):
            hasil.setdefault(akar[0], []).append((list(akar), tuple(semua_arti)))
        return hasil


def _menurut_pertama(pasangan: Mapping[str, str]) -> dict[str, dict[str, str]]:
    hasil: dict[str, dict[str, str]] = {}
    for dua, satu in pasangan.items():
        a, b = dua.split(" ")
        hasil.setdefault(a, {})[b] = satu
    return hasil
