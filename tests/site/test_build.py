"""The site as MkDocs really builds it: every page, every link, nothing that must not be there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.paths import SOP_DATA
from tests.site.buku import (
    CONTOH,
    FORGE,
    TAMU,
    Elements,
    build,
    build_once,
    dead_links,
    make_project,
    pages,
    write,
)
from tests.site.indeks import sections

Make = Callable[..., Path]


@pytest.fixture(scope="module")
def seeds(bersama: Path) -> Path:
    """Build the handbook of the six real SOPs, strictly."""
    return build_once(bersama).site


@pytest.fixture(scope="module")
def contoh(bersama: Path) -> Path:
    """Build a made-up handbook of three SOPs."""
    return build_once(bersama, CONTOH, SOP_REPO_URL=FORGE).site


def read(path: Path) -> Elements:
    return Elements(path.read_text(encoding="utf-8"))


def test_every_file_of_an_sop_is_a_page_with_its_data_beside_it(seeds: Path) -> None:
    files = [p for p in SOP_DATA.glob("*/*.yml") if p.name != "instansi.yml"]
    assert len(files) >= 6
    for file in files:
        page = seeds / "sop" / file.parent.name / file.stem
        assert (page / "index.html").is_file()
        data = json.loads((page / "sop.json").read_text(encoding="utf-8"))
        assert data["sop"]["id"] == f"{file.parent.name}/{file.stem}"


def test_no_link_of_the_site_leads_nowhere(seeds: Path, contoh: Path) -> None:
    assert dead_links(seeds) == []
    assert dead_links(contoh) == []


def test_what_only_the_program_reads_is_not_published(seeds: Path) -> None:
    jenis = {f.suffix for f in seeds.rglob("*") if f.is_file()}
    assert {".html", ".css", ".js"} <= jenis
    assert not jenis & {".typ", ".py", ".yml", ".j2", ".md"}
    assert not any((seeds / folder).exists() for folder in ("templat", "lembar"))
    assert not (seeds / "gambar").exists()


def test_a_dead_link_would_be_noticed(tmp_path: Path) -> None:
    write(tmp_path, {"a/index.html": '<a href="../b/">b</a><a href="#x">x</a><p id="y">'})
    assert dead_links(tmp_path) == ["a/index.html -> ../b/", "a/index.html -> #x"]


def test_no_nip_of_an_official_is_on_the_site(seeds: Path) -> None:
    texts = [p.read_text(encoding="utf-8") for p in SOP_DATA.glob("*/*.yml")]
    nips = {re.sub(r"\D", "", n) for t in texts for n in re.findall(r"nip: *\"?([\d ]{18,})", t)}
    assert len(nips) >= 2
    for path in (p for p in seeds.rglob("*") if p.suffix in {".html", ".json", ".js", ".xml"}):
        if path.is_relative_to(seeds / "aset") or path.is_relative_to(seeds / "assets"):
            continue
        text = re.sub(r"[\s.]", "", path.read_text(encoding="utf-8"))
        assert not [n for n in nips if n in text], path


def test_an_office_can_ask_for_the_nip(tmp_path: Path) -> None:
    data = {**CONTOH, "kantor-contoh/instansi.yml": "nama: Kantor Contoh\ntampilkan_nip: ya\n"}
    folder = make_project(tmp_path, data)
    assert build(folder).returncode == 0
    page = folder / "site/sop/kantor-contoh/penerimaan-tamu"
    assert "19990101 202001 1 001" in (page / "index.html").read_text(encoding="utf-8")
    data_sop = json.loads((page / "sop.json").read_text(encoding="utf-8"))
    assert data_sop["sop"]["disahkan_oleh"][0]["nip"] == "19990101 202001 1 001"


def test_the_edit_button_opens_the_yaml_file(contoh: Path) -> None:
    page = read(contoh / "sop/kantor-contoh/penerimaan-tamu/index.html")
    edits = {a["href"] for a in page.all("a") if a.get("rel", "").startswith("edit")}
    assert edits == {f"{FORGE}/edit/main/sop_data/kantor-contoh/penerimaan-tamu.yml"}
    guide = read(contoh / "panduan/menulis/index.html")
    edits = {a["href"] for a in guide.all("a") if a.get("rel", "").startswith("edit")}
    assert edits == {f"{FORGE}/edit/main/docs/panduan/menulis.md"}


def test_a_finding_leads_to_its_line_and_its_code(contoh: Path) -> None:
    links = {
        a.get("href") for a in read(contoh / "mutu/instansi/kantor-contoh/index.html").all("a")
    }
    line = TAMU[: TAMU.index("keterkaitan:")].count("\n") + 1
    assert f"{FORGE}/blob/main/sop_data/kantor-contoh/penerimaan-tamu.yml#L{line}" in links
    assert "../../kode/keluarga_k/#sop-k001" in links


def test_each_step_is_a_row_with_an_anchor_and_its_ways_out(contoh: Path) -> None:
    html = (contoh / "sop/kantor-contoh/penerimaan-tamu/index.html").read_text(encoding="utf-8")
    rows = re.findall(r'<tr id="(langkah-\d+)"[^>]*>(.*?)</tr>', html, re.DOTALL)
    assert [id for id, _ in rows] == ["langkah-1", "langkah-2", "langkah-3"]
    assert re.search(r'href="#langkah-3"[^>]*>\s*<bdi>Ya</bdi>', rows[1][1])
    assert re.search(
        r"<bdi>Tidak</bdi> <span aria-hidden=\"true\">→</span>\s*(?:<bdi>)?selesai", rows[1][1]
    )
    assert "Keputusan oleh Kepala Kantor" in rows[1][1]
    assert "Staf → Kepala Kantor" in rows[2][1]


def test_the_table_has_headers_with_a_scope(contoh: Path) -> None:
    html = (contoh / "sop/kantor-contoh/penerimaan-tamu/index.html").read_text(encoding="utf-8")
    table = Elements(html[html.index('<table class="sop-tabel"') : html.index("</table>")])
    assert all(th.get("scope") in {"col", "colgroup", "row"} for th in table.all("th"))
    assert [th.get("colspan") for th in table.all("th") if th["scope"] == "colgroup"] == ["2", "3"]


def test_parts_of_the_page_come_in_the_order_that_an_employee_needs(contoh: Path) -> None:
    html = (contoh / "sop/kantor-contoh/penerimaan-tamu/index.html").read_text(encoding="utf-8")
    parts = (
        '<h1 id="judul">Penerimaan Tamu',
        ">Kantor Contoh</a>",
        "Berlaku</span> sejak 1 Februari 2026",
        '<nav class="sop-lompat"',
        "Tamu tanpa identitas tidak diterima.",
        'id="langkah"',
        "Waktu standar",
        '<table class="sop-tabel"',
        'id="diagram"',
        '<div class="mermaid">',
        'id="waktu"',
        'id="dokumen"',
        'id="identitas"',
        "5 Januari 2026",
        'id="keterkaitan"',
        'id="riwayat"',
    )
    places = [html.index(part) for part in parts]
    assert places == sorted(places)
    page = Elements(html)
    jumps = [a["href"] for a in Elements(_part(html, '<nav class="sop-lompat"', "</nav>")).all("a")]
    assert jumps[:-1] == ["#langkah", "#diagram", "#dokumen", "#riwayat"]
    assert {jump.removeprefix("#") for jump in jumps[:-1]} <= page.ids()
    assert jumps[-1].endswith("/edit/main/sop_data/kantor-contoh/penerimaan-tamu.yml")


def _part(html: str, start: str, end: str) -> str:
    return html[html.index(start) :].partition(end)[0]


def test_the_documents_of_an_sop_tell_which_steps_need_and_make_them(contoh: Path) -> None:
    html = (contoh / "sop/kantor-contoh/penerimaan-tamu/index.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr>.*?</tr>", _part(html, 'id="dokumen"', "</section>"), re.DOTALL)
    assert [[a["href"] for a in Elements(row).all("a")] for row in rows[1:]] == [
        ["../../../dokumen/kantor-contoh/#buku-tamu", "#langkah-1"],
        ["../../../dokumen/kantor-contoh/#catatan", "#langkah-2", "#langkah-1"],
        ["../../../dokumen/kantor-contoh/#keputusan", "#langkah-2"],
    ]


def test_references_are_links_both_ways_and_say_what_is_missing(contoh: Path) -> None:
    tamu = (contoh / "sop/kantor-contoh/penerimaan-tamu/index.html").read_text(encoding="utf-8")
    assert '<a href="../pengarsipan/">SOP Pengarsipan</a>' in tamu
    assert re.search(r"SOP Yang Tiada</bdi>\s*<span[^>]*>\(belum ada di buku ini\)", tamu)
    arsip = (contoh / "sop/kantor-contoh/pengarsipan/index.html").read_text(encoding="utf-8")
    assert '<a href="../penerimaan-tamu/">Penerimaan Tamu</a>' in arsip
    assert '<a href="../penerimaan-tamu/#langkah-3">3</a>' in arsip
    assert '<a href="../../dinas-rekaan/pengarsipan/">' in arsip
    assert "padanan di <bdi>Dinas Rekaan</bdi>" in arsip


def test_search_finds_steps_once_and_no_furniture(contoh: Path) -> None:
    semua = sections(contoh)
    own = [d for d in semua if d["location"].startswith("sop/kantor-contoh/penerimaan")]
    assert [(d["location"].partition("#")[2], d["title"]) for d in own] == [
        ("", "Penerimaan Tamu – Kantor Contoh"),
        ("langkah-1", "Langkah 1 · Staf"),
        ("langkah-2", "Langkah 2 · Kepala Kantor"),
        ("langkah-3", "Langkah 3 · Kepala Kantor, Staf"),
        ("peringatan", "Peringatan"),
        ("identitas", "Identitas"),
        ("keterkaitan", "Keterkaitan"),
    ]
    text = " ".join(d["text"] for d in own)
    assert text.count("Memeriksa keperluan tamu") == 1
    assert "swimlane" not in text
    assert "Belum pasti siapa" not in text
    assert not [d for d in semua if "mutu/instansi" in d["location"]]


def test_the_offline_edition_has_links_to_files_and_no_other_host(tmp_path: Path) -> None:
    folder = make_project(tmp_path, CONTOH)
    result = build(folder, SOP_LURING="true")
    assert result.returncode == 0, result.stderr
    site = folder / "site"
    assert (site / "sop/kantor-contoh/penerimaan-tamu.html").is_file()
    assert dead_links(site) == []
    for path, page in pages(site).items():
        sources = [e.get("src", "") for e in page.all("script")]
        assert not [s for s in sources if "//" in s], path
        assert any(s.endswith("aset/iframe-worker/index.js") for s in sources), path


def test_broken_data_stops_the_build_names_every_mistake_and_keeps_the_old_site(
    tmp_path: Path,
) -> None:
    folder = make_project(tmp_path, CONTOH)
    write(folder / "site", {"index.html": "yang lama"})
    write(
        folder / "sop_data",
        {
            "kantor-contoh/satu.yml": "nama: Satu\nlangkah: [\n",
            "kantor-contoh/dua.yml": "nama: Dua\nnmor: 1\n",
        },
    )
    result = build(folder)
    assert result.returncode != 0
    assert "sop_data/kantor-contoh/satu.yml:" in result.stderr
    assert re.search(r"sop_data/kantor-contoh/dua\.yml:2:1: galat SOP-S001", result.stderr)
    assert "Traceback" not in result.stderr
    assert (folder / "site/index.html").read_text(encoding="utf-8") == "yang lama"


def test_a_hand_written_page_can_show_the_handbook(tmp_path: Path) -> None:
    docs = {
        "ringkas.md": "---\nrender_macros: true\n---\n# Ringkas\n\n"
        '{{ daftar_sop("kantor-contoh") }}\n\n'
        '{{ swimlane("kantor-contoh/penerimaan-tamu") }}\n'
        '{{ tabel_langkah("kantor-contoh/penerimaan-tamu") }}\n'
        '{{ identitas("kantor-contoh/penerimaan-tamu") }}\n',
        "biasa.md": "# Biasa\n\n`{{ daftar_sop() }}` tetap teks.\n",
    }
    folder = make_project(tmp_path, CONTOH, docs)
    result = build(folder)
    assert result.returncode == 0, result.stderr
    html = (folder / "site/ringkas/index.html").read_text(encoding="utf-8")
    assert 'href="../sop/kantor-contoh/penerimaan-tamu/"' in html
    assert '<div class="mermaid"' in html
    assert '<tr id="langkah-2"' in html
    assert "07/SOP/I/2026/Contoh" in html
    assert "data-sisipan" not in html
    plain = (folder / "site/biasa/index.html").read_text(encoding="utf-8")
    assert "<code>{{ daftar_sop() }}</code> tetap teks." in plain


def test_a_macro_for_an_unknown_sop_fails_the_build_by_name(tmp_path: Path) -> None:
    docs = {"salah.md": '---\nrender_macros: true\n---\n# S\n\n{{ swimlane("tak/ada") }}\n'}
    result = build(make_project(tmp_path, CONTOH, docs))
    assert result.returncode != 0
    assert "Tidak ada SOP dengan id `tak/ada`" in result.stderr + result.stdout
