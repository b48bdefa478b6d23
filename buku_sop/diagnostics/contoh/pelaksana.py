"""Examples of SOP-A: who acts, the order of the lanes, and the size of a procedure."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import UTAMA, Berkas, Sisi, contoh


def _sekian_langkah(jumlah: int, tanda: int | None = None) -> Sisi:
    baris = ("langkah:", "  - {kegiatan: Memeriksa berkas, pelaksana: staf}")
    keadaan = f"baris terakhir ditulis {jumlah} kali"
    return (Berkas(UTAMA, baris, tanda, keadaan, ulang=jumlah),)


def _sekian_keputusan(jumlah: int, tanda: int | None = None) -> Sisi:
    cabang = (
        "Salah: terima, Kurang: catat, Ragu: nilai, Lama: tunda, Ganda: gabung, Lengkap: lanjut"
    )
    jalan = ", ".join(
        f"{{label: {label}, ke: {ke}}}" for label, ke in (c.split(": ") for c in cabang.split(", "))
    )
    baris = (
        *(["abaikan: {SOP-A011: memang sebanyak ini}"] if jumlah > 1 else []),
        "pelaksana: {staf: Staf, kepala: Kepala}",
        "langkah:",
        "  - {id: terima, kegiatan: Menerima surat, pelaksana: staf}",
        "  - {id: catat, kegiatan: Mencatat surat, pelaksana: staf}",
        "  - {id: nilai, kegiatan: Menilai surat, pelaksana: kepala}",
        "  - {id: tunda, kegiatan: Menunda surat, pelaksana: kepala}",
        "  - {id: gabung, kegiatan: Menggabungkan surat, pelaksana: staf}",
        f"  - {{kegiatan: Memeriksa surat, pelaksana: kepala, cabang: [{jalan}]}}",
    )
    keadaan = f"baris terakhir ditulis {jumlah} kali" if jumlah > 1 else ""
    return (Berkas(UTAMA, baris, tanda, keadaan, ulang=jumlah),)


def _sekian_pelaksana(jumlah: int, tanda: str = "") -> str:
    unit = range(1, jumlah + 1)
    lane = "".join(f"  unit-{n}: Unit {n}{tanda if n == 1 else ''}\n" for n in unit)
    oleh = ", ".join(f"unit-{n}" for n in unit)
    langkah = f"  - kegiatan: Membahas surat\n    pelaksana: {{bersama: [{oleh}]}}"
    return f"pelaksana:\n{lane}langkah:\n{langkah}"


CONTOH = {
    "SOP-A003": contoh(
        """
        pelaksana:
          staf: Staf
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
          - kegiatan: Menyimpan surat
            pelaksana: staff ◄
        """,
        """
        pelaksana:
          staf: Staf
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        id="staff",
        usul="Maksudnya `staf`?",
    ),
    "SOP-A007": contoh(
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
          - kegiatan: Menyimpan surat ◄
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        langkah="2",
        usul="Tambahkan `pelaksana:` dengan salah satu id: `staf`.",
    ),
    "SOP-A008": contoh(
        """
        pelaksana:
          staf: Staf
          kasi: Kepala Seksi ◄
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
        """,
        """
        pelaksana:
          staf: Staf
          kasi: Kepala Seksi
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
          - kegiatan: Membaca surat
            pelaksana: kasi
        """,
        label="Kepala Seksi",
        di="",
    ),
    "SOP-A009": contoh(
        """
        pelaksana:
          kepala: Kepala Kantor ◄
          staf: Staf
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
          - kegiatan: Membaca surat
            pelaksana: kepala
        """,
        """
        pelaksana:
          staf: Staf
          kepala: Kepala Kantor
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
          - kegiatan: Membaca surat
            pelaksana: kepala
        """,
        usul="Staf, Kepala Kantor",
    ),
    "SOP-A011": contoh(
        _sekian_langkah(16, 2),
        _sekian_langkah(15),
        prosedur="Prosedur ini",
        jumlah="16",
    ),
    "SOP-A012": contoh(
        _sekian_pelaksana(8, " ◄"),
        _sekian_pelaksana(7),
        prosedur="Prosedur ini",
        jumlah="8",
    ),
    "SOP-A027": contoh(
        """
        pelaksana: {staf: Staf, kepala: Kasubbag Umum} ◄
        langkah:
          - {kegiatan: Mencatat surat, pelaksana: staf, output: Catatan}
          - {kegiatan: Menandatangani surat, pelaksana: kepala}
        == kantor-contoh/surat-keluar.yml
        nama: Pengiriman Surat
        pelaksana: {staf: Staf, kepala: Kepala Subbagian Umum}
        langkah:
          - {kegiatan: Mencatat surat, pelaksana: staf, output: Catatan}
          - {kegiatan: Menandatangani surat, pelaksana: kepala}
        """,
        """
        pelaksana: {staf: Staf, kepala: Kepala Subbagian Umum}
        langkah:
          - {kegiatan: Mencatat surat, pelaksana: staf, output: Catatan}
          - {kegiatan: Menandatangani surat, pelaksana: kepala}
        == kantor-contoh/surat-keluar.yml
        nama: Pengiriman Surat
        pelaksana: {staf: Staf, kepala: Kepala Subbagian Umum}
        langkah:
          - {kegiatan: Mencatat surat, pelaksana: staf, output: Catatan}
          - {kegiatan: Menandatangani surat, pelaksana: kepala}
        """,
        label="Kasubbag Umum",
        lain="Kepala Subbagian Umum",
        jumlah="1",
        contoh="kantor-contoh/surat-keluar",
    ),
    "SOP-A026": contoh(
        _sekian_keputusan(30, 4),
        _sekian_keputusan(1),
        prosedur="Prosedur ini",
        jumlah="35",
        panah="185",
    ),
    "SOP-A013": contoh(
        """
        nama: Penerimaan Surat ◄
        langkah: []
        """,
        """
        nama: Penerimaan Surat
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
        """,
        prosedur="Prosedur ini",
    ),
    "SOP-A019": contoh(
        """
        langkah:
          - Petugas mencatat surat ◄
          - Petugas menyimpan surat
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            kelengkapan: Surat
            waktu: 5 menit
            output: Catatan
        """,
        prosedur="Prosedur ini",
    ),
    "SOP-A025": contoh(
        """
        pelaksana: {staf: Staf, kepala: Kepala Kantor}
        langkah:
          - {kegiatan: Kepala Kantor menandatangani surat, pelaksana: staf} ◄
          - {kegiatan: Menyetujui, pelaksana: kepala}
        """,
        """
        pelaksana: {staf: Staf, kepala: Kepala Kantor}
        langkah:
          - {kegiatan: Menyiapkan surat, pelaksana: staf}
          - {kegiatan: Menandatangani surat, pelaksana: kepala}
        """,
        langkah="1",
        kata="Kepala Kantor",
        pelaksana="`Staf`",
        id="kepala",
    ),
}
