"""What belongs to the data: one rule for whoever reads the folder, and for whoever lays a proposal out to be read.

Hidden files belong to nobody. Links are never followed: what they lead to differs from machine to machine, is text on
Windows, and may lie anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

TAUTAN = "ini pintasan (tautan simbolis); simpan berkas atau foldernya sendiri di tempat ini"
"""Why a link is not read, as the end of a sentence."""


def tersembunyi(nama: str) -> bool:
    """Whether a file or folder of this name is not looked at."""
    return nama.startswith((".", "_"))


def termasuk(bagian: Iterable[str]) -> bool:
    """Whether a path, by its parts below the data's folder, is looked at."""
    return not any(map(tersembunyi, bagian))


def berkas_biasa(path: Path) -> bool:
    """Whether a file is there that is no link."""
    return path.is_file() and not path.is_symlink()
