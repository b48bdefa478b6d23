"""The words of the interface that browsers write: one catalogue, by key, over which an office may lay its own.

Texts have places in braces (`{banyak}`), which are filled in where they are shown. Scripts name a key as `TULISAN.<key>`
(`overrides/assets/javascripts/tulisan.js`) and carry its text from the build on, so that no page loads a word more than
it may show; an office's own words (`tulisan` in the settings) travel in its pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["TULISAN", "tempat", "tulis"]

_TEMPAT = re.compile(r"\{(\w+)\}")

TULISAN: Mapping[str, str] = MappingProxyType({
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
"""Key, made of two words for JavaScript, and its text."""


def tempat(teks: str) -> tuple[str, ...]:
    """Name the places that a text leaves to be filled in, sorted."""
    return tuple(sorted(set(_TEMPAT.findall(teks))))


def tulis(kunci: str, **isi: object) -> str:
    """Fill in the text of a key. Raises KeyError for a key or a place that nobody knows."""
    return _TEMPAT.sub(lambda cocok: str(isi[cocok[1]]), TULISAN[kunci])
