"""The registers of the parts of fields: entries of `riwayat`, the contact of an office, the choices of its sheet."""

from __future__ import annotations

from buku_sop.model.bidang import Bidang, JenisNilai, Register, daftarkan


def _jawaban(nama: str, pertanyaan: str) -> Bidang:
    return Bidang(
        nama=nama, label=pertanyaan, uraian=f"ya atau tidak: {pertanyaan}.",
        panduan=f"`ya` atau `tidak`: {pertanyaan}", jenis=JenisNilai.YA_TIDAK,
    )  # fmt: skip


BIDANG_JAWABAN: Register = daftarkan(
    _jawaban("mendorong_kinerja", "Mampu mendorong peningkatan kinerja"),
    _jawaban("mudah_dipahami", "Mudah dipahami"),
    _jawaban("mudah_dilaksanakan", "Mudah dilaksanakan"),
    _jawaban("peran_dijalankan", "Semua orang dapat menjalankan perannya masing-masing"),
    _jawaban("mengatasi_masalah", "Mampu mengatasi permasalahan yang berkaitan dengan proses"),
    _jawaban("menjawab_kebutuhan", "Mampu menjawab kebutuhan peningkatan kinerja organisasi"),
    _jawaban("sinergi", "Sinergi satu dengan lainnya"),
)
"""The seven questions of the form *Evaluasi Penerapan SOP AP* in its wording; the label is the question."""

BIDANG_RIWAYAT: Register = daftarkan(
    Bidang(nama="tanggal", label="Tanggal", uraian="Tahun-bulan-hari.",
           panduan="wajib; hari kejadiannya", jenis=JenisNilai.TANGGAL),
    Bidang(nama="jenis", label="Jenis",
           uraian="pembuatan, revisi, monitoring, evaluasi, atau sosialisasi.",
           panduan="wajib; `pembuatan`, `revisi`, `monitoring`, `evaluasi`, atau `sosialisasi`"),
    Bidang(nama="penilaian", label="Penilaian terhadap penerapan",
           uraian="Monitoring: berjalan dengan baik, atau tidak berjalan dengan baik.",
           panduan="monitoring: `berjalan dengan baik` atau `tidak berjalan dengan baik`"),
    Bidang(nama="jawaban", label="Jawaban",
           uraian="Evaluasi: tujuh pertanyaan, masing-masing ya atau tidak.",
           panduan="evaluasi: tujuh pertanyaan, masing-masing `ya` atau `tidak` (lihat "
                   "[Meninjau](meninjau.md))"),
    Bidang(nama="catatan", label="Catatan", uraian="Hasilnya, atau apa yang berubah.",
           panduan="hasilnya, atau apa yang berubah", jenis=JenisNilai.TEKS),
    Bidang(nama="tindakan", label="Tindakan yang harus diambil",
           uraian="Monitoring: tindakan yang harus diambil.",
           panduan="monitoring: tindakan yang harus diambil", jenis=JenisNilai.TEKS),
    Bidang(nama="rekomendasi", label="Rekomendasi", uraian="Evaluasi: apa yang perlu diubah.",
           panduan="evaluasi: apa yang perlu diubah", jenis=JenisNilai.TEKS),
    Bidang(nama="penilai", label="Penilai", uraian="Monitoring dan evaluasi: jabatan penilainya.",
           panduan="monitoring dan evaluasi: siapa yang menilai; sebaiknya jabatannya, karena tampil "
                   "di situs", jenis=JenisNilai.TEKS),
    Bidang(nama="kepada", label="Kepada", uraian="Sosialisasi: kepada siapa SOP disampaikan.",
           panduan="sosialisasi: kepada siapa SOP disampaikan; daftar teks", jenis=JenisNilai.DAFTAR),
)  # fmt: skip
"""The parts of an entry of `riwayat`: those of the form *Monitoring Pelaksanaan SOP AP* (PermenPANRB 35/2012,
Tabel 7) and of the evaluation beside it."""

BIDANG_PELAKSANA: Register = daftarkan(
    Bidang(nama="nama", label="Nama jabatan", uraian="Kepala kolomnya.", panduan="wajib; kepala kolomnya",
           jenis=JenisNilai.TEKS),
    Bidang(nama="kelompok", label="Kelompok kolom",
           uraian="Kepala bersama di atas kolom ini dan kolom di sampingnya, misalnya nama unitnya.",
           panduan="kepala bersama di atas kolom ini dan kolom di sampingnya yang sekelompok",
           jenis=JenisNilai.TEKS),
)  # fmt: skip
"""The parts of a lane."""

BIDANG_KONTAK: Register = daftarkan(
    Bidang(nama="unit", label="Unit", uraian="Unit yang menerima usul, misalnya Bagian Organisasi.",
           panduan="unit yang menerima usul", jenis=JenisNilai.TEKS),
    Bidang(nama="ruang", label="Ruang", uraian="Letak ruangannya.", panduan="letak ruangannya",
           jenis=JenisNilai.TEKS),
    Bidang(nama="email", label="Surel", uraian="Alamat surel (email).",
           panduan="alamat surel (email)", jenis=JenisNilai.TEKS),
    Bidang(nama="telepon", label="Telepon", uraian="Nomor telepon dengan kode wilayah.",
           panduan="nomor telepon dengan kode wilayahnya", jenis=JenisNilai.TEKS),
    Bidang(nama="whatsapp", label="WhatsApp", uraian="Nomor WhatsApp, diawali 08 atau +62.",
           panduan="nomor WhatsApp, diawali `08` atau `+62`", jenis=JenisNilai.TEKS),
)  # fmt: skip
"""How an office is reached by whoever proposes something."""

BIDANG_LAMPIRAN: Register = daftarkan(
    Bidang(nama="berkas", label="Berkas", uraian="Nama berkas di folder instansi, misalnya formulir.pdf.",
           panduan="wajib; nama berkas di folder instansi, atau di sebuah folder di dalamnya",
           jenis=JenisNilai.TEKS),
    Bidang(nama="judul", label="Judul", uraian="Judulnya bagi pembaca.",
           panduan="judulnya bagi pembaca, bila bukan nama berkasnya", jenis=JenisNilai.TEKS),
    Bidang(nama="keterangan", label="Keterangan", uraian="Kapan dan untuk apa dipakai.",
           panduan="kapan dan untuk apa dipakai", jenis=JenisNilai.TEKS),
)  # fmt: skip
"""The parts of an annex."""

BIDANG_SALINAN: Register = daftarkan(
    Bidang(nama="berkas", label="Berkas", uraian="PDF yang ditandatangani, di folder instansi.",
           panduan="wajib; PDF yang ditandatangani, di folder instansi", jenis=JenisNilai.TEKS),
    Bidang(nama="tanggal", label="Tanggal tanda tangan", uraian="Tahun-bulan-hari.",
           panduan="hari ditandatangani", jenis=JenisNilai.TANGGAL),
    Bidang(nama="revisi", label="Revisi data", uraian="Revisi data yang tercetak di kaki lembarnya.",
           panduan="*Revisi data* yang tercetak di kaki lembarnya", jenis=JenisNilai.TEKS),
    Bidang(nama="terbitkan", label="Terbitkan", uraian="ya bila boleh diunduh dari situs; memuat NIP.",
           panduan="`ya` bila boleh diunduh dari situs; bila tidak ditulis: tidak, karena memuat NIP",
           jenis=JenisNilai.YA_TIDAK),
)  # fmt: skip
"""The parts of a signed copy."""


def _tepi(sisi: str, baku: str) -> Bidang:
    return Bidang(
        nama=f"tepi_{sisi}", label=f"Tepi {sisi}", uraian=f"Tepi {sisi} kertas dalam milimeter.",
        panduan=f"tepi {sisi} dalam milimeter; {baku}",
    )  # fmt: skip


BIDANG_PILIHAN_LEMBAR: Register = daftarkan(
    Bidang(nama="kertas", label="Kertas", uraian="a4, f4, letter, atau folio.",
           panduan="`a4`, `f4` (215 × 330 mm), `letter`, atau `folio` (8,5 × 13 inci); bakunya `a4`"),
    Bidang(nama="arah", label="Arah kertas", uraian="lanskap atau potret.",
           panduan="`lanskap` (bakunya) atau `potret`"),
    _tepi("kiri", "5 sampai 50, bakunya 15"),
    _tepi("kanan", "5 sampai 50, bakunya 10"),
    _tepi("atas", "5 sampai 50, bakunya 10"),
    _tepi("bawah", "19 sampai 50, bakunya 19: di situ kaki halaman"),
    Bidang(nama="tanda_tangan", label="Ruang tanda tangan",
           uraian="basah, elektronik, atau tidak.",
           panduan="`basah` (bakunya): ruang untuk tanda tangan dan stempel; `elektronik`: bingkai untuk kode "
                   "QR sertifikat di samping nama, sehingga tidak menutup apa pun; `tidak`: tanpa ruang"),
    Bidang(nama="susunan_tanda_tangan", label="Susunan tanda tangan", uraian="baris atau kolom.",
           panduan="`baris`: para penanda tangan berdampingan; `kolom`: dari atas ke bawah. Bila tidak ditulis: "
                   "yang mengesahkan dari atas ke bawah, yang lain berdampingan"),
    Bidang(nama="kolom_kosong", label="Kolom kosong",
           uraian="tidak bila kolom yang kosong di semua langkah tidak dicetak.",
           panduan="`tidak` bila kolom mutu baku dan keterangan yang kosong di semua langkah tidak dicetak; "
                   "bakunya `ya`", jenis=JenisNilai.YA_TIDAK),
    Bidang(nama="lembar_kerja", label="Lembar kerja tercetak",
           uraian="tidak bila lembar kerja tidak ikut dicetak.",
           panduan="`tidak` bila lembar kerja tidak ikut dicetak; bakunya `ya`", jenis=JenisNilai.YA_TIDAK),
    Bidang(nama="legenda", label="Legenda", uraian="ya bila arti simbol dicetak di bawah tabel.",
           panduan="`ya` bila arti simbol dicetak di bawah tabel", jenis=JenisNilai.YA_TIDAK),
    Bidang(nama="jumlah_waktu", label="Jumlah waktu",
           uraian="ya bila jumlah waktu dicetak di bawah tabel.",
           panduan="`ya` bila jumlah waktu dicetak di bawah tabel; hanya bila waktu semua langkahnya "
                   "dapat dijumlahkan", jenis=JenisNilai.YA_TIDAK),
    Bidang(nama="nomor_kolom", label="Nomor kolom",
           uraian="ya bila kolomnya diberi nomor (1) (2) (3).",
           panduan="`ya` bila di bawah kepala tabel dicetak baris nomor kolom (1) (2) (3)",
           jenis=JenisNilai.YA_TIDAK),
    Bidang(nama="distribusi", label="Distribusi",
           uraian="ya bila daftar distribusi dicetak sesudah kotak-kotak identitas.",
           panduan="`ya` bila isian `distribusi` dicetak sesudah kotak-kotak identitas",
           jenis=JenisNilai.YA_TIDAK),
)  # fmt: skip
"""What is chosen for the printed sheet."""
