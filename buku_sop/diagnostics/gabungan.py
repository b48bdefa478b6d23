"""The findings that are told once for a file: what they say of all their places, and of each.

What comes about many times in one file, and is mended by going through the file once, is one finding that lists
its places. A galat is told each by itself, but for tabs.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gabungan:
    """The wording of several findings of one code as one."""

    pesan: str
    """What is wrong; `{jumlah}` is how many there are, `{langkah}` the numbers of their steps."""
    butir: str
    """What is said of one place; filled in as the code's own message, with the `langkah` of its step."""
    petunjuk: str = ""
    """How to mend them; empty where the code's own hint holds for all."""


_DI = "langkah {langkah}: "

GABUNGAN = {
    "SOP-Y002": Gabungan("{jumlah} baris memakai tab untuk menjorokkan teks.", "`{isi}`"),
    "SOP-Y009": Gabungan("{jumlah} isian memuat karakter tak terlihat.", "{nama}"),
    "SOP-Y011": Gabungan("{jumlah} isian memuat huruf yang tidak dapat dicetak.", "{huruf}"),
    "SOP-A007": Gabungan(
        "{jumlah} langkah tidak mempunyai pelaksana: langkah {langkah}.",
        "langkah {langkah}",
        "Tambahkan `pelaksana:` pada setiap langkah itu, dengan salah satu id dari daftar `pelaksana`.",
    ),
    "SOP-A008": Gabungan(
        "{jumlah} pelaksana tidak mengerjakan satu langkah pun.",
        "`{label}`{di}",
        "Hapus kolom-kolom ini, atau beri tugas yang seharusnya dikerjakan.",
    ),
    "SOP-A016": Gabungan("{jumlah} id tidak ditunjuk oleh cabang mana pun.", "`{id}`"),
    "SOP-A020": Gabungan(
        "{jumlah} keputusan mempunyai cabang tanpa `label`: langkah {langkah}.",
        _DI + "{jumlah} cabang",
    ),
    "SOP-I008": Gabungan("{jumlah} sebutan menunjuk instansi lain.", "`{sebutan}`"),
    "SOP-I011": Gabungan(
        "{jumlah} peninjauan sudah jatuh tempo.",
        "{keadaan}; seharusnya dilakukan paling lambat {tempo}",
        "Tinjau SOP ini, lalu catat di `riwayat:` masing-masing dengan `jenis`-nya, `monitoring` atau `evaluasi`.",
    ),
    "SOP-I014": Gabungan("{jumlah} dasar hukum sudah dicabut.", "{peraturan}{oleh}"),
    "SOP-I015": Gabungan("{jumlah} dasar hukum disebut lagi.", "{peraturan}"),
    "SOP-I017": Gabungan(
        "{jumlah} dasar hukum disebut SOP lain dengan jenis lain.",
        "{peraturan}: {lain} di {jumlah} SOP",
    ),
    "SOP-M001": Gabungan(
        "{jumlah} waktu tidak dapat dibaca sebagai lama pekerjaan: langkah {langkah}.",
        _DI + "`{waktu}`",
    ),
    "SOP-M002": Gabungan(
        "Mutu baku belum lengkap pada langkah {langkah}.",
        _DI + "belum ada {kurang}",
        "Lengkapi isian itu; waktu yang tidak tetap ditulis `sesuai kebutuhan`.",
    ),
    "SOP-M004": Gabungan(
        "{jumlah} output tidak menjadi kelengkapan langkah berikutnya: langkah {langkah}.",
        _DI + "`{output}`{serupa}",
        "Periksa apakah langkah berikutnya memerlukannya dengan nama yang sama.",
    ),
    "SOP-M005": Gabungan(
        "{jumlah} kegiatan diawali dengan pelaksananya: langkah {langkah}.", _DI + "`{kata}`"
    ),
    "SOP-M006": Gabungan(
        "{jumlah} kegiatan tidak diawali kata kerja aktif: langkah {langkah}.", _DI + "`{kata}`"
    ),
    "SOP-M008": Gabungan(
        "{jumlah} waktu salah ketik satuannya: langkah {langkah}.",
        _DI + "`{waktu}` dibaca dalam {satuan}",
        "Tulis satuannya seperti yang dibaca.",
    ),
    "SOP-K001": Gabungan(
        "{jumlah} SOP terkait belum ada di buku ini.",
        "`{teks}`{maksud}",
        "Tulis SOP-nya di buku ini, atau perbaiki namanya bila SOP itu ada dengan nama lain.",
    ),
    "SOP-K004": Gabungan(
        "{jumlah} SOP terkait belum ada di instansi ini; padanannya ada di instansi lain.",
        "`{teks}`: {pilihan}",
        "Tulis id-nya bila memang itu yang dimaksud.",
    ),
    "SOP-K006": Gabungan(
        "{jumlah} SOP tampaknya berkait dengan SOP ini, tetapi belum tercantum.",
        "`{nama}`: {bukti}; bila benar, {usul}",
        "Periksa satu per satu; tambahkan yang benar ke `keterkaitan`.",
    ),
    "SOP-P001": Gabungan("{jumlah} isian perlu dikonfirmasi instansi.", "{bidang}{alasan}"),
}
