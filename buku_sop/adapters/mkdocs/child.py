"""Runs MkDocs in a process of its own, which ends when ours does and holds our lock as long as it lives."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

from buku_sop.adapters.alone import inherited
from buku_sop.adapters.kemajuan import PENANDA, Lapor, baca_kabar, diam, tanda_baru
from buku_sop.adapters.whole_files import why

__all__ = ["BuildFailed", "end_with_parent", "run_mkdocs"]

_WATCH = "SOP_INDUK"
"""Set for the child: its standard input stays open as long as we live."""
_ERRNO = re.compile(r"(?:OSError|PermissionError|Error): \[Errno (\d+)\] [^:]*(?:: '?([^']*)'?)?")


class BuildFailed(Exception):
    """The site could not be built; the message says why, in Indonesian."""


def run_mkdocs(
    root: Path, site_dir: Path, tambahan: Mapping[str, str], lapor: Lapor = diam
) -> None:
    """Build strictly into `site_dir`, and tell how far it is. Raises BuildFailed with what MkDocs said."""
    tanda = tanda_baru()
    perintah = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    perintah += ["--site-dir", str(site_dir.resolve())]
    anak = subprocess.Popen(
        perintah,
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", _WATCH: "1", PENANDA: tanda, **tambahan},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        pass_fds=inherited(),
    )
    with anak:
        try:
            keluaran, galat = _baca(anak, tanda, lapor)
        except BaseException:
            anak.kill()
            raise
    if anak.returncode:
        pesan = "\n".join(b for b in (keluaran + galat).splitlines() if b.strip())
        raise BuildFailed(f"{pesan}\n{_jelaskan(pesan)}MkDocs berhenti dengan galat.")


def _baca(anak: subprocess.Popen[str], tanda: str, lapor: Lapor) -> tuple[str, str]:
    """Read both outputs to their end; standard input stays open, for it says that we live.

    Lines that begin with `tanda` tell how far the build is, and are no part of what it says.
    """
    assert anak.stdout
    galat: list[str] = []

    def dengar() -> None:
        assert anak.stderr
        for baris in anak.stderr:
            if kabar := baca_kabar(baris, tanda):
                lapor(kabar)
            else:
                galat.append(baris)

    pembaca = threading.Thread(target=dengar)
    pembaca.start()
    keluaran = anak.stdout.read()
    pembaca.join()
    anak.wait()
    return keluaran, "".join(galat)


def _jelaskan(pesan: str) -> str:
    """Say in our words what the system refused, where the output ends with that."""
    semua = list(_ERRNO.finditer(pesan))
    if not semua:
        return ""
    kode, berkas = semua[-1].groups()
    tempat = f" di {berkas}" if berkas else ""
    return f"Sebabnya: {why(int(kode))}{tempat}.\n"


def end_with_parent() -> None:
    """In the child: end at once when the process that started it is gone, however it went."""
    if os.environ.pop(_WATCH, ""):
        threading.Thread(target=_wait_for_end, daemon=True).start()


def _wait_for_end() -> None:
    while os.read(0, 1024):
        pass
    os._exit(3)
