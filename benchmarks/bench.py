"""Everything that is measured of the speed of this project, as one table and as JSON.

Run `make bench`, or `python -m benchmarks.bench [--sop N] [--json FILE] [PART ...]`; ARGS="periksa penuh" takes some parts
only, `--sop` another number than 1,000 (ratios hold from about 300 on; a fixed start counts for more in small ones).
"before" is the state of 2026-11-28 at 1,000, by the same ways of measuring.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

Row = dict[str, Any]
"""`what`, `beside`, `value`, `unit`, `target` (a number is an upper bound; a text says it itself), and perhaps `seen`."""

BEFORE: Mapping[str, str] = {
    "penuh": "5.8 ×",
    "besar": "6.3 ×",
    "periksa": "4.6 ×",
    "inti": "1.0 ×",
    "sajikan": "1.0 ×",
}
"""Of the first row of a part."""


def _part(module: str, how: Callable[[int], Mapping[str, Any]]) -> Callable[[int], list[Row]]:
    def measure(count: int) -> list[Row]:
        rows: list[Row] = import_module(f"benchmarks.{module}").measure(**how(count))
        return rows

    return measure


PARTS: Mapping[str, Callable[[int], list[Row]]] = {
    "periksa": _part("periksa", lambda n: {"count": n}),
    "penuh": _part("site", lambda n: {"sizes": (n,)}),
    "inti": _part("inti", lambda n: {"jumlah": n}),
    "sajikan": _part("sajikan", lambda n: {"size": n}),
    "lembar": _part("lembar", lambda n: {"buku": n}),
    "rujukan": _part("rujukan", lambda n: {"sops": n}),
    "besar": _part("site", lambda n: {"sizes": (n, 5 * n), "floor": False}),
}
"""The largest last, so that the others are there when it is stopped."""


def machine() -> Mapping[str, str]:
    """Describe where it is measured."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        names = (x for x in info.read_text(encoding="utf-8").splitlines() if "model name" in x)
        cpu = next(names, cpu).partition(":")[2].strip() or cpu
    return {
        "processor": cpu,
        "cores": str(os.cpu_count() or 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "day": date.today().isoformat(),  # noqa: DTZ011
    }


def run(parts: list[str], count: int) -> Iterator[tuple[str, Row]]:
    """Measure parts, and yield their rows as they come."""
    for part in parts:
        for n, row in enumerate(PARTS[part](count)):
            yield part, {"before": BEFORE.get(part, "") if n == 0 else "", **row}


def _show(row: Row) -> str:
    now = "-" if row["value"] is None else f"{row['value']:,} {row['unit']}"
    target = row.get("target")
    if isinstance(target, int | float):
        target = f"≤ {target:,}"
    return f"{row['what']:44} {row['beside']:34} {row['before']:>10} {target or '':>10} {now:>12}"


def main() -> None:
    """Print the table, and write it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--sop", type=int, default=1000, metavar="N", help="how many SOPs")
    parser.add_argument("--json", type=Path, default=Path(".build/bench.json"))
    chosen = parser.parse_args()
    if unknown := [p for p in chosen.parts if p not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)} (there are {', '.join(PARTS)})")
    here = machine()
    print(", ".join(f"{k} {v}" for k, v in here.items()))
    print(f"{'what':44} {'beside':34} {'before':>10} {'target':>10} {'now':>12}")
    rows: list[Row] = []
    for part, row in run(chosen.parts or list(PARTS), chosen.sop):
        rows.append({"part": part, **row})
        print(_show(row), f"   {row['seen']}" if row.get("seen") else "", flush=True)
        chosen.json.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"machine": here, "rows": rows}, indent=1, ensure_ascii=False)
        chosen.json.write_text(text + "\n", encoding="utf-8")
    print(f"also in {chosen.json}", file=sys.stderr)


if __name__ == "__main__":
    main()
