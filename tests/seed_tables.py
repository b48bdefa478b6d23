"""What a person found by reading the dumps in `tests/seeds/`, for the tests to count and compare by."""

from __future__ import annotations

SOP = {
    # id: (dump, which of its tables, steps, lanes)
    "selayar/pengukuran-kinerja": ("selayar", 0, 10, 5),
    "sumedang/pengukuran-kinerja": ("sumedang", 0, 8, 4),
    "way-kanan/pengukuran-kinerja": ("way-kanan", 0, 9, 5),
    "jeneponto/pengumpulan-data-kinerja": ("jeneponto", 0, 6, 4),
    "banggai/pengukuran-kinerja": ("banggai", 0, 13, 4),
    "banggai/monitoring-renstra": ("banggai", 1, 10, 6),
}
INSTANSI = ["banggai", "jeneponto", "selayar", "sumedang", "way-kanan"]
LANGKAH = [(id, n) for id, (_, _, steps, _) in SOP.items() for n in range(1, steps + 1)]

STRUKTUR = {"nama_lain", "status", "kop", "pelaksana", "langkah", "perlu_konfirmasi"}
"""Keys of an SOP that a test of their own looks at."""
STRUKTUR_LANGKAH = {"id", "pelaksana", "cabang", "perlu_konfirmasi"}
DAFTAR = {
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
}
SEBUTAN = {
    # what a sentence calls its actor, where the dump's own column is meant beyond doubt
    "selayar/pengukuran-kinerja": {"Sekretaris": "sekretaris", "Tim": "tim"},
    "sumedang/pengukuran-kinerja": {"Sekretaris": "sekretaris"},
    "way-kanan/pengukuran-kinerja": {},
    "jeneponto/pengumpulan-data-kinerja": {},
    "banggai/pengukuran-kinerja": {
        "Kepala Dinas": "kadis",
        "Sekretaris Dinas": "sekretaris",
        "Sekretaris Tim SAKIP": "sek_tim",
        "Anggota Tim SAKIP": "anggota_tim",
    },
    "banggai/monitoring-renstra": {"Kasubag Perenc. Dan Ev.": "kasubag"},
}
ISTILAH_BAKU = {
    # the form's own labels; an office that uses other words says so in its istilah
    "nomor": "Nomor SOP",
    "tanggal_pembuatan": "Tanggal Pembuatan",
    "tanggal_revisi": "Tanggal Revisi",
    "tanggal_efektif": "Tanggal Efektif",
    "tanggal_pengesahan": "Tanggal Pengesahan",
    "disahkan_oleh": "Disahkan Oleh",
    "nama": "Nama SOP",
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi_pelaksana": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan Pendataan",
    "kegiatan": "Kegiatan",
    "keterangan": "Keterangan",
    "ruang_lingkup": "Ruang Lingkup",
}
DIRAGUKAN = [
    # fields, or fields of a step or of the worksheet, that the document itself makes doubtful
    ("selayar/pengukuran-kinerja", "dasar_hukum"),
    ("selayar/pengukuran-kinerja", "pelaksana"),
    ("selayar/pengukuran-kinerja", "10.waktu"),
    ("selayar/pengukuran-kinerja", "10.output"),
    ("sumedang/pengukuran-kinerja", "judul"),
    ("sumedang/pengukuran-kinerja", "lembar_kerja"),
    ("sumedang/pengukuran-kinerja", "lembar_kerja.langkah_utama"),
    ("sumedang/pengukuran-kinerja", "lembar_kerja.identifikasi_langkah"),
    ("sumedang/pengukuran-kinerja", "8.kegiatan"),
    ("way-kanan/pengukuran-kinerja", "nama"),
    ("way-kanan/pengukuran-kinerja", "nomor"),
    ("way-kanan/pengukuran-kinerja", "dasar_hukum"),
    ("way-kanan/pengukuran-kinerja", "keterkaitan"),
    ("way-kanan/pengukuran-kinerja", "peralatan"),
    ("way-kanan/pengukuran-kinerja", "pelaksana"),
    ("way-kanan/pengukuran-kinerja", "3.kelengkapan"),
    ("jeneponto/pengumpulan-data-kinerja", "nomor"),
    ("jeneponto/pengumpulan-data-kinerja", "dasar_hukum"),
    ("banggai/pengukuran-kinerja", "nama"),
    ("banggai/pengukuran-kinerja", "disahkan_oleh"),
    ("banggai/pengukuran-kinerja", "tanda_tangan"),
    ("banggai/pengukuran-kinerja", "dasar_hukum"),
    ("banggai/pengukuran-kinerja", "kualifikasi_pelaksana"),
    ("banggai/pengukuran-kinerja", "peringatan"),
    ("banggai/pengukuran-kinerja", "7.kegiatan"),
    ("banggai/pengukuran-kinerja", "9.kegiatan"),
    ("banggai/monitoring-renstra", "nama"),
    ("banggai/monitoring-renstra", "2.kelengkapan"),
    ("banggai/monitoring-renstra", "2.output"),
]
_KEPALA = "Dasar Hukum Kualifikasi Pelaksana Keterkaitan Peralatan Perlengkapan Peringatan Pencatatan dan Pendataan"
_TABEL = "Pelaksana Mutu Baku Kelengkapan Waktu Output"
JUDUL = {
    # the words of each dump that are headings of the form, and no content
    "selayar": f"Nomor SOP Tgl Pembuatan Tgl Revisi Tgl Efektif Disahkan oleh NIP Nama SOP {_KEPALA} "
    f"Uraian Prosedur {_TABEL} Ket "
    "Standar Operasional Prosedur Administrasi Pemerintahan SOP AP",
    "sumedang": "Nomor SOP Tanggal Pembuatan Tanggal Revisi Tanggal Efektif Ditetapkan Oleh NIP Nama SOP "
    f"{_KEPALA} No Uraian Prosedur {_TABEL} Menit Ket "
    "Lembar Kerja Identifikasi Kegiatan A Data Kegiatan Judul SOP Jenis Kegiatan Penanggung Jawab "
    "a Produk b Kegiatan Scope Ruang Lingkup B Identifikasi Kegiatan Judul Kegiatan "
    "Langkah Awal Langkah Utama Langkah Akhir C Identifikasi Langkah Langkah Awal Langkah Akhir",
    "way-kanan": "Standar Operasional Prosedur SOP Kabupaten Way Kanan Dinas PMK "
    "Nomor SOP Tanggal Pembuatan Tanggal Revisi Tanggal Pengesahan Disahkan Oleh NIP Nama SOP "
    f"{_KEPALA} No Kegiatan {_TABEL} Ket",
    "jeneponto": f"Nomor SOP Tgl Pembuatan Tgl Revisi Disahkan Oleh Nama SOP {_KEPALA} "
    f"No Kegiatan {_TABEL} Keterangan",
    "banggai": "Nomor SOP Tanggal Pembuatan Tanggal Revisi Tanggal Efektif Disahkan oleh NIP Judul SOP "
    f"{_KEPALA} No Kegiatan {_TABEL} Keterangan NIP No Uraian Prosedur {_TABEL} menit Ket",
}
NOMOR = {
    # how far each numbered list and table of a dump counts
    "selayar": [5, 5, 3, 5, 10],
    "sumedang": [4, 14, 8],
    "way-kanan": [9],
    "jeneponto": [4, 3, 3, 6],
    "banggai": [6, 4, 6, 2, 3, 13, 10],
}
