"""Examples of SOP-W: the settings of a handbook, in `mkdocs.yml`."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import contoh

CONTOH = {
    "SOP-W001": contoh(
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              warna:
                utama: #14603a ◄
        """,
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              warna:
                utama: "#14603a"
        """,
        nilai="#14603a",
        sebab=" karena tanpa tanda kutip `#` memulai komentar",
        usul='`utama: "#14603a"`',
    ),
    "SOP-W002": contoh(
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              warna:
                utama: "#ffd100" ◄
        """,
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              warna:
                utama: "#b29100"
        """,
        kunci="utama",
        nilai="#ffd100",
        kontras="1,4",
        guna="bidang berwarna",
        perlu="3",
        terdekat="#b29100",
    ),
    "SOP-W003": contoh(
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              logo: logo-kantor.svg ◄
        """,
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              nama: Buku SOP Kantor Contoh
        """,
        logo="logo-kantor.svg",
        sebab="berkas itu tidak ada",
    ),
    "SOP-W004": contoh(
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              tautan:
                - judul: Situs kantor
                  alamat: kantor.contoh.go.id ◄
        """,
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              tautan:
                - judul: Situs kantor
                  alamat: https://kantor.contoh.go.id
        """,
        alamat="kantor.contoh.go.id",
        sebab="tanpa `https://` di depannya; tulis `https://kantor.contoh.go.id`",
    ),
    "SOP-W005": contoh(
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        extra:
          pdf: false ◄
        plugins:
          - buku-sop:
              pdf: tidak
        """,
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              pdf: tidak
        """,
        kunci="pdf",
    ),
    "SOP-W006": contoh(
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              rujukan:
                - nama: Buku Dinas Rekaan ◄
                  alamat: https://rekaan.contoh.go.id/
        """,
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              rujukan:
                - nama: Buku Dinas Rekaan
                  alamat: https://rekaan.contoh.go.id/
        == rujukan/buku-dinas-rekaan.json
        {"format": "inventaris-sop", "versi": 1, "buku": {"nama": "Buku Dinas Rekaan"}, "instansi": {}, "sop": []}
        """,
        buku="Buku Dinas Rekaan",
        berkas="rujukan/buku-dinas-rekaan.json",
        usul="Jalankan `sop perbarui-rujukan`, lalu simpan berkas itu bersama datanya.",
    ),
    "SOP-W007": contoh(
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              rujukan:
                - nama: Buku Dinas Rekaan ◄
                  alamat: https://rekaan.contoh.go.id/
        == rujukan/buku-dinas-rekaan.json
        <!DOCTYPE html><title>Halaman masuk</title>
        """,
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              rujukan:
                - nama: Buku Dinas Rekaan
                  alamat: https://rekaan.contoh.go.id/
        == rujukan/buku-dinas-rekaan.json
        {"format": "inventaris-sop", "versi": 1, "buku": {"nama": "Buku Dinas Rekaan"}, "instansi": {}, "sop": []}
        """,
        buku="Buku Dinas Rekaan",
        berkas="rujukan/buku-dinas-rekaan.json",
        sebab="bukan JSON (baris 1, kolom 1)",
        usul="Jalankan `sop perbarui-rujukan`, lalu simpan berkas itu bersama datanya.",
    ),
    "SOP-W008": contoh(
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              rujukan:
                - nama: Buku Dinas Rekaan
                  cari_langsung: ya ◄
        == rujukan/buku-dinas-rekaan.json
        {"format": "inventaris-sop", "versi": 1, "buku": {"nama": "Buku Dinas Rekaan"}, "instansi": {}, "sop": []}
        """,
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              rujukan:
                - nama: Buku Dinas Rekaan
                  alamat: https://rekaan.contoh.go.id/
                  cari_langsung: ya
        == rujukan/buku-dinas-rekaan.json
        {"format": "inventaris-sop", "versi": 1, "buku": {"nama": "Buku Dinas Rekaan"}, "instansi": {}, "sop": []}
        """,
        buku="Buku Dinas Rekaan",
    ),
    "SOP-W009": contoh(
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              tulisan:
                saring.cocok: Ada {jumlah} ◄
        """,
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              tulisan:
                saring.cocok: Ada {banyak} dari {semua}
        """,
        kunci="saring.cocok",
        sebab="isian di dalamnya harus `{banyak}`, `{semua}`",
        usul="Bakunya: “{banyak} dari {semua} cocok”.",
    ),
    "SOP-W010": contoh(
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              forge: gitlab
              forge_aplikasi: nama aplikasi kami ◄
        """,
        """
        == mkdocs.yml
        site_name: Buku SOP Kantor Contoh
        plugins:
          - buku-sop:
              forge: gitlab
              forge_aplikasi: 0a1b2c3d4e5f60718293a4b5c6d7e8f9
        """,
        sebab="bentuknya bukan Client ID",
        usul="Salin Application ID (GitLab) atau Client ID (Gitea, Forgejo) apa adanya.",
    ),
}
