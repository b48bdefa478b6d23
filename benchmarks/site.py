"""Times the build of a handbook without sheets, beside plain Material with as many empty pages, and beside a smaller one.

Run `python -m benchmarks.site [N ...]`; the size is 1,000 unless given, and a row for each further size compares it
with the first. All builds are processes of their own in one run.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.made_up import write_handbook
from benchmarks.process import Cost, cost

ROOT = Path(__file__).resolve().parent.parent
LINKED = ("docs", "macros", "buku_sop", "overrides", "node_modules")
COPIED = ("mkdocs.yml", "package.json", "package-lock.json")
PLAIN = """site_name: Polos
theme: {name: material, language: id, font: false, features: [navigation.prune, navigation.tabs]}
plugins: [search]
"""
BUILD = [sys.executable, "-m", "mkdocs", "build", "-q"]
OURS = {"SOP_PDF": "false", "SOP_PENYUNTING": "false", "PYTHONPATH": str(ROOT)}


def measure(sizes: Sequence[int] = (1000,), *, floor: bool = True) -> list[dict[str, Any]]:
    """Return the rows: the first size beside empty pages, the others beside the first."""
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        first, *others = ((n, *_build(Path(folder), n)) for n in sizes)
        size, ours, pages = first
        if floor:
            plain = _floor(Path(folder), size, pages)
            rows.append(
                _row(f"full build, {size:,} SOPs, no sheets", f"{pages:,} empty pages of Material", ours, plain, 2.5)
            )  # fmt: skip
        for bigger, much, _ in others:
            what, beside = f"full build, {bigger:,} SOPs, no sheets", f"{size:,}"
            share = bigger / size
            rows.append(_row(what, beside, much, ours, round(1.04 * share, 1)))
            memory = {"value": round(much.memory / ours.memory, 2), "target": round(0.7 * share, 1)}
            seen = f"{much.memory:.0f} MB beside {ours.memory:.0f} MB"
            rows.append(
                {"what": f"memory, {bigger:,} SOPs", "beside": beside, "unit": "×", "seen": seen}
                | memory
            )
    return rows


def _row(what: str, beside: str, ours: Cost, theirs: Cost, target: float) -> dict[str, Any]:
    """Compare the processor time of two builds."""
    return {
        "what": what,
        "beside": beside,
        "value": round(ours.processor / theirs.processor, 2),
        "unit": "×",
        "target": target,
        "seen": f"{ours.processor:.1f} s of processors ({ours.clock:.1f} s on the clock, {ours.memory:.0f} MB) beside "
        f"{theirs.processor:.1f} s ({theirs.clock:.1f} s, {theirs.memory:.0f} MB)",
    }  # fmt: skip


def project(folder: Path, count: int) -> Path:
    """Write a handbook of made-up SOPs that is built by the program of this clone, and return its folder."""
    book = folder / f"buku-{count}"
    book.mkdir()
    for name in LINKED:
        (book / name).symlink_to(ROOT / name)
    for name in COPIED:
        shutil.copy(ROOT / name, book / name)
    if (ROOT / ".build" / "bundel").is_dir():  # what any second build has
        shutil.copytree(ROOT / ".build" / "bundel", book / ".build" / "bundel")
    write_handbook(book / "sop_data", count)
    return book


def _build(folder: Path, count: int) -> tuple[Cost, int]:
    """Build a handbook of made-up SOPs once; returns what it cost, and its pages."""
    book = project(folder, count)
    return cost(BUILD, book, OURS), sum(1 for _ in (book / "site").rglob("index.html"))


def _floor(folder: Path, count: int, pages: int) -> Cost:
    """Build as many empty pages, in the same folders, with plain Material."""
    site, plain = folder / f"buku-{count}" / "site", folder / "polos"
    (plain / "docs").mkdir(parents=True)
    (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    for i, page in enumerate(sorted(site.rglob("index.html"))[:pages]):
        path = plain / "docs" / page.relative_to(site).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# Halaman {i}\n", encoding="utf-8")
    return cost(BUILD, plain)


if __name__ == "__main__":
    for row in measure([int(a) for a in sys.argv[1:]] or [1000]):
        print(f"{row['what']}: {row['value']} × of {row['beside']} ({row['seen']})")
