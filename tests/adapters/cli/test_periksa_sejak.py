"""`sop periksa --sejak` in real repositories, and the forms for CI as a job gets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.warm import run_module

BURUK = "nama: Contoh\nlain: 1\n"


def git(folder: Path, *argumen: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=Rekaan", "-c", "user.email=rekaan@contoh.invalid", *argumen],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip


def sop(folder: Path, *argumen: str, **env: str) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", *argumen, cwd=folder, env=os.environ | env)


def tulis(buku: Path, nama: str, isi: str = BURUK) -> None:
    berkas = buku / "sop_data" / "rekaan" / nama
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text(isi, encoding="utf-8")


def simpan(buku: Path, pesan: str) -> None:
    git(buku, "add", ".")
    git(buku, "commit", "-qm", pesan)


def dinilai(buku: Path, *argumen: str) -> set[str]:
    hasil = sop(buku, "periksa", "--format", "json", *argumen)
    assert hasil.returncode in (0, 1), hasil.stderr
    return {Path(t["berkas"]).name for t in json.loads(hasil.stdout) if t["kode"] == "SOP-S001"}


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    """Make a clone whose branch `usulan` left `main`, on which others went on."""
    git(tmp_path, "init", "-qb", "main")
    tulis(tmp_path, "instansi.yml", "nama: Kantor Rekaan\n")
    tulis(tmp_path, "lama.yml")
    tulis(tmp_path, "diubah.yml")
    tulis(tmp_path, "dihapus.yml")
    simpan(tmp_path, "awal")
    git(tmp_path, "switch", "-qc", "usulan")
    tulis(tmp_path, "diubah.yml", BURUK + "lagi: 1\n")
    (tmp_path / "sop_data" / "rekaan" / "dihapus.yml").unlink()
    simpan(tmp_path, "usulan")
    git(tmp_path, "switch", "-q", "main")
    tulis(tmp_path, "lama.yml", BURUK + "main: 1\n")
    simpan(tmp_path, "orang lain")
    git(tmp_path, "switch", "-q", "usulan")
    return tmp_path


def test_only_what_the_branch_changed_is_judged(buku: Path) -> None:
    assert dinilai(buku) == {"lama.yml", "diubah.yml"}
    assert dinilai(buku, "--sejak", "main") == {"diubah.yml"}
    assert dinilai(buku, "--sejak", "HEAD") == set()


def test_what_is_not_committed_yet_is_judged_too(buku: Path) -> None:
    tulis(buku, "baru é.yml")
    tulis(buku, "lama.yml", BURUK + "belum: 1\n")
    git(buku, "add", "sop_data/rekaan/lama.yml")
    assert dinilai(buku, "--sejak", "HEAD") == {"baru é.yml", "lama.yml"}
    assert dinilai(buku, "--sejak", "HEAD", "sop_data/rekaan/lama.yml") == {"lama.yml"}


def test_the_exit_status_is_that_of_what_is_judged(buku: Path) -> None:
    assert sop(buku, "periksa", "--sejak", "HEAD").returncode == 0
    hasil = sop(buku, "periksa", "--sejak", "main")
    assert hasil.returncode == 1
    assert hasil.stdout.splitlines()[-1] == "1 SOP diperiksa: 2 galat, 1 peringatan, 0 saran."


@pytest.mark.parametrize("rev", ["tidak-ada", "--output=x", "main:sop_data", ""])
def test_an_unknown_revision_is_wrong_use(buku: Path, rev: str) -> None:
    hasil = sop(buku, "periksa", f"--sejak={rev}")
    assert hasil.returncode == 2
    assert "tidak ada di repositori ini" in hasil.stderr or "bukan nama revisi" in hasil.stderr
    assert not (buku / "x").exists()


def test_without_repository_or_git_it_says_so(tmp_path: Path) -> None:
    tulis(tmp_path, "a.yml")
    env = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    hasil = sop(tmp_path, "periksa", "--sejak", "HEAD", **env)
    assert (hasil.returncode, "bukan bagian dari repositori git" in hasil.stderr) == (2, True)
    hasil = sop(tmp_path, "periksa", "--sejak", "HEAD", PATH=str(tmp_path))
    assert (hasil.returncode, "git tidak ditemukan" in hasil.stderr) == (2, True)
    hasil = sop(tmp_path, "--folder", "kosong", "periksa", "--sejak", "HEAD")
    assert (hasil.returncode, "Folder kosong/sop_data tidak ada" in hasil.stderr) == (2, True)


def test_forms_for_ci_name_files_from_where_the_job_runs(buku: Path) -> None:
    luar, nama = buku.parent, buku.name
    hasil = sop(luar, "--folder", nama, "periksa", "--format", "github", "--sejak", "main")
    perintah = [b for b in hasil.stdout.splitlines() if b.startswith("::")]
    assert len(perintah) == 3
    assert all(f"file={nama}/sop_data/rekaan/diubah.yml," in p for p in perintah)
    assert hasil.stdout.splitlines()[-1].startswith("1 SOP diperiksa: 2 galat")
    hasil = sop(buku, "periksa", "--format", "gitlab")
    jalur = {t["location"]["path"] for t in json.loads(hasil.stdout)}
    assert jalur == {"sop_data/rekaan/diubah.yml", "sop_data/rekaan/lama.yml"}
    assert len({t["fingerprint"] for t in json.loads(hasil.stdout)}) == 5
    assert hasil.returncode == 1


def test_asking_how_a_command_is_used_loads_no_models(tmp_path: Path) -> None:
    program = (
        "import sys; from buku_sop.adapters.cli.group import sop; sop(['periksa', '--help'], "
        "standalone_mode=False); sys.exit('pydantic' in sys.modules or 'yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
