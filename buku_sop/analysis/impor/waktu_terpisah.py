"""Joins a time that stands in two columns, the number and its unit: "5" | "Menit"."""

from __future__ import annotations

import re

from buku_sop.analysis.impor.peran import Kolom, Peran, peran_kepala
from buku_sop.loading.waktu import baca_waktu
from buku_sop.model.waktu import KeadaanWaktu

_SATUAN = re.compile(
    r"\(?\s*(?:detik|menit|mnt|jam|hari(?:\s+(?:kerja|kalender))?|minggu|bulan|triwulan|semester|tahun)\s*\)?\.?",
    re.IGNORECASE,
)
TANPA_SATUAN = "Kolom satuannya kosong."
TANPA_ANGKA = "Hanya satuannya yang tertulis; kolom angkanya kosong."
TAK_PASTI = "Angka dan satuan dari dua kolom digabung, tetapi tidak terbaca sebagai lama waktu."


def satuan(teks: str) -> bool:
    """Whether a cell says a unit of time and nothing else."""
    return _SATUAN.fullmatch(" ".join(teks.split())) is not None


def gabung_waktu(angka: str, unit: str, *, dikenal: bool) -> tuple[str, str]:
    """Return the time that a number and its unit say, and why it may not be so; `unit` is one, or empty.

    `dikenal` says that the heading names the unit of what has none.
    """
    unit = unit.strip(" ()") if unit else ""
    if not unit:
        tanpa = angka and not dikenal and re.fullmatch(r"[\d\s.,½¼¾–-]+", angka)
        return angka, TANPA_SATUAN if tanpa else ""
    if not angka:
        return unit, TANPA_ANGKA
    if angka.casefold().endswith(unit.casefold()):
        return angka, ""
    gabungan = f"{angka} {unit}"
    terbaca = baca_waktu(gabungan).keadaan is not KeadaanWaktu.TAK_TERBACA
    return gabungan, "" if terbaca else TAK_PASTI


def kepala_waktu(kolom: Kolom) -> str:
    """Return the heading over number and unit."""
    return next((a for a in kolom.atas if peran_kepala(a) is Peran.WAKTU), kolom.teks)


def menyebut_satuan(kolom: Kolom) -> bool:
    """Whether a heading names the unit of its times: "Waktu (menit)"."""
    return any(
        re.search(rf"\b{_SATUAN.pattern}\s*$", t, re.IGNORECASE) for t in (kolom.teks, *kolom.atas)
    )
