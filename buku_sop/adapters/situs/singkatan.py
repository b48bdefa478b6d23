"""The abbreviations, with the SOPs that use them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.isi import LEBAR, Isi
from buku_sop.analysis.kata.singkatan import pemakaian
from buku_sop.views.daftar.singkatan import SingkatanTampil, susun_singkatan
from buku_sop.views.dasar import alamat as a

_URAIAN = "Kepanjangan singkatan dalam SOP, dan SOP yang memakainya."


def halaman(isi: Isi) -> Iterator[Halaman]:
    """Describe the list of abbreviations."""
    pembuat = _PembuatHalaman(isi)
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

    def __init__(self, isi: Isi) -> None:
        self.isi = isi

    @cached_property
    def singkatan(self) -> tuple[SingkatanTampil, ...]:
        buku = self.isi.handbook
        return susun_singkatan(pemakaian(buku), buku, self.isi.alamat(a.SINGKATAN))

    def render(self) -> str:
        return self.isi.render("singkatan/semua.html", singkatan=self.singkatan)

    def cari(self) -> str:
        return self.isi.render("singkatan/cari.html", singkatan=self.singkatan, uraian=_URAIAN)
