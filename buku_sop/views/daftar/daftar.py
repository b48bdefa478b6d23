"""Index pages, worked out: all SOPs by office, roles, documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from buku_sop.analysis.alur.waktu import total_sop
from buku_sop.analysis.dokumen.indeks import Dokumen, PeranDiInstansi, TempatLangkah
from buku_sop.analysis.kata.nama import urutan_nama_sop
from buku_sop.model import Handbook, Instansi, Sop
from buku_sop.views.dasar.alamat import (
    Alamat,
    halaman_dokumen,
    halaman_instansi,
    halaman_pelaksana,
    halaman_sop,
)
from buku_sop.views.dasar.istilah import kunci_status, sebut_status
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.nomor import sebut_nomor
from buku_sop.views.dasar.waktu import tulis_total


@dataclass(frozen=True, slots=True)
class SopSingkat:
    """An SOP in a list."""

    nama: str
    nama_lain: tuple[str, ...]
    nomor: str
    href: str
    kunci_status: str
    """A value of `Status`, for its colour."""
    status: str
    total: str
    langkah: int


@dataclass(frozen=True, slots=True)
class InstansiSingkat:
    """An office in a list, with its SOPs."""

    nama: str
    nama_pendek: str
    pemerintah: str
    jangkar: str
    href: str
    sop: tuple[SopSingkat, ...]


@dataclass(frozen=True, slots=True)
class PeranSingkat:
    """A role in a list."""

    label: str
    href: str
    sop: int
    langkah: int


@dataclass(frozen=True, slots=True)
class TempatTampil:
    """A step named in an index."""

    sop: str
    nomor: str
    """As the document numbers it; its activity where it has no number."""
    href: str


class Pendaftar:
    """Makes the lists of one page."""

    def __init__(
        self,
        handbook: Handbook,
        alamat: Alamat,
        total: dict[str, str] | None = None,
        letak_dokumen: Mapping[tuple[str, str], str] | None = None,
    ) -> None:
        """`total` keeps the written times of SOPs from page to page.

        `letak_dokumen` names the page of documents that do not stand on that of their office.
        """
        self.handbook, self.alamat = handbook, alamat
        self._total = {} if total is None else total
        self._letak_dokumen = letak_dokumen or {}

    def sop(self, sop: Sop) -> SopSingkat:
        """Show an SOP in a list."""
        if sop.id not in self._total:
            jam_kerja = self.handbook.cari_instansi(sop.instansi).jam_kerja
            polos = bool(sop.prosedur) and all(p.polos for p in sop.prosedur)
            total = "" if polos else tulis_total(total_sop(sop, jam_kerja), jam_kerja)
            self._total[sop.id] = total
        return SopSingkat(
            sop.nama,
            sop.nama_lain,
            sop.nomor,
            self.alamat.ke(halaman_sop(sop.id)),
            kunci_status(sop),
            sebut_status(sop),
            self._total[sop.id],
            sop.jumlah_langkah,
        )

    def instansi(self, instansi: Instansi, sop: Iterable[Sop] | None = None) -> InstansiSingkat:
        """Show an office with its SOPs, sorted by name; of one name that which people work by first."""
        milik = self.handbook.milik(instansi.id) if sop is None else sop
        urut = urut_sop(milik)
        return InstansiSingkat(
            instansi.nama,
            instansi.sebutan,
            instansi.pemerintah,
            f"instansi-{instansi.id}",
            self.alamat.ke(halaman_instansi(instansi.id)),
            tuple(map(self.sop, urut)),
        )

    def semua_instansi(self) -> tuple[InstansiSingkat, ...]:
        """Show every office with its SOPs, sorted by name."""
        milik: dict[str, list[Sop]] = {i.id: [] for i in self.handbook.instansi}
        for sop in self.handbook.sop:
            milik[sop.instansi].append(sop)
        return tuple(self.instansi(i, milik[i.id]) for i in urut_instansi(self.handbook))

    def peran(self, peran: PeranDiInstansi) -> PeranSingkat:
        """Show a role in a list, with what it does today."""
        href = self.alamat.ke(halaman_pelaksana(peran.instansi, peran.slug))
        sop = {id for id in peran.sop if _cari(self.handbook, id).dikerjakan}
        return PeranSingkat(peran.label, href, len(sop), sum(t.sop in sop for t in peran.tempat))

    def tempat(self, tempat: TempatLangkah) -> TempatTampil:
        """Name a step with its address."""
        sop = _cari(self.handbook, tempat.sop)
        jangkar = jangkar_langkah(tempat.prosedur, tempat.langkah, len(sop.prosedur))
        href = self.alamat.ke(halaman_sop(sop.id), jangkar)
        return TempatTampil(
            sop.nama, sebut_nomor(sop.prosedur[tempat.prosedur], tempat.langkah), href
        )

    def dokumen(self, dokumen: Dokumen) -> str:
        """Link to a document, on whichever page it stands."""
        letak = self._letak_dokumen.get((dokumen.instansi, dokumen.slug))
        return self.alamat.ke(letak or halaman_dokumen(dokumen.instansi), dokumen.slug)

    def dokumen_per_instansi(
        self, dokumen: Mapping[str, Sequence[Dokumen]]
    ) -> Iterator[tuple[str, str, int]]:
        """Yield (office, address, number of documents)."""
        for i in urut_instansi(self.handbook):
            if i.id in dokumen:
                yield i.sebutan, self.alamat.ke(halaman_dokumen(i.id)), len(dokumen[i.id])


def urut_sop(sop: Iterable[Sop]) -> list[Sop]:
    """Sort SOPs by name; of one name that which people work by first."""
    return sorted(sop, key=lambda s: (*urutan_nama_sop(s.nama), not s.dikerjakan, s.id))


def urut_instansi(handbook: Handbook) -> list[Instansi]:
    """Sort the offices by the name that lists show."""
    return sorted(handbook.instansi, key=lambda i: (i.sebutan.casefold(), i.id))


def _cari(handbook: Handbook, id: str) -> Sop:
    sop = handbook.cari_sop(id)
    assert sop is not None
    return sop
