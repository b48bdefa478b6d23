"""A folder to export in, with the templates and fonts of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.paths import ROOT


@pytest.fixture(scope="session")
def root_cetak(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with what measuring a sheet needs."""
    root = tmp_path_factory.mktemp("ekspor")
    (root / "overrides").mkdir()
    for nama in ("node_modules", "overrides/lembar"):
        (root / nama).symlink_to(ROOT / nama)
    return root
