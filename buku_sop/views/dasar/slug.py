"""Slugs under the name by which views know them."""

from __future__ import annotations

from buku_sop.analysis.kata.slug import slug, unique_slugs

__all__ = ["slug", "unique_slugs"]
