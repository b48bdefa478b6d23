"""Asks a search engine in a real Chromium, through its own programming interface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser

BANYAK = 20
"""Results that are looked at."""

_OURS = """async ([queries, most]) => {
  const start = performance.now()
  const answers = []
  let ready
  for (const query of queries) {
    const asked = performance.now()
    const { halaman } = await sopCari.tanya(query)
    const ms = performance.now() - asked
    ready ??= performance.now() - start
    answers.push({ found: halaman.slice(0, most).map(({ bagian: [best], alamat }) => best?.alamat ?? alamat), ms })
  }
  return { answers, ready }
}"""
"""Our engine, as pages ask it. A result leads to the section that fits best."""

_MATERIAL = """async ([queries, most]) => {
  const { search, base } = JSON.parse(document.querySelector("#__config").textContent)
  const start = performance.now()
  const index = await (await fetch(`${base}/search/search_index.json`)).json()
  const worker = new Worker(search)
  const ask = message => new Promise(resolve => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.postMessage(message)
  })
  await ask({ type: 0, data: { ...index, options: { suggest: true } } })
  const answers = []
  let ready
  for (const query of queries) {
    const asked = performance.now()
    const { data } = await ask({ type: 2, data: query })
    const ms = performance.now() - asked
    ready ??= performance.now() - start
    const found = data.items.slice(0, most).map(group =>
      group.reduce((a, b) => b.score > a.score ? b : a).location)
    answers.push({ found, ms })
  }
  return { answers, ready }
}"""
"""Material's search worker. A result leads to the section of a page that fits best."""

_PAGEFIND = """async ([queries, most]) => {
  const start = performance.now()
  const engine = await import(new URL("/pagefind/pagefind.js", location).href)
  await engine.init()
  const answers = []
  let ready
  for (const query of queries) {
    const asked = performance.now()
    const { results } = await engine.search(query)
    await results[0]?.data()
    const ms = performance.now() - asked
    ready ??= performance.now() - start
    const pages = await Promise.all(results.slice(0, most).map(one => one.data()))
    const found = pages.map(page => page.sub_results.reduce((a, b) =>
      b.weighted_locations.length > a.weighted_locations.length ? b : a, { url: page.url, weighted_locations: [] }).url)
    answers.push({ found, ms })
  }
  return { answers, ready }
}"""
"""Pagefind with its defaults; a result leads to the heading with most of the words."""


Mesin = Literal["ours", "Material", "Pagefind"]
_ENGINES: dict[Mesin, str] = {"ours": _OURS, "Material": _MATERIAL, "Pagefind": _PAGEFIND}


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What an engine answered to one query."""

    halaman: tuple[str, ...]
    """Addresses of pages, the best first ("sop/x/y/")."""
    jangkar: str
    """Where on its page the first one leads."""
    ms: float
    """From the question to the answer."""


def ask(
    browser: Browser, address: str, queries: list[str], engine: Mesin = "ours"
) -> tuple[list[Jawaban], float]:
    """Ask all queries on one page. Returns the answers, and the time from nothing to the first in ms."""
    page = browser.new_page()  # with an empty cache
    page.goto(f"{address}panduan/")
    hasil = page.evaluate(_ENGINES[engine], [queries, BANYAK])
    page.close()
    return [_jawaban(j["found"], j["ms"]) for j in hasil["answers"]], hasil["ready"]


def _jawaban(alamat: list[str], ms: float) -> Jawaban:
    bagian = [urlsplit(a) for a in alamat]
    halaman = tuple(dict.fromkeys(b.path.lstrip("/") for b in bagian))
    return Jawaban(halaman, bagian[0].fragment if bagian else "", ms)
