"""The flow in the step table, measured in a real Chromium: arrows meet symbols whatever the rows' heights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from buku_sop.analysis.alur.alur import susun_alur
from tests.site.alur_pages import Arrow, Measured, Rect, Symbol, build_site, measure, procedures
from tests.site.material import Visit, serve, visit

pytestmark = pytest.mark.browser

TABLES = procedures()
SELAYAR = "selayar-pengukuran-kinerja"
SCREENS = [
    pytest.param(
        width,
        {"device_scale_factor": scale},
        zoom,
        marks=[] if (width, scale) in ((800, 1), (1280, 2)) else pytest.mark.semua,
    )
    for width in (800, 1280, 1600)
    for scale, zoom in ((1, 1.0), (2, 1.25))
]
PIXEL = 1.0
"""How far an arrow may miss its symbol."""
TALLER = """() => {
  document.querySelectorAll(".sop-tabel tbody td.sop-kegiatan").forEach((cell, i) => {
    cell.style.height = `${i % 3 ? 90 + 37.3 * i : 301.7}px`
  })
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the pages; instant navigation wants to know the address when they are built."""
    folder = tmp_path_factory.mktemp("alur")
    with serve(folder / "site") as address:
        build_site(folder, TABLES, address)
        yield address


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Visit]:
    size = {"width": 1280, "height": 900}
    with visit(browser, base_url=address, viewport=size) as one:
        yield one
        assert one.complaints == []
        assert one.origins() <= {address.rstrip("/")}


@pytest.mark.parametrize(("width", "options", "zoom"), SCREENS, ids=lambda value: str(value))
def test_arrows_meet_their_symbols_and_nothing_else(
    browser: Browser, address: str, width: int, options: dict[str, int], zoom: float
) -> None:
    viewport = {"width": width, "height": 900}
    with visit(browser, base_url=address, viewport=viewport, **options) as one:
        for name, table in TABLES.items():
            one.page.goto(f"{name}/")
            one.page.evaluate("zoom => document.body.style.zoom = zoom", zoom)
            alur = susun_alur(table)
            for taller in (False, True):
                if taller:
                    before = bounds(one.page.locator(".sop-tabel"))
                    one.page.evaluate(TALLER)
                    after = bounds(one.page.locator(".sop-tabel"))
                    assert after.bottom - after.top > before.bottom - before.top + 100
                found = measure(one.page)
                assert len(found.symbols) == len(alur.simpul)
                assert sorted((a.source, a.target) for a in found.arrows) == sorted(
                    (p.dari, p.ke) for p in alur.panah
                )
                labels = " ".join(p.label for p in alur.panah if p.label).split()
                assert sorted(" ".join(text for text, _ in found.labels).split()) == sorted(labels)
                assert faults(found) == [], f"{name} at {width}, zoom {zoom}, taller: {taller}"


def bounds(one: Locator) -> Rect:
    """Return where an element is."""
    box = one.bounding_box()
    assert box is not None
    return Rect(box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])


def faults(found: Measured) -> list[str]:
    """Say what is wrong in a table."""
    return [
        *(f"arrow {a.source}-{a.target}: {w}" for a in found.arrows for w in _arrow(found, a)),
        *_ties(found),
        *_through_symbols(found),
        *_outside(found),
        *_labels(found),
    ]


def _arrow(found: Measured, arrow: Arrow) -> Iterator[str]:
    miss = abs(found.symbols[arrow.target].distance(*arrow.tip))
    if miss > PIXEL:
        yield f"the tip misses the symbol by {miss:.2f} px"
    start = min(_reach(found.symbols[arrow.source], piece) for piece in arrow.pieces)
    if start > PIXEL:
        yield f"the line starts {start:.2f} px from its symbol"
    parts = len(_joined(arrow.pieces))
    if parts > 1:
        yield f"it is in {parts} parts"


def _reach(symbol: Symbol, piece: Rect) -> float:
    """How far the nearest end of a piece lies from a symbol's outline."""
    (x, y) = piece.centre
    ends = [(piece.left, y), (piece.right, y), (x, piece.top), (x, piece.bottom)]
    return min(abs(symbol.distance(*end)) for end in ends)


def _joined(pieces: tuple[Rect, ...]) -> list[set[int]]:
    """Group pieces that touch."""
    groups: list[set[int]] = []
    for i, piece in enumerate(pieces):
        touching = [g for g in groups if any(piece.gap(pieces[j]) <= PIXEL for j in g)]
        groups = [g for g in groups if g not in touching] + [{i}.union(*touching)]
    return groups


def _ties(found: Measured) -> Iterator[str]:
    for group in _joined(found.ties):
        for side, end in (("left", min), ("right", max)):
            piece = end((found.ties[i] for i in group), key=lambda p: p.centre[0])
            if min(_reach(s, piece) for s in found.symbols.values()) > PIXEL:
                yield f"a tie hangs loose on the {side}"


def _through_symbols(found: Measured) -> Iterator[str]:
    """Find lines and heads that enter a symbol further than its outline."""
    for piece in found.lines():
        for number, symbol in found.symbols.items():
            if piece.gap(symbol.rect) > -2 * PIXEL:
                continue
            x, y = piece.centre
            (cx, cy) = symbol.rect.centre
            near_x = min(max(cx, piece.left), piece.right)
            near_y = min(max(cy, piece.top), piece.bottom)
            tall = piece.bottom - piece.top > piece.right - piece.left
            depth = symbol.distance(*((x, near_y) if tall else (near_x, y)))
            if depth < -2 * PIXEL:
                yield f"a line goes {-depth:.1f} px into symbol {number}"


def _outside(found: Measured) -> Iterator[str]:
    pieces = [*found.lines(), *(s.rect for s in found.symbols.values())]
    for rect in (*pieces, *(rect for _, rect in found.labels)):
        area = found.lanes
        over = max(
            area.left - rect.left, rect.right - area.right,
            area.top - rect.top, rect.bottom - area.bottom,
        )  # fmt: skip
        if over > PIXEL:
            yield f"a piece lies {over:.1f} px outside of the lanes: {rect}"


def _labels(found: Measured) -> Iterator[str]:
    """Find labels that meet lines, symbols or each other; letters do not fill their line's height."""
    tight = [
        (text, Rect(r.left, r.top + 0.15 * (r.bottom - r.top), r.right, r.bottom - 0.1 * (r.bottom - r.top)))
        for text, r in found.labels
    ]  # fmt: skip
    for text, rect in tight:
        if any(rect.gap(line) < 0 for line in found.lines()):
            yield f"label {text} lies on a line"
        for symbol in found.symbols.values():
            inside = any(symbol.distance(*corner) < 0 for corner in rect.corners())
            if inside or (symbol.kind != "belah_ketupat" and rect.gap(symbol.rect) < 0):
                yield f"label {text} lies on a symbol"
    for (one, a), (other, b) in combinations(tight, 2):
        if a.gap(b) < 0:
            yield f"labels {one} and {other} overlap"


def lit(table: Locator) -> set[str]:
    """Return the arrows that are shown."""
    ids: list[str] = table.locator(".sop-ujung.sop-nyala").evaluate_all(
        "heads => heads.map(head => head.dataset.p)"
    )
    return set(ids)


def rows(page: Page, name: str) -> list[str]:
    ids: list[str] = page.locator(f"tr.{name}").evaluate_all("rows => rows.map(row => row.id)")
    return ids


class TestPointingAtAStep:
    def test_shows_its_arrows_and_its_neighbours(self, seen: Visit) -> None:
        page = seen.page
        page.goto(f"{SELAYAR}/")
        table = page.locator(".sop-tabel")
        alur = susun_alur(TABLES[SELAYAR])
        expected = {
            str(i)
            for i, p in enumerate(alur.panah)
            if 7 in (alur.simpul[p.dari].langkah, alur.simpul[p.ke].langkah)
        }
        page.locator("#langkah-8 td.sop-kegiatan").hover()
        expect(page.locator("#langkah-8")).to_have_class(re.compile("sop-kini"))
        assert lit(table) == expected
        expect(table).to_have_attribute("data-nyala", "")
        assert rows(page, "sop-sebelum") == ["langkah-7"]
        assert rows(page, "sop-sesudah") == ["langkah-7", "langkah-9"]
        page.locator("h1").hover()
        expect(page.locator("#langkah-8")).not_to_have_class(re.compile("sop-kini"))
        expect(table).not_to_have_attribute("data-nyala", "")
        assert lit(table) == set()

    def test_the_keyboard_does_the_same(self, seen: Visit) -> None:
        page = seen.page
        page.goto(f"{SELAYAR}/")
        page.locator("#langkah-2 .sop-no a").focus()
        assert rows(page, "sop-kini") == ["langkah-2"]
        assert rows(page, "sop-sesudah") == ["langkah-3"]
        page.keyboard.press("Tab")
        assert rows(page, "sop-kini") != ["langkah-2"]


class TestChoosingARole:
    def test_the_other_lanes_step_back(self, seen: Visit) -> None:
        page = seen.page
        page.goto(f"{SELAYAR}/")
        button = page.get_by_role("button", name="Sekretaris")
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
        mine = page.locator('td.sop-lane[data-label="Sekretaris"] .sop-lambang')
        other = page.locator('td.sop-lane[data-label="STAF"] .sop-lambang')
        assert mine.first.evaluate("e => getComputedStyle(e).opacity") == "1"
        assert float(other.first.evaluate("e => getComputedStyle(e).opacity")) < 0.5
        alur = susun_alur(TABLES[SELAYAR])
        lane = [p.label for p in TABLES[SELAYAR].pelaksana].index("Sekretaris")
        related = {
            str(i)
            for i, p in enumerate(alur.panah)
            if lane in (alur.simpul[p.dari].lane, alur.simpul[p.ke].lane)
        }
        bright: list[str] = mine.first.evaluate(
            """symbol => [...document.querySelectorAll(".sop-ujung")].filter(head =>
              getComputedStyle(head).backgroundColor === getComputedStyle(symbol).borderTopColor
            ).map(head => head.dataset.p)"""
        )
        assert set(bright) == related
        page.keyboard.press("Escape")
        expect(button).to_have_attribute("aria-pressed", "false")
        assert other.first.evaluate("e => getComputedStyle(e).opacity") == "1"

    def test_the_roles_are_one_stop_for_the_tab_key(self, seen: Visit) -> None:
        page = seen.page
        page.goto(f"{SELAYAR}/")
        expect(page.locator('.sop-tabel thead [tabindex="0"]')).to_have_count(1)
        page.locator('.sop-tabel thead [tabindex="0"]').focus()
        page.keyboard.press("End")
        expect(page.get_by_role("button", name="STAF")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator(".sop-tabel tbody :focus")).to_have_count(1)

    def test_one_role_at_a_time_and_a_second_click_ends_it(self, seen: Visit) -> None:
        page = seen.page
        page.goto(f"{SELAYAR}/")
        first, second = (page.get_by_role("button", name=n) for n in ("Sekretaris", "STAF"))
        first.click()
        second.click()
        expect(first).to_have_attribute("aria-pressed", "false")
        expect(second).to_have_attribute("aria-pressed", "true")
        second.click()
        expect(page.locator(".sop-tabel")).not_to_have_class(re.compile("sop-tabel--lajur"))

    def test_works_after_instant_navigation_and_keeps_the_link_to_the_role(
        self, seen: Visit
    ) -> None:
        page = seen.page
        page.goto("./", wait_until="networkidle")
        page.evaluate("window.sameDocument = true")
        page.get_by_role("article").get_by_role("link", name=SELAYAR).click()
        button = page.get_by_role("button", name="Kepala SKPD")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(page.get_by_role("link", name="Halaman pelaksana Kepala SKPD")).to_be_visible()
        assert page.evaluate("window.sameDocument") is True


class TestReading:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_is_accessible_in_both_palettes(
        self, browser: Browser, address: str, scheme: str
    ) -> None:
        with visit(browser, base_url=address, color_scheme=scheme) as one:
            one.page.goto("semua/")
            found = Axe().run(one.page, context=".sop-muat")
            assert found.violations_count == 0, found.generate_report()

    def test_lines_and_symbols_stand_out_in_both_palettes(
        self, browser: Browser, address: str
    ) -> None:
        for scheme in ("light", "dark"):
            with visit(browser, base_url=address, color_scheme=scheme) as one:
                one.page.goto("semua/")
                line, symbol, ground = one.page.evaluate(
                    """() => [[".sop-v", "borderLeftColor"], [".sop-lambang--kotak", "borderTopColor"],
                      ["td.sop-lane", "backgroundColor"]].map(([one, what]) =>
                        getComputedStyle(document.querySelector(one))[what])"""
                )
                assert contrast(line, ground) >= 4.5
                assert contrast(symbol, ground) >= 4.5

    def test_a_screen_reader_hears_the_flow_once(self, seen: Visit) -> None:
        seen.page.goto(f"{SELAYAR}/")
        row = seen.page.locator("#langkah-8")
        name = "Keputusan oleh Sekretaris; Setuju ke langkah 9; Tidak setuju kembali ke langkah 7"
        expect(row.get_by_role("img", name=name, exact=True)).to_be_visible()
        lane = row.locator('td.sop-lane[data-label="Sekretaris"]').aria_snapshot()
        assert [line.split('"')[0].strip() for line in lane.splitlines()] == ["- cell", "- img"]

    def test_without_javascript_the_drawing_is_the_same(
        self, browser: Browser, address: str
    ) -> None:
        with visit(browser, base_url=address, java_script_enabled=True) as one:
            one.page.route("**/*.js", lambda route: route.abort())
            one.page.goto("semua/")
            assert one.page.locator(".sop-lajur").count() == 0
            assert faults(measure(one.page)) == []

    def test_hostile_words_stay_words(self, seen: Visit) -> None:
        seen.page.goto("semua/")
        assert (
            seen.page.locator(".sop-tabel :is(td, th) > b, .sop-label i, .sop-tabel dan").count()
            == 0
        )
        expect(seen.page.locator(".sop-label bdi").filter(has_text="Lengkap")).to_have_text(
            "<i>Lengkap</i>"
        )


class TestSmallScreens:
    def test_a_table_that_does_not_fit_is_cards_and_one_that_does_keeps_its_head(
        self, seen: Visit
    ) -> None:
        page = seen.page
        page.set_viewport_size({"width": 900, "height": 700})
        page.goto("acak-4/")
        expect(page.locator("thead")).to_be_hidden()
        page.set_viewport_size({"width": 1600, "height": 500})
        page.goto(f"{SELAYAR}/")
        page.locator("#langkah-9").scroll_into_view_if_needed()
        head, header = bounds(page.locator("thead")), bounds(page.locator(".md-header"))
        assert abs(head.top - header.bottom) <= 2

    def test_a_phone_gets_cards_with_the_flow_in_words(self, seen: Visit) -> None:
        page = seen.page
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(f"{SELAYAR}/")
        card = page.locator("#langkah-8")
        expect(card.locator(".sop-keluar")).to_be_visible()
        assert page.locator(":is(.sop-v, .sop-h, .sop-ujung, .sop-label):visible").count() == 0
        symbol, whole = bounds(card.locator(".sop-lambang")), bounds(card)
        assert symbol.right - symbol.left < 60
        assert symbol.left >= whole.left
        assert symbol.bottom <= whole.bottom
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_paper_is_landscape_with_the_drawing_and_a_head_on_each_page(
    seen: Visit, tmp_path: Path
) -> None:
    page = seen.page
    page.goto("acak-1/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1031, "height": 700})
    assert faults(measure(page)) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = {
        tuple(map(float, box)) for box in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    }
    assert {(round(w), round(h)) for w, h in sizes} == {(842, 595)}


def contrast(one: str, other: str) -> float:
    """Contrast of two CSS colours, as WCAG defines it."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(part) / 255 for part in re.findall(r"\d+", colour)[:3])
    linear = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
