"""axe-core over a page, in both palettes. What does not depend on colours is asked in one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""The rules whose verdict depends on the palette; the page is otherwise the same in both."""
COLOURS_ALONE = {"runOnly": {"type": "rule", "values": list(COLOUR_RULES)}}
BOTH = ("light", "dark")
PHONE = 600
"""Pixels below which a screen is a phone's."""


def palettes(width: int, semua: bool) -> tuple[str, ...]:
    """Return in which palettes the colours of a page are asked that is seen at more than one width.

    They take most of axe-core's time. On a phone they are asked in the light palette, on a computer in the dark one;
    that a fault shows only where the two are crossed is left to `make test-semua`.
    """
    if semua:
        return BOTH
    return ("light",) if width < PHONE else ("dark",)


def faults(page: Page, asked: Iterable[str] = BOTH) -> str:
    """Return what is wrong with a page of the handbook as it is seen now, in words; empty for nothing.

    The colours are judged in the palettes that are `asked`. The page is seen in the light one before and after.
    """
    light = {} if "light" in asked else {"rules": {r: {"enabled": False} for r in COLOUR_RULES}}
    return _faults(page, light) or (_in_the_dark(page) if "dark" in asked else "")


def _in_the_dark(page: Page) -> str:
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    found = _faults(page, COLOURS_ALONE)
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    return found and f"In the dark palette: {found}"


STILL = """() => {
  for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish()
}"""
"""Ends what changes by and by: axe would judge a colour on its way to another."""


ONCE = """() => {
  const known = new Map(), kind = axe.commons.color.Color.prototype, parse = kind.parseString
  kind.parseString = function (text) {
    if (!known.has(text)) {
      const { r, g, b, alpha } = parse.call(this, text)
      known.set(text, { r, g, b, alpha })
    }
    return Object.assign(this, known.get(text))
  }
}"""
"""Lets axe read each colour once: it reads the same few for each text of a page, at a third of all its time."""


def _faults(page: Page, options: dict[str, Any]) -> str:
    page.evaluate(STILL)
    axe = Axe()
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe.axe_script)
        page.evaluate(ONCE)
    # Of what is right, axe keeps no list.
    response = page.evaluate(
        "options => axe.run(options)", {"resultTypes": ["violations"], **options}
    )
    found = AxeResults(response)
    return found.generate_report() if found.violations_count else ""


def colour_faults(page: Page) -> str:
    """Return what of a page cannot be read in the colours in which it is seen, in either palette."""
    return _faults(page, COLOURS_ALONE) or _in_the_dark(page)
