"""Everyday queries that the search may be tuned on: of the kinds of `kueri_kedua`, none of them from there."""

from __future__ import annotations

from functools import cache

from benchmarks.search.kueri import Kueri, read_queries

_DAFTAR = """
/sehari-hari
ngepel lobi = Kebersihan Gedung *
jemput tamu pakai mobil kantor = Pemakaian Kendaraan Dinas
kebakaran di kantor = Penanggulangan Kebakaran Gedung
pidato bupati = Penyusunan Sambutan Pimpinan
uang pensiun = Pensiun Pegawai
pindah kerja ke instansi lain = Mutasi Antarinstansi
pegawai melanggar aturan = Penjatuhan Hukuman Disiplin
mahasiswa magang = Magang Mahasiswa
pertolongan orang luka = Pertolongan Pertama
setor sisa uang = Pengembalian Kelebihan Belanja
harga di pasar = Survei Standar Harga
nyicil tunggakan pajak = Angsuran Tunggakan
beli atk = Pengadaan ATK
barang rusak mau dihapus = Penghapusan Aset Rusak
cari arsip sejarah = Penelusuran Arsip Sejarah
internet putus = Penanganan Gangguan Jaringan
bikin aplikasi = Pengembangan Aplikasi
izin bangun rumah = Izin Mendirikan Bangunan; Izin Lokasi Perumahan
nebang pohon depan rumah = Izin Tebang Pohon
sertipikat halal makanan = Sertifikat Halal
sengketa tanah warisan = Sengketa Batas Tanah
karcis masuk pantai = Retribusi Wisata
sewa lapangan stadion = Sewa Stadion
urus anak angkat = Adopsi Anak
rumah roboh kena gempa = Kaji Cepat Gempa
vitamin bayi = Posyandu Balita
lapor harta = Pelaporan Harta Kekayaan
usulan dusun untuk pembangunan = Penyelenggaraan Musrenbang Kecamatan
lelang ikan = Pelelangan Ikan
timbangan pedagang pasar = Pengujian Timbangan Pasar
minjam traktor = Peminjaman Traktor
ngirim surat pakai kurir = Pengiriman Surat Dinas lewat Kurir
nyusun neraca = Penyusunan Neraca
motong rumput makam = Perawatan Taman Makam
surat keterangan dokter = Izin Tidak Masuk Kerja
mau olahraga pagi = Senam Pagi Pegawai
tolong ambulans = Rujukan Rumah Sakit
gimana kalau terlambat bayar = Denda Keterlambatan
warga meninggal dimakamkan di mana = Pemakaman Umum; Pemindahan Jenazah; Kremasi; Santunan Kematian
hidangan tamu pejabat = Jamuan Pejabat Tamu
latihan ngibarin bendera = Upacara Bendera
sampah plastik kantor = Pengelolaan Sampah Kantor
klaim asuransi mobil dinas = Penanganan Kecelakaan Kendaraan
cek darah pegawai = Pemeriksaan Kesehatan Berkala
pegawai dirujuk ke rumah sakit = Rujukan Rumah Sakit
izin kuliah pegawai = Izin Belajar Pegawai
sisa uang kegiatan = Pengembalian Kelebihan Belanja
tagihan pajak tanah = Penagihan Pajak Bumi
daftar pajak rumah makan = Pendaftaran Wajib Pajak Restoran
lelang barang = Lelang Barang Sitaan
tempel label barang = Inventarisasi Aset
sewa lahan kosong = Sewa Tanah Daerah
arsip sobek = Restorasi Arsip Rusak
bikin kartu perpustakaan = Keanggotaan Perpustakaan
mobil perpustakaan ke sekolah = Perpustakaan Keliling
aplikasi diretas = Pengujian Celah Keamanan
tanda tangan digital = Tanda Tangan Elektronik
izin gali pasir = Izin Galian Pasir
rute angkot = Izin Trayek Angkutan
warung bersih dan sehat = Sertifikat Laik Sehat Warung
pesangon buruh tidak dibayar = Perselisihan Upah
barang kadaluarsa = Perlindungan Konsumen
karcis parkir = Retribusi Parkir
gelandangan di jalan = Penampungan Gelandangan
tenda korban banjir = Tanggap Darurat Banjir
kirim selimut = Distribusi Logistik
nenek belajar telepon = Sekolah Lansia
tambah anggota keluarga = Penerbitan KK
perpanjang makam = Perpanjangan Hak Makam
temuan audit belum dijawab = Pemantauan Temuan
bingkisan lebaran = Penanganan Gratifikasi
nama pelapor dirahasiakan = Saluran Pelapor Pelanggaran
bantuan pengacara pegawai = Bantuan Hukum Pegawai
sampul penawaran tender = Tender Pekerjaan Konstruksi
hama wereng di sawah = Pengendalian Hama Wereng
potong sapi = Rumah Potong Hewan
bom ikan di laut = Patroli Bom Ikan
minyak goreng murah = Operasi Pasar Minyak Goreng
setor botol bekas = Bank Sampah
/asing
print kartu anggota = Keanggotaan Perpustakaan
update kode desa = Pembakuan Kode Wilayah
schedule piket = Kebersihan Gedung; Peminjaman Ruang Pertemuan; Pemeliharaan Pendingin Udara; Penanggulangan Kebakaran Gedung; Pengelolaan Sampah Kantor
software baru = Pengembangan Aplikasi; Pengujian Celah Keamanan
invoice toko = Pengadaan ATK
meeting room = Peminjaman Ruang Pertemuan
report keuangan = Reviu Laporan Keuangan; Catatan atas Laporan Keuangan
interview calon = Umpan Balik Asesmen; Survei Kepuasan Masyarakat; Seleksi Terbuka Jabatan
maintenance ac = Pemeliharaan Pendingin Udara
komplain layanan = Pengaduan Pelayanan
/salah ketik
pensun pegawe = Pensiun Pegawai
ijin tebng pohon = Izin Tebang Pohon
vaksinsi antrak = Vaksinasi Antraks
penyusunn rka = Penyusunan RKA
izin trayk angkutn = Izin Trayek Angkutan
pelathan dasar = Pelatihan Dasar Calon Pegawai
perpustakaan kliling = Perpustakaan Keliling
kremasi jenzah = Kremasi
/setengah kata
vaksin = Vaksinasi Antraks
inventaris = Inventarisasi Aset
santun = Santunan Kematian
sandi = Penyandian Kawat; Penggantian Kunci Sandi
/peran
tugas kepala dinas = pelaksana/banggai/kepala-dinas/; pelaksana/banggai/kadis/; pelaksana/sumedang/kepala-dinas-sosial/
tugas auditor = pelaksana/inspektorat-misal/auditor/
pekerjaan widyaiswara = pelaksana/badan-kepegawaian-umpama/widyaiswara/
apa saja tugas kasubag perencanaan = pelaksana/jeneponto/kasubag-perencanaan/
tanggung jawab pengurus barang = pelaksana/badan-keuangan-misal/pengurus-barang/
kasir ngapain aja = pelaksana/dinas-perizinan-andai/kasir/
peran staf way kanan = pelaksana/way-kanan/staf/
/dokumen
surat kuasa = Bantuan Hukum Pegawai
kartu vaksin = Vaksinasi Antraks
formulir ketidakhadiran = Izin Tidak Masuk Kerja
lembar disposisi = Penanganan Surat Masuk; Penomoran Surat Keluar; Pengiriman Surat Dinas lewat Kurir; Penerjemahan Naskah Asing; Legalisasi Salinan Naskah; dokumen/sekretariat-rekaan/; banggai/monitoring-renstra; sumedang/pengukuran-kinerja
notulen = selayar/pengukuran-kinerja; dokumen/selayar/
buku agenda = dokumen/sekretariat-rekaan/; Penanganan Surat Masuk; Penomoran Surat Keluar; Pengiriman Surat Dinas lewat Kurir; Penerjemahan Naskah Asing; Legalisasi Salinan Naskah
/berapa lama
berapa hari urus pensiun = Pensiun Pegawai
proses adopsi berapa lama = Adopsi Anak
berapa lama pengumpulan data kinerja jeneponto = jeneponto/pengumpulan-data-kinerja
/siapa yang
siapa yang menimbang beras = Bantuan Beras Miskin *
siapa yang memvalidasi data kinerja = sumedang/pengukuran-kinerja
siapa bikin konsep laporan renstra = banggai/monitoring-renstra
/status
sop yang masih berlaku = sop/
semua sop = sop/
sop draf = sop/; sumedang/pengukuran-kinerja; banggai/monitoring-renstra; banggai/pengukuran-kinerja
sop draf sumedang = sumedang/pengukuran-kinerja; sop/sumedang/
daftar pelaksana = pelaksana/
daftar dokumen = dokumen/
/panduan
cara cetak sop = panduan/mencetak/
cara meninjau sop = panduan/meninjau/
petunjuk membaca diagram = panduan/membaca/
cara mencetak formulir = panduan/formulir/
panduan memasang buku = panduan/memasang/
cetak sop = Keanggotaan Perpustakaan
laporan bulanan = Penutupan Kas Bulanan
cara menulis pelaksana = panduan/menulis/
/instansi
dinas pertanian = sop/dinas-pertanian-umpama/
sop badan keuangan = sop/badan-keuangan-misal/
inspektorat misal = sop/inspektorat-misal/
sop sekretariat = sop/sekretariat-rekaan/
/singkatan dan peraturan
apa itu renstra = singkatan/
arti lakip = singkatan/
perbup sumedang = sumedang/pengukuran-kinerja; dasar-hukum/
pp 60 tahun 2008 = dasar-hukum/; banggai/pengukuran-kinerja
"""


@cache
def queries() -> tuple[Kueri, ...]:
    """Read the list. Raises KeyError when it names an SOP that is not there."""
    return read_queries(_DAFTAR)
