"""Draws sources in a real browser with the loader and the colours of the site."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from buku_sop.adapters.mkdocs.assets import prepare_assets, site_files
from tests.paths import ROOT
from tests.site.material import serve, visit

PAGE = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Diagram</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="assets/stylesheets/diagram.css">
<style>body { font: 16px sans-serif; margin: 1rem }
[data-md-color-scheme=slate] { background: #1e2129; color: #eceff6 }</style>
<body data-md-color-scheme="SCHEME"><div class="md-typeset">DIAGRAMS</div>
<script src="assets/javascripts/diagram-tidy.js"></script>
<script src="assets/javascripts/diagram.js"></script>"""


@contextmanager
def drawn(
    browser: Browser, folder: Path, sources: Sequence[str], scheme: str = "default"
) -> Iterator[Page]:
    """Open a page with a drawing of each source; every one is drawn, well or not, when it is given.

    The sources go into the page as the Markdown fence puts them there: not escaped.
    """
    shutil.copytree(ROOT / "overrides" / "assets", folder / "assets")
    for source, path in site_files(prepare_assets(ROOT), offline=False):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / path)
    diagrams = "".join(f'<div class="mermaid">{source}</div>' for source in sources)
    text = PAGE.replace("SCHEME", html.escape(scheme)).replace("DIAGRAMS", diagrams)
    (folder / "index.html").write_text(text, encoding="utf-8")
    with serve(folder) as address, visit(browser, viewport={"width": 1500, "height": 900}) as one:
        one.page.goto(address)
        for diagram in one.page.locator(".mermaid").all():
            diagram.scroll_into_view_if_needed()
            diagram.and_(one.page.locator("[data-diagram]")).wait_for(timeout=60_000)
        assert not one.complaints, one.complaints
        yield one.page
