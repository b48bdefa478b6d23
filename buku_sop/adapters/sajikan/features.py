"""What the server offers beside the site: each feature adds its routes (`docs/dev/server.md`)."""

from __future__ import annotations

from collections.abc import Callable

from buku_sop.adapters.sajikan.live import Live
from buku_sop.adapters.sajikan.news import add_routes as add_news
from buku_sop.adapters.sajikan.periksa.halaman import add_routes as add_periksa
from buku_sop.adapters.sajikan.routes import Router
from buku_sop.adapters.sajikan.sunting import add_routes as add_editor

FEATURES: tuple[Callable[[Router, Live], None], ...] = (
    lambda router, live: add_news(router, live.news),
    add_editor,
    add_periksa,
)
"""Each is given the router to add to, and the handbook that it may ask and refresh."""
