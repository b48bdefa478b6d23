"""Bundles: made by real Node of small sources, once, named by what is in them; and what of the theme they leave out."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from buku_sop.adapters.mkdocs.bundles import FOLDER, bundle_assets
from buku_sop.adapters.mkdocs.unused_styles import unused_styles
from buku_sop.adapters.npm import AssetError
from tests.paths import ROOT

CSS, JS = "assets/stylesheets", "assets/javascripts"
SOURCES = {
    f"{CSS}/main.0a1b2c3d.min.css": (
        ":root{--md-tabbed-icon--prev:url(a);--md-nav-icon--next:url(b)}"
        ".tabbed-set{mask:var(--md-tabbed-icon--prev)}.tabbed-set,.md-nav{color:red}"
        ".md-nav:after{mask:var(--md-nav-icon--next)}[dir=rtl] .md-nav{color:blue}"
    ),
    f"{CSS}/palette.0a1b2c3d.min.css": (
        "[data-md-color-primary=teal]{--warna:teal}[data-md-color-primary=custom]{--warna:blue}"
    ),
    f"{CSS}/dua.css": '.dua { color: black; background: url("../../aset/dua.woff2") }',
    f"{CSS}/satu.css": ".dua { color: white }",
    f"{JS}/satu.js": '"use strict"\n{\n  const kata = "satu"\n  document.title = kata\n}',
    f"{JS}/dua.js": '"use strict"\n{\n  const kata = BUNDLES.besar\n  document.body.id = kata\n}',
    f"{JS}/besar/index.js": 'import { isi } from "./isi.js"\ndocument.body.title = isi',
    f"{JS}/besar/isi.js": 'export const isi = "besar"',
    f"{JS}/bundle.0a1b2c3d.min.js": "/* Material */",
    f"{JS}/bundle.0a1b2c3d.min.js.map": "{}",
    f"{JS}/lunr/min/lunr.fi.min.js": "",
    f"{JS}/workers/search.0a1b2c3d.min.js": "/* Material */",
}
SETTINGS: dict[str, Any] = {
    "extra_css": [f"{CSS}/dua.css", f"{CSS}/satu.css", "https://contoh.invalid/lain.css"],
    "extra_javascript": [f"{JS}/satu.js", f"{JS}/dua.js"],
}


def settings(**changes: Any) -> MkDocsConfig:
    """Read our own configuration, with `changes`, without the hook and the plugins."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        return load_config(file, **{"theme": {"name": "buku-sop"}, "plugins": [], **changes})


def lay(root: Path, sources: dict[str, str] = SOURCES) -> tuple[Files, MkDocsConfig]:
    """Put sources and what Node needs below `root`, and read them as MkDocs does."""
    shutil.copy(ROOT / "package-lock.json", root)
    if not (root / "node_modules").exists():
        (root / "node_modules").symlink_to(ROOT / "node_modules")
    config = settings(site_dir=str(root / "site"), **SETTINGS)
    config.plugins._current_plugin = "uji"  # who adds files; MkDocs says it while it calls a hook
    files = Files([])
    for path, text in sources.items():
        source = root / "sumber" / path
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(text, encoding="utf-8")
        files.append(File.generated(config, path, abs_src_path=str(source)))
    return files, config


def bundled(root: Path, sources: dict[str, str] = SOURCES) -> dict[str, str]:
    """Bundle and return what the site gets: text by path."""
    files, config = lay(root, sources)
    bundle_assets(files, config, root)
    return {f.src_uri: Path(str(f.abs_src_path)).read_text(encoding="utf-8") for f in files}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return bundled(tmp_path_factory.mktemp("bundel"))


def one(found: dict[str, str], pattern: str) -> str:
    (path,) = (p for p in found if re.fullmatch(pattern, p))
    return path


def test_few_files_named_by_their_content_stand_for_all(made: dict[str, str]) -> None:
    names = sorted(re.sub(r"\.[0-9a-f]{8}\.", ".#.", path) for path in made)
    assert names == [
        f"{JS}/besar.#.js",
        f"{JS}/buku.#.js",
        f"{JS}/bundle.#.min.js",
        f"{CSS}/buku.#.css",
    ]


def test_pages_are_told_their_names_and_keep_what_is_not_ours(tmp_path: Path) -> None:
    files, config = lay(tmp_path)
    bundle_assets(files, config, tmp_path)
    css, other = config.extra_css
    assert (files.get_file_from_path(css), other) != (None, SETTINGS["extra_css"][2])
    assert other == SETTINGS["extra_css"][2]
    (js,) = config.extra_javascript
    assert files.get_file_from_path(str(js)) is not None


def test_styles_keep_their_order_and_addresses(made: dict[str, str]) -> None:
    css = made[one(made, rf"{CSS}/buku.*")]
    places = [css.index(part) for part in (".md-nav", "../../aset/dua.woff2", "#fff")]
    assert places == sorted(places)


def test_styles_that_nothing_can_use_stay_out(made: dict[str, str]) -> None:
    css = made[one(made, rf"{CSS}/buku.*")]
    assert not re.search(r"tabbed|rtl|teal", css)
    assert "--md-nav-icon--next" in css
    assert re.search(r"(?<!,)\.md-nav\{color:red\}", css)
    assert "color-primary=custom" in css


def test_a_script_for_later_is_known_by_its_name(made: dict[str, str]) -> None:
    later = one(made, rf"{JS}/besar.*")
    assert later.removeprefix(f"{JS}/") in made[one(made, rf"{JS}/buku.*")]
    assert '"besar"' in made[later]
    assert "BUNDLES" not in "".join(made.values())


def test_names_used_in_two_sources_do_not_meet(made: dict[str, str]) -> None:
    code = f"globalThis.document = {{ body: {{}} }};\n{made[one(made, rf'{JS}/buku.*')]}\n"
    code += "console.log(document.title, document.body.id)"
    said = subprocess.run(["node", "-e", code], capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r"satu besar\.[0-9a-f]{8}\.js\n", said)


def test_the_same_sources_are_bundled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = bundled(tmp_path)
    monkeypatch.setattr("buku_sop.adapters.mkdocs.bundles.run_node", None)
    assert bundled(tmp_path) == first


@pytest.mark.parametrize("path", [f"{CSS}/satu.css", f"{JS}/besar/isi.js"])
def test_another_source_gives_another_name(tmp_path: Path, made: dict[str, str], path: str) -> None:
    changed = bundled(
        tmp_path, {**SOURCES, path: SOURCES[path].replace("white", "red").replace('"besar"', '"b"')}
    )
    assert set(changed) != set(made)
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


def test_a_mistake_in_a_source_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(AssetError, match=r"satu\.js:2:\d+"):
        bundled(tmp_path, {**SOURCES, f"{JS}/satu.js": "{\n  const = 1\n}"})
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_what_an_office_turns_on_keeps_its_styles() -> None:
    tabs = [r"\.tabbed-"]
    assert set(tabs) <= set(unused_styles(settings()))
    with_tabs = settings(markdown_extensions=["pymdownx.tabbed"])
    assert not set(tabs) & set(unused_styles(with_tabs))
    with_status = settings(extra={"status": {"new": "Baru"}})
    assert r"\.md-status" not in unused_styles(with_status)
    palette = {"name": "material", "palette": {"primary": "deep purple"}}
    colours = next(p for p in unused_styles(settings(theme=palette)) if "primary" in p)
    assert not re.search(colours, "[data-md-color-primary=deep-purple]")
    assert re.search(colours, "[data-md-color-primary=teal]")
