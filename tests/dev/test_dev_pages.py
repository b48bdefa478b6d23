"""The pages for engineers are current, and name only what there is."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.dev.tree import PAGES, pages
from tests.paths import ROOT, SOP_DATA

HERE = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md")
ALL = [*sorted(PAGES.rglob("*.md")), *(ROOT / name for name in HERE)]
LINK = re.compile(r"\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
CODE = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
TOP = {p.name for p in ROOT.iterdir()} - {"site", "node_modules"}
MADE = {".build", ".venv", "site", "node_modules"}
"""What is there only once something has been built."""


def anchors(page: Path) -> set[str]:
    """Name the headings of a page as forges do."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", t.lower()).replace(" ", "-") for t in titles}


def dead_links(page: Path) -> list[str]:
    dead = []
    for link in (a or b for a, b in LINK.findall(page.read_text(encoding="utf-8"))):
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if not target.exists() or (parts.fragment and parts.fragment not in anchors(target)):
            dead.append(link)
    return dead


def missing_paths(page: Path) -> list[str]:
    """List the paths between backticks that begin at the project's root and lead nowhere.

    What the pages say of `sop_data/` holds of the samples: a fork may keep other files there, or none.
    """
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    missing = []
    for name in CODE.findall(text):
        if not re.fullmatch(r"[\w.-]+(/[\w.-]+)*/?", name) or "/" not in name:
            continue
        top = name.split("/")[0]
        near = SOP_DATA.parent if top == SOP_DATA.name else ROOT
        if top in TOP - MADE and not any((p / name).exists() for p in (near, ROOT)):
            missing.append(name)
    return missing


@pytest.mark.parametrize("page", ALL, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_and_path_leads_somewhere(page: Path) -> None:
    assert dead_links(page) == []
    assert missing_paths(page) == []


def test_a_dead_link_and_a_lost_path_are_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Here\n[a](#here) [b](#there) [c](page.md#here) [d](gone.md) [e](https://example.org/gone)\n"
        "`buku_sop/gone.py` `buku_sop/handbook.py` `sop periksa` `<instansi>/<slug>`\n",
        encoding="utf-8",
    )
    assert dead_links(page) == ["#there", "gone.md"]
    assert missing_paths(page) == ["buku_sop/gone.py"]


def test_the_tree_is_that_of_the_code() -> None:
    stale = [p.name for p, text in pages().items() if p.read_text(encoding="utf-8") != text]
    assert stale == [], "write them again: python -m tests.dev.tree"


def test_every_page_is_reached_from_the_index() -> None:
    reached: set[Path] = set()
    todo = [PAGES / "README.md"]
    while todo:
        page = todo.pop()
        reached.add(page)
        links = (a for a, _ in LINK.findall(page.read_text(encoding="utf-8")))
        targets = {(page.parent / urlsplit(a).path).resolve() for a in links if "://" not in a}
        todo += [
            t for t in targets if t.suffix == ".md" and PAGES in t.parents and t not in reached
        ]
    assert sorted(PAGES.rglob("*.md")) == sorted(reached)
