"""The families of codes: what the letter in a code stands for."""

from __future__ import annotations

from dataclasses import dataclass

HURUF = len("SOP-")
"""Where the letter of the family stands in a code."""


@dataclass(frozen=True, slots=True)
class Keluarga:
    """Codes about one thing."""

    huruf: str
    judul: str
    pengantar: str
    """What they are about, for people who meet one for the first time."""


KELUARGA: tuple[Keluarga, ...] = (
    Keluarga("B", "Berkas dan folder",
             "Setiap instansi mempunyai satu folder di `sop_data/`, dan setiap SOP satu berkas di dalamnya. "
             "Kode ini menyangkut berkasnya sendiri: tempatnya, namanya, dan apakah ia dapat dibaca."),
    Keluarga("Y", "Tulisan YAML",
             "Berkas SOP ditulis sebagai `kunci: nilai`, dengan spasi di awal baris sebagai tanda tingkatan. "
             "Kode ini muncul bila tulisannya belum dapat diurai; biasanya ada tanda kutip, titik dua, atau "
             "spasi yang tidak pada tempatnya."),
    Keluarga("S", "Bentuk isian",
             "Tulisannya sudah dapat diurai, tetapi ada isian yang tidak dikenal, tidak lengkap, atau "
             "berbeda jenis dari yang seharusnya."),
    Keluarga("A", "Alur dan pelaksana",
             "Siapa mengerjakan apa, dan ke mana pekerjaan berlanjut. Dari isian inilah diagram dan tabel "
             "langkah digambar."),
    Keluarga("I", "Identitas",
             "Nomor, tanggal, pengesahan, dasar hukum, dan masa berlaku SOP: bagian yang menentukan apakah "
             "SOP sah dan masih dipakai."),
    Keluarga("M", "Kegiatan dan mutu baku",
             "Kalimat kegiatan, kelengkapan, waktu, dan output setiap langkah."),
    Keluarga("K", "Keterkaitan",
             "SOP lain yang disebut di `keterkaitan`, `digantikan_oleh`, atau keterangan langkah. Yang "
             "dikenali menjadi tautan."),
    Keluarga("L", "Lembar kerja",
             "Lembar Kerja Identifikasi Kegiatan, bahan penyusunan SOP, dibandingkan dengan tabel langkahnya."),
    Keluarga("P", "Peninjauan",
             "Isian yang masih menunggu kepastian instansi, dan temuan yang sengaja diabaikan."),
    Keluarga("W", "Wajah dan setelan buku",
             "Setelan buku di `mkdocs.yml`, di bawah `plugins:` sebagai isian `buku-sop:`: nama, logo, warna, dan isi "
             "beranda. Kode lain yang muncul di sana sama artinya dengan di berkas SOP."),
    Keluarga("R", "Revisi",
             "Perubahan dari versi semula ke versi yang diusulkan. Kode ini hanya muncul bila dua versi "
             "dibandingkan, misalnya dengan `sop beda`."),
)  # fmt: skip
"""In the order of the table of codes."""
