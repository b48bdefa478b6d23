"""Where a printed sheet points: to its own page, and to the SOPs that it names."""

from __future__ import annotations

from dataclasses import dataclass

from buku_sop.analysis.keterkaitan.keterkaitan import JenisTautan, Tautan
from buku_sop.views.dasar.alamat import halaman_sop


@dataclass(frozen=True, slots=True)
class AlamatLembar:
    """The address of the site."""

    situs: str = ""
    """Address of the site's root; empty when it is not known."""

    def sop(self, id: str) -> str:
        """Return the address of an SOP's page; empty when the site has none."""
        if not self.situs.startswith(("http://", "https://")):
            return ""
        return f"{self.situs.rstrip('/')}/{halaman_sop(id)}/"

    def tautan(self, tautan: Tautan) -> dict[str, str]:
        """Return what the template needs to link a reference: a place in the book, and an address."""
        if tautan.pasti and tautan.luar[0].url:
            return {"url": tautan.luar[0].url}
        if tautan.jenis is not JenisTautan.TERTAUT:
            return {}
        url = self.sop(tautan.sop)
        return {"ke": tautan.sop, **({"url": url} if url else {})}
