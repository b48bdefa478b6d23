"""Reads dates as documents write them: in full, as a month or a year, or as a sign that there is none.

What cannot be read is never guessed: a year of two digits, or a month in another language, is one finding.
How months are spelt stands in `buku_sop.model.bulan`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from buku_sop.model.bulan import BULAN
from buku_sop.model.tanggal import TanggalTertulis

KATA_KOSONG = (
    "tidak ada", "tidak direvisi", "tidak pernah", "tanpa revisi", "belum", "belum ada", "belum pernah",
    "belum direvisi", "belum pernah direvisi", "nihil", "kosong", "n/a",
)  # fmt: skip
"""What documents write where a date would stand and there is none."""
TANDA_KOSONG = r"[-–—_.…·/()0]"
"""Marks, and zeros, that alone say the same."""
SELA = r"(?:\s*[-/.]\s*|\s+)"
"""What stands between day, month and year where the month is a word."""
SELA_TAHUN = rf"\.?,?{SELA}"
RUMPANG = r"(?:[._…-]+\s*)?"
"""A day that was left open, before its month."""

_NAMA = "|".join(sorted(BULAN, key=len, reverse=True))
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_ANGKA = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_KATA = re.compile(rf"(\d{{1,2}}){SELA}({_NAMA}){SELA_TAHUN}(\d{{4}})", re.ASCII)
_BULAN = re.compile(rf"{RUMPANG}({_NAMA}){SELA_TAHUN}([1-9]\d{{3}})", re.ASCII)
_BULAN_ANGKA = re.compile(r"(0?[1-9]|1[0-2])[-/]([1-9]\d{3})", re.ASCII)
_BULAN_ISO = re.compile(r"([1-9]\d{3})-(0?[1-9]|1[0-2])", re.ASCII)
_TAHUN = re.compile(r"[1-9]\d{3}", re.ASCII)
_TIADA = re.compile(rf"(?:{TANDA_KOSONG}[-–—_.…·/()0\s]*|(?:{'|'.join(KATA_KOSONG)})\.?)")


def baca_tanggal(teks: str) -> date | None:
    """Read 2026-01-31, 31-01-2026, 31/1/2026, "31 Januari 2026", "2 Okt. 2017"; None for anything else."""
    rapi = " ".join(teks.lower().split())
    iso, angka, kata = (pola.fullmatch(rapi) for pola in (_ISO, _ANGKA, _KATA))
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if angka:
            return date(int(angka[3]), int(angka[2]), int(angka[1]))
        if kata:
            return date(int(kata[3]), BULAN[kata[2]], int(kata[1]))
    except ValueError:
        pass
    return None


def baca_tertulis(teks: str) -> TanggalTertulis | None:
    """Read what stands in place of a full date; None for what cannot be read."""
    asli = " ".join(teks.split())
    rapi = asli.lower()
    if _TIADA.fullmatch(rapi):
        return TanggalTertulis(asli)
    if _TAHUN.fullmatch(rapi):
        return TanggalTertulis(asli, date(int(rapi), 1, 1), date(int(rapi), 12, 31))
    if kata := _BULAN.fullmatch(rapi):
        return _bulan(asli, int(kata[2]), BULAN[kata[1]])
    if angka := _BULAN_ANGKA.fullmatch(rapi):
        return _bulan(asli, int(angka[2]), int(angka[1]))
    if iso := _BULAN_ISO.fullmatch(rapi):
        return _bulan(asli, int(iso[1]), int(iso[2]))
    return None


def _bulan(teks: str, tahun: int, bulan: int) -> TanggalTertulis:
    akhir = date(tahun, bulan, monthrange(tahun, bulan)[1])
    return TanggalTertulis(teks, date(tahun, bulan, 1), akhir)
