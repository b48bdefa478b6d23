"""Page breaks of a table: as few pages as can be, evenly filled, with few arrows cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
_MULAI = 0.25
"""A row that must be cut begins below others where at least this part of the page is left."""
_RUGI = 7.0
"""mm that a row which is cut may lose on each page: a line that has no room, and the space around words."""


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
    gambar: tuple[float, ...] = ()
    """Height of the drawing of each row, which must have room where a row that is cut begins."""
    terpotong: bool = True
    """Whether a row that is taller than a page can be cut."""
    lajur: float = tinggi_lajur(1)
    """The strip that holds the off-page connectors, above or below the rows of a page."""


@dataclass(frozen=True, slots=True)
class Potongan:
    """The rows of one page."""

    baris: range
    tinggi: tuple[float, ...]
    """Height of each row."""
    panjang: bool = False
    """Whether the last row is taller than a page and must be cut."""
    sambung: bool = False
    """Whether they stand below the end of the row that was cut before them, on its last page."""


@dataclass(frozen=True, slots=True)
class Pembagian:
    """The pages of a table."""

    potongan: tuple[Potongan, ...]
    halaman: int
    """How many pages they take: rows that are cut take several, those below them none of their own."""
    longgar: bool
    """Whether a page is all but empty, or the last holds a single row."""


@dataclass(frozen=True, slots=True)
class _Batas:
    """Which rows come together, and the room that they have."""

    awal: int
    akhir: int
    ruang: float
    panjang: bool = False
    sambung: bool = False

    def tinggi(self, m: Muatan) -> float:
        return sum(m.baris[self.awal : self.akhir])


@dataclass(frozen=True, slots=True)
class _Jalan:
    """The rest of a table from some row on."""

    halaman: int = 0
    biaya: float = 0.0
    batas: tuple[_Batas, ...] = ()

    def didahului(self, batas: _Batas, halaman: int, biaya: float) -> _Jalan:
        return _Jalan(self.halaman + halaman, self.biaya + biaya, (batas, *self.batas))


def bagi_halaman(muatan: Muatan) -> Pembagian:
    """Break a table into pages."""
    jalan = _cari(muatan)
    batas = jalan.batas
    isi = [b.tinggi(muatan) for b in batas]
    if isi:
        isi[0], isi[-1] = isi[0] + muatan.pembuka, isi[-1] + muatan.penutup
    sendiri = [b for b in batas[-1:] if not b.sambung and b.akhir - b.awal < 2]
    kosong = any(
        x < LENGANG * muatan.halaman for x, b in zip(isi, batas, strict=True) if not b.sambung
    )
    longgar = len(batas) > 1 and bool(sendiri or kosong)
    return Pembagian(_isi(muatan, batas), jalan.halaman, longgar)


def _ruang(m: Muatan, awal: int, akhir: int) -> float:
    """Room for the rows [awal, akhir) on their page."""
    ruang = m.halaman - _LONGGAR
    ruang -= m.pembuka if awal == 0 else m.lajur
    return ruang - (m.penutup if akhir == len(m.baris) else m.lajur)


def _cari(m: Muatan) -> _Jalan:
    """Find the breaks, from the last row back: fewest pages first, then the most even."""
    n = len(m.baris)
    segar = [_Jalan()] * (n + 1)
    for awal in range(n - 1, -1, -1):
        usul = [*_sehalaman(m, awal, segar), *_terpotong(m, awal, segar)]
        segar[awal] = min(usul, key=lambda j: (j.halaman, j.biaya))
    return segar[0]


def _sehalaman(m: Muatan, awal: int, segar: Sequence[_Jalan]) -> Iterator[_Jalan]:
    """Offer the ways to fill a fresh page from a row on."""
    n, isi = len(m.baris), 0.0
    for akhir in range(awal + 1, n + 1):
        isi += m.baris[akhir - 1]
        ruang = _ruang(m, awal, akhir)
        if isi > ruang and (akhir > awal + 1 or m.terpotong):
            if isi > m.halaman:
                break
            continue
        biaya = max(0.0, 1 - isi / max(ruang, 1.0)) ** 2
        biaya += _POTONG * m.potong[akhir - 1] if akhir < n else 0.0
        biaya += _SENDIRI if akhir == n and akhir == awal + 1 and n > 1 else 0.0
        batas = _Batas(awal, akhir, ruang, panjang=isi > ruang)
        yield segar[akhir].didahului(batas, 1, biaya)


def _terpotong(m: Muatan, awal: int, segar: Sequence[_Jalan]) -> Iterator[_Jalan]:
    """Offer the ways to begin the next row that must be cut below those before it, and go on below its end."""
    n, isi = len(m.baris), 0.0
    for i in range(awal, n if m.terpotong else awal):
        if m.baris[i] > _ruang(m, i, i + 1):
            ruang = m.halaman - _LONGGAR - (m.pembuka if awal == 0 else m.lajur) - isi
            gambar = m.gambar[i] if m.gambar else 0.0
            if i > awal and ruang < max(_MULAI * m.halaman, gambar + m.lajur):
                return
            halaman, sisa = _habiskan(m, m.baris[i], ruang)
            batas = _Batas(awal, i + 1, isi + ruang, panjang=True)
            for jalan in _di_bawah(m, i + 1, sisa - _LONGGAR - m.lajur, segar):
                yield jalan.didahului(batas, halaman, 0.0)
            return
        isi += m.baris[i]


def _di_bawah(m: Muatan, awal: int, sisa: float, segar: Sequence[_Jalan]) -> Iterator[_Jalan]:
    """Offer the ways to go on below the end of a row that was cut, or on the next page."""
    n, isi = len(m.baris), 0.0
    yield segar[awal]
    for akhir in range(awal + 1, n + 1):
        isi += m.baris[akhir - 1]
        ruang = sisa - (m.penutup if akhir == n else m.lajur)
        if isi > sisa:
            return
        if isi <= ruang:
            biaya = (1 - isi / ruang) ** 2 if akhir < n else 0.0
            yield segar[akhir].didahului(_Batas(awal, akhir, ruang, sambung=True), 0, biaya)


def _habiskan(m: Muatan, tinggi: float, ruang: float) -> tuple[int, float]:
    """Count the pages of a row that is cut, and the mm that it leaves on the last at least."""
    if tinggi + _RUGI <= ruang:
        return 1, ruang - tinggi - _RUGI
    halaman, sehalaman = 2, max(m.halaman - _RUGI, 10.0)
    sisa = tinggi - max(ruang - _RUGI, 0.0)
    while sisa > sehalaman:
        halaman, sisa = halaman + 1, sisa - sehalaman
    return halaman, sehalaman - sisa


def _isi(m: Muatan, batas: Sequence[_Batas]) -> tuple[Potongan, ...]:
    """Stretch the rows of each page a little, so that it looks filled, and the last as the others."""
    regang = [b.ruang / max(b.tinggi(m), 0.1) for b in batas]
    penuh = [min(REGANG, r) for r, b in zip(regang[:-1], batas[:-1], strict=True) if not b.panjang]
    if len(batas) == 1:
        akhir = REGANG_TUNGGAL
    else:
        akhir = max(REGANG_AKHIR, sum(penuh) / len(penuh) if penuh else 1.0)
    paling = [REGANG] * (len(batas) - 1) + [akhir]
    return tuple(_potongan(m, b, min(r, p)) for b, r, p in zip(batas, regang, paling, strict=True))


def _potongan(m: Muatan, b: _Batas, regang: float) -> Potongan:
    """Give the rows of a page their heights: first those more room whose words are close to the lines."""
    tinggi, baris = m.baris[b.awal : b.akhir], range(b.awal, b.akhir)
    if b.panjang:
        return Potongan(baris, tinggi, panjang=True)
    teks = (m.teks or m.baris)[b.awal : b.akhir]
    lega = _legakan(tinggi, teks, (regang - 1) * sum(tinggi))
    sisa = regang * sum(tinggi) / max(sum(lega), 0.1)
    return Potongan(baris, tuple(int(t * sisa * 1000) / 1000 for t in lega), sambung=b.sambung)


def _legakan(tinggi: tuple[float, ...], teks: tuple[float, ...], ruang: float) -> list[float]:
    """Spread room in mm over rows so that the least space around words grows, up to LAPANG."""
    bawah, atas = 0.0, LAPANG
    for _ in range(20):
        jarak = (bawah + atas) / 2
        perlu = sum(max(0.0, t + jarak - h) for h, t in zip(tinggi, teks, strict=True))
        bawah, atas = (jarak, atas) if perlu <= ruang else (bawah, jarak)
    return [max(h, t + bawah) for h, t in zip(tinggi, teks, strict=True)]
