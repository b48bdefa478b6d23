"""A time in two columns, number and unit under one heading, is one time in PDF, Word and Excel alike; what is not certain is doubted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from buku_sop.adapters.impor.pembaca import baca
from buku_sop.analysis.impor import kenali
from buku_sop.analysis.impor.hasil import Draf
from buku_sop.analysis.impor.peran import Kolom, Peran, susun_kolom
from buku_sop.loading.draf import bangun_draf
from tests.adapters.impor import dokumen_word
from tests.adapters.impor.dokumen import Lembar
from tests.adapters.impor.dokumen import simpan as simpan_pdf
from tests.adapters.impor.dokumen_word import Word, p, sel

LEBAR = (25, 160, 50, 50, 100, 50, 60, 100)
"""No, Kegiatan, two lanes, Kelengkapan, the time in two columns, Output."""
Kepala = tuple[str, str]
BARIS = [
    ("1", "Menerima berkas", "√", "", "Berkas", "5", "Menit", "Tanda terima"),
    ("2", "Memeriksa berkas", "", "√", "Berkas", "1 x 24", "jam", "Catatan"),
    ("3", "Mencatat berkas", "√", "", "Catatan", "30 menit", "", "Buku"),
    ("4", "Menyimpan berkas", "√", "", "Berkas", "2-3", "hari kerja", "Arsip"),
]
JADI = ["5 Menit", "1 x 24 jam", "30 menit", "2-3 hari kerja"]


def xlsx(berkas: Path, kepala: Kepala, baris: Sequence[tuple[str, ...]]) -> Path:
    kerja = Workbook()
    lembar = kerja.worksheets[0]
    isi = [
        ("No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", "", ""),
        ("", "", "Staf", "Kepala", "Kelengkapan", "Waktu", "", "Output"),
        ("", "", "", "", "", *kepala, ""),
        *baris,
    ]
    for r, satu in enumerate(isi, 1):
        for c, nilai in enumerate(satu, 1):
            kotak = lembar.cell(r, c, nilai or None)
            kotak.border = Border(*(Side("thin") for _ in range(4)))
        lembar.row_dimensions[r].height = 30
    tegak = ("A1:A3", "B1:B3", "C2:C3", "D2:D3", "E2:E3", "H2:H3")
    for rentang in (*tegak, "C1:D1", "E1:H1", "F2:G2" if any(kepala) else "F2:G3"):
        lembar.merge_cells(rentang)
    for huruf, lebar in zip("ABCDEFGH", LEBAR, strict=True):
        lembar.column_dimensions[huruf].width = lebar / 5
    kerja.save(berkas)
    return berkas


def docx(berkas: Path, kepala: Kepala, baris: Sequence[tuple[str, ...]]) -> Path:
    mulai, lanjut = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

    def lintas(n: int, sifat: str = "") -> str:
        return f'<w:gridSpan w:val="{n}"/>{sifat}'

    def satu(n: int, teks: str = "", sifat: str = "") -> str:
        return sel(LEBAR[n], p(teks), sifat=sifat)

    dua = [satu(n, t, mulai) for n, t in ((2, "Staf"), (3, "Kepala"), (4, "Kelengkapan"))]
    waktu = sel(LEBAR[5] + LEBAR[6], p("Waktu"), sifat=lintas(2, "" if any(kepala) else mulai))
    bawah = (
        [satu(5, kepala[0]), satu(6, kepala[1])]
        if any(kepala)
        else [sel(110, sifat=lintas(2, lanjut))]
    )
    atas = (
        (satu(0, "No", mulai), satu(1, "Kegiatan", mulai), sel(100, p("Pelaksana"), sifat=lintas(2)), sel(310, p("Mutu Baku"), sifat=lintas(4))),
        (satu(0, "", lanjut), satu(1, "", lanjut), *dua, waktu, satu(7, "Output", mulai)),
        (*(satu(n, "", lanjut) for n in range(5)), *bawah, satu(7, "", lanjut)),
    )  # fmt: skip
    isi = [dokumen_word.baris(*b, tinggi=20) for b in atas]
    isi += [dokumen_word.baris(*(satu(n, t) for n, t in enumerate(b)), tinggi=30) for b in baris]
    return Word(dokumen_word.tabel(LEBAR, *isi)).simpan(berkas)


def pdf(berkas: Path, kepala: Kepala, baris: Sequence[tuple[str, ...]]) -> Path:
    lembar = Lembar()
    x = [40.0]
    for lebar in LEBAR:
        x.append(x[-1] + lebar)
    y = [60.0, 80, 100, 120, *(120 + 30 * n for n in range(1, len(baris) + 1))]

    def tulis(kolom: int, atas: float, teks: str) -> None:
        lembar.tulis(x[kolom] + 3, atas + 13, teks)

    for n, teks in enumerate(("No", "Kegiatan", "Pelaksana", "", "Mutu Baku")):
        tulis(n, y[0], teks)
    for n, teks in ((2, "Staf"), (3, "Kepala"), (4, "Kelengkapan"), (5, "Waktu"), (7, "Output")):
        tulis(n, y[1], teks)
    for n, teks in enumerate(kepala, 5):
        tulis(n, y[2], teks)
    lembar.garis((x[2], y[1]), (x[8], y[1]))
    if any(kepala):
        lembar.garis((x[5], y[2]), (x[7], y[2]))
    for satu in (y[0], *y[3:]):
        lembar.garis((x[0], satu), (x[8], satu))
    for n, satu in enumerate(x):
        atas = {3: y[1], 5: y[1], 6: y[2] if any(kepala) else y[3], 7: y[1]}.get(n, y[0])
        lembar.garis((satu, atas), (satu, y[-1]))
    for (atas, _), isi in zip(pairwise(y[3:]), baris, strict=True):
        for n, teks in enumerate(isi):
            tulis(n, atas, teks.replace("√", "V"))
    return simpan_pdf(berkas, lembar)


Pembuat = Callable[[Path, Kepala, Sequence[tuple[str, ...]]], Path]
SEMUA = pytest.mark.parametrize(
    ("akhiran", "buat"), [("xlsx", xlsx), ("docx", docx), ("pdf", pdf)], ids=["xlsx", "docx", "pdf"]
)


def draf(berkas: Path) -> Draf:
    (satu,) = kenali(baca(berkas), bangun_draf)
    return satu


def ragu(satu: Draf) -> list[tuple[int | None, str, str]]:
    return [(k.langkah, k.bidang, k.alasan) for k in satu.keraguan if k.bidang in ("waktu", "keterangan", "output")]  # fmt: skip


@SEMUA
@pytest.mark.parametrize("kepala", [("Lama", "Satuan"), ("Jumlah", "Satuan"), ("", "")])
def test_number_and_unit_are_one_time(
    tmp_path: Path, akhiran: str, buat: Pembuat, kepala: Kepala
) -> None:
    satu = draf(buat(tmp_path / f"a.{akhiran}", kepala, BARIS))
    assert [x["waktu"] for x in satu.isi["langkah"]] == JADI
    assert [x["output"] for x in satu.isi["langkah"]] == [b[-1] for b in BARIS]
    assert list(satu.isi["pelaksana"].values()) == ["Staf", "Kepala"]
    assert not any("keterangan" in x for x in satu.isi["langkah"])
    assert "waktu" not in satu.isi.get("istilah", {})
    assert ragu(satu) == []


@SEMUA
def test_where_it_is_not_certain_it_is_said(tmp_path: Path, akhiran: str, buat: Pembuat) -> None:
    waktu = [("2", ""), ("", "hari"), ("3", "berkas"), ("beberapa", "menit")]
    baris = [(*b[:5], *w, b[7]) for b, w in zip(BARIS, waktu, strict=True)]
    satu = draf(buat(tmp_path / f"a.{akhiran}", ("Lama", "Satuan"), baris))
    assert [x["waktu"] for x in satu.isi["langkah"]] == ["2", "hari", "3", "beberapa menit"]
    assert satu.isi["langkah"][2]["keterangan"] == "Satuan: berkas"
    assert [(n, b) for n, b, _ in ragu(satu)] == [
        (0, "waktu"), (1, "waktu"), (2, "waktu"), (2, "keterangan"), (3, "waktu")
    ]  # fmt: skip


def test_a_unit_that_covers_several_rows_is_the_unit_of_each(tmp_path: Path) -> None:
    """In Excel by merged cells, in PDF where no line is drawn between them."""
    from openpyxl import load_workbook

    baris = [(*b[:5], str(n + 1), "hari" if n == 0 else "", b[7]) for n, b in enumerate(BARIS)]
    berkas = xlsx(tmp_path / "a.xlsx", ("Lama", "Satuan"), baris)
    kerja = load_workbook(berkas)
    kerja.worksheets[0].merge_cells("G4:G6")
    kerja.save(berkas)
    satu = draf(berkas)
    assert [x["waktu"] for x in satu.isi["langkah"]] == ["1 hari", "2 hari", "3 hari", "4"]
    assert [(n, b) for n, b, _ in ragu(satu)] == [(3, "waktu")]


def test_months_below_a_heading_of_times_are_no_unit() -> None:
    """Three columns below "Waktu" are a calendar, and no number with its unit."""
    kolom = [Kolom("No"), Kolom("Kegiatan"), Kolom("Staf", ("Pelaksana",)), Kolom("Kelengkapan")]
    kolom += [Kolom(b, ("Waktu",)) for b in ("Januari", "Februari", "Maret")]
    susunan = susun_kolom([*kolom, Kolom("Output")])
    assert susunan is not None
    assert (susunan.lane, susunan.satuan, susunan.lain) == ((2,), None, (4, 5, 6))
    assert Peran.WAKTU not in susunan.isi
