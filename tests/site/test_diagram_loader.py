"""Diagrams in the page: real MkDocs, our copy of Mermaid, real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.paths import ROOT
from tests.site.material import Visit, build, serve, visit

pytestmark = pytest.mark.browser

SMALL = """swimlane-beta TB
  accTitle: Penerimaan Tamu
  accDescr: Diagram alir 3 langkah.
  s1("1.#160;Menerima tamu")
  s2{"2.#160;Lengkap#63;"}
  s3("3.#160;Selesai")
  subgraph L1["Staf"]
    s1
    s3
  end
  subgraph L2["Kepala<br/>Kantor"]
    s2
  end
  s1 --> s2
  s2 -->|"Ya"| s3
  s2 -.->|"Tidak"| s1
  click s1 href "#langkah-1"
  click s2 href "#langkah-2"
  click s3 href "#langkah-3"
  classDef ujung rx:40px,ry:40px
  class s1,s3 ujung
"""
LANES = range(1, 9)
WIDE = "\n".join(
    [
        "swimlane-beta TB",
        *(f'  s{i}["{i}.#160;Langkah ke {i}"]' for i in LANES),
        *(f'  subgraph L{i}["Pelaksana {i}"]\n    s{i}\n  end' for i in LANES),
        *(f"  s{i} --> s{i + 1}" for i in LANES[:-1]),
    ]
)
HOSTILE = "bukan diagram &lt;img src=x: onerror=window.kena=1&gt;"
SPACE = '<div style="height: 4000px"></div>'
TABLE = "\n".join(
    ["<table><tbody>"]
    + [f'<tr id="langkah-{i}"><td>Baris {i}</td></tr>' for i in range(1, 4)]
    + ["</tbody></table>"]
)


def page_text(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", *parts]) + "\n"


def diagram(source: str) -> str:
    return f'<div class="mermaid">{source}</div>'


PAGES = {
    "index.md": page_text("Beranda", "[Tamu](tamu.md)"),
    "tamu.md": page_text("Tamu", diagram(SMALL), SPACE, TABLE, SPACE),
    "jauh.md": page_text("Jauh", SPACE, diagram(SMALL)),
    "lebar.md": page_text("Lebar", diagram(WIDE)),
    "lain.md": page_text("Lain", diagram("flowchart TB\n  a([A]) --> b{B}"), diagram(SMALL)),
    "rusak.md": page_text(
        "Rusak", diagram("swimlane-beta TB\n  s1["), diagram(HOSTILE), diagram(SMALL)
    ),
}
PALETTE = [
    {"scheme": scheme, "toggle": {"icon": "material/weather-night", "name": scheme}}
    for scheme in ("default", "slate")
]
CONFIG: dict[str, Any] = {
    "theme": {"features": ["navigation.instant"], "palette": PALETTE},
    "extra_css": ["assets/stylesheets/diagram.css"],
    "extra_javascript": ["assets/javascripts/diagram.js", "assets/javascripts/sampai.js"],
    "plugins": [],
}
HOOK = f"""
from pathlib import Path
from buku_sop.adapters.mkdocs.bundles import bundle_assets
def on_files(files, config):
    bundle_assets(files, config, Path({str(ROOT)!r}))
    return files
"""
MAIN = """{% block styles %}{% endblock %}{# Material's own are in the bundle #}
{% block extrahead %}<script>addEventListener("popstate",e=>window.sopMundur?.(e))</script>{% endblock %}
"""
"""As in our base.html: else Material fetches a page again at a link within it, and its diagram is drawn anew."""
DRAWN = "[data-diagram=siap] svg"
UNDER_HEADER = """id => {
  const { top, bottom } = document.getElementById(id).getBoundingClientRect()
  return top >= document.querySelector(".md-header").getBoundingClientRect().bottom && bottom <= innerHeight
}"""
BOTH = """async source => {
  const drawings = []
  for (const draw of [sopDiagram, sopBagan]) {
    const holder = document.createElement("div")
    document.querySelector(".md-content").append(holder)
    await draw(holder, source)
    drawings.push(holder.querySelector("svg").outerHTML.replaceAll(/sop-diagram-[0-9]+/g, "id"))
    holder.remove()
  }
  return drawings
}"""
CONTRASTS = """() => {
  const channel = value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  const luminance = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(part => channel(part / 255))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (high + 0.05) / (low + 0.05)
  }
  const style = selector => getComputedStyle(document.querySelector(`.mermaid ${selector}`))
  const lane = style(".swimlane-body").fill
  const line = style(".flowchart-link").stroke
  return {
    kapsul: contrast(style(".ujung .nodeLabel p").color, style(".ujung .label-container").fill),
    keputusan: contrast(style(".node .nodeLabel p").color, style("polygon.label-container").fill),
    cabang: contrast(style(".edgeLabel p").color, style(".edgeLabel p").backgroundColor),
    pelaksana: contrast(style(".swimlane-label p").color, style(".swimlane-title").fill),
    garis: contrast(line, lane) * 1.5,
    panah: contrast(style(".arrowMarkerPath").fill, lane) * 1.5,
  }
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the pages; instant navigation wants to know the address when they are built."""
    folder = tmp_path_factory.mktemp("diagram")
    with serve(folder / "site") as address:
        build(folder, PAGES, config={**CONFIG, "site_url": address}, hook=HOOK, main=MAIN)
        yield address


@pytest.fixture
def opened(address: str, browser: Browser) -> Iterator[Visit]:
    """Open a page that is to ask no other host for anything."""
    with visit(browser, viewport={"width": 1280, "height": 800}) as one:
        yield one
        assert one.origins() == {address.rstrip("/")}


def library_requests(one: Visit) -> list[str]:
    return [url for url in one.requests if re.search(r"/(diagram|bagan)\.\w+\.js$", url)]


def target(page: Page) -> str | None:
    found: str | None = page.evaluate("document.querySelector(':target')?.id ?? null")
    return found


class TestLoading:
    def test_a_page_without_diagram_loads_no_library(self, opened: Visit, address: str) -> None:
        opened.page.goto(address, wait_until="networkidle")
        assert library_requests(opened) == []

    def test_the_library_comes_when_a_diagram_comes_near(self, opened: Visit, address: str) -> None:
        opened.page.goto(f"{address}jauh/", wait_until="networkidle")
        assert library_requests(opened) == []
        opened.page.locator(".mermaid").scroll_into_view_if_needed()
        expect(opened.page.locator(DRAWN)).to_be_visible()
        assert opened.complaints == []

    def test_one_small_file_draws_swimlanes_and_a_large_one_other_kinds(
        self, opened: Visit, address: str
    ) -> None:
        opened.page.goto(f"{address}tamu/")
        expect(opened.page.locator(DRAWN)).to_be_visible()
        (small,) = library_requests(opened)
        assert "/diagram." in small
        opened.page.goto(f"{address}lain/")
        expect(opened.page.locator(DRAWN)).to_have_count(2)
        assert sum("/bagan." in url for url in library_requests(opened)) == 1
        assert opened.complaints == []

    def test_instant_navigation_draws_too(self, opened: Visit, address: str) -> None:
        opened.page.goto(address, wait_until="networkidle")
        opened.page.evaluate("window.sama = true")
        opened.page.locator(".md-content a", has_text="Tamu").click()
        expect(opened.page.locator(DRAWN)).to_be_visible()
        opened.page.locator(f"{DRAWN} a").nth(1).click()
        expect(opened.page).to_have_url(f"{address}tamu/#langkah-2")
        expect(opened.page.locator(":target")).to_have_id("langkah-2")
        assert opened.page.evaluate("window.sama")

    def test_the_small_mermaid_draws_what_the_whole_one_draws(
        self, opened: Visit, address: str
    ) -> None:
        opened.page.goto(f"{address}lain/")
        expect(opened.page.locator(DRAWN)).to_have_count(2)
        small, whole = opened.page.evaluate(BOTH, SMALL)
        assert small.count("<path") > 5
        assert small == whole


class TestTheDrawing:
    def test_it_says_what_it_is(self, opened: Visit, address: str) -> None:
        opened.page.goto(f"{address}tamu/")
        drawing = opened.page.locator(DRAWN)
        expect(drawing).to_have_attribute("aria-roledescription", "diagram alir")
        expect(drawing).to_have_accessible_name("Penerimaan Tamu")
        expect(drawing).to_have_accessible_description("Diagram alir 3 langkah.")

    def test_lane_titles_keep_their_line_breaks(self, opened: Visit, address: str) -> None:
        opened.page.goto(f"{address}tamu/")
        lanes = opened.page.locator(f"{DRAWN} .swimlane-label p")
        expect(lanes).to_have_text(["Kepala\nKantor", "Staf"], use_inner_text=True)

    def test_a_symbol_leads_to_its_row_by_keyboard(self, opened: Visit, address: str) -> None:
        opened.page.goto(f"{address}tamu/")
        links = opened.page.locator(f"{DRAWN} a")
        expect(links).to_have_count(3)
        links.nth(0).focus()
        opened.page.keyboard.press("Tab")
        expect(links.nth(1)).to_be_focused()
        opened.page.keyboard.press("Enter")
        expect(opened.page).to_have_url(f"{address}tamu/#langkah-2")
        expect(opened.page.locator(":target")).to_have_id("langkah-2")
        opened.page.wait_for_function(UNDER_HEADER, arg="langkah-2")
        opened.settle()
        assert opened.page.evaluate(UNDER_HEADER, "langkah-2")
        assert opened.requests.count(f"{address}tamu/") == 1

    @pytest.mark.parametrize("scheme", ["default", "slate"])
    def test_text_and_lines_have_contrast(self, opened: Visit, address: str, scheme: str) -> None:
        opened.page.goto(f"{address}tamu/")
        expect(opened.page.locator(DRAWN)).to_be_visible()
        opened.page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
        contrasts: dict[str, float] = opened.page.evaluate(CONTRASTS)
        assert {name for name, value in contrasts.items() if value < 4.5} == set()

    def test_a_change_of_palette_recolours_it(self, opened: Visit, address: str) -> None:
        opened.page.goto(f"{address}tamu/")
        symbol = opened.page.locator(f"{DRAWN} polygon.label-container")
        expect(symbol).to_have_css("fill", "rgb(253, 241, 211)")
        opened.page.locator("label[for=__palette_1]").click()
        expect(symbol).to_have_css("fill", "rgb(74, 61, 23)")

    def test_it_prints_in_light_colours(self, opened: Visit, address: str) -> None:
        opened.page.goto(f"{address}tamu/")
        symbol = opened.page.locator(f"{DRAWN} polygon.label-container")
        expect(symbol).to_be_visible()
        opened.page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
        opened.page.emulate_media(media="print")
        expect(symbol).to_have_css("fill", "rgb(255, 255, 255)")
        expect(opened.page.locator(f"{DRAWN} .swimlane-body").first).to_have_css(
            "fill", "rgb(255, 255, 255)"
        )

    def test_less_motion_means_no_animation_of_the_row(self, opened: Visit, address: str) -> None:
        row = opened.page.locator("#langkah-2")
        opened.page.emulate_media(reduced_motion="no-preference")
        opened.page.goto(f"{address}tamu/#langkah-2")
        expect(row).to_have_css("animation-name", "langkah-ditunjuk")
        opened.page.emulate_media(reduced_motion="reduce")
        expect(row).to_have_css("animation-name", "none")
        expect(row).to_have_css("outline-style", "solid")


class TestAWideDrawing:
    def test_scrolls_in_a_region_of_its_own(self, opened: Visit, address: str) -> None:
        opened.page.goto(f"{address}lebar/")
        region = opened.page.get_by_role("region", name="Diagram alir (dapat digeser)")
        region.focus()
        opened.page.keyboard.press("ArrowRight")
        opened.page.wait_for_function(
            "document.querySelector('.sop-diagram__gulir').scrollLeft > 0"
        )
        assert opened.page.evaluate("document.body.scrollWidth <= window.innerWidth")

    def test_can_be_seen_as_a_whole_and_large_again(self, opened: Visit, address: str) -> None:
        opened.page.goto(f"{address}lebar/")
        fits = (
            "(v => v.scrollWidth <= v.clientWidth)(document.querySelector('.sop-diagram__gulir'))"
        )
        opened.page.get_by_role("button", name="Lihat seluruhnya").click()
        assert opened.page.evaluate(fits)
        expect(opened.page.get_by_role("region", name="Diagram alir")).to_have_count(0)
        opened.page.get_by_role("button", name="Perbesar").click()
        assert not opened.page.evaluate(fits)

    def test_a_drawing_with_room_has_no_controls(self, opened: Visit, address: str) -> None:
        opened.page.goto(f"{address}tamu/")
        expect(opened.page.locator(DRAWN)).to_be_visible()
        expect(opened.page.locator(".sop-diagram__alat")).to_be_hidden()
        opened.page.set_viewport_size({"width": 320, "height": 640})
        expect(opened.page.locator(".sop-diagram__alat")).to_be_visible()


class TestWhatCannotBeDrawn:
    def test_stays_readable_and_harms_no_other(self, opened: Visit, address: str) -> None:
        opened.page.goto(f"{address}rusak/")
        expect(opened.page.locator(DRAWN)).to_be_visible()
        sources = opened.page.locator("[data-diagram=gagal] pre")
        expect(sources).to_have_text(
            ["swimlane-beta TB s1[", "bukan diagram <img src=x: onerror=window.kena=1>"]
        )
        expect(opened.page.locator(".sop-diagram__pesan").first).to_contain_text(
            "tidak dapat digambar"
        )
        assert opened.page.evaluate("window.kena ?? null") is None
        assert len(opened.complaints) == 1

    def test_without_the_library_every_source_is_shown(self, opened: Visit, address: str) -> None:
        opened.page.route(re.compile(r"/(diagram|bagan)\."), lambda route: route.abort())
        opened.page.goto(f"{address}rusak/")
        expect(opened.page.locator("[data-diagram=gagal] pre")).to_have_count(3)
        ours = [text for text in opened.complaints if text.startswith("Diagram:")]
        assert len(ours) == 1


def test_the_offline_edition_draws_too(tmp_path: Path, browser: Browser) -> None:
    site = build(
        tmp_path, PAGES, config={**CONFIG, "use_directory_urls": False}, hook=HOOK, main=MAIN
    )
    with visit(browser) as one:
        one.page.goto((site / "tamu.html").as_uri())
        expect(one.page.locator(DRAWN)).to_be_visible()
        assert one.complaints == []
        assert one.origins() == {"file://"}
