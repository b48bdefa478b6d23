"""Since which version each code exists. At a release, its new codes are listed here under its number."""

from __future__ import annotations

from collections.abc import Mapping

RILIS: Mapping[str, frozenset[str]] = {}
"""Codes by the version that brought them: a version for each one that `CHANGELOG.md` heads, even without codes."""


def sejak(kode: str) -> str:
    """Name the version that brought a code; empty as long as none has been released with it."""
    return next((versi for versi, baru in RILIS.items() if kode in baru), "")
