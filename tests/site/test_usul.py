"""Proposing a change from the page: links that open a forge's form with the present words filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.accessibility import faults
from tests.site.buku import ARSIP, CONTOH, FORGE, TAMU, Elements, build, make_project
from tests.site.indeks import sections
from tests.site.material import serve, visit

JAHAT = '"><img src=x onerror=alert(1)> & # ? + %41 @semua {{ 7*7 }}'
DATA = {
    **CONTOH,
    "kantor-contoh/pengarsipan.yml": ARSIP.replace("Menyimpan arsip", f"'{JAHAT}'"),
    "kantor-contoh/panjang.yml": ARSIP.replace("Pengarsipan", "Panjang").replace(
        "Menyimpan arsip", "Menyimpan " + "arsip yang panjang " * 600
    ),
}
SOP = "sop/kantor-contoh/penerimaan-tamu"
MELAYANI = "Kegiatan: Melayani tamu\nPelaksana: Staf → Kepala Kantor\nKeterangan: SOP Pengarsipan"


@pytest.fixture(scope="module")
def github(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("github"), DATA)
    result = build(folder, SOP_REPO_URL=FORGE)
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def tanpa_forge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = {**CONTOH, "kantor-contoh/instansi.yml": "nama: Kantor Contoh\nalamat: Jalan Rekaan 1\n"}
    folder = make_project(tmp_path_factory.mktemp("tanpa"), data)
    result = build(folder, SOP_REPO_URL="https://git.contoh.invalid/kantor/buku")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def alamat(github: Path) -> Iterator[str]:
    with serve(github) as address:
        yield address


def elements(site: Path, path: str = SOP) -> Elements:
    return Elements((site / path / "index.html").read_text(encoding="utf-8"))


def links(page: Elements, kelas: str) -> list[dict[str, str]]:
    return [a for a in page.all("a") if kelas in a.get("class", "").split()]


def filled_in(href: str) -> dict[str, str]:
    return {k: v for k, (v,) in parse_qs(urlsplit(href).query).items()}


def test_each_step_opens_the_form_with_its_present_words(github: Path) -> None:
    steps = links(elements(github), "sop-usul")
    assert [a["aria-label"] for a in steps] == [f"Usulkan perubahan langkah {n}" for n in (1, 2, 3)]
    assert steps[2]["href"].startswith(f"{FORGE}/issues/new?template=usul-perubahan.yml&")
    assert filled_in(steps[2]["href"]) == {
        "template": "usul-perubahan.yml",
        "title": "Usul perubahan: Penerimaan Tamu, langkah 3",
        "sop": "Penerimaan Tamu (kantor-contoh/penerimaan-tamu)",
        "langkah": "Langkah 3",
        "semula": MELAYANI,
    }


def test_the_page_offers_the_editor_at_its_head_and_the_editor_and_the_form_at_its_foot(
    github: Path,
) -> None:
    html = (github / SOP / "index.html").read_text(encoding="utf-8")
    edit = f"{FORGE}/edit/main/sop_data/kantor-contoh/penerimaan-tamu.yml"
    assert html.count(f'href="{edit}"') == 2
    kepala, kaki = html.split('class="sop-kaki"')
    for bagian in (kepala, kaki):
        assert re.search(rf'href="{re.escape(edit)}"[^>]*>Usulkan perubahan</a>', bagian)
    (formulir,) = links(Elements(kaki), "sop-aksi__lain")
    assert filled_in(formulir["href"]).keys() == {"template", "title", "sop"}
    assert "Ubah\n" not in html


def test_another_forge_has_its_own_form(tmp_path: Path) -> None:
    folder = make_project(tmp_path, CONTOH)
    repo = "https://git.contoh.invalid/kantor/buku"
    result = build(folder, SOP_REPO_URL=repo, SOP_FORGE="gitlab")
    assert result.returncode == 0, result.stderr
    href = links(elements(folder / "site"), "sop-usul")[2]["href"]
    assert href.startswith(f"{repo}/-/issues/new?")
    assert f"~~~text\n{MELAYANI}\n~~~" in filled_in(href)["issue[description]"]


def test_an_unknown_kind_of_forge_stops_the_build(tmp_path: Path) -> None:
    result = build(make_project(tmp_path, CONTOH), SOP_FORGE="svn")
    assert result.returncode != 0
    assert "`svn` tidak dikenal" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_without_a_known_forge_the_page_says_whom_to_write_to(tanpa_forge: Path) -> None:
    page = elements(tanpa_forge)
    assert links(page, "sop-usul") == links(page, "sop-aksi__lain") == []
    assert [b["popovertarget"] for b in page.all("button") if b.get("class") == "sop-usul"] == [
        f"usul-langkah-{n}" for n in (1, 2, 3)
    ]
    assert {"mengusulkan", "lembar-usul", "usul-langkah-3"} <= page.ids()
    teks = " ".join("".join(page.text).split())
    assert "Kirimkan usul Anda kepada Kantor Contoh, Jalan Rekaan 1." in teks
    assert not [a for a in page.all("a") if "contoh.invalid" in a.get("href", "")]


@pytest.mark.browser
def test_hostile_and_long_words_arrive_as_they_are(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat) as one:
        one.page.goto("sop/kantor-contoh/pengarsipan/")
        href = one.page.locator(".sop-usul").first.evaluate("a => a.href")
        semula = filled_in(href)["semula"]
        assert semula.split("\n")[0] == f"Kegiatan: {JAHAT}"
        one.page.goto("sop/kantor-contoh/panjang/")
        href = one.page.locator(".sop-usul").first.evaluate("a => a.href")
        assert 6_900 < len(href) <= 7_000
        assert filled_in(href)["semula"].endswith(("arsip…", "yang…", "panjang…"))
        assert one.complaints == []


def shown(page: Page) -> float:
    return float(page.locator("#langkah-2 .sop-usul").evaluate("a => getComputedStyle(a).opacity"))


@pytest.mark.browser
def test_the_pencil_waits_for_the_row_or_the_keyboard(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat, viewport={"width": 1280, "height": 900}) as one:
        page = one.page
        page.goto(f"{SOP}/")
        page.locator("div.mermaid").scroll_into_view_if_needed()
        expect(page.locator("div.mermaid svg")).to_be_visible()  # nothing moves any more
        assert shown(page) == 0
        page.locator("#langkah-2 .sop-kegiatan").hover()
        expect(page.locator("#langkah-2 .sop-usul")).to_have_css("opacity", "1")
        page.mouse.move(0, 0)
        expect(page.locator("#langkah-2 .sop-usul")).to_have_css("opacity", "0")
        page.locator("#langkah-2 .sop-no a").focus()
        page.keyboard.press("Tab")
        pensil = page.get_by_role("link", name="Usulkan perubahan langkah 2", exact=True)
        expect(pensil).to_be_focused()
        assert shown(page) == 1
        page.emulate_media(media="print")
        expect(pensil).to_be_hidden()


@pytest.mark.browser
def test_on_a_phone_everything_is_there_at_once(browser: Browser, alamat: str) -> None:
    layar = {"width": 360, "height": 740}
    with visit(browser, base_url=alamat, viewport=layar) as one:
        page = one.page
        page.goto(f"{SOP}/")
        assert shown(page) == 1
        expect(page.locator(".sop-lompat").get_by_text("Usulkan perubahan")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert faults(page) == ""


def test_the_search_does_not_read_the_links(github: Path) -> None:
    index = str([d for d in sections(github) if not d["location"].startswith("panduan/")])
    assert "Usulkan" not in index
    assert TAMU.partition("\n")[0].removeprefix("nama: ") in index
