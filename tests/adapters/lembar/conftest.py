"""Prints the made-up corpus and the real SOPs once, with the real templates and fonts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from buku_sop.adapters.lembar.printing import make_books, make_pdfs
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.model import Handbook
from tests.adapters.lembar.corpus import semua
from tests.paths import ROOT, SOP_DATA

SITUS = "https://contoh.example/buku/"


@dataclass(frozen=True)
class Cetakan:
    """A printed handbook."""

    root: Path
    hasil: Hasil
    pdf: Mapping[str, Path]
    buku: Path


def make_book(*argumen: Any, **pilihan: Any) -> Path:
    """Print a book that is one volume."""
    (buku,) = make_books(*argumen, **pilihan)
    return buku


def hasil_dari(handbook: Handbook) -> Hasil:
    """Make an opened handbook of values, without files."""
    return Hasil(handbook, susun_keterkaitan(handbook), (), {}, {})


def _root(root: Path) -> Path:
    (root / "overrides").mkdir(parents=True, exist_ok=True)
    for nama in ("node_modules", "overrides/lembar"):
        if not (root / nama).exists():
            (root / nama).symlink_to(ROOT / nama)
    return root


@pytest.fixture(scope="session")
def buat_root(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Return a function that makes a folder to print in, with the templates and fonts of the project."""
    return lambda: _root(tmp_path_factory.mktemp("cetak"))


def _cetak(root: Path, hasil: Hasil, *argumen: Any, **pilihan: Any) -> Cetakan:
    pdf = make_pdfs(root, hasil, *argumen, **pilihan)
    return Cetakan(root, hasil, pdf, make_book(root, hasil, *argumen, **pilihan))


# In folders of all processes of the run: the first to need the sheets prints them, the others find them printed.


@pytest.fixture(scope="session")
def korpus(bersama: Path) -> Cetakan:
    """Print the corpus."""
    with FileLock(bersama / "cetak-korpus.lock"):
        return _cetak(_root(bersama / "cetak-korpus"), hasil_dari(semua()), situs=SITUS)


@pytest.fixture(scope="session")
def asli(bersama: Path) -> Cetakan:
    """Print the real SOPs on F4."""
    with FileLock(bersama / "cetak-asli.lock"):
        root = _root(bersama / "cetak-asli")
        if not (root / "sop_data").exists():
            (root / "sop_data").symlink_to(SOP_DATA)
        return _cetak(root, open_handbook(root / "sop_data"), "f4", situs="")
