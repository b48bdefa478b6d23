"""The navigation of each page, from pieces that many pages share.

Material's own template walks the entries of every section for every page, so that a handbook of thrice as many SOPs
takes nine times as long. Here an entry is rendered once for each folder that links to it, and a page takes what
stands before and behind its own entry. The markup is Material's, so that its styles and scripts hold.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

MOST = 60
"""Most entries that a section shows; of more, those near the own one, and the way to the list of all."""
NEAR = 20
"""How many of these before the own entry, and how many behind it."""
PIECES = "partials/navigasi/butir.html"
WORDS = "partials/navigasi/kata.html"


@dataclass(frozen=True, slots=True)
class Level:
    """The entries of a section, around the one that leads to the page."""

    id: str
    """In HTML."""
    depth: int
    kata: str
    """Its title in the list above it."""
    judul: str
    """Its title above its own list."""
    href: str
    """Where the title leads; empty where the section has no page of its own."""
    di_sini: bool
    """Whether that is the page itself."""
    sebelum: str
    dalam: Level | None
    """The entry that leads to the page, where it is a section."""
    sendiri: str
    """The words of the entry that is the page itself; empty where none is."""
    sesudah: str

    @property
    def berisi(self) -> bool:
        """Whether there is anything beside its own page."""
        return bool(self.sebelum or self.dalam or self.sendiri or self.sesudah)


class NavigationPieces:
    """Makes the navigation of every page of a build, for the templates."""

    def __init__(self, env: Environment, config: MkDocsConfig) -> None:
        self.env, self.config = env, config
        self._words: dict[tuple[int, int], str] = {}
        self._entries: dict[tuple[str, int], str] = {}
        self._tabs: dict[tuple[str, int], str] = {}
        self._ranks: dict[int, dict[int, int]] = {}

    @cached_property
    def _macros(self) -> Any:
        return self.env.get_template(PIECES).module

    def tabs(self, nav: Navigation, page: Page | None, base: str) -> str:
        """Return the entries of the tabs."""
        place = _place(page, base)
        way = {id(x) for x in _way(page)}
        active = next((id(item) for item in nav.items if id(item) in way), 0)
        if (place, active) not in self._tabs:
            self._tabs[place, active] = "".join(
                self._macros.tab(item.title, _href(_first(item), place), id(item) == active)
                for item in nav.items
            )
        return self._tabs[place, active]

    def levels(self, nav: Navigation, page: Page | None, base: str) -> Level:
        """Return the whole navigation, opened on the way to a page."""
        return _Opened(self, _place(page, base), _way(page)).level(nav.items, "__nav", 0)

    def key(self, nav: Navigation, page: Page | None, base: str = "") -> str:
        """Return all that a page shows of the navigation, beside its own table of contents."""
        return f"{self.tabs(nav, page, base)}{self.levels(nav, page, base)}"

    def words(self, item: Any, ref: Any) -> str:
        """Return what an entry says: the title of `ref` with the icon and the status of `item`."""
        key = id(item), id(ref)
        if key not in self._words:
            template = self.env.get_template(WORDS)
            html = template.render(nav_item=item, ref=ref, config=self.config)
            self._words[key] = " ".join(html.split())
        return self._words[key]

    def entry(self, item: Any, place: str, *, active: bool) -> str:
        """Return the entry of a page, or of a section that is not opened."""
        key = place, id(item)
        if active or key not in self._entries:
            folded = isinstance(item, Section)
            html: str = self._macros.butir(
                self.words(item, item), _href(_first(item), place), folded, active
            )
            if active:
                return html
            self._entries[key] = html
        return self._entries[key]

    def all(self, count: int, href: str) -> str:
        """Return the way to the list of all entries of a section."""
        html: str = self._macros.semua(count, href)
        return html

    def rank(self, items: Sequence[Any]) -> dict[int, int]:
        """Return the places of entries in their section."""
        key = id(items)
        if key not in self._ranks:
            self._ranks[key] = {id(item): n for n, item in enumerate(items)}
        return self._ranks[key]


class _Opened:
    """The navigation opened on the way to one page."""

    def __init__(self, pieces: NavigationPieces, place: str, way: list[Any]) -> None:
        self.pieces, self.place = pieces, place
        self.page = way[0] if way else None
        self.way = {id(x): x for x in way}

    def level(self, items: Sequence[Any], path: str, depth: int, section: Any = None) -> Level:
        """Open a section, or the whole navigation."""
        rank = self.pieces.rank(items)
        index = next((i for i in items if getattr(i, "is_index", False)), None) if section else None
        own = next((rank[k] for k, x in self.way.items() if k in rank and x is not index), None)
        item = None if own is None else items[own]
        inner, here = None, ""
        if isinstance(item, Section):
            inner = self.level(item.children, f"{path}_{rank[id(item)] + 1}", depth + 1, item)
        elif item is not None and item is self.page:
            here = self.pieces.words(item, item)
        before, after = self._around(items, index, own, aside=not (inner or here))
        return Level(
            id=path,
            depth=depth,
            kata=self.pieces.words(index or section, section) if section else "",
            judul=section.title if section else "",
            href=_href(index, self.place) if index else "",
            di_sini=index is not None and index is self.page,
            sebelum=before,
            dalam=inner,
            sendiri=here,
            sesudah=after,
        )

    def _around(
        self, items: Sequence[Any], index: Any, own: int | None, *, aside: bool
    ) -> tuple[str, str]:
        """Return the entries before and behind the own one, which is among them where it is `aside`."""
        first, last = 0, len(items)
        more = ""
        if index and len(items) - 1 > MOST:
            first = min(max(0, (own or 0) - NEAR), len(items) - 2 * NEAR)
            last = first + 2 * NEAR + 1
            more = self.pieces.all(len(items) - 1, _href(index, self.place))
        cut = last if own is None else own + aside
        return (
            more + self._join(items[first:cut], index),
            self._join(items[cut + (not aside) : last], index),
        )

    def _join(self, items: Sequence[Any], index: Any) -> str:
        return "".join(
            self.pieces.entry(x, self.place, active=id(x) in self.way)
            for x in items
            if x is not index
        )


def _way(page: Page | None) -> list[Any]:
    return [page, *page.ancestors] if page else []


def _first(item: Any) -> Any:
    """Return the page that a section opens with."""
    while item.children:
        item = item.children[0]
    return item


def _place(page: Page | None, base: str) -> str:
    """Return what pages of one folder share: how they link; of no page, the address of the site."""
    if page is None:
        return base
    if page.url.endswith("/"):
        return "../" + posixpath.dirname(page.url[:-1])
    return posixpath.dirname(page.url)


def _href(item: Any, place: str) -> str:
    """Link to a page, or another site."""
    url: str = item.url or ""
    if "://" in url or url.startswith(("/", "#", "mailto:")):
        return url
    if place.startswith("/"):
        return posixpath.join(place, url)
    up = "../" if place.startswith("../") else ""
    href = up + get_relative_url(url or ".", f"{place.removeprefix('../')}/".lstrip("/"))
    return href.removesuffix("./") if up and href.endswith("/./") else href
