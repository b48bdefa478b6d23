"""One wheel for all tests, and one project of an office that has something of its own everywhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from tests.paket.terpasang import SETELAN, Terpasang, install, make_office, make_wheel
from tests.site.buku import CONTOH

MILIK_KANTOR = {
    "mkdocs.yml": SETELAN.replace(
        "  name: material\n", "  name: material\n  features: [content.code.copy, -navigation.top]\n"
    )
    + "extra_css: [kantor.css]\n",
    "docs/tentang.md": "---\nrender_macros: true\n---\n# Tentang kami\n\n{{ salam() }}\n\n{{ daftar_sop() }}\n",
    "docs/aturan/cuti.md": "# Aturan cuti\n\nBerlaku bagi semua.\n",
    "docs/kantor.css": ":root { --kantor: #123456 }\n",
    "main.py": "def define_env(env):\n    env.macro(lambda: 'Salam dari Dinas Rekaan', 'salam')\n",
    "overrides/main.html": '{% extends "base.html" %}\n{% block announce %}Kantor tutup Jumat{% endblock %}\n',
    "overrides/templat/beranda/perlu_ditinjau.html": "<p>Tinjauan diumumkan di apel.</p>\n",
}


@pytest.fixture(scope="session")
def terpasang(bersama: Path) -> Terpasang:
    """Make the wheel and install it, once for all processes of this run."""
    folder = bersama / "paket"
    with FileLock(f"{folder}.lock"):
        if not (folder / "siap").exists():
            shutil.rmtree(folder, ignore_errors=True)
            install(make_wheel(folder / "dist"), folder / "venv")
            (folder / "siap").touch()
    (wheel,) = (folder / "dist").glob("*.whl")
    return Terpasang(wheel, folder / "venv")


@pytest.fixture(scope="session")
def kantor(terpasang: Terpasang, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project of an office that has something of its own everywhere."""
    project = make_office(tmp_path_factory.mktemp("kantor"), CONTOH, MILIK_KANTOR)
    result = terpasang.run(project, "python", "-m", "mkdocs", "build", "--quiet")
    assert result.returncode == 0, result.stderr
    return project
