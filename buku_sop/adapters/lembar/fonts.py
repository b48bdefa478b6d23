"""The fonts of the printed sheet: Arimo, and others for scripts that it lacks, from the locked npm packages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from buku_sop.adapters.npm import AssetError
from buku_sop.adapters.places import DATA, MADE, npm_root
from buku_sop.loading.aksara import aksara_huruf, huruf_kantor

PAKET = Path("node_modules/@expo-google-fonts")
BERKAS = (
    "arimo/400Regular/Arimo_400Regular.ttf",
    "arimo/700Bold/Arimo_700Bold.ttf",
    "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
    "ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf",
    "noto-sans-javanese/400Regular/NotoSansJavanese_400Regular.ttf",
    "noto-sans-javanese/700Bold/NotoSansJavanese_700Bold.ttf",
)
"""Regular and bold of each family, in the order in which a character is looked for."""


def font_files(root: Path) -> tuple[Path, ...]:
    """Return the font files: ours, then those that the office added.

    Raises:
        AssetError: They have not been installed.
    """
    berkas = tuple(_folder(root) / b for b in BERKAS)
    for b in berkas:
        if not b.is_file():
            raise AssetError(
                f"Huruf {b.name} tidak ditemukan.",
                f"Jalankan `npm ci` di folder {npm_root(root).as_posix()}.",
            )
    return (*berkas, *_terpakai(huruf_kantor(root / DATA)))


def _folder(root: Path) -> Path:
    """Return where our fonts lie: beside a wheel's engine; else where npm has put them for the handbook or for us."""
    ready = MADE / "huruf"
    return ready if ready.is_dir() else npm_root(root) / PAKET


def _terpakai(berkas: list[Path]) -> list[Path]:
    """Return the fonts that the compiler can use: the others would stop a sheet that needs them."""
    if not berkas:
        return []
    dimuat = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=sorted({str(b.parent) for b in berkas}),
    )
    bisa = {Path(f.path) for f in dimuat.fonts() if f.path}
    return [b for b in berkas if b in bisa and aksara_huruf(b)]


@cache
def known_characters(berkas: tuple[Path, ...]) -> frozenset[int]:
    """Return the code points that can be set: those that all files of a family have."""
    keluarga: dict[str, list[frozenset[int]]] = {}
    for b in berkas:
        keluarga.setdefault(_keluarga(b), []).append(frozenset(_cmap(b)))
    return frozenset().union(*(frozenset.intersection(*semua) for semua in keluarga.values()))


def families(berkas: tuple[Path, ...]) -> list[str]:
    """Return the names of the families, in the order of their files."""
    return list(dict.fromkeys(map(_keluarga, berkas)))


@cache
def _keluarga(berkas: Path) -> str:
    with TTFont(berkas, lazy=True) as font:
        return str(font["name"].getBestFamilyName() or berkas.stem)


def _cmap(berkas: Path) -> Mapping[int, str]:
    with TTFont(berkas, lazy=True) as font:
        return dict(font.getBestCmap() or {})
