"""The editor of a published site in a real browser: without a connection, and where its engine does not start."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from buku_sop.model.tulisan import TULISAN
from tests.paths import ROOT
from tests.site.accessibility import faults
from tests.site.buku import CONTOH, FORGE, build, make_project
from tests.site.pencarian import ask
from tests.site.saklar import Server, serving_copy

TAMU = "kantor-contoh/penerimaan-tamu"
MESIN = Path(".build") / "mesin"
DIPERIKSA = """() => {
  const app = document.getElementById("sunting")?.sunting
  return app?.view && !app.view.awal && !app.draf.early && !app.draf.busy && !app.unkept && app.grid.querySelector("table")
}"""
TERSIMPAN = "() => document.getElementById('sunting').sunting.luring.keadaan === ''"
REPLACED = """async () => {
  const there = navigator.serviceWorker
  const replaced = new Promise(resolve => there.addEventListener("controllerchange", resolve, { once: true }))
  await (await there.ready).update()
  await replaced
}"""
NOTING = """
window.ditolak = []
document.addEventListener("securitypolicyviolation", x => ditolak.push(`${x.violatedDirective} ${x.blockedURI}`))
"""
ANYBODY = {"access-control-allow-origin": "*"}
DIAMBIL = """() => performance.getEntriesByType("resource")
  .filter(x => /\\/(mesin|sunting)\\.\\w+\\.js$/.test(x.name)).length === 2"""
MENUNGGU = "() => document.getElementById('sunting').sunting.draf.waiting.length"


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a handbook with its editor; the engine is made once for all builds of this folder."""
    folder = make_project(tmp_path_factory.mktemp("situs"), CONTOH)
    (ROOT / MESIN).mkdir(parents=True, exist_ok=True)
    (folder / MESIN).symlink_to(ROOT / MESIN)
    result = build(folder, SOP_PENYUNTING="true", SOP_REPO_URL=FORGE, SOP_FORGE="github")
    assert result.returncode == 0, result.stderr
    if "tanpa penyunting" in result.stderr:  # `make setup` had no network for the engine's library
        pytest.skip(result.stderr)
    return folder / "site"


@pytest.fixture
def server(asal: Path, tmp_path: Path) -> Iterator[Server]:
    with serving_copy(asal, tmp_path) as server:
        yield server


@contextmanager
def browsing(browser: Browser, server: Server, workers: str = "allow") -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=server.address, service_workers=workers)  # type: ignore[arg-type]
    context.set_default_timeout(120_000)  # how long a busy machine may take is no verdict
    yield context
    context.close()


def opened(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto(f"sunting/?sop={TAMU}")
    page.wait_for_function(DIPERIKSA)
    return page


def typed(page: Page, text: str) -> None:
    page.locator("tr[data-n='0'] td.sop-kegiatan").click()
    for key in ("F2", "Control+a"):
        page.keyboard.press(key)
    page.keyboard.type(text)
    page.keyboard.press("Tab")


def text(page: Page) -> str:
    return str(page.evaluate("document.getElementById('sunting').sunting.draf.teks"))


def another_version(site: Path) -> str:
    """Publish the site with its engine in another folder, as another version has it."""
    [old] = (site / "assets" / "mesin").iterdir()
    new = "0123456789ab"
    old.rename(old.with_name(new))
    for path in (site / "sunting" / "index.html", site / "pekerja.js"):
        path.write_text(path.read_text(encoding="utf-8").replace(old.name, new), encoding="utf-8")
    return new


@pytest.mark.semua  # it starts the engine four times, and must wait for each
@pytest.mark.parametrize("next_version", [False, True])
def test_the_editor_that_was_open_once_works_without_the_server_also_in_its_next_version(
    browser: Browser, server: Server, next_version: bool
) -> None:
    with browsing(browser, server) as context:
        page = opened(context)
        page.wait_for_function(TERSIMPAN)
        # pyodide.asm.wasm is larger than what the cache of a private window takes
        mesin = [p for p in server.asked if p.endswith(("_core.wasm", ".zip", ".gz"))]
        assert len(mesin) == len(set(mesin)) > 0, "what the page has loaded is not loaded again"
        page.close()
        server.off()
        page = opened(context)
        typed(page, "Mencatat tamu agung")
        page.wait_for_function(DIPERIKSA)
        assert "Mencatat tamu agung" in text(page)
        page.close()
        page = opened(context)
        assert "Mencatat tamu agung" in text(page), "kept by the browser"
        page.keyboard.press("Control+s")
        with page.expect_download() as download:
            page.get_by_role("button", name="Kirim ke pengelola").click()
        assert download.value.suggested_filename.endswith(".sop-usul.zip")
        if not next_version:
            server.on()
            return
        page.close()
        version = another_version(server.site)
        server.on()
        page = opened(context)
        page.wait_for_function(TERSIMPAN)
        page.close()
        server.off()
        page = opened(context)
        assert version in page.evaluate("document.getElementById('sunting').sunting.mesin.versi")
        assert "Mencatat tamu agung" in text(page)
        page.goto("sunting/")
        expect(page.locator("#sunting")).to_contain_text(
            "dapat dibuka tanpa sambungan", timeout=120_000
        )
        server.on()


ENGINE_THAT_KNOWS_NOTHING = """
self.onmessage = ({ data: { id, mulai } }) => self.postMessage(mulai ? { siap: "awal" } : { id, hasil: { instansi: [], sop: [], berkas: [] } })
"""


def test_where_it_cannot_be_kept_for_later_that_is_said_and_tried_again(
    browser: Browser, server: Server
) -> None:
    [mesin] = (server.site / "assets" / "mesin").iterdir()
    (mesin / "pekerja.mjs").write_text(ENGINE_THAT_KNOWS_NOTHING, encoding="utf-8")
    piece = mesin / "nyala.mjs"
    piece.rename(piece.with_suffix(".nanti"))
    with browsing(browser, server) as context:
        page = context.new_page()
        page.goto("sunting/")
        said = page.locator(".sunting-luring")
        expect(said).to_contain_text("sebagian berkasnya tidak dapat diambil")
        assert faults(page) == ""
        piece.with_suffix(".nanti").rename(piece)
        said.get_by_role("button", name="Coba lagi").click()
        expect(said).to_contain_text("sudah tersimpan di perangkat ini")
        expect(said.get_by_role("button")).to_have_count(0)
        another_version(server.site)
        page.evaluate(REPLACED)
        page.evaluate("document.getElementById('sunting').sunting.luring.again()")
        expect(said.get_by_role("button", name="Muat ulang")).to_be_visible()


ENGINE_THAT_IS_STILL_COMING = """
self.onmessage = ({ data: { mulai } }) => mulai && self.postMessage({ kemajuan: { sudah: 2, dari: 3 } })
"""


def test_what_is_published_is_listed_shown_and_said_to_be_wrong_before_the_engine_is_there(
    browser: Browser, server: Server
) -> None:
    [mesin] = (server.site / "assets" / "mesin").iterdir()
    (mesin / "pekerja.mjs").write_text(ENGINE_THAT_IS_STILL_COMING, encoding="utf-8")
    with browsing(browser, server, "block") as context:
        page = context.new_page()
        page.goto("sunting/")
        editor = page.locator("#sunting")
        page.get_by_label("Nama SOP").fill("Menyambut")
        page.get_by_role("button", name="Mulai menulis").click()
        expect(editor).to_contain_text(
            "2 dari 3 bagian"
        )  # what needs the engine says how far it is
        page.get_by_label("Cari namanya").fill("penerimaan")
        page.keyboard.press("Enter")
        expect(page.locator("td.sop-kegiatan[tabindex]").first).to_be_visible()
        published = json.loads((server.site / f"data/sunting/{TAMU}.json").read_text("utf-8"))
        found = [x["pesan"].replace("`", "") for x in published["lihat"]["temuan"]]
        page.locator("[data-kunci=temuan]").click()
        expect(page.locator(".sunting-temuan li")).to_have_count(len(found))
        assert found
        for one in found:
            expect(page.locator(".sunting-temuan")).to_contain_text(one)
        checking = page.locator(".sunting-memeriksa")
        expect(checking).to_be_hidden()  # and today nothing else would be found
        page.get_by_role("tab", name="Identitas").click()
        name = page.locator(".sunting-nanti").get_by_label("Nama SOP")
        expect(name).to_have_value("Penerimaan Tamu")
        expect(name).to_be_disabled()
        assert faults(page) == ""
        page.get_by_role("tab", name="Langkah").first.click()
        typed(page, "Mencatat tamu agung")
        expect(checking).to_be_visible()  # what is found now is not known yet


def test_a_browser_that_cannot_read_the_editor_is_told_so(browser: Browser, server: Server) -> None:
    with browsing(browser, server, "block") as context:
        page = context.new_page()
        page.route(
            re.compile(r"/sunting\.\w+\.js$"),
            lambda route: route.fulfill(body="tidak { dimengerti", content_type="text/javascript"),
        )
        page.goto(f"sunting/?sop={TAMU}")
        expect(page.get_by_role("alert")).to_have_text(TULISAN["penyunting.gagal"])


FIRST_ROW = """
new MutationObserver((_, watch) => {
  if (!document.querySelector("td.sop-kegiatan")) return
  window.tampak = performance.now()
  watch.disconnect()
}).observe(document, { subtree: true, childList: true })
"""
UPON_THE_SEARCH = """() => {
  const { left, top, right, bottom } = document.querySelector(".md-search__output").getBoundingClientRect()
  const upon = new Set()
  for (let x = left + 4; x < right; x += 20) {
    for (let y = top + 4; y < Math.min(bottom, innerHeight); y += 20) {
      const one = document.elementFromPoint(x, y)
      if (!one.closest(".md-search")) upon.add(one.className)
    }
  }
  return [...upon]
}"""
THEME = "() => performance.getEntriesByType('resource').find(x => /[/]bundle[.]/.test(x.name))?.startTime"


@pytest.mark.parametrize(
    "where",
    [
        f"?sop={TAMU}",
        pytest.param("", marks=pytest.mark.semua),
        pytest.param("?sop=tidak/ada", marks=pytest.mark.semua),
    ],
)
def test_the_editor_is_shown_first_and_the_rest_of_the_page_works_after_it(
    browser: Browser, server: Server, where: str
) -> None:
    [mesin] = (server.site / "assets" / "mesin").iterdir()
    (mesin / "pekerja.mjs").write_text(ENGINE_THAT_IS_STILL_COMING, encoding="utf-8")
    with browsing(browser, server, "block") as context:
        page = context.new_page()
        page.add_init_script(FIRST_ROW)
        page.goto(f"sunting/{where}")
        page.wait_for_function(THEME)
        if "penerimaan" in where:
            assert page.evaluate(THEME) > page.evaluate("window.tampak")
        assert faults(page) == ""
        page.set_viewport_size({"width": 768, "height": 1024})
        page.locator("header label.md-header__button[for=__search]").click()
        expect(ask(page, "tamu").first).to_contain_text("Penerimaan Tamu")
        assert page.evaluate(UPON_THE_SEARCH) == []


def test_who_has_read_an_sop_alone_is_told_that_the_editor_is_not_there(
    browser: Browser, server: Server
) -> None:
    with browsing(browser, server) as context:
        page = context.new_page()
        page.goto(f"sop/{TAMU}/")
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        server.off()
        page.goto(f"sunting/?sop={TAMU}")
        expect(page.get_by_text("Penyunting belum tersimpan di perangkat ini")).to_be_visible()
        server.on()


def recommended() -> str:
    """Return the policy that the guide gives for servers, with the forge's address in it as the guide says."""
    guide = (ROOT / "docs" / "panduan" / "menaruh.md").read_text(encoding="utf-8")
    given = set(re.findall(r"default-src 'self'; script-src [^\"]+", guide))
    assert len(given) == 1, "nginx, Apache and IIS say the same"
    forge = re.search(r"`(connect-src 'self' https://api\.github\.com)`", guide)
    assert forge
    return f"{given.pop()}; {forge[1]}"


def test_the_page_says_itself_what_it_runs_and_whom_it_asks(asal: Path) -> None:
    page = (asal / "sunting" / "index.html").read_text(encoding="utf-8")
    [said] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page)
    rules = dict(one.split(" ", 1) for one in said.split("; "))
    assert page.index("Content-Security-Policy") < page.index("<script")
    assert rules["connect-src"] == "'self' https://github.contoh.invalid"
    assert rules["default-src"] == rules["form-action"] == "'none'"
    scripts = rules["script-src"].split()
    assert {x for x in scripts if not x.startswith("'sha256-")} == {"'self'", "'wasm-unsafe-eval'"}
    own = re.findall(r"<script(?![^>]*(?:src=|nanti=|json))[^>]*>(.+?)</script>", page, re.DOTALL)
    digests = {base64.b64encode(hashlib.sha256(x.encode()).digest()).decode() for x in own}
    assert {f"'sha256-{x}'" for x in digests} == {x for x in scripts if x.startswith("'sha256-")}
    assert digests, "there are some to be named"
    assert not re.search(r"<[^>]+\son[a-z]+=", page), "no digest would let them run"
    other = (asal / "index.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" not in other


def test_its_scripts_are_fetched_once_somebody_is_about_to_go_there_and_not_before(
    browser: Browser, server: Server
) -> None:
    with browsing(browser, server, "block") as context:
        for intent in ("hover", "focus"):
            server.asked.clear()
            page = context.new_page()
            page.goto(f"sop/{TAMU}/", wait_until="load")
            link = page.locator(f"a[href$='sunting/?sop={TAMU}']").first
            asked = [x for x in server.asked if re.search(r"/(mesin|sunting)\.\w+\.js$|/mesin/", x)]
            assert asked == [], "nobody who reads pays for it"
            getattr(link, intent)()
            page.wait_for_function(DIAMBIL)
            assert not any("/assets/mesin/" in x for x in server.asked), "the engine is large"
            page.close()


@pytest.mark.semua  # it starts the engine
def test_under_the_policy_of_the_guide_nothing_is_refused_and_nobody_else_is_asked(
    browser: Browser, server: Server
) -> None:
    server.more["Content-Security-Policy"] = recommended()
    with browsing(browser, server) as context:
        asked: list[str] = []
        said: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        context.on("console", lambda message: said.append(message.text))
        context.add_init_script(NOTING)
        page = opened(context)
        typed(page, "Mencatat tamu agung")
        page.wait_for_function(DIPERIKSA)
        for tab in ("Diagram", "Lembar", "Selisih"):
            page.get_by_role("tab", name=tab).click()
            page.wait_for_function(
                "() => !document.querySelector('#sunting-hasil > .sunting-kosong')"
            )
        page.keyboard.press("Control+s")
        with page.expect_download():
            page.get_by_role("button", name="Kirim ke pengelola").click()
        page.get_by_role("button", name="Baik").click()
        assert page.evaluate("window.ditolak") == []
        assert [x for x in said if "ontent Security Policy" in x or "violates" in x] == []
        own = (server.address, "blob:", "data:")
        assert [x for x in asked if not x.startswith(own)] == []


def test_the_page_itself_refuses_what_comes_into_it_and_is_left_with_what_it_allows(
    browser: Browser, server: Server
) -> None:
    with browsing(browser, server, "block") as context:
        page = context.new_page()
        page.add_init_script(NOTING)
        _refused(page)
        page.route("https://*/**", lambda route: route.fulfill(body="{}", headers=ANYBODY))
        page.goto(f"sunting/?sop={TAMU}")
        expect(page.get_by_role("alert")).to_contain_text("tidak dapat dimulai")
        soon = [
            x for x in server.asked if re.search(r"/(mesin|sunting)\.\w+\.js$|/sunting/.*json", x)
        ]
        assert len(soon) == len(set(soon)) == 3, "nothing is asked for twice"
        theme = [x for x in server.asked if re.search(r"/(bundle|buku)\.\w+\.(min\.)?js$", x)]
        assert len(theme) == 2
        last = max(map(server.asked.index, soon))
        assert last < min(map(server.asked.index, theme)), "the theme comes after the editor"
        asked = "x => fetch(x).then(() => 'dijawab', () => 'ditolak')"
        assert page.evaluate(asked, "https://lain.contoh.invalid/") == "ditolak"
        assert page.evaluate(asked, "https://github.contoh.invalid/api/v3/user") == "dijawab"
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: 'window.kena = 1'}))"
        )
        page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<img src=data:, onerror=\"window.kena = 1\">')"
        )
        page.wait_for_function("() => window.ditolak.length >= 3")
        assert page.evaluate("window.kena") is None
        page.locator(".md-header .md-logo").click()
        page.wait_for_url(server.address)
        page.wait_for_load_state()
        assert page.evaluate(asked, "https://lain.contoh.invalid/") == "dijawab", (
            "a page of its own"
        )


def _refused(page: Page) -> None:
    page.route("**/pekerja.mjs", lambda route: route.abort())


def _missing(page: Page) -> None:
    page.route("**/pyodide.asm.wasm", lambda route: route.fulfill(status=403, body=""))


def _forbidden(page: Page) -> None:
    def answer(route: Route) -> None:
        response = route.fetch()
        policy = {"content-security-policy": "script-src 'self' 'unsafe-inline'"}
        route.fulfill(response=response, headers={**response.headers, **policy})

    page.route("**/*", answer)


def _old(page: Page) -> None:
    page.add_init_script("delete window.WebAssembly")


@pytest.mark.parametrize(
    ("hinder", "said"),
    [
        (_refused, "Mesin penyunting tidak dapat dimulai"),
        pytest.param(
            _missing, "Sebagian berkas penyunting tidak dapat diambil", marks=pytest.mark.semua
        ),
        pytest.param(_forbidden, "melarang penyunting dijalankan", marks=pytest.mark.semua),
        (_old, "Peramban ini tidak dapat menjalankan penyunting"),
    ],
)
def test_an_engine_that_does_not_start_says_so_and_what_was_typed_can_be_carried_elsewhere(
    browser: Browser, server: Server, hinder: object, said: str, tmp_path: Path
) -> None:
    with browsing(browser, server, "block") as context:
        page = context.new_page()
        page.add_init_script(NOTING)
        hinder(page)  # type: ignore[operator]
        page.goto(f"sunting/?sop={TAMU}")
        expect(page.get_by_role("alert")).to_contain_text(said, timeout=120_000)
        typed(page, "Mencatat tamu agung")
        page.wait_for_function(MENUNGGU)
        page.keyboard.press("Escape")
        page.keyboard.press("Control+s")
        dialog = page.locator("dialog[open]")
        expect(dialog).to_contain_text("belum masuk ke berkas SOP-nya")
        with page.expect_download() as download:
            dialog.get_by_role("button", name="Unduh yang saya tulis").click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        assert json.loads(file.read_text(encoding="utf-8"))["ditulis"] == [
            "Langkah 1, kegiatan: Mencatat tamu agung"
        ]
        if hinder is _refused:
            assert faults(page) == ""
            assert page.evaluate("window.ditolak") == []
        page.goto("sunting/")
        expect(page.get_by_role("alert")).to_contain_text(said, timeout=120_000)
        draft = page.get_by_role("listitem").filter(has_text=f"{TAMU}.yml")
        expect(draft.get_by_role("button", name="Unduh")).to_be_visible()
    if hinder is not _refused:
        return
    with browsing(browser, server, "block") as elsewhere:
        page = elsewhere.new_page()
        page.goto("sunting/")
        page.get_by_label("Berkas YAML").set_input_files(file)
        page.wait_for_function(DIPERIKSA)
        page.wait_for_function(
            "() => document.getElementById('sunting').sunting.draf.teks.includes('Mencatat tamu agung')"
        )
        assert re.search(r"nomor: 07/SOP", text(page)), "all else stands as it stood"
