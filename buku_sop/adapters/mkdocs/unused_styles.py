"""Which styles of Material nothing on these pages can use, so that no browser is sent them.

Decided from what the configuration turns on, never from the pages of one build: an office may add pages, and what it
turns on in `mkdocs.yml` has its styles from then on. What is not named here stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

THEME_STYLES = re.compile(r"assets/stylesheets/(main|palette)\.\w+\.min\.css")
"""Material's stylesheets, by their path in the site."""

EXTENSIONS = {
    "pymdownx.tabbed": ("tabbed-",),
    "pymdownx.tasklist": ("task-list-",),
    "pymdownx.arithmatex": ("arithmatex", "katex"),
    "pymdownx.emoji": ("twemoji", "emojione", "gemoji"),
    "pymdownx.keys": ("keys\\b", "key-"),
    "pymdownx.critic": ("critic",),
    "footnotes": ("footnote",),
}
"""Extension of Markdown: how the classes begin that only it writes."""

FEATURES = {
    "content.code.annotate": ("md-annotation",),
    "content.code.copy": ("md-clipboard",),
    "content.tooltips": ("md-tooltip",),
    "navigation.footer": ("md-footer__",),
    "toc.integrate": ("md-nav--integrated",),
    "navigation.instant.progress": ("md-progress",),
}
"""Feature of the theme: the same."""

EXTRA = {
    "version": ("md-version",),
    "consent": ("md-consent",),
    "alternate": ("md-select",),
    "social": ("md-social",),
    "status": ("md-status",),
    "analytics": ("md-feedback",),
}
"""Key of `extra`: the same."""

PLUGINS = {
    "material/blog": ("md-post", "md-author", "md-profile", "md-pagination"),
    "material/tags": ("md-tag",),
}
"""Plugin: the same."""

RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def unused_styles(config: MkDocsConfig) -> list[str]:
    """Return regular expressions (of JavaScript) for the selectors that nothing on the pages can have."""
    turned_on: Iterable[tuple[Mapping[str, tuple[str, ...]], Any]] = (
        (EXTENSIONS, config.markdown_extensions),
        (FEATURES, config.theme.get("features") or ()),
        (EXTRA, [key for key, value in config.extra.items() if value]),
        (PLUGINS, config.plugins),
    )
    found = [
        rf"\.{begin}"
        for table, names in turned_on
        for name, begins in table.items()
        if name not in names
        for begin in begins
    ]
    if config.theme.get("direction") != "rtl" and config.theme.locale.language not in RIGHT_TO_LEFT:
        found.append(r"\[dir=[\"']?rtl")
    if not config.repo_url:
        found.append(r"\.md-source(__|\b(?!-))")
    return found + [_other_colours(config, kind) for kind in ("primary", "accent")]


def _other_colours(config: MkDocsConfig, kind: str) -> str:
    """Return an expression for all colours of a kind but those that the palette names."""
    palette = config.theme.get("palette") or ()
    palettes = [palette] if isinstance(palette, Mapping) else palette
    names = {str(one[kind]).replace(" ", "-") for one in palettes if one.get(kind)}
    return rf"\[data-md-color-{kind}=(?!({'|'.join(map(re.escape, sorted(names)))})\])"
