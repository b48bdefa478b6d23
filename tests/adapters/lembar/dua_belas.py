"""Twelve made-up SOPs whose sheets are of different kinds; each says in its docstring what its picture shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from buku_sop.loading.bentuk import bentuk_bawaan
from buku_sop.model import (
    ArahKertas,
    BagianBebas,
    Giliran,
    Langkah,
    NamaKertas,
    Pejabat,
    Pelaksana,
    PilihanLembar,
    Prosedur,
    RuangTandaTangan,
    Simbol,
    Sop,
    Status,
    SusunanTandaTangan,
    TandaTangan,
)
from tests.adapters.lembar.corpus import kata
from tests.builders import giliran, langkah, prosedur, sop

PERAN = {"staf": "Staf", "ketua": "Ketua Tim", "kepala": "Kepala Kantor"}
_BAHAN = ("Surat permohonan", "Buku agenda", "Kartu kendali")


def _id(nama: str) -> str:
    return f"kantor-contoh/{nama}"


def _urut(jumlah: int, kata_kegiatan: int = 5) -> list[Langkah]:
    """Steps in which three roles take turns."""
    peran = [*PERAN]
    return [
        langkah(
            f"Mengerjakan bagian ke-{n + 1}: {kata(kata_kegiatan)}",
            oleh=peran[n // 2 % 3],
            id=f"s{n + 1}",
            kelengkapan=_BAHAN[: n % 3 + 1],
            output=f"Bagian ke-{n + 1} yang sudah dikerjakan",
            waktu=f"{n + 1} jam",
            keterangan="-" if n % 2 else (),
        )
        for n in range(jumlah)
    ]


def _memeriksa(oleh: str, ya: str, tidak: str) -> Langkah:
    return langkah("Memeriksa kelengkapan berkas", giliran(oleh, cabang={"Ya": ya, "Tidak": tidak}))


def lapang() -> Sop:
    """Few steps on A4: the largest letters, the row of column numbers, centred dashes, a legend."""
    steps = _urut(4)
    steps[2] = replace(_memeriksa("ketua", "lanjut", "s1"), id="s3", keterangan=("-",))
    pilihan = PilihanLembar(nomor_kolom=True, legenda=True)
    return sop(*steps, id=_id("lapang"), pelaksana=PERAN, lembar=pilihan)


def sedang() -> Sop:
    """Nine steps on F4 with a heading that lanes share; boxes and titles as the document names them."""
    steps = _urut(9)
    steps[5] = replace(_memeriksa("ketua", "lanjut", "s3"), id="s6")
    kelompok = {"staf": "Bidang Rekaan", "ketua": "Bidang Rekaan", "kepala": ""}
    lanes = tuple(Pelaksana(k, v, kelompok[k]) for k, v in PERAN.items())
    nama = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peringatan", "pencatatan")
    return sop(
        tabel=(Prosedur(lanes, tuple(steps)),),
        id=_id("sedang"),
        istilah={k: k.replace("_", " ").upper() for k in nama},
        keterkaitan=("1. SOP lain yang namanya cukup panjang untuk dua baris di dalam kotaknya",),
        lembar=PilihanLembar(kertas=NamaKertas.F4),
    )


def padat() -> Sop:
    """Thirteen steps on one page: small letters, still off the lines."""
    return sop(*_urut(13, 7), id=_id("padat"), pelaksana=PERAN)


def dua_halaman() -> Sop:
    """Steps over two pages with connectors forward and back."""
    steps = _urut(18)
    steps[4] = replace(_memeriksa("ketua", "lanjut", "s15"), id="s5")
    steps[13] = replace(_memeriksa("kepala", "lanjut", "s3"), id="s14")
    return sop(*steps, id=_id("dua-halaman"), pelaksana=PERAN)


def baris_panjang() -> Sop:
    """A row taller than a page, below two others; two stand below its end."""
    steps = _urut(5)
    syarat = tuple(f"Syarat {n} berupa salinan yang dilegalisasi" for n in range(1, 60))
    steps[2] = langkah("Memeriksa syarat", oleh="kepala", kelengkapan=syarat)
    return sop(*steps, id=_id("baris-panjang"), pelaksana=PERAN)


def dua_prosedur() -> Sop:
    """Two procedures with titles, sums of time, notes and a signature at the end; on Letter."""
    pertama = replace(
        prosedur(*_urut(4), pelaksana=PERAN), judul="A. PENERIMAAN", catatan=("Catatan pertama.",)
    )
    return sop(
        tabel=(pertama, replace(pertama, judul="B. PENGIRIMAN", catatan=("Satu.", "Dua."))),
        id=_id("dua-prosedur"),
        lembar=PilihanLembar(kertas=NamaKertas.LETTER, jumlah_waktu=True),
        tanda_tangan=TandaTangan("Kota Rekaan", "2 Mei 2026", "Kepala Kantor Contoh", "Nama Pejabat"),
    )  # fmt: skip


def potret() -> Sop:
    """Upright F4 with lanes so narrow that their headings stand upright."""
    peran = {f"p{n}": f"Seksi Rekaan {n}" for n in range(1, 8)}
    steps = [langkah(f"Langkah ke-{n} {kata(6)}", oleh=f"p{n % 7 + 1}") for n in range(9)]
    pilihan = PilihanLembar(kertas=NamaKertas.F4, arah=ArahKertas.POTRET)
    return sop(*steps, id=_id("potret"), pelaksana=peran, lembar=pilihan)


def penanda_elektronik() -> Sop:
    """Several signers beside each other with places for QR codes; jointly performed steps."""
    pejabat = [Pejabat(f"Pejabat Rekaan {n}", f"Nama Pejabat {n}") for n in range(1, 5)]
    return sop(
        langkah("Menyiapkan rapat", oleh="staf"),
        langkah("Membahas bersama", giliran("staf", "ketua")),
        langkah("Memutuskan", giliran("ketua"), giliran("kepala")),
        id=_id("penanda-elektronik"),
        pelaksana=PERAN,
        disahkan_oleh=tuple(pejabat[:2]),
        disusun_oleh=(pejabat[2],),
        diperiksa_oleh=(pejabat[3],),
        lembar=PilihanLembar(
            tanda_tangan=RuangTandaTangan.ELEKTRONIK, susunan_tanda_tangan=SusunanTandaTangan.BARIS
        ),
    )


def draf() -> Sop:
    """A draft with its mark; capsules with words, an early end, an optional step."""
    return sop(
        langkah("Menerima tamu", Giliran(("staf",), Simbol.KAPSUL, "Mulai")),
        _memeriksa("ketua", "lanjut", "selesai"),
        langkah("Mengantar tamu", oleh="staf", opsional=True),
        langkah("Menutup buku tamu", Giliran(("kepala",), Simbol.KAPSUL, "Selesai")),
        id=_id("draf"),
        pelaksana=PERAN,
        status=Status.DRAF,
        peringatan=tuple(f"Peringatan {n} yang perlu diperhatikan" for n in range(1, 9)),
    )


def _berbentuk(nama: str, isi: Sop) -> Sop:
    bagian = tuple(
        BagianBebas(judul, (f"{judul} yang dimaksud adalah {kata(14)}.",))
        for judul in ("Pengertian", "Tujuan", "Kebijakan", "Unit Terkait")
    )
    return replace(isi, bentuk=bentuk_bawaan()[nama], bagian=bagian, nomor_revisi="01")


def puskesmas() -> Sop:
    """The form of health centres, with a drawn flow."""
    isi = sop(*_urut(4), id=_id("puskesmas"), pelaksana=PERAN, tanggal_revisi=date(2026, 3, 1))
    return _berbentuk("puskesmas", isi)


def spo() -> Sop:
    """The form of hospitals over two pages, with a short head on the second."""
    return _berbentuk("spo-rumah-sakit", sop(*_urut(16, 30), id=_id("spo"), pelaksana=PERAN))


def pos() -> Sop:
    """The form of schools, with a row of signatures."""
    return _berbentuk("pos", sop(*_urut(3), id=_id("pos"), pelaksana=PERAN))


SEMUA: tuple[Callable[[], Sop], ...] = (
    lapang, sedang, padat, dua_halaman, baris_panjang, dua_prosedur, potret, penanda_elektronik, draf,
    puskesmas, spo, pos,
)  # fmt: skip


def semua() -> Iterator[tuple[str, str, Sop]]:
    """Yield each with its name and what its picture shows."""
    for buat in SEMUA:
        assert buat.__doc__
        yield buat.__name__.replace("_", "-"), buat.__doc__, buat()
