"""The fonts of the printed sheet: Arimo, from the locked npm packages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from buku_sop.adapters.npm import AssetError

ARIMO = Path("node_modules/@expo-google-fonts/arimo")
BERKAS = ("400Regular/Arimo_400Regular.ttf", "700Bold/Arimo_700Bold.ttf")


def font_files(root: Path) -> tuple[Path, ...]:
    """Return the font files.

    Raises:
        AssetError: They have not been installed.
    """
    berkas = tuple(root / ARIMO / b for b in BERKAS)
    for b in berkas:
        if not b.is_file():
            raise AssetError(
                f"Huruf {b.name} tidak ditemukan.", "Jalankan `npm ci` di folder buku."
            )
    return berkas


@cache
def known_characters(berkas: tuple[Path, ...]) -> frozenset[int]:
    """Return the code points that all of some fonts have."""
    return frozenset.intersection(*(frozenset(_cmap(b)) for b in berkas))


def _cmap(berkas: Path) -> Mapping[int, str]:
    with TTFont(berkas, lazy=True) as font:
        return dict(font.getBestCmap())
