"""What the live preview gives is what a build writes, for all pages and data files of the handbook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from buku_sop.adapters.sajikan.site import Site
from buku_sop.adapters.situs.sajian import KEY, Sajian
from buku_sop.handbook import IngatanBerkas, reopen_handbook
from tests.site.buku import build_once

STORED = re.compile(
    r'<link rel="(?:manifest|apple-touch-icon)"[^>]*>|<meta name="theme-color"[^>]*>|<!--sop-simpanan-->'
    r"|<script>isSecureContext[^<]*</script>"
)
"""What lets a device keep the site: a preview is not kept."""
PRINTED = re.compile(
    r"\((?:[\d,]+\s[KkM]B|dicetak saat diminta)\)|(?:PDF, )(?:[\d,]+\s[KkM]B|dicetak saat diminta)"
)
"""The size of what a preview prints later."""
BOOK = re.compile(r'<p class="sop-aksi"[^>]*>(?:(?!</p>).)*\bbuku\b.*?</p>', re.DOTALL)
"""The book, which a preview does not print."""
NOT_GIVEN = re.compile(
    r"search/|.*\.pdf$|sitemap\.xml\.gz$|buku\.webmanifest$|pekerja\.js$|simpanan/|assets/images/ikon-"
)
"""Files of a build that are no page and no data of it, or that a test of their own looks at."""


def plain(path: str, content: bytes) -> bytes:
    """Leave out of a page what must differ."""
    if not path.endswith(".html"):
        return content
    text = content.decode("utf-8")
    for pattern in (STORED, PRINTED, BOOK):
        text = pattern.sub("", text)
    return " ".join(text.split()).encode()


def test_the_server_gives_what_a_build_writes(
    bersama: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handbook = build_once(bersama)
    built = handbook.site
    monkeypatch.setenv("SOP_PDF", "true")
    for name in ("SOP_REPO_URL", "SOP_SITE_URL", "SOP_SIMPANAN", "SOP_LURING"):
        monkeypatch.delenv(name, raising=False)
    kept = IngatanBerkas()
    buka = Sajian(lambda folder, hari_ini, lain: reopen_handbook(folder, kept, hari_ini, lain))
    site = Site(handbook.project, {KEY: buka}, first=True)
    seen = 0
    for file in sorted(built.rglob("*")):
        path = file.relative_to(built).as_posix()
        if not file.is_file() or NOT_GIVEN.match(path):
            continue
        found = site.get(path)
        content = found[0] if found else site.data(path)
        assert content is not None, path
        assert plain(path, content) == plain(path, file.read_bytes()), path
        seen += 1
    assert seen > 100
