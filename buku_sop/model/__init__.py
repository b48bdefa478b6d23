"""What an SOP handbook *is*: frozen values without syntax and without input or output.

The nouns are those of PermenPANRB 35/2012 and of the documents that offices write; the names of the
fields are the keys of the YAML files.
"""

from buku_sop.model.buku import IsiBuku, Keputusan
from buku_sop.model.formulir import JenisFormulir
from buku_sop.model.handbook import Handbook
from buku_sop.model.instansi import Instansi, JamKerja
from buku_sop.model.kebutuhan import Fungsi, Kebutuhan, KegiatanDibutuhkan, Tugas, UraianTugas
from buku_sop.model.kontak import Kontak
from buku_sop.model.lampiran import BerkasInstansi, Lampiran, SalinanBertandaTangan
from buku_sop.model.peraturan import PeraturanTercatat, StatusPeraturan
from buku_sop.model.pilihan_lembar import (
    ArahKertas,
    NamaKertas,
    PilihanLembar,
    RuangTandaTangan,
    SusunanTandaTangan,
)
from buku_sop.model.riwayat import Jawaban, Penilaian, Riwayat
from buku_sop.model.singkatan import Padanan, Singkatan
from buku_sop.model.sop import (
    BERIKUT,
    LANJUT,
    SELESAI,
    BagianBebas,
    Cabang,
    Giliran,
    Konfirmasi,
    Langkah,
    LembarKerja,
    LetakBagian,
    Pejabat,
    Pelaksana,
    PenanggungJawab,
    Prosedur,
    Simbol,
    Sop,
    Status,
    TandaTangan,
    TigaTahap,
    Tujuan,
)
from buku_sop.model.waktu import (
    Bilangan,
    Durasi,
    JenisUntuk,
    KasusWaktu,
    KeadaanWaktu,
    Rentang,
    Satuan,
    Sifat,
    Waktu,
)

__all__ = [
    "BERIKUT",
    "LANJUT",
    "SELESAI",
    "ArahKertas",
    "BagianBebas",
    "BerkasInstansi",
    "Bilangan",
    "Cabang",
    "Durasi",
    "Fungsi",
    "Giliran",
    "Handbook",
    "Instansi",
    "IsiBuku",
    "JamKerja",
    "Jawaban",
    "JenisFormulir",
    "JenisUntuk",
    "KasusWaktu",
    "KeadaanWaktu",
    "Kebutuhan",
    "KegiatanDibutuhkan",
    "Keputusan",
    "Konfirmasi",
    "Kontak",
    "Lampiran",
    "Langkah",
    "LembarKerja",
    "LetakBagian",
    "NamaKertas",
    "Padanan",
    "Pejabat",
    "Pelaksana",
    "PenanggungJawab",
    "Penilaian",
    "PeraturanTercatat",
    "PilihanLembar",
    "Prosedur",
    "Rentang",
    "Riwayat",
    "RuangTandaTangan",
    "SalinanBertandaTangan",
    "Satuan",
    "Sifat",
    "Simbol",
    "Singkatan",
    "Sop",
    "Status",
    "StatusPeraturan",
    "SusunanTandaTangan",
    "TandaTangan",
    "TigaTahap",
    "Tugas",
    "Tujuan",
    "UraianTugas",
    "Waktu",
]
