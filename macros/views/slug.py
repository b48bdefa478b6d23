"""Slugs under the name by which views know them."""

from __future__ import annotations

from macros.analysis.slug import slug, unique_slugs

__all__ = ["slug", "unique_slugs"]
