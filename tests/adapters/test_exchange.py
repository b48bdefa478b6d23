"""The exchange of a folder for its successor, where it succeeds, cannot be done, or is killed half-way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from buku_sop.adapters import exchange as modul
from buku_sop.adapters.exchange import (
    CannotExchange,
    exchange,
    link_unchanged,
    real_place,
    repair,
    successor,
)

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and modes of POSIX")


def tree(folder: Path, isi: str) -> Path:
    """Make a site whose every page says the same."""
    for nama in ("index.html", "sop/index.html", "aset/gaya.css"):
        (folder / nama).parent.mkdir(parents=True, exist_ok=True)
        (folder / nama).write_text("tetap" if "aset" in nama else isi, encoding="utf-8")
    return folder


def says(folder: Path) -> set[str]:
    return {p.read_text(encoding="utf-8") for p in folder.rglob("*.html")}


def replace(tujuan: Path, isi: str) -> None:
    """Replace a folder as a build does."""
    tempat = real_place(tujuan)
    with successor(tempat) as baru:
        tree(baru, isi)
        link_unchanged(baru, tempat)
        exchange(baru, tempat)


@pytest.fixture(params=["at once", "by two renames"])
def cara(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "by two renames":
        monkeypatch.setattr(modul, "_swap", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("cara")
def test_the_new_folder_stands_there_and_nothing_is_left_of_the_old(tmp_path: Path) -> None:
    site = tree(tmp_path / "site", "lama")
    (site / "sop" / "dicabut.html").write_text("lama", encoding="utf-8")
    replace(site, "baru")
    assert says(site) == {"baru"}
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_the_first_folder_needs_none_before(tmp_path: Path) -> None:
    replace(tmp_path / "situs" / "site", "baru")
    assert says(tmp_path / "situs" / "site") == {"baru"}


def test_a_failed_build_leaves_the_old_folder_and_nothing_else(tmp_path: Path) -> None:
    site = tree(tmp_path / "site", "lama")

    def gagal() -> None:
        with successor(real_place(site)) as baru:
            tree(baru, "baru")
            raise KeyError

    with pytest.raises(KeyError):
        gagal()
    assert says(site) == {"lama"}
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@POSIX
@pytest.mark.usefixtures("cara")
def test_a_link_to_a_web_root_stays_and_its_folder_is_replaced(tmp_path: Path) -> None:
    tree(tmp_path / "www" / "html", "lama")
    (tmp_path / "buku").mkdir()
    site = tmp_path / "buku" / "site"
    site.symlink_to("../www/html")
    for isi in ("baru", "lebih baru"):
        replace(site, isi)
        assert site.readlink() == Path("../www/html")
        assert says(tmp_path / "www" / "html") == {isi}
    assert [p.name for p in (tmp_path / "www").iterdir()] == ["html"]


@POSIX
@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="no second disk here")
def test_a_link_to_another_disk_stays_too(tmp_path: Path) -> None:
    lain = Path("/dev/shm") / f"sop-{os.getpid()}"
    try:
        tree(lain / "html", "lama")
        (tmp_path / "site").symlink_to(lain / "html")
        replace(tmp_path / "site", "baru")
        assert (tmp_path / "site").is_symlink()
        assert says(lain / "html") == {"baru"}
    finally:
        modul._remove(lain)


@POSIX
@pytest.mark.usefixtures("cara")
def test_what_an_administrator_allowed_stays_allowed(tmp_path: Path) -> None:
    site = tree(tmp_path / "site", "lama")
    site.chmod(0o750)
    replace(site, "baru")
    assert site.stat().st_mode & 0o777 == 0o750


def test_unchanged_files_stay_the_very_same_and_others_are_never_written_in_place(
    tmp_path: Path,
) -> None:
    site = tree(tmp_path / "site", "lama")
    sama = (site / "aset" / "gaya.css").stat()
    pembaca = (site / "index.html").open(encoding="utf-8")
    replace(site, "baru")
    kini = (site / "aset" / "gaya.css").stat()
    assert (kini.st_ino, kini.st_mtime_ns) == (sama.st_ino, sama.st_mtime_ns)
    with pembaca:
        assert pembaca.read() == "lama"  # whoever was reading it reads on


@POSIX
def test_nothing_is_taken_over_through_a_link(tmp_path: Path) -> None:
    luar = tree(tmp_path / "luar", "sama")
    lama, baru = tmp_path / "lama", tree(tmp_path / "baru", "sama")
    lama.mkdir()
    (lama / "index.html").symlink_to(luar / "index.html")
    (lama / "sop").symlink_to(luar / "sop")
    assert link_unchanged(baru, lama) == 0


def _file(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("catatan", encoding="utf-8")


def _nowhere(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "terlepas" / "html")


def _around(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "site")


@POSIX
@pytest.mark.parametrize(
    ("siapkan", "kata"),
    [(_file, "adalah berkas, bukan folder"), (_nowhere, "yang tidak ada"), (_around, "site")],
)
def test_what_cannot_be_replaced_is_told_and_left(
    tmp_path: Path, siapkan: object, kata: str
) -> None:
    siapkan(tmp_path)  # type: ignore[operator]
    sebelum = (tmp_path / "site").lstat()
    with pytest.raises(CannotExchange, match=kata):
        replace(tmp_path / "site", "baru")
    assert (tmp_path / "site").lstat() == sebelum
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@POSIX
def test_a_disk_that_is_mounted_there_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tree(tmp_path / "buku saya" / "site", "lama")
    mounts = tmp_path / "mountinfo"
    tempat = site.as_posix().replace(" ", "\\040")
    mounts.write_text(f"36 35 98:0 /x {tempat} rw - ext4 /dev/sdb1 rw\n", encoding="utf-8")
    monkeypatch.setattr(modul, "_MOUNTS", mounts)
    with pytest.raises(CannotExchange, match=r"dipasang \(mount\).*ln -s /srv/web/buku site"):
        real_place(site)
    assert real_place(site.parent) == site.parent


KILL = """
import json, os, shutil, sys
from pathlib import Path
from buku_sop.adapters import exchange as e
from tests.adapters.test_exchange import replace, says, tree

def die_at(n):
    left = [n]
    def counted(fn):
        def step(*args, **kwargs):
            for _ in range(2):  # before and after each step
                if left[0] == 0: os._exit(9)
                left[0] -= 1
                if _ == 0: result = fn(*args, **kwargs)
            return result
        return step
    Path.rename = counted(Path.rename)
    e._remove = counted(e._remove)
    e._swap = counted(e._swap) if sys.argv[2] == "at once" else lambda *_: False

hasil = []
for n in range(40):
    site = tree(Path(sys.argv[1]) / f"{n}" / "site", "lama")
    pid = os.fork()
    if pid == 0:
        die_at(n)
        replace(site, "baru")
        os._exit(0)
    kode = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    missing = not site.exists()
    e.repair(site)
    after = sorted(says(site)) if site.exists() else []
    replace(site, "lebih baru")
    hasil.append([kode, missing, after, sorted(says(site)), sorted(os.listdir(site.parent))])
    if kode == 0: break
print(json.dumps(hasil))
"""


@POSIX
@pytest.mark.parametrize("how", ["at once", "by two renames"])
def test_a_kill_before_or_after_any_step_leaves_a_whole_site(tmp_path: Path, how: str) -> None:
    jawab = subprocess.run(
        [sys.executable, "-c", KILL, tmp_path, how], capture_output=True, text=True, check=False
    )
    assert jawab.returncode == 0, jawab.stderr
    hasil = json.loads(jawab.stdout)
    assert [x[0] for x in hasil] == [9] * (len(hasil) - 1) + [0]
    assert len(hasil) > 4
    for _, missing, after, then, left in hasil:
        assert after in (["lama"], ["baru"])
        assert then == ["lebih baru"]
        assert left == ["site"]
        assert not (missing and how == "at once")


def test_the_site_comes_back_with_the_next_command_after_a_kill_between_two_renames(
    tmp_path: Path,
) -> None:
    (tmp_path / "sop_data").mkdir()
    tree(tmp_path / "site.sop-lama", "lama")
    tree(tmp_path / "site.sop-baru-1234", "baru")
    jawab = subprocess.run(
        [sys.executable, "-m", "buku_sop", "--folder", tmp_path, "periksa"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Situs yang lama dikembalikan" in jawab.stderr
    assert says(tmp_path / "site") == {"lama"}


def test_where_both_stand_the_site_is_the_newer(tmp_path: Path) -> None:
    site = tree(tmp_path / "site", "baru")
    tree(tmp_path / "site.sop-lama", "lama")
    assert repair(site) is False
    assert says(site) == {"baru"}
    assert [p.name for p in tmp_path.iterdir()] == ["site"]
