"""SOP handbook: one YAML file per SOP becomes a searchable site and a printed sheet."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give hand-written pages their macros; mkdocs-macros looks for this name in this package."""
    from macros.adapters.macros_env import define_env as define

    define(env)
