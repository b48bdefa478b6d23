"""The page of each SOP, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import partial

from buku_sop.adapters.forge import Forge
from buku_sop.adapters.lembar.downloads import Unduhan
from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs import (
    banding,
    dasar_hukum,
    keterkaitan,
    lampiran,
    riwayat,
    tinjauan,
    waktu,
)
from buku_sop.adapters.situs.bagi import Baris, DaftarPanjang
from buku_sop.adapters.situs.bahan import RENDAH, BahanSitus
from buku_sop.adapters.situs.banding import BagianBanding
from buku_sop.adapters.situs.riwayat import BagianRiwayat
from buku_sop.adapters.situs.tinjauan import BagianTinjauan
from buku_sop.adapters.situs.waktu import BagianWaktu
from buku_sop.analysis.alur.waktu import total_sop
from buku_sop.analysis.kata.nama import sebut_sop, urutan_nama_sop
from buku_sop.model import Instansi, Sop
from buku_sop.model.setelan import BentukUnduhan
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.dasar_hukum import ButirHukum
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.bagi import BERAT_SOP, muat
from buku_sop.views.dasar.istilah import sebut_status
from buku_sop.views.dasar.waktu import tulis_total
from buku_sop.views.keterkaitan.tetangga import Tetangga
from buku_sop.views.mutu.laporan import TemuanTampil, susun_temuan
from buku_sop.views.sop.dokumen import DokumenSop, dokumen_sop
from buku_sop.views.sop.lampiran import SalinanTampil
from buku_sop.views.sop.usul import usulan_sop

_META = {"hide": ["navigation"], "search": {"boost": 2}, "usul": True}
"""`usul`: the page itself says how to propose a change, so that Material's place for that stays empty."""


_PROGRAM = {BentukUnduhan.WORD: "Word", BentukUnduhan.EXCEL: "Excel", BentukUnduhan.BPMN: "BPMN"}


@dataclass(frozen=True, slots=True)
class BagianSumber:
    """Where an SOP's page comes from, and what was found there."""

    temuan: tuple[TemuanTampil, ...]
    berkas: str
    """The YAML file, from the root of the project."""
    ubah: str
    """Where that file is edited; empty where no forge is known."""
    usul: str
    """The form that proposes a change; empty where no forge is known."""
    sunting: str
    """The editor with this SOP; empty where the site has none."""
    menyunting: str = ""
    """How it is edited where there can be no editor; empty otherwise."""
    ubah_jauh: str = ""
    usul_jauh: str = ""
    """The same as `ubah` and `usul` in an edition for those without a network, for when they have one."""


@dataclass(frozen=True, slots=True)
class BagianUnduhan:
    """What is printed of an SOP: its sheet, and the forms that its office offers."""

    lembar: Unduhan | None
    href: str
    """Its address; empty where there is none."""
    revisi: str
    """Which state of the data it was printed from; empty where nobody knows."""
    ekspor: tuple[tuple[str, str, str], ...]
    """What it is edited with elsewhere: the program, address and size of each."""
    formulir: tuple[tuple[str, str, str], ...]
    """The forms about it: title, address and size of each."""


@dataclass(frozen=True, slots=True)
class BagianHalaman:
    """What stands on an SOP's page beside what the SOP itself says (`buku_sop.views.sop.halaman`).

    `sop/halaman.html`, and the templates that it includes, know each part by the name that it has here.
    """

    sumber: BagianSumber
    unduhan: BagianUnduhan
    salinan: SalinanTampil | None
    """The signed copy; None where there is none."""
    hukum: tuple[ButirHukum, ...]
    riwayat: BagianRiwayat
    tinjauan: BagianTinjauan | None
    """None where nothing is due."""
    banding: BagianBanding | None
    """None where no other office has such an SOP."""
    waktu: BagianWaktu
    dokumen: tuple[DokumenSop, ...]
    tetangga: Tetangga | None
    """None where no SOP is near."""

    def bernama(self) -> dict[str, object]:
        """Return the parts by name."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of all SOPs and the page of each."""
    semua = partial(_semua_sop, bahan)
    yield bahan.halaman_daftar(a.SEMUA_SOP, "SOP", semua, tulis("halaman.sop"), meta=RENDAH)
    pembuat = PembuatHalaman(bahan)
    for sop in bahan.handbook.sop:
        yield pembuat.halaman(sop)


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the rows for the filter, where the SOPs are more than a page lists."""
    if not _semuat(bahan):
        sebutan = {i.id: i.sebutan for i in bahan.handbook.instansi}
        urut = sorted(bahan.handbook.sop, key=lambda s: (*urutan_nama_sop(s.nama), s.id))
        yield _daftar(bahan).berkas(
            Baris(s.nama, a.halaman_sop(s.id), rinci=_rinci(s, sebutan[s.instansi])) for s in urut
        )


def _rinci(sop: Sop, instansi: str) -> str:
    status = "" if sop.sedang_berlaku else sebut_status(sop)
    return " · ".join(filter(None, (instansi, status, sop.nomor, *sop.nama_lain)))


def _semuat(bahan: BahanSitus) -> bool:
    return muat((BERAT_SOP for _ in bahan.handbook.sop), bahan.batas)


def _daftar(bahan: BahanSitus) -> DaftarPanjang:
    return DaftarPanjang(bahan, "sop", a.SEMUA_SOP)


def _semua_sop(bahan: BahanSitus) -> str:
    """Render the list of all SOPs; of more than a page lists the offices, whose pages list them."""
    instansi = bahan.pendaftar(a.SEMUA_SOP).semua_instansi()
    href = bahan.alamat(a.SEMUA_SOP).ke(a.SEMUA_BANDING) if bahan.kelompok else ""
    return bahan.render(
        "sop/semua.html",
        instansi=instansi,
        jumlah=len(bahan.handbook.sop),
        href_banding=href,
        lengkap=_semuat(bahan),
        **_daftar(bahan).konteks(a.SEMUA_SOP),
    )


class PembuatHalaman:
    """Makes the pages of SOPs, and what the search reads of each."""

    def __init__(self, bahan: BahanSitus) -> None:
        self.bahan = bahan
        self._cari: dict[str, str] = {}

    def halaman(self, sop: Sop) -> Halaman:
        """Describe the page of an SOP."""
        instansi = self.bahan.handbook.cari_instansi(sop.instansi)
        uraian = sop.ingat(
            ("uraian", instansi.nama, instansi.jam_kerja), partial(_uraian, sop, instansi)
        )
        return Halaman(
            a.halaman_sop(sop.id),
            sop.nama,
            partial(self.render, sop),
            uraian,
            self.bahan.hasil.berkas.get(sop.id, ""),
            {
                **_META,
                "instansi": instansi.sebutan,
                **({"lewati": "langkah"} if sop.prosedur else {}),
            },
            partial(self.cari, sop),
        )

    def render(self, sop: Sop) -> str:
        """Render the page of an SOP."""
        kunci = a.halaman_sop(sop.id)
        model, alamat = self.bahan.model_sop(sop, kunci), self.bahan.alamat(kunci)
        bagian = susun_bagian(self.bahan, sop, alamat).bernama()
        cari, isi = self.bahan.render_semua(
            ("sop/cari.html", "sop/halaman.html"), {"h": model, **bagian}
        )
        self._cari[sop.id] = cari
        return isi

    def cari(self, sop: Sop) -> str:
        """Render what the search reads of an SOP; made with its page, since both say the same."""
        if sop.id not in self._cari:
            self.render(sop)
        return self._cari.pop(sop.id)


def _uraian(sop: Sop, instansi: Instansi) -> str:
    """Say in a sentence what an SOP is."""
    total = tulis_total(total_sop(sop, instansi.jam_kerja), instansi.jam_kerja)
    return tulis(
        "halaman.sop_uraian",
        sop=sebut_sop(sop.nama),
        instansi=instansi.nama,
        status=sebut_status(sop),
        langkah=sop.jumlah_langkah,
        waktu=total,
    )


def _sumber(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> BagianSumber:
    """Tell where the page comes from, and what was found there."""
    berkas = bahan.hasil.berkas.get(sop.id, "")
    diagnostics = bahan.hasil.per_sop.get(sop.id, ())
    usulan = usulan_sop(sop)
    jauh = Forge() if bahan.forge == bahan.forge_jauh else bahan.forge_jauh
    return BagianSumber(
        susun_temuan(diagnostics, alamat, bahan.forge.line_url),
        berkas,
        bahan.forge.edit_url(berkas),
        bahan.forge.issue_url(usulan),
        a.alamat_sunting(alamat, bahan.bahan_sop.penyunting, sop.id),
        a.alamat_menyunting(alamat, bahan.bahan_sop.tanpa_mesin, sop.id),
        jauh.edit_url(berkas),
        jauh.issue_url(usulan),
    )


def _unduhan(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> BagianUnduhan:
    """Offer the printed sheet, where there is one."""
    lembar = bahan.unduhan.lembar.get(sop.id)
    revisi = bahan.unduhan.revisi.get(sop.id, "")
    formulir = tuple(
        (f.judul, alamat.berkas(f.unduhan.path), f.unduhan.ukuran)
        for f in bahan.formulir.milik.get(sop.id, ())
    )
    ekspor = tuple(
        (_PROGRAM[bentuk], alamat.berkas(u.path), u.ukuran)
        for bentuk, u in bahan.unduhan.ekspor.get(sop.id, {}).items()
    )
    href = alamat.berkas(lembar.path) if lembar else ""
    return BagianUnduhan(lembar, href, revisi, ekspor, formulir)


def susun_bagian(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> BagianHalaman:
    """Work out the parts of an SOP's page."""
    return BagianHalaman(
        sumber=_sumber(bahan, sop, alamat),
        unduhan=_unduhan(bahan, sop, alamat),
        salinan=lampiran.bagian(bahan, sop, alamat),
        hukum=dasar_hukum.bagian(bahan, sop, alamat),
        riwayat=riwayat.bagian(bahan, sop, alamat),
        tinjauan=tinjauan.bagian(bahan, sop, alamat),
        banding=banding.bagian(bahan, sop, alamat),
        waktu=waktu.bagian(bahan, sop, alamat),
        dokumen=dokumen_sop(sop, bahan.dokumen_sop.get(sop.id, ()), alamat, bahan.letak_dokumen),
        tetangga=keterkaitan.tetangga(bahan, sop, alamat),
    )
