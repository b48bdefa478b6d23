"""The page of each role, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.adapters.pages import Halaman
from macros.adapters.situs.isi import Isi
from macros.analysis.indeks import PeranDiInstansi
from macros.views import alamat as a
from macros.views.daftar import urut_instansi
from macros.views.waktu import tulis_total


def halaman(isi: Isi) -> Iterator[Halaman]:
    """Describe the list of roles and the page of each."""
    yield isi.halaman_daftar(
        a.SEMUA_PELAKSANA,
        "Pelaksana",
        partial(_semua_pelaksana, isi),
        "Tugas setiap pelaksana menurut SOP.",
    )
    for peran in isi.peran:
        instansi = isi.handbook.cari_instansi(peran.instansi)
        yield isi.halaman_daftar(
            a.halaman_pelaksana(peran.instansi, peran.slug),
            peran.label,
            partial(_satu_peran, isi, peran),
            f"Tugas {peran.label} menurut SOP {instansi.sebutan}.",
            induk=a.SEMUA_PELAKSANA,
        )


def _semua_pelaksana(isi: Isi) -> str:
    """Render the list of all roles."""
    kunci = a.SEMUA_PELAKSANA
    alamat, pendaftar = isi.alamat(kunci), isi.pendaftar(kunci)
    per_instansi = [
        (i.nama, alamat.ke(a.halaman_instansi(i.id)), list(map(pendaftar.peran, milik)))
        for i in urut_instansi(isi.handbook)
        if (milik := [p for p in isi.peran if p.instansi == i.id])
    ]
    return isi.render("semua_pelaksana.html", per_instansi=per_instansi)


def _satu_peran(isi: Isi, peran: PeranDiInstansi) -> str:
    """Render what a role does."""
    kunci = a.halaman_pelaksana(peran.instansi, peran.slug)
    instansi = isi.handbook.cari_instansi(peran.instansi)
    return isi.render(
        "pelaksana.html",
        peran=peran,
        instansi=instansi,
        total=tulis_total(peran.total, instansi.jam_kerja),
        tugas=isi.pendaftar(kunci).tugas(peran),
        href_instansi=isi.alamat(kunci).ke(a.halaman_instansi(peran.instansi)),
    )
