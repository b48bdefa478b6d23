"""The check of drafts in a real browser: a clerk with keys and a mouse, beside somebody with an editor."""

from __future__ import annotations

import io
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from buku_sop.adapters.places import LOOK
from buku_sop.adapters.sajikan.news import News
from buku_sop.adapters.sajikan.news import add_routes as add_news
from buku_sop.adapters.sajikan.periksa.alamat import alamat_draf, masuk
from buku_sop.adapters.sajikan.periksa.draf import LAPORAN
from buku_sop.adapters.sajikan.periksa.halaman import add_routes
from buku_sop.adapters.sajikan.routes import OWN, Request, Response, Router
from buku_sop.adapters.sajikan.server import LOOPBACK, Server, listen
from buku_sop.model.tulisan import TULISAN, pasang
from tests.adapters.sajikan.test_periksa import ID, REPORT, TEKS, Site, berkas
from tests.site.accessibility import faults
from tests.site.kebijakan import try_what_is_forbidden, what_is_refused
from tests.site.tak_bertanda import unmarked_words

TAMBAHAN = TEKS.replace(
    "perlu_konfirmasi:\n  tanggal_efektif: Kosong.",
    "perlu_konfirmasi:\n  nomor: Dalam dokumennya kosong.\n  tanggal_efektif: Kosong.",
)
GAYA = ("dasar", "sop", "tabel", "alur", "diagram")


@dataclass
class Clerk:
    """Somebody at the page, and the file that it changes."""

    page: Page
    root: Path
    news: News
    ditolak: list[str]
    """What the policy of the page refused."""

    def isi(self) -> str:
        return berkas(self.root).read_text(encoding="utf-8")

    def simpan(self, teks: str) -> None:
        """Save the file as others do, and let the server tell of it."""
        berkas(self.root).write_text(teks, encoding="utf-8")
        self.news.tell()

    def melihat(self, judul: str, sudah: str) -> None:
        expect(self.page.locator("#judul-ragu")).to_contain_text(judul)
        expect(self.page.locator("#kemajuan-kata")).to_have_text(sudah)


@pytest.fixture
def bertanda() -> Iterator[None]:
    """Say every word of the interface in marks."""
    pasang({kunci: f"⟦<b>{teks}⟧" for kunci, teks in TULISAN.items()})
    yield
    pasang({})


@pytest.fixture
def clerk(browser: Browser, tmp_path: Path) -> Iterator[Clerk]:
    """Serve one draft with the picture of its page, and open it by the link."""
    berkas(tmp_path).parent.mkdir(parents=True)
    (berkas(tmp_path).parent / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    berkas(tmp_path).write_text(TAMBAHAN, encoding="utf-8")
    laporan = tmp_path / LAPORAN / ID
    laporan.mkdir(parents=True)
    (laporan / "laporan.json").write_text(json.dumps(REPORT), encoding="utf-8")
    gambar = io.BytesIO()
    Image.new("RGB", (850, 567), "white").save(gambar, "PNG")
    (laporan / "halaman-01.png").write_bytes(gambar.getvalue())
    router, news = Router(), News()
    add_news(router, news)
    add_routes(router, Site(tmp_path))  # type: ignore[arg-type]
    gaya = b"".join((LOOK / "assets/stylesheets" / f"{n}.css").read_bytes() for n in GAYA)

    def answer(request: Request) -> Response:
        if request.path.startswith(OWN):
            return router.answer(request)
        return Response(gaya, "text/css")

    server = Server(listen(LOOPBACK, 0), answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page(viewport={"width": 1024, "height": 768})
    refused = what_is_refused(page)
    page.goto(server.url + masuk(router, alamat_draf(ID)))
    yield Clerk(page, tmp_path, news, refused)
    page.close()
    assert refused == [], "the policy of the page refuses nothing that the page does"
    server.shutdown()
    server.server_close()


def test_a_draft_is_confirmed_by_keys_and_mouse(clerk: Clerk) -> None:
    page, tekan = clerk.page, clerk.page.keyboard.press
    clerk.melihat("Nomor SOP", "0 dari 4 dikonfirmasi")
    assert faults(page) == ""
    assert try_what_is_forbidden(page)[0] == "connect-src"
    clerk.ditolak.clear()

    tekan("e")  # corrected: typing is no shortcut
    page.get_by_role("textbox", name="Nomor SOP").fill("12/L/2026")
    tekan("Control+Enter")
    clerk.melihat("Tanggal efektif", "1 dari 4 dikonfirmasi")
    assert "nomor: 12/L/2026" in clerk.isi()

    tekan("l")  # left for later
    clerk.melihat("Langkah 1: pelaksana", "1 dari 4 dikonfirmasi")
    expect(page.locator(".periksa-letak--ragu")).to_be_visible()
    expect(page.locator("tr.periksa-kini")).to_contain_text("Menerima berkas")
    gambar = page.locator("#gambar").inner_html()
    tekan("1")  # another reading, and the drawing follows
    clerk.melihat("Langkah 2: arah alur", "2 dari 4 dikonfirmasi")
    assert "pelaksana: kepala" in clerk.isi()
    assert page.locator("#gambar").inner_html() != gambar

    page.get_by_role("button", name="Ke langkah 1 (Menerima berkas)").click()
    clerk.melihat("Tanggal efektif", "3 dari 4 dikonfirmasi")
    assert "ke: menerima-berkas" in clerk.isi()
    page.get_by_role("button", name="Batalkan").click()
    clerk.melihat("Langkah 2: arah alur", "2 dari 4 dikonfirmasi")
    tekan("Enter")  # right as it is
    clerk.melihat("Tanggal efektif", "3 dari 4 dikonfirmasi")
    tekan("Enter")
    clerk.melihat("Semua isian sudah dikonfirmasi", "4 dari 4 dikonfirmasi")
    expect(page.locator("#putusan")).to_contain_text("temuan")
    assert "perlu_konfirmasi" not in clerk.isi()
    assert "# dari loket" in clerk.isi()
    for sudah in (3, 2, 1, 0):
        tekan("u")
        expect(page.locator("#kemajuan-kata")).to_have_text(f"{sudah} dari 4 dikonfirmasi")
    clerk.melihat("Nomor SOP", "0 dari 4 dikonfirmasi")
    assert clerk.isi() == TAMBAHAN


def test_what_others_write_meanwhile_is_seen_and_what_is_typed_stays(clerk: Clerk) -> None:
    page = clerk.page
    clerk.melihat("Nomor SOP", "0 dari 4 dikonfirmasi")
    page.get_by_role("button", name="Perbaiki").click()
    page.get_by_role("textbox", name="Nomor SOP").fill("12/L/2026")
    luar = clerk.isi().replace("Menyimpan berkas", "Menyimpan semua berkas")
    clerk.simpan(luar)
    expect(page.locator("#kabar")).to_contain_text("diubah di luar")
    expect(page.locator("#gambar")).to_contain_text("Menyimpan semua berkas")
    expect(page.get_by_role("textbox", name="Nomor SOP")).to_have_value("12/L/2026")
    page.get_by_role("button", name="Simpan").click()
    clerk.melihat("Tanggal efektif", "1 dari 4 dikonfirmasi")
    assert "Menyimpan semua berkas" in clerk.isi()
    assert "nomor: 12/L/2026" in clerk.isi()


def test_what_is_the_same_everywhere_is_decided_once_and_what_is_missing_is_passed_over(
    clerk: Clerk,
) -> None:
    page, tekan = clerk.page, clerk.page.keyboard.press
    clerk.melihat("Nomor SOP", "0 dari 4 dikonfirmasi")
    lain = berkas(clerk.root).parent / "draf-lain.yml"
    lain.write_text(
        "nama: Draf lain\nperlu_konfirmasi:\n  nomor: Dalam dokumennya kosong.\n", encoding="utf-8"
    )
    clerk.simpan(TAMBAHAN.replace("    pelaksana: petugas\n    perlu", "    perlu", 1))
    page.reload()
    expect(page.get_by_role("button", name="Benar, juga di 1 draf lain")).to_be_visible()
    tekan("s")
    clerk.melihat("Tanggal efektif", "1 dari 4 dikonfirmasi")
    expect(page.locator("#kabar")).to_have_text("Diputuskan juga di 1 draf lain.")
    assert "perlu_konfirmasi" not in lain.read_text(encoding="utf-8")

    tekan("Enter")
    clerk.melihat("Langkah 1: pelaksana", "2 dari 4 dikonfirmasi")
    tekan("Enter")  # an empty performer is no answer: it keeps its mark
    clerk.melihat("Langkah 2", "2 dari 4 dikonfirmasi")
    for _ in range(2):  # asked again, and left again
        tekan("Enter")
    clerk.melihat("isian ditunda", "3 dari 4 dikonfirmasi")
    assert "Tidak ada lambang yang terbaca" in clerk.isi()
    tekan("n")
    clerk.melihat("Langkah 1: pelaksana", "3 dari 4 dikonfirmasi")


def test_no_word_of_it_is_forgotten_in_another_language(bertanda: None, clerk: Clerk) -> None:
    page, tekan = clerk.page, clerk.page.keyboard.press
    judul = page.locator("#judul-ragu")
    berkas(clerk.root).with_name("draf-lain.yml").write_text(
        "nama: Draf lain\nperlu_konfirmasi:\n  nomor: Dalam dokumennya kosong.\n", encoding="utf-8"
    )
    kenal = (
        TAMBAHAN,
        ID,
        "Draf lain contoh pdf data yml Buku Enter Ctrl Esc kaki Keputusan Belah ketupat",
    )

    def terlupa(*lain: str) -> list[str]:
        return list(unmarked_words(page.content(), *kenal, *lain))

    for apa in ("Nomor SOP", "Tanggal efektif", "pelaksana", "arah alur"):
        expect(judul).to_contain_text(re.compile(apa, re.IGNORECASE))
        assert terlupa() == []
        tekan("e")
        expect(page.locator("#putusan form")).to_be_visible()
        assert terlupa() == []
        tekan("Escape")
        expect(page.locator("#putusan form")).to_have_count(0)
        tekan("n")
    for sudah in (1, 2, 3, 4):
        tekan("Enter")
        expect(page.locator("#kemajuan-kata")).to_contain_text(f"{sudah} dari 4")
    expect(page.locator("#putusan")).to_contain_text(re.compile("temuan:|tidak menemukan"))
    assert terlupa(*page.locator("#putusan div > ul > li").all_inner_texts()) == []
    for tujuan in ("", "?sop=kantor-contoh/tiada"):
        page.goto(page.url.partition("?")[0] + tujuan)
        expect(page.locator("h1")).to_contain_text("⟦<b>")
        assert terlupa() == []
