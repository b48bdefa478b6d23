from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pikepdf
import pypdf
import pytest

from buku_sop.adapters.lembar.printing import make_pdfs
from buku_sop.model import (
    ArahKertas,
    NamaKertas,
    Pejabat,
    PilihanLembar,
    RuangTandaTangan,
    Sop,
    SusunanTandaTangan,
)
from tests.adapters.lembar.conftest import hasil_dari
from tests.adapters.lembar.corpus import lengkap
from tests.adapters.lembar.drawing import squares
from tests.adapters.lembar.tagged import spoken, tables_without_headings
from tests.builders import handbook, langkah, sop

MM = 72 / 25.4
UKURAN = {
    NamaKertas.A4: (297, 210), NamaKertas.F4: (330, 215),
    NamaKertas.LETTER: (279.4, 215.9), NamaKertas.FOLIO: (330.2, 215.9),
}  # fmt: skip
PAPER = [*product(NamaKertas, ArahKertas)]
DUA = (Pejabat("Kepala Kantor Contoh", "Nama Pejabat"), Pejabat("Camat Contoh", "Nama Camat"))


def _semua() -> list[Sop]:
    isi = replace(lengkap(), disahkan_oleh=DUA, disusun_oleh=DUA[:1], diperiksa_oleh=DUA[1:])
    kertas = [
        replace(isi, id=f"kantor-contoh/{k}-{a}", lembar=PilihanLembar(kertas=k, arah=a)) for k, a in PAPER
    ]  # fmt: skip
    lain = {
        "elektronik": PilihanLembar(
            tanda_tangan=RuangTandaTangan.ELEKTRONIK, legenda=True, lembar_kerja=False,
            susunan_tanda_tangan=SusunanTandaTangan.KOLOM, kolom_kosong=False, nomor_kolom=True,
        ),
        "baris": PilihanLembar(
            tepi_kiri=40, tepi_atas=30, tanda_tangan=RuangTandaTangan.TIDAK,
            susunan_tanda_tangan=SusunanTandaTangan.BARIS,
        ),
    }  # fmt: skip
    polos = sop(
        tabel=(replace(sop().prosedur[0], pelaksana=(), langkah=(langkah("Mencuci tangan", oleh=None, waktu="", kelengkapan=(), output=()),)),),
        id="kantor-contoh/polos",
    )  # fmt: skip
    return [
        *kertas,
        *(replace(isi, id=f"kantor-contoh/{k}", lembar=v) for k, v in lain.items()),
        polos,
    ]


@pytest.fixture(scope="module")
def pilihan(buat_root: Callable[[], Path]) -> dict[str, Path]:
    pdf = make_pdfs(buat_root(), hasil_dari(handbook(*_semua())), situs="")
    return {id.partition("/")[2]: berkas for id, berkas in pdf.items()}


def _teks(pdf: Path) -> list[str]:
    return [" ".join(p.extract_text().split()) for p in pypdf.PdfReader(pdf).pages]


@pytest.mark.parametrize(("kertas", "arah"), PAPER)
def test_a_sheet_lies_on_the_paper_that_was_chosen(
    pilihan: dict[str, Path], kertas: NamaKertas, arah: ArahKertas
) -> None:
    panjang, pendek = UKURAN[kertas]
    harap = (panjang, pendek) if arah is ArahKertas.LANSKAP else (pendek, panjang)
    pdf = pilihan[f"{kertas}-{arah}"]
    for page in pypdf.PdfReader(pdf).pages:
        ukuran = (float(page.mediabox.width) / MM, float(page.mediabox.height) / MM)
        assert ukuran == pytest.approx(harap, abs=0.1)
    assert "Membahas bersama" in spoken(pdf)


def _letak_kata(page: pypdf.PageObject) -> list[tuple[float, float, str]]:
    """Return where each stretch of text begins, in mm from the upper left corner."""
    hasil: list[tuple[float, float, str]] = []
    tinggi = float(page.mediabox.height)

    def catat(teks: str, cm: list[float], tm: list[float], _font: object, _ukuran: float) -> None:
        if teks.strip():
            x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
            hasil.append((x / MM, (tinggi - y) / MM, teks))

    page.extract_text(visitor_text=catat)
    return hasil


def test_an_electronic_signature_has_a_place_that_covers_nothing(pilihan: dict[str, Path]) -> None:
    with pikepdf.open(pilihan["elektronik"]) as dokumen:
        bingkai = squares(dokumen.pages[0], 20.0)
    kata = _letak_kata(pypdf.PdfReader(pilihan["elektronik"]).pages[0])
    assert len(bingkai) == 4
    assert len(kata) > 20
    for kiri, atas, kanan, bawah in bingkai:
        assert not [t for x, y, t in kata if kiri < x < kanan and atas < y < bawah]
    with pikepdf.open(pilihan["baris"]) as dokumen:
        assert squares(dokumen.pages[0], 20.0) == []


def test_signers_stand_in_a_row_or_in_a_column(pilihan: dict[str, Path]) -> None:
    def letak(nama: str) -> list[tuple[float, float]]:
        kata = _letak_kata(pypdf.PdfReader(pilihan[nama]).pages[0])
        return [(x, y) for x, y, t in kata if t.strip() in {"Nama Pejabat", "Nama Camat"}][:2]

    (xa, ya), (xb, yb) = letak("baris")
    assert ya == pytest.approx(yb, abs=0.1)
    assert xb - xa > 20
    (xa, ya), (xb, yb) = letak("elektronik")
    assert xa == pytest.approx(xb, abs=0.1)
    assert yb - ya > 15


def test_empty_columns_the_worksheet_and_the_legend_are_the_offices_choice(
    pilihan: dict[str, Path],
) -> None:
    biasa, lain = _teks(pilihan["a4-lanskap"]), _teks(pilihan["elektronik"])
    assert "Keterangan" in biasa[1]
    assert "Simbol:" not in " ".join(biasa)
    assert "LEMBAR KERJA" in biasa[-1]
    assert "Keterangan" not in lain[1]
    assert "Mutu Baku" in lain[1]
    assert "(7)" in lain[1]
    assert "(8)" not in lain[1]
    assert "Simbol: Mulai/selesai Kegiatan Keputusan Arah alur" in lain[-1]
    assert "LEMBAR KERJA" not in lain[-1]


def test_a_list_of_sentences_has_no_columns_of_a_quality_standard(pilihan: dict[str, Path]) -> None:
    teks = _teks(pilihan["polos"])[1]
    assert "Mencuci tangan" in teks
    assert not any(k in teks for k in ("Mutu Baku", "Keterangan", "Waktu", "Pelaksana"))


def test_margins_are_kept(pilihan: dict[str, Path]) -> None:
    for page in pypdf.PdfReader(pilihan["baris"]).pages:
        kata = _letak_kata(page)
        assert min(x for x, _, _ in kata) > 39.9
        assert min(y for _, y, _ in kata) > 29.9


def test_every_table_has_headings_for_who_hears_it(pilihan: dict[str, Path]) -> None:
    for pdf in pilihan.values():
        assert tables_without_headings(pdf) == 0
