"""No text of a document is lost: every word of every line is on the page, on the sheet, in the search, the data and the files to edit.

Each text field of an SOP holds lines and a list of words that stand nowhere else. A field that is added must be
said here too (`test_every_text_field_is_tried`).
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from buku_sop.model.bidang import (
    BIDANG_LANGKAH,
    BIDANG_LEMBAR_KERJA,
    BIDANG_PROSEDUR,
    BIDANG_SOP,
    BIDANG_TANDA_TANGAN,
    JenisNilai,
    nama_bidang,
)
from tests.site.buku import build, make_project, with_settings
from tests.site.indeks import sections

HURUF = "bcdfgklmnprst"
VOKAL = "aeiou"
BANYAK_BARIS = {"kegiatan", "waktu"}
"""Single texts whose line breaks are content; lists are so besides."""
LEWATI = {"nama", "nama_lain", "digantikan_oleh", "kop", "ringkas", "perlu_konfirmasi"}
"""Names of the document itself, and words that stand for others."""
TEMPAT = ("halaman", "lembar", "pencarian", "data", "docx", "xlsx")
TIDAK_DI = {
    # What became of the document is no part of it.
    "riwayat": {"lembar", "pencarian", "docx", "xlsx"},
    "lampiran.keterangan": {"lembar", "docx", "xlsx"},
}
"""Where a part does not stand."""


def kata() -> Iterator[str]:
    """Make words that stand nowhere else."""
    for a, b, c, d, e, f in product(HURUF, VOKAL, HURUF, VOKAL, HURUF, VOKAL):
        yield f"zq{a}{b}{c}{d}{e}{f}"


class Penulis:
    """Writes texts of new words and remembers them by field."""

    def __init__(self) -> None:
        self._kata = kata()
        self.semua: dict[str, list[str]] = {}

    def _satu(self, bidang: str) -> str:
        satu = next(self._kata)
        self.semua.setdefault(bidang, []).append(satu)
        return satu

    def baris(self, bidang: str) -> str:
        """Write a line, a list with a nested one, and a line."""
        a, b, c, d, e = (self._satu(bidang) for _ in range(5))
        return f"{a} {b}:\n1. {c}\n  - {d}\n2. {e}\n"

    def isi(self, bidang: str, jenis: JenisNilai) -> Any:
        """Write the value of a field."""
        if jenis is JenisNilai.DAFTAR:
            return [self._satu(bidang), self.baris(bidang)]
        if bidang in BANYAK_BARIS:
            return self.baris(bidang)
        return self._satu(bidang)


def dokumen(tulis: Penulis) -> dict[str, Any]:
    """Write an SOP with words in each of its text fields."""
    teks = (JenisNilai.TEKS, JenisNilai.DAFTAR)
    sop: dict[str, Any] = {"nama": "Penerimaan Tamu"}
    sop |= {
        n: tulis.isi(n, BIDANG_SOP[n].jenis)
        for n in nama_bidang(BIDANG_SOP, *teks)
        if n not in LEWATI
    }
    sop["bagian"] = [
        {"judul": tulis.isi("bagian", JenisNilai.TEKS), "letak": letak,
         "isi": tulis.isi("bagian", JenisNilai.DAFTAR)}
        for letak in ("sebelum", "sesudah")
    ]  # fmt: skip
    sop |= _bagian_lain(tulis)
    langkah = {
        n: tulis.isi(n, BIDANG_LANGKAH[n].jenis)
        for n in nama_bidang(BIDANG_LANGKAH, *teks)
        if n not in LEWATI
    }
    langkah["waktu"] = tulis.baris("waktu")
    tulis.semua["pelaksana"] = ["zqpelaksana"]
    sop |= {"pelaksana": {"staf": "zqpelaksana"}, "langkah": [langkah | {"pelaksana": "staf"}]}
    return sop


def _bagian_lain(tulis: Penulis) -> dict[str, Any]:
    """Write what consists of parts: officials, the worksheet, annexes, and what happened."""
    satu, daftar = JenisNilai.TEKS, JenisNilai.DAFTAR
    sop: dict[str, Any] = {
        n: [{b: tulis.isi(n, satu) for b in ("jabatan", "nama", "tanggal")} for _ in range(2)]
        for n in nama_bidang(BIDANG_SOP, JenisNilai.PEJABAT)
        if n != "tanda_tangan"
    }
    sop["tanda_tangan"] = {
        b: tulis.isi("tanda_tangan", satu) for b in BIDANG_TANDA_TANGAN if b != "nip"
    }
    sop["lembar_kerja"] = {
        n: tulis.isi("lembar_kerja", b.jenis)
        for n, b in BIDANG_LEMBAR_KERJA.items()
        if b.jenis in (satu, daftar)
    }
    sop["lampiran"] = [
        {"berkas": "formulir.pdf", "judul": tulis.isi("lampiran", satu),
         "keterangan": tulis.baris("lampiran.keterangan")}
    ]  # fmt: skip
    sop["riwayat"] = [
        {"tanggal": "2026-01-05", "jenis": "monitoring", "penilaian": "berjalan dengan baik",
         **{b: tulis.isi("riwayat", satu) for b in ("catatan", "tindakan", "penilai")}},
        {"tanggal": "2026-01-06", "jenis": "evaluasi", "rekomendasi": tulis.isi("riwayat", satu)},
        {"tanggal": "2026-01-07", "jenis": "sosialisasi", "kepada": [tulis.isi("riwayat", satu)]},
    ]  # fmt: skip
    return sop


def _html(teks: str) -> str:
    return unescape(
        re.sub(r"<[^>]+>", " ", re.sub(r"<(script|style)\b.*?</\1>", "", teks, flags=re.DOTALL))
    )


def _arsip(file: Path) -> str:
    """Return the text of an Office file."""
    with zipfile.ZipFile(file) as arsip:
        return _html(" ".join(arsip.read(n).decode() for n in arsip.namelist()))


@pytest.fixture(scope="module")
def terbit(tmp_path_factory: pytest.TempPathFactory) -> tuple[Penulis, dict[str, str]]:
    """Build such an SOP, and return its words by field and what each place says."""
    tulis = Penulis()
    data = {
        "kantor-contoh/instansi.yml": "nama: Kantor Contoh\nlembar: {distribusi: ya}\n",
        "kantor-contoh/formulir.pdf": "%PDF-1.7",
        "kantor-contoh/tamu.yml": yaml.safe_dump(
            dokumen(tulis), allow_unicode=True, sort_keys=False
        ),
    }
    folder = make_project(tmp_path_factory.mktemp("kata"), data)
    mkdocs = folder / "mkdocs.yml"
    unduhan = "  - buku-sop:\n      unduhan: [word, excel, bpmn]\n"
    mkdocs.write_text(with_settings(mkdocs.read_text(encoding="utf-8"), unduhan), encoding="utf-8")
    hasil = build(folder, SOP_PDF="true")
    assert hasil.returncode == 0, hasil.stderr
    halaman = folder / "site/sop/kantor-contoh/tamu"
    (pdf,) = halaman.glob("*.pdf")
    bagian = [
        d for d in sections(folder / "site") if d["location"].startswith("sop/kantor-contoh/tamu/")
    ]
    lembar = subprocess.run(
        ["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    return tulis, {
        "halaman": _html((halaman / "index.html").read_text(encoding="utf-8")),
        "lembar": re.sub("[\u00ad\u200b-]\n?", "", lembar),
        "pencarian": _html(" ".join(f"{d['title']} {d['text']}" for d in bagian)),
        "data": (halaman / "sop.json").read_text(encoding="utf-8"),
        **{b: _arsip(halaman / f"kantor-contoh-tamu.{b}") for b in ("docx", "xlsx")},
        "html": (halaman / "index.html").read_text(encoding="utf-8"),
    }


@pytest.mark.parametrize("tempat", TEMPAT)
def test_every_word_is_there(terbit: tuple[Penulis, dict[str, str]], tempat: str) -> None:
    tulis, semua = terbit
    hilang = {
        bidang: [k for k in isi if k not in semua[tempat]]
        for bidang, isi in tulis.semua.items()
        if tempat not in TIDAK_DI.get(bidang, ())
    }
    assert {b: k for b, k in hilang.items() if k} == {}


def test_the_page_offers_the_files_to_edit(terbit: tuple[Penulis, dict[str, str]]) -> None:
    tautan = re.findall(r'<a href="([^"]*)" download>(.*?)</a>', terbit[1]["html"])
    nama = {href: " ".join(_html(isi).split()) for href, isi in tautan}
    for program, ekor in (("PDF", "pdf"), ("Word", "docx"), ("Excel", "xlsx"), ("BPMN", "bpmn")):
        assert nama[f"kantor-contoh-tamu.{ekor}"].startswith(f"Unduh {program} (")


def test_every_text_field_is_tried() -> None:
    tulis = Penulis()
    dokumen(tulis)
    teks = {
        *nama_bidang(BIDANG_SOP, JenisNilai.TEKS, JenisNilai.DAFTAR),
        *nama_bidang(BIDANG_PROSEDUR, JenisNilai.TEKS, JenisNilai.DAFTAR),
        *nama_bidang(BIDANG_LANGKAH, JenisNilai.TEKS, JenisNilai.DAFTAR),
    }
    assert teks - LEWATI - {"judul"} <= tulis.semua.keys()
