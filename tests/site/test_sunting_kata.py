"""No word of the editor is forgotten in another language: it is walked through with every word in marks."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from buku_sop.model.tulisan import TULISAN
from tests.site.penyunting import LANGKAH, Halaman, Penyunting, halaman, sedang_sunting
from tests.site.tak_bertanda import unmarked_words

MELAYANI = "kantor-contoh/melayani"
LAIN = {kunci: f"⟦{teks}⟧" for kunci, teks in TULISAN.items()}
KENAL = (
    "Kantor Contoh Dinas Rekaan Penerimaan Tamu Pengarsipan Arsip Melayani instansi yml kantor contoh singkatan Ctrl Enter Delete Alt"
    " Esc Ya Tidak Lainnya sudah benar Memeriksa apakah"
)
"""Names, keys, and what is written into the file."""


@pytest.fixture(scope="module")
def penyunting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Penyunting]:
    setelan = f"  - buku-sop:\n      tulisan: {json.dumps(LAIN, ensure_ascii=False)}\n"
    with sedang_sunting(tmp_path_factory.mktemp("kata"), setelan) as penyunting:
        yield penyunting


@pytest.fixture
def h(browser: Browser, penyunting: Penyunting) -> Iterator[Halaman]:
    h = halaman(browser, penyunting)
    yield h
    assert h.galat == []
    h.page.context.close()


def terlupa(h: Halaman) -> list[str]:
    """Return what the page says without marks, but for what the engine tells of fields and findings."""
    isi = h.page.evaluate(
        """() => {
          const body = document.getElementById("sunting").cloneNode(true)
          for (const one of document.querySelectorAll("dialog[open], .sunting-kabar")) body.append(one.cloneNode(true))
          for (const one of body.querySelectorAll(".sunting-lembar, .sunting-selisih, .sunting-temuan p:not([class]), .sunting-temuan__cara, .sunting-isian__temuan")) one.remove()
          return body.outerHTML
        }"""
    )
    mesin = h.page.evaluate(
        "() => { const { view } = document.getElementById('sunting').sunting; return JSON.stringify([view?.bidang, view?.tabel?.map(t => [t.bidang, t.judul])]) }"
    )
    return list(unmarked_words(isi, LANGKAH, KENAL, mesin))


def test_the_first_screen(h: Halaman) -> None:
    h.buka()
    expect(h.page.locator("#sunting")).to_contain_text(LAIN["mula.mengubah"])
    assert terlupa(h) == []


def test_the_table_and_what_stands_beside_it(h: Halaman) -> None:
    h.buka(MELAYANI)
    h.sel(1, "sop-kegiatan").click()
    expect(h.page.locator(".sunting-panel h2")).to_contain_text("⟦")
    assert terlupa(h) == []
    h.ketik("F2")
    expect(h.page.locator(".sunting-ketik__petunjuk")).to_be_visible()
    assert terlupa(h) == []
    h.ketik("Escape", "Alt+d")
    expect(h.page.locator(".sunting-tunjuk")).to_be_visible()
    assert terlupa(h) == []
    h.ketik("ArrowUp", "Enter")
    h.diam()
    expect(h.page.locator(".sunting-keluar")).to_have_count(2)
    assert terlupa(h) == []
    h.page.locator("thead .sop-lane").first.click()
    expect(h.page.locator(".sunting-petunjuk")).to_have_text(LAIN["petunjuk.kolom"])
    assert terlupa(h) == []
    for apa in ("temuan", "diagram", "lembar", "selisih"):
        h.page.locator(f"#sunting-tab-{apa}").click()
        h.diam()
        expect(h.page.locator("#sunting-hasil")).not_to_contain_text(LAIN["sisi.menyusun"])
        assert terlupa(h) == []


def test_the_identity_the_file_and_sending(h: Halaman) -> None:
    h.buka(MELAYANI)
    for apa in ("identitas", "berkas"):
        h.page.locator(f'[data-kunci="{apa}"]').click()
        expect(h.page.locator("#sunting-tulis > *").first).to_be_visible()
        assert terlupa(h) == []
    h.ketik("Control+s")
    expect(h.page.locator("dialog[open]")).to_contain_text(LAIN["kirim.nama"])
    assert terlupa(h) == []
    h.ketik("Escape")


def test_a_new_sop(h: Halaman) -> None:
    h.buka_baru("kantor-contoh", "Penerimaan Tamu")
    assert terlupa(h) == []
