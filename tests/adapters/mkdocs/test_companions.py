"""What the plugin sets of MkDocs' configuration, and what it leaves to the office."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from buku_sop.adapters.mkdocs.companions import complete, over_material
from buku_sop.adapters.places import LOOK


def completed(folder: Path, **settings: Any) -> MkDocsConfig:
    """Read an `mkdocs.yml` with these settings as the plugin does."""
    (folder / "docs").mkdir(exist_ok=True)
    whole = {"site_name": "Buku", "theme": {"name": "material"}, "plugins": ["search"], **settings}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(whole), encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    complete(config)
    return config


def test_features_grow_together_and_one_of_ours_can_be_taken_away(tmp_path: Path) -> None:
    plain = completed(tmp_path).theme["features"]
    own = {"name": "material", "features": ["content.code.copy", "-navigation.top"]}
    both = completed(tmp_path, theme=own).theme["features"]
    assert set(both) == {*plain, "content.code.copy"} - {"navigation.top"}
    assert len(both) == len(set(both))


@pytest.mark.parametrize("name", ["material", "buku-sop"])
def test_what_the_office_says_of_the_theme_stands(tmp_path: Path, name: str) -> None:
    theme = completed(tmp_path, theme={"name": name, "language": "en", "logo": "logo.svg"}).theme
    assert theme["language"] == "en"
    assert theme["logo"] == "logo.svg"
    assert theme["font"] is False
    assert len(theme["palette"]) == 3


@pytest.mark.parametrize("name", ["material", "buku-sop"])
def test_the_looks_lie_in_their_order(tmp_path: Path, name: str) -> None:
    for folder in ("tampilan", "overrides"):
        (tmp_path / folder).mkdir()
    config = completed(tmp_path, theme={"name": name, "custom_dir": "tampilan"})
    ours, own = config.theme.dirs.index(str(LOOK)), [Path(d).name for d in config.theme.dirs]
    assert own[:2] == ["tampilan", "overrides"]
    assert ours == 2
    assert "material" in config.theme.dirs[3]


def test_an_own_main_stands_over_our_base_over_that_of_material(tmp_path: Path) -> None:
    look = tmp_path / "overrides"
    look.mkdir()
    (look / "main.html").write_text('{% extends "base.html" %}', encoding="utf-8")
    env = completed(tmp_path).theme.get_env()
    over_material(env)
    assert env.loader
    sources = [
        env.loader.get_source(env, n) for n in ("main.html", "base.html", "material/base.html")
    ]
    assert [Path(str(path)).parent for _, path, _ in sources[:2]] == [look, LOOK]
    assert "<!doctype html>" in sources[2][0]


def test_the_search_goes_by_the_name_that_templates_ask_for(tmp_path: Path) -> None:
    config = completed(tmp_path, theme={"name": "buku-sop"})
    assert config.plugins["material/search"] is config.plugins["buku-sop/search"]
    before = config.plugins.events["post_build"]
    assert len(before) == len(set(map(repr, before))), "no event comes twice"
    assert completed(tmp_path, plugins=[]).plugins["material/search"].config["pipeline"] == []


def test_own_plugins_and_extensions_keep_their_settings(tmp_path: Path) -> None:
    config = completed(
        tmp_path,
        plugins=[{"search": {"separator": "x"}}, {"macros": {"on_undefined": "keep"}}],
        markdown_extensions=[{"toc": {"permalink": True}}, "footnotes"],
        extra_css=["kantor.css"],
    )
    assert config.plugins["material/search"].config["separator"] == "x"
    assert config.plugins["macros"].config["on_undefined"] == "keep"
    assert config.mdx_configs["toc"] == {"permalink": True, "title": "Di halaman ini"}
    assert config.markdown_extensions.count("toc") == 1
    assert "footnotes" in config.markdown_extensions
    assert config.extra_css[-1] == "kantor.css"
    assert "assets/stylesheets/sop.css" in config.extra_css


def test_links_that_lead_nowhere_are_warnings_unless_the_office_says_otherwise(
    tmp_path: Path,
) -> None:
    assert completed(tmp_path).validation.links.anchors == logging.WARNING
    own = {"validation": {"links": {"anchors": "ignore"}}}
    assert completed(tmp_path, **own).validation.links.anchors == logging.DEBUG


def test_a_theme_that_our_templates_do_not_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Abort, match="tema readthedocs"):
        completed(tmp_path, theme={"name": "readthedocs"})
