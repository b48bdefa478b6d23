"""References between SOPs as a page shows them: with an address, or with the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from buku_sop.analysis.keterkaitan.keterkaitan import JenisTautan, Potongan, Tautan
from buku_sop.analysis.keterkaitan.tautan import TujuanLuar
from buku_sop.model import Handbook
from buku_sop.views.dasar.alamat import Alamat, halaman_sop


@dataclass(frozen=True, slots=True)
class TautanTampil:
    """Words, and where they lead."""

    teks: str
    jenis: str = ""
    """A value of `JenisTautan`; empty for plain text."""
    href: str = ""
    """Address, when there is exactly one."""
    calon: tuple[tuple[str, str], ...] = ()
    """(label, address) of the SOPs that it may mean; an address is empty where that of the other site is not known."""
    buku: str = ""
    """The other handbook that it leads to."""


LUAR, DI_LUAR = "buku lain", "di buku lain"
"""Kinds of references to another handbook: what was meant, and what may be."""
DITAWARKAN, TERDAFTAR = 5, 10
"""Most SOPs of other handbooks that are offered for one name, and that a page lists for having one."""


def bagi_luar(semua: Iterable[TujuanLuar]) -> tuple[tuple[TujuanLuar, ...], int]:
    """Keep the SOPs of other handbooks that a page lists for having one name, each once, and count the rest."""
    ada = list(dict.fromkeys(semua))
    return tuple(ada[:TERDAFTAR]), max(0, len(ada) - TERDAFTAR)


def _luar(tautan: Tautan) -> TautanTampil:
    satu = tautan.luar[0]
    if tautan.pasti:
        return TautanTampil(tautan.tampil, LUAR, satu.url, buku=satu.buku)
    calon = [(t.instansi, t.url) for t in tautan.luar]
    lebih = len(calon) - DITAWARKAN
    if lebih > 0:
        calon = [*calon[:DITAWARKAN], (f"{lebih} instansi lain", "")]
    return TautanTampil(tautan.teks, DI_LUAR, calon=tuple(calon))


class Penaut:
    """Turns resolved references into links that stand on one page."""

    def __init__(self, handbook: Handbook, alamat: Alamat) -> None:
        self._handbook, self._alamat = handbook, alamat

    def tautan(self, tautan: Tautan) -> TautanTampil:
        """Show a reference."""
        if tautan.luar:
            return _luar(tautan)
        jenis = tautan.jenis.value
        if tautan.jenis is JenisTautan.TERTAUT:
            return TautanTampil(tautan.tampil, jenis, self.href(tautan.sop))
        sebut = self.instansi if tautan.jenis is JenisTautan.PADANAN else self.nama
        return TautanTampil(
            tautan.teks, jenis, calon=tuple((sebut(id), self.href(id)) for id in tautan.calon)
        )

    def potongan(self, potongan: tuple[Potongan, ...]) -> tuple[TautanTampil, ...]:
        """Show a text in which SOPs are named."""
        return tuple(self.tautan(p.tautan) if p.tautan else TautanTampil(p.teks) for p in potongan)

    def href(self, id: str) -> str:
        """Address of an SOP's page."""
        return self._alamat.ke(halaman_sop(id))

    def nama(self, id: str) -> str:
        """Name of an SOP."""
        return self._sebut(id, lambda sop: sop.nama)

    def instansi(self, id: str) -> str:
        """Short name of the office that an SOP belongs to."""
        return self._sebut(id, lambda sop: self._handbook.cari_instansi(sop.instansi).sebutan)

    def _sebut(self, id: str, sebut: Callable[..., str]) -> str:
        sop = self._handbook.cari_sop(id)
        return sebut(sop) if sop else id
