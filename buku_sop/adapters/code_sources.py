"""Where in the engine each code is found: read from the source itself, so that no list can fall behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from buku_sop.adapters.places import PACKAGE
from buku_sop.views.mutu.kode import SumberKode

_KODE = re.compile(r'"(SOP-[A-Z]\d{3})"')
"""A code as the code names it; in comments and docstrings it stands without quotation marks."""
_TABEL = "diagnostics"
"""The layer that words the codes. Every other one that names a code finds it."""


def find_sources(root: Path, line_url: Callable[[str, int], str]) -> dict[str, list[SumberKode]]:
    """List the modules that find each code, with their addresses on the forge.

    `line_url` makes an address of a path from `root` and a line; it is asked only for an engine that lies in
    the handbook's own project, for only that one is known to stand on its forge.
    """
    folder = PACKAGE.parent
    prefix = folder.relative_to(root) if folder.is_relative_to(root) else None
    return {
        kode: [
            SumberKode(
                ".".join(path.with_suffix("").parts),
                line_url((prefix / path).as_posix(), line) if prefix is not None else "",
            )
            for path, line in places.items()
        ]
        for kode, places in _places().items()
    }


@cache
def _places() -> Mapping[str, dict[Path, int]]:
    """Find the first line of each module that names a code, by code."""
    found: dict[str, dict[Path, int]] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        if file.relative_to(PACKAGE).parts[0] == _TABEL:
            continue
        path = file.relative_to(PACKAGE.parent)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for kode in _KODE.findall(line):
                found.setdefault(kode, {}).setdefault(path, number)
    return found
