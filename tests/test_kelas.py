"""The classes of the stylesheets: each is put on something, and each feature's stand in its own file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

OVERRIDES = ROOT / "overrides"
TEMPLATES = OVERRIDES / "templat"
SHEETS = sorted([*(OVERRIDES / "assets" / "stylesheets").glob("*.css"), *TEMPLATES.rglob("*.css")])
SHARED = {"dasar.css", "cetak.css"}
"""The base that features share, and printing, which has rules for all of them."""
FOREIGN = re.compile(r"(md-.*|mermaid|no-js|label-container)")
"""Classes that Material and Mermaid put on the page."""

COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}|<!--.*?-->", re.DOTALL)
NOT_SELECTORS = re.compile(r"\"[^\"]*\"|url\([^)]*\)")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
WORD = re.compile(r"(?<![\w.#-])(sop-[\w-]*)(\{\{|\$\{|\{(?!%))?")
"""A class as templates, scripts and views write it, and whether a value goes on with it; no selector."""
LITERAL = re.compile(r"[\"'`]([a-z_-]+)[\"'`]")


def feature_names() -> dict[str, str]:
    """Pair the beginning of a feature's classes with its stylesheet, for all that have templates of their own."""
    folders = (p.name.replace("_", "-") for p in TEMPLATES.iterdir() if p.is_dir())
    return {f"sop-{name}": f"{name}.css" for name in folders if f"{name}.css" not in SHARED}


def classes_of(css: str) -> set[str]:
    """Name the classes in the selectors of a stylesheet, those within `@media` too."""
    text = NOT_SELECTORS.sub("", COMMENT.sub("", css))
    return {name for part in re.findall(r"([^{};]*)\{", text) for name in CLASS.findall(part)}


def sources() -> Iterator[Path]:
    """List what writes HTML: templates, pages by hand, scripts, views."""
    yield from OVERRIDES.rglob("*.html")
    yield from OVERRIDES.rglob("*.js")
    for folder in ("buku_sop", "macros"):
        yield from (ROOT / folder).rglob("*.py")
    yield from (p for p in (ROOT / "docs").rglob("*.md") if "dev" not in p.parts)


def emitted(texts: list[str]) -> tuple[set[str], set[str], set[str]]:
    """Return the classes that are written whole, the beginnings that a value completes, and such values."""
    whole: set[str] = set()
    begun: set[str] = set()
    values: set[str] = set()
    for text in texts:
        for word, value in WORD.findall(text):
            (begun if value else whole).add(word)
        values |= set(LITERAL.findall(text))
    return whole, begun, values


@pytest.fixture(scope="module")
def written() -> tuple[set[str], set[str], set[str]]:
    texts = [COMMENT.sub("", path.read_text(encoding="utf-8")) for path in sources()]
    return emitted(
        [text.replace("{ .sop-", "{ sop-") for text in texts]
    )  # Markdown: # Title { .sop-… }


def unknown(names: set[str], written: tuple[set[str], set[str], set[str]]) -> set[str]:
    """Leave those that nothing writes, whole or as a beginning and a value."""
    whole, begun, values = written
    built = {
        name
        for name in names
        for start in begun
        if start != "sop-" and name.startswith(start) and name[len(start) :] in values
    }
    return {name for name in names - whole - built if not FOREIGN.fullmatch(name)}


def astray(names: set[str], sheet: str) -> set[str]:
    """Leave the classes of features other than the one that a stylesheet is named after."""
    if sheet in SHARED:
        return set()
    return {
        name
        for name in names
        for start, home in feature_names().items()
        if re.match(rf"{start}(?![a-z])", name) and sheet != home
    }


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.name)
def test_every_class_is_put_on_something(
    path: Path, written: tuple[set[str], set[str], set[str]]
) -> None:
    assert unknown(classes_of(path.read_text(encoding="utf-8")), written) == set()


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.name)
def test_the_classes_of_a_feature_stand_in_its_own_stylesheet(path: Path) -> None:
    sheet = f"{path.parent.name}.css" if path.is_relative_to(TEMPLATES) else path.name
    assert astray(classes_of(path.read_text(encoding="utf-8")), sheet) == set()


def test_a_class_that_nothing_writes_and_one_in_a_foreign_file_are_found(
    written: tuple[set[str], set[str], set[str]],
) -> None:
    css = '@media print { .sop-tiada, .sop-status--tiada:has(.md-nav) { content: ".sop-bukan" } }'
    assert unknown(classes_of(css), written) == {"sop-tiada"}
    assert unknown({"redup", "sop-status--entah"}, written) == {"redup", "sop-status--entah"}
    assert astray({"sop-mutu-kamus", "sop-mutuh", "sop-pita"}, "waktu.css") == {"sop-mutu-kamus"}


def test_every_stylesheet_and_script_is_asked_for() -> None:
    config = (OVERRIDES / "mkdocs_theme.yml").read_text(encoding="utf-8")
    assets = OVERRIDES / "assets"
    found = [*assets.glob("stylesheets/*.css"), *assets.glob("javascripts/*.js")]
    names = {p.relative_to(OVERRIDES).as_posix() for p in found}
    worker = {"assets/javascripts/cari.js"}
    assert {name for name in names - worker if f"  - {name}\n" not in config} == set()
