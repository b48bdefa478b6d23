"""The parts of the home page: what its macros show."""

from __future__ import annotations

from collections.abc import Mapping

from buku_sop.adapters.git.history import RevisiGit
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.adapters.situs.tinjauan import dihitung, letak
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.beranda import (
    BATAS_LANGSUNG,
    Perubahan,
    perubahan_sendiri,
    pintu_dokumen,
    pintu_peran,
    terakhir_berubah,
)
from buku_sop.views.daftar.contoh_cari import contoh_cari
from buku_sop.views.daftar.kata_sendiri import kata_sendiri, tujuan
from buku_sop.views.daftar.kelompok import kelompokkan
from buku_sop.views.dasar import alamat as a
from buku_sop.views.tinjauan.tinjauan import HARI_DEKAT, PenulisTinjauan

BARU = 5
"""SOPs that changed lately."""
MENDESAK = 3
"""SOPs whose review is most urgent."""


def kepala(bahan: BahanSitus, kunci: str, nama: str, logo: str) -> str:
    """Render whose handbook it is, and what it announces; `logo` is a path in the site."""
    setelan, alamat = bahan.setelan, bahan.alamat(kunci)
    return bahan.render(
        "beranda/kepala.html",
        pengumuman=kata_sendiri(setelan.pengumuman, alamat) if setelan.pengumuman else "",
        logo=alamat.berkas(logo) if logo else "",
        pemerintah=setelan.pemerintah,
        nama=nama,
    )


def sambutan(bahan: BahanSitus, kunci: str) -> str:
    """Render the words of welcome."""
    teks = bahan.setelan.sambutan
    isi = kata_sendiri(teks, bahan.alamat(kunci)) if teks else ""
    return bahan.render("beranda/sambutan.html", sambutan=isi)


def tautan(bahan: BahanSitus, kunci: str) -> str:
    """Render the links that the office offers."""
    alamat = bahan.alamat(kunci)
    semua = [(t.judul, tujuan(t.alamat, alamat)) for t in bahan.setelan.tautan]
    return bahan.render("beranda/tautan.html", tautan=semua)


def isi_buku(bahan: BahanSitus, kunci: str) -> str:
    """Render the offices; of a handbook of one office its SOPs."""
    semua = bahan.pendaftar(kunci).semua_instansi()
    kelompok, lompatan = kelompokkan(semua)
    return bahan.render(
        "beranda/isi_buku.html",
        satu=semua[0] if len(semua) == 1 else None,
        instansi=semua,
        kelompok=kelompok,
        lompatan=lompatan,
    )


def kotak_cari(bahan: BahanSitus) -> str:
    """Render the search field with examples and the place for what it finds; without any SOP, how to begin."""
    if not bahan.handbook.sop:
        ada = bool(bahan.handbook.instansi)
        return bahan.render("beranda/kosong.html", ada_instansi=ada)
    setelan = bahan.setelan
    contoh = setelan.contoh_cari or contoh_cari(bahan.handbook, bahan.peran, bahan.dokumen)
    return bahan.render(
        "beranda/kotak_cari.html",
        contoh=contoh,
        petunjuk=setelan.petunjuk_cari or tulis("halaman.petunjuk_cari"),
        banyak_instansi=len(bahan.handbook.instansi) > 1,
        direktori=bahan.direktori,
    )


def saya_adalah(bahan: BahanSitus, kunci: str) -> str:
    """Render the way in by role, where there is any SOP."""
    if not bahan.handbook.sop:
        return ""
    alamat = bahan.alamat(kunci)
    return bahan.render(
        "beranda/saya_adalah.html",
        pintu=pintu_peran(bahan.handbook, bahan.peran, alamat),
        banyak=BATAS_LANGSUNG,
        href_semua=alamat.ke(a.SEMUA_PELAKSANA),
    )


def saya_perlu(bahan: BahanSitus, kunci: str) -> str:
    """Render the way in by document, where there is any SOP."""
    if not bahan.handbook.sop:
        return ""
    return bahan.render(
        "beranda/saya_perlu.html",
        pintu=pintu_dokumen(bahan.dokumen, bahan.pendaftar(kunci)),
        banyak=BATAS_LANGSUNG,
        href_semua=bahan.alamat(kunci).ke(a.SEMUA_DOKUMEN),
    )


def baru_berubah(bahan: BahanSitus, kunci: str, banyak: int = BARU) -> str:
    """Render the SOPs that changed lately: by git, and outside a clone by the dates that they give."""
    alamat = bahan.alamat(kunci)
    semua = terakhir_berubah(bahan.handbook, _perubahan(bahan), alamat, banyak)
    return bahan.render(
        "beranda/baru_berubah.html",
        semua=semua,
        href_semua=alamat.ke(a.SEMUA_SOP),
        href_umpan=alamat.berkas(a.UMPAN),
    )


def _perubahan(bahan: BahanSitus) -> Mapping[str, Perubahan]:
    hasil = {}
    for sop in bahan.handbook.sop:
        revisi = bahan.revisi.get(bahan.hasil.berkas.get(sop.id, ""))
        sendiri = perubahan_sendiri(sop, bahan.hasil.hari_ini)
        if perubahan := _dari_git(revisi[0]) if revisi else sendiri:
            hasil[sop.id] = perubahan
    return hasil


def _dari_git(revisi: RevisiGit) -> Perubahan:
    return Perubahan(revisi.tanggal, "Diubah" if revisi.isi_sebelum else "Dimasukkan")


def perlu_ditinjau(bahan: BahanSitus, kunci: str, banyak: int = MENDESAK) -> str:
    """Render the SOPs whose review is most urgent, where there is any."""
    if not bahan.handbook.sop:
        return ""
    alamat, dekat = bahan.alamat(kunci), bahan.jadwal.dekat(HARI_DEKAT)
    semua = PenulisTinjauan(bahan.handbook, bahan.jadwal, alamat, letak(bahan)).per_sop(dekat)
    return bahan.render(
        "beranda/perlu_ditinjau.html",
        semua=semua[:banyak],
        lagi=len(semua) - banyak,
        hari=HARI_DEKAT,
        href_semua=alamat.ke(a.TINJAUAN),
        dihitung=dihitung(bahan),
    )
