"""Builds beside each other, killed ones, and places where nothing can be built. MkDocs is played by a small program."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from buku_sop.adapters.alone import alone
from buku_sop.adapters.mkdocs.build_site import BuildFailed, build_site
from buku_sop.adapters.mkdocs.luring import make_luring
from tests.paths import ROOT

MKDOCS = """
import os, sys, time
from pathlib import Path
from buku_sop.adapters.mkdocs.child import end_with_parent
end_with_parent()
def wait_for(name):
    for _ in range(3000):
        if Path(name).exists(): return
        time.sleep(0.01)
site = Path(sys.argv[sys.argv.index("--site-dir") + 1])
assert not list(site.iterdir())
(site / "index.html").write_text(Path("isi.txt").read_text())
if Path("galat.txt").exists():
    sys.exit(Path("galat.txt").read_text())
if not Path("lekas").exists():
    Path("mulai").touch()
    wait_for("lanjut")
(site / "akhir.html").write_text((site / "index.html").read_text())
Path("selesai").touch()
"""
BUILD = """
import sys
from pathlib import Path
from buku_sop.adapters.mkdocs.build_site import build_site
build_site(Path(), pekerjaan=sys.argv[1])
"""


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    """Return a folder in which "mkdocs" builds two pages; it waits for `lanjut` unless `lekas` is there."""
    (tmp_path / "mkdocs").mkdir()
    (tmp_path / "mkdocs" / "__init__.py").touch()
    (tmp_path / "mkdocs" / "__main__.py").write_text(MKDOCS, encoding="utf-8")
    (tmp_path / "isi.txt").write_text("satu", encoding="utf-8")
    return tmp_path


def start(buku: Path, pekerjaan: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, pekerjaan], cwd=buku, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def wait_for(path: Path) -> None:
    for _ in range(3000):
        if path.exists():
            return
        time.sleep(0.01)
    raise AssertionError(f"{path.name} never came")


def pages(buku: Path) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in (buku / "site").iterdir()}


def quick(buku: Path) -> None:
    (buku / "lekas").touch()
    build_site(buku)


def test_of_two_builds_at_once_the_second_waits_and_both_succeed(buku: Path) -> None:
    with start(buku, "sop situs") as satu:
        wait_for(buku / "mulai")
        with start(buku, "sop luring") as dua:
            assert dua.stderr
            assert dua.stderr.readline() == (
                f"Menunggu `sop situs` (proses {satu.pid}) selesai di folder ini …\n"
            )
            (buku / "isi.txt").write_text("dua", encoding="utf-8")
            (buku / "lanjut").touch()
            assert (satu.wait(), dua.wait()) == (0, 0)
    assert pages(buku) == {"index.html": "dua", "akhir.html": "dua"}


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_build_takes_its_mkdocs_along_and_the_next_succeeds(buku: Path) -> None:
    quick(buku)
    for sisa in ("lekas", "selesai"):
        (buku / sisa).unlink()
    (buku / "isi.txt").write_text("dua", encoding="utf-8")
    with start(buku, "sop situs") as satu:
        wait_for(buku / "mulai")
        satu.kill()
    assert pages(buku) == {"index.html": "satu", "akhir.html": "satu"}
    with alone(buku, "tes"):  # given back when the orphan has ended, which nobody told to go on
        assert not (buku / "selesai").exists()
    quick(buku)
    assert pages(buku) == {"index.html": "dua", "akhir.html": "dua"}
    assert not list(buku.glob("site.*"))


def test_a_full_disk_is_told_in_our_words_and_the_old_site_stays(buku: Path) -> None:
    quick(buku)
    galat = "OSError: [Errno 28] No space left on device: '/buku/site.sop-baru-1/sop/index.html'\n"
    (buku / "galat.txt").write_text(f"Traceback:\n{galat}", encoding="utf-8")
    with pytest.raises(BuildFailed) as error:
        build_site(buku)
    assert "Sebabnya: disk penuh di /buku/site.sop-baru-1/sop/index.html." in str(error.value)
    assert pages(buku) == {"index.html": "satu", "akhir.html": "satu"}
    assert not list(buku.glob("site.*"))


def test_what_is_finished_at_the_end_never_touches_the_old_site(buku: Path) -> None:
    (buku / "lekas").touch()
    build_site(buku, selesaikan=lambda baru: (baru / "akhir.html").unlink())
    assert pages(buku) == {"index.html": "satu"}


def test_an_offline_edition_whose_zip_cannot_be_written_leaves_folder_and_zip(buku: Path) -> None:
    (buku / "lekas").touch()
    lama = make_luring(buku)
    zip_lama = lama.zip.read_bytes()
    (buku / "isi.txt").write_text("dua", encoding="utf-8")
    with pytest.raises(BuildFailed, match=r"tidak dapat ditulis: itu folder\."):
        make_luring(buku, buku / "mkdocs")
    assert (lama.folder / "index.html").read_text(encoding="utf-8") == "satu"
    assert lama.zip.read_bytes() == zip_lama
    baru = make_luring(buku)
    assert (baru.folder / "index.html").read_text(encoding="utf-8") == "dua"
    with zipfile.ZipFile(baru.zip) as arsip:
        assert set(arsip.namelist()) == {
            "buku-sop/BACA SAYA.txt", "buku-sop/akhir.html", "buku-sop/index.html"
        }  # fmt: skip


@pytest.mark.parametrize(
    ("nama", "kata"), [("site", "adalah berkas, bukan folder"), (".build", "bukan folder")]
)
def test_a_file_in_the_way_is_told_before_mkdocs_starts(buku: Path, nama: str, kata: str) -> None:
    (buku / nama).write_text("x", encoding="utf-8")
    with pytest.raises(BuildFailed, match=kata):
        build_site(buku)
    assert not (buku / "mulai").exists()
    assert (buku / nama).read_text(encoding="utf-8") == "x"
