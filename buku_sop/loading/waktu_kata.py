"""The words of times: units, numbers, and what stands between them; cut into pieces with their places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from buku_sop.model import Bilangan, Satuan, Sifat
from buku_sop.model.waktu import bilangan

SATUAN: Mapping[str, Satuan] = {
    "detik": Satuan.DETIK, "dtk": Satuan.DETIK, "detk": Satuan.DETIK,
    "menit": Satuan.MENIT, "mnt": Satuan.MENIT, "mnit": Satuan.MENIT,
    "jam": Satuan.JAM, "jm": Satuan.JAM,
    "hari": Satuan.HARI, "hr": Satuan.HARI, "hri": Satuan.HARI,
    "hk": Satuan.HARI_KERJA,
    "minggu": Satuan.MINGGU, "mgg": Satuan.MINGGU, "mggu": Satuan.MINGGU, "pekan": Satuan.MINGGU,
    "bulan": Satuan.BULAN, "bln": Satuan.BULAN,
    "triwulan": Satuan.TRIWULAN, "twl": Satuan.TRIWULAN,
    "semester": Satuan.SEMESTER, "smt": Satuan.SEMESTER,
    "tahun": Satuan.TAHUN, "thn": Satuan.TAHUN, "th": Satuan.TAHUN,
}  # fmt: skip
"""A unit by each way in which documents write it. Of an abbreviation that two units share (`min`) there is none."""
_MACAM = {
    (Satuan.HARI, "kerja"): Satuan.HARI_KERJA,
    (Satuan.HARI, "efektif"): Satuan.HARI_KERJA,
    (Satuan.HARI, "kalender"): Satuan.HARI_KALENDER,
    (Satuan.HARI, "takwim"): Satuan.HARI_KALENDER,
    (Satuan.HARI_KERJA, "kerja"): Satuan.HARI_KERJA,
    (Satuan.HARI_KERJA, "efektif"): Satuan.HARI_KERJA,
    (Satuan.JAM, "kerja"): Satuan.JAM,
    (Satuan.MINGGU, "kerja"): Satuan.MINGGU,
}
"""What a word after a unit makes of it."""
_SE = re.compile(r"se(detik|menit|jam|hari|minggu|pekan|bulan|tahun)")
_MUDAH_SALAH = ("menit", "minggu", "bulan", "tahun", "detik", "triwulan", "semester")
_BUKAN_SALAH = frozenset({"bukan", "bulat", "tahan", "tabun", "detak", "petik", "delik", "genit"})
"""Words of their own that are one letter away from a unit."""

_ANGKA = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000,
}  # fmt: skip
_PENGALI = {"belas": 0, "puluh": 10, "ratus": 100, "ribu": 1000}
_PECAHAN_KATA = {
    ("setengah",): Fraction(1, 2),
    ("seperempat",): Fraction(1, 4),
    ("sepertiga",): Fraction(1, 3),
    ("tiga", "perempat"): Fraction(3, 4),
}
KATA_ANGKA = frozenset({*_ANGKA, *_PENGALI, "setengah", "seperempat", "sepertiga", "perempat"})
_TANDA_PECAHAN = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_PECAHAN_WAJAR = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)}
"""What a slash between two numbers may mean in a time; "5/10 menit" may as well be five or ten."""

PRA: Mapping[tuple[str, ...], Sifat | None] = {
    **dict.fromkeys(
        [
            ("maksimal",), ("maksimum",), ("maksimalnya",), ("maks",), ("max",), ("paling", "lama"),
            ("paling", "lambat"), ("paling", "panjang"), ("paling", "banyak"), ("paling", "telat"),
            ("selambat-lambatnya",), ("selambatnya",), ("selama-lamanya",), ("sebanyak-banyaknya",),
            ("tidak", "lebih", "dari"), ("tidak", "melebihi"), ("tidak", "boleh", "lebih", "dari"),
            ("kurang", "dari"), ("di", "bawah"), ("dibawah",), ("≤",), ("<",), ("sampai",),
        ],
        Sifat.PALING_LAMA,
    ),
    **dict.fromkeys(
        [
            ("minimal",), ("minimum",), ("min",), ("paling", "cepat"), ("paling", "sedikit"), ("paling", "kurang"),
            ("paling", "singkat"), ("paling", "sebentar"), ("paling", "tidak"), ("sekurang-kurangnya",),
            ("sekurangnya",), ("setidaknya",), ("setidak-tidaknya",), ("secepat-cepatnya",), ("lebih", "dari"),
            ("tidak", "kurang", "dari"), ("di", "atas"), ("diatas",), ("≥",), (">",), ("sesedikitnya",),
        ],
        Sifat.PALING_CEPAT,
    ),
    **dict.fromkeys(
        [
            ("±",), ("+",), ("~",), ("≈",), ("sekitar",), ("kurang", "lebih"), ("lebih", "kurang"), ("kira-kira",),
            ("kurleb",), ("rata-rata",), ("perkiraan",), ("diperkirakan",), ("estimasi",), ("lk",), ("k-l",),
        ],
        Sifat.KIRA_KIRA,
    ),
    **dict.fromkeys(
        [
            ("dalam",), ("selama",), ("waktu",), ("jangka", "waktu"), ("lama",), ("lamanya",), ("tepat",),
            ("dengan", "waktu"), ("batas", "waktu"), ("membutuhkan", "waktu"), ("dibutuhkan", "waktu"),
            ("memerlukan", "waktu"), ("memakan", "waktu"), ("waktu", "penyelesaian"),
        ],
        None,
    ),
}  # fmt: skip
"""What may stand before an amount, and how it bounds it."""
PASCA: Mapping[tuple[str, ...], Sifat | None] = {
    ("atau", "lebih"): Sifat.PALING_CEPAT,
    ("lebih",): Sifat.PALING_CEPAT,
    ("atau", "kurang"): Sifat.PALING_LAMA,
    ("kurang", "lebih"): Sifat.KIRA_KIRA,
    ("lebih", "kurang"): Sifat.KIRA_KIRA,
    ("saja",): None,
    **{
        kata: sifat
        for kata, sifat in PRA.items()
        if sifat
        and kata[-1]
        not in ("dari", "atas", "bawah", "sampai", "+", "~", "melebihi", "<", ">", "min")
    },
}
"""What may stand after an amount, and how it bounds it."""


class Kata(NamedTuple):
    """A piece of a cell: a number, a word or a mark."""

    teks: str
    """In lower case; a mark that is written in several ways is always the same."""
    awal: int
    akhir: int
    """Its place in the cell."""
    angka: bool = False


_POTONG = re.compile(
    r"(?P<angka>\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d+)?)"
    r"|(?P<sampai>s\s?/\s?d(?![a-z])\.?|s\.\s?d(?![a-z])\.?|sd(?![a-z])\.?|sampai\s+dengan(?![a-z])"
    r"|sampai(?![a-z])|hingga(?![a-z])"
    r"|[-–—−‐‑‒]+)"
    r"|(?P<kira>\+\s?/\s?[-–]|\+-|±)"
    r"|(?P<batas><\s?=|=\s?<|>\s?=|=\s?>|[≤≥<>])"
    r"|(?P<kata>[^\W\d_]+(?:[-/](?=[^\W\d_])(?:lambat|lama|kurang|kira|tidak|cepat|banyak|rata|masing|menerus)[^\W\d_]*)*)"
    r"|(?P<tanda>\S)"
)
_BATAS = {"<=": "≤", "=<": "≤", ">=": "≥", "=>": "≥"}


@lru_cache(maxsize=256)
def potong(biasa: str) -> tuple[Kata, ...]:
    """Cut a cell in lower case into its pieces."""
    hasil = []
    for cocok in _POTONG.finditer(biasa):
        teks, jenis = cocok[0], cocok.lastgroup
        if jenis == "sampai":
            teks = "sampai"
        elif jenis == "kira":
            teks = "±"
        elif jenis == "batas":
            teks = _BATAS.get("".join(teks.split()), teks)
        hasil.append(
            Kata(teks, cocok.start(), cocok.end(), jenis == "angka" or teks in _TANDA_PECAHAN)
        )
    return tuple(hasil)


def baca_angka(kata: tuple[Kata, ...], i: int) -> tuple[Bilangan, int] | None:
    """Read digits or number words from a piece on: the number, and the piece after it.

    What stands in brackets behind must be the same number, or there is none: "3 (dua)" is read as nothing.
    """
    dibaca = _digit(kata, i) or _ejaan(kata, i)
    if dibaca is None or dibaca[1] >= len(kata) or kata[dibaca[1]].teks != "(":
        return dibaca
    nilai, j = dibaca
    dalam = _digit(kata, j + 1) or _ejaan(kata, j + 1)
    if dalam is None:
        return dibaca
    if dalam[1] < len(kata) and kata[dalam[1]].teks == ")":
        return (nilai, dalam[1] + 1) if dalam[0] == nilai else None
    unit = baca_satuan(kata, dalam[1])
    if (
        unit
        and unit[1] < len(kata)
        and kata[unit[1]].teks == ")"
        and not _bersatuan(kata, unit[1] + 1)
    ):
        return (nilai, dalam[1]) if dalam[0] == nilai else None
    return dibaca


def _bersatuan(kata: tuple[Kata, ...], i: int) -> bool:
    return baca_satuan(kata, i) is not None


def _digit(kata: tuple[Kata, ...], i: int) -> tuple[Bilangan, int] | None:
    """Read digits: 1.000 is a thousand, 1,5 and 1.5 are one and a half, so are 1½ and 1 1/2."""
    if i >= len(kata) or not kata[i].angka or len(kata[i].teks) > 9:
        return None
    teks = kata[i].teks
    if teks in _TANDA_PECAHAN:
        return _TANDA_PECAHAN[teks], i + 1
    if pecahan := _garis_miring(kata, i):
        return pecahan, i + 3
    if re.fullmatch(r"\d{1,3},\d{3}", teks):
        return None  # a thousand to some, and one to others
    ribuan = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", teks)
    nilai = Fraction(teks.replace(".", "") if ribuan else teks.replace(",", "."))
    if nilai.denominator == 1 and i + 1 < len(kata):
        if kata[i + 1].teks in _TANDA_PECAHAN:
            return nilai + _TANDA_PECAHAN[kata[i + 1].teks], i + 2
        if pecahan := _garis_miring(kata, i + 1):
            return nilai + pecahan, i + 4
    if i + 1 < len(kata) and (kata[i + 1].angka or _garis(kata, i + 1)):
        return None
    return bilangan(nilai), i + 1


def _garis(kata: tuple[Kata, ...], i: int) -> bool:
    """Tell whether a slash and a bare number follow, which is neither a fraction nor another time."""
    return i + 1 < len(kata) and kata[i].teks == "/" and kata[i + 1].angka


def _garis_miring(kata: tuple[Kata, ...], i: int) -> Fraction | None:
    if i + 2 >= len(kata) or kata[i + 1].teks != "/":
        return None
    atas, bawah = kata[i].teks, kata[i + 2].teks
    if not (atas.isdecimal() and bawah.isdecimal() and len(atas) == len(bawah) == 1):
        return None
    return Fraction(int(atas), int(bawah)) if (int(atas), int(bawah)) in _PECAHAN_WAJAR else None


def _ejaan(kata: tuple[Kata, ...], i: int) -> tuple[Bilangan, int] | None:
    """Read number words: "dua puluh lima", "satu setengah", "setengah"."""
    j = i
    while j < len(kata) and kata[j].teks in KATA_ANGKA and j - i < 8:
        j += 1
    nilai = _nilai_kata(tuple(k.teks for k in kata[i:j]))
    return None if nilai is None else (nilai, j)


@lru_cache(maxsize=512)
def _nilai_kata(semua: tuple[str, ...]) -> Bilangan | None:
    if not semua:
        return None
    if semua in _PECAHAN_KATA:
        return _PECAHAN_KATA[semua]
    if len(semua) > 1 and semua[-1] == "setengah":
        utuh = _nilai_kata(semua[:-1])
        return utuh + Fraction(1, 2) if isinstance(utuh, int) else None
    total, satuan, sisa = 0, 0, 10**6
    for kata in semua:
        if kata in _ANGKA:
            if satuan or _ANGKA[kata] >= sisa:
                return None
            satuan = _ANGKA[kata]
        elif kata == "belas" and 1 < satuan < 10:
            satuan += 10
        elif kata in ("puluh", "ratus", "ribu") and 0 < satuan < 10 and sisa > _PENGALI[kata]:
            total += satuan * _PENGALI[kata]
            satuan, sisa = 0, _PENGALI[kata]
        else:
            return None
        if satuan in (100, 1000):
            total, satuan, sisa = total + satuan, 0, satuan
    return total + satuan


def baca_satuan(kata: tuple[Kata, ...], i: int) -> tuple[Satuan, int, str] | None:
    """Read a unit at a piece: the unit, the piece after it, and the right word where it is misspelled."""
    if i >= len(kata):
        return None
    satuan, ejaan = SATUAN.get(kata[i].teks), ""
    if satuan is None:
        ejaan = _maksudnya(kata[i].teks)
        satuan = SATUAN.get(ejaan)
    if satuan is None:
        return None
    i += 1
    if i < len(kata) and kata[i].teks == "." and kata[i - 1].teks not in ("jam", "hari", "menit"):
        i += 1
    while i < len(kata) and (satuan, kata[i].teks) in _MACAM:
        satuan = _MACAM[satuan, kata[i].teks]
        i += 1
    return satuan, i, ejaan


def baca_se(kata: tuple[Kata, ...], i: int) -> tuple[Satuan, int] | None:
    """Read "sejam", "sehari": one of a unit in a single word."""
    cocok = _SE.fullmatch(kata[i].teks) if i < len(kata) else None
    return (SATUAN[cocok[1]], i + 1) if cocok else None


@lru_cache(maxsize=512)
def _maksudnya(kata: str) -> str:
    """Find the unit that a word was meant to be: one slip away from it, and from no other."""
    if not 4 <= len(kata) <= 9 or kata in _BUKAN_SALAH:
        return ""
    mirip = [s for s in _MUDAH_SALAH if abs(len(s) - len(kata)) < 2 and _satu_geser(kata, s)]
    return mirip[0] if len(mirip) == 1 else ""


def _satu_geser(a: str, b: str) -> bool:
    """Tell whether one letter is wrong, missing, too much, or changed places with the next."""
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    if len(a) == len(b):
        tukar = a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]
        return tukar or a[i + 1 :] == b[i + 1 :]
    pendek, panjang = sorted((a, b), key=len)
    return panjang[i + 1 :] == pendek[i:]
