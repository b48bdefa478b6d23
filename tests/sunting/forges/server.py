"""A small forge over real HTTP; what is asked of it and what it answers is held against the forge's description."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.sunting.forges import gitea, github, gitlab, oauth
from tests.sunting.forges.contract import Broken, Contract, ours, published
from tests.sunting.forges.state import Forge, Lost, Refused

KINDS: dict[str, tuple[ModuleType, str]] = {
    "github": (github, "/api/v3"),
    "gitlab": (gitlab, "/api/v4"),
    "gitea": (gitea, "/api/v1"),
}


@cache
def contracts(kind: str) -> list[Contract]:
    """Return ours, and what lies in the folder of `SOP_OPENAPI`."""
    more = os.environ.get("SOP_OPENAPI")
    return [ours(kind), *(c for k, c in (published(Path(more)) if more else ()) if k == kind)]


class _Handler(BaseHTTPRequestHandler):
    kind: str
    forge: Forge

    def _any(self) -> None:
        self.forge.asked.append(f"{self.command} {urlsplit(self.path).path}")
        lose, done = self.forge.lose or (None, False)
        try:
            if lose == len(self.forge.asked) and not done:
                raise Lost
            status, value, headers = self._answered()
            if lose == len(self.forge.asked):
                raise Lost
        except Lost:
            self.close_connection = True
            self.connection.close()
            return
        self._give(status, value, headers)

    def _signing_in(self, step: str) -> tuple[int, Any, dict[str, str]]:
        length = int(self.headers.get("content-length") or 0)
        given = self.rfile.read(length).decode() if step == "give" else urlsplit(self.path).query
        values = {k: v[0] for k, v in parse_qs(given).items()}
        try:
            if step == "give":
                return 200, oauth.given(self.forge, values), {}
            return 302, None, {"Location": oauth.asked(self.forge, values)}
        except Refused as no:
            return no.status, {"error": no.message}, {}

    def _answered(self) -> tuple[int, Any, dict[str, str]]:
        at = urlsplit(self.path)
        if step := oauth.PLACES.get(at.path):
            return self._signing_in(step)
        module, prefix = KINDS[self.kind]
        if not at.path.startswith(prefix):
            return 404, None, {}  # a page for people, to which a link leads
        path = at.path.removeprefix(prefix)
        if (
            self.kind != "gitlab"
        ):  # GitLab's ids and names are one part of the path, with their slashes encoded
            path = unquote(path)
        query = {k: v[0] for k, v in parse_qs(at.query).items()}
        length = int(self.headers.get("content-length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        held = contracts(self.kind)
        if path.endswith("/merge-upstream"):
            held = held[:1]  # not in all of Gitea's and Forgejo's; the editor goes on without
        asked = [self._checked(c.request, self.command, path, query, body) for c in held]
        headers: dict[str, str] = {}
        try:
            self._let_in(path)
            status, value = module.answer(self.forge, self.command, path, query, body)
        except Refused as no:
            status, value, headers = no.status, {"message": no.message}, no.headers
        for contract, one in zip(held, asked, strict=True):
            if one is not None:
                self._checked(contract.answer, one, status, value)
        return status, value, headers

    def _checked(self, check: Any, *what: Any) -> Any:
        try:
            return check(*what)
        except Broken as broken:
            self.forge.broken.append(str(broken))
            return None

    def _let_in(self, path: str) -> None:
        said = self.headers.get("authorization", "")
        if said.partition(" ")[2] not in self.forge.signed_in:
            raise Refused(401, "Bad credentials")
        if self.forge.busy:
            raise self.forge.busy
        if (old := self.forge.old_name) and (old in path or old.replace("/", "%2F") in path):
            name = path.replace(old, "kantor/buku").replace(
                old.replace("/", "%2F"), "kantor%2Fbuku"
            )
            raise Refused(301 if self.command == "GET" else 404, "Moved", Location=f"{KINDS[self.kind][1]}{name}")  # fmt: skip

    def _give(self, status: int, value: Any, headers: dict[str, str]) -> None:
        content = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header(
            "Access-Control-Expose-Headers", "Retry-After, X-RateLimit-Remaining, X-RateLimit-Reset"
        )
        for name, one in headers.items():
            self.send_header(name.replace("_", "-"), one)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_OPTIONS(self) -> None:
        self.send_response(204)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*, Authorization")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
        self.end_headers()

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _any  # noqa: N815

    def log_message(self, *_: Any) -> None:
        return


@contextmanager
def serving_forge(kind: str, forge: Forge) -> Iterator[Forge]:
    """Serve a forge of a kind at a free port; nothing that its description does not have may have been said."""
    handler = type("Handler", (_Handler,), {"kind": kind, "forge": forge})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        forge.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield forge
        finally:
            server.shutdown()
    assert not forge.broken, "\n".join(forge.broken)
