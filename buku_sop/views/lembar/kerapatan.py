"""How close the table of a sheet is set: the densities, and which of them one takes for the fewest pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout import TataLetak, Ukuran, draw_in_words, draw_lines
from buku_sop.layout.budget import PAGE, Budget
from buku_sop.layout.page import too_large
from buku_sop.model import Prosedur
from buku_sop.views.dasar.tujuan import sebut_tujuan
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
    antar: float = Ukuran().antar_tingkat
    """Space between the symbols of a row that stand above each other, in mm."""

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
            antar_tingkat=self.antar,
        )


KERAPATAN = (
    Kerapatan(huruf=10.0, sisip=2.0, ruang=6.6, kotak=7.6, belah_ketupat=10.0, hemat=1.06),
    Kerapatan(huruf=9.5, sisip=1.8, ruang=6.2, kotak=7.2, belah_ketupat=9.4, hemat=1.06),
    Kerapatan(huruf=9.0, sisip=1.6, ruang=5.7, kotak=6.8, belah_ketupat=8.9, hemat=1.06),
    Kerapatan(huruf=8.5, sisip=1.4, ruang=5.2, kotak=6.4, belah_ketupat=8.4, hemat=1.06),
    Kerapatan(huruf=8.5, sisip=1.2, ruang=4.0, kotak=5.6, belah_ketupat=7.6),
    Kerapatan(huruf=8.0, sisip=1.15, ruang=4.0, kotak=5.6, belah_ketupat=7.6),
    Kerapatan(huruf=8.0, sisip=1.15, ruang=3.2, kotak=5.2, belah_ketupat=7.0),
    Kerapatan(huruf=7.5, sisip=1.1, ruang=3.6, kotak=5.2, belah_ketupat=7.0),
    Kerapatan(huruf=7.5, sisip=1.1, ruang=2.6, kotak=5.0, belah_ketupat=6.6),
)
"""From the largest letters to the smallest. The tightest is as tight as signed originals are: rows of 10 to 15 mm.
Words keep 0.8 mm off the lines in all: what stands above and below is less than `sisip` by what letters reach over
the line that is measured."""
BIASA = 3
"""The usual setting. Larger ones fill pages that it leaves empty, tighter ones save a page."""
SEKITAR = 4
"""So many densities are tried where a label is too small in the one that was chosen."""
LANE_BESAR = 0.9
"""Larger letters may take so much of the lanes' width."""


class Pelukis:
    """Draws one procedure in any density: all with lines or all in words, as on its page, and within a budget."""

    def __init__(self, prosedur: Prosedur, alur: Alur, bagian: int = 1) -> None:
        """`bagian` is the number of procedures of its SOP."""
        self.prosedur, self.alur = prosedur, alur
        self.berkata = too_large(prosedur, bagian)
        """Whether its flow is too large for lines."""
        self.bagian = bagian
        self.biasa, self.lain = Budget(PAGE // bagian), Budget(PAGE // bagian)

    def segarkan(self) -> None:
        """Allow as much work again for densities that are tried from now on."""
        self.lain = Budget(PAGE // self.bagian)

    def lukis(self, ukuran: Ukuran, *, biasa: bool) -> TataLetak:
        """Draw it. The usual density decides: in words, if it is too large for lines there."""
        if not self.berkata:
            bergaris = draw_lines(self.alur, ukuran, self.biasa if biasa else self.lain)
            if bergaris:
                return bergaris
            self.berkata = biasa
        return draw_in_words(self.alur, ukuran, sebut_tujuan(self.prosedur, self.alur))


class Tabel:
    """One procedure in one density, without pages."""

    def __init__(
        self,
        pelukis: Pelukis,
        kerapatan: Kerapatan,
        data: dict[str, Any],
        nomor: list[str],
    ) -> None:
        self.pelukis, self.prosedur, self.alur = pelukis, pelukis.prosedur, pelukis.alur
        self.kerapatan, self.data = kerapatan, data
        self.nomor = nomor
        """What connectors call each step."""

    @property
    def lane(self) -> float:
        """Width of a lane in mm."""
        return float(self.data["kolom"]["lane"])

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
        ukuran = self.kerapatan.ukuran(self.lane or 20.0)
        return self.pelukis.lukis(ukuran, biasa=self.kerapatan is KERAPATAN[BIASA])


class PilihanTabel:
    """One procedure in all densities, each made and measured when it is first considered: most never are."""

    def __init__(
        self,
        buat: Callable[[Kerapatan], Tabel],
        ukur: Callable[[Tabel], Mapping[str, Any]],
        lain: Sequence[Kerapatan] = (),
    ) -> None:
        """`ukur` returns what the template measures of a table; `lain` are further densities, none of which is chosen by itself."""
        self._buat, self._ukur, self.kerapatan = buat, ukur, (*KERAPATAN, *lain)
        self._tabel: dict[int, Tabel] = {}
        self._ukuran: dict[int, Mapping[str, Any]] = {}

    def tabel(self, n: int) -> Tabel:
        """Return the table in the density `kerapatan[n]`."""
        if n not in self._tabel:
            self._tabel[n] = self._buat(self.kerapatan[n])
        return self._tabel[n]

    def segar(self, n: int) -> Tabel:
        """Return the table in a density, drawn with as much work again where it was drawn in words for want of it."""
        lama = self._tabel.get(n)
        self.tabel(n).pelukis.segarkan()
        if lama and lama.tata.rujukan:
            del self._tabel[n]
        return self.tabel(n)

    def catat(self, n: int, ukuran: Mapping[str, Any]) -> None:
        """Keep what was measured of a table together with others."""
        self._ukuran[n] = ukuran

    def ukuran(self, n: int) -> Mapping[str, Any]:
        """Return what was measured of it."""
        if n not in self._ukuran:
            self._ukuran[n] = self._ukur(self.tabel(n))
        return self._ukuran[n]


def pilih_kerapatan(
    pilihan: PilihanTabel, halaman: float, turun: float = 0.0
) -> tuple[int, Pembagian, int]:
    """Take the largest density that needs no more pages than any other, and leaves none all but empty.

    Where a label finds no room in its usual size there, take the nearest on as many pages in which all do.
    `halaman` is the height in mm of a page without its margins, `turun` what is taken of the first one already.
    Returns its place in `KERAPATAN`, its pages, and the lines of words in its connectors.
    """
    terpilih = _terbesar(pilihan, halaman, turun)
    n, pembagian, _ = terpilih
    if not _berlabel_kecil(pilihan.tabel(n)):
        return terpilih
    lain_lain = sorted(set(range(len(KERAPATAN))) - {n}, key=lambda m: (abs(m - n), -m))
    for m in lain_lain[:SEKITAR]:
        usul = pilihan.segar(m)
        sempit = m < BIASA and _sempit(usul, pilihan.tabel(BIASA))
        terukur = _turun(pilihan.ukuran(m), turun)
        if sempit or _paling_sedikit(usul, terukur, halaman) > pembagian.halaman:
            continue
        if _hanya_berkata(usul, pilihan.tabel(BIASA)) or _berlabel_kecil(usul):
            continue
        lain, larik = bagi_dalam(pilihan, m, halaman, turun)
        if (lain.halaman, lain.longgar) <= (pembagian.halaman, pembagian.longgar):
            return m, lain, larik
    return terpilih


def _terbesar(pilihan: PilihanTabel, halaman: float, turun: float) -> tuple[int, Pembagian, int]:
    """Take the largest density that needs no more pages than any other, whatever its labels."""

    def bagi(n: int) -> tuple[Pembagian, int]:
        return bagi_dalam(pilihan, n, halaman, turun)

    def paling_sedikit(n: int) -> int:
        return _paling_sedikit(pilihan.tabel(n), _turun(pilihan.ukuran(n), turun), halaman)

    def hanya_berkata(n: int) -> bool:
        return _hanya_berkata(pilihan.tabel(n), pilihan.tabel(BIASA))

    terpilih, (terbaik, larik) = BIASA, bagi(BIASA)
    for n in range(BIASA + 1, len(KERAPATAN)):
        if terbaik.halaman < 2:
            break
        if paling_sedikit(n) >= terbaik.halaman and not terbaik.longgar:
            continue  # whatever its drawing needs
        if hanya_berkata(n):
            continue
        baru, larik_baru = bagi(n)
        if (baru.halaman, baru.longgar) < (terbaik.halaman, terbaik.longgar):
            terpilih, terbaik, larik = n, baru, larik_baru
    if terpilih != BIASA:
        return terpilih, terbaik, larik
    for n in range(BIASA):
        usul = pilihan.tabel(n)
        if _sempit(usul, pilihan.tabel(BIASA)) or paling_sedikit(n) > terbaik.halaman:
            continue
        if hanya_berkata(n):
            continue
        baru, larik_baru = bagi(n)
        if (baru.halaman, baru.longgar) <= (terbaik.halaman, terbaik.longgar):
            return n, baru, larik_baru
    return terpilih, terbaik, larik


def _sempit(usul: Tabel, biasa: Tabel) -> bool:
    """Whether a density with larger letters takes too much of the lanes."""
    return bool(usul.lane < LANE_BESAR * biasa.lane or usul.data["kolom"]["tegak"])


def _berlabel_kecil(tabel: Tabel) -> bool:
    """Whether the label of a branch is smaller than usual, or has no place."""
    tata = tabel.tata
    return any(
        label and (jalur.label is None or jalur.label.huruf < tata.ukuran.huruf)
        for jalur, label in zip(tata.jalur, (p.label for p in tabel.alur.panah), strict=True)
        if jalur.panah not in tata.rujukan
    )


def bagi_dalam(
    pilihan: PilihanTabel, n: int, halaman: float, turun: float = 0.0
) -> tuple[Pembagian, int]:
    """Return the pages of a table in one density, and the lines of words in its connectors."""
    return _bagi(pilihan.tabel(n), _turun(pilihan.ukuran(n), turun), halaman)


def _hanya_berkata(usul: Tabel, biasa: Tabel) -> bool:
    """Whether a density would have to tell in words what another draws with lines."""
    return bool(usul.tata.rujukan) and not biasa.tata.rujukan


def _turun(ukuran: Mapping[str, Any], turun: float) -> Mapping[str, Any]:
    """Begin a table so many mm lower on its first page."""
    return {**ukuran, "pembuka": ukuran["pembuka"] + turun} if turun else ukuran


def _paling_sedikit(tabel: Tabel, terukur: Mapping[str, Any], halaman: float) -> int:
    """Count the pages that a table takes at least, without its drawing, which takes time."""
    return bagi_halaman(_muatan(tabel, terukur, halaman, digambar=False)).halaman


def _bagi(tabel: Tabel, terukur: Mapping[str, Any], halaman: float) -> tuple[Pembagian, int]:
    return bagi_tabel(_muatan(tabel, terukur, halaman), tabel.alur, tabel.tata, tabel.nomor)


def _muatan(
    tabel: Tabel, terukur: Mapping[str, Any], halaman: float, *, digambar: bool = True
) -> Muatan:
    """Say what must be put on pages; without its drawing, which takes time, what it needs at least."""
    n = len(tabel.prosedur.langkah)
    potong = [0] * n
    berkata = tabel.tata.rujukan if digambar else frozenset[int]()
    for e, panah in enumerate(tabel.alur.panah):
        if e in berkata:
            continue
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
        gambar=tuple(gambar),
        teks=tuple(t - 2 * tabel.kerapatan.sisip for t in terukur["baris"]),
    )
