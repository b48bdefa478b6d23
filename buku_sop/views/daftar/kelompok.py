"""Offices in groups: by the government that they belong to, and many of one by the letter that they begin with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.daftar import InstansiSingkat
from buku_sop.views.dasar.slug import unique_slugs

BANYAK = 12
"""From more offices than these on there is a way to jump among them."""
_HURUF_SEJAK = 3
"""Letters from which on an alphabet leads anywhere."""


@dataclass(frozen=True, slots=True)
class BagianKelompok:
    """Offices of one letter; all of a group where it has no alphabet."""

    jangkar: str
    instansi: tuple[InstansiSingkat, ...]


@dataclass(frozen=True, slots=True)
class KelompokInstansi:
    """The offices of one government."""

    judul: str
    """Empty where all offices are of one government, or nobody said."""
    jangkar: str
    bagian: tuple[BagianKelompok, ...]


def kelompokkan(
    semua: Iterable[InstansiSingkat],
) -> tuple[tuple[KelompokInstansi, ...], tuple[tuple[str, str], ...]]:
    """Group offices, those without a government last; and say what one may jump to: (word, anchor)."""
    urut = sorted(
        semua, key=lambda i: (not i.pemerintah, i.pemerintah.casefold(), i.nama.casefold())
    )
    milik = [list(g) for _, g in groupby(urut, key=lambda i: i.pemerintah.casefold())]
    if len(milik) < 2:
        bagian = _alfabet(urut)
        lompatan = tuple((b.instansi[0].nama[0].upper(), b.jangkar) for b in bagian if b.jangkar)
        return (KelompokInstansi("", "", bagian),) if urut else (), lompatan
    judul = [m[0].pemerintah or tulis("instansi.lainnya") for m in milik]
    jangkar = [f"pemerintah-{s}" for s in unique_slugs(judul)]
    kelompok = tuple(
        KelompokInstansi(j, a, (BagianKelompok("", tuple(m)),))
        for j, a, m in zip(judul, jangkar, milik, strict=True)
    )
    banyak = len(urut) > BANYAK
    return kelompok, tuple(zip(judul, jangkar, strict=True)) if banyak else ()


def _alfabet(urut: list[InstansiSingkat]) -> tuple[BagianKelompok, ...]:
    huruf = [(h, tuple(g)) for h, g in groupby(urut, key=lambda i: i.nama[:1].upper())]
    if len(urut) <= BANYAK or len(huruf) < _HURUF_SEJAK:
        return (BagianKelompok("", tuple(urut)),)
    jangkar = unique_slugs(h for h, _ in huruf)
    return tuple(BagianKelompok(f"huruf-{j}", g) for j, (_, g) in zip(jangkar, huruf, strict=True))
