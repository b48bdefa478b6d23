"""MkDocs hook: one YAML file becomes one page of the site, without a stub in `docs/`.

Thin: each event is a call. The pages are described in `buku_sop.adapters.situs`.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

PROJECT = Path(__file__).resolve().parents[3]
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is `mkdocs serve`, where a mistake must not end the program."""
    global _serving
    _serving = command == "serve"
    _find_code()
    from buku_sop.adapters.mkdocs.child import end_with_parent

    end_with_parent()


@event_priority(100)  # before mkdocs-macros, whose macros show the handbook
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Open the handbook and add its pages to the navigation.

    Raises mkdocs.exceptions.Abort, before anything is cleaned, when the data is broken.
    """
    _find_code()
    if _serving and "sajian" not in config.extra:
        _forget_code()
    from buku_sop.adapters.situs.publish import configure

    configured = configure(config, serving=_serving)
    if not _serving:
        gc.freeze()  # what was read stays until the end: it need not be looked through again and again
    return configured


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, the data files and the browser assets."""
    from buku_sop.adapters.situs.publish import add_files

    return add_files(files, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Give a place to the pages that are too many for the navigation."""
    from buku_sop.adapters.situs.publish import place_pages

    return place_pages(nav, files, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give our templates the navigation in pieces, and find the pages that need no template."""
    from buku_sop.adapters.mkdocs.navigation import NavigationPieces
    from buku_sop.adapters.situs.publish import take_over

    env.globals["navigasi"] = pieces = NavigationPieces(env, config)
    take_over(pieces, config, files)
    return env


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Lead the edit button of a hand-written page to its file."""
    from buku_sop.adapters.situs.publish import set_edit_url

    return set_edit_url(page, config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put what the macros made into a hand-written page, past Markdown."""
    from buku_sop.adapters.situs.publish import count_page, fill_in

    count_page("Membuat halaman", page, config)
    return fill_in(html, config)


@event_priority(100)
def _before_indexing(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Show the search what is to be found, rather than what is to be seen."""
    from buku_sop.adapters.mkdocs.pages import GeneratedPage
    from buku_sop.adapters.situs.publish import see_page

    see_page(page, config)
    if isinstance(page, GeneratedPage):
        page.show_to_search()


@event_priority(-100)
def _after_indexing(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Give the page its content back."""
    from buku_sop.adapters.mkdocs.pages import GeneratedPage

    if isinstance(page, GeneratedPage):
        page.show_to_reader()


on_page_context = CombinedEvent(_before_indexing, _after_indexing)


@event_priority(-200)  # after everything else has had its say
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put a page that looks as it did into its place."""
    from buku_sop.adapters.situs.publish import count_page, finish_page

    count_page("Menulis halaman", page, config)
    return finish_page(output, page, config)


@event_priority(-50)  # after the search index is written, before the offline plugin wraps it
def _make_search(config: MkDocsConfig, **_: Any) -> None:
    """Make the index of the search."""
    from buku_sop.adapters.situs.publish import make_search

    make_search(config)


@event_priority(-200)  # after everything else, since it sums up what there is
def _store_site(config: MkDocsConfig, **_: Any) -> None:
    """Let devices keep the site for when there is no connection."""
    from buku_sop.adapters.situs.publish import end, store_site

    store_site(config)
    end(config)


# The stub takes the events' first argument for one without a name
on_post_build = CombinedEvent(_make_search, _store_site)  # type: ignore[arg-type]


def _find_code() -> None:
    """Let the engine be found, wherever MkDocs was started."""
    if str(PROJECT) not in sys.path:
        sys.path.insert(0, str(PROJECT))


def _forget_code() -> None:
    """Load the code of the handbook again, since it is watched like the data; `sop sajikan` starts anew for that."""
    for name in [n for n in sys.modules if n.partition(".")[0] == "buku_sop"]:
        del sys.modules[name]
