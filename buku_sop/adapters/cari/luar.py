"""The pieces in which the names of SOPs of other handbooks travel, for the results below one's own.

A hundred thousand names are too many to be loaded for a query: words lead to numbers (``lainp0``…), and numbers to
names (``lainn0``…). SOPs are numbered by the length of their names, so that the first of those found answer best.

A handbook whose site is asked by the browser (`langsung.js`) is not among them: its copy is a list of its own
(``lains0``…), which that site's newer one takes the place of.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from buku_sop.adapters.cari.inverted import urutan_js
from buku_sop.adapters.cari.pieces import BESAR_POSTING, LAIN, kumpulkan
from buku_sop.adapters.cari.terms import Analisis

__all__ = ["AWALAN", "BukuDitanya", "SopDicari", "potongan_luar"]

AWALAN = LAIN
"""How the names of these pieces begin."""
PER_BLOK = 200
"""Names in a piece."""


@dataclass(frozen=True, slots=True)
class SopDicari:
    """An SOP of another handbook, as the search shows it."""

    nama: str
    instansi: str
    buku: str
    akar: str
    """Root of its site, `https://…/`; empty where nobody knows it."""
    halaman: str
    """Address of its page from there."""


@dataclass(frozen=True, slots=True)
class BukuDitanya:
    """A handbook whose site is asked when somebody searches, with the copy that answers until it does."""

    buku: str
    akar: str
    diambil: str
    """The day of the copy, ISO 8601; empty where nobody knows it."""
    sop: tuple[SopDicari, ...]


def potongan_luar(
    semua: Sequence[SopDicari],
    tabel: Mapping[str, Any],
    pemisah: str,
    ditanya: Sequence[BukuDitanya] = (),
) -> dict[str, str]:
    """Cut the names into pieces: name -> JSON. `tabel` knows the roots of their words."""
    analisis = Analisis(tabel, pemisah)
    berkata = [(analisis.kata(escape(s.nama)), s) for s in semua]
    urut = sorted(berkata, key=lambda x: (len(x[0]), x[1].nama.casefold(), x[1].buku, x[1].halaman))
    letak: dict[str, list[int]] = {}
    for nomor, (kata, _) in enumerate(urut):
        for akar in {analisis.akar(k) for k in kata}:
            letak.setdefault(akar, []).append(nomor)
    isi = ((a, f"{_json(a)}:{_json(_jarak(letak[a]))}") for a in sorted(letak, key=urutan_js))
    awal, posting = kumpulkan(isi, BESAR_POSTING)
    tempat: dict[tuple[str, str, str], int] = {}
    nama = [
        [s.nama, tempat.setdefault((s.instansi, s.buku, s.akar), len(tempat)), s.halaman]
        for _, s in urut
    ]
    kepala: dict[str, Any] = {"tempat": list(tempat), "awal": awal, "blok": PER_BLOK}
    if ditanya:
        kepala["langsung"] = [(b.buku, b.akar, b.diambil) for b in ditanya]
    hasil = {AWALAN: _json(kepala)}
    for i, buku in enumerate(ditanya):
        hasil[f"{AWALAN}s{i}"] = _json([(s.nama, s.instansi, s.halaman) for s in buku.sop])
    hasil |= {f"{AWALAN}p{i}": satu for i, satu in enumerate(posting)}
    return hasil | {
        f"{AWALAN}n{i}": _json(nama[i * PER_BLOK : (i + 1) * PER_BLOK])
        for i in range(-(-len(nama) // PER_BLOK))
    }


def _jarak(nomor: Sequence[int]) -> list[int]:
    return [b - a for a, b in zip((0, *nomor), nomor, strict=False)]


def _json(isi: Any) -> str:
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":"))
