"""Small MkDocs Material sites for the browser tests, built and served for real."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page

from tests.paths import ROOT
from tests.warm import run_module

NO_WORKER = "Service Worker registration blocked by Playwright"


def build(
    folder: Path,
    pages: Mapping[str, str],
    *,
    config: Mapping[str, Any],
    hook: str = "",
    main: str = "",
) -> Path:
    """Build `pages` (path -> Markdown) with our assets, a hook and a main.html; return the site."""
    overrides = folder / "overrides"
    shutil.copytree(ROOT / "overrides" / "assets", overrides / "assets")
    (overrides / "main.html").write_text('{% extends "base.html" %}\n' + main, encoding="utf-8")
    (folder / "hook.py").write_text(hook, encoding="utf-8")
    for path, text in pages.items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text(text, encoding="utf-8")
    settings = {"site_name": "Buku SOP Contoh", "hooks": ["hook.py"], **config}
    settings["theme"] = {
        "name": "material",
        "custom_dir": "overrides",
        "language": "id",
        "font": False,
        **config.get("theme", {}),
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    _mkdocs(folder, "--strict")
    return folder / "site"


def _mkdocs(folder: Path, *options: str) -> None:
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    result = run_module("mkdocs", "build", *options, "--site-dir", "site", cwd=folder, env=env)
    assert result.returncode == 0, result.stderr


def build_plain(folder: Path, pages: Mapping[str, str]) -> Path:
    """Build `pages` with Material as it comes, but for letters of its own, and return the site."""
    for path, text in pages.items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text(text, encoding="utf-8")
    theme = {"name": "material", "language": "id", "font": False, "palette": {"scheme": "default"}}
    settings = {"site_name": "Polos", "theme": theme}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    _mkdocs(folder)
    return folder / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a page that is closed hangs up."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine and yield its address, with a slash."""
    handler = functools.partial(_Quiet, directory=str(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@dataclass
class Visit:
    """A page in the browser, and what it did that a reader would not see."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings of the console, and uncaught errors."""
    pending: set[str] = field(default_factory=set)
    """What was asked for and has not come yet."""

    def settle(self) -> None:
        """Wait until the page has all that it asks for, with its fonts, and asks for nothing more.

        Playwright's `networkidle` is told late, or never, by pages whose search loads in a worker.
        """
        quiet = 0
        for _ in range(600):
            quiet = 0 if self.pending else quiet + 1
            if quiet == 3:
                break
            self.page.wait_for_timeout(50)
        assert not self.pending, f"still not here after half a minute: {self.pending}"
        self.page.evaluate("document.fonts.ready.then(() => null)")

    def origins(self) -> set[str]:
        """Return the origins that were asked for anything."""
        return {"/".join(url.split("/")[:3]) for url in self.requests if "://" in url}


@contextmanager
def visit(browser: Browser, **options: Any) -> Iterator[Visit]:
    """Open a new page that remembers its requests and complaints.

    It has no service worker unless `service_workers="allow"`: each of them would fetch what it keeps anew.
    """
    context = browser.new_context(**{"service_workers": "block", **options})
    one = Visit(context.new_page())
    one.page.set_default_timeout(60_000)
    one.page.on("request", lambda request: one.requests.append(request.url))
    one.page.on("request", lambda request: one.pending.add(request.url))
    for end in ("requestfinished", "requestfailed"):
        one.page.on(end, lambda request: one.pending.discard(request.url))
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    one.page.on(
        "console",
        lambda message: (
            one.complaints.append(message.text)
            if message.type in {"error", "warning"} and message.text != NO_WORKER
            else None
        ),
    )
    yield one
    context.close()
