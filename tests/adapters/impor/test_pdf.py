"""PDF files made by hand, read as drafts: what documents of offices hold, with its traps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.impor import pdf_kata
from buku_sop.adapters.impor.pdf import baca
from buku_sop.adapters.impor.pembaca import TakTerbaca
from buku_sop.analysis.impor import kenali
from buku_sop.analysis.impor.hasil import Draf
from buku_sop.analysis.impor.netral import Kotak
from buku_sop.loading.draf import bangun_draf
from tests.adapters.impor.dokumen import KOLOM, Lembar, simpan

DUA = [
    ("1", "Menerima berkas", "Berkas", "5 menit", "Berkas", "-"),
    ("2", "Memeriksa berkas", "1. Berkas\n2. Daftar isian", "1 jam", "Catatan hasil", ""),
    ("3", "Menyimpan berkas", "Berkas", "5 menit", "Arsip", "Lihat SOP Arsip"),
]
STEMPEL = "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE"
STAF, KEPALA = (KOLOM[2] + KOLOM[3]) / 2, (KOLOM[3] + KOLOM[4]) / 2


def satu(berkas: Path) -> Draf:
    (draf,) = kenali(baca(berkas), bangun_draf)
    return draf


def langkah(draf: Draf) -> list[dict[str, Any]]:
    isi = draf.isi["langkah"]
    assert isinstance(isi, list)
    return isi


def ragu(draf: Draf) -> list[tuple[str, int | None]]:
    return [(k.bidang, k.langkah) for k in draf.keraguan if k.bidang != "nama"]


def alur_biasa(lembar: Lembar, y: list[float]) -> None:
    """A start, a decision with two ways, an end."""
    lembar.kapsul(STAF - 25, y[0] + 15, STAF + 25, y[0] + 40)
    lembar.ketupat(KEPALA - 25, y[1] + 15, KEPALA + 25, y[1] + 45)
    lembar.kapsul(KEPALA - 25, y[2] + 20, KEPALA + 25, y[2] + 45)
    lembar.panah((STAF + 25, y[0] + 28), (KEPALA, y[0] + 28), (KEPALA, y[1] + 15))
    lembar.panah((KEPALA, y[1] + 45), (KEPALA, y[2] + 20))
    lembar.panah((KEPALA - 25, y[1] + 30), (STAF, y[1] + 30), (STAF, y[0] + 40))
    lembar.tulis(KEPALA + 4, y[1] + 56, "Ya")
    lembar.tulis(STAF + 10, y[1] + 26, "Tidak")


def test_a_table_with_its_flow_is_read_whole(tmp_path: Path) -> None:
    lembar = Lembar()
    alur_biasa(lembar, lembar.tabel(DUA))
    draf = satu(simpan(tmp_path / "biasa.pdf", lembar))
    assert draf.isi["pelaksana"] == {"staf": "Staf", "kepala": "Kepala"}
    assert langkah(draf) == [
        {"id": "menerima-berkas", "kegiatan": "Menerima berkas", "pelaksana": "staf", "kelengkapan": "Berkas",
         "waktu": "5 menit", "output": "Berkas"},
        {"kegiatan": "Memeriksa berkas", "pelaksana": "kepala",
         "cabang": [{"label": "Ya", "ke": "lanjut"}, {"label": "Tidak", "ke": "menerima-berkas"}],
         "kelengkapan": "1. Berkas\n2. Daftar isian", "waktu": "1 jam", "output": "Catatan hasil"},
        {"kegiatan": "Menyimpan berkas", "pelaksana": "kepala", "kelengkapan": "Berkas", "waktu": "5 menit",
         "output": "Arsip", "keterangan": "Lihat SOP Arsip"},
    ]  # fmt: skip
    assert ragu(draf) == []


def test_bold_made_by_printing_twice_does_not_double_letters(tmp_path: Path) -> None:
    lembar = Lembar()
    lembar.tabel([("1", "Menerima berkas", "", "1 jam", "Surat", "")])
    lembar.tulis(KOLOM[1] + 3.25, 60 + 40 + 12, "Menerima berkas")
    draf = satu(simpan(tmp_path / "tebal.pdf", lembar))
    assert langkah(draf)[0]["kegiatan"] == "Menerima berkas"


def test_text_under_white_paint_is_left_over_and_not_read(tmp_path: Path) -> None:
    lembar = Lembar()
    lembar.tulis(KOLOM[6] + 3, 60 + 40 + 40, "Keluaran lama")
    lembar.putih(KOLOM[6] + 1, 60 + 40 + 28, KOLOM[7] - 1, 60 + 40 + 50)
    lembar.tabel([("1", "Menerima berkas", "", "1 jam", "Surat baru", "")])
    draf = satu(simpan(tmp_path / "tertutup.pdf", lembar))
    assert langkah(draf)[0]["output"] == "Surat baru"
    assert [(s.teks, s.sebab) for s in draf.sisa] == [
        ("Keluaran lama", "tertutup oleh yang lain, jadi tidak terlihat")
    ]


def test_a_line_drawn_as_an_outline_is_an_arrow(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA[:2])
    lembar.kotak(STAF - 20, y[0] + 15, STAF + 20, y[0] + 40)
    lembar.kotak(STAF - 20, y[1] + 15, STAF + 20, y[1] + 40)
    lembar.panah_bergaris_tepi(STAF, y[0] + 40, y[1] + 15)
    draf = satu(simpan(tmp_path / "tepi.pdf", lembar))
    assert [x.get("simbol") for x in langkah(draf)] == ["kotak", "kotak"]
    assert draf.angka.panah == 1
    assert ragu(draf) == []


def test_an_arrow_in_pieces_and_one_with_two_heads(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA[:2])
    for n in (0, 1):
        lembar.kotak(STAF - 20, y[n] + 15, STAF + 20, y[n] + 40)
        lembar.kotak(KEPALA - 20, y[n] + 15, KEPALA + 20, y[n] + 40)
    lembar.panah((STAF + 20, y[0] + 28), (KEPALA - 20, y[0] + 28))
    lembar.garis((KEPALA, y[0] + 40), (KEPALA, y[0] + 52))
    lembar.garis((KEPALA, y[0] + 52), (STAF, y[0] + 52))
    lembar.panah((STAF, y[0] + 52), (STAF, y[1] + 15))
    lembar.panah((STAF + 30, y[1] + 28), (KEPALA - 20, y[1] + 28))
    lembar.panah((STAF + 30, y[1] + 28), (STAF + 20, y[1] + 28))
    draf = satu(simpan(tmp_path / "potong.pdf", lembar))
    pertama, kedua = langkah(draf)
    assert pertama["pelaksana"] == [{"pelaksana": "staf", "simbol": "kotak"}, "kepala"]
    assert kedua["pelaksana"] == ["staf", "kepala"]
    assert kedua["ke"] == "memeriksa-berkas"
    assert ragu(draf) == [("ke", 1)]


def test_connectors_carry_a_way_to_the_next_page(tmp_path: Path) -> None:
    depan, belakang = Lembar(), Lembar()
    y = depan.tabel(DUA[:1])
    depan.kapsul(STAF - 25, y[0] + 10, STAF + 25, y[0] + 30)
    depan.panah((STAF, y[0] + 30), (STAF, y[1] + 10))
    depan.segilima(STAF - 10, y[1] + 10, STAF + 10, y[1] + 30)
    z = belakang.tabel([("2", *DUA[1][1:])], atas=120, kepala=False)
    belakang.segilima(STAF - 10, z[0] - 35, STAF + 10, z[0] - 15)
    belakang.kapsul(KEPALA - 25, z[0] + 20, KEPALA + 25, z[0] + 40)
    belakang.panah((STAF, z[0] - 15), (STAF, z[0] + 30), (KEPALA - 25, z[0] + 30))
    draf = satu(simpan(tmp_path / "dua.pdf", depan, belakang))
    assert [x["pelaksana"] for x in langkah(draf)] == ["staf", "kepala"]
    assert draf.halaman == (1, 2)
    assert ragu(draf) == []


def test_the_stamp_of_a_signature_is_no_sign_of_a_connector_and_no_text_of_a_cell(
    tmp_path: Path,
) -> None:
    """It runs through the connector at the foot of the page, and through the last row."""
    depan, belakang = Lembar(), Lembar()
    y = depan.tabel(DUA[:1], atas=470, tinggi=50)
    depan.kapsul(STAF - 25, y[0] + 5, STAF + 25, y[0] + 20)
    depan.panah((STAF, y[0] + 20), (STAF, y[1] + 5))
    depan.segilima(STAF - 10, y[1] + 5, STAF + 10, y[1] + 30)
    z = belakang.tabel([("2", *DUA[1][1:])], atas=500, kepala=False)
    belakang.segilima(STAF - 10, z[0] - 35, STAF + 10, z[0] - 15)
    belakang.kapsul(KEPALA - 25, z[0] + 20, KEPALA + 25, z[0] + 40)
    belakang.panah((STAF, z[0] - 15), (STAF, z[0] + 30), (KEPALA - 25, z[0] + 30))
    for n, lembar in enumerate((depan, belakang), 1):
        lembar.tulis(48, 578 if n == 1 else 552, STEMPEL, 7)
        lembar.tulis(400, 30, f"- {n} -")
    draf = satu(simpan(tmp_path / "stempel.pdf", depan, belakang))
    assert ragu(draf) == []
    assert [x["pelaksana"] for x in langkah(draf)] == ["staf", "kepala"]
    assert [x["kegiatan"] for x in langkah(draf)] == ["Menerima berkas", "Memeriksa berkas"]
    assert draf.sisa == ()
    assert [(s.teks, s.tempat.halaman) for s in draf.berulang] == [
        (STEMPEL, 1), (STEMPEL, 2), ("- 1 -", 1), ("- 2 -", 2)
    ]  # fmt: skip


def test_a_row_without_a_symbol_is_a_doubt_with_its_place(tmp_path: Path) -> None:
    lembar = Lembar()
    lembar.tabel(DUA)
    draf = satu(simpan(tmp_path / "kosong.pdf", lembar))
    assert ragu(draf) == [("pelaksana", 0), ("pelaksana", 1), ("pelaksana", 2)]
    assert langkah(draf)[1]["perlu_konfirmasi"]["pelaksana"] == (
        "Tidak ada lambang yang terbaca di baris ini (halaman 1, 1 cm dari kiri dan 6 cm dari atas)."
    )


@pytest.mark.parametrize("putar", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(tmp_path: Path, putar: int) -> None:
    lembar = Lembar()
    lembar.tabel(DUA)
    halaman = baca(simpan(tmp_path / "putar.pdf", lembar, putar=putar)).halaman[0]
    kata = {k.teks: k.kotak.tengah for k in halaman.kata}
    assert all(0 < x < halaman.lebar and 0 < y < halaman.tinggi for x, y in kata.values())
    assert {k.tegak for k in halaman.kata} == {putar == 0}


def test_what_is_no_readable_pdf_says_why(tmp_path: Path) -> None:
    rusak = tmp_path / "rusak.pdf"
    rusak.write_bytes(b"bukan pdf")
    with pytest.raises(TakTerbaca, match="bukan PDF, atau rusak"):
        baca(rusak)
    with pytest.raises(TakTerbaca, match="kata sandi"):
        baca(simpan(tmp_path / "kunci.pdf", Lembar(), sandi="rahasia"))


def test_a_bound_book_is_several_sops(tmp_path: Path) -> None:
    semua = []
    for nomor in (1, 2):
        lembar = Lembar()
        for n, (label, isi) in enumerate(
            (("Nomor SOP", f"SOP-{nomor}"), ("Tanggal Pembuatan", "2 Januari 2025"), ("Nama SOP", f"Pelayanan {nomor}"),
             ("Tanggal Efektif", "-"))
        ):  # fmt: skip
            lembar.tulis(400, 40 + 14 * n, label)
            lembar.tulis(520, 40 + 14 * n, f": {isi}")
        lembar.tabel(DUA, atas=130)
        semua.append(lembar)
    draf = kenali(baca(simpan(tmp_path / "buku.pdf", *semua)))
    assert [(d.nama, d.halaman, d.isi["nomor"]) for d in draf] == [
        ("Pelayanan 1", (1, 1), "SOP-1"),
        ("Pelayanan 2", (2, 2), "SOP-2"),
    ]
    assert draf[0].isi["tanggal_pembuatan"] == "2025-01-02"
    assert draf[0].isi["tanggal_efektif"] == "-"


def test_only_a_whole_rectangle_hides_what_lies_under_it(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA)
    alur_biasa(lembar, y)
    # the white area of a bent connector, whose rectangle lies over a label
    lembar.isi.append("1 g")
    lembar.bentuk((STAF, y[0] + 40), (STAF + 1, y[0] + 40), (STAF + 1, y[1] + 29), (KEPALA - 25, y[1] + 29), (KEPALA - 25, y[1] + 30), (STAF, y[1] + 30), cara="f")  # fmt: skip
    lembar.isi.append("0 g")
    draf = satu(simpan(tmp_path / "siku.pdf", lembar))
    assert [c["label"] for c in langkah(draf)[1]["cabang"]] == ["Ya", "Tidak"]
    assert [s.teks for s in draf.sisa] == []


def test_a_dashed_line_is_one_arrow(tmp_path: Path) -> None:
    lembar = Lembar()
    y = lembar.tabel(DUA[:2])
    for n in (0, 1):
        lembar.kotak(STAF - 20, y[n] + 15, STAF + 20, y[n] + 40)
    for mulai in range(int(y[0]) + 41, int(y[1]) + 8, 8):
        lembar.garis((STAF, mulai), (STAF, mulai + 5))
    lembar.kepala(STAF, y[1] + 15, 0, 1)
    draf = satu(simpan(tmp_path / "putus.pdf", lembar))
    assert (draf.angka.panah, draf.angka.lepas) == (1, 0)
    assert ragu(draf) == []


def test_letters_that_share_one_glyph_stay_in_one_word() -> None:
    """The box of an f in "Kualifikasi" is the one of the i that is printed with it."""
    f = pdf_kata._Huruf("f", Kotak(425, 154, 432, 164), 10, tegak=True, naik=True, tertutup=False)
    i = replace(f, teks="i", kotak=Kotak(425, 154, 432, 164))
    mundur = replace(f, teks="N", kotak=Kotak(400, 154, 407, 164))
    assert pdf_kata._sekata(f, i)
    assert not pdf_kata._sekata(f, mundur)


def _sempit(tmp_path: Path, kelengkapan: str, output: str = "", lain: str = "") -> Draf:
    """A row whose cell for the time is narrow: 70 points, in which 8 letters of this size have room."""
    lembar = Lembar()
    y = lembar.tabel([("1", "Membubuhkan stempel", lain, "", output, "")])
    for n, teks in enumerate(kelengkapan.split("\n")):
        lembar.tulis(KOLOM[5] + 3, y[0] + 12 + 18 * n, teks, 13)
    return satu(simpan(tmp_path / "sempit.pdf", lembar))


@pytest.mark.parametrize(
    ("tertulis", "terbaca", "lain"),
    [
        ("Membubuhka\nn cap", "Membubuhkan cap", ""),  # a letter alone is no word
        ("Pertanggun\ngjawab", "Pertanggungjawab", ""),  # no word begins so
        ("Pelaksana\nan rapat", "Pelaksanaan rapat", ""),
        ("Kelengkap\nan data", "Kelengkapan data", ""),  # an ending alone is none either
        ("kendaraa\nndinas", "kendaraandinas", "kendaraandinas"),  # the whole word stands elsewhere
        ("Dokumenn\ndari kantor", "Dokumenn dari kantor", ""),
        ("Surat\nn cap", "Surat n cap", ""),  # there was room for it
        ("Dokumenn\na. surat", "Dokumenn a. surat", ""),  # the letter of an item
        ("Dokumenn\nb) surat", "Dokumenn b) surat", ""),
        ("Membubuhka\nn.", "Membubuhkan.", ""),
        ("Dokumenn\ndgn cap", "Dokumenn dgn cap", ""),  # short for "dengan"
        ("Dokumenn\nyg sah", "Dokumenn yg sah", ""),
        ("Pendampin\ng", "Pendamping", ""),
        ("www.ab.go.i\nd/data", "www.ab.go.id/data", ""),
        ("www.ab.go.id\ndi kantor", "www.ab.go.id di kantor", ""),
    ],
)
def test_a_word_that_a_narrow_cell_broke_is_whole_where_that_is_certain(
    tmp_path: Path, tertulis: str, terbaca: str, lain: str
) -> None:
    (baris,) = langkah(_sempit(tmp_path, tertulis, lain=lain))
    assert baris["waktu"] == terbaca


def test_a_word_that_may_be_broken_is_doubted_and_left_as_it_stands(tmp_path: Path) -> None:
    draf = _sempit(tmp_path, "Dokument\nasi")
    assert langkah(draf)[0]["waktu"] == "Dokument asi"
    (satu_ragu,) = [k for k in draf.keraguan if k.bidang == "waktu"]
    assert (satu_ragu.langkah, satu_ragu.alasan.partition(",")[0]) == (
        0,
        "“Dokument asi” mungkin satu kata",
    )
    dikenal = _sempit(tmp_path, "Dokument\nasi", lain="Dokument dan Dokument")
    assert "waktu" not in {k.bidang for k in dikenal.keraguan}


def test_a_number_between_two_lines_does_not_stand_beside_the_middle_of_its_item(
    tmp_path: Path,
) -> None:
    """Numbers beside the first lines of their items, but for one that stands a little higher."""
    lembar = Lembar()
    for n, label in enumerate(("Nomor SOP", "Tanggal Pembuatan", "Nama SOP")):
        lembar.tulis(300, 40 + 12 * n, f"{label} : Rekaan")
    lembar.tulis(45, 100, "Dasar Hukum:")
    y = 115
    for n, isi in enumerate((1, 2, 4, 1), 1):
        lembar.tulis(45, y - (5 if n == 3 else 0), f"{n}.")
        for k in range(isi):
            lembar.tulis(
                65, y + 10 * k, f"Peraturan Rekaan Nomor {n}" if not k else "tentang hal lain"
            )
        y += 10 * isi + 4
    draf = satu(simpan(tmp_path / "nomor.pdf", lembar))
    assert [x.count("tentang") for x in draf.isi["dasar_hukum"]] == [0, 1, 3, 0]


def _sel(tmp_path: Path, kegiatan: str, kelengkapan: str, lain: str = "") -> dict[str, Any]:
    """A row with lines 10 points apart; an empty one leaves its room."""
    lembar = Lembar()
    lembar.tabel([("1", kegiatan, kelengkapan), ("2", "Menyimpan", lain)])
    return langkah(satu(simpan(tmp_path / "alinea.pdf", lembar)))[0]


def test_paragraphs_of_a_cell_stay_apart_where_the_page_leaves_an_empty_line(
    tmp_path: Path,
) -> None:
    baris = _sel(tmp_path, "Memeriksa berkas\nyang diterima\n\nJika lengkap,\nteruskan", "")
    assert baris["kegiatan"] == "Memeriksa berkas yang diterima\n\nJika lengkap, teruskan"


PANJANG = "Daftar isian pemohon lengkap"
"""As wide as a line of the column can be."""


@pytest.mark.parametrize(
    ("kelengkapan", "terbaca"),
    [
        ("Nota dinas\nDisposisi", "Nota dinas\nDisposisi"),
        ("Nota\nSurat tugas pelaksana yang\nsah\nDraf", "Nota\nSurat tugas pelaksana yang sah\nDraf"),
        ("Nota dinas\ndisposisi", "Nota dinas disposisi"),  # goes on
        ("Surat tugas pelaksana yang\nSah", "Surat tugas pelaksana yang Sah"),  # no room was left
        ("Nota\nSurat tugas pelaksana yang\nsah", "Nota Surat tugas pelaksana yang sah"),  # one alone
        ("Surat tugas pelaks\nNota\nDraf yang sudah diperiksa\nini", "Surat tugas pelaks Nota Draf yang sudah diperiksa ini"),
    ],
)  # fmt: skip
def test_lines_that_name_a_document_each_are_things_of_their_own(
    tmp_path: Path, kelengkapan: str, terbaca: str
) -> None:
    assert _sel(tmp_path, "Menyusun", kelengkapan, PANJANG)["kelengkapan"] == terbaca
