"""Templates have no words of their own: all are in the catalogue, each is used, and none forgets a place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from markupsafe import Markup

from buku_sop.model.tulisan import PENYUNTING, PERAMBAN, TULISAN, tempat
from buku_sop.views.dasar.render import Perender
from tests.paths import ROOT, TEMPLATES
from tests.test_tulisan import CHECK

LOOK = ROOT / "overrides"
ALL = sorted(LOOK.rglob("*.html"))
KEY = re.compile(r'"(\w+\.(?!html")\w+)"')
NAMED = {
    "aria-label",
    "title",
    "alt",
    "placeholder",
    "data-label",
    "data-nama",
    "data-ingat",
    "data-lupa",
}
DOMAIN = re.compile(
    r"\b(SOP|PDF|WhatsApp|Buku SOP|No|sop_data/|abaikan: .*|Output:|Kelengkapan:|Waktu:|Keterangan:)(?!\w)"
)
"""What is no word of the interface: names, a column of the form, and the fields that the search knows by their labels."""
VALUES = {
    "buku lain",
    "di buku lain",
    "belum ada",
    "diri sendiri",
    "external noopener",
}
"""Values of the model that templates compare with."""


class Words(HTMLParser):
    """What people read or hear of a page, without examples of code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.code = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.code = tag in ("code", "style", "script")
        self.found += [v for k, v in attrs if k in NAMED and v and said(v)]

    def handle_endtag(self, tag: str) -> None:
        self.code = False

    def handle_data(self, data: str) -> None:
        if not self.code and said(data) and not re.match(r'[\s\w-]+="', data):
            self.found.append(data.strip())


def said(text: str) -> bool:
    """Whether words stand in a text."""
    return bool(re.search(r"[^\W\d_]{2}", DOMAIN.sub("", text)))


def words(source: str) -> list[str]:
    """List what a template says itself: in its HTML, and in strings that its code puts there."""
    tree = Environment(autoescape=True).parse(source)
    html = "".join(one.data for one in tree.find_all(nodes.TemplateData))
    strings = {s for one in tree.find_all(nodes.Const) if isinstance(s := one.value, str)}
    sentence = re.compile(r"^[^\W\d_]*[A-Z][a-z]{2}|[a-z]{2,} [a-z]{2,}|^ [a-z]+ $")
    return [
        *Words(html).found,
        *sorted(s for s in strings - VALUES if sentence.search(s) and said(s) and "<" not in s),
    ]


@pytest.mark.parametrize("path", ALL, ids=lambda p: p.relative_to(LOOK).as_posix())
def test_templates_have_no_words_of_their_own(path: Path) -> None:
    assert words(path.read_text(encoding="utf-8")) == []


def test_words_of_a_template_are_seen() -> None:
    assert words('<p title="{{ x }}">{{ y }} Cari</p>') == ["Cari"]
    assert words('<p title="Lihat semua">{{ y }} SOP</p>') == ["Lihat semua"]
    assert words('{{ saring("Saring SOP semua", "nama", 1) }}') == ["Saring SOP semua"]
    assert words('{{ " dan " if x }}{{ tulis("kata.dan") }}') == [" dan "]


def calls(source: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the keys that a template names where it writes them, with the places that it fills in."""
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "tulis":
            for key in (
                call.args[0].find_all(nodes.Const)
                if not isinstance(call.args[0], nodes.Const)
                else [call.args[0]]
            ):
                if key.value in TULISAN or KEY.fullmatch(f'"{key.value}"'):
                    yield key.value, {one.key for one in call.kwargs}


@pytest.mark.parametrize("path", ALL, ids=lambda p: p.relative_to(LOOK).as_posix())
def test_templates_fill_in_the_places_of_their_words(path: Path) -> None:
    for key, filled in calls(path.read_text(encoding="utf-8")):
        assert filled == set(tempat(TULISAN[key])), key


def test_every_word_of_the_catalogue_is_used() -> None:
    templates = "".join(p.read_text(encoding="utf-8") for p in ALL)
    program = "".join(
        p.read_text(encoding="utf-8")
        for p in (ROOT / "buku_sop").rglob("*.py")
        if p.parent.name != "tulisan"
    )
    used = set(KEY.findall(templates + program)) | set(re.findall(r"tulis\('(\w+\.\w+)'", program))
    used |= set(re.findall(r"\bTULISAN\.(\w+\.\w+)", CHECK.read_text(encoding="utf-8")))
    assert TULISAN.keys() - PERAMBAN.keys() - PENYUNTING.keys() <= used


def test_no_key_is_there_twice() -> None:
    written = [
        key.value
        for p in (ROOT / "buku_sop" / "model" / "tulisan").glob("*.py")
        for one in ast.walk(ast.parse(p.read_text(encoding="utf-8")))
        if isinstance(one, ast.Dict)
        for key in one.keys
        if isinstance(key, ast.Constant)
    ]
    assert len(written) == len(set(written)) == len(TULISAN)


def test_words_are_escaped_with_all_that_fills_them_in_but_markup() -> None:
    jahat = {"beranda.logo": '<b>"{pemilik}"', "luring.kosong": "{tombol} {{ 7*7 }}"}
    perender = Perender(TEMPLATES, tulisan=jahat)
    html = perender.render(
        "beranda/kepala.html", pengumuman="", logo="x.svg", pemerintah="<i>&", nama="N"
    )
    assert 'alt="&lt;b&gt;&#34;&lt;i&gt;&amp;&#34;"' in html
    html = perender.render("simpanan/tanpa_jaringan.html")
    assert "<em>Simpan instansi ini untuk dibaca tanpa internet</em> {{ 7*7 }}" in html
    assert Markup("<p>Jaringan belum menjawab.") in html
