"""Lines and lists of a text as HTML: every word, the document's own marks, and nothing that is not escaped."""

from __future__ import annotations

import itertools
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from buku_sop.analysis.kata.singkatan import Kamus
from buku_sop.model import Singkatan
from buku_sop.model.teks import rapikan_baris
from buku_sop.views.dasar.tautan import TautanTampil
from buku_sop.views.dasar.teks import Penjelas, susun_bagian, teks_blok, teks_isi, teks_kepala
from tests.model.test_teks import TEKS


def tulis(p: TautanTampil) -> Markup:
    return Markup('<a href="{}">{}</a>').format(p.href, p.teks) if p.href else escape(p.teks)


@pytest.mark.parametrize(
    ("teks", "html"),
    [
        ("Surat", "<p>Surat</p>"),
        ("Surat\nMap", "<p>Surat<br>\nMap</p>"),
        (
            "Berkas:\na. KTP\nb. KK",
            (
                '<div class="sop-teks"><p class="sop-teks__baris">Berkas:</p><ul class="sop-teks__daftar">'
                '<li><span class="sop-teks__tanda">a.</span> <span>KTP</span></li>'
                '<li><span class="sop-teks__tanda">b.</span> <span>KK</span></li></ul></div>'
            ),
        ),
        (
            "1. Satu\n  - dalam\n2. Dua",
            (
                '<div class="sop-teks"><ul class="sop-teks__daftar">'
                '<li><span class="sop-teks__tanda">1.</span> <span>Satu</span><ul class="sop-teks__daftar">'
                '<li><span class="sop-teks__tanda">-</span> <span>dalam</span></li></ul></li>'
                '<li><span class="sop-teks__tanda">2.</span> <span>Dua</span></li></ul></div>'
            ),
        ),
    ],
)
def test_a_text_is_a_paragraph_or_its_lines_and_lists(teks: str, html: str) -> None:
    assert teks_blok(teks) == html


def test_what_follows_stands_behind_the_last_words() -> None:
    assert teks_blok("Surat", None, Markup("<b>?</b>")) == "<p>Surat<b>?</b></p>"
    assert teks_blok("- a\n- b", None, Markup("<b>?</b>")).endswith("</ul><p><b>?</b></p></div>")


def test_what_a_text_says_never_becomes_html() -> None:
    jahat = 'a. <script>x</script>\nb. &amp; "<img>'
    assert "<script" not in teks_blok(jahat)
    assert "<img" not in teks_blok(jahat)
    assert teks_isi("</ul></p>") == "&lt;/ul&gt;&lt;/p&gt;"
    assert teks_blok("</ul>") == "<p>&lt;/ul&gt;</p>"


def test_a_link_in_an_item_stays_one() -> None:
    isi = (
        TautanTampil("a. lihat "),
        TautanTampil("SOP Arsip", href="/x"),
        TautanTampil("\nb. lagi"),
    )
    html = teks_isi(isi, tulis)
    assert '<span>lihat <a href="/x">SOP Arsip</a></span>' in html
    assert '<span class="sop-teks__tanda">b.</span> <span>lagi</span>' in html


@given(TEKS)
def test_every_word_is_on_the_page_in_its_order(teks: str) -> None:
    html = teks_isi(rapikan_baris(teks))
    kata = unescape(re.sub(r"<br>|</?(?:ul|li|p|span)[^>]*>", " ", html)).split()
    assert kata == teks.split()


@given(TEKS, st.lists(st.integers(0, 60), max_size=4))
def test_pieces_are_cut_anywhere_and_stay_whole(teks: str, letak: list[int]) -> None:
    rapi = rapikan_baris(teks)
    batas = sorted({0, len(rapi), *(x for x in letak if x < len(rapi))})
    potongan = [TautanTampil(rapi[a:b]) for a, b in itertools.pairwise(batas)]
    utuh, terpotong = susun_bagian([TautanTampil(rapi)]), susun_bagian(potongan)
    assert [_datar(b) for b in utuh] == [_datar(b) for b in terpotong]


def _datar(bagian: object) -> object:
    tanda, baris, anak = bagian.tanda, bagian.baris, bagian.anak  # type: ignore[attr-defined]
    return tanda, ["".join(p.teks for p in b).strip() for b in baris], [_datar(a) for a in anak]


def test_the_head_of_a_column_may_break_behind_a_slash() -> None:
    assert teks_kepala("Syarat/<b>") == Markup("Syarat/<wbr>&lt;b&gt;")
    assert teks_kepala("Waktu") == Markup("Waktu")


def test_a_page_explains_each_abbreviation_once_and_remembers_which() -> None:
    jelas = Penjelas(
        Kamus([Singkatan("NODIN", ('Nota "<b>"',)), Singkatan("BAST", ("Berita Acara",))])
    )
    assert jelas("<i> tanpa") == "&lt;i&gt; tanpa"
    assert jelas("NODIN & BAST") == (
        '<abbr class="sop-singkat-kata" title="Nota &#34;&lt;b&gt;&#34;">NODIN</abbr> &amp; '
        '<abbr class="sop-singkat-kata" title="Berita Acara">BAST</abbr>'
    )
    assert jelas("nodin, NODIN") == "nodin, NODIN"
    assert jelas.semua == [("BAST", "Berita Acara"), ("NODIN", 'Nota "<b>"')]
