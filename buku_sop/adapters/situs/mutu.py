"""The quality report: of all files, of each office's, and what its codes mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from buku_sop.adapters.code_sources import find_sources
from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bahan import LEBAR, TIDAK_DICARI, BahanSitus
from buku_sop.diagnostics import Tingkat
from buku_sop.model import Instansi
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.dasar import alamat as a
from buku_sop.views.mutu.kode import jangkar_kode, susun_kode
from buku_sop.views.mutu.laporan import hitung, hitung_kode, susun_laporan, susun_temuan

JARANG_DICARI: Mapping[str, Any] = {**LEBAR, "search": {"boost": 0.2}}
"""Page settings: few look for a code, and whoever does types the code itself."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the report, the report of each office, and the table of codes."""
    yield bahan.halaman_daftar(
        a.MUTU, "Mutu data", partial(_mutu, bahan), "Hasil pemeriksaan berkas SOP."
    )
    yield Halaman(
        a.MUTU_KODE,
        "Kode pemeriksaan",
        partial(_kode, bahan),
        "Arti setiap kode pemeriksaan berkas SOP.",
        meta=JARANG_DICARI,
        cari=lambda: bahan.render("mutu/cari_kode.html", keluarga=susun_kode()),
        induk=a.MUTU,
    )
    for instansi in bahan.handbook.instansi:
        yield Halaman(
            a.halaman_mutu(instansi.id),
            f"Mutu data {instansi.sebutan}",
            partial(_satu_instansi, bahan, instansi),
            meta=TIDAK_DICARI,
            induk=a.MUTU,
        )


def _mutu(bahan: BahanSitus) -> str:
    """Render the quality report."""
    alamat = bahan.alamat(a.MUTU)
    lain = susun_laporan(
        bahan.temuan.get("", []), bahan.handbook, bahan.hasil.berkas, alamat, bahan.forge.line_url
    )
    per_kode = [
        (kode, judul, n, alamat.ke(a.MUTU_KODE, jangkar_kode(kode)))
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


def _satu_instansi(bahan: BahanSitus, instansi: Instansi) -> str:
    """Render the findings in an office's files."""
    kunci = a.halaman_mutu(instansi.id)
    milik = bahan.temuan.get(instansi.id, [])
    alamat = bahan.alamat(kunci)
    return bahan.render(
        "mutu/instansi.html",
        instansi=instansi,
        hitung=hitung(milik),
        laporan=susun_laporan(
            milik, bahan.handbook, bahan.hasil.berkas, alamat, bahan.forge.line_url
        ),
        href_instansi=alamat.ke(a.halaman_instansi(instansi.id)),
    )


def _kode(bahan: BahanSitus) -> str:
    """Render the table of codes."""
    sumber = find_sources(bahan.root, bahan.forge.line_url)
    return bahan.render("mutu/kode.html", keluarga=susun_kode(sumber))


def galat(bahan: BahanSitus, kunci: str) -> str:
    """Render what stands in the place of every page while the data is broken."""
    semua = [d for d in bahan.hasil.diagnostics if d.tingkat is Tingkat.GALAT]
    temuan = susun_temuan(semua, bahan.alamat(kunci), bahan.forge.line_url)
    return bahan.render("mutu/galat.html", temuan=temuan)
