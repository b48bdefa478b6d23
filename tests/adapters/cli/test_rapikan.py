"""`sop rapikan` as people run it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.warm import run_module

KUSUT = b"# kepala\r\nnomor:  '1'\r\nnama: Contoh # nama\r\n"
RAPI = "# kepala\nnama: Contoh # nama\nnomor: '1'\n"


def sop(folder: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", *argumen, cwd=folder)


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    (kantor / "kusut.yml").write_bytes(KUSUT)
    (kantor / "kusut.yml").chmod(0o640)
    return kantor


def test_checking_changes_nothing_and_fails(kantor: Path) -> None:
    hasil = sop(kantor.parents[1], "rapikan", "--periksa")
    assert hasil.returncode == 1
    assert hasil.stdout.splitlines() == [
        "sop_data/rekaan/kusut.yml: akan berubah",
        "2 berkas: 1 akan berubah, 0 tidak dapat dirapikan.",
    ]
    assert (kantor / "kusut.yml").read_bytes() == KUSUT


def test_tidying_writes_and_then_has_nothing_to_do(kantor: Path) -> None:
    hasil = sop(kantor.parents[1], "rapikan")
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert (kantor / "kusut.yml").read_bytes() == RAPI.encode()
    assert (kantor / "kusut.yml").stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in kantor.iterdir()) == ["instansi.yml", "kusut.yml"]
    lagi = sop(kantor.parents[1], "rapikan", "--periksa")
    assert (lagi.returncode, lagi.stdout) == (
        0, "2 berkas: 0 akan berubah, 0 tidak dapat dirapikan.\n",
    )  # fmt: skip


def test_a_broken_file_stays_and_hides_no_other(kantor: Path) -> None:
    (kantor / "a.yml").write_text("nama: [\n", encoding="utf-8")
    (kantor / "b.yml").write_bytes(b"nama: \xff\n")
    hasil = sop(kantor.parents[1], "rapikan")
    assert hasil.returncode == 1
    assert "a.yml: tidak dirapikan; perbaiki dulu galat" in hasil.stderr
    assert "b.yml: tidak dirapikan; berkas ini bukan teks UTF-8" in hasil.stderr
    assert (kantor / "a.yml").read_text(encoding="utf-8") == "nama: [\n"
    assert (kantor / "kusut.yml").read_bytes() == RAPI.encode()


def test_only_the_given_paths_are_tidied(kantor: Path) -> None:
    assert sop(kantor, "rapikan", "instansi.yml").returncode == 0
    assert (kantor / "kusut.yml").read_bytes() == KUSUT
    assert sop(kantor, "rapikan", ".", "kusut.yml").stdout.count("dirapikan\n") == 1


def test_wrong_use(tmp_path: Path) -> None:
    hasil = sop(tmp_path, "rapikan", "tidak-ada.yml")
    assert (hasil.returncode, "Tidak ada berkas atau folder: tidak-ada.yml" in hasil.stderr) == (
        2, True,
    )  # fmt: skip
    assert sop(tmp_path, "rapikan").returncode == 2
