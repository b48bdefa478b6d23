"""A handbook that refers to another, as it is built: its links, and what it tells others of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from buku_sop.loading.inventaris import baca_inventaris
from buku_sop.model.buku_lain import SalinanInventaris
from buku_sop.views.inventaris import tulis_salinan
from tests.builders import buku_lain, sop_lain
from tests.site.buku import CONTOH, TAMU, Elements, build, dead_links, make_project
from tests.site.material import serve, visit

SETELAN = """  - buku-sop:
      rujukan: [{nama: "Buku <Dinas>", alamat: "https://lain.contoh.invalid/sop"}]
"""
HALAMAN = "sop/kantor-contoh/penerimaan-tamu/index.html"
AKAR = "https://lain.contoh.invalid/sop/sop/rekaan/"
KAIT = "keterkaitan: [SOP Penataan <Arsip> (Dinas Rekaan), Pelaporan Bulanan, "


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a handbook that refers to another, which has SOPs of the same and of other names."""
    tamu = TAMU.replace("keterkaitan: [", KAIT)
    folder = tmp_path_factory.mktemp("rujukan")
    project = make_project(folder, {**CONTOH, "kantor-contoh/penerimaan-tamu.yml": tamu})
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert text.count("  - buku-sop\n") == 1
    config.write_text(text.replace("  - buku-sop\n", SETELAN), encoding="utf-8")
    lain = buku_lain(
        "Buku Dinas", sop_lain("Penataan <Arsip>"), sop_lain("Pelaporan Bulanan", "lapor"),
        sop_lain("Pengarsipan", "arsip-2"),
        sop_lain("Penerimaan Tamu", "tamu"), sop_lain("Penerimaan Tamu Lama", "lama", "dicabut"),
    )  # fmt: skip
    (project / "rujukan").mkdir()
    salinan = SalinanInventaris(lain.salinan.inventaris, "", "2026-02-01")
    (project / "rujukan" / "buku-dinas.json").write_text(tulis_salinan(salinan), encoding="utf-8")
    result = build(project, SOP_SITE_URL="https://kantor.contoh.invalid/sop/")
    assert result.returncode == 0, result.stderr
    return project / "site"


def test_links_lead_to_the_other_site(site: Path) -> None:
    page = Elements((site / HALAMAN).read_text(encoding="utf-8"))
    keluar = [e["href"] for e in page.all("a") if "external" in e.get("rel", "")]
    lingkungan = [f"{AKAR}arsip/"]  # the picture of what surrounds it shows what is meant
    assert keluar == [f"{AKAR}arsip/", f"{AKAR}lapor/", *lingkungan, f"{AKAR}tamu/"]
    assert "(di buku lain: Buku <Dinas>)" in " ".join("".join(page.text).split())
    assert dead_links(site) == []
    banding = Elements((site / "banding/pengarsipan/index.html").read_text(encoding="utf-8"))
    assert [e["href"] for e in banding.all("a") if "external" in e.get("rel", "")] == [
        f"{AKAR}arsip-2/"
    ]


def test_the_map_draws_them(site: Path) -> None:
    peta = (site / "keterkaitan/kantor-contoh/index.html").read_text(encoding="utf-8")
    assert (
        f'<a xlink:href="{AKAR}arsip/" aria-label="Penataan &lt;Arsip&gt;, Dinas Rekaan, di buku lain: '
        in peta
    )
    assert "Buku &lt;Dinas&gt;" in peta
    semua = " ".join((site / "keterkaitan/index.html").read_text(encoding="utf-8").split())
    assert "<bdi>Dinas Rekaan (Buku &lt;Dinas&gt;)</bdi>" in semua


def test_the_inventory_tells_of_this_handbook(site: Path) -> None:
    isi = baca_inventaris((site / "data/inventaris.json").read_bytes())
    assert isi.alamat == "https://kantor.contoh.invalid/sop/"
    assert all((site / s.halaman / "index.html").is_file() for s in isi.sop)
    assert len(isi.sop) == 3
    skema = json.loads((site / "data/inventaris.schema.json").read_bytes())
    assert skema["title"] == "DokumenInventaris"


@pytest.mark.browser
def test_the_search_names_them_below_its_own_results(site: Path, browser: Browser) -> None:
    with serve(site) as address, visit(browser, base_url=address) as rumah:
        page = rumah.page
        hasil = page.locator(".sop-hasil__kelompok")
        page.goto("?q=menerima+tamu")
        lain = page.locator("[data-kelompok=buku-lain]")
        expect(lain.get_by_role("link")).to_have_count(1)
        expect(lain.get_by_role("link")).to_have_attribute("href", f"{AKAR}tamu/")
        expect(hasil.last).to_have_attribute("data-kelompok", "buku-lain")
        expect(hasil.first).to_have_attribute("data-kelompok", "sop")
        page.goto("?q=mengarsipkan")
        expect(lain.get_by_role("link")).to_have_count(2)
        expect(lain).to_contain_text("Penataan <Arsip>")
        expect(lain).to_contain_text("Dinas Rekaan · Buku <Dinas>")
        luar = page.evaluate("sopCari.luar('constructor')")
        assert luar == {"jumlah": 0, "sop": []}
        assert page.evaluate("sopCari.luar('tamu -penerimaan')") == luar
        assert rumah.complaints == []
        assert rumah.origins() <= {address.rstrip("/")}
