"""The page of codes as someone meets it who has just read one in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from buku_sop.diagnostics import KODE
from buku_sop.views.mutu.kode import bagi_kode
from tests.site.buku import CONTOH, FORGE, build_once
from tests.site.material import Visit, serve, visit

pytestmark = pytest.mark.browser
HALAMAN = "mutu/kode/"


@pytest.fixture(scope="module")
def alamat(bersama: Path) -> Iterator[str]:
    with serve(build_once(bersama, CONTOH, SOP_REPO_URL=FORGE).site) as address:
        yield address


@pytest.fixture
def kunjungan(browser: Browser, alamat: str) -> Iterator[Visit]:
    with visit(browser, base_url=alamat, locale="id-ID") as one:
        yield one
        assert one.complaints == []


def test_whoever_types_a_code_finds_what_it_means(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto("")
    page.keyboard.press("f")
    page.keyboard.type("SOP-A001", delay=20)
    bagian = page.locator(f'.sop-butir__tautan[href*="{HALAMAN}"][href*="#"]').first
    expect(bagian).to_contain_text("SOP-A001 Cabang tanpa tujuan")
    bagian.click()
    expect(page).to_have_url(re.compile(r"#sop-a001$"))
    expect(page.locator("#sop-a001")).to_be_in_viewport()


def test_the_words_of_the_examples_lead_nobody_astray(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto("")
    page.keyboard.press("f")
    page.keyboard.type("disposisi", delay=20)  # of an example
    expect(page.locator(".sop-hasil__kabar:visible")).to_contain_text("hasil")
    expect(page.locator(f'.sop-butir a[href*="{HALAMAN}"]')).to_have_count(0)


TAK_TERDAFTAR = """kode => kode.filter(satu =>
  !document.querySelector(`.sop-mutu-kamus__semua #${satu} a`)?.getAttribute("href").endsWith(`#${satu}`))"""
"""Codes that the list of all does not lead to."""
TAK_LENGKAP = """kode => kode.filter(satu => {
  const banyak = (pemilih, di = document) => di.querySelectorAll(pemilih).length
  const [entri, ...lain] = document.querySelectorAll(`.sop-mutu-kamus__kode[aria-labelledby=${satu}]`)
  return !entri || lain.length || !banyak(".sop-mutu-contoh__sisi--salah .sop-mutu-contoh__tanda", entri)
    || banyak(".sop-mutu-contoh__sisi--benar", entri) !== 1
    || banyak(`.sop-mutu-kamus__daftar a[href$="#${satu}"]`) !== 1 || banyak(`.md-nav--secondary a[href$="#${satu}"]`) !== 1
})"""
"""Codes of a page without their entry, without a mark in what is wrong, without what is right, or not once in each list."""


def test_every_code_is_in_all_lists_and_shows_wrong_and_right(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(HALAMAN)
    assert page.evaluate(TAK_TERDAFTAR, [kode.lower() for kode in KODE]) == []
    for bagian in bagi_kode():
        page.goto(f"{HALAMAN}{bagian.kunci}/")
        assert page.evaluate(TAK_LENGKAP, [kode.lower() for kode in bagian.isi]) == []


def test_a_link_of_old_to_a_code_still_leads_to_it(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto(f"{HALAMAN}#sop-m004")
    expect(page.locator("#sop-m004")).to_be_in_viewport()
    page.locator("#sop-m004 a").click()
    expect(page.locator("h2#sop-m004")).to_be_in_viewport()


@pytest.mark.parametrize("lebar", [360, 1280])
def test_no_line_of_an_example_is_cut_off(kunjungan: Visit, lebar: int) -> None:
    page = kunjungan.page
    page.set_viewport_size({"width": lebar, "height": 900})
    for bagian in bagi_kode():
        page.goto(f"{HALAMAN}{bagian.kunci}/")
        terpotong = page.evaluate(
            "[...document.querySelectorAll('.sop-mutu-contoh__isi')]"
            ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.innerText)"
        )
        assert terpotong == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), bagian.kunci
