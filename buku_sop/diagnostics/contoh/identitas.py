"""Examples of SOP-I: the identity block, its dates, and the life of an SOP."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import contoh

CONTOH = {
    "SOP-I001": contoh(
        """
        nama: Penerimaan Surat ◄
        nomor:
        """,
        """
        nama: Penerimaan Surat
        nomor: 01/SOP/KC/2026
        """,
    ),
    "SOP-I002": contoh(
        """
        nama: Penerimaan Surat ◄
        tanggal_pembuatan: 2026-01-05
        tanggal_efektif:
        """,
        """
        nama: Penerimaan Surat
        tanggal_pembuatan: 2026-01-05
        tanggal_efektif: 2026-02-01
        """,
    ),
    "SOP-I003": contoh(
        """
        nama: Penerimaan Surat ◄
        disahkan_oleh:
        """,
        """
        nama: Penerimaan Surat
        disahkan_oleh:
          jabatan: Kepala Kantor Contoh
          nama: Nama Pejabat
        """,
    ),
    "SOP-I004": contoh(
        """
        tanggal_pembuatan: 2026-02-05
        tanggal_efektif: 2026-02-01 ◄
        """,
        """
        tanggal_pembuatan: 2026-01-05
        tanggal_efektif: 2026-02-01
        """,
        efektif="1 Februari 2026",
        pembuatan="5 Februari 2026",
    ),
    "SOP-I005": contoh(
        """
        tanggal_pembuatan: 2026-01-05
        tanggal_revisi: 2025-01-20 ◄
        """,
        """
        tanggal_pembuatan: 2026-01-05
        tanggal_revisi: 2026-01-20
        """,
        revisi="20 Januari 2025",
        pembuatan="5 Januari 2026",
    ),
    "SOP-I006": contoh(
        """
        nama: Penerimaan Surat ◄
        nomor:
        tanggal_pembuatan:
        tanggal_efektif:
        disahkan_oleh:
        dasar_hukum: []
        """,
        """
        nama: Penerimaan Surat
        nomor: 01/SOP/KC/2026
        tanggal_pembuatan: 2026-01-05
        tanggal_efektif: 2026-02-01
        disahkan_oleh:
          jabatan: Kepala Kantor Contoh
        dasar_hukum: [Peraturan Rekaan]
        """,
    ),
    "SOP-I007": contoh(
        """
        nama: Penerimaan Surat
        status: digantikan ◄
        tanggal_dicabut: 2026-01-20
        alasan_dicabut: Diganti aturan baru
        """,
        """
        nama: Penerimaan Surat
        status: digantikan
        tanggal_dicabut: 2026-01-20
        alasan_dicabut: Diganti aturan baru
        digantikan_oleh: Tata Naskah Masuk
        == kantor-contoh/tata-naskah.yml
        nama: Tata Naskah Masuk
        """,
    ),
    "SOP-I008": contoh(
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        == kantor-contoh/surat-masuk.yml
        pencatatan:
          - Arsip surat Kabupaten Khayalan ◄
        """,
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        == kantor-contoh/surat-masuk.yml
        pencatatan:
          - Arsip surat Kabupaten Rekaan
        """,
        sebutan="Kabupaten Khayalan",
    ),
    "SOP-I009": contoh(
        """
        nama: Penerimaan Surat
        nomor: 01/SOP/KC/2026 ◄
        == kantor-contoh/surat-keluar.yml
        nama: Pengiriman Surat
        nomor: 01/SOP/KC/2026 ◄
        """,
        """
        nama: Penerimaan Surat
        nomor: 01/SOP/KC/2026
        == kantor-contoh/surat-keluar.yml
        nama: Pengiriman Surat
        nomor: 02/SOP/KC/2026
        """,
        nomor="01/SOP/KC/2026",
        lain="`kantor-contoh/surat-keluar`",
    ),
    "SOP-I010": contoh(
        """
        nama: Penerimaan Surat ◄
        == kantor-contoh/tamu.yml
        nama: Penerimaan Surat ◄
        """,
        """
        nama: Penerimaan Surat
        == kantor-contoh/tamu.yml
        nama: Penerimaan Tamu
        """,
        nama="Penerimaan Surat",
        lain="`kantor-contoh/tamu`",
    ),
    "SOP-I011": contoh(
        """
        tanggal_efektif: 2025-08-01 ◄
        """,
        """
        tanggal_efektif: 2025-08-01
        riwayat:
          - tanggal: 2026-01-30
            jenis: monitoring
            catatan: Sesuai, tanpa perubahan
        """,
        keadaan="Monitoring belum tercatat sejak 1 Agustus 2025",
        tempo="1 Februari 2026",
        kunci="monitoring",
    ),
    "SOP-I012": contoh(
        """
        nomor: …/SOP/KC/2026 ◄
        """,
        """
        nomor: 01/SOP/KC/2026
        """,
        nomor="…/SOP/KC/2026",
    ),
    "SOP-I013": contoh(
        """
        status: berlaku
        digantikan_oleh: Tata Naskah Masuk ◄
        == kantor-contoh/tata-naskah.yml
        nama: Tata Naskah Masuk
        """,
        """
        status: digantikan
        tanggal_dicabut: 2026-01-20
        alasan_dicabut: Diganti aturan baru
        digantikan_oleh: Tata Naskah Masuk
        == kantor-contoh/tata-naskah.yml
        nama: Tata Naskah Masuk
        """,
        status="berlaku",
    ),
    "SOP-I017": contoh(
        """
        dasar_hukum: [Keputusan Presiden Nomor 86 Tahun 2030 tentang Tata Naskah] ◄
        == kantor-contoh/surat-keluar.yml
        nama: Pengiriman Surat
        dasar_hukum: [Peraturan Presiden Nomor 86 Tahun 2030 tentang Tata Naskah]
        == kantor-contoh/tamu.yml
        nama: Penerimaan Tamu
        dasar_hukum: [Peraturan Presiden Nomor 86 Tahun 2030 tentang Tata Naskah]
        """,
        """
        dasar_hukum: [Peraturan Presiden Nomor 86 Tahun 2030 tentang Tata Naskah]
        == kantor-contoh/surat-keluar.yml
        nama: Pengiriman Surat
        dasar_hukum: [Peraturan Presiden Nomor 86 Tahun 2030 tentang Tata Naskah]
        == kantor-contoh/tamu.yml
        nama: Penerimaan Tamu
        dasar_hukum: [Peraturan Presiden Nomor 86 Tahun 2030 tentang Tata Naskah]
        """,
        peraturan="Keputusan Presiden Nomor 86 Tahun 2030",
        lain="Peraturan Presiden Nomor 86 Tahun 2030",
        jumlah="2",
    ),
    "SOP-I016": contoh(
        """
        nama: Membuat surat keluar ◄
        """,
        """
        nama: Pembuatan surat keluar
        """,
        nama="Membuat surat keluar",
        kurang="diawali kata kerja `Membuat`",
    ),
    "SOP-I020": contoh(
        """
        status: dicabut ◄
        """,
        """
        status: dicabut
        tanggal_dicabut: 2026-01-20
        alasan_dicabut: Layanan ini tidak lagi diselenggarakan
        """,
        status="dicabut",
        kurang="tanggal dan alasannya",
    ),
    "SOP-I021": contoh(
        """
        status: berlaku
        tanggal_dicabut: 2026-01-20 ◄
        """,
        """
        status: dicabut
        tanggal_dicabut: 2026-01-20
        alasan_dicabut: Layanan ini tidak lagi diselenggarakan
        """,
        status="berlaku",
        hari="20 Januari 2026",
    ),
    "SOP-I022": contoh(
        """
        status: berlaku
        tanggal_pengesahan: 2036-02-01 ◄
        """,
        """
        status: berlaku
        tanggal_pengesahan: 2026-02-01
        """,
        apa="tanggal pengesahan",
        hari="1 Februari 2036",
    ),
    "SOP-I023": contoh(
        """
        disahkan_oleh:
          jabatan: Kepala Kantor
          nama: Nama Pejabat, NIP 19650314 199203 1 007 ◄
        """,
        """
        disahkan_oleh:
          jabatan: Kepala Kantor
          nama: Nama Pejabat
          nip: 19650314 199203 1 007
        """,
    ),
    "SOP-I014": contoh(
        """
        dasar_hukum:
          - Perda Kabupaten Rekaan Nomor 1 Tahun 2015 ◄
        == peraturan.yml
        peraturan:
          - nama: Perda Kabupaten Rekaan Nomor 1 Tahun 2015
            status: dicabut
            oleh: Perda Kabupaten Rekaan Nomor 2 Tahun 2025
        """,
        """
        dasar_hukum:
          - Perda Kabupaten Rekaan Nomor 2 Tahun 2025
        == peraturan.yml
        peraturan:
          - nama: Perda Kabupaten Rekaan Nomor 1 Tahun 2015
            status: dicabut
            oleh: Perda Kabupaten Rekaan Nomor 2 Tahun 2025
        """,
        peraturan="Peraturan Daerah Kabupaten Rekaan Nomor 1 Tahun 2015",
        oleh=" oleh Peraturan Daerah Kabupaten Rekaan Nomor 2 Tahun 2025",
    ),
    "SOP-I015": contoh(
        """
        dasar_hukum:
          - Perda Kabupaten Rekaan Nomor 2 Tahun 2025 tentang Arsip
          - Perda Kabupaten Rekaan No. 2/2025 tentang Tata Naskah ◄
        """,
        """
        dasar_hukum:
          - Perda Kabupaten Rekaan Nomor 2 Tahun 2025 tentang Arsip
          - Perda Kabupaten Rekaan No. 3/2025 tentang Tata Naskah
        """,
        peraturan="Peraturan Daerah Kabupaten Rekaan Nomor 2 Tahun 2025",
    ),
}
