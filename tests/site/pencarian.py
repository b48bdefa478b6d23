"""Asking the search, as a person does in the header's panel and as pages do (`sopCari`)."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

PANEL = ".md-search .sop-hasil"

_TITLES = """async text => {
  const { halaman } = await sopCari.tanya(text)
  const holder = document.createElement("template")
  return halaman.map(({ judul }) => { holder.innerHTML = judul; return holder.content.textContent })
}"""


def type_query(page: Page, text: str) -> None:
    """Type a query into the header's field, in the place of the one before."""
    box = page.locator("input.md-search__input")
    box.click()
    box.press("Control+A")
    box.press_sequentially(text)


def ask(page: Page, text: str) -> Locator:
    """Type a query, wait for the answer to all of it, and return the results."""
    type_query(page, text)
    expect(page.locator(PANEL)).to_have_attribute("data-untuk", text)
    return page.locator(f"{PANEL} .sop-butir")


def first_link(page: Page) -> Locator:
    """Locate the link of the first result."""
    return page.locator(f"{PANEL} .sop-butir__tautan").first


def titles(page: Page, text: str) -> list[str]:
    """Return the titles of the pages that are found, best first, before they are put into groups."""
    hasil: list[str] = page.evaluate(_TITLES, text)
    return hasil
