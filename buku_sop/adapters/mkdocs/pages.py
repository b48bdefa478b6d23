"""Pages of the site that have no Markdown: their HTML comes from our templates.

MkDocs sees ordinary pages. Material prints titles unescaped in many places, so that a page's title is HTML
here: escaped once, and marked as such for the places that escape again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from buku_sop.adapters.mkdocs.kept_pages import TEMPLATE, KeptPages

_HEADING = re.compile(r'<h([1-6])(?=\s)[^>]*?\sid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_MARK = re.compile(r'<(a|span) class="sop-(?:tanda|status)\b.*?</\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ID = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page to be made."""

    kunci: str
    """Its name, as in `buku_sop.views.dasar.alamat`."""
    judul: str
    """Plain text."""
    isi: Callable[[], str]
    """Renders the HTML, when its turn has come."""
    uraian: str = ""
    """Plain text for `<meta name=description>`."""
    berkas: str = ""
    """The YAML file that it shows, from the root of the project."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    cari: Callable[[], str] | None = None
    """Renders what the search reads instead of the page, where the page holds much that is not for it."""
    induk: str = ""
    """The page under which it stands, when it is not in the navigation."""


class GeneratedPage(Page):
    """A page whose body does not pass through Markdown."""

    def __init__(self, file: File, config: MkDocsConfig, halaman: Halaman, edit_url: str) -> None:
        super().__init__(escape(halaman.judul), file, config)
        self.halaman = halaman
        self.edit_url = edit_url or None
        self._shown: str | None = None
        self._searched: str | None = None
        self.taken = False
        """Whether it is taken over from the site that stands."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Have no source for macros and Markdown to read."""
        self.markdown = ""
        self.meta = {"render_macros": False, **self.halaman.meta}
        if self.halaman.uraian:
            self.meta["description"] = escape(self.halaman.uraian)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the body from our templates, and its headings for the table of contents."""
        self.content = self.halaman.isi()
        self.toc = get_toc(list(toc_tokens(self.content)))
        self.present_anchor_ids = set(_ID.findall(self.content))

    def take_over(self, kept: KeptPages, shown: str) -> None:
        """Be taken over from the site that stands, where that has this page as it would be made.

        `shown` is what the page shows of the navigation.
        """
        self._searched = self.halaman.cari() if self.halaman.cari else None
        if kept.take(self, self.content or "", self._searched, shown):
            self.meta = {**self.meta, "template": TEMPLATE, "search": {"exclude": True}}
            self.content, self._searched, self.taken = "", None, True

    def show_to_search(self) -> None:
        """Put what the search reads into the place of the content, until `show_to_reader`."""
        self._shown = self.content
        if self._searched is None and self.halaman.cari and not self.taken:
            self._searched = self.halaman.cari()
        if self._searched is not None:
            self.content = self._searched

    def show_to_reader(self) -> None:
        """Take the content back."""
        self.content = self._shown


def add_page(files: Files, config: MkDocsConfig, root: Path, halaman: Halaman, edit: str) -> None:
    """Add a page to the site."""
    src = f"{halaman.kunci}.md"
    if halaman.berkas:
        file = File.generated(config, src, abs_src_path=str(root / halaman.berkas))
        file.generated_by = None  # so that dates from git are those of the YAML file
        file.edit_uri = halaman.berkas
    else:
        file = File.generated(config, src, content="")
        file.edit_uri = None
    if halaman.induk:
        file.inclusion = InclusionLevel.NOT_IN_NAV
    GeneratedPage(file, config, halaman, edit)
    files.append(file)


def toc_tokens(html: str) -> Iterator[Any]:
    """Nest the headings of a body as Markdown's toc extension does. Their text stays escaped."""
    stack: list[dict[str, Any]] = []
    for level, id, inner in _HEADING.findall(html):
        name = " ".join(_TAG.sub("", _MARK.sub("", inner)).split())
        token: dict[str, Any] = {
            "level": int(level),
            "id": id,
            "name": name,
            "children": [],
        }
        while stack and stack[-1]["level"] >= token["level"]:
            stack.pop()
        if stack:
            stack[-1]["children"].append(token)
        else:
            yield token
        stack.append(token)
