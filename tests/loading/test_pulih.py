"""After a mistake of YAML the rest of the file is judged in the same run, and nothing is told that follows from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.diagnostics import Diagnostic
from buku_sop.handbook import open_handbook
from buku_sop.loading.pulih import baca_terus
from buku_sop.loading.text import read_text

BERKAS = """\
nama: Penyusunan Laporan Rekaan
nomor: 1/REKAAN
status: berlku
tanggal_efektif: 2026-02-01
disahkan_oleh:
  jabatan: Kepala Kantor Rekaan
dasar_hukum:
  - Peraturan Rekaan Nomor 1
keterkaitan:
  - SOP Rekaan Lain
pelaksana:
  staf: Staf Umum
  kepala: Kepala Kantor
langkah:
  - id: catat
    kegiatan: Mencatat data
    pelaksana: staf
    kelengkapan: [Buku, Pena]
    waktu: 5 menit
    output: Catatan
  - kegiatan: Menyusun laporan dari catatan
    pelaksana: staf
    kelengkapan: Catatan
    waktu: "2 jam"
    output: "Rancangan laporan"
  - kegiatan: Memeriksa laporan
    pelaksana: kepala
    kelengkapan: Rancangan laporan
    waktu: 1 jam
    output: Laporan
    cabang:
      - {label: Ya, ke: selesai}
      - {label: Tidak, ke: 9}
peringatan:
  - Jangan terlambat
"""
BENTUK, ALUR = ("SOP-S004", 3), ("SOP-A001", 33)
"""What is wrong with the form and the flow of it, apart from any mistake of syntax."""


def _pola(pola: str, ganti: str) -> Callable[[str], str]:
    return lambda baris: re.sub(pola, ganti, baris, count=1)


SLIP: dict[str, Callable[[str], str]] = {
    "tabs": lambda b: re.sub("^ +", lambda m: "\t" * (len(m[0]) // 2), b),
    "too far left": lambda b: b[1:] if b.startswith("  ") else b,
    "two too far left": lambda b: b[2:] if b.startswith("    ") else b,
    "too far right": lambda b: f" {b}",
    "two too far right": lambda b: f"  {b}",
    "a double quote not closed": _pola(r"(: |- )(?=[^\"\[{-])(.*)", r'\1"\2'),
    "a single quote not closed": _pola(r"(: )(?=[^\"\[{-])(.*)", r"\1'\2"),
    "a quote taken away": _pola(r'"$', ""),
    "no colon": lambda b: b if "{" in b else b.replace(":", "", 1),
    "no blank behind the colon": lambda b: b if "{" in b else b.replace(": ", ":", 1),
    "two colons": _pola(r"(\w: [A-Z]\w.*[^\"}])$", r"\1: tambahan"),
    "a bracket not closed": _pola(r"[\]}]$", ""),
    "no blank behind the dash": _pola("- ", "-"),
}


def periksa(folder: Path, teks: str) -> tuple[Diagnostic, ...]:
    kantor = folder / "sop_data" / "rekaan"
    kantor.mkdir(parents=True, exist_ok=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    (kantor / "a.yml").write_text(teks, encoding="utf-8")
    return tuple(open_handbook(kantor.parent, date(2026, 3, 1)).diagnostics)


def letak(semua: tuple[Diagnostic, ...]) -> set[tuple[str, int]]:
    return {(d.kode, tempat.baris) for d in semua for tempat in d.letak}


@pytest.mark.parametrize("slip", SLIP)
def test_a_slip_at_any_line_hides_nothing_and_brings_nothing(slip: str, tmp_path: Path) -> None:
    dasar = letak(periksa(tmp_path, BERKAS))
    assert dasar == {BENTUK, ALUR, ("SOP-K001", 10)}
    baris = BERKAS.split("\n")
    dicoba = 0
    for n, asli in enumerate(baris, 1):
        if (salah := SLIP[slip](asli)) == asli:
            continue
        found = periksa(tmp_path, "\n".join([*baris[: n - 1], salah, *baris[n:]]))
        syntax = {t for t in letak(found) if t[0].startswith("SOP-Y")}
        if not syntax:  # that is YAML too, and says something else
            continue
        dicoba += 1
        assert len(syntax) == 1, (n, salah)
        assert abs(syntax.pop()[1] - n) <= 1, (n, salah)
        rest = {t for t in letak(found) if not t[0].startswith("SOP-Y")}
        assert rest <= dasar, (n, salah)
        assert {t for t in (BENTUK, ALUR) if t[1] != n} <= rest, (n, salah)
    assert dicoba


def test_garbage_between_the_lines_is_one_finding(tmp_path: Path) -> None:
    baris = BERKAS.split("\n")
    for n in range(1, len(baris)):
        found = periksa(tmp_path, "\n".join([*baris[:n], " %&%", *baris[n:]]))
        syntax = [d for d in found if d.kode.startswith("SOP-Y")]
        assert len(syntax) <= 1, n
        if syntax:
            rest = {(k, b - (b > n)) for k, b in letak(found) if not k.startswith("SOP-Y")}
            assert rest <= {BENTUK, ALUR, ("SOP-K001", 10)}, n


def test_a_file_that_was_mended_to_be_judged_is_never_shown(tmp_path: Path) -> None:
    periksa(tmp_path, "nama: Tamu\nstatus: draf\nperingatan: [a\nlangkah: []\n")
    assert open_handbook(tmp_path / "sop_data").handbook.sop == ()


@given(st.text("a:-[]{}'\"|>&*#,\\\t@ \n\r\x85\u2028", max_size=80))
def test_whatever_the_text_it_is_read_on_and_every_place_exists(teks: str) -> None:
    baris = re.split("\r\n|[\n\r\x85\u2028\u2029]", teks)
    for d in baca_terus(teks, "a.yml").diagnostics:
        for tempat in d.letak:
            assert 1 <= tempat.baris <= len(baris)
            assert 1 <= tempat.kolom <= len(baris[tempat.baris - 1]) + 1


@pytest.mark.parametrize(
    "teks",
    ["*a\n", "-a: b\n - x\n", "kegiatan: a: b: c\n", " a: b\na:\n", "langkah\n", "a:b\n", "a: [\n", "'a\n"],
)  # fmt: skip
def test_the_work_for_a_hostile_file_is_bounded(teks: str, monkeypatch: pytest.MonkeyPatch) -> None:
    dibaca = 0

    def hitung(text: str, file: str) -> object:
        nonlocal dibaca
        dibaca += len(text)
        return read_text(text, file)

    monkeypatch.setattr("buku_sop.loading.pulih.read_text", hitung)
    monkeypatch.setattr("buku_sop.loading.pulih._ANGGARAN", 100_000)
    baca_terus(teks * 3_000, "a.yml")
    assert dibaca <= 100_000 + 10 * len(teks) * 3_000


def test_an_empty_line_above_a_refused_character_is_read_past() -> None:
    """The parser counts U+2028 as the end of a line, the place of a character it refuses once did not."""
    teks = "nama: a\u2028b\nlangkah:\n  - kegiatan: x\n\n  - kegiatan: y\0z\n"
    bacaan = baca_terus(teks, "a.yml", lambda _: 0)
    assert [(d.kode, d.lokasi.baris, d.lokasi.kolom) for d in bacaan.diagnostics][:1] == [
        ("SOP-Y001", 6, 16)
    ]
