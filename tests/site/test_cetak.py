"""Printing from the browser: black on white whatever the screen shows, and only what paper is for."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.site.buku import build_once
from tests.site.buku_lebar import LINTAS, buku
from tests.site.material import serve, visit

pytestmark = pytest.mark.browser

HALAMAN = [f"sop/{LINTAS}/", "waktu/", "keterkaitan/", "panduan/membaca/"]
Warna = tuple[float, float, float]


@pytest.fixture(scope="module")
def alamat(bersama: Path) -> Iterator[str]:
    with serve(build_once(bersama, buku()).site) as address:
        yield address


def terang(warna: Warna) -> float:
    """Say how light a colour is, from 0 (black) to 1."""
    return 0.2126 * warna[0] + 0.7152 * warna[1] + 0.0722 * warna[2]


class Tinta:
    """What a PDF draws: the lightness of its letters and of its large grounds."""

    def __init__(self, pdf: bytes) -> None:
        self.huruf: list[float] = []
        self.bidang: list[float] = []
        self.teks = ""
        for page in PdfReader(io.BytesIO(pdf)).pages:
            self.warna, self.simpanan, self.luas = 0.0, list[float](), 0.0
            self.teks += page.extract_text(visitor_operand_before=self._lihat) + "\n"

    def _lihat(self, operator: bytes, isi: list[Any], cm: list[float], _: object) -> None:
        angka = [float(x) for x in isi if isinstance(x, (int, float))]
        if operator == b"q":
            self.simpanan.append(self.warna)
        elif operator == b"Q":
            self.warna = self.simpanan.pop()
        elif operator == b"rg":
            self.warna = terang((angka[0], angka[1], angka[2]))
        elif operator == b"g":
            self.warna = angka[0]
        elif operator == b"re":
            self.luas = abs(angka[2] * angka[3])
        elif operator in {b"f", b"f*"} and self.luas > 100:
            self.bidang.append(self.warna)
        elif operator in {b"Tj", b"TJ"}:
            self.huruf.append(self.warna)


def cetak(browser: Browser, alamat: str, halaman: str, skema: str) -> Tinta:
    with visit(browser, base_url=alamat, color_scheme=skema) as one:
        one.page.goto(halaman)
        assert (
            one.page.evaluate("document.body.dataset.mdColorScheme")
            == {"dark": "slate", "light": "default"}[skema]
        )
        one.settle()
        return Tinta(one.page.pdf(format="A4", prefer_css_page_size=True, print_background=True))


@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda h: h.strip("/").replace("/", "-"))
def test_the_dark_palette_prints_as_the_light_one(
    browser: Browser, alamat: str, halaman: str
) -> None:
    gelap, terang = (cetak(browser, alamat, halaman, skema) for skema in ("dark", "light"))
    assert len(gelap.huruf) > 20
    assert max(gelap.huruf) < 0.45
    assert sorted(gelap.huruf) == sorted(terang.huruf)
    assert sorted(gelap.bidang) == sorted(terang.bidang)


def test_paper_has_neither_navigation_nor_sources(browser: Browser, alamat: str) -> None:
    teks = " ".join(cetak(browser, alamat, f"sop/{LINTAS}/", "light").teks.split())
    for yang_tinggal in (
        "Penyusunan Laporan Lintas Bagian",
        "Kepala Kantor",
        "Jumlah waktu standar",
    ):
        assert yang_tinggal in teks
    for yang_pergi in ("Sumber:", "JSON", "Usulkan perubahan", "Cari", "Beranda", "Unduh PDF"):
        assert yang_pergi not in teks
