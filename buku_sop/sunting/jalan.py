"""Paths and values of a file in the words of people: "langkah 3: waktu"."""

from __future__ import annotations

from buku_sop.loading.places import Path, Value
from buku_sop.model.bidang import LABEL

_PANJANG = 300


def kata_jalan(jalan: Path) -> str:
    """Say in words which field a path leads to."""
    bagian: list[str] = []
    for satu in jalan:
        if isinstance(satu, int) and bagian:
            bagian[-1] = f"{bagian[-1]} {satu + 1}"
        else:
            kata = str(satu)
            bagian.append(LABEL.get(kata, kata.replace("_", " ")).lower())
    return ": ".join(bagian) or "seluruh berkas"


def kata_nilai(nilai: Value) -> str:
    """Write a value on one line; cut where it is long."""
    if nilai is None or nilai in ("", [], {}):
        return "(kosong)"
    if isinstance(nilai, list):
        teks = "; ".join(map(kata_nilai, nilai))
    elif isinstance(nilai, dict):
        teks = ", ".join(f"{k}: {kata_nilai(v)}" for k, v in nilai.items())
    else:
        teks = " ".join(nilai.split())
    return teks if len(teks) <= _PANJANG else f"{teks[: _PANJANG - 1]}…"
