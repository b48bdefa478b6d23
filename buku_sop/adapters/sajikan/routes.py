"""Requests, answers, and which function answers which address: what features of the server are made of.

A feature is a function that adds its routes to a `Router` (`buku_sop.adapters.sajikan.features`). A route that changes
anything is added with `writes=True`: it is only asked by pages of this server, which know the key of this run.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

OWN = "/.sajikan/"
"""Below this address stands what is the server's own, and no part of the handbook's site."""
KEY_HEADER = "X-Kunci-Sajikan"
"""The header in which a page sends the key; no form and no page of another site can send it."""
LARGEST_BODY = 8 * 1024 * 1024
"""Most bytes that a request may bring."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a browser asks."""

    method: str
    path: str
    """Decoded, from the root of the server, without what stands after `?`."""
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    """By name in lower case."""
    body: bytes = b""

    def json(self) -> Any:
        """Return the body as a value. Raises ValueError for what is no JSON."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Response:
    """What a browser is answered."""

    body: bytes | Iterable[bytes] = b""
    """A whole answer, or one that is sent in pieces until it ends or the browser goes."""
    kind: str = "text/html; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[[Request], Response]


class Router:
    """The addresses below `OWN`, with the functions that answer them."""

    def __init__(self) -> None:
        self.key = secrets.token_urlsafe(24)
        """Made for this run; a page gets it from this server and sends it with everything that writes."""
        self._routes: dict[str, dict[str, tuple[Handler, bool]]] = {}

    def add(
        self, path: str, handler: Handler, *, method: str = "GET", writes: bool = False
    ) -> None:
        """Answer `OWN` + `path` with a function.

        Raises ValueError for an address that is answered already, and for one that would write by a GET.
        """
        if writes == (method == "GET"):
            raise ValueError(f"{method} {path}: only what is not GET writes, and all of that does")
        ways = self._routes.setdefault(OWN + path, {})
        if method in ways:
            raise ValueError(f"{method} {path} is answered already")
        ways[method] = handler, writes

    def answer(self, request: Request) -> Response:
        """Answer a request for an address below `OWN`."""
        ways = self._routes.get(request.path)
        if ways is None:
            return refuse(HTTPStatus.NOT_FOUND, "Alamat ini tidak ada.")
        method = "GET" if request.method == "HEAD" else request.method
        if method not in ways:
            return refuse(
                HTTPStatus.METHOD_NOT_ALLOWED, "Cara ini tidak diterima.", Allow=", ".join(ways)
            )
        handler, writes = ways[method]
        if writes and not self._is_ours(request):
            return refuse(
                HTTPStatus.FORBIDDEN, "Permintaan ini bukan dari halaman pratinjau yang terbuka."
            )
        return handler(request)

    def _is_ours(self, request: Request) -> bool:
        """Whether a page of this run of the server asks, and no other site through the browser."""
        host, origin = request.headers.get("host", ""), request.headers.get("origin", "")
        site = request.headers.get("sec-fetch-site", "same-origin")
        key = request.headers.get(KEY_HEADER.lower(), "")
        return (
            origin == f"http://{host}"
            and site == "same-origin"
            and hmac.compare_digest(key.encode(), self.key.encode())
        )


def refuse(status: HTTPStatus, message: str, **headers: str) -> Response:
    """Answer with a sentence in place of what was asked for."""
    return Response(message.encode(), "text/plain; charset=utf-8", status, headers)
