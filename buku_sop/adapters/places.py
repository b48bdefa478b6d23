"""Where things lie: the engine's own files, the look, and the data of a handbook."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of `buku_sop`."""
LOOK = next(p for p in (PACKAGE / "tema", PACKAGE.parent / "overrides") if p.is_dir())
"""Templates, styles, scripts and the sheet: installed as `buku_sop.tema`, in a checkout `overrides/`."""
DATA = "sop_data"
"""The folder of the data, from the root of a handbook."""


def bawaan(path: str) -> Path:
    """Find a file or folder of the checkout that the package brings along, by its path there.

    In a wheel folders with a dot before their name lie without it.
    """
    if (brought := PACKAGE / "bawaan").is_dir():
        return brought.joinpath(*(part.removeprefix(".") for part in path.split("/")))
    return PACKAGE.parent / path


def code_files(*patterns: str) -> list[Path]:
    """List the engine's modules that match any of the patterns, sorted: what a cache key must include."""
    return sorted({p for pattern in patterns for p in PACKAGE.glob(pattern)})
