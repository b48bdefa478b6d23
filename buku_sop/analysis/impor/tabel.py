"""Finds the tables of steps on a page that only draws: first the heading, by its words, then columns and rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from buku_sop.analysis.impor.garis import Rangka
from buku_sop.analysis.impor.netral import Kata, Kotak, Sel, Tabel
from buku_sop.analysis.impor.peran import KATA_PENUNJUK, Kolom, SusunanKolom, susun_kolom
from buku_sop.analysis.impor.putar import baris_sel
from buku_sop.analysis.impor.teks import Baris, sambung_kepala

PENUH = 0.8
"""A line that covers this share of a cell's side closes it."""
LANE_TERSEMPIT = 12.0
"""Borders of columns stand further apart than this."""
JUDUL_TERTINGGI = 60.0
"""A row of a single cell that is higher parts two tables."""
TERENDAH = 6.0
"""Rows lower than this are gaps between double lines."""


@dataclass(frozen=True, slots=True)
class TabelLangkah:
    """A table of steps on one page, with what its columns are."""

    tabel: Tabel
    kolom: tuple[Kolom, ...]
    susunan: SusunanKolom
    atas: float
    """Where its heading begins; where its first row begins, if it goes on without one."""
    melintang: tuple[Kotak, ...] = ()
    """Rows of a single cell within it, as titles over the rows below: their words are no row's."""

    def menyela(self, kata: Kata) -> bool:
        """Whether a word stands in a row of a single cell."""
        return any(k.memuat(kata.kotak.tengah) for k in self.melintang)


def kata_di(kata: Iterable[Kata], kotak: Kotak) -> tuple[Kata, ...]:
    """Return the words whose middle lies in a rectangle."""
    return tuple(k for k in kata if kotak.memuat(k.kotak.tengah))


def cari_tabel(
    kata: Sequence[Kata], garis: Rangka, tinggi: float, sebelum: TabelLangkah | None = None
) -> tuple[TabelLangkah, ...]:
    """Find the tables of steps of a page, from top to bottom.

    `sebelum` is the last one of the page before: its columns may go on here without a heading.
    """
    kepala = sorted(_kepala(kata, garis), key=lambda k: k.atas)
    hasil: list[TabelLangkah] = []
    batas_atas = kepala[0].atas if kepala else tinggi
    if sebelum and (lanjutan := _lanjutan(kata, garis, batas_atas, sebelum)):
        hasil.append(lanjutan)
    for n, satu in enumerate(kepala):
        sampai = kepala[n + 1].atas - 1 if n + 1 < len(kepala) else tinggi
        if jadi := _isi(kata, garis, satu, sampai):
            hasil.append(jadi)
    return tuple(hasil)


def dengan_sel(satu: TabelLangkah, dikenal: Sequence[Tabel]) -> TabelLangkah:
    """Take the texts of cells from tables that the format itself knows: their lines are the author's."""
    tabel = satu.tabel
    isi_dikenal = [_isi_dikenal(d) for d in dikenal]
    sel = []
    for s in tabel.sel:
        y = (tabel.y[s.baris] + tabel.y[s.baris + s.tinggi]) / 2
        tempat = (tabel.x[s.kolom] + tabel.x[s.kolom + s.lebar]) / 2, y
        isi = next((i for d in isi_dikenal if (i := d(tempat)) is not None), None)
        sama = isi is not None and "".join(isi.split()) == "".join(s.teks.split())
        sel.append(replace(s, teks=isi, paragraf=True) if sama and isi is not None else s)
    return replace(satu, tabel=replace(tabel, sel=tuple(sel)))


def _isi_dikenal(tabel: Tabel) -> Callable[[tuple[float, float]], str | None]:
    """Return what tells the text of the cell at a point; None where the table is elsewhere."""
    isi = {
        (b, k): s.teks
        for s in tabel.sel
        for b in range(s.baris, s.baris + s.tinggi)
        for k in range(s.kolom, s.kolom + s.lebar)
    }

    def di(titik: tuple[float, float]) -> str | None:
        if not tabel.kotak.memuat(titik):
            return None
        b, k = bisect_left(tabel.y, titik[1]) - 1, bisect_left(tabel.x, titik[0]) - 1
        return isi.get((max(b, 0), max(k, 0)))

    return di


@dataclass(frozen=True, slots=True)
class _Kepala:
    """A heading: the borders of its columns, and its columns."""

    x: tuple[float, ...]
    atas: float
    bawah: float
    kolom: tuple[Kolom, ...]
    susunan: SusunanKolom
    nilai: int
    """How many of its columns are known."""


def _kepala(kata: Sequence[Kata], garis: Rangka) -> Iterator[_Kepala]:
    """Yield the headings of a page, the best reading of each place."""
    calon: list[_Kepala] = []
    dicoba: set[tuple[int, int]] = set()
    for satu in kata:
        if not KATA_PENUNJUK.fullmatch(satu.teks) or satu.tertutup:
            continue
        if jadi := _kepala_di(kata, garis, satu.kotak, dicoba):
            calon.append(jadi)
    calon.sort(key=lambda k: (-k.nilai, k.atas))
    diambil: list[_Kepala] = []
    for k in calon:
        if all(k.bawah <= d.atas + 2 or k.atas >= d.bawah - 2 for d in diambil):
            diambil.append(k)
    yield from diambil


def _kepala_di(
    kata: Sequence[Kata], garis: Rangka, di: Kotak, dicoba: set[tuple[int, int]]
) -> _Kepala | None:
    """Read the heading in which a word stands; None where it stands in none."""
    x, y = di.tengah
    tegak = [g.letak for g in garis.tegak if g.di(y)]
    kiri = [g for g in tegak if g < x]
    kanan = [g for g in tegak if g > x]
    if len(tegak) < 4 or not kiri or not kanan:
        return None
    bawah = min(
        (g.letak for g in garis.datar if g.letak > y and g.meliputi(kiri[-1], kanan[0]) > PENUH),
        default=None,
    )
    atas = max(
        (g.letak for g in garis.datar if g.letak < y and g.meliputi(tegak[0], tegak[1]) > PENUH),
        default=max((g.letak for g in garis.datar if g.letak < y and g.meliputi(kiri[-1], kanan[0]) > PENUH), default=None),
    )  # fmt: skip
    if bawah is None or atas is None or not 6 < bawah - atas < 160:
        return None
    kunci = (round(atas), round(bawah))
    if kunci in dicoba:
        return None
    dicoba.add(kunci)
    batas = _batas_kolom(garis, tegak, atas, bawah, y)
    return _baca_kepala(kata, garis, batas, atas, bawah)


def _batas_kolom(
    garis: Rangka, tegak: Sequence[float], atas: float, bawah: float, y: float
) -> tuple[float, ...]:
    """Return the borders of the columns: the lines beside the lowest headings, and those that go on below."""
    dasar = [
        g.letak
        for g in garis.tegak
        if tegak[0] - 1 < g.letak < tegak[-1] + 1
        and g.di(bawah - 2.5)
        and (g.di(y) or g.meliputi(atas, bawah) > 0.25)
    ]
    hasil: list[float] = []
    for letak in sorted({*tegak, *dasar}):
        if not hasil or letak - hasil[-1] > 4:
            hasil.append(letak)
    return tuple(hasil)


def _baca_kepala(
    kata: Sequence[Kata],
    garis: Rangka,
    x: tuple[float, ...],
    atas: float,
    bawah: float,
    terpisah: Sequence[float] = (),
) -> _Kepala | None:
    """Read the headings between borders; at those in `terpisah` no line is drawn beside the lowest of them."""
    di_dalam = kata_di(kata, Kotak(x[0], atas, x[-1], bawah))
    kolom = tuple(_kolom(di_dalam, garis, x, n, atas, bawah, terpisah) for n in range(len(x) - 1))
    susunan = susun_kolom(kolom)
    if susunan is None or _bernomor(kolom, susunan):
        return None
    return _Kepala(
        x,
        atas,
        bawah,
        kolom,
        susunan,
        len(susunan.isi) * 4
        + len(susunan.lane)
        + (1 if susunan.nomor is not None else 0)
        - len(susunan.lain),
    )


def _bernomor(kolom: Sequence[Kolom], susunan: SusunanKolom) -> bool:
    """Whether a number stands before the activity: then the word of a heading is an activity of one word."""
    return any(k.teks.strip(" .)").isdecimal() for k in kolom[: susunan.kegiatan])


def _kolom(
    kata: Sequence[Kata],
    garis: Rangka,
    x: Sequence[float],
    n: int,
    atas: float,
    bawah: float,
    terpisah: Sequence[float],
) -> Kolom:
    """Read the headings over a column: its own at the bottom, and those that it shares above."""
    y = [
        g.letak
        for g in garis.datar
        if atas + 2 < g.letak < bawah - 2 and g.meliputi(x[n], x[n + 1]) > PENUH
    ]
    lapis = [(a, b) for a, b in pairwise([atas, *y, bawah]) if b - a > TERENDAH]
    teks = []
    for a, b in lapis:
        kiri, kanan = _rentang(garis, x, n, a, b, terpisah if (a, b) == lapis[-1] else ())
        baris = baris_sel(kata_di(kata, Kotak(kiri, a, kanan, b)))
        teks.append(sambung_kepala(t.teks for t in baris))
    teks = [t for k, t in enumerate(teks) if t or k == len(teks) - 1] or [""]
    if len(teks) > 1 and not teks[-1]:
        teks.pop()
    return Kolom(teks[-1], tuple(teks[:-1]))


def _rentang(
    garis: Rangka, x: Sequence[float], n: int, a: float, b: float, terpisah: Sequence[float]
) -> tuple[float, float]:
    """Return how far a heading goes to both sides, up to the next line that closes it, or a border in `terpisah`."""

    def tertutup(letak: float) -> bool:
        return letak in terpisah or any(
            abs(g.letak - letak) < 2.5 and g.meliputi(a, b) > 0.5 for g in garis.tegak
        )

    kiri = n
    while kiri > 0 and not tertutup(x[kiri]):
        kiri -= 1
    kanan = n + 1
    while kanan < len(x) - 1 and not tertutup(x[kanan]):
        kanan += 1
    return x[kiri], x[kanan]


def _isi(
    kata: Sequence[Kata], garis: Rangka, kepala: _Kepala, sampai: float
) -> TabelLangkah | None:
    """Read the rows below a heading."""
    y, sela = _batas_baris(garis, kepala.x, kepala.susunan, kepala.bawah, sampai)
    if len(y) < 2:
        return None
    kata = _tanpa(kata, sela)
    badan = _garis_badan(kata, garis, kepala, y)
    baru = (*badan, *_pisah_kolom(kata, (*kepala.x, *badan), y[0], y[1]))
    if baru:
        x = tuple(sorted((*kepala.x, *baru)))
        kepala = _baca_kepala(kata, garis, x, kepala.atas, kepala.bawah, baru) or kepala
    tabel = Tabel(kepala.x, y, tuple(_sel(kata, garis, kepala.x, y, kepala.susunan)))
    return TabelLangkah(tabel, kepala.kolom, kepala.susunan, kepala.atas, sela)


def _tanpa(kata: Sequence[Kata], sela: Sequence[Kotak]) -> Sequence[Kata]:
    return [k for k in kata if not any(s.memuat(k.kotak.tengah) for s in sela)] if sela else kata


def _pisah_kolom(
    kata: Sequence[Kata], x: Sequence[float], atas: float, bawah: float
) -> tuple[float, ...]:
    """Part lanes between which no line is drawn, where the row of numbers below the heading counts more columns."""
    di_baris = kata_di(kata, Kotak(min(x), atas, max(x), bawah))
    angka = [(int(n), k) for k in di_baris if (n := k.teks.strip("().")).isdecimal() and len(n) < 3]
    angka.sort(key=lambda a: a[1].kotak.x0)
    if len(angka) != len(di_baris) or [n for n, _ in angka] != list(range(1, len(angka) + 1)):
        return ()
    return tuple(
        (a.kotak.tengah[0] + b.kotak.tengah[0]) / 2
        for (_, a), (_, b) in pairwise(angka)
        if not any(a.kotak.tengah[0] < v < b.kotak.tengah[0] for v in x)
    )


def _garis_badan(
    kata: Sequence[Kata], garis: Rangka, kepala: _Kepala, y: Sequence[float]
) -> tuple[float, ...]:
    """Return the lines that part the rows from the first to the last, but not the heading above them.

    Where a word of the heading crosses such a line it is no border of a column.
    """
    di_kepala = kata_di(kata, Kotak(kepala.x[0], kepala.atas, kepala.x[-1], kepala.bawah))
    hasil: list[float] = []
    for g in garis.tegak:
        x = g.letak
        if (
            kepala.x[0] < x < kepala.x[-1]
            and all(abs(x - v) > LANE_TERSEMPIT for v in (*kepala.x, *hasil))
            and g.di(y[0] + 1)
            and g.di(y[-1] - 1)
            and g.meliputi(y[0], y[-1]) > 0.95
            and not any(k.kotak.x0 < x - 1 and k.kotak.x1 > x + 1 for k in di_kepala)
        ):
            hasil.append(x)
    return tuple(hasil)


def _lanjutan(
    kata: Sequence[Kata], garis: Rangka, sampai: float, sebelum: TabelLangkah
) -> TabelLangkah | None:
    """Read rows without a heading that stand in the columns of the table before."""
    x = sebelum.tabel.x
    panjang = [g for g in garis.tegak if any(b - a > 18 and a < sampai for a, b in g.ruas)]
    geser = _geser(x, [g.letak for g in panjang])
    if geser is None:
        return None
    x = tuple(v + geser for v in x)
    datar = [g.letak for g in garis.datar if g.letak < sampai + 2 and g.meliputi(x[0], x[-1]) > 0.5]
    if len(datar) < 2:
        return None
    y, sela = _batas_baris(garis, x, sebelum.susunan, datar[0], sampai)
    if len(y) < 2:
        return None
    sel = _sel(_tanpa(kata, sela), garis, x, y, sebelum.susunan)
    tabel = Tabel(x, y, tuple(sel), lanjutan=True)
    return TabelLangkah(tabel, sebelum.kolom, sebelum.susunan, y[0], sela)


def _geser(x: Sequence[float], tegak: Sequence[float]) -> float | None:
    """Find by how much the columns of the page before moved; None where they are not here."""
    for geser in sorted({0.0, *(g - x[0] for g in tegak if abs(g - x[0]) < 40)}, key=abs):
        kena = sum(any(abs(g - v - geser) < 4 for g in tegak) for v in x)
        if kena >= 0.75 * len(x):
            return geser
    return None


def _batas_baris(
    garis: Rangka, x: Sequence[float], susunan: SusunanKolom, dari: float, sampai: float
) -> tuple[tuple[float, ...], tuple[Kotak, ...]]:
    """Return the borders of the rows: level lines through the column of activities, while the table goes on.

    With them the rows of a single cell, behind which it goes on in its columns.
    """
    kiri, kanan = x[susunan.kegiatan], x[susunan.kegiatan + 1]
    calon = [
        g.letak
        for g in garis.datar
        if dari - 1 <= g.letak <= sampai + 1 and g.meliputi(kiri, kanan) > PENUH and g.meliputi(x[0], x[-1]) > 0.3
    ]  # fmt: skip
    sisi = [g for g in garis.tegak if any(abs(g.letak - v) < 3 for v in x)]
    hasil: list[float] = []
    sela: list[Kotak] = []

    def di_sisi(atas: float, bawah: float) -> list[float]:
        return [g.letak for g in sisi if g.meliputi(atas, bawah) > 0.6]

    def berkolom(atas: float, bawah: float) -> bool:
        return sum(x[0] + 3 < v < x[-1] - 3 for v in di_sisi(atas, bawah)) > 1

    for n, letak in enumerate(calon):
        if hasil and letak - hasil[-1] < TERENDAH:
            continue
        if hasil and not berkolom(hasil[-1], letak):
            lanjut = next((v for v in calon[n + 1 :] if v - letak >= TERENDAH), letak)
            if letak - hasil[-1] <= JUDUL_TERTINGGI and berkolom(letak, lanjut):
                sela.append(Kotak(x[0], hasil[-1], x[-1], letak))
            elif len(di_sisi(hasil[-1], letak)) < max(2, len(x) // 3):
                break
        hasil.append(letak)
    return tuple(hasil), tuple(sela)


def _sel(
    kata: Sequence[Kata],
    garis: Rangka,
    x: Sequence[float],
    y: Sequence[float],
    susunan: SusunanKolom,
) -> Iterator[Sel]:
    """Read the cells beside the lanes; one without a line to the next row covers that too."""
    for n in range(len(x) - 1):
        if n in susunan.lane:
            continue
        i = 0
        while i < len(y) - 1:
            j = i + 1
            while j < len(y) - 1 and not _ada_garis(garis, y[j], x[n], x[n + 1]):
                j += 1
            baris = baris_sel(kata_di(kata, Kotak(x[n], y[i], x[n + 1], y[j])))
            terbagi = n in susunan.isi.values() and _terbagi(baris, garis, x[n], x[n + 1])
            yield Sel(i, n, "\n".join(b.teks for b in baris), tinggi=j - i, terbagi=terbagi)
            i = j


def _terbagi(baris: Sequence[Baris], garis: Rangka, kiri: float, kanan: float) -> bool:
    """Whether a line from side to side parts the words of a cell: two cells beside an activity that covers both."""
    return any(
        baris[0].kotak.y1 <= g.letak <= baris[-1].kotak.y0 and g.meliputi(kiri, kanan) > PENUH
        for g in (garis.datar if baris else ())
    )


def _ada_garis(garis: Rangka, y: float, kiri: float, kanan: float) -> bool:
    return any(abs(g.letak - y) < 2.5 and g.meliputi(kiri, kanan) > 0.5 for g in garis.datar)
