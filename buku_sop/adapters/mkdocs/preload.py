"""Lets the page of the editor ask at once for what its scripts would ask for only once they run.

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
_SCRIPT = """
    <script>{const ask=(href,as)=>document.head.append(Object.assign(document.createElement("link"),{rel:"preload",as,href,crossOrigin:as=="fetch"?"anonymous":null}));for(const one of %s)ask(one,"script");const sop=new URLSearchParams(location.search).get("sop");const first=/^[a-z0-9-]+\\/[a-z0-9-]+$/.test(sop)?sop:location.search?"":"daftar";first&&ask(%s+first+".json","fetch")}</script>"""


def with_preload(page: str, url: str, bundled: Mapping[str, str]) -> str:
    """Put it first into the head of a page at `url`; `bundled` are the site's scripts by their names."""
    scripts = [get_relative_url(bundled[name], url) for name in SOON if name in bundled]
    asked = _SCRIPT % (_json(scripts), _json(get_relative_url(SUNTING_AWAL, url)))
    return _HEAD.sub(lambda head: head[0] + asked, page, count=1)


def _json(value: object) -> str:
    return json.dumps(value).replace("<", "\\u003c")
