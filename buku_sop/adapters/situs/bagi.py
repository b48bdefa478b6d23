"""Long lists of the site in pages: what their pages share, and the rows that their filters search."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.bagi import Bagian, Navigasi, navigasi

__all__ = ["TERSEMBUNYI", "Baris", "DaftarPanjang"]

TERSEMBUNYI: dict[str, Any] = {"hide": ["navigation", "toc"], "search": {"exclude": True}}
"""Page settings: a part of a list that the search finds by its index."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Baris:
    """A row for the filter of a list that stands on several pages."""

    judul: str
    halaman: str
    """The page that it leads to."""
    jangkar: str = ""
    rinci: str = ""
    """What it says besides its title; filtered, too."""


@dataclass(frozen=True, slots=True)
class DaftarPanjang:
    """A list that stands on several pages: the index at its own address, and the parts."""

    bahan: BahanSitus
    nama: str
    """Of the file with its rows."""
    indeks: str
    """The page of the list itself."""
    bagian: Sequence[tuple[str, str]] = field(default=())
    """(page, name) of the parts that lead to each other."""

    def konteks(
        self, kunci: str, bagian: Sequence[tuple[str, str]] | None = None
    ) -> dict[str, Any]:
        """Return what the templates of the list's pages need: ways to the other parts, and the filter's rows."""
        alamat = self.bahan.alamat(kunci)
        semua = self.bagian if bagian is None else bagian
        return {
            "bagi": self.navigasi(kunci, semua),
            "href_indeks": "" if kunci == self.indeks else alamat.ke(self.indeks),
            "semua": alamat.berkas(a.baris_daftar(self.nama)),
            "akar": alamat.berkas(".").removesuffix("/") + "/",
        }

    def navigasi(self, kunci: str, semua: Sequence[tuple[str, str]]) -> Navigasi:
        """Lead from a page of the list to the others."""
        return navigasi(semua, kunci, self.bahan.alamat(kunci))

    def berkas(self, baris: Iterable[Baris]) -> tuple[str, str]:
        """Write the rows as a script: path and text. A script loads from a folder, too, where data does not."""
        alamat = Alamat(a.BERANDA, self.bahan.direktori)
        isi = [[b.judul, alamat.ke(b.halaman, b.jangkar), b.rinci] for b in baris]
        teks = json.dumps(isi, ensure_ascii=False, separators=(",", ":"))
        return a.baris_daftar(self.nama), f"sopSaring({json.dumps(self.nama)},{teks})\n"


def bernama(indeks: str, bagian: Iterable[Bagian[_T]]) -> Iterator[tuple[str, str]]:
    """Yield (page, name) of the parts of a list."""
    for satu in bagian:
        yield a.halaman_bagian(indeks, satu.kunci), satu.sebutan
