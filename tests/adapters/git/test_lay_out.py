"""What is laid out of a revision reads as its checkout does: a preview says what the merge will say."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from buku_sop.adapters.git.lay_out import lay_out
from buku_sop.adapters.git.repository import open_repository
from buku_sop.handbook import open_handbook
from tests.adapters.git.test_repository import git

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names and links of POSIX")
SOP = "nama: B\npelaksana: {s: Staf}\nlangkah:\n- {kegiatan: Menyimpan, pelaksana: s}\n"


def tulis(path: Path, isi: str | bytes = SOP) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(isi.encode() if isinstance(isi, str) else isi)
    return path


def pintas(path: Path, ke: str) -> Path:
    path.symlink_to(ke)
    return path


def ganti(path: Path, isi: Callable[[Path], object]) -> Path:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    isi(path)
    return path


USULAN: dict[str, Callable[[Path], object]] = {
    "a colon": lambda d: tulis(d / "kantor" / "a:b.yml"),
    "a backslash": lambda d: tulis(d / "kantor" / "a\\b.yml"),
    "a line end": lambda d: tulis(d / "kantor" / "a\nb.yml"),
    "in a folder of the office": lambda d: tulis(d / "kantor" / "sub" / "x.yml"),
    "a link to a file": lambda d: pintas(d / "kantor" / "pw.yml", "/etc/passwd"),
    "a link to a good SOP": lambda d: pintas(d / "kantor" / "c.yml", "a.yml"),
    "a link to an office": lambda d: pintas(d / "lain", "kantor"),
    "a link as the office's own file": lambda d: (
        tulis(d / "dua" / "b.yml"),
        pintas(d / "dua" / "instansi.yml", "../kantor/instansi.yml"),
    ),
    "a link as a logo": lambda d: (
        tulis(d / "kantor" / "instansi.yml", "nama: K\nlogo: l.png\n"),
        pintas(d / "kantor" / "l.png", "/dev/zero"),
    ),
    "an office with a text only": lambda d: tulis(d / "dua" / "x.txt", "x"),
    "a text among the SOPs": lambda d: tulis(d / "kantor" / "x.txt", "x"),
    "another ending": lambda d: tulis(d / "kantor" / "x.yaml"),
    "an ending in capitals": lambda d: tulis(d / "kantor" / "X.YML"),
    "two names that differ in a capital": lambda d: tulis(d / "kantor" / "A.yml"),
    "the words of all in an office": lambda d: tulis(d / "kantor" / "singkatan.yml", "singkatan: {}\n"),
    "everything is gone": lambda d: shutil.rmtree(d / "kantor"),
    "an office becomes a file": lambda d: ganti(d / "kantor", lambda p: tulis(p, "x")),
    "an SOP becomes a folder": lambda d: ganti(d / "kantor" / "a.yml", lambda p: tulis(p / "x.yml")),
    "the data becomes a file": lambda d: ganti(d, lambda p: tulis(p, "x")),
    "far too deep": lambda d: tulis(d / "a" / "b" / "c" / "x.yml"),
    "hidden files": lambda d: (tulis(d / "_konsep" / "x.yml"), tulis(d / "kantor" / "_x.yml")),
    "an accent of its own": lambda d: tulis(d / "kantor" / "cafe\u0301.yml"),
    "a name that is no text": lambda d: tulis(d / "kantor" / "a\udcff.yml"),
    "a huge file": lambda d: tulis(d / "kantor" / "b.yml", b"#" * 1_100_000),
    "a huge annex": lambda d: (
        tulis(d / "kantor" / "c.yml", f"{SOP}lampiran: [f.pdf]\n"),
        tulis(d / "kantor" / "f.pdf", b"%PDF-" + b"x" * 21 * 1024 * 1024),
    ),
    "an annex two folders below": lambda d: tulis(d / "kantor" / "f" / "g" / "x.pdf", b"%PDF-"),
    "a page that is called an annex": lambda d: (
        tulis(d / "kantor" / "c.yml", f"{SOP}lampiran: [f.pdf]\n"),
        tulis(d / "kantor" / "f.pdf", "<script>"),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def gudang(tmp_path_factory: pytest.TempPathFactory) -> Path:
    buku = tmp_path_factory.mktemp("gudang") / "buku"
    tulis(buku / "sop_data" / "kantor" / "instansi.yml", "nama: Kantor\n")
    tulis(buku / "sop_data" / "kantor" / "a.yml", SOP.replace("B", "A", 1))
    git(buku, "init", "-q", "-b", "main")
    git(buku, "add", "-A")
    git(buku, "commit", "-qm", "Awal")
    return buku


def kesan(data: Path) -> list[tuple[str, str]]:
    """Return what reading the data says: every finding with its place, and every SOP."""
    hasil = open_handbook(data)
    sop = [("sop", s.id) for s in hasil.handbook.sop]
    return sorted([*((d.kode, str(d.lokasi)) for d in hasil.diagnostics), *sop])


@pytest.mark.parametrize("nama", USULAN)
def test_a_proposal_reads_as_its_merge_will(gudang: Path, tmp_path: Path, nama: str) -> None:
    git(gudang, "checkout", "-q", "-f", "-B", "usulan", "main")
    git(gudang, "clean", "-qfdx")
    USULAN[nama](gudang / "sop_data")
    git(gudang, "add", "-A", "-f")
    git(gudang, "commit", "-qm", nama)
    for cabang in ("main", "usulan"):  # git removes folders that became empty
        git(gudang, "checkout", "-q", "-f", cabang)
    hasil = lay_out(open_repository(gudang), "usulan", "sop_data", tmp_path / "sop_data")
    assert hasil.tertinggal == ()
    assert kesan(tmp_path / "sop_data") == kesan(gudang / "sop_data")


def test_a_submodule_reads_as_the_empty_folder_that_a_clone_has(
    gudang: Path, tmp_path: Path
) -> None:
    git(gudang, "checkout", "-q", "-f", "-B", "usulan", "main")
    kepala = git(gudang, "rev-parse", "HEAD").strip()
    git(gudang, "update-index", "--add", "--cacheinfo", f"160000,{kepala},sop_data/modul")
    git(gudang, "commit", "-qm", "Modul")
    subprocess.run(["git", "clone", "-q", "-b", "usulan", gudang, tmp_path / "klon"], check=True)
    lay_out(open_repository(gudang), "usulan", "sop_data", tmp_path / "sop_data")
    assert kesan(tmp_path / "sop_data") == kesan(tmp_path / "klon" / "sop_data")
    assert ("SOP-B003", "sop_data/modul:1:1") in kesan(tmp_path / "sop_data")


def test_what_cannot_be_written_is_named(gudang: Path, tmp_path: Path) -> None:
    git(gudang, "checkout", "-q", "-f", "-B", "usulan", "main")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "kantor").write_text("sudah ada", encoding="utf-8")
    hasil = lay_out(open_repository(gudang), "usulan", "sop_data", tmp_path / "data")
    assert [p for p, _ in hasil.tertinggal] == [
        "sop_data/kantor/a.yml",
        "sop_data/kantor/instansi.yml",
    ]


def test_data_that_is_a_link_as_a_whole_is_not_followed(gudang: Path, tmp_path: Path) -> None:
    git(gudang, "checkout", "-q", "-f", "-B", "usulan", "main")
    shutil.move(gudang / "sop_data", gudang / "data")
    (gudang / "sop_data").symlink_to("data")
    git(gudang, "add", "-A")
    git(gudang, "commit", "-qm", "Pintasan")
    hasil = lay_out(open_repository(gudang), "usulan", "sop_data", tmp_path / "sop_data")
    assert hasil.tertinggal == (("sop_data", "seluruh data berupa pintasan atau submodul"),)
    assert not hasil.ada
    assert not (tmp_path / "sop_data").exists()
