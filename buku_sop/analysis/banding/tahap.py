"""Which steps of several SOPs stand for one another: rows of comparable stages.

The SOPs are laid side by side one after the other, the most typical first. The order of steps is kept; only a
step that is very like a stage elsewhere is put there and marked. A step that none is like stays alone: a wrong
neighbour is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from buku_sop.analysis.banding.kata import Vektor, kedekatan, satukan
from buku_sop.analysis.beda.cocok import sejajarkan

DI_TEMPAT = 0.22
"""Least likeness of steps that stand in the same order."""
DI_LUAR = 0.6
"""Least likeness of steps that stand in another order."""
SERUMPUN = 0.3
"""Least likeness of a step to the stage that the step beside it belongs to."""
_BONUS = 0.1
"""What a likeness must exceed to count, so that two weak pairs do not outweigh a good one."""
_PUTARAN = 3
"""Most times that every SOP is laid anew beside all others."""

Posisi = tuple[int, int]
"""An SOP and a step, both from 0."""


@dataclass(slots=True)
class BarisTahap:
    """A stage: for each SOP the steps that belong to it, in order; mostly one or none."""

    langkah: dict[int, list[int]] = field(default_factory=dict)
    urutan_lain: set[Posisi] = field(default_factory=set)
    """Steps that stand at another place in their own SOP's order."""

    def anggota(self, kecuali: int = -1) -> list[Posisi]:
        """List its steps, without those of one SOP."""
        return [(k, i) for k, semua in self.langkah.items() if k != kecuali for i in semua]


def susun_tahap(vektor: Sequence[Sequence[Vektor]]) -> list[BarisTahap]:
    """Lay the steps of SOPs side by side; each step stands in exactly one row.

    `vektor` holds the steps of each SOP in order. Of two equally good layings the order of the SOPs decides.
    """
    return _PenyusunTahap(vektor).susun()


class _PenyusunTahap:
    def __init__(self, vektor: Sequence[Sequence[Vektor]]) -> None:
        self.vektor = vektor
        self.baris: list[BarisTahap] = []
        self._pusat: dict[tuple[Posisi, ...], Vektor] = {}

    def susun(self) -> list[BarisTahap]:
        urutan = self._urutan
        for k in urutan:
            self._letakkan(k)
        for _ in range(_PUTARAN if len(urutan) > 2 else 0):
            sebelum = self._cap()
            for k in urutan:
                self._angkat(k)
                self._letakkan(k)
            if self._cap() == sebelum:
                break
        self._rumpunkan()
        self._pindahkan()
        return self.baris

    @cached_property
    def _urutan(self) -> list[int]:
        """The SOPs, the one most like all others first, then by likeness to that one."""
        utuh = [satukan(satu) for satu in self.vektor]
        semua = satukan(utuh)
        urut = sorted(range(len(utuh)), key=lambda k: (-kedekatan(utuh[k], semua), k))
        return sorted(urut, key=lambda k: (k != urut[0], -kedekatan(utuh[k], utuh[urut[0]]), k))

    def _cap(self) -> list[tuple[Posisi, ...]]:
        return [tuple(sorted(b.anggota())) for b in self.baris]

    def _angkat(self, k: int) -> None:
        """Take an SOP away."""
        for baris in self.baris:
            baris.langkah.pop(k, None)
        self.baris = [b for b in self.baris if b.langkah]

    def _letakkan(self, k: int) -> None:
        """Lay an SOP beside those that are there."""
        langkah = range(len(self.vektor[k]))
        pasangan = sejajarkan(range(len(self.baris)), langkah, lambda b, i: self._nilai(b, k, i))
        hasil: list[BarisTahap] = []
        x = y = 0
        for b, i in [*pasangan, (len(self.baris), len(langkah))]:
            hasil += self._sisipkan(self.baris[x:b], k, list(range(y, i)))
            if b < len(self.baris):
                self.baris[b].langkah[k] = [i]
                hasil.append(self.baris[b])
            x, y = b + 1, i + 1
        self.baris = hasil

    def _sisipkan(self, baris: list[BarisTahap], k: int, sisa: list[int]) -> list[BarisTahap]:
        """Put the steps that found no row between rows that found no step, by how far on each stands."""
        hasil: list[BarisTahap] = []
        baru = [(self._jauh(k, i), BarisTahap({k: [i]})) for i in sisa]
        for satu in baris:
            jauh = [self._jauh(*p) for p in satu.anggota()]
            while baru and baru[0][0] < sum(jauh) / len(jauh):
                hasil.append(baru.pop(0)[1])
            hasil.append(satu)
        return hasil + [b for _, b in baru]

    def _jauh(self, k: int, i: int) -> float:
        """Tell how far on in its SOP a step stands, from 0 to 1."""
        return i / max(1, len(self.vektor[k]) - 1)

    def _nilai(self, b: int, k: int, i: int) -> float:
        mirip = self.mirip(self.baris[b], k, i)
        return mirip - _BONUS if mirip >= DI_TEMPAT else 0.0

    def mirip(self, baris: BarisTahap, k: int, i: int) -> float:
        """Tell how like a step is to what other SOPs have in a row."""
        lain = tuple(baris.anggota(kecuali=k))
        if lain not in self._pusat:
            self._pusat[lain] = satukan([self.vektor[a][j] for a, j in lain])
        return kedekatan(self.vektor[k][i], self._pusat[lain])

    def _sendiri(self) -> list[tuple[BarisTahap, int, int]]:
        """List the rows that hold one step only."""
        return [(b, *b.anggota()[0]) for b in self.baris if len(b.anggota()) == 1]

    def _rumpunkan(self) -> None:
        """Let a lonely step join the stage of the step before or after it: one office does in two what others do in one."""
        for baris, k, i in self._sendiri():
            tetangga = [b for b in self.baris if {i - 1, i + 1} & set(b.langkah.get(k, ()))]
            calon = [(self.mirip(b, k, i), n) for n, b in enumerate(tetangga) if len(b.langkah) > 1]
            if calon and max(calon)[0] >= SERUMPUN:
                tujuan = tetangga[max(calon)[1]]
                tujuan.langkah[k] = sorted([*tujuan.langkah[k], i])
                self.baris = [b for b in self.baris if b is not baris]

    def _pindahkan(self) -> None:
        """Let a lonely step join a stage elsewhere that it is very like, and mark it."""
        for baris, k, i in self._sendiri():
            calon = [
                (self.mirip(b, k, i), -n) for n, b in enumerate(self.baris)
                if b is not baris and k not in b.langkah
            ]  # fmt: skip
            if calon and max(calon)[0] >= DI_LUAR and baris.anggota() == [(k, i)]:
                tujuan = self.baris[-max(calon)[1]]
                tujuan.langkah[k] = [i]
                tujuan.urutan_lain.add((k, i))
                baris.langkah.clear()
                self.baris = [b for b in self.baris if b.langkah]
