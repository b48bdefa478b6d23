"""Clones, machines and permissions of all kinds: the commands work there, or say what is wrong and how to mend it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from buku_sop.adapters.git.repository import history_obstacle
from buku_sop.adapters.source_lines import source_lines
from buku_sop.diagnostics import Tingkat
from buku_sop.handbook import open_handbook
from buku_sop.views.dasar.diagnostik import tulis_teks
from tests.adapters.git.test_repository import git
from tests.paths import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions and owners of POSIX")
SOP = (
    "nama: B\npelaksana: {s: Staf}\nlangkah:\n- {kegiatan: Menyimpan, pelaksana: s, waktu: 1 jam}\n"
)
HARMLESS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search",
            "--inh-caps=-dac_override,-dac_read_search")  # fmt: skip
"""What takes from root the right to open everything."""


def sop(folder: Path, *argumen: str, **variabel: str) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody for whom permissions hold."""
    awal = HARMLESS if os.geteuid() == 0 else ()
    if awal and not shutil.which(awal[0]):
        pytest.skip("root is stopped by no permission here, and there is no setpriv")
    env = {k: v for k, v in os.environ.items() if k != "HOME" and not k.startswith(("SOP_", "LC_"))}
    return subprocess.run(
        [*awal, sys.executable, "-B", "-m", "buku_sop", *argumen],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**env, "PYTHONPATH": str(ROOT), "LANG": "C", **variabel},
    )  # fmt: skip


@pytest.fixture
def buku(tmp_path: Path) -> Iterator[Path]:
    """Return a handbook of two offices with two revisions, in a folder that no shell likes."""
    buku = tmp_path / "buku saya é"
    for kantor in ("rekaan", "lain"):
        (buku / "sop_data" / kantor).mkdir(parents=True)
        (buku / "sop_data" / kantor / "instansi.yml").write_text(
            "nama: Kantor é\n", encoding="utf-8"
        )
        (buku / "sop_data" / kantor / "b.yml").write_text(SOP, encoding="utf-8")
    git(buku, "init", "-q", "-b", "main")
    for isi in (SOP, SOP.replace("1 jam", "2 jam")):
        (buku / "sop_data" / "rekaan" / "b.yml").write_text(isi, encoding="utf-8")
        git(buku, "add", "-A")
        git(buku, "commit", "-qm", "x")
    yield buku
    for folder, _, _ in os.walk(tmp_path):
        Path(folder).chmod(0o755)


def klon(buku: Path, jenis: str) -> Path:
    ke = buku.parent / f"klon {jenis}"
    match jenis:
        case "detached":
            git(buku.parent, "clone", "-q", str(buku), str(ke))
            git(ke, "checkout", "-q", "--detach")
        case "worktree":
            git(buku, "worktree", "add", "-q", "-b", "kerja", str(ke))
        case "shallow":
            git(buku.parent, "clone", "-q", "--depth", "1", buku.as_uri(), str(ke))
    return ke


@pytest.mark.parametrize("jenis", ["detached", "worktree"])
def test_every_kind_of_clone_is_compared_and_tidied(buku: Path, jenis: str) -> None:
    ke = klon(buku, jenis)
    beda = sop(ke, "beda", "HEAD~1")
    assert (beda.returncode, beda.stderr) == (0, "")
    assert "2 jam" in beda.stdout
    assert sop(ke, "rapikan").returncode == 0


def test_a_shallow_clone_says_how_the_rest_is_had(buku: Path) -> None:
    jawab = sop(klon(buku, "shallow"), "beda", "HEAD~1")
    assert jawab.returncode == 2
    assert "klon dangkal ini dengan `git fetch --unshallow`" in jawab.stderr


def test_a_clone_of_another_owner_says_what_is_missing_and_why(
    buku: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert history_obstacle(buku) == ""
    assert history_obstacle(buku.parent) == ""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    jalan = f"git config --global --add safe.directory '{buku.resolve().as_posix()}'"
    assert history_obstacle(buku).endswith(jalan)
    beda = sop(buku, "beda", "HEAD~1")
    assert beda.returncode == 2
    assert jalan in beda.stderr


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="only root can give a clone to somebody else",
)
def test_a_clone_that_belongs_to_somebody_else_is_read_all_the_same(buku: Path) -> None:
    for path in [buku, *buku.rglob("*")]:
        os.chown(path, 65534, 65534)
    periksa = sop(buku, "periksa", GIT_CONFIG_GLOBAL=os.devnull)
    assert "2 SOP diperiksa: 0 galat" in periksa.stdout
    beda = sop(buku, "beda", "HEAD~1", GIT_CONFIG_GLOBAL=os.devnull)
    assert beda.returncode == 2
    assert f"git config --global --add safe.directory '{buku.resolve().as_posix()}'" in beda.stderr


def test_a_clone_on_a_machine_without_git_says_so(
    buku: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert history_obstacle(buku) == "Program git tidak ditemukan. Pasang git, lalu coba lagi."
    assert history_obstacle(buku.parent) == ""


def test_a_read_only_project_is_checked_and_nothing_is_pretended(buku: Path) -> None:
    for path in [buku, *buku.rglob("*")]:
        if ".git" not in path.parts:
            path.chmod(path.stat().st_mode & 0o555)
    periksa = sop(buku, "periksa")
    assert "2 SOP diperiksa: 0 galat" in periksa.stdout
    rapikan = sop(buku, "rapikan")
    assert rapikan.returncode == 1
    assert "b.yml: tidak dirapikan; tidak diizinkan." in rapikan.stderr
    situs = sop(buku, "situs")
    assert situs.returncode == 1
    assert "Folder .build tidak dapat dibuat (tidak diizinkan)" in situs.stderr
    assert "situs yang lama tidak diubah" in situs.stderr
    baru = (
        "--nama",
        "Uji",
        "--instansi",
        "x",
        "--nama-instansi",
        "X",
        "--pelaksana",
        "s",
        "--langkah",
        "s | x",
    )
    assert "tidak dapat ditulis: tidak diizinkan." in sop(buku, "baru", *baru).stderr


@pytest.mark.parametrize(
    ("tempat", "mode", "kata", "terbaca"),
    [
        ("rekaan/b.yml", 0o000, "Berkas ini tidak dapat dibaca: tidak diizinkan.", 2),
        ("rekaan", 0o000, "folder ini tidak dapat dibuka (tidak diizinkan)", 1),
        ("rekaan", 0o444, "folder ini tidak dapat dibuka (tidak diizinkan)", 1),
        ("", 0o000, "folder ini tidak dapat dibuka (tidak diizinkan)", 0),
    ],
)
def test_what_cannot_be_read_is_named_and_hides_nothing_else(
    buku: Path, tempat: str, mode: int, kata: str, terbaca: int
) -> None:
    path = buku / "sop_data" / tempat
    path.chmod(mode)
    periksa = sop(buku, "periksa")
    assert periksa.returncode == 1
    nama = path.relative_to(buku).as_posix()
    assert f"{nama}:1:1: galat SOP-B006" in periksa.stdout
    assert kata in periksa.stdout
    assert f"{terbaca} SOP diperiksa: 1 galat" in periksa.stdout
    if tempat == "rekaan" and not mode:
        rapikan = sop(buku, "rapikan", "--periksa")
        assert rapikan.returncode == 1
        assert f"{nama}: folder ini tidak dapat dibuka (tidak diizinkan)." in rapikan.stderr


def test_a_file_that_changes_after_it_was_read_breaks_no_report(buku: Path) -> None:
    path = buku / "sop_data" / "rekaan" / "b.yml"
    hasil = open_handbook(buku / "sop_data")
    for isi in ("", "nama: x\n"):
        path.write_text(isi, encoding="utf-8")
        assert "sop_data/rekaan/b.yml" in tulis_teks(hasil.diagnostics, source_lines(buku))
    path.unlink()
    assert "sop_data/rekaan/b.yml" in tulis_teks(hasil.diagnostics, source_lines(buku))


def restless(path: Path, berhenti: threading.Event) -> None:
    """Write a file in every way in which editors and people do, as fast as it goes."""
    lain = path.with_suffix(".lain")
    while not berhenti.is_set():
        for isi in (SOP, SOP * 400, "nama: [", "", "\x00", "nama: C\n"):
            with path.open("w", encoding="utf-8") as berkas:  # in place, and in two halves
                berkas.write(isi[: len(isi) // 2])
                berkas.flush()
                berkas.write(isi[len(isi) // 2 :])
        lain.write_text(SOP, encoding="utf-8")
        lain.replace(path)
        path.unlink()
        for buat in (os.mkfifo, Path.mkdir, lambda p: p.symlink_to("b.yml")):
            buat(path)
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def test_files_that_change_while_they_are_read_break_nothing(buku: Path) -> None:
    data, berhenti = buku / "sop_data", threading.Event()
    with ThreadPoolExecutor() as benang:
        tugas = [
            benang.submit(restless, data / "rekaan" / nama, berhenti)
            for nama in ("b.yml", "instansi.yml", "kebutuhan.yml")
        ]
        try:
            hasil = [open_handbook(data) for _ in range(60)]
            kata = [tulis_teks(h.diagnostics, source_lines(buku)) for h in hasil]
        finally:
            berhenti.set()
    assert [t.exception() for t in tugas] == [None] * 3
    for satu in hasil:
        assert "lain/b" in {s.id for s in satu.handbook.sop}
        galat = {d.lokasi.berkas for d in satu.diagnostics if d.tingkat is Tingkat.GALAT}
        assert all(berkas.startswith("sop_data/rekaan") for berkas in galat)
    assert len(set(kata)) > 3, "what was read did change"
