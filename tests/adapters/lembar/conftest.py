"""Prints the made-up corpus and the real SOPs once, with the real templates and fonts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

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


@pytest.fixture(scope="session")
def buat_root(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Return a function that makes a folder to print in, with the templates and fonts of the project."""

    def buat() -> Path:
        root = tmp_path_factory.mktemp("cetak")
        (root / "overrides").mkdir()
        for nama in ("node_modules", "overrides/lembar"):
            (root / nama).symlink_to(ROOT / nama)
        return root

    return buat


@pytest.fixture(scope="session")
def korpus(buat_root: Callable[[], Path]) -> Cetakan:
    """Print the corpus."""
    root, hasil = buat_root(), hasil_dari(semua())
    pdf = make_pdfs(root, hasil, situs=SITUS)
    return Cetakan(root, hasil, pdf, make_book(root, hasil, situs=SITUS))


@pytest.fixture(scope="session")
def asli(buat_root: Callable[[], Path]) -> Cetakan:
    """Print the real SOPs on F4."""
    root = buat_root()
    (root / "sop_data").symlink_to(SOP_DATA)
    hasil = open_handbook(root / "sop_data")
    pdf = make_pdfs(root, hasil, "f4", situs="")
    return Cetakan(root, hasil, pdf, make_book(root, hasil, "f4", situs=""))
