"""A handbook with an office's own face, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import Browser, expect

from buku_sop.analysis.wajah.palet import gaya
from buku_sop.analysis.wajah.warna import terdekat
from buku_sop.model.setelan import Warna
from buku_sop.model.tulisan import TULISAN
from tests.site.accessibility import colour_faults, faults
from tests.site.buku import CONTOH, FORGE, build, build_once, make_project, with_settings
from tests.site.material import serve, visit
from tests.site.tak_bertanda import unmarked

pytestmark = pytest.mark.browser
WARNA = [("#ffd100", "#00a0ff"), ("#7a1022", "#8a5a00"), ("#00ff90", "#ff40ff")]
HALAMAN = ("", "sop/kantor-contoh/penerimaan-tamu/")
SATU = {nama: isi for nama, isi in CONTOH.items() if nama.startswith("kantor-contoh/")}


@pytest.fixture(scope="module")
def alamat(bersama: Path) -> Iterator[str]:
    with serve(build_once(bersama, CONTOH, SOP_REPO_URL=FORGE).site) as address:
        yield address


@pytest.mark.parametrize(("utama", "aksen"), WARNA)
def test_pages_in_very_different_colours_can_be_read_by_day_and_by_night(
    browser: Browser, alamat: str, utama: str, aksen: str
) -> None:
    warna = Warna(terdekat(utama, "utama"), terdekat(aksen, "aksen"))
    with visit(browser, base_url=alamat, locale="id-ID") as one:
        for halaman in HALAMAN:
            one.page.goto(halaman)
            one.page.add_style_tag(content=gaya(warna))
            assert colour_faults(one.page) == ""


LAIN = {kunci: f"⟦<b>{teks}⟧" for kunci, teks in TULISAN.items()}
"""A made-up language, in which each word of the interface stands in marks."""
ISI = (
    ".sop-butir__judul, .sop-butir__isi, .sop-butir__langkah, bdi, option, strong, mark, "
    ".sop-butir__tempat > span:not([class])"
)
"""What comes of the handbook: names, and texts that were found."""
TERLUPA = """data => {
  const walk = document.createTreeWalker(document.querySelector("main .sop-hasil"), NodeFilter.SHOW_TEXT)
  const found = []
  while (walk.nextNode()) {
    const { parentElement: parent, textContent: text } = walk.currentNode
    if (/\\p{L}/u.test(text) && !text.includes("⟦") && !parent.closest(data)) found.push(text)
  }
  return found
}"""
NAMA = "Buku <b>SOP</b> & Kawan"
SETELAN = """\
  - buku-sop:
      nama: "Buku <b>SOP</b> & Kawan"
      pemerintah: Pemerintah <i>Kota</i> Rekaan
      logo: gambar/logo.png
      warna: {utama: "#ffd100", aksen: "#7a1022"}
      pengumuman: "**Jam layanan** <script>berubah()</script>"
      sambutan: Silakan [usulkan](panduan/mengusulkan.md) dan [jangan](javascript:alert(1)).
      tautan: [{judul: Situs <u>resmi</u>, alamat: "https://kantor.contoh.invalid/"}]
      petunjuk_cari: Cari SOP kami
      contoh_cari: [buku tamu]
      tulisan: TULISAN
"""


@pytest.fixture(scope="module")
def sendiri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Serve a handbook of one office that says all of its face, with a logo of pixels that is no square."""
    folder = make_project(tmp_path_factory.mktemp("wajah"), SATU)
    mkdocs = folder / "mkdocs.yml"
    teks = mkdocs.read_text(encoding="utf-8")
    setelan = SETELAN.replace("TULISAN", json.dumps(LAIN, ensure_ascii=False))
    mkdocs.write_text(with_settings(teks, setelan), encoding="utf-8")
    (folder / "gambar").mkdir()
    Image.new("RGB", (40, 80), (20, 96, 58)).save(folder / "gambar" / "logo.png")
    hasil = build(folder)
    assert hasil.returncode == 0, hasil.stderr
    assert "SOP-W002" in hasil.stderr  # yellow is too light, and the build goes on
    with serve(folder / "site") as address:
        yield address, folder / "site"


def test_an_office_finds_its_own_face_on_the_home_page(
    browser: Browser, sendiri: tuple[str, Path]
) -> None:
    with visit(browser, base_url=sendiri[0], locale="id-ID") as one:
        page = one.page
        page.goto("")
        expect(page).to_have_title(NAMA)
        kepala = page.locator(".md-header")
        expect(kepala).to_contain_text(f"Pemerintah <i>Kota</i> Rekaan {NAMA}")
        for logo in (kepala.locator("img"), page.get_by_role("img", name="Logo Pemerintah")):
            expect(logo).to_be_visible()
            assert logo.evaluate("e => [e.naturalWidth, e.naturalHeight]") == [40, 80]
        expect(page.get_by_role("note")).to_have_text("Jam layanan <script>berubah()</script>")
        expect(page.get_by_role("link", name="usulkan", exact=True)).to_have_attribute(
            "href", re.compile("panduan/mengusulkan/$")
        )
        expect(page.get_by_role("link", name="jangan")).to_have_count(0)
        expect(page.get_by_role("link", name="Situs <u>resmi</u>")).to_be_visible()
        expect(page.get_by_placeholder("Cari SOP kami")).to_be_visible()
        assert faults(page) == ""
        assert one.complaints == []


def test_one_office_is_not_asked_for(browser: Browser, sendiri: tuple[str, Path]) -> None:
    with visit(browser, base_url=sendiri[0], locale="id-ID") as one:
        page = one.page
        page.goto("")
        expect(page.get_by_role("region", name="Saya adalah…").locator("details")).to_have_count(0)
        page.get_by_role("region", name="Saya adalah…").get_by_role("link", name="Staf").click()
        expect(page).to_have_url(f"{sendiri[0]}pelaksana/kantor-contoh/staf/")
        page.goto("")
        page.locator(".sop-kartu").get_by_role("link", name="Penerimaan Tamu").click()
        expect(page.locator("h1")).to_contain_text("Penerimaan Tamu")
        for halaman in ("", "sop/", "waktu/", "tinjauan/", "dokumen/"):
            page.goto(halaman)
            expect(page.locator("body")).not_to_contain_text("semua instansi")
            expect(page.locator("body")).not_to_contain_text("1 instansi")


def test_no_word_of_a_script_is_forgotten_in_another_language(
    browser: Browser, sendiri: tuple[str, Path]
) -> None:
    with visit(browser, base_url=sendiri[0], viewport={"width": 1280, "height": 900}) as one:
        page = one.page
        page.goto("?q=tamu")
        expect(page.locator("main .sop-hasil__kelompok").first).to_be_visible()
        expect(page.locator("main .sop-hasil__kabar")).to_contain_text("⟦<b>")
        assert page.evaluate(TERLUPA, ISI) == []
        page.goto("?q=qqqqq+wwwww")
        expect(page.locator(".sop-hasil__kosong")).to_contain_text("⟦<b>")
        expect(page.locator(".sop-hasil__kosong strong")).to_have_text("qqqqq wwwww")
        assert page.evaluate(TERLUPA, ISI) == []
        page.goto("sop/kantor-contoh/penerimaan-tamu/")
        judul = page.eval_on_selector_all(".sop-lajur", "all => all.map(x => x.title)")
        assert [j[:4] for j in judul] == ["⟦<b>"] * len(judul) != []
        page.goto("waktu/")
        urutan = page.locator("select option").all_inner_texts()
        assert len([u for u in urutan if u.startswith("⟦<b>")]) >= 4
        assert one.complaints == []


def test_no_word_of_a_page_is_forgotten_in_another_language(sendiri: tuple[str, Path]) -> None:
    beranda = (sendiri[1].parent / "docs" / "index.md").read_text(encoding="utf-8")
    assert list(unmarked(sendiri[1], SETELAN, beranda, *SATU.values())) == []


def test_no_word_of_a_calendar_or_of_a_diagram_that_is_heard_is_forgotten(
    sendiri: tuple[str, Path],
) -> None:
    site = sendiri[1]
    kalender = Calendar.from_ical((site / "tinjau.ics").read_bytes())
    assert str(kalender["name"]).startswith("⟦<b>")
    acara = kalender.walk("VEVENT")
    assert acara != []
    for satu in acara:
        assert str(satu["summary"]).startswith("⟦<b>")
        instansi, *uraian = str(satu["description"]).splitlines()
        assert instansi == "Kantor Contoh"
        assert [u[:4] for u in uraian] == ["⟦<b>"] * 2
    html = (site / "sop" / "kantor-contoh" / "penerimaan-tamu" / "index.html").read_text("utf-8")
    (source,) = re.findall(r"accDescr: (.*)", html)
    heard = re.sub(r"#(\d+);", lambda sign: chr(int(sign[1])), source)
    assert heard.count("⟦<b>") == heard.count("⟧") == 2
    assert re.sub("⟦[^⟧]*⟧", "", heard).strip() == ""


def test_the_icons_are_the_logo_and_the_manifest_says_the_colour(
    sendiri: tuple[str, Path],
) -> None:
    site = sendiri[1]
    for ukuran in (180, 192, 512):
        with Image.open(site / "assets" / "images" / f"ikon-{ukuran}.png") as ikon:
            gambar = ikon.convert("RGBA")
        assert gambar.size == (ukuran, ukuran)
        assert gambar.getpixel((ukuran // 2, ukuran // 2)) == (20, 96, 58, 255)
        assert gambar.getpixel((2, ukuran // 2))[3] == 0  # type: ignore[index]  # it is not stretched
    manifes = json.loads((site / "buku.webmanifest").read_text(encoding="utf-8"))
    assert (manifes["name"], manifes["theme_color"]) == (NAMA, terdekat("#ffd100", "utama"))
