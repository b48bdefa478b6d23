"""Examples of SOP-S: keys and values that have no place in the form of the files."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import contoh

CONTOH = {
    "SOP-S001": contoh(
        """
        nama: Penerimaan Surat
        tanggal_efekif: 2026-02-01 ◄
        """,
        """
        nama: Penerimaan Surat
        tanggal_efektif: 2026-02-01
        """,
        kunci="tanggal_efekif",
        usul="Maksudnya `tanggal_efektif`? Ganti, atau hapus kunci ini.",
    ),
    "SOP-S002": contoh(
        """
        langkah:
          - pelaksana: staf ◄
            waktu: 5 menit
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            waktu: 5 menit
        """,
        kunci="kegiatan",
        usul="Tambahkan `kegiatan:` beserta isinya.",
    ),
    "SOP-S003": contoh(
        """
        pelaksana:
          - Staf ◄
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: Staf
        """,
        """
        pelaksana:
          staf: Staf
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
        """,
        kunci="pelaksana",
        harap="isian `kunci: nilai`",
        dapat="daftar",
        usul="Tulis setiap isian sebagai `kunci: nilai`, menjorok di bawah kunci ini.",
    ),
    "SOP-S004": contoh(
        """
        status: berlku ◄
        """,
        """
        status: berlaku
        """,
        nilai="berlku",
        kunci="status",
        pilihan="draf, berlaku, digantikan, dicabut",
        usul="Maksudnya `berlaku`? ",
    ),
    "SOP-S005": contoh(
        """
        tanggal_efektif: Awal 2026 ◄
        """,
        """
        tanggal_efektif: 2026-02-01
        """,
        nilai="Awal 2026",
    ),
    "SOP-S006": contoh(
        """
        langkah:
          - kegiatan: Menggandakan surat
            pelaksana: staf
            opsional: bila perlu ◄
        """,
        """
        langkah:
          - kegiatan: Menggandakan surat
            pelaksana: staf
            opsional: ya
        """,
        nilai="bila perlu",
    ),
    "SOP-S007": contoh(
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        jam_kerja:
          hari_per_minggu: 8 ◄
        """,
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        jam_kerja:
          hari_per_minggu: 5
        """,
        nilai="8",
        kunci="hari_per_minggu",
        batas="1 sampai 7",
        contoh="5",
    ),
    "SOP-S008": contoh(
        """
        pelaksana:
          Staf TU: Staf Tata Usaha ◄
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: Staf TU
        """,
        """
        pelaksana:
          staf-tu: Staf Tata Usaha
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf-tu
        """,
        nilai="Staf TU",
        usul="staf-tu",
    ),
    "SOP-S009": contoh(
        """
        judul: Surat masuk ◄
        prosedur:
          - pelaksana: {staf: Staf}
            langkah:
              - kegiatan: Mencatat surat
                pelaksana: staf
        """,
        """
        prosedur:
          - judul: Surat masuk
            pelaksana: {staf: Staf}
            langkah:
              - kegiatan: Mencatat surat
                pelaksana: staf
        """,
        kunci="judul",
    ),
    "SOP-S010": contoh(
        """
        langkah:
          - id: selesai ◄
            kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        langkah:
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        nilai="selesai",
    ),
    "SOP-S011": contoh(
        """
        == singkatan.yml
        singkatan:
          Kantor Contoh Kabupaten Rekaan: KCR ◄
        """,
        """
        == singkatan.yml
        singkatan:
          KCR: Kantor Contoh Kabupaten Rekaan
        """,
        nilai="Kantor Contoh Kabupaten Rekaan",
    ),
    "SOP-S020": contoh(
        """
        istilah:
          kegitan: Uraian prosedur ◄
        """,
        """
        istilah:
          kegiatan: Uraian prosedur
        """,
        kunci="kegitan",
        usul="Maksudnya `kegiatan`? Ganti, atau hapus kunci ini.",
    ),
}
