"""Reads one amount of time: a number of units, a range, a sum or a product of them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from buku_sop.loading.waktu_kata import Kata, baca_angka, baca_satuan, baca_se
from buku_sop.model import Bilangan, Durasi, JamKerja, Rentang, Satuan, Sifat
from buku_sop.model.waktu import (
    HARI_KALENDER_PER_SATUAN,
    JAM_PER_HARI_KALENDER,
    MENIT_PER_JAM,
    bilangan,
)

_DETIK_PER_MENIT = 60
_SEHARIAN = (24, 48, 72)
"""Hours that are days around the clock: no office works so long at a stretch."""

_BESAR = list(Satuan)
"""Units from small to large."""


class Jumlah(NamedTuple):
    """An amount that was read."""

    rentang: Rentang
    satuan: tuple[Satuan, ...]
    sesudah: int
    """The piece after it."""
    dari_kolom: bool = False
    """Whether its unit is that of the heading."""
    ejaan: str = ""
    """The unit that a misspelled word was taken for."""


class _Ujung(NamedTuple):
    """A number of one unit; the unit is None where there is no word for it."""

    nilai: Bilangan
    satuan: Satuan | None
    sesudah: int
    ejaan: str = ""


def cari(
    ungkapan: Mapping[tuple[str, ...], Sifat | None], kata: tuple[Kata, ...], i: int
) -> tuple[Sifat | None, int] | None:
    """Find the longest of some phrases at a piece: what it says, and the piece after it."""
    for panjang in (4, 3, 2, 1):
        kunci = tuple(k.teks for k in kata[i : i + panjang])
        if len(kunci) == panjang and kunci in ungkapan:
            return ungkapan[kunci], i + panjang
    return None


class PembacaJumlah:
    """Reads amounts, on the clock that each unit runs on."""

    def __init__(self, satuan: Satuan | None, jam: JamKerja) -> None:
        self.satuan, self.jam = satuan, jam

    def bersatuan(self, kata: tuple[Kata, ...], i: int) -> bool:
        """Tell whether an amount with a unit of its own begins at a piece."""
        return self._baca(kata, i, None) is not None

    def baca(self, kata: tuple[Kata, ...], i: int) -> Jumlah | None:
        """Read an amount from a piece on: "1-2 jam", "1 jam 30 menit", "3 x 24 jam", "antara 5 dan 10 menit"."""
        return self._baca(kata, i, self.satuan)

    def _baca(self, kata: tuple[Kata, ...], i: int, satuan: Satuan | None) -> Jumlah | None:
        pertama = self._rentang(kata, i, satuan)
        if pertama is None:
            return None
        semua = pertama
        while lagi := self._rentang(kata, self._penghubung(kata, semua.sesudah), None):
            tambah = kata[semua.sesudah].teks == "+"
            if set(lagi.satuan) & set(semua.satuan) or not (tambah or _menurun(semua, lagi)):
                break
            semua = Jumlah(
                semua.rentang + lagi.rentang,
                (*semua.satuan, *lagi.satuan),
                lagi.sesudah,
                semua.dari_kolom,
                semua.ejaan or lagi.ejaan,
            )
        return semua

    def _penghubung(self, kata: tuple[Kata, ...], i: int) -> int:
        """Pass what joins the parts of a sum: "1 jam lebih 30 menit", "1 hari + 2 jam"."""
        if i < len(kata) and kata[i].teks in ("dan", "lebih", ",", "+"):
            return i + 1
        return i

    def _rentang(self, kata: tuple[Kata, ...], i: int, satuan: Satuan | None) -> Jumlah | None:
        if se := baca_se(kata, i):
            durasi = self._durasi(1, se[0])
            return Jumlah(Rentang(durasi, durasi), (se[0],), se[1])
        antara = i < len(kata) and kata[i].teks == "antara"
        a = self._ujung(kata, i + antara)
        if a is None:
            return None
        if a.sesudah < len(kata) and kata[a.sesudah].teks in self._antara(a, antara=antara):
            if (b := self._ujung(kata, a.sesudah + 1)) is not None:
                return self._dua(a, b, satuan)
            if a.satuan is None:
                return None
        if antara:
            return None
        return self._satu(a, satuan)

    def _antara(self, a: _Ujung, *, antara: bool) -> tuple[str, ...]:
        """Return what may join two ends: "5-10", "antara 5 dan 10", and "1 atau 2 hari" before one unit."""
        if antara:
            return ("dan", "sampai")
        return ("sampai",) if a.satuan else ("sampai", "atau")

    def _satu(self, a: _Ujung, satuan: Satuan | None) -> Jumlah | None:
        unit = a.satuan or satuan
        if unit is None:
            return None
        durasi = self._durasi(a.nilai, unit)
        nama = (self._nama(unit, a.nilai),)
        return Jumlah(Rentang(durasi, durasi), nama, a.sesudah, a.satuan is None, a.ejaan)

    def _dua(self, a: _Ujung, b: _Ujung, satuan: Satuan | None) -> Jumlah | None:
        """Read a range. "30 menit - 3" says no second unit, and is nothing."""
        if a.satuan and not b.satuan:
            return None
        unit = b.satuan or satuan
        if unit is None:
            return None
        unit_a = a.satuan or unit
        rentang = Rentang(self._durasi(a.nilai, unit_a), self._durasi(b.nilai, unit))
        dua = (self._nama(unit_a, a.nilai), self._nama(unit, b.nilai))
        ejaan = a.ejaan or b.ejaan
        return Jumlah(rentang, tuple(dict.fromkeys(dua)), b.sesudah, b.satuan is None, ejaan)

    def _ujung(self, kata: tuple[Kata, ...], i: int) -> _Ujung | None:
        """Read a number or a product, and its unit."""
        angka = baca_angka(kata, i)
        if angka is None:
            return None
        nilai, i = angka
        kali, hasil_kali = nilai, False
        if i < len(kata) and kata[i].teks in ("x", "×", "*", "kali"):
            lagi = baca_angka(kata, i + 1)
            if lagi is None:
                return None
            nilai, i = lagi
            hasil_kali = True
        unit = baca_satuan(kata, i)
        if unit is None:
            return None if hasil_kali else _Ujung(nilai, None, i)
        satuan, i, ejaan = unit
        if i < len(kata) and kata[i].teks == ")" and _membuka(kata, i):
            i += 1
        if hasil_kali and satuan is Satuan.JAM and nilai == JAM_PER_HARI_KALENDER:
            return _Ujung(kali, Satuan.HARI_KALENDER, i, ejaan)
        return _Ujung(bilangan(nilai * kali) if hasil_kali else nilai, satuan, i, ejaan)

    def _nama(self, satuan: Satuan, nilai: Bilangan) -> Satuan:
        return Satuan.HARI_KALENDER if satuan is Satuan.JAM and nilai in _SEHARIAN else satuan

    def _durasi(self, nilai: Bilangan, satuan: Satuan) -> Durasi:
        """Put an amount on the clock that its unit runs on."""
        sehari = JAM_PER_HARI_KALENDER * MENIT_PER_JAM
        if satuan is Satuan.JAM and nilai in _SEHARIAN:
            return Durasi(kalender=nilai * MENIT_PER_JAM)
        if satuan in HARI_KALENDER_PER_SATUAN:
            return Durasi(kalender=bilangan(nilai * HARI_KALENDER_PER_SATUAN[satuan] * sehari))
        return Durasi(kerja=bilangan(nilai * self._menit(satuan)))

    def _menit(self, satuan: Satuan) -> Bilangan:
        """Return the minutes of a unit of working time."""
        match satuan:
            case Satuan.DETIK:
                return Fraction(1, _DETIK_PER_MENIT)
            case Satuan.MENIT:
                return 1
            case Satuan.JAM:
                return MENIT_PER_JAM
            case Satuan.MINGGU:
                return self.jam.menit_per_hari * self.jam.hari_per_minggu
            case _:
                return self.jam.menit_per_hari


def _menurun(a: Jumlah, b: Jumlah) -> bool:
    """Tell whether a sum goes on with a smaller unit, as in "1 jam 30 menit"."""
    return _besar(b.satuan[0]) < _besar(a.satuan[-1])


def _besar(satuan: Satuan) -> int:
    """Rank units by size; all kinds of days are of one size."""
    sehari = satuan in (Satuan.HARI_KERJA, Satuan.HARI_KALENDER)
    return _BESAR.index(Satuan.HARI if sehari else satuan)


def _membuka(kata: tuple[Kata, ...], i: int) -> bool:
    """Tell whether the bracket that closes here was opened within a number: "2 (dua hari)"."""
    dalam = 0
    for j in range(i, -1, -1):
        dalam += (kata[j].teks == ")") - (kata[j].teks == "(")
        if not dalam:
            return j > 0 and kata[j - 1].angka
    return False
