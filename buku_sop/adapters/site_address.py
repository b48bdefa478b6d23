"""The address of the published site, as mkdocs.yml says it."""

from __future__ import annotations

import os
from pathlib import Path

import yaml


def read_site_address(root: Path) -> str:
    """Return `site_url` of mkdocs.yml; empty where it is missing or depends on an unset variable.

    The file is only parsed, never built, since it may hold tags that run code.
    """
    try:
        akar = yaml.compose(
            (root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader
        )
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    if not isinstance(akar, yaml.MappingNode):
        return ""
    for kunci, nilai in akar.value:
        if kunci.value == "site_url":
            return _nilai(nilai)
    return ""


def _nilai(node: yaml.Node) -> str:
    """Read a plain value, or `!ENV NAME` and `!ENV [NAME, OTHER, default]`."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(node.value, "") if node.tag == "!ENV" else str(node.value or "")
    if node.tag == "!ENV" and isinstance(node, yaml.SequenceNode):
        kata = [str(n.value) for n in node.value]
        return next((os.environ[k] for k in kata[:-1] if k in os.environ), kata[-1] if kata else "")
    return ""
