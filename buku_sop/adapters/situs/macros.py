"""The macros that a hand-written page may call (with `render_macros: true` in its front matter)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from buku_sop.adapters.lembar.downloads import tautan_unduhan
from buku_sop.adapters.mkdocs.inserts import Inserts
from buku_sop.adapters.situs import beranda
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.kelompok import kelompokkan
from buku_sop.views.sop.halaman import HalamanSop


class MacroError(Exception):
    """A macro was called with something that the handbook does not have; worded in Indonesian."""


class Macros:
    """The macros, bound to a handbook and to the page that calls them."""

    def __init__(
        self,
        bahan: BahanSitus,
        sisipan: Inserts,
        page: Callable[[], str],
        nama: str = "",
        logo: str = "",
    ) -> None:
        """`page` names the calling page, as in `buku_sop.views.dasar.alamat`; `nama` and `logo` are the handbook's."""
        self._bahan, self._sisipan, self._page = bahan, sisipan, page
        self._nama, self._logo = nama, logo

    def daftar_sop(self, instansi: str | None = None) -> str:
        """List the SOPs of one office, or of all."""
        semua = self._bahan.handbook.instansi
        if instansi is not None:
            semua = tuple(i for i in semua if i.id == instansi)
            if not semua:
                raise MacroError(f"Tidak ada instansi dengan id `{instansi}`.")
        pendaftar = self._bahan.pendaftar(self._page())
        milik = [pendaftar.instansi(i) for i in semua]
        return self._render("makro/daftar_sop.html", instansi=milik)

    def daftar_instansi(self) -> str:
        """List the offices with the number of their SOPs."""
        semua = self._bahan.pendaftar(self._page()).semua_instansi()
        kelompok, lompatan = kelompokkan(semua)
        return self._render(
            "makro/daftar_instansi.html", instansi=semua, kelompok=kelompok, lompatan=lompatan
        )

    def isi_buku(self) -> str:
        """List the offices; of a handbook of one office its SOPs."""
        return self._sisipan.keep(beranda.isi_buku(self._bahan, self._page()))

    def kepala_buku(self) -> str:
        """Say whose handbook it is, and what it announces, where the settings do."""
        return self._sisipan.keep(beranda.kepala(self._bahan, self._page(), self._nama, self._logo))

    def sambutan(self) -> str:
        """Show the words of welcome of the settings."""
        return self._sisipan.keep(beranda.sambutan(self._bahan, self._page()))

    def tautan(self) -> str:
        """Show the links of the settings."""
        return self._sisipan.keep(beranda.tautan(self._bahan, self._page()))

    def ringkasan(self) -> str:
        """Say in one line what the handbook holds, when it holds anything."""
        bahan = self._bahan
        if not bahan.handbook.sop:
            return ""
        kantor = len(bahan.handbook.instansi)
        jumlah = (
            (len(bahan.handbook.sop), "SOP"),
            *([(kantor, tulis("kata.instansi_kecil"))] if kantor != 1 else []),
            (len(bahan.peran), tulis("kata.pelaksana_kecil")),
            (sum(map(len, bahan.dokumen.values())), tulis("kata.dokumen_kecil")),
            (len(bahan.hukum.semua), tulis("kata.hukum_kecil")),
        )
        return self._render("makro/ringkasan.html", jumlah=jumlah)

    def unduh_buku(self) -> str:
        """Offer the printed book of all SOPs, where there is one, in its volumes."""
        alamat = self._bahan.alamat(self._page())
        buku = tautan_unduhan(self._bahan.unduhan.buku, alamat.berkas)
        return self._render("makro/unduh_buku.html", buku=buku) if buku else ""

    def kotak_cari(self) -> str:
        """Offer the search, whose results stand below it."""
        return self._sisipan.keep(beranda.kotak_cari(self._bahan))

    def saya_adalah(self) -> str:
        """Lead by office to what a role has to do."""
        return self._sisipan.keep(beranda.saya_adalah(self._bahan, self._page()))

    def saya_perlu(self) -> str:
        """Lead by office to the step that makes a document."""
        return self._sisipan.keep(beranda.saya_perlu(self._bahan, self._page()))

    def baru_berubah(self) -> str:
        """List the SOPs that changed lately."""
        return self._sisipan.keep(beranda.baru_berubah(self._bahan, self._page()))

    def perlu_ditinjau(self) -> str:
        """List the SOPs whose review is most urgent."""
        return self._sisipan.keep(beranda.perlu_ditinjau(self._bahan, self._page()))

    def swimlane(self, id: str, prosedur: int = 1) -> str:
        """Show the diagram of an SOP; `prosedur` counts from 1."""
        return self._bagian("makro/swimlane.html", id, prosedur)

    def tabel_langkah(self, id: str, prosedur: int = 1) -> str:
        """Show the step table of an SOP; `prosedur` counts from 1."""
        return self._bagian("makro/tabel.html", id, prosedur)

    def identitas(self, id: str) -> str:
        """Show the identity block of an SOP."""
        return self._render("makro/identitas.html", h=self._sop(id))

    def _bagian(self, template: str, id: str, prosedur: int) -> str:
        model = self._sop(id)
        if not 1 <= prosedur <= len(model.prosedur):
            raise MacroError(f"SOP `{id}` tidak mempunyai prosedur {prosedur}.")
        return self._render(template, h=model, p=model.prosedur[prosedur - 1])

    def _sop(self, id: str) -> HalamanSop:
        sop = self._bahan.handbook.cari_sop(id)
        if sop is None:
            raise MacroError(f"Tidak ada SOP dengan id `{id}`.")
        return self._bahan.model_sop(sop, self._page())

    def _render(self, template: str, **bahan: object) -> str:
        return self._sisipan.keep(self._bahan.render(template, **bahan))


NAMES = (
    "daftar_sop",
    "daftar_instansi",
    "isi_buku",
    "kepala_buku",
    "sambutan",
    "tautan",
    "ringkasan",
    "unduh_buku",
    "kotak_cari",
    "saya_adalah",
    "saya_perlu",
    "baru_berubah",
    "perlu_ditinjau",
    "swimlane",
    "tabel_langkah",
    "identitas",
)
"""The macros that a page may call."""


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros, from a module of macros, after the handbook has been opened."""
    for nama, makro in _macros(env.conf["extra"], env).items():
        env.macro(makro, nama)


def register(config: MkDocsConfig) -> None:
    """Register the macros with the mkdocs-macros of a site; an office's own of the same name stands."""
    plugin: Any = config.plugins["macros"]
    semua = _macros(config.extra, plugin)
    plugin.register_macros({n: m for n, m in semua.items() if n not in plugin.macros})


def _macros(extra: Mapping[str, Any], env: Any) -> dict[str, Callable[..., str]]:
    def page() -> str:
        return str(env.page.file.src_uri).removesuffix(".md")

    wajah, nama = extra.get("wajah", {}), str(env.conf["site_name"])
    makro = Macros(extra["situs"].bahan, extra["sisipan"], page, nama, wajah.get("logo", ""))
    return {nama: getattr(makro, nama) for nama in NAMES}
