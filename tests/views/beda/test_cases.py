"""Golden cases: two versions of files, and exactly what a person is shown of their difference.

Each `tests/cases/beda/*.yml` holds `tujuan` (what the case is for), `semula` and `sekarang` (files below
`sop_data/`), and what comes out: `teks` and `markdown`. Run pytest with PERBARUI=1 in the environment to write
the present output into the cases, and then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from buku_sop.adapters.git.repository import open_repository
from buku_sop.adapters.git.two_revisions import KERJA, compare_revisions
from buku_sop.views.beda.markdown import tulis_markdown
from buku_sop.views.beda.susun import tampilkan
from buku_sop.views.beda.teks import tulis_teks
from tests.adapters.git.test_repository import git
from tests.paths import CASES

KASUS = sorted((CASES / "beda").glob("*.yml"))


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, so that a case reads like a screen."""


def _block(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _block)


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = folder / "sop_data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("path", KASUS, ids=lambda p: p.stem)
def test_what_a_person_is_shown(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, case["semula"])
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Semula")
    for name in case["semula"]:
        (tmp_path / "sop_data" / name).unlink()
    write(tmp_path, case["sekarang"])
    repo = open_repository(tmp_path)
    hasil = compare_revisions(repo, repo.commit("main"), KERJA, "sop_data")
    buku = tampilkan(
        hasil.beda, "main", "usulan", hasil.revisi, hasil.galat_sebelum, hasil.galat_sesudah
    )
    told = {"teks": tulis_teks(buku), "markdown": tulis_markdown(buku)}
    told = {k: "\n".join(b.rstrip() for b in v.split("\n")) for k, v in told.items()}
    if os.environ.get("PERBARUI"):
        case |= told
        text = yaml.dump(case, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(text, encoding="utf-8")
    assert case["tujuan"]
    assert told == {k: case.get(k) for k in told}
