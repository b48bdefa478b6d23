"""Two hundred made-up SOPs, in short: what each is called, the step that is its own, and what that step makes.

The subjects are those of any Indonesian office; the offices are evidently invented. `benchmarks.search.korpus`
reads it: "=" an office, "@" a subject with its role and its documents, then five SOPs of that subject.
"""

from __future__ import annotations

TOPIK = """
= Sekretariat Rekaan
@ Pengagenda Surat | lembar disposisi; buku agenda
Penanganan Surat Masuk > Menyortir amplop menurut sifat dan alamat > Amplop tersortir
Penomoran Surat Keluar > Membubuhkan nomor urut pada kepala naskah > Naskah bernomor
Pengiriman Surat Dinas lewat Kurir > Menyegel sampul dan menyerahkannya kepada kurir > Resi kurir
Penerjemahan Naskah Asing > Mengalihbahasakan naskah ke dalam bahasa Indonesia > Terjemahan naskah
Legalisasi Salinan Naskah > Mencocokkan fotokopi dengan naskah asli > Fotokopi berlegalisir
@ Protokoler | susunan acara; daftar undangan
Upacara Bendera > Melatih petugas pengibar > Jadwal latihan pengibar
Jamuan Pejabat Tamu > Memesan hidangan menurut pantangan makan > Pesanan hidangan
Pelantikan Pejabat > Menyiapkan naskah sumpah dan rohaniwan > Naskah sumpah
Kunjungan Kerja Pimpinan > Menyurvei rute dan titik henti rombongan > Peta rute rombongan
Penyusunan Sambutan Pimpinan > Merangkai pokok pidato menurut sasaran pendengar > Teks sambutan
@ Pramubakti | jadwal piket; denah ruangan
Kebersihan Gedung > Menyapu lorong dan mengepel lantai > Lembar kendali kebersihan
Peminjaman Ruang Pertemuan > Mencocokkan pemesanan dengan kalender ruangan > Konfirmasi pemesanan ruangan
Pemeliharaan Pendingin Udara > Mencuci saringan dan mengisi freon > Kartu servis pendingin
Penanggulangan Kebakaran Gedung > Membunyikan sirene dan mengevakuasi penghuni > Rekaman evakuasi
Pengelolaan Sampah Kantor > Memilah sampah organik dan plastik > Timbangan sampah
@ Pranata Humas | siaran pers; kliping media
Konferensi Pers > Menghubungi wartawan dan menyiapkan mikrofon > Daftar wartawan
Pengelolaan Media Sosial > Mengunggah konten dan membalas komentar warganet > Takarir terbit
Peliputan Kegiatan > Memotret acara dan merekam wawancara > Album foto kegiatan
Hak Jawab atas Pemberitaan > Menyusun sanggahan kepada redaksi > Naskah sanggahan
Pelayanan Informasi Publik > Menguji konsekuensi informasi yang dikecualikan > Berita acara uji konsekuensi
@ Pengemudi | kartu kendali kendaraan; kupon bahan bakar
Pemakaian Kendaraan Dinas > Menjemput penumpang sesuai surat jalan > Catatan kilometer
Perawatan Kendaraan Dinas > Mengganti oli mesin dan menyetel rem > Nota bengkel
Perpanjangan STNK > Membayar pajak kendaraan di samsat > Surat kendaraan baru
Penanganan Kecelakaan Kendaraan > Mengajukan klaim asuransi kendaraan > Berkas klaim asuransi
Pengisian Bahan Bakar > Menukar kupon di pompa bensin > Struk bensin
= Badan Kepegawaian Umpama
@ Analis Kepegawaian | daftar riwayat hidup; berkas kepegawaian
Kenaikan Pangkat Reguler > Menghitung masa kerja golongan > Nota usul kenaikan golongan
Pemberian Cuti Melahirkan > Memeriksa keterangan bidan > Surat izin cuti melahirkan
Pensiun Pegawai > Menaksir tunjangan hari tua > Taksiran tunjangan hari tua
Mutasi Antarinstansi > Meminta lolos butuh dari instansi asal > Surat lolos butuh
Penjatuhan Hukuman Disiplin > Membentuk tim pemeriksa pelanggaran > Berita acara pemeriksaan pelanggaran
@ Asesor | instrumen asesmen; matriks kompetensi
Uji Kompetensi Pegawai > Mengamati peserta dalam simulasi kelompok > Lembar amatan simulasi
Seleksi Terbuka Jabatan > Menyaring pelamar menurut makalah > Peringkat pelamar
Manajemen Talenta > Memetakan pegawai ke dalam sembilan kotak > Peta talenta
Penyusunan Kamus Kompetensi > Merumuskan indikator perilaku > Kamus kompetensi
Umpan Balik Asesmen > Mewawancarai peserta tentang potensi > Profil potensi
@ Widyaiswara | modul pelatihan; daftar peserta
Pelatihan Dasar Calon Pegawai > Membimbing rancangan aktualisasi > Rancangan aktualisasi
Penyusunan Modul Ajar > Menelaah silabus dan bahan ajar > Modul ajar
Evaluasi Pascapelatihan > Menyebarkan kuesioner kepada alumni > Rekap kuesioner alumni
Izin Belajar Pegawai > Memverifikasi akreditasi kampus > Surat izin belajar
Magang Mahasiswa > Menempatkan mahasiswa dan menunjuk mentor > Surat penempatan magang
@ Pengelola Presensi | rekap kehadiran; mesin sidik jari
Rekapitulasi Kehadiran > Mengunduh log mesin sidik jari > Log kehadiran
Pengajuan Lembur > Menghitung jam lembur pegawai > Daftar jam lembur
Izin Tidak Masuk Kerja > Mencocokkan keterangan dokter > Formulir ketidakhadiran
Kerja dari Rumah > Menetapkan giliran kerja jarak jauh > Daftar giliran
Pembinaan Pegawai Mangkir > Memanggil pegawai yang membolos > Surat panggilan
@ Dokter Kantor | rekam medis; hasil laboratorium
Pemeriksaan Kesehatan Berkala > Mengambil sampel darah pegawai > Hasil laboratorium pegawai
Pertolongan Pertama > Membalut luka dan membidai patah tulang > Catatan pertolongan
Konseling Pegawai > Mendengarkan keluhan kejiwaan pegawai > Ringkasan konseling
Rujukan Rumah Sakit > Menghubungi ambulans rumah sakit > Surat rujukan
Senam Pagi Pegawai > Memandu pemanasan dan peregangan > Daftar pesenam
= Badan Keuangan Misal
@ Bendahara Pengeluaran | buku kas umum; kuitansi
Pembayaran Gaji Induk > Memotong iuran dan zakat pegawai > Daftar potongan gaji
Pengajuan Uang Persediaan > Menerbitkan surat permintaan pembayaran > Surat permintaan pembayaran
Penutupan Kas Bulanan > Mencacah uang tunai dalam brankas > Register penutupan kas
Pengembalian Kelebihan Belanja > Menyetorkan sisa uang ke kas daerah > Slip setoran sisa
Pemungutan Pajak Penghasilan > Menerbitkan bukti potong pajak > Bukti potong
@ Perancang Anggaran | rancangan anggaran; standar harga
Penyusunan RKA > Merinci belanja menurut rekening > RKA
Pergeseran DPA > Memindahkan pagu antarrekening > DPA pergeseran
Penyusunan KAK > Menuliskan latar belakang dan keluaran kegiatan > KAK
Survei Standar Harga > Menanyakan harga kepada pedagang pasar > Tabel harga pasar
Pembahasan Anggaran dengan Dewan > Memaparkan plafon di depan komisi > Risalah komisi
@ Akuntan | jurnal; neraca saldo
Rekonsiliasi Bank > Membandingkan rekening koran dengan pembukuan > Lembar rekonsiliasi bank
Penyusunan Neraca > Menjurnal penyesuaian akhir tahun > Neraca
Penghapusan Piutang > Menilai umur piutang macet > Daftar piutang macet
Penyusutan Aset Tetap > Menentukan masa manfaat aset > Tabel penyusutan
Catatan atas Laporan Keuangan > Mengungkapkan kebijakan akuntansi > Catatan laporan keuangan
@ Juru Sita | surat paksa; daftar penunggak
Penagihan Pajak Bumi > Mendatangi penunggak dan menempelkan teguran > Surat teguran
Keberatan Pajak Hotel > Meneliti omzet wajib pajak > Keputusan keberatan
Pendaftaran Wajib Pajak Restoran > Menerbitkan nomor pokok restoran > Kartu wajib pajak
Lelang Barang Sitaan > Mengumumkan lelang di surat kabar > Pengumuman lelang
Angsuran Tunggakan > Menjadwalkan cicilan penunggak > Jadwal cicilan
@ Pengurus Barang | kartu inventaris; label aset
Inventarisasi Aset > Menempelkan label pada perabot > Perabot berlabel
Pengadaan ATK > Membandingkan penawaran toko > ATK
Penghapusan Aset Rusak > Menaksir nilai rongsokan > Taksiran rongsokan
Hibah Barang Daerah > Merancang naskah perjanjian hibah > Naskah hibah
Sewa Tanah Daerah > Menaksir tarif sewa lahan kosong > Tarif sewa
= Dinas Kearsipan Rekaan
@ Arsiparis | daftar arsip; boks arsip
Pemindahan Arsip Inaktif > Memasukkan berkas ke dalam boks berlabel > Boks terisi
Pemusnahan Arsip > Mencacah kertas di depan saksi > Berita acara pemusnahan
Alih Media Arsip > Memindai lembaran dan memeriksa resolusi > Hasil pindai
Restorasi Arsip Rusak > Menambal lembaran dengan tisu jepang > Lembaran terawat
Penelusuran Arsip Sejarah > Mencarikan khazanah untuk peneliti > Bon pinjam khazanah
@ Pustakawan | katalog buku; kartu anggota
Keanggotaan Perpustakaan > Memotret dan mencetak kartu pemustaka > Kartu pemustaka
Peminjaman Buku > Memindai barkode buku > Struk pinjam buku
Penyiangan Koleksi > Menyisihkan buku usang dari rak > Daftar buku usang
Perpustakaan Keliling > Memarkir mobil pustaka di sekolah > Catatan kunjungan mobil pustaka
Lomba Bercerita Anak > Menjuri penampilan pendongeng > Nilai juri
@ Pranata Komputer | tiket gangguan; berkas cadangan
Pencadangan Basis Data > Menyalin basis data ke pita magnetik > Pita cadangan
Penanganan Gangguan Jaringan > Melacak kabel yang putus > Laporan gangguan
Pembuatan Surel Dinas > Mengaktifkan kotak surat elektronik > Akun surel
Pengujian Celah Keamanan > Meretas aplikasi dengan izin pemilik > Daftar celah
Pengembangan Aplikasi > Mengodekan modul menurut rancangan > Modul program
@ Statistisi | kuesioner; tabel data
Survei Kepuasan Masyarakat > Mewawancarai responden di loket > Kuesioner terisi
Penerbitan Buku Data Sektoral > Menata tabel dan grafik publikasi > Naskah publikasi
Sensus Ternak > Mencacah sapi dan kambing di kandang > Rekap ternak
Pembakuan Kode Wilayah > Menyelaraskan kode desa > Daftar kode desa
Proyeksi Penduduk > Menghitung laju kelahiran > Tabel proyeksi
@ Sandiman | kunci sandi; buku sandi
Penyandian Kawat > Mengenkripsi kawat dengan kunci harian > Kawat tersandi
Tanda Tangan Elektronik > Menerbitkan sertifikat elektronik > Sertifikat elektronik
Sterilisasi Ruang Rapat > Mendeteksi alat sadap > Catatan sterilisasi
Penggantian Kunci Sandi > Memusnahkan kunci yang kedaluwarsa > Kunci baru
Pengacakan Sinyal > Menyalakan pengacak sinyal > Catatan pengacakan
= Dinas Perizinan Andai
@ Petugas Loket | formulir permohonan; tanda terima
Izin Mendirikan Bangunan > Menghitung retribusi menurut luas lantai > Ketetapan retribusi
Izin Praktik Apoteker > Memeriksa ijazah dan sumpah apoteker > Surat izin apoteker
Izin Usaha Mikro > Mendaftarkan pedagang kaki lima > Nomor induk pedagang
Izin Keramaian > Menilai risiko kerumunan > Rekomendasi keramaian
Izin Penelitian > Menelaah proposal mahasiswa > Rekomendasi penelitian
@ Peneliti Lapangan | berita acara lapangan; foto lokasi
Izin Galian Pasir > Meninjau tebing dan bibir sungai > Berita acara tinjauan tebing
Izin Lokasi Perumahan > Mencocokkan patok dengan rencana tata ruang > Peta patok
Izin Gangguan > Mendengar keberatan tetangga > Pernyataan tetangga
Izin Trayek Angkutan > Menghitung kebutuhan angkot > Kuota angkot
Izin Tebang Pohon > Mengukur diameter batang > Taksiran kayu
@ Verifikator | lembar verifikasi; sertifikat
Sertifikat Laik Sehat Warung > Memeriksa dapur dan air minum > Sertifikat laik sehat
Sertifikat Halal > Menelusuri asal bahan makanan > Lembar telusur bahan
Tanda Daftar Gudang > Memotret tumpukan gabah > Tanda daftar
Sertifikasi Benih > Menguji daya kecambah > Label benih
Kir Kendaraan > Menguji emisi knalpot > Kartu kir
@ Mediator | surat pengaduan; berita acara mediasi
Pengaduan Pelayanan > Memediasi pengadu dengan petugas > Kesepakatan damai
Sengketa Batas Tanah > Mempertemukan ahli waris di lapangan > Akta damai
Perselisihan Upah > Merundingkan pesangon buruh > Perjanjian bersama
Perlindungan Konsumen > Menyita barang kedaluwarsa > Berita acara penyitaan
Pengaduan Kekerasan Anak > Mendampingi korban ke psikolog > Rekam dampingan
@ Kasir | nota retribusi; rekap setoran
Retribusi Pasar > Menyobek karcis pedagang > Bonggol karcis
Retribusi Parkir > Membagikan karcis kepada juru parkir > Daftar karcis parkir
Retribusi Wisata > Menjual tiket masuk pantai > Tiket masuk
Sewa Stadion > Menagih uang jaminan penyewa > Kuitansi jaminan
Denda Keterlambatan > Menghitung denda harian > Perincian denda
= Dinas Sosial Contoh
@ Pekerja Sosial | asesmen keluarga; daftar keluarga miskin
Bantuan Beras Miskin > Menimbang karung beras > Tanda terima beras
Santunan Kematian > Memeriksa akta kematian > Kuitansi santunan
Adopsi Anak > Mengunjungi rumah calon orang tua angkat > Laporan kunjungan rumah
Penampungan Gelandangan > Menjaring gelandangan di perempatan > Daftar penghuni panti
Bantuan Kursi Roda > Menyesuaikan kursi dengan tubuh penyandang disabilitas > Kursi roda
@ Tagana | peta rawan; logistik
Tanggap Darurat Banjir > Mendirikan tenda dan dapur umum > Tenda pengungsi
Distribusi Logistik > Memuat selimut ke truk > Manifes truk
Kaji Cepat Gempa > Mendata rumah roboh > Tabel kerusakan
Simulasi Tsunami > Memandu warga ke bukit > Catatan simulasi
Pemulihan Trauma > Mengajak anak bermain dan bernyanyi > Catatan pemulihan
@ Penyuluh | materi penyuluhan; daftar hadir
Penyuluhan Keluarga Berencana > Memperagakan alat kontrasepsi > Daftar akseptor
Posyandu Balita > Menimbang bayi dan memberi vitamin > Kartu menuju sehat
Pencegahan Tengkes > Membagikan makanan tambahan > Catatan gizi
Bimbingan Pranikah > Menasihati calon pengantin > Sertifikat pranikah
Sekolah Lansia > Mengajari lansia memakai telepon genggam > Rapor lansia
@ Registrar | formulir kependudukan; buku register
Penerbitan KTP > Merekam iris mata dan sidik jari > KTP
Penerbitan KK > Menambahkan anggota keluarga baru > KK
Akta Kelahiran > Meneliti surat lahir dari bidan > Akta lahir
Akta Perkawinan > Mencatat mempelai di depan saksi > Akta kawin
Surat Pindah Datang > Mencabut data dari daerah asal > Surat pindah
@ Juru Makam | peta makam; kartu makam
Pemakaman Umum > Menggali liang lahat > Kartu liang
Pemindahan Jenazah > Mengawal mobil jenazah > Surat jalan jenazah
Perpanjangan Hak Makam > Menyurati ahli waris makam > Surat hak makam
Perawatan Taman Makam > Memangkas rumput dan mengecat nisan > Catatan perawatan makam
Kremasi > Menyalakan tungku kremasi > Abu jenazah
= Inspektorat Misal
@ Auditor | kertas kerja audit; program audit
Audit Kepatuhan > Menguji petik bukti belanja > Temuan audit
Reviu Laporan Keuangan > Menelusuri angka ke buku besar > Simpulan reviu
Audit Investigatif > Meminta keterangan pelapor dan saksi > Kronologi kasus
Pemantauan Temuan > Menagih jawaban temuan lama > Matriks temuan
Kas Opname Mendadak > Menghitung uang di laci bendahara > Register opname
@ Auditor Kepegawaian | laporan harta; daftar wajib lapor
Pelaporan Harta Kekayaan > Mengingatkan pejabat melaporkan kekayaan > Daftar kepatuhan pelapor
Penanganan Gratifikasi > Menaksir bingkisan yang ditolak > Formulir gratifikasi
Penanganan Benturan Kepentingan > Mengganti pejabat yang berkerabat > Pernyataan kepentingan
Saluran Pelapor Pelanggaran > Merahasiakan nama pelapor > Tiket pelapor
Ikrar Antikorupsi > Membacakan pakta di depan pegawai > Pakta integritas
@ Perencana | matriks program; kalender perencanaan
Penyelenggaraan Musrenbang Kecamatan > Menampung usulan kepala dusun > Daftar usulan dusun
Telaah RPJMD > Menyandingkan misi bupati dengan program > Matriks misi
Kajian Kebijakan > Mengulas naskah akademik > Ringkasan kebijakan
Forum Konsultasi > Menjaring saran lembaga swadaya > Rangkuman saran
Pengendalian Proyek Fisik > Mengukur kemajuan pekerjaan konstruksi > Kurva kemajuan
@ Penata Hukum | rancangan peraturan; daftar inventaris masalah
Penyusunan Peraturan Bupati > Menyelaraskan pasal dengan peraturan lebih tinggi > Rancangan pasal
Bantuan Hukum Pegawai > Mewakili pegawai di pengadilan > Surat kuasa
Penyuluhan Hukum Desa > Menerangkan sanksi narkotika > Materi hukum
Penerbitan Lembaran Daerah > Mengundangkan peraturan dalam lembaran > Lembaran daerah
Kerja Sama Daerah > Merumuskan nota kesepahaman > Nota kesepahaman
@ Pokja Pemilihan | dokumen pemilihan; dokumen penawaran
Tender Pekerjaan Konstruksi > Membuka sampul penawaran peserta > Berita acara pembukaan sampul
Penunjukan Langsung > Menawar harga dengan penyedia tunggal > Berita acara tawar-menawar
Katalog Elektronik > Memesan lewat keranjang katalog > Surat pesanan
Sanggah Tender > Menjawab sanggahan peserta > Jawaban sanggah
Daftar Hitam Penyedia > Mengusulkan penyedia wanprestasi > Keputusan daftar hitam
= Dinas Pertanian Umpama
@ Penyuluh Pertanian | rencana tanam; buku tani
Penyaluran Pupuk Bersubsidi > Menghimpun kebutuhan kelompok tani > Daftar kebutuhan pupuk
Pengendalian Hama Wereng > Menyemprotkan pestisida hayati > Catatan semprot
Sekolah Lapang Petani > Mempraktikkan tanam jajar legowo > Petak percontohan
Peminjaman Traktor > Memeriksa solar dan ban traktor > Kartu pinjam traktor
Ubinan Padi > Menimbang gabah dari petak ubinan > Taksiran panen
@ Dokter Hewan | kartu ternak; stok vaksin
Vaksinasi Antraks > Menyuntik sapi di kandang > Kartu vaksin
Inseminasi Buatan > Mencairkan semen beku > Kartu inseminasi
Pemeriksaan Hewan Kurban > Meraba limpa dan hati sembelihan > Stempel layak konsumsi
Lalu Lintas Ternak > Mengarantina ternak dari luar pulau > Surat kesehatan hewan
Rumah Potong Hewan > Memingsankan sapi sebelum disembelih > Rekap potong
@ Nelayan Pembina | buku kapal; data tangkapan
Pas Kecil Kapal > Mengukur panjang lambung perahu > Pas kecil
Pelelangan Ikan > Meneriakkan harga awal > Karcis lelang
Penebaran Benih Ikan > Menaklukkan suhu air kantong benih > Catatan tebar
Patroli Bom Ikan > Mengejar perahu pembawa peledak > Catatan patroli
Rehabilitasi Bakau > Menanam bibit mangrove > Bibit tertanam
@ Penera | anak timbangan; cap tera
Pengujian Timbangan Pasar > Membubuhkan cap pada timbangan > Timbangan bercap
Operasi Pasar Minyak Goreng > Menggelar lapak murah > Nota lapak
Pameran Kerajinan > Menata gerai perajin > Denah gerai
Pelatihan Pengemasan > Merancang kemasan keripik > Contoh kemasan
Pendataan Koperasi > Menilai rapat anggota tahunan koperasi > Peringkat koperasi
@ Pengawas Lingkungan | contoh air; baku mutu air
Pengujian Limbah Pabrik > Mengambil contoh air sungai > Botol contoh
Penghijauan Bukit > Menyemai biji trembesi > Semaian
Bank Sampah > Menabungkan botol bekas > Buku tabungan sampah
Pengaduan Pencemaran > Menyumbat pipa pembuangan > Segel pipa
Adipura > Menilai taman kota > Nilai taman
"""
