"""axe-core over a page, in both palettes. What does not depend on colours is asked in one of them."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""The rules whose verdict depends on the palette; the page is otherwise the same in both."""


def faults(page: Page) -> str:
    """Return what is wrong with a page of the handbook as it is seen now, in words; empty for nothing.

    The page is seen in the light palette before and after.
    """
    return _faults(page) or _in_the_dark(page)


def _in_the_dark(page: Page) -> str:
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    found = _faults(page, *COLOUR_RULES)
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    return found and f"In the dark palette: {found}"


def _faults(page: Page, *rules: str) -> str:
    options: dict[str, Any] = {"resultTypes": ["violations"]}  # of what is right, axe keeps no list
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = Axe().run(page, options=options)
    return found.generate_report() if found.violations_count else ""


def colour_faults(page: Page) -> str:
    """Return what of a page cannot be read in the colours in which it is seen, in either palette."""
    return _faults(page, *COLOUR_RULES) or _in_the_dark(page)
