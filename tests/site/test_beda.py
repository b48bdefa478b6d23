"""The page of differences in a real browser: nothing is asked of anybody, and everybody can read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from buku_sop.analysis.beda import bandingkan
from buku_sop.diagnostics import Location, diagnose
from buku_sop.views.beda.html import tulis_html
from buku_sop.views.beda.susun import tampilkan
from tests.builders import handbook, langkah, sop
from tests.paths import ROOT

pytestmark = pytest.mark.browser
JAHAT = '</style></script><script>document.title="jebol"</script><img src=x onerror="alert(1)">{{ 7*7 }}'
LAMA = sop(
    langkah("Mencatat tamu di buku tamu", waktu="120 menit"),
    langkah("Menyusun laporan kinerja dan menyerahkan laporan kepada pimpinan"),
    langkah("Memeriksa berkas", cabang={"Ya": "lanjut", "Tidak": "selesai"}, oleh="kepala"),
    langkah("Menghapus papan tulis"),
    langkah("Mengantar tamu"),
)
BARU = sop(
    langkah("Menanyakan nomor antrean"),
    langkah("Mencatat tamu di buku tamu", waktu="90 menit"),
    langkah("Menyusun laporan kinerja"),
    langkah("Menyerahkan laporan kepada pimpinan"),
    langkah("Memeriksa berkas", cabang={"Ya": "lanjut", JAHAT: "selesai"}, oleh="kepala"),
    langkah("Mengantar tamu", keterangan=JAHAT),
    nama=JAHAT,
)


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lain = sop(id="kantor-contoh/tutup", nama="Lain", nomor="9")
    beda = bandingkan(handbook(LAMA), handbook(BARU, lain))
    temuan = [diagnose("SOP-R002", Location("sop_data/a.yml", 3), nomor=JAHAT)]
    isi = tulis_html(tampilkan(beda, "main", JAHAT, temuan), ROOT / "overrides")
    berkas = tmp_path_factory.mktemp("beda") / "beda.html"
    berkas.write_text(isi, encoding="utf-8")
    return berkas


def buka(browser: Browser, halaman: Path, lebar: int = 1400, warna: str = "light") -> Page:
    page = browser.new_page(
        viewport={"width": lebar, "height": 900},
        color_scheme="dark" if warna == "dark" else "light",
    )
    page.goto(halaman.as_uri())
    return page


def test_it_asks_nothing_of_anybody_and_runs_nothing(browser: Browser, halaman: Path) -> None:
    page = browser.new_page()
    diminta: list[str] = []
    pesan: list[str] = []
    page.on("request", lambda r: diminta.append(r.url))
    page.on("console", lambda m: pesan.append(m.text))
    page.on("pageerror", lambda e: pesan.append(str(e)))
    page.goto(halaman.as_uri())
    assert diminta == [halaman.as_uri()]
    assert pesan == []
    assert page.locator("script, img, iframe, link").count() == 0
    assert page.title() == f"Perubahan SOP: main → {JAHAT}"
    assert page.locator("article h2").first.inner_text().endswith(JAHAT)


def test_both_versions_stand_side_by_side(browser: Browser, halaman: Path) -> None:
    page = buka(browser, halaman)
    tabel = page.locator("table.sop-beda-langkah").first
    baris = tabel.locator("tbody tr")
    told = [r.locator("th").inner_text().split("\n")[0] for r in baris.all()]
    assert told == ["Baru", "Diubah", "Dipecah", "Diubah", "Dihapus", "Diubah"]
    waktu = baris.nth(1).locator("td.sop-beda-waktu")
    dulu, kini = waktu.nth(0).bounding_box(), waktu.nth(1).bounding_box()
    assert dulu
    assert kini
    assert dulu["x"] + dulu["width"] < kini["x"]
    assert (dulu["y"], dulu["height"]) == (kini["y"], kini["height"])
    assert [waktu.nth(0).locator("del").inner_text(), waktu.nth(1).locator("ins").inner_text()] == [
        "120",
        "90",
    ]
    assert "−30 menit (−25 %)" in baris.nth(1).locator("th").inner_text()
    assert baris.nth(4).locator("td.sop-beda-tiada").inner_text() == "tidak ada"


def test_a_new_sop_has_one_side(browser: Browser, halaman: Path) -> None:
    page = buka(browser, halaman)
    tabel = page.locator("article", has_text="kantor-contoh/tutup").locator(
        "table.sop-beda-langkah"
    )
    assert tabel.locator("thead th[scope=colgroup]").all_inner_texts() == ["Sesudah"]
    assert tabel.locator(".sop-beda-tiada").count() == 0


def test_what_did_not_change_can_be_hidden(browser: Browser, tmp_path: Path) -> None:
    kini = replace(
        LAMA, prosedur=sop(langkah("Baru sama sekali"), *LAMA.prosedur[0].langkah).prosedur
    )
    buku = tampilkan(bandingkan(handbook(LAMA), handbook(kini)), "main", "usulan")
    berkas = tmp_path / "a.html"
    berkas.write_text(tulis_html(buku, ROOT / "overrides"), encoding="utf-8")
    page = buka(browser, berkas)
    baris = page.locator("table.sop-beda-langkah tbody tr:visible")
    assert baris.count() == 6
    page.get_by_label("Tampilkan hanya langkah yang berubah").check()
    assert baris.count() == 1


@pytest.mark.parametrize("lebar", [360, 800, 1366])
def test_the_page_itself_never_scrolls_sideways(
    browser: Browser, halaman: Path, lebar: int
) -> None:
    page = buka(browser, halaman, lebar)
    assert page.evaluate("document.documentElement.scrollWidth") <= lebar


@pytest.mark.parametrize("warna", ["light", "dark"])
def test_everybody_can_read_it(browser: Browser, halaman: Path, warna: str) -> None:
    page = buka(browser, halaman, warna=warna)
    assert Axe().run(page).generate_report().startswith("Found 0 accessibility violations")
