"""Commands that are killed at random moments: what was there before is whole, and the next run succeeds.

Every command runs for real. In `make test` MkDocs, which takes its time, is played by a program that writes as many
files as slowly; `--semua` kills the real one, too, a hundred times in all. What writes files that people keep is killed
at each of its steps by `tests/adapters/test_kills_writing.py`.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.buku import CONTOH, environment, make_project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
SIGNALS = (signal.SIGKILL, signal.SIGTERM)
TAMU = "sop_data/kantor-contoh/penerimaan-tamu.yml"
MKDOCS = """
import sys, time
from pathlib import Path
from buku_sop.adapters.mkdocs.child import end_with_parent
end_with_parent()
site = Path(sys.argv[sys.argv.index("--site-dir") + 1])
isi = Path("sop_data/kantor-contoh/penerimaan-tamu.yml").read_bytes()
for nomor in range(60):
    path = site / f"sop/{nomor}/index.html"
    path.parent.mkdir(parents=True)
    path.write_bytes(isi if nomor % 3 else b"tetap")
    time.sleep(0.004)
"""
Isi = dict[str, str]


def sidik(folder: Path, pola: str = "**/*") -> Isi:
    """Hash the files of a folder; a zipped sitemap carries the second in which it was made."""
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.glob(pola))
        if p.is_file() and not p.name.startswith((".", "sitemap"))
    }


@dataclass(frozen=True)
class Perintah:
    """A command that makes something of the data."""

    argumen: tuple[str, ...]
    hasil: Callable[[Path], Isi]
    """What it made, by name; empty where nothing is there."""
    sisa: str
    """What no run may leave behind after the next one."""


def _zip(buku: Path) -> Isi:
    path = buku / ".build" / "luring" / "buku-sop-luring.zip"
    if not path.exists():
        return {}
    with zipfile.ZipFile(path) as arsip:
        assert arsip.testzip() is None
    return sidik(path.parent, "*.zip")


PERINTAH = {
    "situs": Perintah(("situs",), lambda b: sidik(b / "site"), "site.*"),
    "luring": Perintah(("luring",), _zip, ".build/luring/*.sop-*"),
    "pdf": Perintah(
        ("pdf", "kantor-contoh/penerimaan-tamu"), lambda b: sidik(b / ".build" / "pdf", "**/*.pdf"), "site.*"
    ),
}  # fmt: skip


class Penguji:
    """Kills a command again and again, while the data changes back and forth."""

    def __init__(self, buku: Path, perintah: Perintah) -> None:
        self.buku, self.perintah = buku, perintah
        asli = (buku / TAMU).read_text(encoding="utf-8")
        self.data = (asli, asli.replace("Mencatat tamu", "Mencatat tetamu baru"))
        self.lama = time.monotonic()
        self.harus = [self.buat(data) for data in self.data]
        self.lama = (time.monotonic() - self.lama) / 2

    def jalan(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "buku_sop", *self.perintah.argumen],
            cwd=self.buku, env={**environment(), "PYTHONPATH": str(self.buku)},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip

    def buat(self, data: str) -> Isi:
        (self.buku / TAMU).write_text(data, encoding="utf-8")
        with self.jalan() as proses:
            galat = proses.communicate()[1].decode()
        assert proses.returncode == 0, galat
        return self.perintah.hasil(self.buku)

    def bunuh(self, acak: random.Random, ke: int) -> None:
        (self.buku / TAMU).write_text(self.data[ke % 2], encoding="utf-8")
        with self.jalan() as proses:
            time.sleep(acak.uniform(0, self.lama))
            if proses.poll() is None:
                tanda = acak.choice(SIGNALS)
                acak.choice((os.kill, os.killpg))(proses.pid, tanda)
        assert self.perintah.hasil(self.buku) in self.harus
        assert self.buat(self.data[ke % 2]) == self.harus[ke % 2]
        assert not list(self.buku.glob(self.perintah.sisa))


@pytest.mark.parametrize("nama", PERINTAH)
def test_a_killed_command_leaves_what_was_there_whole(
    nama: str, tmp_path: Path, semua: bool
) -> None:
    buku = make_project(tmp_path, {k: v for k, v in CONTOH.items() if "kantor-contoh" in k})
    if not semua:
        (buku / "mkdocs").mkdir()
        (buku / "mkdocs" / "__init__.py").touch()
        (buku / "mkdocs" / "__main__.py").write_text(MKDOCS, encoding="utf-8")
    penguji = Penguji(buku, PERINTAH[nama])
    assert penguji.harus[0]
    assert penguji.harus[0] != penguji.harus[1]
    acak = random.Random(nama)
    for ke in range(20 if semua else 1):
        penguji.bunuh(acak, ke)


KUSUT = "nomor:  '1'\nnama: Contoh yang ke-{n} # nama\n"
RAPI = "nama: Contoh yang ke-{n} # nama\nnomor: '1'\n"


def perintah(folder: Path, *argumen: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "buku_sop", *argumen], cwd=folder, env=environment(),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.semua
def test_killed_tidying_leaves_every_file_old_or_new(tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    acak = random.Random("rapikan")
    for _ in range(20):
        for n in range(40):
            (kantor / f"a{n}.yml").write_text(KUSUT.format(n=n), encoding="utf-8")
        with perintah(tmp_path, "rapikan") as proses:
            assert proses.stdout
            for _ in range(acak.randrange(40)):  # it says each file that it has tidied
                proses.stdout.readline()
            proses.kill()
        isi = {n: (kantor / f"a{n}.yml").read_text(encoding="utf-8") for n in range(40)}
        assert all(teks in (KUSUT.format(n=n), RAPI.format(n=n)) for n, teks in isi.items())
        with perintah(tmp_path, "rapikan") as proses:
            proses.communicate()
        assert proses.returncode == 0
        assert all(
            (kantor / f"a{n}.yml").read_text(encoding="utf-8") == RAPI.format(n=n)
            for n in range(40)
        )


@pytest.mark.semua
def test_a_killed_new_sop_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    data = tmp_path / "sop_data"
    argumen = ("baru", "--nama", "Uji Coba", "--instansi", "rekaan", "--nama-instansi", "Kantor Rekaan",
               "--pelaksana", "Staf", "--langkah", "Staf | Menyimpan arsip")  # fmt: skip

    def jalan(batas: float | None) -> tuple[int, Isi]:
        with perintah(tmp_path, *argumen) as proses:
            try:
                proses.communicate(timeout=batas)
            except subprocess.TimeoutExpired:
                proses.kill()
        return proses.returncode, sidik(data)

    data.mkdir()
    mulai = time.monotonic()
    kode, harus = jalan(None)
    lama = time.monotonic() - mulai
    assert (kode, sorted(harus)) == (0, ["rekaan/instansi.yml", "rekaan/uji-coba.yml"])
    acak = random.Random("baru")
    for _ in range(20):
        shutil.rmtree(data / "rekaan", ignore_errors=True)
        _, setelah = jalan(acak.uniform(0, lama))
        assert setelah.items() <= harus.items()
        kode, lagi = jalan(None)
        assert lagi == harus
        assert kode == (2 if "rekaan/uji-coba.yml" in setelah else 0)
