"""Page breaks of a table: as few pages as can be, evenly filled, with few arrows cut."""

from __future__ import annotations

from dataclasses import dataclass

from buku_sop.views.lembar.penghubung import tinggi_lajur

REGANG = 1.3
"""How much higher than needed rows may become to fill a page of several."""
REGANG_TUNGGAL = 1.4
REGANG_AKHIR = 1.12
"""The last page is stretched about as the others are, and otherwise ends where its rows end."""
LAPANG = 4.4
"""mm around words, above and below together, that rows with many words get before all grow alike."""
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
    teks: tuple[float, ...] = ()
    """Height of the words of each row, without the space around them; what rows need where it is not known."""
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
    potongan = _isi(muatan, batas)
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


def _isi(m: Muatan, batas: list[tuple[int, int]]) -> tuple[Potongan, ...]:
    """Stretch the rows of each page a little, so that it looks filled, and the last as the others."""
    regang = [_regang(m, awal, akhir) for awal, akhir in batas]
    if len(batas) < 2:
        paling = [REGANG_TUNGGAL]
    else:
        lain = sum(min(REGANG, r) for r in regang[:-1]) / (len(batas) - 1)
        paling = [REGANG] * (len(batas) - 1) + [max(REGANG_AKHIR, lain)]
    return tuple(
        _potongan(m, awal, akhir, min(r, p))
        for (awal, akhir), r, p in zip(batas, regang, paling, strict=True)
    )


def _regang(m: Muatan, awal: int, akhir: int) -> float:
    """How many times as high rows may be on their page; less than 1 where one must be cut."""
    return _ruang(m, awal, akhir) / max(sum(m.baris[awal:akhir]), 0.1)


def _potongan(m: Muatan, awal: int, akhir: int, regang: float) -> Potongan:
    """Give the rows of a page their heights: first those more room whose words are close to the lines."""
    tinggi = m.baris[awal:akhir]
    if regang < 1:
        return Potongan(range(awal, akhir), tinggi, panjang=True)
    teks = (m.teks or m.baris)[awal:akhir]
    lega = _legakan(tinggi, teks, (regang - 1) * sum(tinggi))
    sisa = regang * sum(tinggi) / max(sum(lega), 0.1)
    return Potongan(range(awal, akhir), tuple(int(t * sisa * 1000) / 1000 for t in lega))


def _legakan(tinggi: tuple[float, ...], teks: tuple[float, ...], ruang: float) -> list[float]:
    """Spread room in mm over rows so that the least space around words grows, up to LAPANG."""
    bawah, atas = 0.0, LAPANG
    for _ in range(20):
        jarak = (bawah + atas) / 2
        perlu = sum(max(0.0, t + jarak - h) for h, t in zip(tinggi, teks, strict=True))
        bawah, atas = (jarak, atas) if perlu <= ruang else (bawah, jarak)
    return [max(h, t + bawah) for h, t in zip(tinggi, teks, strict=True)]
