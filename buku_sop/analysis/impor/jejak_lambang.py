"""Finds the symbols of a picture: white that dark pixels go around, and filled areas, of the outline of a symbol."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.analysis.impor.geometri import jarak_ruas, luas, selubung
from buku_sop.analysis.impor.jejak_garis import TEBAL
from buku_sop.analysis.impor.lambang import TERENDAH, TERSEMPIT
from buku_sop.analysis.impor.netral import Kotak, Titik, melingkupi
from buku_sop.analysis.impor.piksel import (
    GELAP,
    TERANG,
    Lari,
    Peta,
    berdiri,
    keduanya,
    kelompok,
    lari_baris,
)

TERLEBAR, TERTINGGI = 170.0, 120.0
"""What is larger, in points, is no symbol."""
TERISI = 0.93
"""An outline without a dent goes around so much of its hull, at least."""
SUDUT = 8
"""An outline of more corners is round."""


@dataclass(frozen=True, slots=True)
class Lubang:
    """White that dark pixels go around, as they do in a symbol."""

    kulit: tuple[Titik, ...]
    lengkung: int
    sisi: dict[int, tuple[int, int]]
    """By row: from where to where it reaches."""

    @property
    def kotak(self) -> Kotak:
        """Return the rectangle of pixels around it."""
        return Kotak(
            min(a for a, _ in self.sisi.values()),
            min(self.sisi),
            max(b for _, b in self.sisi.values()),
            max(self.sisi) + 1,
        )


def lubang(peta: Peta, tebal: float) -> list[Lubang]:
    """Find the white areas that have the size and the outline of a symbol."""
    semua = ((y, lari_baris(satu, TERANG)) for y, satu in enumerate(peta.baris))
    tepi = (0, len(peta.baris) - 1)
    hasil = [
        satu
        for lari in kelompok(semua, 0)
        if not any(y in tepi or a == 0 or b == peta.lebar for y, a, b in lari)
        and (satu := _sebagai_lambang(lari, peta.skala, tebal))
    ]
    penuh = ((y, lari_baris(satu, GELAP)) for y, satu in enumerate(_tanpa_garis(peta)))
    hasil += [t for lari in kelompok(penuh, 0) if (t := _sebagai_lambang(lari, peta.skala, 0.0))]
    hasil = [
        s for s in hasil if not _di_antara(s.kotak, [t.kotak for t in hasil if t is not s], tebal)
    ]
    return _tanpa_putaran(hasil, tebal)


def _tanpa_garis(peta: Peta) -> list[bytes]:
    """Leave the dark pixels that others go on from in both directions, further than any line is thick: filled symbols."""
    terpendek = math.ceil(TEBAL * peta.skala) + 1

    def panjang(baris: Sequence[bytes]) -> list[bytes]:
        hasil = []
        for satu in baris:
            kini = bytearray(len(satu))
            for a, b in lari_baris(satu, GELAP):
                if b - a >= terpendek:
                    kini[a:b] = GELAP * (b - a)
            hasil.append(bytes(kini))
        return hasil

    datar, tegak = panjang(peta.baris), berdiri(panjang(berdiri(peta.baris)))
    return [keduanya(a, b) for a, b in zip(datar, tegak, strict=True)]


def _tanpa_putaran(semua: Sequence[Lubang], tebal: float) -> list[Lubang]:
    """Leave out what lines go around on their way from symbol to symbol: the larger area that touches two others."""
    sela = 2 * tebal + 2
    tinggal = list(semua)
    for satu in sorted(semua, key=lambda s: s.kotak.lebar * s.kotak.tinggi, reverse=True):
        k = satu.kotak
        dekat = sum(
            k.x0 - sela <= t.kotak.x1 and t.kotak.x0 <= k.x1 + sela
            and k.y0 - sela <= t.kotak.y1 and t.kotak.y0 <= k.y1 + sela
            for t in tinggal
            if t is not satu
        )  # fmt: skip
        if dekat > 1:
            tinggal.remove(satu)
    return tinggal


def _sebagai_lambang(lari: Sequence[Lari], skala: float, tebal: float) -> Lubang | None:
    sisi: dict[int, tuple[int, int]] = {}
    for y, a, b in lari:
        ada = sisi.get(y, (a, b))
        sisi[y] = min(ada[0], a), max(ada[1], b)
    lebar = max(b for _, b in sisi.values()) - min(a for a, _ in sisi.values()) + tebal
    tinggi = len(sisi) + tebal
    if not (TERSEMPIT * skala <= lebar <= TERLEBAR * skala and TERENDAH * skala <= tinggi <= TERTINGGI * skala):  # fmt: skip
        return None
    kulit = selubung((x, y + n) for y, ab in sisi.items() for x in ab for n in (0, 1))
    penuh = sum(b - a for a, b in sisi.values())
    bergerigi = 0.5 * sum(math.dist(a, b) for a, b in pairwise([*kulit, kulit[0]]))
    if penuh + bergerigi < TERISI * luas(kulit) or sum(b - a for _, a, b in lari) < penuh / 2:
        return None
    kulit = _ringkas(kulit, max(1.0, 0.3 * skala))
    lengkung = 4 if len(kulit) > SUDUT else 0
    return Lubang(tuple(_melebar(kulit, tebal / 2)), lengkung, sisi)


def _ringkas(kulit: Sequence[Titik], longgar: float) -> list[Titik]:
    """Leave out the points of a hull that its neighbours can do without."""
    hasil = list(kulit)
    while len(hasil) > 4:
        jauh, n = min(
            (jarak_ruas(p, (hasil[n - 1], hasil[(n + 1) % len(hasil)])), n)
            for n, p in enumerate(hasil)
        )
        if jauh > longgar:
            break
        del hasil[n]
    return hasil


def _melebar(kulit: Sequence[Titik], jauh: float) -> Iterator[Titik]:
    """Move an outline to the middle of its line."""
    k = melingkupi(Kotak(*p, *p) for p in kulit)
    cx, cy = k.tengah
    for x, y in kulit:
        dx, dy = (x - cx) / (k.lebar / 2), (y - cy) / (k.tinggi / 2)
        besar = max(abs(dx), abs(dy)) or 1.0
        yield x + jauh * dx / besar, y + jauh * dy / besar


def _di_antara(satu: Kotak, lain: Sequence[Kotak], tebal: float) -> bool:
    """Whether an area lies between symbols, with two of its sides within theirs: lines between them go around it."""
    sela = 2 * tebal + 2
    sisi = 0
    for k in lain:
        dalam_x = k.x0 - 1 <= satu.x0 and satu.x1 <= k.x1 + 1
        dalam_y = k.y0 - 1 <= satu.y0 and satu.y1 <= k.y1 + 1
        atas_bawah = min(abs(satu.y0 - k.y1), abs(k.y0 - satu.y1)) <= sela
        kiri_kanan = min(abs(satu.x0 - k.x1), abs(k.x0 - satu.x1)) <= sela
        sisi += (dalam_x and atas_bawah and satu.lebar < 0.9 * k.lebar) or (
            dalam_y and kiri_kanan and satu.tinggi < 0.9 * k.tinggi
        )
    return sisi >= 2


def tanpa_lambang(peta: Peta, lambang: Iterable[Lubang], jauh: int) -> Peta:
    """Take symbols off, with their lines and what they hold."""
    baris = [bytearray(b) for b in peta.baris]
    for satu in lambang:
        awal, akhir = min(satu.sisi), max(satu.sisi)
        for y in range(max(0, awal - jauh), min(len(baris), akhir + 1 + jauh)):
            dekat = [satu.sisi[n] for n in range(max(awal, y - jauh), min(akhir, y + jauh) + 1) if n in satu.sisi]  # fmt: skip
            a = max(0, min(s[0] for s in dekat) - jauh)
            b = min(peta.lebar, max(s[1] for s in dekat) + jauh)
            baris[y][a:b] = TERANG * (b - a)
    return Peta(tuple(map(bytes, baris)), peta.kotak)
