"""Lets the page of the editor begin with the editor: what it shows first is asked for at once, and the theme comes after it.

Written as a script, since what is asked for depends on the address; the page's policy names it by its digest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from mkdocs.utils import get_relative_url

from buku_sop.views.dasar.alamat import SUNTING_AWAL

SOON = ("mesin.js", "sunting.js")
"""The scripts of the page, as they are named to the bundler."""
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_THEME = re.compile(r"<script src=(\"[^\"]+\")></script>")
_BROWSER = 'data-mesin="peramban"'
"""Where the browser is the engine, the site has what it would answer first; the local server answers at once."""
_SCRIPT = """
    <script>{
const put = (tag, what) => document.head.append(Object.assign(document.createElement(tag), what))
const sop = new URLSearchParams(location.search).get("sop")
const first = /^[a-z0-9-]+\\/[a-z0-9-]+$/.test(sop) ? sop : location.search ? "" : "daftar"
if (first && %(brings)s) window.sopAwal = [first, fetch(%(data)s + first + ".json").then(one => one.ok ? one.json() : null).catch(() => null)]
const scripts = window.sopDimuat = %(scripts)s.map(src => new Promise((onload, onerror) => put("script", { src, onload, onerror })))
const read = new Promise(resolve => document.addEventListener("DOMContentLoaded", resolve, { once: true }))
let theme = () => {
  theme = () => {}
  const all = [...document.querySelectorAll("script[data-nanti]")].map(one => one.dataset.nanti)
  const begin = () => document.dispatchEvent(new Event("DOMContentLoaded")) // it has been, and the theme waits for it
  all.forEach((src, n) => put("script", { src, async: false, onload: n + 1 < all.length ? null : begin }))
}
const seen = () => { requestAnimationFrame(() => setTimeout(() => theme())); setTimeout(() => theme(), 1000) }
Promise.all([...scripts, read]).then(() => {
  const root = document.getElementById("sunting")
  root.dataset.mulai = "ya"
  root.addEventListener("sop-tampak", seen, { once: true })
  return window.sopSunting(root, window.sopMesin(root))
}).then(seen, () => {
  delete document.getElementById("sunting").dataset.mulai // the page's own loader tries, and says what ails it
  seen()
})
setTimeout(() => read.then(() => theme()), 8000)
}</script>"""


def with_early_start(page: str, url: str, bundled: Mapping[str, str]) -> str:
    """Put it first into the head of a page at `url`; `bundled` are the site's scripts by their names."""
    if not all(name in bundled for name in SOON):
        return page
    script = _SCRIPT % {
        "scripts": _json([get_relative_url(bundled[name], url) for name in SOON]),
        "brings": _json(_BROWSER in page),
        "data": _json(get_relative_url(SUNTING_AWAL, url)),
    }
    page = _THEME.sub(r"<script data-nanti=\1></script>", page)
    return _HEAD.sub(lambda head: head[0] + script, page, count=1)


def _json(value: object) -> str:
    return json.dumps(value).replace("<", "\\u003c")
