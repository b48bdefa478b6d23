"""The lines of the files that diagnostics are about, for whoever quotes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from buku_sop.diagnostics import Location
from buku_sop.loading.isi_data import MAX_BYTES, baca_terbatas

_AKHIR = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for the YAML parser, which counts them."""
_JARANG = "\r\x85\u2028\u2029"
"""Those that few files have: to look for them costs less than to cut by a pattern."""


def source_lines(root: Path) -> Callable[[Location], str]:
    """Return a function that reads the line at a place, reading each file once.

    `root` is the folder that paths start from. The function returns an empty text for what cannot be read or is
    not there, and shows what is no UTF-8 as U+FFFD.
    """

    @cache
    def semua(berkas: str) -> list[str]:
        try:
            teks = baca_terbatas(root / berkas, MAX_BYTES)[0].decode("utf-8-sig", errors="replace")
        except OSError:
            return []
        return _AKHIR.split(teks) if any(c in teks for c in _JARANG) else teks.split("\n")

    def baris(lokasi: Location) -> str:
        isi = semua(lokasi.berkas)
        return isi[lokasi.baris - 1] if 0 < lokasi.baris <= len(isi) else ""

    return baris
