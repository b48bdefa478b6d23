"""Lighthouse on a page of each kind, as a phone sees it: performance, accessibility, best practices, SEO, and what it faults.

    python -m benchmarks.lighthouse SITE [KIND …]

Serves a site that has been built, compressed as a web server does it. Lighthouse comes through npx in the version below;
LIGHTHOUSE names another command. The browser is CHROME_PATH, or a Chromium on PATH. Where no SOP of the site was ever changed in
git, the page that compares versions is one of a made-up handbook.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import shlex
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.site.buku import build
from tests.site.test_riwayat import make_history

LIGHTHOUSE = "npx --yes lighthouse@13.5.0"
FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
KINDS = {
    "beranda": "index.html",
    "sop": "sop/*/*/index.html",
    "instansi": "sop/*/index.html",
    "pelaksana": "pelaksana/*/*/index.html",
    "dokumen": "dokumen/*/index.html",
    "waktu": "waktu/index.html",
    "dasar-hukum": "dasar-hukum/index.html",
    "keterkaitan": "keterkaitan/index.html",
    "banding": "banding/*/index.html",
    "mutu": "mutu/index.html",
    "tinjauan": "tinjauan/index.html",
    "panduan": "panduan/mengusulkan/index.html",
    "riwayat": "sop/*/*/riwayat/**/index.html",
}
"""Kind of page: where its pages are; the largest of them is taken."""
_PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest", ".txt")


class _Compressing(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=3600")
        if path.suffix in _PACKED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def _serving(site: Path) -> Iterator[str]:
    handler = functools.partial(_Compressing, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def examine(url: str) -> dict[str, Any]:
    """Run Lighthouse on a page and return its report."""
    chrome = (
        os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
    )
    command = [
        *shlex.split(os.environ.get("LIGHTHOUSE", LIGHTHOUSE)),
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={FLAGS}",
    ]
    env = {**os.environ, **({"CHROME_PATH": chrome} if chrome else {})}
    result = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    if result.returncode:
        raise SystemExit(result.stderr)
    report: dict[str, Any] = json.loads(result.stdout)
    return report


def faults(report: dict[str, Any]) -> list[str]:
    """List what lowers a mark: the audit, and the first element that it names."""
    found = []
    for name in CATEGORIES:
        for ref in report["categories"][name]["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                items = (audit.get("details") or {}).get("items") or [{}]
                node = items[0].get("node", {}).get("snippet", "")
                found.append(f"{ref['id']} {audit.get('displayValue', '')} {node[:150]}".strip())
    return found


def main() -> None:
    """Print the table, and below each page what is faulted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("kinds", nargs="*", default=list(KINDS), metavar="KIND")
    arguments = parser.parse_args()
    print(f"{'':12} {'  '.join(CATEGORIES)}")
    missing = []
    with _serving(arguments.site) as address:
        for kind in arguments.kinds:
            if (page := largest(arguments.site, kind)) is not None:
                _print(kind, address, page)
            else:
                missing.append(kind)
    if "riwayat" in missing:
        with tempfile.TemporaryDirectory() as folder:
            site = _with_revisions(Path(folder))
            with _serving(site) as address:
                _print("riwayat", address, largest(site, "riwayat") or "")
    for kind in missing:
        if kind != "riwayat":
            print(f"{kind:12} (this site has no such page)")


def largest(site: Path, kind: str) -> str | None:
    """Return the address of the largest page of a kind (empty: the home page); None where there is none."""
    pages = sorted(site.glob(KINDS[kind]), key=lambda p: p.stat().st_size)
    return pages[-1].relative_to(site).as_posix().removesuffix("index.html") if pages else None


def _with_revisions(folder: Path) -> Path:
    """Build a made-up handbook whose SOPs were changed in git: only those have versions to compare."""
    project = make_history(folder / "buku")
    result = build(project)
    if result.returncode:
        raise SystemExit(result.stderr)
    return project / "site"


def _print(kind: str, address: str, path: str) -> None:
    report = examine(address + path)
    marks = [round(100 * report["categories"][name]["score"]) for name in CATEGORIES]
    print(f"{kind:12} {'  '.join(map(str, marks))}  /{path}", flush=True)
    for fault in faults(report):
        print(f"{'':14}{fault}", flush=True)


if __name__ == "__main__":
    main()
