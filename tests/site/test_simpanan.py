"""What a device keeps: a real service worker in Chromium, and a real server that goes away and comes back."""

from __future__ import annotations

import json
import re
import shutil
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from buku_sop.adapters.simpanan.icons import IKON
from tests.paths import ROOT
from tests.site.buku import CONTOH, build, build_once, make_project
from tests.site.material import Visit, visit
from tests.site.saklar import Server, serving_copy, wait_until

pytestmark = pytest.mark.browser

TAMU = "sop/kantor-contoh/penerimaan-tamu/"
ARSIP = "sop/dinas-rekaan/pengarsipan/"
PONSEL = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def asal(bersama: Path) -> Path:
    return build_once(bersama, CONTOH).site


@pytest.fixture
def server(asal: Path, tmp_path: Path) -> Iterator[Server]:
    with serving_copy(asal, tmp_path) as server:
        yield server


@contextmanager
def reader(browser: Browser, server: Server) -> Iterator[Visit]:
    """Open the home page on a phone, whose worker is then at work."""
    with visit(browser, base_url=server.address, service_workers="allow", **PONSEL) as one:
        one.page.goto("")
        one.page.wait_for_function("navigator.serviceWorker.controller !== null")
        yield one


def read_and_store(page: Page, address: str) -> None:
    """Read a page, and wait until it is kept."""
    page.goto(address)
    wait_until(
        page, f"caches.open(`${{location.origin}}/#halaman`).then(c => c.match('/{address}'))"
    )


def test_what_was_read_is_there_without_a_network_and_says_how_old_it_is(
    browser: Browser, server: Server
) -> None:
    with reader(browser, server) as one:
        read_and_store(one.page, TAMU)
        expect(one.page.locator(".sop-simpanan")).to_have_count(0)
        server.off()
        one.page.goto(TAMU)
        expect(one.page.get_by_role("heading", level=1)).to_contain_text("Penerimaan Tamu")
        expect(one.page.locator("#langkah-2")).to_be_attached()
        baris = one.page.locator(".sop-simpanan")
        expect(baris).to_contain_text(
            re.compile(r"^Salinan dari \w+, \d+ \w+ 20\d\d .*isinya mungkin sudah berubah")
        )
        # Styles and scripts came from the store, too
        assert (
            one.page.locator(".md-header").evaluate("e => getComputedStyle(e).position") == "sticky"
        )
        server.on()


def test_a_stored_page_asks_for_the_new_one_when_the_network_is_back(
    browser: Browser, server: Server
) -> None:
    with reader(browser, server) as one:
        read_and_store(one.page, TAMU)
        server.off()
        one.page.goto(TAMU)
        baris = one.page.locator(".sop-simpanan")
        expect(baris).to_be_visible()
        server.on()
        one.page.evaluate("dispatchEvent(new Event('online'))")
        expect(baris).to_contain_text("masih sama dengan yang terbit")

        server.off()
        one.page.goto(TAMU)
        expect(baris).to_contain_text("Salinan dari")
        path = server.site / TAMU / "index.html"
        path.write_text(
            path.read_text(encoding="utf-8").replace("Mencatat tamu", "Menyapa tamu"),
            encoding="utf-8",
        )
        server.on()
        one.page.evaluate("dispatchEvent(new Event('online'))")
        expect(baris).to_contain_text("sudah diganti")
        baris.get_by_role("button", name="Muat yang baru").tap()
        expect(one.page.locator("#langkah-1")).to_contain_text("Menyapa tamu")
        expect(baris).to_have_count(0)


STARTED_AGAIN = """async () => {
  const place = await navigator.serviceWorker.ready
  const old = place.active
  await place.update()
  const until = performance.now() + 1500
  while (place.active === old && performance.now() < until) {
    old.postMessage({ perintah: "segarkan" })
    await new Promise(resolve => setTimeout(resolve, 1))
  }
}"""
"""Asks the worker for something again and again while it is to end: browsers start it again, and forget who waits."""


def test_a_worker_that_is_asked_for_something_while_it_is_to_end_is_replaced_all_the_same(
    browser: Browser, server: Server
) -> None:
    with reader(browser, server) as one:
        worker = server.site / "pekerja.js"
        worker.write_text(worker.read_text(encoding="utf-8") + "// next\n", encoding="utf-8")
        one.page.evaluate(STARTED_AGAIN)
        one.page.evaluate("dispatchEvent(new Event('online'))")
        wait_until(one.page, "navigator.serviceWorker.ready.then(r => !r.installing && !r.waiting)")


def test_a_page_that_is_published_no_longer_is_not_kept_either(
    browser: Browser, server: Server
) -> None:
    with reader(browser, server) as one:
        read_and_store(one.page, TAMU)
        server.off()
        one.page.goto(TAMU)
        shutil.rmtree(server.site / TAMU)
        server.on()
        one.page.evaluate("dispatchEvent(new Event('online'))")
        expect(one.page.locator(".sop-simpanan")).to_contain_text("tidak terbit lagi")
        server.off()
        one.page.goto(TAMU)
        expect(one.page).to_have_url(re.compile("/tanpa-jaringan/"))
        server.on()


def test_a_server_that_fails_is_answered_from_the_store_and_a_login_page_is_not_kept(
    browser: Browser, server: Server
) -> None:
    with reader(browser, server) as one:
        read_and_store(one.page, TAMU)
        server.status.append(503)
        one.page.goto(TAMU)
        expect(one.page.locator(".sop-simpanan")).to_contain_text("Salinan dari")
        server.status.clear()
        path = server.site / TAMU / "index.html"
        path.write_text(
            "<!doctype html><title>Masuk</title><h1>Masuk ke jaringan</h1>", encoding="utf-8"
        )
        one.page.goto(TAMU)
        expect(one.page.get_by_role("heading", level=1)).to_have_text("Masuk ke jaringan")
        one.page.wait_for_timeout(300)
        server.off()
        one.page.goto(TAMU)
        expect(one.page.get_by_role("heading", level=1)).to_contain_text("Penerimaan Tamu")
        server.on()


def test_a_page_that_is_not_there_leads_to_what_is(browser: Browser, server: Server) -> None:
    with reader(browser, server) as one:
        read_and_store(one.page, TAMU)
        server.off()
        one.page.goto(f"{ARSIP}?h=arsip")
        expect(one.page).to_have_url(re.compile(r"/tanpa-jaringan/\?dari=sop%2Fdinas-rekaan"))
        expect(one.page.get_by_role("heading", level=1)).to_have_text(
            "Halaman ini belum tersimpan di perangkat ini"
        )
        tersimpan = one.page.get_by_role("link", name=re.compile("Penerimaan Tamu"))
        expect(tersimpan).to_be_visible()
        lagi = one.page.get_by_role("link", name="Coba lagi")
        assert (lagi.get_attribute("href") or "").endswith(f"/{ARSIP}?h=arsip")
        tersimpan.tap()
        expect(one.page.locator("#langkah-1")).to_be_attached()
        one.page.goto("tanpa-jaringan/?dari=https%3A%2F%2Flain.contoh.invalid%2F")
        expect(lagi).to_have_attribute("href", server.address)
        server.on()


def test_an_office_is_kept_whole_renewed_and_dropped(browser: Browser, server: Server) -> None:
    with reader(browser, server) as one:
        page = one.page
        page.goto("sop/kantor-contoh/")
        simpan = page.get_by_role("button", name="Simpan instansi ini untuk dibaca tanpa internet")
        simpan.tap()
        kotak = page.locator("[data-simpanan-instansi]")
        expect(kotak).to_contain_text(
            re.compile(r"Tersimpan di perangkat ini: \d+ halaman, diperiksa")
        )
        daftar = json.loads(
            (server.site / "simpanan" / "kantor-contoh.json").read_text(encoding="utf-8")
        )
        assert f"{len(daftar['halaman'])} halaman" in kotak.inner_text()

        server.off()
        for address, _ in daftar["halaman"]:
            page.goto(address)
            expect(page.locator(".sop-simpanan")).to_contain_text("Salinan dari")
        # The search and the diagram as well, though nothing was searched or opened before
        page.keyboard.press("/")
        page.keyboard.type("mencatat tamu")
        expect(page.locator(".md-search .sop-butir").first).to_contain_text("tamu")
        page.goto(TAMU)
        page.get_by_text("Lihat diagram alir").tap()
        expect(page.locator("div.mermaid svg").first).to_be_visible()
        page.goto("tanpa-jaringan/")
        tersimpan = page.get_by_role("article").get_by_role(
            "link", name="Kantor Contoh", exact=True
        )
        expect(tersimpan).to_be_visible()
        page.goto(ARSIP)
        expect(page).to_have_url(re.compile("/tanpa-jaringan/"))

        # What changed is renewed without being asked for, also pages that nobody reads
        path = server.site / TAMU / "index.html"
        path.write_text(
            path.read_text(encoding="utf-8").replace("Mencatat tamu", "Menyapa tamu"),
            encoding="utf-8",
        )
        daftar["halaman"] = [[a, "baru" if a == TAMU else s] for a, s in daftar["halaman"]]
        (server.site / "simpanan" / "kantor-contoh.json").write_text(
            json.dumps(daftar), encoding="utf-8"
        )
        server.on()
        page.goto("")
        page.evaluate("dispatchEvent(new Event('online'))")
        kept = f"caches.open(`${{location.origin}}/#instansi:kantor-contoh`).then(c => c.match('/{TAMU}'))"
        wait_until(page, f"{kept}.then(r => r.text()).then(x => x.includes('Menyapa tamu'))")

        page.goto("sop/kantor-contoh/")
        page.get_by_role("button", name="Hapus simpanan").tap()
        expect(kotak).to_contain_text("sudah dihapus")
        expect(simpan).to_be_focused()
        assert (
            page.evaluate(
                "caches.keys().then(n => n.filter(x => x.endsWith('#instansi:kantor-contoh')).length)"
            )
            == 0
        )


def test_what_cannot_be_kept_is_told(browser: Browser, server: Server) -> None:
    with reader(browser, server) as one:
        one.page.goto("sop/kantor-contoh/")
        shutil.rmtree(server.site / TAMU)
        one.page.get_by_role("button", name="Simpan instansi ini").tap()
        kotak = one.page.locator("[data-simpanan-instansi]")
        expect(kotak).to_contain_text("Sambungan terputus")
        path = server.site / TAMU / "index.html"
        path.parent.mkdir()
        path.write_text("<h1>Masuk ke jaringan</h1>", encoding="utf-8")
        one.page.get_by_role("button", name="Simpan instansi ini").tap()
        expect(kotak).to_contain_text("mengirim halaman lain")
        assert (
            one.page.evaluate(
                "caches.open(`${location.origin}/#instansi`).then(c => c.keys()).then(k => k.length)"
            )
            == 0
        )


def test_what_is_kept_by_itself_has_a_bound(browser: Browser, server: Server) -> None:
    isi = (server.site / TAMU / "index.html").read_text(encoding="utf-8")
    with reader(browser, server) as one:
        one.page.goto(TAMU)
        for i in range(1, 106):
            (server.site / "sop" / f"banyak-{i}").mkdir()
            (server.site / "sop" / f"banyak-{i}" / "index.html").write_text(isi, encoding="utf-8")
        one.page.evaluate(
            "async () => { for (let i = 1; i < 106; i++) await (await fetch(`/sop/banyak-${i}/`)).text() }"
        )
        kept = "caches.open(`${location.origin}/#halaman`).then(c => c.keys()).then(k => k.map(r => r.url))"
        wait_until(one.page, f"{kept}.then(k => k.some(u => u.includes('banyak-105/')))")
        urls = one.page.evaluate(kept)
        assert len(urls) == 100
        assert not any(u.endswith((TAMU, "banyak-1/")) for u in urls)  # the oldest went


def test_the_site_can_be_installed(browser: Browser, server: Server) -> None:
    with reader(browser, server) as one:
        cdp = one.page.context.new_cdp_session(one.page)
        manifest = cdp.send("Page.getAppManifest")
        assert manifest["errors"] == []
        isi = json.loads(manifest["data"])
        assert (isi["name"], isi["start_url"], isi["display"]) == ("Buku SOP", "./", "minimal-ui")
        for path, size in IKON:
            png = (server.site / path).read_bytes()
            assert png[:8] == b"\x89PNG\r\n\x1a\n"
            assert struct.unpack(">II", png[16:24]) == (size, size)
        assert {i["src"] for i in isi["icons"]} == {path for path, _ in IKON}


def test_a_site_that_is_not_to_be_kept_takes_leave_of_devices(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    with reader(browser, server) as one:
        read_and_store(one.page, TAMU)
        proyek = make_project(tmp_path / "proyek", CONTOH)
        hasil = build(proyek, SOP_SIMPANAN="false")
        assert hasil.returncode == 0, hasil.stderr
        lain = proyek / "site"
        assert "const BUKU = {}" in (lain / "pekerja.js").read_text(encoding="utf-8")
        assert not (lain / "buku.webmanifest").exists()
        assert "manifest" not in (lain / "index.html").read_text(encoding="utf-8")
        shutil.rmtree(server.site)
        shutil.copytree(lain, server.site)
        one.page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
        wait_until(one.page, "navigator.serviceWorker.getRegistrations().then(r => r.length === 0)")
        wait_until(one.page, "caches.keys().then(names => names.length === 0)")


def test_the_worker_has_a_place_for_what_the_build_knows() -> None:
    from buku_sop.adapters.places import look_file
    from buku_sop.adapters.simpanan.writer import FOLDER, PEKERJA

    assert (
        look_file(ROOT, FOLDER, PEKERJA)
        .read_text(encoding="utf-8")
        .count("/* filled by the build */")
        == 1
    )
