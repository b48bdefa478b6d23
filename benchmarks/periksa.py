"""Times `sop periksa` on a handbook of made-up SOPs, beside composing the same YAML with PyYAML's C parser.

It is timed again with nothing changed, where what was found is told again, with one SOP changed, where what the others gave is kept,
and from nothing, where all is read and checked.
Run `python -m benchmarks.periksa [N ...]`; the size is 1,000 unless given. Each is a process of its own and the median
of some, taken in turn in one run, since only their ratio travels between machines.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from benchmarks.made_up import write_handbook
from benchmarks.process import Cost, cost
from buku_sop.adapters.kept import KEEP_NOTHING

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
ULANG = {KEEP_NOTHING: "1"}
CHECK = [sys.executable, "-m", "buku_sop", "periksa"]
COMPOSE = """
import yaml
from pathlib import Path
for path in sorted(Path("sop_data").rglob("*.yml")):
    yaml.compose(path.read_bytes().decode(), Loader=yaml.CSafeLoader)
"""


def measure(count: int = 1000) -> list[dict[str, Any]]:
    """Return the row of one size."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        book = Path(folder)
        write_handbook(book / "sop_data", count)
        (book / "mkdocs.yml").write_text("site_name: Buku\n", encoding="utf-8")
        compose = [sys.executable, "-c", COMPOSE]
        rounds = []
        for n in range(RUNS + 1):
            again, anew, composed = (
                _time(book, CHECK), _time(book, CHECK, ULANG), _time(book, compose)
            )  # fmt: skip
            _change(book, n)
            rounds.append([again, _time(book, CHECK), anew, composed])
        del rounds[0]  # it warms up
    again, changed, anew, composed = (
        Cost(*map(statistics.median, zip(*one, strict=True))) for one in zip(*rounds, strict=True)
    )
    return [
        _row(f"periksa again, {count:,} SOPs", again, composed),
        _row(f"periksa, one SOP changed, {count:,} SOPs", changed, composed),
        _row(f"periksa from nothing, {count:,} SOPs", anew, composed),
    ]


def _change(book: Path, n: int) -> None:
    """Write one activity of one SOP otherwise."""
    path = max((book / "sop_data").rglob("sop-*.yml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kegiatan: ", f"kegiatan: Sungguh {n} ", 1), encoding="utf-8")


def _row(what: str, check: Cost, compose: Cost) -> dict[str, Any]:
    return {
            "what": what,
            "beside": "composing their YAML",
            "value": round(check.processor / compose.processor, 2),
            "unit": "×",
            "target": 2.0,
            "seen": f"{check.processor:.2f} s of processors ({check.clock:.2f} s on the clock) beside "
            f"{compose.processor:.2f} s",
    }  # fmt: skip


def _time(
    folder: Path, command: list[str], variables: Mapping[str, str] = MappingProxyType({})
) -> Cost:
    return cost(command, folder, {"PYTHONPATH": str(ROOT), **variables})


if __name__ == "__main__":
    for size in [int(a) for a in sys.argv[1:]] or [1000]:
        for row in measure(size):
            print(f"{row['what']}: {row['value']} × of {row['beside']} ({row['seen']})")
