"""What the pages of documents and of legal bases write."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["DOKUMEN"]

DOKUMEN: Mapping[str, str] = MappingProxyType({
    # --- Documents ---
    "dokumen.dalam": "{apa} dalam {sop}.",
    "dokumen.judul_instansi_bagian": "Dokumen {instansi}: {sebutan}",
    "dokumen.judul_instansi": "Dokumen {instansi}",
    "dokumen.judul_bagian": "Dokumen: {sebutan}",
    "dokumen.semua_instansi": "Dokumen semua instansi",
    "dokumen.saring_semua": "Saring semua dokumen",
    "dokumen.contoh_instansi": "Nama dokumen atau instansi",
    "dokumen.lalu": "lalu",
    "dokumen.saring_instansi": "Saring semua dokumen instansi ini",
    "dokumen.contoh": "Nama dokumen",
    "dokumen.pengantar": "{jumlah} dokumen, menurut abjad: di langkah mana dibuat, dipakai, dan disimpan.",
    "dokumen.saring": "Saring dokumen",
    "dokumen.contoh_semua": "Nama dokumen, SOP, atau pelaksana",
    "dokumen.penghubung": "{banyak} dokumen menghubungkan beberapa SOP",
    "dokumen.disimpan": "Disimpan",
    "dokumen.pencatatan": "menurut pencatatannya:",
    "dokumen.tentang": "Dokumen dan barang yang dihasilkan atau diperlukan langkah-langkah SOP: dari mana asalnya, dan siapa yang menunggunya.",
    "dokumen.dibuat": "Dibuat",
    "dokumen.diperbarui": "Diperbarui",
    "dokumen.dipakai": "Dipakai",
    "dokumen.dari_luar": "Tidak dibuat dalam SOP mana pun: dari luar, atau dari SOP yang belum ada.",
    "dokumen.tanpa_asal": "Asal mulanya tidak disebut: dari luar, atau dari SOP yang belum ada.",
    "dokumen.hasil_akhir": "Hasil akhir; tidak dipakai langkah lain.",
    "dokumen.tanpa_pemakai": "Tidak dipakai langkah lain.",
    # --- Legal bases ---
    "hukum.lanjutan": "(lanjutan)",
    "hukum.belum_diperiksa": "belum diperiksa",
    "hukum.tentang": "tentang {judul}",
    "hukum.judul_berbeda": "Ditulis dengan judul yang berbeda; satu di antaranya mungkin keliru nomornya:",
    "hukum.sumber": "(sumber)",
    "hukum.banyak_sop": "{banyak} SOP berdasar padanya",
    "hukum.sop": "SOP yang berdasar padanya",
    "hukum.pengantar": "{jumlah} peraturan yang menjadi dasar SOP, masing-masing satu kali bagaimanapun ditulisnya, dan SOP yang berdasar padanya.",
    "hukum.uraian": "Peraturan yang menjadi dasar SOP.",
    "hukum.judul": "Dasar hukum",
    "hukum.saring": "Saring semua peraturan",
    "hukum.contoh": "Nomor, tahun, atau judul",
    "hukum.bagian": "Bagian daftar",
    "hukum.berlaku": "Berlaku",
    "hukum.diubah": "Diubah",
    "hukum.dicabut": "Dicabut",
    "hukum.oleh": "oleh {peraturan}",
    "hukum.menurut": "menurut {sop}; belum diperiksa",
    "hukum.sejak": "sejak {tanggal}",
    "hukum.sop_instansi": "{sop} ({instansi})",
    "hukum.sop_lain": "{banyak} SOP lain",
    "hukum.lainnya": "Lainnya",
})  # fmt: skip
