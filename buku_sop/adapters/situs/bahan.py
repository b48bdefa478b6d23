"""What every page of the site is made from: the opened handbook, facts that several pages share, and tools."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar, cast

from buku_sop.adapters.cari.roots_for_banding import akar_kata
from buku_sop.adapters.forge import Forge
from buku_sop.adapters.formulir.downloads import SemuaFormulir
from buku_sop.adapters.git.history import RevisiGit, file_history
from buku_sop.adapters.git.versions import Sejarah, susun_sejarah
from buku_sop.adapters.kept import Kept
from buku_sop.adapters.lembar.downloads import SemuaUnduhan
from buku_sop.adapters.lembar.revisi import revisi_sop
from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.places import DATA, look_folders
from buku_sop.adapters.signed_copies import read_signatures
from buku_sop.analysis.banding.kelompok import Kelompok, daftar_kelompok
from buku_sop.analysis.dasar_hukum.dasar_hukum import BukuHukum, susun_dasar_hukum
from buku_sop.analysis.dokumen.aliran_dokumen import Aliran, susun_aliran
from buku_sop.analysis.dokumen.indeks import Dokumen, PeranDiInstansi, daftar_dokumen, daftar_peran
from buku_sop.analysis.kata.singkatan import kamus_instansi, pemakaian
from buku_sop.analysis.keterkaitan.jaringan import Jaringan, susun_jaringan
from buku_sop.analysis.tinjauan import Jadwal, Tinjauan, susun_jadwal
from buku_sop.diagnostics import Diagnostic
from buku_sop.handbook import Hasil
from buku_sop.model import Handbook, Instansi, JenisFormulir, Sop
from buku_sop.model.setelan import Setelan
from buku_sop.views.daftar.daftar import Pendaftar
from buku_sop.views.daftar.dasar_hukum import PotongHukum, bagi_hukum
from buku_sop.views.daftar.dokumen import bagi_dokumen
from buku_sop.views.daftar.singkatan import SingkatanBeralamat, beri_alamat
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.bagi import BATAS, Bagian
from buku_sop.views.dasar.render import TEMPLATES, Perender
from buku_sop.views.dasar.teks import Penjelas
from buku_sop.views.sop.halaman import BahanSop, HalamanSop, susun_halaman
from buku_sop.views.sop.lampiran import HasilTandaTangan

T = TypeVar("T")

RENDAH: Mapping[str, Any] = {"search": {"boost": 0.5}}
"""Page settings: a list, which the search puts below what it lists."""
LEBAR: Mapping[str, Any] = {"hide": ["navigation"], **RENDAH}
"""Page settings: a list that needs the width of the navigation."""
DI_BAWAH: Mapping[str, Any] = {**LEBAR, "search": {"boost": 0.001}}
"""Page settings: a page whose names stand in SOPs, below which the search puts it though they are its titles."""
TIDAK_DICARI: Mapping[str, Any] = {"hide": ["navigation"], "search": {"exclude": True}}
"""Page settings: a page for those who mend the data, which the search leaves out."""


@dataclass(frozen=True, slots=True)
class Penyunting:
    """The engine that the page for editing asks, as the page is told of it."""

    mesin: str
    """`peladen`: the server that the page comes from; `peramban`: the browser itself."""
    kunci: str = ""
    """What the server asks for with every message."""
    menulis: bool = False
    """Whether it may write into the folder of the data."""
    paket: str = ""
    """Where the engine for browsers lies, from the root of the site."""


@dataclass(frozen=True)
class BahanSitus:
    """A handbook with what its pages share. Facts are worked out when they are first asked for."""

    hasil: Hasil
    root: Path
    forge: Forge
    """Where links of all pages lead; unknown in an edition for those without a network."""
    direktori: bool
    """Which form addresses have, as in `Alamat`."""
    site_url: str = ""
    """Where the site will stand; empty where nobody said."""
    tampilkan_penulis: bool = False
    """Whether the names of those who changed files are shown: personal data, so only where asked for."""
    cetak: Callable[[], SemuaUnduhan] = SemuaUnduhan
    """Prints what the site offers for download; prints nothing unless given."""
    cetak_formulir: Callable[[Sejarah], SemuaFormulir] = lambda _: SemuaFormulir()
    """Prints the forms that offices name, given what became of their files; prints nothing unless given."""
    simpan: Kept | None = None
    """The results of earlier builds; None keeps none."""
    nama: str = ""
    """What the handbook is called."""
    batas: int = BATAS
    """Most elements of a list on one page, as in `buku_sop.views.dasar.bagi`."""
    setelan: Setelan = field(default_factory=Setelan)
    """What whoever keeps the handbook says of its face."""
    penyunting: Penyunting | None = None
    """What SOPs are edited with on the site; None where there is none."""
    tanpa_mesin: bool = False
    """Whether the handbook wants that, and this edition cannot have it: browsers load no engine from a folder."""
    forge_jauh: Forge = field(default_factory=Forge)
    """The forge, also where only links lead to it that say that they need a network."""
    _total: dict[str, str] = field(default_factory=dict, init=False, repr=False)
    _sekali: dict[str, object] = field(default_factory=dict, init=False, repr=False)

    @property
    def handbook(self) -> Handbook:
        """The handbook itself."""
        return self.hasil.handbook

    @cached_property
    def unduhan(self) -> SemuaUnduhan:
        """What has been printed: at the first question, once."""
        return self.cetak()

    @cached_property
    def formulir(self) -> SemuaFormulir:
        """The forms that offices name: at the first question, once."""
        dicatat = any(JenisFormulir.REKAMAN_REVISI in i.formulir for i in self.handbook.instansi)
        return self.cetak_formulir(self.sejarah if dicatat else Sejarah({}, {}, terpotong=False))

    @cached_property
    def perender(self) -> Perender:
        """What renders the templates of this site, with those that an office has changed."""
        satu = len(self.handbook.instansi) == 1
        folders = reversed(look_folders(self.root, TEMPLATES))
        return Perender(*folders, satu_instansi=satu, tulisan=self.setelan.tulisan)

    @cached_property
    def peran(self) -> tuple[PeranDiInstansi, ...]:
        """The roles of all offices."""
        return daftar_peran(self.handbook)

    @cached_property
    def dokumen(self) -> dict[str, list[Dokumen]]:
        """Documents by office."""
        semua = daftar_dokumen(self.handbook)
        return {id: list(milik) for id, milik in groupby(semua, key=lambda d: d.instansi)}

    @cached_property
    def dokumen_sop(self) -> dict[str, list[Dokumen]]:
        """Documents by the SOPs that need or make them."""
        hasil: dict[str, list[Dokumen]] = {}
        for satu in (d for milik in self.dokumen.values() for d in milik):
            for id in dict.fromkeys(t.sop for t in (*satu.dibuat, *satu.dipakai)):
                hasil.setdefault(id, []).append(satu)
        return hasil

    @cached_property
    def jadwal(self) -> Jadwal:
        """The next reviews of all SOPs in force."""
        return susun_jadwal(self.handbook, self.hasil.hari_ini)

    @cached_property
    def tinjauan_sop(self) -> dict[str, list[Tinjauan]]:
        """The next reviews by SOP id, the more urgent first."""
        hasil: dict[str, list[Tinjauan]] = {}
        for t in self.jadwal.tinjauan:
            hasil.setdefault(t.sop, []).append(t)
        return hasil

    @cached_property
    def kelompok(self) -> tuple[Kelompok, ...]:
        """The groups of SOPs of the same name in several offices."""
        return daftar_kelompok(self.handbook)

    @cached_property
    def akar_kata(self) -> Callable[[str], str]:
        """The root of a word, for comparing SOPs."""
        return akar_kata(self.handbook.sop)

    def sekali(self, kunci: str, hitung: Callable[[], T]) -> T:
        """Return what `hitung` makes, worked out once for each `kunci`."""
        if kunci not in self._sekali:
            self._sekali[kunci] = hitung()
        return cast("T", self._sekali[kunci])

    @cached_property
    def jaringan(self) -> Jaringan:
        """The SOPs of all offices as a network of references."""
        return susun_jaringan(self.handbook, self.hasil.keterkaitan)

    @cached_property
    def aliran(self) -> dict[str, list[Aliran]]:
        """Documents that pass between SOPs, by the id of either."""
        hasil: dict[str, list[Aliran]] = {}
        for satu in susun_aliran(self.handbook):
            for id in (satu.dari, satu.ke):
                hasil.setdefault(id, []).append(satu)
        return hasil

    @cached_property
    def revisi(self) -> Mapping[str, tuple[RevisiGit, ...]]:
        """The revisions of the SOPs' files, newest first, by path."""
        return file_history(self.root, self.hasil.berkas.values())

    @cached_property
    def sejarah(self) -> Sejarah:
        """The revisions of the SOPs, by id, with what the newest changed."""
        return susun_sejarah(self.root, self.hasil.berkas, self.revisi)

    @cached_property
    def awal_buku(self) -> date:
        """The day on which the first of its files came into the history: that the book began is no change of it."""
        semua = (r.tanggal for milik in self.sejarah.revisi.values() for r in milik)
        return min(semua, default=date.max)

    @cached_property
    def revisi_data(self) -> Mapping[str, str]:
        """What a sheet of each SOP would say today that it was printed from, by id."""
        return revisi_sop(self.root, self.hasil)

    @cached_property
    def tanda_tangan(self) -> Mapping[str, HasilTandaTangan]:
        """The electronic signatures of the signed copies that can be used, by SOP id."""
        return read_signatures(self.root / DATA, self.handbook)

    @cached_property
    def hukum(self) -> BukuHukum:
        """The legal bases of all offices."""
        return susun_dasar_hukum(self.handbook)

    @cached_property
    def singkatan(self) -> tuple[SingkatanBeralamat, ...]:
        """The abbreviations with the SOPs that use them."""
        return beri_alamat(pemakaian(self.handbook))

    @cached_property
    def bagian_hukum(self) -> tuple[Bagian[PotongHukum], ...]:
        """The pages of the legal bases; none where they fit on one."""
        return bagi_hukum(self.hukum, self.batas)

    @cached_property
    def letak_hukum(self) -> Mapping[str, str]:
        """The page of each legal basis that does not stand on the page of all, by slug."""
        return {
            potong.dasar.slug: a.halaman_bagian(a.SEMUA_DASAR_HUKUM, bagian.kunci)
            for bagian in reversed(self.bagian_hukum)
            for potong in bagian.isi
        }

    @cached_property
    def bagian_dokumen(self) -> Mapping[str, tuple[Bagian[Dokumen], ...]]:
        """The pages of each office's documents, by office; none where they fit on one."""
        return {id: bagi_dokumen(milik, self.batas) for id, milik in self.dokumen.items()}

    @cached_property
    def letak_dokumen(self) -> Mapping[tuple[str, str], str]:
        """The page of each document that does not stand on the page of its office, by office and slug."""
        return {
            (id, satu.slug): a.halaman_bagian(a.halaman_dokumen(id), bagian.kunci)
            for id, semua in self.bagian_dokumen.items()
            for bagian in semua
            for satu in bagian.isi
        }

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

    @cached_property
    def bahan_sop(self) -> BahanSop:
        """What the pages of SOPs are made from."""
        halaman_peran = dict(self._halaman_peran())
        return BahanSop(
            self.handbook,
            self.hasil.keterkaitan,
            self.hasil.per_sop,
            halaman_peran,
            self.forge.issue_url,
            self.setelan.kontak,
            a.SUNTING if self.penyunting else "",
            a.SUNTING if self.tanpa_mesin else "",
        )

    def _halaman_peran(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Yield the page of a role for every label that its lanes have."""
        for peran in self.peran:
            yield (peran.instansi, peran.label), a.halaman_pelaksana(peran.instansi, peran.slug)

    def alamat(self, kunci: str) -> Alamat:
        """Write addresses as they must stand on a page."""
        return Alamat(kunci, self.direktori)

    def pendaftar(self, kunci: str) -> Pendaftar:
        """Make lists for a page."""
        return Pendaftar(self.handbook, self.alamat(kunci), self._total, self.letak_dokumen)

    def penjelas(self, instansi: Instansi | None = None) -> Penjelas:
        """Explain the abbreviations of a page: those of an office, or those of all where several speak there."""
        kunci = f"kamus {instansi.id if instansi else ''}"
        return Penjelas(self.sekali(kunci, lambda: kamus_instansi(self.handbook, instansi)))

    def model_sop(self, sop: Sop, kunci: str) -> HalamanSop:
        """Work out an SOP for a page, its own or another one."""
        return susun_halaman(sop, self.bahan_sop, self.alamat(kunci))

    def render(self, template: str, **isi: object) -> str:
        """Render one of our templates; everything in `isi` is escaped there."""
        return self.render_semua((template,), isi)[0]

    def render_semua(self, templat: Sequence[str], isi: Mapping[str, object]) -> list[str]:
        """Render several templates of the same values.

        What was rendered of the same before is taken again: a template sees nothing but its values.
        """
        if self.simpan is None or (nilai := self.simpan.describe(isi)) is None:
            return [self.perender.render(satu, **isi) for satu in templat]
        satu = len(self.handbook.instansi) == 1
        kunci = self.simpan.key(
            *templat, str(satu), json.dumps([*self.setelan.tulisan.items()]), nilai
        )
        if (ada := self.simpan.get("teks", kunci)) is not None:
            semua: list[str] = json.loads(ada)
            return semua
        semua = [self.perender.render(satu, **isi) for satu in templat]
        self.simpan.put("teks", kunci, json.dumps(semua).encode())
        return semua

    def halaman_daftar(
        self,
        kunci: str,
        judul: str,
        isi: Callable[[], str],
        uraian: str,
        berkas: str = "",
        meta: Mapping[str, Any] = LEBAR,
        induk: str = "",
    ) -> Halaman:
        """Describe a page that lists what other pages say; the search reads what it is about."""
        cari = partial(self.render, "cari/daftar.html", judul=judul, uraian=uraian)
        return Halaman(kunci, judul, isi, uraian, berkas, meta, cari, induk)
