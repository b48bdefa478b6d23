"""The HTTP server: answers only browsers on this computer that ask for it by an address, and writes nothing by itself."""

from __future__ import annotations

import ipaddress
import socket
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from buku_sop.adapters.sajikan.routes import LARGEST_BODY, Handler, Request, Response, refuse

LOOPBACK = "127.0.0.1"
PORT = 8000
_TRIED = 20
"""How many ports after the wanted one are tried when that is taken."""
_WAITING = 128
"""How many browsers may wait to be answered, as they do while the handbook is prepared."""
_BREATH = 0.05
"""Seconds that a browser gets to ask whose connection was taken just now."""
_PATIENCE = 5
"""Seconds that an answer may take once the server ends."""
_HEADERS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Referrer-Policy": "same-origin",
}


class Server(ThreadingHTTPServer):
    """Answers requests through a function, each in a thread of its own."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, listening: socket.socket, answer: Handler) -> None:
        """Answer who asks at a socket that listens (`listen`)."""
        self.answer = answer
        self.address_family = listening.family
        self._busy = 0
        self._answered = threading.Condition()
        super().__init__(listening.getsockname()[:2], _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Count a request among those that `finish` waits for."""
        with self._answered:
            self._busy += 1
        try:
            yield
        finally:
            with self._answered:
                self._busy -= 1
                self._answered.notify_all()

    def finish(self) -> None:
        """Take no more connections, and wait a while for the requests that are being answered, but for no stream."""
        self.shutdown()
        time.sleep(_BREATH)
        with self._answered:
            self._answered.wait_for(lambda: not self._busy, _PATIENCE)

    @property
    def port(self) -> int:
        """The port that was taken."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """Where a browser on this computer finds it."""
        host = str(self.server_address[0])
        if ipaddress.ip_address(host).is_unspecified:
            host = "::1" if ":" in host else LOOPBACK
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    def is_for_us(self, host: str) -> bool:
        """Whether a request names this server by an address, or as localhost.

        A page of another site may let its own name lead here ("DNS rebinding"); it cannot take an address as its name.
        """
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if name == "localhost":
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        own = ipaddress.ip_address(str(self.server_address[0]))
        return address.is_loopback if own.is_loopback else True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet about browsers that went away; anything else is a fault of ours."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            traceback.print_exc()


def listen(address: str, port: int | None) -> socket.socket:
    """Take the wanted port, or the next free one where none was asked for, and let browsers wait there.

    Raises OSError when the wanted port, or all of those, are taken, or the address is none of this computer's.
    """
    if port is not None:
        return _listen(address, port)
    for candidate in range(PORT, PORT + _TRIED):
        try:
            return _listen(address, candidate)
        except OSError:
            continue
    return _listen(address, 0)


def _listen(address: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    try:
        if sys.platform != "win32":  # there it would share a taken port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address, port))
        listening.listen(_WAITING)
    except OSError:
        listening.close()
        raise
    return listening


class _Handler(BaseHTTPRequestHandler):
    """Turns a request into a value, and an answer into bytes."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "sop", ""
    timeout = 60

    def _answer(self) -> None:
        with self.server.answering():
            response = self._respond()
            self.send_response(response.status)
            for name, value in {**_HEADERS, **response.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Type", response.kind)
            if isinstance(response.body, bytes):
                self._send_whole(response.body)
                return
        self._send_pieces(response.body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - named by http.server

    def _send_whole(self, body: bytes) -> None:
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_pieces(self, pieces: Iterable[bytes]) -> None:
        self.close_connection = True
        self.send_header("Connection", "close")
        self.end_headers()
        for piece in pieces if self.command != "HEAD" else ():
            self.wfile.write(piece)

    def _respond(self) -> Response:
        if not self.server.is_for_us(self.headers.get("Host", "")):
            self.close_connection = True
            return refuse(
                HTTPStatus.MISDIRECTED_REQUEST, "Server ini hanya menjawab pada alamatnya sendiri."
            )
        body = self._body()
        if body is None:
            self.close_connection = True
            return refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Permintaan itu terlalu besar.")
        path, _, query = self.path.partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = dict(parse_qsl(query, keep_blank_values=True))
        request = Request(self.command, unquote(path), asked, headers, body)
        try:
            return self.server.answer(request)
        except Exception:
            traceback.print_exc()
            return refuse(
                HTTPStatus.INTERNAL_SERVER_ERROR, "Ada yang salah di server; lihat terminal."
            )

    def _body(self) -> bytes | None:
        """Read what a request brings; None for more than is taken, or of a length that nobody said."""
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not length.isdecimal():
            return None
        return self.rfile.read(int(length)) if int(length) <= LARGEST_BODY else None

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by http.server
        """Say nothing of requests: the terminal tells what changed and what is wrong."""
