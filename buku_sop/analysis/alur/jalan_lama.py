"""The longest way that makes each return at most once.

Without its returns the flow has no circle, and the longest way between two points is found row by row. Only
inside a knot of returns must every set of returns already made be told apart; real SOPs have a handful there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from math import lcm
from typing import NamedTuple

from buku_sop.analysis.alur.jalan_graf import Graf, Hasil, Panjang, Ruas

KEMBALI_TERBANYAK = 12
"""Most returns in one knot that are tried in every order."""


class _Capaian(NamedTuple):
    """The longest rest of a way from somewhere: its length, and the stretches."""

    nilai: tuple[int, int]
    """Time, then the rows as a negative number: of equally long ways, the one with fewer rows."""
    jalur: tuple[Ruas, ...]


def jalan_terlama(graf: Graf) -> Hasil | None:
    """Find the longest way; None where no way ends, or a knot has more than `KEMBALI_TERBANYAK` returns."""
    simpul: dict[int, list[int]] = {}
    for titik, nomor in enumerate(graf.simpai):
        simpul.setdefault(nomor, []).append(titik)
    skala = lcm(*(r.panjang.menit.denominator for semua in graf.keluar for r in semua))
    terlama: dict[int, _Capaian] = {}
    for nomor in sorted(n for n in simpul if n in _tercapai(graf)):
        simpai = _Simpai(graf, simpul[nomor], terlama, skala)
        if len(simpai.balik) > KEMBALI_TERBANYAK:
            return None
        for titik in simpul[nomor]:
            if capaian := simpai.dari(titik):
                terlama[titik] = capaian
    if 0 not in terlama:
        return None
    jalur = terlama[0].jalur
    return Hasil(jalur, _serentak(graf, jalur, terlama))


def _tercapai(graf: Graf) -> set[int]:
    """Find the knots that the start leads to."""
    sudah, antre = {0}, [0]
    while antre:
        for ruas in graf.keluar[antre.pop()]:
            if ruas.ke not in sudah:
                sudah.add(ruas.ke)
                antre.append(ruas.ke)
    return {graf.simpai[t] for t in sudah}


class _Simpai:
    """The longest ways from the points of one knot to the end of the flow."""

    def __init__(
        self, graf: Graf, titik: list[int], terlama: dict[int, _Capaian], skala: int
    ) -> None:
        self.graf, self.titik, self.terlama, self.skala = graf, titik, terlama, skala
        dalam = set(titik)
        semua = [r for t in titik for r in graf.keluar[t]]
        self.balik = [r for r in semua if r.ke in dalam and r.mundur]
        self.maju = {
            t: [r for r in graf.keluar[t] if r.ke in dalam and not r.mundur] for t in titik
        }
        self.luar = {t: [r for r in graf.keluar[t] if r.ke not in dalam] for t in titik}
        self._ingat: dict[tuple[int, int], _Capaian | None] = {}

    def dari(self, titik: int) -> _Capaian | None:
        """Return the longest way from a point at which the knot is entered."""
        return self._lanjut(titik, 0)

    def _nilai(self, panjang: Panjang) -> tuple[int, int]:
        return int(panjang.menit * self.skala), -panjang.baris

    def _lanjut(self, titik: int, dibuat: int) -> _Capaian | None:
        """Return the longest way from a point when the returns in the set `dibuat` have been made."""
        calon = list(self._calon(titik, dibuat))
        return max(calon, key=lambda c: c.nilai) if calon else None

    def _calon(self, titik: int, dibuat: int) -> Iterator[_Capaian]:
        """Yield the longest way by each end of a run without returns: out of the knot, or a new return."""
        for ujung, lari in self._lari(titik).items():
            if keluar := self._keluar[ujung]:
                yield _sambung(lari, keluar)
            for nomor, balik in enumerate(self.balik):
                if balik.dari != ujung or dibuat & 1 << nomor:
                    continue
                if sesudah := self._sesudah(nomor, dibuat | 1 << nomor):
                    yield _sambung(lari, sesudah)

    def _sesudah(self, nomor: int, dibuat: int) -> _Capaian | None:
        """Return the longest way that begins with a return, itself already in `dibuat`."""
        kunci = (nomor, dibuat)
        if kunci not in self._ingat:
            balik = self.balik[nomor]
            sisa = self._lanjut(balik.ke, dibuat)
            langkah = _Capaian(self._nilai(balik.panjang), (balik,))
            self._ingat[kunci] = _sambung(langkah, sisa) if sisa else None
        return self._ingat[kunci]

    @cached_property
    def _keluar(self) -> dict[int, _Capaian | None]:
        """For each point the longest way that leaves the knot there."""
        hasil: dict[int, _Capaian | None] = {}
        for t in self.titik:
            calon = [
                _sambung(_Capaian(self._nilai(r.panjang), (r,)), self.terlama[r.ke])
                for r in self.luar[t]
                if r.ke in self.terlama
            ]
            if not self.graf.keluar[t]:
                calon.append(_Capaian((0, 0), ()))
            hasil[t] = max(calon, key=lambda c: c.nilai) if calon else None
        return hasil

    def _lari(self, titik: int) -> dict[int, _Capaian]:
        """Return the longest run without returns from a point to each point of the knot that it reaches."""
        if titik not in self._dilari:
            jauh = {titik: _Capaian((0, 0), ())}
            for t in sorted(t for t in self.titik if t >= titik):
                for r in self.maju[t] if t in jauh else ():
                    baru = _sambung(jauh[t], _Capaian(self._nilai(r.panjang), (r,)))
                    if r.ke not in jauh or baru.nilai > jauh[r.ke].nilai:
                        jauh[r.ke] = baru
            self._dilari[titik] = jauh
        return self._dilari[titik]

    @cached_property
    def _dilari(self) -> dict[int, dict[int, _Capaian]]:
        return {}


def _sambung(a: _Capaian, b: _Capaian) -> _Capaian:
    return _Capaian((a.nilai[0] + b.nilai[0], a.nilai[1] + b.nilai[1]), a.jalur + b.jalur)


def _serentak(graf: Graf, jalur: tuple[Ruas, ...], terlama: dict[int, _Capaian]) -> frozenset[int]:
    """Collect the rows of the arms that leave a way, each as the longest way would go on from there."""
    hasil, sudah = set[int](), set[int]()
    antre = list(jalur)
    utama = {id(r) for r in jalur}
    while antre:
        ruas = antre.pop()
        for lengan in graf.keluar[ruas.dari]:
            if lengan.cabang != ruas.cabang or lengan is ruas or id(lengan) in utama:
                continue
            if lengan.ke in sudah or lengan.ke not in terlama or lengan.mundur:
                continue
            sudah.add(lengan.ke)
            sisa = (lengan, *terlama[lengan.ke].jalur)
            hasil |= {graf.simpul[r.ke].langkah for r in sisa if r.masuk}
            antre += sisa
    return frozenset(hasil)
