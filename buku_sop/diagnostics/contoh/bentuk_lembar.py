"""Examples of the codes for forms of printed sheets."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import Contoh, contoh

CONTOH: dict[str, Contoh] = {
    "SOP-S021": contoh(
        """
        == kantor-contoh/bentuk.yml
        bentuk:
          bentuk-kami:
            nama: SOP Kantor Contoh
            kepala:
              kolom: [1, 3, 1]
              baris:
                - [{logo: instansi}, {isian: nama}] ◄
            bagian: [Tujuan, {judul: Prosedur, prosedur: daftar}]
        """,
        """
        == kantor-contoh/bentuk.yml
        bentuk:
          bentuk-kami:
            nama: SOP Kantor Contoh
            kepala:
              kolom: [1, 3, 1]
              baris:
                - [{logo: instansi}, {isian: nama, kolom: 2}]
            bagian: [Tujuan, {judul: Prosedur, prosedur: daftar}]
        """,
        apa="Baris 1 kepala ini",
        sebab="sel-selnya mengisi 2 dari 3 kolom",
        usul="Sesuaikan `kolom` pada sel-selnya; sel dengan `baris` lebih dari satu juga mengisi baris di bawahnya.",
    ),
    "SOP-S022": contoh(
        """
        == kantor-contoh/bentuk.yml
        bentuk:
          bentuk-kami:
            nama: SOP Kantor Contoh
            kepala: {kolom: [1], baris: [[{isian: nama}]]}
            bagian:
              - {judul: Acuan, dari: [dasar_hukun]} ◄
        """,
        """
        == kantor-contoh/bentuk.yml
        bentuk:
          bentuk-kami:
            nama: SOP Kantor Contoh
            kepala: {kolom: [1], baris: [[{isian: nama}]]}
            bagian:
              - {judul: Acuan, dari: [dasar_hukum, Referensi]}
        """,
        isian="dasar_hukun",
        usul="Maksudnya `dasar_hukum`?",
    ),
    "SOP-S023": contoh(
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        bentuk: puskemas ◄
        """,
        """
        == kantor-contoh/instansi.yml
        nama: Kantor Contoh Kabupaten Rekaan
        bentuk: puskesmas
        """,
        nama="puskemas",
        usul="Maksudnya `puskesmas`? ",
        pilihan="pos, puskesmas, sop-ap, spo-rumah-sakit",
    ),
    "SOP-I030": contoh(
        """
        == kantor-contoh/cuci-tangan.yml
        bentuk: puskesmas
        bagian:
          Pengertian: Membersihkan tangan dengan sabun dan air mengalir. ◄
          Tujuan: Mencegah penularan infeksi.
          Kebijakan: Keputusan Kepala Puskesmas Rekaan Nomor 1.
        dasar_hukum: Pedoman pencegahan infeksi
        """,
        """
        == kantor-contoh/cuci-tangan.yml
        bentuk: puskesmas
        bagian:
          Pengertian: Membersihkan tangan dengan sabun dan air mengalir.
          Tujuan: Mencegah penularan infeksi.
          Kebijakan: Keputusan Kepala Puskesmas Rekaan Nomor 1.
          Unit Terkait: Semua unit
        dasar_hukum: Pedoman pencegahan infeksi
        """,
        bentuk="SOP puskesmas",
        bagian="*Unit Terkait*",
        contoh="Unit Terkait",
        isian="",
    ),
}
