"""A clone of the first release: which of its files are ours, and still as we released them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

VERSI = "0.1.0"
MESIN = ("buku_sop/", "macros/")
"""Folders of the engine: what an office left there would be read in place of the installed one."""
LAMA = "lama/"
"""Where changes to the engine go, whole, for the office to look at."""
_RILIS = Path(__file__).resolve().parent / "rilis"
_SISA = ("__pycache__", ".pyc")


@cache
def berkas_klon() -> Mapping[str, str]:
    """Return git's names of the contents of the released files (their first digits), by path, without the data."""
    baris = (_RILIS / f"klon-{VERSI}.txt").read_text(encoding="utf-8").splitlines()
    return {path: nama for nama, _, path in (b.partition(" ") for b in baris if b[:1] != "#")}


def seperti_dirilis(path: str, isi: bytes) -> bool:
    """Whether a file is one of the release, and unchanged; line breaks of Windows are no change."""
    nama = berkas_klon().get(path)
    if nama is None:
        return False
    polos = isi if b"\0" in isi[:8000] else isi.replace(b"\r\n", b"\n")
    return any(nama_git(satu).startswith(nama) for satu in {isi, polos})


def nama_git(isi: bytes) -> str:
    """Return what git calls a content."""
    kepala = b"blob %d\0" % len(isi)
    return hashlib.sha1(kepala + isi, usedforsecurity=False).hexdigest()


def tambahan_di_mesin(root: Path) -> Iterator[str]:
    """Yield what an office added to the engine's folders."""
    for folder in MESIN:
        for berkas in sorted((root / folder).rglob("*")):
            path = berkas.relative_to(root).as_posix()
            if berkas.is_file() and path not in berkas_klon() and not any(s in path for s in _SISA):
                yield path
