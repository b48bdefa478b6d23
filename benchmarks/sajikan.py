"""Times `sop sajikan`: its start, and an SOP that is edited until the browser could show it, beside a whole build.

Run `python -m benchmarks.sajikan [N]`; N is 1,000 unless given. Both are measured in one run. The processor time of the
server is read where the system tells it (Linux); elsewhere the clock stands for it.
"""

from __future__ import annotations

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.process import cost
from benchmarks.site import BUILD, OURS, project

EDITS = 5
_TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


class _Spent(NamedTuple):
    clock: float
    processor: float


class Served:
    """A handbook that is being served."""

    def __init__(self, book: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        command = [sys.executable, "-m", "buku_sop", "sajikan", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, cwd=book, env={**os.environ, **OURS}, stderr=subprocess.DEVNULL
        )

    def page(self, path: str) -> str:
        """Return a page; nothing while the server does not answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().decode("utf-8")
        except OSError:
            return ""
        finally:
            connection.close()

    def until(self, path: str, words: str) -> _Spent:
        """Wait until a page says something, and tell what that took."""
        clock, processor = time.perf_counter(), self.processor()
        while words not in self.page(path):
            time.sleep(0.01)
        return _Spent(time.perf_counter() - clock, self.processor() - processor)

    def processor(self) -> float:
        """Return the processor seconds of the process that serves; 0 where nobody tells."""
        try:
            stat = Path(f"/proc/{self._worker()}/stat").read_text(encoding="ascii")
        except (OSError, IndexError):
            return 0.0
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / _TICK

    def memory(self) -> float:
        """Return the peak memory of the process that serves, in MB; 0 where nobody tells."""
        try:
            lines = Path(f"/proc/{self._worker()}/status").read_text(encoding="ascii").splitlines()
        except (OSError, IndexError):
            return 0.0
        return next((int(x.split()[1]) / 1024 for x in lines if x.startswith("VmHWM")), 0.0)

    def _worker(self) -> str:
        pid = self.process.pid
        return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()[0]


def measure(size: int = 1000) -> list[dict[str, Any]]:
    """Return the rows: an edit by processor time and by the clock, the start, the memory."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        book = project(Path(folder), size)
        full = cost(BUILD, book, OURS)
        path = sorted((book / "sop_data").glob("*/sop-*.yml"))[size // 2]
        page, text = f"/sop/{path.parent.name}/{path.stem}/", path.read_text(encoding="utf-8")
        served = Served(book)
        try:
            start = served.until(page, "Komputer")
            begun = served.processor()
            edits = []
            for n in range(EDITS):
                path.write_text(text.replace("Komputer", f"Komputer ke-{n}"), encoding="utf-8")
                edits.append(served.until(page, f"Komputer ke-{n}"))
            memory = served.memory()
        finally:
            served.process.terminate()
            served.process.wait()
    clock = statistics.median(e.clock for e in edits)
    processor = statistics.median(e.processor for e in edits) or clock
    beside = f"full build, {full.processor:.1f} s of processors"
    what = f"an SOP edited until it is shown, {size:,}"
    return [
        {"what": what, "beside": "full build", "value": round(processor / full.processor, 3),
         "unit": "×", "target": 0.05, "seen": f"{processor:.2f} s of processors beside {beside}"},
        {"what": what, "beside": "the clock", "value": round(clock, 2), "unit": "s", "target": 2,
         "seen": f"median of {EDITS}, the slowest {max(e.clock for e in edits):.2f} s"},
        {"what": f"start until the first page, {size:,}", "beside": "full build",
         "value": round((begun or start.clock) / full.processor, 2), "unit": "×", "target": None,
         "seen": f"{begun:.1f} s of processors, {start.clock:.1f} s on the clock"},
        {"what": f"memory while serving, {size:,}", "beside": "-", "value": round(memory), "unit": "MB",
         "target": None, "seen": ""},
    ]  # fmt: skip


if __name__ == "__main__":
    for row in measure(*(int(a) for a in sys.argv[1:])):
        print(f"{row['what']}: {row['value']} {row['unit']} beside {row['beside']} ({row['seen']})")
