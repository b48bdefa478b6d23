"""Opens the handbook for a command, and shows on a terminal that it is being checked: a thousand SOPs take a while."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from buku_sop.adapters.kemajuan import Kabar, tampilkan
from buku_sop.handbook import Hasil, open_handbook


def open_shown(folder: Path, hari_ini: date | None = None, kantor: str | None = None) -> Hasil:
    """Open a handbook as `open_handbook` does."""
    with tampilkan() as lapor:
        lapor(Kabar("Memeriksa SOP"))
        return open_handbook(folder, hari_ini, kantor)
