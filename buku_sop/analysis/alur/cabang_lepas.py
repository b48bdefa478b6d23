"""Branches that exclude each other: which rows the shortest and the longest pass through a flow take.

A *pass* is a way from the start to an end that makes no return. Rows that only lead to a return (a correction, then
back) belong to every pass: the flow comes back from them to what they were left for. So do rows that no way reaches,
since the flow says nothing of them. Of the branches of a decision those count that no other branch can join again:
one that only skips rows, or ends early, takes nothing that the others do not take as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from buku_sop.analysis.alur.alur import Alur
from buku_sop.analysis.alur.jalan_graf import Graf, Hasil, Panjang, Ruas, simpai, susun_graf
from buku_sop.analysis.alur.jalan_lama import jalan_terlama
from buku_sop.analysis.alur.jalan_singkat import jalan_tersingkat
from buku_sop.model import Bilangan


def bercabang(alur: Alur) -> bool:
    """Tell whether passes through a flow differ in more than what they skip, whatever its rows take."""
    if alur.salah_tujuan or not alur.simpul:
        return False
    return _Lintasan(susun_graf(alur, [Panjang()] * alur.jumlah_langkah)).bercabang


def pilihan_langkah(
    alur: Alur, cepat: Sequence[Bilangan], lama: Sequence[Bilangan]
) -> tuple[frozenset[int], frozenset[int]] | None:
    """Return the rows of the shortest and of the longest pass; None where one pass takes all rows.

    `cepat` and `lama` tell what each row takes at least and at most. Where no way leads to an end without a return,
    or an arrow leads nowhere, nothing is known to exclude anything.
    """
    if alur.salah_tujuan or not alur.simpul:
        return None
    pendek = _Lintasan(susun_graf(alur, [Panjang(x, 1) for x in cepat]))
    if not pendek.bercabang:
        return None
    panjang = _Lintasan(susun_graf(alur, [Panjang(x, 1) for x in lama]))
    a, b = jalan_tersingkat(pendek.pilihan), jalan_terlama(panjang.pilihan)
    if a is None or b is None:
        return None
    selalu = frozenset(range(len(cepat))) - pendek.baris_pilihan
    return selalu | _baris(pendek.pilihan, a), selalu | _baris(panjang.pilihan, b)


def _baris(graf: Graf, hasil: Hasil) -> frozenset[int]:
    utama = {graf.simpul[r.ke].langkah for r in hasil.ruas if r.masuk}
    return hasil.serentak | utama | {graf.simpul[0].langkah}


class _Lintasan:
    """The passes through a flow."""

    def __init__(self, graf: Graf) -> None:
        self.graf = graf
        self.maju: list[list[Ruas]] = [
            [r for r in semua if not (r.mundur and graf.simpai[r.dari] == graf.simpai[r.ke])]
            for semua in graf.keluar
        ]

    @cached_property
    def urutan(self) -> list[int]:
        """The points, each after those that it leads to."""
        bagian = simpai(self.maju)
        return sorted(range(len(bagian)), key=bagian.__getitem__)

    @cached_property
    def berujung(self) -> list[bool]:
        """Whether an end can be reached from each point without a return."""
        hasil = [not semua for semua in self.graf.keluar]
        for titik in self.urutan:
            hasil[titik] = hasil[titik] or any(hasil[r.ke] for r in self.maju[titik])
        return hasil

    @cached_property
    def dituju(self) -> list[int]:
        """For each point a set of bits: the points that it leads to, itself included."""
        hasil = [1 << t for t in range(len(self.maju))]
        for titik in self.urutan:
            for ruas in self.maju[titik]:
                hasil[titik] |= hasil[ruas.ke]
        return hasil

    @cached_property
    def pilihan(self) -> Graf:
        """The graph without returns, without corrections, and without branches that only skip rows."""
        keluar = tuple(tuple(self._sisa(t)) for t in range(len(self.maju)))
        return Graf(self.graf.simpul, keluar, self.graf.awal, simpai(keluar))

    def _sisa(self, titik: int) -> list[Ruas]:
        kelompok: dict[int | None, list[Ruas]] = {}
        for ruas in self.maju[titik]:
            if self.berujung[ruas.ke]:
                kelompok.setdefault(ruas.cabang, []).append(ruas)
        semua = list(kelompok.values())
        tinggal: list[list[Ruas]] = []
        for n, satu in enumerate(semua):
            lain = [r for m, x in enumerate(semua) if m != n for r in x]
            sama = any({r.ke for r in x} == {r.ke for r in satu} for x in tinggal)
            if not sama and not (lain and self._tercakup(satu, lain)):
                tinggal.append(satu)
        return [r for x in (tinggal or semua[:1]) for r in x]

    def _tercakup(self, satu: Sequence[Ruas], lain: Sequence[Ruas]) -> bool:
        """Tell whether all that a branch leads to lies ahead of another branch as well; an end has no rows."""
        return all(
            self._selesai(r.ke) or any(r.ke != x.ke and self.dituju[x.ke] >> r.ke & 1 for x in lain)
            for r in satu
        )

    def _selesai(self, titik: int) -> bool:
        return self.graf.simpul[titik].tambahan

    @cached_property
    def _tercapai(self) -> set[int]:
        sudah, antre = {0}, [0]
        while antre:
            for ruas in self.pilihan.keluar[antre.pop()]:
                if ruas.ke not in sudah:
                    sudah.add(ruas.ke)
                    antre.append(ruas.ke)
        return sudah

    @cached_property
    def baris_pilihan(self) -> frozenset[int]:
        """The rows that some pass takes."""
        return frozenset(self.graf.simpul[t].langkah for t in self._tercapai)

    @property
    def bercabang(self) -> bool:
        """Whether passes differ in more than what they skip."""
        return self.berujung[0] and any(
            len({r.cabang for r in self.pilihan.keluar[t]}) > 1 for t in self._tercapai
        )
