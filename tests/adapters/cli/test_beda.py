"""`sop beda`: what it prints, where it writes and how it ends, run as people run it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.adapters.git.test_repository import SOP, commit, git
from tests.warm import run_module


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    folder = tmp_path / "buku"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, instansi="nama: Kantor Rekaan\n", tamu=SOP)
    git(folder, "switch", "-qc", "usulan")
    commit(folder, tamu=SOP.replace("120 menit", "90 menit"))
    return folder


def beda(folder: Path, *argumen: str, **env: str) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", "beda", *argumen, cwd=folder, env=os.environ | env)


def test_one_changed_time_is_told_with_what_it_does_to_the_total(buku: Path) -> None:
    hasil = beda(buku, "main", "usulan")
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert hasil.stdout.startswith("main -> usulan: 1 SOP berubah.\n")
    assert "Waktu: 120 menit -> 90 menit  −30 menit (−25 %)" in hasil.stdout
    assert "Waktu: 3 jam -> 2 jam 30 menit  −30 menit (−16,7 %)" in hasil.stdout
    assert "peringatan SOP-R002" in hasil.stdout


def test_the_exit_status_tells_a_difference_only_when_asked(buku: Path) -> None:
    assert beda(buku, "main", "main", "--kode-keluar").returncode == 0
    assert beda(buku, "main", "usulan").returncode == 0
    assert beda(buku, "main", "usulan", "--kode-keluar").returncode == 1


def test_without_head_it_is_the_work_tree(buku: Path) -> None:
    assert "Tidak ada perubahan pada SOP." in beda(buku, "usulan").stdout
    (buku / "sop_data" / "rekaan" / "tamu.yml").write_text(SOP, encoding="utf-8")
    assert "usulan -> berkas di folder kerja: 1 SOP berubah." in beda(buku, "usulan").stdout


def test_what_main_did_meanwhile_is_not_told_of_the_branch(buku: Path) -> None:
    git(buku, "switch", "-q", "main")
    commit(buku, surat=SOP.replace("Tamu", "Surat"))
    git(buku, "switch", "-q", "usulan")
    assert "1 SOP dihapus" in beda(buku, "main", "usulan").stdout
    for argumen in (("main", "usulan"), ("main",)):
        hasil = beda(buku, "--sejak-bercabang", *argumen)
        assert "1 SOP berubah." in hasil.stdout
        assert "dihapus" not in hasil.stdout


@pytest.mark.parametrize(
    ("bentuk", "awal"),
    [("markdown", "<!-- sop-beda -->\n"), ("json", "{\n"), ("html", "<!doctype html>"), ("teks", "main")],
)  # fmt: skip
def test_each_form_goes_to_the_screen_or_into_a_file(buku: Path, bentuk: str, awal: str) -> None:
    layar = beda(buku, "main", "usulan", "--format", bentuk)
    assert layar.stdout.lstrip().startswith(awal)
    hasil = beda(buku, "main", "usulan", "--format", bentuk, "-o", "keluar.txt")
    assert (hasil.returncode, hasil.stdout) == (0, "")
    assert (buku / "keluar.txt").read_text(encoding="utf-8") == layar.stdout
    if bentuk == "json":
        assert json.loads(layar.stdout)["sop"][0]["id"] == "rekaan/tamu"


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        ((), "BASE belum diisi"),
        (("tidak-ada",), "Revisi `tidak-ada` tidak ada di repositori ini"),
        (("main", "--format", "x"), "Pilih salah satu: teks, markdown, json, html"),
        (("main", "-o", "tidak/ada/x"), "tidak dapat ditulis"),
        (("main", "usulan", "lebih"), "Argumen berlebih"),
        (("--", "--output=x"), "bukan nama revisi"),
    ],
)
def test_wrong_use_is_explained_and_ends_with_two(
    buku: Path, argumen: tuple[str, ...], pesan: str
) -> None:
    hasil = beda(buku, *argumen)
    assert hasil.returncode == 2
    assert pesan in hasil.stderr
    assert "Traceback" not in hasil.stderr
    assert not (buku / "x").exists()


def test_outside_git_and_without_git_it_says_so(buku: Path, tmp_path: Path) -> None:
    luar = tmp_path / "luar"
    luar.mkdir()
    hasil = beda(luar, "main", GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert (hasil.returncode, "bukan bagian dari repositori git" in hasil.stderr) == (2, True)
    hasil = beda(buku, "main", PATH=str(luar))
    assert (hasil.returncode, "Program git tidak ditemukan" in hasil.stderr) == (2, True)


def test_a_broken_file_is_told_beside_the_rest(buku: Path) -> None:
    commit(buku, rusak="nama: [\n")
    hasil = beda(buku, "main", "usulan", "--kode-keluar")
    assert hasil.returncode == 1
    assert "1 SOP berubah." in hasil.stdout
    assert "sop_data/rekaan/rusak.yml" in hasil.stdout
    assert "Tidak dapat dibandingkan: rekaan/rusak" in hasil.stdout
