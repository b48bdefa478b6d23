"""Templates that take their words from the catalogue have none of their own, and a made-up language forgets none."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from jinja2 import Environment, nodes
from markupsafe import Markup

from buku_sop.model.tulisan import PERAMBAN, TULISAN
from buku_sop.views.dasar.render import Perender
from tests.paths import ROOT, TEMPLATES

MOVED = ("beranda", "simpanan")
"""Folders of templates whose words are in the catalogue."""
KEY = re.compile(r'"(\w+\.(?!html")\w+)"')
NAMED = {"aria-label", "title", "alt", "placeholder"}


class Words(HTMLParser):
    """What people read or hear of a page, without examples of code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.code = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.code = tag == "code"
        self.found += [v for k, v in attrs if k in NAMED and v and re.search(r"[^\W\d_]{2}", v)]

    def handle_endtag(self, tag: str) -> None:
        self.code = False

    def handle_data(self, data: str) -> None:
        if not self.code and re.search(r"[^\W\d_]{2}", data):
            self.found.append(data)


def literal(source: str) -> str:
    """Return a template without all that Jinja puts into it, and without what stands in strings of its code."""
    tree = Environment(autoescape=True).parse(source)
    return "".join(one.data for one in tree.find_all(nodes.TemplateData))


@pytest.mark.parametrize("folder", MOVED)
def test_moved_templates_have_no_words_of_their_own(folder: str) -> None:
    for path in (TEMPLATES / folder).glob("*.html"):
        assert Words(literal(path.read_text(encoding="utf-8"))).found == [], path.name
    assert Words(literal('<p title="{{ x }}">{{ y }} Cari</p>')).found == [" Cari"]


def test_every_word_of_templates_is_used_and_there() -> None:
    sources = "".join(
        p.read_text(encoding="utf-8") for f in MOVED for p in (TEMPLATES / f).glob("*.html")
    )
    used = set(KEY.findall(sources))
    assert used <= TULISAN.keys()
    assert TULISAN.keys() - PERAMBAN.keys() <= used


def test_words_are_escaped_with_all_that_fills_them_in_but_markup() -> None:
    jahat = {"beranda.logo": '<b>"{pemilik}"', "luring.kosong": "{tombol} {{ 7*7 }}"}
    html = Perender(ROOT / "overrides" / "templat", tulisan=jahat).render(
        "beranda/kepala.html", pengumuman="", logo="x.svg", pemerintah="<i>&", nama="N"
    )
    assert 'alt="&lt;b&gt;&#34;&lt;i&gt;&amp;&#34;"' in html
    html = Perender(ROOT / "overrides" / "templat", tulisan=jahat).render(
        "simpanan/tanpa_jaringan.html"
    )
    assert "<em>Simpan instansi ini untuk dibaca tanpa internet</em> {{ 7*7 }}" in html
    assert Markup("<p>Jaringan belum menjawab.") in html
