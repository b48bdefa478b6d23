"""Widths of the columns: equal lanes, and text columns that together give the lowest table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
LANE_TEGAK = 15.0
"""Headings of narrower lanes stand upright."""
NOMOR = 8.5
_LANGKAH = 2.0
_PANGKAT = 2


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
) -> Kolom:
    """Share the width of a page. `isi` holds the texts of each text column that is printed, row by row."""
    huruf = pt * PT
    paling = {k: _tersempit(k, isi[k], kepala[k], huruf) for k in isi}
    sisa = kertas.isi - NOMOR - sum(paling.values())
    if jumlah_lane and sisa < jumlah_lane * LANE_TERSEMPIT:
        paling = {k: min(v, TERSEMPIT[k]) * 0.75 for k, v in paling.items()}
        sisa = kertas.isi - NOMOR - sum(paling.values())
    lane = min(LANE_TERLEBAR, sisa / jumlah_lane) if jumlah_lane else 0.0
    lane = int(lane * 20) / 20
    teks = _bagikan(paling, kertas.isi - NOMOR - jumlah_lane * lane, isi, huruf)
    return Kolom(NOMOR, lane, teks)


def _tersempit(kolom: str, isi: Sequence[str], kepala: str, huruf: float) -> float:
    kata = [width(k, huruf) for teks in isi for k in teks.split()]
    kata += [1.1 * width(k, huruf) for k in kepala.split()]
    terlebar = min(KATA_TERLEBAR, max(kata, default=0.0))
    terkecil = TERSEMPIT[kolom] if any(isi) else 0.0
    return max(terkecil, 1.04 * terlebar + 2 * SISIP_X + 0.2)


def _bagikan(
    paling: Mapping[str, float], jumlah: float, isi: Mapping[str, Sequence[str]], huruf: float
) -> dict[str, float]:
    """Hand out what is left, bit by bit, to the column that lowers the table most."""
    panjang = {k: [width(t, huruf) for t in semua] for k, semua in isi.items()}
    lebar = dict(paling)

    def tinggi(coba: Mapping[str, float]) -> float:
        kolom = [[p / (coba[k] - 2 * SISIP_X) for p in panjang[k]] for k in panjang]
        baris = zip(*kolom, strict=True)
        return float(sum(sum(h**_PANGKAT for h in b) ** (1 / _PANGKAT) for b in baris))

    sisa = jumlah - sum(lebar.values())
    while sisa > 1e-6:
        tambah = min(_LANGKAH, sisa)
        terbaik = min(panjang, key=lambda k: tinggi({**lebar, k: lebar[k] + tambah}))
        lebar[terbaik] += tambah
        sisa -= tambah
    return {k: round(v, 3) for k, v in lebar.items()}
