"""Draws sources in a real browser with the loader and the colours of the site."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.base import load_config
from mkdocs.structure.files import File, Files
from playwright.sync_api import Browser, Page

from buku_sop.adapters.mkdocs.bundles import bundle_assets
from tests.paths import ROOT
from tests.site.material import serve, visit

PAGE = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Diagram</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="assets/stylesheets/diagram.css">
<style>body { font: 16px sans-serif; margin: 1rem }
[data-md-color-scheme=slate] { background: #1e2129; color: #eceff6 }</style>
<body data-md-color-scheme="SCHEME"><div class="md-typeset">DIAGRAMS</div>
<script src="SCRIPT"></script>"""
SCRIPTS = "assets/javascripts"


def put_scripts(folder: Path) -> str:
    """Bundle the loader and what it loads into a site, and return where the loader is."""
    with (ROOT / "mkdocs.yml").open("rb") as settings:
        config = load_config(settings, hooks=[], plugins=[], site_dir=str(folder))
    config.plugins._current_plugin = "uji"  # who adds files; MkDocs says it while it calls a hook
    config.extra_css, config.extra_javascript = [], [f"{SCRIPTS}/diagram.js"]
    overrides = ROOT / "overrides"
    found = [overrides / SCRIPTS / "diagram.js"]
    found += [
        path for name in ("diagram", "bagan") for path in (overrides / SCRIPTS / name).glob("*.js")
    ]
    files = Files(
        [
            File.generated(config, p.relative_to(overrides).as_posix(), abs_src_path=str(p))
            for p in found
        ]
    )
    bundle_assets(files, config, ROOT)
    for file in files:
        file.copy_file()
    return str(config.extra_javascript[0])


@contextmanager
def drawn(
    browser: Browser, folder: Path, sources: Sequence[str], scheme: str = "default"
) -> Iterator[Page]:
    """Open a page with a drawing of each source; every one is drawn, well or not, when it is given.

    The sources go into the page as the Markdown fence puts them there: not escaped.
    """
    script = put_scripts(folder)
    styles = "assets/stylesheets/diagram.css"
    (folder / styles).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "overrides" / styles, folder / styles)
    diagrams = "".join(f'<div class="mermaid">{source}</div>' for source in sources)
    text = PAGE.replace("SCHEME", html.escape(scheme)).replace("DIAGRAMS", diagrams)
    text = text.replace("SCRIPT", script)
    (folder / "index.html").write_text(text, encoding="utf-8")
    with serve(folder) as address, visit(browser, viewport={"width": 1500, "height": 900}) as one:
        one.page.goto(address)
        for diagram in one.page.locator(".mermaid").all():
            diagram.scroll_into_view_if_needed()
            diagram.and_(one.page.locator("[data-diagram]")).wait_for(timeout=60_000)
        assert not one.complaints, one.complaints
        assert not [url for url in one.requests if "/bagan." in url], (
            "the small Mermaid cannot draw it"
        )
        yield one.page
