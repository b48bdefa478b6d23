"""The handbook of the six SOPs as an employee meets it: a strict build, opened in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.handbook import open_handbook
from tests.paths import SOP_DATA
from tests.site.accessibility import faults, palettes
from tests.site.buku import build_once
from tests.site.material import Visit, serve, visit

pytestmark = pytest.mark.browser

HASIL = open_handbook(SOP_DATA)
SOP = [s.id for s in HASIL.handbook.sop]
SELAYAR = "sop/selayar/pengukuran-kinerja/"
JENIS_HALAMAN = [
    "", "sop/", "sop/banggai/", SELAYAR, "dasar-hukum/", "mutu/", "mutu/kode/", "panduan/membaca/", "singkatan/",
    # as SELAYAR, and by templates of which other files of tests ask the same with made-up data
    *(pytest.param(x, marks=pytest.mark.semua) for x in (
        "sop/sumedang/pengukuran-kinerja/", "pelaksana/", "pelaksana/selayar/sekretaris/", "dokumen/",
        "dokumen/selayar/", "keterkaitan/", "keterkaitan/way-kanan/",
    )),
]  # fmt: skip
ONE_OF_A_KIND = """
document.querySelectorAll('.sop-mutu-kamus__kode:nth-of-type(n+2)').forEach(code => code.remove())
"""
"""The page of codes writes a hundred of them by one template: one of each family stands for all."""
LAYAR = [(360, 740), (1280, 900)]


@pytest.fixture(scope="module")
def site(bersama: Path) -> Path:
    """Build the handbook strictly, with its sheets."""
    built = build_once(bersama)
    assert "WARNING" not in built.log
    return built.site


@pytest.fixture(scope="module")
def alamat(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture
def kunjungan(browser: Browser, alamat: str) -> Iterator[Visit]:
    """Open a page that must neither complain nor ask another host for anything."""
    with visit(browser, base_url=alamat, locale="id-ID") as one:
        yield one
        assert one.complaints == []
        assert one.origins() <= {alamat.rstrip("/")}


SEEN = {
    "ponsel": (LAYAR[0], "light"),
    "komputer": (LAYAR[1], "light"),
    "gelap": (LAYAR[1], "dark"),
}


@pytest.mark.parametrize(
    ("id", "layar", "warna"),
    [  # each SOP in one of the three ways
        pytest.param(
            id, *how, marks=() if (i + j) % 3 == 0 else pytest.mark.semua, id=f"{name}-{id}"
        )
        for i, id in enumerate(SOP)
        for j, (name, how) in enumerate(SEEN.items())
    ],
)
def test_each_sop_page_draws_its_flow_and_fits_the_screen(
    browser: Browser, alamat: str, id: str, layar: tuple[int, int], warna: str
) -> None:
    sop = HASIL.handbook.cari_sop(id)
    assert sop is not None
    viewport = {"width": layar[0], "height": layar[1]}
    with visit(browser, base_url=alamat, color_scheme=warna, viewport=viewport) as one:
        one.page.goto(f"sop/{id}/")
        if layar == LAYAR[0]:
            _buka_diagram(one)
        one.page.locator("div.mermaid").first.scroll_into_view_if_needed()
        svg = one.page.locator("div.mermaid svg").first
        expect(svg).to_be_visible()
        for simpul in {s.langkah + 1 for s in susun_alur(sop.prosedur[0]).simpul}:
            expect(svg.locator(f'a[*|href="#langkah-{simpul}"]').first).to_be_attached()
        assert one.page.locator("[id^=langkah-]").count() == sop.jumlah_langkah
        assert _melebar(one.page) == 0
        assert one.complaints == []
        assert one.origins() <= {alamat.rstrip("/")}


def _buka_diagram(one: Visit) -> None:
    """Open the diagram of a page on a phone, which until then fetches nothing for it."""
    lipat = one.page.get_by_text("Lihat diagram alir")
    lipat.scroll_into_view_if_needed()
    one.settle()
    assert not [url for url in one.requests if "mermaid" in url]
    expect(one.page.locator("div.mermaid")).to_be_hidden()
    lipat.click()


def _melebar(page: Page) -> int:
    """Return by how many pixels the page is wider than the screen."""
    width: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(0, width)


@pytest.mark.parametrize("halaman", JENIS_HALAMAN)
def test_each_kind_of_page_is_accessible(
    browser: Browser, alamat: str, halaman: str, semua: bool
) -> None:
    with visit(browser, base_url=alamat, reduced_motion="reduce") as one:
        for lebar, tinggi in LAYAR:
            one.page.set_viewport_size({"width": lebar, "height": tinggi})
            one.page.goto(halaman)
            one.settle()
            assert _melebar(one.page) == 0
            one.page.evaluate(ONE_OF_A_KIND)
            assert faults(one.page, palettes(lebar, semua)) == ""
        assert one.complaints == []
        assert one.origins() <= {alamat.rstrip("/")}


def test_a_click_on_a_symbol_leads_to_its_row(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(SELAYAR)
    page.locator("div.mermaid").scroll_into_view_if_needed()
    page.locator('div.mermaid svg a[*|href="#langkah-8"]').first.click()
    expect(page).to_have_url(re.compile(r"#langkah-8$"))
    baris = page.locator("#langkah-8")
    expect(baris).to_be_in_viewport()
    expect(baris).to_contain_text("Sekretaris menganalisa hasil rekapitulasi")


def test_a_click_arrives_also_where_the_theme_goes_back(kunjungan: Visit) -> None:
    """On a slow computer Material writes the place before the click into the history of the place after it."""
    page = kunjungan.page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.add_init_script(
        "addEventListener('popstate', () => history.replaceState({x: 0, y: 300}, ''), true)"
    )
    page.goto(SELAYAR)
    page.locator("div.mermaid").scroll_into_view_if_needed()
    page.locator('div.mermaid svg a[*|href="#langkah-8"]').first.click()
    expect(page.locator("#langkah-8")).to_be_in_viewport()


def test_a_row_stays_in_sight_when_the_diagram_above_it_grows(kunjungan: Visit) -> None:
    """Some browsers do not keep the place by themselves, and none does always; a reader who moves is let go."""
    page = kunjungan.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.documentElement.style.overflowAnchor = 'none')"
    )
    page.goto(f"{SELAYAR}#langkah-8")
    expect(page.locator("#langkah-8")).to_be_in_viewport()
    grow = "() => { const a = document.querySelector('.sop-kepala'); a.style.paddingBottom = %r }"
    page.evaluate(grow % "2000px")
    expect(page.locator("#langkah-8")).to_be_in_viewport()
    page.evaluate(
        "() => { window.moved = new Promise(so => addEventListener('wheel', so, { once: true })) }"
    )
    page.mouse.wheel(0, 10)
    page.evaluate(
        "() => window.moved.then(() => true)"
    )  # the wheel is heard when the page has time
    page.evaluate(grow % "6000px")
    page.wait_for_timeout(500)
    expect(page.locator("#langkah-8")).not_to_be_in_viewport()


def test_an_employee_finds_step_eight_of_the_secretary(kunjungan: Visit) -> None:
    """Search 'ukur kinerja': what to do, how long, what comes of it, and where it goes if refused."""
    page = kunjungan.page
    page.goto("")
    page.keyboard.press("f")
    page.keyboard.type("ukur kinerja", delay=20)
    hasil = page.locator(f'.sop-butir__tautan[href*="{SELAYAR}"]').first
    expect(hasil).to_contain_text("Pengukuran Kinerja")
    expect(hasil).to_contain_text("Dinas Sosial Selayar")
    hasil.click()
    expect(page).to_have_url(re.compile(re.escape(SELAYAR)))
    baris = page.locator("#langkah-8")
    expect(baris).to_contain_text("90 menit")
    expect(baris).to_contain_text("laporan hasil pengukuran kinerja")
    ditolak = baris.get_by_role("link", name=re.compile("Tidak setuju"))
    expect(ditolak).to_have_attribute("href", re.compile(r"#langkah-7$"))


def test_a_keterangan_leads_to_the_sop_it_names_and_back(kunjungan: Visit, site: Path) -> None:
    """Way Kanan relates to 'Pengumpulan Data Kinerja', which only Jeneponto has: offered, not taken."""
    page = kunjungan.page
    page.goto("sop/way-kanan/pengukuran-kinerja/")
    padanan = page.locator('a[href*="jeneponto/pengumpulan-data-kinerja"]').first
    expect(padanan).to_be_visible()
    padanan.click()
    expect(page.locator("h1")).to_contain_text("Pengumpulan Data Kinerja")


def test_instant_navigation_draws_the_next_diagram(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("sop/")
    page.locator(f'article a[href$="{SELAYAR.removeprefix("sop/")}"]').first.click()
    page.locator("div.mermaid").scroll_into_view_if_needed()
    expect(page.locator("div.mermaid svg").first).to_be_visible()


def test_the_nip_stays_on_the_printed_sheet(site: Path) -> None:
    nip = [
        p.nip
        for s in HASIL.handbook.sop
        for p in (*s.disahkan_oleh, s.tanda_tangan)
        if p is not None and p.nip
    ]
    assert len(nip) == 5
    dicari = {n for asli in nip for n in (asli, asli.replace(" ", ""))}
    for file in site.rglob("*"):
        if file.is_file() and file.suffix in {".html", ".json", ".js", ".xml", ".gz"}:
            isi = file.read_bytes()
            assert not [n for n in dicari if n.encode() in isi], file


def test_the_handbook_is_published_as_data(site: Path) -> None:
    buku = json.loads((site / "data" / "handbook.json").read_text(encoding="utf-8"))
    assert {s["id"] for s in buku["sop"]} == set(SOP)
    satu = json.loads((site / SELAYAR / "sop.json").read_text(encoding="utf-8"))
    assert satu["sop"]["id"] == "selayar/pengukuran-kinerja"
    delapan = satu["sop"]["prosedur"][0]["langkah"][7]
    assert delapan["waktu"]["teks"] == "90 menit"


def test_no_page_names_another_host_to_load_from(site: Path) -> None:
    muat = re.compile(
        r"""<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)=["']?(https?:)?//([^"'\s>]+)"""
    )
    for file in site.rglob("*.html"):
        for cocok in muat.finditer(file.read_text(encoding="utf-8")):
            assert 'rel="canonical"' in cocok[0] or 'rel="prev"' in cocok[0], (file, cocok[0])


def test_each_page_offers_its_sheet_and_the_home_page_the_book(
    kunjungan: Visit, site: Path
) -> None:
    page = kunjungan.page
    for halaman, nama in ((SELAYAR, "Unduh PDF"), ("", "Unduh semua SOP")):
        page.goto(halaman)
        with page.expect_download() as unduhan:
            page.get_by_role("link", name=nama).click()
        isi = Path(unduhan.value.path()).read_bytes()
        assert isi.startswith(b"%PDF-")
        ukuran = page.get_by_role("link", name=nama).inner_text()
        assert f"{round(len(isi) / 1000)} KB" in ukuran


def test_paper_and_page_name_the_same_revision(site: Path) -> None:
    halaman = (site / SELAYAR / "index.html").read_text(encoding="utf-8")
    revisi = re.search(r"Revisi data <code>([0-9a-f]{8})</code>", halaman)
    assert revisi is not None
    lembar = PdfReader(site / SELAYAR / "selayar-pengukuran-kinerja.pdf")
    assert f"Revisi data {revisi[1]}" in lembar.pages[-1].extract_text()
