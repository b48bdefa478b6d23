"""Examples of SOP-Y: what YAML itself does not allow, or what is not wanted of it."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import contoh

CONTOH = {
    "SOP-Y001": contoh(
        """
        nama: Penerimaan Surat
        nomor: SOP: 12/2026 ◄
        """,
        """
        nama: Penerimaan Surat
        nomor: "SOP: 12/2026"
        """,
        sebab="ada titik dua yang tidak pada tempatnya",
        usul="Beri tanda kutip pada teks yang memuat titik dua, atau periksa indentasi baris ini.",
    ),
    "SOP-Y002": contoh(
        """
        peralatan:
        \t- Komputer ◄
        """,
        """
        peralatan:
          - Komputer
        """,
    ),
    "SOP-Y003": contoh(
        """
        peralatan: Komputer
        pencatatan: Buku agenda
        peralatan: Printer ◄
        """,
        """
        peralatan:
          - Komputer
          - Printer
        pencatatan: Buku agenda
        """,
        kunci="peralatan",
        baris="1",
    ),
    "SOP-Y004": contoh(
        """
        peralatan: &alat
          - Komputer
          - *alat ◄
        """,
        """
        peralatan:
          - Komputer
          - Printer
        """,
        alias="alat",
        sebab="menunjuk dirinya sendiri",
    ),
    "SOP-Y005": contoh(
        f"""
        peralatan: {"[" * 32}Komputer{"]" * 32} ◄
        """,
        """
        peralatan: [Komputer]
        """,
        batas="32",
    ),
    "SOP-Y006": contoh(
        """
        - Mencatat surat ◄
        - Menyimpan surat
        """,
        """
        nama: Penerimaan Surat
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
          - kegiatan: Menyimpan surat
            pelaksana: staf
        """,
        jenis="daftar",
    ),
    "SOP-Y007": contoh(
        """
        nama: Penerimaan Surat
        --- ◄
        nama: Pengarsipan Surat
        """,
        """
        nama: Penerimaan Surat
        == kantor-contoh/arsip-surat.yml
        nama: Pengarsipan Surat
        """,
    ),
    "SOP-Y008": contoh(
        """
        nomor: !!str 12/SOP/2026 ◄
        """,
        """
        nomor: 12/SOP/2026
        """,
        tag="!!str",
    ),
    "SOP-Y009": contoh(
        """
        nama: Penerimaan Su\u200brat Masuk ◄
        """,
        """
        nama: Penerimaan Surat Masuk
        """,
        nama="U+200B ZERO WIDTH SPACE",
    ),
    "SOP-Y010": contoh(
        """
        pelaksana:
          [staf]: Staf Tata Usaha ◄
        """,
        """
        pelaksana:
          staf: Staf Tata Usaha
        langkah:
          - kegiatan: Mencatat surat
            pelaksana: staf
        """,
    ),
    "SOP-Y011": contoh(
        """
        nama: Penerimaan Tamu 日本 ◄
        """,
        """
        nama: Penerimaan Tamu Jepang
        """,
        huruf="日 (U+65E5), 本 (U+672C)",
    ),
}
