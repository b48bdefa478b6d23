"""Ready pages: the handbook as Markdown that any Material or Zensical builds, without this program.

Every page is a block of raw HTML below its front matter, so that no Markdown, macro or template can read it
differently; beside the pages lie the files that they ask for, and an `mkdocs.yml` without hooks.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from buku_sop.adapters.mkdocs.bundles import READY

MARK = "# Dibuat oleh `sop halaman`."
"""The first line of an `mkdocs.yml` of ours: a folder with it may be written anew."""

_KEPT_META = ("description", "hide", "search")
_THEME_DATA = ("name", "language", "font", "icon", "favicon", "palette")
_LEFT_OUT = (
    "*.html",
    "sitemap.xml*",
    "pekerja.js",
    "search/search_index.json",
    "assets/stylesheets/*.min.css",
    "assets/javascripts/bundle.*.min.js",
    "assets/javascripts/LICENSES.txt",
    "assets/javascripts/workers/*",
)
"""What of a built site the theme makes again, or what a device's store needs and these pages do not have."""


class Collector(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Takes the finished body of every page while MkDocs builds, and how the pages hang together."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, str] = {}
        """Markdown by path in `docs/`."""
        self.nav: list[Any] = []

    @event_priority(-1000)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Take the navigation as `mkdocs.yml` says it."""
        self.nav = [_nav_entry(item) for item in nav.items]

    @event_priority(-1000)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Take a page as everything else has left it."""
        self.pages[ready_path(page.file.src_uri)] = ready_page(str(page.title), page.meta, html)


def write_ready_pages(root: Path, to: Path, site: Path) -> int:
    """Write the handbook of `root` into the new folder `to`, and return the number of pages.

    `site` is an empty folder for what MkDocs builds on the way.

    Raises:
        mkdocs.exceptions.Abort: The data or a page is broken.
        OSError: A file could not be written.
    """
    collector = Collector()
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=True)
    config.plugins["buku-sop/halaman"] = collector
    config.extra |= {READY: True, "simpanan": False}
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    docs = to / "docs"
    for path, text in collector.pages.items():
        _write(docs / path, text)
    for file in sorted(p for p in site.rglob("*") if p.is_file()):
        asset = PurePosixPath(file.relative_to(site).as_posix())
        if not any(asset.match(pattern) for pattern in _LEFT_OUT):
            (docs / asset).parent.mkdir(parents=True, exist_ok=True)
            file.rename(docs / asset)
    _write(to / "mkdocs.yml", f"{MARK}\n{_dump(ready_config(config, collector.nav))}")
    return len(collector.pages)


def is_ours(folder: Path) -> bool:
    """Whether a folder may be written anew: it is not there, is empty, or was made by this module."""
    if not folder.exists():
        return True
    try:
        with (folder / "mkdocs.yml").open(encoding="utf-8") as file:
            return file.readline().rstrip("\n") == MARK
    except (OSError, ValueError):
        return folder.is_dir() and not any(folder.iterdir())


def ready_path(src: str) -> str:
    """Name the file of a page so that its folder is that of its address.

    MkDocs leaves the links of raw HTML as they are, and Zensical takes them from where the file lies.
    """
    path = PurePosixPath(src)
    return src if path.stem == "index" else (path.with_suffix("") / "index.md").as_posix()


def ready_page(title: str, meta: Mapping[str, Any], body: str) -> str:
    """Write a page as front matter and one block of raw HTML, whose headings Markdown makes no contents of.

    `title` is HTML. Themes print it as it is, in places even after they have read its entities once, so that its
    angle brackets become others that look alike; the heading in the body keeps them.
    """
    plain = html.unescape(title).translate({ord("<"): "‹", ord(">"): "›"})
    front: dict[str, Any] = {"title": html.escape(plain, quote=False)}
    front |= {key: _plain(meta[key]) for key in _KEPT_META if meta.get(key)}
    front["hide"] = [*_plain(meta.get("hide", [])), "toc"]
    return f"---\n{_dump(front)}---\n\n<div>\n{body.strip()}\n</div>\n"


def ready_config(config: MkDocsConfig, nav: list[Any]) -> dict[str, Any]:
    """Return the `mkdocs.yml` of the ready pages: the look of ours, with nothing that is only here."""
    theme = {key: config.theme[key] for key in _THEME_DATA if key in config.theme}
    if logo := config.extra.get("wajah", {}).get("logo"):
        theme["logo"] = logo
    features = [f for f in config.theme["features"] if not f.startswith("content.action")]
    said: dict[str, Any] = {
        "site_name": str(config.site_name),
        "site_description": config.site_description,
        "site_url": config.site_url,
        "theme": {**theme, "variant": "classic", "features": features},
        "extra_css": [str(one) for one in config.extra_css],
        "extra_javascript": [str(one) for one in config.extra_javascript],
        "extra": {"generator": False},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list"],
        "validation": {"nav": {"omitted_files": "ignore"}},
        "nav": nav,
    }
    return {key: _plain(value) for key, value in said.items() if value}


def _nav_entry(item: Any) -> Any:
    if isinstance(item, Section):
        return {str(item.title): [_nav_entry(child) for child in item.children]}
    return ready_path(item.file.src_uri) if isinstance(item, Page) else {str(item.title): item.url}


def _plain(value: Any) -> Any:
    """Return a value in the types that YAML has words for."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def _dump(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
