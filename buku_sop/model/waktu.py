"""Standard time (*waktu*) as a value: parsed once, added, compared and shown again.

Offices count on two clocks. Minutes, hours and plain days run on the office's working hours; "hari
kalender", "1 x 24 jam", months and years run on the calendar. A `Durasi` keeps the two apart, so that a
sum never claims that thirty calendar days are thirty working days.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

MENIT_PER_JAM = 60
JAM_PER_HARI_KALENDER = 24


class Satuan(StrEnum):
    """A unit of time as the documents write it."""

    MENIT = "menit"
    JAM = "jam"
    HARI = "hari"
    """A day without further words: a working day of the office."""
    HARI_KERJA = "hari kerja"
    HARI_KALENDER = "hari kalender"
    MINGGU = "minggu"
    BULAN = "bulan"
    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUN = "tahun"


HARI_KALENDER_PER_SATUAN = {
    Satuan.HARI_KALENDER: 1,
    Satuan.BULAN: 30,
    Satuan.TRIWULAN: 90,
    Satuan.SEMESTER: 180,
    Satuan.TAHUN: 360,
}
"""Length of the calendar units in days. A month has thirty days, as in Indonesian civil practice."""


@dataclass(frozen=True, slots=True)
class Durasi:
    """A length of time on the two clocks of an office. Durations add; zero is falsy."""

    kerja: Fraction = Fraction(0)
    """Minutes of working time."""
    kalender: Fraction = Fraction(0)
    """Minutes of calendar time."""

    def __add__(self, other: Durasi) -> Durasi:
        """Add each clock for itself."""
        return Durasi(self.kerja + other.kerja, self.kalender + other.kalender)

    def __bool__(self) -> bool:
        """Tell whether any time passes."""
        return bool(self.kerja or self.kalender)

    def setara(self, menit_per_hari: Fraction, hari_per_minggu: int) -> Fraction:
        """Working minutes that about correspond to both clocks together, for ordering and shares only.

        Calendar time contains `hari_per_minggu` working days in each seven.
        """
        hari = self.kalender / (JAM_PER_HARI_KALENDER * MENIT_PER_JAM)
        return self.kerja + hari * Fraction(hari_per_minggu, 7) * menit_per_hari


@dataclass(frozen=True, slots=True)
class Rentang:
    """A shortest and a longest time; equal for a time that is exactly known."""

    paling_cepat: Durasi = Durasi()
    paling_lama: Durasi = Durasi()

    def __add__(self, other: Rentang) -> Rentang:
        """Add the ends."""
        return Rentang(self.paling_cepat + other.paling_cepat, self.paling_lama + other.paling_lama)

    @property
    def tunggal(self) -> bool:
        """Whether both ends are the same."""
        return self.paling_cepat == self.paling_lama


class KeadaanWaktu(StrEnum):
    """What became of the words in a Waktu cell."""

    TERBACA = "terbaca"
    SESUAI_KEBUTUHAN = "sesuai kebutuhan"
    """The cell says that the time depends ("sesuai kebutuhan", "tentatif"): right, but not a number."""
    KOSONG = "kosong"
    TAK_TERBACA = "tak terbaca"


@dataclass(frozen=True, slots=True)
class KasusWaktu:
    """One of several times in a cell ("1 hari untuk laporan triwulan")."""

    rentang: Rentang
    untuk: str = ""
    """The case it is for, in the source's words; empty when there is one case only."""
    satuan: tuple[Satuan, ...] = ()
    """The units that were written, in order."""


@dataclass(frozen=True, slots=True)
class Waktu:
    """The standard time of a step: the source's words, and what they mean."""

    teks: str = ""
    """The words as written; with `satuan_waktu` a bare number stays a bare number."""
    keadaan: KeadaanWaktu = KeadaanWaktu.KOSONG
    kasus: tuple[KasusWaktu, ...] = ()
    """The cases; exactly one for a simple time, none unless `keadaan` is TERBACA."""
    satuan_kolom: Satuan | None = None
    """The unit that the column heading supplied, where the cell has none of its own."""

    @property
    def rentang(self) -> Rentang:
        """From the shortest case to the longest; zero where nothing could be read."""
        if not self.kasus:
            return Rentang()
        return Rentang(
            min((k.rentang.paling_cepat for k in self.kasus), key=_jumlah),
            max((k.rentang.paling_lama for k in self.kasus), key=_jumlah),
        )

    @property
    def satuan(self) -> frozenset[Satuan]:
        """Every unit that occurs in the cell."""
        return frozenset(s for k in self.kasus for s in k.satuan)


def _jumlah(durasi: Durasi) -> Fraction:
    """Order durations of one cell; a calendar minute counts 5/7 · 7.5/24 of a working one."""
    return durasi.setara(Fraction(450), 5)
