"""What a page weighs beside plain Material, and that nothing lies in the site that no page asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.weight import Weight, plain, weigh
from tests.site.buku import CONTOH, FORGE, build_once
from tests.site.material import serve, visit

PAGE = "sop/kantor-contoh/penerimaan-tamu/"
MOST = 1.3
SEARCH = re.compile(r"search/.*|assets/javascripts/cari(\W.*)?")
"""The engine of the search and its index, which have bounds of their own (benchmarks/search)."""
LICENCE = re.compile(r"LICENSES?(\.txt)?")


@pytest.fixture(scope="module")
def contoh(bersama: Path) -> Path:
    """Build a made-up handbook of three SOPs."""
    return build_once(bersama, CONTOH, SOP_REPO_URL=FORGE).site


@pytest.fixture(scope="module")
def weight(contoh: Path, browser: Browser) -> Weight:
    asked = weigh(browser, contoh, PAGE).files
    return Weight(tuple(one for one in asked if not SEARCH.fullmatch(one[0])))


@pytest.mark.browser
def test_the_page_of_an_sop_weighs_little_more_than_its_text_in_plain_material(
    contoh: Path, weight: Weight, browser: Browser
) -> None:
    with plain(contoh, PAGE) as site:
        floor = weigh(browser, site, PAGE)
    assert floor.requests >= 5
    assert weight.size <= MOST * floor.size, (weight, floor)


@pytest.mark.browser
def test_a_page_asks_for_one_stylesheet_and_two_scripts(weight: Weight) -> None:
    kinds = [Path(path).suffix for path, _ in weight.files]
    assert (kinds.count(".css"), kinds.count(".js")) == (1, 2)


def test_every_stylesheet_and_script_is_asked_for_by_something(contoh: Path) -> None:
    asking = [p for p in contoh.rglob("*") if p.suffix in {".html", ".css", ".js", ".webmanifest"}]
    texts = "\n".join(p.read_text(encoding="utf-8") for p in asking)
    found = [p for name in ("assets", "aset") for p in (contoh / name).rglob("*") if p.is_file()]
    assert len(found) > 8
    assert [
        p.relative_to(contoh).as_posix()
        for p in found
        if p.name not in texts and not LICENCE.fullmatch(p.name) and p.parent.name != "cari"
    ] == []


@pytest.mark.browser
def test_colours_and_the_stylesheet_are_settled_before_materials_script_runs(
    contoh: Path, browser: Browser
) -> None:
    """What it changes of them later has the whole page styled once more."""
    with (
        serve(contoh) as address,
        visit(browser, base_url=address, color_scheme="dark") as one,
    ):
        one.page.route(re.compile(r"/bundle\."), lambda route: route.abort())
        one.page.goto(PAGE)
        assert one.page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        href = one.page.locator("link[rel=stylesheet]").get_attribute("href") or ""
        assert href.startswith(address)
        assert one.page.locator(".sop-warna label:visible").count() == 1
