"""Recognises a regulation in the words of a legal basis, however it is spelt.

"Permenpan RB 35/2012" and "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35
Tahun 2012 tentang …" are one regulation: same kind, same maker, same number, same year. What has no number and
year is not recognised, and stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from buku_sop.analysis.dasar_hukum.jenis_peraturan import (
    JENIS,
    MENTERI,
    PANRB_LAMA,
    PEMBUAT_DAERAH,
    PEMBUAT_MENTERI,
    TINGKAT,
    Jenis,
)
from buku_sop.analysis.dasar_hukum.pembuat import (
    PMK_KESEHATAN,
    PMK_KEUANGAN,
    PROVINSI,
    SINGKATAN_LEMBAGA,
    sebut_lembaga,
)
from buku_sop.analysis.kata.nama import Kata, akhir_tanda_butir, potong_kata

__all__ = [
    "TINGKAT",
    "Peraturan",
    "baca_peraturan",
    "baca_sekepala",
    "berjenis",
    "peraturan_yang_diubah",
    "perubahan_dalam",
    "wilayah_instansi",
]

_TAHUN = r"(?P<tahun>(?:1[89]|20)\d\d)"
_KODE = rf"(?P<kode>[a-z0-9]+(?:\s?[/.-]\s?[a-z0-9]+)*)\s?/\s?{_TAHUN}(?!\d)"
_SEBUT = r"(?:\b(?:nomor|nomer|no|nmr)\b\s*[.:]?\s*)"
_NOMOR = (
    re.compile(
        rf"{_SEBUT}(?P<kode>(?:[a-z]{{2,3}}\.?\s)?[a-z0-9][a-z0-9./-]*?)\s*,?\s*(?:tahun|thn|th)\b\.?\s*{_TAHUN}",
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
_PANJANG_TEKS = 4_000
_KEPALA = 400
"""Characters in which kind, maker, number and year have been named."""
_KATA_TERBANYAK = 24
"""More words before the number than any regulation's name has: a sentence that mentions one."""
_BUKAN_PEMBUAT = {"republik", "indonesia", "ri", "negara", "tahun"}
_SINGKATAN_TERPANJANG = 5
"""Letters of a word in capitals that is taken for an abbreviation: PKP, UMKM."""
_WILAYAH = ("provinsi", "kabupaten", "kota")
_AWALAN_NOMOR = frozenset(("pm", "km", "im", "per", "kep", "sk", "se"))
"""What a maker puts before its numbers: "PM 60 Tahun 2019"."""
_BERTITIK = re.compile(r"\b([A-Z])\.\s?([A-Z])\.(?=\s)")
"""An abbreviation of two letters with dots: "U.U. No. 28"."""
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
    teks = _rapikan(teks)
    if ada := _cari_nomor(teks):
        judul = _judul(teks[ada.end() :])
        kepala, kode, tahun = teks[: ada.start()], ada["kode"], int(ada["tahun"])
        peraturan = _bernomor(kepala, kode, tahun, wilayah, judul)
        return (peraturan, judul) if peraturan else None
    uud = _UUD.match(teks[:_KEPALA])
    return (Peraturan("uud", 1, "", "", 1945, _NAMA_UUD), "") if uud else None


def baca_sekepala(teks: str, sebelum: Peraturan) -> tuple[Peraturan, str] | None:
    """Read "Nomor 3 Tahun 2002", which leaves kind and maker to the regulation before it."""
    teks = " ".join(teks[:_PANJANG_TEKS].split())
    kepala, pemisah, _ = sebelum.nama.partition(" Nomor ")
    ada = next(filter(None, (pola.match(teks) for pola in _NOMOR[:2])), None)
    if ada is None or not pemisah:
        return None
    nomor, tahun = _nomor(ada["kode"]), int(ada["tahun"])
    nama = _nama(kepala, ada["kode"], tahun)
    return replace(sebelum, nomor=nomor, tahun=tahun, nama=nama), _judul(teks[ada.end() :])


def _cari_nomor(teks: str) -> re.Match[str] | None:
    """Find number and year: in front of the title, which may name other regulations; else anywhere."""
    judul = _TENTANG.search(teks, 0, _KEPALA)
    for akhir in (judul.start() if judul else _KEPALA, _KEPALA):
        for pola in _NOMOR:
            if ada := pola.search(teks, 0, akhir):
                return ada
    return None


def _rapikan(teks: str) -> str:
    """Take spaces, dots of abbreviations and the marks of a list away."""
    teks = " ".join(teks.split())
    teks = _BERTITIK.sub(r"\1\2", teks[:_KEPALA]) + teks[_KEPALA:]
    return teks[akhir_tanda_butir(teks) :]


def _bernomor(kepala: str, kode: str, tahun: int, wilayah: str, judul: str) -> Peraturan | None:
    """Put a regulation together from the words before its number, the number, the year and the title."""
    kata = _tanpa_butir(potong_kata(kepala))
    if len(kata) > 1 and kata[-1].kunci in _AWALAN_NOMOR and kode.isdigit():
        kode = f"{kata.pop().kunci} {kode}"
    dibaca = _jenis([k.kunci for k in kata])
    if dibaca is None or len(kata) > _KATA_TERBANYAK:
        return None
    jenis, sisa = dibaca
    asli = [kepala[k.awal : k.akhir] for k in kata[len(kata) - len(sisa) :]]
    pembuat, sebutan = _pembuat(jenis, sisa, asli, wilayah)
    nomor = _nomor(kode)
    if kata[0].kunci == "pmk" and nomor.isdigit():
        pembuat = sebutan = _pembuat_pmk(judul)
    nama = _nama(" ".join(filter(None, (jenis.nama, sebutan))), kode, tahun)
    return Peraturan(jenis.kunci, jenis.tingkat, pembuat, nomor, tahun, nama)


def _nama(kepala: str, kode: str, tahun: int) -> str:
    """Write a regulation's name; a number of several parts ends with the year itself."""
    akhir = f" Tahun {tahun}" if _nomor(kode).isdigit() else f"/{tahun}"
    return f"{kepala} Nomor {_tulis_nomor(kode)}{akhir}"


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
    return perubahan_dalam(ini[1], ini[0], wilayah) if ini else None


def perubahan_dalam(judul: str, ini: Peraturan, wilayah: str = "") -> tuple[str, Peraturan] | None:
    """Read from the title of a regulation which other one it changes or withdraws, as `peraturan_yang_diubah` does."""
    ada = _PERUBAHAN.search(judul)
    lain = baca_peraturan(ada["sisa"], wilayah) if ada else None
    if ada is None or lain is None or lain[0].kunci == ini.kunci:
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
    if kata and kata[0] in SINGKATAN_LEMBAGA:
        kunci, pembuat = SINGKATAN_LEMBAGA[kata[0]]
        return next(j for j in JENIS if j.kunci == kunci), [*pembuat.casefold().split()]
    kata = _panjangkan(kata)
    teks = " ".join(kata)
    for jenis in JENIS:
        for awal in jenis.awal:
            if teks == awal or teks.startswith(f"{awal} "):
                return jenis, teks[len(awal) :].split()
            rapat = jenis.pembuat == PEMBUAT_MENTERI and " " not in awal
            if rapat and teks.startswith(awal):  # "permendagri", "kepmenpan"
                return jenis, teks[len(awal) :].split()
    return None


def _panjangkan(kata: list[str]) -> list[str]:
    """Write the short openings in full: "Peraturan MenPAN", "Perdirjen Perbendaharaan"."""
    if kata[:1] and kata[0] in ("perdirjen", "kepdirjen"):
        return [
            "peraturan" if kata[0] == "perdirjen" else "keputusan",
            "direktur",
            "jenderal",
            *kata[1:],
        ]
    if len(kata) > 1 and kata[0] in ("peraturan", "keputusan") and kata[1].startswith("men"):
        sisa = [kata[1][3:], *kata[2:]]
        if kata[1] != "menteri" and _kenal_menteri([k for k in sisa if k not in _BUKAN_PEMBUAT]):
            return [kata[0], "menteri", *sisa]
    return kata


def _pembuat_pmk(judul: str) -> str:
    """Tell whose regulation a "PMK" with a bare number is, from its title; where that does not tell, it stays "PMK"."""
    kecil = f"{judul.casefold()} "
    milik = {
        nama
        for nama, kata in (("Kesehatan", PMK_KESEHATAN), ("Keuangan", PMK_KEUANGAN))
        if any(k in kecil for k in kata)
    }
    return milik.pop() if len(milik) == 1 else "(PMK)"


def _pembuat(jenis: Jenis, kata: list[str], asli: list[str], wilayah: str) -> tuple[str, str]:
    """Return the maker as it is compared, and as it is written."""
    if jenis.pembuat == PEMBUAT_MENTERI:
        semua = zip(kata, asli, strict=False)  # of "PermenPKP" only the end is the minister
        menteri = [(k, a[-len(k) :]) for k, a in semua if k not in _BUKAN_PEMBUAT]
        nama = _menteri([k for k, _ in menteri])
        dikenal = any(nama == satu for satu, _ in MENTERI)
        return nama, nama if dikenal else " ".join(_tulis_menteri(a) for _, a in menteri)
    if jenis.pembuat == PEMBUAT_DAERAH:
        daerah = _daerah(jenis, [k for k in kata if k not in _BUKAN_PEMBUAT], wilayah)
        return daerah, daerah.removeprefix(f"{jenis.wilayah} " if jenis.wilayah else "").title()
    if jenis.pembuat:
        pakai = [i for i, k in enumerate(kata) if k not in _BUKAN_PEMBUAT - {"negara"}]
        if lembaga := sebut_lembaga([kata[i] for i in pakai]):
            return lembaga, lembaga
        return " ".join(kata[i] for i in pakai), " ".join(asli[i] for i in pakai if i < len(asli))
    return "", ""


def _menteri(kata: list[str]) -> str:
    teks = " ".join(kata)
    if teks.startswith(PANRB_LAMA):
        return MENTERI[0][0]
    return _kenal_menteri(kata) or teks.title()


def _tulis_menteri(kata: str) -> str:
    """Write a word of a minister that no list knows: an abbreviation in its own letters, small words small."""
    if kata.casefold() in ("dan", "serta"):
        return kata.casefold()
    singkatan = kata.isupper() and len(kata) <= _SINGKATAN_TERPANJANG
    return kata if singkatan else kata.title()


def _kenal_menteri(kata: list[str]) -> str:
    """Return the minister that words mean; empty for an unknown one. "permenaker" leaves "aker" behind "permen"."""
    teks = " ".join(kata)
    if teks.startswith(PANRB_LAMA):
        return MENTERI[0][0]
    return next((nama for nama, semua in MENTERI if teks in semua or f"n{teks}" in semua), "")


def _daerah(jenis: Jenis, kata: list[str], wilayah: str) -> str:
    """Name the region with its kind; the office's own where the text names none."""
    jenis_wilayah, nama = jenis.wilayah, kata
    if kata and (awal := _PANJANG.get(kata[0], kata[0])) in _WILAYAH:
        jenis_wilayah, nama = awal, kata[1:]
    if not nama:
        return wilayah
    nama = PROVINSI.get(" ".join(nama), " ".join(nama)).split()
    if not jenis_wilayah and wilayah.endswith(" " + " ".join(nama)):
        return wilayah
    return f"{jenis_wilayah} {' '.join(nama)}".strip()


def _nomor(kode: str) -> str:
    """Normalise a number: no leading zeros, "PER-09/…" like "PER/9/…", "PM 60" like "60"."""
    bagian = [b for b in re.split(r"[/.\s-]+", kode.upper()) if b]
    if len(bagian) == 2 and bagian[0].casefold() in _AWALAN_NOMOR and bagian[1].isdigit():
        bagian = bagian[1:]
    return "/".join(b.lstrip("0") or b for b in bagian)


def _tulis_nomor(kode: str) -> str:
    """Write a number as its maker does: "PER-40/PB", "PM 60", "73/PMK.05"; a bare one without leading zeros."""
    tulisan = re.sub(r"\s*([/.-])\s*", r"\1", kode.strip().upper())
    return tulisan.lstrip("0") or tulisan if tulisan.isdigit() else tulisan
