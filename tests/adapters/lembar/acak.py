"""Made-up SOPs of random sizes: few steps or many, empty cells or long ones, any paper."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import (
    ArahKertas,
    Langkah,
    NamaKertas,
    Pejabat,
    PilihanLembar,
    RuangTandaTangan,
    Sop,
    SusunanTandaTangan,
)
from tests.adapters.lembar.corpus import KALIMAT
from tests.builders import sop
from tests.flows import PLAIN, procedure

ISTIMEWA = (
    "dan/atau",
    "penyelenggaraan",
    "165/PMK.06/2021",
    "K/L/PD",
    "pertanggungjawaban",
    "masing-masing",
)
WAKTU = ("5 menit", "1 x 24 jam", "30 hari kerja", "", "sesuai kebutuhan", "1 minggu/bulan")  # fmt: skip


def sop_acak(benih: int) -> Sop:
    """Return the SOP of a seed."""
    acak = Random(f"lembar {benih}")
    tabel = procedure(acak, acak.choice((1, 2, 5, 9, 14, 25)), acak.choice((1, 2, 4, 6, 9)), PLAIN)
    panjang = acak.choice((4, 10, 30))
    pejabat = Pejabat("Kepala Kantor Contoh", "Nama Pejabat Rekaan", "0000")
    return sop(
        tabel=(replace(tabel, langkah=tuple(_langkah(x, acak, panjang) for x in tabel.langkah)),),
        id=f"kantor-contoh/acak-{benih}",
        nama=_kata(acak, 9),
        dasar_hukum=tuple(_kata(acak, 25) for _ in range(acak.choice((1, 4, 30)))),
        peralatan=tuple(_kata(acak, 6) for _ in range(acak.randrange(7))),
        disahkan_oleh=(pejabat,) * acak.choice((1, 1, 2)),
        disusun_oleh=(pejabat,) * acak.randrange(3),
        lembar=PilihanLembar(
            kertas=acak.choice([*NamaKertas]),
            arah=acak.choice((ArahKertas.LANSKAP, ArahKertas.LANSKAP, ArahKertas.POTRET)),
            tanda_tangan=acak.choice([*RuangTandaTangan]),
            susunan_tanda_tangan=acak.choice([None, *SusunanTandaTangan]),
            kolom_kosong=acak.choice((True, False)),
            nomor_kolom=acak.choice((True, False)),
            legenda=acak.choice((True, False)),
            jumlah_waktu=acak.choice((True, False)),
        ),
    )


def _langkah(langkah: Langkah, acak: Random, panjang: int) -> Langkah:
    return replace(
        langkah,
        kegiatan=_kata(acak, panjang),
        kelengkapan=tuple(_kata(acak, panjang // 2) for _ in range(acak.randrange(4))),
        waktu=baca_waktu(acak.choice(WAKTU)),
        output=tuple(_kata(acak, panjang // 2) for _ in range(acak.randrange(3))),
        keterangan=tuple(_kata(acak, panjang) for _ in range(acak.choice((0, 0, 0, 1)))),
    )


def _kata(acak: Random, terbanyak: int) -> str:
    return " ".join(acak.choice((*KALIMAT, *ISTIMEWA)) for _ in range(acak.randint(1, terbanyak)))
