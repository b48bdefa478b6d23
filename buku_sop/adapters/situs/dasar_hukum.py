"""The regulations that SOPs rest on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bahan import LEBAR, BahanSitus
from buku_sop.model import Sop
from buku_sop.views.daftar.dasar_hukum import ButirHukum, susun_butir, susun_hukum
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of legal bases."""
    yield Halaman(
        a.SEMUA_DASAR_HUKUM,
        "Dasar hukum",
        partial(_dasar_hukum, bahan),
        "Peraturan yang menjadi dasar SOP.",
        meta=LEBAR,
    )


def bagian(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> tuple[ButirHukum, ...]:
    """List what one SOP rests on, for its page."""
    return susun_butir(sop, bahan.hukum, alamat)


def _dasar_hukum(bahan: BahanSitus) -> str:
    """Render the legal bases."""
    tingkat = susun_hukum(bahan.hukum, bahan.pendaftar(a.SEMUA_DASAR_HUKUM))
    return bahan.render("dasar_hukum/semua.html", tingkat=tingkat, jumlah=len(bahan.hukum.semua))
