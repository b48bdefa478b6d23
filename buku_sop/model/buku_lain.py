"""Other handbooks: what a handbook tells others of itself, its inventory, and what is kept of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from buku_sop.model.ingatan import Ingatan


@dataclass(frozen=True, slots=True)
class SopLain:
    """An SOP in an inventory: enough to find it, to name it and to lead to it."""

    id: str
    """`<instansi>/<slug>`, in its own handbook."""
    nama: str
    halaman: str
    """Address of its page, from the root of its handbook's site."""
    status: str = ""
    """A value of `Status`."""
    nomor: str = ""
    nama_lain: tuple[str, ...] = ()
    nomor_revisi: str = ""
    tanggal_pembuatan: str = ""
    """ISO 8601, as that of its revision."""
    tanggal_revisi: str = ""

    @property
    def instansi(self) -> str:
        """The id of the office, in its own handbook."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Inventaris:
    """What one handbook publishes of itself."""

    nama: str
    alamat: str = ""
    """Root of the site, `https://…/`; empty where the handbook does not know it."""
    instansi: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Names of the offices, by id."""
    sop: tuple[SopLain, ...] = ()


@dataclass(frozen=True, slots=True)
class SopHilang:
    """What an inventory held once under an id or a name, and holds no longer."""

    id: str
    nama: str
    sejak: str
    """The day on which the copy was refreshed, ISO 8601."""
    kini: str = ""
    """Its present name, where it was renamed; empty where it is gone."""


@dataclass(frozen=True, slots=True)
class SalinanInventaris:
    """The copy of an inventory that a handbook keeps."""

    inventaris: Inventaris
    dari: str = ""
    """Where it was taken from."""
    diambil: str = ""
    """The day, ISO 8601."""
    hilang: tuple[SopHilang, ...] = ()
    """The newest first."""


@dataclass(frozen=True, slots=True)
class BukuLain(Ingatan):
    """A handbook to which this one refers, as its copy knows it."""

    nama: str
    """As this handbook calls it."""
    alamat: str
    """Root of its site, `https://…/`; empty where nobody knows it."""
    salinan: SalinanInventaris
    cari_langsung: bool = False
    """Whether the search of a browser asks its site, and not the copy alone."""

    def url(self, sop: SopLain) -> str:
        """Return the address of an SOP's page; empty where that of the site is not known."""
        return self.alamat + sop.halaman if self.alamat else ""

    def kantor(self, sop: SopLain) -> str:
        """Return the name of the office that an SOP belongs to."""
        return self.salinan.inventaris.instansi.get(sop.instansi, self.nama)
