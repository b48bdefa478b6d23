"""Pages without Markdown: their headings, and what macros made."""

from __future__ import annotations

from buku_sop.adapters.mkdocs.inserts import Inserts
from buku_sop.adapters.mkdocs.pages import toc_tokens


def test_headings_nest_and_stay_escaped() -> None:
    html = (
        '<h1 id="judul">A &lt;b&gt; &amp; C</h1><h2 class="x" id="satu">Satu '
        '<a class="sop-tanda" href="#k"><span aria-hidden="true">?</span></a></h2>'
        '<h3 id="dalam">\n Dalam <a href="x">tautan</a></h3><h2 id="dua">Dua</h2><h2>tanpa id</h2>'
    )
    (judul,) = toc_tokens(html)
    assert judul["name"] == "A &lt;b&gt; &amp; C"
    satu, dua = judul["children"]
    assert (satu["id"], satu["name"], satu["level"]) == ("satu", "Satu", 2)
    assert [c["name"] for c in satu["children"]] == ["Dalam tautan"]
    assert dua["children"] == []


def test_a_page_without_a_first_heading_has_its_parts_side_by_side() -> None:
    assert [t["id"] for t in toc_tokens('<h2 id="a">A</h2><h2 id="b">B</h2>')] == ["a", "b"]


def test_a_piece_goes_past_markdown_and_cannot_be_forged() -> None:
    sisipan = Inserts()
    placeholder = sisipan.keep(r"<p>\1 {{ x }} *a*</p>")
    assert sisipan.fill(f"<h1>A</h1>{placeholder}") == r"<h1>A</h1>" + "\n\n" + (
        r"<p>\1 {{ x }} *a*</p>" + "\n\n"
    )
    forged = '<div data-sisipan="0-0"></div>'
    assert sisipan.fill(forged) == forged
