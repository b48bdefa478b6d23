"""A real repository with the handbook's code in it, and branches with proposals."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.adapters.git.test_repository import git
from tests.paths import ROOT
from tests.site.buku import environment, make_project, write
from tests.warm import run_module

TAMU = """\
nama: Penerimaan Tamu
nomor: 07/SOP/I/2026/Contoh
status: berlaku
tanggal_pembuatan: 2026-01-05
tanggal_efektif: 2026-02-01
disahkan_oleh: {jabatan: Kepala Kantor, nama: Pejabat Contoh}
pelaksana: {kepala: Kepala Kantor, staf: Staf}
langkah:
  - {kegiatan: Mencatat tamu, pelaksana: staf, waktu: 120 menit, kelengkapan: Buku tamu, output: Catatan}
  - {kegiatan: Menemui tamu, pelaksana: kepala, waktu: 1 jam, kelengkapan: Catatan, output: Kesepakatan}
"""
ARSIP = TAMU.replace("Tamu", "Surat").replace("07/", "08/")
DATA = {
    "kantor-contoh/instansi.yml": "nama: Kantor Contoh\n",
    "kantor-contoh/penerimaan-tamu.yml": TAMU,
    "kantor-contoh/penerimaan-surat.yml": ARSIP,
}
BERKAS_TAMU = "sop_data/kantor-contoh/penerimaan-tamu.yml"


def buat_gudang(folder: Path) -> Path:
    """Make a repository as an office has it, on `main`."""
    make_project(folder, DATA)
    shutil.copy(ROOT / ".gitignore", folder)
    git(folder, "init", "-q", "-b", "main")
    return simpan(folder)


def simpan(folder: Path) -> Path:
    """Commit all that lies in the work tree."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Perubahan", "--allow-empty")
    return folder


def usulkan(folder: Path, cabang: str, berkas: dict[str, str], *, dari: str = "main") -> None:
    """Commit files to a new branch, and leave the work tree on `main`."""
    git(folder, "switch", "-qc", cabang, dari)
    write(folder, berkas)
    simpan(folder)
    git(folder, "switch", "-q", "main")


MKDOCS = """
import sys
from pathlib import Path
data = sorted(Path("sop_data").rglob("*.yml"))
text = "situs" + "".join(p.read_text(encoding="utf-8") for p in data)
(Path(sys.argv[sys.argv.index("--site-dir") + 1]) / "index.html").write_text(text, encoding="utf-8")
"""
"""Its site is one page with all data that it was given."""


SISANYA = "from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)\n"
"""All other modules of MkDocs are its own."""


def tanpa_situs(folder: Path) -> dict[str, str]:
    """Return the variables with which MkDocs is played by a small program: for what is not about the site."""
    (folder / "mkdocs").mkdir(parents=True)
    (folder / "mkdocs" / "__init__.py").write_text(SISANYA, encoding="utf-8")
    (folder / "mkdocs" / "__main__.py").write_text(MKDOCS, encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])}


def pratinjau(
    folder: Path, usulan: str, *argumen: str, dasar: str = "main", **variabel: str
) -> subprocess.CompletedProcess[str]:
    """Run the command as CI does; what it makes lies in `hasil` beside the repository."""
    env = environment(GIT_CONFIG_GLOBAL=os.devnull, **variabel)
    semua = [usulan, "--dasar", dasar, "-o", str(folder.parent / "hasil"), *argumen]
    return run_module("buku_sop", "pratinjau", *semua, cwd=folder, env=env)
