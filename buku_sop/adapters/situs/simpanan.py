"""Reading without a connection: the page shown instead of a missing one, and what there is to keep of each office."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.simpanan.writer import InstansiTersimpan
from buku_sop.adapters.situs import instansi as kantor
from buku_sop.adapters.situs import keterkaitan, pelaksana, tinjauan
from buku_sop.adapters.situs.bahan import TIDAK_DICARI, BahanSitus
from buku_sop.model import Instansi
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar import alamat as a

AWAL = (a.BERANDA, a.TANPA_JARINGAN)
"""The pages that every device keeps."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the page for what is not there; the offline edition, which has everything, needs none."""
    if bahan.direktori:
        yield Halaman(
            a.TANPA_JARINGAN,
            tulis("halaman.luring"),
            partial(bahan.render, "simpanan/tanpa_jaringan.html"),
            tulis("halaman.luring_uraian"),
            meta={**TIDAK_DICARI, "tanpa_simpanan": True},
            induk=a.SEMUA_SOP,
        )


def halaman_awal(bahan: BahanSitus) -> tuple[str, ...]:
    """Address the pages that every device keeps."""
    return tuple(_alamat(bahan, kunci) for kunci in AWAL)


def instansi(bahan: BahanSitus) -> Iterator[InstansiTersimpan]:
    """Address what a device keeps of each office: itself, its SOPs, roles, documents, reviews and its map."""
    for satu in bahan.handbook.instansi:
        kunci = dict.fromkeys(_kunci(bahan, satu))
        yield InstansiTersimpan(satu.id, satu.nama, tuple(_alamat(bahan, k) for k in kunci))


def _kunci(bahan: BahanSitus, satu: Instansi) -> Iterator[str]:
    """Name the pages; of what stands on several pages all."""
    yield a.halaman_instansi(satu.id)
    yield from kantor.kunci_lanjutan(bahan, satu)
    yield from (a.halaman_sop(sop.id) for sop in bahan.handbook.milik(satu.id))
    yield from pelaksana.kunci_peran_instansi(bahan, satu.id)
    yield a.halaman_dokumen(satu.id)
    for bagian in bahan.bagian_dokumen.get(satu.id, ()):
        yield a.halaman_bagian(a.halaman_dokumen(satu.id), bagian.kunci)
    yield a.halaman_keterkaitan(satu.id)
    yield from keterkaitan.kunci_bagian(bahan, satu.id)
    yield a.halaman_tinjauan(satu.id)
    yield from tinjauan.kunci_bagian(bahan, satu.id)
    yield a.SINGKATAN


def _alamat(bahan: BahanSitus, kunci: str) -> str:
    """Address a page from the root of the site; the root itself is empty."""
    return bahan.alamat(a.BERANDA).ke(kunci).removeprefix("./")
