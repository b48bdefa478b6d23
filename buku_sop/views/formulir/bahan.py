"""What a form is made from, and the texts that several forms share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from buku_sop.model import Instansi, Kebutuhan, Riwayat, Sop
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.views.dasar.istilah import istilah, tanggal_sop, tulis_revisi

TITIK = "\u2026" * 12
"""A line to write on, within a text."""


@dataclass(frozen=True, slots=True)
class Perubahan:
    """A change of an SOP, for the record of its revisions."""

    tanggal: date
    apa: str
    """What it is called: "Revisi", or what became of the file."""
    isi: str
    """What changed."""
    asal: str
    """Who tells of it: the document, or the file and its revision."""


@dataclass(frozen=True, slots=True)
class BahanFormulir:
    """What one form is made from."""

    instansi: Instansi
    sop: tuple[Sop, ...]
    """The SOPs that it is about; one for a form about one SOP."""
    kebutuhan: Kebutuhan | None
    hari_ini: date
    tahun: int | None = None
    """The year whose recorded results are filled in."""
    perubahan: tuple[Perubahan, ...] = ()
    """What changed in the SOP, oldest first."""

    @property
    def satu(self) -> Sop:
        """The SOP of a form about one."""
        return self.sop[0]

    def tercatat(self, sop: Sop, jenis: str) -> list[Riwayat]:
        """Return what was recorded of a kind in the year that is filled in, oldest first."""
        semua = (r for r in sop.riwayat if r.jenis == jenis and r.tanggal.year == self.tahun)
        return sorted(semua, key=lambda r: r.tanggal)

    def label(self, bidang: str) -> str:
        """Write a label as the office has it."""
        return istilah(bidang, self.satu if self.sop else None, self.instansi)


def baris_sop(bahan: BahanFormulir) -> list[tuple[str, str]]:
    """Say which SOP a form is about, and which revision of it."""
    sop = bahan.satu
    semua = [
        (bahan.label("nama"), sop.nama),
        (bahan.label("nomor"), sop.nomor or "-"),
        ("Unit kerja", bahan.instansi.nama),
        (bahan.label("tanggal_efektif"), hari(sop) or "-"),
    ]
    if revisi := tulis_revisi(sop):
        semua.append(("Revisi", revisi))
    return semua


def hari(sop: Sop) -> str:
    """Write since when an SOP is in force."""
    return tanggal_sop("tanggal_efektif", sop) or tanggal_sop("tanggal_pengesahan", sop)


def kapan_oleh(r: Riwayat) -> str:
    """Say when something was recorded, and by whom."""
    return f"{tulis_tanggal(r.tanggal)}{f', oleh {r.penilai}' if r.penilai else ''}"
