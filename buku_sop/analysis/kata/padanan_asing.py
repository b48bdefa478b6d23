"""English words of offices, as people type them, and what Indonesian SOPs say instead."""

from __future__ import annotations

__all__ = ["PADANAN_ASING"]

PADANAN_ASING = """
# Pekerjaan kantor
absence = ketidakhadiran; tidak masuk | accept = terima | access = akses
account = akun; rekening | accountability = akuntabilitas | action plan = rencana aksi
activity = kegiatan | address = alamat | admin = administrasi | agenda = acara
agreement = perjanjian; kesepakatan; kesepahaman | announcement = pengumuman | annual = tahunan
appeal = keberatan; banding; sanggah | applicant = pemohon; pelamar
application = permohonan; aplikasi | apply = ajukan; mohon; lamar
appointment = pengangkatan; janji temu | approval = persetujuan; pengesahan
approve = setuju; sah | archive = arsip | archiving = arsip | assessment = asesmen; penilaian
assignment = penugasan; tugas | attachment = lampiran
attendance = kehadiran; presensi; daftar hadir | backup = cadangan | billing = tagihan; tagih
board = dewan | booking = pemesanan; peminjaman; pesan | booklet = buku saku
brainstorming = curah pendapat | briefing = pengarahan; taklimat | bulletin = buletin
business = usaha | business trip = perjalanan dinas | calendar = kalender
call center = pusat layanan; pengaduan | cancel = batal | candidate = calon; pelamar
career = karier | case = kasus; perkara | ceremony = upacara
certificate = sertifikat; akta; piagam; keterangan | certification = sertifikasi | change = ubah
check = periksa; cek | checking = periksa | checklist = daftar periksa; daftar tilik
clearance = izin; bersih | client = klien; pemohon | closing = penutupan
coaching = pembinaan; bimbingan | collect = kumpul; himpun | collecting = kumpul; himpun
comment = komentar; tanggapan | committee = panitia; komisi | community = masyarakat
competency = kompetensi | complaint = pengaduan; keluhan | compliance = kepatuhan
conference = konferensi | confidential = rahasia | confirmation = konfirmasi
conflict = konflik; benturan | conflict of interest = benturan kepentingan
consultant = konsultan | consultation = konsultasi | contact = kontak; hubung
contract = kontrak; perjanjian | cooperation = kerja sama | coordination = koordinasi
copy = salin; ganda | counseling = konseling | counselling = konseling | court = pengadilan
create = buat; susun | customer = pelanggan; masyarakat; pemohon | daily = harian | date = tanggal
deadline = tenggat; batas waktu | decision = keputusan | decree = keputusan
delivery = pengiriman; antar | department = bagian; bidang; departemen | destroy = musnah
destruction = pemusnahan | discipline = disiplin | discussion = pembahasan; diskusi
disposal = penghapusan; pemusnahan | distribution = penyaluran; distribusi
division = bidang; bagian | document = dokumen; naskah; berkas | draft = konsep; rancangan; draf
employee = pegawai; karyawan | employees = pegawai; karyawan | employment = pekerjaan; kepegawaian
evaluation = evaluasi; penilaian | event = acara; kegiatan | examination = pemeriksaan; ujian
extend = perpanjang | extension = perpanjangan | feedback = umpan balik; masukan
filing = arsip; simpan | finding = temuan | findings = temuan | follow up = tindak lanjut
form = formulir; blangko | forward = terus; sampai | fraud = kecurangan
gathering = kumpul; pertemuan | gift = hadiah; gratifikasi | goal = tujuan; sasaran
government = pemerintah | grade = golongan; pangkat | grant = hibah | guest = tamu
guideline = pedoman | handling = penanganan | handover = serah terima | hearing = dengar pendapat
hiring = pengadaan pegawai; rekrutmen | holiday = libur; cuti | host = tuan rumah
hr = kepegawaian | human resource = kepegawaian; sumber daya manusia
identity card = kartu penduduk; kartu identitas | improvement = perbaikan; peningkatan
inbox = surat masuk | incoming letter = surat masuk | incoming mail = surat masuk
indicator = indikator | info = informasi | information = informasi | innovation = inovasi
input = masuk; entri | inspection = pemeriksaan; inspeksi | instruction = perintah; instruksi
intern = magang | internship = magang | interview = wawancara | introduction = pengantar
investigation = penyelidikan; investigasi | invitation = undangan | issue = masalah; terbit
item = barang; butir | job = pekerjaan; jabatan | job description = uraian tugas; uraian jabatan
job vacancy = lowongan; seleksi | journal = jurnal | junior = muda; pratama | key = kunci
kickoff = pembukaan; mulai | laundry = cuci | leave = cuti; izin | legal = hukum
legalization = legalisasi | letter = surat | licence = izin; lisensi | license = izin; lisensi
list = daftar | logbook = buku catatan; buku harian | mail = surat; pos
mailing = pengiriman surat | management = pengelolaan; manajemen | manager = kepala; pengelola
manual = pedoman; buku panduan | map = peta | mapping = pemetaan | mediation = mediasi
meeting = rapat; pertemuan | meeting room = ruang rapat; ruang pertemuan | member = anggota
membership = keanggotaan | mentoring = bimbingan; mentor | minutes = notula; notulen; risalah
minutes of meeting = notulen; notula rapat; risalah rapat | mission = misi
monitoring = pemantauan | monthly = bulanan | monthly report = laporan bulanan
mou = nota kesepahaman; kerja sama | mutation = mutasi | negotiation = negosiasi; tawar menawar
news = berita | newsletter = buletin; warta | notice = pemberitahuan; pengumuman
notification = pemberitahuan | number = nomor | objection = keberatan; sanggah
office = kantor; dinas | officer = petugas; pejabat | official = pejabat; dinas
onboarding = orientasi; pelatihan dasar | opening = pembukaan | order = pesan; perintah
organization = organisasi | outgoing letter = surat keluar | outgoing mail = surat keluar
overtime = lembur | partner = mitra | partnership = kemitraan; kerja sama | pending = tunda
performance = kinerja | performance report = laporan kinerja | permission = izin
permit = izin; perizinan | personnel = pegawai; kepegawaian | plan = rencana
planning = perencanaan; rencana | policy = kebijakan | position = jabatan; posisi
presentation = paparan; presentasi | press conference = konferensi pers; jumpa pers
press release = siaran pers | problem = masalah | procedure = prosedur | process = proses; olah
profile = profil | progress = kemajuan | project = proyek; pekerjaan
promotion = promosi; kenaikan pangkat | proof = bukti | protocol = protokol; protokoler
public = publik; masyarakat; umum | public information = informasi publik
public relation = humas; hubungan masyarakat | publication = publikasi; terbitan
publish = terbit; muat | punishment = hukuman | quality = mutu; kualitas | quarterly = triwulan
question = pertanyaan | questionnaire = kuesioner | queue = antrean
reception = penerimaan; resepsionis | receptionist = penerima tamu; resepsionis
recommendation = rekomendasi | record = rekam; catatan | recording = rekam; catat
records = catatan; arsip | recruitment = rekrutmen; seleksi; pengadaan pegawai
reference = acuan; rujukan | referral = rujukan | register = daftar
registration = pendaftaran; registrasi | regulation = peraturan | reject = tolak
reminder = pengingat | renewal = perpanjangan | report = laporan; lapor | reporting = pelaporan
request = permohonan; permintaan | requirement = syarat; kebutuhan
requirements = syarat; kebutuhan | research = penelitian; riset
reservasi = pemesanan; peminjaman | reservation = pemesanan; peminjaman
resign = undur diri; berhenti | result = hasil | retired = pensiun | retirement = pensiun
review = reviu; telaah | reward = penghargaan | risk = risiko | risk management = manajemen risiko
role = peran | room = ruang; ruangan | rotation = mutasi; rotasi | schedule = jadwal
scheduling = penjadwalan; jadwal | secretary = sekretaris | security = keamanan
selection = seleksi | send = kirim | senior = madya; utama
service = layanan; pelayanan; perawatan | services = layanan; pelayanan | sharing = berbagi
shift = giliran; piket | shipping = pengiriman | sign = tanda tangan | signature = tanda tangan
simulation = simulasi | socialization = sosialisasi | speech = pidato; sambutan
staff = staf; pegawai | stakeholder = pemangku kepentingan | standard = standar; baku
statement = pernyataan | statistic = statistik | statistics = statistik | stock = persediaan; stok
strategic plan = rencana strategis | strategy = strategi | submission = pengajuan; penyampaian
submit = ajukan; sampai; serah | suggestion = saran; usul | summary = ringkasan; rangkuman
supervision = pengawasan; penyeliaan | supervisor = atasan; pengawas; penyelia
support = dukungan; bantuan | survey = survei | target = sasaran | task = tugas
task force = satuan tugas; gugus tugas | team = tim | template = format; templat
test = uji; tes; ujian | testing = pengujian; uji | timeline = jadwal; garis waktu
tracking = lacak; pelacakan | training = pelatihan; diklat; latihan
transfer = pindah; mutasi; setor | translate = terjemah; alih bahasa
translation = terjemah; alih bahasa | translator = penerjemah | update = pemutakhiran; pembaruan
urgent = segera; mendesak | validation = validasi | vehicle = kendaraan
verification = verifikasi | violation = pelanggaran | vision = visi | visit = kunjungan
visitor = pengunjung; tamu | volunteer = relawan | weekly = mingguan
whistle blower = pelapor pelanggaran | whistleblower = pelapor pelanggaran
whistleblowing = pelapor pelanggaran | work from home = kerja rumah; kerja jarak jauh
work from office = kerja kantor | work order = surat perintah kerja | worker = pekerja; buruh
working hours = jam kerja | workshop = lokakarya; pelatihan | yearly = tahunan
# Uang, barang, pengadaan
allowance = tunjangan | asset = aset; barang milik | assets = aset; barang milik
auction = lelang | balance = saldo; neraca | balance sheet = neraca | bank account = rekening bank
benefit = tunjangan; manfaat | bid = penawaran | bidding = tender; lelang | bill = tagihan
bonus = insentif; tunjangan | budget = anggaran | budgeting = penganggaran; anggaran | buy = beli
cash = tunai; kas | cash flow = arus kas | cashier = kasir | cost = biaya | coupon = kupon
debt = utang; piutang | deposit = setoran; jaminan | depreciation = penyusutan
discount = potongan; keringanan | donation = sumbangan; hibah | equipment = peralatan; alat
expense = belanja; biaya; pengeluaran | fee = biaya; retribusi; tarif | finance = keuangan
financial = keuangan | financial report = laporan keuangan | fine = denda | funding = dana; biaya
goods = barang | income = pendapatan; penghasilan | installment = angsuran; cicilan
insurance = asuransi; jaminan | inventarisir = inventaris | inventory = inventaris; persediaan
invest = penanaman modal; investasi | investment = penanaman modal; investasi
investor = penanam modal | invoice = tagihan; faktur | lease = sewa | levy = retribusi; pungutan
loan = pinjaman; kredit | market = pasar | money = uang | ownership = kepemilikan
payment = pembayaran; bayar | payroll = pembayaran gaji; gaji | penalty = denda; sanksi; hukuman
petty cash = kas kecil; uang persediaan | price = harga | procurement = pengadaan
purchase = beli; pengadaan | purchase order = surat pesanan | purchasing = pengadaan; beli
receipt = kuitansi; tanda terima; bukti | receivable = piutang | reconciliation = rekonsiliasi
refund = pengembalian | reimburse = penggantian; pengembalian
reimbursement = penggantian; pengembalian | rent = sewa | rental = sewa | revenue = pendapatan
salary = gaji | saving = tabungan; simpan | shop = toko | spare part = suku cadang
stationery = alat tulis | subsidy = subsidi | supplier = penyedia; pemasok; rekanan
supply = persediaan; pasokan | tax = pajak | ticket = tiket; karcis | vendor = penyedia; rekanan
voucher = kupon; bukti | wage = upah | warehouse = gudang
# Komputer dan alat
air conditioner = pendingin udara; pendingin ruangan | bug = kesalahan; gangguan | chat = pesan
click = klik | computer = komputer | content = konten; isi | cyber = siber
cybersecurity = keamanan siber | dashboard = dasbor | data center = pusat data
data entry = entri data; input data | database = basis data | delete = hapus
developer = pengembang | development = pengembangan; pembangunan | device = perangkat; gawai
digital = elektronik | digital signature = tanda tangan elektronik | digitalisasi = alih media
down = gangguan; mati | download = unduh | email = surel; surat elektronik
encrypt = enkripsi; sandi | encryption = enkripsi; sandi | error = kesalahan; gangguan; galat
facebook = media sosial | file = berkas | fingerprint = sidik jari | flashdisk = penyimpan data
gadget = gawai | hacked = retas | hacker = retas | hacking = retas | handphone = telepon genggam
hardware = perangkat keras | hotline = telepon; pengaduan | ig = media sosial
instagram = media sosial | install = pasang; instal | internet = jaringan | keyboard = papan ketik
laptop = komputer | link = tautan | live streaming = siaran langsung | login = masuk; akun
maintenance = pemeliharaan; perawatan | medsos = media sosial | mobile = bergerak; keliling
monitor = pantau; layar | network = jaringan | offline = luring | online = daring; elektronik
password = kata sandi | pc = komputer | phone = telepon | photo = foto | posting = unggah; muat
print = cetak | printer = pencetak | printing = cetak | recovery = pemulihan
repair = perbaikan; baik | repairing = perbaikan; baik | reset = atur ulang | restore = pulih
scan = pindai; alih media | scanner = pemindai | scanning = pindai; alih media | server = peladen
social media = media sosial | software = perangkat lunak; aplikasi | sosmed = media sosial
system = sistem | tiktok = media sosial | trouble = gangguan
troubleshooting = penanganan gangguan | upgrade = tingkat; mutakhir | upload = unggah
user = pengguna | username = akun; nama pengguna | virus = gangguan | web = laman; situs
website = laman; situs | wifi = jaringan | youtube = media sosial | zoom = rapat daring
# Kendaraan, gedung, perjalanan
accident = kecelakaan | airport = bandara | ambulance = ambulans | boat = kapal; perahu
building = bangunan; gedung | building permit = izin bangunan; izin mendirikan | bus = angkutan
car = kendaraan; mobil | cctv = kamera pengawas | cleaning = kebersihan; bersih
cleaning service = kebersihan; pramubakti | construction = konstruksi; bangunan | courier = kurir
disaster = bencana | driver = pengemudi; sopir | driving = kemudi | earthquake = gempa
electrical = listrik | electricity = listrik | emergency = darurat | environment = lingkungan
evacuation = evakuasi | facility = sarana; fasilitas | fire = kebakaran | flight = penerbangan
flood = banjir | food = makanan; pangan | fuel = bahan bakar | garden = taman
gasoline = bensin; bahan bakar | generator = genset; pembangkit | house = rumah
housing = perumahan | land = tanah; lahan | lift = elevator | mining = galian; tambang
motorcycle = kendaraan; motor | oil = minyak; oli | park = taman; parkir | parking = parkir
pollution = pencemaran | power = listrik; daya | recycle = daur ulang | route = rute; trayek
ship = kapal | taxi = angkutan | tour = wisata; kunjungan | tourism = wisata; pariwisata
tourist = wisatawan | traffic = lalu lintas | transport = angkutan; kendaraan
transportation = angkutan; kendaraan | trash = sampah | travel = perjalanan | tree = pohon
waste = limbah; sampah | water = air
# Layanan warga, kesehatan, pendidikan
adoption = adopsi; pengangkatan anak | agriculture = pertanian | animal = hewan; ternak
baby = bayi | birth = kelahiran | birth certificate = akta kelahiran | blood = darah | book = buku
bullying = perundungan; kekerasan | burial = pemakaman | cemetery = makam | child = anak
children = anak | citizen = warga; penduduk | clinic = klinik | consumer = konsumen
course = kursus; pelatihan | cow = sapi; ternak | cremation = kremasi | death = kematian
death certificate = akta kematian | dentist = dokter gigi | disability = disabilitas; cacat
divorce = perceraian | doctor = dokter | drug = obat; narkotika | education = pendidikan
elderly = lansia | environmental = lingkungan | exam = ujian | family = keluarga
family card = kartu keluarga | family planning = keluarga berencana | farmer = petani; tani
farming = pertanian; tani | fertilizer = pupuk | first aid = pertolongan pertama | fish = ikan
fisheries = perikanan | fishing = ikan; nelayan | forest = hutan | funeral = pemakaman; jenazah
graduate = lulusan | graduation = wisuda; kelulusan | health = kesehatan | healthcare = kesehatan
healthy = sehat | homeless = gelandangan | hospital = rumah sakit
id card = kartu penduduk; kartu pegawai | immunization = imunisasi; vaksinasi | kids = anak
law = hukum | lawyer = pengacara; bantuan hukum | library = perpustakaan; pustaka
library card = kartu anggota; kartu pemustaka | livestock = ternak | marriage = perkawinan; nikah
marriage certificate = akta perkawinan | maternity = melahirkan
maternity leave = cuti melahirkan | medical = kesehatan; medis
medical check up = pemeriksaan kesehatan | medical checkup = pemeriksaan kesehatan
medicine = obat | merchant = pedagang | midwife = bidan | nurse = perawat | nutrition = gizi
old age = hari tua; lansia | orphan = yatim; anak asuh | parent = orang tua | passport = paspor
patient = pasien | pension = pensiun | pharmacist = apoteker | pharmacy = apotek; apoteker
population = penduduk; kependudukan | poverty = miskin | pre marriage = pranikah
pregnant = hamil | property = aset; properti; tanah | restaurant = restoran; rumah makan
rice = beras; padi | scholarship = beasiswa; izin belajar | school = sekolah
seller = pedagang; penjual | sick = sakit | sick leave = izin sakit; keterangan dokter
small business = usaha mikro; usaha kecil | social = sosial | social assistance = bantuan sosial
sport = olahraga; senam | stadium = stadion | street vendor = pedagang kaki lima
student = mahasiswa; siswa; pelajar | study = belajar; pendidikan | stunting = tengkes
teacher = guru | therapy = terapi | trauma healing = pemulihan trauma
university = universitas; kampus; perguruan tinggi | vaccination = vaksinasi | vaccine = vaksin
victim = korban | village = desa | violence = kekerasan
wedding = perkawinan; pernikahan; pengantin | welfare = kesejahteraan | wheelchair = kursi roda
woman = perempuan; wanita | women = perempuan; wanita | youth = pemuda
"""
"""Words and what SOPs say, "word = what; what", several on a line; read by `padanan_umum`."""
