"""The regulations that SOPs rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bagi import Baris, DaftarPanjang, bernama
from buku_sop.adapters.situs.bahan import LEBAR, BahanSitus
from buku_sop.analysis.dasar_hukum.dasar_hukum import DasarHukum
from buku_sop.model import Sop
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.dasar_hukum import (
    ButirHukum,
    PotongHukum,
    sebut_tingkat,
    susun_butir,
    susun_hukum,
    susun_potong,
)
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.bagi import Bagian

_BERAT_NAMA = 5
"""Elements of a regulation of which the index says only its name."""
_TULISAN = 2
"""Spellings of a regulation that the search reads."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of legal bases: on one page, or on one for each rank or year."""
    bagian = bahan.bagian_hukum
    yield Halaman(
        a.SEMUA_DASAR_HUKUM,
        tulis("hukum.judul"),
        partial(_indeks if bagian else _dasar_hukum, bahan),
        tulis("hukum.uraian"),
        meta=LEBAR,
        cari=partial(_cari, bahan, tulis("hukum.judul"), () if bagian else bahan.hukum.semua),
    )
    for satu in bagian:
        judul = tulis("halaman.hukum_bagian", bagian=_nama(satu))
        yield Halaman(
            a.halaman_bagian(a.SEMUA_DASAR_HUKUM, satu.kunci),
            judul,
            partial(_satu, bahan, satu, judul),
            meta=LEBAR,
            cari=partial(_cari, bahan, judul, tuple(p.dasar for p in satu.isi if not p.lanjutan)),
            induk=a.SEMUA_DASAR_HUKUM,
        )


def bagian(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> tuple[ButirHukum, ...]:
    """List what one SOP rests on, for its page."""
    return susun_butir(sop, bahan.hukum, alamat, bahan.letak_hukum)


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the rows for the filter, where the legal bases stand on several pages."""
    if bahan.bagian_hukum:
        yield _daftar(bahan).berkas(
            Baris(
                d.nama,
                bahan.letak_hukum[d.slug],
                d.slug,
                " · ".join(filter(None, (*d.judul[:1], tulis("banyak.sop", banyak=len(d.sop))))),
            )
            for d in bahan.hukum.semua
        )


def _daftar(bahan: BahanSitus) -> DaftarPanjang:
    return DaftarPanjang(bahan, "dasar-hukum", a.SEMUA_DASAR_HUKUM)


def _tingkat(bagian: Bagian[PotongHukum]) -> int:
    return bagian.isi[0].dasar.tingkat


def _nama(bagian: Bagian[PotongHukum]) -> str:
    """Name a page with its rank, which the years of a rank share."""
    tingkat = sebut_tingkat(_tingkat(bagian))
    return tingkat if bagian.sebutan == tingkat else f"{tingkat}, {bagian.sebutan}"


def _dasar_hukum(bahan: BahanSitus) -> str:
    """Render the legal bases on one page."""
    tingkat = susun_hukum(bahan.hukum, bahan.pendaftar(a.SEMUA_DASAR_HUKUM))
    return bahan.render(
        "dasar_hukum/semua.html",
        jelas=bahan.penjelas(),
        tingkat=tingkat,
        jumlah=len(bahan.hukum.semua),
    )


def _cari(bahan: BahanSitus, judul: str, semua: Sequence[DasarHukum]) -> str:
    """Render what the search reads of a page: each regulation by its name, and as SOPs write it."""
    dasar = [(d.nama, d.slug, [t for t, _ in d.tulisan[:_TULISAN]]) for d in semua]
    return bahan.render("dasar_hukum/cari.html", judul=judul, dasar=dasar)


def _indeks(bahan: BahanSitus) -> str:
    """Render the index: the ranks, and the pages of each."""
    alamat = bahan.alamat(a.SEMUA_DASAR_HUKUM)
    sebut = _BERAT_NAMA * len(bahan.hukum.semua) <= bahan.batas
    tingkat = [
        (
            sebut_tingkat(t),
            f"tingkat-{t}",
            sum(not p.lanjutan for b in milik for p in b.isi),
            [(b.sebutan, alamat.ke(a.halaman_bagian(a.SEMUA_DASAR_HUKUM, b.kunci))) for b in milik],
            [(p.dasar.nama, alamat.ke(bahan.letak_hukum[p.dasar.slug], p.dasar.slug), len(p.dasar.sop))
             for b in milik for p in b.isi if sebut and not p.lanjutan],
        )
        for t, milik in _per_tingkat(bahan)
    ]  # fmt: skip
    return bahan.render(
        "dasar_hukum/indeks.html",
        tingkat=tingkat,
        jumlah=len(bahan.hukum.semua),
        **_daftar(bahan).konteks(a.SEMUA_DASAR_HUKUM),
    )


def _per_tingkat(bahan: BahanSitus) -> list[tuple[int, list[Bagian[PotongHukum]]]]:
    return [(t, list(milik)) for t, milik in groupby(bahan.bagian_hukum, key=_tingkat)]


def _satu(bahan: BahanSitus, bagian: Bagian[PotongHukum], judul: str) -> str:
    """Render one page of the legal bases."""
    kunci = a.halaman_bagian(a.SEMUA_DASAR_HUKUM, bagian.kunci)
    setingkat = next(milik for t, milik in _per_tingkat(bahan) if t == _tingkat(bagian))
    return bahan.render(
        "dasar_hukum/bagian.html",
        jelas=bahan.penjelas(),
        judul=judul,
        dasar=susun_potong(bagian.isi, bahan.pendaftar(kunci)),
        **_daftar(bahan).konteks(kunci, tuple(bernama(a.SEMUA_DASAR_HUKUM, setingkat))),
    )
