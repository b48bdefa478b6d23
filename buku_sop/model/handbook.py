"""All SOPs of all offices together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from buku_sop.model.buku_lain import BukuLain
from buku_sop.model.ingatan import Ingatan
from buku_sop.model.instansi import Instansi
from buku_sop.model.kebutuhan import Kebutuhan
from buku_sop.model.lampiran import BerkasInstansi
from buku_sop.model.peraturan import PeraturanTercatat
from buku_sop.model.singkatan import Padanan, Singkatan
from buku_sop.model.sop import Sop


@dataclass(frozen=True, slots=True)
class Handbook(Ingatan):
    """The offices and their SOPs, sorted by id, so that everything made from it is deterministic."""

    instansi: tuple[Instansi, ...] = ()
    sop: tuple[Sop, ...] = ()
    singkatan: tuple[Singkatan, ...] = ()
    """The abbreviations of all offices; each office has its own besides."""
    padanan: tuple[Padanan, ...] = ()
    """Everyday words, and what SOPs say instead; for the search."""
    peraturan: tuple[PeraturanTercatat, ...] = ()
    """What is recorded about regulations, in the order of the file."""
    berkas: Mapping[tuple[str, str], BerkasInstansi] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """The usable files that its SOPs name, by office and name."""
    kebutuhan: Mapping[str, Kebutuhan] = field(default_factory=lambda: MappingProxyType({}))
    """Which SOPs an office needs, by office id; only of offices that wrote it down."""
    lain: tuple[BukuLain, ...] = ()
    """Other handbooks to which this one refers, as its copies of their inventories know them."""
    _instansi_by_id: dict[str, Instansi] = field(init=False, repr=False, compare=False)
    _sop_by_id: dict[str, Sop] = field(init=False, repr=False, compare=False)
    _milik: dict[str, tuple[Sop, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index by id, and by office."""
        milik: dict[str, list[Sop]] = {}
        for satu in self.sop:
            milik.setdefault(satu.instansi, []).append(satu)
        object.__setattr__(self, "_milik", {id: tuple(semua) for id, semua in milik.items()})
        object.__setattr__(self, "_instansi_by_id", {i.id: i for i in self.instansi})
        object.__setattr__(self, "_sop_by_id", {s.id: s for s in self.sop})

    def cari_instansi(self, id: str) -> Instansi:
        """Return an office. Raises KeyError for an unknown id."""
        return self._instansi_by_id[id]

    def cari_sop(self, id: str) -> Sop | None:
        """Return an SOP by its id, or None."""
        return self._sop_by_id.get(id)

    def milik(self, instansi: str) -> tuple[Sop, ...]:
        """Return the SOPs of one office."""
        return self._milik.get(instansi, ())
