"""Looks the packages of a release up in the lists of known weaknesses, of Python and of npm.

.build/audit/bin/python .ci/audit.py

Run by `make audit`. A list that cannot be reached is said and fails nothing: the network is not the fault of the code.
The exit status is 1 where a weakness is known.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("site", "dev", "node")


def main() -> int:
    """Print what is known, a line each."""
    found = [*python_weaknesses(), *npm_weaknesses()]
    for line in found:
        print(f"LEMAH {line}")
    nothing = "Tidak ada kelemahan yang dikenal pada yang diperiksa."
    print(f"{len(found)} kelemahan dikenal." if found else nothing)
    return 1 if found else 0


def python_weaknesses() -> Iterator[str]:
    """Ask pip-audit about each lock."""
    tool = Path(sys.executable).with_name("pip-audit")
    for name in LOCKS:
        lock = f"requirements/{name}.txt"
        report = _ask([str(tool), "-r", lock, "--require-hashes", "--disable-pip", "-f", "json"])
        if report is None or "dependencies" not in report:
            print(f"{lock}: daftar kelemahan tidak dapat dijangkau, jadi tidak diperiksa.")
            continue
        yield from read_pip_audit(report, lock)


def read_pip_audit(report: dict[str, Any], lock: str) -> Iterator[str]:
    """Read what pip-audit answered; says how many packages it could not look up."""
    unknown = [d["name"] for d in report["dependencies"] if "skip_reason" in d]
    if unknown:
        print(f"{lock}: {len(unknown)} paket tidak ada di daftar, jadi tidak diperiksa.")
    for one in report["dependencies"]:
        for weakness in one.get("vulns", ()):
            mended = ", ".join(weakness.get("fix_versions", ())) or "belum ada"
            yield f"{one['name']} {one['version']}: {weakness['id']}; diperbaiki di {mended}"


def npm_weaknesses() -> Iterator[str]:
    """Ask npm about its lock."""
    report = _ask(["npm", "audit", "--package-lock-only", "--json"])
    if report is None or "vulnerabilities" not in report:
        print("package-lock.json: daftar kelemahan tidak dapat dijangkau, jadi tidak diperiksa.")
        return
    yield from read_npm_audit(report)


def read_npm_audit(report: dict[str, Any]) -> Iterator[str]:
    """Read what npm answered."""
    for name, one in sorted(report["vulnerabilities"].items()):
        own = sorted({v["title"] for v in one["via"] if isinstance(v, dict)})
        through = ", ".join(v for v in one["via"] if isinstance(v, str))
        yield f"{name} {one['range']} ({one['severity']}): {'; '.join(own) or f'melalui {through}'}"


def _ask(command: list[str]) -> dict[str, Any] | None:
    """Return the answer of a tool in JSON; None where it gave none."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


if __name__ == "__main__":
    sys.exit(main())
