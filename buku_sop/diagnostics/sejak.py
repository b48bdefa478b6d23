"""Since which version each code exists. At a release, its new codes are listed here under its number."""

from __future__ import annotations

from collections.abc import Mapping

_KLON = {
    "A": (
        *range(1, 23),
        *range(25, 27),
    ),
    "B": (
        *range(1, 15),
        *range(20, 24),
        *range(30, 34),
    ),
    "I": (
        *range(1, 17),
        *range(20, 24),
        30,
    ),
    "K": (*range(1, 8),),
    "L": (*range(1, 3),),
    "M": (*range(1, 9),),
    "P": (
        *range(1, 5),
        *range(10, 13),
    ),
    "R": (*range(1, 8),),
    "S": (
        *range(1, 12),
        *range(20, 24),
    ),
    "Y": (*range(1, 12),),
}
"""Numbers of the codes of the clone, by the letter of their kind."""

RILIS: Mapping[str, frozenset[str]] = {
    "0.1.0": frozenset(f"SOP-{huruf}{n:03}" for huruf, semua in _KLON.items() for n in semua),
}
"""Codes by the version that brought them: a version for each one that `CHANGELOG.md` heads, even without codes."""


def sejak(kode: str) -> str:
    """Name the version that brought a code; empty as long as none has been released with it."""
    return next((versi for versi, baru in RILIS.items() if kode in baru), "")
