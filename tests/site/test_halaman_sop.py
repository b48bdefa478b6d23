"""The page of an SOP as an employee and a reviewer read it: what stands first, what is folded, which marks show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from buku_sop.handbook import open_handbook
from tests.paths import SOP_DATA
from tests.site.accessibility import faults, palettes
from tests.site.buku import build_once
from tests.site.material import serve, visit

pytestmark = pytest.mark.browser

HASIL = open_handbook(SOP_DATA)
SOP = [s.id for s in HASIL.handbook.sop]
SELAYAR, WAY_KANAN = "sop/selayar/pengukuran-kinerja/", "sop/way-kanan/pengukuran-kinerja/"
PONSEL, KOMPUTER = (360, 740), (1280, 900)
TANDA = "Tampilkan tanda penelaah"


@pytest.fixture(scope="module")
def alamat(bersama: Path) -> Iterator[str]:
    with serve(build_once(bersama).site) as address:
        yield address


@pytest.mark.parametrize(("layar", "batas"), [(PONSEL, 1.2), (KOMPUTER, 1)])
def test_the_first_step_stands_near_the_top(
    browser: Browser, alamat: str, layar: tuple[int, int], batas: float
) -> None:
    """On a phone its words begin within 1.2 screens, on a desktop they end within the first."""
    ujung = "bottom" if batas == 1 else "top"
    with visit(browser, base_url=alamat, viewport=_layar(layar)) as one:
        letak = {}
        for id in SOP:
            one.page.goto(f"sop/{id}/")
            one.page.evaluate("document.fonts.ready.then(() => null)")
            kegiatan = one.page.locator("#langkah-1 .sop-kegiatan")
            letak[id] = kegiatan.evaluate(f"e => e.getBoundingClientRect().{ujung} / innerHeight")
        assert {id: n for id, n in letak.items() if n > batas} == {}


def test_all_jumps_are_in_sight_in_two_lines_and_the_diagram_opens_by_its_own(
    browser: Browser, alamat: str
) -> None:
    with visit(browser, base_url=alamat, viewport=_layar(PONSEL)) as one:
        _lompat(one.page)
        assert one.complaints == []


def _lompat(page: Page) -> None:
    page.goto(SELAYAR)
    lompat = page.get_by_role("navigation", name="Bagian halaman ini")
    kotak = [one.bounding_box() for one in lompat.get_by_role("link").all()]
    assert len({k["y"] for k in kotak if k}) <= 2
    assert max(k["x"] + k["width"] for k in kotak if k) <= PONSEL[0]
    assert min(k["height"] for k in kotak if k) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= PONSEL[0]
    lompat.get_by_role("link", name="Diagram").click()
    expect(page.get_by_role("heading", name="Diagram alir")).to_be_in_viewport()
    expect(page.locator("div.mermaid svg").first).to_be_visible()


def test_a_window_that_grows_shows_the_diagram_and_the_keyboard_has_a_way_to_the_steps(
    browser: Browser, alamat: str
) -> None:
    with visit(browser, base_url=alamat, viewport=_layar(PONSEL)) as one:
        one.page.goto(SELAYAR)
        expect(one.page.locator("details[data-lipat=diagram]")).not_to_have_attribute("open", "")
        one.page.set_viewport_size(_layar(KOMPUTER))
        expect(one.page.locator("details[data-lipat=diagram]")).to_have_attribute("open", "")
        lewati = one.page.get_by_role("link", name="Lewati ke langkah")
        lewati.focus()
        expect(lewati).to_be_in_viewport()
        lewati.press("Enter")
        expect(one.page.locator("#langkah")).to_be_in_viewport()


def test_without_script_nothing_speaks_of_a_diagram(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat, java_script_enabled=False) as one:
        one.page.goto(SELAYAR)
        expect(one.page.get_by_text("diagram", exact=False).locator("visible=true")).to_have_count(
            0
        )
        expect(one.page.get_by_role("link", name="Riwayat").first).to_be_visible()


def _layar(ukuran: tuple[int, int]) -> ViewportSize:
    return {"width": ukuran[0], "height": ukuran[1]}


def _terlihat(page: Page) -> int:
    return page.locator(".sop-halaman .sop-tanda").locator("visible=true").count()


@pytest.mark.parametrize("ukuran", [PONSEL, KOMPUTER])
def test_reviewers_switch_their_marks_on_and_the_browser_remembers(
    browser: Browser, alamat: str, ukuran: tuple[int, int], semua: bool
) -> None:
    sop = HASIL.handbook.cari_sop("selayar/pengukuran-kinerja")
    assert sop is not None
    ragu = len(sop.perlu_konfirmasi) + sum(
        len(x.perlu_konfirmasi) for p in sop.prosedur for x in p.langkah
    )
    with visit(browser, base_url=alamat, viewport=_layar(ukuran), reduced_motion="reduce") as one:
        page = one.page
        page.goto(SELAYAR)
        tombol, daftar = page.get_by_role("button", name=TANDA), page.locator("#konfirmasi-1")
        expect(page.locator(".sop-singkat")).to_contain_text(f"{ragu} isian belum dikonfirmasi")
        expect(tombol).to_have_attribute("aria-pressed", "false")
        assert _terlihat(page) == 0
        expect(daftar).to_be_hidden()
        tombol.press("Enter")
        expect(tombol).to_have_attribute("aria-pressed", "true")
        assert _terlihat(page) >= ragu - 1  # a kop has no place on the page
        expect(daftar).to_be_visible()
        assert faults(page, palettes(ukuran[0], semua)) == ""
        page.locator(".md-path").get_by_role("link", name="SOP", exact=True).click()
        page.locator('article a[href$="way-kanan/pengukuran-kinerja/"]').first.click()
        expect(page.get_by_role("button", name=TANDA)).to_have_attribute("aria-pressed", "true")
        assert _terlihat(page) > 0
        page.reload()
        page.get_by_role("button", name=TANDA).click()
        assert _terlihat(page) == 0
        expect(page.locator("#konfirmasi-1")).to_be_hidden()
        page.reload()
        assert _terlihat(page) == 0
        assert one.complaints == []


def test_the_wish_is_known_before_the_page_is_painted(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat) as one:
        one.page.add_init_script(
            "localStorage.setItem('sop-penelaah', 'ya')\n"
            "new MutationObserver((_, o) => { if (document.body) { o.disconnect()\n"
            "  window.awal = document.documentElement.className } })"
            ".observe(document, {childList: true, subtree: true})"
        )
        one.page.goto(SELAYAR)
        assert "sop-penelaah" in one.page.evaluate("awal")


def test_a_link_to_a_doubt_opens_the_list_and_without_script_it_is_a_touch_away(
    browser: Browser, alamat: str
) -> None:
    with visit(browser, base_url=alamat) as one:
        one.page.goto(f"{WAY_KANAN}#konfirmasi")
        expect(one.page.locator("#konfirmasi-1")).to_be_visible()
    with visit(browser, base_url=alamat, java_script_enabled=False) as one:
        one.page.goto(WAY_KANAN)
        assert _terlihat(one.page) == 0
        expect(one.page.get_by_role("button", name=TANDA)).to_be_hidden()
        one.page.locator(".sop-singkat").get_by_role("link").click()
        one.page.get_by_role("group").get_by_text("isian belum dikonfirmasi").click()
        expect(one.page.locator("#konfirmasi-1")).to_be_visible()


def test_a_long_warning_shows_three_lines_and_the_rest_at_a_touch_without_script(
    browser: Browser, alamat: str
) -> None:
    with visit(browser, base_url=alamat, viewport=_layar(PONSEL), java_script_enabled=False) as one:
        page = one.page
        page.goto("sop/banggai/pengukuran-kinerja/")
        isi, kotak = page.locator(".sop-peringatan__isi"), page.get_by_role("checkbox")
        baris = float(isi.evaluate("e => parseFloat(getComputedStyle(e).lineHeight)"))
        tinggi = [isi.evaluate("e => e.clientHeight")]
        page.get_by_text("Tampilkan seluruhnya").click()
        expect(kotak).to_be_checked()
        tinggi.append(isi.evaluate("e => e.clientHeight"))
        assert tinggi[0] <= 3 * baris + 1
        assert tinggi[1] > 6 * baris
        page.set_viewport_size(_layar(KOMPUTER))
        expect(page.get_by_text("Tampilkan seluruhnya")).to_be_hidden()
