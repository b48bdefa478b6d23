"""Standard time (*waktu*) as a value: parsed once, added, compared and shown again.

Offices count on two clocks. Minutes, hours and plain days run on the office's working hours; "hari
kalender", "1 x 24 jam", months and years run on the calendar. A `Durasi` keeps the two apart, so that a
sum never claims that thirty calendar days are thirty working days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

Bilangan: TypeAlias = int | Fraction
"""An exact number: whole wherever it can be, since whole numbers are added much faster than fractions."""

MENIT_PER_JAM = 60
JAM_PER_HARI_KALENDER = 24


def bilangan(nilai: Bilangan) -> Bilangan:
    """Return a number as a whole one where it is whole."""
    return nilai.numerator if nilai.denominator == 1 else nilai


class Satuan(StrEnum):
    """A unit of time as the documents write it."""

    DETIK = "detik"
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

    kerja: Bilangan = 0
    """Minutes of working time."""
    kalender: Bilangan = 0
    """Minutes of calendar time."""

    def __add__(self, other: Durasi) -> Durasi:
        """Add each clock for itself."""
        return Durasi(self.kerja + other.kerja, self.kalender + other.kalender)

    def __bool__(self) -> bool:
        """Tell whether any time passes."""
        return bool(self.kerja or self.kalender)

    def setara(self, menit_per_hari: Bilangan, hari_per_minggu: int) -> Bilangan:
        """Working minutes that about correspond to both clocks together, for ordering and shares only.

        Calendar time contains `hari_per_minggu` working days in each seven.
        """
        if not self.kalender:
            return self.kerja
        hari = Fraction(self.kalender, JAM_PER_HARI_KALENDER * MENIT_PER_JAM)
        return bilangan(self.kerja + hari * Fraction(hari_per_minggu, 7) * menit_per_hari)


NIHIL = Durasi()
"""No time."""


@dataclass(frozen=True, slots=True)
class Rentang:
    """A shortest and a longest time; equal for a time that is exactly known."""

    paling_cepat: Durasi = NIHIL
    paling_lama: Durasi = NIHIL

    def __add__(self, other: Rentang) -> Rentang:
        """Add the ends."""
        cepat = self.paling_cepat + other.paling_cepat
        if self.paling_cepat is self.paling_lama and other.paling_cepat is other.paling_lama:
            return Rentang(cepat, cepat)
        return Rentang(cepat, self.paling_lama + other.paling_lama)

    @property
    def tunggal(self) -> bool:
        """Whether both ends are the same."""
        return self.paling_cepat == self.paling_lama


class KeadaanWaktu(StrEnum):
    """What became of the words in a Waktu cell."""

    TERBACA = "terbaca"
    SESUAI_KEBUTUHAN = "sesuai kebutuhan"
    """The cell says that the time depends ("sesuai kebutuhan", "tentatif"): right, but not a number."""
    BERKALA = "berkala"
    """It says how often, not how long: "setiap hari kerja", "triwulanan", "2 kali sebulan"."""
    JADWAL = "jadwal"
    """It says when, not how long: "Januari, April", "paling lambat tanggal 5", "pukul 08.00-10.00"."""
    KOSONG = "kosong"
    TAK_TERBACA = "tak terbaca"


class Sifat(StrEnum):
    """How a time bounds the work."""

    TEPAT = "tepat"
    PALING_LAMA = "paling lama"
    """At most: "maksimal", "paling lambat", "≤"."""
    PALING_CEPAT = "paling cepat"
    """At least: "minimal", "sekurang-kurangnya", "≥"."""
    KIRA_KIRA = "kira-kira"
    """About: "±", "sekitar", "kurang lebih"."""


class JenisUntuk(StrEnum):
    """What the words beside a time say."""

    KASUS = "kasus"
    """The case it is for, or a remark: "untuk laporan triwulan", "(daring)"."""
    SYARAT = "syarat"
    """From when or on which condition it runs: "sejak permohonan diterima", "jika lengkap"."""
    TENGGAT = "tenggat"
    """How long before something: "sebelum rapat". It says by when, not how long the work takes."""
    PER_HASIL = "per hasil"
    """For each piece: "per berkas", "/surat"."""


@dataclass(frozen=True, slots=True)
class KasusWaktu:
    """A time in a cell: the only one, or one of several ("1 hari untuk laporan triwulan")."""

    rentang: Rentang
    untuk: str = ""
    """The words beside it, as in the source: its case, its condition, the piece that it is for."""
    satuan: tuple[Satuan, ...] = ()
    """The units that were written, in order."""
    sifat: Sifat = Sifat.TEPAT
    jenis: JenisUntuk | None = None
    """What `untuk` says; None where there is nothing."""


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
    ejaan: str = ""
    """The unit that a misspelled word was taken for: "menit" for "5 minit"."""

    @property
    def rentang(self) -> Rentang:
        """From the shortest case to the longest; zero where nothing could be read."""
        return _rentang(self.kasus)

    @property
    def terhitung(self) -> bool:
        """Whether it says how long the work takes, so that it may be added."""
        return any(k.jenis is not JenisUntuk.TENGGAT for k in self.kasus)

    @property
    def hitungan(self) -> Rentang:
        """What a sum takes of it: `rentang` without the times that only say by when."""
        return _rentang(tuple(k for k in self.kasus if k.jenis is not JenisUntuk.TENGGAT))

    @property
    def sifat(self) -> Sifat:
        """How the whole cell bounds the work: as its cases do, or about, where they bound it differently."""
        return gabung_sifat(k.sifat for k in self.kasus)

    @property
    def per_hasil(self) -> bool:
        """Whether the work takes this long for each piece."""
        return any(k.jenis is JenisUntuk.PER_HASIL for k in self.kasus)

    @property
    def satuan(self) -> frozenset[Satuan]:
        """Every unit that occurs in the cell."""
        return frozenset(s for k in self.kasus for s in k.satuan)


def gabung_sifat(semua: Iterable[Sifat]) -> Sifat:
    """Tell how a sum bounds the work: an upper and a lower bound together bound it neither way."""
    beda = set(semua) - {Sifat.TEPAT}
    if not beda:
        return Sifat.TEPAT
    return beda.pop() if len(beda) == 1 else Sifat.KIRA_KIRA


def _rentang(kasus: tuple[KasusWaktu, ...]) -> Rentang:
    if len(kasus) == 1:
        return kasus[0].rentang
    if not kasus:
        return Rentang()
    return Rentang(
        min((k.rentang.paling_cepat for k in kasus), key=_jumlah),
        max((k.rentang.paling_lama for k in kasus), key=_jumlah),
    )


def _jumlah(durasi: Durasi) -> Bilangan:
    """Order durations of one cell; a calendar minute counts 5/7 · 7.5/24 of a working one."""
    return durasi.setara(450, 5)
