"""The inverted index: which term stands in which section of which page, made once when the site is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from buku_sop.adapters.cari.terms import Analisis

__all__ = ["Entri", "Indeks", "urutan_js"]

Entri = Mapping[str, Any]
"""A section as MkDocs' search index has it: `location`, `title` and `text`, both HTML."""


@dataclass(slots=True)
class _Daftar:
    """The places of a term, as numbers.

    Of each section stands the distance from the one before, then of each place there twice the distance from the
    one before, plus one where another follows in the section.
    """

    isi: list[int] = field(default_factory=list)
    bagian: int = 0
    letak: int = 0
    banyak: int = 0

    def tambah(self, bagian: int, letak: int) -> None:
        if self.banyak and bagian == self.bagian:
            self.isi[-1] |= 1
            self.isi.append((letak - self.letak) << 1)
        else:
            self.isi += (bagian - self.bagian, letak << 1)
            self.banyak += 1
        self.bagian, self.letak = bagian, letak


class Indeks:
    """The places of all terms, in titles and in texts. Sections are numbered in the order in which they come."""

    def __init__(self, analisis: Analisis) -> None:
        self._analisis = analisis
        self._judul: dict[str, _Daftar] = {}
        self._teks: dict[str, _Daftar] = {}

    def tambah_semua(self, entri: Iterable[Entri]) -> None:
        """Add sections."""
        for i, satu in enumerate(entri):
            for daftar, html in ((self._judul, satu["title"]), (self._teks, satu["text"])):
                for letak, istilah in self._analisis.istilah(html):
                    if istilah not in daftar:
                        daftar[istilah] = _Daftar()
                    daftar[istilah].tambah(i, letak)

    def istilah(self) -> list[str]:
        """Return all terms, in the order of the browser."""
        return sorted(self._judul.keys() | self._teks.keys(), key=urutan_js)

    def banyak(self, istilah: str) -> int:
        """In how many titles and texts a term stands."""
        return sum(d[istilah].banyak for d in (self._judul, self._teks) if istilah in d)

    def kelompok(self) -> Iterator[tuple[str, dict[str, list[list[int]]]]]:
        """Yield what is asked for together: root -> its terms, each with its places in titles and in texts."""
        milik: dict[str, list[str]] = {}
        for istilah in self.istilah():
            milik.setdefault(self._analisis.kelompok(istilah), []).append(istilah)
        for akar in sorted(milik, key=urutan_js):
            yield (
                akar,
                {i: [self._isi(self._judul, i), self._isi(self._teks, i)] for i in milik[akar]},
            )

    @staticmethod
    def _isi(daftar: dict[str, _Daftar], istilah: str) -> list[int]:
        return daftar[istilah].isi if istilah in daftar else []


def urutan_js(teks: str) -> bytes:
    """Sort key that orders strings as browsers do."""
    return teks.encode("utf-16-be", "surrogatepass")
