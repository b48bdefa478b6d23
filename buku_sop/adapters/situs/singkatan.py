"""The abbreviations, with the SOPs that use them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bagi import Baris, DaftarPanjang, bernama
from buku_sop.adapters.situs.bahan import LEBAR, BahanSitus
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.singkatan import (
    SingkatanBeralamat,
    SingkatanTampil,
    bagi_singkatan,
    susun_singkatan,
)
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.bagi import Bagian

_URAIAN = "halaman.singkatan"


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of abbreviations: on one page, or an index and a page for each letter."""
    bagian = bagi_singkatan(bahan.singkatan, bahan.batas)
    if not bagian:
        yield Halaman(
            a.SINGKATAN,
            tulis("kata.singkatan"),
            partial(_satu, bahan, a.SINGKATAN, bahan.singkatan, None),
            tulis(_URAIAN),
            meta=LEBAR,
            cari=partial(_cari, bahan, a.SINGKATAN, bahan.singkatan),
            induk=a.SEMUA_SOP,
        )
        return
    yield bahan.halaman_daftar(
        a.SINGKATAN,
        tulis("kata.singkatan"),
        partial(_indeks, bahan),
        tulis(_URAIAN),
        induk=a.SEMUA_SOP,
    )
    for satu in bagian:
        kunci = a.halaman_bagian(a.SINGKATAN, satu.kunci)
        yield Halaman(
            kunci,
            tulis("singkatan.judul_bagian", sebutan=satu.sebutan),
            partial(_satu, bahan, kunci, satu.isi, satu),
            meta=LEBAR,
            cari=partial(_cari, bahan, kunci, satu.isi),
            induk=a.SINGKATAN,
        )


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the rows for the filter, where the abbreviations stand on several pages."""
    bagian = bagi_singkatan(bahan.singkatan, bahan.batas)
    if bagian:
        yield _daftar(bahan).berkas(
            Baris(
                s.dipakai.singkatan.singkatan,
                a.halaman_bagian(a.SINGKATAN, b.kunci),
                s.jangkar,
                "; ".join(s.dipakai.singkatan.arti),
            )
            for b in bagian
            for s in b.isi
        )


def _daftar(bahan: BahanSitus) -> DaftarPanjang:
    bagian = bagi_singkatan(bahan.singkatan, bahan.batas)
    return DaftarPanjang(bahan, "singkatan", a.SINGKATAN, tuple(bernama(a.SINGKATAN, bagian)))


def _tampil(
    bahan: BahanSitus, kunci: str, semua: tuple[SingkatanBeralamat, ...]
) -> tuple[SingkatanTampil, ...]:
    return susun_singkatan(semua, bahan.handbook, bahan.alamat(kunci))


def _indeks(bahan: BahanSitus) -> str:
    """Render the index: the letters."""
    return bahan.render(
        "singkatan/indeks.html",
        jumlah=len(bahan.singkatan),
        **_daftar(bahan).konteks(a.SINGKATAN),
    )


def _satu(
    bahan: BahanSitus,
    kunci: str,
    semua: tuple[SingkatanBeralamat, ...],
    bagian: Bagian[SingkatanBeralamat] | None,
) -> str:
    """Render the abbreviations of a page."""
    return bahan.render(
        "singkatan/semua.html",
        singkatan=_tampil(bahan, kunci, semua),
        sebutan=bagian.sebutan if bagian else "",
        **_daftar(bahan).konteks(kunci),
    )


def _cari(bahan: BahanSitus, kunci: str, semua: tuple[SingkatanBeralamat, ...]) -> str:
    tampil = _tampil(bahan, kunci, semua)
    return bahan.render("singkatan/cari.html", singkatan=tampil, uraian=tulis(_URAIAN))
