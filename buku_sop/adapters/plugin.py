"""The MkDocs plugin `buku-sop`: one YAML file becomes one page of the site, without a stub in `docs/`.

Thin: each event is a call. The pages are described in `buku_sop.adapters.situs`; what the plugin sets of MkDocs' own
configuration stands in `buku_sop.adapters.mkdocs.companions`. Nothing of the engine is imported before an event needs
it, so that the live server can load changed code again.
"""

from __future__ import annotations

import gc
import sys
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


class BukuSop(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Makes of MkDocs with Material the handbook of a folder `sop_data/`."""

    def __init__(self, *, told_all: bool = False) -> None:
        """`told_all` is for an `mkdocs.yml` from before the plugin, whose features are all that are wanted."""
        super().__init__()
        self._told_all = told_all
        self._serving = False

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[Any], list[Any]]:
        """Take any settings: what is wrong with them is told with its place, when the handbook is opened."""
        super().load_config(options, config_file_path)
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is `mkdocs serve`, where a mistake must not end the program."""
        from buku_sop.adapters.mkdocs.child import end_with_parent

        self._serving = command == "serve"
        end_with_parent()

    @event_priority(100)  # before all that shows the handbook
    def _open(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the handbook and set what the site needs.

        Raises mkdocs.exceptions.Abort, before anything is cleaned, when the data is broken.
        """
        if self._serving and "sajian" not in config.extra:
            _forget_code()
        from buku_sop.adapters.mkdocs.companions import complete
        from buku_sop.adapters.situs.publish import configure

        complete(config, features=not self._told_all)
        configured = configure(config, serving=self._serving)
        if not self._serving:
            gc.freeze()  # what was read stays until the end: it need not be looked through again and again
        return configured

    @event_priority(-100)  # when mkdocs-macros is there
    def _give_macros(self, config: MkDocsConfig) -> None:
        """Let hand-written pages call the macros of the handbook."""
        from buku_sop.adapters.situs.macros import register

        register(config)

    on_config = CombinedEvent(_open, _give_macros)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, the data files and the browser assets."""
        from buku_sop.adapters.situs.publish import add_files

        return add_files(files, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give a place to the pages that are too many for the navigation."""
        from buku_sop.adapters.situs.publish import place_pages

        return place_pages(nav, files, config)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give our templates the navigation in pieces, and find the pages that need no template."""
        from buku_sop import VERSI
        from buku_sop.adapters.mkdocs.companions import over_material
        from buku_sop.adapters.mkdocs.navigation import NavigationPieces
        from buku_sop.adapters.situs.publish import take_over
        from buku_sop.model.tulisan import terpasang
        from buku_sop.views.dasar.render import Penulis

        over_material(env)
        env.globals["tulis"] = Penulis(terpasang())
        env.globals["versi"] = VERSI
        env.globals["navigasi"] = pieces = NavigationPieces(env, config)
        take_over(pieces, config, files)
        return env

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Lead the edit button of a hand-written page to its file."""
        from buku_sop.adapters.situs.publish import set_edit_url

        return set_edit_url(page, config)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put what the macros made into a hand-written page, past Markdown."""
        from buku_sop.adapters.situs.publish import count_page, fill_in

        count_page("Membuat halaman", page, config)
        return fill_in(html, config)

    @event_priority(100)
    def _before_indexing(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Show the search what is to be found, rather than what is to be seen."""
        from buku_sop.adapters.mkdocs.pages import GeneratedPage
        from buku_sop.adapters.situs.publish import see_page

        see_page(page, config)
        if isinstance(page, GeneratedPage):
            page.show_to_search()

    @event_priority(-100)
    def _after_indexing(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Give the page its content back."""
        from buku_sop.adapters.mkdocs.pages import GeneratedPage

        if isinstance(page, GeneratedPage):
            page.show_to_reader()

    on_page_context = CombinedEvent(_before_indexing, _after_indexing)

    @event_priority(-200)  # after everything else has had its say
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put a page that looks as it did into its place."""
        from buku_sop.adapters.situs.publish import count_page, finish_page

        count_page("Menulis halaman", page, config)
        return finish_page(output, page, config)

    @event_priority(-50)  # after the search index is written, before the offline plugin wraps it
    def _make_search(self, *, config: MkDocsConfig) -> None:
        """Make the index of the search."""
        from buku_sop.adapters.situs.publish import make_search

        make_search(config)

    @event_priority(-200)  # after everything else, since it sums up what there is
    def _store_site(self, *, config: MkDocsConfig) -> None:
        """Let devices keep the site for when there is no connection."""
        from buku_sop.adapters.situs.publish import end, store_site

        store_site(config)
        end(config)

    on_post_build = CombinedEvent(_make_search, _store_site)


def _forget_code() -> None:
    """Load the code of the handbook again, since it is watched like the data; `sop sajikan` starts anew for that."""
    for name in [n for n in sys.modules if n.partition(".")[0] == "buku_sop"]:
        del sys.modules[name]
