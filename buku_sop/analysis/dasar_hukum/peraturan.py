"""Recognises a regulation in the words of a legal basis, however it is spelt.

"Permenpan RB 35/2012" and "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35
Tahun 2012 tentang …" are one regulation: same kind, same maker, same number, same year. What has no number and
year is not recognised, and stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from buku_sop.analysis.dasar_hukum.jenis_peraturan import (
    JENIS,
    MENTERI,
    PANRB_LAMA,
    PEMBUAT_DAERAH,
    PEMBUAT_MENTERI,
    SINGKATAN_PENUH,
    TINGKAT,
    Jenis,
)
from buku_sop.analysis.kata.nama import Kata, potong_kata

__all__ = ["TINGKAT", "Peraturan", "baca_peraturan", "peraturan_yang_diubah", "wilayah_instansi"]

_TAHUN = r"(?P<tahun>(?:1[89]|20)\d\d)"
_KODE = rf"(?P<kode>[a-z0-9]+(?:[/.-]\s?[a-z0-9]+)*)\s?/\s?{_TAHUN}(?!\d)"
_SEBUT = r"(?:\b(?:nomor|nomer|no|nmr)\b\s*[.:]?\s*)"
_NOMOR = (
    re.compile(
        rf"{_SEBUT}(?P<kode>[a-z0-9][a-z0-9./-]*?)\s*,?\s*(?:tahun|thn|th)\b\.?\s*{_TAHUN}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_SEBUT}{_KODE}", re.IGNORECASE),
    re.compile(rf"(?<![\w/]){_KODE}", re.IGNORECASE),
    re.compile(rf"(?<![\w/])(?P<kode>\d+)\s*(?:tahun|thn|th)\b\.?\s*{_TAHUN}", re.IGNORECASE),
)
"""How documents write number and year, the surest way first."""
_TENTANG = re.compile(r"\s*[,:]?\s*((?:tentang|ttg|perihal)\b\.?\s*)+", re.IGNORECASE)
_PERUBAHAN = re.compile(
    r"\b(?P<apa>perubahan(?:\s+(?:ke)?[a-z]+)?\s+atas|pencabutan(?:\s+atas)?)\s+(?P<sisa>.+)",
    re.IGNORECASE | re.DOTALL,
)
_EKOR = re.compile(
    r"\s*(?:\(\s*(?:lembaran|berita|tambahan)\b.*|[,.]?\s*\bpasal\s+\d.*)$",
    re.IGNORECASE | re.DOTALL,
)
_UUD = re.compile(r"\W*(?:undang\W*undang\s+dasar\b.*|uud\b.*)\b1945\b", re.IGNORECASE | re.DOTALL)
_NAMA_UUD = "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"
_KEPALA = 400
"""Characters in which kind, maker, number and year have been named."""
_KATA_TERBANYAK = 24
"""More words before the number than any regulation's name has: a sentence that mentions one."""
_BUKAN_PEMBUAT = {"republik", "indonesia", "ri", "negara", "tahun"}
_WILAYAH = ("provinsi", "kabupaten", "kota")
_PANJANG = {"kab": "kabupaten", "prov": "provinsi", "propinsi": "provinsi"}


@dataclass(frozen=True, slots=True)
class Peraturan:
    """A regulation, as far as its name tells."""

    jenis: str
    """The key of its kind."""
    tingkat: int
    pembuat: str
    """Minister, region or agency; empty where the kind has only one maker."""
    nomor: str
    """Without leading zeros."""
    tahun: int
    nama: str
    """How lists write it: "Peraturan Menteri PANRB Nomor 35 Tahun 2012"."""

    @property
    def kunci(self) -> tuple[str, str, str, int]:
        """What makes two names one regulation."""
        return self.jenis, self.pembuat.casefold(), self.nomor.casefold(), self.tahun


@lru_cache(maxsize=65_536)
def baca_peraturan(teks: str, wilayah: str = "") -> tuple[Peraturan, str] | None:
    """Read the regulation that a text begins with, and its title ("tentang …", without that word).

    `wilayah` is the region whose offices leave their own name out ("Peraturan Bupati Nomor 40 Tahun 2017").
    """
    teks = " ".join(teks.split())
    for pola in _NOMOR:
        if ada := pola.search(teks, 0, _KEPALA):
            peraturan = _bernomor(teks[: ada.start()], ada["kode"], int(ada["tahun"]), wilayah)
            return (peraturan, _judul(teks[ada.end() :])) if peraturan else None
    uud = _UUD.match(teks[:_KEPALA])
    return (Peraturan("uud", 1, "", "", 1945, _NAMA_UUD), "") if uud else None


def _bernomor(kepala: str, kode: str, tahun: int, wilayah: str) -> Peraturan | None:
    """Put a regulation together from the words before its number, the number and the year."""
    kata = _tanpa_butir(potong_kata(kepala))
    dibaca = _jenis([k.kunci for k in kata])
    if dibaca is None or len(kata) > _KATA_TERBANYAK:
        return None
    jenis, sisa = dibaca
    asli = [kepala[k.awal : k.akhir] for k in kata[len(kata) - len(sisa) :]]
    pembuat, sebutan = _pembuat(jenis, sisa, asli, wilayah)
    nomor = _nomor(kode)
    nama = " ".join(filter(None, (jenis.nama, sebutan, "Nomor", nomor)))
    nama += f" Tahun {tahun}" if nomor.isdigit() else f"/{tahun}"
    return Peraturan(jenis.kunci, jenis.tingkat, pembuat, nomor, tahun, nama)


def berjenis(teks: str) -> bool:
    """Whether a text begins with the kind of a regulation, with a number or without."""
    return _jenis([k.kunci for k in _tanpa_butir(potong_kata(teks[:_KEPALA]))]) is not None


def _judul(sisa: str) -> str:
    """Return the title behind number and year, without what follows it in gazettes and citations."""
    judul = _TENTANG.match(sisa)
    if judul is None:
        return ""
    return " ".join(_EKOR.sub("", sisa[judul.end() :]).split()).strip(" .;,")


def peraturan_yang_diubah(teks: str, wilayah: str = "") -> tuple[str, Peraturan] | None:
    """Read which regulation this one changes or withdraws, as its own title says it.

    Returns `diubah` or `dicabut` with the other regulation.
    """
    ini = baca_peraturan(teks, wilayah)
    ada = _PERUBAHAN.search(ini[1]) if ini else None
    lain = baca_peraturan(ada["sisa"], wilayah) if ada else None
    if ini is None or ada is None or lain is None or lain[0].kunci == ini[0].kunci:
        return None
    return "dicabut" if ada["apa"].casefold().startswith("pencabutan") else "diubah", lain[0]


def wilayah_instansi(pemerintah: str) -> str:
    """Return the region of a government: "kabupaten sumedang" for "Pemerintah Kabupaten Sumedang"."""
    kata = [_PANJANG.get(k.kunci, k.kunci) for k in potong_kata(pemerintah)]
    return " ".join(k for k in kata if k not in ("pemerintah", "pemerintahan", "daerah"))


def _tanpa_butir(kata: list[Kata]) -> list[Kata]:
    """Drop the number or letter of a list in front."""
    butir = len(kata) > 1 and (kata[0].kunci.isdigit() or len(kata[0].kunci) == 1)
    return kata[1:] if butir else kata


def _jenis(kata: list[str]) -> tuple[Jenis, list[str]] | None:
    """Find the kind at the beginning of words, and the words behind it."""
    if kata and kata[0] in SINGKATAN_PENUH:
        kunci, menteri = SINGKATAN_PENUH[kata[0]]
        return next(j for j in JENIS if j.kunci == kunci), [*menteri.casefold().split()]
    teks = " ".join(kata)
    for jenis in JENIS:
        for awal in jenis.awal:
            if teks == awal or teks.startswith(f"{awal} "):
                return jenis, teks[len(awal) :].split()
            rapat = jenis.pembuat == PEMBUAT_MENTERI and " " not in awal
            if rapat and teks.startswith(awal):  # "permendagri", "kepmenpan"
                return jenis, teks[len(awal) :].split()
    return None


def _pembuat(jenis: Jenis, kata: list[str], asli: list[str], wilayah: str) -> tuple[str, str]:
    """Return the maker as it is compared, and as it is written."""
    if jenis.pembuat == PEMBUAT_MENTERI:
        nama = _menteri([k for k in kata if k not in _BUKAN_PEMBUAT])
        return nama, nama
    if jenis.pembuat == PEMBUAT_DAERAH:
        daerah = _daerah(jenis, [k for k in kata if k not in _BUKAN_PEMBUAT], wilayah)
        return daerah, daerah.removeprefix(f"{jenis.wilayah} " if jenis.wilayah else "").title()
    if jenis.pembuat:
        pakai = [i for i, k in enumerate(kata) if k not in _BUKAN_PEMBUAT - {"negara"}]
        return " ".join(kata[i] for i in pakai), " ".join(asli[i] for i in pakai if i < len(asli))
    return "", ""


def _menteri(kata: list[str]) -> str:
    teks = " ".join(kata)
    if teks.startswith(PANRB_LAMA):
        return MENTERI[0][0]
    return next((nama for nama, sebutan in MENTERI if teks in sebutan), teks.title())


def _daerah(jenis: Jenis, kata: list[str], wilayah: str) -> str:
    """Name the region with its kind; the office's own where the text names none."""
    jenis_wilayah, nama = jenis.wilayah, kata
    if kata and (awal := _PANJANG.get(kata[0], kata[0])) in _WILAYAH:
        jenis_wilayah, nama = awal, kata[1:]
    if not nama:
        return wilayah
    if not jenis_wilayah and wilayah.endswith(" " + " ".join(nama)):
        return wilayah
    return f"{jenis_wilayah} {' '.join(nama)}".strip()


def _nomor(kode: str) -> str:
    """Normalise a number: no leading zeros, "PER-09/…" like "PER/9/…"."""
    bagian = re.split(r"[/-]", re.sub(r"\s", "", kode).upper())
    return "/".join(b.lstrip("0") or b for b in bagian)
