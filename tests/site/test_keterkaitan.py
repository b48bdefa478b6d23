"""The map of keterkaitan and the neighbourhood of an SOP, built for real and opened in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.made_up_network import KANTOR, write_network
from tests.site.accessibility import faults, palettes
from tests.site.buku import build, dead_links, make_project
from tests.site.material import serve, visit

pytestmark = pytest.mark.browser

JUMLAH = 40
PETA = f"keterkaitan/{KANTOR}/"
ARSIP = f"sop/{KANTOR}/sop-0000/"
LAYAR = {"ponsel": (360, 740), "komputer": (1280, 900)}
JAHAT = "<script>alert(1)</script> {{ 7*7 }}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an office of forty SOPs with clusters, hubs, cycles and names that lead nowhere."""
    folder = make_project(tmp_path_factory.mktemp("peta"), {})
    write_network(folder / "sop_data", JUMLAH)
    jauh = folder / "sop_data" / "kantor-jauh"
    jauh.mkdir()
    (jauh / "instansi.yml").write_text("nama: Kantor Jauh", encoding="utf-8")
    for n in range(24):
        isi = f"nama: Urusan {n}\nketerkaitan: [Urusan {n + 1 if n < 23 else 0}]\n"
        (jauh / f"urusan-{n}.yml").write_text(isi, encoding="utf-8")
    for nama, isi in {"instansi": "nama: Kantor Lepas", "sendiri": "nama: Bekerja Sendiri"}.items():
        path = folder / "sop_data" / "kantor-lepas" / f"{nama}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(isi, encoding="utf-8")
    jahat = f'nama: "{JAHAT}"\nketerkaitan: ["Tiada {JAHAT}", Pengarsipan]\n'
    (folder / "sop_data" / KANTOR / "jahat.yml").write_text(jahat, encoding="utf-8")
    result = build(folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def alamat(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


def test_no_link_of_the_maps_leads_nowhere(site: Path) -> None:
    assert [d for d in dead_links(site) if d.startswith(("keterkaitan/", f"sop/{KANTOR}/"))] == []


def test_a_large_handbook_shows_outlines_and_an_office_without_ties_none(
    browser: Browser, alamat: str
) -> None:
    with visit(browser, base_url=alamat) as one:
        one.page.goto("keterkaitan/")
        kartu = one.page.locator(".sop-keterkaitan-kartu > li")
        siluet = {
            satu.locator(".sop-kartu__nama").inner_text(): satu.locator("svg rect").count()
            for satu in kartu.all()
        }
        assert siluet.keys() == {"Dinas Rekaan", "Kantor Contoh", "Kantor Jauh", "Kantor Lepas"}
        assert siluet["Kantor Lepas"] == 0
        assert siluet["Kantor Contoh"] > 10


@pytest.mark.parametrize("layar", LAYAR)
@pytest.mark.parametrize("halaman", ["keterkaitan/", PETA, ARSIP])
def test_each_page_is_accessible_and_no_wider_than_the_screen(
    browser: Browser, alamat: str, halaman: str, layar: str, semua: bool
) -> None:
    lebar, tinggi = LAYAR[layar]
    viewport = {"width": lebar, "height": tinggi}
    with visit(browser, base_url=alamat, viewport=viewport, reduced_motion="reduce") as one:
        one.page.goto(halaman)
        one.settle()
        assert faults(one.page, palettes(lebar, semua)) == ""
        assert one.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert one.complaints == []
        assert one.origins() <= {alamat.rstrip("/")}


def _atas(bagian: Locator) -> float:
    kotak = bagian.bounding_box()
    assert kotak is not None
    return kotak["y"]


def test_a_phone_shows_the_list_first_and_a_computer_the_drawing(
    browser: Browser, alamat: str
) -> None:
    for (lebar, tinggi), daftar_dahulu in zip(LAYAR.values(), (True, False), strict=True):
        with visit(browser, base_url=alamat, viewport={"width": lebar, "height": tinggi}) as one:
            one.page.goto(PETA)
            daftar, gambar = one.page.locator("#daftar"), one.page.locator("#gambar")
            assert (_atas(daftar) < _atas(gambar)) is daftar_dahulu


def test_without_script_everything_is_there(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat, java_script_enabled=False) as one:
        one.page.goto(PETA)
        expect(one.page.locator("svg.sop-keterkaitan-svg").first).to_be_visible()
        assert (
            one.page.locator(".sop-keterkaitan-daftar").first.locator("> li").count() == JUMLAH + 1
        )
        tautan = one.page.locator("svg .sop-keterkaitan-kotak--sop > a").first
        nama = tautan.get_attribute("aria-label") or ""
        tautan.click()
        assert one.page.locator("h1").inner_text() in nama


def test_boxes_and_marks_are_reached_and_followed_by_keyboard(
    browser: Browser, alamat: str
) -> None:
    with visit(browser, base_url=alamat, viewport={"width": 1280, "height": 900}) as one:
        page = one.page
        page.goto(PETA)
        gulir = page.locator(".sop-keterkaitan-gulir").first
        gulir.focus()
        kotak = gulir.locator("svg .sop-keterkaitan-kotak").first
        page.keyboard.press("Tab")
        expect(kotak.locator("a").first).to_be_focused()
        garis = kotak.locator("rect").first
        assert float(_gaya(garis, "stroke-width").removesuffix("px")) > 2
        tanda = gulir.locator("svg .sop-keterkaitan-tanda").first
        tanda.focus()
        page.keyboard.press("Enter")
        tujuan = tanda.get_attribute("xlink:href") or ""
        expect(page).to_have_url(re.compile(re.escape(tujuan) + "$"))
        expect(page.locator(tujuan)).to_be_in_viewport()


def _gaya(unsur: Locator, nama: str) -> str:
    nilai: str = unsur.evaluate("(e, n) => getComputedStyle(e).getPropertyValue(n)", nama)
    return nilai


def test_pointing_at_a_box_leaves_its_neighbours_alone_to_be_seen(
    browser: Browser, alamat: str
) -> None:
    with visit(
        browser, base_url=alamat, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    ) as one:
        one.page.goto(PETA)
        svg = one.page.locator("svg.sop-keterkaitan-svg").first
        kotak = svg.locator(".sop-keterkaitan-kotak--sop").first
        id = kotak.get_attribute("id") or ""
        kotak.locator("a").first.hover()
        semua = svg.locator(".sop-keterkaitan-s").evaluate_all(
            "all => all.map(e => [e.getAttribute('class'), getComputedStyle(e).opacity < 0.5])"
        )
        assert any(pudar for _, pudar in semua)
        assert all(pudar is (id not in kelas.split()) for kelas, pudar in semua)


def test_text_stays_inside_its_box(browser: Browser, alamat: str) -> None:
    """The widths that the lines were broken by hold in the font of the site."""
    with visit(browser, base_url=alamat, viewport={"width": 1280, "height": 900}) as one:
        one.page.goto(PETA)
        one.page.evaluate("document.fonts.ready")
        keluar = one.page.evaluate(_KELUAR)
        assert keluar == []


_KELUAR = """() => [...document.querySelectorAll('svg .sop-keterkaitan-kotak')].flatMap(k => {
  const luar = k.querySelector('rect').getBoundingClientRect()
  return [...k.querySelectorAll('text')].filter(t => {
    const r = t.getBoundingClientRect()
    return r.left < luar.left || r.right > luar.right || r.top < luar.top || r.bottom > luar.bottom
  }).map(t => t.textContent)
})"""


def test_a_hostile_name_is_drawn_as_it_is_written(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat) as one:
        one.page.goto(PETA)
        kotak = one.page.locator("svg a[aria-label*='script']").first
        teks = kotak.locator("text").evaluate_all("all => all.map(t => t.textContent).join('')")
        assert "<script>alert(1)</script>" in teks
        assert one.complaints == []


@pytest.mark.parametrize("layar", LAYAR)
def test_the_neighbourhood_leads_from_sop_to_sop(browser: Browser, alamat: str, layar: str) -> None:
    lebar, tinggi = LAYAR[layar]
    with visit(browser, base_url=alamat, viewport={"width": lebar, "height": tinggi}) as one:
        page = one.page
        page.goto(ARSIP)
        kiri, inti, kanan = page.evaluate(
            """() => ["sisi--kiri", "inti", "sisi--kanan"].map(
                 nama => document.querySelector(`.sop-keterkaitan-tetangga__${nama}`).getBoundingClientRect().toJSON())"""
        )
        awal, akhir = ("left", "right") if layar == "komputer" else ("top", "bottom")
        assert kiri[akhir] < inti[awal] < inti[akhir] < kanan[awal]
        tujuan = page.locator(".sop-keterkaitan-tetangga__sisi--kiri a").first
        nama = tujuan.inner_text()
        tujuan.click()
        expect(page.locator("h1")).to_have_text(nama)
        expect(page.locator(".sop-keterkaitan-tetangga__sisi--kanan")).to_contain_text(
            "Pengarsipan"
        )


def _garis_tepi(page: Page, kelas: str) -> str:
    gaya: str = page.locator(kelas).first.evaluate("e => getComputedStyle(e).borderTopStyle")
    return gaya


def test_instant_navigation_brings_a_map_whose_links_work(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat, viewport={"width": 1280, "height": 900}) as one:
        page = one.page
        page.goto("sop/")
        page.locator(".md-tabs").get_by_role("link", name="Peta").click()
        page.get_by_role("link", name="Kantor Contoh").first.click()
        expect(page).to_have_url(re.compile(rf"{PETA}$"))
        tautan = page.locator("svg .sop-keterkaitan-kotak--sop > a").first
        nama = tautan.get_attribute("aria-label") or ""
        tautan.click()
        expect(page).to_have_url(re.compile(rf"sop/{KANTOR}/"))
        assert page.locator("h1").inner_text() in nama
        assert one.complaints == []


def test_what_is_missing_is_a_ghost_on_the_page_of_the_sop(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat) as one:
        one.page.goto(f"sop/{KANTOR}/jahat/")
        expect(one.page.locator(".sop-keterkaitan-tetangga__kotak--tiada")).to_contain_text(
            "belum ada di buku ini"
        )
        assert _garis_tepi(one.page, ".sop-keterkaitan-tetangga__kotak--tiada") == "dashed"
        assert _garis_tepi(one.page, ".sop-keterkaitan-tetangga__kotak--keterkaitan") == "solid"
