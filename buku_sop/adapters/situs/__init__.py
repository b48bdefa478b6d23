"""The handbook as a site: which pages and files it has. What stands on each is in the module of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from buku_sop.adapters.cari.word_table import BahanCari
from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs import (
    banding,
    cari,
    dasar_hukum,
    dokumen,
    instansi,
    keterkaitan,
    mutu,
    pelaksana,
    perubahan,
    simpanan,
    singkatan,
    sop,
    sunting,
    tinjauan,
    waktu,
)
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.adapters.situs.riwayat import halaman as halaman_riwayat
from buku_sop.loading.inventaris import skema_inventaris
from buku_sop.views.dasar import alamat as a
from buku_sop.views.data import PenulisData
from buku_sop.views.inventaris import susun_inventaris, tulis_inventaris

__all__ = ["BerkasData", "Situs"]

HALAMAN: tuple[Callable[[BahanSitus], Iterator[Halaman]], ...] = (
    sop.halaman,
    halaman_riwayat,
    instansi.halaman,
    pelaksana.halaman,
    dokumen.halaman,
    waktu.halaman,
    banding.halaman,
    dasar_hukum.halaman,
    keterkaitan.halaman,
    singkatan.halaman,
    mutu.halaman,
    tinjauan.halaman,
    simpanan.halaman,
    sunting.halaman,
)
"""The kinds of pages."""


BARIS: tuple[Callable[[BahanSitus], Iterator[tuple[str, str]]], ...] = (
    sop.berkas,
    instansi.berkas,
    keterkaitan.berkas,
    pelaksana.berkas,
    dokumen.berkas,
    waktu.berkas,
    banding.berkas,
    dasar_hukum.berkas,
    singkatan.berkas,
    tinjauan.baris,
)
"""The lists that may stand on several pages: the rows that their filters search."""


def _inventaris(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write what other handbooks read of this one, and how it is to be read."""
    inventaris = susun_inventaris(bahan.handbook, bahan.nama, bahan.site_url, bahan.direktori)
    yield a.INVENTARIS, tulis_inventaris(inventaris)
    yield a.SKEMA_INVENTARIS, skema_inventaris()


@dataclass(frozen=True)
class BerkasData:
    """A data file of the site."""

    path: str
    isi: str | bytes


@dataclass(frozen=True, slots=True, repr=False)
class Situs:
    """Makes the pages of a handbook, each when it is asked for."""

    bahan: BahanSitus

    def halaman(self) -> Iterator[Halaman]:
        """List all pages."""
        for jenis in HALAMAN:
            yield from jenis(self.bahan)

    def halaman_navigasi(self) -> Iterator[Halaman]:
        """List the pages that the navigation names: for all others more of the handbook must be known."""
        yield from sop.halaman(self.bahan)
        yield from instansi.utama(self.bahan)
        for jenis in (pelaksana, dokumen, waktu, dasar_hukum, keterkaitan, mutu):
            yield next(jenis.halaman(self.bahan))

    def bahan_cari(self) -> BahanCari:
        """Collect what the search knows beside the texts of the pages."""
        return cari.bahan_cari(self.bahan)

    def berkas(self) -> Iterator[BerkasData]:
        """List all data files."""
        bahan = self.bahan
        penulis = PenulisData(bahan.handbook, bahan.hasil.keterkaitan, bahan.direktori)
        yield BerkasData(a.DATA_BUKU, penulis.buku())
        for satu in bahan.handbook.sop:
            yield BerkasData(a.data_sop(satu.id), penulis.sop(satu))
        yield from (BerkasData(path, isi) for path, isi in _inventaris(bahan))
        for path, isi in tinjauan.berkas(self.bahan):
            yield BerkasData(path, isi)
        yield from (BerkasData(path, umpan) for path, umpan in perubahan.berkas(bahan))
        yield from (BerkasData(path, isi) for path, isi in sunting.berkas(bahan))
        for jenis in BARIS:
            yield from (BerkasData(path, baris) for path, baris in jenis(self.bahan))

    def satu_berkas(self, path: str) -> str | bytes | None:
        """Make one data file, or as little beside it as can be; None where there is none of that path."""
        bahan = self.bahan
        penulis = PenulisData(bahan.handbook, bahan.hasil.keterkaitan, bahan.direktori)
        if path == a.DATA_BUKU:
            return penulis.buku()
        for satu in bahan.handbook.sop:
            if path == a.data_sop(satu.id):
                return penulis.sop(satu)
        semua: tuple[Callable[[BahanSitus], Iterator[tuple[str, str | bytes]]], ...]
        semua = (_inventaris, tinjauan.berkas, perubahan.berkas, *BARIS)
        return next((isi for jenis in semua for nama, isi in jenis(bahan) if nama == path), None)

    def galat(self, kunci: str) -> str:
        """Render what stands in the place of every page while the data is broken."""
        return mutu.galat(self.bahan, kunci)
