"""Bundles: the stylesheets and scripts that lie in files named by feature, as the few files that browsers load.

The order stands in `overrides/mkdocs_theme.yml` (`gaya`, `skrip`) and what `mkdocs.yml` adds. A file of `assets/javascripts/` is part of what
every page runs; a folder there with an `index.js` is a script of its own, which others ask for when they need it
(`BUNDLES.<folder>` is its name beside them). Everything is named by the hash of its content. Node makes them
(`bundle.mjs`, with esbuild and PostCSS) and is asked only when a source has changed. A wheel brings them ready
(`.ci/roda.py`).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from buku_sop.adapters.mkdocs.assets import prepare_packages
from buku_sop.adapters.mkdocs.unused_styles import THEME_STYLES, unused_styles
from buku_sop.adapters.npm import AssetError, run_node
from buku_sop.adapters.places import LOOK, MADE, npm_root
from buku_sop.model.tulisan import PENYUNTING, PERAMBAN

FOLDER = Path(".build") / "bundel"
BROUGHT = "bundel"
"""Where a wheel has them, among what it brings."""
READY = "halaman_jadi"
"""The setting in `extra` that leaves the theme's own styles to the theme (`ready_pages.py`)."""
BUNDLED = "bundel"
"""Under which name the configuration has what scripts are called in the site, by their names without digest."""
STYLES, SCRIPTS = "assets/stylesheets/", "assets/javascripts/"

_PROGRAM, _PARTS = (Path(__file__).with_name(n) for n in ("bundle.mjs", "mermaid_parts.mjs"))
_LIST = "daftar.json"
_KEPT = 7 * 24 * 3600
"""Seconds for which bundles are kept that nobody asked for."""

_NEVER_LOADED = re.compile(
    r".*\.map|assets/javascripts/(lunr|workers)/.*|assets/images/favicon\.png"
)
"""What Material brings and no page asks for: source maps, its search with words of languages, another icon."""


def bundle_assets(files: Files, config: MkDocsConfig, root: Path) -> None:
    """Put bundles into the site in the place of their sources, and name them to the pages.

    Raises:
        AssetError: Node or a package of npm is not there, or a source has a mistake.
    """
    sources = {f.src_uri: f for f in files if f.src_uri.startswith((STYLES, SCRIPTS))}
    if MADE.is_dir():
        sources = _of_the_package(sources)
    order, parts = bundle_order(sources, config)
    paths = {uri: Path(str(sources[uri].abs_src_path)) for uri in sorted(parts)}
    made = _brought(order, paths) if MADE.is_dir() else _make(root, order, paths)
    css, js = order["styles"], order["scripts"]
    for uri in [*parts, *(f.src_uri for f in files if _NEVER_LOADED.fullmatch(f.src_uri))]:
        if file := files.get_file_from_path(uri):
            files.remove(file)
    for name, source in made.items():
        to = STYLES if name.endswith(".css") else SCRIPTS
        files.append(File.generated(config, f"{to}{source.name}", abs_src_path=str(source)))
    config.extra[BUNDLED] = {name: f"{SCRIPTS}{source.name}" for name, source in made.items()}
    config.extra_css = [STYLES + made["buku.css"].name, *_others(config.extra_css, css)]
    config.extra_javascript = [
        SCRIPTS + made["buku.js"].name,
        *_others(config.extra_javascript, js),
    ]


def bundle_order(
    sources: Mapping[str, File], config: MkDocsConfig
) -> tuple[dict[str, Any], list[str]]:
    """Return the job of `bundle.mjs`, with paths in the site, and all sources that it takes up."""
    css = [uri for uri in config.extra_css if uri in sources and uri.startswith(STYLES)]
    js = [uri for uri in map(str, config.extra_javascript) if uri in sources]
    ready = config.extra.get(READY)
    theme = [] if ready else sorted(uri for uri in sources if THEME_STYLES.fullmatch(uri))
    later = {
        uri.removeprefix(SCRIPTS).removesuffix("/index.js"): uri
        for uri in sources
        if re.fullmatch(rf"{SCRIPTS}[\w-]+/index\.js", uri)
    }
    folders = tuple(uri.removesuffix("index.js") for uri in later.values())
    parts = [uri for uri in sources if uri in {*css, *js, *theme} or uri.startswith(folders)]
    order = {
        "theme": theme,
        "unused": unused_styles(config) if theme else [],
        "styles": css,
        "scripts": js,
        "later": later,
        "words": {**PERAMBAN, **PENYUNTING},
    }
    return order, parts


def _of_the_package(sources: Mapping[str, File]) -> dict[str, File]:
    """Return the sources of which the package brings bundles; an office's own stay files of their own.

    Raises:
        AssetError: The office has put a file of its own into the place of one that is in a bundle.
    """
    found = {}
    for uri, file in sources.items():
        path = Path(str(file.abs_src_path))
        if not (LOOK / uri).is_file():
            if THEME_STYLES.fullmatch(uri):
                found[uri] = file
        elif path.resolve() == (LOOK / uri).resolve():
            found[uri] = file
        else:
            raise AssetError(
                f"{path.name} hendak menggantikan {uri} milik program, yang sudah digabung dalam paketnya.",
                "Hapus berkas itu. Tulis yang ingin Anda ubah saja dalam berkas bernama lain di docs/, misalnya "
                "docs/kantor.css, lalu sebut di mkdocs.yml di bawah extra_css (atau extra_javascript).",
            )
    return found


def _brought(order: dict[str, Any], sources: dict[str, Path]) -> dict[str, Path]:
    """Return the bundles that the package brings: of these very sources, else with all styles of the theme.

    Raises:
        AssetError: They were made of other sources: of another version of the theme.
    """
    for one in (order, {**order, "unused": []}):
        names = MADE / BROUGHT / f"{bundle_key(one, sources)}.json"
        if names.is_file():
            known: dict[str, str] = json.loads(names.read_text(encoding="utf-8"))
            return {name: names.parent / file for name, file in known.items()}
    raise AssetError(
        "Paket buku-sop dan mkdocs-material yang terpasang tidak cocok satu sama lain.",
        "Pasang lagi: python -m pip install --force-reinstall buku-sop",
    )


def bundle_key(order: dict[str, Any], sources: dict[str, Path], *tools: bytes) -> str:
    """Sum up what bundles are made of."""
    parts = [*tools, json.dumps([order, list(sources)], sort_keys=True).encode()]
    parts += [path.read_bytes() for path in sources.values()]
    whole = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts))
    return whole.hexdigest()[:16]


def _others(named: list[Any], bundled: list[str]) -> list[Any]:
    return [one for one in named if str(one) not in bundled]


def _make(root: Path, order: dict[str, Any], sources: dict[str, Path]) -> dict[str, Path]:
    """Return the bundles by name, made anew only where they have not been made of the same sources before.

    `order` is the job of `bundle.mjs`, with paths in the site that `sources` says the files of.
    """
    lock = npm_root(root) / "package-lock.json"
    tools = (_PROGRAM.read_bytes(), _PARTS.read_bytes(), lock.read_bytes())
    folder = root / FOLDER / bundle_key(order, sources, *tools)
    if not (folder / _LIST).is_file():
        folder.parent.mkdir(parents=True, exist_ok=True)
        _forget_old(folder.parent)
        run_bundler(root, order, sources, folder)
    os.utime(folder)
    names: dict[str, str] = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    return {name: folder / file for name, file in names.items()}


def run_bundler(root: Path, order: dict[str, Any], sources: dict[str, Path], folder: Path) -> None:
    """Let Node make the bundles beside `folder`, and put them there in one move."""
    modules = npm_root(root)
    prepare_packages(modules)
    path = {uri: str(file.resolve()) for uri, file in sources.items()}
    with tempfile.TemporaryDirectory(prefix="baru-", dir=folder.parent) as scratch:
        new = Path(scratch) / "isi"
        new.mkdir()
        job = {
            **order,
            **{kind: [path[uri] for uri in order[kind]] for kind in ("theme", "styles", "scripts")},
            "later": {name: path[uri] for name, uri in sorted(order["later"].items())},
            "modules": str(modules.resolve()),
            "out": str(new.resolve()),
        }
        (new / _LIST).write_text(run_node(_PROGRAM, json.dumps(job)), encoding="utf-8")
        with contextlib.suppress(OSError):  # another build has made the same meanwhile
            new.rename(folder)


def _forget_old(kept: Path) -> None:
    """Remove bundles that no build has asked for in a week."""
    for old in kept.iterdir():
        with contextlib.suppress(OSError):
            if time.time() - old.stat().st_mtime > _KEPT:
                shutil.rmtree(old)
