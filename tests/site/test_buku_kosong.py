"""A handbook that has only begun, and tests that hold whatever a fork keeps in `sop_data/`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT, TESTS
from tests.site.buku import KANTOR, Elements, build, dead_links, make_project

READS_HANDBOOK = {"paths.py", "test_seeds.py", "loading/test_skema.py", "site/buku.py"}
"""What may know the repository's own handbook: each of them bears that it holds something else."""
PARTS = (
    "tests/test_seeds.py", "tests/loading/test_skema.py", "tests/views/banding", "tests/diagnostics/test_cases.py",
    "tests/site/test_build.py", "tests/site/test_sajikan_sama.py", "tests/dev/test_dev_pages.py", "tests/ci/test_berkas_ci.py",
)  # fmt: skip
"""A part of the tests that reads the samples in every way: as data, as a handbook, as a site with its sheets."""


def test_a_handbook_without_sops_says_how_to_begin(tmp_path: Path) -> None:
    project = make_project(tmp_path, {})
    result = build(project)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    site = project / "site"
    assert dead_links(site) == []
    home = Elements((site / "index.html").read_text(encoding="utf-8"))
    text = " ".join("".join(home.text).split())
    assert "Buku ini belum memuat SOP" in text
    assert "sop baru" in text
    assert "menanyakan instansi, nama SOP" in text
    assert not re.search(r"\b0 (SOP|instansi)|Saya adalah|Perlu ditinjau", text)


def test_only_what_bears_other_sops_reads_the_handbook_of_the_repository() -> None:
    own = re.compile(r"\bHANDBOOK\b|\bROOT\s*/\s*[\"']sop_data")
    found = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        if own.search(path.read_text(encoding="utf-8")) and path != Path(__file__)
    }
    assert found == READS_HANDBOOK


@pytest.mark.semua
@pytest.mark.parametrize(
    ("gone", "data"),
    [("[!.]*", {}), ("*", {}), ("[!.]*", {"kantor-lain/instansi.yml": KANTOR})],
    ids=["sop_data/* removed", "sop_data/ emptied, of its schemas too", "another office"],
)
def test_a_fork_with_other_sops_passes(tmp_path: Path, gone: str, data: dict[str, str]) -> None:
    fork = tmp_path / "fork"
    shutil.copytree(ROOT, fork, ignore=_made)
    (fork / "node_modules").symlink_to(ROOT / "node_modules")
    for path in (fork / "sop_data").glob(gone):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, text in data.items():
        (fork / "sop_data" / name).parent.mkdir(parents=True)
        (fork / "sop_data" / name).write_text(text, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *PARTS],
        cwd=fork, env={**os.environ, "PYTHONPATH": str(fork)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout[-4000:]


def _made(folder: str, names: list[str]) -> set[str]:
    """Leave out what is made; `site/` at the top alone, for tests have a folder of that name."""
    anywhere = shutil.ignore_patterns(
        ".git", ".venv", "node_modules", ".build", ".*_cache", "__pycache__"
    )
    return {*anywhere(folder, names), *({"site"} if Path(folder) == ROOT else ())}
