"""Tells browsers that there is something new: one connection for all tabs of a browser (`segarkan.js`)."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from pathlib import Path

from buku_sop.adapters.sajikan.routes import OWN, Request, Response, Router

PAGE, WORKER, STREAM = "segarkan.js", "segarkan-bersama.js", "kabar"
_BREATH = 15
"""Seconds after which a silent connection is written to, so that one whose browser is gone ends."""


class News:
    """What number the newest state has; a number says nothing beyond one run, so the run stands before it."""

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)
        self._number = 0
        self._changed = threading.Condition()

    @property
    def now(self) -> str:
        """The name of the newest state."""
        return f"{self._run}-{self._number}"

    def tell(self) -> None:
        """Let every browser know that there is a newer state."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def stream(self) -> Iterator[bytes]:
        """Yield the name of each state as a server-sent event, the present one first."""
        said = ""
        yield b"retry: 1000\n\n"
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self.now != said, timeout=_BREATH)  # noqa: B023
                now = self.now
            yield f"data: {now}\n\n".encode() if now != said else b": masih di sini\n\n"
            said = now

    def add_script(self, html: bytes, now: str) -> bytes:
        """Put into a page what loads it again once there is something newer than `now`."""
        script = f'<script src="{OWN}{PAGE}" data-keadaan="{now}" defer></script>'.encode()
        head, body, tail = html.rpartition(b"</body>")
        return head + script + body + tail if body else html + script


def add_routes(router: Router, news: News) -> None:
    """Answer with the scripts and the stream."""

    def script(name: str) -> Response:
        path = Path(__file__).with_name(name)
        return Response(path.read_bytes(), "text/javascript; charset=utf-8")

    def stream(_: Request) -> Response:
        return Response(news.stream(), "text/event-stream")

    router.add(PAGE, lambda _: script(PAGE))
    router.add(WORKER, lambda _: script(WORKER))
    router.add(STREAM, stream)
