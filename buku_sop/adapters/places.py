"""Where things lie: the engine's own files, the look, and the data of a handbook.

Two places, and never one for the other. The *project* is a handbook: `sop_data/`, `docs/`, `mkdocs.yml`, what is built
from them, and the look that an office gives some of it. The *package* is this program with its own look, its guides
and, where it was installed from a wheel, all that browsers and sheets need. In a checkout both are one folder.
"""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of `buku_sop`."""
LOOK = next(p for p in (PACKAGE / "tema", PACKAGE.parent / "overrides") if p.is_dir())
"""Templates, styles, scripts and the sheet: installed as `buku_sop.tema`, in a checkout `overrides/`."""
MADE = PACKAGE / "aset"
"""What a wheel brings ready, since neither Node nor a network is there: bundles, fonts, the worker shim."""
THEME = SimpleNamespace(__file__=str(LOOK / "mkdocs_theme.yml"))
"""The look as MkDocs finds a theme: by the folder of a file (entry point `mkdocs.themes`)."""
DATA = "sop_data"
"""The folder of the data, from the root of a handbook."""
OWN_LOOK = "overrides"
"""The folder in which an office gives parts of the look another form, from the root of a handbook."""


def bawaan(path: str) -> Path:
    """Find a file or folder of the checkout that the package brings along, by its path there.

    In a wheel folders with a dot before their name lie without it.
    """
    if (brought := PACKAGE / "bawaan").is_dir():
        return brought.joinpath(*(part.removeprefix(".") for part in path.split("/")))
    return PACKAGE.parent / path


def look_folders(root: Path, *parts: str) -> list[Path]:
    """Return the folders of a part of the look that are there: ours, then that of the handbook, which stands before it."""
    own = root / OWN_LOOK
    both = [LOOK] if own.resolve() == LOOK.resolve() else [LOOK, own]
    return [p for p in (look.joinpath(*parts) for look in both) if p.is_dir()]


def look_file(root: Path, *parts: str) -> Path:
    """Find a file of the look: that of the handbook where it has one, else ours."""
    own = (root / OWN_LOOK).joinpath(*parts)
    return own if own.is_file() else LOOK.joinpath(*parts)


def npm_root(root: Path) -> Path:
    """Return the folder whose lock of npm names what browsers and sheets need: that of the handbook, else ours."""
    return root if (root / "package-lock.json").is_file() else PACKAGE.parent


def code_files(*patterns: str) -> list[Path]:
    """List the engine's modules that match any of the patterns, sorted: what a cache key must include."""
    return sorted({p for pattern in patterns for p in PACKAGE.glob(pattern)})
