"""Texts of a new project, as they are written; words in braces are filled in by whoever reads them here."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent


def baca(nama: str) -> str:
    """Read a text by the name of its file."""
    return (_FOLDER / nama).read_text(encoding="utf-8")
