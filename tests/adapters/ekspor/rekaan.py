"""Made-up SOPs of every kind that the form can say and an office would draw; same seed, same SOP."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import (
    Giliran,
    Langkah,
    NamaKertas,
    Pejabat,
    PilihanLembar,
    Prosedur,
    Sop,
    TandaTangan,
)
from tests.builders import sop
from tests.flows import PLAIN, TWISTED, Traits, procedure

KATA = [
    "berkas",
    "permohonan",
    "surat",
    "laporan",
    "kepala",
    "kantor",
    "memeriksa",
    "menyusun",
    "mencatat",
    "kelengkapan",
    "dokumen",
    "data",
    "hasil",
    "rapat",
    "tim",
    "penyelenggaraan",
    "pertanggungjawaban",
    "dan/atau",
    "anggaran",
    "kegiatan",
    "masing-masing",
    "165/PMK.06/2021",
    "K/L/PD",
    "bulanan",
    "verifikasi",
    "&",
    "<b>",
    '"kutip"',
    "'petik'",
    "%s",
    "{nama}",
    "½",
    "é",
]
WAKTU = ("5 menit", "1 x 24 jam", "30 hari kerja", "", "sesuai kebutuhan", "1 minggu", "2 jam")
MACAM: tuple[Traits, ...] = (
    replace(PLAIN, nobody=0.0, asked=0.0),
    replace(TWISTED, nobody=0.0, asked=0.0, decision=0.3, second_decision=0.1, many_exits=0.05, own=0.0),
    replace(PLAIN, nobody=0.0, asked=0.0, joint=0.3, sequence=0.2, decision=0.15),
    replace(PLAIN, nobody=0.0, words=0.4, decision=0.2, fork=0.1),
)  # fmt: skip


def sop_rekaan(benih: int) -> Sop:
    """Return the SOP of a seed."""
    acak = Random(f"ekspor {benih}")
    banyak = 2 if acak.random() < 0.1 else 1
    tabel = [_prosedur(acak, n) for n in range(banyak)]
    if banyak == 1 and acak.random() < 0.6:
        tabel = [replace(tabel[0], judul="")]
    hari = date(2020, 1, 1) + timedelta(days=acak.randrange(2000))
    kepala = Pejabat("Kepala Kantor Contoh", _kalimat(acak, 3).title(), "19800101 200501 1 001")
    return sop(
        tabel=tuple(tabel),
        id=f"kantor-contoh/rekaan-{benih}",
        nama=f"Penanganan {_kalimat(acak, 7)}",
        nomor=f"{acak.randrange(1000)}/SOP/{acak.randrange(2010, 2030)}",
        tanggal_pembuatan=hari,
        tanggal_revisi=hari + timedelta(days=30),
        tanggal_efektif=hari + timedelta(days=60),
        dasar_hukum=_butir(acak, 8, 20),
        kualifikasi_pelaksana=_butir(acak, 4, 8),
        keterkaitan=_butir(acak, 3, 6),
        peralatan=_butir(acak, 7, 3),
        peringatan=_butir(acak, 2, 20),
        pencatatan=_butir(acak, 3, 6),
        disahkan_oleh=(kepala,) * acak.choice((1, 1, 1, 2)),
        disusun_oleh=(kepala,) * acak.choice((0, 0, 1, 2)),
        diperiksa_oleh=(kepala,) * acak.choice((0, 0, 0, 1)),
        tanda_tangan=_tanda_tangan(acak) if acak.random() < 0.2 else None,
        lembar=PilihanLembar(
            kertas=acak.choice([*NamaKertas]),
            kolom_kosong=acak.choice((True, False)),
            nomor_kolom=acak.choice((True, False, False)),
        ),
    )


def _prosedur(acak: Random, n: int) -> Prosedur:
    lane = acak.choice((1, 2, 3, 4, 5, 6))
    tabel = procedure(acak, acak.choice((2, 3, 5, 9, 14, 22)), lane, acak.choice(MACAM))
    kelompok = acak.random() < 0.2 and lane > 2
    pelaksana = tuple(
        replace(p, label=f"{acak.choice(('Kepala', 'Staf', 'Tim', 'Petugas'))} {k + 1}",
                kelompok="Bagian Umum" if kelompok and k < 2 else "")
        for k, p in enumerate(tabel.pelaksana)
    )  # fmt: skip
    return replace(
        tabel,
        pelaksana=pelaksana,
        langkah=tuple(_langkah(x, acak) for x in tabel.langkah),
        judul=f"TABEL {n + 1} {_kalimat(acak, 4).upper()}",
        catatan=(f"*) {_kalimat(acak, 12)}",) if acak.random() < 0.2 else (),
    )


def _langkah(langkah: Langkah, acak: Random) -> Langkah:
    memutus = bool(langkah.giliran) and bool(langkah.giliran[-1].semua_cabang)
    return replace(
        langkah,
        ke=() if memutus else langkah.ke,
        giliran=tuple(_berlabel(g) for g in langkah.giliran),
        kegiatan=_beralinea(_kalimat(acak, acak.choice((5, 12, 30)))),
        kelengkapan=_butir(acak, 3, 5),
        waktu=baca_waktu(acak.choice(WAKTU)),
        output=_butir(acak, 2, 5),
        keterangan=_butir(acak, 1, 6) if acak.random() < 0.3 else (),
    )


def _beralinea(teks: str) -> str:
    """Give one activity of ten a second paragraph, by its own words, so that nothing else of a seed changes."""
    acak = Random(teks)
    return f"{teks}.\n\n{_kalimat(acak, 8)}" if acak.random() < 1 / 10 else teks


def _berlabel(giliran: Giliran) -> Giliran:
    """Give every branch a label: a way without one is a doubt, and rightly."""
    cabang = tuple(replace(c, label=c.label or "Tidak") for c in giliran.cabang)
    return replace(giliran, cabang=cabang, anggota=tuple(map(_berlabel, giliran.anggota)))


def _tanda_tangan(acak: Random) -> TandaTangan:
    return TandaTangan(
        "Kota Rekaan", "2 Mei 2024", "Kepala Kantor Contoh", _kalimat(acak, 2).title(), "19800101 200501 1 001"
    )  # fmt: skip


def _butir(acak: Random, terbanyak: int, kata: int) -> tuple[str, ...]:
    return tuple(_kalimat(acak, kata) for _ in range(acak.randint(0, terbanyak)))


def _kalimat(acak: Random, terbanyak: int) -> str:
    kata = " ".join(acak.choice(KATA) for _ in range(acak.randint(1, terbanyak)))
    return f"{kata[:1].upper()}{kata[1:]}"
