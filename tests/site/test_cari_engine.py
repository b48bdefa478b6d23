"""Searching in Indonesian: real MkDocs, Material's own search box, real Chromium."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from buku_sop.adapters.cari.terms import Analisis
from buku_sop.adapters.cari.word_table import word_table
from buku_sop.adapters.mkdocs.assets import prepare_assets
from tests.paths import ROOT
from tests.site.kata_pages import AFFIX_QUERIES, PAGES
from tests.site.material import Visit, build, serve, visit

pytestmark = pytest.mark.browser

SEPARATOR = r"""[\s\-–—·→,.:;!?=\[\](){}"“”‘’/\\]+|&amp;|&lt;|&gt;"""
FEATURES = ["search.highlight", "search.suggest"]
CONFIG: dict[str, Any] = {
    "plugins": [{"search": {"lang": "en", "separator": SEPARATOR, "pipeline": []}}],
    "theme": {"features": [*FEATURES, "navigation.instant"]},
}
MAIN = """{% block config %}{{ super() |
  replace("javascripts/workers/search.", "javascripts/cari.js?search.") }}{% endblock %}"""
HOOK = """
from pathlib import Path
from typing import Any
from buku_sop.adapters.cari.word_table import write_search
def on_post_build(config, **_):
    write_search(Path(config.site_dir))
"""
HOSTILE = 'Jahat </title><script>window.kena = 1</script><img src="x:" onerror="window.kena = 1">'

ASK_ALL = """async queries => {
  const { search, base } = JSON.parse(document.querySelector("#__config").textContent)
  const index = await (await fetch(`${base}/search/search_index.json`)).json()
  const worker = new Worker(search)
  const ask = message => new Promise(resolve => {
    worker.onmessage = event => resolve(event.data)
    worker.postMessage(message)
  })
  await ask({ type: 0, data: { ...index, options: { suggest: false } } })
  const answers = {}
  for (const query of queries) {
    const { data } = await ask({ type: 2, data: query })
    answers[query] = data.items.map(([{ location }]) => location.split("/")[0])
  }
  return answers
}"""


def page_text(title: str, steps: Sequence[str]) -> str:
    rows = "\n".join(f"<tr><td>{html.escape(step)}</td></tr>" for step in steps)
    return f"# {title}\n\n## Langkah\n\n<table><tbody>\n{rows}\n</tbody></table>\n"


def markdown() -> dict[str, str]:
    pages = {f"{name}.md": page_text(title, steps) for name, (title, *steps) in PAGES.items()}
    pages["index.md"] = "# Beranda\n\nBuku SOP Kantor Contoh.\n"
    pages["jahat.md"] = page_text(html.escape(HOSTILE), (HOSTILE,))
    return pages


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the handbook as it is published."""
    folder = tmp_path_factory.mktemp("situs")
    return build(folder, markdown(), config=CONFIG, hook=HOOK, main=MAIN)


@pytest.fixture
def opened(site: Path, browser: Browser) -> Iterator[Visit]:
    """Open the first page of the handbook."""
    with serve(site) as address, visit(browser) as one:
        one.page.goto(address)
        yield one
        assert one.complaints == []
        assert one.origins() == {address.rstrip("/")}


def type_query(page: Page, text: str) -> None:
    box = page.locator("input.md-search__input")
    box.click()
    box.press_sequentially(text)


def titles(page: Page) -> Locator:
    """Locate the titles of the pages found, best first."""
    return page.locator(".md-search-result__item h1")


def sections(page: Page) -> Locator:
    """Locate what is shown of the sections found."""
    return page.locator(".md-search-result__item a[href*='#']")


class TestTypingIntoTheSearchBox:
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("ukur", ["Pengukuran Kinerja", "Tera Meteran", "Pemetaan Lahan"]),
            ("mengukur", ["Pengukuran Kinerja", "Pemetaan Lahan", "Tera Meteran"]),
            ("lapor", ["Pelaporan Bulanan", "Pembukuan Kas"]),
            ("tanda tangan", ["Penandatanganan Kontrak", "Surat Perintah Tugas", "Surat Keluar"]),
            ("undangan", ["Undangan Rapat"]),
            ("perundang-undangan", ["Daftar Hukum"]),
            ("pengadaan", ["Pengadaan Barang"]),
            ("tahunan", ["Rencana Tahunan"]),
            ("pengukurannya", ["Pengukuran Kinerja", "Tera Meteran", "Pemetaan Lahan"]),
        ],
    )
    def test_finds_the_words_of_the_root_best_first(
        self, opened: Visit, typed: str, found: list[str]
    ) -> None:
        type_query(opened.page, typed)
        expect(titles(opened.page)).to_have_text(found)

    def test_several_words_find_the_page_and_the_section(self, opened: Visit) -> None:
        type_query(opened.page, "ukur lahan")
        expect(titles(opened.page)).to_have_text(
            ["Pemetaan Lahan", "Pengukuran Kinerja", "Tera Meteran"]
        )
        first = sections(opened.page).first
        expect(first).to_have_attribute("href", re.compile(r"/ukur-lahan/\?h=[^#]*#langkah$"))

    def test_a_title_with_one_word_does_not_beat_a_page_with_both(self, opened: Visit) -> None:
        type_query(opened.page, "gudang arsip")
        expect(titles(opened.page)).to_have_text(
            [
                "Peminjaman Berkas Lama",
                "Pengawasan Gudang",
                "Pengarsipan Dokumen",
                "Penilaian Arsiparis",
            ]
        )

    def test_quotation_marks_find_only_what_was_typed(self, opened: Visit) -> None:
        type_query(opened.page, '"mengukur" "lahan"')
        expect(titles(opened.page)).to_have_text(["Pemetaan Lahan"])

    def test_the_beginning_of_a_word_still_finds_it(self, opened: Visit) -> None:
        type_query(opened.page, "penandatang")
        expect(titles(opened.page)).to_have_text(["Penandatanganan Kontrak"])

    def test_the_last_word_may_still_be_the_beginning_of_another(self, opened: Visit) -> None:
        type_query(opened.page, "arsip")
        expect(titles(opened.page)).to_have_text(
            ["Pengarsipan Dokumen", "Peminjaman Berkas Lama", "Penilaian Arsiparis"]
        )
        type_query(opened.page, " lama")
        expect(titles(opened.page)).to_have_text(["Peminjaman Berkas Lama", "Pengarsipan Dokumen"])

    def test_function_words_neither_find_nor_count_as_missing(self, opened: Visit) -> None:
        type_query(opened.page, "cara untuk mengukur lahan")
        expect(titles(opened.page).first).to_have_text("Pemetaan Lahan")
        missing = opened.page.locator(".md-search-result__terms del")
        expect(missing.first).to_be_attached()
        assert "untuk" not in missing.all_inner_texts()

    def test_suggestions_are_whole_words(self, opened: Visit) -> None:
        type_query(opened.page, "penandata")
        suggestion = opened.page.locator("[data-md-component=search-suggest]")
        expect(suggestion).to_have_text("penandatanganan")


class TestHighlighting:
    def test_results_mark_the_words_of_the_root(self, opened: Visit) -> None:
        type_query(opened.page, "ukur")
        expect(titles(opened.page).first.locator("mark")).to_have_text("Pengukuran")
        section = sections(opened.page).filter(has_text="Petugas")
        expect(section.locator("mark")).to_have_text(["mengukur", "diukur"])

    def test_both_words_of_a_pair_are_marked_once(self, opened: Visit) -> None:
        type_query(opened.page, "tanda tangan")
        expect(titles(opened.page)).to_have_count(3)
        section = sections(opened.page).filter(has_text="Meminta tanda tangan kepala")
        expect(section.locator("mark")).to_have_text(["tanda", "tangan"])

    def test_a_word_is_marked_once_though_it_is_found_twice(self, opened: Visit) -> None:
        type_query(opened.page, "menandatangani tanda")
        section = sections(opened.page).filter(has_text="Meminta tanda tangan kepala")
        expect(section.locator("mark")).to_have_text(["tanda", "tangan"])

    def test_a_found_word_is_not_called_missing(self, opened: Visit) -> None:
        type_query(opened.page, "ukur lahan")
        first = sections(opened.page).first
        expect(first).to_contain_text("mengukur")
        expect(first.locator("del")).to_have_count(0)

    def test_the_page_itself_marks_the_words_found(self, opened: Visit) -> None:
        type_query(opened.page, "ukur")
        expect(titles(opened.page).first).to_have_text("Pengukuran Kinerja")
        opened.page.keyboard.press("Enter")
        marks = opened.page.locator(".md-content mark[data-md-highlight]")
        expect(marks.first).to_have_text("Pengukuran")


def test_a_hostile_page_is_shown_as_text(opened: Visit) -> None:
    type_query(opened.page, "jahat")
    expect(titles(opened.page)).to_have_text([HOSTILE])
    expect(sections(opened.page).first).to_contain_text('<img src="x:" onerror="window.kena')
    type_query(opened.page, " onerror script")
    expect(titles(opened.page)).to_have_text([HOSTILE])
    assert opened.page.evaluate("window.kena") is None


def test_affixes_cost_neither_hits_nor_precision(opened: Visit) -> None:
    answers: dict[str, list[str]] = opened.page.evaluate(ASK_ALL, list(AFFIX_QUERIES))
    assert {query: frozenset(found) for query, found in answers.items()} == AFFIX_QUERIES


READ = """async ([table, separator, texts]) => {
  for (const part of ["kata", "teks"])
    await new Promise(done => document.head.append(Object.assign(
      document.createElement("script"), { src: `/assets/javascripts/cari/${part}.js`, onload: done })))
  const words = new Cari.Words(table)
  return texts.map(html => {
    const { words: list } = Cari.read(html, new RegExp(separator))
    const together = words.together(list.map(({ word }) => word))
    return list.flatMap(({ word, block, at }, i) => {
      const { pair, meanings = [] } = together?.[i] ?? {}
      const terms = [...words.whole.has(pair) ? [] : [word], ...pair ? [`_${pair}`] : [], ...meanings]
      return terms.map(term => [block * 4096 + at, term])
    })
  })
}"""
TEXTS = [
    "Awal <p>Buku <b>tamu</b>, A&amp;B</p><ul><li>Tanda tangan</li> <li>surat-menyurat</li></ul> akhir",
    "<p>Menandatangani LUK: tanda  terima</p><pre><code>x < y\n# z</code></pre><br/><p>laporan umpama kegiatan</p>",
    "",
]


def test_texts_are_cut_alike_when_the_index_is_made_and_when_it_is_asked(opened: Visit) -> None:
    table = word_table(TEXTS, (("laporan umpama kegiatan", "luk"), ("surat",)))
    cut = opened.page.evaluate(READ, [table, SEPARATOR, TEXTS])
    analisis = Analisis(table, SEPARATOR)
    assert [[tuple(one) for one in part] for part in cut] == [
        list(analisis.istilah(t)) for t in TEXTS
    ]
    assert {term for part in cut for _, term in part} >= {"_tandatangan", "_0", "_1", "akhir"}


def test_the_offline_edition_finds_the_same(tmp_path: Path, browser: Browser) -> None:
    shim = prepare_assets(ROOT) / "iframe-worker" / "index.js"
    pages = {**markdown(), "aset/iframe-worker.js": shim.read_text(encoding="utf-8")}
    offline = {
        "plugins": [*CONFIG["plugins"], "offline"],
        "theme": {"features": FEATURES},
        "extra": {"polyfills": ["aset/iframe-worker.js"]},
    }
    site = build(tmp_path / "folder #1 ä", pages, config=offline, hook=HOOK, main=MAIN)
    with visit(browser) as one:
        one.page.goto((site / "tamu.html").as_uri())
        type_query(one.page, "tanda tangan")
        expect(titles(one.page)).to_have_text(
            ["Penandatanganan Kontrak", "Surat Perintah Tugas", "Surat Keluar"]
        )
        assert one.complaints == []
        assert one.origins() == {"file://"}
