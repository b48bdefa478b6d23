"""The words of the interface: one catalogue, by key, over which an office may lay its own (`tulisan` in the settings).

Texts have places in braces (`{banyak}`), which are filled in where they are shown. Scripts name a key as `TULISAN.<key>`
(`overrides/assets/javascripts/tulisan.js`) and carry its text from the build on, so that no page loads a word more than
it may show; an office's own words for them travel in its pages. Templates name it as `tulis("<key>")`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["PERAMBAN", "TULISAN", "isi_tempat", "tempat", "tulis"]

_TEMPAT = re.compile(r"\{(\w+)\}")

PERAMBAN: Mapping[str, str] = MappingProxyType({
    # --- The step table and its diagram ---
    "alur.tonjolkan": "Tonjolkan langkah {nama}",
    "alur.halaman": "Halaman pelaksana {nama}",
    "diagram.nama": "Diagram alir",
    "diagram.bernama": "Diagram alir: {judul}",
    "diagram.seluruhnya": "Lihat seluruhnya",
    "diagram.perbesar": "Perbesar",
    "diagram.petunjuk": "Geser ke samping untuk melihat seluruh diagram.",
    "diagram.digeser": "{nama} (dapat digeser)",
    "diagram.gagal": "Diagram tidak dapat digambar. Alurnya tetap dapat dibaca pada tabel langkah.",
    # --- SOPs of the same name, side by side ---
    "banding.lihat": "Lihat {banyak} SOP lain",
    "banding.tutup": "Tutup SOP lain",
    # --- "Instansi saya" ---
    "kantor.label": "Instansi saya",
    "kantor.saya": "instansi saya",
    "kantor.saya_adalah": "Instansi saya:",
    "kantor.belum": "belum dipilih",
    "kantor.pilih": "Pilih instansi saya",
    "kantor.ubah": "Ubah",
    "kantor.jadikan": "Jadikan instansi saya",
    "kantor.lepas": "Bukan instansi saya lagi",
    "kantor.ini": "Ini instansi Anda: hasilnya lebih dahulu dalam pencarian.",
    # --- Lists: filtered, sorted, ticked ---
    "saring.cocok": "{banyak} dari {semua} cocok",
    "saring.terbatas": "{banyak} dari {semua} cocok, {batas} pertama ditampilkan; tambahkan kata",
    "saring.tiada": "Tidak ada yang cocok",
    "saring.gagal": "Daftar lengkap tidak dapat dimuat; coba lagi saat tersambung.",
    "urut.terkecil": "{kolom}, terkecil dulu",
    "urut.terbesar": "{kolom}, terbesar dulu",
    "urut.abjad": "{kolom}, A–Z",
    "urut.abjad_balik": "{kolom}, Z–A",
    "tugas.bertanda": "{banyak} dari {semua} bertanda",
    # --- How far a due day is ---
    "tempo.hari_ini": "hari ini",
    "tempo.hari": "{banyak} hari",
    "tempo.bulan": "{banyak} bulan",
    "tempo.tahun": "{banyak} tahun",
    "tempo.terlambat": "terlambat {lama}",
    "tempo.lagi": "{lama} lagi",
    # --- The search ---
    "cari.siap": "Mempersiapkan pencarian…",
    "cari.gagal": "Pencarian tidak dapat dimuat. Periksa sambungan internet.",
    "cari.ulang": "Coba lagi",
    "cari.ejaan": "Menampilkan hasil untuk {kata}",
    "cari.hasil": "{banyak} hasil: {rincian}",
    "cari.nihil": "Tidak ada hasil",
    "cari.lagi": "Tampilkan {banyak} lagi",
    "cari.saring": "Saring hasil",
    "cari.semua": "Semua {banyak}",
    "cari.satu_jenis": "{jenis} {banyak}",
    "cari.hanya_saya": "Hanya instansi saya",
    "cari.hanya_berlaku": "Hanya yang berlaku",
    "jenis.sop": "SOP",
    "jenis.langkah": "Langkah",
    "jenis.pelaksana": "Pelaksana",
    "jenis.dokumen": "Dokumen",
    "jenis.dasar_hukum": "Dasar hukum",
    "jenis.instansi": "Instansi",
    "jenis.panduan": "Panduan",
    "jenis.daftar": "Daftar",
    "status.draf": "Draf",
    "status.akan": "Belum berlaku",
    "status.digantikan": "Digantikan",
    "status.dicabut": "Dicabut",
    "tiada.cocok": "Tidak ada yang cocok dengan {kata}.",
    "tiada.tanpa_saringan": "Cari tanpa saringan",
    "tiada.mirip": "Yang mirip ejaannya:",
    "tiada.kurangi": "Coba dengan kata lebih sedikit, atau kata lain untuk hal yang sama.",
    "tiada.daftar": "Lihat daftarnya:",
    "tiada.semua_sop": "Semua SOP",
    "tiada.semua_pelaksana": "Semua pelaksana",
    "tiada.semua_dokumen": "Semua dokumen",
    "tiada.tanyakan": "Tanyakan kepada {instansi}:",
    "tiada.pengelola": "Tanyakan kepada pengelola buku ini:",
    "tiada.atau_pengelola": "Atau kepada pengelola buku ini:",
    # --- SOPs of other handbooks ---
    "luar.judul": "SOP di buku lain",
    "luar.lagi": "dan {banyak} lagi; tambahkan kata agar yang Anda cari tampil di sini.",
    "luar.dan_lain": "{buku} dan {banyak} buku lain",
    "luar.langsung": "Langsung dari situsnya: {buku}.",
    "luar.salinan": "Tidak dapat dihubungi: {buku}; dari salinan.",
    "luar.salinan_hari": "Tidak dapat dihubungi: {buku}; dari salinan {hari}.",
    # --- Reading without a connection ---
    "simpanan.sama": "Tersambung lagi: halaman ini masih sama dengan yang terbit.",
    "simpanan.hilang": "Tersambung lagi: halaman ini tidak terbit lagi. Yang Anda baca adalah salinan lama.",
    "simpanan.diganti": "Tersambung lagi: halaman ini sudah diganti. Yang Anda baca adalah salinan lama.",
    "simpanan.muat": "Muat yang baru",
    "simpanan.ruang": "Ruang penyimpanan perangkat ini tidak cukup.",
    "simpanan.penuh": "Simpanan sudah penuh. Hapus dahulu instansi lain yang tersimpan.",
    "simpanan.tiada": "Daftar halaman instansi ini tidak ditemukan di server.",
    "simpanan.bukan": "Jaringan ini mengirim halaman lain, mungkin halaman masuknya. Masuk dahulu ke jaringannya, lalu ulangi.",
    "simpanan.sambungan": "Sambungan terputus. Yang sudah tersimpan tidak diulang; tekan sekali lagi bila sudah tersambung.",
    "simpanan.perbarui": "Perbarui simpanan",
    "simpanan.tersimpan": "Tersimpan di perangkat ini: {banyak} halaman, diperiksa {waktu}. Lembar PDF tidak ikut.",
    "simpanan.menyimpan": "Menyimpan…",
    "simpanan.menyimpan_dari": "Menyimpan {banyak} dari {semua}…",
    "simpanan.dihapus": "Simpanan instansi ini sudah dihapus dari perangkat ini.",
    "simpanan.dari": "(dari {waktu})",
})  # fmt: skip
"""What scripts write: key, made of two words for JavaScript, and its text."""

_HALAMAN: Mapping[str, str] = MappingProxyType({
    # --- The home page ---
    "beranda.pengumuman": "Pengumuman",
    "beranda.logo": "Logo {pemilik}",
    "beranda.label_cari": "Cari di seluruh SOP",
    "beranda.cari": "Cari",
    "beranda.contoh": "Misalnya {contoh}",
    "beranda.hasil": "Hasil pencarian",
    "beranda.adalah": "Saya adalah",
    "beranda.adalah_judul": "Saya adalah…",
    "beranda.adalah_satu": "Pilih jabatan atau tim: semua tugas Anda.",
    "beranda.adalah_banyak": "Pilih instansi, lalu jabatan atau tim: semua tugas Anda.",
    "beranda.adalah_kosong": "Belum ada: jabatan dan tim muncul di sini begitu SOP memuat langkah.",
    "beranda.adalah_cari": "Instansi saya",
    "beranda.semua_pelaksana": "Semua pelaksana",
    "beranda.perlu": "Saya perlu",
    "beranda.perlu_judul": "Saya perlu…",
    "beranda.perlu_satu": "Pilih dokumennya: langkah yang menghasilkannya.",
    "beranda.perlu_banyak": "Pilih instansi, lalu dokumennya: langkah yang menghasilkannya.",
    "beranda.perlu_kosong": "Belum ada: dokumen muncul di sini begitu langkah menyebut kelengkapan atau output.",
    "beranda.perlu_cari": "Instansi pembuatnya",
    "beranda.semua_dokumen": "Semua dokumen",
    "beranda.pilih_instansi": "{judul}: pilih instansi",
    "beranda.semua_sop": "Semua SOP",
    "beranda.semua_sop_milik": "Semua SOP {instansi}",
    "beranda.cari_nama": "Cari nama SOP",
    "beranda.halaman": "Halaman {instansi}",
    "beranda.instansi": "Instansi",
    "beranda.baru": "Baru berubah",
    "beranda.ikuti": "Ikuti (Atom)",
    "beranda.tinjau": "Perlu ditinjau",
    "beranda.tinjau_semua": "Semua tinjauan",
    "beranda.tinjau_lagi": "Semua tinjauan, {banyak} SOP lagi",
    "beranda.tinjau_kosong": "Tidak ada monitoring atau evaluasi yang jatuh tempo dalam {hari} hari sejak {tanggal}.",
    "beranda.kosong": "Buku ini belum memuat SOP",
    "beranda.kosong_perintah": "Tulis SOP pertama dengan satu perintah di folder buku ini:",
    "beranda.kosong_tanya": "Perintah itu menanyakan nama SOP, pelaksana, dan langkahnya, lalu menulis {berkas}. Berkas itu boleh juga Anda tulis sendiri.",
    "beranda.kosong_tanya_semua": "Perintah itu menanyakan instansi, nama SOP, pelaksana, dan langkahnya, lalu menulis {berkas}. Berkas itu boleh juga Anda tulis sendiri.",
    "beranda.kosong_sesudah": "Setelah buku dibangun lagi, di sinilah SOP dicari menurut nama, pelaksana, dan dokumennya.",
    # --- Reading without a connection ---
    "luring.simpan": "Simpan instansi ini untuk dibaca tanpa internet",
    "luring.hapus": "Hapus simpanan",
    "luring.judul": "Halaman ini belum tersimpan di perangkat ini",
    "luring.keadaan": "Jaringan belum menjawab. Halaman yang pernah Anda buka dan instansi yang Anda simpan tetap dapat dibaca.",
    "luring.ulang": "Coba lagi",
    "luring.daftar": "Yang tersimpan di perangkat ini",
    "luring.kosong": "Belum ada. Bila tersambung lagi, buka halaman sebuah instansi dan pilih {tombol}.",
})  # fmt: skip
"""What templates write: those of `beranda/` and `simpanan/`; the others have their words in themselves."""

TULISAN: Mapping[str, str] = MappingProxyType({**_HALAMAN, **PERAMBAN})
"""All of it."""


def tempat(teks: str) -> tuple[str, ...]:
    """Name the places that a text leaves to be filled in, sorted."""
    return tuple(sorted(set(_TEMPAT.findall(teks))))


def tulis(kunci: str, **isi: object) -> str:
    """Fill in the text of a key. Raises KeyError for a key or a place that nobody knows."""
    return isi_tempat(TULISAN[kunci], isi)


def isi_tempat(teks: str, isi: Mapping[str, object]) -> str:
    """Fill in the places of a text. Raises KeyError."""
    return _TEMPAT.sub(lambda cocok: str(isi[cocok[1]]), teks)
