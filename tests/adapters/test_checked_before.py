"""What a check found is told again without looking, and only as long as looking would find the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from buku_sop.adapters.cli.selection import select
from buku_sop.adapters.kept import KEEP_NOTHING
from buku_sop.diagnostics import Diagnostic

SOP = """nama: Menata Arsip Rekaan
nomor: 1/REKAAN/2026
pelaksana: {arsiparis: Arsiparis}
langkah:
  - {kegiatan: Menata arsip, pelaksana: arsiparis, waktu: 10 menit, output: Arsip}
"""
FILES = {
    "mkdocs.yml": 'site_name: Buku Rekaan\nplugins: [{buku-sop: {warna: {utama: !ENV [SOP_UJI, ""]}}}]\n',
    "sop_data/kantor-rekaan/instansi.yml": "nama: Kantor Rekaan\n",
    "sop_data/kantor-rekaan/arsip.yml": SOP,
    "sop_data/kantor-rekaan/panduan.pdf": "%PDF",
}
Change = Callable[[Path, pytest.MonkeyPatch], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def findings(root: Path) -> list[Diagnostic]:
    (all_of_it,) = select(root / "sop_data", ())
    return list(all_of_it.temuan)


def write(name: str, text: str) -> Change:
    def change(root: Path, _: pytest.MonkeyPatch) -> None:
        (root / name).write_text(text, encoding="utf-8")

    return change


def empty_folder(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "sop_data" / "kantor-kosong").mkdir()


def gone(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "sop_data" / "kantor-rekaan" / "instansi.yml").unlink()


def link(root: Path, _: pytest.MonkeyPatch) -> None:
    """Put a link to the same text in the place of a file."""
    _link(root, root / "sop_data" / "kantor-rekaan" / "arsip.yml")


def folder_link(root: Path, _: pytest.MonkeyPatch) -> None:
    _link(root, root / "sop_data" / "kantor-rekaan")


def _link(root: Path, path: Path) -> None:
    (root / ".lain").mkdir()
    path.rename(root / ".lain" / path.name)
    path.symlink_to(root / ".lain" / path.name)


def variable(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("SOP_UJI", "bukan warna")


CHANGES: dict[str, Change] = {
    "an SOP": write("sop_data/kantor-rekaan/arsip.yml", SOP + "lain: 1\n"),
    "a second SOP": write("sop_data/kantor-rekaan/lagi.yml", SOP),
    "another annex": write("sop_data/kantor-rekaan/lampiran.pdf", "%PDF"),
    "no office": gone,
    "an empty folder": empty_folder,
    "a link": link,
    "a link to a folder": folder_link,
    "the settings": write("mkdocs.yml", "plugins: [{buku-sop: {apa: 1}}]\n"),
    "a variable": variable,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_is_looked_at_again(
    root: Path, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = findings(root)
    assert findings(root) == before
    change(root, monkeypatch)
    after = findings(root)
    monkeypatch.setenv(KEEP_NOTHING, "1")
    assert after == findings(root) != before


def test_one_that_knows_all_loads_no_model(root: Path) -> None:
    findings(root)
    look = (
        "import sys; from buku_sop.adapters.cli.selection import select; from pathlib import Path\n"
        "print(len(select(Path('sop_data'), ())[0].temuan), 'buku_sop.model' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", look], cwd=root, env=os.environ, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.split() == [str(len(findings(root))), "False"]
