"""`sop situs`: a failed build, whatever its cause, leaves the previous site as it was."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.buku import CONTOH, environment, make_project
from tests.warm import run_module


def situs(folder: Path) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", "situs", cwd=folder, env=environment())


def isi(site: Path) -> dict[str, str]:
    """Return the hash of every file of a site."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("situs"), CONTOH)
    hasil = situs(folder)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert "Situs siap: site/index.html" in hasil.stdout
    return folder


def rusak_yaml(folder: Path) -> Path:
    path = folder / "sop_data" / "kantor-contoh" / "penerimaan-tamu.yml"
    path.write_text("nama: 'Tamu\n", encoding="utf-8")
    (path.parent / "pengarsipan.yml").write_text("nmaa: Arsip\n", encoding="utf-8")
    return path.parent


def rusak_halaman(folder: Path) -> Path:
    path = folder / "docs" / "index.md"
    path.write_text("---\nrender_macros: true\n---\n{{ tidak_ada() }}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("rusak", "pesan"),
    [
        (rusak_yaml, ["penerimaan-tamu.yml:1:7: galat SOP-Y001", "pengarsipan.yml:1:1: galat SOP-S001"]),
        (rusak_halaman, ["tidak_ada"]),
    ],
)  # fmt: skip
def test_the_previous_site_stays(
    buku: Path, rusak: Callable[[Path], Path], pesan: list[str]
) -> None:
    sebelum = isi(buku / "site")
    asli = {
        p: p.read_bytes()
        for d in ("sop_data", "docs")
        for p in (buku / d).rglob("*")
        if p.is_file()
    }
    rusak(buku)
    hasil = situs(buku)
    for path, data in asli.items():
        path.write_bytes(data)
    assert hasil.returncode == 1
    assert "situs yang lama tidak diubah" in hasil.stderr
    for satu in pesan:
        assert satu in hasil.stderr
    assert "Traceback (most recent call last)" not in hasil.stderr or rusak is rusak_halaman
    assert isi(buku / "site") == sebelum
    assert not (buku / ".build" / "site-lama").exists()


def test_the_next_good_build_replaces_it(buku: Path) -> None:
    path = buku / "sop_data" / "kantor-contoh" / "penerimaan-tamu.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Penerimaan Tamu", "Tamu Baru"), "utf-8"
    )
    hasil = situs(buku)
    assert hasil.returncode == 0, hasil.stderr
    halaman = buku / "site" / "sop" / "kantor-contoh" / "penerimaan-tamu" / "index.html"
    assert "Tamu Baru" in halaman.read_text(encoding="utf-8")
