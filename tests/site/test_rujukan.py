"""A handbook that refers to another, as it is built: its links, and what it tells others of itself."""

from __future__ import annotations

import json
from pathlib import Path

from buku_sop.loading.inventaris import baca_inventaris
from buku_sop.model.buku_lain import SalinanInventaris
from buku_sop.views.inventaris import tulis_salinan
from tests.builders import buku_lain, sop_lain
from tests.site.buku import CONTOH, TAMU, Elements, build, dead_links, make_project

SETELAN = """  - buku-sop:
      rujukan: [{nama: "Buku <Dinas>", alamat: "https://lain.contoh.invalid/sop"}]
"""
KAIT = "keterkaitan: [SOP Penataan <Arsip> (Dinas Rekaan), Pelaporan Bulanan, "


def test_links_lead_to_the_other_site_and_the_inventory_tells_of_this_one(tmp_path: Path) -> None:
    tamu = TAMU.replace("keterkaitan: [", KAIT)
    project = make_project(tmp_path, {**CONTOH, "kantor-contoh/penerimaan-tamu.yml": tamu})
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert text.count("  - buku-sop\n") == 1
    config.write_text(text.replace("  - buku-sop\n", SETELAN), encoding="utf-8")
    lain = buku_lain(
        "Buku Dinas",
        sop_lain("Penataan <Arsip>"),
        sop_lain("Pelaporan Bulanan", "lapor"),
        sop_lain("Penerimaan Tamu", "tamu"),
    )
    (project / "rujukan").mkdir()
    salinan = SalinanInventaris(lain.salinan.inventaris, "", "2026-02-01")
    (project / "rujukan" / "buku-dinas.json").write_text(tulis_salinan(salinan), encoding="utf-8")
    result = build(project, SOP_SITE_URL="https://kantor.contoh.invalid/sop/")
    assert result.returncode == 0, result.stderr
    site = project / "site"
    page = Elements(
        (site / "sop/kantor-contoh/penerimaan-tamu/index.html").read_text(encoding="utf-8")
    )
    keluar = [e["href"] for e in page.all("a") if "external" in e.get("rel", "")]
    akar = "https://lain.contoh.invalid/sop/sop/rekaan/"
    assert keluar == [f"{akar}arsip/", f"{akar}lapor/", f"{akar}tamu/"]
    assert "(di buku lain: Buku <Dinas>)" in " ".join("".join(page.text).split())
    assert dead_links(site) == []
    isi = baca_inventaris((site / "data/inventaris.json").read_bytes())
    assert isi.alamat == "https://kantor.contoh.invalid/sop/"
    assert all((site / s.halaman / "index.html").is_file() for s in isi.sop)
    assert len(isi.sop) == 3
    assert (
        json.loads((site / "data/inventaris.schema.json").read_bytes())["title"]
        == "DokumenInventaris"
    )
