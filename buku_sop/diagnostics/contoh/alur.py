"""Examples of SOP-A: targets, ids and decisions. Those about lanes are in `pelaksana`."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import contoh

CONTOH = {
    "SOP-A001": contoh(
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: lanjut}
              - {label: Kurang, ke: kembalikan} ◄
          - kegiatan: Menandatangani surat
            pelaksana: kepala
            ke: selesai
          - id: kembali
            kegiatan: Mengembalikan surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: lanjut}
              - {label: Kurang, ke: kembali}
          - kegiatan: Menandatangani surat
            pelaksana: kepala
            ke: selesai
          - id: kembali
            kegiatan: Mengembalikan surat
            pelaksana: staf
        """,
        ke="kembalikan",
        sebab="tidak ada langkah dengan id itu",
        usul="Maksudnya `kembali`?",
    ),
    "SOP-A002": contoh(
        """
        langkah:
          - id: periksa
            kegiatan: Memeriksa surat
            pelaksana: staf
          - id: periksa ◄
            kegiatan: Memeriksa lampiran
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: lanjut}
              - {label: Kurang, ke: periksa}
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        langkah:
          - id: periksa
            kegiatan: Memeriksa surat
            pelaksana: staf
          - kegiatan: Memeriksa lampiran
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: lanjut}
              - {label: Kurang, ke: periksa}
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        id="periksa",
        langkah="1",
    ),
    "SOP-A004": contoh(
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: lanjut} ◄
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: lanjut}
              - {label: Tidak, ke: selesai}
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        langkah="1",
    ),
    "SOP-A005": contoh(
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: simpan}
              - {label: Kurang, ke: selesai}
          - kegiatan: Mengembalikan surat ◄
            pelaksana: staf
            ke: selesai
          - id: simpan
            kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: simpan}
              - {label: Kurang, ke: lanjut}
          - kegiatan: Mengembalikan surat
            pelaksana: staf
            ke: selesai
          - id: simpan
            kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        langkah="2",
        usul="ke langkah ini, atau hapus langkah ini",
    ),
    "SOP-A006": contoh(
        """
        langkah:
          - id: terima ◄
            kegiatan: Menerima surat
            pelaksana: staf
          - kegiatan: Mencatat surat
            pelaksana: staf
            ke: terima
        """,
        """
        langkah:
          - kegiatan: Menerima surat
            pelaksana: staf
          - kegiatan: Mencatat surat
            pelaksana: staf
        """,
        prosedur="Prosedur ini",
    ),
    "SOP-A010": contoh(
        """
        langkah:
          - kegiatan: Melengkapi surat
            pelaksana: staf
          - id: periksa
            kegiatan: Memeriksa surat
            pelaksana: kepala
            cabang:
              - {label: Lengkap, ke: selesai}
              - {label: Kurang, ke: periksa} ◄
        """,
        """
        langkah:
          - id: lengkapi
            kegiatan: Melengkapi surat
            pelaksana: staf
          - kegiatan: Memeriksa surat
            pelaksana: kepala
            cabang:
              - {label: Lengkap, ke: selesai}
              - {label: Kurang, ke: lengkapi}
        """,
        jalan="Cabang `Kurang`",
        langkah="2",
    ),
    "SOP-A014": contoh(
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Ya, ke: lanjut}
              - {label: Ya, ke: selesai} ◄
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Ya, ke: lanjut}
              - {label: Tidak, ke: selesai}
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        langkah="1",
        label="Ya",
    ),
    "SOP-A015": contoh(
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            simbol: belah_ketupat ◄
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: lanjut}
              - {label: Tidak, ke: selesai}
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        langkah="1",
    ),
    "SOP-A016": contoh(
        """
        langkah:
          - id: catat ◄
            kegiatan: Mencatat surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
        """,
        id="catat",
    ),
    "SOP-A017": contoh(
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            simbol: kotak ◄
            cabang:
              - {label: Lengkap, ke: lanjut}
              - {label: Tidak, ke: selesai}
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: lanjut}
              - {label: Tidak, ke: selesai}
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        langkah="1",
        simbol="kotak",
    ),
    "SOP-A018": contoh(
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: simpan} ◄
              - {label: Kurang, ke: lanjut}
          - id: simpan
            kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Lengkap, ke: simpan}
              - {label: Kurang, ke: selesai}
          - id: simpan
            kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        langkah="1",
        label="`Lengkap` dan `Kurang`",
        tujuan="langkah 2",
    ),
    "SOP-A020": contoh(
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang: [{ke: selesai}, {ke: lanjut}] ◄
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Tidak, ke: selesai}
              - {label: Ya, ke: lanjut}
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        langkah="1",
        jumlah="2",
    ),
    "SOP-A021": contoh(
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Kurang, ke: simpan}
              - {label: Batal, ke: selesai}
            ke: lanjut ◄
          - kegiatan: Menomori surat
            pelaksana: staf
          - id: simpan
            kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Memeriksa surat
            pelaksana: staf
            cabang:
              - {label: Kurang, ke: simpan}
              - {label: Batal, ke: selesai}
              - {label: Lengkap, ke: lanjut}
          - kegiatan: Menomori surat
            pelaksana: staf
          - id: simpan
            kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        langkah="1",
    ),
    "SOP-A022": contoh(
        """
        langkah:
          - kegiatan: Menerima surat
            pelaksana: {pelaksana: staf, simbol: kotak} ◄
            simbol: kapsul
        """,
        """
        langkah:
          - kegiatan: Menerima surat
            pelaksana: {pelaksana: staf, simbol: kapsul}
        """,
        langkah="1",
        simbol="`kapsul`",
        milik="`kotak`",
    ),
}
