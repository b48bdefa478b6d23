"""Ten everyday questions, written down first: on a phone, from the home page to the row that answers each.

At most three touches, or one query and a touch on its hit. Scrolling and reading are free; whatever is touched
must be there to be seen, by the words that stand on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.buku import build_once
from tests.site.material import serve, visit

pytestmark = pytest.mark.browser

ADALAH, PERLU = "Saya adalah…", "Saya perlu…"
SENTUHAN = 3
PONSEL = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@dataclass(frozen=True)
class Pertanyaan:
    """What an employee asks, and the row that answers it."""

    tanya: str
    sop: str
    langkah: int
    jawaban: tuple[str, ...]
    """What the row must say."""
    masuk: str = ""
    """The way in that is taken; without one, the question is typed."""
    instansi: str = ""
    pilih: str = ""
    """The role or the document that is touched."""
    cari: str = ""
    """What is typed instead."""

    def __str__(self) -> str:
        """Name the test."""
        return self.tanya


PERTANYAAN = [
    Pertanyaan("Berapa lama menyusun draf laporan hasil pengukuran kinerja di Selayar?",
               "selayar/pengukuran-kinerja", 7, ("60 Menit", "Tim Penyusun LAKIP"),
               PERLU, "Dinas Sosial Selayar", "Draft laporan hasil pengukuran kinerja"),
    Pertanyaan("Apa yang dikerjakan Sekretaris Selayar saat hasil rekapitulasi masuk?",
               "selayar/pengukuran-kinerja", 8, ("menganalisa hasil rekapitulasi", "90 menit"),
               ADALAH, "Dinas Sosial Selayar", "Sekretaris"),
    Pertanyaan("Dari mana kertas kerja pengukuran kinerja Selayar berasal?",
               "selayar/pengukuran-kinerja", 4, ("Menyiapkan metodologi", "Renstra"),
               PERLU, "Dinas Sosial Selayar", "Kertas kerja pengukuran kinerja"),
    Pertanyaan("Siapa yang menandatangani dokumen pengukuran kinerja di Way Kanan?",
               "way-kanan/pengukuran-kinerja", 8, ("Kepala Badan", "Menandatangani"),
               PERLU, "Dinas PMK Way Kanan", "Dokumen pengukuran kinerja yang telah ditanda tangani"),
    Pertanyaan("Saya staf di Way Kanan: apa tugas saya sesudah dokumennya ditandatangani?",
               "way-kanan/pengukuran-kinerja", 9, ("Mendokumentasikan", "Arsip"),
               ADALAH, "Dinas PMK Way Kanan", "Staf"),
    Pertanyaan("Apa yang harus ada sebelum laporan data kinerja Jeneponto dibuat?",
               "jeneponto/pengumpulan-data-kinerja", 4, ("Bahan Laporan", "1 Hari"),
               PERLU, "Dinas Sosial Jeneponto", "Laporan Data Kinerja"),
    Pertanyaan("Laporan kinerja Jeneponto tidak disetujui; ke mana kembalinya?",
               "jeneponto/pengumpulan-data-kinerja", 5, ("tidak", "diperbaiki"),
               cari="memeriksa laporan kinerja disetujui"),
    Pertanyaan("Siapa yang menghimpun data dari bidang-bidang untuk monitoring Renstra di Banggai?",
               "banggai/monitoring-renstra", 6, ("Pelaksana", "480"),
               cari="menghimpun monitoring renstra"),
    Pertanyaan("Ke bagian mana Sekretaris Sumedang menyampaikan data kinerja?",
               "sumedang/pengukuran-kinerja", 8, ("Bagian Perencanaan dan Pelaporan",),
               cari="menyampaikan data kinerja bagian perencanaan"),
    Pertanyaan("Siapa yang menggandakan dan mengarsipkan dokumen pengukuran kinerja di Banggai?",
               "banggai/pengukuran-kinerja", 13, ("Anggota Tim SAKIP", "15 menit"),
               cari="menggandakan arsip dokumen kinerja"),
]  # fmt: skip


class Tangan:
    """A hand on a phone that counts what it touches."""

    def __init__(self, page: Page) -> None:
        self.page, self.sentuhan = page, 0

    def sentuh(self, apa: Locator) -> None:
        """Touch what can be seen."""
        expect(apa).to_be_visible()
        self.sentuhan += 1
        apa.tap()


@pytest.fixture(scope="module")
def alamat(bersama: Path) -> Iterator[str]:
    with serve(build_once(bersama).site) as address:
        yield address


def test_there_are_ten_and_half_need_no_search() -> None:
    assert len(PERTANYAAN) == 10
    assert sum(bool(p.masuk) for p in PERTANYAAN) >= 5
    assert all(bool(p.masuk) != bool(p.cari) for p in PERTANYAAN)
    assert {p.sop for p in PERTANYAAN} == {
        "selayar/pengukuran-kinerja", "way-kanan/pengukuran-kinerja", "sumedang/pengukuran-kinerja",
        "jeneponto/pengumpulan-data-kinerja", "banggai/monitoring-renstra", "banggai/pengukuran-kinerja",
    }  # fmt: skip


@pytest.mark.parametrize("p", PERTANYAAN, ids=str)
def test_a_question_is_answered_from_the_home_page(
    browser: Browser, alamat: str, p: Pertanyaan
) -> None:
    with visit(browser, base_url=alamat, locale="id-ID", **PONSEL) as one:
        one.page.goto("")
        tangan = Tangan(one.page)
        if p.cari:
            _ketik(tangan, p)
        else:
            _masuk(tangan, p)
        assert tangan.sentuhan <= SENTUHAN
        expect(one.page).to_have_url(re.compile(rf"/sop/{p.sop}/.*#langkah-{p.langkah}$"))
        baris = one.page.locator(f"#langkah-{p.langkah}")
        expect(baris).to_be_in_viewport()
        tulisan = (
            f"{baris.inner_text()} {baris.aria_snapshot()}"  # roles stand in the names of symbols
        )
        assert [kata for kata in p.jawaban if kata not in tulisan] == []
        assert one.complaints == []


def _masuk(tangan: Tangan, p: Pertanyaan) -> None:
    """Take a way in: the office, the role or document, and, where this does not lead to the row, the step."""
    bagian = tangan.page.get_by_role("region", name=p.masuk)
    tangan.sentuh(bagian.get_by_text(p.instansi, exact=True))
    tangan.sentuh(bagian.get_by_role("link", name=p.pilih, exact=True).locator("visible=true"))
    if p.masuk == ADALAH:
        expect(tangan.page.get_by_role("heading", level=1)).to_have_text(p.pilih)
        tangan.sentuh(tangan.page.get_by_role("link", name=f"Langkah {p.langkah}", exact=True))
        return
    expect(tangan.page).to_have_url(re.compile("/(sop|dokumen)/"))
    if "/dokumen/" in tangan.page.url:
        nomor = re.compile(rf"^(langkah )?{p.langkah}$")
        tangan.sentuh(tangan.page.locator(":target").get_by_role("link", name=nomor).first)


def _ketik(tangan: Tangan, p: Pertanyaan) -> None:
    """Type a query and touch the hit of the step, which must be among the first that are seen."""
    tangan.sentuh(tangan.page.get_by_role("searchbox", name="Cari di seluruh SOP"))
    tangan.page.keyboard.type(p.cari, delay=10)
    hasil = tangan.page.locator(".sop-butir a")
    expect(hasil.first).to_be_visible()
    baris = tangan.page.locator(f'.sop-butir a[href*="{p.sop}/"][href*="#langkah-{p.langkah}"]')
    tangan.sentuh(baris.locator("visible=true").first)
