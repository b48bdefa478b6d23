"""Everyday Indonesian words, as people type them, and what SOPs say instead."""

from __future__ import annotations

__all__ = ["PADANAN_LISAN"]

PADANAN_LISAN = """
# Pekerjaan, seperti diucapkan
abis = habis | ajarin = ajar; bimbing; latih | ambilin = ambil | antar = kirim; jemput
anterin = antar; kirim | antre = antrean; loket | atur = tata; kelola; tetapkan
awasi = pantau; kendali | bagi = salur; distribusi | bagiin = bagi; salur; distribusi
bakar = kremasi | bales = jawab; balas | bandingin = banding; sanding
bantah = sanggah; keberatan | bayarin = bayar | beberes = bersih
benerin = perbaiki; pelihara; rawat | berantem = sengketa; perselisihan
beresin = rapikan; bersih; selesai | berhenti kerja = pensiun; berhenti | bersihin = bersih
betulin = perbaiki; pelihara; rawat | bikin = buat; susun; terbit | bolos = mangkir; membolos
borong = lelang; tender | buang = hapus; musnah | buka usaha = izin usaha; mendirikan usaha
cabut = batal; hapus | cairin = cair; bayar | cari tahu = telusur; teliti | cariin = cari; telusur
catat = daftar; rekam; data | cek = periksa; uji; teliti | ceklis = periksa; daftar periksa
cerai = perceraian | cicil = angsur | curhat = konseling; keluhan | daftar ulang = registrasi
daftarin = daftar | dateng = datang; masuk | debat = bahas; sanggah | didik = latih; bina
dipecat = berhenti; hukuman disiplin | dipukul = kekerasan | dirawat = rumah sakit
disuruh = perintah | dites = uji | ditilang = langgar; denda | duduk di panti = panti
foto = potret; dokumentasi; liput | gabung = himpun; satu | gadai = jaminan | gajian = gaji
gali kubur = pemakaman | ganti = ubah; alih; mutasi | gantiin = ganti
gelut = sengketa; perselisihan | gratisan = gratis; subsidi; bantuan
hitung = taksir; cacah; rekap | hukum = sanksi; disiplin | ilang = hilang | isiin = isi
jaga = piket; amankan | jalan jalan = wisata; kunjungan | jelasin = jelas; terang; uraian
jemput = antar; kendaraan | jual = dagang; lelang | jualan = dagang; usaha
jumlah = hitung; rekap | kabari = beri tahu; sampai; umum | kasih = beri; serah; bubuh
kasih tahu = beritahu; sampaikan; umumkan | kawin = nikah; pengantin | kawin suntik = inseminasi
kejar = patroli; tindak | keluar kerja = berhenti; pensiun
kerja di rumah = kerja dari rumah; kerja jarak jauh | kerja lembur = lembur
kerjain = kerja; laksana | ketemu = temu; audiensi | kirim = sampaikan; antar; salur
kirimin = kirim; sampai | komplain = pengaduan; keluhan; keberatan
kontrol = kendali; awas; periksa | kosongin = kosong; hapus | kritik = saran; pengaduan
kuliah = belajar; pendidikan; kampus | kuliah lagi = izin belajar; tugas belajar
kumpulin = kumpul; himpun | kursus = pelatihan; bimbingan; latih | lahiran = melahirkan; kelahiran
lamar = pelamar; seleksi | laporin = lapor; adu | latihan = pelatihan; simulasi
legalisir = legalisasi; sah | lepas = serah | libur = cuti | lihat = periksa; tinjau; amati
lunasin = lunas; bayar | main = bermain | marah = pengaduan; keluhan | masukin = masuk; entri
mati = kematian; meninggal | meninggal = kematian; jenazah | minjem = pinjam
minta = mohon; ajukan | minta tolong = bantuan; mohon | motret = foto; potret
mundur = undur diri | nabrak = kecelakaan; tabrak | naik gaji = kenaikan gaji
naik jabatan = promosi; seleksi jabatan | naik pangkat = kenaikan pangkat
nego = negosiasi; tawar menawar | ngadu = adu; pengaduan | ngajar = ajar; latih
ngecek = periksa; cek | ngeluh = keluhan; pengaduan | ngepel = pel; bersih | ngerekap = rekap
ngetik = tik; tulis | ngobrol = wawancara; konsultasi | ngubur = makam; kubur
ngumpul = kumpul; rapat | ngungsi = pengungsi; evakuasi | nikah = kawin; perkawinan; pengantin
nikahan = perkawinan; pernikahan | nitip = titip; simpan | nunggak = tunggakan; penunggak
nyelenggarain = selenggara | nyogok = gratifikasi; suap | nyumbang = sumbangan; hibah
omelin = tegur; bina | pakai = guna; pinjam | pake = pakai; guna; pinjam
pecat = berhenti; hukuman disiplin | pergi dinas = perjalanan dinas; kunjungan kerja
periksain = periksa | pindah = mutasi; alih; geser | pindah kerja = mutasi; pindah tugas
pindah rumah = surat pindah; pindah datang | pinjem = pinjam | potong = sembelih
pulang = kembali | pulangin = kembali | pungut = tagih; retribusi | putus = gangguan; rusak
rapihin = tata; rapi | rapiin = tata; rapi | rawat = pelihara; servis
razia = patroli; tertib; jaring | rebutan = sengketa | ribut = sengketa; perselisihan
rusak = gangguan | sambung = hubung | sambut = terima; jamu | sampein = sampai
selesaiin = selesai | servis = rawat; pelihara; perbaiki | setor = bayar; serah | sewain = sewa
simpen = simpan; arsip | sita = segel | sobek = rusak | sogok = gratifikasi; suap
suap = gratifikasi | suntik = vaksinasi; imunisasi | suruh = perintah; disposisi
tanam = semai; hijau | tanda tanganin = tanda tangan | tanya = informasi; konsultasi
tawar = nego; tawar menawar | telat = terlambat; keterlambatan | telpon = telepon; hubung
terbitin = terbit | tes = uji; seleksi; periksa | tolak = sanggah; keberatan | tunda = tangguh
ubah = ganti; revisi; geser | umumin = umum | undang = undangan; hubung | urusin = urus; kelola
utang = piutang; tunggakan; pinjaman
# Orang
anak buah = bawahan; staf; pegawai | anak kuliah = mahasiswa | anak magang = magang; mahasiswa
atasan = pimpinan; kepala | bawahan = staf; pegawai | bayi = balita; kelahiran
bos = pimpinan; kepala; atasan | buruh = pekerja; tenaga kerja | calon = peserta; pelamar
dewan = dprd; komisi | difabel = disabilitas | fakir = miskin | gepeng = gelandangan; pengemis
guru = pengajar; pendidik | ibu hamil = kesehatan ibu; posyandu | jompo = lansia; lanjut usia
juragan = pengusaha; pedagang | kades = kepala desa | kakek = lansia | karyawan = pegawai
kontraktor = penyedia; konstruksi; rekanan | lansia = lanjut usia | mayat = jenazah
mempelai = pengantin; perkawinan | nenek = lansia | orang cacat = disabilitas
orang gila = gangguan jiwa | orang kurang mampu = miskin | orang luar = pihak ketiga; tamu
orang miskin = keluarga miskin; bantuan | orang sakit = pasien; kesehatan
orang tua = lansia; wali | panitia = tim; pokja | pasien = kesehatan; sakit
pegawai baru = calon pegawai; pelatihan dasar | pegawai nakal = pelanggaran; hukuman disiplin
pejabat = pimpinan; jabatan | pemborong = penyedia; konstruksi
pengangguran = tenaga kerja; pencari kerja | pengemis = gelandangan | pensiunan = pensiun
penyandang cacat = disabilitas | petani = tani; kelompok tani | rekanan = penyedia; pihak ketiga
rombongan = tamu; kunjungan | sopir = pengemudi | supir = pengemudi | tamu = kunjungan; jamuan
tetangga = warga | tki = tenaga kerja | tukang = pekerja; petugas | tuna wisma = gelandangan
tunawisma = gelandangan | turis = wisata; wisatawan | vip = pejabat; tamu
warga = masyarakat; penduduk | wartawan = pers; media | yatim = anak asuh; anak yatim
# Barang, tempat, surat
absen = kehadiran; presensi | absensi = kehadiran; presensi
ac = pendingin udara; pendingin ruangan | akte = akta | alamat = pindah; domisili
alat kb = kontrasepsi; keluarga berencana | angkot = angkutan | apotek = apoteker; obat
atk = alat tulis kantor | barang bekas = barang rusak; penghapusan
barang rusak = aset rusak; penghapusan | bencana = darurat; banjir; gempa | bensin = bahan bakar
berita = pers; pemberitaan; media | brankas = kas; uang
bukti bayar = kuitansi; tanda terima; slip setoran | bukti potong = pajak
bungkus = kemas; kemasan | cap = stempel; tera | cuti = izin | cuti hamil = cuti melahirkan
cuti lahiran = cuti melahirkan | daftar hadir = kehadiran; presensi | dana = anggaran; uang
darah = laboratorium; kesehatan | diklat = pelatihan; pendidikan | dinas luar = perjalanan dinas
duit = uang | fotocopy = fotokopi; salinan | fotokopi = salinan; penggandaan
gedung = bangunan; kantor | gerobak = pedagang kaki lima
hadiah = gratifikasi; bingkisan; penghargaan | hape = telepon | harga = tarif; biaya
hp = telepon | hutan = pohon; penghijauan | izin orang tua = persetujuan wali
izin sakit = keterangan dokter; tidak masuk | jabatan kosong = seleksi jabatan; pengisian jabatan
jalan rusak = perbaikan jalan | kamar = ruang | kamar kecil = kamar mandi
kambing = ternak; hewan | kandang = ternak | kantin = warung | kas = uang; tunai
kendaraan = mobil; motor | keuangan = uang; anggaran | kotoran = limbah; sampah | kuburan = makam
lahan = tanah | lampu = listrik | limbah = pencemaran; sampah | listrik mati = gangguan listrik
lowongan = seleksi; pelamar; formasi | makan siang = jamuan; hidangan; konsumsi
makanan = hidangan; jamuan; pangan; bahan makanan | mesin absen = mesin sidik jari
mesin rusak = pemeliharaan; perbaikan | minuman = hidangan; jamuan | mobil = kendaraan
mobil dinas = kendaraan dinas | mobil kantor = kendaraan dinas | motor = kendaraan
motor dinas = kendaraan dinas | motor kantor = kendaraan dinas | nasi = hidangan | nomer = nomor
oleh oleh = gratifikasi; bingkisan | ongkos = biaya; tarif | pabrik = industri; limbah
panggilan = panggil; undangan | panti = penampungan | parcel = gratifikasi; bingkisan
parsel = gratifikasi; bingkisan | pasar = pedagang | perahu = kapal
piagam = sertifikat; penghargaan | proyek = konstruksi; pekerjaan; pembangunan
rapat = pertemuan; sidang | rapor = laporan; nilai | riset = penelitian
ruang rapat = ruang pertemuan | ruangan = ruang | rumah = perumahan; bangunan | sampah = limbah
sapi = ternak; hewan | saran = usul; masukan | sembako = beras; pangan; bantuan
seragam = pakaian dinas | sertipikat = sertifikat | sidik jari = presensi; kehadiran
sinyal = jaringan | slip gaji = daftar gaji; potongan gaji | sumbangan = hibah; bantuan
surat cuti = izin cuti | surat dokter = keterangan dokter | surat izin = izin; perizinan
surat lahir = akta kelahiran; kelahiran | surat mati = akta kematian
surat nikah = akta perkawinan; akta kawin | surat sakit = keterangan dokter; izin tidak masuk
surat tugas = perintah tugas; penugasan | taman = kebun; rumput | tanah = lahan
tarif = biaya; retribusi | tempat kerja = kantor; lokasi | tempat usaha = izin usaha; gangguan
toilet = kamar mandi | uang lembur = lembur | uang makan = tunjangan; konsumsi
uang muka = uang persediaan; panjar | uang pensiun = tunjangan hari tua; pensiun | undian = undi
upah = gaji | vitamin = gizi; kesehatan | warung = toko; rumah makan | wc = kamar mandi
# Keadaan
bansos = bantuan sosial | banyak = jumlah | bayar kelebihan = kelebihan; pengembalian
bocor = rusak | depresi = kejiwaan; konseling | gagal = tolak | gempa bumi = gempa
gizi buruk = gizi; tengkes | hamil = kandungan; melahirkan
hampir habis = kedaluwarsa; perpanjangan | jelek = rusak; usang | kadaluarsa = kedaluwarsa
kadaluwarsa = kedaluwarsa | kaki lima = pedagang kaki lima | kebanjiran = banjir
kehabisan = persediaan | kelaparan = pangan; bantuan | kelebihan bayar = kelebihan; pengembalian
kotor = bersih; sampah | kurang gizi = gizi; tengkes | kurang mampu = miskin | lapor pajak = pajak
luar negeri = asing | mahal = harga | murah = subsidi; pasar murah | patah = rusak
pendek = tengkes | sakit = kesehatan; dokter | sedih = trauma | stres = kejiwaan; konseling
stress = kejiwaan; konseling | terbakar = kebakaran | tercemar = pencemaran; limbah
tidak hadir = ketidakhadiran; mangkir | tidak mampu = miskin
tidak masuk = ketidakhadiran; mangkir | tidak masuk kerja = ketidakhadiran; mangkir
tidak sah = batal | tua = lansia; usang | tumbang = tebang | usang = rusak; lama
# Singkatan sehari-hari, dan yang artinya lebih dari satu
bap = berita acara pemeriksaan | bbm = bahan bakar | bpjs = jaminan kesehatan; asuransi
btt = belanja tidak terduga | imb = izin bangunan | jkn = jaminan kesehatan
kdrt = kekerasan rumah tangga | kir = uji kendaraan | kk = kartu keluarga | ktp = kartu penduduk
lhkpn = harta kekayaan | lpj = pertanggungjawaban | lpse = pengadaan elektronik; tender
mcu = pemeriksaan kesehatan | musdes = musyawarah desa | musrembang = musrenbang | nd = nota dinas
nib = izin usaha | npwp = wajib pajak | odgj = gangguan jiwa
p3k = pertolongan pertama; perjanjian kerja | paud = pendidikan anak | pbb = pajak bumi
pkl = pedagang kaki lima; praktik kerja; magang | pmi = palang merah; donor darah
pph = pajak penghasilan | ppid = informasi publik | raker = rapat kerja | ranmor = kendaraan
rapim = rapat pimpinan | sim = surat mengemudi; sistem informasi | sp2d = pencairan dana
spj = pertanggungjawaban; bukti belanja | spm = perintah membayar | spp = permintaan pembayaran
tor = kerangka acuan | tppo = perdagangan orang | ump = upah minimum
wfh = kerja rumah; kerja jarak jauh | wfo = kerja kantor | yankes = pelayanan kesehatan
"""
"""Words and what SOPs say, "word = what; what", several on a line; read by `padanan_umum`."""
