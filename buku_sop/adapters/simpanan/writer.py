"""Writes the service worker, the manifest of the installed site, and what there is to keep of each office.

All of it is worked out from the site as it was written: what a page loads and how large it is stands nowhere else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from buku_sop.adapters.places import look_file
from buku_sop.adapters.simpanan.icons import IKON, write_icons
from buku_sop.adapters.whole_files import write_whole
from buku_sop.model.setelan import UTAMA_BAWAAN

__all__ = [
    "FOLDER",
    "MANIFES",
    "PEKERJA",
    "InstansiTersimpan",
    "SitusTersimpan",
    "write_leaving_worker",
    "write_stored_site",
]

FOLDER = "simpanan"
"""Where the worker lies, from the root of the look."""
PEKERJA = "pekerja.js"
"""At the root of the site, since a worker serves what lies beside and below it."""
MANIFES = "buku.webmanifest"
DAFTAR = "simpanan"

_ISI = re.compile(r"const BUKU = \{\} /\* filled by the build \*/")
_ASET = re.compile(
    r"<(?:link\b[^>]*?\brel=\"?(?:stylesheet|icon|preload|modulepreload)\"?[^>]*?\bhref|script\b[^>]*?\bsrc)"
    r"=\"?([^\" >]+)"
)
_HURUF = re.compile(r"url\([\"']?([^\"')]+\.woff2)[\"']?\)")
_LEBIH = 3_000_000
"""Bytes up to which the parts of the search and of the diagram go along with an office."""
_IKUT = (
    ("assets/javascripts/diagram.*.js",),
    (
        "assets/javascripts/hasil.*.js",
        "assets/javascripts/cari.js",
        "assets/javascripts/cari/*.js",
        "search/**/*",
    ),
)
"""What pages load only when they need it: the diagram of an SOP; the search, with the handbook's index."""
_PENYUNTING = (
    "assets/javascripts/mesin.*.js",
    "assets/javascripts/sunting.*.js",
    "assets/mesin/*/*",
    "data/sunting.json",
    "data/sunting/daftar.json",
)
"""What the page of the editor loads by itself."""


@dataclass(frozen=True, slots=True)
class InstansiTersimpan:
    """An office as devices keep it."""

    id: str
    nama: str
    halaman: tuple[str, ...]
    """Addresses of its pages from the root of the site, its own first; those that were not built are left out."""


@dataclass(frozen=True, slots=True)
class SitusTersimpan:
    """A handbook as devices keep it."""

    judul: str
    favicon: str
    """Path of the picture that stands for the site."""
    awal: tuple[str, ...]
    """Addresses of the pages that every device keeps."""
    instansi: tuple[InstansiTersimpan, ...]
    warna: str = UTAMA_BAWAAN
    """The main colour, which systems show around the site."""


def write_stored_site(root: Path, site_dir: Path, situs: SitusTersimpan) -> None:
    """Write everything into `site_dir`, a site that is complete."""
    write_icons(site_dir, situs.favicon)
    write_whole(site_dir / MANIFES, _manifest(situs.judul, situs.warna).encode())
    pages = [page for page in situs.awal if _file(site_dir, page).is_file()]
    core = _with_assets(site_dir, pages)
    known = {"versi": _version(site_dir, core), "inti": core}
    _write_worker(root, site_dir, known | _editor(site_dir))
    extra = _extra(site_dir)
    for one in situs.instansi:
        path = site_dir / DAFTAR / f"{one.id}.json"
        write_whole(path, _dump(_office(site_dir, one, extra)).encode())


def write_leaving_worker(root: Path, site_dir: Path) -> None:
    """Write a worker that takes leave of the devices on which one was at work."""
    _write_worker(root, site_dir, {})


def leaving_worker(root: Path) -> str:
    """Return the script of that worker, for a server that writes nothing."""
    return _worker(root, {})


def _write_worker(root: Path, site_dir: Path, known: dict[str, Any]) -> None:
    write_whole(site_dir / PEKERJA, _worker(root, known).encode())


def _worker(root: Path, known: dict[str, Any]) -> str:
    source = look_file(root, FOLDER, PEKERJA).read_text(encoding="utf-8")
    text, times = _ISI.subn(lambda _: f"const BUKU = {_dump(known)}", source)
    if times != 1:
        raise ValueError(f"{FOLDER}/{PEKERJA}: the place for what the build knows is missing")
    return text


def _editor(site_dir: Path) -> dict[str, list[str]]:
    """List what the page of the editor needs, where there is one: it works without a connection once it was open."""
    files = sorted(p for pattern in _PENYUNTING for p in site_dir.glob(pattern) if p.is_file())
    if not any(p.parent.parent.name == "mesin" for p in files):
        return {}
    page = _with_assets(site_dir, ["sunting/"])
    return {"penyunting": [*page, *(p.relative_to(site_dir).as_posix() for p in files)]}


def _manifest(judul: str, warna: str) -> str:
    """Describe the site as something to install: https://www.w3.org/TR/appmanifest/."""
    isi = {
        "id": "./",
        "name": judul,
        "short_name": judul if len(judul) <= 12 else "Buku SOP",
        "lang": "id",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": warna,
        "icons": [
            {"src": path, "sizes": f"{size}x{size}", "type": "image/png"} for path, size in IKON
        ],
    }
    return json.dumps(isi, ensure_ascii=False, indent=1)


def _office(site_dir: Path, one: InstansiTersimpan, extra: list[str]) -> dict[str, Any]:
    """Say what there is to keep of an office: each address with a digest, by which a change is noticed."""
    pages = [page for page in one.halaman if _file(site_dir, page).is_file()]
    files = sorted({*_assets_of(site_dir, pages), *extra})
    sums = {path: _digest(_file(site_dir, path)) for path in (*pages, *files)}
    return {
        "nama": one.nama,
        "alamat": pages[0] if pages else "",
        "ukuran": sum(_file(site_dir, path).stat().st_size for path in sums),
        "sidik": sha256(_dump(sums).encode()).hexdigest()[:16],
        "halaman": [(path, sums[path]) for path in pages],
        "berkas": [(path, sums[path]) for path in files],
    }


def _extra(site_dir: Path) -> list[str]:
    """List what pages load when they need it, as long as it is little; pieces of a large search are not."""
    paths: list[str] = []
    for patterns in _IKUT:
        found = sorted(p for pattern in patterns for p in site_dir.glob(pattern) if p.is_file())
        if sum(p.stat().st_size for p in found) <= _LEBIH:
            paths += [p.relative_to(site_dir).as_posix() for p in found]
    return paths


def _with_assets(site_dir: Path, pages: list[str]) -> list[str]:
    return [*pages, *sorted(_assets_of(site_dir, pages))]


def _assets_of(site_dir: Path, pages: Iterable[str]) -> set[str]:
    """Find the files of the site that pages load at once, and the faces that their styles name."""
    found: set[str] = set()
    for page in pages:
        text = _file(site_dir, page).read_text(encoding="utf-8")
        found |= set(_inside(site_dir, page, (unescape(a) for a in _ASET.findall(text))))
    for path in [p for p in found if p.endswith(".css")]:
        text = (site_dir / path).read_text(encoding="utf-8")
        found |= set(_inside(site_dir, path, _HURUF.findall(text)))
    return found


def _inside(site_dir: Path, page: str, links: Iterable[str]) -> Iterator[str]:
    """Resolve relative links of a page to paths of files that are there."""
    for link in links:
        if "://" in link or link.startswith(("//", "data:", "/")):
            continue
        path = normpath(join(dirname(page), link.partition("?")[0].partition("#")[0]))
        if not path.startswith("..") and (site_dir / path).is_file():
            yield path


def _file(site_dir: Path, address: str) -> Path:
    """Find the file that a server sends for an address."""
    return site_dir / (f"{address}index.html" if address.endswith("/") or not address else address)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:16]


def _version(site_dir: Path, core: list[str]) -> str:
    return sha256(_dump([(p, _digest(_file(site_dir, p))) for p in core]).encode()).hexdigest()[:12]


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
