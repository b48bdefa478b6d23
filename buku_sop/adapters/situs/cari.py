"""What the search knows of the handbook beside the texts of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from markupsafe import escape

from buku_sop.adapters.cari.luar import BukuDitanya, SopDicari
from buku_sop.adapters.cari.word_table import BahanCari, HalamanDicari
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.analysis.kata.padanan_umum import padanan_umum
from buku_sop.analysis.kata.singkatan import kelompok_arti, sebutan_kata, semua_singkatan
from buku_sop.model import Kontak, Sop
from buku_sop.model.buku_lain import BukuLain
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.istilah import kunci_status, status_dalam_kalimat


def bahan_cari(bahan: BahanSitus) -> BahanCari:
    """Collect the names of SOPs, offices and roles, and the meanings of abbreviations."""
    alamat = bahan.alamat(a.BERANDA)
    halaman = {alamat.ke(kunci): satu for kunci, satu in _halaman(bahan)}
    return BahanCari(
        halaman,
        kelompok_arti(semua_singkatan(bahan.handbook)),
        {**padanan_umum(), **sebutan_kata(bahan.handbook.padanan)},
        tuple(s for b in bahan.handbook.lain if not b.cari_langsung for s in _luar(b)),
        tuple(
            BukuDitanya(b.nama, b.alamat, b.salinan.diambil, tuple(_luar(b)))
            for b in bahan.handbook.lain
            if b.cari_langsung
        ),
    )


def _luar(buku: BukuLain) -> Iterator[SopDicari]:
    """Yield the SOPs of another handbook that somebody may follow."""
    for sop in buku.salinan.inventaris.sop:
        if sop.status not in ("digantikan", "dicabut"):
            yield SopDicari(sop.nama, buku.kantor(sop), buku.nama, buku.alamat, sop.halaman)


def _halaman(bahan: BahanSitus) -> Iterator[tuple[str, HalamanDicari]]:
    sebutan = {i.id: i.sebutan for i in bahan.handbook.instansi}
    for instansi in bahan.handbook.instansi:
        nama = tuple(dict.fromkeys((instansi.sebutan, instansi.nama)))
        yield (
            a.halaman_instansi(instansi.id),
            HalamanDicari(
                escape(instansi.sebutan),
                nama,
                jenis="instansi",
                instansi=instansi.id,
                kontak=tuple(_kontak(instansi.kontak)),
            ),
        )
    for peran in bahan.peran:
        judul = escape(f"{peran.label} – {sebutan[peran.instansi]}")
        kunci = a.halaman_pelaksana(peran.instansi, peran.slug)
        yield (
            kunci,
            HalamanDicari(judul, (peran.label,), jenis="pelaksana", instansi=peran.instansi),
        )
    for kantor in bahan.dokumen:
        nama = (tulis("dokumen.judul_instansi", instansi=sebutan[kantor]),)
        kunci = a.halaman_dokumen(kantor)
        bagian = (a.halaman_bagian(kunci, b.kunci) for b in bahan.bagian_dokumen[kantor])
        for satu in (kunci, *bagian):
            yield satu, HalamanDicari(escape(nama[0]), nama, jenis="dokumen", instansi=kantor)
    for sop in bahan.handbook.sop:
        yield a.halaman_sop(sop.id), _sop(sop, sebutan[sop.instansi])


def _kontak(kontak: Kontak) -> Iterator[tuple[str, str]]:
    """Yield how an office is reached, each with the address behind it where its text is one."""
    if tempat := ", ".join(filter(None, (kontak.unit, kontak.ruang))):
        yield tempat, ""
    for sebutan, teks, awalan, tujuan in (
        (tulis("kerangka.surel"), kontak.email, "mailto:", quote(kontak.href_surel, safe="@")),
        (tulis("kerangka.telepon"), kontak.telepon, "tel:", kontak.href_telepon),
        ("WhatsApp", kontak.whatsapp, "https://wa.me/", kontak.href_whatsapp),
    ):
        if teks:
            yield f"{sebutan} {teks}", f"{awalan}{tujuan}" if tujuan else ""


def _sop(sop: Sop, instansi: str) -> HalamanDicari:
    """Title an SOP with its office, and its status where it is not in force."""
    nama = (sop.nama, *sop.nama_lain, *([sop.nomor] if sop.nomor else []))
    judul = f"{sop.nama} – {instansi}"
    if not sop.sedang_berlaku:
        judul += f" ({status_dalam_kalimat(sop)})"
    status = "" if sop.sedang_berlaku else kunci_status(sop)
    return HalamanDicari(escape(judul), nama, status, "sop", sop.instansi)
