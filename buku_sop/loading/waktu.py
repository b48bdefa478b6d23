"""Reads the words of a Waktu cell into a time.

Real documents write "10 menit", "1-2 jam", "1 x 24 jam", "30 hari kerja", "1 jam 30 menit", a bare "15" under
a heading in minutes, "sesuai kebutuhan", or several cases in one cell ("1 hari untuk laporan triwulan dan 15
hari untuk laporan tahunan"). What cannot be read keeps its words.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from buku_sop.model import (
    Durasi,
    JamKerja,
    KasusWaktu,
    KeadaanWaktu,
    Rentang,
    Satuan,
    Waktu,
)
from buku_sop.model.waktu import HARI_KALENDER_PER_SATUAN

_SATUAN = {
    "menit": Satuan.MENIT,
    "mnt": Satuan.MENIT,
    "jam": Satuan.JAM,
    "hari kerja": Satuan.HARI_KERJA,
    "hk": Satuan.HARI_KERJA,
    "hari kalender": Satuan.HARI_KALENDER,
    "hari": Satuan.HARI,
    "minggu": Satuan.MINGGU,
    "bulan": Satuan.BULAN,
    "bln": Satuan.BULAN,
    "triwulan": Satuan.TRIWULAN,
    "semester": Satuan.SEMESTER,
    "tahun": Satuan.TAHUN,
    "thn": Satuan.TAHUN,
}
_KATA_ANGKA = {
    "setengah": "0,5", "satu": "1", "dua": "2", "tiga": "3", "empat": "4", "lima": "5",
    "enam": "6", "tujuh": "7", "delapan": "8", "sembilan": "9", "sepuluh": "10",
    "sebelas": "11", "dua belas": "12",
}  # fmt: skip
_SESUAI_KEBUTUHAN = re.compile(
    r"(?:sesuai|menyesuaikan|berdasarkan|tergantung)\b.*|tentatif|insidentil|insidental|fleksibel"
    r"|kondisional|situasional|setiap saat|sewaktu-waktu|terus[- ]menerus|berkelanjutan",
)

_ANGKA = r"\d{1,3}(?:\.\d{3})+|\d{1,6}(?:[.,]\d{1,3})?(?:\s*/\s*\d{1,3})?|½|¼|¾"
_UNIT = r"hari\s+kerja|hari\s+kalender|" + "|".join(sorted(_SATUAN, key=len, reverse=True))
_KIRA = re.compile(
    r"^(?:(?:±|\+/-|kurang lebih|lebih kurang|sekitar|kira-kira|maksimal|maksimum|paling lama|"
    r"paling lambat|selambat-lambatnya|maks\.?|max\.?|minimal|dalam|selama)\s*)+"
)
_SAMPAI = r"\s*(?:-|–|—|s\s*/\s*d|s\.\s*d\.?|sd|sampai(?:\s+dengan)?|hingga)\s*"
_KALI = re.compile(rf"({_ANGKA})\s*[x×*]\s*24\s*jam")
_RENTANG = re.compile(
    rf"(?P<a>{_ANGKA})\s*(?P<ua>{_UNIT})?(?:{_SAMPAI}(?P<b>{_ANGKA})\s*(?P<ub>{_UNIT})?)?(?![\w%])"
)
_UNTUK = re.compile(
    r"(.+?)(?:\s+\(?(?:untuk|bagi)\s+|\s+(?=(?:per|setiap|tiap)\b)|\s*/\s*(?=[a-z]))(.+?)\)?$"
)
"""A time and the case it is for."""
_KASUS = re.compile(r"(?:\s*(?:;|,|/|\bdan\b|\batau\b)\s*)(?=(?:±\s*)?\d)")


@lru_cache(maxsize=4096)
def baca_waktu(
    teks: str, satuan_kolom: Satuan | None = None, jam_kerja: JamKerja | None = None
) -> Waktu:
    """Read a cell. `satuan_kolom` is the unit in the column heading; never raises."""
    rapi = " ".join(teks.split())
    if not rapi or rapi in {"-", "–", "—"}:
        return Waktu(teks=rapi)
    biasa = _kata_ke_angka(rapi.casefold().rstrip(" ."))
    if _SESUAI_KEBUTUHAN.fullmatch(biasa):
        return Waktu(rapi, KeadaanWaktu.SESUAI_KEBUTUHAN)
    jam = jam_kerja or JamKerja()
    kasus = _baca_kasus(biasa, rapi, satuan_kolom, jam)
    if kasus is None:
        return Waktu(rapi, KeadaanWaktu.TAK_TERBACA)
    dari_kolom = satuan_kolom if re.fullmatch(r"[\d.,\s–-]+", rapi) else None
    return Waktu(rapi, KeadaanWaktu.TERBACA, kasus, dari_kolom)


def _kata_ke_angka(teks: str) -> str:
    """Write number words as digits: "dua jam" -> "2 jam", "2 (dua) hari" -> "2 hari"."""
    teks = re.sub(r"(\d)\s*\((?:[a-z\s]+)\)", r"\1", teks)
    for kata in sorted(_KATA_ANGKA, key=len, reverse=True):
        teks = re.sub(rf"\b{kata}\b(?=\s+(?:{_UNIT})\b)", _KATA_ANGKA[kata], teks)
    return re.sub(r"\bse(jam|hari|minggu|bulan|tahun)\b", r"1 \1", teks)


def _baca_kasus(
    teks: str, asli: str, satuan: Satuan | None, jam: JamKerja
) -> tuple[KasusWaktu, ...] | None:
    """Read the whole cell as one time, or else as several cases with their purposes."""
    satu = _baca_satu(teks, satuan, jam)
    if satu is not None:
        return (satu,)
    hasil: list[KasusWaktu] = []
    for awal, bagian in _potong(teks):
        cocok = _UNTUK.match(bagian)
        waktu = _baca_satu(cocok[1] if cocok else bagian, satuan, jam)
        if waktu is None:
            return None
        untuk = ""
        if cocok:
            mulai = awal + cocok.start(2)
            sama = len(asli.casefold()) == len(asli) and teks == asli.casefold()
            untuk = asli[mulai : mulai + len(cocok[2])] if sama else cocok[2]
        hasil.append(KasusWaktu(waktu.rentang, untuk, waktu.satuan))
    return tuple(hasil) or None


def _potong(teks: str) -> list[tuple[int, str]]:
    """Cut a cell before each further number that a separator announces."""
    hasil, awal = [], 0
    for pemisah in _KASUS.finditer(teks):
        hasil.append((awal, teks[awal : pemisah.start()]))
        awal = pemisah.end()
    hasil.append((awal, teks[awal:]))
    return hasil


def _baca_satu(teks: str, satuan: Satuan | None, jam: JamKerja) -> KasusWaktu | None:
    """Read one time: a range, or a sum such as "1 jam 30 menit". None if any word is left over."""
    sisa = _KIRA.sub("", teks.strip())
    sisa = _KALI.sub(lambda m: f"{m[1]} hari kalender", sisa)
    total, dipakai, posisi = Rentang(), list[Satuan](), 0
    for cocok in _RENTANG.finditer(sisa):
        antara = sisa[posisi : cocok.start()].strip()
        if antara not in ("", "dan", "lebih", ",") or (antara and not dipakai):
            return None
        unit = _satuan(cocok["ub"]) or _satuan(cocok["ua"]) or (None if dipakai else satuan)
        if unit is None:
            return None
        unit_a = _satuan(cocok["ua"]) or unit
        a = _durasi(_angka(cocok["a"]), unit_a, jam)
        b = _durasi(_angka(cocok["b"]), unit, jam) if cocok["b"] else a
        total += Rentang(a, b)
        dipakai += [unit_a] if unit_a == unit else [unit_a, unit]
        posisi = cocok.end()
    if not dipakai or sisa[posisi:].strip(" .)") or len(dipakai) > len(set(dipakai)):
        return None
    return KasusWaktu(total, "", tuple(dipakai))


def _satuan(teks: str | None) -> Satuan | None:
    return _SATUAN[" ".join(teks.split())] if teks else None


def _angka(teks: str) -> Fraction:
    """Read a number as Indonesians write it: 1.000 is a thousand, 1,5 and 1.5 are one and a half."""
    pecahan = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
    if teks in pecahan:
        return pecahan[teks]
    if "/" in teks:
        atas, bawah = teks.split("/")
        return Fraction(int(atas), int(bawah) or 1)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", teks):
        return Fraction(teks.replace(".", ""))
    return Fraction(teks.replace(",", "."))


def _durasi(jumlah: Fraction, satuan: Satuan, jam: JamKerja) -> Durasi:
    """Put an amount on the clock that its unit runs on."""
    if satuan in HARI_KALENDER_PER_SATUAN:
        return Durasi(kalender=jumlah * HARI_KALENDER_PER_SATUAN[satuan] * 24 * 60)
    menit = {
        Satuan.MENIT: Fraction(1),
        Satuan.JAM: Fraction(60),
        Satuan.HARI: jam.menit_per_hari,
        Satuan.HARI_KERJA: jam.menit_per_hari,
        Satuan.MINGGU: jam.menit_per_hari * jam.hari_per_minggu,
    }
    return Durasi(kerja=jumlah * menit[satuan])
