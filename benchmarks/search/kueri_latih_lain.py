"""Further everyday queries that the search may be tuned on, of the kinds in which it was weakest.

They were written from the data alone, before any had been asked: everyday words, English words of offices, slips of the
finger, descriptions in other words than the SOP's, an office beside general words,
abbreviations, the guide.
"""

from __future__ import annotations

from functools import cache

from benchmarks.search.kueri import Kueri, read_queries

_DAFTAR = """
/sehari-hari
surat datang dari luar = Penanganan Surat Masuk
kasih nomor surat = Penomoran Surat Keluar
antar surat ke kantor lain = Pengiriman Surat Dinas lewat Kurir
cap legalisir ijazah = Legalisasi Salinan Naskah
makan siang tamu kantor = Jamuan Pejabat Tamu
bersih-bersih kantor = Kebersihan Gedung
pakai ruang rapat = Peminjaman Ruang Pertemuan
kipas mati kepanasan = Pemeliharaan Pendingin Udara
gedung kebakaran = Penanggulangan Kebakaran Gedung
undang wartawan = Konferensi Pers
balas komentar di ig = Pengelolaan Media Sosial
foto kegiatan = Peliputan Kegiatan
berita salah tentang kantor = Hak Jawab atas Pemberitaan
minta data ke kantor = Pelayanan Informasi Publik
servis mobil kantor = Perawatan Kendaraan Dinas
bayar pajak motor kantor = Perpanjangan STNK
mobil kantor nabrak = Penanganan Kecelakaan Kendaraan
isi bensin mobil kantor = Pengisian Bahan Bakar
mau naik pangkat = Kenaikan Pangkat Reguler
izin lahiran = Pemberian Cuti Melahirkan
jam kerja lebih dibayar = Pengajuan Lembur
sakit tidak bisa masuk = Izin Tidak Masuk Kerja
pegawai stres = Konseling Pegawai
olahraga kantor = Senam Pagi Pegawai
potongan gaji pegawai = Pembayaran Gaji Induk
hitung uang di brankas = Penutupan Kas Bulanan
potongan pajak gaji = Pemungutan Pajak Penghasilan
barang sudah usang dibuang = Penghapusan Aset Rusak; Penyiangan Koleksi
dapat barang gratis dari pemda = Hibah Barang Daerah
arsip discan = Alih Media Arsip
pinjem buku = Peminjaman Buku
buku jelek disingkirkan = Penyiangan Koleksi
komputer tidak konek internet = Penanganan Gangguan Jaringan
jumlah penduduk tahun depan = Proyeksi Penduduk
jualan kaki lima = Izin Usaha Mikro
acara musik butuh izin = Izin Keramaian
mahasiswa mau riset = Izin Penelitian
buka apotek = Izin Praktik Apoteker
uji emisi mobil = Kir Kendaraan
marah sama petugas = Pengaduan Pelayanan
rebutan batas tanah = Sengketa Batas Tanah
telat bayar kena denda = Denda Keterlambatan
kursi roda gratis = Bantuan Kursi Roda
duit duka keluarga meninggal = Santunan Kematian
banjir ngungsi ke mana = Tanggap Darurat Banjir
anak korban bencana dihibur = Pemulihan Trauma
anak pendek kurang gizi = Pencegahan Tengkes
mau nikah kursus dulu = Bimbingan Pranikah
bikin ktp = Penerbitan KTP
anak baru lahir belum punya akta = Akta Kelahiran
catat pernikahan = Akta Perkawinan
pindah alamat = Surat Pindah Datang
ngubur jenazah = Pemakaman Umum
bakar mayat = Kremasi
dapat hadiah dari rekanan = Penanganan Gratifikasi
pupuk murah petani = Penyaluran Pupuk Bersubsidi
sapi sakit disuntik = Vaksinasi Antraks
kambing kurban = Pemeriksaan Hewan Kurban
nanam mangrove = Rehabilitasi Bakau
bikin bungkus keripik = Pelatihan Pengemasan
pabrik buang limbah ke sungai = Pengujian Limbah Pabrik; Pengaduan Pencemaran
tanam pohon di bukit = Penghijauan Bukit
/asing
shipping letter courier = Pengiriman Surat Dinas lewat Kurir
translate dokumen = Penerjemahan Naskah Asing
booking room = Peminjaman Ruang Pertemuan
press conference = Konferensi Pers
social media posting = Pengelolaan Media Sosial
car service = Perawatan Kendaraan Dinas
fuel coupon = Pengisian Bahan Bakar
retirement = Pensiun Pegawai
talent management = Manajemen Talenta
overtime = Pengajuan Lembur
work from home = Kerja dari Rumah
first aid = Pertolongan Pertama
payroll = Pembayaran Gaji Induk
tax = Pemungutan Pajak Penghasilan; Penagihan Pajak Bumi; Keberatan Pajak Hotel; Pendaftaran Wajib Pajak Restoran
balance sheet = Penyusunan Neraca
cash opname = Kas Opname Mendadak
auction = Lelang Barang Sitaan; Pelelangan Ikan
archive destruction = Pemusnahan Arsip
library card = Keanggotaan Perpustakaan
database backup = Pencadangan Basis Data
network trouble = Penanganan Gangguan Jaringan
digital signature = Tanda Tangan Elektronik
survey kepuasan customer = Survei Kepuasan Masyarakat
building permit = Izin Mendirikan Bangunan
halal certificate = Sertifikat Halal
complaint handling = Pengaduan Pelayanan
parking fee = Retribusi Parkir
birth certificate = Akta Kelahiran
whistleblower = Saluran Pelapor Pelanggaran
conflict of interest = Penanganan Benturan Kepentingan
fish auction = Pelelangan Ikan
/salah ketik
penangann surat masuk = Penanganan Surat Masuk
kebersihn gedung = Kebersihan Gedung
mobildinas = Pemakaian Kendaraan Dinas; Perawatan Kendaraan Dinas; Penanganan Kecelakaan Kendaraan
cutimelahirkan = Pemberian Cuti Melahirkan
pangakt reguler = Kenaikan Pangkat Reguler
hukman displin = Penjatuhan Hukuman Disiplin
kehadirn pegawai = Rekapitulasi Kehadiran
ltembur = Pengajuan Lembur
rekonsilisi bnak = Rekonsiliasi Bank
pengadan atk = Pengadaan ATK
pemusnhaan arsp = Pemusnahan Arsip
stnkk = Perpanjangan STNK
izni keramaian = Izin Keramaian
izinusaha mikro = Izin Usaha Mikro
serifikat hall = Sertifikat Halal
ketrlambatan = Denda Keterlambatan
batuan beras = Bantuan Beras Miskin
akta kelhiran = Akta Kelahiran
prnikahan bimbngan = Bimbingan Pranikah
gratfiikasi = Penanganan Gratifikasi
musrembang = Penyelenggaraan Musrenbang Kecamatan
pupuk brsubsidi = Penyaluran Pupuk Bersubsidi
lelang iakn = Pelelangan Ikan
limbh pabrk = Pengujian Limbah Pabrik
kunci sndi = Penggantian Kunci Sandi
bank smapah = Bank Sampah
/kata lain
alih bahasa surat dari luar negeri = Penerjemahan Naskah Asing
pengambilan sumpah pejabat baru = Pelantikan Pejabat
rute perjalanan pimpinan = Kunjungan Kerja Pimpinan
seleksi calon kepala dinas = Seleksi Terbuka Jabatan
latihan untuk pegawai baru = Pelatihan Dasar Calon Pegawai
studi lanjut pegawai = Izin Belajar Pegawai
cek kesehatan tahunan = Pemeriksaan Kesehatan Berkala
dana kas kecil kegiatan = Pengajuan Uang Persediaan
pindah anggaran antar pos = Pergeseran DPA
utang yang tidak tertagih = Penghapusan Piutang
simpan berkas lama ke gudang arsip = Pemindahan Arsip Inaktif
salinan data cadangan = Pencadangan Basis Data
keamanan sistem diuji = Pengujian Celah Keamanan
protes tetangga atas tempat usaha = Izin Gangguan
pembangunan kompleks perumahan = Izin Lokasi Perumahan
mempertemukan pelapor dan petugas = Pengaduan Pelayanan
anak dipukul orang tua = Pengaduan Kekerasan Anak
gempa merusak rumah warga = Kaji Cepat Gempa
alat kb = Penyuluhan Keluarga Berencana
cek bukti belanja = Audit Kepatuhan
pejabat punya saudara di proyek = Penanganan Benturan Kepentingan
beli barang lewat e-katalog = Katalog Elektronik
peserta kalah lelang protes = Sanggah Tender
kontraktor nakal = Daftar Hitam Penyedia
kawin suntik sapi = Inseminasi Buatan
pembinaan koperasi = Pendataan Koperasi
/instansi dengan kata umum
dokumen banggai = dokumen/banggai/
laporan data jeneponto = jeneponto/pengumpulan-data-kinerja
rapat pembahasan sumedang = sumedang/pengukuran-kinerja
dokumen laporan hasil selayar = selayar/pengukuran-kinerja; dokumen/selayar/
tanda tangan dokumen way kanan = way-kanan/pengukuran-kinerja
format data way kanan = way-kanan/pengukuran-kinerja
disposisi jeneponto = jeneponto/pengumpulan-data-kinerja; dokumen/jeneponto/
undangan rapat banggai = banggai/pengukuran-kinerja; banggai/monitoring-renstra; dokumen/banggai/
daftar dokumen inspektorat misal = dokumen/inspektorat-misal/
izin dinas perizinan = Izin Mendirikan Bangunan; Izin Praktik Apoteker; Izin Usaha Mikro; Izin Keramaian; Izin Penelitian; Izin Galian Pasir; Izin Lokasi Perumahan; Izin Gangguan; Izin Trayek Angkutan; Izin Tebang Pohon
laporan hasil sumedang = sumedang/pengukuran-kinerja; dokumen/sumedang/
kepala dinas selayar = pelaksana/selayar/kepala-skpd/; selayar/pengukuran-kinerja
sekretaris sumedang = pelaksana/sumedang/sekretaris/; sumedang/pengukuran-kinerja
arsip hasil selayar = selayar/pengukuran-kinerja
/singkatan
bbm dinas = Pengisian Bahan Bakar
pkl = Izin Usaha Mikro; Magang Mahasiswa
pbb = Penagihan Pajak Bumi
lhkpn = Pelaporan Harta Kekayaan
spj = Pengajuan Uang Persediaan; Pembayaran Gaji Induk; Pengembalian Kelebihan Belanja
p3k = Pertolongan Pertama
kb = Penyuluhan Keluarga Berencana
tte = Tanda Tangan Elektronik
ppid = Pelayanan Informasi Publik
kgb = Kenaikan Pangkat Reguler
nib = Izin Usaha Mikro
/panduan
cara mengusulkan perubahan = panduan/mengusulkan/
gimana cara usul tanpa akun = panduan/mengusulkan/
cara menelaah usulan = panduan/menelaah/
cara lihat pratinjau usulan = panduan/menelaah/
panduan menulis berkas sop = panduan/menulis/
cara nulis singkatan = panduan/menulis/
cara cetak buku sop = panduan/buku/; panduan/mencetak/
cara cetak lembar = panduan/mencetak/
cara pasang di github = panduan/memasang/
panduan gitlab = panduan/memasang/
cara baca lambang = panduan/membaca/
cara membandingkan sop = panduan/membaca/
cara baca tanpa internet = panduan/membaca/
petunjuk mencari sop = panduan/mencari/
cara memilih instansi saya = panduan/mencari/
cara hitung jatuh tempo tinjauan = panduan/meninjau/
panduan bentuk lembar = panduan/bentuk/
cara konfirmasi isian = panduan/mengusulkan/; panduan/menulis/; panduan/membaca/
cara cetak formulir = panduan/formulir/
mencetak formulir = panduan/formulir/; Keanggotaan Perpustakaan
bandingkan sop = banding/; panduan/membaca/
arti lambang belah ketupat = panduan/membaca/
rapat evaluasi kinerja = way-kanan/pengukuran-kinerja; sumedang/pengukuran-kinerja; selayar/pengukuran-kinerja; banggai/pengukuran-kinerja; banggai/monitoring-renstra
buku tabungan = Bank Sampah
cara menulis laporan kinerja = jeneponto/pengumpulan-data-kinerja
cara mencuci saringan ac = Pemeliharaan Pendingin Udara
"""


@cache
def queries() -> tuple[Kueri, ...]:
    """Read the list. Raises KeyError when it names an SOP that is not there."""
    return read_queries(_DAFTAR)
