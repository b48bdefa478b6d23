"""The rules of a page: the upright and level lines from which tables are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.analysis.impor.netral import Coretan

TIPIS = 2.6
"""A filled area no wider than this, in points, is a line."""
DEKAT = 1.6
"""Lines no further apart than this are one."""
LURUS = 0.8
"""A line that leans by no more than this is upright, or level."""


@dataclass(frozen=True, slots=True)
class Garis:
    """An upright or level line: all its pieces at one place."""

    letak: float
    """Its x where it is upright, its y where it is level."""
    ruas: tuple[tuple[float, float], ...]
    """Where it is drawn, from and to, sorted."""

    def meliputi(self, dari: float, sampai: float, longgar: float = 2.0) -> float:
        """Return the share of a stretch on which it is drawn, 0 to 1."""
        if sampai <= dari:
            return 0.0
        jumlah, akhir = 0.0, dari
        for a, b in self.ruas:
            mulai, henti = max(a - longgar, akhir), min(b + longgar, sampai)
            if henti > mulai:
                jumlah += henti - mulai
                akhir = henti
        return jumlah / (sampai - dari)

    def di(self, letak: float, longgar: float = 2.0) -> bool:
        """Whether it is drawn at a place along it."""
        return any(a - longgar <= letak <= b + longgar for a, b in self.ruas)

    @property
    def panjang(self) -> float:
        """How long all its pieces are together."""
        return sum(b - a for a, b in self.ruas)


@dataclass(frozen=True, slots=True)
class Rangka:
    """All lines of a page, sorted by their place."""

    tegak: tuple[Garis, ...]
    datar: tuple[Garis, ...]


def rangka(coretan: Iterable[Coretan]) -> Rangka:
    """Collect the lines of a page from what is drawn on it."""
    tegak: list[tuple[float, float, float]] = []
    datar: list[tuple[float, float, float]] = []
    for satu in coretan:
        for (x0, y0), (x1, y1) in _ruas(satu):
            if abs(x0 - x1) <= LURUS and abs(y0 - y1) > LURUS:
                tegak.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
            elif abs(y0 - y1) <= LURUS and abs(x0 - x1) > LURUS:
                datar.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    return Rangka(tuple(_kumpul(tegak)), tuple(_kumpul(datar)))


def _ruas(satu: Coretan) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the straight pieces of a stroke; a thin area is its middle line."""
    k = satu.kotak
    if satu.terisi and min(k.lebar, k.tinggi) <= TIPIS:
        x, y = k.tengah
        yield ((x, k.y0), (x, k.y1)) if k.tinggi > k.lebar else ((k.x0, y), (k.x1, y))
    elif satu.bergaris and not satu.lengkung:
        yield from pairwise(satu.titik)


def _kumpul(semua: list[tuple[float, float, float]]) -> Iterator[Garis]:
    """Join pieces that lie on one line, as far as they touch."""
    semua.sort()
    kelompok: list[tuple[float, float, float]] = []
    for satu in semua:
        if kelompok and satu[0] - kelompok[0][0] > DEKAT:
            yield _garis(kelompok)
            kelompok = []
        kelompok.append(satu)
    if kelompok:
        yield _garis(kelompok)


def _garis(kelompok: Sequence[tuple[float, float, float]]) -> Garis:
    panjang = sum(b - a for _, a, b in kelompok)
    letak = sum(c * (b - a) for c, a, b in kelompok) / panjang
    ruas: list[tuple[float, float]] = []
    for a, b in sorted((a, b) for _, a, b in kelompok):
        if ruas and a <= ruas[-1][1] + DEKAT:
            ruas[-1] = (ruas[-1][0], max(b, ruas[-1][1]))
        else:
            ruas.append((a, b))
    return Garis(letak, tuple(ruas))
