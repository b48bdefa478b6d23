"""Our templates escape, refuse what is missing, and take data for data."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import escape

from buku_sop.views.dasar.render import Perender, berkode


def test_values_are_escaped_and_never_templates(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>{{ x }}</p>", encoding="utf-8")
    html = Perender(tmp_path).render("a.html", x="<b>{{ 7*7 }}</b>")
    assert html == "<p>&lt;b&gt;{{ 7*7 }}&lt;/b&gt;</p>"


def test_a_missing_value_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ tiada }}", encoding="utf-8")
    with pytest.raises(UndefinedError):
        Perender(tmp_path).render("a.html")


@pytest.mark.parametrize(
    ("teks", "html"),
    [
        ("Isi `nomor:` lalu `a<b`.", "Isi <code>nomor:</code> lalu <code>a&lt;b</code>."),
        ("Satu ` saja <i>", "Satu ` saja &lt;i&gt;"),
        ("`` {x} %s", "<code></code> {x} %s"),
        ("", ""),
    ],
)
def test_backticks_make_code(teks: str, html: str) -> None:
    assert berkode(teks) == html


@given(st.text())
def test_code_never_lets_markup_through(teks: str) -> None:
    polos = str(berkode(teks)).replace("<code>", "`").replace("</code>", "`")
    assert polos == str(escape(teks))
