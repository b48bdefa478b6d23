"""Several regulations in one legal basis: "A jo. B", "A sebagaimana telah diubah dengan B", "A; B".

The first is the one that is cited; what follows a word of change has changed or withdrawn it. A "jo." tells of a change
only between regulations of one kind and maker, the later of the earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from buku_sop.analysis.dasar_hukum.peraturan import Peraturan, baca_peraturan, baca_sekepala

__all__ = ["Dibaca", "baca_semua"]

_SAMBUNG = re.compile(
    r"[\s,(]{0,9}\b(?:(?P<jo>jo|juncto|jis)\b\.?"
    r"|(?P<apa>diubah|dirubah|diganti|digantikan|dicabut)\b[^;\n\d]{0,60}?\b(?:dengan|oleh|melalui)\b"
    r"|terakhir\s+(?:kali\s+)?dengan\b)\s*|(?P<daftar>[;\n]\s*(?:dan\s+)?)"
    r"|[\s,]{0,9}\b(?P<lagi>dan|serta)\s+(?=(?:nomor|nomer|no)\b)",
    re.IGNORECASE,
)
_SISA = re.compile(
    r"(?:[\s,(]{1,9}(?:sebagaimana|yang|dan|telah|sudah|beberapa|kali|terakhir|pernah|kemudian)){1,9}[\s,(]{0,9}$",
    re.IGNORECASE,
)
"""What stands in front of a word of change and belongs to it: "sebagaimana telah beberapa kali"."""
_NOMOR_SAJA = re.compile(r"(?:nomor|nomer|no)\b", re.IGNORECASE)
_TENTANG = re.compile(r"\b(?:tentang|ttg)\b", re.IGNORECASE)
_LANJUT = 600
"""Characters in which a regulation has named itself."""
_JUNCTO = frozenset(("jo", "juncto", "jis"))
_DAFTAR = frozenset(("", ";", "; dan", "dan", "serta"))
"""What leads to another legal basis, and tells of no change."""
_DICABUT = frozenset(("diganti", "digantikan", "dicabut"))
_TERBANYAK = 20
"""Regulations that one item may name; a longer text is no legal basis."""
_PANJANG = 8_000


@dataclass(frozen=True, slots=True)
class Dibaca:
    """A regulation of a legal basis."""

    peraturan: Peraturan
    judul: str
    """Without "tentang"; empty where none is given."""
    mengubah: str = ""
    """`diubah` or `dicabut` where the text says that this one did so with the first."""


@lru_cache(maxsize=65_536)
def baca_semua(teks: str, wilayah: str = "") -> tuple[Dibaca, ...]:
    """Read the regulations that a text names, the one that it begins with first; empty where it begins with none."""
    hasil: dict[tuple[str, str, str, int], Dibaca] = {}
    awal: Dibaca | None = None
    sebelum: Peraturan | None = None
    for bagian, apa in _bagian(teks[:_PANJANG], wilayah):
        dibaca = baca_peraturan(bagian, wilayah)
        if dibaca is None and sebelum is not None:
            dibaca = baca_sekepala(bagian, sebelum)
        if dibaca is None:
            continue
        sebelum, judul = dibaca
        satu = Dibaca(sebelum, judul, _mengubah(awal, sebelum, apa))
        hasil.setdefault(sebelum.kunci, satu)
        awal = satu if awal is None or apa in _DAFTAR else awal
        if len(hasil) == _TERBANYAK:
            break
    return tuple(hasil.values())


def _bagian(teks: str, wilayah: str) -> Iterator[tuple[str, str]]:
    """Cut a text where another regulation begins; with each part the word that leads to it."""
    mulai, apa = 0, ""
    for ada in _SAMBUNG.finditer(teks):
        lanjut = teks[ada.end() : ada.end() + _LANJUT]
        depan = teks[mulai : ada.start()]
        singkat = _NOMOR_SAJA.match(lanjut) and not ada["daftar"] and not _TENTANG.search(depan)
        if not singkat and (ada["lagi"] or baca_peraturan(lanjut, wilayah) is None):
            continue
        yield depan if ada["daftar"] else _SISA.sub("", depan), apa
        mulai = ada.end()
        apa = (
            (ada["jo"] or ada["daftar"] or ada["lagi"] or ada["apa"] or "diubah").strip().casefold()
        )
    yield teks[mulai:], apa


def _mengubah(awal: Dibaca | None, satu: Peraturan, apa: str) -> str:
    """Say what a regulation did to the first of its chain, `apa` being the word that leads to it."""
    if awal is None or apa in _DAFTAR:
        return ""
    if apa in _JUNCTO:
        pertama = awal.peraturan
        sejenis = (pertama.jenis, pertama.pembuat.casefold()) == (
            satu.jenis,
            satu.pembuat.casefold(),
        )
        return "diubah" if sejenis and satu.tahun >= pertama.tahun else ""
    return "dicabut" if apa in _DICABUT else "diubah"
