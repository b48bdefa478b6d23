"""Doubts: what else a doubtful value may be, and what a person fills in for it, as changes of the file."""

from __future__ import annotations

from typing import Any

import pytest

from buku_sop.loading.places import Path
from buku_sop.loading.sunting.isian import Jenis, isian, setel_isian
from buku_sop.loading.sunting.keraguan import Ragu, semua_ragu
from buku_sop.loading.sunting.lambang import baca_giliran, setel_ke
from buku_sop.loading.sunting.naskah import Naskah, batalkan, buka
from buku_sop.loading.sunting.pilihan import TANPA_ASAL, pilihan
from buku_sop.loading.sunting.spans import TakDapatDisunting

TEKS = """\
# Diimpor dari contoh.pdf
nama: Memeriksa berkas
nomor: '12'
pelaksana:
  petugas: Petugas
  kepala: Kepala
  arsip: Arsip
langkah:
  - kegiatan: Menerima berkas  # dari loket
    pelaksana: petugas
    waktu: 10 menit
    keterangan: Setiap hari
    perlu_konfirmasi:
      ke: Tidak ada panah keluar yang terbaca.

  - id: periksa
    kegiatan: Memeriksa berkas
    pelaksana:
      bersama: [kepala, petugas]
    perlu_konfirmasi:
      pelaksana: Dianggap dikerjakan bersama.
      keterangan: Selnya menyatu.

  - kegiatan: Memutuskan
    pelaksana: kepala
    cabang:
      - label: Tidak
        ke: lanjut
      - label: Ya
        ke: periksa
    perlu_konfirmasi:
      cabang: Label cabangnya dapat milik panah yang lain.

  - kegiatan: Menyimpan berkas
    pelaksana:
      - petugas
      - pelaksana: arsip
        teks: Arsip
    simbol: kotak
    perlu_konfirmasi:
      simbol: ''
      pelaksana: ''
perlu_konfirmasi:
  nomor: Kosong.
"""


def sebut(n: int) -> str:
    return f"langkah {n + 1}"


@pytest.fixture
def naskah() -> Naskah:
    return buka("kantor-contoh/periksa.yml", TEKS)


def ragu(naskah: Naskah, di: Path, bidang: str) -> Ragu:
    return next(r for r in semua_ragu(naskah) if r.di == di and r.bidang == bidang)


def langkah(n: int) -> Path:
    return ("langkah", n)


def pilih(naskah: Naskah, di: Path, bidang: str, label: str) -> Naskah:
    """Choose another reading, and see that it can be taken back to the letter."""
    satu = ragu(naskah, di, bidang)
    semua = {p.label: p for p in pilihan(naskah, satu, sebut)}
    hasil = semua[label].lakukan(naskah, satu)
    assert batalkan(hasil).teks == TEKS
    assert satu not in semua_ragu(hasil.naskah)
    assert "# Diimpor dari contoh.pdf" in hasil.naskah.teks
    return hasil.naskah


def test_doubts_come_in_the_order_of_the_page(naskah: Naskah) -> None:
    assert [(r.di, r.bidang) for r in semua_ragu(naskah)] == [
        ((), "nomor"),
        (langkah(0), "ke"),
        (langkah(1), "pelaksana"),
        (langkah(1), "keterangan"),
        (langkah(2), "cabang"),
        (langkah(3), "simbol"),
        (langkah(3), "pelaksana"),
    ]


@pytest.mark.parametrize(
    ("di", "bidang", "label", "jalan", "nilai"),
    [
        (0, "ke", "Selesai", ("ke",), "selesai"),
        (0, "ke", "Ke langkah 4", ("ke",), "menyimpan-berkas"),
        (1, "pelaksana", "Bergiliran: Kepala, lalu Petugas", ("pelaksana",), ["kepala", "petugas"]),
        (1, "pelaksana", "Arsip", ("pelaksana",), "arsip"),
        (1, "keterangan", "Sama dengan langkah 1: Setiap hari", ("keterangan",), "Setiap hari"),
        (3, "simbol", "Kapsul", ("simbol",), "kapsul"),
        (3, "simbol", "Yang mengikuti dari alurnya", ("simbol",), None),
        (3, "pelaksana", "Kepala", ("pelaksana",), "kepala"),
    ],
)  # fmt: skip
def test_another_reading_is_written(
    naskah: Naskah, di: int, bidang: str, label: str, jalan: Path, nilai: Any
) -> None:
    assert pilih(naskah, langkah(di), bidang, label).isi((*langkah(di), *jalan)) == nilai


def test_labels_change_places(naskah: Naskah) -> None:
    baru = pilih(naskah, langkah(2), "cabang", "Ya → lanjut; Tidak → langkah 2")
    assert baru.isi((*langkah(2), "cabang")) == [
        {"label": "Ya", "ke": "lanjut"},
        {"label": "Tidak", "ke": "periksa"},
    ]


def test_no_more_readings_than_digits_and_never_the_present_one(naskah: Naskah) -> None:
    banyak = "".join(f"  - kegiatan: Kegiatan {n}\n    pelaksana: petugas\n" for n in range(20))
    panjang = buka("a/b.yml", TEKS.replace("langkah:\n", f"langkah:\n{banyak}", 1))
    satu = next(r for r in semua_ragu(panjang) if r.bidang == "ke")
    label = [p.label for p in pilihan(panjang, satu, sebut)]
    assert len(label) == 9
    assert "Ke langkah 22" not in label, "the next step is where it leads now"
    assert label[:3] == ["Selesai", "Ke langkah 20", "Ke langkah 23"]


def test_an_arrow_from_nowhere_is_given_to_the_step_it_leaves(naskah: Naskah) -> None:
    teks = TEKS.replace("simbol: ''", f"ke: {TANPA_ASAL} (halaman 1).")
    asal = buka("a/b.yml", teks)
    satu = ragu(asal, langkah(3), "ke")
    label = {p.label: p for p in pilihan(asal, satu, sebut)}
    baru = label["Dari langkah 1"].lakukan(asal, satu).naskah
    assert baru.isi((*langkah(0), "ke")) == ["lanjut", "menyimpan-berkas"]
    assert isian(asal, satu, sebut).jenis is Jenis.ASAL
    assert setel_isian(asal, satu, 0).naskah.teks == baru.teks


@pytest.mark.parametrize(
    ("di", "bidang", "isi", "jalan", "nilai"),
    [
        ((), "nomor", " 14/X ", ("nomor",), "14/X"),
        (langkah(0), "ke", [[0, [3, "selesai"]]], ("ke",), ["menyimpan-berkas", "selesai"]),
        (langkah(0), "ke", [[0, ["lanjut"]]], ("ke",), None),
        (langkah(1), "pelaksana", [["arsip"], ["kepala"]], ("pelaksana",), ["arsip", "kepala"]),
        (langkah(1), "pelaksana", [["kepala", "arsip"]], ("pelaksana",), {"bersama": ["kepala", "arsip"]}),
        (langkah(1), "keterangan", "Lihat buku", ("keterangan",), "Lihat buku"),
        (langkah(3), "pelaksana", [["kepala"], ["petugas"]], ("pelaksana",),
         ["kepala", {"pelaksana": "petugas", "teks": "Arsip"}]),
    ],
)  # fmt: skip
def test_what_is_filled_in_is_written(
    naskah: Naskah, di: Path, bidang: str, isi: Any, jalan: Path, nilai: Any
) -> None:
    hasil = setel_isian(naskah, ragu(naskah, di, bidang), isi)
    assert hasil.naskah.isi((*di, *jalan)) == nilai
    assert batalkan(hasil).teks == TEKS


def test_a_form_that_is_sent_as_it_came_changes_only_the_mark(naskah: Naskah) -> None:
    for satu in semua_ragu(naskah):
        bentuk = isian(naskah, satu, sebut)
        if bentuk.jenis is not Jenis.BERKAS:
            baru = setel_isian(naskah, satu, bentuk.nilai).naskah
            hilang = [b for b in TEKS.splitlines() if b not in baru.teks.splitlines()]
            assert all("perlu_konfirmasi" in b or satu.bidang in b for b in hilang), hilang


@pytest.mark.parametrize(
    "isi", [None, 7, "x", [["ke"]], [[9, ["selesai"]]], {"ke": 1}, [[0, [{}]]]]
)
def test_what_is_no_value_of_a_form_is_refused(naskah: Naskah, isi: Any) -> None:
    with pytest.raises(TakDapatDisunting):
        setel_isian(naskah, ragu(naskah, langkah(0), "ke"), isi)


def test_the_words_of_a_step_are_never_emptied(naskah: Naskah) -> None:
    teks = TEKS.replace("simbol: ''", "kegiatan: ''")
    asal = buka("a/b.yml", teks)
    with pytest.raises(TakDapatDisunting, match="kosong"):
        setel_isian(asal, ragu(asal, langkah(3), "kegiatan"), "  ")


def test_a_turn_keeps_its_own_way(naskah: Naskah) -> None:
    baru = setel_ke(naskah, (), 3, 0, ["selesai"]).naskah
    assert baru.isi((*langkah(3), "pelaksana", 0)) == {"pelaksana": "petugas", "ke": "selesai"}
    assert [g.ke for g in baca_giliran(baru, (), 3)] == [("selesai",), ()]
