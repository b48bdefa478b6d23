"""Which step of a procedure is which step of its other version: by id, then by likeness.

Inserting a step at the top must be one change and not thirty, so steps are never matched by number. The
order of the tries: the same id; the same words, in order; the same words elsewhere; like words between the
same neighbours; very like words elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.model import Langkah, Prosedur

DI_TEMPAT = 0.5
"""Least likeness of two steps between the same neighbours."""
DI_LUAR = 0.8
"""Least likeness of two steps that would have to be reworded and moved at once."""
_TELITI = 1_000
"""Most pairs of reworded steps that are compared letter by letter."""
_TEKS = 400
"""Characters of an activity that are compared."""
_BOBOT_TEKS, _BOBOT_PELAKSANA, _BOBOT_OUTPUT, _BOBOT_KELENGKAPAN = 6, 1, 2, 1

Pasangan = tuple[int, int]
_Nilai = Callable[[int, int], float]


@lru_cache(maxsize=65_536)
def kunci(teks: str) -> str:
    """Fold a text for comparison: words in lower case, without punctuation."""
    return kunci_nama(teks) or " ".join(teks.split())


def kemiripan(a: str, b: str, *, teliti: bool = True) -> float:
    """Tell from 0 to 1 how alike two texts are; the order of the two makes no difference.

    Compares letter by letter, or word by word, which takes a tenth of the time, where it is not `teliti`.
    """
    a, b = sorted((a[:_TEKS], b[:_TEKS]))
    if a == b:
        return 1.0
    if not teliti:
        return SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


@dataclass(frozen=True)
class Ciri:
    """By what a step is known again."""

    langkah: Langkah
    prosedur: Prosedur

    @cached_property
    def kegiatan(self) -> str:
        """The words of its activity."""
        return kunci(self.langkah.kegiatan)

    @cached_property
    def pelaksana(self) -> frozenset[str]:
        """The labels of its lanes."""
        label = {p.id: p.label for p in self.prosedur.pelaksana}
        return frozenset(kunci(label.get(p, p)) for p in self.langkah.pelaksana)

    @cached_property
    def output(self) -> frozenset[str]:
        """What it makes."""
        return frozenset(map(kunci, self.langkah.output))

    @cached_property
    def kelengkapan(self) -> frozenset[str]:
        """What it needs."""
        return frozenset(map(kunci, self.langkah.kelengkapan))


def mirip(a: Ciri, b: Ciri, *, teliti: bool = True) -> float:
    """Tell from 0 to 1 how alike two steps are: their words first, then who, output and input."""
    bobot, jumlah = _BOBOT_TEKS, _BOBOT_TEKS * kemiripan(a.kegiatan, b.kegiatan, teliti=teliti)
    for berat, x, y in (
        (_BOBOT_PELAKSANA, a.pelaksana, b.pelaksana),
        (_BOBOT_OUTPUT, a.output, b.output),
        (_BOBOT_KELENGKAPAN, a.kelengkapan, b.kelengkapan),
    ):
        if x or y:
            bobot += berat
            jumlah += berat * len(x & y) / len(x | y)
    return jumlah / bobot


def cocokkan(sebelum: Prosedur, sesudah: Prosedur) -> tuple[list[Pasangan], set[Pasangan]]:
    """Pair the steps of two versions of a procedure; also say which of the pairs were moved.

    Whichever side comes first, the same steps are paired: they are always tried in the same direction.
    """
    if _urutan(sebelum) <= _urutan(sesudah):
        return _Pencocok(sebelum, sesudah).cocokkan()
    pasangan, pindah = _Pencocok(sesudah, sebelum).cocokkan()
    return sorted((i, j) for j, i in pasangan), {(i, j) for j, i in pindah}


def _urutan(prosedur: Prosedur) -> tuple[int, str]:
    return len(prosedur.langkah), repr(prosedur.langkah)


class _Pencocok:
    def __init__(self, a: Prosedur, b: Prosedur) -> None:
        self.a = [Ciri(x, a) for x in a.langkah]
        self.b = [Ciri(x, b) for x in b.langkah]
        self.pasangan: dict[int, int] = {}
        self.nilai: dict[Pasangan, float] = {}
        """Likeness of the pairs that were looked at."""
        self.teliti = True

    def cocokkan(self) -> tuple[list[Pasangan], set[Pasangan]]:
        self._menurut_id()
        self._sejajarkan(self._sama)
        self._di_mana_saja(self._sama)
        kiri, kanan = self._sisa()
        self.teliti = len(kiri) * len(kanan) <= _TELITI
        self._sejajarkan(self._mirip_di_tempat())
        self._di_mana_saja(lambda i, j: self._paling_tidak(i, j, DI_LUAR))
        tetap = set(berurutan(sorted(self.pasangan.items())))
        return sorted(self.pasangan.items()), set(self.pasangan.items()) - tetap

    def _menurut_id(self) -> None:
        di_a, di_b = _id_tunggal(self.a), _id_tunggal(self.b)
        self.pasangan |= {i: di_b[id] for id, i in di_a.items() if id in di_b}

    def _sama(self, i: int, j: int) -> float:
        """Score steps with the same words: 1 and more, most for those that are equal throughout."""
        a, b = self.a[i], self.b[j]
        if a.kegiatan != b.kegiatan:
            return 0
        return 1 + mirip(a, b) + (a.langkah.waktu.teks == b.langkah.waktu.teks) / 10

    def _mirip_di_tempat(self) -> _Nilai:
        """Score like steps between the same neighbours."""
        tetap = berurutan(sorted(self.pasangan.items()))
        di_a, di_b = [i for i, _ in tetap], [j for _, j in tetap]

        def nilai(i: int, j: int) -> float:
            if bisect_left(di_a, i) != bisect_left(di_b, j):
                return 0
            return self._paling_tidak(i, j, DI_TEMPAT)

        return nilai

    def _paling_tidak(self, i: int, j: int, batas: float) -> float:
        if (i, j) not in self.nilai:
            self.nilai[i, j] = mirip(self.a[i], self.b[j], teliti=self.teliti)
        return self.nilai[i, j] if self.nilai[i, j] >= batas else 0

    def _sisa(self) -> tuple[list[int], list[int]]:
        terpakai = set(self.pasangan.values())
        return (
            [i for i in range(len(self.a)) if i not in self.pasangan],
            [j for j in range(len(self.b)) if j not in terpakai],
        )

    def _sejajarkan(self, nilai: _Nilai) -> None:
        """Pair what is left so that the order is kept and the scores add up to most."""
        kiri, kanan = self._sisa()
        self.pasangan |= {kiri[x]: kanan[y] for x, y in sejajarkan(kiri, kanan, nilai)}

    def _di_mana_saja(self, nilai: _Nilai) -> None:
        """Pair what is left, the best scores first, wherever the steps stand."""
        kiri, kanan = self._sisa()
        calon = [(-n, abs(i - j), i, j) for i in kiri for j in kanan if (n := nilai(i, j))]
        for _, _, i, j in sorted(calon):
            if i not in self.pasangan and j not in self.pasangan.values():
                self.pasangan[i] = j


def _id_tunggal(ciri: Sequence[Ciri]) -> dict[str, int]:
    banyak = Counter(c.langkah.id for c in ciri)
    return {
        c.langkah.id: i for i, c in enumerate(ciri) if c.langkah.id and banyak[c.langkah.id] == 1
    }


def sejajarkan(kiri: Sequence[int], kanan: Sequence[int], nilai: _Nilai) -> list[Pasangan]:
    """Align two sequences without crossing so that the scores add up to most.

    A score of 0 forbids a pair. Returns positions in the two sequences.
    """
    n, m = len(kiri), len(kanan)
    skor = [[nilai(i, j) for j in kanan] for i in kiri]
    terbaik = [[0.0] * (m + 1) for _ in range(n + 1)]
    for x in reversed(range(n)):
        for y in reversed(range(m)):
            jodoh = skor[x][y] + terbaik[x + 1][y + 1] if skor[x][y] else 0.0
            terbaik[x][y] = max(jodoh, terbaik[x + 1][y], terbaik[x][y + 1])
    hasil, x, y = [], 0, 0
    while x < n and y < m:
        if skor[x][y] and terbaik[x][y] == skor[x][y] + terbaik[x + 1][y + 1]:
            hasil.append((x, y))
            x, y = x + 1, y + 1
        elif terbaik[x][y] == terbaik[x + 1][y]:
            x += 1
        else:
            y += 1
    return hasil


def berurutan(pasangan: Sequence[Pasangan]) -> list[Pasangan]:
    """Return most pairs that keep their order (a longest increasing run); `pasangan` sorted by the first."""
    ujung: list[int] = []
    panjang: list[int] = []
    for _, j in pasangan:
        k = bisect_left(ujung, j)
        ujung[k : k + 1] = [j]
        panjang.append(k)
    hasil: list[Pasangan] = []
    cari = len(ujung) - 1
    for satu, k in zip(reversed(pasangan), reversed(panjang), strict=True):
        if k == cari and (not hasil or satu[1] < hasil[-1][1]):
            hasil.append(satu)
            cari -= 1
    return hasil[::-1]
