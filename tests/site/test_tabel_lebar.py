"""Step tables, times and comparisons at every width: a table where it fits, else cards; nothing scrolls both ways."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as TooLong

from tests.site.buku import build_once
from tests.site.buku_lebar import ASING, LINTAS, RINGKAS, buku
from tests.site.material import serve, visit

pytestmark = pytest.mark.browser

LEBAR = (360, 700, 768, 900, 1024, 1100, 1280, 1600)
NYATA = [
    f"sop/{k.removesuffix('.yml')}/"
    for k in sorted(buku())
    if k.count("/") == 1 and not k.startswith("kantor") and not k.endswith("instansi.yml")
]
LAIN = ["waktu/", "banding/pengukuran-kinerja/", "mutu/", "dokumen/", "panduan/mengusulkan/"]
SALAH = """() => {
  const rolls = (element, way) => {
    const style = getComputedStyle(element)
    return way === "x"
      ? /auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      : /auto|scroll/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1
  }
  const all = [...document.querySelectorAll(".md-content *")]
  return [
    ...(document.documentElement.scrollWidth > innerWidth ? ["halaman"] : []),
    ...all.filter(e => rolls(e, "x") && (rolls(e, "y") || e.querySelector(".sop-muat"))).map(e => e.className),
    ...[...document.querySelectorAll(".sop-muat > table")].filter(table => {
      const { left, right } = table.getBoundingClientRect()
      return left < 0 || right > innerWidth
    }).map(table => table.className),
  ]
}"""
BENTUK = "() => getComputedStyle(document.querySelector('.sop-muat tbody')).display"


@pytest.fixture(scope="module")
def alamat(bersama: Path) -> Iterator[str]:
    with serve(build_once(bersama, buku()).site) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser, alamat: str) -> Iterator[Page]:
    with visit(browser, base_url=alamat) as one:
        yield one.page


@pytest.mark.parametrize("halaman", [*NYATA, f"sop/{LINTAS}/", f"sop/{RINGKAS}/", *LAIN])
def test_nothing_scrolls_both_ways_and_no_table_outgrows_the_page(page: Page, halaman: str) -> None:
    page.goto(halaman)
    for lebar in LEBAR:
        page.set_viewport_size({"width": lebar, "height": 800})
        with suppress(TooLong):  # Material slides its drawer away where the page grows
            page.wait_for_function(f"({SALAH})().length === 0", timeout=3_000)
        assert page.evaluate(SALAH) == [], f"{halaman} pada {lebar}"


@pytest.mark.parametrize(
    ("halaman", "lebar", "bentuk"),
    [
        (f"sop/{RINGKAS}/", 360, "block"),
        (f"sop/{RINGKAS}/", 900, "table-row-group"),
        (NYATA[0], 900, "block"),
        (NYATA[0], 1024, "table-row-group"),
        (NYATA[0], 1280, "table-row-group"),
        (f"sop/{LINTAS}/", 1280, "block"),
    ],
)
def test_the_fewer_lanes_the_sooner_it_is_a_table(
    page: Page, halaman: str, lebar: int, bentuk: str
) -> None:
    page.set_viewport_size({"width": lebar, "height": 800})
    page.goto(halaman)
    assert page.evaluate(BENTUK) == bentuk


MEMBERI_TEMPAT = """() => {
  const contents = document.querySelector(".md-sidebar--secondary")
  const table = document.querySelector(".sop-muat")
  const isTable = getComputedStyle(table.querySelector("tbody")).display !== "block"
  const hidden = getComputedStyle(contents).display === "none"
  const fits = display => {
    contents.style.setProperty("display", display, "important")
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
    const room = table.parentElement.getBoundingClientRect().width / rem
    contents.style.removeProperty("display")
    return room >= parseFloat(table.style.getPropertyValue("--sop-butuh"))
  }
  return { isTable, hidden, alone: fits("none"), beside: fits("block") }
}"""


@pytest.mark.parametrize("halaman", [f"sop/{LINTAS}/", f"sop/{ASING}/", NYATA[0]])
def test_the_contents_beside_give_way_where_the_table_fits_alone_and_only_there(
    page: Page, halaman: str
) -> None:
    page.goto(halaman)
    for lebar in (1220, 1250, 1280, 1366, 1440, 1599, 1600, 1920):
        page.set_viewport_size({"width": lebar, "height": 800})
        ada = page.evaluate(MEMBERI_TEMPAT)
        assert ada["isTable"] == ada["alone"], (lebar, ada)
        if ada["beside"]:
            assert not ada["hidden"], (lebar, ada)


def test_a_card_names_what_a_column_would_have_headed(page: Page) -> None:
    page.set_viewport_size({"width": 800, "height": 800})
    page.goto(f"sop/{LINTAS}/")
    kartu = page.locator("#langkah-4")
    nama = kartu.locator("td.sop-lane:visible").evaluate_all(
        "all => all.map(td => getComputedStyle(td, '::before').content)"
    )
    assert nama == ['"Kepala Subbagian Keuangan"']
    label = kartu.locator("td.sop-isi:visible").evaluate_all(
        "all => all.map(td => getComputedStyle(td, '::before').content)"
    )
    assert label == ['"Kelengkapan"', '"Waktu"', '"Output"']
    expect(kartu.locator(".sop-keluar")).to_contain_text("Tidak lengkap")
    kiri, kanan = (kartu.locator(s).bounding_box() for s in (".sop-kegiatan", ".sop-isi--1"))
    assert kiri is not None
    assert kanan is not None
    assert kanan["x"] > kiri["x"] + kiri["width"]
    assert abs(kanan["y"] - kiri["y"]) < 8


@pytest.mark.parametrize("lebar", [360, 800])
def test_without_scripts_number_and_words_of_a_card_stand_side_by_side(
    browser: Browser, alamat: str, lebar: int
) -> None:
    with visit(
        browser,
        base_url=alamat,
        java_script_enabled=False,
        viewport={"width": lebar, "height": 800},
    ) as one:
        one.page.goto(f"sop/{LINTAS}/")
        nomor, kata = (
            one.page.locator(f"#langkah-2 {s}").bounding_box()
            for s in (".sop-no", ".sop-kegiatan p >> nth=0")
        )
        assert nomor is not None
        assert kata is not None
        assert nomor["x"] + nomor["width"] <= kata["x"]
        assert abs(nomor["y"] - kata["y"]) < 10
