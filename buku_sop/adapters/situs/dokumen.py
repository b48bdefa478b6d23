"""The documents of each office, and the list of all documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bagi import TERSEMBUNYI, Baris, DaftarPanjang, bernama
from buku_sop.adapters.situs.bahan import DI_BAWAH, BahanSitus
from buku_sop.analysis.dokumen.indeks import Dokumen
from buku_sop.analysis.dokumen.rantai import Rantai, daftar_rantai
from buku_sop.model import Instansi
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.daftar.dokumen import Huruf, PenyusunDokumen
from buku_sop.views.daftar.nama_dokumen import PenyusunNama, bagi_nama
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.bagi import Bagian

_BANYAK = 500
"""Documents from which on the browser need not lay out all at once."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of documents and the pages of each office's."""
    nama = bagi_nama(bahan.dokumen, bahan.handbook, bahan.batas)
    yield bahan.halaman_daftar(
        a.SEMUA_DOKUMEN,
        tulis("kata.dokumen"),
        partial(_indeks_nama if nama else _semua_dokumen, bahan),
        tulis("halaman.dokumen"),
    )
    for satu in nama:
        yield Halaman(
            _halaman_nama(satu),
            tulis("dokumen.judul_bagian", sebutan=satu.sebutan),
            partial(_satu_nama, bahan, satu),
            meta=TERSEMBUNYI,
            induk=a.SEMUA_DOKUMEN,
        )
    pembuat = _PembuatHalaman(bahan)
    for instansi in bahan.handbook.instansi:
        if instansi.id in bahan.dokumen:
            yield from pembuat.halaman(instansi)


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the rows for the filters of the lists that stand on several pages."""
    sebutan = {i.id: i.sebutan for i in bahan.handbook.instansi}
    if bagi_nama(bahan.dokumen, bahan.handbook, bahan.batas):
        kantor = [i.id for i in urut_instansi(bahan.handbook) if i.id in bahan.dokumen]
        semua = ((id, d) for id in kantor for d in bahan.dokumen[id])
        yield _daftar_nama(bahan).berkas(
            Baris(d.nama, _letak(bahan, d), d.slug, sebutan[id]) for id, d in semua
        )
    for id, bagian in bahan.bagian_dokumen.items():
        if bagian:
            yield _daftar(bahan, id).berkas(
                Baris(d.nama, _letak(bahan, d), d.slug) for d in bahan.dokumen[id]
            )


def _letak(bahan: BahanSitus, dokumen: Dokumen) -> str:
    """Name the page that a document stands on."""
    kunci = (dokumen.instansi, dokumen.slug)
    return bahan.letak_dokumen.get(kunci, a.halaman_dokumen(dokumen.instansi))


def _halaman_nama(bagian: Bagian[tuple[Dokumen, ...]]) -> str:
    return a.halaman_bagian(a.SEMUA_DOKUMEN, bagian.kunci)


def _daftar_nama(bahan: BahanSitus) -> DaftarPanjang:
    bagian = bagi_nama(bahan.dokumen, bahan.handbook, bahan.batas)
    return DaftarPanjang(bahan, "dokumen", a.SEMUA_DOKUMEN, tuple(bernama(a.SEMUA_DOKUMEN, bagian)))


def _daftar(bahan: BahanSitus, instansi: str) -> DaftarPanjang:
    kunci = a.halaman_dokumen(instansi)
    bagian = bahan.bagian_dokumen[instansi]
    return DaftarPanjang(bahan, f"dokumen-{instansi}", kunci, tuple(bernama(kunci, bagian)))


def _semua_dokumen(bahan: BahanSitus) -> str:
    """Render the list of all documents of all offices."""
    pendaftar = bahan.pendaftar(a.SEMUA_DOKUMEN)
    return bahan.render(
        "dokumen/semua.html",
        per_instansi=list(pendaftar.dokumen_per_instansi(bahan.dokumen)),
        huruf=PenyusunNama(pendaftar).huruf(bahan.dokumen),
        banyak=sum(map(len, bahan.dokumen.values())) > _BANYAK,
    )


def _indeks_nama(bahan: BahanSitus) -> str:
    """Render the index of all documents: the offices, and the letters."""
    pendaftar = bahan.pendaftar(a.SEMUA_DOKUMEN)
    return bahan.render(
        "dokumen/indeks.html",
        per_instansi=list(pendaftar.dokumen_per_instansi(bahan.dokumen)),
        **_daftar_nama(bahan).konteks(a.SEMUA_DOKUMEN),
    )


def _satu_nama(bahan: BahanSitus, bagian: Bagian[tuple[Dokumen, ...]]) -> str:
    """Render the documents whose names begin with a letter."""
    kunci = _halaman_nama(bagian)
    penyusun = PenyusunNama(bahan.pendaftar(kunci))
    return bahan.render(
        "dokumen/bagian_nama.html",
        sebutan=bagian.sebutan,
        nama=[penyusun.nama(milik) for milik in bagian.isi],
        **_daftar_nama(bahan).konteks(kunci),
    )


class _PembuatHalaman:
    """Makes the pages of offices, and what the search reads of each."""

    def __init__(self, bahan: BahanSitus) -> None:
        self.bahan = bahan
        self._cari: dict[str, str] = {}

    @cached_property
    def rantai(self) -> dict[str, list[Rantai]]:
        """The ways of all documents by office."""
        semua = (d for milik in self.bahan.dokumen.values() for d in milik)
        hasil: dict[str, list[Rantai]] = {}
        for satu in daftar_rantai(
            self.bahan.handbook, self.bahan.hasil.keterkaitan.antarinstansi(), semua
        ):
            hasil.setdefault(satu.dokumen.instansi, []).append(satu)
        return hasil

    def halaman(self, instansi: Instansi) -> Iterator[Halaman]:
        """Describe the page of an office, or its index and a page for each letter."""
        kunci, bagian = a.halaman_dokumen(instansi.id), self.bahan.bagian_dokumen[instansi.id]
        judul = tulis("dokumen.judul_instansi", instansi=instansi.sebutan)
        if not bagian:
            yield Halaman(
                kunci,
                judul,
                partial(self.render, instansi),
                _uraian(instansi),
                meta=DI_BAWAH,
                cari=partial(self.cari, instansi),
                induk=a.SEMUA_DOKUMEN,
            )
            return
        yield self.bahan.halaman_daftar(
            kunci,
            judul,
            partial(self.indeks, instansi),
            _uraian(instansi),
            meta=DI_BAWAH,
            induk=a.SEMUA_DOKUMEN,
        )
        for satu in bagian:
            yield Halaman(
                a.halaman_bagian(kunci, satu.kunci),
                f"{judul}: {satu.sebutan}",
                partial(self.render, instansi, satu),
                meta={**DI_BAWAH, "hide": ["navigation", "toc"]},
                cari=partial(self.cari, instansi, satu),
                induk=kunci,
            )

    def indeks(self, instansi: Instansi) -> str:
        """Render the index of an office's documents."""
        kunci = a.halaman_dokumen(instansi.id)
        penyusun = PenyusunDokumen(instansi.id, self.bahan.pendaftar(kunci))
        semua, pendaftar = self.bahan.bagian_dokumen[instansi.id], penyusun.pendaftar
        jumlah = len(self.bahan.dokumen[instansi.id])
        sebut = 2 * jumlah + 6 * len(semua) <= self.bahan.batas
        return self.bahan.render(
            "dokumen/indeks_instansi.html",
            instansi=instansi,
            jumlah=jumlah,
            huruf=[
                (b.sebutan, pendaftar.alamat.ke(a.halaman_bagian(kunci, b.kunci)),
                 [(d.nama, pendaftar.dokumen(d)) for d in b.isi] if sebut else [])
                for b in semua
            ],
            href_instansi=self.bahan.alamat(kunci).ke(a.halaman_instansi(instansi.id)),
            **_daftar(self.bahan, instansi.id).konteks(kunci),
        )  # fmt: skip

    def render(self, instansi: Instansi, bagian: Bagian[Dokumen] | None = None) -> str:
        """Render the documents of an office, or those of one letter."""
        kunci = a.halaman_dokumen(instansi.id)
        rantai, lain = self.rantai[instansi.id], {}
        if bagian:
            kunci = a.halaman_bagian(kunci, bagian.kunci)
            milik = {d.slug for d in bagian.isi}
            rantai = [r for r in rantai if r.dokumen.slug in milik]
            lain = _daftar(self.bahan, instansi.id).konteks(kunci)
        huruf = PenyusunDokumen(instansi.id, self.bahan.pendaftar(kunci)).susun(rantai)
        self._cari[kunci] = self._isi_cari(instansi, huruf)
        return self.bahan.render(
            "dokumen/halaman.html",
            instansi=instansi,
            jelas=self.bahan.penjelas(instansi),
            sebutan=bagian.sebutan if bagian else "",
            jumlah=len(rantai),
            huruf=huruf,
            penghubung=[d for x in huruf for d in x.dokumen if d.panjang],
            href_instansi=self.bahan.alamat(kunci).ke(a.halaman_instansi(instansi.id)),
            **({"bagi": None, "href_indeks": "", "semua": "", "akar": ""} | lain),
        )

    def cari(self, instansi: Instansi, bagian: Bagian[Dokumen] | None = None) -> str:
        """Render what the search reads; made with the page, since both say the same."""
        kunci = a.halaman_dokumen(instansi.id)
        if bagian:
            kunci = a.halaman_bagian(kunci, bagian.kunci)
        if kunci not in self._cari:
            self.render(instansi, bagian)
        return self._cari.pop(kunci)

    def _isi_cari(self, instansi: Instansi, huruf: tuple[Huruf, ...]) -> str:
        return self.bahan.render(
            "dokumen/cari.html", instansi=instansi, uraian=_uraian(instansi), huruf=huruf
        )


def _uraian(instansi: Instansi) -> str:
    return tulis("halaman.dokumen_instansi", instansi=instansi.nama)
