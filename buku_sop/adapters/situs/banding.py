"""Comparisons: the page of each group of SOPs of the same name, and the list of groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bahan import LEBAR, BahanSitus
from buku_sop.analysis.banding.banding import bandingkan
from buku_sop.analysis.banding.kelompok import Kelompok
from buku_sop.model import Sop
from buku_sop.views.banding.susun import tampilkan_banding
from buku_sop.views.banding.tampil import PENJELASAN
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat

SEKALIGUS = 12
"""Most SOPs whose columns all show at first; of more, as many as fit a wide screen."""
_AWAL = 4


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of groups and the page of each; none where no name is shared."""
    if not bahan.kelompok:
        return
    yield bahan.halaman_daftar(
        a.SEMUA_BANDING,
        "Perbandingan SOP",
        partial(_semua, bahan),
        "SOP bernama sama di beberapa instansi, disandingkan tahap demi tahap.",
        induk=a.SEMUA_SOP,
    )
    for kelompok in bahan.kelompok:
        instansi = ", ".join(_instansi(bahan, kelompok))
        yield bahan.halaman_daftar(
            a.halaman_banding(kelompok.slug),
            f"Perbandingan {kelompok.nama}",
            partial(_satu, bahan, kelompok),
            f"SOP {kelompok.nama} di {instansi}, disandingkan tahap demi tahap.",
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


def _semua(bahan: BahanSitus) -> str:
    """Render the list of groups."""
    alamat = bahan.alamat(a.SEMUA_BANDING)
    kelompok = [
        (k.nama, alamat.ke(a.halaman_banding(k.slug)), _instansi(bahan, k)) for k in bahan.kelompok
    ]
    return bahan.render("banding/semua.html", kelompok=kelompok)


def _satu(bahan: BahanSitus, kelompok: Kelompok) -> str:
    """Render the comparison of a group."""
    alamat = bahan.alamat(a.halaman_banding(kelompok.slug))
    banding = bandingkan(bahan.handbook, kelompok.sop, bahan.akar_kata, bahan.hukum)
    banyak = len(kelompok.sop)
    return bahan.render(
        "banding/halaman.html",
        b=tampilkan_banding(kelompok.nama, banding, bahan.handbook, alamat),
        terpilih=banyak if banyak <= SEKALIGUS else _AWAL,
        penjelasan=PENJELASAN,
        href_semua=alamat.ke(a.SEMUA_BANDING),
    )
