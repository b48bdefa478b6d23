"""Times `sop periksa` on handbooks of made-up SOPs, beside what no check can do without.

Run `python -m benchmarks.periksa [N ...]`; the sizes are 100 and 1,000 unless given. A row has the time of a whole
check, of saying how the command is used (which starts Python and the command line), and of reading the same files
with PyYAML's C parser alone. Each is a process of its own and the median of five, all taken in the same run, since
only their ratio travels between machines. Processor time is shown as well as time on the clock: on a busy machine
only the former says something about the program.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.made_up import write_handbook

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
READ = """
import sys, yaml
from pathlib import Path
for path in sorted(Path("sop_data").rglob("*.yml")):
    events = yaml.CSafeLoader(path.read_bytes().decode()).get_event
    while events() is not None:
        pass
"""


class Times(NamedTuple):
    """Of one process, in seconds."""

    clock: float
    processor: float


def main(sizes: Sequence[int]) -> None:
    """Print a row for each size."""
    print(f"{'SOP':>6} {'KB':>6} {'check':>15} {'--help':>15} {'parser':>15} {'check/parser':>13}")
    print(f"{'':>6} {'':>6}" + f" {'clock':>7} {'proc.':>7}" * 3)
    for jumlah in sizes:
        with tempfile.TemporaryDirectory() as sementara:
            _row(Path(sementara), jumlah)


def _row(folder: Path, jumlah: int) -> None:
    write_handbook(folder / "sop_data", jumlah)
    besar = sum(p.stat().st_size for p in folder.rglob("*.yml")) // 1024
    sop = [sys.executable, "-m", "buku_sop", "periksa"]
    check, start, parser = _medians(folder, [sop, [*sop, "--help"], [sys.executable, "-c", READ]])
    waktu = "".join(f" {t.clock:6.2f}s {t.processor:6.2f}s" for t in (check, start, parser))
    print(f"{jumlah:6} {besar:6}{waktu} {check.processor / parser.processor:13.2f}")


def _medians(folder: Path, commands: Sequence[Sequence[str]]) -> list[Times]:
    """Run the commands in turn, several times, and return the median of each. The first round warms up."""
    rounds = [[_time(folder, c) for c in commands] for _ in range(RUNS + 1)][1:]
    return [
        Times(*(statistics.median(values) for values in zip(*one, strict=True)))
        for one in zip(*rounds, strict=True)
    ]


def _time(folder: Path, command: Sequence[str]) -> Times:
    """Run a command. Raises when it fails."""
    before = os.times()
    mulai = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    after = os.times()
    processor = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return Times(time.perf_counter() - mulai, processor)


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [100, 1000])
