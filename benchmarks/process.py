"""What a command costs: its time on the clock and on processors, and its peak memory.

Ratios of processor time travel between machines, and hold on a busy one; the clock says what people feel.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

COMPILED = Path(__file__).resolve().parents[1] / ".build" / "pyc"
"""Where modules lie compiled: once for all runs, as wherever a program is installed."""


class Cost(NamedTuple):
    """Of one command, with the processes that it waited for."""

    clock: float
    """Seconds."""
    processor: float
    """Seconds of all processors together."""
    memory: float
    """MB of the largest process at its peak."""


def cost(command: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Cost:
    """Run a command. Raises CalledProcessError when it fails."""
    start = time.perf_counter()
    here = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    here["PYTHONPYCACHEPREFIX"] = str(COMPILED)
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        env={**here, "NO_MKDOCS_2_WARNING": "1", **(variables or {})},
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    clock = time.perf_counter() - start
    return Cost(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
