"""Comparisons: the page of each group of SOPs of the same name, and the list of groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bagi import TERSEMBUNYI, Baris, DaftarPanjang, bernama
from buku_sop.adapters.situs.bahan import LEBAR, BahanSitus
from buku_sop.analysis.banding.banding import bandingkan
from buku_sop.analysis.banding.kelompok import Kelompok
from buku_sop.analysis.kata.slug import slug
from buku_sop.model import Sop
from buku_sop.model.tulisan import tulis
from buku_sop.views.banding.susun import tampilkan_banding
from buku_sop.views.daftar.dokumen import per_huruf
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.bagi import Bagian, bagi, muat
from buku_sop.views.dasar.tautan import bagi_luar

SEKALIGUS = 12
"""Most SOPs whose columns all show at first; of more, as many as fit a wide screen."""
_AWAL = 4
_BERAT = 5
"""Elements of a group in the list."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of groups and the page of each; none where no name is shared."""
    if not bahan.kelompok:
        return
    yield bahan.halaman_daftar(
        a.SEMUA_BANDING,
        tulis("banding.judul"),
        partial(_semua, bahan),
        tulis("halaman.banding"),
        induk=a.SEMUA_SOP,
    )
    for satu in _bagian(bahan):
        yield Halaman(
            a.halaman_bagian(a.SEMUA_BANDING, satu.kunci),
            tulis("halaman.banding_bagian", sebutan=satu.sebutan),
            partial(_satu_huruf, bahan, satu),
            meta=TERSEMBUNYI,
            induk=a.SEMUA_BANDING,
        )
    for kelompok in bahan.kelompok:
        instansi = ", ".join(_instansi(bahan, kelompok))
        yield bahan.halaman_daftar(
            a.halaman_banding(kelompok.slug),
            tulis("halaman.banding_nama", nama=kelompok.nama),
            partial(_satu, bahan, kelompok),
            tulis("halaman.banding_uraian", nama=kelompok.nama, instansi=instansi),
            meta={**LEBAR, "hide": ["navigation", "toc"]},
            induk=a.SEMUA_BANDING,
        )


@dataclass(frozen=True, slots=True)
class BagianBanding:
    """The way from an SOP's page to its comparison."""

    href: str
    jumlah: int
    """How many SOPs are compared there."""


def bagian(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> BagianBanding | None:
    """Lead from an SOP's page to its comparison, where it has one."""
    milik = next((k for k in bahan.kelompok if sop.id in k.sop), None)
    if milik is None:
        return None
    return BagianBanding(alamat.ke(a.halaman_banding(milik.slug)), len(milik.sop))


def _instansi(bahan: BahanSitus, kelompok: Kelompok) -> list[str]:
    kantor = dict.fromkeys(id.partition("/")[0] for id in kelompok.sop)
    return [bahan.handbook.cari_instansi(k).sebutan for k in kantor]


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the rows for the filter, where the groups stand on several pages."""
    if _bagian(bahan):
        yield _daftar(bahan).berkas(
            Baris(k.nama, a.halaman_banding(k.slug), rinci=", ".join(_instansi(bahan, k)))
            for k in bahan.kelompok
        )


def _bagian(bahan: BahanSitus) -> tuple[Bagian[Kelompok], ...]:
    """Give each letter its page; none where all groups fit on one."""
    if muat((_BERAT for _ in bahan.kelompok), bahan.batas):
        return ()
    huruf = per_huruf((k.slug, k) for k in bahan.kelompok)
    return bagi(
        ((f"huruf_{slug(h)}", h, k, _BERAT) for h, milik in huruf.items() for k in milik),
        bahan.batas,
    )


def _daftar(bahan: BahanSitus) -> DaftarPanjang:
    bagian = tuple(bernama(a.SEMUA_BANDING, _bagian(bahan)))
    return DaftarPanjang(bahan, "banding", a.SEMUA_BANDING, bagian)


def _tampil(
    bahan: BahanSitus, kunci: str, semua: Iterable[Kelompok]
) -> list[tuple[str, str, list[str]]]:
    alamat = bahan.alamat(kunci)
    return [(k.nama, alamat.ke(a.halaman_banding(k.slug)), _instansi(bahan, k)) for k in semua]


def _semua(bahan: BahanSitus) -> str:
    """Render the list of groups; of more than a page holds, the letters."""
    bagian = _bagian(bahan)
    return bahan.render(
        "banding/semua.html",
        kelompok=() if bagian else _tampil(bahan, a.SEMUA_BANDING, bahan.kelompok),
        jumlah=len(bahan.kelompok),
        sebutan="",
        **_daftar(bahan).konteks(a.SEMUA_BANDING),
    )


def _satu_huruf(bahan: BahanSitus, bagian: Bagian[Kelompok]) -> str:
    """Render the groups whose names begin with a letter."""
    kunci = a.halaman_bagian(a.SEMUA_BANDING, bagian.kunci)
    return bahan.render(
        "banding/semua.html",
        kelompok=_tampil(bahan, kunci, bagian.isi),
        jumlah=len(bahan.kelompok),
        sebutan=bagian.sebutan,
        **_daftar(bahan).konteks(kunci),
    )


def _satu(bahan: BahanSitus, kelompok: Kelompok) -> str:
    """Render the comparison of a group."""
    alamat = bahan.alamat(a.halaman_banding(kelompok.slug))
    banding = bandingkan(bahan.handbook, kelompok.sop, bahan.akar_kata, bahan.hukum)
    banyak = len(kelompok.sop)
    return bahan.render(
        "banding/halaman.html",
        jelas=bahan.penjelas(),
        b=tampilkan_banding(kelompok.nama, banding, bahan.handbook, alamat, bahan.letak_hukum),
        terpilih=banyak if banyak <= SEKALIGUS else _AWAL,
        penjelasan=tulis("banding.penjelasan"),
        href_semua=alamat.ke(a.SEMUA_BANDING),
        padanan_luar=bagi_luar(
            t for id in kelompok.sop for t in bahan.hasil.keterkaitan.padanan_luar(id)
        ),
    )
