"""The queries of the benchmark, and the pages that a person means by them.

"/" begins a kind; each line is a query, "=", the SOPs that answer it (made-up ones by name, real ones by id; ";"
between several) and "*" where the step of its own is meant. They were written down from the list of SOPs, and none was
changed after an engine had been asked.

Kept apart from what the search was tuned on: no query of `tests.site.kueri_sop` is asked, and `apart` tells the words
of a query whose root stands in the lists and pages that the tables were made with. Affixed, reduplicated and misspelt
queries, which those tables serve, must have none; `tests/site/test_cari_benchmark.py` holds that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # type: ignore[import-untyped]

from benchmarks.search.korpus import KHAS, semua
from buku_sop.analysis.kata import kata_dasar
from tests.site.kata_pages import AFFIX_QUERIES, PAGES

TERPISAH = ("imbuhan", "kata ulang", "salah ketik")
"""Kinds whose words must not have been tuned on."""

_DAFTAR = """
/nama
penanganan surat masuk = Penanganan Surat Masuk
upacara bendera = Upacara Bendera
konferensi pers = Konferensi Pers
pensiun pegawai = Pensiun Pegawai
manajemen talenta = Manajemen Talenta
rekonsiliasi bank = Rekonsiliasi Bank
pemusnahan arsip = Pemusnahan Arsip
izin tebang pohon = Izin Tebang Pohon
adopsi anak = Adopsi Anak
posyandu balita = Posyandu Balita
audit investigatif = Audit Investigatif
pelelangan ikan = Pelelangan Ikan
pengukuran kinerja sumedang = sumedang/pengukuran-kinerja
pengukuran kinerja way kanan = way-kanan/pengukuran-kinerja
/imbuhan
penyortiran amplop = Penanganan Surat Masuk *
menerjemahkan = Penerjemahan Naskah Asing
pengalihbahasaan = Penerjemahan Naskah Asing *
mengibarkan bendera = Upacara Bendera
penyapuan lorong = Kebersihan Gedung *
diliput = Peliputan Kegiatan
pemotretan = Peliputan Kegiatan; Keanggotaan Perpustakaan; Tanda Daftar Gudang
merawat kendaraan = Perawatan Kendaraan Dinas
menyusut = Penyusutan Aset Tetap
penaksiran rongsokan = Penghapusan Aset Rusak *
pemindaian resolusi = Alih Media Arsip *
penambalan tisu = Restorasi Arsip Rusak *
penyandingan misi = Telaah RPJMD *
melelang = Pelelangan Ikan; Lelang Barang Sitaan
penggalian liang = Pemakaman Umum *
memakamkan = Pemakaman Umum
penyuntikan sapi = Vaksinasi Antraks *
penyemprotan pestisida = Pengendalian Hama Wereng *
perundingan pesangon = Perselisihan Upah *
mengadopsi = Adopsi Anak
dimediasi = Pengaduan Pelayanan *
pengarantinaan = Lalu Lintas Ternak *
penyumbatan pipa = Pengaduan Pencemaran *
penebangan = Izin Tebang Pohon
meretasnya = Pengujian Celah Keamanan *
/kata ulang
amplop-amplop = Penanganan Surat Masuk *
wartawan-wartawan = Konferensi Pers *
botol-botol bekas = Bank Sampah *
pohon-pohon = Izin Tebang Pohon
tetangga-tetangga = Izin Gangguan *
perahu-perahu = Pas Kecil Kapal; Patroli Bom Ikan
bayi-bayi = Posyandu Balita *
selimut-selimut = Distribusi Logistik *
/salah ketik
konfrensi pers = Konferensi Pers
perpustakan keliling = Perpustakaan Keliling
kremsai = Kremasi
inseminsi = Inseminasi Buatan
gratifkasi = Penanganan Gratifikasi
kontrasepi = Penyuluhan Keluarga Berencana *
tsunmai = Simulasi Tsunami
mangrov = Rehabilitasi Bakau *
retribsui parkir = Retribusi Parkir
sertfikat halal = Sertifikat Halal
rekonsilasi = Rekonsiliasi Bank
pensuin = Pensiun Pegawai
wartwan = Konferensi Pers *
pestsida = Pengendalian Hama Wereng *
antrak = Vaksinasi Antraks
apotekr = Izin Praktik Apoteker
/singkatan
rencana kerja dan anggaran = Penyusunan RKA
dokumen pelaksanaan anggaran = Pergeseran DPA
kerangka acuan kerja = Penyusunan KAK
alat tulis kantor = Pengadaan ATK
kartu tanda penduduk = Penerbitan KTP
kartu keluarga = Penerbitan KK
rencana pembangunan jangka menengah daerah = Telaah RPJMD
musyawarah perencanaan pembangunan = Penyelenggaraan Musrenbang Kecamatan
perbup = Penyusunan Peraturan Bupati
surat tanda nomor kendaraan = Perpanjangan STNK
bbm = Pengisian Bahan Bakar
imb = Izin Mendirikan Bangunan
penyusunan tor = Penyusunan KAK
/peran
pramubakti = Kebersihan Gedung; Peminjaman Ruang Pertemuan; Pemeliharaan Pendingin Udara; Penanggulangan Kebakaran Gedung; Pengelolaan Sampah Kantor
widyaiswara = Pelatihan Dasar Calon Pegawai; Penyusunan Modul Ajar; Evaluasi Pascapelatihan; Izin Belajar Pegawai; Magang Mahasiswa
sandiman = Penyandian Kawat; Tanda Tangan Elektronik; Sterilisasi Ruang Rapat; Penggantian Kunci Sandi; Pengacakan Sinyal
juru makam = Pemakaman Umum; Pemindahan Jenazah; Perpanjangan Hak Makam; Perawatan Taman Makam; Kremasi
tagana = Tanggap Darurat Banjir; Distribusi Logistik; Kaji Cepat Gempa; Simulasi Tsunami; Pemulihan Trauma
penera = Pengujian Timbangan Pasar; Operasi Pasar Minyak Goreng; Pameran Kerajinan; Pelatihan Pengemasan; Pendataan Koperasi
dokter hewan = Vaksinasi Antraks; Inseminasi Buatan; Pemeriksaan Hewan Kurban; Lalu Lintas Ternak; Rumah Potong Hewan
juru sita lelang = Lelang Barang Sitaan
kasir stadion = Sewa Stadion
asesor talenta = Manajemen Talenta
pengemudi bengkel = Perawatan Kendaraan Dinas
auditor opname = Kas Opname Mendadak
/output
resi kurir = Pengiriman Surat Dinas lewat Kurir *
manifes truk = Distribusi Logistik *
abu jenazah = Kremasi *
pita cadangan = Pencadangan Basis Data *
surat lolos butuh = Mutasi Antarinstansi *
tenda pengungsi = Tanggap Darurat Banjir *
kurva kemajuan = Pengendalian Proyek Fisik *
struk bensin = Pengisian Bahan Bakar *
risalah komisi = Pembahasan Anggaran dengan Dewan *
taksiran panen = Ubinan Padi *
akun surel = Pembuatan Surel Dinas *
kertas kerja pengukuran kinerja = selayar/pengukuran-kinerja
/nomor
{Penerjemahan Naskah Asing} = Penerjemahan Naskah Asing
{Survei Standar Harga} = Survei Standar Harga
{Santunan Kematian|/- } = Santunan Kematian
{Tender Pekerjaan Konstruksi|/- } = Tender Pekerjaan Konstruksi
nomor {Kremasi} = Kremasi
sop nomor {Ubinan Padi|/ } = Ubinan Padi
08/SOP/III/2023/Dinsos = selayar/pengukuran-kinerja
V.07 WK 2022 = way-kanan/pengukuran-kinerja
/tanya
bagaimana cara meminjam traktor = Peminjaman Traktor
siapa yang menghitung jam lembur = Pengajuan Lembur *
dokumen apa untuk pensiun = Pensiun Pegawai
bagaimana mengurus surat pindah = Surat Pindah Datang
apa yang dilakukan kalau kendaraan dinas kecelakaan = Penanganan Kecelakaan Kendaraan
cara melaporkan bingkisan dari tamu = Penanganan Gratifikasi
syarat mendirikan bangunan = Izin Mendirikan Bangunan
siapa membagikan karcis parkir = Retribusi Parkir *
bagaimana mengajukan izin kuliah lagi = Izin Belajar Pegawai
mau pinjam ruang rapat = Peminjaman Ruang Pertemuan
pendingin ruangan rusak lapor ke siapa = Pemeliharaan Pendingin Udara
siapa yang menimbang bayi = Posyandu Balita *
bagaimana mencadangkan basis data = Pencadangan Basis Data
di mana mengadukan air sungai yang tercemar = Pengaduan Pencemaran
cara menjadi anggota perpustakaan = Keanggotaan Perpustakaan
apa yang harus dilakukan kalau gedung terbakar = Penanggulangan Kebakaran Gedung
siapa merekap hasil pengukuran kinerja = selayar/pengukuran-kinerja
bagaimana mengurus jenazah dari luar kota = Pemindahan Jenazah
"""


@dataclass(frozen=True, slots=True)
class Kueri:
    """A query and what it should find."""

    jenis: str
    diketik: str
    halaman: tuple[str, ...]
    """Addresses of the pages, any order ("sop/x/y/")."""
    jangkar: str = ""
    """Anchor of the row that is meant; empty where any place on the page will do."""


@cache
def kueri() -> tuple[Kueri, ...]:
    """Read the list. Raises KeyError when it names an SOP that is not there."""
    return read_queries(_DAFTAR)


def read_queries(daftar: str) -> tuple[Kueri, ...]:
    """Read a list of the form that this module says. Raises KeyError when it names an SOP that is not there."""
    hasil = []
    jenis = ""
    for baris in filter(None, daftar.splitlines()):
        if baris.startswith("/"):
            jenis = baris[1:]
            continue
        diketik, _, tujuan = baris.rpartition(" = ")
        halaman = tuple(map(_halaman, tujuan.removesuffix(" *").split("; ")))
        jangkar = f"langkah-{KHAS}" if tujuan.endswith(" *") else ""
        hasil.append(Kueri(jenis, re.sub(r"\{(.+?)\}", _nomor, diketik), halaman, jangkar))
    return tuple(hasil)


def _halaman(tujuan: str) -> str:
    """Give the address of what a query names: an address itself, the id of a real SOP, the name of a made-up one."""
    if tujuan.endswith("/"):
        return tujuan
    return f"sop/{tujuan if '/' in tujuan else semua()[tujuan].id}/"


def _nomor(cocok: re.Match[str]) -> str:
    """Put in an SOP's number; after "|" stand the characters that are typed as spaces."""
    nama, _, spasi = cocok[1].partition("|")
    nomor = semua()[nama].nomor
    return nomor.lower().translate(dict.fromkeys(map(ord, spasi), " ")) if spasi else nomor


def apart(teks: str) -> frozenset[str]:
    """Return the words of a query that the search was tuned on, by their roots; none where it is apart."""
    return frozenset(k for k in re.findall(r"\w+", teks.lower()) if _akar(k) in _tersetel())


@cache
def _tersetel() -> frozenset[str]:
    """Return the roots of all words on the pages, in the queries and in the lists that the tables were tuned with."""
    halaman = (teks for isi in PAGES.values() for teks in isi)
    varian = (kata for pasang in kata_dasar.VARIAN.items() for kata in pasang)
    daftar = (*kata_dasar.TAMBAHAN, *kata_dasar.MENYESATKAN, *varian, *kata_dasar.FRASA_UMUM)
    teks = " ".join([*halaman, *AFFIX_QUERIES, *daftar])
    return frozenset(map(_akar, re.findall(r"\w+", teks.lower())))


@cache
def _akar(kata: str) -> str:
    akar: str = _pemotong().stem(kata)
    return akar


@cache
def _pemotong() -> Any:
    return StemmerFactory().create_stemmer()
