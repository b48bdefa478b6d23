"""The handbook as a site: which pages and files it has, and what stands on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from markupsafe import escape

from macros.adapters.downloads import SemuaUnduhan
from macros.adapters.forge import Forge
from macros.adapters.pages import Halaman
from macros.analysis.indeks import (
    Dokumen,
    PeranDiInstansi,
    daftar_dasar_hukum,
    daftar_dokumen,
    daftar_peran,
)
from macros.analysis.waktu import jumlah_waktu
from macros.diagnostics import KODE, Diagnostic, Tingkat
from macros.handbook import Hasil
from macros.model import Instansi, Sop, Status
from macros.views import alamat as a
from macros.views.alamat import Alamat
from macros.views.daftar import Pendaftar, urut_instansi
from macros.views.data import PenulisData
from macros.views.halaman import Bahan, HalamanSop, susun_halaman
from macros.views.istilah import STATUS
from macros.views.laporan import hitung, hitung_kode, susun_laporan, susun_temuan
from macros.views.render import Perender
from macros.views.waktu import tulis_total

TEMPLATES = Path("overrides") / "sop"
_RENDAH = {"search": {"boost": 0.5}}
_LEBAR = {"hide": ["navigation"], **_RENDAH}
_TIDAK_DICARI = {"hide": ["navigation"], "search": {"exclude": True}}
_SOP = {"hide": ["navigation"], "search": {"boost": 2}}


@dataclass(frozen=True)
class BerkasData:
    """A data file of the site."""

    path: str
    isi: str


class Situs:
    """Makes the pages of a handbook, each when it is asked for."""

    def __init__(self, hasil: Hasil, root: Path, forge: Forge, *, direktori: bool) -> None:
        """`direktori` tells which form addresses have, as in `Alamat`."""
        self.hasil, self.forge, self.direktori = hasil, forge, direktori
        self.handbook = hasil.handbook
        self.unduhan = SemuaUnduhan()
        """What has been printed; set before the pages are rendered."""
        self._total: dict[str, str] = {}
        self._cari: dict[str, str] = {}
        self.perender = Perender(root / TEMPLATES)
        self.peran = daftar_peran(self.handbook)
        self.bahan = Bahan(
            self.handbook, hasil.keterkaitan, hasil.per_sop, dict(self._halaman_peran())
        )

    def _halaman_peran(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Yield the page of a role for every label that its lanes have."""
        for peran in self.peran:
            yield (peran.instansi, peran.label), a.halaman_pelaksana(peran.instansi, peran.slug)

    @cached_property
    def dokumen(self) -> dict[str, list[Dokumen]]:
        """Documents by office."""
        semua = daftar_dokumen(self.handbook)
        return {id: list(milik) for id, milik in groupby(semua, key=lambda d: d.instansi)}

    @cached_property
    def temuan(self) -> dict[str, list[Diagnostic]]:
        """Findings by office; those in other files under the empty name."""
        hasil: dict[str, list[Diagnostic]] = {}
        kenal = {i.id for i in self.handbook.instansi}
        for d in self.hasil.diagnostics:
            bagian = d.lokasi.berkas.split("/")
            id = bagian[-2] if len(bagian) > 1 and bagian[-2] in kenal else ""
            hasil.setdefault(id, []).append(d)
        return hasil

    def halaman(self) -> Iterator[Halaman]:
        """List all pages."""
        yield self._daftar(
            a.SEMUA_SOP, "SOP", self.semua_sop, "Semua SOP menurut instansi.", meta=_RENDAH
        )
        for sop in self.handbook.sop:
            yield self._halaman_sop(sop)
        for instansi in self.handbook.instansi:
            yield from self._halaman_instansi(instansi)
        yield from self._halaman_indeks()
        for peran in self.peran:
            instansi = self.handbook.cari_instansi(peran.instansi)
            yield self._daftar(
                a.halaman_pelaksana(peran.instansi, peran.slug),
                peran.label,
                partial(self.satu_peran, peran),
                f"Tugas {peran.label} menurut SOP {instansi.sebutan}.",
                induk=a.SEMUA_PELAKSANA,
            )

    def _daftar(
        self,
        kunci: str,
        judul: str,
        isi: Callable[[], str],
        uraian: str,
        berkas: str = "",
        meta: Mapping[str, Any] = _LEBAR,
        induk: str = "",
    ) -> Halaman:
        """Describe a page that lists what other pages say; the search reads what it is about."""
        cari = partial(self.perender.render, "cari.html", judul=judul, uraian=uraian)
        return Halaman(kunci, judul, isi, uraian, berkas, meta, cari, induk)

    def _halaman_sop(self, sop: Sop) -> Halaman:
        instansi = self.handbook.cari_instansi(sop.instansi)
        total = tulis_total(
            jumlah_waktu(x for p in sop.prosedur for x in p.langkah), instansi.jam_kerja
        )
        uraian = f"SOP {sop.nama}, {instansi.nama}. {STATUS[sop.status]}, {sop.jumlah_langkah} langkah, {total}."
        return Halaman(
            a.halaman_sop(sop.id),
            sop.nama,
            partial(self.satu_sop, sop),
            uraian,
            self.hasil.berkas.get(sop.id, ""),
            {**_SOP, "instansi": instansi.sebutan},
            partial(self.cari_sop, sop),
        )

    def _halaman_instansi(self, instansi: Instansi) -> Iterator[Halaman]:
        yield self._daftar(
            a.halaman_instansi(instansi.id),
            instansi.sebutan,
            partial(self.satu_instansi, instansi),
            f"SOP {instansi.nama}.",
            f"sop_data/{instansi.id}/instansi.yml",
            _RENDAH,
        )
        if instansi.id in self.dokumen:
            yield Halaman(
                a.halaman_dokumen(instansi.id),
                f"Dokumen {instansi.sebutan}",
                partial(self.satu_dokumen, instansi),
                f"Dokumen yang dihasilkan dan diperlukan SOP {instansi.nama}.",
                meta=_LEBAR,
                induk=a.SEMUA_DOKUMEN,
            )
        yield Halaman(
            a.halaman_mutu(instansi.id),
            f"Mutu data {instansi.sebutan}",
            partial(self.mutu_instansi, instansi),
            meta=_TIDAK_DICARI,
            induk=a.MUTU,
        )

    def _halaman_indeks(self) -> Iterator[Halaman]:
        yield self._daftar(
            a.SEMUA_PELAKSANA,
            "Pelaksana",
            self.semua_pelaksana,
            "Tugas setiap pelaksana menurut SOP.",
        )
        yield self._daftar(
            a.SEMUA_DOKUMEN,
            "Dokumen",
            self.semua_dokumen,
            "Dokumen yang dihasilkan dan diperlukan langkah SOP.",
        )
        yield Halaman(
            a.SEMUA_DASAR_HUKUM,
            "Dasar hukum",
            self.dasar_hukum,
            "Peraturan yang menjadi dasar SOP.",
            meta=_LEBAR,
        )
        yield self._daftar(a.MUTU, "Mutu data", self.mutu, "Hasil pemeriksaan berkas SOP.")
        yield Halaman(
            a.MUTU_KODE,
            "Kode pemeriksaan",
            self.mutu_kode,
            "Arti setiap kode pemeriksaan berkas SOP.",
            meta=_LEBAR,
            induk=a.MUTU,
        )

    def judul_cari(self) -> dict[str, str]:
        """Title each SOP in search results with its office, and its status where it is not in force."""
        judul: dict[str, str] = {}
        for sop in self.handbook.sop:
            tambah = f" – {self.handbook.cari_instansi(sop.instansi).sebutan}"
            if sop.status is not Status.BERLAKU:
                tambah += f" ({STATUS[sop.status].lower()})"
            judul[self.alamat(a.BERANDA).ke(a.halaman_sop(sop.id))] = escape(sop.nama + tambah)
        return judul

    def berkas(self) -> Iterator[BerkasData]:
        """List all data files."""
        penulis = PenulisData(self.handbook, self.hasil.keterkaitan, self.direktori)
        yield BerkasData(a.DATA_BUKU, penulis.buku())
        for sop in self.handbook.sop:
            yield BerkasData(a.data_sop(sop.id), penulis.sop(sop))

    def alamat(self, kunci: str) -> Alamat:
        """Write addresses as they must stand on a page."""
        return Alamat(kunci, self.direktori)

    def pendaftar(self, kunci: str) -> Pendaftar:
        """Make lists for a page."""
        return Pendaftar(self.handbook, self.alamat(kunci), self._total)

    def model_sop(self, sop: Sop, kunci: str) -> HalamanSop:
        """Work out an SOP for a page, its own or another one."""
        return susun_halaman(sop, self.bahan, self.alamat(kunci))

    def satu_sop(self, sop: Sop) -> str:
        """Render the page of an SOP."""
        kunci = a.halaman_sop(sop.id)
        model = self.model_sop(sop, kunci)
        berkas = self.hasil.berkas.get(sop.id, "")
        temuan = susun_temuan(model.diagnostics, self.alamat(kunci), self.forge.line_url)
        unduhan = self.unduhan.lembar.get(sop.id)
        self._cari[sop.id] = self.perender.render("cari_sop.html", h=model)
        return self.perender.render(
            "sop.html",
            h=model,
            temuan=temuan,
            berkas=berkas,
            ubah=self.forge.edit_url(berkas),
            unduhan=unduhan,
            revisi=self.unduhan.revisi.get(sop.id, ""),
            href_unduhan=self.alamat(kunci).berkas(unduhan.path) if unduhan else "",
        )

    def cari_sop(self, sop: Sop) -> str:
        """Render what the search reads of an SOP; made with its page, since both say the same."""
        if sop.id not in self._cari:
            self.satu_sop(sop)
        return self._cari.pop(sop.id)

    def semua_sop(self) -> str:
        """Render the list of all SOPs."""
        instansi = self.pendaftar(a.SEMUA_SOP).semua_instansi()
        return self.perender.render(
            "semua_sop.html", instansi=instansi, jumlah=len(self.handbook.sop)
        )

    def satu_instansi(self, instansi: Instansi) -> str:
        """Render the page of an office."""
        kunci = a.halaman_instansi(instansi.id)
        alamat, pendaftar = self.alamat(kunci), self.pendaftar(kunci)
        ada = instansi.id in self.dokumen
        return self.perender.render(
            "instansi.html",
            i=pendaftar.instansi(instansi),
            alamat=instansi.alamat,
            peran=[pendaftar.peran(p) for p in self.peran if p.instansi == instansi.id],
            href_dokumen=alamat.ke(a.halaman_dokumen(instansi.id)) if ada else "",
            href_mutu=alamat.ke(a.halaman_mutu(instansi.id)),
        )

    def semua_pelaksana(self) -> str:
        """Render the list of all roles."""
        kunci = a.SEMUA_PELAKSANA
        alamat, pendaftar = self.alamat(kunci), self.pendaftar(kunci)
        per_instansi = [
            (i.nama, alamat.ke(a.halaman_instansi(i.id)), list(map(pendaftar.peran, milik)))
            for i in urut_instansi(self.handbook)
            if (milik := [p for p in self.peran if p.instansi == i.id])
        ]
        return self.perender.render("semua_pelaksana.html", per_instansi=per_instansi)

    def satu_peran(self, peran: PeranDiInstansi) -> str:
        """Render what a role does."""
        kunci = a.halaman_pelaksana(peran.instansi, peran.slug)
        instansi = self.handbook.cari_instansi(peran.instansi)
        return self.perender.render(
            "pelaksana.html",
            peran=peran,
            instansi=instansi,
            total=tulis_total(peran.total, instansi.jam_kerja),
            tugas=self.pendaftar(kunci).tugas(peran),
            href_instansi=self.alamat(kunci).ke(a.halaman_instansi(peran.instansi)),
        )

    def semua_dokumen(self) -> str:
        """Render the list of offices with documents."""
        per_instansi = list(self.pendaftar(a.SEMUA_DOKUMEN).dokumen_per_instansi(self.dokumen))
        return self.perender.render("semua_dokumen.html", per_instansi=per_instansi)

    def satu_dokumen(self, instansi: Instansi) -> str:
        """Render the documents of an office."""
        kunci = a.halaman_dokumen(instansi.id)
        pendaftar = self.pendaftar(kunci)
        return self.perender.render(
            "dokumen.html",
            instansi=instansi,
            dokumen=[pendaftar.dokumen(d) for d in self.dokumen[instansi.id]],
            href_instansi=self.alamat(kunci).ke(a.halaman_instansi(instansi.id)),
        )

    def dasar_hukum(self) -> str:
        """Render the legal bases."""
        pendaftar = self.pendaftar(a.SEMUA_DASAR_HUKUM)
        dasar = [(d, pendaftar.dasar_hukum(d)) for d in daftar_dasar_hukum(self.handbook)]
        return self.perender.render("dasar_hukum.html", dasar=dasar)

    def mutu(self) -> str:
        """Render the quality report."""
        alamat = self.alamat(a.MUTU)
        lain = susun_laporan(
            self.temuan.get("", []), self.handbook, self.hasil.berkas, alamat, self.forge.line_url
        )
        per_kode = [
            (kode, judul, n, alamat.ke(a.MUTU_KODE, kode.lower()))
            for kode, judul, n in hitung_kode(self.hasil.diagnostics)
        ]
        per_instansi = [
            (i.sebutan, alamat.ke(a.halaman_mutu(i.id)), hitung(self.temuan.get(i.id, [])))
            for i in urut_instansi(self.handbook)
        ]
        return self.perender.render(
            "mutu.html",
            hitung=hitung(self.hasil.diagnostics),
            per_kode=per_kode,
            per_instansi=per_instansi,
            lain=lain,
            href_kode=alamat.ke(a.MUTU_KODE),
        )

    def mutu_instansi(self, instansi: Instansi) -> str:
        """Render the findings in an office's files."""
        kunci = a.halaman_mutu(instansi.id)
        milik = self.temuan.get(instansi.id, [])
        alamat = self.alamat(kunci)
        return self.perender.render(
            "mutu_instansi.html",
            instansi=instansi,
            hitung=hitung(milik),
            laporan=susun_laporan(
                milik, self.handbook, self.hasil.berkas, alamat, self.forge.line_url
            ),
            href_instansi=alamat.ke(a.halaman_instansi(instansi.id)),
        )

    def mutu_kode(self) -> str:
        """Render the table of codes."""
        return self.perender.render("mutu_kode.html", kode=list(KODE.values()))

    def galat(self, kunci: str) -> str:
        """Render what stands in the place of every page while the data is broken."""
        galat = [d for d in self.hasil.diagnostics if d.tingkat is Tingkat.GALAT]
        temuan = susun_temuan(galat, self.alamat(kunci), self.forge.line_url)
        return self.perender.render("galat.html", temuan=temuan)
