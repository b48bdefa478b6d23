"""Examples of SOP-B: files that cannot be read as what they should be."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import UTAMA, Berkas, contoh

_NAMA = ("nama: Penerimaan Surat – Kantor Contoh",)
_LAMPIRAN = "# 0012;Surat undangan;Kantor Rekaan;diteruskan;arsip ruang dua"

CONTOH = {
    "SOP-B001": contoh(
        (Berkas(UTAMA, _NAMA, 1, "disimpan dengan pengodean ANSI", pengodean="cp1252"),),
        (Berkas(UTAMA, _NAMA, keadaan="disimpan dengan pengodean UTF-8"),),
        byte="0x96",
        posisi="23",
    ),
    "SOP-B002": contoh(
        """
        # SOP ini akan ditulis nanti. ◄
        """,
        """
        nama: Penerimaan Surat Masuk
        """,
    ),
    "SOP-B003": contoh(
        """
        == kantor-contoh/ ◄
        == kantor-contoh/surat-masuk.yml
        nama: Penerimaan Surat Masuk
        """,
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        == kantor-contoh/surat-masuk.yml
        nama: Penerimaan Surat Masuk
        """,
        folder="sop_data/kantor-contoh",
    ),
    "SOP-B004": contoh(
        (
            Berkas(
                UTAMA,
                ("nama: Penerimaan Surat Masuk", "# Buku agenda:", _LAMPIRAN),
                0,
                "baris terakhir ditulis 17.000 kali",
                ulang=17_000,
            ),
        ),
        """
        nama: Penerimaan Surat Masuk
        pencatatan:
          - Buku agenda disimpan di ruang arsip
        """,
        ukuran="1046",
        batas="1024",
    ),
    "SOP-B005": contoh(
        """
        == kantor-contoh/Surat Masuk.yml ◄
        nama: Penerimaan Surat Masuk
        """,
        """
        == kantor-contoh/surat-masuk.yml
        nama: Penerimaan Surat Masuk
        """,
        nama="Surat Masuk",
        usul="surat-masuk",
    ),
    "SOP-B006": contoh(
        (Berkas(UTAMA, (), 0, "pintasan ke berkas lain", wujud="pintasan"),),
        """
        nama: Penerimaan Surat Masuk
        """,
        sebab="ini pintasan (tautan simbolis); simpan berkas atau foldernya sendiri di tempat ini",
    ),
    "SOP-B007": contoh(
        """
        == surat-masuk.yml ◄
        nama: Penerimaan Surat Masuk
        """,
        """
        == kantor-contoh/surat-masuk.yml
        nama: Penerimaan Surat Masuk
        """,
        nama="surat-masuk.yml",
        usul="Pindahkan ke folder instansinya, misalnya `sop_data/dinas-contoh/`.",
    ),
    "SOP-B008": contoh(
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        logo: gambar/lambang.svg ◄
        """,
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        logo: lambang.svg
        == kantor-contoh/lambang.svg
        <svg xmlns="http://www.w3.org/2000/svg"/>
        """,
        logo="gambar/lambang.svg",
        sebab="letaknya bukan langsung di folder instansi",
    ),
    "SOP-B009": contoh(
        """
        == singkatan.yml
        singkatan:
          KCR: Kantor Contoh Rekaan
          K.C.R.: Kantor Cabang Rekaan ◄
        """,
        """
        == singkatan.yml
        singkatan:
          KCR:
            - Kantor Contoh Rekaan
            - Kantor Cabang Rekaan
        """,
        singkatan="K.C.R.",
        sudah="KCR",
        baris="2",
    ),
    "SOP-B010": contoh(
        """
        == singkatan.yml
        singkatan:
          Kantor Contoh Rekaan: KCR ◄
        """,
        """
        == singkatan.yml
        singkatan:
          KCR: Kantor Contoh Rekaan
        """,
        singkatan="Kantor Contoh Rekaan",
        arti="KCR",
    ),
    "SOP-B013": contoh(
        """
        == singkatan.yml
        padanan:
          rapat daring: pertemuan jarak jauh
          Rapat Daring: konferensi video ◄
        """,
        """
        == singkatan.yml
        padanan:
          rapat daring:
            - pertemuan jarak jauh
            - konferensi video
        """,
        kata="Rapat Daring",
        sudah="rapat daring",
        baris="2",
    ),
    "SOP-B014": contoh(
        """
        == singkatan.yml
        padanan:
          meeting: Meeting ◄
        """,
        """
        == singkatan.yml
        padanan:
          meeting: rapat
        """,
        kata="meeting",
        sebutan="Meeting",
    ),
    "SOP-B011": contoh(
        """
        == peraturan.yml
        peraturan:
          - nama: Peraturan tentang arsip ◄
            status: dicabut
        """,
        """
        == peraturan.yml
        peraturan:
          - nama: Peraturan Daerah Kabupaten Rekaan Nomor 1 Tahun 2015
            status: dicabut
        """,
        nama="Peraturan tentang arsip",
    ),
    "SOP-B012": contoh(
        """
        == peraturan.yml
        peraturan:
          - nama: Perda Kabupaten Rekaan 1/2015
            status: diubah
          - nama: Perda Kab. Rekaan Nomor 1 Tahun 2015 ◄
            status: dicabut
        """,
        """
        == peraturan.yml
        peraturan:
          - nama: Perda Kabupaten Rekaan 1/2015
            status: dicabut
        """,
        nama="Perda Kab. Rekaan Nomor 1 Tahun 2015",
        sudah="Perda Kabupaten Rekaan 1/2015",
    ),
    "SOP-B020": contoh(
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        kontak:
          whatsapp: 12-34 ◄
        == kantor-contoh/surat-masuk.yml
        nama: Penerimaan Surat Masuk
        """,
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        kontak:
          whatsapp: 0812-0000-0000
        == kantor-contoh/surat-masuk.yml
        nama: Penerimaan Surat Masuk
        """,
        sebutan="WhatsApp",
        nilai="12-34",
        jenis="nomor ponsel Indonesia",
        contoh="0812-0000-0000",
    ),
    "SOP-B021": contoh(
        """
        nama: Penerimaan Surat Masuk
        lampiran: [formulir.html] ◄
        """,
        """
        nama: Penerimaan Surat Masuk
        lampiran: [formulir.pdf]
        == kantor-contoh/formulir.pdf
        %PDF-1.7
        """,
        nama="formulir.html",
        sebab="jenisnya bukan pdf, docx, doc, odt, xlsx, xls, ods, pptx, png, jpg, jpeg, svg",
    ),
    "SOP-B022": contoh(
        """
        nama: Penerimaan Surat Masuk
        == kantor-contoh/formulir.pdf ◄
        %PDF-1.7
        """,
        """
        nama: Penerimaan Surat Masuk
        lampiran: [formulir.pdf]
        == kantor-contoh/formulir.pdf
        %PDF-1.7
        """,
        nama="formulir.pdf",
    ),
    "SOP-B023": contoh(
        """
        nama: Penerimaan Surat Masuk
        salinan_bertanda_tangan: surat-masuk-ttd.pdf ◄
        == kantor-contoh/surat-masuk-ttd.pdf
        %PDF-1.7
        """,
        """
        nama: Penerimaan Surat Masuk
        salinan_bertanda_tangan: surat-masuk-ttd.pdf
        == kantor-contoh/surat-masuk-ttd.pdf
        %PDF-1.7
        startxref
        """,
        nama="surat-masuk-ttd.pdf",
        keadaan="Tanda tangan elektroniknya tidak dapat dibaca: berkasnya rusak atau bukan PDF yang utuh.",
    ),
    "SOP-B030": contoh(
        """
        nama: Penerimaan Surat Masuk
        == kantor-contoh/kebutuhan.yml
        tugas:
          - nama: Melaksanakan urusan persuratan
            fungsi:
              - nama: Pengelolaan surat
                uraian_tugas:
                  - nama: Mengelola surat masuk
                    kegiatan:
                      - nama: Menerima surat
                        judul_sop: Penerimaan Surat Masuk
                      - nama: Mencatat surat
                        judul_sop: SOP Penerimaan Surat Masuk ◄
        """,
        """
        nama: Penerimaan Surat Masuk
        == kantor-contoh/kebutuhan.yml
        tugas:
          - nama: Melaksanakan urusan persuratan
            fungsi:
              - nama: Pengelolaan surat
                uraian_tugas:
                  - nama: Mengelola surat masuk
                    kegiatan:
                      - nama: Menerima dan mencatat surat
                        judul_sop: Penerimaan Surat Masuk
        """,
        judul="SOP Penerimaan Surat Masuk",
        sudah="Penerimaan Surat Masuk",
    ),
    "SOP-B031": contoh(
        """
        nama: Penerimaan Surat Masuk
        == kantor-contoh/kebutuhan.yml
        tugas:
          - nama: Melaksanakan urusan persuratan
            fungsi:
              - nama: Pengelolaan surat
                uraian_tugas:
                  - nama: Mengelola surat masuk
                    kegiatan:
                      - nama: Menerima surat
                        judul_sop: Penerimaan Surat Masuk
                      - nama: Mengarsipkan surat
                        judul_sop: Pengarsipan Surat Masuk ◄
        """,
        """
        nama: Penerimaan Surat Masuk
        == kantor-contoh/pengarsipan.yml
        nama: Pengarsipan Surat Masuk
        == kantor-contoh/kebutuhan.yml
        tugas:
          - nama: Melaksanakan urusan persuratan
            fungsi:
              - nama: Pengelolaan surat
                uraian_tugas:
                  - nama: Mengelola surat masuk
                    kegiatan:
                      - nama: Menerima surat
                        judul_sop: Penerimaan Surat Masuk
                      - nama: Mengarsipkan surat
                        judul_sop: Pengarsipan Surat Masuk
        """,
        judul="Pengarsipan Surat Masuk",
    ),
    "SOP-B032": contoh(
        """
        nama: Penerimaan Surat Masuk
        == kantor-contoh/pengarsipan.yml
        nama: Pengarsipan Surat Masuk
        == kantor-contoh/kebutuhan.yml
        tugas: ◄
          - nama: Melaksanakan urusan persuratan
            fungsi:
              - nama: Pengelolaan surat
                uraian_tugas:
                  - nama: Mengelola surat masuk
                    kegiatan:
                      - nama: Menerima surat
                        judul_sop: Penerimaan Surat Masuk
        """,
        """
        nama: Penerimaan Surat Masuk
        == kantor-contoh/pengarsipan.yml
        nama: Pengarsipan Surat Masuk
        == kantor-contoh/kebutuhan.yml
        tugas:
          - nama: Melaksanakan urusan persuratan
            fungsi:
              - nama: Pengelolaan surat
                uraian_tugas:
                  - nama: Mengelola surat masuk
                    kegiatan:
                      - nama: Menerima surat
                        judul_sop: Penerimaan Surat Masuk
                      - nama: Mengarsipkan surat
                        judul_sop: Pengarsipan Surat Masuk
        """,
        jumlah="1",
        nama="Pengarsipan Surat Masuk",
    ),
    "SOP-B033": contoh(
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        formulir: [daftar-tilik, kebutuhan] ◄
        == kantor-contoh/surat-masuk.yml
        nama: Penerimaan Surat Masuk
        """,
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        formulir: [daftar-tilik]
        == kantor-contoh/surat-masuk.yml
        nama: Penerimaan Surat Masuk
        """,
        formulir="kebutuhan",
        sebab="`sop_data/kantor-contoh/kebutuhan.yml` tidak ada",
        usul="Buat `sop_data/kantor-contoh/kebutuhan.yml`, atau hapus dari daftar ini.",
    ),
}
