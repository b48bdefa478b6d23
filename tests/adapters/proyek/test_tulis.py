"""A project is written whole or not at all, and never over anything."""

from __future__ import annotations

import os
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
