"""What a build says while it runs, and when it fails. MkDocs is played by a small program."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.adapters.kemajuan import Kabar
from buku_sop.adapters.mkdocs.child import BuildFailed, run_mkdocs

MKDOCS = """
import sys
from buku_sop.adapters.kemajuan import Kabar, Penghitung, lapor_induk
print("kata di keluaran")
print('@kemajuan-0 {"tahap": "dipalsukan"}', file=sys.stderr)
hitung = Penghitung(2, lapor_induk())
for nama in ("satu", "dua"):
    hitung.satu("Membuat halaman", nama)
    print(f"galat di {nama}\\n  baris kedua", file=sys.stderr)
print("tanpa akhir baris", end="", file=sys.stderr)
sys.exit(int(sys.argv[-1].endswith("gagal")))
"""


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs").mkdir()
    (tmp_path / "mkdocs" / "__init__.py").touch()
    (tmp_path / "mkdocs" / "__main__.py").write_text(MKDOCS, encoding="utf-8")
    return tmp_path


def test_a_build_tells_how_far_it_is(buku: Path) -> None:
    kabar: list[Kabar] = []
    run_mkdocs(buku, buku / "baik", {}, kabar.append)
    assert kabar == [
        Kabar("Membuat halaman", 1, 2, "satu"),
        Kabar("Membuat halaman", 2, 2, "dua"),
    ]


def test_a_failed_build_says_all_that_it_said_and_nothing_of_its_progress(buku: Path) -> None:
    with pytest.raises(BuildFailed) as gagal:
        run_mkdocs(buku, buku / "gagal", {})
    assert str(gagal.value).splitlines() == [
        "kata di keluaran",
        '@kemajuan-0 {"tahap": "dipalsukan"}',
        "galat di satu",
        "  baris kedua",
        "galat di dua",
        "  baris kedua",
        "tanpa akhir baris",
        "MkDocs berhenti dengan galat.",
    ]
