"""The names of SOPs as people write them: cut into words, and normalised to be compared.

Nobody writes a name twice in the same way: "SOP Pengarsipan", "S.O.P. PENGARSIPAN", "1. sop pengarsipan;",
"Standar Operasional Prosedur (SOP) Pengarsipan", "POS Pengarsipan". Names are compared word by word, without case,
accents, punctuation, the mark of a list, and what says no more than that it is an SOP.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TAK_TAMPAK = "\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Combining accents, soft hyphens, zero-width and direction marks: they do not end a word."""
_SINGKATAN = r"s\.\s?o\.\s?p|s\.\s?p\.\s?o|p\.\s?o\.\s?s"
_KATA = re.compile(
    rf"(?:{_SINGKATAN})\b|[^\W_](?:[^\W_]|[{_TAK_TAMPAK}]|['’](?=[^\W_]))*|&", re.IGNORECASE
)
_TANDA_BUTIR = re.compile(
    rf"(?!\s*(?:{_SINGKATAN})\b)\s*"
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})(?:[.)](?=\s|\(?[a-z]{3})|,(?=\s+[^\W\d]))"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}(?=\s)|[-–—•*·▪➢✓])\s*",
    re.IGNORECASE,
)
"""The "1.", "a)", "1.2" or "-" of a list."""
_BUTIR_TERBANYAK = 3
"""Marks of lists that may stand one behind the other: "1. 1. UU 14 Tahun 2008"."""

SOP = "sop"
"""What every phrase for a standard operating procedure is in a key."""
_FRASA = frozenset(
    tuple(teks.split())
    for teks in (
        "standar operasional prosedur", "standard operasional prosedur", "standar operasi prosedur",
        "standar operasional dan prosedur", "standar prosedur operasional",
        "prosedur operasional standar", "prosedur operasi standar", "prosedur standar operasional",
        "prosedur operasional standard", "standard operating procedure",
        "standard operating procedures", "standard operational procedure", "prosedur tetap",
        "prosedur operasional baku", "prosedur operasi baku",
    )
)  # fmt: skip
_SEBUTAN = frozenset((SOP, "sops", "spo", "pos", "protap"))
"""Words in front of a name that say no more than that it is an SOP."""
_PELENGKAP = frozenset(("ap", "tentang", "mengenai"))
"""Words between one of those and the name: "SOP-AP Pengarsipan", "SOP tentang Pengarsipan"."""
_POS = frozenset(
    [
        "bantuan",
        "binaan",
        "gizi",
        "induk",
        "jaga",
        "kamling",
        "keamanan",
        "kesehatan",
        "komando",
        "lintas",
        "obat",
        "pantau",
        "polisi",
        "ronda",
        "satpam",
        "security",
        "siaga",
        "ukk",
        "yandu",
    ]
)
"""What a post is for: "Pos Jaga" is a place, and no SOP of the name "Jaga"."""
_TERPADU = ("pelayanan", "terpadu")

_GARIS = re.compile("[‐‑‒–—−]")


class Kata(NamedTuple):
    """A word of a text: its normalised form, and where it stands."""

    kunci: str
    awal: int
    akhir: int


def potong_kata(teks: str) -> list[Kata]:
    """Cut a text into words; "&" is "dan"."""
    return [
        Kata(kunci, m.start(), m.end()) for m in _KATA.finditer(teks) if (kunci := _kunci(m[0]))
    ]


def kata_nama(teks: str) -> list[Kata]:
    """Cut a text into words, in which every phrase for an SOP is the one word "sop".

    The abbreviation in brackets behind such a phrase is part of it: "Standar Operasional Prosedur (SOP)".
    """
    kata = potong_kata(teks)
    hasil: list[Kata] = []
    i = 0
    while i < len(kata):
        panjang = _panjang_frasa(kata, i)
        if not panjang:
            hasil.append(kata[i])
            i += 1
            continue
        akhir = kata[i + panjang - 1].akhir
        ekor = kata[i + panjang] if i + panjang < len(kata) else None
        if ekor and ekor.kunci in _SEBUTAN and teks[akhir : ekor.awal].strip() == "(":
            panjang += 1
            akhir = ekor.akhir + (teks[ekor.akhir : ekor.akhir + 1] == ")")
        hasil.append(Kata(SOP, kata[i].awal, akhir))
        i += panjang
    return hasil


def _panjang_frasa(kata: list[Kata], i: int) -> int:
    """Return how many words from `i` on are a phrase for an SOP; 0 where none is."""
    if kata[i].kunci in ("standar", "standard", "prosedur"):
        for panjang in (4, 3, 2):
            frasa = tuple(k.kunci for k in kata[i : i + panjang])
            if frasa in _FRASA:
                return len(frasa)
    return 0


def awal_nama(kunci: list[str]) -> int:
    """Return the index of the word at which a name begins, behind the words that say that it is an SOP.

    0 where nothing would be left: a name of nothing but such words is that name.
    """
    i = 0
    while i < len(kunci):
        if menyebut_sop(kunci, i) or (i and kunci[i] in _PELENGKAP and kunci[i - 1] in _SEBUTAN):
            i += 1
        else:
            return i
    return 0


def menyebut_sop(kunci: list[str], i: int) -> bool:
    """Whether word `i` says that an SOP's name follows; a post ("Pos Jaga") is none."""
    if kunci[i] not in _SEBUTAN:
        return False
    return kunci[i] != "pos" or not (
        (kunci[i + 1 : i + 2] and kunci[i + 1] in _POS) or tuple(kunci[i + 1 : i + 3]) == _TERPADU
    )


def akhir_tanda_butir(teks: str) -> int:
    """Return where a text begins behind the marks of a list: 3 for "1. SOP Pengarsipan"."""
    akhir = 0
    for _ in range(_BUTIR_TERBANYAK):
        butir = _TANDA_BUTIR.match(teks, akhir)
        if butir is None or not butir.end() or not teks[butir.end() :].strip():
            break
        akhir = butir.end()
    return akhir


@lru_cache(maxsize=65_536)
def kunci_nama(teks: str) -> str:
    """Return the form in which names are compared; empty for a text without letters and digits."""
    kunci = [k.kunci for k in kata_nama(teks[akhir_tanda_butir(teks) :])]
    return " ".join(kunci[awal_nama(kunci) :])


def urutan_nama_sop(nama: str) -> tuple[str, str]:
    """Return where a name stands in a list: by what it names, whether "SOP" stands before it or not."""
    return kunci_nama(nama), nama.casefold()


def sebut_sop(nama: str) -> str:
    """Name an SOP in a sentence, where it has to be said that it is one: not twice where its name says so already."""
    kunci = [k.kunci for k in kata_nama(nama)]
    return nama if awal_nama(kunci) else f"SOP {nama}"


def kunci_nomor(nomor: str) -> str:
    """Fold the number of an SOP, so that spaces, case and the kind of dash make no difference."""
    return "".join(_GARIS.sub("-", nomor.casefold()).split())


@lru_cache(maxsize=65_536)
def _kunci(kata: str) -> str:
    """Normalise one word. Cached, since a handbook says the same few thousand words again and again."""
    if kata == "&":
        return "dan"
    urai = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", kata).casefold())
    return "".join(c for c in urai if c.isalnum())
