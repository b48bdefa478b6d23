"""The navigation in pieces: beside Material's own, in long sections, and for pages outside of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from mkdocs.commands.build import get_context
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from buku_sop.adapters.mkdocs.companions import over_material
from buku_sop.adapters.mkdocs.navigation import MOST, NEAR, NavigationPieces
from buku_sop.model.tulisan import terpasang
from buku_sop.views.dasar.render import Penulis
from tests.paths import ROOT

FITUR = ["navigation.tabs", "navigation.indexes", "navigation.prune"]
BANYAK = MOST + 40


def _nav(jumlah: int) -> list[Any]:
    sop = [f"sop/kantor/sop-{n}.md" for n in range(jumlah)]
    kantor = {"Kantor <b>": ["sop/kantor/index.md", *sop]}
    lain = {"Dinas": ["sop/dinas/index.md", "sop/dinas/satu.md"]}
    panduan = {"Panduan": ["panduan/index.md", {"Menulis": "panduan/menulis.md"}]}
    tanpa = {"Tanpa indeks": ["x/satu.md", {"Dalam": ["x/y/dua.md", "x/y/tiga.md"]}]}
    sop_semua = {"SOP": ["sop/index.md", kantor, "sop/sendiri/index.md", lain]}
    return ["index.md", sop_semua, "peran/index.md", panduan, tanpa]


class Situs:
    """A site without bodies, with Material's navigation or ours."""

    def __init__(self, folder: Path, nav: list[Any], *, direktori: bool, kita: bool) -> None:
        (folder / "docs").mkdir(parents=True, exist_ok=True)
        tema: dict[str, Any] = {"name": "material", "language": "id", "features": FITUR}
        if kita:
            tema["custom_dir"] = str(ROOT / "overrides")
        self.config: MkDocsConfig = load_config(
            config_file=None,
            docs_dir=str(folder / "docs"),
            site_name="Buku",
            site_url="https://contoh.invalid/buku/",
            theme=tema,
            nav=nav,
            plugins=[],
            use_directory_urls=direktori,
        )
        self.files = Files([])
        for path in re.findall(r"'([^']+\.md)'", repr(nav)):
            self._page(path)
        luar = self._page("peran/luar.md")
        self.files.get_file_from_path("peran/luar.md").inclusion = InclusionLevel.NOT_IN_NAV  # type: ignore[union-attr]
        self.nav: Navigation = get_navigation(self.files, self.config)
        induk: Any = self.files.get_file_from_path("peran/index.md")
        luar.parent = induk.page
        self.env = self.config.theme.get_env()
        if kita:
            over_material(self.env)
            self.env.globals["navigasi"] = NavigationPieces(self.env, self.config)
            self.env.globals["tulis"] = Penulis(terpasang())

    def _page(self, path: str) -> Page:
        file = File(path, None, self.config.site_dir, self.config.use_directory_urls)
        self.files.append(file)
        page = Page(path.removesuffix(".md").title(), file, self.config)
        page.meta, page.markdown = {}, ""
        page.toc = get_toc([{"level": 2, "id": "a", "name": "Bagian", "children": []}])
        return page

    def render(self, path: str, template: str) -> str:
        page = self.files.get_file_from_path(path).page if path else None  # type: ignore[union-attr]
        context = get_context(self.nav, self.files, self.config, page, "/buku/")
        if page:
            page.active = True
        isi = {**context, "features": FITUR, "ada_toc": True}
        isi["lang"] = self.env.get_template("partials/language.html").make_module(isi)
        isi["toc_sendiri"] = self.env.get_template("partials/toc.html").render(isi)
        html: str = self.env.get_template(template).render(isi)
        if page:
            page.active = False
        return html

    def url(self, path: str) -> str:
        page = self.files.get_file_from_path(path).page if path else None  # type: ignore[union-attr]
        return str(urljoin("https://contoh.invalid/buku/", page.url if page else "404.html"))


class Terbaca(HTMLParser):
    """What a piece of HTML says: texts, links, and which entry is marked."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url, self.isi = url, list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sifat = dict(attrs)
        if href := sifat.get("href"):
            self.isi.append(urljoin(self.url, href).removesuffix("index.html"))
        if tag in ("li", "input", "label"):
            kelas = sorted((sifat.get("class") or "").split())
            self.isi.append(" ".join([tag, *kelas, sifat.get("id") or "", sifat.get("for") or ""]))

    def handle_data(self, data: str) -> None:
        self.isi += filter(None, [" ".join(data.split())])


def baca(situs: Situs, path: str, template: str) -> list[str]:
    terbaca = Terbaca(situs.url(path))
    terbaca.feed(situs.render(path, template))
    return [re.sub(r" __nav[_0-9]*_judul ", "  ", x) for x in terbaca.isi]


Buat = Callable[..., Situs]


@pytest.fixture
def buat(tmp_path: Path) -> Buat:
    """Make a site."""

    def satu(jumlah: int = 3, *, direktori: bool = True, kita: bool = True) -> Situs:
        return Situs(tmp_path, _nav(jumlah), direktori=direktori, kita=kita)

    return satu


@pytest.mark.parametrize("direktori", [True, False])
def test_it_says_what_materials_own_says_on_every_page(buat: Buat, direktori: bool) -> None:
    kita, material = (buat(direktori=direktori, kita=k) for k in (True, False))
    for file in [f.src_uri for f in kita.files] + [""]:
        for template in ("partials/nav.html", "partials/tabs.html"):
            assert baca(kita, file, template) == baca(material, file, template), (file, template)


def test_sections_are_named_by_their_titles(buat: Buat) -> None:
    html = buat().render("sop/kantor/sop-1.md", "partials/nav.html")
    named = re.findall(r'aria-labelledby="([^"]+)"', html)
    assert named == ["__nav_2_judul", "__nav_2_2_judul"]
    for id, judul in zip(named, ("SOP", "Kantor <b>"), strict=True):
        assert re.search(rf'id="{id}"><span class="[^"]+"></span>{re.escape(judul)}</label>', html)


@pytest.mark.parametrize(("nomor", "pertama"), [(0, 0), (50, 50 - NEAR), (BANYAK - 1, None)])
def test_a_long_section_shows_what_is_near_and_the_way_to_all(
    buat: Buat, nomor: int, pertama: int | None
) -> None:
    situs = buat(BANYAK)
    isi = baca(situs, f"sop/kantor/sop-{nomor}.md", "partials/nav.html")
    tampil = [int(x[1]) for x in map(re.compile(r"Sop/Kantor/Sop-(\d+)").fullmatch, isi) if x]
    assert nomor in tampil
    assert len(set(tampil)) in (2 * NEAR, 2 * NEAR + 1)
    assert min(tampil) == (BANYAK - 2 * NEAR if pertama is None else pertama)
    assert isi[isi.index(f"Lihat semua ({BANYAK})") - 1] == situs.url("sop/kantor/index.md")


def test_a_page_takes_no_longer_where_other_sections_are_longer(buat: Buat) -> None:
    besar = buat(BANYAK)
    besar.render("panduan/menulis.md", "partials/nav.html")
    pieces: Any = besar.env.globals["navigasi"]
    assert len(pieces._entries) < 10
