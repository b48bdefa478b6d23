"""The site as MkDocs prepares it, with each page rendered when it is asked for.

MkDocs' own order of events, by its public parts: configuration, files, navigation, theme. What a build does for all
pages one after the other is done here for one (`Site.page`), so that nothing is written anywhere.
"""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import jinja2
from mkdocs import utils
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from buku_sop.adapters.mkdocs.pages import GeneratedPage
from buku_sop.adapters.situs import Situs
from buku_sop.adapters.situs.publish import add_late_pages
from buku_sop.views.dasar.compiled import CompiledTemplates

_KEPT = 64
"""Pages that are kept rendered until something changes: what is open in tabs is asked for again and again."""
_SHOWN: Callable[[InclusionLevel], bool] = InclusionLevel.is_in_serve


class Site:
    """The site in one state of its sources. Nothing in it changes; a change of a source makes another one."""

    def __init__(
        self,
        root: Path,
        extra: Mapping[str, Any],
        *,
        before: Site | None = None,
        first: bool = False,
    ) -> None:
        """Prepare everything that pages share; `extra` is added to `extra` of the configuration.

        `before` is the site in an earlier state of its data, with the same look: to look through the thousands of files
        of the theme takes long. `first` tells plugins that the program starts.

        Raises what MkDocs raises: Abort, or ConfigurationError.
        """
        config = load_config(
            config_file=str(root / "mkdocs.yml"),
            site_dir=str(root / ".build" / "sajikan" / "kosong"),
        )
        config.extra.update(extra)
        if first:
            config.plugins.on_startup(command="serve", dirty=False)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files, env = get_files(config), config.theme.get_env()
        env.bytecode_cache = CompiledTemplates()
        self._theme = before.theme_files(files) if before else theme_files(files, env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self.config: MkDocsConfig = config
        self._files, self._nav = files, nav
        self._env = config.plugins.on_env(env, config=config, files=files)
        self._rendered: dict[str, bytes] = {}
        self._data: dict[str, bytes | None] = {}
        self._rendering = threading.RLock()
        self._whole = False
        self._take_stock()

    def theme_files(self, files: Files) -> list[File]:
        """Add the files of the theme to others, and return them."""
        for file in self._theme:
            files.append(file)
        return self._theme

    def _take_stock(self) -> None:
        """List what there is, by address."""
        files = [f for f in self._files if _SHOWN(f.inclusion)]
        self._pages = list(self._files.documentation_pages(inclusion=_SHOWN))
        for file in self._pages:
            if file.page is None:
                Page(None, file, self.config)
        self._by_address = {f.dest_uri: f for f in files}

    def _complete(self) -> None:
        """Add the pages that the navigation does not name, once: what they are called takes longer to work out."""
        with self._rendering:
            if not self._whole:
                add_late_pages(self._files, self.config, self._nav)
                self._take_stock()
                self._whole = True

    @property
    def situs(self) -> Situs:
        """The handbook that the pages show."""
        situs: Situs = self.config.extra["situs"]
        return situs

    @property
    def mount(self) -> str:
        """Where the site stands on its server: the path of its published address."""
        return f"/{urlsplit(self.config.site_url or '/').path.strip('/')}/".replace("//", "/")

    def has(self, address: str) -> bool:
        """Whether the site has a page at an address, as `index.html`."""
        if address not in self._by_address:
            self._complete()
        return address in self._by_address

    def get(self, address: str) -> tuple[bytes, str] | None:
        """Return what stands at an address, with its kind; None where nothing does.

        Raises whatever a template, a macro or a plugin raises.
        """
        if address in self.config.theme.static_templates:
            return self._template(address)
        if address.endswith(".html") and address not in self._by_address:
            self._complete()
        file = self._by_address.get(address)
        if file is None:
            return None
        if file.is_documentation_page():
            return self.page(file), "text/html; charset=utf-8"
        return file.content_bytes, kind_of(address)

    def data(self, address: str) -> bytes | None:
        """Make a data file of the handbook, or return it as it was made; None where there is none."""
        if PurePosixPath(address).suffix not in (".json", ".ics", ".xml"):
            return None
        with self._rendering:
            if address not in self._data:
                content = self.situs.satu_berkas(address)
                self._data[address] = content.encode() if isinstance(content, str) else content
            return self._data[address]

    def page(self, file: File) -> bytes:
        """Render a page, or return it as it was rendered."""
        with self._rendering:
            if (html := self._rendered.get(file.src_uri)) is None:
                html = self._render(file)
                while len(self._rendered) >= _KEPT:
                    del self._rendered[next(iter(self._rendered))]
                self._rendered[file.src_uri] = html
            return html

    def _render(self, file: File) -> bytes:
        """Do for one page what a build does for all."""
        page, config, plugins = file.page, self.config, self.config.plugins
        assert page is not None
        if not isinstance(page, GeneratedPage):
            self._complete()  # its Markdown may name any page
        page = plugins.on_pre_page(page, config=config, files=self._files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=self._files
        )
        page.render(config, self._files)
        page.content = plugins.on_page_content(
            page.content or "", page=page, config=config, files=self._files
        )
        page.active = True
        try:
            context = get_context(self._nav, self._pages, config, page)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=self._nav)
            html = plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False
        return html.encode("utf-8", errors="xmlcharrefreplace")

    def not_found(self) -> bytes:
        """Return the page for addresses that lead nowhere."""
        found = self._template("404.html")
        return found[0] if found else b"404"

    def _template(self, name: str) -> tuple[bytes, str] | None:
        """Render a page of the theme that is no page of the handbook, such as 404.html and sitemap.xml."""
        self._complete()
        with self._rendering:
            return self._render_template(name)

    def _render_template(self, name: str) -> tuple[bytes, str] | None:
        try:
            template = self._env.get_template(name)
        except jinja2.TemplateNotFound:
            return None
        config, plugins = self.config, self.config.plugins
        template = plugins.on_pre_template(template, template_name=name, config=config)
        base = self.mount if utils.is_error_template(name) else utils.get_relative_url(".", name)
        context = get_context(self._nav, self._files, config, base_url=base)
        context = plugins.on_template_context(context, template_name=name, config=config)
        html = plugins.on_post_template(template.render(context), template_name=name, config=config)
        return html.encode(), kind_of(name)


def theme_files(files: Files, env: jinja2.Environment, config: MkDocsConfig) -> list[File]:
    """Add the files of the theme to others, and return them."""
    own = {file.src_uri for file in files}
    files.add_files_from_theme(env, config)
    return [file for file in files if file.src_uri not in own]


def kind_of(address: str) -> str:
    """Return the kind of a file by its name, as browsers want to know it."""
    if address.endswith((".js", ".mjs")):
        return "text/javascript; charset=utf-8"
    kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind in ("application/json", "application/xml")
    return f"{kind}; charset=utf-8" if text else kind
