"""Labels of branches that nobody can take for another line's: the drawing is read, and what is doubtful stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from buku_sop.analysis.impor.label_terikat import MIRIP, beri_label_terikat
from buku_sop.analysis.impor.netral import Kotak as KotakTitik
from buku_sop.analysis.impor.netral import Lambang, Rupa
from buku_sop.analysis.impor.panah import Panah
from buku_sop.analysis.impor.tulisan import kata_kotak
from buku_sop.layout import Sandar
from buku_sop.layout.text import blocks
from buku_sop.views.ekspor.gambar import PENGHUBUNG, Bentuk, GambarHalaman, Kotak, Tulisan
from buku_sop.views.ekspor.sambungan import XY
from buku_sop.views.lembar.kertas import PT

_PASTI = 1.6 * MIRIP
"""How clear a label must be here, so that it is clear too where cells are whole pixels."""
_HURUF = (1.0, 0.9, 0.8)
"""Sizes of letters that are tried, of the usual one."""
_AWAL, _UJUNG = 0.8, 2.8
"""mm of a piece that stay bare at its start, and before the head at its end."""
_BEBAS = 0.35
"""mm between a label and all that is not its line."""
_RAPAT = 0.4
"""mm between a line and the words beside it."""
_RAPAT_TEGAK = 0.8
"""The same beside an upright line, which Office may draw a little further left or right."""
_COBA = 40
"""Places of a label that are read at most."""
_SISIP = 0.3
"""mm of white on both sides of its words."""
_LANGKAH = 0.7
"""mm by which places along a line are tried."""
_TANGGA = 6
"""Rectangles by which a diamond is told from the room around it."""
_SEJALUR = 0.8
"""mm by which two lines may differ that are drawn as one."""
Ruas = tuple[XY, XY]


def perjelas(halaman: GambarHalaman, lebar: float, *, tegak: bool = False) -> list[Tulisan]:
    """Return the words of a page; labels that a reader could give to another line stand where nobody can.

    `lebar` is that of all lanes in mm; with `tegak` labels may be read upwards, where they have no other place.
    """
    semua = list(halaman.tulisan)
    tinggal = set(range(len(semua)))
    ragu = meragukan(halaman, semua)
    while (n := next((n for n in ragu if n in tinggal), None)) is not None:
        tinggal.discard(n)
        calon = _tempat(halaman, semua, n, lebar, tegak=tegak)
        if semua[n].pindah and calon:
            semua[n] = calon[0]
        for baru in calon:
            coba = [*semua[:n], baru, *semua[n + 1 :]]
            sisa = meragukan(halaman, coba)
            if n not in sisa and len(sisa) < len(ragu):
                semua, ragu = coba, sisa
                break
    return semua


def meragukan(halaman: GambarHalaman, tulisan: Sequence[Tulisan]) -> list[int]:
    """Return the labels that the page does not tie to their lines, wrong ones first."""
    lambang = [
        Lambang(_rupa(b.rupa), _titik(b.kotak), b.teks, id=str(n)) for n, b in enumerate(halaman.bentuk)
    ]  # fmt: skip
    panah = [
        Panah(g.dari, g.ke, tuple((_pt(a), _pt(b)) for a, b in pairwise(g.titik)), g.kepala, terikat=True)
        for g in halaman.garis
    ]  # fmt: skip
    kata = [k for t in tulisan for k in kata_kotak(t.teks, _titik(t.kotak))]
    terbaca, _ = beri_label_terikat(panah, lambang, kata, _PASTI)
    salah, ragu = [], []
    for n, t in enumerate(tulisan):
        if t.panah is None:
            continue
        milik = [terbaca[g] for g in halaman.panah.get(t.panah, ())]
        if not any(p.label == " ".join(t.teks.split()) for p in milik):
            salah.append(n)
        elif any(p.tebakan for p in milik):
            ragu.append(n)
    return salah + ragu


def _rupa(rupa: str) -> Rupa:
    return Rupa.PENGHUBUNG if rupa == PENGHUBUNG else Rupa(rupa)


def _pt(titik: XY) -> XY:
    return titik[0] / PT, titik[1] / PT


def _titik(kotak: Kotak) -> KotakTitik:
    x, y, lebar, tinggi = (v / PT for v in kotak)
    return KotakTitik(x, y, x + lebar, y + tinggi)


def _tempat(halaman: GambarHalaman, tulisan: Sequence[Tulisan], n: int, lebar: float, *, tegak: bool) -> list[Tulisan]:  # fmt: skip
    """Return free places of a label on its line and beside it, the best first."""
    t = tulisan[n]
    lain = [s.kotak for m, s in enumerate(tulisan) if m != n]
    lain += [k for b in halaman.bentuk for k in _dilarang(b)]
    milik = halaman.panah.get(t.panah, ()) if t.panah is not None else ()
    asing = [r for m, g in enumerate(halaman.garis) if m not in milik for r in pairwise(g.titik)]
    sendiri = [r for m in milik for r in pairwise(halaman.garis[m].titik)]
    batas = _batas(halaman)
    hasil: list[tuple[float, Tulisan]] = []
    darurat: list[tuple[float, Tulisan]] = []
    for m in milik:
        jauh = 0.0
        for k, ruas in enumerate(pairwise(halaman.garis[m].titik)):
            di_samping = _di_samping(t, ruas, tegak=tegak)
            for biaya, calon in (*_di_garis(t, ruas, tegak=tegak), *di_samping):
                rintang = asing if calon.di_garis else [*asing, *sendiri]
                potong = (2.0 if calon.di_garis else 5.0) * _memotong(calon.kotak, batas)
                satu = biaya + 1.5 * k + 0.1 * jauh + potong, calon
                if _bebas(calon.kotak, lain, rintang, lebar, batas):
                    hasil.append(satu)
                elif t.pindah and not hasil and _bebas(calon.kotak, lain, (), lebar, batas):
                    darurat.append(satu)  # it stands on this page, if on another line
            jauh += _panjang(ruas)
    terpilih = sorted(hasil or darurat, key=lambda x: x[0])
    return [calon for _, calon in terpilih[:_COBA]]


def _dilarang(bentuk: Bentuk) -> tuple[Kotak, ...]:
    """Return where a symbol leaves no room for words: around the corners of a diamond there is some."""
    x, y, w, h = bentuk.kotak
    if bentuk.rupa != Rupa.BELAH_KETUPAT:
        return (bentuk.kotak,)
    return tuple(
        (x + w * (1 - b) / 2, y + h * (b - 1 / _TANGGA) / 2, w * b, h * (1 - b + 1 / _TANGGA))
        for b in (n / _TANGGA for n in range(1, _TANGGA + 1))
    )


def _di_garis(t: Tulisan, ruas: Ruas, *, tegak: bool) -> Iterator[tuple[float, Tulisan]]:
    """Yield what a label costs on a piece, with the label there: level words first, then turned ones."""
    (xa, ya), (xb, yb) = ruas
    turun = abs(yb - ya) > abs(xb - xa)
    panjang = _panjang(ruas)
    for kali, huruf in enumerate(_HURUF):
        for b in blocks(t.teks, t.huruf * huruf):
            for berputar in (False, True) if turun and tegak else (False,):
                w, h = b.lebar + 2 * _SISIP, b.tinggi + 0.3
                w, h = (h, w) if berputar else (w, h)
                perlu = h if turun else w
                geser = _AWAL
                while geser + perlu + _UJUNG <= panjang:
                    bagian = (geser + perlu / 2) / panjang
                    x, y = xa + (xb - xa) * bagian, ya + (yb - ya) * bagian
                    biaya = 3.0 * kali + 3.0 * berputar + 0.2 * geser + 0.5 * len(b.larik)
                    yield biaya, _di(t, x - w / 2, y - h / 2, w, h, huruf, tegak=berputar)
                    geser += _LANGKAH


def _di_samping(t: Tulisan, ruas: Ruas, *, tegak: bool) -> Iterator[tuple[float, Tulisan]]:
    """Yield what a label costs beside a piece, with the label there, flush with it: level words first, then turned ones."""
    (xa, ya), (xb, yb) = ruas
    turun = abs(yb - ya) > abs(xb - xa)
    panjang = _panjang(ruas)
    for kali, huruf in enumerate(_HURUF):
        for b in blocks(t.teks, t.huruf * huruf):
            for berputar in (False, True) if turun and tegak else (False,):
                w, h = (b.tinggi, b.lebar) if berputar else (b.lebar, b.tinggi)
                for bagian, melewati in _bagian(panjang, h if turun else w):
                    x, y = xa + (xb - xa) * bagian, ya + (yb - ya) * bagian
                    biaya = 3.0 * (kali + berputar) + 0.2 * bagian * panjang + 0.5 * len(b.larik)
                    maju = (yb > ya if turun else xb > xa) != melewati
                    for sisi in (1, -1):
                        if turun:
                            kiri = x + _RAPAT_TEGAK if sisi > 0 else x - _RAPAT_TEGAK - w
                            letak = kiri, y if maju else y - h
                        else:
                            atas = y - _RAPAT - h if sisi > 0 else y + _RAPAT
                            letak = x if maju else x - w, atas
                        sandar = Sandar.KIRI if (sisi > 0 if turun else maju) else Sandar.KANAN
                        satu = _di(t, *letak, w, h, huruf, tegak=berputar)
                        yield (
                            biaya + 1.0 * melewati - 0.5,
                            replace(satu, di_garis=False, sandar=sandar),
                        )


def _bagian(panjang: float, perlu: float) -> Iterator[tuple[float, bool]]:
    """Yield the places along a piece, in parts of it, from which words go on, and those up to which they come."""
    geser = 0.0
    while geser <= panjang:
        yield geser / (panjang or 1), False
        geser += _LANGKAH
    if perlu > panjang:
        yield 1.0, True


def _di(t: Tulisan, x: float, y: float, w: float, h: float, huruf: float, *, tegak: bool = False) -> Tulisan:  # fmt: skip
    kotak = (round(x, 3), round(y, 3), round(w, 3), round(h, 3))
    return replace(t, kotak=kotak, huruf=t.huruf * huruf, di_garis=True, tegak=tegak)


def _panjang(ruas: Ruas) -> float:
    return abs(ruas[1][0] - ruas[0][0]) + abs(ruas[1][1] - ruas[0][1])


def _batas(halaman: GambarHalaman) -> list[float]:
    """Return the borders of the rows."""
    y = [0.0]
    for b in halaman.baris:
        y.append(y[-1] + b.tinggi)
    return y


def _memotong(kotak: Kotak, batas: Sequence[float]) -> int:
    return sum(kotak[1] < y < kotak[1] + kotak[3] for y in batas)


def _bebas(kotak: Kotak, lain: Sequence[Kotak], asing: Sequence[Ruas], lebar: float, batas: Sequence[float]) -> bool:  # fmt: skip
    x, y, w, h = kotak
    kiri, atas, kanan, bawah = x - _BEBAS, y - _BEBAS, x + w + _BEBAS, y + h + _BEBAS
    if kiri < 0 or kanan > lebar or atas < batas[0] or bawah > batas[-1]:
        return False
    if any(kiri < a + c and a < kanan and atas < b + d and b < bawah for a, b, c, d in lain):
        return False
    return not any(
        kiri < max(a[0], b[0]) + _SEJALUR / 2 and min(a[0], b[0]) - _SEJALUR / 2 < kanan
        and atas < max(a[1], b[1]) and min(a[1], b[1]) < bawah
        for a, b in asing
    )  # fmt: skip
