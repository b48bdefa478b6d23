"""Examples of SOP-K: references to other SOPs."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import contoh

CONTOH = {
    "SOP-K001": contoh(
        """
        keterkaitan:
          - Pengarsipan Srat ◄
        == kantor-contoh/arsip-surat.yml
        nama: Pengarsipan Surat
        """,
        """
        keterkaitan:
          - Pengarsipan Surat
        == kantor-contoh/arsip-surat.yml
        nama: Pengarsipan Surat
        """,
        teks="Pengarsipan Srat",
        usul="Maksudnya `Pengarsipan Surat`? Perbaiki namanya, atau tulis SOP itu.",
    ),
    "SOP-K002": contoh(
        """
        nama: Penerimaan Surat
        keterkaitan:
          - SOP Penerimaan Surat ◄
        """,
        """
        nama: Penerimaan Surat
        keterkaitan:
          - SOP Pengarsipan Surat
        == kantor-contoh/arsip-surat.yml
        nama: Pengarsipan Surat
        """,
        teks="SOP Penerimaan Surat",
    ),
    "SOP-K003": contoh(
        """
        keterkaitan:
          - Pengarsipan ◄
        == kantor-contoh/arsip-surat.yml
        nama: Pengarsipan Surat
        nama_lain: Pengarsipan
        == kantor-contoh/arsip-foto.yml
        nama: Pengarsipan Foto
        nama_lain: Pengarsipan
        """,
        """
        keterkaitan:
          - kantor-contoh/arsip-surat
        == kantor-contoh/arsip-surat.yml
        nama: Pengarsipan Surat
        nama_lain: Pengarsipan
        == kantor-contoh/arsip-foto.yml
        nama: Pengarsipan Foto
        nama_lain: Pengarsipan
        """,
        teks="Pengarsipan",
        pilihan="`kantor-contoh/arsip-foto`, `kantor-contoh/arsip-surat`",
        contoh="kantor-contoh/arsip-foto",
    ),
    "SOP-K004": contoh(
        """
        keterkaitan:
          - Pengarsipan Surat ◄
        == dinas-rekaan/arsip-surat.yml
        nama: Pengarsipan Surat
        """,
        """
        keterkaitan:
          - dinas-rekaan/arsip-surat
        == dinas-rekaan/arsip-surat.yml
        nama: Pengarsipan Surat
        """,
        teks="Pengarsipan Surat",
        pilihan="`dinas-rekaan/arsip-surat`",
        contoh="dinas-rekaan/arsip-surat",
    ),
    "SOP-K005": contoh(
        """
        keterkaitan:
          - kantor-contoh/arsip ◄
        == kantor-contoh/arsip-surat.yml
        nama: Pengarsipan Surat
        """,
        """
        keterkaitan:
          - kantor-contoh/arsip-surat
        == kantor-contoh/arsip-surat.yml
        nama: Pengarsipan Surat
        """,
        teks="kantor-contoh/arsip",
        usul="Maksudnya `kantor-contoh/arsip-surat`?",
    ),
    "SOP-K006": contoh(
        """
        keterkaitan: Pencatatan Surat ◄
        langkah:
          - {kegiatan: Menilai kinerja, pelaksana: staf, kelengkapan: Rekap Kehadiran, output: Nilai}
        == kantor-contoh/catat-surat.yml
        nama: Pencatatan Surat
        == kantor-contoh/rekap-kehadiran.yml
        nama: Perekapan Kehadiran
        langkah:
          - {kegiatan: Merekap kehadiran, pelaksana: staf, output: Rekap Kehadiran}
        """,
        """
        keterkaitan: [Pencatatan Surat, Perekapan Kehadiran]
        langkah:
          - {kegiatan: Menilai kinerja, pelaksana: staf, kelengkapan: Rekap Kehadiran, output: Nilai}
        == kantor-contoh/catat-surat.yml
        nama: Pencatatan Surat
        == kantor-contoh/rekap-kehadiran.yml
        nama: Perekapan Kehadiran
        langkah:
          - {kegiatan: Merekap kehadiran, pelaksana: staf, output: Rekap Kehadiran}
        """,
        nama="Perekapan Kehadiran",
        bukti="langkah 1 memerlukan `Rekap Kehadiran`, yang dihasilkannya pada langkah 1",
        usul="ganti baris `keterkaitan: [Pencatatan Surat, Perekapan Kehadiran]`",
    ),
    "SOP-K007": contoh(
        """
        status: digantikan
        tanggal_dicabut: 2026-01-20
        alasan_dicabut: Diganti aturan baru
        digantikan_oleh: "-" ◄
        """,
        """
        status: digantikan
        tanggal_dicabut: 2026-01-20
        alasan_dicabut: Diganti aturan baru
        digantikan_oleh: Pengarsipan Surat
        == kantor-contoh/arsip-surat.yml
        nama: Pengarsipan Surat
        """,
        teks="-",
    ),
    "SOP-K008": contoh(
        """
        keterkaitan:
          - Penyimpanan Surat (Dinas Rekaan) ◄
        == mkdocs.yml
        plugins: [search, buku-sop: {rujukan: [{nama: Buku Dinas Rekaan, alamat: "https://rekaan.contoh.go.id/"}]}]
        == rujukan/buku-dinas-rekaan.json
        {"format": "salinan-inventaris-sop", "versi": 1, "diambil": "2026-02-01", "dari": "https://rekaan.contoh.go.id/",
         "hilang": [{"id": "rekaan/arsip", "nama": "Penyimpanan Surat", "sejak": "2026-02-01", "kini": "Pengarsipan Surat"}],
         "inventaris": {"format": "inventaris-sop", "versi": 1, "buku": {"nama": "Buku Dinas Rekaan"},
         "instansi": {"rekaan": "Dinas Rekaan"},
         "sop": [{"id": "rekaan/arsip", "nama": "Pengarsipan Surat", "status": "berlaku", "halaman": "sop/rekaan/arsip/"}]}}
        """,
        """
        keterkaitan:
          - Pengarsipan Surat (Dinas Rekaan)
        == mkdocs.yml
        plugins: [search, buku-sop: {rujukan: [{nama: Buku Dinas Rekaan, alamat: "https://rekaan.contoh.go.id/"}]}]
        == rujukan/buku-dinas-rekaan.json
        {"format": "inventaris-sop", "versi": 1, "buku": {"nama": "Buku Dinas Rekaan"},
         "instansi": {"rekaan": "Dinas Rekaan"},
         "sop": [{"id": "rekaan/arsip", "nama": "Pengarsipan Surat", "status": "berlaku", "halaman": "sop/rekaan/arsip/"}]}
        """,
        teks="Penyimpanan Surat (Dinas Rekaan)",
        buku="Buku Dinas Rekaan",
        keadaan="berganti nama menjadi `Pengarsipan Surat`",
        sejak="2026-02-01",
        usul="Tulis namanya yang sekarang: `Pengarsipan Surat`.",
    ),
    "SOP-K009": contoh(
        """
        keterkaitan:
          - Pengarsipan Surat ◄
        == mkdocs.yml
        plugins: [search, buku-sop: {rujukan: [{nama: Buku Dinas Rekaan, alamat: "https://rekaan.contoh.go.id/"}]}]
        == rujukan/buku-dinas-rekaan.json
        {"format": "inventaris-sop", "versi": 1, "buku": {"nama": "Buku Dinas Rekaan"},
         "instansi": {"rekaan": "Dinas Rekaan"},
         "sop": [{"id": "rekaan/arsip", "nama": "Pengarsipan Surat", "status": "berlaku", "halaman": "sop/rekaan/arsip/"}]}
        """,
        """
        keterkaitan:
          - Pengarsipan Surat (Dinas Rekaan)
        == mkdocs.yml
        plugins: [search, buku-sop: {rujukan: [{nama: Buku Dinas Rekaan, alamat: "https://rekaan.contoh.go.id/"}]}]
        == rujukan/buku-dinas-rekaan.json
        {"format": "inventaris-sop", "versi": 1, "buku": {"nama": "Buku Dinas Rekaan"},
         "instansi": {"rekaan": "Dinas Rekaan"},
         "sop": [{"id": "rekaan/arsip", "nama": "Pengarsipan Surat", "status": "berlaku", "halaman": "sop/rekaan/arsip/"}]}
        """,
        teks="Pengarsipan Surat",
        pilihan="`Dinas Rekaan`",
        contoh="Pengarsipan Surat (Dinas Rekaan)",
    ),
}
