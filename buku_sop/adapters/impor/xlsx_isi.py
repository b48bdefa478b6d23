"""What a cell of a workbook shows: numbers and dates as people read them."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from buku_sop.model.tanggal import tulis_tanggal


def teks_sel(sel: Any) -> str:
    """Return the text of a cell, its lines without blanks around them; empty for an error value."""
    nilai = sel.value
    if isinstance(nilai, bool):
        teks = "YA" if nilai else "TIDAK"
    elif isinstance(nilai, datetime | date):
        teks = tulis_tanggal(nilai)
    elif isinstance(nilai, time):
        teks = f"{nilai.hour:02}.{nilai.minute:02}"
    elif isinstance(nilai, float):
        teks = _angka(nilai, str(sel.number_format or ""))
    else:
        teks = "" if sel.data_type == "e" else _KODE.sub(_aksara, str(nilai))
    return "\n".join(" ".join(baris.split()) for baris in teks.strip().splitlines())


_KODE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How workbooks write characters that XML cannot hold, or that would be lost; `_x005F_` is a low line."""


def _aksara(kode: re.Match[str]) -> str:
    satu = chr(int(kode[1], 16))
    return satu if satu.isprintable() or satu == "\n" else " "


def _angka(nilai: float, bentuk: str) -> str:
    if "%" in bentuk:
        return f"{nilai * 100:g}%".replace(".", ",")
    return str(int(nilai)) if nilai.is_integer() else f"{nilai:.10g}".replace(".", ",")
