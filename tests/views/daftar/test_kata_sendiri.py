"""What an office writes on its home page is shown as Markdown, and nothing in it acts."""

from __future__ import annotations

import pytest

from buku_sop.views.daftar.kata_sendiri import kata_sendiri, tujuan
from buku_sop.views.dasar.alamat import Alamat

DI = Alamat("index")
LURING = Alamat("index", direktori=False)


def test_markdown_is_shown() -> None:
    html = kata_sendiri("# Selamat datang\n\nBaca **ini**:\n\n- satu\n- [dua](panduan/membaca.md#cara)\n", DI)  # fmt: skip
    assert "<h3>Selamat datang</h3>" in html
    assert "<strong>ini</strong>" in html
    assert '<li><a href="panduan/membaca/#cara">dua</a></li>' in html


@pytest.mark.parametrize(
    "teks",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "Teks <b onclick=alert(1)>tebal</b>",
        "[x](javascript:alert(1))",
        "[x](  JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](//jahat.invalid/)",
        "![x](https://jahat.invalid/x.png)",
        "![x][1]\n\n[1]: https://jahat.invalid/x.png",
        '[x](https://a.id "onmouseover=alert(1)")',
        "<javascript:alert(1)>",
        "<div markdown=1>\n<script>alert(1)</script>\n</div>",
        "`<script>`",
        "&lt;script&gt;",
    ],
)
def test_nothing_acts(teks: str) -> None:
    html = kata_sendiri(teks, DI).lower()
    for jahat in ("<script", "<img", "<div", "<b ", 'href="javascript', 'href="data', "title=", 'href="//'):  # fmt: skip
        assert jahat not in html


@pytest.mark.parametrize(
    ("href", "di", "ke"),
    [
        ("panduan/mencari.md", DI, "panduan/mencari/"),
        ("panduan/mencari.md", LURING, "panduan/mencari.html"),
        ("/sop/", DI, "sop/"),
        ("https://contoh.go.id/a?b=c", DI, "https://contoh.go.id/a?b=c"),
        ("mailto:bagian@contoh.go.id", DI, "mailto:bagian@contoh.go.id"),
        ("berkas/panduan.pdf", DI, "berkas/panduan.pdf"),
        ("bukan alamat", DI, ""),
    ],
)
def test_links_lead_where_they_should(href: str, di: Alamat, ke: str) -> None:
    assert tujuan(href, di) == ke
