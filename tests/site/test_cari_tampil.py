"""What a person sees of the search: groups, whose a result is, filters, the keyboard, and what to do without a result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.site.accessibility import faults, palettes
from tests.site.buku import build_once
from tests.site.material import Visit, serve, visit
from tests.site.pencarian import PANEL, ask, first_link, type_query

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
HOME = ".sop-cari-kotak .sop-hasil"


@pytest.fixture(scope="module")
def enam(bersama: Path) -> Iterator[str]:
    """Serve the handbook of the six SOPs."""
    with serve(build_once(bersama).site) as address:
        yield address


@pytest.fixture(scope="module", params=[WIDE, PHONE], ids=["wide", "phone"])
def dibuka(request: pytest.FixtureRequest, enam: str, browser: Browser) -> Iterator[Visit]:
    """Open the home page once for each screen."""
    with visit(browser, base_url=enam, viewport=request.param, reduced_motion="reduce") as one:
        one.page.goto("")
        yield one
        assert one.complaints == []
        assert one.origins() == {enam.rstrip("/")}


@pytest.fixture
def rumah(dibuka: Visit) -> Visit:
    """Return the home page as it is when nothing has been asked."""
    dibuka.page.locator("#cari-beranda").fill("")
    expect(dibuka.page.locator(HOME)).to_be_hidden()
    dibuka.page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
    return dibuka


def fill(page: Page, text: str) -> None:
    """Type into the field of the home page and wait for the answer."""
    page.locator("#cari-beranda").fill(text)
    expect(page.locator(HOME)).to_have_attribute("data-untuk", text)


def focused(page: Page) -> str:
    teks: str = page.evaluate("document.activeElement.innerText")
    return teks


def colours(page: Page, semua: bool) -> tuple[str, ...]:
    return palettes(page.evaluate("innerWidth"), semua)


class TestAtHome:
    def test_results_stand_below_the_field_in_groups_and_say_whose_they_are(
        self, rumah: Visit
    ) -> None:
        fill(rumah.page, "pengukuran kinerja")
        kotak = rumah.page.locator("#cari-beranda").bounding_box()
        hasil = rumah.page.locator(HOME).bounding_box()
        assert kotak
        assert hasil
        assert 0 <= hasil["y"] - kotak["y"] - kotak["height"] < 40
        kelompok = rumah.page.locator(f"{HOME} .sop-hasil__kelompok")
        expect(kelompok.first).to_contain_text(re.compile(r"^\s*SOP 5"))
        kantor = kelompok.first.locator(".sop-butir__tempat")
        expect(kantor.first).to_contain_text("Dinas")
        assert kantor.count() == kelompok.first.locator(".sop-butir").count()
        expect(kelompok.first.get_by_text("Draf", exact=True).first).to_be_visible()

    def test_a_group_counts_the_results_that_it_shows(self, rumah: Visit) -> None:
        fill(rumah.page, "permenpan 2012 sumedang")
        for kelompok in rumah.page.locator(f"{HOME} .sop-hasil__kelompok").all():
            jumlah = int(kelompok.locator(".sop-hasil__nama span").inner_text())
            butir, lagi = kelompok.locator(".sop-butir"), kelompok.locator(".sop-hasil__lagi")
            while (shown := butir.count()) < jumlah and lagi.count():
                lagi.evaluate(
                    "further => { further.click(); further.click() }"
                )  # as a hasty finger does
                expect(butir).not_to_have_count(shown)
            expect(lagi).to_have_count(0)
            expect(butir).to_have_count(jumlah)

    def test_the_header_has_a_field_only_where_the_page_shows_none(self, rumah: Visit) -> None:
        atas = rumah.page.locator("[data-sop-cari=kepala]")
        lup = rumah.page.locator(".md-header label[for=__search].md-header__button")
        expect(atas.or_(lup).filter(visible=True)).to_have_count(0)
        rumah.page.mouse.wheel(0, 900)
        expect(atas.or_(lup).filter(visible=True)).not_to_have_count(0)

    def test_the_keyboard_goes_into_the_list_and_back_and_out(self, rumah: Visit) -> None:
        page = rumah.page
        fill(page, "pengukuran kinerja")
        page.locator("#cari-beranda").focus()
        page.keyboard.press("ArrowDown")
        assert focused(page).startswith("Pengukuran Kinerja")
        page.keyboard.press("ArrowUp")
        expect(page.locator("#cari-beranda")).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(page.locator("#cari-beranda")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(HOME)).to_be_hidden()
        expect(page.locator("#cari-beranda")).to_have_value("")

    def test_enter_opens_what_stands_out_and_else_leads_into_the_list(self, rumah: Visit) -> None:
        page = rumah.page
        page.locator("#cari-beranda").focus()
        page.keyboard.type("pengukuran kinerja")
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.matches('.sop-butir__tautan')")
        assert re.search(r"/(\?.*)?$", page.url)
        fill(page, "pengukuran kinerja selayar")
        page.locator("#cari-beranda").focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/sop/selayar/pengukuran-kinerja/"))
        page.go_back()
        expect(page.locator("#cari-beranda")).to_have_value("pengukuran kinerja selayar")
        expect(page.locator(f"{HOME} .sop-butir").first).to_be_visible()

    def test_how_much_was_found_is_said_when_the_typing_has_ended(self, rumah: Visit) -> None:
        fill(rumah.page, "pengukuran kinerja")
        terdengar = rumah.page.locator(f"{HOME} [role=status]")
        expect(terdengar).to_have_text(re.compile(r"^\d+ hasil: 5 SOP, "))
        expect(rumah.page.locator(f"{HOME} .sop-hasil__kabar")).to_have_text(terdengar.inner_text())

    def test_without_a_result_it_says_what_to_do(self, rumah: Visit, semua: bool) -> None:
        page = rumah.page
        fill(page, "xwzqv")
        kosong = page.locator(f"{HOME} .sop-hasil__kosong")
        expect(kosong).to_contain_text("Tidak ada yang cocok dengan xwzqv.")
        for label, alamat in (("Semua SOP", "sop/"), ("Semua pelaksana", "pelaksana/")):
            tautan = kosong.get_by_role("link", name=label)
            expect(tautan).to_have_attribute("href", re.compile(rf"/{alamat}$"))
        assert faults(page, colours(page, semua)) == ""

    def test_it_is_accessible_and_fits_with_results(self, rumah: Visit, semua: bool) -> None:
        fill(rumah.page, "tugas sekretaris")
        assert faults(rumah.page, colours(rumah.page, semua)) == ""
        assert rumah.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


class TestOwnOffice:
    def test_it_is_chosen_once_and_comes_first_and_can_be_forgotten(
        self, enam: str, browser: Browser
    ) -> None:
        with visit(browser, base_url=enam, viewport=WIDE) as one:
            page = one.page
            page.goto("sop/sumedang/")
            page.get_by_role("button", name="Jadikan instansi saya").click()
            page.goto("")
            saya = page.locator(".sop-cari__saya")
            expect(saya).to_contain_text("Instansi saya: Dinas Sosial Sumedang")
            fill(page, "tugas anggota tim sakip")
            pertama = page.locator(f"{HOME} .sop-butir").first
            expect(pertama).to_contain_text("Dinas Sosial Sumedang")
            expect(pertama).to_contain_text("instansi saya")
            page.locator("#cari-beranda").press("Enter")
            expect(page).to_have_url(re.compile("/pelaksana/sumedang/anggota-tim-sakip/"))
            page.goto("sop/sumedang/")
            page.get_by_role("button", name="Bukan instansi saya lagi").click()
            page.goto("")
            expect(page.get_by_role("button", name="Pilih instansi saya")).to_be_visible()
            assert one.complaints == []

    def test_enter_does_not_open_another_offices_sop_unseen(
        self, enam: str, browser: Browser
    ) -> None:
        with visit(browser, base_url=enam, viewport=WIDE) as one:
            page = one.page
            page.goto("")
            page.get_by_role("button", name="Pilih instansi saya").click()
            page.get_by_label("Instansi saya").first.select_option(label="Dinas Sosial Banggai")
            fill(page, "pengukuran kinerja selayar")
            page.locator("#cari-beranda").press("Enter")
            page.wait_for_function("document.activeElement.matches('.sop-butir__tautan')")
            assert "Dinas Sosial Selayar" in focused(page)
            assert "/sop/" not in page.url

    def test_filters_leave_only_a_kind_an_office_or_what_is_in_force(
        self, enam: str, browser: Browser
    ) -> None:
        with visit(browser, base_url=enam, viewport=WIDE) as one:
            page = one.page
            page.goto("sop/banggai/")
            page.get_by_role("button", name="Jadikan instansi saya").click()
            ask(page, "pengukuran kinerja")
            hasil = page.locator(PANEL)
            hasil.get_by_role("button", name="Dokumen").click()
            expect(hasil.locator(".sop-hasil__kelompok")).to_have_count(1)
            expect(hasil.locator("[data-kelompok=dokumen]")).to_be_visible()
            hasil.get_by_role("button", name="Semua").click()
            hasil.get_by_role("button", name="Hanya instansi saya").click()
            expect(hasil.locator("[data-kelompok=sop] .sop-butir")).to_have_count(1)
            hasil.get_by_role("button", name="Hanya yang berlaku").click()
            expect(hasil.locator("[data-kelompok=sop]")).to_have_count(0)
            assert one.complaints == []


def test_words_spelled_nearly_so_are_offered(enam: str, browser: Browser) -> None:
    with visit(browser, base_url=enam, viewport=WIDE) as one:
        one.page.goto("panduan/")
        type_query(one.page, "renxtxa")
        kata = one.page.locator(f"{PANEL} .sop-hasil__kata")
        expect(kata.filter(has_text="renstra")).to_be_visible()
        kata.filter(has_text="renstra").click()
        expect(first_link(one.page)).to_contain_text(re.compile("renstra", re.IGNORECASE))
        assert one.complaints == []
