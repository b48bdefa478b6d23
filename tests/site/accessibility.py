"""axe-core over a page. What depends on colours is asked in both palettes, everything else in the light one."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""The rules whose verdict depends on the palette; the page is otherwise the same in both."""


def faults(page: Page, scheme: str) -> str:
    """Return what is wrong with a page as it is seen now, in words; empty for nothing."""
    dark = {"runOnly": {"type": "rule", "values": list(COLOUR_RULES)}} if scheme == "dark" else None
    found = Axe().run(page, options=dark)
    return found.generate_report() if found.violations_count else ""
