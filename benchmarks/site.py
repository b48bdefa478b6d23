"""Times the build of a handbook beside that of plain Material with the same number of pages.

Run `python -m benchmarks.site [N ...]`; the sizes are 100 and 1,000 unless given. Each build is a process of
its own, and both kinds are built in the same run, since only their ratio travels between machines. The printed sheets
are left out, since plain Material has none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.made_up import write_handbook

ROOT = Path(__file__).resolve().parent.parent
PLAIN = """site_name: Polos
theme: {name: material, language: id, font: false, features: [navigation.prune, navigation.tabs]}
plugins: [search]
"""


def main(sizes: list[int]) -> None:
    """Print a row for each size."""
    print(f"{'SOP':>6} {'pages':>6} {'check':>8} {'handbook':>10} {'plain':>8} {'ratio':>6}")
    for jumlah in sizes:
        with tempfile.TemporaryDirectory() as sementara:
            _row(Path(sementara), jumlah)


def _row(folder: Path, jumlah: int) -> None:
    buku = folder / "buku"
    for nama in ("docs", "macros", "buku_sop", "overrides", "node_modules"):
        (buku / nama).parent.mkdir(exist_ok=True)
        (buku / nama).symlink_to(ROOT / nama)
    for nama in ("mkdocs.yml", "package.json", "package-lock.json"):
        shutil.copy(ROOT / nama, buku / nama)
    write_handbook(buku / "sop_data", jumlah)
    periksa = build_time([sys.executable, "-m", "buku_sop", "periksa"], buku)
    lama = build_time([sys.executable, "-m", "mkdocs", "build", "-q"], buku)
    halaman = len(list((buku / "site").rglob("index.html")))
    polos = folder / "polos"
    _write_plain(polos, buku / "site", halaman)
    dasar = build_time([sys.executable, "-m", "mkdocs", "build", "-q"], polos)
    print(f"{jumlah:6} {halaman:6} {periksa:7.1f}s {lama:9.1f}s {dasar:7.1f}s {lama / dasar:6.2f}")


def _write_plain(polos: Path, site: Path, halaman: int) -> None:
    """Write as many Markdown pages, in as many folders, as the handbook has."""
    (polos / "docs").mkdir(parents=True)
    (polos / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    for i, page in enumerate(sorted(site.rglob("index.html"))[:halaman]):
        path = polos / "docs" / page.relative_to(site).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        baris = "\n".join(f"| {n} | Menyusun laporan rekaan {i} | 1 hari |" for n in range(10))
        path.write_text(
            f"# Halaman {i}\n\n| No | Kegiatan | Waktu |\n| - | - | - |\n{baris}\n",
            encoding="utf-8",
        )


def build_time(command: list[str], folder: Path) -> float:
    """Run a command and return its wall time in seconds. Raises when it fails."""
    mulai = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOP_PDF": "false"},
    )
    return time.perf_counter() - mulai


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [100, 1000])
