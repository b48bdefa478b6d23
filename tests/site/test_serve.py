"""`mkdocs serve` on broken data shows what is wrong, and the handbook again once it is mended."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.site.buku import CONTOH, TAMU, environment, make_project

PAGE = "/sop/kantor-contoh/penerimaan-tamu/"
BROKEN = "nama: Penerimaan Tamu\nnmor: <b>1</b>\nlangkah: []\n"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Run the live preview of a project and yield its port."""
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (
        (folder / "log.txt").open("w", encoding="utf-8") as log,
        subprocess.Popen(command, cwd=folder, env=environment(), stdout=log, stderr=log) as server,
    ):
        try:
            yield port
        finally:
            server.terminate()


def fetch(port: int, path: str) -> str:
    """Return a page, or nothing while the server does not answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode("utf-8")
    except OSError:
        return ""
    finally:
        connection.close()


def eventually(port: int, path: str, words: str) -> str:
    """Wait until a page says something; the tests' only clock is here, and it is generous."""
    html = ""
    for _ in range(240):
        html = fetch(port, path)
        if words in html:
            return html
        time.sleep(0.25)
    raise AssertionError(f"{path} never said {words!r}; it says {html[:2000]!r}")


@pytest.mark.semua
def test_a_broken_file_is_reported_on_every_page_until_it_is_mended(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {**CONTOH, "kantor-contoh/penerimaan-tamu.yml": BROKEN})
    file = folder / "sop_data/kantor-contoh/penerimaan-tamu.yml"
    with serving(folder) as port:
        for path in ("/", PAGE, "/panduan/menulis/"):
            html = eventually(port, path, "Buku SOP belum dapat dibuat")
            assert "SOP-S001" in html
            assert "sop_data/kantor-contoh/penerimaan-tamu.yml:2:1" in html
            assert "<b>1</b>" not in html
            assert "livereload(" in html
        file.write_text(TAMU, encoding="utf-8")
        html = eventually(port, PAGE, "Mencatat tamu")
        assert "belum dapat dibuat" not in html
        file.write_text(BROKEN, encoding="utf-8")
        eventually(port, PAGE, "Buku SOP belum dapat dibuat")
