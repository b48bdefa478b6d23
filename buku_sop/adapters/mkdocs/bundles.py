"""Bundles: the stylesheets and scripts that lie in files named by feature, as the few files that browsers load.

The order stands in `mkdocs.yml` (`extra_css`, `extra_javascript`). A file of `assets/javascripts/` is part of what
every page runs; a folder there with an `index.js` is a script of its own, which others ask for when they need it
(`BUNDLES.<folder>` is its name beside them). Everything is named by the hash of its content. Node makes them
(`bundle.mjs`, with esbuild and PostCSS) and is asked only when a source has changed.
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
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from buku_sop.adapters.mkdocs.assets import prepare_packages
from buku_sop.adapters.mkdocs.unused_styles import THEME_STYLES, unused_styles
from buku_sop.adapters.npm import run_node
from buku_sop.adapters.places import npm_root

FOLDER = Path(".build") / "bundel"
READY = "halaman_jadi"
"""The setting in `extra` that leaves the theme's own styles to the theme (`ready_pages.py`)."""
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
        "unused": unused_styles(config),
        "styles": css,
        "scripts": js,
        "later": later,
    }
    made = _make(root, order, {uri: Path(str(sources[uri].abs_src_path)) for uri in sorted(parts)})
    for uri in [*parts, *(f.src_uri for f in files if _NEVER_LOADED.fullmatch(f.src_uri))]:
        if file := files.get_file_from_path(uri):
            files.remove(file)
    for name, source in made.items():
        to = STYLES if name.endswith(".css") else SCRIPTS
        files.append(File.generated(config, f"{to}{source.name}", abs_src_path=str(source)))
    config.extra_css = [STYLES + made["buku.css"].name, *_others(config.extra_css, css)]
    config.extra_javascript = [
        SCRIPTS + made["buku.js"].name,
        *_others(config.extra_javascript, js),
    ]


def _others(named: list[Any], bundled: list[str]) -> list[Any]:
    return [one for one in named if str(one) not in bundled]


def _make(root: Path, order: dict[str, Any], sources: dict[str, Path]) -> dict[str, Path]:
    """Return the bundles by name, made anew only where they have not been made of the same sources before.

    `order` is the job of `bundle.mjs`, with paths in the site that `sources` says the files of.
    """
    parts = [
        _PROGRAM.read_bytes(),
        _PARTS.read_bytes(),
        (npm_root(root) / "package-lock.json").read_bytes(),
    ]
    parts.append(json.dumps([order, list(sources)], sort_keys=True).encode())
    parts += [path.read_bytes() for path in sources.values()]
    key = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
    folder = root / FOLDER / key[:16]
    if not (folder / _LIST).is_file():
        folder.parent.mkdir(parents=True, exist_ok=True)
        _forget_old(folder.parent)
        _run(root, order, sources, folder)
    os.utime(folder)
    names: dict[str, str] = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    return {name: folder / file for name, file in names.items()}


def _run(root: Path, order: dict[str, Any], sources: dict[str, Path], folder: Path) -> None:
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
