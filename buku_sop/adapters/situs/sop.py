"""The page of each SOP, and the list of all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs import banding, dasar_hukum, keterkaitan, waktu
from buku_sop.adapters.situs.bahan import RENDAH, BahanSitus
from buku_sop.adapters.situs.lampiran import bagian as bagian_lampiran
from buku_sop.adapters.situs.riwayat import bagian as bagian_riwayat
from buku_sop.adapters.situs.tinjauan import bagian as bagian_tinjauan
from buku_sop.analysis.alur.waktu import total_sop
from buku_sop.model import Sop
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.istilah import tulis_status
from buku_sop.views.dasar.waktu import tulis_total
from buku_sop.views.mutu.laporan import susun_temuan
from buku_sop.views.sop.usul import usulan_sop

_META = {"hide": ["navigation"], "search": {"boost": 2}, "usul": True}
"""`usul`: the page itself says how to propose a change, so that Material's place for that stays empty."""

BagianSop = Callable[[BahanSitus, Sop, Alamat], Mapping[str, object]]
"""Works out a part of an SOP's page: the names that `sop.html`, or a template included there, uses."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of all SOPs and the page of each."""
    semua = partial(_semua_sop, bahan)
    yield bahan.halaman_daftar(
        a.SEMUA_SOP, "SOP", semua, "Semua SOP menurut instansi.", meta=RENDAH
    )
    pembuat = _PembuatHalaman(bahan)
    for sop in bahan.handbook.sop:
        yield pembuat.halaman(sop)


def _semua_sop(bahan: BahanSitus) -> str:
    """Render the list of all SOPs."""
    instansi = bahan.pendaftar(a.SEMUA_SOP).semua_instansi()
    href = bahan.alamat(a.SEMUA_SOP).ke(a.SEMUA_BANDING) if bahan.kelompok else ""
    return bahan.render(
        "sop/semua.html", instansi=instansi, jumlah=len(bahan.handbook.sop), href_banding=href
    )


class _PembuatHalaman:
    """Makes the pages of SOPs, and what the search reads of each."""

    def __init__(self, bahan: BahanSitus) -> None:
        self.bahan = bahan
        self._cari: dict[str, str] = {}

    def halaman(self, sop: Sop) -> Halaman:
        instansi = self.bahan.handbook.cari_instansi(sop.instansi)
        total = tulis_total(total_sop(sop, instansi.jam_kerja), instansi.jam_kerja)
        uraian = f"SOP {sop.nama}, {instansi.nama}. {tulis_status(sop)}, {sop.jumlah_langkah} langkah, {total}."
        return Halaman(
            a.halaman_sop(sop.id),
            sop.nama,
            partial(self.render, sop),
            uraian,
            self.bahan.hasil.berkas.get(sop.id, ""),
            {**_META, "instansi": instansi.sebutan},
            partial(self.cari, sop),
        )

    def render(self, sop: Sop) -> str:
        """Render the page of an SOP."""
        kunci = a.halaman_sop(sop.id)
        model, alamat = self.bahan.model_sop(sop, kunci), self.bahan.alamat(kunci)
        self._cari[sop.id] = self.bahan.render("sop/cari.html", h=model)
        tambahan = join_parts(bagian(self.bahan, sop, alamat) for bagian in BAGIAN)
        return self.bahan.render("sop/halaman.html", h=model, **tambahan)

    def cari(self, sop: Sop) -> str:
        """Render what the search reads of an SOP; made with its page, since both say the same."""
        if sop.id not in self._cari:
            self.render(sop)
        return self._cari.pop(sop.id)


def join_parts(parts: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Join the names that the parts of a page give to its template.

    Raises:
        ValueError: Two parts give the same name, of which one would be lost.
    """
    joined: dict[str, object] = {}
    for part in parts:
        if same := joined.keys() & part.keys():
            raise ValueError(f"two parts of a page give {', '.join(sorted(same))}")
        joined |= part
    return joined


def _sumber(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> Mapping[str, object]:
    """Tell where the page comes from, and what was found there."""
    berkas = bahan.hasil.berkas.get(sop.id, "")
    diagnostics = bahan.hasil.per_sop.get(sop.id, ())
    return {
        "temuan": susun_temuan(diagnostics, alamat, bahan.forge.line_url),
        "berkas": berkas,
        "ubah": bahan.forge.edit_url(berkas),
        "usul": bahan.forge.issue_url(usulan_sop(sop)),
    }


def _unduhan(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> Mapping[str, object]:
    """Offer the printed sheet, where there is one."""
    unduhan = bahan.unduhan.lembar.get(sop.id)
    return {
        "unduhan": unduhan,
        "revisi": bahan.unduhan.revisi.get(sop.id, ""),
        "href_unduhan": alamat.berkas(unduhan.path) if unduhan else "",
    }


BAGIAN: tuple[BagianSop, ...] = (
    _sumber,
    _unduhan,
    bagian_lampiran,
    dasar_hukum.bagian,
    bagian_riwayat,
    bagian_tinjauan,
    banding.bagian,
    waktu.bagian,
    keterkaitan.tetangga,
)
"""The parts beside what the page itself says (`buku_sop.views.sop.halaman`)."""
