"""The handbook live: prepared again when a source changes, and answered from until the next change."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Iterable
from datetime import date
from html import escape
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from urllib.parse import quote

import jinja2
from mkdocs.exceptions import MkDocsException

from buku_sop.adapters.mkdocs.policy import sent
from buku_sop.adapters.places import DATA
from buku_sop.adapters.sajikan.news import News
from buku_sop.adapters.sajikan.printing import Printer
from buku_sop.adapters.sajikan.routes import OWN, Request, Response, Router, refuse
from buku_sop.adapters.sajikan.searching import PLACE, Search
from buku_sop.adapters.sajikan.site import Site, kind_of
from buku_sop.adapters.simpanan.writer import PEKERJA, leaving_worker
from buku_sop.adapters.situs.bahan import BahanSitus, Penyunting
from buku_sop.adapters.situs.sajian import KEY, Sajian
from buku_sop.adapters.situs.sunting import yang_ditanya
from buku_sop.handbook import Hasil, IngatanBerkas, reopen_handbook
from buku_sop.model import Instansi
from buku_sop.model.buku_lain import BukuLain
from buku_sop.views.dasar.alamat import SUNTING

HTML = "text/html; charset=utf-8"


class Live:
    """Answers for the handbook as its files are now."""

    def __init__(
        self, root: Path, router: Router, news: News, penyunting: Penyunting | None = None
    ) -> None:
        """`penyunting` is what the page for editing is told of this server; without, there is no such page."""
        self.root, self.router, self.news = root, router, news
        self.penyunting = penyunting
        self.printer, self.search = Printer(root), Search(root)
        self._data = (root / DATA).resolve()
        self._kept = IngatanBerkas()
        self._site: Site | None = None
        self._good: Site | None = None
        self._error = ""
        self._state = news.now
        self._first = True
        self._preparing = threading.Lock()

    def refresh(self, changed: Iterable[Path] = ()) -> float:
        """Prepare the site again, and tell the browsers. Returns the seconds that it took; never raises for a source."""
        begun = time.perf_counter()
        with self._preparing:
            before = self._site
            if not all(self._is_data(path) for path in changed):
                before = None  # a font or a picture may decide what is found in an SOP, a template what is seen
                self._kept = IngatanBerkas()
            site, error = self._prepare(before)
            self._site, self._error = site, error
            self._good = site or self._good
            self.news.tell()
            self._state = self.news.now
        self.search.renew()
        return time.perf_counter() - begun

    # --- What features ask --------------------------------------------------------------------------

    def stylesheets(self) -> tuple[str, ...]:
        """Return the addresses of the site's stylesheets; none as long as the site could not be prepared once."""
        site = self._newest()
        if site is None:
            return ()
        return tuple(quote(f"{site.mount}{address}") for address in site.config.extra_css)

    def name(self) -> str:
        """Return what the handbook is called."""
        site = self._newest()
        return site.config.site_name if site else ""

    def office(self, id: str) -> Instansi | None:
        """Return an office of the handbook; None where it has none of that id."""
        site = self._newest()
        semua = site.situs.bahan.handbook.instansi if site else ()
        return next((i for i in semua if i.id == id), None)

    def page_of(self, id: str) -> str:
        """Return the address of an SOP's page; empty where the site has none."""
        site = self._newest()
        if site is None or not site.has(f"sop/{id}/index.html"):
            return ""
        return quote(f"{site.mount}sop/{id}/")

    def _newest(self) -> Site | None:
        """Return the site as it was last prepared well, without waiting for one that is being prepared beside it."""
        if self._good is None:
            with self._preparing:
                return self._good
        return self._good

    def _is_data(self, path: Path) -> bool:
        """Whether a file is one of those that are read for what they say, and nothing else depends on it."""
        return path.suffix == ".yml" and path.is_relative_to(self._data)

    def _prepare(self, before: Site | None) -> tuple[Site | None, str]:
        try:
            first, self._first = self._first, False
            extra = {KEY: Sajian(self._open, self.penyunting)}
            return Site(self.root, extra, before=before, first=first), ""
        except (MkDocsException, OSError, jinja2.TemplateError) as error:
            message = f"{error}" or type(error).__name__
        except SystemExit as error:  # how MkDocs ends a build
            message = f"{error}"
        except Exception:
            message = traceback.format_exc()
        print(message, file=sys.stderr)
        return None, message

    @property
    def mount(self) -> str:
        """Where the site stands on this server."""
        with self._preparing:
            return self._site.mount if self._site else "/"

    @property
    def handbook(self) -> tuple[str, BahanSitus | None]:
        """The name of the newest state, and the handbook in it; None where it could not be prepared."""
        with self._preparing:
            return self._state, self._site.situs.bahan if self._site else None

    def _open(self, folder: Path, hari_ini: date, lain: tuple[BukuLain, ...]) -> Hasil:
        return reopen_handbook(folder, self._kept, hari_ini, lain)

    def answer(self, request: Request) -> Response:
        """Answer a request; while the site is being prepared, wait for it."""
        if request.path.startswith(OWN):
            return self.router.answer(request)
        if request.method not in ("GET", "HEAD"):
            return refuse(HTTPStatus.METHOD_NOT_ALLOWED, "Halaman hanya dibaca.", Allow="GET, HEAD")
        with self._preparing:
            site, error, state = self._site, self._error, self._state
        if site is None:
            return self._page(_report("Situs belum dapat disiapkan", error), state, 500)
        if not request.path.startswith(site.mount):
            return Response(status=HTTPStatus.FOUND, headers={"Location": quote(site.mount)})
        try:
            return self._find(site, request.path.removeprefix(site.mount), state)
        except Exception:
            traceback.print_exc()
            report = _report("Halaman ini gagal dibuat", traceback.format_exc())
            return self._page(report, state, 500)

    def _find(self, site: Site, wanted: str, state: str) -> Response:
        """Look for what stands at an address of the site. What is no name of the site is never looked for on the disk."""
        address = f"{wanted}index.html" if wanted == "" or wanted.endswith("/") else wanted
        if address.startswith(PLACE):
            return self.search.answer(address)
        if found := site.get(address):
            body, kind = found
            if kind != HTML:
                return Response(body, kind)
            editing = self.penyunting is not None and address == f"{SUNTING}.html"
            return self._page(body, state, asks=yang_ditanya(site.situs.bahan) if editing else None)
        if site.has(f"{address}/index.html"):
            to = f"{quote(PurePosixPath(address).name)}/"
            return Response(status=HTTPStatus.FOUND, headers={"Location": to})
        if address == PEKERJA:  # a browser may still have one of a site that stood at this address
            return Response(leaving_worker(self.root).encode(), kind_of(address))
        if printed := self.printer.answer(site.situs, site.config.site_url or "", address):
            return printed
        if (content := site.data(address)) is not None:
            return Response(content, kind_of(address))
        return self._page(site.not_found(), state, 404)

    def _page(
        self, html: bytes, state: str, status: int = 200, asks: Iterable[str] | None = None
    ) -> Response:
        """Return a page that follows what changes; `asks` are the origins that a page asks which has a policy of its own."""
        whole = self.news.add_script(html, state)
        return Response(whole, HTML, HTTPStatus(status), {} if asks is None else sent(whole, asks))


def _report(title: str, message: str) -> bytes:
    """Write a page that says what is wrong, without anything of the site, which may be what is wrong."""
    return (
        f'<!doctype html><html lang="id"><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width">'
        "<style>body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
        "pre{white-space:pre-wrap;background:#f3f3f3;padding:1rem}"
        "@media(prefers-color-scheme:dark){body{background:#16181d;color:#e8e8e8}pre{background:#262a33}}</style>"
        f"<body><h1>{escape(title)}</h1>"
        "<p>Perbaiki, lalu simpan; halaman ini memuat ulang sendiri.</p>"
        f"<pre>{escape(message)}</pre></body></html>"
    ).encode()
