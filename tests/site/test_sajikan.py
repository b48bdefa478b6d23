"""`sop sajikan` in a real browser: what is saved is seen without doing anything, whatever was saved."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.buku import CONTOH, TAMU, environment, make_project

TAMU_YML = "sop_data/kantor-contoh/penerimaan-tamu.yml"
PAGE = "sop/kantor-contoh/penerimaan-tamu/"


@dataclass(frozen=True)
class Served:
    """A handbook that is being served."""

    folder: Path
    process: subprocess.Popen[str]
    url: str

    def write(self, path: str, text: str) -> None:
        """Save a file, as an editor does that knows no better."""
        (self.folder / path).write_text(text, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a file."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def ask(self, path: str) -> tuple[int, bytes]:
        """Ask for something without a browser."""
        host = self.url.removeprefix("http://").rstrip("/")
        connection = http.client.HTTPConnection(host, timeout=60)
        with closing(connection):
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            return answer.status, answer.read()

    def said(self) -> str:
        """Return what the terminal shows."""
        return (self.folder / "log.txt").read_text(encoding="utf-8")


@contextmanager
def serving(folder: Path, *options: str, **variables: str) -> Iterator[Served]:
    """Serve a project at a free port."""
    command = [sys.executable, "-m", "buku_sop", "sajikan", *options]
    with (folder / "log.txt").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(**variables),
            stderr=log,
            text=True,
        )
    try:
        yield Served(folder, process, wait_for_address(folder, process))
    finally:
        process.terminate()
        process.wait()


def wait_for_address(folder: Path, process: subprocess.Popen[str]) -> str:
    """Wait until the server says where it is."""
    log = folder / "log.txt"
    while process.poll() is None:
        for line in log.read_text(encoding="utf-8").splitlines():
            if line.startswith("Siap dalam"):
                return line.partition(": ")[2].split()[0]
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a handbook from a folder whose path has a space and letters beyond ASCII, with sheets."""
    folder = tmp_path_factory.mktemp("sajikan") / "Buku Kantor é"
    folder.mkdir()
    make_project(folder, CONTOH)
    with serving(folder, SOP_PDF="true") as served:
        yield served


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """Open the page of an SOP, and put the data back afterwards."""
    page = browser.new_page()
    page.set_default_timeout(90_000)  # how long a busy machine may take is no verdict
    page.goto(served.url + PAGE)
    expect(page.get_by_text("Mencatat tamu").first).to_be_attached()
    yield page
    page.close()
    for path, text in CONTOH.items():
        served.write(f"sop_data/{path}", text)


def has(page: Page, words: str) -> None:
    """Wait until the page says something, without doing anything; while it is loaded anew there is nothing of it."""
    page.wait_for_function(
        "words => document.documentElement?.textContent.includes(words)",
        arg=words,
    )


def test_a_saved_sop_is_seen_where_one_was_reading(served: Served, page: Page) -> None:
    page.evaluate("scrollTo(0, 500)")
    page.wait_for_function("scrollY > 400")
    served.replace(TAMU_YML, "Mencatat tamu", "Mencatat nama tamu")
    has(page, "Mencatat nama tamu")
    page.wait_for_function("scrollY > 400")


def test_more_tabs_than_a_browser_has_connections_all_see_it(
    served: Served, browser: Browser
) -> None:
    context = browser.new_context()
    context.set_default_timeout(90_000)
    tabs = [context.new_page() for _ in range(7)]
    for tab in tabs:
        tab.goto(served.url + PAGE)
    served.write(TAMU_YML, TAMU.replace("Melayani tamu", "Menjamu tamu"))
    for tab in tabs:
        has(tab, "Menjamu tamu")
    context.close()
    served.write(TAMU_YML, TAMU)


def test_a_broken_file_is_shown_until_it_is_mended(served: Served, page: Page) -> None:
    served.write(TAMU_YML, "nama: Penerimaan Tamu\nnmor: <b>1</b>\nlangkah: []\n")
    has(page, "Buku SOP belum dapat dibuat")
    has(page, f"{TAMU_YML}:2:1")
    assert page.locator("article b").count() == 0
    for path in ("", "panduan/menulis/", "mutu/kode/", "sop/kantor-contoh/pengarsipan/"):
        assert b"Buku SOP belum dapat dibuat" in served.ask(path)[1]
    served.write(TAMU_YML, TAMU)
    has(page, "Mencatat tamu")
    assert "SOP-S001" in served.said()


def test_sops_come_and_go(served: Served, page: Page) -> None:
    page.goto(served.url + "sop/kantor-contoh/")
    served.write(
        "sop_data/kantor-contoh/tamu-lain.yml", TAMU.replace("Penerimaan Tamu", "Tamu Lain")
    )
    has(page, "Tamu Lain")
    assert served.ask("sop/kantor-contoh/tamu-lain")[0] == 302
    assert served.ask("sop/kantor-contoh/tamu-lain/")[0] == 200
    (served.folder / "sop_data/kantor-contoh/tamu-lain.yml").unlink()
    page.wait_for_function(
        "document.readyState === 'complete' && !document.body.textContent.includes('Tamu Lain')"
    )
    assert served.ask("sop/kantor-contoh/tamu-lain/")[0] == 404


@pytest.mark.semua
def test_a_renamed_office_is_renamed_everywhere(served: Served, page: Page) -> None:
    served.write("sop_data/kantor-contoh/instansi.yml", "nama: Kantor Bernama Baru\n")
    has(page, "Kantor Bernama Baru")
    for path in ("sop/", "pelaksana/kantor-contoh/staf/", "sop/kantor-contoh/pengarsipan/"):
        assert b"Kantor Bernama Baru" in served.ask(path)[1]


@pytest.mark.semua
def test_the_look_is_followed_too(served: Served, page: Page) -> None:
    template, style = "overrides/templat/sop/halaman.html", "overrides/assets/stylesheets/sop.css"
    served.replace(template, "{%", "<p>Kalimat dari templat</p>{%")
    has(page, "Kalimat dari templat")
    served.write(style, (served.folder / style).read_text(encoding="utf-8") + ".md-main{--coba:7}")
    page.wait_for_function(
        "[...document.querySelectorAll('.md-main')].some((x) => getComputedStyle(x).getPropertyValue('--coba') === '7')"
    )


@pytest.mark.semua
def test_a_broken_template_is_a_page_that_says_so(served: Served, page: Page) -> None:
    template = "overrides/templat/sop/_kepala.html"
    text = (served.folder / template).read_text(encoding="utf-8")
    served.write(template, text + "{% tidak ada %}")
    has(page, "Halaman ini gagal dibuat")
    has(page, "_kepala.html")
    served.write(template, text)
    has(page, "Mencatat tamu")


def test_a_broken_configuration_is_a_page_that_says_so(served: Served, page: Page) -> None:
    text = (served.folder / "mkdocs.yml").read_text(encoding="utf-8")
    served.write("mkdocs.yml", text + "tidak_dikenal: [\n")
    has(page, "Situs belum dapat disiapkan")
    served.write("mkdocs.yml", text)
    has(page, "Mencatat tamu")


def test_a_sheet_is_printed_when_it_is_asked_for(served: Served, page: Page) -> None:
    link = page.locator("a[href$='kantor-contoh-penerimaan-tamu.pdf']").first
    assert "dicetak saat diminta" in (link.text_content() or "")
    status, pdf = served.ask(f"{PAGE}kantor-contoh-penerimaan-tamu.pdf")
    assert (status, pdf[:5]) == (200, b"%PDF-")
    assert served.ask("buku-sop.pdf")[0] == 404
    printed = served.folder / ".build/terbit/pdf"
    assert [p.stem for p in printed.rglob("*.pdf")] == ["penerimaan-tamu"]


def test_the_search_finds_what_is_there(served: Served, page: Page) -> None:
    page.goto(f"{served.url}?q=tamu")
    expect(page.get_by_role("link", name="Penerimaan Tamu").first).to_be_visible(timeout=120_000)


def test_data_is_served_and_nothing_else_of_the_disk_is(served: Served) -> None:
    sop = json.loads(served.ask(f"{PAGE}sop.json")[1])["sop"]
    assert sop["id"] == "kantor-contoh/penerimaan-tamu"
    for path in (
        "mkdocs.yml",
        "../mkdocs.yml",
        "search/../../../mkdocs.yml",
        "search/%2e%2e/index.html",
    ):
        assert served.ask(path)[0] == 404
    for path in ("templat/sop/halaman.html", ".sajikan/tiada", "%00", "search%2f..%2f..%2fkosong"):
        assert served.ask(path)[0] == 404


def test_code_is_followed_at_the_same_port(served: Served, page: Page) -> None:
    code = "buku_sop/adapters/situs/publish.py"
    served.replace(code, 'KEY = "situs"', 'KEY = "situs"\nprint("Kode baru berjalan")')
    served.replace(TAMU_YML, "Mencatat tamu", "Mencatat dengan kode baru")
    while "dimulai ulang" not in served.said():
        time.sleep(0.05)
    assert b"Mencatat dengan kode baru" in served.ask(PAGE)[1], "asked while nobody answers"
    has(page, "Mencatat dengan kode baru")


def test_it_ends_at_once_and_without_a_word_too_many(tmp_path: Path) -> None:
    make_project(tmp_path, CONTOH)
    with serving(tmp_path) as served:
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(20) == 0
    assert served.said().splitlines()[-1] == "Pratinjau berhenti."
    assert "Traceback" not in served.said()
    with pytest.raises(ConnectionRefusedError):
        served.ask("")


def test_the_terminal_names_the_check_of_drafts(served: Served) -> None:
    """One of the samples marks something as doubtful."""
    tautan = (
        served.said().rpartition("Periksa draf: ")[2].split()[0]
    )  # the last: new code has one of its own
    assert served.ask(tautan.removeprefix(served.url))[0] == 303
    assert served.ask(".sajikan/periksa/")[0] == 403, "without the link"
