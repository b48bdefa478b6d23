"""A made-up handbook whose pages differ by the roots of their words, and what to find in it."""

from __future__ import annotations

PAGES: dict[str, tuple[str, ...]] = {
    "ukur-kinerja": ("Pengukuran Kinerja", "Mengumpulkan data", "Mengukur capaian sasaran"),
    "ukur-lahan": ("Pemetaan Lahan", "Petugas mengukur lahan", "Hasil diukur ulang"),
    "meteran": ("Tera Meteran", "Memeriksa ukuran", "Membubuhkan segel"),
    "lapor-bulanan": ("Pelaporan Bulanan", "Menyusun laporan", "Melaporkan kepada pimpinan"),
    "kas": ("Pembukuan Kas", "Mencatat kas", "Kas dilaporkan setiap pekan"),
    "surat-keluar": ("Surat Keluar", "Mengetik konsep", "Surat ditandatangani kepala kantor"),
    "surat-tugas": ("Surat Perintah Tugas", "Meminta tanda tangan kepala", "Mengirim surat"),
    "kontrak": ("Penandatanganan Kontrak", "Para pihak menandatangani naskah"),
    "tanda-pengenal": ("Tanda Pengenal", "Mencetak tanda pengenal", "Sarung tangan dipakai"),
    "arsip": ("Pengarsipan Dokumen", "Mengarsipkan dokumen"),
    "arsiparis": ("Penilaian Arsiparis", "Menilai arsiparis"),
    "ruang-simpan": ("Peminjaman Berkas Lama", "Meminjam arsip dari gudang", "Mengembalikan"),
    "berita": ("Penulisan Berita", "Menulis naskah berita"),
    "ujian": ("Ujian Calon", "Ujian tertulis", "Wawancara"),
    "tamu": ("Penerimaan Tamu", "Menerima tamu", "Mencatat keperluan"),
    "anggaran": ("Pengesahan Anggaran", "Kepala mengesahkan anggaran"),
    "cuti": ("Persetujuan Cuti", "Atasan menyetujui cuti", "Cuti disetujui"),
    "aduan": ("Aduan Warga", "Aduan ditindaklanjuti bidang"),
    "audit": ("Tindak Lanjut Hasil Audit", "Menindaklanjuti temuan"),
    "rapat": ("Undangan Rapat", "Membuat undangan", "Mengundang peserta rapat"),
    "hukum": ("Daftar Hukum", "Mencari peraturan perundang-undangan", "Mencatat Undang-Undang"),
    "barang": ("Pengadaan Barang", "Mengadakan barang", "Membayar"),
    "profil": ("Profil Pemerintah Daerah", "Menyusun profil pemerintahan"),
    "tugas": ("Pemberian Tugas", "Memerintahkan staf"),
    "data-warga": ("Cek Data Warga", "Memvalidasi data", "Data tervalidasi"),
    "gudang": ("Pengawasan Gudang", "Mengawasi gudang"),
    "honor": ("Pembayaran Honor", "Membayar honor"),
    "belanja": ("Pertanggungjawaban Belanja", "Bendahara bertanggung jawab"),
    "libur": ("Pemberitahuan Libur", "Memberitahukan warga"),
    "rencana": ("Rencana Tahunan", "Menyusun rencana tahunan"),
    "dasar": ("Dasar", "Peraturan Nomor 5 Tahun 2014"),
    "absensi": ("Absensi", "Tiap-tiap pegawai mengisi daftar hadir"),
    "reklame": ("Pencabutan Izin Reklame", "Mencabut stiker", "Izin dicabut"),
    "cuaca": ("Pemantauan Cuaca", "Memantau langit"),
    "lampu": ("Penggantian Lampu", "Lampu diganti"),
}
"""Page -> title and steps."""

_FAMILIES = {
    "ukur mengukur pengukuran pengukurannya": "ukur-kinerja ukur-lahan meteran",
    "lapor laporan pelaporan melaporkan": "lapor-bulanan kas",
    "menandatangani penandatanganan tandatangan": "surat-keluar surat-tugas kontrak",
    "arsip": "arsip ruang-simpan arsiparis",
    "kearsipan mengarsipkannya": "arsip ruang-simpan",
    "tulis menuliskan penulis": "berita ujian",
    "terima penerimaan": "tamu",
    "sah pengesahan disahkan": "anggaran",
    "setuju persetujuan": "cuti",
    "menindaklanjuti": "aduan audit",
    "undangan mengundang": "rapat",
    "perundang-undangan undang-undang": "hukum",
    "pengadaan diadakan": "barang",
    "pemerintah": "profil",
    "memerintahkan perintahnya": "surat-tugas tugas",
    "validasi divalidasi": "data-warga",
    "awas pengawas": "gudang",
    "bayar dibayarkan": "barang honor",
    "pertanggungjawaban": "belanja",
    "beritahu": "libur",
    "tahunan": "rencana",
    "cabut pencabutan": "reklame",
    "pantau dipantau": "cuaca",
    "ganti pengganti": "lampu",
    "pinjam peminjam": "ruang-simpan",
    "catat pencatatan": "kas tamu hukum",
}
AFFIX_QUERIES: dict[str, frozenset[str]] = {
    query: frozenset(pages.split())
    for queries, pages in _FAMILIES.items()
    for query in queries.split()
} | {
    "tanda tangan": frozenset({"surat-keluar", "surat-tugas", "kontrak"}),
    "tanggung jawab": frozenset({"belanja"}),
    "tindak lanjut": frozenset({"aduan", "audit"}),
}
"""What is typed -> the pages that a person means."""
