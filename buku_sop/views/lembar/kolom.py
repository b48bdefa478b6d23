"""Widths of the columns: equal lanes, and text columns that together give the lowest table."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from buku_sop.layout.text import width
from buku_sop.views.lembar.kertas import PT, SISIP_X, Kertas
from buku_sop.views.lembar.lebar import TANDA, PembagiLebar

KOLOM_TEKS = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
TERSEMPIT: Mapping[str, float] = {
    "kegiatan": 34.0,
    "kelengkapan": 20.0,
    "waktu": 15.0,
    "output": 20.0,
    "keterangan": 10.0,
}
"""Least widths in mm."""
KEGIATAN_SEMPIT = 46.0
"""What activities, which are sentences, keep where columns must give way, in mm."""
KATA_TERLEBAR = 30.0
"""A column grows to its longest word, up to this many mm; longer words are broken."""
LANE_TERLEBAR = 28.0
LANE_LAPANG = 23.0
"""Wider lanes cost the texts nothing."""
LANE_TERSEMPIT = 5.0
LANE_SEBAGIAN = 0.3
"""Lanes stand upright where they would need more than this of the width."""
LANE_TEGAK = 15.0
"""Headings of narrower lanes stand upright."""
SISIP_KEPALA = 1.1
"""Space left and right of the words of a heading in mm: `sisip-kepala` in tabel.typ."""
NOMOR = 8.5
_SELANGKAH_LANE = 1.5
HEMAT = 1.06
"""How much higher than the lowest a table may be estimated for the sake of wide lanes."""
_HEMAT_LAPANG = 1.01
_KATA = re.compile(r"\S+")
_PASANGAN = re.compile(r"\d+\s\S+|\S+")
"""A number stays with its unit."""
_KATA_KEPALA = re.compile(r"[^\s/]+/?|/")
"""Words over a column may break behind a slash."""


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
    label: float = 0.0,
    hemat: float = HEMAT,
    berdaftar: Collection[str] = (),
) -> Kolom:
    """Share the width of a page.

    `isi` holds the texts of each text column that is printed, row by row, with line breaks where lines end.
    Lanes are as wide as the height of the table allows: `hemat` is how much higher than the lowest it may be.
    `terendah` is the height in mm of a row without words, `kata_lane` the width of the longest word over a lane,
    `label` what the labels of branches need of a lane, `berdaftar` the columns with lists, whose marks need room, too.
    """
    huruf = pt * PT
    paling = {k: _tersempit(k, isi[k], kepala[k], huruf) + TANDA * (k in berdaftar) for k in isi}
    paling = _sempitkan(paling, kertas.isi - NOMOR, jumlah_lane, label)
    pilihan = _lane(kertas.isi - NOMOR - sum(paling.values()), jumlah_lane, kata_lane, label)
    ruang = [kertas.isi - NOMOR - jumlah_lane * lane for lane in pilihan]
    pembagi = PembagiLebar(isi, huruf, terendah, berdaftar)
    usul = pembagi.bagikan(paling, ruang)
    tinggi = [pembagi.tinggi(lebar) for lebar in usul]
    batas = {True: _HEMAT_LAPANG * min(tinggi), False: hemat * min(tinggi)}
    n = next(n for n, lane in enumerate(pilihan) if tinggi[n] <= batas[lane > LANE_LAPANG])
    lebar = pembagi.rapikan(usul[n], paling)
    return Kolom(NOMOR, pilihan[n], pembagi.penuhi(lebar, ruang[n]))


def _sempitkan(
    paling: dict[str, float], lebar: float, jumlah_lane: int, label: float
) -> dict[str, float]:
    """Take from the least widths what the lanes need: from the columns that keep the longest words whole first."""
    lane = max(LANE_TEGAK, min(label, LANE_SEBAGIAN * lebar))
    sempit = jumlah_lane * LANE_TEGAK > LANE_SEBAGIAN * lebar
    if sempit:
        lane = max(LANE_TERSEMPIT, LANE_SEBAGIAN * lebar / jumlah_lane)
    ada = lebar - jumlah_lane * lane
    if sempit and "kegiatan" in paling:
        wajar = {**paling, "kegiatan": max(paling["kegiatan"], KEGIATAN_SEMPIT)}
        paling = wajar if sum(wajar.values()) > ada else paling
    jumlah = sum(paling.values())
    if not jumlah_lane or jumlah <= ada:
        return paling
    paling_sedikit = {**TERSEMPIT, "kegiatan": KEGIATAN_SEMPIT}
    dasar = {k: 0.75 * min(v, paling_sedikit[k]) for k, v in paling.items()}
    lebih = jumlah - sum(dasar.values())
    bagian = max(0.0, (ada - sum(dasar.values())) / lebih) if lebih else 0.0
    return {k: dasar[k] + bagian * (v - dasar[k]) for k, v in paling.items()}


def _lane(sisa: float, jumlah: int, kata: float, label: float) -> list[float]:
    """Return the widths that lanes may have, the widest first; narrow ones only where there is no other."""
    if not jumlah:
        return [0.0]
    lane = min(max(LANE_TERLEBAR, label), sisa / jumlah)
    terkecil = min(lane, max(LANE_TEGAK, kata, label))
    banyak = int((lane - terkecil) / _SELANGKAH_LANE + 1e-6) + 1
    return [int((lane - n * _SELANGKAH_LANE) * 20) / 20 for n in range(banyak)]


def _tersempit(kolom: str, isi: Sequence[str], kepala: str, huruf: float) -> float:
    """The width that keeps words whole; a column without any is as wide as its heading."""
    pola = _PASANGAN if kolom == "waktu" else _KATA
    kata = [width(k, huruf) for teks in isi for k in pola.findall(teks)]
    kata += [1.1 * width(k, huruf) for k in _KATA_KEPALA.findall(kepala)]
    terlebar = min(KATA_TERLEBAR * huruf / (8.5 * PT), max(kata, default=0.0))
    terkecil = TERSEMPIT[kolom] if any(isi) else 0.0
    return max(terkecil, 1.04 * terlebar + 2 * SISIP_X + 0.2)
