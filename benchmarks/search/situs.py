"""The three sites that are asked: the same handbook with our search, with the theme's own, and with Pagefind."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import material  # type: ignore[import-untyped]

from benchmarks.search.korpus import write_corpus
from buku_sop.adapters.mkdocs.assets import FOLDER, prepare_assets
from buku_sop.adapters.mkdocs.bundles import FOLDER as BUNDLES

ROOT = Path(__file__).resolve().parents[2]
PAGEFIND = ROOT / ".build" / "pagefind" / "node_modules" / ".bin" / "pagefind"
"""Where `npm install --prefix .build/pagefind pagefind` puts it."""

_POLOS = """\
from mkdocs.plugins import CombinedEvent, event_priority
from buku_sop.adapters.plugin import BukuSop

ours = BukuSop()

@event_priority(50)
def leave_search_to_material(config):
    search = config.plugins["material/search"].config
    search.lang = search.separator = search.pipeline = None

on_startup = ours.on_startup
on_config = CombinedEvent(*ours.on_config.methods, leave_search_to_material)
on_files, on_nav, on_env = ours.on_files, ours.on_nav, ours.on_env
on_pre_page, on_page_content = ours.on_pre_page, ours.on_page_content
"""
"""All that our plugin does but for the search: pages are indexed as they are seen, and nothing is added."""


def make_ours(folder: Path) -> Path:
    """Lay out a handbook of the six real SOPs and the made-up ones."""
    _project(folder)
    return folder


def build_ours(folder: Path) -> Path:
    """Build the six real SOPs and the made-up ones as `make site` would, without sheets."""
    return _build(make_ours(folder))


def build_plain(folder: Path) -> Path:
    """Build the same pages with Material's own search, as Material sets it up for Indonesian.

    Its engine, which our sites leave out, is put there again. What stands on an SOP's page and is kept from our search,
    which gets it in another form, is not kept from this.
    """
    _project(folder)
    mkdocs = folder / "mkdocs.yml"
    teks = mkdocs.read_text(encoding="utf-8")
    mkdocs.write_text(
        re.sub(r"  - buku-sop(?:\n|:\n(?: {6}.*\n)+)", "", teks) + "\nhooks: [polos.py]\n",
        encoding="utf-8",
    )
    (folder / "polos.py").write_text(_POLOS, encoding="utf-8")
    halaman = folder / "overrides" / "templat" / "sop" / "halaman.html"
    teks = halaman.read_text(encoding="utf-8").replace(" data-search-exclude", "")
    halaman.write_text(teks, encoding="utf-8")
    site = _build(folder)
    mesin = Path("assets") / "javascripts" / "workers"
    shutil.copytree(Path(material.__file__).parent / "templates" / mesin, site / mesin)
    return site


def add_pagefind(site: Path) -> None:
    """Index a site with Pagefind, told where the content stands and what is not to be found."""
    subprocess.run(
        [PAGEFIND, "--site", site, "--root-selector", "article.md-content__inner",
         "--exclude-selectors", "[data-search-exclude]"],
        check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip


def index_bytes(site: Path) -> tuple[int, int]:
    """Return the size of MkDocs' search index, as it is and as a server sends it compressed."""
    isi = (site / "search" / "search_index.json").read_bytes()
    return len(isi), len(gzip.compress(isi, 6, mtime=0))


def pieces_bytes(site: Path) -> tuple[int, int]:
    """Return the size of the pieces of our index, as they are and as a server sends them; a query takes a few."""
    semua = [p.read_bytes() for p in (site / "search").rglob("*.js")]
    return sum(map(len, semua)), sum(len(gzip.compress(isi, 6, mtime=0)) for isi in semua)


def pagefind_bytes(site: Path) -> tuple[int, int]:
    """Return the size of Pagefind's index twice, since its files are compressed already."""
    jenis = ("*.pf_index", "*.pf_fragment", "*.pf_meta", "pagefind-entry.json")
    berkas = [p for pola in jenis for p in (site / "pagefind").rglob(pola)]
    besar = sum(p.stat().st_size for p in berkas)
    return besar, besar


def _project(folder: Path) -> None:
    prepare_assets(ROOT)
    for name in ("docs", "overrides", "macros", "buku_sop", FOLDER.as_posix()):
        shutil.copytree(ROOT / name, folder / name)  # with what is compiled
    for name in ("mkdocs.yml", "package-lock.json"):
        shutil.copy(ROOT / name, folder)
    (ROOT / BUNDLES).mkdir(parents=True, exist_ok=True)
    (folder / BUNDLES).symlink_to(ROOT / BUNDLES)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    shutil.copytree(ROOT / "tests" / "seeds" / "sop_data", folder / "sop_data")
    write_corpus(folder / "sop_data")


def _build(folder: Path) -> Path:
    own = {k: v for k, v in os.environ.items() if not k.startswith("SOP_")}
    hasil = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", "site"],
        cwd=folder,
        env={**own, "NO_MKDOCS_2_WARNING": "1", "SOP_PDF": "false"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if hasil.returncode:
        raise SystemExit(hasil.stdout + hasil.stderr)
    return folder / "site"
