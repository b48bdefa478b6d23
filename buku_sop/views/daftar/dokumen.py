"""The documents of an office, worked out for a page: each with its way from SOP to SOP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.dokumen.indeks import Dokumen, TempatLangkah
from buku_sop.analysis.dokumen.rantai import Rantai
from buku_sop.analysis.dokumen.simpanan import Simpanan
from buku_sop.analysis.kata.nama import sebut_sop
from buku_sop.analysis.kata.slug import slug
from buku_sop.model import Handbook, Sop
from buku_sop.model.tulisan import tulis
from buku_sop.views.alur.jalan_keluar import urutan_giliran
from buku_sop.views.daftar.daftar import Pendaftar, TempatTampil
from buku_sop.views.dasar.alamat import halaman_sop
from buku_sop.views.dasar.bagi import BATAS, Bagian, bagi, muat
from buku_sop.views.dasar.isian import waktu as tulis_sel
from buku_sop.views.dasar.istilah import status_dalam_kalimat

_T = TypeVar("_T")
_BANYAK_LANGKAH = 60
"""Steps from which on a document names their numbers alone, so that it stays on one page."""
_ANGKA = "0–9"
_SEBUT = 3
"""SOPs named at a stage of a chain; of more the number is told."""


@dataclass(frozen=True, slots=True)
class LangkahDokumen:
    """A step that makes or needs a document."""

    nomor: str
    href: str
    pelaksana: str
    waktu: str
    ragu: bool
    """Whether what the step says of the document, or who performs it, needs confirmation."""


@dataclass(frozen=True, slots=True)
class SopDokumen:
    """An SOP on the way of a document, with its steps."""

    nama: str
    href: str
    status: str
    """Its status, where it is not in force."""
    instansi: str
    """Its office, where that is another one."""
    langkah: tuple[LangkahDokumen, ...]

    @property
    def sebutan(self) -> str:
        """Its name in a sentence."""
        return sebut_sop(self.nama)


@dataclass(frozen=True, slots=True)
class SimpananTampil:
    """A place that keeps a document."""

    sop: str
    href: str
    catatan: tuple[str, ...]
    """What its `pencatatan` says, in its own words."""
    langkah: tuple[TempatTampil, ...]
    """Steps that file it."""


@dataclass(frozen=True, slots=True)
class Tahap:
    """SOPs that a document goes through at one stage."""

    sop: tuple[tuple[str, str], ...]
    """(SOP, address) of the first few."""
    lain: int
    """How many more."""


@dataclass(frozen=True, slots=True)
class DokumenTampil:
    """A document with its way."""

    nama: str
    slug: str
    mata: tuple[tuple[str, tuple[SopDokumen, ...]], ...]
    """(what happens to it, where)."""
    disimpan: tuple[SimpananTampil, ...]
    catatan: str
    tahap: tuple[Tahap, ...]
    """The stages of its way, where it passes from one SOP to another."""

    @property
    def banyak(self) -> bool:
        """Whether so many steps have it that only their numbers are shown."""
        return sum(len(p.langkah) for _, sop in self.mata for p in sop) > _BANYAK_LANGKAH

    @property
    def panjang(self) -> int:
        """How many SOPs it passes through; 0 where it passes from none to another."""
        return sum(len(t.sop) + t.lain for t in self.tahap)


@dataclass(frozen=True, slots=True)
class Huruf:
    """The documents whose names begin alike."""

    huruf: str
    jangkar: str
    dokumen: tuple[DokumenTampil, ...]


def bagi_dokumen(semua: Iterable[Dokumen], batas: int = BATAS) -> tuple[Bagian[Dokumen], ...]:
    """Give each letter its page; none where all documents of an office fit on one."""
    daftar = list(semua)
    if muat(map(_berat, daftar), batas):
        return ()
    huruf = per_huruf((d.slug, d) for d in daftar)
    return bagi(
        ((f"huruf_{slug(h)}", h, d, _berat(d)) for h, milik in huruf.items() for d in milik), batas
    )


def _berat(dokumen: Dokumen) -> int:
    """How many elements a document takes on its page, at most: its SOPs, its steps, its way, and where it is kept."""
    tempat = (*dokumen.dibuat, *dokumen.dipakai)
    sop = len({t.sop for t in tempat})
    langkah = len(tempat) * (2 if len(tempat) > _BANYAK_LANGKAH else 4)
    return 16 + 6 * sop + langkah


class PenyusunDokumen:
    """Makes the page of an office's documents."""

    def __init__(self, instansi: str, pendaftar: Pendaftar) -> None:
        self.instansi, self.pendaftar = instansi, pendaftar
        self.handbook: Handbook = pendaftar.handbook

    def susun(self, rantai: Iterable[Rantai]) -> tuple[Huruf, ...]:
        """Make the documents, in alphabetical sections."""
        semua = [(satu.dokumen.slug, self.dokumen(satu)) for satu in rantai]
        return tuple(
            Huruf(huruf, f"huruf_{slug(huruf)}", tuple(milik))
            for huruf, milik in per_huruf(semua).items()
        )

    def dokumen(self, rantai: Rantai) -> DokumenTampil:
        """Make one document."""
        satu = rantai.dokumen
        asal = self._milik(satu.dibuat, rantai.asal)
        antara = self._milik(_gabung(satu.dibuat, satu.dipakai), rantai.antara)
        akhir = self._milik(satu.dipakai, (*rantai.asal, *rantai.akhir))
        mata = (
            (tulis("dokumen.dibuat"), (*self._sop(rantai.dari_luar), *asal)),
            (tulis("dokumen.diperbarui"), antara),
            (tulis("dokumen.dipakai"), (*akhir, *self._sop(rantai.ke_luar))),
        )
        return DokumenTampil(
            satu.nama,
            satu.slug,
            tuple((apa, milik) for apa, milik in mata if milik),
            self._simpanan(rantai.disimpan),
            _catatan(rantai),
            self._tahap(rantai),
        )

    def _milik(self, tempat: Iterable[TempatLangkah], sop: Iterable[str]) -> tuple[SopDokumen, ...]:
        """Keep the steps of some SOPs."""
        ikut = set(sop)
        return self._sop(t for t in tempat if t.sop in ikut)

    def _sop(self, tempat: Iterable[TempatLangkah]) -> tuple[SopDokumen, ...]:
        hasil = []
        for id, milik in groupby(tempat, key=lambda t: t.sop):
            sop = self._cari(id)
            lain = sop.instansi != self.instansi
            hasil.append(
                SopDokumen(
                    sop.nama,
                    self._href(sop),
                    "" if sop.sedang_berlaku else status_dalam_kalimat(sop),
                    self.handbook.cari_instansi(sop.instansi).sebutan if lain else "",
                    tuple(self._langkah(sop, t) for t in milik),
                )
            )
        return tuple(hasil)

    def _langkah(self, sop: Sop, tempat: TempatLangkah) -> LangkahDokumen:
        prosedur = sop.prosedur[tempat.prosedur]
        langkah = prosedur.langkah[tempat.langkah]
        label = {p.id: p.label for p in prosedur.pelaksana}
        oleh = urutan_giliran(prosedur, susun_alur(prosedur), tempat.langkah) or "".join(
            label.get(p, "") for p in langkah.pelaksana
        )
        ragu = {k.bidang for k in langkah.perlu_konfirmasi}
        tampil = self.pendaftar.tempat(tempat)
        return LangkahDokumen(
            tampil.nomor,
            tampil.href,
            oleh,
            tulis_sel(langkah),
            not ragu.isdisjoint(("kelengkapan", "output", "pelaksana")),
        )

    def _simpanan(self, simpanan: Iterable[Simpanan]) -> tuple[SimpananTampil, ...]:
        """Show where it is kept, each SOP once."""
        hasil = []
        for id, milik in groupby(sorted(simpanan, key=lambda s: s.sop), key=lambda s: s.sop):
            sop, satu = self._cari(id), tuple(milik)
            langkah = (self.pendaftar.tempat(s.tempat) for s in satu if s.tempat)
            catatan = tuple(s.catatan for s in satu if s.catatan)
            hasil.append(SimpananTampil(sop.nama, self._href(sop), catatan, tuple(langkah)))
        return tuple(hasil)

    def _tahap(self, rantai: Rantai) -> tuple[Tahap, ...]:
        if not rantai.menghubungkan:
            return ()
        return tuple(
            Tahap(
                tuple((sop.nama, self._href(sop)) for sop in map(self._cari, tahap[:_SEBUT])),
                len(tahap[_SEBUT:]),
            )
            for tahap in rantai.tahap
        )

    def _cari(self, id: str) -> Sop:
        sop = self.handbook.cari_sop(id)
        assert sop is not None
        return sop

    def _href(self, sop: Sop) -> str:
        return self.pendaftar.alamat.ke(halaman_sop(sop.id))


def per_huruf(semua: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    """Sort things into the letters that their slugs begin with; digits are one, before the letters."""
    hasil: dict[str, list[_T]] = {}
    for nama, satu in semua:
        huruf = nama[0].upper() if nama[0].isalpha() else _ANGKA
        hasil.setdefault(huruf, []).append(satu)
    return {huruf: hasil[huruf] for huruf in sorted(hasil)}


def _gabung(*tempat: tuple[TempatLangkah, ...]) -> Iterator[TempatLangkah]:
    return iter(sorted({t for semua in tempat for t in semua}))


def _catatan(rantai: Rantai) -> str:
    """Say quietly what is missing on its way."""
    if rantai.tanpa_asal:
        return tulis("dokumen.dari_luar")
    kata = []
    if not rantai.asal and not rantai.dari_luar:
        kata.append(tulis("dokumen.tanpa_asal"))
    if rantai.tanpa_pemakai and not rantai.disimpan:
        kata.append(tulis("dokumen.hasil_akhir" if rantai.hasil_akhir else "dokumen.tanpa_pemakai"))
    return " ".join(kata)
