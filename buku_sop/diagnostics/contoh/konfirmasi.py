"""Examples of SOP-L and SOP-P: the worksheet, and what an office still has to confirm."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import contoh

CONTOH = {
    "SOP-L001": contoh(
        """
        lembar_kerja:
          identifikasi_langkah:
            langkah_awal: [Mencatat surat] ◄
            langkah_utama: [Memilah surat]
            langkah_akhir: [Menyimpan surat]
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        """
        lembar_kerja:
          identifikasi_langkah:
            langkah_awal: [Mencatat surat]
            langkah_akhir: [Menyimpan surat]
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        lembar="3",
        tabel="2",
    ),
    "SOP-L002": contoh(
        """
        nama: Penerimaan Surat
        lembar_kerja:
          judul_sop: Pengelolaan Surat ◄
        """,
        """
        nama: Penerimaan Surat
        nama_lain: Pengelolaan Surat
        lembar_kerja:
          judul_sop: Pengelolaan Surat
        """,
        lembar="Pengelolaan Surat",
        nama="Penerimaan Surat",
    ),
    "SOP-P001": contoh(
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
            perlu_konfirmasi:
              pelaksana: Simbol tidak terbaca ◄
        """,
        """
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
        """,
        bidang="Pelaksana langkah 1",
        alasan=": Simbol tidak terbaca.",
    ),
    "SOP-P002": contoh(
        """
        nomor: 01/SOP/KC/2026
        abaikan:
          SOP-I001: Nomor menyusul ◄
        """,
        """
        nomor: 01/SOP/KC/2026
        """,
        kode="SOP-I001",
    ),
    "SOP-P003": contoh(
        """
        abaikan:
          SOP-A001: Tujuan menyusul ◄
        """,
        """
        nomor:
        abaikan:
          SOP-I001: Nomor menyusul
        """,
        kode="SOP-A001",
        sebab="kode itu sebuah galat",
    ),
    "SOP-P004": contoh(
        """
        perlu_konfirmasi:
          tanggal: Cap menutupi tanggalnya ◄
        """,
        """
        abaikan:
          SOP-P001: Sudah ditanyakan
        perlu_konfirmasi:
          tanggal_efektif: Cap menutupinya
        """,
        bidang="tanggal",
        usul="Maksudnya `tanggal_revisi`?",
    ),
    "SOP-P010": contoh(
        """
        riwayat:
          - tanggal: 2026-02-20
            jenis: monitoring
            penilaian: tidak berjalan dengan baik ◄
            catatan: Agenda terlambat diisi
        """,
        """
        riwayat:
          - tanggal: 2026-02-20
            jenis: monitoring
            penilaian: tidak berjalan dengan baik
            catatan: Agenda terlambat diisi
            tindakan: Agenda diisi saat surat diterima
        """,
    ),
    "SOP-P011": contoh(
        """
        riwayat:
          - tanggal: 2026-02-20
            jenis: evaluasi ◄
            jawaban:
              mendorong_kinerja: ya
              mudah_dipahami: ya
              mudah_dilaksanakan: ya
              peran_dijalankan: ya
              mengatasi_masalah: tidak
        """,
        """
        riwayat:
          - tanggal: 2026-02-20
            jenis: evaluasi
            jawaban:
              mendorong_kinerja: ya
              mudah_dipahami: ya
              mudah_dilaksanakan: ya
              peran_dijalankan: ya
              mengatasi_masalah: tidak
              menjawab_kebutuhan: ya
              sinergi: ya
        """,
        kurang="`menjawab_kebutuhan`, `sinergi`",
        jumlah="2",
        semua="7",
    ),
    "SOP-P012": contoh(
        """
        riwayat:
          - tanggal: 2026-02-20
            jenis: revisi
            kepada: Petugas loket ◄
        """,
        """
        riwayat:
          - tanggal: 2026-02-20
            jenis: sosialisasi
            kepada: Petugas loket
        """,
        bidang="kepada",
        jenis="revisi",
        milik="`sosialisasi`",
    ),
}
