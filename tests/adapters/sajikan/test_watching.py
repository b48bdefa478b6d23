"""What the watcher tells of, by the system's news and by looking."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.adapters.sajikan.watching import Watcher


@pytest.mark.parametrize("polling", [False, True])
def test_each_kind_of_change_is_told_and_what_editors_leave_behind_is_not(
    polling: bool, tmp_path: Path
) -> None:
    kantor = tmp_path / "kantor rekaan"
    kantor.mkdir()
    tetap, pergi = kantor / "tetap.yml", kantor / "pergi.yml"
    for path in (tetap, pergi):
        path.write_text("nama: A\n", encoding="utf-8")
    watcher = Watcher([(tmp_path, True), (tmp_path / "tiada", True)], polling=polling)
    try:
        (kantor / ".tetap.yml.swp").write_text("", encoding="utf-8")
        (kantor / "4913").write_text("", encoding="utf-8")
        (kantor / "baru.yml").write_text("nama: B\n", encoding="utf-8")
        tetap.write_text("nama: A diubah\n", encoding="utf-8")
        pergi.rename(kantor / "datang.yml")
        told: set[str] = set()
        while not told >= {"baru.yml", "tetap.yml", "pergi.yml", "datang.yml"}:
            told |= {path.name for path in watcher.wait()}
        assert told == {"baru.yml", "tetap.yml", "pergi.yml", "datang.yml"}
        tetap.read_bytes()
        (kantor / "datang.yml").unlink()
        assert {path.name for path in watcher.wait()} == {"datang.yml"}
    finally:
        watcher.stop()
