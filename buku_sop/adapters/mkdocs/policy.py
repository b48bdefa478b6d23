"""The Content-Security-Policy of a page: scripts of this site and of this page alone.

A published page has it in itself, for servers that send none; a page of `sop sajikan` is sent with it. What is written into
the page itself runs because it was there when the page was made, by its digest: nothing that comes in later does. Where the
engine of the editor runs in the browser, compiling WebAssembly is allowed, since it is that; `eval` is not.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import urlsplit

ASKED = "kebijakan_sambung"
"""Under which name the meta of a page that is to have a policy says which origins it asks beside its own."""
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_NOT_RUN = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/json", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)


def with_policy(page: str, connect: Iterable[str]) -> str:
    """Put the policy first into the head of a page; `connect` are the origins that it asks beside its own."""
    return _HEAD.sub(lambda head: f"{head[0]}{_meta(policy(page, connect))}", page, count=1)


def origin(address: str) -> str:
    """Return the origin of an address of the web, as a policy names it."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def policy(page: str, connect: Iterable[str], *, engine: bool = True) -> str:
    """Return the policy of a page; `engine` is whether it starts one in a worker of the browser."""
    scripts = (
        "'self'",
        *(("'wasm-unsafe-eval'",) if engine else ()),
        *dict.fromkeys(_digests(page)),
    )
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(scripts)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            " ".join(("connect-src 'self'", *connect)),
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def sent(page: bytes, connect: Iterable[str] = ()) -> dict[str, str]:
    """Return the header by which a server of this computer sends a page with its policy: it needs no engine in the browser."""
    said = policy(page.decode("utf-8", "replace"), connect, engine=False)
    return {"Content-Security-Policy": f"{said}; frame-ancestors 'none'"}


def _digests(page: str) -> Iterator[str]:
    for attributes, text in _SCRIPT.findall(page):
        if text and not _NOT_RUN.search(attributes):
            normal = text.replace("\r\n", "\n").replace("\r", "\n")  # as HTML reads it
            digest = hashlib.sha256(normal.encode("utf-8", errors="xmlcharrefreplace")).digest()
            yield f"'sha256-{base64.b64encode(digest).decode()}'"


def _meta(said: str) -> str:
    return (
        f'\n    <meta http-equiv="Content-Security-Policy" content="{escape(said, quote=False)}">'
    )
