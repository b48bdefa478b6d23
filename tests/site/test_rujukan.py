"""A handbook that refers to another, as it is built: its links, and what it tells others of itself."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, expect

from buku_sop.loading.inventaris import baca_inventaris
from buku_sop.model.buku_lain import SalinanInventaris
from buku_sop.views.inventaris import tulis_salinan
from tests.builders import buku_lain, sop_lain
from tests.site.buku import CONTOH, TAMU, Elements, build, dead_links, make_project, with_settings
from tests.site.material import serve, visit

SETELAN = """  - buku-sop:
      rujukan:
        - {nama: "Buku <Dinas>", alamat: "https://lain.contoh.invalid/sop"}
        - {nama: "Buku <Desa>", alamat: "ALAMAT", cari_langsung: ya}
"""
HALAMAN = "sop/kantor-contoh/penerimaan-tamu/index.html"
AKAR = "https://lain.contoh.invalid/sop/sop/rekaan/"
KAIT = "keterkaitan: [SOP Penataan <Arsip> (Dinas Rekaan), Pelaporan Bulanan, "


class SitusLain(BaseHTTPRequestHandler):
    """The site of another handbook, which gives its inventory to everybody."""

    isi: ClassVar[bytes] = b""
    status = 200
    ditanya: ClassVar[list[dict[str, str]]] = []

    def do_GET(self) -> None:
        self.ditanya.append({"path": self.path, **{k.lower(): v for k, v in self.headers.items()}})
        self.send_response(self.status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(self.isi)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def situs_lain() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), SitusLain) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, situs_lain: str) -> Path:
    """Build a handbook that refers to two others; the browser may ask the site of the second."""
    tamu = TAMU.replace("keterkaitan: [", KAIT)
    folder = tmp_path_factory.mktemp("rujukan")
    project = make_project(folder, {**CONTOH, "kantor-contoh/penerimaan-tamu.yml": tamu})
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(with_settings(text, SETELAN.replace("ALAMAT", situs_lain)), encoding="utf-8")
    lain = buku_lain(
        "Buku Dinas", sop_lain("Penataan <Arsip>"), sop_lain("Pelaporan Bulanan", "lapor"),
        sop_lain("Pengarsipan", "arsip-2"),
        sop_lain("Penerimaan Tamu", "tamu"), sop_lain("Penerimaan Tamu Lama", "lama", "dicabut"),
    )  # fmt: skip
    (project / "rujukan").mkdir()
    desa = buku_lain("Buku Desa", sop_lain("Peminjaman Kursi"), sop_lain("Kas", "kas"))
    for nama, buku in (("buku-dinas", lain), ("buku-desa", desa)):
        salinan = SalinanInventaris(buku.salinan.inventaris, "", "2026-02-01")
        (project / "rujukan" / f"{nama}.json").write_text(tulis_salinan(salinan), encoding="utf-8")
    result = build(project, SOP_SITE_URL="https://kantor.contoh.invalid/sop/")
    assert result.returncode == 0, result.stderr
    return project / "site"


def test_links_lead_to_the_other_site(site: Path) -> None:
    page = Elements((site / HALAMAN).read_text(encoding="utf-8"))
    keluar = [e["href"] for e in page.all("a") if "external" in e.get("rel", "")]
    lingkungan = [f"{AKAR}arsip/"]  # its surroundings show what is meant
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
        assert luar == {"jumlah": 0, "sop": [], "langsung": True}
        assert page.evaluate("sopCari.luar('tamu -penerimaan')") == luar
        assert rumah.complaints == []


KINI = {
    "id": "desa/kursi", "nama": "Peminjaman <img src=x onerror=alert(1)> Meja", "status": "berlaku",
    "halaman": "sop/desa/kursi/",
}  # fmt: skip


def inventaris(*sop: object, **isi: object) -> bytes:
    data = {
        "format": "inventaris-sop",
        "versi": 1,
        "buku": {"nama": "Buku Desa"},
        "instansi": {"desa": "Desa <b>Contoh</b>"},
    }
    return json.dumps({**data, "sop": sop, **isi}).encode()


@pytest.mark.browser
def test_the_search_asks_a_site_that_the_office_switched_on(
    site: Path, situs_lain: str, browser: Browser
) -> None:
    """Only once somebody searches, without the query; what comes is data, and takes the place of the copy."""
    SitusLain.isi, SitusLain.status = (
        inventaris(KINI, {**KINI, "id": "desa/x", "status": "dicabut"}),
        200,
    )
    with serve(site) as address, visit(browser, base_url=address) as rumah:
        page = rumah.page
        lain = page.locator("[data-kelompok=buku-lain]")
        SitusLain.ditanya.clear()
        page.goto("")
        rumah.settle()
        assert SitusLain.ditanya == []
        page.goto("?q=meminjam")
        expect(lain).to_contain_text("Langsung dari situsnya: Buku <Desa>.")
        (link,) = lain.get_by_role("link").all()
        assert link.get_attribute("href") == f"{situs_lain}sop/desa/kursi/"
        assert link.inner_text().split("\n") == [KINI["nama"], "Desa <b>Contoh</b> · Buku <Desa>"]
        page.goto("?q=kas")
        expect(lain).to_have_count(0)
        assert {d["path"] for d in SitusLain.ditanya} == {"/data/inventaris.json"}
        assert not {"cookie", "referer"} & {k for d in SitusLain.ditanya for k in d}
        assert rumah.complaints == []
        assert rumah.origins() <= {address.rstrip("/"), situs_lain.rstrip("/")}


@pytest.mark.browser
def test_the_copy_answers_where_the_site_does_not(
    site: Path, situs_lain: str, browser: Browser
) -> None:
    SitusLain.status = 503
    with serve(site) as address, visit(browser, base_url=address) as rumah:
        page = rumah.page
        lain = page.locator("[data-kelompok=buku-lain]")
        page.goto("?q=meminjam")
        expect(lain).to_contain_text(
            "Tidak dapat dihubungi: Buku <Desa>; dari salinan 1 Februari 2026."
        )
        expect(lain.get_by_role("link")).to_have_attribute("href", f"{situs_lain}sop/rekaan/arsip/")
        page.evaluate("import('./assets/javascripts/cari/langsung.js')")
        baca = "teks => self.Cari.readInventory(teks, 'Buku')"
        assert page.evaluate(baca, inventaris(KINI).decode()) == [
            [KINI["nama"], "Desa <b>Contoh</b>", KINI["halaman"]]
        ]
        for buruk in (
            b"<!doctype html>", b"[]", b"null", inventaris(KINI)[:-9], inventaris(KINI, versi=2),
            inventaris(KINI, format="lain"), inventaris(*[KINI] * 20_001), inventaris(KINI, instansi=[]),
            inventaris(None), inventaris({**KINI, "nama": "a\u202eb"}), inventaris({**KINI, "nama": 7}),
            *(inventaris({**KINI, "halaman": h}) for h in ("../../x/", "//x.invalid/", "javascript:alert(1)", "a?b")),
        ):  # fmt: skip
            assert page.evaluate(baca, buruk.decode()) is None, buruk[:80]
