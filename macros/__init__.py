"""The macros of hand-written pages: mkdocs-macros looks here for `define_env`. The engine is `buku_sop`."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give hand-written pages the macros of the handbook."""
    from buku_sop.adapters.situs.macros import define_env as define

    define(env)
