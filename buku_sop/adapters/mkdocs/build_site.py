"""Builds the site beside the previous one and swaps them when everything has succeeded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

BUILD = Path(".build")


class BuildFailed(Exception):
    """The site could not be built; the message says why, in Indonesian."""


def build_site(
    root: Path,
    lingkungan: Mapping[str, str] | None = None,
    tujuan: Path | None = None,
    after: Callable[[], None] = lambda: None,
) -> Path:
    """Build strictly into `.build/` and then replace `tujuan`. Raises BuildFailed and changes nothing then.

    `lingkungan` adds to the environment that `mkdocs.yml` reads; `tujuan`, a folder below `root`, is `site/`
    unless given. `after` is called when the site stands and nobody else may build yet. Returns `tujuan`.
    """
    tujuan = tujuan or root / "site"
    baru, lama = (root / BUILD / f"{tujuan.name}-{umur}" for umur in ("baru", "lama"))
    shutil.rmtree(baru, ignore_errors=True)
    baru.parent.mkdir(exist_ok=True)
    _mkdocs(root, baru, lingkungan or {})
    shutil.rmtree(lama, ignore_errors=True)
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    try:
        if tujuan.exists():
            tujuan.rename(lama)
        baru.rename(tujuan)
    except OSError as error:
        if lama.exists() and not tujuan.exists():
            lama.rename(tujuan)
        raise BuildFailed(
            f"Folder {tujuan.as_posix()} tidak dapat diganti ({error.strerror}). "
            "Tutup program yang sedang membukanya, lalu ulangi."
        ) from error
    shutil.rmtree(lama, ignore_errors=True)
    after()
    return tujuan


def _mkdocs(root: Path, site_dir: Path, tambahan: Mapping[str, str]) -> None:
    """Run a strict MkDocs build in a process of its own, so that its plugins start clean."""
    perintah = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--site-dir",
        str(site_dir.resolve()),
    ]
    lingkungan = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **tambahan}
    hasil = subprocess.run(
        perintah,
        cwd=root,
        env=lingkungan,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if hasil.returncode:
        pesan = "\n".join(b for b in (hasil.stdout + hasil.stderr).splitlines() if b.strip())
        raise BuildFailed(f"{pesan}\nMkDocs berhenti dengan galat.")
