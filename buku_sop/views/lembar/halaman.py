"""Page breaks of a table: as few pages as can be, evenly filled, with few arrows cut."""

from __future__ import annotations

from dataclasses import dataclass

from buku_sop.views.lembar.penghubung import tinggi_lajur

REGANG = 1.3
"""How much higher than needed rows may become to fill a page of several."""
REGANG_TUNGGAL = 1.12
LENGANG = 0.4
"""A page that is filled less is all but empty."""
_POTONG = 0.01
_SENDIRI = 2.0
_LONGGAR = 0.4
"""mm that are kept free on each page, for rounding."""


@dataclass(frozen=True, slots=True)
class Muatan:
    """What must be put on pages, in mm."""

    baris: tuple[float, ...]
    """Least height of each row."""
    potong: tuple[int, ...]
    """How many arrows pass from each row to the next."""
    halaman: float
    """Room for rows on a page, below its column headings."""
    pembuka: float = 0.0
    """What stands above the table on its first page."""
    penutup: float = 0.0
    """What stands below the last row."""
    lajur: float = tinggi_lajur(1)
    """The strip that holds the off-page connectors, above or below the rows of a page."""


@dataclass(frozen=True, slots=True)
class Potongan:
    """The rows of one page."""

    baris: range
    tinggi: tuple[float, ...]
    """Height of each row."""
    panjang: bool = False
    """A single row that is taller than a page and must be cut."""


@dataclass(frozen=True, slots=True)
class Pembagian:
    """The pages of a table."""

    potongan: tuple[Potongan, ...]
    terisi: float
    """Which part of the pages the rows need."""
    longgar: bool
    """Whether a page is all but empty, or the last holds a single row."""


def bagi_halaman(muatan: Muatan) -> Pembagian:
    """Break a table into pages."""
    batas = _batas(muatan)
    potongan = tuple(_potongan(muatan, a, b, len(batas)) for a, b in batas)
    terakhir = range(*batas[-1]) if batas else range(0)
    perlu = sum(muatan.baris) + muatan.pembuka + muatan.penutup
    isi = [sum(muatan.baris[a:b]) for a, b in batas]
    if isi:
        isi[0], isi[-1] = isi[0] + muatan.pembuka, isi[-1] + muatan.penutup
    kosong = any(x < LENGANG * muatan.halaman for x in isi)
    longgar = len(batas) > 1 and (len(terakhir) < 2 or kosong)
    return Pembagian(potongan, perlu / (max(1, len(batas)) * muatan.halaman), longgar)


def _ruang(m: Muatan, awal: int, akhir: int) -> float:
    """Room for the rows [awal, akhir) on their page."""
    ruang = m.halaman - _LONGGAR
    ruang -= m.pembuka if awal == 0 else m.lajur
    return ruang - (m.penutup if akhir == len(m.baris) else m.lajur)


def _batas(m: Muatan) -> list[tuple[int, int]]:
    """Find the breaks, from the last row back: fewest pages first, then the most even."""
    n = len(m.baris)
    terbaik: list[tuple[int, float, int]] = [(0, 0.0, n)] * (n + 1)
    for awal in range(n - 1, -1, -1):
        pilihan, isi = [], 0.0
        for akhir in range(awal + 1, n + 1):
            isi += m.baris[akhir - 1]
            ruang = _ruang(m, awal, akhir)
            if isi > ruang and akhir > awal + 1:
                if isi > m.halaman:
                    break
                continue
            biaya = max(0.0, 1 - isi / max(ruang, 1.0)) ** 2
            biaya += _POTONG * m.potong[akhir - 1] if akhir < n else 0.0
            biaya += _SENDIRI if akhir == n and akhir == awal + 1 and n > 1 else 0.0
            halaman, lanjut, _ = terbaik[akhir]
            pilihan.append((halaman + 1, lanjut + biaya, akhir))
        terbaik[awal] = min(pilihan)
    batas, i = [], 0
    while i < n:
        batas.append((i, terbaik[i][2]))
        i = terbaik[i][2]
    return batas


def _potongan(m: Muatan, awal: int, akhir: int, jumlah: int) -> Potongan:
    """Stretch the rows of a page a little, so that it looks filled."""
    tinggi, ruang = m.baris[awal:akhir], _ruang(m, awal, akhir)
    isi = sum(tinggi)
    if isi > ruang:
        return Potongan(range(awal, akhir), tinggi, panjang=True)
    regang = min(REGANG if jumlah > 1 else REGANG_TUNGGAL, ruang / isi)
    return Potongan(range(awal, akhir), tuple(round(t * regang, 3) for t in tinggi))
