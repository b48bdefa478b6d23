"""Searching in Indonesian: real MkDocs, the engine as pages ask it (`sopCari`), real Chromium."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from buku_sop.adapters.cari.terms import Analisis
from buku_sop.adapters.cari.word_table import word_table
from tests.site.kata_pages import AFFIX_QUERIES, PAGES
from tests.site.material import Visit, build, serve, visit

pytestmark = pytest.mark.browser

SEPARATOR = r"""[\s\-–—·→,.:;!?=\[\](){}"“”‘’/\\]+|&amp;|&lt;|&gt;"""
CONFIG: dict[str, Any] = {
    "plugins": [{"search": {"lang": "en", "separator": SEPARATOR, "pipeline": []}}],
    "extra_javascript": ["assets/javascripts/cari-klien.js"],
}
HOOK = """
from pathlib import Path
from typing import Any, NamedTuple
from buku_sop.adapters.cari.word_table import write_search
def on_post_build(config, **_):
    write_search(Path(config.site_dir))
"""
HOSTILE = 'Jahat </title><script>window.kena = 1</script><img src="x:" onerror="window.kena = 1">'

ASK = """async text => {
  const read = html => {
    const holder = document.createElement("template")
    holder.innerHTML = html
    const { textContent } = holder.content
    return [textContent, [...holder.content.querySelectorAll("mark")].map(mark => mark.textContent)]
  }
  const { halaman, lanjut } = await sopCari.tanya(text)
  return [lanjut, halaman.map(page => [
    page.alamat, ...read(page.judul_bertanda),
    page.bagian.map(part => [part.alamat, read(part.judul)[0], ...read(part.potongan), part.kurang])
  ])]
}"""


class Bagian(NamedTuple):
    """A section that answers, as text."""

    alamat: str
    judul: str
    isi: str
    tanda: list[str]
    """The words that are marked in the text."""
    kurang: list[str]
    """The words that are not there."""


class Halaman(NamedTuple):
    """A page that was found, as text."""

    alamat: str
    judul: str
    tanda: list[str]
    bagian: list[Bagian]


def find(page: Page, text: str) -> list[Halaman]:
    """Ask, and return the pages found, best first."""
    _, halaman = page.evaluate(ASK, text)
    return [Halaman(a, j, t, [Bagian(*b) for b in bagian]) for a, j, t, bagian in halaman]


def titles(page: Page, text: str) -> list[str]:
    """Return the titles of the pages found, best first."""
    return [h.judul for h in find(page, text)]


def section(page: Page, text: str, holding: str) -> Bagian:
    """Return the first section found whose text holds some words."""
    return next(b for h in find(page, text) for b in h.bagian if holding in b.isi)


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
    return build(folder, markdown(), config=CONFIG, hook=HOOK)


@pytest.fixture(scope="module")
def opened(site: Path, browser: Browser) -> Iterator[Visit]:
    """Open the first page of the handbook, from which everything is asked."""
    with serve(site) as address, visit(browser) as one:
        one.page.goto(address)
        yield one
        assert one.complaints == []
        assert one.origins() == {address.rstrip("/")}


class TestAsking:
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
            ("ukur lahan", ["Pemetaan Lahan", "Pengukuran Kinerja", "Tera Meteran"]),
            ('"mengukur" "lahan"', ["Pemetaan Lahan"]),
            ("penandatang", ["Penandatanganan Kontrak"]),
            ("mete ran", ["Tera Meteran"]),
        ],
    )
    def test_finds_the_words_of_the_root_best_first(
        self, opened: Visit, typed: str, found: list[str]
    ) -> None:
        assert titles(opened.page, typed) == found

    def test_several_words_find_the_section(self, opened: Visit) -> None:
        assert find(opened.page, "ukur lahan")[0].bagian[0].alamat == "ukur-lahan/#langkah"

    @pytest.mark.parametrize("typed", ["gudang arsip", "gudangarsip"])
    def test_a_title_with_one_word_does_not_beat_a_page_with_both(
        self, opened: Visit, typed: str
    ) -> None:
        assert titles(opened.page, typed) == [
            "Peminjaman Berkas Lama",
            "Pengawasan Gudang",
            "Pengarsipan Dokumen",
            "Penilaian Arsiparis",
        ]

    def test_the_last_word_may_still_be_the_beginning_of_another(self, opened: Visit) -> None:
        dengan_arsip = ["Pengarsipan Dokumen", "Peminjaman Berkas Lama", "Penilaian Arsiparis"]
        assert titles(opened.page, "arsip") == dengan_arsip
        lama = titles(opened.page, "arsip lama")
        assert lama == ["Peminjaman Berkas Lama", "Pengarsipan Dokumen"]

    def test_function_words_neither_find_nor_count_as_missing(self, opened: Visit) -> None:
        first, second, *_ = find(opened.page, "cara untuk mengukur lahan")
        assert first.judul == "Pemetaan Lahan"
        kurang = {word for page in (first, second) for b in page.bagian for word in b.kurang}
        assert "lahan" in kurang
        assert "untuk" not in kurang

    def test_suggestions_are_whole_words(self, opened: Visit) -> None:
        lanjut, _ = opened.page.evaluate(ASK, "penandata")
        assert lanjut == "penandatanganan"


class TestMarking:
    def test_results_mark_the_words_of_the_root(self, opened: Visit) -> None:
        assert find(opened.page, "ukur")[0].tanda == ["Pengukuran"]
        assert section(opened.page, "ukur", "Petugas").tanda == ["mengukur", "diukur"]

    @pytest.mark.parametrize("typed", ["tanda tangan", "menandatangani tanda"])
    def test_both_words_of_a_pair_are_marked_once(self, opened: Visit, typed: str) -> None:
        ada = section(opened.page, typed, "Meminta tanda tangan kepala")
        assert ada.tanda == ["tanda", "tangan"]

    def test_a_found_word_is_not_called_missing(self, opened: Visit) -> None:
        bagian = find(opened.page, "ukur lahan")[0].bagian[0]
        assert "mengukur" in bagian.isi
        assert bagian.kurang == []


def test_a_hostile_page_is_shown_as_text(opened: Visit) -> None:
    assert titles(opened.page, "jahat") == [HOSTILE]
    [halaman] = find(opened.page, "jahat onerror script")
    assert halaman.judul == HOSTILE
    assert any('<img src="x:" onerror="window.kena' in b.isi for b in halaman.bagian)
    assert opened.page.evaluate("window.kena") is None


def test_affixes_cost_neither_hits_nor_precision(opened: Visit) -> None:
    answers = {
        q: frozenset(h.alamat.split("/")[0] for h in find(opened.page, q)) for q in AFFIX_QUERIES
    }
    assert answers == AFFIX_QUERIES


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
    # What Material would fetch from another host so that its own search works from a disk
    pages = {**markdown(), "aset/iframe-worker.js": ""}
    offline = {
        **CONFIG,
        "plugins": [*CONFIG["plugins"], "offline"],
        "extra": {"polyfills": ["aset/iframe-worker.js"]},
    }
    site = build(tmp_path / "folder #1 ä", pages, config=offline, hook=HOOK)
    with visit(browser) as one:
        one.page.goto((site / "tamu.html").as_uri())
        assert titles(one.page, "tanda tangan") == [
            "Penandatanganan Kontrak",
            "Surat Perintah Tugas",
            "Surat Keluar",
        ]
        assert one.complaints == []
        assert one.origins() == {"file://"}
