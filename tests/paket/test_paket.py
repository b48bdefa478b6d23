"""The wheel: what is in it, and that an office needs nothing else and can make everything its own."""

from __future__ import annotations

import email
import filecmp
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from buku_sop import VERSI
from tests.paket.terpasang import SETELAN, Terpasang, make_office, make_wheel
from tests.paths import ROOT
from tests.site.buku import CONTOH, build, build_once, dead_links, make_project
from tests.site.material import serve, visit

ARSIP = {k: v for k, v in CONTOH.items() if k.startswith("dinas-rekaan/")}


def differences(one: Path, other: Path) -> list[str]:
    """Name the files that are not the same in two folders."""
    paths = {p.relative_to(f) for f in (one, other) for p in f.rglob("*") if p.is_file()}
    same, different, missing = filecmp.cmpfiles(one, other, sorted(map(str, paths)), shallow=False)
    assert len(same) > 50 or different or missing
    return [*different, *missing]


def test_everything_is_in_it_with_its_licence(terpasang: Terpasang) -> None:
    with zipfile.ZipFile(terpasang.wheel) as wheel:
        names = wheel.namelist()
        info = f"buku_sop-{VERSI}.dist-info"
        licences = {n.rpartition("/")[2] for n in names if n.startswith(f"{info}/licenses/")}
        told = email.message_from_bytes(wheel.read(f"{info}/METADATA"))
        scripts = wheel.read(f"{info}/licenses/licenses/scripts.txt").decode()
        assert str(ROOT).encode() not in b"".join(map(wheel.read, names))
        assert {i.date_time[0] for i in wheel.infolist()} == {1980}
        assert {oct(i.external_attr >> 16) for i in wheel.infolist()} <= {"0o100644", "0o100664"}
    assert licences >= {"LICENSE", "arimo.txt", "ibm-plex-sans-arabic.txt", "mkdocs-material.txt"}
    assert re.search(r"(?m)^mermaid \d+", scripts)
    assert "Permission is hereby granted" in scripts
    needed = {re.split(r"[=<>~!]", line)[0] for line in told.get_all("Requires-Dist", [])}
    lines = (ROOT / "requirements" / "site.in").read_text(encoding="utf-8").splitlines()
    said = {re.split(r"[=<>~! ]", line)[0] for line in lines if line and line[0] != "#"}
    assert needed == said - {"setuptools"}
    assert told["Version"] == VERSI
    assert not [n for n in names if re.search(r"\.pyc|/\.|^(tests|macros|sop_data|docs)/", n)]
    assert terpasang.wheel.stat().st_size < 5_000_000


@pytest.mark.semua
def test_the_same_sources_give_the_same_bytes(terpasang: Terpasang, tmp_path: Path) -> None:
    assert make_wheel(tmp_path).read_bytes() == terpasang.wheel.read_bytes()


def test_its_site_is_that_of_the_clone(terpasang: Terpasang, bersama: Path, tmp_path: Path) -> None:
    project = make_office(tmp_path, CONTOH, {})
    ours = build_once(bersama, CONTOH)
    shutil.copy(ours.project / "mkdocs.yml", project)
    result = terpasang.run(project, "sop", "situs")
    assert result.returncode == 0, result.stderr
    assert differences(project / "site", ours.site) == []


def test_settings_from_before_the_plugin_give_the_same_site(bersama: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path, CONTOH)
    lama = Path(__file__).with_name("mkdocs-0.1.0.yml").read_text(encoding="utf-8")
    tanpa = re.sub(r"(?m)^  - Panduan:\n(      .*\n)+", "", lama)  # new guides are not in its list
    assert tanpa != lama
    (project / "mkdocs.yml").write_text(tanpa, encoding="utf-8")
    result = build(project)
    assert result.returncode == 0, result.stderr
    assert differences(project / "site", build_once(bersama, CONTOH).site) == []


@pytest.mark.semua
def test_the_theme_is_the_same_as_the_plugin(terpasang: Terpasang, tmp_path: Path) -> None:
    project = make_office(tmp_path, ARSIP, {})
    sites = []
    for name in ("material", "buku-sop"):
        text = SETELAN.replace("name: material", f"name: {name}")
        (project / "mkdocs.yml").write_text(text, encoding="utf-8")
        result = terpasang.run(
            project, "python", "-m", "mkdocs", "build", "--quiet", "--site-dir", name
        )
        assert result.returncode == 0, result.stderr
        sites.append(project / name)
    assert differences(*sites) == []


def test_what_an_office_makes_its_own_stands(kantor: Path) -> None:
    site = kantor / "site"
    depan = (site / "index.html").read_text(encoding="utf-8")
    tentang = (site / "tentang" / "index.html").read_text(encoding="utf-8")
    assert "Kantor tutup Jumat" in depan
    assert "Tinjauan diumumkan di apel." in depan
    assert '<link rel="manifest"' in depan, "our own blocks are kept"
    assert 'href="kantor.css"' in depan
    assert "Salam dari Dinas Rekaan" in tentang
    assert "Pengarsipan" in tentang
    fitur = re.search(r'"features":\s*\[([^]]*)\]', depan)
    assert fitur
    assert '"content.code.copy"' in fitur[1]
    assert '"navigation.instant"' in fitur[1]
    assert '"navigation.top"' not in fitur[1]
    assert f"Buku SOP {VERSI}" in depan


def test_hand_written_pages_and_our_guides_have_a_place(kantor: Path) -> None:
    site = kantor / "site"
    depan = (site / "index.html").read_text(encoding="utf-8")
    for alamat in ("sop/", "tentang/", "aturan/cuti/", "panduan/"):
        assert f'href="{alamat}"' in depan, alamat
    panduan = (site / "panduan" / "membaca" / "index.html").read_text(encoding="utf-8")
    assert "Mencetak formulir" in panduan
    assert dead_links(site) == []


def test_its_search_finds_and_asks_no_other_host(kantor: Path, browser: Browser) -> None:
    with serve(kantor / "site") as address, visit(browser) as one:
        one.page.goto(address)
        one.page.locator("#cari-beranda").fill("arsip")
        expect(one.page.locator(".sop-butir").first).to_contain_text("rsip")
        one.page.goto(f"{address}sop/kantor-contoh/penerimaan-tamu/")
        expect(one.page.locator("[data-diagram=siap] svg").first).to_be_attached()
        one.settle()
        assert one.origins() == {address.rstrip("/")}
        assert one.complaints == []


def test_commands_need_neither_node_nor_network(terpasang: Terpasang, tmp_path: Path) -> None:
    project = make_office(tmp_path, ARSIP, {})
    luring = terpasang.run(project, "sop", "luring")
    assert luring.returncode == 0, luring.stderr
    assert (project / ".build/luring/buku-sop/aset/iframe-worker/index.js").is_file()
    pdf = terpasang.run(project, "sop", "pdf", "dinas-rekaan/pengarsipan")
    assert pdf.returncode == 0, pdf.stderr
    assert (
        f"Buku SOP {VERSI}".encode() in next((project / ".build/pdf").rglob("*.pdf")).read_bytes()
    )
    assert terpasang.run(project, "sop", "--versi").stdout == f"Buku SOP {VERSI}\n"
    assert not (project / "node_modules").exists()


def test_a_file_in_the_place_of_one_in_a_bundle_is_refused(
    terpasang: Terpasang, tmp_path: Path
) -> None:
    milik = {"overrides/assets/stylesheets/sop.css": "p { color: red }\n"}
    project = make_office(tmp_path, ARSIP, milik)
    result = terpasang.run(project, "python", "-m", "mkdocs", "build", "--quiet")
    assert result.returncode
    assert "sop.css" in result.stdout + result.stderr
    assert "extra_css" in result.stdout + result.stderr
