"""How close the table of a sheet is set: the densities, and which of them one takes for the fewest pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout import TataLetak, Ukuran, susun_tata_letak
from buku_sop.model import Prosedur
from buku_sop.views.lembar.gambar import bagi_tabel
from buku_sop.views.lembar.halaman import Muatan, Pembagian, bagi_halaman


@dataclass(frozen=True, slots=True)
class Kerapatan:
    """How close a table is set."""

    huruf: float
    """Size of the text in points."""
    sisip: float
    """Space above and below the text of a cell in mm."""
    ruang: float
    """Space above and below the symbols of a row in mm."""
    kotak: float
    belah_ketupat: float
    hemat: float = 1.02
    """How much higher than the lowest a table may be for the sake of wide lanes."""

    @property
    def terendah(self) -> float:
        """Height in mm of a row without words."""
        return 2 * self.ruang + self.kotak

    def ukuran(self, lane: float) -> Ukuran:
        """Return the measures of the drawing for lanes of a width."""
        return Ukuran(
            lane=lane,
            simbol=round(min(14.0, 0.62 * lane), 3),
            kotak=self.kotak,
            belah_ketupat=self.belah_ketupat,
            ruang=self.ruang,
        )


KERAPATAN = (
    Kerapatan(huruf=8.5, sisip=1.0, ruang=5.2, kotak=6.4, belah_ketupat=8.4, hemat=1.06),
    Kerapatan(huruf=8.5, sisip=1.0, ruang=5.2, kotak=6.4, belah_ketupat=8.4),
    Kerapatan(huruf=8.0, sisip=0.95, ruang=4.4, kotak=5.8, belah_ketupat=7.8),
    Kerapatan(huruf=7.5, sisip=0.9, ruang=3.9, kotak=5.4, belah_ketupat=7.2),
    Kerapatan(huruf=7.5, sisip=0.75, ruang=2.6, kotak=5.0, belah_ketupat=6.6),
)
"""The usual setting, and tighter ones for a table that would need a page more for little. The tightest is as
tight as signed originals are: rows of 10 to 15 mm."""


class Tabel:
    """One procedure in one density, without pages."""

    def __init__(
        self,
        prosedur: Prosedur,
        alur: Alur,
        kerapatan: Kerapatan,
        data: dict[str, Any],
        nomor: list[str],
    ) -> None:
        self.prosedur, self.alur, self.kerapatan, self.data = prosedur, alur, kerapatan, data
        self.nomor = nomor
        """What connectors call each step."""

    @property
    def tinggi_terkecil(self) -> list[float]:
        """The least that any drawing makes of each row."""
        bersimbol = {s.langkah for s in self.alur.simpul}
        return [
            self.kerapatan.terendah if i in bersimbol else 0.0
            for i in range(len(self.prosedur.langkah))
        ]

    @cached_property
    def tata(self) -> TataLetak:
        """The drawing; made only for a density that is considered, since it is what takes time."""
        return susun_tata_letak(
            self.alur, self.kerapatan.ukuran(self.data["kolom"]["lane"] or 20.0)
        )


def pilih_kerapatan(
    semua: Sequence[Tabel], terukur: Sequence[Mapping[str, Any]], halaman: float
) -> tuple[Tabel, Pembagian, int]:
    """Take the usual density, or the first tighter one that needs fewest pages.

    `terukur` is what the template measured of each, `halaman` the height in mm of a page without its margins.
    Returns the lines of words in its connectors, too.
    """
    terpilih = semua[0]
    lama, larik = _bagi(terpilih, terukur[0], halaman)
    for usul, ukuran in zip(semua[1:], terukur[1:], strict=True):
        if len(lama.potongan) < 2:
            break
        paling = len(bagi_halaman(_muatan(usul, ukuran, halaman, digambar=False)).potongan)
        if paling >= len(lama.potongan) and not lama.longgar:
            continue  # whatever its drawing needs
        baru, larik_baru = _bagi(usul, ukuran, halaman)
        lebih_rata = lama.longgar and not baru.longgar
        if (len(baru.potongan), not lebih_rata) < (len(lama.potongan), True):
            terpilih, lama, larik = usul, baru, larik_baru
    return terpilih, lama, larik


def _bagi(tabel: Tabel, terukur: Mapping[str, Any], halaman: float) -> tuple[Pembagian, int]:
    return bagi_tabel(_muatan(tabel, terukur, halaman), tabel.alur, tabel.tata, tabel.nomor)


def _muatan(
    tabel: Tabel, terukur: Mapping[str, Any], halaman: float, *, digambar: bool = True
) -> Muatan:
    """Say what must be put on pages; without its drawing, which takes time, what it needs at least."""
    n = len(tabel.prosedur.langkah)
    potong = [0] * n
    for panah in tabel.alur.panah:
        a, b = (tabel.alur.simpul[s].langkah for s in (panah.dari, panah.ke))
        for i in range(min(a, b), max(a, b)):
            potong[i] += 1
    gambar = tabel.tata.tinggi_baris if digambar else tabel.tinggi_terkecil
    return Muatan(
        baris=tuple(max(x) for x in zip(terukur["baris"], gambar, strict=True)),
        potong=tuple(potong),
        halaman=halaman - terukur["kepala"],
        pembuka=terukur["pembuka"],
        penutup=terukur["penutup"],
    )
