"""Abbreviations: what says the same for the search, and which SOPs use them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

from buku_sop.model import Handbook, Instansi, Padanan, Singkatan, Sop
from buku_sop.model.isi_teks import isi_teks

__all__ = [
    "SingkatanDipakai",
    "kelompok_arti",
    "kunci_arti",
    "pemakaian",
    "sebutan_kata",
    "semua_singkatan",
]

_KATA = re.compile(r"[^\W_]+")
_PENDEK = 3
"""Letters of an abbreviation that another word may look like in lower case: SK, Sek, KAK."""
_KAMUS = 64
"""Dictionaries that are kept: of the offices that are shown in turn."""
_BUKAN_ISI = {"id", "abaikan", "perlu_konfirmasi", "istilah"}
"""Fields in which nobody but us speaks."""


@dataclass(frozen=True, slots=True)
class SingkatanDipakai:
    """An abbreviation with the SOPs that use it."""

    singkatan: Singkatan
    instansi: str
    """The office whose own it is; empty where it is that of all."""
    sop: tuple[str, ...]
    """Ids."""


def kunci_arti(teks: str) -> str:
    """Write a meaning or an abbreviation so that spellings of one compare equal: its words in lower case."""
    return " ".join(_KATA.findall(teks.casefold()))


def semua_singkatan(handbook: Handbook) -> Iterator[Singkatan]:
    """Yield the abbreviations of all offices, then those of each office."""
    yield from handbook.singkatan
    for instansi in handbook.instansi:
        yield from instansi.singkatan


def kelompok_arti(singkatan: Iterable[Singkatan]) -> tuple[tuple[str, ...], ...]:
    """Group by meaning: the meaning, then its abbreviations, each as words in lower case; sorted by meaning.

    An abbreviation of two meanings is in two groups, so that it finds both while neither finds the other.
    """
    kelompok: dict[str, set[str]] = {}
    for satu in singkatan:
        for arti in satu.arti:
            if kunci := kunci_arti(arti):
                kelompok.setdefault(kunci, set()).add(kunci_arti(satu.singkatan))
    return tuple(
        (arti, *sorted(kelompok[arti] - {arti, ""}))
        for arti in sorted(kelompok)
        if kelompok[arti] - {arti, ""}
    )


def sebutan_kata(padanan: Iterable[Padanan]) -> dict[str, tuple[str, ...]]:
    """Write everyday words and what SOPs say instead as words in lower case; what has no letter is left out."""
    semua = ((kunci_arti(p.kata), tuple(filter(None, map(kunci_arti, p.sebutan)))) for p in padanan)
    return {kata: sebutan for kata, sebutan in semua if kata and sebutan}


def pemakaian(handbook: Handbook) -> tuple[SingkatanDipakai, ...]:
    """List all abbreviations in alphabetical order, each with the SOPs in which it stands.

    An office's own takes the place of the general one in its SOPs.
    """
    hasil = [*_milik(handbook.singkatan, None)]
    for instansi in handbook.instansi:
        hasil += _milik(instansi.singkatan, instansi)
    per_kunci: dict[str, list[tuple[Singkatan, str, list[str]]]] = {}
    for satu, kantor in hasil:
        per_kunci.setdefault(_kunci(satu.singkatan), []).append((satu, kantor, []))
    for sop in handbook.sop:
        for kunci in sop.ingat("sebutan", partial(_sebutan, sop)) & per_kunci.keys():
            tempat = per_kunci[kunci]
            sendiri = [t for t in tempat if t[1] == sop.instansi]
            for _, _, dipakai in sendiri or [t for t in tempat if not t[1]]:
                dipakai.append(sop.id)
    semua = (SingkatanDipakai(s, k, tuple(d)) for t in per_kunci.values() for s, k, d in t)
    return tuple(sorted(semua, key=lambda x: (x.singkatan.singkatan.casefold(), x.instansi)))


def _milik(
    singkatan: Iterable[Singkatan], instansi: Instansi | None
) -> Iterator[tuple[Singkatan, str]]:
    for satu in singkatan:
        yield satu, instansi.id if instansi else ""


def _kunci(teks: str) -> str:
    """Write an abbreviation as it must stand in a text: a short one in just these letters."""
    kata = _KATA.findall(teks)
    return " ".join(kata if sum(map(len, kata)) <= _PENDEK else map(str.casefold, kata))


def _sebutan(sop: Sop) -> set[str]:
    """Collect what abbreviations an SOP could hold: its words and pairs of words."""
    sebutan: set[str] = set()
    for teks in _teks(sop):
        kata = _KATA.findall(teks)
        rendah = [k.casefold() for k in kata]
        sebutan.update(kata)
        sebutan.update(rendah)
        sebutan.update(f"{a} {b}" for a, b in pairwise(rendah))
    return sebutan


def _teks(sop: Sop) -> list[str]:
    return isi_teks(sop, _BUKAN_ISI)


@dataclass(frozen=True, slots=True)
class PotongSingkatan:
    """A piece of a text: words, or an abbreviation with what it means."""

    teks: str
    arti: str = ""
    """Its meanings in words; empty for words that are no abbreviation."""


class Kamus:
    """Finds abbreviations in texts."""

    def __init__(self, semua: Iterable[Singkatan] = ()) -> None:
        """Of two meanings given for one abbreviation the later holds."""
        self._arti: dict[str, list[tuple[str, str]]] = {}
        for satu in semua:
            milik = self._arti.setdefault(satu.singkatan.casefold(), [])
            milik[:] = [m for m in milik if m[0] != satu.singkatan]
            milik.insert(0, (satu.singkatan, tulis_arti(satu)))
        panjang_dulu = sorted(self._arti, key=lambda k: (-len(k), k))
        pola = "|".join(map(re.escape, panjang_dulu))
        self._pola = re.compile(rf"(?<!\w)(?:{pola})(?!\w)", re.IGNORECASE) if pola else None

    def potong(self, teks: str, sudah: set[str]) -> Iterator[PotongSingkatan]:
        """Take a text apart; each abbreviation is told once. `sudah` holds those that were told, and grows."""
        awal = 0
        for m in self._pola.finditer(teks) if self._pola else ():
            arti = self._cari(m[0])
            if not arti or m[0].casefold() in sudah:
                continue
            sudah.add(m[0].casefold())
            if m.start() > awal:
                yield PotongSingkatan(teks[awal : m.start()])
            yield PotongSingkatan(m[0], arti)
            awal = m.end()
        if awal < len(teks):
            yield PotongSingkatan(teks[awal:])

    def dalam(self, sop: Sop) -> tuple[tuple[str, str], ...]:
        """List the abbreviations of an SOP with their meanings, in alphabetical order."""
        sudah: set[str] = set()
        semua = (p for teks in _teks(sop) for p in self.potong(teks, sudah) if p.arti)
        return tuple(sorted(((p.teks, p.arti) for p in semua), key=lambda x: x[0].casefold()))

    def _cari(self, tertulis: str) -> str:
        milik = self._arti.get(tertulis.casefold(), ())
        return next((arti for singkatan, arti in milik if _sama_tulis(tertulis, singkatan)), "")


def kamus_instansi(handbook: Handbook, instansi: Instansi | None = None) -> Kamus:
    """Return the abbreviations of all offices, and before them those of one; what SOP means, the book itself says."""
    return _kamus((*handbook.singkatan, *(instansi.singkatan if instansi else ())))


@lru_cache(_KAMUS)
def _kamus(semua: tuple[Singkatan, ...]) -> Kamus:
    """Return what is asked for at every page of an office, and at every edit of an SOP."""
    return Kamus(s for s in semua if s.singkatan != "SOP")


def tulis_arti(singkatan: Singkatan) -> str:
    """Write the meanings in one line; spellings that differ by spaces alone are one."""
    semua = {kunci_arti(a).replace(" ", ""): a for a in reversed(singkatan.arti)}
    return " atau ".join(reversed(semua.values()))


def _sama_tulis(tertulis: str, singkatan: str) -> bool:
    """Tell whether something written is an abbreviation, and no word that looks like it: SIAP, but not "siap"."""
    if tertulis == singkatan:
        return True
    if len(singkatan) <= _PENDEK:
        return False
    return tertulis == singkatan.upper() or not singkatan.isupper()
