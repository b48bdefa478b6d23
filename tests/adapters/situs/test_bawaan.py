"""Hand-written pages: those that the package brings, and where all of them stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files, get_files

from buku_sop.adapters.situs.bawaan import PANDUAN, URUTAN, bring_pages, is_brought, written_pages
from tests.paths import ROOT

GUIDES = sorted((ROOT / "docs" / PANDUAN).glob("*.md"))


def brought(folder: Path, *own: str) -> Files:
    """Return the pages of an office that has written `own`, with what the package brings."""
    for name in own or ("tentang.md",):
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / name).write_text("# Sendiri\n", encoding="utf-8")
    config = load_config(None, docs_dir=str(folder / "docs"), site_name="Buku", plugins=[])
    config.plugins._current_plugin = "uji"
    files = get_files(config)
    bring_pages(files, config)
    return files


def test_every_guide_has_its_place() -> None:
    assert {name for _, name in URUTAN} == {p.name for p in GUIDES}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda p: p.stem)
def test_a_guide_that_shows_macros_runs_none(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert not ("{{" in text or "{%" in text) or text.startswith("---\nrender_macros: false\n---\n")


def test_without_nav_all_pages_are_listed_own_before_guides(tmp_path: Path) -> None:
    files = brought(tmp_path, "tentang.md", "aturan/cuti.md", "panduan/kantor.md")
    nav = written_pages(files, None)
    assert nav[0] == {"Beranda": "index.md"}
    assert nav[1:3] == ["tentang.md", {"Aturan": ["aturan/cuti.md"]}]
    (guides,) = nav[3].values()
    assert guides[0] == "panduan/index.md"
    assert guides[-1] == "panduan/kantor.md"


def test_what_the_office_has_written_is_not_brought(tmp_path: Path) -> None:
    files = brought(tmp_path, "index.md", "panduan/membaca.md")
    own = {f.src_uri for f in files if not is_brought(f)}
    assert own == {"index.md", "panduan/membaca.md"}
    assert files.get_file_from_path("panduan/index.md")


@pytest.mark.parametrize(
    ("nav", "listed"),
    [
        ([{"Depan": "index.md"}, "tentang.md"], True),
        (["index.md", {"Bantuan": [{"Cara": "panduan/membaca.md"}]}], False),
    ],
)
def test_guides_join_a_nav_that_names_none_of_them(
    tmp_path: Path, nav: list[Any], listed: bool
) -> None:
    files = brought(tmp_path)
    written = written_pages(files, nav)
    assert written[: len(nav)] == nav
    assert (len(written) > len(nav)) is listed
    omitted = [f for f in files.documentation_pages() if f.inclusion.value < 0]
    assert bool(omitted) is not listed, "what nobody names is no warning"
