"""What the home page and reading without a connection write."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["BERANDA"]

BERANDA: Mapping[str, str] = MappingProxyType({
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
    "luring.sunting": "Penyunting belum tersimpan di perangkat ini, jadi belum dapat dibuka tanpa sambungan. Buka sekali saat tersambung dan tunggu sampai tabelnya diperiksa; sesudah itu dapat. Draf yang pernah Anda tulis di perangkat ini tidak hilang.",
    "luring.ulang": "Coba lagi",
    "luring.daftar": "Yang tersimpan di perangkat ini",
    "luring.kosong": "Belum ada. Bila tersambung lagi, buka halaman sebuah instansi dan pilih {tombol}.",
})  # fmt: skip
