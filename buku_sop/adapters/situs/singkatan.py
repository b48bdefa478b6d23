"""The abbreviations, with the SOPs that use them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bahan import LEBAR, BahanSitus
from buku_sop.analysis.kata.singkatan import pemakaian
from buku_sop.views.daftar.singkatan import SingkatanTampil, susun_singkatan
from buku_sop.views.dasar import alamat as a

_URAIAN = "Kepanjangan singkatan dalam SOP, dan SOP yang memakainya."


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of abbreviations."""
    pembuat = _PembuatHalaman(bahan)
    yield Halaman(
        a.SINGKATAN,
        "Singkatan",
        pembuat.render,
        _URAIAN,
        meta=LEBAR,
        cari=pembuat.cari,
        induk=a.SEMUA_SOP,
    )


class _PembuatHalaman:
    """Makes the page, and what the search reads of it."""

    def __init__(self, bahan: BahanSitus) -> None:
        self.bahan = bahan

    @cached_property
    def singkatan(self) -> tuple[SingkatanTampil, ...]:
        buku = self.bahan.handbook
        return susun_singkatan(pemakaian(buku), buku, self.bahan.alamat(a.SINGKATAN))

    def render(self) -> str:
        return self.bahan.render("singkatan/semua.html", singkatan=self.singkatan)

    def cari(self) -> str:
        return self.bahan.render("singkatan/cari.html", singkatan=self.singkatan, uraian=_URAIAN)
