"""A handbook with an office's own face, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from buku_sop.analysis.wajah.palet import gaya
from buku_sop.analysis.wajah.warna import terdekat
from buku_sop.model.setelan import Warna
from tests.site.accessibility import colour_faults
from tests.site.buku import CONTOH, FORGE, build_once
from tests.site.material import serve, visit

pytestmark = pytest.mark.browser
WARNA = [("#ffd100", "#00a0ff"), ("#7a1022", "#8a5a00"), ("#00ff90", "#ff40ff")]
HALAMAN = ("", "sop/kantor-contoh/penerimaan-tamu/")


@pytest.fixture(scope="module")
def alamat(bersama: Path) -> Iterator[str]:
    with serve(build_once(bersama, CONTOH, SOP_REPO_URL=FORGE).site) as address:
        yield address


@pytest.mark.parametrize(("utama", "aksen"), WARNA)
def test_pages_in_very_different_colours_can_be_read_by_day_and_by_night(
    browser: Browser, alamat: str, utama: str, aksen: str
) -> None:
    warna = Warna(terdekat(utama, "utama"), terdekat(aksen, "aksen"))
    with visit(browser, base_url=alamat, locale="id-ID") as one:
        for halaman in HALAMAN:
            one.page.goto(halaman)
            one.page.add_style_tag(content=gaya(warna))
            assert colour_faults(one.page) == ""
