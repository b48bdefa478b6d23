"""A project is written whole or not at all, and never over anything."""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path

import pytest

from buku_sop.adapters.proyek import tulis
from buku_sop.adapters.proyek.tulis import TidakKosong, tulis_proyek

ISI = {"mkdocs.yml": b"a", "sop_data/kantor/instansi.yml": b"b"}


def semua(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*")}


def test_folders_above_are_made_and_all_can_read_it(tmp_path: Path) -> None:
    tulis_proyek(tmp_path / "a" / "buku", ISI)
    assert (tmp_path / "a/buku/sop_data/kantor/instansi.yml").read_bytes() == b"b"
    assert (tmp_path / "a/buku").stat().st_mode & 0o777 == 0o777 & ~tulis._topeng()
    assert os.listdir(tmp_path / "a") == ["buku"]  # noqa: PTH208


def test_a_repository_without_files_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    tulis_proyek(tmp_path, ISI)
    assert semua(tmp_path) >= {".git", "mkdocs.yml"}


@pytest.mark.parametrize("isi", ["catatan.txt", "mkdocs.yml"])
def test_what_stands_there_is_left_alone(tmp_path: Path, isi: str) -> None:
    (tmp_path / isi).write_text("milik saya")
    with pytest.raises(TidakKosong, match=isi):
        tulis_proyek(tmp_path, ISI)
    assert semua(tmp_path) == {isi}
    with pytest.raises(TidakKosong, match="bukan folder"):
        tulis_proyek(tmp_path / isi, ISI)


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    rusak = {**ISI, "mkdocs.yml/lagi": b"c"}
    with pytest.raises(OSError, match="mkdocs"):
        tulis_proyek(tmp_path / "a" / "b" / "buku", rusak)
    assert semua(tmp_path) == set()


def test_a_failure_half_way_into_a_folder_that_was_there_takes_back_what_it_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = Path.rename

    def gagal(self: Path, tujuan: Path) -> Path:
        if self.name == "sop_data":
            raise OSError(28, "penuh")
        return asli(self, tujuan)

    tujuan = tmp_path / "buku"
    tujuan.mkdir()
    monkeypatch.setattr(Path, "rename", gagal)
    with pytest.raises(OSError, match="penuh"):
        tulis_proyek(tujuan, ISI)
    assert semua(tmp_path) == {"buku"}


def half(folder: Path) -> None:
    """Leave what a kill leaves while the project is moved into a folder that was there."""
    (folder / ".git").mkdir()
    (folder / "mkdocs.yml").write_bytes(ISI["mkdocs.yml"])
    record = {path: hashlib.sha256(isi).hexdigest() for path, isi in ISI.items()}
    (folder / ".sop-mulai").write_text(json.dumps(record), encoding="utf-8")


def test_what_a_kill_left_half_is_begun_anew(tmp_path: Path) -> None:
    half(tmp_path)
    tulis_proyek(tmp_path, {**ISI, "mkdocs.yml": b"c"})
    assert semua(tmp_path) == {".git", "mkdocs.yml", "sop_data", "sop_data/kantor", *ISI}
    assert (tmp_path / "mkdocs.yml").read_bytes() == b"c"


@pytest.mark.parametrize("milik_saya", ["mkdocs.yml", "catatan.txt", "sop_data/kantor/saya.yml"])
def test_what_people_wrote_since_a_kill_is_left_alone(tmp_path: Path, milik_saya: str) -> None:
    half(tmp_path)
    (tmp_path / milik_saya).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / milik_saya).write_text("milik saya", encoding="utf-8")
    sebelum = semua(tmp_path)
    with pytest.raises(TidakKosong, match=milik_saya.partition("/")[0]):
        tulis_proyek(tmp_path, ISI)
    assert semua(tmp_path) == sebelum
    assert (tmp_path / milik_saya).read_text(encoding="utf-8") == "milik saya"


def test_what_a_kill_left_beside_goes_with_time(tmp_path: Path) -> None:
    for nama in (".sop-mulai-lama", ".sop-mulai-kini", ".sop-lain"):
        (tmp_path / nama / "x").mkdir(parents=True)
    os.utime(tmp_path / ".sop-mulai-lama", (time.time() - 7200,) * 2)
    tulis_proyek(tmp_path / "buku", ISI)
    assert {p.name for p in tmp_path.iterdir()} == {".sop-mulai-kini", ".sop-lain", "buku"}
