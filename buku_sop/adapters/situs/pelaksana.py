"""The page of each role, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from itertools import groupby

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bagi import TERSEMBUNYI, Baris, DaftarPanjang, bernama
from buku_sop.adapters.situs.bahan import DI_BAWAH, BahanSitus
from buku_sop.adapters.situs.perubahan import bagian_peran
from buku_sop.analysis.dokumen.indeks import PeranDiInstansi, kunci_peran
from buku_sop.analysis.dokumen.serah_terima import SerahTerimaPeran, per_peran, susun_serah_terima
from buku_sop.model.teks import pokok
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.daftar.pelaksana import (
    SERAH_TERIMA,
    BagianPeran,
    bagi_peran,
    bahan_peran,
)
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.bagi import BERAT_PERAN, Bagian, muat
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.nomor import sebut_nomor


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of roles and the page of each."""
    yield bahan.halaman_daftar(
        a.SEMUA_PELAKSANA,
        tulis("kata.pelaksana"),
        partial(_semua_pelaksana, bahan),
        tulis("halaman.pelaksana"),
    )
    for kantor in _kantor(bahan).values():
        yield from kantor.halaman()


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the rows for the filters, where roles, or the tasks of one, are more than a page lists."""
    for kantor in _kantor(bahan).values():
        yield from kantor.berkas()
    if not _semuat(bahan):
        nama = {i.id: i.sebutan for i in bahan.handbook.instansi}
        urut = sorted(bahan.peran, key=lambda p: (p.label.casefold(), nama[p.instansi]))
        yield _daftar(bahan).berkas(
            Baris(p.label, a.halaman_pelaksana(p.instansi, p.slug), rinci=nama[p.instansi])
            for p in urut
        )


def kunci_peran_instansi(bahan: BahanSitus, instansi: str) -> Iterator[str]:
    """Name the pages of the roles of an office, all of each."""
    if kantor := _kantor(bahan).get(instansi):
        yield from (h.kunci for h in kantor.halaman())


def _kantor(bahan: BahanSitus) -> Mapping[str, _Kantor]:
    """Return the offices that have roles, by id."""
    return bahan.sekali(
        "pelaksana",
        lambda: {
            id: _Kantor(bahan, tuple(milik))
            for id, milik in groupby(bahan.peran, key=lambda p: p.instansi)
        },
    )


def _semuat(bahan: BahanSitus) -> bool:
    return muat((BERAT_PERAN for _ in bahan.peran), bahan.batas)


def _daftar(bahan: BahanSitus) -> DaftarPanjang:
    return DaftarPanjang(bahan, "pelaksana", a.SEMUA_PELAKSANA)


def _semua_pelaksana(bahan: BahanSitus) -> str:
    """Render the list of all roles; of more than a page lists the offices, whose pages list them."""
    kunci = a.SEMUA_PELAKSANA
    alamat, pendaftar = bahan.alamat(kunci), bahan.pendaftar(kunci)
    milik = {id: tuple(p) for id, p in groupby(bahan.peran, key=lambda p: p.instansi)}
    lengkap = _semuat(bahan)
    per_instansi = [
        (
            i.nama,
            alamat.ke(a.halaman_instansi(i.id)),
            list(map(pendaftar.peran, milik[i.id])) if lengkap else (),
            len(milik[i.id]),
        )
        for i in urut_instansi(bahan.handbook)
        if i.id in milik
    ]
    return bahan.render(
        "pelaksana/semua.html",
        per_instansi=per_instansi,
        lengkap=lengkap,
        **_daftar(bahan).konteks(kunci),
    )


class _Kantor:
    """Makes the pages of the roles of one office."""

    def __init__(self, bahan: BahanSitus, peran: tuple[PeranDiInstansi, ...]) -> None:
        self.bahan, self.peran = bahan, peran
        self.instansi = bahan.handbook.cari_instansi(peran[0].instansi)
        self.per_kunci = {kunci_peran(p.label): p for p in peran}
        self._bagian: dict[str, tuple[Bagian[BagianPeran], ...]] = {}

    @cached_property
    def serah(self) -> dict[str, SerahTerimaPeran]:
        """Who hands work to whom in the SOPs that guide somebody today."""
        semua = self.bahan.handbook.milik(self.instansi.id)
        hidup = (s for s in semua if s.dikerjakan)
        return per_peran(map(susun_serah_terima, hidup))

    def halaman(self) -> Iterator[Halaman]:
        """Describe the pages: of each role one, or several of one with very many tasks."""
        for peran in self.peran:
            kunci, bagian = self._kunci(peran), self.bagian(peran)
            yield Halaman(
                kunci,
                peran.label,
                partial(self._isi, peran, kunci, bagian[0] if bagian else None),
                tulis(
                    "halaman.pelaksana_satu", pelaksana=peran.label, instansi=self.instansi.sebutan
                ),
                meta={**DI_BAWAH, "instansi": self.instansi.sebutan},
                cari=partial(
                    self.bahan.render, "pelaksana/cari.html", peran=peran, instansi=self.instansi
                ),
                induk=a.SEMUA_PELAKSANA,
            )
            for satu in bagian[1:]:
                lanjutan = a.halaman_bagian(kunci, satu.kunci)
                yield Halaman(
                    lanjutan,
                    f"{peran.label}: {satu.sebutan}",
                    partial(self._isi, peran, lanjutan, satu),
                    meta={**TERSEMBUNYI, "instansi": self.instansi.sebutan},
                    induk=kunci,
                )

    def berkas(self) -> Iterator[tuple[str, str]]:
        """Write the rows for the filters of roles whose tasks stand on several pages."""
        for peran in self.peran:
            if bagian := self.bagian(peran):
                yield self._daftar(peran, bagian).berkas(self._baris(peran))

    def _baris(self, peran: PeranDiInstansi) -> Iterator[Baris]:
        for tempat in peran.tempat:
            sop = self.bahan.handbook.cari_sop(tempat.sop)
            if sop and not sop.tamat:
                prosedur = sop.prosedur[tempat.prosedur]
                langkah = prosedur.langkah[tempat.langkah]
                jangkar = jangkar_langkah(tempat.prosedur, tempat.langkah, len(sop.prosedur))
                rinci = tulis(
                    "halaman.langkah_sop", sop=sop.nama, nomor=sebut_nomor(prosedur, tempat.langkah)
                )
                yield Baris(pokok(langkah.kegiatan), a.halaman_sop(sop.id), jangkar, rinci)

    def bagian(self, peran: PeranDiInstansi) -> tuple[Bagian[BagianPeran], ...]:
        """Cut the page of a role; none where it fits on one."""
        if peran.slug not in self._bagian:
            self._bagian[peran.slug] = bagi_peran(
                peran, self.bahan.handbook, self._serah(peran), self.bahan.batas
            )
        return self._bagian[peran.slug]

    def _serah(self, peran: PeranDiInstansi) -> SerahTerimaPeran:
        return self.serah.get(kunci_peran(peran.label)) or SerahTerimaPeran()

    @staticmethod
    def _kunci(peran: PeranDiInstansi) -> str:
        return a.halaman_pelaksana(peran.instansi, peran.slug)

    def _daftar(
        self, peran: PeranDiInstansi, bagian: tuple[Bagian[BagianPeran], ...]
    ) -> DaftarPanjang:
        kunci = self._kunci(peran)
        lanjutan = tuple(bernama(kunci, bagian[1:]))
        pertama = ((kunci, bagian[0].sebutan),) if bagian else ()
        nama = f"pelaksana-{peran.instansi}-{peran.slug}"
        return DaftarPanjang(self.bahan, nama, kunci, (*pertama, *lanjutan))

    def _isi(self, peran: PeranDiInstansi, kunci: str, bagian: Bagian[BagianPeran] | None) -> str:
        """Render the page of a role, or a part of it."""
        alamat, semua = self.bahan.alamat(kunci), self.bagian(peran) if bagian else ()
        serah = next((b.kunci for b in semua if b.kunci.startswith(SERAH_TERIMA)), "")
        utama = self._kunci(peran)
        return self.bahan.render(
            "pelaksana/halaman.html",
            peran=peran,
            instansi=self.instansi,
            jelas=self.bahan.penjelas(self.instansi),
            isi=bahan_peran(
                peran,
                self.bahan.pendaftar(kunci),
                self.per_kunci,
                self._serah(peran),
                bagian.isi[0] if bagian else None,
            ),
            utama=kunci == utama,
            perubahan=bagian_peran(self.bahan, peran, alamat) if kunci == utama else (),
            bagian=bagian,
            serah_di_sini=not semua or bool(bagian and bagian.kunci == serah),
            href_serah=alamat.ke(a.halaman_bagian(utama, serah)) if serah else "#serah-terima",
            href_utama=alamat.ke(utama),
            href_instansi=alamat.ke(a.halaman_instansi(peran.instansi)),
            **self._daftar(peran, semua).konteks(kunci),
        )
