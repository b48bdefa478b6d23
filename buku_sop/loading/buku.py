"""The written form of what an office says for its book: `buku` in `instansi.yml`."""

from __future__ import annotations

from pydantic import Field

from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.fields import DaftarBaris, Teks, YaTidak
from buku_sop.model import IsiBuku, Keputusan
from buku_sop.model.bidang_buku import BIDANG_BUKU, BIDANG_KEPUTUSAN


class DokumenKeputusan(Bentuk):
    """Keputusan pimpinan."""

    bidang = BIDANG_KEPUTUSAN

    nomor: Teks = ""
    tentang: Teks = ""
    menimbang: DaftarBaris = Field(default_factory=list)
    mengingat: DaftarBaris = Field(default_factory=list)
    memperhatikan: DaftarBaris = Field(default_factory=list)
    menetapkan: Teks = ""
    diktum: DaftarBaris = Field(default_factory=list)
    tempat: Teks = ""
    tanggal: Teks = ""
    jabatan: Teks = ""
    nama: Teks = ""
    nip: Teks = ""


class DokumenBuku(Bentuk):
    """Isi buku instansi selain SOP-nya."""

    bidang = BIDANG_BUKU

    judul: Teks = ""
    tahun: Teks = ""
    sk: DokumenKeputusan | None = None
    ruang_lingkup: DaftarBaris = Field(default_factory=list)
    ringkasan: DaftarBaris = Field(default_factory=list)
    terbitkan: YaTidak = False


def bangun_buku(dokumen: DokumenBuku) -> IsiBuku:
    """Make what stands in the book of an office before its sheets."""
    sk = dokumen.sk
    return IsiBuku(
        judul=dokumen.judul,
        tahun=dokumen.tahun,
        sk=_keputusan(sk) if sk else None,
        ruang_lingkup=tuple(dokumen.ruang_lingkup),
        ringkasan=tuple(dokumen.ringkasan),
        terbitkan=dokumen.terbitkan,
    )


def _keputusan(sk: DokumenKeputusan) -> Keputusan:
    return Keputusan(
        nomor=sk.nomor,
        tentang=sk.tentang,
        menimbang=tuple(sk.menimbang),
        mengingat=tuple(sk.mengingat),
        memperhatikan=tuple(sk.memperhatikan),
        menetapkan=sk.menetapkan,
        diktum=tuple(sk.diktum),
        tempat=sk.tempat,
        tanggal=sk.tanggal,
        jabatan=sk.jabatan,
        nama=sk.nama,
        nip=sk.nip,
    )
