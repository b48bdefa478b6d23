"""Widths of the columns: equal lanes, and text columns that together give the lowest table."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from buku_sop.layout.text import width
from buku_sop.views.lembar.kertas import PT, SISIP_X, Kertas

KOLOM_TEKS = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
TERSEMPIT: Mapping[str, float] = {
    "kegiatan": 46.0,
    "kelengkapan": 22.0,
    "waktu": 17.0,
    "output": 22.0,
    "keterangan": 13.0,
}
"""Least widths in mm."""
KATA_TERLEBAR = 30.0
"""A column grows to its longest word, up to this many mm; longer words are broken."""
LANE_TERLEBAR = 23.0
LANE_TERSEMPIT = 5.0
LANE_SEBAGIAN = 0.3
"""Lanes stand upright where they would need more than this of the width."""
LANE_TEGAK = 15.0
"""Headings of narrower lanes stand upright."""
NOMOR = 8.5
TANDA = 2.5
"""What the mark of an item takes of its line in mm."""
_LANGKAH = 2.0
_SELANGKAH_LANE = 1.5
_LARIK = 1.22
"""Distance of two lines, in sizes of letters."""
_BORONG = 1.06
"""How much longer a text is than its lines are full."""
HEMAT = 1.06
"""How much higher than the lowest a table may be estimated for the sake of wide lanes."""
_KATA = re.compile(r"\S+")
_PASANGAN = re.compile(r"\d+\s\S+|\S+")
"""A number stays with its unit."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """Widths in mm."""

    nomor: float
    lane: float
    teks: Mapping[str, float]

    @property
    def tegak(self) -> bool:
        """Whether the lanes' headings stand upright."""
        return self.lane < LANE_TEGAK


def bagi_kolom(
    kertas: Kertas,
    jumlah_lane: int,
    isi: Mapping[str, Sequence[str]],
    kepala: Mapping[str, str],
    pt: float,
    *,
    terendah: float = 0.0,
    kata_lane: float = 0.0,
    hemat: float = HEMAT,
    berdaftar: Collection[str] = (),
) -> Kolom:
    """Share the width of a page. `isi` holds the texts of each text column that is printed, row by row.

    Lanes are as wide as the height of the table allows: `hemat` is how much higher than the lowest it may be.
    `terendah` is the height in mm of a row without words, `kata_lane` the width of the longest word over a lane,
    `berdaftar` the columns with lists, whose marks need room, too.
    """
    huruf = pt * PT
    paling = {k: _tersempit(k, isi[k], kepala[k], huruf) + TANDA * (k in berdaftar) for k in isi}
    paling = _sempitkan(paling, kertas.isi - NOMOR, jumlah_lane)
    sisa = kertas.isi - NOMOR - sum(paling.values())
    usul = []
    for lane in _lane(sisa, jumlah_lane, kata_lane):
        lebar, tinggi = _bagikan(
            paling, kertas.isi - NOMOR - jumlah_lane * lane, isi, huruf, terendah
        )
        usul.append((Kolom(NOMOR, lane, lebar), tinggi))
    batas = hemat * min(tinggi for _, tinggi in usul)
    return next(kolom for kolom, tinggi in usul if tinggi <= batas)


def _sempitkan(paling: dict[str, float], lebar: float, jumlah_lane: int) -> dict[str, float]:
    """Take from the least widths what the lanes need: from the columns that keep the longest words whole first."""
    lane = LANE_TEGAK if jumlah_lane * LANE_TEGAK <= LANE_SEBAGIAN * lebar else LANE_TERSEMPIT
    ada = lebar - jumlah_lane * lane
    jumlah = sum(paling.values())
    if not jumlah_lane or jumlah <= ada:
        return paling
    dasar = {k: 0.75 * min(v, TERSEMPIT[k]) for k, v in paling.items()}
    lebih = jumlah - sum(dasar.values())
    bagian = max(0.0, (ada - sum(dasar.values())) / lebih) if lebih else 0.0
    return {k: dasar[k] + bagian * (v - dasar[k]) for k, v in paling.items()}


def _lane(sisa: float, jumlah: int, kata: float) -> list[float]:
    """Return the widths that lanes may have, the widest first; narrow ones only where there is no other."""
    if not jumlah:
        return [0.0]
    lane = min(LANE_TERLEBAR, sisa / jumlah)
    terkecil = min(lane, max(LANE_TEGAK, kata))
    banyak = int((lane - terkecil) / _SELANGKAH_LANE + 1e-6) + 1
    return [int((lane - n * _SELANGKAH_LANE) * 20) / 20 for n in range(banyak)]


def _tersempit(kolom: str, isi: Sequence[str], kepala: str, huruf: float) -> float:
    """The width that keeps words whole; a column without any is as wide as its heading."""
    pola = _PASANGAN if kolom == "waktu" else _KATA
    kata = [width(k, huruf) for teks in isi for k in pola.findall(teks)]
    kata += [1.1 * width(k, huruf) for k in kepala.split()]
    terlebar = min(KATA_TERLEBAR, max(kata, default=0.0))
    terkecil = TERSEMPIT[kolom] if any(isi) else 0.0
    return max(terkecil, 1.04 * terlebar + 2 * SISIP_X + 0.2)


def _bagikan(
    paling: Mapping[str, float],
    jumlah: float,
    isi: Mapping[str, Sequence[str]],
    huruf: float,
    terendah: float,
) -> tuple[dict[str, float], float]:
    """Hand out what is left, bit by bit, to the column that lowers the table most; return its height, too.

    A row is about as high as its highest cell. To see what widening one of two equal columns is good for, the
    height is taken as the fourth root of the sum of the fourth powers.
    """
    luas = {k: [width(t, huruf) * _BORONG * _LARIK * huruf for t in v] for k, v in isi.items()}
    lebar = dict(paling)
    tinggi = {k: _pangkat(luas[k], lebar[k]) for k in luas}
    dasar = [terendah**4] * max((len(v) for v in isi.values()), default=0)

    def jumlahkan(*kolom: Sequence[float]) -> float:
        return sum(sqrt(sqrt(sum(sel))) for sel in zip(dasar, *kolom, strict=True))

    sisa = jumlah - sum(lebar.values())
    while sisa > 1e-6:
        tambah = min(_LANGKAH, sisa)
        usul = {k: _pangkat(luas[k], lebar[k] + tambah) for k in luas}
        total = [sum(sel) for sel in zip(*tinggi.values(), strict=True)]

        def hasil(k: str, usul: dict[str, list[float]] = usul, total: list[float] = total) -> float:
            lain = [t - x for t, x in zip(total, tinggi[k], strict=True)]
            return jumlahkan(lain, usul[k])

        terbaik = min(luas, key=hasil)
        lebar[terbaik] += tambah
        tinggi[terbaik] = usul[terbaik]
        sisa -= tambah
    return {k: round(v, 3) for k, v in lebar.items()}, jumlahkan(*tinggi.values())


def _pangkat(luas: Sequence[float], lebar: float) -> list[float]:
    """The fourth power of the height of each cell of a column."""
    return [(x / (lebar - 2 * SISIP_X)) ** 4 for x in luas]
