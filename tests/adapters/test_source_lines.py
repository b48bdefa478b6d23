"""The lines that findings quote are the ones that the YAML parser counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.adapters.source_lines import source_lines
from buku_sop.diagnostics import Location
from buku_sop.loading.text import read_text


@pytest.mark.parametrize("akhir", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_line_is_what_the_parser_takes_for_one(tmp_path: Path, akhir: str) -> None:
    teks = f"nama: 'satu{akhir}  dua'\nnama: ganda\n"
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbf" + teks.encode())
    _, (temuan,) = read_text(teks, "a.yml")
    baris = source_lines(tmp_path)
    assert baris(temuan.lokasi) == "nama: ganda"
    assert baris(Location("a.yml", 1)) == "nama: 'satu"


def test_what_is_not_there_is_an_empty_line(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("nama: x\n", encoding="utf-8")
    baris = source_lines(tmp_path)
    assert baris(Location("a.yml", 99)) == baris(Location("a.yml", 0)) == ""
    assert baris(Location("tidak-ada.yml")) == baris(Location("..")) == ""


def test_a_line_that_is_no_utf8_can_be_quoted(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"nama: D\xe9\n")
    assert source_lines(tmp_path)(Location("a.yml", 1)) == "nama: D\ufffd"


def test_a_file_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("lama\n", encoding="utf-8")
    baris = source_lines(tmp_path)
    assert baris(Location("a.yml")) == "lama"
    path.write_text("baru\n", encoding="utf-8")
    assert baris(Location("a.yml")) == "lama"
