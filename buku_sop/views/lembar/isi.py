"""Texts with lines and lists for the sheet: what the template's `isi` sets.

A text on one line is a string. Any other is a list of blocks: `{"baris": [[piece, …], …]}` for lines, and
`{"butir": [{"tanda", "baris", "anak"}, …]}` for the items of a list; a piece is `{"teks"}` and, where it leads
somewhere, its address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from buku_sop.analysis.keterkaitan.keterkaitan import Potongan
from buku_sop.layout.text import width
from buku_sop.views.dasar.teks import Bagian, susun_bagian
from buku_sop.views.lembar.kertas import PT
from buku_sop.views.lembar.teks import PenulisTeks

JARAK_TANDA = 0.35
"""What stands between a mark and its words, in the size of letters: `body-indent` in gaya.typ."""

_TANDA_DEPAN = re.compile(r"([0-9]{1,3}[.)]|[a-z][.)]|[-\u2013\u2022\u25cf]) +(?=\S)")
"""A mark before a text of one line, whose further lines begin behind it."""

Alamat = Callable[[Potongan], dict[str, str]]
"""Where a piece leads; empty for words alone."""


def _tanpa_alamat(_: Potongan) -> dict[str, str]:
    return {}


def _gantung(semua: tuple[Bagian[Potongan], ...]) -> tuple[Bagian[Potongan], ...]:
    """Return a single line that begins with a mark as an item, so that its words hang beside the mark."""
    if len(semua) != 1 or semua[0].tanda or len(semua[0].baris) != 1:
        return semua
    (awal, *sisa) = semua[0].baris[0]
    if not (cocok := _TANDA_DEPAN.match(awal.teks)):
        return semua
    isi = (replace(awal, teks=awal.teks[cocok.end() :]), *sisa)
    return (Bagian(cocok[1], (isi,)),)


class PenulisIsi:
    """Writes the texts of cells and boxes for a width in mm and letters of a size in pt."""

    def __init__(self, penulis: PenulisTeks, alamat: Alamat = _tanpa_alamat) -> None:
        self.penulis, self.alamat = penulis, alamat

    def teks(self, teks: str, lebar: float, pt: float) -> str | list[dict[str, Any]]:
        """Write a text that leads nowhere."""
        if "\n" not in teks and not _TANDA_DEPAN.match(teks):
            return self.penulis.muat(teks, lebar, pt)
        return self.potongan((Potongan(teks),), lebar, pt)

    def potongan(
        self, potongan: Sequence[Potongan], lebar: float, pt: float
    ) -> list[dict[str, Any]]:
        """Write a text in pieces."""
        hasil: list[dict[str, Any]] = []
        for daftar, semua in groupby(_gantung(susun_bagian(potongan)), key=lambda b: bool(b.tanda)):
            if daftar:
                hasil.append({"butir": [self._butir(b, lebar, pt) for b in semua]})
            else:
                hasil += [{"baris": self._baris(b, lebar, pt)} for b in semua]
        return hasil

    def _butir(self, b: Bagian[Potongan], lebar: float, pt: float) -> dict[str, Any]:
        tanda = self.penulis.bersih(b.tanda)
        dalam = lebar - width(tanda, pt * PT) - JARAK_TANDA * pt * PT
        return {
            "tanda": tanda,
            "baris": self._baris(b, dalam, pt),
            "anak": [self._butir(a, dalam, pt) for a in b.anak],
        }

    def _baris(self, b: Bagian[Potongan], lebar: float, pt: float) -> list[list[dict[str, str]]]:
        return [[self._satu(p, lebar, pt) for p in baris] for baris in b.baris]

    def _satu(self, p: Potongan, lebar: float, pt: float) -> dict[str, str]:
        teks = self.penulis.muat(p.teks, lebar, pt)
        depan = " " if p.teks[:1].isspace() and teks else ""
        belakang = " " if p.teks[-1:].isspace() and teks else ""
        return {"teks": f"{depan}{teks}{belakang}", **self.alamat(p)}
