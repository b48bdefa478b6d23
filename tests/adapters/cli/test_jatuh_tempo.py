"""`sop periksa --jatuh-tempo`, run as people and scheduled jobs run it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.warm import run_module

SOP = """nama: {nama}
status: berlaku
tanggal_efektif: 2026-01-10
pelaksana: {{staf: Staf}}
langkah:
  - {{kegiatan: Mencatat tamu, pelaksana: staf}}
"""
PER = ("--per", "2026-07-01")


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    for kantor, nama in (("rekaan", "Menerima Tamu"), ("contoh", "Menyimpan Arsip")):
        folder = tmp_path / "sop_data" / kantor
        folder.mkdir(parents=True)
        (folder / "instansi.yml").write_text(f"nama: Kantor {kantor.title()}\n", encoding="utf-8")
        (folder / "satu.yml").write_text(SOP.format(nama=nama), encoding="utf-8")
    return tmp_path


def sop(folder: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", "periksa", *argumen, cwd=folder)


def jatuh_tempo(buku: Path, *argumen: str) -> list[tuple[str, str]]:
    """Return the SOPs and kinds of review that are listed."""
    hasil = sop(buku, "--jatuh-tempo", "--format", "json", *argumen)
    assert hasil.returncode == 0, hasil.stderr
    return [(t["sop"], t["jenis"]) for t in json.loads(hasil.stdout)["tinjauan"]]


def test_what_is_due_within_the_days_asked_for_is_listed(buku: Path) -> None:
    monitoring = [("contoh/satu", "monitoring"), ("rekaan/satu", "monitoring")]
    assert jatuh_tempo(buku, *PER) == monitoring
    assert jatuh_tempo(buku, *PER, "--dalam", "8") == []
    assert jatuh_tempo(buku, *PER, "--dalam", "9") == monitoring
    assert len(jatuh_tempo(buku, *PER, "--dalam", "400")) == 4


def test_only_the_given_paths_are_listed(buku: Path) -> None:
    assert jatuh_tempo(buku, *PER, "sop_data/rekaan") == [("rekaan/satu", "monitoring")]
    assert jatuh_tempo(buku, *PER, "sop_data/contoh/satu.yml") == [("contoh/satu", "monitoring")]


def test_without_a_day_it_is_counted_by_today(buku: Path) -> None:
    """The day on which this runs lies after the SOPs' first monitoring was due."""
    hasil = sop(buku, "--jatuh-tempo")
    assert hasil.returncode == 0
    assert "monitoring jatuh tempo 10 Juli 2026 (terlambat" in hasil.stdout


def test_a_job_gets_an_issue_or_nothing_at_all(buku: Path) -> None:
    ada = sop(buku, "--jatuh-tempo", "--format", "markdown", *PER)
    assert ada.stdout.startswith("<!-- sop-jatuh-tempo -->\n")
    assert (ada.returncode, ada.stderr) == (0, "")
    tiada = sop(buku, "--jatuh-tempo", "--format", "markdown", "--per", "2026-02-01")
    assert (tiada.stdout, tiada.stderr, tiada.returncode) == ("", "", 0)


@pytest.mark.parametrize(("per", "status"), [("2026-07-10", 0), ("2026-07-11", 1)])
def test_strictly_it_fails_when_one_is_overdue(buku: Path, per: str, status: int) -> None:
    assert sop(buku, "--jatuh-tempo", "--per", per).returncode == 0
    assert sop(buku, "--jatuh-tempo", "--ketat", "--per", per).returncode == status


def test_a_broken_file_hides_no_other(buku: Path) -> None:
    (buku / "sop_data" / "rekaan" / "satu.yml").write_text("- x\n", encoding="utf-8")
    hasil = sop(buku, "--jatuh-tempo", *PER)
    assert hasil.returncode == 0
    assert "Menyimpan Arsip" in hasil.stdout
    assert "sop periksa" in hasil.stderr


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("--dalam", "7"), "--dalam hanya dapat dipakai bersama --jatuh-tempo"),
        (("--per", "2026-01-01"), "--per hanya dapat dipakai bersama --jatuh-tempo"),
        (("--format", "markdown"), "--format markdown hanya dapat dipakai bersama --jatuh-tempo"),
        (("--jatuh-tempo", "--format", "gitlab"), "tidak dapat ditulis dalam bentuk gitlab"),
        (("--jatuh-tempo", "--sejak", "main"), "--sejak tidak dapat dipakai bersama --jatuh-tempo"),
        (("--jatuh-tempo", "--dalam", "-3"), "tulis banyaknya hari"),
        (("--jatuh-tempo", "--dalam", "sebulan"), "tulis banyaknya hari"),
        (("--jatuh-tempo", "--per", "31-01-2027"), "tulis tanggalnya seperti 2027-01-31"),
        (("--jatuh-tempo", "tiada.yml"), "Tidak ada berkas atau folder: tiada.yml"),
        (("--jatuh-tempo", "lain"), "lain tidak berada di dalam sop_data"),
    ],
)
def test_wrong_use_is_explained_and_ends_with_two(
    buku: Path, argumen: tuple[str, ...], pesan: str
) -> None:
    (buku / "lain").mkdir()
    hasil = sop(buku, *argumen)
    assert (hasil.returncode, hasil.stdout) == (2, "")
    assert pesan in hasil.stderr
    assert "Traceback" not in hasil.stderr
