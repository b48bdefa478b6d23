"""Examples of SOP-M: kegiatan, kelengkapan, waktu and output of the steps."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import contoh

CONTOH = {
    "SOP-M001": contoh(
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            waktu: secepatnya ◄
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            waktu: 10 menit
        """,
        waktu="secepatnya",
    ),
    "SOP-M002": contoh(
        """
        langkah:
          - kegiatan: Mencatat surat ◄
            pelaksana: staf
            kelengkapan: Surat
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            kelengkapan: Surat
            waktu: 10 menit
            output: Catatan di buku agenda
        """,
        langkah="1",
        kurang="waktu dan output",
        tetap="; waktu yang tidak tetap ditulis `sesuai kebutuhan`",
    ),
    "SOP-M003": contoh(
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            waktu: 1 hari ◄
          - kegiatan: Menjawab surat
            pelaksana: staf
            waktu: 3 hari kerja
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            waktu: 1 hari kerja
          - kegiatan: Menjawab surat
            pelaksana: staf
            waktu: 3 hari kerja
        """,
        lain="hari kerja",
    ),
    "SOP-M004": contoh(
        """
        langkah:
          - kegiatan: Memilah surat
            pelaksana: staf
            output: Lembar disposisi ◄
          - kegiatan: Menindaklanjuti
            pelaksana: kepala
            kelengkapan: Surat tugas
        """,
        """
        langkah:
          - kegiatan: Memilah surat
            pelaksana: staf
            output: Lembar disposisi
          - kegiatan: Menindaklanjuti
            pelaksana: kepala
            kelengkapan: Lembar disposisi
        """,
        output="Lembar disposisi",
        usul="Periksa apakah langkah berikutnya memerlukannya dengan nama yang sama.",
    ),
    "SOP-M005": contoh(
        """
        langkah:
          - kegiatan: Staf mencatat surat ◄
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
        """,
        kata="Staf",
    ),
    "SOP-M006": contoh(
        """
        langkah:
          - kegiatan: Surat ke buku agenda ◄
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Mencatat surat di buku agenda
            pelaksana: staf
        """,
        kata="Surat",
    ),
    "SOP-M007": contoh(
        """
        langkah:
          - kegiatan: Menjawab surat
            pelaksana: staf
            waktu: 3-1 hari ◄
        """,
        """
        langkah:
          - kegiatan: Menjawab surat
            pelaksana: staf
            waktu: 1-3 hari
        """,
        waktu="3-1 hari",
    ),
    "SOP-M008": contoh(
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            waktu: 5 minit ◄
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            waktu: 5 menit
        """,
        waktu="5 minit",
        satuan="menit",
    ),
    "SOP-M009": contoh(
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            waktu: 5 menit
            output: 5 menit ◄
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            waktu: 5 menit
            output: Surat tercatat
        """,
        kolom="output",
        teks="5 menit",
    ),
}
