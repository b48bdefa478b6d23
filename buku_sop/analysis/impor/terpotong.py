"""Words that a narrow cell broke without a hyphen: put together where that is certain, doubted where it may be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from buku_sop.analysis.impor.netral import Kata, Kotak, Sel
from buku_sop.analysis.impor.putar import baris_sel
from buku_sop.analysis.impor.tabel import TabelLangkah, kata_di
from buku_sop.analysis.impor.teks import Baris
from buku_sop.analysis.kata.kata_dasar import KATA_TUGAS

_KATA = re.compile(r"[^\W\d_]{4,}")
_SISA = re.compile(r"([^\W\d_]+)(?=$|[\s.,;:)])")
_ALAMAT = re.compile(r"(?:https?://|www\.)\S+$")
_SISA_ALAMAT = re.compile(r"[\w~%?=&#-]{0,3}(?:[/.][\w~%?=&#./-]*)?(?=$|\s)")
_AKHIRAN = frozenset(("aan", "an", "annya", "ian", "kan", "kannya", "lah", "nya"))
"""Endings of words, which are none themselves."""
_AWAL = re.compile(
    r"(?![aeiou])[a-z][aeiou]|[aeiou]|(?:ng|ny|kh|sy|[bcdfgkptvw][lr]|s[kptlmnw]|st[r]|[kst]w|ps|ch|th|wh|ts|tz)"
)
"""How words begin: what begins otherwise ("gjawab") is the rest of one."""
_BUTIR = re.compile(r"[a-z][.)]\s+\S")
"""The letter of an item in a list."""
_VOKAL = frozenset("aiueo")
_TEPI = 6.0
"""Points that a cell leaves free at its sides, at most."""
_PENDEK = 4
"""Letters of what may be the rest of a word."""

Kosakata = Mapping[str, int]
"""How often a document has each word."""


def kosakata(kata: Iterable[Kata]) -> Kosakata:
    """Count the words of a document, in small letters."""
    return Counter(m.casefold() for k in kata for m in re.findall(r"[^\W\d_]+", k.teks))


def utuhkan(tabel: TabelLangkah, kata: Sequence[Kata], kosakata: Kosakata) -> TabelLangkah:
    """Put the broken words of a table together."""
    t = tabel.tabel
    sel = []
    for s in t.sel:
        if not s.paragraf and _calon(s.teks):
            k = Kotak(t.x[s.kolom], t.y[s.baris], t.x[s.kolom + s.lebar], t.y[s.baris + s.tinggi])
            s = _utuhkan_sel(s, k, baris_sel(kata_di(kata, k)), kosakata)
        sel.append(s)
    return replace(tabel, tabel=replace(t, sel=tuple(sel)))


def _calon(teks: str) -> bool:
    baris = teks.split("\n")
    return any(" " not in a or "/" in a for a in baris[:-1])


def _utuhkan_sel(sel: Sel, kotak: Kotak, baris: Sequence[Baris], kosakata: Kosakata) -> Sel:
    if [b.teks for b in baris] != sel.teks.split("\n"):
        return sel
    hasil: list[str] = []
    ragu = sel.terpotong
    for n, satu in enumerate(baris):
        atas = baris[n - 1] if n else None
        pasti = _terpotong(atas, satu.teks, kotak, kosakata) if atas else False
        if pasti:
            hasil[-1] += satu.teks
            continue
        if atas and pasti is None:
            ragu = f"{atas.teks} {satu.teks.split()[0].rstrip('.,;:)')}"
        hasil.append(satu.teks)
    return replace(sel, teks="\n".join(hasil), terpotong=ragu)


def _terpotong(atas: Baris, bawah: str, kotak: Kotak, kosakata: Kosakata) -> bool | None:
    """Whether the first word of a line goes on with the one above it; None where nobody can tell.

    Only a word that is wider than its cell is broken: it stands alone on its line, and fills it to the edge.
    """
    huruf = atas.kotak.lebar / max(1, len(atas.teks))
    tepi = min(max(atas.kotak.x0 - kotak.x0, 0.0), _TEPI)
    if kotak.lebar - atas.kotak.lebar > 2 * tepi + 1.4 * huruf + 1:
        return False
    if _ALAMAT.search(atas.teks):
        sisa = _SISA_ALAMAT.match(bawah)
        return bool(sisa and sisa[0]) and not _kata_biasa(bawah, kosakata)
    sisa = _SISA.match(bawah)
    if sisa is None or not sisa[1].islower() or not _KATA.fullmatch(atas.teks):
        return False
    awal, akhir = atas.teks.casefold(), sisa[1]
    if _BUTIR.match(bawah):
        return False
    if akhir in _AKHIRAN or len(akhir) == 1:
        return True
    if not _AWAL.match(akhir) and not _VOKAL.isdisjoint(
        akhir
    ):  # without vowels it may be short for a word: "dgn"
        return kosakata.get(akhir, 0) < 2
    if akhir in KATA_TUGAS or kosakata.get(awal, 0) > 1:
        return False
    if kosakata.get(awal + akhir, 0):
        return True
    return None if len(akhir) <= _PENDEK and kosakata.get(akhir, 0) < 2 else False


def _kata_biasa(bawah: str, kosakata: Kosakata) -> bool:
    """Whether a line begins with a word and not with the rest of an address."""
    awal = bawah.split()[0]
    return awal.isalpha() and (awal in KATA_TUGAS or kosakata.get(awal, 0) > 1)
