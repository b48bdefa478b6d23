"""Who makes regulations, in the many ways that documents name them: agencies and provinces."""

from __future__ import annotations

LEMBAGA: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ANRI", ("anri", "arsip nasional")),
    ("Badan Informasi Geospasial", ("big", "informasi geospasial")),
    ("Badan Kepegawaian Negara", ("bkn", "kepegawaian negara")),
    ("Badan Kependudukan dan Keluarga Berencana Nasional", ("bkkbn", "kependudukan dan keluarga berencana nasional")),
    ("Badan Koordinasi Penanaman Modal", ("bkpm", "koordinasi penanaman modal")),
    ("Badan Meteorologi, Klimatologi, dan Geofisika", ("bmkg", "meteorologi klimatologi dan geofisika")),
    ("Badan Narkotika Nasional", ("bnn", "narkotika nasional")),
    ("Badan Nasional Penanggulangan Bencana", ("bnpb", "nasional penanggulangan bencana")),
    ("Badan Pemeriksa Keuangan", ("bpk", "pemeriksa keuangan")),
    ("Badan Pengawas Obat dan Makanan", ("bpom", "pom", "pengawas obat dan makanan")),
    ("Badan Pengawas Pemilihan Umum", ("bawaslu", "pengawas pemilihan umum", "pengawas pemilu")),
    ("Badan Pengawasan Keuangan dan Pembangunan", ("bpkp", "pengawasan keuangan dan pembangunan")),
    ("Badan Pertanahan Nasional", ("bpn", "pertanahan nasional")),
    ("Badan Pusat Statistik", ("bps", "pusat statistik")),
    ("Badan Siber dan Sandi Negara", ("bssn", "siber dan sandi negara")),
    ("Bank Indonesia", ("bi", "bank")),
    ("Direktur Jenderal Perbendaharaan", ("direktur jenderal perbendaharaan", "dirjen perbendaharaan",
        "direktorat jenderal perbendaharaan")),
    ("Jaksa Agung", ("jaksa agung", "kejaksaan agung", "kejaksaan")),
    ("Kapolri", ("kapolri", "polri", "kepolisian", "kepolisian negara")),
    ("Komisi Informasi", ("ki", "komisi informasi", "komisi informasi pusat")),
    ("Komisi Pemberantasan Korupsi", ("kpk", "komisi pemberantasan korupsi")),
    ("Komisi Pemilihan Umum", ("kpu", "komisi pemilihan umum")),
    ("LAN", ("lan", "administrasi negara")),
    ("LKPP", ("lkpp", "kebijakan pengadaan barang jasa pemerintah", "kebijakan pengadaan barang dan jasa pemerintah")),
    ("Mahkamah Agung", ("ma", "mahkamah agung")),
    ("Mahkamah Konstitusi", ("mk", "mahkamah konstitusi")),
    ("Ombudsman", ("ombudsman",)),
    ("Otoritas Jasa Keuangan", ("ojk", "otoritas jasa keuangan")),
    ("Perpustakaan Nasional", ("perpusnas", "perpustakaan nasional")),
)  # fmt: skip
"""Agencies by the name that lists show, with what documents call them, without `AWAL_LEMBAGA`."""

AWAL_LEMBAGA = frozenset(("lembaga", "badan", "kepala", "ketua"))
"""Words in front of an agency that documents write or leave out."""

SINGKATAN_LEMBAGA = {
    "perma": ("perka", "Mahkamah Agung"), "sema": ("se", "Mahkamah Agung"),
    "kkma": ("kep", "Mahkamah Agung"), "perki": ("perka", "Komisi Informasi"),
    "perkap": ("perka", "Kapolri"), "perkapolri": ("perka", "Kapolri"), "perpol": ("perka", "Kapolri"),
    "pkpu": ("perka", "Komisi Pemilihan Umum"), "perbawaslu": ("perka", "Badan Pengawas Pemilihan Umum"),
    "pojk": ("perka", "Otoritas Jasa Keuangan"), "seojk": ("se", "Otoritas Jasa Keuangan"),
    "pbi": ("perka", "Bank Indonesia"), "perbpom": ("perka", "Badan Pengawas Obat dan Makanan"),
    "perja": ("perka", "Jaksa Agung"), "pmk": ("permen", "Keuangan"), "kmk": ("kepmen", "Keuangan"),
    "pma": ("permen", "Agama"), "kma": ("kepmen", "Agama"),
}  # fmt: skip
"""Short forms that name kind and maker in one word."""

PMK_KESEHATAN = ("kesehatan", "puskesmas", "rumah sakit", "medis", "medik", "klinik", "pasien", "obat", "farmasi",
                 "dokter", "perawat", "bidan", "imunisasi", "gizi", "penyakit", "apotek", "laboratorium")  # fmt: skip
PMK_KEUANGAN = ("keuangan", "anggaran", "pajak", "barang milik negara", "perjalanan dinas", "biaya", "kas ", "bea ",
                "pembayaran", "dana", "apbn", "belanja", "pendapatan", "akuntansi", "perbendaharaan", "piutang",
                "persediaan", "cukai", "rekening", "utang", "hibah", "kekayaan negara")  # fmt: skip
"""What the title of a "PMK" is about, where its number does not say whose it is."""

PROVINSI = {
    "jateng": "jawa tengah", "jatim": "jawa timur", "jabar": "jawa barat", "dki": "dki jakarta",
    "diy": "daerah istimewa yogyakarta", "di yogyakarta": "daerah istimewa yogyakarta",
    "sumut": "sumatera utara", "sumbar": "sumatera barat", "sumsel": "sumatera selatan",
    "kalbar": "kalimantan barat", "kalteng": "kalimantan tengah", "kalsel": "kalimantan selatan",
    "kaltim": "kalimantan timur", "kaltara": "kalimantan utara", "sulut": "sulawesi utara",
    "sulteng": "sulawesi tengah", "sulsel": "sulawesi selatan", "sultra": "sulawesi tenggara",
    "sulbar": "sulawesi barat", "ntb": "nusa tenggara barat", "ntt": "nusa tenggara timur",
    "kepri": "kepulauan riau", "babel": "kepulauan bangka belitung", "malut": "maluku utara",
}  # fmt: skip
"""Provinces by their daily short names."""


def sebut_lembaga(kata: list[str]) -> str:
    """Return the name of an agency that normalised words mean; empty for one that is not known."""
    while kata:
        teks = " ".join(kata)
        if ada := next((nama for nama, sebutan in LEMBAGA if teks in sebutan), ""):
            return ada
        if kata[0] not in AWAL_LEMBAGA:
            return ""
        kata = kata[1:]
    return ""
