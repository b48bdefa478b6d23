"""Operations on steps, roles and doubts: what they change, and what they tell."""

from __future__ import annotations

import pytest

from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.konfirmasi import daftar_ragu, konfirmasi, ragukan
from buku_sop.loading.sunting.langkah import (
    JalanKeluar,
    beri_id,
    gabung_langkah,
    ganti_id_langkah,
    hapus_langkah,
    panah,
    pecah_keputusan,
    pindah_langkah,
)
from buku_sop.loading.sunting.naskah import Naskah, batalkan, buka
from buku_sop.loading.sunting.pelaksana import (
    daftar_pelaksana,
    ganti_id_pelaksana,
    ganti_nama_pelaksana,
    hapus_pelaksana,
    pindah_pelaksana,
    tambah_pelaksana,
)
from buku_sop.loading.sunting.spans import TakDapatDisunting

TEKS = """\
nama: Memeriksa berkas
pelaksana:
  petugas: Petugas
  kepala: {nama: Kepala, kelompok: Pimpinan}
  arsip: Arsip
langkah:
  - kegiatan: Menerima berkas
    pelaksana: petugas
    waktu: 10 menit
    kelengkapan: Berkas

  - id: periksa
    kegiatan: Memeriksa berkas
    pelaksana:
      - petugas
      - id: setuju
        bersama: [kepala, petugas]
    waktu: 5 menit
    kelengkapan: [Berkas, Lembar periksa]

  - kegiatan: Memutuskan
    pelaksana: kepala
    cabang:
      - label: Lengkap
        ke: lanjut
      - label: Tidak lengkap
        ke: periksa/petugas
    perlu_konfirmasi:
      - waktu
      - pelaksana: tidak terbaca

  - Menyimpan berkas
"""


def naskah() -> Naskah:
    return buka("kantor-contoh/berkas.yml", TEKS)


def langkah(naskah: Naskah, n: int) -> dict[str, Value]:
    isi = naskah.isi(("langkah", n))
    assert isinstance(isi, dict)
    return isi


def test_arrows_to_a_deleted_step_lead_to_the_next_and_are_marked() -> None:
    hasil = hapus_langkah(naskah(), (), 1)
    assert [p.tujuan for p in panah(hasil.naskah, ())] == [
        "lanjut",
        "menerima-berkas",
    ]  # not to itself
    assert hasil.catatan == (
        "Panah dari langkah 2 yang menuju langkah yang dihapus kini menuju langkah 1.",
    )
    assert "menuju langkah 1" in daftar_ragu(hasil.naskah, ("langkah", 1))["cabang"]
    assert batalkan(hasil).teks == TEKS


def test_arrows_to_a_deleted_last_step_lead_to_the_end() -> None:
    berid = beri_id(naskah(), (), 3).naskah
    tujuan = pecah_keputusan(
        berid, (), 0, [JalanKeluar("Ada", 1), JalanKeluar("Tidak ada", 3)]
    ).naskah
    hasil = hapus_langkah(tujuan, (), 3)
    assert [p.tujuan for p in panah(hasil.naskah, ())][:2] == ["lanjut", "selesai"]
    assert "akhir prosedur" in hasil.catatan[0]


def test_a_step_becomes_a_decision() -> None:
    hasil = pecah_keputusan(naskah(), (), 0, [JalanKeluar("Ya", "lanjut"), JalanKeluar("Tidak", 3)])
    assert langkah(hasil.naskah, 0)["cabang"] == [
        {"label": "Ya", "ke": "lanjut"},
        {"label": "Tidak", "ke": "menyimpan-berkas"},
    ]
    assert langkah(hasil.naskah, 3)["id"] == "menyimpan-berkas"


def test_a_step_is_parted_and_its_second_half_decides() -> None:
    hasil = pecah_keputusan(
        naskah(), (), 1, [JalanKeluar("Ya", 2), JalanKeluar("Tidak", 0)], "Berkas lengkap?"
    )
    baru = langkah(hasil.naskah, 2)
    assert baru["kegiatan"] == "Berkas lengkap?"
    assert baru["pelaksana"] == [{"bersama": ["kepala", "petugas"]}] or baru["pelaksana"] == {
        "bersama": ["kepala", "petugas"]
    }
    assert baru["cabang"] == [
        {"label": "Ya", "ke": "lanjut"},
        {"label": "Tidak", "ke": "menerima-berkas"},
    ]
    assert batalkan(hasil).teks == TEKS


def test_two_steps_become_one_with_everything_they_had() -> None:
    hasil = gabung_langkah(naskah(), (), 0)
    baru = langkah(hasil.naskah, 0)
    assert str(baru["kegiatan"]).split("\n")[:2] == ["Menerima berkas", "Memeriksa berkas"]
    assert baru["pelaksana"] == ["petugas", {"id": "setuju", "bersama": ["kepala", "petugas"]}]
    assert baru["waktu"] == "15 menit"
    assert baru["kelengkapan"] == ["Berkas", "Lembar periksa"]
    assert [p.tujuan for p in panah(hasil.naskah, ())] == ["lanjut", "menerima-berkas"]
    assert len(hasil.naskah.data["langkah"]) == 3  # type: ignore[index, call-overload, arg-type]
    assert batalkan(hasil).teks == TEKS


def test_times_that_cannot_be_added_stay_both_and_are_marked() -> None:
    lain = buka("a/b.yml", TEKS.replace("waktu: 5 menit", "waktu: 1 hari"))
    baru = gabung_langkah(lain, (), 0).naskah
    assert langkah(baru, 0)["waktu"] == "10 menit + 1 hari"
    assert "waktu" in daftar_ragu(baru, ("langkah", 0))


def test_a_decision_is_not_merged_with_what_follows() -> None:
    with pytest.raises(TakDapatDisunting, match="langkah 3 tidak selalu berlanjut"):
        gabung_langkah(naskah(), (), 2)


def test_a_moved_step_keeps_the_arrows_to_it() -> None:
    hasil = pindah_langkah(naskah(), (), 1, 3)
    assert langkah(hasil.naskah, 3)["id"] == "periksa"
    assert [p.tujuan for p in panah(hasil.naskah, ())] == ["lanjut", "periksa/petugas"]


def test_an_id_is_renamed_with_every_arrow() -> None:
    hasil = ganti_id_langkah(naskah(), (), "periksa", "teliti")
    assert [p.tujuan for p in panah(hasil.naskah, ())] == ["lanjut", "teliti/petugas"]
    assert hasil.naskah.teks == TEKS.replace("periksa/", "teliti/").replace(
        "id: periksa", "id: teliti"
    )
    with pytest.raises(TakDapatDisunting, match="sudah dipakai"):
        ganti_id_langkah(naskah(), (), "periksa", "setuju")


def test_a_lane_is_renamed_everywhere() -> None:
    hasil = ganti_id_pelaksana(naskah(), (), "petugas", "loket")
    assert hasil.naskah.teks == TEKS.replace("petugas", "loket")
    assert ganti_nama_pelaksana(naskah(), (), "petugas", "Loket").naskah.teks == TEKS.replace(
        "Petugas", "Loket"
    )
    assert (
        "{nama: Kepala Dinas, kelompok"
        in ganti_nama_pelaksana(naskah(), (), "kepala", "Kepala Dinas").naskah.teks
    )


def test_a_lane_in_use_is_not_deleted() -> None:
    with pytest.raises(TakDapatDisunting, match="langkah 2, 3"):
        hapus_pelaksana(naskah(), (), "kepala")
    assert hapus_pelaksana(naskah(), (), "arsip").naskah.teks == TEKS.replace(
        "  arsip: Arsip\n", ""
    )
    baru = tambah_pelaksana(naskah(), (), "tamu", "Tamu").naskah
    assert hapus_pelaksana(baru, (), "tamu").naskah.teks == TEKS
    assert next(iter(daftar_pelaksana(pindah_pelaksana(baru, (), "tamu", 0).naskah, ()))) == "tamu"


@pytest.mark.parametrize(("bidang", "sisa"), [("waktu", ["pelaksana"]), ("pelaksana", ["waktu"])])
def test_a_doubt_is_confirmed(bidang: str, sisa: list[str]) -> None:
    jalan: Path = ("langkah", 2)
    assert list(daftar_ragu(konfirmasi(naskah(), jalan, bidang).naskah, jalan)) == sisa
    with pytest.raises(TakDapatDisunting, match="tidak bertanda"):
        konfirmasi(naskah(), jalan, "output")


def test_a_doubt_is_added_and_taken_back() -> None:
    hasil = ragukan(naskah(), ("langkah", 0), "output", "tidak tertulis")
    assert daftar_ragu(hasil.naskah, ("langkah", 0)) == {"output": "tidak tertulis"}
    assert konfirmasi(hasil.naskah, ("langkah", 0), "output").naskah.teks == TEKS
