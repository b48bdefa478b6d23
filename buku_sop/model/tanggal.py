"""The dates of an SOP's identity, which real documents leave empty, or give only as a month or a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from buku_sop.model.bulan import BULAN


@dataclass(frozen=True, slots=True)
class TanggalTertulis:
    """What a document has in place of a full date: "-", "Januari 2018", "2018"."""

    teks: str
    """Its words, which pages and sheets show."""
    awal: date | None = None
    """The first day that they may mean; None where they mean none."""
    akhir: date | None = None
    """The last day that they may mean; None where they mean none."""


_NAMA_BULAN = {nomor: nama.capitalize() for nama, nomor in reversed([*BULAN.items()])}


def tulis_tanggal(tanggal: date | None) -> str:
    """Write a date in words, "18 Maret 2023"; empty for none."""
    return f"{tanggal.day} {_NAMA_BULAN[tanggal.month]} {tanggal.year}" if tanggal else ""
