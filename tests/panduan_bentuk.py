"""The handbook that the guide *Bentuk lembar* writes: each of its examples names its file in its first line."""

from __future__ import annotations

import re
from pathlib import Path

from tests.paths import ROOT

PANDUAN = ROOT / "docs" / "panduan" / "bentuk.md"
_BLOK = re.compile(r"^```yaml\n# (sop_data/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7H1Z"/></svg>'


def tulis_contoh(root: Path) -> Path:
    """Write the examples below a folder, with logos; return the folder of the data."""
    for nama, isi in _BLOK.findall(PANDUAN.read_text(encoding="utf-8")):
        path = root / nama
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(isi, encoding="utf-8")
    for logo in ("kabupaten.svg", "puskesmas.svg"):
        (root / "sop_data" / "puskesmas-rekaan" / logo).write_text(LOGO, encoding="utf-8")
    return root / "sop_data"
