"""`sop halaman`: a real SOP and made-up ones as ready pages, built by plain Material and by Zensical, are the same."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from lxml import html  # type: ignore[import-untyped]
from playwright.sync_api import Browser, expect

from buku_sop.adapters.mkdocs.ready_pages import MARK, is_ours, ready_page, ready_path
from tests.paths import SOP_DATA
from tests.site.buku import CONTOH, dead_links, environment, make_project
from tests.site.material import serve
from tests.warm import run_module


@dataclass(frozen=True)
class Reading:
    """What a reader gets of a page, whatever the theme puts around it."""

    text: str
    links: tuple[str, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class Editions:
    ours: Path
    ready: Path
    material: Path
    zensical: Path


UNREAD = "contains(concat(' ', @class, ' '), ' sop-ubah ') or @id = '__skip' or self::script or self::style or self::template"
"""What the theme adds, and what nobody reads."""


def read(page: Path) -> Reading:
    article = html.fromstring(page.read_bytes()).find(".//article")
    assert article is not None
    for unread in article.xpath(f".//*[{UNREAD}]"):
        unread.drop_tree()
    links = (e.get("href") or e.get("src") for e in article.iter("*"))
    return Reading(
        " ".join(article.text_content().split()),
        tuple(link for link in links if link),
        tuple(e.get("id") for e in article.iter("*") if e.get("id")),
    )


def read_all(site: Path) -> dict[str, Reading]:
    found = (p for p in sorted(site.rglob("*.html")) if p.name != "404.html")
    return {p.relative_to(site).as_posix(): read(p) for p in found}


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    result = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result


KEEP = """
import sys
from pathlib import Path
from buku_sop.adapters.mkdocs.ready_pages import write_ready_pages
print(write_ready_pages(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])))
"""


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("jadi")
    selayar = {f"selayar/{p.name}": p.read_text("utf-8") for p in (SOP_DATA / "selayar").iterdir()}
    project = make_project(folder / "proyek", {**CONTOH, **selayar})
    ready, ours = folder / "jadi", folder / "kita"
    ours.mkdir()
    run(project, sys.executable, "-c", KEEP, str(project), str(ready), str(ours))
    built = run_module(
        "mkdocs", "build", "--strict", "-d", "../material", cwd=ready, env=environment()
    )
    assert built.returncode == 0, built.stderr
    run(ready, str(Path(sys.executable).with_name("zensical")), "build", "--strict")
    shutil.move(ready / "site", folder / "zensical")
    return Editions(ours, ready, folder / "material", folder / "zensical")


def test_every_page_says_and_links_the_same(editions: Editions) -> None:
    ours = read_all(editions.ours)
    assert "sop/selayar/pengukuran-kinerja/index.html" in ours
    for site in (editions.material, editions.zensical):
        theirs = read_all(site)
        assert ours.keys() == theirs.keys(), site.name
        assert [path for path in ours if ours[path] != theirs[path]] == [], site.name


def test_nothing_that_a_page_asks_for_is_missing(editions: Editions) -> None:
    assert dead_links(editions.material) == []


def test_the_settings_run_no_code(editions: Editions) -> None:
    text = (editions.ready / "mkdocs.yml").read_text(encoding="utf-8")
    settings = yaml.safe_load(text)
    assert text.startswith(MARK)
    assert settings["plugins"] == ["search"]
    assert not {"hooks", "watch"} & settings.keys()
    assert "custom_dir" not in settings["theme"]
    assert not re.search(r"\{%|\{\{", text)


@pytest.mark.parametrize("builder", ["material", "zensical"])
def test_a_browser_finds_the_search_and_the_diagram(
    editions: Editions, builder: str, browser: Browser
) -> None:
    faults: list[str] = []
    with serve(getattr(editions, builder)) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address)
        page.get_by_label("Cari di seluruh SOP").fill("nota dinas")
        expect(page.locator(".sop-hasil a").first).to_be_visible()
        page.goto(f"{address}sop/selayar/pengukuran-kinerja/#diagram")
        expect(page.locator("[data-diagram=siap] svg").first).to_be_visible()
        page.close()
    assert faults == []


def test_a_hostile_title_opens_no_element() -> None:
    page = ready_page("&lt;/title&gt;&lt;script&gt;x&lt;/script&gt; A &amp; B", {}, "<p>isi</p>")
    front = yaml.safe_load(page.split("---\n")[1])
    assert front["title"] == "‹/title›‹script›x‹/script› A &amp; B"


def test_a_page_lies_where_its_address_is() -> None:
    assert ready_path("sop/a/b.md") == "sop/a/b/index.md"
    assert ready_path("sop/index.md") == "sop/index.md"
    assert ready_path("index.md") == "index.md"


def write_foreign(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: Lain\n", encoding="utf-8")


def write_ours(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(f"{MARK}\nsite_name: Buku\n", encoding="utf-8")


def write_note(folder: Path) -> None:
    (folder / "catatan.txt").write_text("jangan hilang", encoding="utf-8")


@pytest.mark.parametrize(
    ("write", "ours"),
    [(write_foreign, False), (write_ours, True), (write_note, False), (lambda _: None, True)],
)
def test_only_a_folder_of_ours_is_written_anew(
    tmp_path: Path, write: Callable[[Path], None], ours: bool
) -> None:
    write(tmp_path)
    assert is_ours(tmp_path) is ours
    assert is_ours(tmp_path / "baru")
