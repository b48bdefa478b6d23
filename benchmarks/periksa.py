"""Times `sop periksa` on a handbook of made-up SOPs, beside composing the same YAML with PyYAML's C parser.

Run `python -m benchmarks.periksa [N ...]`; the size is 1,000 unless given. Each is a process of its own and the median
of some, taken in turn in one run, since only their ratio travels between machines.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.made_up import write_handbook
from benchmarks.process import Cost, cost

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
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
        write_handbook(Path(folder) / "sop_data", count)
        rounds = [
            [_time(Path(folder), c) for c in (CHECK, [sys.executable, "-c", COMPOSE])]
            for _ in range(RUNS + 1)
        ][1:]  # the first warms up
    check, compose = (
        Cost(*map(statistics.median, zip(*one, strict=True))) for one in zip(*rounds, strict=True)
    )
    return [
        {
            "what": f"periksa, {count:,} SOPs",
            "beside": "composing their YAML",
            "value": round(check.processor / compose.processor, 2),
            "unit": "×",
            "target": 2.0,
            "seen": f"{check.processor:.2f} s of processors ({check.clock:.2f} s on the clock) beside "
            f"{compose.processor:.2f} s",
        }
    ]  # fmt: skip


def _time(folder: Path, command: list[str]) -> Cost:
    return cost(command, folder, {"PYTHONPATH": str(ROOT)})


if __name__ == "__main__":
    for size in [int(a) for a in sys.argv[1:]] or [1000]:
        for row in measure(size):
            print(f"{row['what']}: {row['value']} × of {row['beside']} ({row['seen']})")
