"""Arriving at a step: its row stands whole under the header, also on a slow device, and stays there."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.site.buku import build_once
from tests.site.material import Visit, serve, visit

pytestmark = pytest.mark.browser

LAYAR: dict[str, ViewportSize] = {
    "phone": {"width": 360, "height": 740},
    "desktop": {"width": 1280, "height": 800},
}
LAMBAT = 4
"""How many times slower than this machine the device is."""
SEPERTI_BIASA = {("phone", True), ("desktop", False)}
"""Of which kinds every run makes one visit: each screen and each way once; --semua makes all of `BANYAK`."""
BANYAK = 200

LETAK = """() => {
  const goal = document.querySelector(":target")
  if (!goal) return null
  const { top, bottom } = goal.getBoundingClientRect()
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom
  const head = goal.closest("table")?.tHead
  const fixed = head && getComputedStyle(head).position === "sticky" ? head.offsetHeight : 0
  return { id: goal.id, above: header + fixed - top, below: bottom - innerHeight, height: bottom - top }
}"""
"""By how much of the row more than nothing is covered above and below."""
IKUTI = """href => {
  const link = Object.assign(document.createElement("a"), { href, textContent: "hasil" })
  document.querySelector(".md-content").prepend(link)
  link.click()
}"""
"""Follow a link as one follows a result of the search."""


@dataclass(frozen=True, slots=True)
class Kunjungan:
    """A way to a step."""

    alamat: str
    layar: str
    langsung: bool
    """Whether the address is opened anew, or a link is followed from another page."""


@pytest.fixture(scope="module")
def situs(bersama: Path) -> Iterator[tuple[Path, str]]:
    """Serve the handbook as it is."""
    site = build_once(bersama).site
    with serve(site) as address:
        yield site, address


def kunjungan(site: Path) -> list[Kunjungan]:
    """Name 200 ways to steps of the handbook, the same each time."""
    acak = random.Random(12)
    langkah = [
        f"{p.parent.relative_to(site).as_posix()}/#{id}"
        for p in sorted(site.glob("sop/*/*/index.html"))
        for id in re.findall(r'<tr[^>]* id="((?:prosedur-\d+-)?langkah-\d+)"', p.read_text("utf-8"))
    ]
    assert len(langkah) > 30
    return [
        Kunjungan(acak.choice(langkah), acak.choice(list(LAYAR)), acak.random() < 0.5)
        for _ in range(BANYAK)
    ]


def slow(page: Page) -> None:
    """Slow the processor of a page down."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": LAMBAT})


def arrive(one: Visit, address: str, k: Kunjungan) -> dict[str, float] | None:
    """Make a visit, let the page come to rest, and return where the row stands."""
    page = one.page
    page.set_viewport_size(LAYAR[k.layar])
    if k.langsung:
        page.goto("about:blank")
        page.goto(address + k.alamat)
    else:
        page.goto(f"{address}panduan/")
        page.evaluate(IKUTI, address + k.alamat)
        page.wait_for_url(address + k.alamat)
    page.wait_for_function("document.querySelector(':target')")
    one.settle()
    page.wait_for_timeout(400)
    letak: dict[str, float] | None = page.evaluate(LETAK)
    return letak


def whole(letak: dict[str, float] | None, tinggi: int) -> bool:
    """Whether nothing of a row is covered; of one that is higher than the window, its beginning."""
    return (
        letak is not None
        and letak["above"] <= 1
        and (letak["below"] <= 1 or letak["height"] > tinggi - 200)
    )


def test_a_step_that_is_linked_stands_whole_under_the_header(
    situs: tuple[Path, str], browser: Browser, request: pytest.FixtureRequest
) -> None:
    site, address = situs
    semua = kunjungan(site)
    if not request.config.getoption("--semua"):
        semua = [
            next(k for k in semua if (k.layar, k.langsung) == j) for j in sorted(SEPERTI_BIASA)
        ]
    meleset = []
    with visit(browser) as one:
        slow(one.page)
        for k in semua:
            letak = arrive(one, address, k)
            if not whole(letak, LAYAR[k.layar]["height"]):
                meleset.append((k, letak))
    assert meleset == []


def test_a_page_that_grows_above_keeps_the_step_until_the_reader_moves(
    situs: tuple[Path, str], browser: Browser
) -> None:
    site, address = situs
    with visit(browser) as one:
        page = one.page
        k = Kunjungan(kunjungan(site)[0].alamat, "phone", langsung=True)
        assert whole(arrive(one, address, k), 740)
        page.wait_for_timeout(3000)  # what comes in later than a page usually settles
        page.add_style_tag(content="html { overflow-anchor: none }")
        grow = "document.querySelector('.md-content').style.paddingTop = '{}px'"
        page.evaluate(grow.format(900))
        page.wait_for_timeout(300)
        assert whole(page.evaluate(LETAK), 740)
        page.mouse.wheel(0, 1500)
        page.wait_for_timeout(300)
        di = page.evaluate("scrollY")
        page.evaluate(grow.format(1000))
        page.wait_for_timeout(300)
        assert page.evaluate("scrollY") == di


def test_the_words_that_a_page_was_found_by_are_marked_where_they_stand_alone(
    situs: tuple[Path, str], browser: Browser
) -> None:
    _, address = situs
    with visit(browser, viewport=LAYAR["desktop"]) as one:
        page = one.page
        page.add_init_script("""new MutationObserver(() =>
          document.querySelector("form[name=search]")?.removeAttribute("name")
        ).observe(document, { childList: true, subtree: true })""")
        page.goto(f"{address}panduan/mencari/?h=SOP+ari+tombol%3Cimg%3E")
        page.wait_for_function("document.querySelector('article mark')")
        marks = {t.lower() for t in page.locator("article mark").all_inner_texts()}
        assert marks == {"sop", "tombol"}  # "mencari" is another word than "ari"
        assert one.complaints == []


def test_links_within_a_page_leave_what_was_opened_as_it_is(
    situs: tuple[Path, str], browser: Browser
) -> None:
    _, address = situs
    with visit(browser, viewport=LAYAR["phone"]) as one:
        page = one.page
        page.goto(f"{address}panduan/mencetak/")
        one.settle()
        page.evaluate("document.querySelector('article').dataset.dibuka = 'ya'")
        page.evaluate("""() => {
          const goal = [...document.querySelectorAll("article h2[id]")].at(-1)
          const link = Object.assign(document.createElement("a"), { href: `#${goal.id}`, textContent: "ke sana" })
          document.querySelector("article").prepend(link)
          link.click()
        }""")
        page.wait_for_function("document.querySelector('h2:target')")
        one.settle()
        assert whole(page.evaluate(LETAK), 740)
        assert page.evaluate("document.querySelector('article').dataset.dibuka") == "ya"
        page.go_back()
        page.wait_for_function("scrollY < 50")
        assert page.evaluate("document.querySelector('article').dataset.dibuka") == "ya"
