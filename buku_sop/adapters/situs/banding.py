"""Comparisons: the page of each group of SOPs of the same name, and the list of groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.isi import LEBAR, Isi
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


def halaman(isi: Isi) -> Iterator[Halaman]:
    """Describe the list of groups and the page of each; none where no name is shared."""
    if not isi.kelompok:
        return
    yield isi.halaman_daftar(
        a.SEMUA_BANDING,
        "Perbandingan SOP",
        partial(_semua, isi),
        "SOP bernama sama di beberapa instansi, disandingkan tahap demi tahap.",
        induk=a.SEMUA_SOP,
    )
    for kelompok in isi.kelompok:
        instansi = ", ".join(_instansi(isi, kelompok))
        yield isi.halaman_daftar(
            a.halaman_banding(kelompok.slug),
            f"Perbandingan {kelompok.nama}",
            partial(_satu, isi, kelompok),
            f"SOP {kelompok.nama} di {instansi}, disandingkan tahap demi tahap.",
            meta={**LEBAR, "hide": ["navigation", "toc"]},
            induk=a.SEMUA_BANDING,
        )


def bagian(isi: Isi, sop: Sop, alamat: Alamat) -> Mapping[str, object]:
    """Lead from an SOP's page to its comparison."""
    milik = next((k for k in isi.kelompok if sop.id in k.sop), None)
    return {
        "href_banding": alamat.ke(a.halaman_banding(milik.slug)) if milik else "",
        "jumlah_banding": len(milik.sop) if milik else 0,
    }


def _instansi(isi: Isi, kelompok: Kelompok) -> list[str]:
    kantor = dict.fromkeys(id.partition("/")[0] for id in kelompok.sop)
    return [isi.handbook.cari_instansi(k).sebutan for k in kantor]


def _semua(isi: Isi) -> str:
    """Render the list of groups."""
    alamat = isi.alamat(a.SEMUA_BANDING)
    kelompok = [
        (k.nama, alamat.ke(a.halaman_banding(k.slug)), _instansi(isi, k)) for k in isi.kelompok
    ]
    return isi.render("banding/semua.html", kelompok=kelompok)


def _satu(isi: Isi, kelompok: Kelompok) -> str:
    """Render the comparison of a group."""
    alamat = isi.alamat(a.halaman_banding(kelompok.slug))
    banding = bandingkan(isi.handbook, kelompok.sop, isi.akar, isi.hukum)
    banyak = len(kelompok.sop)
    return isi.render(
        "banding/halaman.html",
        b=tampilkan_banding(kelompok.nama, banding, isi.handbook, alamat),
        terpilih=banyak if banyak <= SEKALIGUS else _AWAL,
        penjelasan=PENJELASAN,
        href_semua=alamat.ke(a.SEMUA_BANDING),
    )
