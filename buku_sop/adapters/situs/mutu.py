"""The quality report: of all files, of each office's, and what its codes mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from buku_sop.adapters.code_sources import find_sources
from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bagi import bernama
from buku_sop.adapters.situs.bahan import LEBAR, TIDAK_DICARI, BahanSitus
from buku_sop.diagnostics import KODE, Diagnostic, Tingkat
from buku_sop.model import Instansi
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.bagi import Bagian, bagi_urut, navigasi
from buku_sop.views.mutu.kode import (
    KeluargaTampil,
    bagi_kode,
    halaman_kode,
    jangkar_kode,
    susun_kode,
)
from buku_sop.views.mutu.laporan import (
    berat_temuan,
    hitung,
    hitung_kode,
    susun_laporan,
    susun_temuan,
)

JARANG_DICARI: Mapping[str, Any] = {**LEBAR, "search": {"boost": 0.2}}
"""Page settings: few look for a code, and whoever does types the code itself."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the report, the report of each office, and the table of codes."""
    yield bahan.halaman_daftar(
        a.MUTU, tulis("mutu.judul"), partial(_mutu, bahan), tulis("halaman.mutu")
    )
    yield bahan.halaman_daftar(
        a.MUTU_KODE,
        tulis("mutu.kode"),
        partial(_daftar_kode, bahan),
        tulis("mutu.kode_uraian"),
        meta={**JARANG_DICARI, "hide": ["navigation", "toc"]},
        induk=a.MUTU,
    )
    for satu_kode in bagi_kode():
        yield Halaman(
            a.halaman_bagian(a.MUTU_KODE, satu_kode.kunci),
            tulis("mutu.kode_keluarga", keluarga=satu_kode.sebutan),
            partial(_kode, bahan, satu_kode),
            tulis("halaman.kode"),
            meta=JARANG_DICARI,
            cari=partial(_cari_kode, bahan, satu_kode),
            induk=a.MUTU_KODE,
        )
    for instansi in bahan.handbook.instansi:
        kunci = a.halaman_mutu(instansi.id)
        for satu in _bagian(bahan, instansi):
            yield Halaman(
                _kunci(instansi, satu),
                tulis("mutu.judul_instansi", instansi=instansi.sebutan),
                partial(_satu_instansi, bahan, instansi, satu),
                meta=TIDAK_DICARI,
                induk=a.MUTU if satu.kunci == "1" else kunci,
            )


def _mutu(bahan: BahanSitus) -> str:
    """Render the quality report."""
    alamat = bahan.alamat(a.MUTU)
    lain = susun_laporan(
        bahan.temuan.get("", []), bahan.handbook, bahan.hasil.berkas, alamat, bahan.forge.line_url
    )
    per_kode = [
        (kode, judul, n, alamat.ke(halaman_kode(kode), jangkar_kode(kode)))
        for kode, judul, n in hitung_kode(bahan.hasil.diagnostics)
    ]
    per_instansi = [
        (i.sebutan, alamat.ke(a.halaman_mutu(i.id)), hitung(bahan.temuan.get(i.id, [])))
        for i in urut_instansi(bahan.handbook)
    ]
    return bahan.render(
        "mutu/semua.html",
        hitung=hitung(bahan.hasil.diagnostics),
        per_kode=per_kode,
        per_instansi=per_instansi,
        lain=lain,
        href_kode=alamat.ke(a.MUTU_KODE),
        href_tinjauan=alamat.ke(a.TINJAUAN),
    )


def _bagian(bahan: BahanSitus, instansi: Instansi) -> tuple[Bagian[tuple[Diagnostic, ...]], ...]:
    """Cut the findings of an office into pages, file by file."""
    urut = sorted(bahan.temuan.get(instansi.id, []), key=lambda d: d.lokasi)
    berkas = [tuple(milik) for _, milik in groupby(urut, key=lambda d: d.lokasi.berkas)]
    sop = {bahan.hasil.berkas.get(s.id): s.nama for s in bahan.handbook.milik(instansi.id)}
    return bagi_urut(
        [(milik, berat_temuan(milik)) for milik in berkas], partial(_nama, sop), bahan.batas
    )


def _nama(sop: Mapping[str | None, str], milik: tuple[Diagnostic, ...]) -> str:
    """Name the file of findings by its SOP."""
    berkas = milik[0].lokasi.berkas
    return sop.get(berkas) or berkas.rpartition("/")[2]


def _daftar(bahan: BahanSitus, instansi: Instansi) -> tuple[tuple[str, str], ...]:
    return tuple((_kunci(instansi, b), b.sebutan) for b in _bagian(bahan, instansi))


def _kunci(instansi: Instansi, bagian: Bagian[tuple[Diagnostic, ...]]) -> str:
    kunci = a.halaman_mutu(instansi.id)
    return kunci if bagian.kunci == "1" else a.halaman_bagian(kunci, f"bagian_{bagian.kunci}")


def _satu_instansi(
    bahan: BahanSitus, instansi: Instansi, bagian: Bagian[tuple[Diagnostic, ...]]
) -> str:
    """Render the findings in an office's files, or a part of them."""
    kunci = _kunci(instansi, bagian)
    alamat = bahan.alamat(kunci)
    milik = [d for berkas in bagian.isi for d in berkas]
    return bahan.render(
        "mutu/instansi.html",
        instansi=instansi,
        hitung=hitung(bahan.temuan.get(instansi.id, [])),
        laporan=susun_laporan(
            milik, bahan.handbook, bahan.hasil.berkas, alamat, bahan.forge.line_url
        ),
        bagi=navigasi(_daftar(bahan, instansi), kunci, alamat),
        href_instansi=alamat.ke(a.halaman_instansi(instansi.id)),
    )


def _daftar_kode(bahan: BahanSitus) -> str:
    """Render the list of codes, each with the way to its page."""
    alamat = bahan.alamat(a.MUTU_KODE)
    href = {k.kode: alamat.ke(halaman_kode(k.kode), jangkar_kode(k.kode)) for k in KODE.values()}
    return bahan.render("mutu/daftar_kode.html", keluarga=susun_kode(), href=href)


def _pilih(bagian: Bagian[str], semua: Sequence[KeluargaTampil]) -> KeluargaTampil:
    """Return the family of a page with the codes that stand on it."""
    milik = set(bagian.isi)
    keluarga = next(k for k in semua if any(x.entri.kode in milik for x in k.kode))
    return replace(keluarga, kode=tuple(x for x in keluarga.kode if x.entri.kode in milik))


def _kode(bahan: BahanSitus, bagian: Bagian[str]) -> str:
    """Render the codes of a page, each with its example."""
    kunci = a.halaman_bagian(a.MUTU_KODE, bagian.kunci)
    alamat, sumber = bahan.alamat(kunci), find_sources(bahan.root, bahan.forge.line_url)
    return bahan.render(
        "mutu/kode.html",
        k=_pilih(bagian, susun_kode(sumber)),
        judul=bagian.sebutan,
        bagi=navigasi(tuple(bernama(a.MUTU_KODE, bagi_kode())), kunci, alamat),
        href_indeks=alamat.ke(a.MUTU_KODE),
    )


def _cari_kode(bahan: BahanSitus, bagian: Bagian[str]) -> str:
    return bahan.render("mutu/cari_kode.html", k=_pilih(bagian, susun_kode()))


def galat(bahan: BahanSitus, kunci: str) -> str:
    """Render what stands in the place of every page while the data is broken."""
    semua = [d for d in bahan.hasil.diagnostics if d.tingkat is Tingkat.GALAT]
    temuan = susun_temuan(semua, bahan.alamat(kunci), bahan.forge.line_url)
    berkas = dict.fromkeys(d.lokasi.berkas.partition("/")[2] for d in semua)
    menulis = bahan.penyunting is not None and bahan.penyunting.menulis
    perbaiki = [
        (b, f"{bahan.alamat(kunci).ke(a.SUNTING)}?{urlencode({'berkas': b})}")
        for b in berkas
        if menulis and b.endswith(".yml")
    ]
    return bahan.render("mutu/galat.html", temuan=temuan, perbaiki=perbaiki)
