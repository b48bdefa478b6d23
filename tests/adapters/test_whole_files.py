"""Files are written whole or not at all: on a full disk, beside a reader, through a link, into a device."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from buku_sop.adapters.whole_files import drop_leftovers, whole_file, write_new, write_whole
from tests.paths import ROOT

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="limits, links and devices of POSIX")
FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
sys.argv[0] = "sop"
from buku_sop.adapters.cli.group import main
main()
"""
"""No file may grow beyond 64 bytes: the disk is as good as full."""


def test_the_old_file_stays_when_writing_fails(tmp_path: Path) -> None:
    berkas = tmp_path / "a.txt"
    berkas.write_text("lama", encoding="utf-8")

    def gagal() -> None:
        with whole_file(berkas) as keluaran:
            keluaran.write(b"bar")
            raise KeyError

    with pytest.raises(KeyError):
        gagal()
    assert berkas.read_text(encoding="utf-8") == "lama"
    assert list(tmp_path.iterdir()) == [berkas]


@POSIX
def test_whoever_reads_or_shares_the_old_file_keeps_it(tmp_path: Path) -> None:
    berkas = tmp_path / "a.txt"
    berkas.write_text("lama", encoding="utf-8")
    (tmp_path / "b.txt").hardlink_to(berkas)
    write_whole(berkas, b"baru")
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == "lama"
    assert berkas.read_text(encoding="utf-8") == "baru"


@POSIX
def test_links_and_permissions_stay_and_devices_are_written(tmp_path: Path) -> None:
    (tmp_path / "asli").mkdir()
    berkas = tmp_path / "asli" / "a.txt"
    berkas.write_text("lama", encoding="utf-8")
    berkas.chmod(0o600)
    (tmp_path / "a.txt").symlink_to(berkas)
    write_whole(tmp_path / "a.txt", b"baru")
    assert (tmp_path / "a.txt").is_symlink()
    assert berkas.read_bytes() == b"baru"
    assert berkas.stat().st_mode & 0o777 == 0o600
    write_whole(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()


def test_a_new_file_takes_the_place_of_none(tmp_path: Path) -> None:
    write_new(tmp_path / "x" / "a.yml", b"satu")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "x" / "a.yml", b"dua")
    assert (tmp_path / "x" / "a.yml").read_bytes() == b"satu"
    assert [p.name for p in (tmp_path / "x").iterdir()] == ["a.yml"]


def test_what_a_kill_left_long_ago_is_removed(tmp_path: Path) -> None:
    lama, kini, milik = (tmp_path / n for n in (".tulis-a", ".tulis-b", "tulis-c"))
    for berkas in (lama, kini, milik):
        berkas.touch()
    for berkas in (lama, milik):
        os.utime(berkas, (time.time() - 7200,) * 2)
    drop_leftovers(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".tulis-b", "tulis-c"]


def full(folder: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-B", "-c", FULL, "--folder", str(folder), *argumen],
        capture_output=True, text=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@POSIX
def test_a_new_sop_on_a_full_disk_leaves_no_empty_file(tmp_path: Path) -> None:
    (tmp_path / "sop_data").mkdir()
    pilihan = [
        "--pelaksana",
        "Staf",
        "--langkah",
        "Staf | Menerima tamu",
        "--nama-instansi",
        "Kantor Rekaan yang Panjang",
    ]
    jawab = full(tmp_path, "baru", "--nama", "Penerimaan Tamu", "--instansi", "rekaan", *pilihan)
    assert jawab.returncode == 2, jawab.stderr
    assert "tidak dapat ditulis: melampaui ukuran berkas yang diizinkan." in jawab.stderr
    assert not [
        p for p in (tmp_path / "sop_data").rglob("*") if p.is_file() and not p.stat().st_size
    ]
    assert not list(tmp_path.rglob("*penerimaan*"))


@POSIX
@pytest.mark.parametrize("perintah", [("rapikan",), ("skema", "--perbarui")])
def test_a_full_disk_leaves_the_files_before(tmp_path: Path, perintah: tuple[str, ...]) -> None:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    kusut = b"# catatan\nnomor:  '1'\r\nnama: Contoh yang cukup panjang untuk disk yang penuh\n"
    (kantor / "kusut.yml").write_bytes(kusut)
    jawab = full(tmp_path, *perintah)
    assert jawab.returncode in (1, 2)
    assert "melampaui ukuran berkas yang diizinkan" in jawab.stderr
    assert (kantor / "kusut.yml").read_bytes() == kusut
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["kusut.yml"]


def test_nothing_else_in_the_engine_writes_a_file_in_place() -> None:
    """What is written into a folder that is new, and put in its place whole afterwards, is named here."""
    baru = {
        ".ci/roda.py": "a folder of its own, in which the wheel is made",
        ".ci/sbom.py": "a file of one job, in a clone of its own",
        "buku_sop/adapters/git/lay_out.py": "a folder of its own outside the work tree",
        "buku_sop/adapters/git/two_revisions.py": "a folder of its own outside the work tree",
        "buku_sop/adapters/git/versions.py": "a folder of its own outside the work tree",
        "buku_sop/adapters/impor/libreoffice.py": "a folder of its own for one run of LibreOffice",
        "buku_sop/adapters/lembar/volumes.py": "a file beside, which is moved in one step",
        "buku_sop/adapters/mkdocs/assets.py": "a folder that is moved in one step; and the lock",
        "buku_sop/adapters/mkdocs/bundles.py": "a folder that is moved in one step",
        "buku_sop/adapters/mkdocs/ready_pages.py": "the new folder, before it is exchanged",
        "buku_sop/adapters/peramban/kemas.py": "a folder that is moved in one step",
        "buku_sop/adapters/peramban/roda.py": "a folder of its own for one run of pip",
        "buku_sop/adapters/proyek/tulis.py": "the new folder, before it is moved to its place",
        "buku_sop/adapters/whole_files.py": "this is how",
    }
    menulis = re.compile(r"\.write_(text|bytes)\(|open\([^)\n]*[\"'][wax]b?\+?[\"']")
    semua = [
        *(ROOT / "buku_sop").rglob("*.py"),
        *(ROOT / ".ci").glob("*.py"),
        *(ROOT / "macros").rglob("*.py"),
    ]
    assert {
        p.relative_to(ROOT).as_posix()
        for p in semua
        if menulis.search(p.read_text(encoding="utf-8"))
    } == set(baru)
