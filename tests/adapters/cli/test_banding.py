"""`sop banding`: which SOPs are meant, what it prints, where it writes and how it ends, run as people run it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.site.buku import ARSIP, CONTOH, TAMU, write
from tests.warm import run_module

JAHAT = "<script>alert(1)</script> | ${{ x }} `y` \x1b[31m"


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    """A handbook in which two offices have an SOP of the same name."""
    write(tmp_path / "sop_data", CONTOH)
    return tmp_path


def banding(folder: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", "--folder", folder, "banding", *argumen, cwd=ROOT)


def test_without_a_name_it_lists_the_groups(buku: Path) -> None:
    hasil = banding(buku)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert hasil.stdout.startswith(
        "Pengarsipan (2 SOP)\n    dinas-rekaan/pengarsipan  Dinas Rekaan\n"
    )
    assert 'sop banding "Pengarsipan"' in hasil.stdout
    isi = json.loads(banding(buku, "--format", "json").stdout)
    assert [k["sop"] for k in isi["kelompok"]] == [
        ["dinas-rekaan/pengarsipan", "kantor-contoh/pengarsipan"]
    ]
    assert (
        "| Pengarsipan | Dinas Rekaan, Kantor Contoh |"
        in banding(buku, "--format", "markdown").stdout
    )


def test_without_groups_it_says_so(buku: Path) -> None:
    (buku / "sop_data" / "dinas-rekaan" / "pengarsipan.yml").unlink()
    assert "Belum ada SOP bernama sama" in banding(buku).stdout


@pytest.mark.parametrize(
    "argumen",
    [
        ("Pengarsipan",), ("sop", "PENGARSIPAN"), ("kantor-contoh/pengarsipan",),
        ("kantor-contoh/pengarsipan", "kantor-contoh/pengarsipan"),
        ("dinas-rekaan/pengarsipan", "kantor-contoh/pengarsipan"),
    ],
)  # fmt: skip
def test_a_name_or_an_id_names_the_group(buku: Path, argumen: tuple[str, ...]) -> None:
    hasil = banding(buku, *argumen)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert hasil.stdout.startswith(
        "Pengarsipan: 2 SOP, 1 tahap; 1 tahap ada di lebih dari satu SOP.\n"
    )
    assert "[1] = 1. Menyimpan arsip" in hasil.stdout


def test_ids_are_compared_in_the_order_given_whatever_their_names(buku: Path) -> None:
    hasil = banding(buku, "kantor-contoh/penerimaan-tamu", "dinas-rekaan/pengarsipan")
    assert "[1] Kantor Contoh: Penerimaan Tamu" in hasil.stdout
    assert "[2] Dinas Rekaan: Pengarsipan" in hasil.stdout
    satu_kantor = banding(buku, "kantor-contoh/penerimaan-tamu", "kantor-contoh/pengarsipan")
    assert "[2] Kantor Contoh: Pengarsipan: Pengarsipan" in satu_kantor.stdout


@pytest.mark.parametrize(
    ("bentuk", "awal"),
    [("markdown", "## Perbandingan SOP"), ("json", "{\n"), ("html", "<!doctype html>"), ("teks", "Pengarsipan:")],
)  # fmt: skip
def test_each_form_goes_to_the_screen_or_into_a_file(buku: Path, bentuk: str, awal: str) -> None:
    layar = banding(buku, "Pengarsipan", "--format", bentuk)
    assert layar.stdout.lstrip().startswith(awal)
    berkas = buku / "keluar.txt"
    hasil = banding(buku, "Pengarsipan", "--format", bentuk, "-o", str(berkas))
    assert (hasil.returncode, hasil.stdout) == (0, "")
    assert berkas.read_text(encoding="utf-8") == layar.stdout


def test_the_data_holds_every_step_with_its_likeness(buku: Path) -> None:
    isi = json.loads(banding(buku, "Pengarsipan", "--format", "json").stdout)
    assert [s["waktu"]["setara"]["menit_lama"] for s in isi["sop"]] == [10, 10]
    (tahap,) = isi["tahap"]
    langkah = tahap["sop"]["kantor-contoh/pengarsipan"]["langkah"]
    assert [(x["langkah"], x["kemiripan"]) for x in langkah] == [(1, "bunyi sama")]
    assert isi["pelaksana"][0]["sop"] == {
        "dinas-rekaan/pengarsipan": ["Staf"], "kantor-contoh/pengarsipan": ["Staf"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("Tidak Ada",), "Tidak ada SOP bernama Tidak Ada di lebih dari satu instansi. Yang ada: Pengarsipan."),
        (("kantor-contoh/penerimaan-tamu",), "tidak punya padanan di instansi lain"),
        (("kantor-contoh/pengarsipan", "kantor-contoh/tiada"), "SOP tidak ada: kantor-contoh/tiada."),
        (("--format", "html"), "Sebutkan NAMA atau ID"),
        (("Pengarsipan", "--format", "x"), "Pilih salah satu: teks, markdown, json, html"),
        (("Pengarsipan", "-o", "tidak/ada/x"), "tidak dapat ditulis"),
    ],
)  # fmt: skip
def test_wrong_use_is_explained_and_ends_with_two(
    buku: Path, argumen: tuple[str, ...], pesan: str
) -> None:
    hasil = banding(buku, *argumen)
    assert hasil.returncode == 2
    assert pesan in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    hasil = banding(tmp_path)
    assert (hasil.returncode, "tidak ada. Jalankan dari folder buku" in hasil.stderr) == (2, True)


def test_what_cannot_be_read_is_told_and_the_rest_compared(buku: Path) -> None:
    write(buku / "sop_data", {"kantor-contoh/rusak.yml": "nama: [\n"})
    hasil = banding(buku, "Pengarsipan")
    assert hasil.returncode == 1
    assert hasil.stdout.startswith("Pengarsipan: 2 SOP")
    assert "1 galat" in hasil.stderr


def test_hostile_text_stays_text_in_every_form(buku: Path) -> None:
    jahat = ARSIP.replace("Menyimpan arsip", json.dumps(f"Menyimpan {JAHAT}"))
    write(
        buku / "sop_data",
        {f"{k}/pengarsipan.yml": jahat for k in ("kantor-contoh", "dinas-rekaan")},
    )
    for bentuk in ("teks", "markdown", "html", "json"):
        keluar = banding(buku, "Pengarsipan", "--format", bentuk).stdout
        assert "Menyimpan" in keluar
        assert "\x1b" not in keluar
        if bentuk in ("markdown", "html"):
            assert "<script" not in keluar
        if bentuk == "markdown":
            assert "${{" not in keluar
            assert {b.count("|") for b in keluar.splitlines() if b.startswith("| **1.")} == {4}


def test_the_written_page_asks_for_nothing(buku: Path) -> None:
    isi = banding(buku, "Pengarsipan", "--format", "html").stdout
    assert "default-src 'none'" in isi
    for tanda in ("<script", "<link", "src=", "@import", "url("):
        assert tanda not in isi
    assert TAMU.splitlines()[0].removeprefix("nama: ") not in isi
