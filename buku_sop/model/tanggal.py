"""The dates of an SOP's identity, which real documents leave empty, or give only as a month or a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class TanggalTertulis:
    """What a document has in place of a full date: "-", "Januari 2018", "2018"."""

    teks: str
    """Its words, which pages and sheets show."""
    awal: date | None = None
    """The first day that they may mean; None where they mean none."""
    akhir: date | None = None
    """The last day that they may mean; None where they mean none."""


BULAN: Mapping[str, int] = MappingProxyType({
    "januari": 1, "jan": 1,
    "februari": 2, "pebruari": 2, "febuari": 2, "feb": 2, "febr": 2, "peb": 2, "pebr": 2,
    "maret": 3, "mar": 3, "mrt": 3,
    "april": 4, "apr": 4,
    "mei": 5,
    "juni": 6, "jun": 6,
    "juli": 7, "jul": 7,
    "agustus": 8, "agust": 8, "agu": 8, "ags": 8, "agt": 8, "agts": 8,
    "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10,
    "november": 11, "nopember": 11, "nov": 11, "nop": 11,
    "desember": 12, "des": 12,
})  # fmt: skip
"""The months as documents spell and shorten them, by their number; of each its full name first."""
_NAMA_BULAN = {nomor: nama.capitalize() for nama, nomor in reversed([*BULAN.items()])}


def tulis_tanggal(tanggal: date | None) -> str:
    """Write a date in words, "18 Maret 2023"; empty for none."""
    return f"{tanggal.day} {_NAMA_BULAN[tanggal.month]} {tanggal.year}" if tanggal else ""
