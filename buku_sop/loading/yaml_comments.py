"""Finds the comments of a YAML text and what each of them is about.

A YAML parser throws comments away. Here they are what is left of a line when all its scalars are blanked
out, so that a `#` inside a text is never taken for one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from buku_sop.loading.parser import LOADER, events

_KOMENTAR = re.compile(r"(?:^|(?<=[\s\[\]{},]))#.*")
_KEPALA_BLOK = re.compile(r"[|>][0-9+-]*")


@dataclass(frozen=True, slots=True)
class Komentar:
    """A comment, with its `#` and without white space at its end."""

    teks: str
    baris: int
    """Line, from 1."""
    kolom: int
    """Column, from 0."""
    sendiri: bool
    """Whether it has a line of its own."""
    sesudah_kosong: bool
    sebelum_kosong: bool


@dataclass(slots=True)
class Entri:
    """A key with its value, or an item of a list: what a comment can be about."""

    baris: int
    kolom: int
    """Where it begins in the source: its key, or the dash of its item."""
    induk: Entri | None
    di_atas: list[Komentar] = field(default_factory=list)
    di_kanan: list[Komentar] = field(default_factory=list)
    di_bawah: list[Komentar] = field(default_factory=list)
    """Comments after it and all it holds, on its own level: a last key that was commented out."""


def baca_komentar(teks: str) -> list[Komentar]:
    """Return the comments of a well-formed YAML text, in order."""
    baris = teks.split("\n")
    berpagar = {i for i, isi in enumerate(baris) if "#" in isi}
    if not berpagar:
        return []
    sisa = list(baris)
    for skalar in _skalar(teks):
        awal, akhir = skalar.start_mark.line, skalar.end_mark.line
        if awal in berpagar or (akhir > awal and not berpagar.isdisjoint(range(awal, akhir + 1))):
            _kosongkan(sisa, skalar)
    return [
        Komentar(
            cocok[0].rstrip(), i + 1, cocok.start(), not baris[i][: cocok.start()].strip(),
            i > 0 and not baris[i - 1].strip(), i + 1 < len(baris) - 1 and not baris[i + 1].strip(),
        )
        for i in sorted(berpagar)
        if (cocok := _KOMENTAR.search(sisa[i]))
    ]  # fmt: skip


def _skalar(teks: str) -> Iterable[Any]:
    """Return what tells where the scalars of a text stand: its events, unless an anchor or a tag stands before one."""
    semua = [e for e in events(teks) if isinstance(e, yaml.NodeEvent)]
    if any(e.anchor is not None or getattr(e, "tag", None) is not None for e in semua):
        return [t for t in yaml.scan(teks, Loader=LOADER) if isinstance(t, yaml.ScalarToken)]
    return [e for e in semua if isinstance(e, yaml.ScalarEvent)]


def _kosongkan(baris: list[str], token: Any) -> None:
    """Blank out a scalar, but not the comment beside the sign that opens a block."""
    awal, akhir = token.start_mark, token.end_mark
    for i in range(awal.line, min(akhir.line + 1, len(baris))):
        isi = baris[i]
        dari = awal.column if i == awal.line else 0
        sampai = akhir.column if i == akhir.line else len(isi)
        if i == awal.line and token.style in ("|", ">"):
            kepala = _KEPALA_BLOK.match(isi, dari)
            sampai = kepala.end() if kepala else sampai
        baris[i] = isi[:dari] + "_" * (sampai - dari) + isi[sampai:]


def tempelkan(
    komentar: Iterable[Komentar], entri: Iterable[Entri]
) -> tuple[list[Komentar], list[Komentar]]:
    """Hang each comment on the entry that it is about; return those above and below all entries."""
    urut = sorted(entri, key=lambda e: (e.baris, e.kolom))
    awal = [e.baris for e in urut]
    kepala: list[Komentar] = []
    ekor: list[Komentar] = []
    sela, milik = 0, urut[0] if urut else None
    for k in komentar:
        if not k.sendiri:
            urut[max(bisect_right(awal, k.baris) - 1, 0)].di_kanan.append(k)
            continue
        n = bisect_left(awal, k.baris)
        if n == 0:
            kepala.append(k)
            continue
        sebelumnya, sela = milik if n == sela else urut[n - 1], n
        milik = _milik(k, sebelumnya, urut[n] if n < len(urut) else None)
        if milik is None:
            ekor.append(k)
        elif n < len(urut) and milik is urut[n]:
            milik.di_atas.append(k)
        else:
            milik.di_bawah.append(k)
    return kepala, ekor


def _milik(k: Komentar, sebelumnya: Entri | None, berikut: Entri | None) -> Entri | None:
    """Find what a comment between two entries is about; None below all when at the margin.

    `sebelumnya` is the entry before it, or what the comment before it is about: levels close in order.
    """
    if sebelumnya is berikut or k.kolom <= (berikut.kolom if berikut else 0):
        return berikut
    entri = sebelumnya
    while entri is not None and entri.kolom > k.kolom and entri.induk is not None:
        entri = entri.induk
    return entri
