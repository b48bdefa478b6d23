"""What a page's Content-Security-Policy refuses, as tests hear of it and try it."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page

_TRIED = """async elsewhere => {
  const said = []
  const add = (name, properties) => document.body.append(Object.assign(document.createElement(name), properties))
  const heard = new Promise(resolve => document.addEventListener("securitypolicyviolation", one => {
    said.push(one.effectiveDirective)
    if (said.length === 6) resolve(said.sort())
  }))
  add("script", { text: "window.kena = 1" })
  add("script", { src: elsewhere })
  document.body.insertAdjacentHTML("beforeend", '<p id="umpan" onclick="window.kena = 2"></p>')
  document.getElementById("umpan").click()
  add("img", { src: elsewhere })
  add("iframe", { src: elsewhere })
  fetch(elsewhere).catch(() => {})
  return heard
}"""


def what_is_refused(page: Page) -> list[str]:
    """Return a list that grows with what the policies of a page refuse."""
    refused: list[str] = []

    def note(said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            refused.append(said.text)

    page.on("console", note)
    return refused


def try_what_is_forbidden(page: Page) -> list[str]:
    """Put scripts and requests into a page as hostile words would; return what of its policy refused them, in order."""
    page.route("https://lain.contoh.invalid/**", lambda route: route.fulfill(body="1"))
    refused: list[str] = page.evaluate(_TRIED, "https://lain.contoh.invalid/")
    assert page.evaluate("window.kena") is None
    return refused
