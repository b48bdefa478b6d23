"""The Content-Security-Policy that a page has in itself, for servers that send none: scripts of this site and of this page alone.

What is written into the page itself runs because it was there when the page was made, by its digest: nothing that comes in
later does. Compiling WebAssembly is allowed, since the engine of the editor is that; `eval` is not.
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


def policy(page: str, connect: Iterable[str]) -> str:
    """Return the policy of a page."""
    scripts = ("'self'", "'wasm-unsafe-eval'", *dict.fromkeys(_digests(page)))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {' '.join(scripts)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            " ".join(("connect-src 'self'", *connect)),
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


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
