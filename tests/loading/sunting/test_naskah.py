"""Edits in place: only the lines that must change do, comments stay, and all can be undone to the letter."""

from __future__ import annotations

import difflib

import pytest

from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.naskah import (
    Naskah,
    Perubahan,
    batalkan,
    buka,
    ganti_kunci,
    hapus,
    pindah,
    setel,
    sisipkan,
)
from buku_sop.loading.sunting.pelaksana import daftar_pelaksana
from buku_sop.loading.sunting.spans import TakDapatDisunting

TEKS = """\
# Disalin dari dokumen
nama: Melayani tamu
status: draf # belum disahkan

pelaksana:
    petugas: Petugas # loket
    # yang menandatangani
    kepala: Kepala

langkah:
- kegiatan: >-
    Menerima tamu di loket, mencatat
    namanya, dan menanyakan keperluannya
  pelaksana: petugas
  waktu: "10"   # menurut petugas
  kelengkapan: [Buku tamu, 'Kartu']
  # output: dikosongkan dulu

# bagian kedua
- Mengantar tamu
- kegiatan: 'Menjawab: keperluan'
  pelaksana: kepala
  perlu_konfirmasi:
"""


def naskah(teks: str = TEKS) -> Naskah:
    return buka("kantor-contoh/tamu.yml", teks)


def baris_berubah(lama: str, baru: str) -> list[str]:
    semua = difflib.unified_diff(lama.splitlines(), baru.splitlines(), lineterm="", n=0)
    return [b for b in semua if b[0] in "+-" and not b.startswith(("+++", "---"))]


def ubah(jalan: Path, nilai: Value) -> list[str]:
    return baris_berubah(TEKS, setel(naskah(), jalan, nilai).naskah.teks)


@pytest.mark.parametrize(
    ("jalan", "nilai", "baris"),
    [
        # Quotes that the author chose stay, and so does what stands beside
        (("langkah", 0, "waktu"), "15", ['-  waktu: "10"   # menurut petugas', '+  waktu: "15"   # menurut petugas']),
        (("langkah", 2, "kegiatan"), "Menjawab: pertanyaan",
         ["-- kegiatan: 'Menjawab: keperluan'", "+- kegiatan: 'Menjawab: pertanyaan'"]),
        # A word of a folded text
        (("langkah", 0, "kegiatan"), "Menerima tamu di loket, mencatat namanya, dan menanyakan maksud kedatangannya",
         ["-    namanya, dan menanyakan keperluannya", "+    namanya, dan menanyakan maksud kedatangannya"]),
        # In brackets
        (("langkah", 0, "kelengkapan", 1), "Kartu, foto",
         ["-  kelengkapan: [Buku tamu, 'Kartu']", "+  kelengkapan: [Buku tamu, 'Kartu, foto']"]),
        (("langkah", 0, "kelengkapan"), ["Buku tamu"],
         ["-  kelengkapan: [Buku tamu, 'Kartu']", "+  kelengkapan:", "+    - Buku tamu"]),
        # A new key stands where its form has it
        (("langkah", 0, "output"), "Catatan", ["+  output: Catatan"]),
        (("nomor",), "01/SOP", ["+nomor: 01/SOP"]),
        (("langkah", 0, "id"), "terima", ["-- kegiatan: >-", "+- id: terima", "+  kegiatan: >-"]),
        # Short forms become long ones where something is set beside them
        (("langkah", 1, "waktu"), "5 menit",
         ["-- Mengantar tamu", "+- kegiatan: Mengantar tamu", "+  waktu: 5 menit"]),
        (("pelaksana", "kepala", "kelompok"), "Pimpinan",
         ["-    kepala: Kepala", "+    kepala:", "+      nama: Kepala", "+      kelompok: Pimpinan"]),
        # An empty key is filled
        (("langkah", 2, "perlu_konfirmasi", "waktu"), "tidak tertulis",
         ["+    waktu: tidak tertulis"]),
        (("peringatan",), ["Jangan #2", "null"], ["+", "+peringatan:", "+  - 'Jangan #2'", "+  - 'null'"]),
    ],
)  # fmt: skip
def test_a_set_value_changes_these_lines_only(jalan: Path, nilai: Value, baris: list[str]) -> None:
    assert ubah(jalan, nilai) == baris


def test_what_stays_the_same_changes_nothing() -> None:
    for jalan in (("langkah",), ("pelaksana",), ("langkah", 0, "kegiatan"), ("status",)):
        assert setel(naskah(), jalan, naskah().isi(jalan)).suntingan == ()


def test_a_deleted_step_leaves_its_comments() -> None:
    baru = hapus(naskah(), ("langkah", 0)).naskah.teks
    assert baris_berubah(TEKS, baru) == [
        "-- kegiatan: >-",
        "-    Menerima tamu di loket, mencatat",
        "-    namanya, dan menanyakan keperluannya",
        "-  pelaksana: petugas",
        '-  waktu: "10"   # menurut petugas',
        "-  kelengkapan: [Buku tamu, 'Kartu']",
        "-  # output: dikosongkan dulu",
        "+# menurut petugas",
        "+# output: dikosongkan dulu",
    ]


def test_the_last_thing_in_a_list_goes_with_its_key() -> None:
    satu = setel(naskah(), ("peralatan",), ["Meja"]).naskah
    assert hapus(satu, ("peralatan", 0)).naskah.teks == TEKS


def test_a_moved_step_takes_its_comments_along() -> None:
    baru = pindah(naskah(), ("langkah", 1), 0).naskah.teks
    assert baru.index("# bagian kedua\n- Mengantar tamu\n") < baru.index("- kegiatan: >-")
    assert sorted(baru) == sorted(TEKS)
    assert pindah(buka("a/b.yml", baru), ("langkah", 1), 0).naskah.data == naskah().data


def test_a_lane_is_moved_and_renamed_in_its_place() -> None:
    baru = pindah(naskah(), ("pelaksana", "kepala"), 0).naskah
    assert list(daftar_pelaksana(baru, ())) == ["kepala", "petugas"]
    assert (
        "    # yang menandatangani\n    kepala: Kepala\n    petugas: Petugas # loket\n" in baru.teks
    )
    nama = ganti_kunci(naskah(), ("pelaksana", "petugas"), "loket").naskah.teks
    assert baris_berubah(TEKS, nama) == [
        "-    petugas: Petugas # loket",
        "+    loket: Petugas # loket",
    ]


def test_a_step_is_inserted_before_the_comment_of_the_next() -> None:
    baru = sisipkan(naskah(), ("langkah", 1), {"kegiatan": "Menimbang", "pelaksana": "kepala"})
    assert (
        "- kegiatan: Menimbang\n  pelaksana: kepala\n\n# bagian kedua\n- Mengantar"
        in baru.naskah.teks
    )


@pytest.mark.parametrize(("akhir", "depan"), [("\n", ""), ("\r\n", ""), ("\r\n", "\ufeff")])
def test_line_ends_and_marks_of_the_file_stay(akhir: str, depan: str) -> None:
    tertulis = depan + TEKS.replace("\n", akhir)
    hasil = setel(buka("a/b.yml", tertulis), ("status",), "berlaku")
    assert hasil.naskah.tertulis == tertulis.replace("draf", "berlaku")
    assert batalkan(hasil).tertulis == tertulis


def test_without_a_line_end_at_the_end() -> None:
    teks = "nama: A\nlangkah:\n  - Satu"
    baru = sisipkan(buka("a/b.yml", teks), ("langkah", 1), "Dua").naskah
    assert baru.teks == "nama: A\nlangkah:\n  - Satu\n\n  - Dua"
    assert hapus(baru, ("langkah", 1)).naskah.teks == teks


def test_changes_are_undone_together() -> None:
    hasil = Perubahan(naskah())
    for n, jalan in enumerate([("langkah", 1, "waktu"), ("langkah", 0, "output"), ("nomor",)]):
        hasil = hasil.lalu(lambda x, j=jalan, v=str(n): setel(x, j, v))  # type: ignore[misc]
    hasil = hasil.lalu(lambda x: hapus(x, ("langkah", 2)))
    assert len(hasil.suntingan) == 5
    assert batalkan(hasil).teks == TEKS


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("nama: A\nnama_lain: &a [A]\nperalatan: *a\n", "baris 2 memakai tanda"),
        ("nama: !!str A\n", "baris 1 memakai tanda"),
        ("nama: A\nnama: B\n", "kunci nama ditulis dua kali"),
        ("nama: [A\n", "tidak terbaca"),
        ("", "kosong"),
        ("- A\n", "pasangan kunci"),
        ("nama: A\rstatus: draf\n", "pemisah baris"),
        ("? nama\n: A\n", "tidak lazim"),
    ],
)
def test_texts_that_cannot_be_edited_in_parts_are_refused(teks: str, sebab: str) -> None:
    with pytest.raises(TakDapatDisunting, match=sebab):
        buka("a/b.yml", teks)


@pytest.mark.parametrize(
    "kerjakan",
    [
        lambda n: hapus(n, ("tidak-ada",)),
        lambda n: hapus(n, ("langkah", 9)),
        lambda n: pindah(n, ("langkah", 0), 9),
        lambda n: pindah(n, ("nama", 0), 0),
        lambda n: ganti_kunci(n, ("pelaksana", "petugas"), "kepala"),
        lambda n: setel(n, ("nama", "x"), "y"),
    ],
)
def test_what_makes_no_sense_is_refused(kerjakan) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TakDapatDisunting):
        kerjakan(naskah())


def test_a_text_that_stands_for_others_is_left_alone_and_those_that_repeat_it_change() -> None:
    teks = "nama: &n 'Tamu'  # bernama\nnama_lain: [*n, Lain]\nnomor: 1\n"
    naskah = buka("kantor/a.yml", teks)
    assert naskah.isi(("nama_lain",)) == ["Tamu", "Lain"]
    assert setel(naskah, ("nomor",), "2").naskah.teks == teks.replace("1", "2")
    baru = setel(naskah, ("nama_lain", 0), "Pengunjung").naskah.teks
    assert baru == teks.replace("*n", "Pengunjung")
    with pytest.raises(TakDapatDisunting, match="baris 2 memakai tanda"):
        setel(naskah, ("nama",), "Pengunjung")
