"""Where the check of drafts stands on the server, and the link by which one person comes in."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlencode
from weakref import WeakKeyDictionary

from buku_sop.adapters.sajikan.guard import Guard
from buku_sop.adapters.sajikan.routes import OWN, Router

HALAMAN, MASUK = "periksa/", "periksa/masuk"
"""Below `OWN`."""
_GUARDS: WeakKeyDictionary[Router, Guard] = WeakKeyDictionary()


def alamat_draf(id: str = "") -> str:
    """Return the address of the check of a draft, from the root of the server; without one that of the list."""
    return f"{OWN}{HALAMAN}" + (f"?sop={quote(id)}" if id else "")


def guard(router: Router) -> Guard:
    """Return who may come in on a server."""
    return _GUARDS.setdefault(router, Guard("sop-periksa"))


def masuk(router: Router, halaman: str = "") -> str:
    """Return the link, below the address of the server, that lets one browser in, once, to a page of the check."""
    tanya = {"kunci": guard(router).ticket()}
    sop = parse_qs(halaman.partition("?")[2]).get("sop", [""])[0]
    return f"{OWN[1:]}{MASUK}?{urlencode(tanya | ({'sop': sop} if sop else {}))}"
