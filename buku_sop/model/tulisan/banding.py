"""What comparisons write: of SOPs side by side, and of two versions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["BANDING"]

BANDING: Mapping[str, str] = MappingProxyType({
    # --- SOPs of the same name ---
    "banding.keterangan": "{judul}: ringkasan dan tahap, satu kolom untuk setiap SOP",
    "banding.tahap_ke": "Tahap {nomor}",
    "banding.tahap": "Tahap",
    "banding.pilih": "SOP yang ditampilkan",
    "banding.tidak_disebut": "tidak disebut",
    "banding.keputusan": "keputusan",
    "banding.urutan_lain": "urutannya lain",
    "banding.ragu": "{isian} perlu konfirmasi",
    "banding.beda": "beda {isian}",
    "banding.tanpa_beda": "tidak ada beda pelaksana, waktu, dan output",
    "banding.bersama": "Bersama {waktu}",
    "banding.tiada_mirip": "tidak ada yang mirip",
    "banding.bernama_sama": "Bernama sama di lebih dari satu SOP",
    "banding.tanpa_sama": "Tidak ada yang bernama sama.",
    "banding.hanya_satu": "Hanya di satu SOP",
    "banding.bunyi_sama": "bunyi sama",
    "banding.mirip": "mirip",
    "banding.agak_mirip": "agak mirip",
    "banding.ujung": "▼ tersingkat dan ▲ terlama di antara SOP dalam tahap itu, menurut jam kerja masing-masing instansi",
    "banding.judul_nama": "Perbandingan SOP {judul}",
    "banding.judul": "Perbandingan SOP",
    "banding.mulai": "Mulai dengan",
    "banding.urutan_buku": "urutan buku ini",
    "banding.tahap_judul": "Ringkasan dan tahap",
    "banding.pengantar": "{jumlah} nama SOP yang ada di beberapa instansi, disandingkan tahap demi tahap: siapa, berapa lama, menghasilkan apa, atas dasar apa.",
    "banding.saring": "Saring perbandingan",
    "banding.contoh": "Nama SOP atau instansi",
    "banding.kosong": "Belum ada SOP bernama sama di lebih dari satu instansi.",
    # --- Two versions ---
    "beda.isian": "Isian",
    "beda.sebelum": "Sebelum",
    "beda.sesudah": "Sesudah",
    "beda.langkah_nama": "Langkah {nama}, sebelum dan sesudah",
    "beda.nomor_langkah": "{sisi}, langkah",
    "beda.tidak_ada": "tidak ada",
    "beda.perubahan_tabel": "Perubahan tabel",
    "beda.perubahan": "Perubahan",
    "beda.tetap": "Tetap",
    "beda.selisih": "Selisih",
    "beda.lain": "Identitas dan isian lain",
    "beda.baris": "{berkas} baris {nomor}",
    "beda.judul_antara": "Perubahan SOP: {semula} → {sekarang}",
    "beda.judul": "Perubahan SOP",
    "beda.semula": "Semula",
    "beda.sekarang": "→ sekarang",
    "beda.ringkasan": "Ringkasan perubahan",
    "beda.yang_berubah": "Yang berubah",
    "beda.waktu_sebelum": "Waktu sebelum",
    "beda.waktu_sesudah": "Waktu sesudah",
    "beda.perhatikan": "Perlu diperhatikan",
    "beda.semula_rusak": "Berkas semula tidak dapat dibaca",
    "beda.sekarang_rusak": "Berkas sekarang tidak dapat dibaca",
    "beda.tak_terbanding": "Tidak dapat dibandingkan: {nama}.",
    "beda.hanya_berubah": "Tampilkan hanya langkah yang berubah",
    "beda.instansi": "Instansi: {nama}",
    "beda.perubahan_instansi": "Perubahan instansi",
})  # fmt: skip
