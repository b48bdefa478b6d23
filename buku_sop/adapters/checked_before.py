"""What was found in a handbook, told again as long as nothing that a check reads has changed.

A check that finds everything as it was needs neither the model nor the checks, and does not load them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from buku_sop.adapters.kept import Kept
from buku_sop.adapters.unchanged import read_by_a_check
from buku_sop.diagnostics import Diagnostic
from buku_sop.loading.isi_data import SETELAN
from buku_sop.loading.plain_values import from_json, to_json

_KIND = "semua temuan"
_CHANGING = "SOP-B023"
"""Told of a signed copy also where reading it took too long, which says nothing about the file."""


@dataclass(frozen=True, slots=True)
class Found:
    """All findings of a handbook."""

    diagnostics: tuple[Diagnostic, ...]
    """Sorted by place."""
    dibaca: tuple[str, ...]
    """The files of all SOPs, also of those that could not be read."""


def found(data: Path, find: Callable[[], Found]) -> Found:
    """Return what is wrong with a handbook; `find` looks for it, unless it is known. `data` is the folder of its data."""
    root = data.parent
    if not (root / SETELAN).is_file():
        return find()
    before = read_by_a_check(root)
    if before is None:
        return find()
    kept = Kept(root)
    key = kept.key(_KIND, data.name, before)
    try:
        if known := _read(kept.get(_KIND, key)):
            return known
    finally:
        kept.close()
    fresh = find()
    if all(d.kode != _CHANGING for d in fresh.diagnostics) and read_by_a_check(root) == before:
        _keep(root, key, fresh)
    return fresh


def _read(data: bytes | None) -> Found | None:
    try:
        return from_json(data, Found) if data else None
    except (ValueError, TypeError, LookupError):
        return None


def _keep(root: Path, key: bytes, fresh: Found) -> None:
    if data := to_json(fresh, Found):
        kept = Kept(root)
        kept.put(_KIND, key, data)
        kept.close()
