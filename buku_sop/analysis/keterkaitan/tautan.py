"""What references are: the words of the writer, what became of them, and all of a handbook together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from buku_sop.model.buku_lain import SopHilang


class JenisTautan(StrEnum):
    """What became of a reference."""

    TERTAUT = "tertaut"
    PADANAN = "padanan"
    """Only other offices have an SOP of this name."""
    GANDA = "ganda"
    """Several SOPs of the office have this name."""
    BELUM_ADA = "belum ada"
    DIRI = "diri sendiri"
    MIRIP = "mirip"
    """One SOP of the office has this name but for a year or an abbreviation in brackets."""
    KOSONG = "kosong"
    """It names nothing, as "-" and "Tidak ada" do."""
    BUKAN = "bukan sop"
    """It names something else: all SOPs, an office, a regulation, a document."""


@dataclass(frozen=True, slots=True)
class TujuanLuar:
    """An SOP of another handbook that a reference may mean."""

    buku: str
    """What this handbook calls the other."""
    instansi: str
    """Name of the office that the SOP belongs to."""
    nama: str
    url: str
    """Address of its page; empty where that of the site is not known."""
    id: str
    """In its own handbook."""


@dataclass(frozen=True, slots=True)
class Tautan:
    """A reference in the writer's words, and what it leads to."""

    teks: str
    jenis: JenisTautan
    sop: str = ""
    """The id, when TERTAUT or DIRI."""
    calon: tuple[str, ...] = ()
    """The ids to choose from, sorted, when PADANAN, GANDA or MIRIP."""
    butir: int = field(default=0, compare=False)
    """The item of `keterkaitan` in which it stands, from 0."""
    nama: str = field(default="", compare=False)
    """The name of the SOP, where the writer gave its id."""
    luar: tuple[TujuanLuar, ...] = ()
    """SOPs of other handbooks, when BELUM_ADA: this one has none of that name or id."""
    pasti: bool = False
    """Whether the writer named the office or the id too, so that the one in `luar` is what was meant."""
    hilang: tuple[SopHilang, str] | None = None
    """What another handbook had under that name or id and has no longer, and how that handbook is called."""

    @property
    def tampil(self) -> str:
        """What readers see: an id names a file, not an SOP."""
        return self.nama or self.teks


@dataclass(frozen=True, slots=True)
class Potongan:
    """A stretch of a keterangan: plain text, or the name of an SOP. Joined they are the cell again."""

    teks: str
    tautan: Tautan | None = None


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A place that refers to an SOP."""

    sop: str
    """The id of the SOP that refers."""
    langkah: int | None = None
    """The number of the step, from 1, when it stands in a keterangan."""
    prosedur: int = 0
    """The procedure of that step, from 0."""


@dataclass(frozen=True, slots=True)
class Keterkaitan:
    """All references of a handbook, resolved, and their reverse."""

    keterkaitan: Mapping[str, tuple[Tautan, ...]]
    """By SOP id: what the items of its `keterkaitan` name, in order; one item may name several."""
    digantikan_oleh: Mapping[str, Tautan]
    """By SOP id, only for those that name their successor."""
    dirujuk_oleh: Mapping[str, tuple[Rujukan, ...]]
    """By SOP id: who refers to it, sorted; from its `keterkaitan` and keterangan, never from itself."""
    _keterangan: Mapping[tuple[str, int, int], tuple[tuple[Potongan, ...], ...]]
    _padanan: Mapping[str, tuple[str, ...]]
    _padanan_luar: Mapping[str, tuple[TujuanLuar, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def keterangan(self, sop: str, p: int, i: int) -> tuple[tuple[Potongan, ...], ...]:
        """Return the items of the keterangan cell of a step, cut; `p` and `i` count from 0."""
        return self._keterangan.get((sop, p, i), ())

    def padanan(self, sop: str) -> tuple[str, ...]:
        """Return the ids of SOPs in other offices that share a name with this one, sorted."""
        return self._padanan.get(sop, ())

    def padanan_luar(self, sop: str) -> tuple[TujuanLuar, ...]:
        """Return the SOPs of other handbooks that share a name with this one, by handbook."""
        return self._padanan_luar.get(sop, ())

    def antarinstansi(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs of SOPs of different offices of which the second refers to the first, sorted."""
        pasangan = {(ke, r.sop) for ke, semua in self.dirujuk_oleh.items() for r in semua}
        return tuple(sorted(p for p in pasangan if _instansi(p[0]) != _instansi(p[1])))


def _instansi(sop: str) -> str:
    return sop.partition("/")[0]
