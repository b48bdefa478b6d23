"""Times the editor in a browser: until one can write, until all is checked, until its engine is there, and of an edit.

Checked is when what is published is drawn with what is found in it today; what is written is checked by the engine.

    python -m benchmarks.sunting SITE [SITE …] [--sop OFFICE/NAME] [--times N]

Each SITE is one that has been built with `penyunting: ya`; several are measured in turn, so that what else the machine
does weighs on all alike. The first visit begins with nothing kept, the second with what the first one kept. Chromium's
own throttling slows the page's thread alone, not the worker in which Python runs: so the whole process is stopped for
three of every four milliseconds instead (Linux), by which everything in it takes four times as long.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import os
import signal
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import launch

SLOWER = 4
_PULSE = 0.004
"""Seconds for which a slowed process runs at a time."""
_PACKED = (".js", ".mjs", ".json", ".html", ".css", ".wasm", ".svg", ".zip")
EDITS = 7
CHECKED = "() => { const a = document.getElementById('sunting')?.sunting; return a?.view && !a.view.awal && a.grid.querySelector('table') }"
READY = f"() => ({CHECKED})() && !document.getElementById('sunting').sunting.draf.early"
WRITABLE = "() => document.querySelector('.sunting-kisi td.sop-kegiatan[tabindex]')"
WATCH = """() => {
  window.taken = []
  let begun = 0, word = ""
  addEventListener("keydown", ({ key, target }) => {
    if (key === "Tab" && target.matches("textarea")) [begun, word] = [performance.now(), target.value.split(" ").at(-1)]
  }, true)
  const seen = () => word && [...document.querySelectorAll("td.sop-kegiatan:not(.sunting-menunggu, .sunting-mengetik)")].some(one => one.textContent.includes(word))
  const look = () => {
    if (!seen()) return
    word = ""
    requestAnimationFrame(() => setTimeout(() => window.taken.push((performance.now() - begun) / 1000)))
  }
  new MutationObserver(look).observe(document.querySelector(".sunting-kisi"), { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] })
}"""
"""Notes from the key that ends an edit to the frame that shows the engine's drawing of it."""
QUIET = "() => { const a = document.getElementById('sunting').sunting; return !a.draf.ahead && !a.draf.completing && !a.unkept }"


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a site as a web server does: packed."""

    extensions_map = {  # noqa: RUF012, as the class before it has it
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _PACKED or not path.is_file():
            return super().send_head()
        body = _packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.server.sent += len(body)  # type: ignore[attr-defined]
        self.wfile.write(body)
        return None

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@functools.cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def _serving(site: Path) -> Iterator[http.server.ThreadingHTTPServer]:
    handler = functools.partial(_Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.sent = 0  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _renderers() -> set[int]:
    """The processes below this one in which pages run."""
    found = set()
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if b"--type=renderer" in words and _below(int(entry.name)):
            found.add(int(entry.name))
    return found


def _below(pid: int) -> bool:
    while pid > 1:
        if pid == os.getpid():
            return True
        try:
            pid = int((Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            return False
    return False


@contextmanager
def _slowed(slower: int) -> Iterator[None]:
    """Let the pages' processes run for a part of the time only."""
    over = threading.Event()

    def pulse() -> None:
        pids: set[int] = set()
        beats = 0
        while not over.is_set():
            if beats % 20 == 0:
                pids = _renderers()
            beats += 1
            _signal(pids, signal.SIGSTOP)
            time.sleep(_PULSE * (slower - 1))
            _signal(pids, signal.SIGCONT)
            time.sleep(_PULSE)

    thread = threading.Thread(target=pulse)
    if slower > 1:
        thread.start()
    try:
        yield
    finally:
        over.set()
        if slower > 1:
            thread.join()


def _signal(pids: set[int], which: signal.Signals) -> None:
    for pid in list(pids):
        try:
            os.kill(pid, which)
        except ProcessLookupError:
            pids.discard(pid)


def _visit(page: Page, address: str) -> dict[str, float]:
    begun = time.perf_counter()
    page.goto(address, wait_until="commit")
    seen = {}
    for name, when in (("write", WRITABLE), ("checked", CHECKED), ("engine", READY)):
        page.wait_for_function(when, polling=20)
        seen[name] = time.perf_counter() - begun
    return seen


def _edits(page: Page) -> list[float]:
    """Type into cells, and measure from the key that ends it to the table that shows it, in the page itself."""
    page.evaluate(WATCH)
    for n in range(EDITS):
        page.locator(f"tr[data-n='{n}'] td.sop-kegiatan").click()
        page.keyboard.press("F2")
        page.keyboard.type(f" kata{n}x")
        page.keyboard.press("Tab")
        page.wait_for_function("n => window.taken.length > n", arg=n, polling=100)
        page.wait_for_function(QUIET, polling=100)
    return list(page.evaluate("window.taken"))


def measure(browser: Browser, server: Any, sop: str, slower: int) -> dict[str, float]:
    """Return the seconds of one first and one second visit, and of an edit."""
    address = f"http://127.0.0.1:{server.server_port}/sunting/?sop={sop}"
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(240_000)
    server.sent = 0
    with _slowed(slower):
        first = _visit(page, address)
        sent = server.sent
        edit = statistics.median(_edits(page))
    page.wait_for_timeout(8000)  # what is kept when nothing else is to be done
    page.goto("about:blank")
    with _slowed(slower):
        again = _visit(page, address)
    context.close()
    visits = {"first": first, "again": again}
    told = {
        f"{visit}: {name}": seconds
        for visit, seen in visits.items()
        for name, seconds in seen.items()
    }
    return {**told, "edit": edit, "MB": sent / 1e6}


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", nargs="+", type=Path)
    parser.add_argument("--sop", default="kantor-rekaan/permohonan-panjang")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--slower", type=int, action="append")
    given = parser.parse_args()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for slower in given.slower or (1, SLOWER):
            rows: dict[Path, list[dict[str, float]]] = {site: [] for site in given.site}
            for _ in range(given.times):
                for site in given.site:
                    with _serving(site) as server:
                        rows[site].append(measure(browser, server, given.sop, slower))
            for site, seen in rows.items():
                words = "  ".join(
                    f"{k} {statistics.median(r[k] for r in seen):.2f}" for k in seen[0]
                )
                print(f"{slower} x slower, {site}: {words}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
