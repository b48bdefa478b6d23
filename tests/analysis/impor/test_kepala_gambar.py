"""Which way an arrow leads that is a picture, by its pixels; where they do not say, it stays a guess."""

from __future__ import annotations

from itertools import pairwise

import pytest

from buku_sop.analysis.impor.kepala_gambar import pangkal_dan_kepala
from buku_sop.analysis.impor.lambang import Bidang
from buku_sop.analysis.impor.netral import Halaman, Kotak, Lambang, Rupa, Titik
from buku_sop.analysis.impor.panah_gambar import panah_gambar

Peta = list[list[bool]]


def kosong(lebar: int, tinggi: int) -> Peta:
    return [[False] * lebar for _ in range(tinggi)]


def garis(peta: Peta, *titik: tuple[int, int], tebal: int = 2) -> None:
    for (ax, ay), (bx, by) in pairwise(titik):
        for x in range(min(ax, bx), max(ax, bx) + tebal):
            for y in range(min(ay, by), max(ay, by) + tebal):
                peta[y][x] = True


def segitiga(peta: Peta, x: int, y: int, arah: int, panjang: int = 14) -> None:
    """Draw a head that points right (1) or left (-1), its tip at a point."""
    for n in range(panjang):
        for s in range(-n // 2, n // 2 + 1):
            peta[y + s][x - arah * n] = True


def test_the_head_is_where_the_pixels_are_thick() -> None:
    peta = kosong(90, 60)
    garis(peta, (4, 5), (4, 40), (80, 40))
    segitiga(peta, 85, 41, 1)
    ujung = pangkal_dan_kepala(peta)
    assert ujung is not None
    (ax, ay), (bx, by) = ujung
    assert ax < 0.2
    assert ay < 0.2
    assert bx > 0.75
    assert by == pytest.approx(0.68, abs=0.05)


def _dua_kepala() -> Peta:
    peta = kosong(90, 30)
    garis(peta, (10, 14), (80, 14))
    segitiga(peta, 85, 15, 1)
    segitiga(peta, 4, 15, -1)
    return peta


def _garis() -> Peta:
    peta = kosong(90, 30)
    garis(peta, (2, 2), (2, 20), (80, 20), tebal=4)
    return peta


def _bulat() -> Peta:
    return [[(x - 20) ** 2 + (y - 20) ** 2 < 300 for x in range(40)] for y in range(40)]


def _terpisah() -> Peta:
    peta = kosong(90, 30)
    garis(peta, (40, 14), (80, 14))
    for y in range(8, 22):
        peta[y][5:19] = [True] * 14
    return peta


@pytest.mark.parametrize("peta", [_dua_kepala(), _garis(), _bulat(), _terpisah(), kosong(10, 10), []],
                         ids=["two heads", "no head", "a disc", "a line apart from it", "nothing", "no pixels"])  # fmt: skip
def test_what_is_no_arrow_with_one_head_says_nothing(peta: Peta) -> None:
    assert pangkal_dan_kepala(peta) is None


@pytest.mark.parametrize(("pangkal", "kepala", "arah", "ragu"), [
    ((110, 95), (110, 48), (1, 0), False),
    ((110, 45), (110, 92), (0, 1), False),
    ((106, 70), (114, 70), (0, 1), True),  # neither nearer to one of them
])  # fmt: skip
def test_an_arrow_leads_where_its_head_is(
    pangkal: Titik, kepala: Titik, arah: tuple[int, int], ragu: bool
) -> None:
    lambang = (Lambang(Rupa.KOTAK, Kotak(90, 20, 130, 40)), Lambang(Rupa.KOTAK, Kotak(90, 100, 130, 120)))  # fmt: skip
    gambar = Kotak(105, 42, 115, 98)
    bidang = Bidang(Kotak(0, 0, 400, 400), (0, 200, 400), (0, 200, 400))
    halaman = Halaman(1, 842, 595, gambar=(gambar,), panah_gambar=((gambar, pangkal, kepala),))
    (satu,) = panah_gambar(halaman, lambang, bidang, ())
    assert (satu.dari, satu.ke) == arah
    assert bool(satu.tebakan) == ragu
