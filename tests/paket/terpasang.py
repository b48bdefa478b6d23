"""The program as an office has it: the wheel in an environment of its own, a folder with little in it, no Node, no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.paths import ROOT
from tests.site.buku import write

SETELAN = """\
site_name: SOP Dinas Rekaan
site_url: !ENV [SOP_SITE_URL, ""]
theme:
  name: material
plugins:
  - search
  - buku-sop
strict: true
"""
TOOLS = "alat"
"""The folder of an environment with git and nothing else."""
NO_NETWORK = ("unshare", "--net", "--map-root-user")


@dataclass(frozen=True)
class Terpasang:
    """An environment in which the wheel is installed."""

    wheel: Path
    folder: Path

    def run(
        self, project: Path, *command: str, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment in a project, where Node is not found and, if the system can, no host is."""
        own = {k: v for k, v in os.environ.items() if not k.startswith(("SOP_", "PYTHON"))}
        path = os.pathsep.join((str(self.folder / "bin"), str(self.folder / TOOLS)))
        return subprocess.run(
            [*_without_network(), *command],
            cwd=project,
            env={**own, "PATH": path, "NO_MKDOCS_2_WARNING": "1", "SOP_PDF": "false", **variables},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


def _without_network() -> tuple[str, ...]:
    found = shutil.which(NO_NETWORK[0])
    command = (str(found), *NO_NETWORK[1:])
    works = found and not subprocess.run([*command, "true"], capture_output=True).returncode
    return command if works else ()


def make_wheel(folder: Path) -> Path:
    """Make the wheel as `make wheel` does."""
    result = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "roda.py"), str(folder), "--tanpa-mesin"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Terpasang:
    """Install the wheel beside the packages of the tests, which are those of `requirements/`."""
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    site = next(folder.glob("lib/python*/site-packages"))
    (site / "lain.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], cwd=folder, check=True)
    (folder / TOOLS).mkdir()
    (folder / TOOLS / "git").symlink_to(str(shutil.which("git")))
    return Terpasang(wheel, folder)


def make_office(folder: Path, data: Mapping[str, str], files: Mapping[str, str]) -> Path:
    """Write a project as an office has it: settings, data, and whatever else in `files`."""
    write(folder, {"mkdocs.yml": SETELAN, **files})
    write(folder / "sop_data", data)
    (folder / "docs").mkdir(exist_ok=True)
    return folder
