"""What the pages of performers write."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["PELAKSANA"]

PELAKSANA: Mapping[str, str] = MappingProxyType({
    # --- A performer ---
    "pelaksana.uraian": "Pelaksana di {instansi}: {langkah} langkah dalam {sop} SOP.",
    "pelaksana.beban": "{langkah} langkah dalam {sop} SOP",
    "pelaksana.buka": "Buka langkah {nomor} di SOP-nya",
    "pelaksana.opsional": "Apabila diperlukan",
    "pelaksana.perlu": "Perlu",
    "pelaksana.hasil": "Hasil",
    "pelaksana.bersama": "Bersama",
    "pelaksana.berurutan": "Berurutan",
    "pelaksana.keputusan": "Keputusan",
    "pelaksana.sesudah": "Sesudah itu",
    "pelaksana.ujung": "{apa} {banyak} kali",
    "pelaksana.kali_kembali": "{banyak} kali kembali",
    "pelaksana.rinciannya": ", rinciannya",
    "pelaksana.langkah_sama": "{langkah}, dalam langkah yang sama",
    "pelaksana.ke": "{dari} ke {ke}",
    "pelaksana.kembali_ke": "{dari} kembali ke {ke}",
    "pelaksana.bila": ", bila {label}",
    "pelaksana.serah": "Serah terima",
    "pelaksana.dari_kepada": "dari {dari}, kepada {kepada} pelaksana",
    "pelaksana.dari": "dari {dari} pelaksana",
    "pelaksana.kepada": "kepada {kepada} pelaksana",
    "pelaksana.cetak_nama": "Nama:",
    "pelaksana.cetak_tanggal": "Tanggal:",
    "pelaksana.berubah": "Yang berubah untuk peran ini: {banyak} perubahan dalam 12 bulan terakhir",
    "pelaksana.dari_langkah": "{banyak} dari {semua} langkah",
    "pelaksana.draf": "belum dinyatakan berlaku",
    "pelaksana.akan": "belum dikerjakan dan tidak dihitung",
    "pelaksana.ragu": "alurnya perlu konfirmasi",
    "pelaksana.tanpa_langkah": "Tercantum sebagai kolom pelaksana, tetapi tidak mempunyai langkah.",
    "pelaksana.tamat": "Tidak berlaku lagi",
    "pelaksana.tamat_arti": "Langkah dalam SOP berikut tidak dihitung dan tidak perlu dikerjakan.",
    "pelaksana.menerima": "Menerima pekerjaan dari",
    "pelaksana.memulai": "Memulai sendiri",
    "pelaksana.tiada": "Tidak ada",
    "pelaksana.menyerahkan": "Menyerahkan pekerjaan kepada",
    "pelaksana.mengakhiri": "Mengakhiri",
    "pelaksana.pengantar": "Pilih jabatan atau tim untuk melihat semua tugasnya, langkah demi langkah, di seluruh SOP instansinya.",
    "pelaksana.saring": "Saring pelaksana",
    "pelaksana.contoh": "Jabatan, tim, atau instansi",
    "pelaksana.saring_semua": "Saring semua pelaksana",
    "pelaksana.serah_ke": "Serah terima ({nomor})",
    # --- Their tasks ---
    "tugas.ingat": "Tanda centang hanya disimpan di peramban ini.",
    "tugas.lupa": "Peramban ini tidak menyimpan tanda centang; tandanya hilang bila halaman ditutup.",
    "tugas.kosongkan_semua": "Kosongkan semua tanda",
    "tugas.kosongkan": "Kosongkan tanda",
    "tugas.kosongkan_sop": "Kosongkan tanda SOP ini",
    "tugas.saring_semua": "Saring semua tugas",
    "tugas.contoh_semua": "SOP atau kegiatan",
    "tugas.bagian": "Bagian tugas",
    "tugas.saring": "Saring tugas",
    "tugas.contoh": "SOP, kegiatan, atau dokumen",
})  # fmt: skip
