"""Workbooks made by hand, read as drafts: what connectors tie, what cells show, and what is refused."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from buku_sop.adapters.impor.pembaca import TakTerbaca, baca
from buku_sop.analysis.impor import kenali
from buku_sop.analysis.impor.hasil import Draf
from tests.adapters.impor.buku_kerja import Gambar, simpan, tabel

LANGKAH: list[tuple[Any, ...]] = [
    (1, "Menerima berkas", None, None, "Berkas", "5 menit", "Berkas"),
    (2, "Memeriksa berkas", None, None, "Berkas", "1 jam", "Catatan"),
    (3, "Menyimpan berkas", None, None, "Berkas", 0.5, "Arsip"),
]
STAF, KEPALA = 2, 3


def buku() -> Workbook:
    hasil = Workbook()
    tabel(hasil.worksheets[0], LANGKAH)
    return hasil


def alur() -> Gambar:
    gambar = Gambar()
    gambar.bentuk(11, "flowChartTerminator", STAF, 2, "Mulai")
    gambar.bentuk(12, "flowChartDecision", KEPALA, 3)
    gambar.bentuk(13, "flowChartTerminator", STAF, 4)
    gambar.sambung(21, 11, 12)
    gambar.sambung(22, 12, 13)
    gambar.sambung(23, 11, 12, terbalik=True)  # its head stands where it begins: from 12 back to 11
    return gambar


def satu(berkas: Path) -> Draf:
    (draf,) = kenali(baca(berkas))
    return draf


def test_connectors_tie_what_they_say_wherever_they_are_drawn(tmp_path: Path) -> None:
    draf = satu(simpan(tmp_path / "a.xlsx", buku(), alur()))
    pertama, kedua, ketiga = draf.isi["langkah"]
    assert [x["kegiatan"] for x in draf.isi["langkah"]] == [x[1] for x in LANGKAH]
    assert draf.isi["pelaksana"] == {"staf": "Staf", "kepala": "Kepala"}
    assert (pertama["pelaksana"][0]["pelaksana"], pertama["pelaksana"][0]["teks"]) == (
        "staf",
        "Mulai",
    )
    assert kedua["pelaksana"] == "kepala"
    assert {c["ke"] for c in kedua["cabang"]} == {"lanjut", pertama["id"]}
    assert (ketiga["pelaksana"], ketiga["waktu"], ketiga["output"]) == ("staf", "0,5", "Arsip")
    assert draf.angka.lambang == draf.angka.baris == 3


def test_a_small_picture_that_is_tied_is_a_symbol_and_a_doubt(tmp_path: Path) -> None:
    gambar = Gambar()
    gambar.bentuk(11, "flowChartTerminator", STAF, 2)
    gambar.ikon(12, KEPALA, 3)
    gambar.ikon(99, STAF, 3)  # tied to nothing
    gambar.sambung(21, 11, 12)
    halaman = baca(simpan(tmp_path / "a.xlsx", buku(), gambar)).halaman[0]
    assert [(s.id, bool(s.tebakan)) for s in halaman.lambang] == [("11", False), ("12", True)]
    assert len(halaman.gambar) == 1


def test_cells_show_what_people_read(tmp_path: Path) -> None:
    kerja = Workbook()
    lembar = kerja.worksheets[0]
    for n, nilai in enumerate([date(2024, 3, 5), 10.0, 2.5, True, "satu\n dua ", "=1/0"], 1):
        lembar.cell(n, 1).value = nilai
    lembar["B2"].number_format = "0%"
    lembar["B2"].value = 0.25
    rahasia = kerja.create_sheet("Rahasia")
    rahasia["A1"] = "tidak terlihat"
    rahasia.sheet_state = "hidden"
    dokumen = baca(simpan(tmp_path / "a.xlsx", kerja))
    teks = " ".join(k.teks for k in dokumen.halaman[0].kata)
    assert teks == "5 Maret 2024 10 25% 2,5 YA satu dua"
    assert len(dokumen.halaman) == 1
    assert dokumen.catatan == ("Lembar tersembunyi “Rahasia” tidak dibaca.",)


def test_merged_cells_and_hidden_rows_keep_their_places(tmp_path: Path) -> None:
    kerja = buku()
    lembar = kerja.worksheets[0]
    lembar.merge_cells("E3:E5")
    lembar.row_dimensions[4].hidden = True
    dokumen = baca(simpan(tmp_path / "a.xlsx", kerja, alur()))
    halaman = dokumen.halaman[0]
    assert dokumen.catatan == (
        "Lembar “Sheet”: isi 4 sel di baris atau kolom tersembunyi tidak dibaca.",
    )
    assert "Memeriksa" not in {k.teks for k in halaman.kata}
    assert halaman.tinggi == 20 + 20 + 45 + 45


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "kata sandi"),
        (b"PK\x03\x04 tetapi rusak", "rusak"),
        (b"", "rusak"),
    ],
)
def test_files_that_give_nothing_say_why(tmp_path: Path, isi: bytes, sebab: str) -> None:
    berkas = tmp_path / "a.xlsx"
    berkas.write_bytes(isi)
    with pytest.raises(TakTerbaca, match=sebab):
        baca(berkas)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    berkas = tmp_path / "a.xlsx"
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/sharedStrings.xml", b" " * (61 * 1024 * 1024))
    with pytest.raises(TakTerbaca, match="jauh lebih besar"):
        baca(berkas)


def test_entities_of_a_drawing_are_not_expanded(tmp_path: Path) -> None:
    kepala = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    halaman = baca(simpan(tmp_path / "a.xlsx", buku(), alur(), kepala)).halaman[0]
    assert halaman.lambang == ()
    assert {"Menerima", "berkas"} <= {k.teks for k in halaman.kata}


def test_a_sheet_without_borders_is_read_by_its_cells(tmp_path: Path) -> None:
    kerja = Workbook()
    lembar = kerja.worksheets[0]
    lembar.append(("No", "Kegiatan", "Staf", "Kepala", "Kelengkapan", "Waktu", "Output"))
    lembar.append((1, "Menerima berkas", "√", None, "Berkas", "5 menit", "Berkas"))
    lembar.append((2, "Menyimpan berkas", None, "√", "Berkas", "5 menit", "Arsip"))
    kerja.save(tmp_path / "a.xlsx")
    draf = satu(tmp_path / "a.xlsx")
    assert [(x["kegiatan"], x["pelaksana"]) for x in draf.isi["langkah"]] == [
        ("Menerima berkas", "staf"),
        ("Menyimpan berkas", "kepala"),
    ]


def _bertanda(
    awal: tuple[str, str, str], tanda: str, kegiatan: str = "Menerima berkas"
) -> list[tuple[Any, ...]]:
    """Steps without shapes: a mark in the lane of who acts."""
    return [
        (awal[0], kegiatan, tanda, None, "Berkas", "5 menit", "Berkas"),
        (awal[1], "Memeriksa berkas", None, tanda, "Berkas", "1 jam", "Catatan"),
        (awal[2], "Menyimpan berkas", tanda, None, "Catatan", "5 menit", "Arsip"),
    ]


@pytest.mark.parametrize("tanda", ["√", "●", "V", "x", "O", "o"])
def test_a_mark_in_a_lane_says_who_acts(tmp_path: Path, tanda: str) -> None:
    kerja = Workbook()
    tabel(kerja.worksheets[0], _bertanda(("a", "b", "c"), tanda))
    draf = satu(simpan(tmp_path / "tanda.xlsx", kerja))
    assert [x["pelaksana"] for x in draf.isi["langkah"]] == ["staf", "kepala", "staf"]
    assert [x["nomor"] for x in draf.isi["langkah"]] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "awal", [("1", "2", "3"), ("I", "II", "III"), ("A", "B", "C"), ("a", "b", "c")]
)
def test_sheets_that_each_begin_to_count_are_tables_of_their_own(
    tmp_path: Path, awal: tuple[str, str, str]
) -> None:
    kerja = Workbook()
    tabel(kerja.worksheets[0], _bertanda(awal, "√"))
    tabel(kerja.create_sheet("Kedua"), _bertanda(awal, "√", "Menerima surat"))
    lampiran = kerja.create_sheet("Lampiran")
    lampiran["A1"].value = "Formulir permohonan"
    draf = satu(simpan(tmp_path / "banyak.xlsx", kerja))
    semua = [t["langkah"] for t in draf.isi["prosedur"]]
    assert [t[0]["kegiatan"] for t in semua] == ["Menerima berkas", "Menerima surat"]
    assert [len(t) for t in semua] == [3, 3]
    assert [s.teks for s in draf.sisa] == ["Formulir permohonan"]


def test_an_activity_beside_two_rows_of_cells_is_doubted_in_what_it_takes_of_both(
    tmp_path: Path,
) -> None:
    kerja = Workbook()
    lembar = kerja.worksheets[0]
    langkah = _bertanda(("1", "2", "3"), "√")
    langkah.insert(1, (None, None, None, "√", "Berkas", "10 menit", None))
    tabel(lembar, langkah)
    for rentang in ("A3:A4", "B3:B4", "G3:G4"):
        lembar.merge_cells(rentang)
    draf = satu(simpan(tmp_path / "gabung.xlsx", kerja))
    assert [x["waktu"] for x in draf.isi["langkah"]] == ["5 menit 10 menit", "1 jam", "5 menit"]
    assert [(k.langkah, k.bidang) for k in draf.keraguan if "di dua sel" in k.alasan] == [
        (0, "kelengkapan"),
        (0, "waktu"),
    ]
