from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest
from fontTools.ttLib import TTFont

from buku_sop.adapters.lembar.fonts import BERKAS, PAKET
from buku_sop.adapters.lembar.printing import make_pdfs
from buku_sop.handbook import open_handbook
from buku_sop.loading.aksara import aksara_huruf
from buku_sop.model.aksara import PENGGANTI, Aksara
from tests.adapters.lembar.tagged import spoken
from tests.dev.aksara import TUJUAN, tulis
from tests.paths import ROOT

SOP = """\
nama: Pelayanan KUA
kop: [KANTOR REKAAN, وزارة الشؤون الدينية]
pelaksana: {loket: Petugas Loket}
langkah:
  - {kegiatan: Menulis ꦄꦏ꧀ꦱꦫ di buku, pelaksana: loket, waktu: 5 menit}
  - {kegiatan: Menulis 日 di buku, pelaksana: loket, waktu: 5 menit, keterangan: نعم}
"""


def huruf_rekaan(berkas: Path) -> None:
    """Make a font that has one letter."""
    with TTFont(ROOT / PAKET / BERKAS[0]) as font:
        for tabel in font["cmap"].tables:
            tabel.cmap = {ord("日"): "H"} if tabel.isUnicode() else {}
        for nama in font["name"].names:
            nama.string = str(nama).replace("Arimo", "Huruf Rekaan")
        font.save(berkas)


@pytest.fixture
def root(buat_root: Callable[[], Path]) -> Path:
    root = buat_root()
    kantor = root / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (kantor / "kua.yml").write_text(SOP, encoding="utf-8")
    return root


def cetak(root: Path) -> tuple[Path, set[str], list[str]]:
    """Print; return the file, the fonts in it, and where letters cannot be printed."""
    hasil = open_handbook(root / "sop_data")
    (pdf,) = make_pdfs(root, hasil, situs="").values()
    with pikepdf.open(pdf) as dokumen:
        huruf = {
            str(o.BaseFont).partition("+")[2].removesuffix("-Identity-H")
            for o in dokumen.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"
        }
    return pdf, huruf, [str(d.lokasi) for d in hasil.diagnostics if d.kode == "SOP-Y011"]


def test_the_register_of_characters_is_what_the_fonts_have() -> None:
    """Where this fails, run `python -m tests.dev.aksara`."""
    assert TUJUAN.read_text(encoding="utf-8") == tulis()


def test_the_register_knows_letters_of_three_scripts_and_no_other() -> None:
    aksara = Aksara()
    assert all(ord(h) in aksara for h in "aZé√أنꦄꦮ")
    assert not any(ord(h) in aksara for h in "日한\U0001f642")


def test_arabic_and_javanese_are_printed_and_the_rest_is_found_at_its_place(root: Path) -> None:
    pdf, huruf, tempat = cetak(root)
    assert {
        "IBMPlexSansArabic-Regular",
        "IBMPlexSansArabic-Bold",
        "NotoSansJavanese-Regular",
    } <= huruf
    assert {*"ꦄꦱꦫوزارةالشؤوندي"} <= {*pypdf.PdfReader(pdf).pages[0].extract_text()}
    assert spoken(pdf).count(PENGGANTI) == 1
    assert tempat == ["sop_data/kantor-contoh/kua.yml:6:16"]


def test_an_office_adds_a_font_of_its_own(root: Path) -> None:
    (root / "sop_data" / "_huruf").mkdir()
    huruf_rekaan(root / "sop_data" / "_huruf" / "rekaan.ttf")
    (root / "sop_data" / "_huruf" / "rusak.ttf").write_bytes(b"bukan huruf")
    pdf, huruf, tempat = cetak(root)
    assert "HurufRekaan-Regular" in {h.replace(" ", "") for h in huruf}
    assert "Menulis 日 di buku" in spoken(pdf)
    assert PENGGANTI not in spoken(pdf)
    assert tempat == []


def test_what_is_no_font_has_no_characters(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(b"\x00\x01\x00\x00 rusak")
    assert aksara_huruf(tmp_path / "x.ttf") == frozenset()
