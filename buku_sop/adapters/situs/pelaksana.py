"""The page of each role, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from itertools import groupby

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bahan import DI_BAWAH, BahanSitus
from buku_sop.analysis.dokumen.indeks import PeranDiInstansi, kunci_peran
from buku_sop.analysis.dokumen.serah_terima import SerahTerimaPeran, per_peran, susun_serah_terima
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.daftar.pelaksana import PenyusunPeran
from buku_sop.views.dasar import alamat as a


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of roles and the page of each."""
    yield bahan.halaman_daftar(
        a.SEMUA_PELAKSANA,
        "Pelaksana",
        partial(_semua_pelaksana, bahan),
        "Tugas setiap pelaksana menurut SOP.",
    )
    for _, semua in groupby(bahan.peran, key=lambda p: p.instansi):
        yield from _Kantor(bahan, tuple(semua)).halaman()


def _semua_pelaksana(bahan: BahanSitus) -> str:
    """Render the list of all roles."""
    kunci = a.SEMUA_PELAKSANA
    alamat, pendaftar = bahan.alamat(kunci), bahan.pendaftar(kunci)
    milik = {id: tuple(p) for id, p in groupby(bahan.peran, key=lambda p: p.instansi)}
    per_instansi = [
        (i.nama, alamat.ke(a.halaman_instansi(i.id)), list(map(pendaftar.peran, milik[i.id])))
        for i in urut_instansi(bahan.handbook)
        if i.id in milik
    ]
    return bahan.render("pelaksana/semua.html", per_instansi=per_instansi)


class _Kantor:
    """Makes the pages of the roles of one office."""

    def __init__(self, bahan: BahanSitus, peran: tuple[PeranDiInstansi, ...]) -> None:
        self.bahan, self.peran = bahan, peran
        self.instansi = bahan.handbook.cari_instansi(peran[0].instansi)
        self.per_kunci = {kunci_peran(p.label): p for p in peran}

    @cached_property
    def serah(self) -> dict[str, SerahTerimaPeran]:
        """Who hands work to whom in the SOPs that guide somebody today."""
        semua = self.bahan.handbook.milik(self.instansi.id)
        hidup = (s for s in semua if s.dikerjakan)
        return per_peran(map(susun_serah_terima, hidup))

    def halaman(self) -> Iterator[Halaman]:
        """Describe the pages."""
        for peran in self.peran:
            yield Halaman(
                a.halaman_pelaksana(peran.instansi, peran.slug),
                peran.label,
                partial(self._isi, peran),
                f"Tugas {peran.label} menurut SOP {self.instansi.sebutan}.",
                meta={**DI_BAWAH, "instansi": self.instansi.sebutan},
                cari=partial(
                    self.bahan.render, "pelaksana/cari.html", peran=peran, instansi=self.instansi
                ),
                induk=a.SEMUA_PELAKSANA,
            )

    def _isi(self, peran: PeranDiInstansi) -> str:
        kunci = a.halaman_pelaksana(peran.instansi, peran.slug)
        penyusun = PenyusunPeran(peran, self.bahan.pendaftar(kunci), self.per_kunci)
        return self.bahan.render(
            "pelaksana/halaman.html",
            peran=peran,
            instansi=self.instansi,
            h=penyusun.susun(self.serah.get(penyusun.kunci) or SerahTerimaPeran()),
            href_instansi=self.bahan.alamat(kunci).ke(a.halaman_instansi(peran.instansi)),
        )
