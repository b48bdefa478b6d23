"""What the plugin sets of MkDocs' configuration, so that an office's `mkdocs.yml` need not: the look, the plugins beside it, Markdown.

What the office says itself stands: its theme settings, its own look, its plugins and extensions with their settings.
Only lists grow together (`features`, styles, scripts), since one word of hers would otherwise silently replace all of
ours.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import mermaid2
import yaml
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugins
from mkdocs.utils import get_theme_dir

from buku_sop.adapters.places import DATA, LOOK, OWN_LOOK, PACKAGE
from buku_sop.setelan import FOLDER_RUJUKAN

THEMES = ("material", "buku-sop")
SEPARATOR = r'[\s\-–—·→,.:;!?=\[\](){}"“”‘’/\\]+|&amp;|&lt;|&gt;'
"""What parts words, for Material's index, from which ours is made."""
MARKDOWN = (
    "abbr",
    "admonition",
    "attr_list",
    "md_in_html",
    "def_list",
    "tables",
    "toc",
    "pymdownx.superfences",
)
_FENCE = {"name": "mermaid", "class": "mermaid", "format": mermaid2.fence_mermaid}
_WITHOUT = "-"
"""Before the name of a feature: that one of ours is not wanted."""


def complete(config: MkDocsConfig, *, features: bool = True) -> None:
    """Set what the site needs and nobody has said.

    Without `features`, those that `mkdocs.yml` names are all.

    Raises:
        Abort: The theme is one that our templates do not fit.
    """
    said = _said(config)
    root = Path(config.config_file_path).parent
    _complete_theme(config, said.get("theme"), root, features=features)
    _complete_markdown(config)
    _complete_plugins(config)
    config.watch += [
        str(p)
        for p in (root / DATA, root / FOLDER_RUJUKAN, root / OWN_LOOK, PACKAGE, LOOK)
        if p.exists()
    ]
    config.extra.setdefault("generator", False)
    if "validation" not in said:
        nav, links = config.validation.nav, config.validation.links
        nav.omitted_files = nav.absolute_links = logging.WARNING
        links.absolute_links = links.unrecognized_links = links.anchors = logging.WARNING


def over_material(env: Environment) -> None:
    """Let our `base.html` stand over Material's, so that an office's `main.html` extends both."""
    material = PrefixLoader({"material": FileSystemLoader(get_theme_dir("material"))})
    loaders = [material] if env.loader is None else [env.loader, material]
    env.loader = ChoiceLoader(loaders)


def _said(config: MkDocsConfig) -> dict[str, Any]:
    """Return what `mkdocs.yml` and the command line say, without what MkDocs adds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # MkDocs itself does not use it
        told = config.user_configs
    return {key: value for one in told for key, value in one.items()}


def _complete_theme(config: MkDocsConfig, said: Any, root: Path, *, features: bool) -> None:
    theme = config.theme
    if theme.name not in THEMES:
        raise Abort(
            f"mkdocs.yml, theme: tema {theme.name} tidak dapat dipakai; tulis `name: material` atau `name: buku-sop`."
        )
    ours = yaml.safe_load((LOOK / "mkdocs_theme.yml").read_text(encoding="utf-8"))
    styles, scripts = ours.pop("gaya"), ours.pop("skrip")
    del ours["extends"]
    given = said if isinstance(said, Mapping) else {}
    for key, value in ours.items():
        if key not in given:
            theme[key] = value
    if features:
        theme["features"] = _features(ours["features"], given.get("features") or ())
    _lay(theme.dirs, root, own=theme.custom_dir)
    config.extra_css = [*styles, *(s for s in config.extra_css if s not in styles)]
    config.extra_javascript = [
        *scripts,
        *(s for s in config.extra_javascript if str(s) not in scripts),
    ]


def _features(ours: list[str], given: Iterable[str]) -> list[str]:
    """Add the office's features to ours; `-name` takes one of ours away."""
    both = dict.fromkeys([*ours, *given])
    unwanted = {name.removeprefix(_WITHOUT) for name in both if name.startswith(_WITHOUT)}
    return [name for name in both if not name.startswith(_WITHOUT) and name not in unwanted]


def _lay(dirs: list[str], root: Path, own: str | None) -> None:
    """Lay our look over Material's, and below the office's own: its `custom_dir`, and its `overrides/`."""
    known = {os.path.realpath(one) for one in dirs}
    place = 1 if own else 0
    for folder in (LOOK, root / OWN_LOOK):
        real = os.path.realpath(folder)
        if folder.is_dir() and real not in known:
            dirs.insert(place, str(folder))
            known.add(real)


def _complete_markdown(config: MkDocsConfig) -> None:
    extensions, settings = config.markdown_extensions, config.mdx_configs
    extensions += [name for name in MARKDOWN if name not in extensions]
    toc = settings.setdefault("toc", {})
    toc.setdefault("permalink", False)
    toc.setdefault("title", "Di halaman ini")
    fences = settings.setdefault("pymdownx.superfences", {}).setdefault("custom_fences", [])
    if not any(fence.get("name") == "mermaid" for fence in fences):
        fences.append(_FENCE)


def _complete_plugins(config: MkDocsConfig) -> None:
    """Bring the plugins that ours needs, and let Material's templates find them under the theme's own name, too."""
    for short in ("search", "offline"):
        if found := config.plugins.get(f"{config.theme.name}/{short}"):
            # an alias of what has its events already
            dict.__setitem__(config.plugins, f"material/{short}", found)
    if "material/search" not in config.plugins:
        _bring(config, "material/search", {})
    search: Any = config.plugins["material/search"].config
    search.lang = search.lang or ["en"]  # what Material does with words, cari.js does
    search.separator = search.separator or SEPARATOR
    search.pipeline = search.pipeline or []
    if "material/offline" not in config.plugins:
        _bring(config, "material/offline", {"enabled": os.environ.get("SOP_LURING") == "true"})
    if "macros" not in config.plugins:
        settings = {"render_by_default": False, "on_undefined": "strict", "on_error_fail": True}
        _bring(config, "macros", settings)


def _bring(config: MkDocsConfig, name: str, settings: dict[str, Any]) -> None:
    plugin = get_plugins()[name].load()()
    errors, _ = plugin.load_config(settings, config.config_file_path)
    assert not errors, errors
    if hasattr(plugin, "on_startup"):
        plugin.on_startup(command="build", dirty=False)
    config.plugins[name] = plugin
