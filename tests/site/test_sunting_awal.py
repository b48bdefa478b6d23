"""What is typed before the engine has come, in a real browser: held back, it arrives in the file when the engine does."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from benchmarks.sunting import _serving
from tests.paths import ROOT
from tests.site.buku import CONTOH, build, make_project
from tests.site.penyunting import LANGKAH

# What is waited for is a function: the page's policy forbids to read text as a script when it is asked again
TEKS = "document.getElementById('sunting').sunting.draf.teks"
TERTUNDA = "() => document.getElementById('sunting').sunting.draf.waiting.length === 1"


@pytest.mark.semua
def test_typing_before_the_engine_is_there_is_in_the_file_once_it_is(
    tmp_path: Path, browser: Browser
) -> None:
    project = make_project(tmp_path / "buku", {**CONTOH, "kantor-contoh/melayani.yml": LANGKAH})
    mesin = ROOT / ".build" / "mesin"
    mesin.mkdir(parents=True, exist_ok=True)
    (project / ".build" / "mesin").symlink_to(mesin)
    built = build(project, SOP_PENYUNTING="true")
    assert built.returncode == 0, built.stderr
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(240_000)  # how long a busy machine may take is no verdict
    held: list[Route] = []
    context.route("**/*.wasm", lambda route: held.append(route))
    with _serving(project / "site") as server:
        page.goto(f"http://127.0.0.1:{server.server_port}/sunting/?sop=kantor-contoh/melayani")
        page.locator("tr[data-n='1'] td.sop-kegiatan[tabindex]").click()
        page.keyboard.press("F2")
        page.keyboard.type(" dengan teliti")
        page.keyboard.press("Enter")
        page.wait_for_function(TERTUNDA)
        assert page.evaluate(TEKS) == LANGKAH  # nobody has written it into the file yet
        context.unroute("**/*.wasm")  # by which those that are held go on
        page.wait_for_function(f"() => {TEKS}.includes('Memeriksa keperluan dengan teliti\\n')")
        lama, baru = LANGKAH.splitlines(), page.evaluate(TEKS).splitlines()
        assert [n for n, (a, b) in enumerate(zip(lama, baru, strict=True)) if a != b] == [11]
        page.wait_for_function("() => !document.querySelector('.sunting-menyusul')")
    context.close()
    assert held
