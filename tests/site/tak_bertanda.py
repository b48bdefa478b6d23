"""Words of pages that no mark stands around, in a handbook whose catalogue is marked from end to end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from buku_sop.model.bidang import LABEL

OPEN, CLOSE = "⟦", "⟧"
NAMED = ("aria-label", "title", "alt", "placeholder", "data-label", "data-ingat", "data-lupa")
SKIPPED = ("script", "style", "code", "pre", "svg", "abbr", "mermaid", "sop-temuan")
"""Tags and classes of what is no text, examples of code, pictures of data, abbreviations, and findings."""
BLOCKS = [
    "p",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "div",
    "section",
    "option",
    "label",
    "summary",
    "caption",
]
VOID = ("br", "col", "hr", "img", "input", "link", "meta", "wbr")
FIXED = """
    SOP PDF JSON Atom WhatsApp NIP No kb mb menit jam hari minggu bulan tahun kerja kalender sampai paling lama cepat
    Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember tanpa waktu langkah dan
    sesuai kebutuhan menurut jadwal belum diketahui monitoring evaluasi bersama sama masing selesai berikutnya
"""
"""Names, units and what the form of the regulation says: they are the same in every handbook."""


def unmarked(site: Path, *known: str) -> Iterator[tuple[str, str]]:
    """Yield (page, text) of what stands outside of marks and is not made of `known` words."""
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if not name.startswith(("panduan/", "mutu/")):
            html = path.read_text(encoding="utf-8")
            main = html[html.index("<article") : html.rindex("</article>")]
            yield from ((name, text) for text in unmarked_words(main, *known))


def unmarked_words(html: str, *known: str) -> Iterator[str]:
    """Yield what stands outside of marks in a part of a page and is not made of `known` words."""
    words = set(_words(" ".join((FIXED, *LABEL.values(), *known))))
    for text in _Texts(html).texts:
        if foreign := [w for w in _words(_outside(text)) if w not in words]:
            yield f"{' '.join(foreign)} in {' '.join(text.split())}"


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{3,}", text.casefold())


def _outside(text: str) -> str:
    """Return what is in no mark, nor in what a marked text was filled with."""
    depth, left = 0, []
    for one in text:
        depth += (one == OPEN) - (one == CLOSE)
        left.append(one if depth == 0 and one != CLOSE else " ")
    return "".join(left)


class _Texts(HTMLParser):
    """The texts of a page, from one block to the next, and what people hear of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts = [""]
        self._open: list[bool] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            classes = (dict(attrs).get("class") or "").split()
            self._open.append(not {tag, *classes}.isdisjoint(SKIPPED))
        if any(self._open):
            return
        now = self.texts.pop()
        self.texts += [v for k, v in attrs if k in NAMED and v] + [f"{now} "]
        if tag in BLOCKS:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()
        if tag in BLOCKS:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self.texts[-1] += data
