"""What pages weigh: requests and bytes, as a phone asks for them of a server that compresses, beside plain Material.

    python -m benchmarks.weight SITE [SITE …]     sites that have been built, the first beside the others

Plain Material is the same body of the page in a site of mkdocs-material as it comes, without letters of its own.
"""

from __future__ import annotations

import argparse
import gzip
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import launch
from tests.site.material import build_plain, serve, visit

PHONE = {"width": 360, "height": 740}
_PACKED = {".woff2", ".png", ".gz", ".pdf"}
_ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>', re.DOTALL)


@dataclass(frozen=True)
class Weight:
    """What one page asked for."""

    files: tuple[tuple[str, int], ...]
    """Path and bytes as sent (gzip level 6), in the order of the requests."""

    @property
    def requests(self) -> int:
        """Number of requests."""
        return len(self.files)

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(size for _, size in self.files)


def weigh(browser: Browser, site: Path, page: str) -> Weight:
    """Open a page of a built site on a phone for the first time and weigh what it asks for."""
    with serve(site) as address, visit(browser, viewport=PHONE) as one:
        one.page.goto(address + page)
        one.settle()
        asked = dict.fromkeys(url for url in one.requests if url.startswith(address))
    paths = [unquote(urlsplit(url).path).lstrip("/") for url in asked]
    return Weight(tuple((path, _sent(site, path)) for path in paths))


def _sent(site: Path, path: str) -> int:
    file = site / path
    if file.is_dir():
        file /= "index.html"
    content = file.read_bytes()
    return len(content if file.suffix in _PACKED else gzip.compress(content, 6))


@contextmanager
def plain(site: Path, page: str) -> Iterator[Path]:
    """Build a site of plain Material with the body of a page of `site` at the same address."""
    html = (site / page / "index.html").read_text(encoding="utf-8")
    body = _ARTICLE.search(html)
    assert body, page
    with tempfile.TemporaryDirectory() as folder:
        yield build_plain(Path(folder), {f"{page}index.md": body[1]})


def main() -> None:
    """Print a table of the pages, for each site."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("sites", nargs="+", type=Path)
    sites = parser.parse_args().sites
    with sync_playwright() as playwright:
        browser = launch(playwright)
        print("page  plain: requests, KB  " + "  ".join(map(str, sites)))
        for page in pages(sites[0]):
            with plain(sites[0], page) as floor:
                weights = [weigh(browser, site, page) for site in (floor, *sites)]
            cells = (
                f"{w.requests:3} {w.size / 1024:7.1f} {w.size / weights[0].size:5.2f}×"
                for w in weights
            )
            print(f"{page or 'home':40}", *cells)
        browser.close()


def pages(site: Path) -> list[str]:
    """Return the address of a page of each kind that is opened most: an SOP, the home page, a role."""
    found = (min(site.glob(f"{kind}/*/*/index.html")) for kind in ("sop", "pelaksana"))
    sop, role = (f"{path.parent.relative_to(site).as_posix()}/" for path in found)
    return [sop, "", role]


if __name__ == "__main__":
    main()
