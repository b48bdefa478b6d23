"""The import contract of pyproject.toml holds, and would notice a breach."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT

CONFIG = ROOT / "pyproject.toml"
LAYERS = (
    "adapters", "sunting", "handbook", "views", "layout", "analysis", "loading", "model", "diagnostics",
)  # fmt: skip


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the package `buku_sop` that lies in `folder` against the contract of the project."""
    program = "import sys; from importlinter.cli import lint_imports_command as c; c(sys.argv[1:])"
    return subprocess.run(
        [sys.executable, "-c", program, "--config", str(CONFIG), "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture
def made_up_package(tmp_path: Path) -> Path:
    """Make a package `buku_sop` with every layer and no import at all."""
    for layer in LAYERS:
        (tmp_path / "buku_sop" / layer).mkdir(parents=True)
        (tmp_path / "buku_sop" / layer / "__init__.py").touch()
    for feature in (
        *("views/sop", "views/waktu", "views/alur", "adapters/cli", "adapters/situs"),
        *("analysis/dokumen", "analysis/keterkaitan", "analysis/kata", "analysis/checks"),
    ):
        (tmp_path / "buku_sop" / feature).mkdir()
        (tmp_path / "buku_sop" / feature / "__init__.py").touch()
    (tmp_path / "buku_sop" / "__init__.py").touch()
    return tmp_path


def test_the_project_keeps_the_contract() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_package_without_imports_keeps_the_contract(made_up_package: Path) -> None:
    result = lint_imports(made_up_package)
    assert result.returncode == 0, result.stdout + result.stderr


def test_adapters_and_the_command_may_touch_the_world(made_up_package: Path) -> None:
    package = made_up_package / "buku_sop"
    (package / "adapters" / "__init__.py").write_text("import mkdocs\n", encoding="utf-8")
    (package / "adapters" / "cli" / "__init__.py").write_text(
        "import click, subprocess\n", encoding="utf-8"
    )
    (package / "__main__.py").write_text("import buku_sop.adapters.cli\n", encoding="utf-8")
    result = lint_imports(made_up_package)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("layer", "statement", "broken"),
    [
        ("diagnostics", "import buku_sop.model", "Each layer knows only the layers below it"),
        ("model", "import buku_sop.loading", "Each layer knows only the layers below it"),
        ("analysis", "from buku_sop import layout", "Each layer knows only the layers below it"),
        ("views", "import buku_sop.handbook", "Each layer knows only the layers below it"),
        ("sunting", "import buku_sop.adapters", "Each layer knows only the layers below it"),
        ("handbook", "import buku_sop.sunting", "Each layer knows only the layers below it"),
        ("handbook", "import buku_sop.adapters", "Each layer knows only the layers below it"),
        ("handbook", "import mkdocs.config", "Only adapters touch the world"),
        ("loading", "import subprocess", "Only adapters touch the world"),
        ("views", "def f():\n    import typst", "Only adapters touch the world"),
        ("layout", "from mkdocs_macros import plugin", "Only adapters touch the world"),
        ("diagnostics", "import rich.console", "Only adapters touch the world"),
        ("analysis", "import git", "Only adapters touch the world"),
        ("model", "import yaml", "Only loading knows that the data is YAML"),
        ("views", "from yaml import dump", "Only loading knows that the data is YAML"),
        ("analysis", "import ruamel.yaml", "Only loading knows that the data is YAML"),
        ("views/dasar", "import buku_sop.views.sop", "The features of views stand in an order"),
        ("views/alur", "import buku_sop.views.waktu", "The features of views stand in an order"),
        ("adapters/git", "import buku_sop.adapters.cli", "The features of adapters stand in"),
        ("adapters/cli", "import buku_sop.adapters.situs", "The features of adapters stand in"),
        ("analysis/dokumen", "import buku_sop.analysis.keterkaitan", "The features of analysis"),
        ("analysis/kata", "from buku_sop.analysis import checks", "The features of analysis stand"),
        ("unlisted", "", "Each layer knows only the layers below it"),
    ],
)
def test_a_breach_is_noticed(
    made_up_package: Path, layer: str, statement: str, broken: str
) -> None:
    folder = made_up_package / "buku_sop" / layer
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").write_text(f"{statement}\n", encoding="utf-8")

    result = lint_imports(made_up_package)

    assert result.returncode == 1, result.stdout + result.stderr
    verdicts = [line for line in result.stdout.splitlines() if "BROKEN" in line]
    assert len(verdicts) == 1
    assert verdicts[0].startswith(broken)
