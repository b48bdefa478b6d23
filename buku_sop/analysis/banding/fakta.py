"""What a comparison of SOPs is: stages, figures, and who has what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from buku_sop.analysis.alur.jalan import JalanSop
from buku_sop.analysis.alur.waktu import TotalWaktu
from buku_sop.analysis.banding.milik import Milik
from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.model import Bilangan, Sop


class Kemiripan(StrEnum):
    """How near a step is to the others of its stage."""

    BUNYI_SAMA = "bunyi sama"
    """Another office writes it in the same words."""
    MIRIP = "mirip"
    AGAK_MIRIP = "agak mirip"
    SENDIRI = "tidak ada yang mirip"
    """It stands alone in its row."""


class Beda(StrEnum):
    """In what the offices of a stage differ."""

    PELAKSANA = "pelaksana"
    WAKTU = "waktu"
    OUTPUT = "output"
    KEPUTUSAN = "keputusan"


@dataclass(frozen=True, slots=True)
class LangkahTahap:
    """A step of a stage."""

    tempat: TempatLangkah
    mirip: float
    """From 0 to 1, how like it is to what the other offices have in the row."""
    kemiripan: Kemiripan
    urutan_lain: bool
    """Whether it stands at another place in its own SOP's order."""


@dataclass(frozen=True, slots=True)
class Setara:
    """A time in working minutes of its own office, to be compared with that of others."""

    cepat: Bilangan
    lama: Bilangan
    utuh: bool
    """Whether it holds the time of every step; otherwise it takes longer than it says."""


@dataclass(frozen=True, slots=True)
class SelTahap:
    """What one SOP has in a stage: one step, or several that another office does in one."""

    langkah: tuple[LangkahTahap, ...]
    total: TotalWaktu
    setara: Setara | None
    """None where no step has a time."""


@dataclass(frozen=True, slots=True)
class Tahap:
    """A row: steps that stand for one another."""

    nama: str
    """What it is about: the words of its most typical step, from the action on."""
    sel: tuple[SelTahap | None, ...]
    """For each SOP; None where it has no step that is alike."""
    beda: frozenset[Beda]
    """In what those that have it differ."""
    tercepat: frozenset[int]
    """Positions of the SOPs that surely take least time (`ujung`)."""
    terlama: frozenset[int]
    """Positions of the SOPs that surely take most time."""


@dataclass(frozen=True, slots=True)
class Ringkas:
    """One SOP in figures."""

    langkah: int
    pelaksana: int
    keputusan: int
    output: int
    dasar_hukum: int
    total: TotalWaktu
    setara: Setara | None
    """`total`, for comparing; None where no step has a time."""
    jalan: JalanSop


@dataclass(frozen=True, slots=True)
class Banding:
    """Several SOPs compared. All tuples that say "for each SOP" are in this order."""

    sop: tuple[Sop, ...]
    ringkas: tuple[Ringkas, ...]
    tercepat: frozenset[int]
    """Positions of the SOPs that surely take least time in all."""
    terlama: frozenset[int]
    tahap: tuple[Tahap, ...]
    pelaksana: tuple[Milik, ...]
    output: tuple[Milik, ...]
    dasar_hukum: tuple[Milik, ...]


def ujung(waktu: Mapping[int, Setara]) -> tuple[frozenset[int], frozenset[int]]:
    """Return who takes least and who takes most time, each only where no range leaves it open.

    What leaves out a step without time may be the longest, but is never called the shortest.
    """
    lama = {w.lama for w in waktu.values()}
    if len(lama) < 2:
        return frozenset(), frozenset()
    least = {k for k, w in waktu.items() if w.lama == min(lama)}
    most = {k for k, w in waktu.items() if w.lama == max(lama)}
    pasti_cepat = all(w.cepat >= min(lama) for k, w in waktu.items() if k not in least)
    pasti_lama = all(
        waktu[k].cepat >= w.lama for k in most for n, w in waktu.items() if n not in most
    )
    utuh = all(waktu[k].utuh for k in least)
    return (
        frozenset(least) if pasti_cepat and utuh else frozenset(),
        frozenset(most) if pasti_lama else frozenset(),
    )
