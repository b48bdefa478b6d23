"""What the pages of findings write, besides the findings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["MUTU"]

MUTU: Mapping[str, str] = MappingProxyType({
    # --- Findings ---
    "mutu.kode_keluarga": "Kode pemeriksaan: {keluarga}",
    "mutu.kode_uraian": "Arti setiap kode pemeriksaan berkas SOP.",
    "mutu.kode": "Kode pemeriksaan",
    "mutu.kode_pengantar": "Setiap temuan pada berkas SOP mempunyai kode yang tidak berubah artinya. Pilih kode untuk penjelasannya dengan contoh yang salah dan yang benar. Contoh hanya memuat isian yang dibicarakan; isian lainnya dianggap sudah lengkap. Yang sama jenisnya dalam satu berkas disebut sekali, dengan semua barisnya.",
    "mutu.arti_galat": "Buku tidak dapat dibuat sebelum diperbaiki.",
    "mutu.arti_peringatan": "SOP tetap tampil, tetapi sebaiknya diperbaiki.",
    "mutu.arti_saran": "SOP sudah dapat dipakai dan masih dapat menjadi lebih baik.",
    "mutu.abaikan": "Peringatan atau saran yang memang tidak berlaku pada suatu SOP dapat diabaikan dengan menulis alasannya di berkas SOP itu, misalnya {contoh}. Galat tidak dapat diabaikan.",
    "mutu.saring_kode": "Saring kode",
    "mutu.contoh_kode": "Kode atau kata dari judulnya",
    "mutu.galat": "Buku SOP belum dapat dibuat",
    "mutu.galat_sunting": "Perbaiki {berkas} di penyunting",
    "mutu.galat_perbaiki": "Perbaiki {banyak} galat berikut, lalu simpan; halaman ini memuat ulang sendiri.",
    "mutu.judul_instansi": "Mutu data {instansi}",
    "mutu.bagian": "Bagian daftar temuan",
    "mutu.instansi_bersih": "Tidak ada temuan pada berkas instansi ini.",
    "mutu.penanda": "{apa} yang salah:",
    "mutu.berkas": "Berkas",
    "mutu.baris": "Baris",
    "mutu.kode_di_sini": "Kode di halaman ini",
    "mutu.yang_salah": "Yang salah",
    "mutu.cara": "Cara memperbaiki",
    "mutu.mengapa": "Mengapa penting",
    "mutu.contoh_semula": "Semula",
    "mutu.contoh_salah": "Salah",
    "mutu.contoh_benar": "Benar",
    "mutu.usul_salah": "Diusulkan, salah",
    "mutu.usul_benar": "Diusulkan, benar",
    "mutu.sejak": "Sejak versi {versi}",
    "mutu.belum_dirilis": "Belum dirilis",
    "mutu.sumber": "Sumber:",
    "mutu.judul": "Mutu data",
    "mutu.pengantar": "Semua berkas SOP diperiksa setiap kali buku ini dibuat. Peringatan sebaiknya diperbaiki; saran dapat membuat SOP lebih baik. {arti}.",
    "mutu.arti_kode": "Arti setiap kode",
    "mutu.ke_tinjauan": "Monitoring dan evaluasi yang jatuh tempo ada di {tinjauan}.",
    "mutu.bersih": "Tidak ada temuan.",
    "mutu.menurut_jenis": "Menurut jenis",
    "mutu.tanpa_temuan": "tanpa temuan",
    "mutu.berkas_lain": "Berkas lain",
    # --- How grave ---
    "tingkat.galat": "galat",
    "tingkat.peringatan": "peringatan",
    "tingkat.saran": "saran",
})  # fmt: skip
