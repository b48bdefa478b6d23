"""The distance between words, in the browser that the search runs in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.paths import ROOT
from tests.site.material import visit

pytestmark = pytest.mark.browser

WORDS = """
    koordinasi kinerja evaluasi sekretaris pengukuran perencanaan verifikasi validasi arsip aktivitas
    izin berkas surat surat-menyurat notulen anggaran anggota kegiatan syarat khusus ekspedisi rapat tamu
    laporan lapangan pelaporan disposisi monitoring
"""


@pytest.fixture(scope="module")
def words(browser: Browser) -> Iterator[Page]:
    """Load the part that knows misspelt words."""
    with visit(browser) as one:
        one.page.add_script_tag(path=ROOT / "overrides/assets/javascripts/cari/ejaan.js")
        yield one.page


def meant(page: Page, typed: str, *bare: str, unfinished: bool = False) -> str | None:
    """Ask for the word that was meant; each stands in the handbook as often as it is long."""
    found: str | None = page.evaluate(
        """([words, typed, bare, unfinished]) =>
          new Cari.Spelling(words, word => word.length).meant(typed, bare, unfinished) ?? null""",
        [WORDS.split(), typed, list(bare), unfinished],
    )
    return found


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("kordinasi", "koordinasi"),
        ("koordinasih", "koordinasi"),
        ("kinreja", "kinerja"),
        ("evalusi", "evaluasi"),
        ("sekertaris", "sekretaris"),
        ("sekretariz", "sekretaris"),
        ("pengukran", "pengukuran"),
        ("perencanan", "perencanaan"),
        ("ferifikasi", "verifikasi"),
        ("aktifitas", "aktivitas"),
        ("ijin", "izin"),
        ("sarat", "syarat"),
        ("kusus", "khusus"),
        ("expedisi", "ekspedisi"),
        ("notulén", "notulen"),
        ("anggarran", "anggaran"),
        ("disposissi", "disposisi"),
        ("monitorng", "monitoring"),
    ],
)
def test_slips_that_people_make(words: Page, typed: str, word: str) -> None:
    assert meant(words, typed) == word


@pytest.mark.parametrize(
    "typed", ["kuda", "tma", "rpt", "gedung", "pajak", "retribusi", "sukarela"]
)
def test_other_words_stay_other_words(words: Page, typed: str) -> None:
    assert meant(words, typed) is None


def test_the_nearest_word_is_taken_and_the_commoner_of_two(words: Page) -> None:
    assert meant(words, "laporran") == "laporan"
    cost = "([a, b]) => Cari.distance(a, b, 9)"
    assert words.evaluate(cost, ["anggotan", "anggota"]) == 1
    assert words.evaluate(cost, ["xkegiatan", "kegiatan"]) > 1  # x sounds as two letters


def test_affixes_come_off_before_a_word_is_given_up(words: Page) -> None:
    assert meant(words, "mengkordinasikan") is None
    assert meant(words, "mengkordinasikan", "kordinasikan", "kordinasi") == "koordinasi"


def test_an_unfinished_word_is_the_beginning_of_one(words: Page) -> None:
    assert meant(words, "sekerta") is None
    assert meant(words, "sekerta", unfinished=True) == "sekretaris"


def test_confusions_of_indonesian_spelling_cost_less_than_other_slips(words: Page) -> None:
    cost = "([a, b]) => Cari.distance(a, b, 9)"
    cheap = [("praktek", "praktik"), ("akhir", "akir"), ("masarakat", "masyarakat")]
    dear = [("praktok", "praktik"), ("akbir", "akhir"), ("mastarakat", "masyarakat")]
    assert [words.evaluate(cost, list(pair)) for pair in cheap] == [0.5, 0.5, 0.5]
    assert min(words.evaluate(cost, list(p)) for p in dear) >= 1
    assert words.evaluate(cost, ["sama", "sama"]) == 0
