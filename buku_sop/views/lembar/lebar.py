"""Shares a width among the text columns of a table, so that its rows become as low as they can."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from itertools import permutations
from math import sqrt

from buku_sop.layout.text import width
from buku_sop.views.lembar.kertas import SISIP_X

TANDA = 2.5
"""What the mark of an item takes of its line in mm."""
_LANGKAH = 2.0
_TUKAR = (2.0, 6.0)
"""How many mm two columns exchange to save lines."""
_PUTARAN = 4
_LARIK = 1.22
"""Distance of two lines, in sizes of letters."""
_BORONG = 1.03
_SISA_LARIK = 0.45
"""How much longer a text is than its lines are full, and which part of its last line is empty."""
_TAK_BERARTI = 0.02
"""Wider columns are no use where they lower the table by less than this many mm."""
_SPASI = 0.28
"""Width of a space, in sizes of letters."""

Lebar = dict[str, float]
Penaksir = Callable[[str, float], list[float]]
"""Tells the fourth power of the height of each cell of a column of a width."""


class PembagiLebar:
    """Knows the texts of a table, and what each column's width makes of its rows.

    A row is about as high as its highest cell. To see what widening one of two equal columns is good for, its
    height is taken as the fourth root of the sum of the fourth powers.
    """

    def __init__(
        self,
        isi: Mapping[str, Sequence[str]],
        huruf: float,
        terendah: float,
        berdaftar: Collection[str],
    ) -> None:
        """`huruf` is the size of letters in mm; see `bagi_kolom` for the rest."""
        self.huruf = huruf
        self.kata = {k: [_lebar_kata(t, huruf) for t in v] for k, v in isi.items()}
        """The widths of the words of each line of each cell."""
        spasi = _SPASI * huruf
        self.larik = {
            k: [[sum(x) + spasi * (len(x) - 1) for x in sel] for sel in v]
            for k, v in self.kata.items()
        }
        """The widths of the lines, were they not broken."""
        self.sisip = {k: 2 * SISIP_X + TANDA * (k in berdaftar) for k in isi}
        self.dasar = [terendah**4] * max((len(v) for v in isi.values()), default=0)
        self._taksir: Penaksir = cache(self._hampir)
        self._hitung: Penaksir = cache(self._tepat)

    def bagikan(self, paling: Mapping[str, float], jumlah: Sequence[float]) -> list[Lebar]:
        """Hand out each of some widths, in rising order, bit by bit, to the column that lowers the table most.

        Less is handed out where no column is better for being wider.
        """
        lebar, hasil = dict(paling), list[Lebar]()
        for ruang in jumlah:
            while (sisa := ruang - sum(lebar.values())) >= _LANGKAH:
                terbaik, untung = self._terbaik(lebar)
                if untung < _TAK_BERARTI:
                    break
                lebar[terbaik] += _LANGKAH
            hasil.append(dict(lebar))
            if 0.1 < sisa < _LANGKAH:
                hasil[-1][self._terbaik(lebar)[0]] += sisa
        return hasil

    def _terbaik(self, lebar: Mapping[str, float]) -> tuple[str, float]:
        """Return the column that lowers the table most when it is widened, and by how much."""
        kolom = {k: self._taksir(k, v) for k, v in lebar.items()}
        kini = [sum(sel) for sel in zip(self.dasar, *kolom.values(), strict=True)]
        semula = sum(sqrt(sqrt(x)) for x in kini)
        hasil = {
            k: semula - _jumlah(kini, kolom[k], self._taksir(k, v + _LANGKAH))
            for k, v in lebar.items()
        }
        terbaik = max(hasil, key=hasil.__getitem__)
        return terbaik, hasil[terbaik]

    def tinggi(self, lebar: Mapping[str, float]) -> float:
        """Estimate the height of the table in mm."""
        kolom = (self._taksir(k, v) for k, v in lebar.items())
        return sum(sqrt(sqrt(sum(sel))) for sel in zip(self.dasar, *kolom, strict=True))

    def rapikan(self, lebar: Mapping[str, float], paling: Mapping[str, float]) -> Lebar:
        """Let columns exchange width where it saves lines, counted as they will be broken."""
        baik = dict(lebar)
        for _ in range(_PUTARAN):
            kolom = {k: self._hitung(k, v) for k, v in baik.items()}
            kini = [sum(sel) for sel in zip(self.dasar, *kolom.values(), strict=True)]
            untung, tukar = self.huruf / 4, None
            semula = sum(sqrt(sqrt(x)) for x in kini)
            for ke, dari in permutations(baik, 2):
                for d in _TUKAR:
                    if baik[dari] - d < paling[dari]:
                        continue
                    tanpa = self._hitung(dari, baik[dari] - d)
                    sisa = [x - y + z for x, y, z in zip(kini, kolom[dari], tanpa, strict=True)]
                    hemat = semula - _jumlah(sisa, kolom[ke], self._hitung(ke, baik[ke] + d))
                    if hemat > untung:
                        untung, tukar = hemat, (ke, dari, d)
            if tukar is None:
                break
            ke, dari, d = tukar
            baik[ke], baik[dari] = baik[ke] + d, baik[dari] - d
        return baik

    def penuhi(self, lebar: Mapping[str, float], jumlah: float) -> Lebar:
        """Give what no column needs to all that hold words, in proportion."""
        sisa = jumlah - sum(lebar.values())
        berisi = [k for k in lebar if any(self.larik[k])] or [*lebar]
        semua = sum(lebar[k] for k in berisi)
        return {k: round(v * (1 + sisa / semua) if k in berisi else v, 3) for k, v in lebar.items()}

    def _hampir(self, kolom: str, lebar: float) -> list[float]:
        ruang = max(lebar - self.sisip[kolom], 1.0)
        larik = _LARIK * self.huruf
        return [
            (larik * sum(1.0 if x <= ruang else _BORONG * x / ruang + _SISA_LARIK for x in sel))
            ** 4
            for sel in self.larik[kolom]
        ]

    def _tepat(self, kolom: str, lebar: float) -> list[float]:
        ruang = max(lebar - self.sisip[kolom], 1.0)
        larik, spasi = _LARIK * self.huruf, _SPASI * self.huruf
        hasil = []
        for kata, panjang in zip(self.kata[kolom], self.larik[kolom], strict=True):
            banyak = sum(
                1 if p <= ruang else _patah(k, ruang, spasi)
                for k, p in zip(kata, panjang, strict=True)
            )
            hasil.append((larik * banyak) ** 4)
        return hasil


def _jumlah(kini: Sequence[float], lama: Sequence[float], baru: Sequence[float]) -> float:
    """Sum up the rows with one column changed."""
    return sum(sqrt(sqrt(max(x - y + z, 0.0))) for x, y, z in zip(kini, lama, baru, strict=True))


def _lebar_kata(teks: str, huruf: float) -> list[list[float]]:
    return [[width(k, huruf) for k in t.split()] for t in teks.split("\n") if t.strip()]


def _patah(kata: Sequence[float], ruang: float, spasi: float) -> int:
    """Count the lines that words are broken into."""
    larik, isi = 1, -spasi
    for k in kata:
        isi += spasi + k
        if isi > ruang:
            larik, isi = larik + 1, k
    return larik
