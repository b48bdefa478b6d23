"""Pages that look as they did: taken over whole from the site that stands, past the theme's template and the search.

What a page looks like depends on its body, on what it is called and where it stands, on what the navigation shows
with it, and on the configuration and the look of the whole site. All that makes the key of the finished page. When it was
made before, and the site that stands still has it byte for byte, MkDocs gets it from there: the page asks for a
template that is empty, and what it "rendered" is put in its place. What the search knew of it is kept beside.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from buku_sop.adapters.kept import Kept
from buku_sop.adapters.whole_files import write_whole

__all__ = ["KEY", "OLD_SITE", "KeptPages"]

KEY = "halaman_disimpan"
"""Under which name of `extra` these travel through a build."""
OLD_SITE = "SOP_SITUS_LAMA"
"""The variable that names the site that stands, which a build must not change."""
TEMPLATE = "kosong.html"
"""The template of pages that are taken over."""

_KNOWN = {"buku-sop", "search", "material/search", "macros", "material/offline"}
"""Plugins of which it is known what a page depends on. With another one, every page passes through the theme."""
_HOOK = "situs/hook.py"


class KeptPages:
    """The finished pages of earlier builds."""

    def __init__(self, kept: Kept, old_site: Path | None, words: int = 0) -> None:
        self.words = words
        """How many words had been stemmed before this build."""
        self._kept = kept
        self._old = old_site
        self.nav: Navigation | None = None
        self._site: bytes | None = None
        self._keys: dict[str, tuple[bytes, bytes]] = {}
        self._outputs: dict[str, str] = {}
        self._entries: dict[str, list[Any]] = {}
        self._order: list[str] = []

    def begin(self, config: MkDocsConfig, nav: Navigation) -> None:
        """Look at what all pages depend on, when it is settled."""
        self.nav = nav
        if all(name in _KNOWN or name.endswith(_HOOK) for name in config.plugins):
            day = datetime.now(UTC).date().isoformat()
            setting = json.dumps(dict(_plain(config)), sort_keys=True, default=_named)
            self._site = self._kept.key(setting, day, nav.homepage.url if nav.homepage else "")

    def take(self, page: Page, body: str, searched: str | None, shown: str) -> bool:
        """Whether a page looks as it did in the site that stands: then it needs no theme and no index."""
        if self._site is None:
            return False
        meta = json.dumps(page.meta, sort_keys=True, default=str)
        own = self._kept.key(body, json.dumps(searched), str(page.title), page.url, meta)
        key = self._kept.key(own, self._site, shown, *_place(page))
        self._keys[page.url] = own, key
        record, entries = self._kept.get("halaman", key), self._kept.get("cari", own)
        text = self._standing(page.file.dest_uri, record) if record and entries else None
        if text is None or entries is None:
            return False
        self._outputs[page.url] = text
        self._entries[page.url] = json.loads(entries)
        return True

    def _standing(self, path: str, digest: bytes) -> str | None:
        """Read a page of the site that stands, if it is the one that was made."""
        if self._old is None:
            return None
        try:
            data = (self._old / path).read_bytes()
            return data.decode() if hashlib.sha256(data).digest() == digest else None
        except (OSError, ValueError):
            return None

    def see(self, page: Page) -> None:
        """Note that a page has its turn, for the order of the search."""
        self._order.append(page.url)

    def finish(self, page: Page, output: str) -> str:
        """Return what is to be written for a page, and keep what was made."""
        if page.url in self._outputs:
            return self._outputs.pop(page.url)
        if page.url in self._keys:
            data = output.encode("utf-8", errors="xmlcharrefreplace")
            self._kept.put("halaman", self._keys[page.url][1], hashlib.sha256(data).digest())
        return output

    def complete_search(self, site_dir: Path) -> None:
        """Add to the index of the search, in the order of the pages, what pages that were taken over have in it."""
        path = site_dir / "search" / "search_index.json"
        if not path.is_file():
            return
        index = json.loads(path.read_text(encoding="utf-8"))
        found = dict(self._entries)
        for entry in index["docs"]:
            found.setdefault(entry["location"].partition("#")[0], []).append(entry)
        for url, (own, _) in self._keys.items():
            if url not in self._entries:
                self._kept.put("cari", own, json.dumps(found.get(url, [])).encode())
        index["docs"] = [entry for url in self._order for entry in found.get(url, [])]
        write_whole(path, json.dumps(index).encode())


def old_site() -> Path | None:
    """Return the site that stands, where somebody said which."""
    said = os.environ.get(OLD_SITE)
    return Path(said) if said else None


def _plain(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the settings of a build but those of paths and of what it carries along."""
    for key, one in value.items():
        if key not in (
            "site_dir",
            "docs_dir",
            "config_file_path",
            "nav",
            "extra",
            "hooks",
            "watch",
        ):
            yield key, one
    yield (
        "extra",
        {
            k: v
            for k, v in value["extra"].items()
            if isinstance(v, str | int | bool | list | dict | None)
        },
    )
    yield "kontak", repr(value["extra"].get("kontak"))
    yield "theme", {**dict(value["theme"].items()), "dirs": len(value["theme"].dirs)}


def _named(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    config = getattr(value, "config", None)
    return [type(value).__qualname__, dict(config) if isinstance(config, Mapping) else ""]


def _place(page: Page) -> Iterator[str]:
    """Yield what a page shows of where it stands."""
    yield json.dumps([page.file.dest_uri, page.canonical_url, page.edit_url, page.is_homepage])
    near = [page.previous_page, page.next_page, *page.ancestors]
    yield json.dumps([one and [str(one.title), getattr(one, "url", None)] for one in near])
