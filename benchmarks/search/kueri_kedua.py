"""A second set of queries, that the search is never tuned on: what people type on a phone in everyday words.

The form is that of `benchmarks.search.kueri`; an answer with a "/" at its end is the address of a page of another
kind: of a role, the documents of an office, its list, the guide. The answers were chosen from the data alone, before
any of these queries had been typed into a search, and none was changed after. Where several pages answer equally well,
all are named; one of them is enough.
"""

from __future__ import annotations

from functools import cache

from benchmarks.search.kueri import Kueri, read_queries

DAFTAR = """
/sehari-hari
ac ruangan tidak dingin = Pemeliharaan Pendingin Udara
nyapu lantai = Kebersihan Gedung *
pinjam mobil dinas = Pemakaian Kendaraan Dinas
isi bensin = Pengisian Bahan Bakar
mobil kantor tabrakan = Penanganan Kecelakaan Kendaraan
ganti oli = Perawatan Kendaraan Dinas *
bayar pajak mobil = Perpanjangan STNK *
naik pangkat = Kenaikan Pangkat Reguler
cuti hamil = Pemberian Cuti Melahirkan
potongan gaji = Pembayaran Gaji Induk *
uang lembur = Pengajuan Lembur
pegawai bolos = Pembinaan Pegawai Mangkir *
absen sidik jari = Rekapitulasi Kehadiran
kas bon uang muka kegiatan = Pengajuan Uang Persediaan
mau pindah rumah ke kota lain = Surat Pindah Datang
bayi baru lahir = Akta Kelahiran
daftar nikah = Akta Perkawinan; Bimbingan Pranikah
santunan orang meninggal = Santunan Kematian
beras untuk orang miskin = Bantuan Beras Miskin
buang arsip lama = Pemusnahan Arsip; Pemindahan Arsip Inaktif
pupuk murah = Penyaluran Pupuk Bersubsidi
jualan di kaki lima = Izin Usaha Mikro *
sungai kena limbah pabrik = Pengujian Limbah Pabrik; Pengaduan Pencemaran
izin penelitian skripsi = Izin Penelitian
lapor anak dipukul = Pengaduan Kekerasan Anak
/asing
wifi kantor mati = Penanganan Gangguan Jaringan
backup data = Pencadangan Basis Data
bikin email kantor = Pembuatan Surel Dinas
booking ruang rapat = Peminjaman Ruang Pertemuan
scan dokumen lama = Alih Media Arsip
training pegawai baru = Pelatihan Dasar Calon Pegawai
medical check up = Pemeriksaan Kesehatan Berkala
wfh = Kerja dari Rumah
upload medsos = Pengelolaan Media Sosial
/salah ketik
pengajuan lembr = Pengajuan Lembur
akte lahir = Akta Kelahiran
ijin keramaian = Izin Keramaian
kir kendaran = Kir Kendaraan
legalisir ijasah = Legalisasi Salinan Naskah
pemakamn umum = Pemakaman Umum
/setengah kata
rekonsil = Rekonsiliasi Bank
posyan = Posyandu Balita
gratif = Penanganan Gratifikasi
inventar = Inventarisasi Aset
/peran
tugas bendahara = pelaksana/badan-keuangan-misal/bendahara-pengeluaran/
kerjaan pengemudi = pelaksana/sekretariat-rekaan/pengemudi/
apa tugas arsiparis = pelaksana/dinas-kearsipan-rekaan/arsiparis/
tugas saya sebagai petugas loket = pelaksana/dinas-perizinan-andai/petugas-loket/
tugas sekretaris dinas sosial sumedang = pelaksana/sumedang/sekretaris/
/dokumen
kuitansi = dokumen/badan-keuangan-misal/; Pembayaran Gaji Induk; Pengajuan Uang Persediaan; Penutupan Kas Bulanan; Pengembalian Kelebihan Belanja; Pemungutan Pajak Penghasilan; Sewa Stadion; Santunan Kematian
formulir permohonan = dokumen/dinas-perizinan-andai/; Izin Mendirikan Bangunan; Izin Praktik Apoteker; Izin Usaha Mikro; Izin Keramaian; Izin Penelitian
form gratifikasi = Penanganan Gratifikasi; dokumen/inspektorat-misal/
undangan rapat = dokumen/banggai/; dokumen/sumedang/; banggai/pengukuran-kinerja; banggai/monitoring-renstra; sumedang/pengukuran-kinerja
/berapa lama
berapa lama pengukuran kinerja di sumedang = sumedang/pengukuran-kinerja
berapa hari urus izin apotek = Izin Praktik Apoteker
berapa lama bikin kartu keluarga = Penerbitan KK
/siapa yang
siapa yang tanda tangan dokumen kinerja way kanan = way-kanan/pengukuran-kinerja
siapa yang hitung denda = Denda Keterlambatan *
siapa yang meriksa hewan kurban = Pemeriksaan Hewan Kurban
siapa yang arsipkan data kinerja selayar = selayar/pengukuran-kinerja
/status
sop apa saja yang berlaku = sop/
sop draf banggai = sop/banggai/; banggai/pengukuran-kinerja; banggai/monitoring-renstra
sop yang harus ditinjau = tinjauan/
/panduan
cara usul perubahan sop = panduan/mengusulkan/
arti belah ketupat = panduan/membaca/
panduan nulis sop baru = panduan/menulis/
gimana cara print lembar sop = panduan/mencetak/
/instansi
dinas sosial selayar = sop/selayar/; selayar/pengukuran-kinerja
sop inspektorat = sop/inspektorat-misal/
sop dinas kearsipan = sop/dinas-kearsipan-rekaan/
/singkatan dan peraturan
kepanjangan sakip = singkatan/
dpa = Pergeseran DPA
renstra dpmd = banggai/monitoring-renstra
perpres 29 tahun 2014 = dasar-hukum/; sumedang/pengukuran-kinerja
laporan triwulan = jeneponto/pengumpulan-data-kinerja; dokumen/jeneponto/
"""


@cache
def queries() -> tuple[Kueri, ...]:
    """Read the list. Raises KeyError when it names an SOP that is not there."""
    return read_queries(DAFTAR)
