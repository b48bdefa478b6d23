"""Refuses what lies among the files of a site and is no file: reading a pipe or a device would never end."""

from __future__ import annotations

import stat
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files


def refuse_others(files: Files) -> None:
    """Look at every file that lies on the disk, before any is read.

    Raises:
        Abort: Some are pipes or devices; all are named.
    """
    others = sorted(f.src_uri for f in files if f.abs_src_path and _is_other(Path(f.abs_src_path)))
    if others:
        names = ", ".join("".join(c if c.isprintable() else "?" for c in n) for n in others)
        raise Abort(
            f"Di folder docs ada yang bukan berkas biasa melainkan pipa atau perangkat: {names}. "
            "Hapus, atau ganti dengan berkas biasa; situs belum diubah."
        )


def _is_other(path: Path) -> bool:
    """Whether something is there, also behind a link, that is neither a file nor a folder."""
    try:
        kind = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(kind) or stat.S_ISDIR(kind))
