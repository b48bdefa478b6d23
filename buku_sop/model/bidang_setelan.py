"""The registers of settings: what `mkdocs.yml` may say under `plugins: buku-sop:`."""

from __future__ import annotations

from buku_sop.model.bidang import Bidang, JenisNilai, Register, daftarkan

BIDANG_WARNA: Register = daftarkan(
    Bidang(nama="utama", label="Warna utama", uraian="Warna kepala halaman, tombol, tautan, dan simbol: #rrggbb dalam tanda kutip.",
           panduan="kepala halaman, tombol, tautan, dan simbol; `\"#rrggbb\"` dalam tanda kutip",
           jenis=JenisNilai.TEKS, contoh="#0b4654"),
    Bidang(nama="aksen", label="Warna aksen", uraian="Warna yang ditunjuk, difokus, atau ditonjolkan: #rrggbb dalam tanda kutip.",
           panduan="yang ditunjuk, difokus, atau ditonjolkan; `\"#rrggbb\"` dalam tanda kutip",
           jenis=JenisNilai.TEKS, contoh="#9a3d00"),
)  # fmt: skip
"""The two colours."""

BIDANG_TAUTAN: Register = daftarkan(
    Bidang(nama="judul", label="Judul tautan", uraian="Tulisan tautannya.", panduan="wajib; tulisannya",
           jenis=JenisNilai.TEKS),
    Bidang(nama="alamat", label="Alamat tautan", uraian="https://…, mailto:…, tel:…, atau halaman buku ini.",
           panduan="wajib; `https://…`, `mailto:…`, `tel:…`, atau halaman buku ini, misalnya `panduan/`",
           jenis=JenisNilai.TEKS),
)  # fmt: skip
"""A link of the home page."""

BIDANG_RUJUKAN: Register = daftarkan(
    Bidang(nama="nama", label="Nama buku", uraian="Nama buku SOP yang dirujuk.", panduan="wajib; nama bukunya",
           jenis=JenisNilai.TEKS),
    Bidang(nama="alamat", label="Alamat buku", uraian="Alamat situsnya, https://….",
           panduan="alamat situsnya, `https://…`", jenis=JenisNilai.TEKS),
    Bidang(nama="berkas", label="Salinan inventaris", uraian="Berkas salinan inventarisnya di proyek ini.",
           panduan="berkas salinan inventarisnya, dari folder `mkdocs.yml`", jenis=JenisNilai.TEKS),
    Bidang(nama="cari_langsung", label="Cari langsung", uraian="Apakah pencarian juga menanyakan daftar SOP ke situs buku itu; bakunya tidak.",
           panduan="`tidak` (bila tidak ditulis) atau `ya`: pencarian juga menanyakan daftar SOP terbaru ke situs itu",
           jenis=JenisNilai.YA_TIDAK),
)  # fmt: skip
"""Another handbook."""

BIDANG_SETELAN: Register = daftarkan(
    Bidang(nama="nama", label="Nama buku", uraian="Nama buku di kepala halaman dan judul; bakunya site_name.",
           panduan="nama buku di kepala halaman, judul, dan sampul; bila tidak ditulis: `site_name`",
           jenis=JenisNilai.TEKS),
    Bidang(nama="pemerintah", label="Pemerintah", uraian="Pemerintah yang membawahi instansi-instansinya.",
           panduan="pemerintah yang membawahi instansinya, misalnya `Pemerintah Kabupaten …`; berlaku bagi "
                   "instansi yang tidak menulisnya sendiri", jenis=JenisNilai.TEKS),
    Bidang(nama="logo", label="Logo", uraian="Berkas SVG, PNG, atau JPG, dari folder mkdocs.yml.",
           panduan="berkas SVG, PNG, atau JPG, dari folder `mkdocs.yml`: kepala halaman, beranda, ikon, dan "
                   "lembar instansi yang tidak mempunyai logo sendiri", jenis=JenisNilai.TEKS),
    Bidang(nama="warna", label="Warna", uraian="Dua warna: utama dan aksen.",
           panduan="`utama` dan `aksen` (lihat di bawah)"),
    Bidang(nama="pengumuman", label="Pengumuman", uraian="Pengumuman di atas beranda (Markdown tanpa HTML).",
           panduan="pengumuman di atas beranda; Markdown tanpa HTML", jenis=JenisNilai.TEKS),
    Bidang(nama="sambutan", label="Sambutan", uraian="Kata sambutan di beranda (Markdown tanpa HTML).",
           panduan="kata sambutan di bawah judul beranda; Markdown tanpa HTML", jenis=JenisNilai.TEKS),
    Bidang(nama="tautan", label="Tautan", uraian="Tautan di beranda: daftar judul dan alamat.",
           panduan="daftar tautan di beranda: `judul` dan `alamat`"),
    Bidang(nama="petunjuk_cari", label="Petunjuk pencarian", uraian="Tulisan di kotak pencarian beranda yang kosong.",
           panduan="tulisan di kotak pencarian beranda yang masih kosong", jenis=JenisNilai.TEKS),
    Bidang(nama="contoh_cari", label="Contoh pencarian", uraian="Contoh kata yang dicari; bakunya dari isi SOP.",
           panduan="contoh kata di bawah kotak pencarian; bila tidak ditulis, dipilih dari isi SOP",
           jenis=JenisNilai.DAFTAR),
    Bidang(nama="kontak", label="Kontak", uraian="Pengelola buku ini: unit, ruang, email, telepon, whatsapp.",
           panduan="pengelola buku, di kaki setiap halaman: `unit`, `ruang`, `email`, `telepon`, `whatsapp`"),
    Bidang(nama="rujukan", label="Rujukan", uraian="Buku SOP lain yang dirujuk: daftar nama dan alamat atau berkas.",
           panduan="buku SOP lain yang dirujuk: daftar `nama` dan `alamat` atau `berkas`"),
    Bidang(nama="tulisan", label="Tulisan antarmuka", uraian="Tulisan tombol dan pesan yang diganti: kunci dan tulisannya.",
           panduan="tulisan tombol dan pesan yang diganti: `kunci: tulisan` (lihat di bawah)"),
    Bidang(nama="pdf", label="Lembar cetak", uraian="Apakah situs menyediakan lembar dan buku PDF; bakunya ya.",
           panduan="`ya` (bila tidak ditulis) atau `tidak`: lembar dan buku PDF", jenis=JenisNilai.YA_TIDAK),
    Bidang(nama="unduhan", label="Berkas untuk disunting", uraian="Berkas yang ditawarkan halaman SOP di samping PDF: word, excel, bpmn; bakunya tidak ada.",
           panduan="berkas untuk disunting di setiap halaman SOP, di samping PDF: daftar `word`, `excel`, `bpmn`; bila tidak "
                   "ditulis, tidak ada (lihat [Mengekspor SOP](mengekspor.md#di-situs))", jenis=JenisNilai.DAFTAR),
    Bidang(nama="simpanan", label="Simpanan", uraian="Apakah gawai boleh menyimpan halaman untuk dibaca tanpa sambungan; bakunya ya.",
           panduan="`ya` (bila tidak ditulis) atau `tidak`: halaman dapat disimpan di gawai untuk dibaca tanpa "
                   "sambungan", jenis=JenisNilai.YA_TIDAK),
    Bidang(nama="penyunting", label="Penyunting", uraian="Apakah situs memuat halaman untuk menulis dan mengubah SOP; bakunya tidak.",
           panduan="`tidak` (bila tidak ditulis) atau `ya`: halaman untuk menulis dan mengubah SOP di peramban "
                   "(menambah sekitar 15 MB pada situs)", jenis=JenisNilai.YA_TIDAK),
    Bidang(nama="forge", label="Jenis forge", uraian="github, gitlab, gitea, atau forgejo, bila nama hosnya tidak memberi tahu.",
           panduan="`github`, `gitlab`, `gitea`, atau `forgejo`, bila tidak dikenali dari `repo_url`", jenis=JenisNilai.TEKS),
    Bidang(nama="forge_aplikasi", label="Aplikasi forge", uraian="Client ID aplikasi di GitLab, Gitea, atau Forgejo, untuk masuk dari penyunting. Bukan rahasia.",
           panduan="Client ID aplikasi yang didaftarkan di GitLab, Gitea, atau Forgejo, supaya orang masuk dari penyunting "
                   "tanpa membuat token ([caranya](memasang.md#masuk-dari-penyunting))", jenis=JenisNilai.TEKS),
    Bidang(nama="tampilkan_penulis", label="Nama pengubah", uraian="Apakah riwayat SOP menyebut siapa yang mengubah; data pribadi. Bakunya tidak.",
           panduan="`tidak` (bila tidak ditulis) atau `ya`: riwayat menyebut siapa yang mengubah, dengan "
                   "persetujuan mereka", jenis=JenisNilai.YA_TIDAK),
    Bidang(nama="edit_uri", label="Alamat penyuntingan", uraian="Di bawah repo_url, bila berbeda dari yang lazim: edit/main/.",
           panduan="di bawah `repo_url`, bila berbeda dari yang lazim bagi forge itu: `edit/main/`", jenis=JenisNilai.TEKS),
)  # fmt: skip
"""The settings, in the order in which `mkdocs.yml` has them."""
