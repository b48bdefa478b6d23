"""Flows as offices draw them, read from PDF files made by hand: what was wrong in real documents, by its kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.impor.dokumen import KOLOM, Lembar, simpan
from tests.adapters.impor.test_pdf import DUA, KEPALA, STAF, alur_biasa, langkah, ragu, satu


def test_lines_that_merge_keep_their_own_sources(tmp_path: Path) -> None:
    """A line that is drawn through its own box to the far side does not take the head of the line that ends there."""
    lembar = Lembar()
    y = lembar.tabel(DUA)
    lembar.ketupat(KEPALA - 25, y[0] + 15, KEPALA + 25, y[0] + 45)
    lembar.kotak(STAF - 20, y[1] + 15, STAF + 20, y[1] + 40)
    lembar.kapsul(STAF - 38, y[2] + 20, STAF - 8, y[2] + 40)
    lembar.panah((KEPALA - 25, y[0] + 30), (STAF, y[0] + 30), (STAF, y[1] + 15))
    lembar.garis((STAF, y[1] + 16), (STAF, y[2] + 30))  # of the box, from its top
    lembar.panah((KEPALA, y[0] + 45), (KEPALA, y[2] + 30), (STAF - 8, y[2] + 30))
    lembar.tulis(STAF + 10, y[0] + 26, "Tidak")
    lembar.tulis(KEPALA + 4, y[0] + 56, "Ya")
    draf = satu(simpan(tmp_path / "bertemu.pdf", lembar))
    assert langkah(draf)[0]["cabang"] == [
        {"label": "Tidak", "ke": "lanjut"},
        {"label": "Ya", "ke": "menyimpan-berkas"},
    ]
    assert ragu(draf) == []


def test_a_heading_over_the_numbers_too_leaves_them_out_of_the_activities(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel([("", f"{n} {isi[1]}", *isi[2:]) for n, isi in enumerate(DUA, 1)])
    alur_lurus(lembar, y)
    for n, isi in enumerate(lembar.isi):  # without the column of the numbers
        lembar.isi[n] = isi.replace("(No)", "()").replace(f"{KOLOM[0]} ", f"{KOLOM[1]} ")
    draf = satu(simpan(tmp_path / "nomor.pdf", lembar))
    assert [x["kegiatan"] for x in langkah(draf)] == [isi[1] for isi in DUA]
    assert "nomor" not in langkah(draf)[0]


def test_lanes_without_a_line_between_their_headings_are_parted_by_the_lines_below(
    tmp_path: Path,
) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA)
    alur_lurus(lembar, y)
    di_kepala = next(
        n
        for n, isi in enumerate(lembar.isi)
        if isi == f"340.0 {595.0 - 78} m 340.0 {595.0 - 100} l S"
    )
    del lembar.isi[di_kepala]
    draf = satu(simpan(tmp_path / "kepala.pdf", lembar))
    assert list(draf.isi["pelaksana"].values()) == ["Staf", "Kepala"]
    assert [x["pelaksana"] for x in langkah(draf)] == ["staf"] * 3


def test_a_symbol_drawn_below_the_table_ends_its_last_row(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA[:2])
    lembar.kapsul(STAF - 25, y[0] + 15, STAF + 25, y[0] + 40)
    lembar.kotak(STAF - 20, y[1] + 15, STAF + 20, y[1] + 40)
    lembar.kapsul(STAF - 25, y[2] + 15, STAF + 25, y[2] + 35)
    lembar.panah((STAF, y[0] + 40), (STAF, y[1] + 15))
    lembar.panah((STAF, y[1] + 40), (STAF, y[2] + 15))
    draf = satu(simpan(tmp_path / "luar.pdf", lembar))
    assert langkah(draf)[1]["pelaksana"] == ["staf", "staf"]
    assert ragu(draf) == [("simbol", 1)]


def test_a_box_with_round_corners_among_sharp_ones_is_a_capsule(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA)
    lembar.kotak(STAF - 20, y[0] + 15, STAF + 20, y[0] + 40)
    lembar.kotak(STAF - 20, y[1] + 15, STAF + 20, y[1] + 40)
    lembar.tumpul(STAF - 20, y[2] + 15, STAF + 20, y[2] + 40)
    for n in (0, 1):
        lembar.panah((STAF, y[n] + 40), (STAF, y[n + 1] + 15))
    draf = satu(simpan(tmp_path / "tumpul.pdf", lembar))
    assert [x.get("simbol") for x in langkah(draf)] == ["kotak", None, None]
    assert "ke" not in langkah(draf)[2]  # the end, which needs no word


def test_where_all_boxes_have_round_corners_they_are_boxes(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA)
    for n in range(3):
        lembar.tumpul(STAF - 20, y[n] + 15, STAF + 20, y[n] + 40)
    for n in (0, 1):
        lembar.panah((STAF, y[n] + 40), (STAF, y[n + 1] + 15))
    draf = satu(simpan(tmp_path / "bulat.pdf", lembar))
    assert [x.get("simbol") for x in langkah(draf)] == ["kotak", None, "kotak"]


def test_a_label_that_a_narrow_cell_breaks_is_one_label(tmp_path: Path) -> None:
    lembar = Lembar()
    for y, label, isi in (
        (30, "Nomor SOP", "7/SOP"),
        (50, "Tanggal", "2 Januari 2025"),
        (80, "Nama SOP", "Tamu"),
    ):
        lembar.tulis(500, y, label)
        lembar.tulis(560, y, isi)
    lembar.tulis(500, 60, "Pembuatan")
    for x in (498, 556, 700):
        lembar.garis((x, 20), (x, 90))
    for y in (20, 40, 68, 90):
        lembar.garis((498, y), (700, y))
    alur_lurus(lembar, lembar.tabel(DUA, atas=150))
    draf = satu(simpan(tmp_path / "label.pdf", lembar))
    assert draf.isi["tanggal_pembuatan"] == "2025-01-02"
    assert draf.isi["nama"] == "Tamu"


def test_an_arrow_that_runs_along_a_line_of_the_table_is_not_cut(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA[:2])
    lembar.kapsul(KEPALA - 25, y[0] + 15, KEPALA + 25, y[0] + 40)
    lembar.kotak(STAF - 20, y[1] + 20, STAF + 20, y[1] + 45)
    lembar.garis((KEPALA, y[0] + 40), (KEPALA, y[1]))
    lembar.garis((KEPALA, y[1]), (STAF, y[1]))
    lembar.panah((STAF, y[1]), (STAF, y[1] + 20))
    draf = satu(simpan(tmp_path / "sepanjang.pdf", lembar))
    assert draf.angka.panah == 1
    assert draf.angka.lepas == 0
    assert ragu(draf) == []


def test_ways_that_part_close_to_a_symbol_all_leave_it(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA[:2])
    lembar.ketupat(STAF - 25, y[0] + 15, STAF + 25, y[0] + 52)
    lembar.kotak(STAF - 20, y[1] + 4, STAF + 20, y[1] + 40)
    lembar.kotak(KEPALA - 20, y[1] + 4, KEPALA + 20, y[1] + 40)
    lembar.garis((STAF, y[0] + 52), (STAF, y[0] + 58))
    lembar.kepala(STAF, y[1] + 4, 0, 1)
    lembar.panah((STAF, y[0] + 56), (KEPALA, y[0] + 56), (KEPALA, y[1] + 4))
    draf = satu(simpan(tmp_path / "pisah.pdf", lembar))
    assert len(langkah(draf)[0]["cabang"]) == 2
    assert draf.angka.lepas == 0


def test_connectors_drawn_over_each_other_where_they_begin_share_their_source(
    tmp_path: Path,
) -> None:
    """Each is a connector of its own to the drawing program: they lie on each other up to where one turns."""
    lembar = Lembar()
    y = lembar.tabel(DUA[:2])
    lembar.kotak(KEPALA + 5, y[0] + 10, KEPALA + 40, y[0] + 30)
    lembar.kotak(STAF - 35, y[1] + 20, STAF - 5, y[1] + 40)
    lembar.kotak(KEPALA - 35, y[1] + 20, KEPALA - 5, y[1] + 40)
    for x in (STAF - 20, KEPALA - 20):
        lembar.panah((KEPALA + 5, y[0] + 20), (x, y[0] + 20), (x, y[1] + 20))
    draf = satu(simpan(tmp_path / "berimpit.pdf", lembar))
    assert draf.angka.panah == 2
    assert not any("bolak-balik" in k.alasan for k in draf.keraguan)
    assert langkah(draf)[0]["pelaksana"] == "kepala"


def test_a_box_whose_corners_are_hardly_round_is_a_symbol(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA)
    for n in range(3):
        lembar.tumpul(STAF - 20, y[n] + 15, STAF + 20, y[n] + 40, 1.4)
    for n in (0, 1):
        lembar.panah((STAF, y[n] + 40), (STAF, y[n + 1] + 15))
    draf = satu(simpan(tmp_path / "hampir.pdf", lembar))
    assert [x.get("pelaksana") for x in langkah(draf)] == ["staf"] * 3
    assert ragu(draf) == []


def test_a_label_of_several_words_may_stand_further_from_its_line(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA)
    lembar.kotak(KEPALA - 25, y[0] + 15, KEPALA + 25, y[0] + 40)
    lembar.ketupat(KEPALA - 25, y[1] + 15, KEPALA + 25, y[1] + 45)
    lembar.kapsul(KEPALA - 25, y[2] + 20, KEPALA + 25, y[2] + 45)
    lembar.panah((KEPALA, y[0] + 40), (KEPALA, y[1] + 15))
    lembar.panah((KEPALA, y[1] + 45), (KEPALA, y[2] + 20))
    lembar.panah(
        (KEPALA - 25, y[1] + 30),
        (STAF + 30, y[1] + 30),
        (STAF + 30, y[0] + 28),
        (KEPALA - 25, y[0] + 28),
    )
    lembar.tulis(KEPALA + 6, y[1] + 56, "Jalan")
    lembar.tulis(
        STAF - 9, y[0] + 30, "Tidak jalan", 6
    )  # 10 points from its line, 70 from the diamond
    draf = satu(simpan(tmp_path / "jauh.pdf", lembar))
    assert [c.get("label") for c in langkah(draf)[1]["cabang"]] == ["Jalan", "Tidak jalan"]


def test_a_label_in_two_lines_is_one_label(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA)
    alur_biasa(lembar, y)
    lembar.isi = [isi.replace("(Ya)", "(Sudah)") for isi in lembar.isi]
    lembar.tulis(KEPALA + 4, y[1] + 64.5, "sesuai")
    draf = satu(simpan(tmp_path / "dua_baris.pdf", lembar))
    assert [c["label"] for c in langkah(draf)[1]["cabang"]] == ["Sudah sesuai", "Tidak"]


def test_a_picture_at_the_side_of_a_diamond_leads_up_from_it(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA[:2])
    lembar.kotak(KEPALA - 20, y[0] + 15, KEPALA + 20, y[0] + 40)
    lembar.ketupat(STAF - 30, y[1] + 10, STAF + 30, y[1] + 50)
    lembar.gambar(STAF + 30, y[0] + 40, KEPALA + 4, y[1] + 32)
    draf = satu(simpan(tmp_path / "gambar.pdf", lembar))
    assert langkah(draf)[1]["ke"] == "menerima-berkas"
    assert ("cabang", 1) in ragu(draf)


def identitas(lembar: Lembar) -> None:
    """Rows of an identity, without lines."""
    for n, (label, isi) in enumerate(
        (("Nomor SOP", "7/SOP"), ("Tanggal Efektif", "2 Januari 2025"), ("Nama SOP", "Tamu"))
    ):
        lembar.tulis(500, 20 + 12 * n, label)
        lembar.tulis(560, 20 + 12 * n, f": {isi}")


def test_a_section_with_a_title_of_its_own_is_read_and_not_left_over(tmp_path: Path) -> None:
    lembar = Lembar()
    identitas(lembar)
    lembar.tulis(50, 70, "Maksud dan tujuan: Menata tamu")
    lembar.tulis(50, 80, "yang datang ke kantor")
    lembar.tulis(50, 92, "Ruang lingkup:")
    lembar.tulis(60, 102, "1. Tamu kantor")
    lembar.tulis(60, 112, "2. Tamu lain")
    lembar.garis((40, 116), (800, 116))
    lembar.tulis(50, 126, "Tulisan lain")
    lembar.tulis(400, 142, "- 2 -")
    alur_lurus(lembar, lembar.tabel(DUA, atas=150))
    draf = satu(simpan(tmp_path / "bagian.pdf", lembar))
    assert draf.isi["bagian"] == {
        "Maksud dan tujuan": "Menata tamu yang datang ke kantor",
        "Ruang lingkup": ["Tamu kantor", "Tamu lain"],
    }
    assert draf.isi["judul"] == "Tulisan lain"
    assert [s.teks for s in draf.sisa] == ["- 2 -"]


def alur_lurus(lembar: Lembar, y: list[float]) -> None:
    """Boxes one below the other."""
    for n in range(len(y) - 1):
        lembar.kotak(STAF - 20, y[n] + 15, STAF + 20, y[n] + 40)
    for n in range(len(y) - 2):
        lembar.panah((STAF, y[n] + 40), (STAF, y[n + 1] + 15))


def test_marks_in_lanes_where_nothing_is_drawn_say_who_acts_and_the_order_is_one_doubt(
    tmp_path: Path,
) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA)
    for n, x in enumerate((STAF, KEPALA, STAF)):
        lembar.tulis(x, y[n] + 30, "v")
    draf = satu(simpan(tmp_path / "centang.pdf", lembar))
    assert [x["pelaksana"] for x in langkah(draf)] == ["staf", "kepala", "staf"]
    assert not any("perlu_konfirmasi" in x for x in langkah(draf))
    assert "tidak digambar dengan panah" in draf.isi["perlu_konfirmasi"]["langkah"]
    assert not any(s.teks == "v" for s in draf.sisa)


def test_words_in_lanes_where_nothing_is_drawn_are_no_marks(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA)
    lembar.tulis(STAF, y[0] + 30, "Tidak")
    draf = satu(simpan(tmp_path / "kata.pdf", lembar))
    assert not any("pelaksana" in x for x in langkah(draf))


@pytest.mark.parametrize(("kurang", "lepas"), [(2.4, 0), (6.0, 1)])
def test_a_line_that_ends_just_before_another_joins_it(
    tmp_path: Path, kurang: float, lepas: int
) -> None:
    """Two decisions lead to the last row by one line; the second one's piece is a little too short."""
    lembar = Lembar()
    y = lembar.tabel(DUA)
    lembar.ketupat(STAF - 25, y[0] + 15, STAF + 25, y[0] + 40)
    lembar.kotak(STAF - 25, y[1] + 15, STAF + 25, y[1] + 40)
    lembar.kapsul(STAF - 25, y[2] + 20, STAF + 25, y[2] + 40)
    jalur = KEPALA - 40
    lembar.panah((STAF + 25, y[0] + 28), (jalur, y[0] + 28), (jalur, y[2] + 30), (STAF + 25, y[2] + 30))  # fmt: skip
    lembar.panah((STAF, y[0] + 40), (STAF, y[1] + 15))
    lembar.garis((STAF + 25, y[1] + 28), (jalur - kurang, y[1] + 28))
    draf = satu(simpan(tmp_path / "kurang.pdf", lembar))
    assert draf.angka.lepas == lepas
    assert draf.angka.panah == 3 - lepas


def test_a_doubt_about_symbols_that_act_together_shows_all_of_them(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA)
    lembar.kapsul(STAF - 20, y[0] + 20, STAF + 20, y[0] + 40)
    lembar.panah((STAF, y[0] + 40), (STAF, y[1] + 15))
    lembar.kotak(STAF - 20, y[1] + 15, STAF + 20, y[1] + 40)
    lembar.kotak(KEPALA - 20, y[1] + 15, KEPALA + 20, y[1] + 40)
    lembar.garis((STAF + 20, y[1] + 27), (KEPALA - 20, y[1] + 27))
    lembar.panah((STAF, y[1] + 40), (STAF, y[2] + 20))
    lembar.kapsul(STAF - 20, y[2] + 20, STAF + 20, y[2] + 40)
    draf = satu(simpan(tmp_path / "bersama.pdf", lembar))
    (keraguan,) = [k for k in draf.keraguan if k.bidang == "pelaksana"]
    assert "dikerjakan bersama" in keraguan.alasan
    assert keraguan.tempat is not None
    kotak = keraguan.tempat.kotak
    assert (round(kotak.x0), round(kotak.x1)) == (round(STAF - 20), round(KEPALA + 20))


@pytest.mark.parametrize(("bawah", "terlihat"), [(250.0, False), (253.5, False), (262.0, True)])
def test_words_that_are_cut_off_by_their_cell_are_doubted(
    tmp_path: Path, bawah: float, terlihat: bool
) -> None:
    """A row of fixed height hides the line below its last one, which is in the file all the same."""
    lembar = Lembar()
    y = lembar.tabel(DUA)
    alur_biasa(lembar, y)
    awal = len(lembar.isi)
    lembar.tulis(KOLOM[4] + 3, 260.0, "rahasia")
    potong = f"q {KOLOM[4]} {595.0 - bawah} 80 60 re W n {lembar.isi[awal]} Q"
    lembar.isi[awal:] = [potong]
    draf = satu(simpan(tmp_path / "terpotong.pdf", lembar))
    baris = next(n for n, x in enumerate(langkah(draf)) if "rahasia" in str(x["kelengkapan"]))
    assert (("kelengkapan", baris) not in ragu(draf)) == terlihat
    assert ("tidak terlihat" not in str(langkah(draf)[baris])) == terlihat
