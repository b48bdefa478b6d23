"""The word lists of the checks. A word belongs here only if a finding went wrong without it."""

from __future__ import annotations


def _kata(text: str) -> frozenset[str]:
    return frozenset(text.split())


JABATAN = _kata("""
    admin administrator ajudan analis anggota arsiparis asisten atasan auditor bendahara bupati camat
    direktur gubernur inspektur jft jfu kabag kabid kadis kaban kabbid kasi kasie kasubag kasubbag kasubbid
    kasubid kasubsi kepala ketua koordinator kpa lurah manajer menteri operator panitera panitia pegawai
    pejabat pelaksana pemohon penanggung penyedia peserta pengadministrasi pengelola pengguna penyuluh perencana petugas pimpinan pokja
    ppk pptk ppspm pranata resepsionis rektor satpam sekcam sekda sekdis sekretaris staf staff subkoordinator
    tim verifikator wakil walikota
""")
"""Words with which the name of a role begins."""
KATA_LANJUTAN = _kata("""
    badan bagian bidang daerah dinas inspektorat kantor lapangan pelayanan perencanaan program sakip seksi
    sekretariat skpd sub subbag subbagian opd teknis uptd unit
""")
"""Words with which the name of a role goes on."""
BUKAN_KERJA = _kata("""
    media mekanisme meja menteri metode meterai medis memo memorandum mentor menu
    berita berkas beras bersama berbagai besaran beban bendahara
    diagram dialog diklat digital dinas direktur disposisi disket diskusi dispensasi distribusi dividen
    distributor display divisi disiplin dinamika diplomasi dimensi diseminasi direksi direktorat
    termin terminal teras
""")
"""Nouns that begin as verbs do."""
KATA_KERJA = _kata("""
    ada adakan agendakan ajukan ambil amankan antar arahkan arsipkan awasi baca bagikan bahas bandingkan
    bawa bayar beri berikan buat buka cari catat cek cetak copot daftarkan dapatkan datang dokumentasikan
    evaluasi fotokopi gandakan gunakan hadir hadiri hitung hubungi ikuti ingatkan input isi jalankan jelaskan
    jilid kaji kelola kembali kembalikan kerjakan kirim kirimkan klarifikasi konfirmasi konsultasikan koreksi
    kumpulkan lakukan laksanakan lanjutkan lapor laporkan lengkapi lihat mohon mulai nilai olah panggil pantau
    paraf pastikan periksa pelajari perbaiki persiapkan pilah pilih proses rapatkan rekap rekam sahkan
    sampaikan scan selesai selesaikan serahkan siapkan simpan susun tandatangani tanya tanyakan tarik teliti
    tentukan teruskan tetapkan tinjau tolak tulis tugaskan tunggu umumkan undang unduh unggah upload
    verifikasi
""")
"""Common verbs without a prefix."""
KATA_PEKERJAAN = _kata("""
    alokasi asistensi diseminasi distribusi dokumentasi estimasi evaluasi fasilitasi finalisasi identifikasi
    implementasi inventarisasi klarifikasi kolaborasi kompilasi konfirmasi konsultasi koordinasi legalisasi migrasi
    mitigasi monitoring negosiasi observasi presentasi publikasi registrasi rekapitulasi rekonsiliasi sinkronisasi
    sosialisasi supervisi validasi verifikasi
""")
"""Nouns for what is done, made of no Indonesian verb."""
KEGIATAN = KATA_PEKERJAAN | _kata("""
    absensi adendum administrasi alur analisa analisis apel arsip asesmen audit backup bimtek briefing cuti dialog diklat
    disposisi entri ekspor forum hibah impor inspeksi instalasi inventaris jual keamanan kerja konsinyering kunjungan
    legalisir lelang lembur lomba magang manajemen mekanisme mediasi mutasi opname operasi paparan patroli pensiun posting praktik presensi
    prosedur proses promosi rapat reimburse rekrutmen reviu review revisi rilis riset rotasi seleksi seminar sensus
    serah sertijab setup survei studi surveilans sumpah supervisi tata temu tender terima tes tindak tilik transfer
    uji ujian upacara updating wawancara workshop
""")
"""What is done, in words that show it by no ending."""
KATA_PENGANTAR = _kata("""
    apabila atas bagi bila dalam dan jika kalau karena kemudian ketika lalu melalui oleh pada saat
    sambil selama selanjutnya seluruh sesudah sesuai setelah setiap sebelum tidak untuk
""")
"""Words before the clause itself; what follows them is not judged."""

PERANGKAT_DAERAH = {
    "pemberdayaan masyarakat": ("DPMD", "Dinas PMD", "DPMK", "Dinas PMK"),
    "sosial": ("Dinsos",),
    "pendidikan": ("Disdik", "Disdikbud", "Dikbud", "Disdikpora"),
    "kesehatan": ("Dinkes",),
    "pekerjaan umum": ("DPUPR", "PUPR", "Dinas PU"),
    "perencanaan": ("Bappeda", "Bapperida", "Bappelitbang", "Bappelitbangda", "Baperlitbang"),
    "kepegawaian": ("BKD", "BKPSDM", "BKPP", "BKPSDMD"),
    "inspektorat": ("Inspektorat", "Itda"),
    "kependudukan": ("Disdukcapil", "Dukcapil"),
    "perhubungan": ("Dishub",),
    "tenaga kerja": ("Disnaker", "Disnakertrans"),
    "penanaman modal": ("DPMPTSP", "DPM-PTSP"),
    "komunikasi": ("Diskominfo", "Kominfo"),
    "lingkungan hidup": ("DLH",),
    "keuangan": ("BPKAD", "BKAD", "BPKD"),
    "pendapatan": ("Bapenda",),
    "bencana": ("BPBD",),
    "polisi pamong praja": ("Satpol PP",),
    "perdagangan": ("Disperindag", "Disdag"),
    "pemuda": ("Dispora", "Disporapar"),
    "pariwisata": ("Dispar", "Disparbud"),
    "pertanian": ("Distan",),
    "perpustakaan": ("Dispusip",),
}
"""Kinds of regional offices: the words that tell one by its full name, and its usual abbreviations."""

MILIK_INSTANSI = (
    "renstra", "rencana strategis", "renja", "rencana kerja", "lakip", "lkjip", "lkip", "iku", "rka",
    "dpa", "perjanjian kinerja", "program kerja", "tugas", "tugas dan fungsi", "tupoksi", "fungsi",
    "tata kerja", "lingkungan", "lingkup", "struktur organisasi",
)  # fmt: skip
"""What an office has of its own. "RENSTRA DPMD" is DPMD's; "laporan kepada Bappeda" says nothing."""

AKHIR_NAMA = _kata("""
    agar asal atas atau bagi bahwa baru berdasarkan bersama beserta dalam dan dari daerah dengan di guna
    hal ini induk jika ke kepada kecil lain lainnya layak maka masing-masing melalui mengenai nomor no
    oleh pada per perihal sebagai secara sehat selaku semua sendiri serta sesuai setempat setiap tahun
    tanggal tempat tentang terhadap terkait tersebut tertib tertinggal tingkat tujuan untuk yang
""")
"""Words that end the name of a region in a text where every word has a capital."""

NASKAH = _kata("""
    agenda arsip bast berita daftar data dokumentasi formulir kak kartu kuitansi kwitansi laporan lembar memo naskah nota
    notula notulen piagam presensi publikasi rekap rekapitulasi rekomendasi rancangan sertifikat sk spj surat tabel tor
    undangan
""")
"""Kinds of papers: two of different kinds are not one under two names."""
TANPA_ARTI = _kata("dan atau yang telah sudah di ke dari untuk pada dengan oleh serta hasil")
"""Words that do not tell one document from another."""
