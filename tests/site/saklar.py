"""A server of a built site that goes away and comes back, as one of an office does."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Sends files as a server of an office would, or fails."""

    status: list[int]
    """What it answers instead, where it holds anything."""
    asked: list[str]
    more: dict[str, str]
    """Headers that it sends with every answer."""

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.status and self.path.split("?")[0].endswith("/"):
            self.send_error(self.status[0])
        else:
            super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Server:
    """A server that can be switched off and on again, at the same address."""

    def __init__(self, site: Path) -> None:
        self.site, self.port = site, 0
        self.status: list[int] = []
        self.asked: list[str] = []
        """What it was asked for so far."""
        self.more: dict[str, str] = {}
        own = {"status": self.status, "asked": self.asked, "more": self.more}
        self.handler = type("Handler", (_Handler,), own)
        self.on()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def on(self) -> None:
        make = functools.partial(self.handler, directory=str(self.site))
        http.server.ThreadingHTTPServer.allow_reuse_address = True
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), make)
        self.server.daemon_threads = True
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def off(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@contextmanager
def serving_copy(asal: Path, folder: Path) -> Iterator[Server]:
    """Serve a copy of a built site that a test may change."""
    site = folder / "site"
    shutil.copytree(asal, site)
    server = Server(site)
    yield server
    server.off()


def wait_until(page: Page, promised: str) -> None:
    """Wait until what the expression promises is true: `wait_for_function` alone takes any promise for a yes."""
    page.wait_for_function(
        f"async () => {{ while (!await ({promised})) await new Promise(go => setTimeout(go, 50)) }}"
    )
