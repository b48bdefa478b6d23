"""Whatever a text holds, Markdown and the forges behind it show it as text."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from buku_sop.views.dasar.markdown_text import SAMBUNG, amankan_md
from buku_sop.views.dasar.mermaid_text import satu_baris

HOSTILE = [
    *("| a | b |", "`kode`", "``", "<b>x</b>", "<!-- x", "-->", "<img src=x onerror=a()>", "&amp;"),
    *("@kepala", "@kantor/tim", "a@b.co", "#12", "GH-12", "kantor/buku#12", "!34", "$56", "~label"),
    *("%tonggak", "&epik", "^peringatan", "*iteration:1", ":tada:", ":+1:", "[vulnerability:1]"),
    *("https://contoh.invalid/a?b=c", "www.contoh.invalid", "ftp://x", "mailto:a@b.co", "xmpp:a@b.co"),
    *("[a](http://b)", "![a](b)", "[a]: http://b", "[^1]", "**a**", "_a_", "~~a~~", "$x^2$", "$$x$$"),
    *("1. a", "1) a", "- a", "+ a", "* a", "# a", "> a", "---", "===", "\\", "\\|", "a\nb", "a\r\n\r\nb"),
    *("0123456789abcdef0123456789abcdef01234567", "deadbee1", "[ ] tugas", "/close", "```", "~~~"),
    *("{{ 7*7 }}", "{% x %}", "\x00", "\u202ea", "\u200b", "\ud800", "👍", "é", "", " "),
]  # fmt: skip
FORGE = re.compile(
    r"(?<![\w`])@[\w-]|[\w.+-]@[\w-]+\.\w|[#!$&~%^]\w|GH-\d|:[\w+-]+:|://|\bwww\.\w|\*iteration:\w"
    r"|\[\w+:\w|mailto:\w|xmpp:\w|\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,64}\b",
    re.IGNORECASE,
)
"""What forges look for in a finished page."""
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def shown(source: str) -> str:
    """Render one line, and return its text; fails where it became anything but plain text."""
    rendered = MARKDOWN.render(source)
    found = re.fullmatch(r"<p>([^<]*)</p>\n", rendered)
    assert found, rendered
    return html.unescape(found[1])


def check(text: str) -> None:
    expected = satu_baris(text).replace(SAMBUNG, "")
    seen = shown(amankan_md(text))
    assert seen.replace(SAMBUNG, "") == expected
    assert not FORGE.search(seen), seen
    cell = MARKDOWN.render(f"| a | b |\n| --- | --- |\n| {amankan_md(text)} | z |\n")
    assert html.unescape(cell).replace(SAMBUNG, "").count(f"<td>{expected}</td>") == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_text(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from([*HOSTILE, " ", "a", "/"]), max_size=4).map("".join))
def test_no_mixture_of_hostile_texts_gets_through(text: str) -> None:
    check(text)


@given(st.text())
def test_any_text_is_shown_as_text(text: str) -> None:
    check(text)


def test_a_long_text_is_cut_between_words() -> None:
    assert amankan_md("Menyusun laporan kinerja bulanan", 20) == "Menyusun laporan…"
