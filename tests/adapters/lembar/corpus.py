"""Made-up SOPs that are hard to print; each is named for what is hard about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from buku_sop.model import (
    Giliran,
    Handbook,
    Konfirmasi,
    LembarKerja,
    Pejabat,
    Pelaksana,
    PenanggungJawab,
    PilihanLembar,
    Prosedur,
    Simbol,
    Sop,
    Status,
    TandaTangan,
    TigaTahap,
)
from tests.builders import giliran, handbook, langkah, prosedur, sop
from tests.flows import PLAIN, TWISTED, procedure

KATA_PANJANG = "pertanggungjawabanketatapemerintahanberkesinambunganmenyeluruh"[:60]
KODE_PANJANG = "PER/20/M.PAN/11/2008-LAMPIRAN_II.A.3/KEPEGAWAIAN/KEUANGAN/PERLENGKAPAN/UMUM"
JAHAT = '#panic("x") $x$ *tebal* @sop:a <label> `kode` \\ // {{ 7*7 }} [ ] { } #sys.inputs "kutip" ~ \u200b'
KALIMAT = [
    "memeriksa",
    "kelengkapan",
    "berkas",
    "permohonan",
    "lalu",
    "mencatatnya",
    "dalam",
    "buku",
    "agenda",
    "kantor",
]
SYARAT = tuple(f"Syarat {n} berupa salinan yang dilegalisasi" for n in range(1, 121))
PERAN = {f"p{i}": f"Kepala Seksi Rekaan {i}" for i in range(1, 13)}


def kata(jumlah: int) -> str:
    """Return a text of so many words."""
    return " ".join(KALIMAT[i % len(KALIMAT)] for i in range(jumlah))


def _id(nama: str) -> str:
    return f"kantor-contoh/{nama}"


def kata_panjang() -> Sop:
    """Words of sixty characters everywhere."""
    steps = [
        langkah(
            f"Mencatat {KATA_PANJANG} tamu",
            oleh="staf",
            kelengkapan=(KATA_PANJANG, KODE_PANJANG),
            output=KATA_PANJANG,
            keterangan=KATA_PANJANG,
            waktu=f"1 {KATA_PANJANG}",
        )
        for _ in range(3)
    ]
    return sop(
        *steps,
        id=_id("kata-panjang"),
        nama=f"Kata {KATA_PANJANG}",
        nomor=KODE_PANJANG * 2,
        dasar_hukum=(KATA_PANJANG * 3, KODE_PANJANG * 3),
        pelaksana={"staf": KATA_PANJANG},
    )


def sel_tinggi(jumlah: int, nama: str) -> Sop:
    """A cell of many words between ordinary rows."""
    steps = [langkah() for _ in range(6)]
    steps[2] = langkah(kata(jumlah), oleh="kepala", kelengkapan=kata(jumlah // 10))
    return sop(*steps, id=_id(nama), nama=f"Sel {jumlah} kata")


def syarat_panjang() -> Sop:
    """A list of requirements that takes pages, beside a short activity."""
    steps = [langkah(), langkah("Memeriksa syarat", oleh="kepala", kelengkapan=SYARAT), langkah()]
    return sop(*steps, id=_id("syarat-panjang"), nama="Syarat Panjang")


def dua_belas() -> Sop:
    """Twelve roles."""
    pelaksana = tuple(Pelaksana(p, label) for p, label in PERAN.items())
    acak = procedure(Random("dua belas"), 14, 12, PLAIN)
    nama = {f"p{i}": f"p{i + 1}" for i in range(12)}
    steps = tuple(
        replace(
            lk,
            giliran=tuple(
                replace(g, pelaksana=tuple(nama[p] for p in g.pelaksana)) for g in lk.giliran
            ),
        )
        for lk in acak.langkah
    )
    return sop(tabel=(Prosedur(pelaksana, steps),), id=_id("dua-belas"), nama="Dua Belas Pelaksana")


def seratus() -> Sop:
    """A hundred steps with jumps over pages."""
    tabel = procedure(Random("seratus"), 100, 6, PLAIN)
    return sop(tabel=(tabel,), id=_id("seratus"), nama="Seratus Langkah")


def rumit() -> Sop:
    """Everything twisted that a flow can be."""
    tabel = procedure(Random("rumit"), 30, 7, TWISTED)
    return sop(tabel=(tabel,), id=_id("rumit"), nama="Alur Rumit")


def tanpa_identitas() -> Sop:
    """Nothing but a name and a table."""
    steps = tuple(langkah(f"Mencatat tamu {i}", oleh="staf", waktu="") for i in range(4))
    return Sop(
        _id("tanpa-identitas"),
        "Tanpa Identitas",
        (prosedur(*steps),),
        lembar=PilihanLembar(jumlah_waktu=True),
        perlu_konfirmasi=(Konfirmasi("nama", "Ragu."),),
    )


def melintas() -> Sop:
    """Branches that pass pages forward and back, merging on the way."""
    steps = [
        langkah(f"Menyusun berkas {i}", oleh=("staf", "kepala", "ketua")[i % 3], id=f"s{i}")
        for i in range(1, 25)
    ]
    for i, ke in (
        (4, "s20"),
        (6, "s20"),
        (9, "s22"),
        (15, "s3"),
        (18, "s3"),
        (22, "s12"),
        (23, "s2"),
    ):
        steps[i - 1] = replace(
            steps[i - 1],
            giliran=(giliran("kepala", cabang={"Lengkap": "lanjut", "Tidak lengkap": ke}),),
        )
    peran = {"staf": "Staf", "kepala": "Kepala Kantor", "ketua": "Ketua Tim", "tamu": "Tamu"}
    return sop(*steps, id=_id("melintas"), nama="Melintas Halaman", pelaksana=peran)


def lengkap() -> Sop:
    """Two tables, a signature block and a worksheet; withdrawn."""
    pertama = prosedur(
        langkah("Menerima tamu", Giliran(("staf",), Simbol.KAPSUL, "Mulai")),
        langkah("Membahas bersama", giliran("staf", "kepala"), opsional=True),
        langkah("Memeriksa", giliran("staf"), giliran("kepala", cabang={"Ya": "lanjut", "Tidak": "selesai"})),
        langkah("Menutup", Giliran(("staf",), Simbol.KAPSUL, "Selesai")),
    )  # fmt: skip
    tahap = TigaTahap(("Menerima",), ("Membahas", "Memeriksa"), ("Menutup",))
    return sop(
        tabel=(replace(pertama, judul="TABEL PERTAMA"), replace(pertama, judul="TABEL KEDUA")),
        id=_id("lengkap"),
        nama="Semua Bagian",
        status=Status.DICABUT,
        lembar=PilihanLembar(jumlah_waktu=True, nomor_kolom=True),
        tanda_tangan=TandaTangan("Kota Rekaan", "2026", "Kepala Kantor Contoh", "Nama Pejabat", "000"),
        lembar_kerja=LembarKerja(
            "Semua Bagian", "Rutin", PenanggungJawab("Kepala", "Staf"), "Kantor Contoh", "Tamu", tahap, tahap
        ),
        disahkan_oleh=(Pejabat("Kepala Kantor Contoh", "Nama Pejabat", "00000000 000000 0 000"),),
        keterkaitan=("Sel 300 kata", "SOP Entah"),
        kualifikasi_pelaksana=("Mampu menulis", "Mampu membaca"),
        tanggal_revisi=date(2026, 3, 1),
    )  # fmt: skip


def jahat() -> Sop:
    """Text that would be code if it were not text."""
    steps = [
        langkah(JAHAT, oleh="staf", kelengkapan=(JAHAT, JAHAT), output=JAHAT, keterangan=JAHAT, waktu=JAHAT),
        langkah(JAHAT, giliran("kepala", cabang={JAHAT: "lanjut", "#x": "selesai"})),
        langkah("Huruf \u2713 \u4e2d \U0001f642 \uf0b7 \x07 \u202e \ufb01 é ẹ", oleh="staf"),
    ]  # fmt: skip
    return sop(
        *steps,
        id=_id("jahat"),
        nama=JAHAT,
        nomor=JAHAT,
        kop=(JAHAT,),
        dasar_hukum=(JAHAT,),
        pelaksana={"staf": JAHAT, "kepala": "#kepala"},
        istilah={"kegiatan": JAHAT},
    )


def kosong() -> Sop:
    """Only a name."""
    return Sop(_id("kosong"), "Kosong")


def satu_langkah() -> Sop:
    """One step that nobody does."""
    return sop(langkah("Menunggu", oleh=None), id=_id("satu-langkah"), status=Status.DIGANTIKAN)


def semua() -> Handbook:
    """Return all of them, and one of another office."""
    return handbook(
        kata_panjang(),
        sel_tinggi(300, "sel-300"),
        sel_tinggi(1500, "sel-1500"),
        syarat_panjang(),
        dua_belas(),
        seratus(),
        rumit(),
        tanpa_identitas(),
        melintas(),
        lengkap(),
        jahat(),
        kosong(),
        satu_langkah(),
        sop(id="dinas-rekaan/penerimaan-tamu"),
    )
