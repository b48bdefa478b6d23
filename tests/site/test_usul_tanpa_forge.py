"""Without a known forge: the ways of a step at its pencil, the sheet to print, and abbreviations where they stand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.site.buku import build_once
from tests.site.buku_lebar import ASING, LINTAS, RINGKAS, buku
from tests.site.material import serve, visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def alamat(bersama: Path) -> Iterator[str]:
    with serve(build_once(bersama, buku()).site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, alamat: str) -> Iterator[Page]:
    with visit(browser, base_url=alamat, viewport={"width": 360, "height": 740}) as one:
        yield one.page
        assert one.complaints == []


def test_a_step_offers_the_ways_of_its_office_and_a_sheet_with_its_words(page: Page) -> None:
    page.goto(f"sop/{RINGKAS}/")
    page.locator("#langkah-1 .sop-usul").focus()
    page.keyboard.press("Enter")
    kotak = page.get_by_role("dialog", name="Usulkan perubahan langkah 1")
    expect(kotak).to_be_visible()
    tujuan = kotak.get_by_role("link").evaluate_all("all => all.map(a => a.href.split('?')[0])")
    assert [t.rpartition("#")[0] or t for t in tujuan[:3]] == [
        "mailto:usul@contoh.invalid",
        "https://wa.me/6281234567890",
        "tel:+62215550101",
    ]
    kotak.get_by_role("link", name="Lembar usulan").click()
    lembar = page.locator("#lembar-usul")
    expect(lembar).to_be_visible()
    expect(lembar.locator('[data-isi="langkah"]')).to_have_text("langkah 1")
    expect(lembar.locator('[data-isi="semula"]')).to_contain_text("Menyimpan <b>arsip</b> & NODIN")
    halaman = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    teks = " ".join(halaman[0].extract_text().split())
    assert len(halaman) == 1
    assert teks.startswith("Kantor Rekaan Lembar Usulan Perubahan SOP")
    assert "Langkah-langkah" not in teks


def test_an_office_without_contact_still_has_its_sheet_and_without_scripts(
    browser: Browser, alamat: str
) -> None:
    with visit(browser, base_url=alamat, java_script_enabled=False) as one:
        one.page.goto(f"sop/{ASING}/")
        expect(one.page.locator("#lembar-usul")).to_be_hidden()
        one.page.locator("#mengusulkan").get_by_role("link", name="Lembar usulan").click()
        expect(one.page.locator("#lembar-usul")).to_be_visible()
        expect(one.page.get_by_role("button", name="Cetak lembar ini")).to_be_hidden()


def test_an_abbreviation_is_explained_without_moving_the_page(page: Page) -> None:
    page.goto(f"sop/{LINTAS}/")
    kata = page.locator("#langkah-1 abbr", has_text="NODIN")
    kata.scroll_into_view_if_needed()
    tinggi = page.evaluate("document.documentElement.scrollHeight")
    kata.click()
    gelembung = page.locator(".sop-gelembung")
    expect(gelembung).to_have_text('Nota "dinas" <b>rekaan</b>')
    expect(kata).to_have_attribute("aria-description", 'Nota "dinas" <b>rekaan</b>')
    assert kata.get_attribute("title") is None
    assert page.evaluate("document.documentElement.scrollHeight") == tinggi
    page.keyboard.press("Escape")
    expect(gelembung).to_be_hidden()
    kata.blur()
    kata.focus()
    expect(gelembung).to_be_visible()
    daftar = page.locator(".sop-singkatan-sini")
    expect(daftar).to_contain_text("NODIN")
    expect(daftar).not_to_contain_text("XYZZ")


def test_an_abbreviation_in_a_task_is_explained_and_ticks_nothing(page: Page) -> None:
    page.goto("pelaksana/kantor-rekaan/staf/")
    kata = page.locator("label abbr", has_text="NODIN")
    expect(kata).to_have_count(1)
    kata.click()
    expect(page.locator(".sop-gelembung")).to_have_text('Nota "dinas" <b>rekaan</b>')
    assert not page.locator(f'[id="{kata.locator("..").get_attribute("for")}"]').is_checked()
    kata.blur()
    expect(page.locator(".sop-gelembung")).to_be_hidden()
    kata.focus()
    expect(page.locator(".sop-gelembung")).to_be_visible()
    expect(page.locator(".sop-singkatan-sini")).to_contain_text('Nota "dinas" <b>rekaan</b>')
