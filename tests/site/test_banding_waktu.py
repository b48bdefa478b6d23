"""Comparisons and times as a reader meets them: a real build with two, four and twelve offices, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.site.accessibility import faults, palettes
from tests.site.buku import build, dead_links, make_project, write
from tests.site.material import serve, visit

pytestmark = pytest.mark.browser

JAHAT = '<img src=x onerror=alert(1)> "&'
EMPAT = "banding/pengukuran-kinerja/"
DUABELAS = "banding/penerimaan-tamu/"
DUA = "banding/pengarsipan/"
SELAYAR = "sop/selayar/pengukuran-kinerja/"
HALAMAN = [
    "banding/", EMPAT, "waktu/",
    # two offices, twelve, and SOPs, whose page test_handbook_site asks: one template each with another
    *(pytest.param(x, marks=pytest.mark.semua) for x in (DUA, DUABELAS, SELAYAR, "sop/kantor-03/tamu/")),
]  # fmt: skip
LAYAR = [(360, 740), (1280, 900)]


def _tamu(n: int) -> str:
    arsip = "  - {kegiatan: Menyimpan buku tamu, pelaksana: staf, waktu: 1 hari kalender}\n"
    return f"""\
nama: Penerimaan Tamu
status: draf
pelaksana: {{staf: 'Staf {JAHAT}', kepala: Kepala {"Kantor" if n % 2 else "Badan"}}}
langkah:
  - {{kegiatan: Mencatat tamu {n}, pelaksana: staf, waktu: 1-2 jam, output: Catatan tamu}}
  - id: periksa
    kegiatan: Memeriksa keperluan tamu
    pelaksana: kepala
    waktu: {n} jam
    output: Disposisi
    cabang: [{{label: Ya, ke: lanjut}}, {{label: Tidak, ke: selesai}}]
  - {{kegiatan: 'Mengantar {JAHAT}', pelaksana: [staf, kepala], output: Tamu diterima}}
{arsip if n % 3 == 0 else ""}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build our own handbook together with twelve made-up offices."""
    folder = make_project(tmp_path_factory.mktemp("buku"))
    arsip = "nama: Pengarsipan\npelaksana: {s: Staf}\nlangkah:\n  - {kegiatan: Menyimpan arsip, pelaksana: s}\n"
    for n in range(1, 13):
        kantor = f"sop_data/kantor-{n:02}"
        write(folder, {
            f"{kantor}/instansi.yml": f"nama: Kantor Contoh {n}\n",
            f"{kantor}/tamu.yml": _tamu(n),
            **({f"{kantor}/arsip.yml": arsip} if n < 3 else {}),
        })  # fmt: skip
    result = build(folder)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def alamat(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, alamat: str) -> Iterator[Page]:
    """Open a page that must neither complain nor ask another host for anything."""
    with visit(browser, base_url=alamat, locale="id-ID") as one:
        yield one.page
        assert one.complaints == []
        assert one.origins() <= {alamat.rstrip("/")}


def _melebar(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(0, width)


def _kolom(page: Page, nomor: int) -> list[str]:
    """Read a column of the table of times, from 0."""
    return [
        x.strip()
        for x in page.locator(
            f"#waktu-sop > tr:visible > :nth-child({nomor + 1})"
        ).all_inner_texts()
    ]


def test_every_link_leads_somewhere(site: Path) -> None:
    assert dead_links(site) == []


@pytest.mark.parametrize("halaman", HALAMAN)
def test_each_page_is_accessible_and_fits(
    browser: Browser, alamat: str, halaman: str, semua: bool
) -> None:
    with visit(browser, base_url=alamat, reduced_motion="reduce") as one:
        for lebar, tinggi in LAYAR:
            one.page.set_viewport_size({"width": lebar, "height": tinggi})
            one.page.goto(halaman)
            one.settle()
            assert faults(one.page, palettes(lebar, semua)) == ""
            assert _melebar(one.page) == 0
        assert one.complaints == []


# --- Comparison ------------------------------------------------------------------------------------


def test_an_sop_leads_to_its_comparison_and_a_stage_back_to_its_step(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(SELAYAR)
    page.get_by_role("link", name="Bandingkan 4 SOP ini tahap demi tahap").click()
    expect(page.locator("h1")).to_have_text("Pengukuran Kinerja")
    expect(page.locator(".md-path__link")).to_have_text(["Beranda", "SOP", "Perbandingan SOP"])
    tahap = page.locator(".sop-banding-tahap tr", has_text="Menandatangani dokumen")
    expect(tahap).to_contain_text("beda pelaksana, waktu, output")
    expect(tahap.locator("td.sop-banding-kosong")).to_contain_text(["tidak ada yang mirip"] * 2)
    expect(page.locator(".sop-banding-tabel thead th").nth(1)).to_have_text("Dinas Sosial Selayar")
    tahap.get_by_role("link", name="Langkah 11").click()
    expect(page).to_have_url(re.compile(r"banggai/pengukuran-kinerja/#langkah-11$"))


def test_likeness_is_told_in_words_and_doubt_with_it(page: Page) -> None:
    page.goto(EMPAT)
    sel = page.locator("#tahap-1 td").nth(1)
    expect(sel).to_contain_text("mirip")
    expect(sel).to_contain_text("pelaksana perlu konfirmasi")
    expect(sel).to_contain_text("▼ tersingkat")
    expect(page.locator("article")).not_to_contain_text("langkah yang sama")


@pytest.mark.parametrize("skrip", [True, False])
def test_offices_can_be_left_out_without_a_script(
    browser: Browser, alamat: str, skrip: bool
) -> None:
    with visit(browser, base_url=alamat, java_script_enabled=skrip) as one:
        one.page.goto(DUABELAS)
        sel = one.page.locator("#tahap-1 > td:visible")
        expect(sel).to_have_count(12)
        kotak = one.page.get_by_label("Kantor Contoh 7")
        kotak.focus()
        one.page.keyboard.press("Space")
        expect(sel).to_have_count(11)
        expect(one.page.locator(".sop-banding-k7:visible")).to_have_count(0)
        expect(one.page.locator(".sop-banding-k8:visible").first).to_be_visible()


def test_twelve_columns_are_cards_until_few_enough_are_chosen(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(DUABELAS)
    kepala = page.locator(".sop-banding-tabel thead")
    expect(kepala).to_be_hidden()
    expect(page.locator("#tahap-1 .sop-banding-k12")).to_be_visible()
    assert _melebar(page) == 0
    for kotak in page.locator(".sop-banding-pilih input").all()[4:]:
        kotak.uncheck()
    expect(kepala).to_be_visible()
    expect(kepala.locator("th:visible")).to_have_count(5)
    assert _melebar(page) == 0


def test_on_a_phone_each_stage_is_a_card_office_by_office(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(EMPAT)
    kotak = [x.bounding_box() for x in page.locator("#tahap-1 > *").all()]
    atas = [k["y"] for k in kotak if k]
    assert len(atas) == 5
    assert atas == sorted(atas)
    assert len({k["x"] for k in kotak if k}) == 1
    label = (
        page.locator("#tahap-1 td")
        .nth(1)
        .evaluate("td => getComputedStyle(td, '::before').content")
    )
    assert label == '"Dinas Sosial Selayar"'


def test_ones_own_comes_first_and_on_a_phone_the_others_wait(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{EMPAT}?mulai=sumedang/pengukuran-kinerja")
    sel = page.locator("#tahap-3 > td:visible")
    expect(sel).to_have_count(1)
    expect(sel).to_have_attribute("data-label", "Dinas Sosial Sumedang")
    page.locator("#tahap-3").get_by_role("button", name="Lihat 1 SOP lain").click()
    expect(sel).to_have_count(4)
    page.get_by_label("Mulai dengan").select_option("urutan buku ini")
    expect(page.locator("#tahap-4 > td:visible")).to_have_count(4)
    expect(sel.first).to_have_attribute("data-label", "Dinas Sosial Banggai")


def test_what_offices_write_stays_text(page: Page) -> None:
    for halaman in (DUABELAS, "waktu/", "sop/kantor-03/tamu/"):
        page.goto(halaman)
        assert page.locator("article img[src='x']").count() == 0
        expect(page.locator("article")).to_contain_text(JAHAT)


def test_the_comparison_prints_with_its_heads_and_without_its_boxes(
    page: Page, tmp_path: Path
) -> None:
    page.goto(EMPAT)
    page.emulate_media(media="print")
    expect(page.locator(".sop-banding-pilih")).to_be_hidden()
    expect(page.locator(".sop-banding-tabel thead")).to_be_visible()
    page.pdf(path=tmp_path / "banding.pdf", prefer_css_page_size=True)
    lembar = PdfReader(tmp_path / "banding.pdf")
    assert len(lembar.pages) <= 9
    assert lembar.pages[0].mediabox.width > lembar.pages[0].mediabox.height
    teks = [satu.extract_text() for satu in lembar.pages]
    assert "Menandatangani dokumen pengukuran kinerja" in " ".join(" ".join(teks).split())
    assert all("Dinas PMK Way Kanan" in satu for satu in teks[:3])


# --- Time ----------------------------------------------------------------------------------------------


def test_the_way_of_an_sop_is_told_with_links(page: Page) -> None:
    page.goto(SELAYAR)
    bagian = page.locator(".sop-waktu-rincian")
    expect(bagian).to_contain_text(
        "Paling singkat 2 hari kerja 3 jam 40 menit: langkah 1 sampai 10, dengan Setuju di langkah 8."
    )
    expect(bagian).to_contain_text("bila sekali Tidak setuju di langkah 8 (kembali ke 7)")
    expect(bagian).to_contain_text("Langkah 10 belum terhitung")
    bagian.get_by_role("link", name="8", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"#langkah-8$"))


def test_bars_have_their_numbers_and_no_time_is_not_zero(page: Page) -> None:
    page.goto(SELAYAR)
    peran = page.locator(".sop-waktu-grafik--peran tbody tr")
    expect(peran.filter(has_text="Tim Penyusun LAKIP")).to_contain_text("83 %")
    expect(peran.filter(has_text="STAF")).to_contain_text("tanpa waktu")
    expect(peran.filter(has_text="Bidang")).to_contain_text("tidak punya langkah")
    expect(peran.filter(has_text="STAF").locator("svg")).to_have_count(0)
    terpanjang = (
        page.locator(".sop-waktu-grafik--langkah tbody tr").nth(4).locator(".sop-waktu-pasti")
    )
    assert terpanjang.get_attribute("width") == "100.0"


def test_the_two_clocks_have_columns_of_their_own(page: Page) -> None:
    page.goto("sop/kantor-03/tamu/")
    tabel = page.locator(".sop-waktu-grafik--langkah")
    expect(tabel.locator("thead th")).to_have_text(
        ["Menurut langkah", "Waktu kerja", "Waktu kalender"]
    )
    keempat = tabel.locator("tbody tr").nth(3).locator("td")
    expect(keempat.nth(0)).to_have_text("")
    expect(keempat.nth(1)).to_contain_text("1 hari kalender")


def test_an_sop_without_any_time_has_no_such_section(page: Page) -> None:
    page.goto("sop/kantor-01/arsip/")
    expect(page.locator("h1")).to_have_text("Pengarsipan")
    expect(page.locator("#waktu")).to_have_count(0)


def _urut(page: Page, nama: str) -> Locator:
    return page.locator("th", has=page.get_by_role("button", name=nama, exact=True))


def test_the_table_sorts_by_keyboard_and_says_how(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("waktu/")
    langkah = page.get_by_role("button", name="Langkah", exact=True)
    langkah.focus()
    page.keyboard.press("Enter")
    expect(_urut(page, "Langkah")).to_have_attribute("aria-sort", "ascending")
    expect(_urut(page, "SOP")).not_to_have_attribute("aria-sort", re.compile(".*"))
    angka = [int(x) for x in _kolom(page, 2)]
    assert angka == sorted(angka)
    page.keyboard.press("Space")
    expect(_urut(page, "Langkah")).to_have_attribute("aria-sort", "descending")
    angka = [int(x) for x in _kolom(page, 2)]
    assert angka == sorted(angka, reverse=True)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_times_sort_by_length_and_what_is_unknown_comes_last(page: Page) -> None:
    page.goto("waktu/")
    tombol = page.get_by_role("button", name="Waktu standar")
    for _ in range(2):
        tombol.click()
        nilai = page.locator("#waktu-sop > tr > :nth-child(5)")
        kunci = nilai.evaluate_all("semua => semua.map(td => td.dataset.nilai ?? null)")
        ada = [float(k) for k in kunci if k]
        assert kunci[len(ada) :] == [None, None]
        turun = tombol.evaluate("b => b.parentElement.ariaSort == 'descending'")
        assert ada == sorted(ada, reverse=turun)
        assert len(set(ada)) > 10


def test_the_table_can_be_filtered_and_sorted_at_once(page: Page) -> None:
    page.goto("waktu/")
    page.get_by_role("searchbox", name="Saring SOP").fill("pengukuran sosial")
    expect(page.locator("#waktu-sop > tr:visible")).to_have_count(3)
    page.get_by_role("button", name="Instansi").click()
    kantor = ["Dinas Sosial Banggai", "Dinas Sosial Selayar", "Dinas Sosial Sumedang"]
    assert _kolom(page, 1) == kantor


def test_on_a_phone_a_list_sorts_the_cards(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("waktu/")
    page.get_by_label("Urutkan menurut").select_option("Langkah, terbesar dulu")
    expect(page.locator("#waktu-sop > tr").first).to_contain_text(
        "Mekanisme Pengumpulan Data Kinerja"
    )
    expect(page.locator("#waktu-sop > tr").first).to_contain_text("13")
    assert _melebar(page) == 0


def test_without_a_script_the_table_is_all_there(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat, java_script_enabled=False) as one:
        one.page.goto("waktu/")
        expect(one.page.locator("#waktu-sop > tr")).to_have_count(20)
        expect(one.page.locator(".sop-waktu-tabel button")).to_have_count(0)
        expect(one.page.locator(".sop-saring")).to_be_hidden()


def test_instant_navigation_makes_the_table_sort(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("sop/")
    page.get_by_role("link", name="Waktu", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Waktu")
    expect(page.get_by_role("button", name="Instansi")).to_have_count(1)
