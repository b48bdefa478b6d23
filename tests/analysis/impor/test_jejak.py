"""Strokes traced from pixels: symbols, lines, heads; what looks like one of them and is none."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from buku_sop.analysis.impor.jejak import jejak
from buku_sop.analysis.impor.lambang import rupa_coretan
from buku_sop.analysis.impor.netral import Coretan, Kotak, Rupa, Titik
from buku_sop.analysis.impor.piksel import Peta, isi_poligon

HALAMAN = Kotak(100, 200, 300, 400)
"""Where the picture stands, so that places within it and on the page differ."""


class Gambar:
    """A picture that is being drawn, in points of its page."""

    def __init__(self) -> None:
        self.bidang: list[list[Titik]] = []

    def garis(self, *titik: Titik, tebal: float = 0.8) -> None:
        """Draw a line."""
        for (ax, ay), (bx, by) in pairwise(titik):
            d = math.dist((ax, ay), (bx, by)) * 2 / tebal
            ux, uy = (bx - ax) / d, (by - ay) / d
            self.bidang.append(
                [
                    (ax - ux - uy, ay - uy + ux),
                    (bx + ux - uy, by + uy + ux),
                    (bx + ux + uy, by + uy - ux),
                    (ax - ux + uy, ay - uy - ux),
                ]
            )

    def kotak(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a box."""
        self.garis((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0))

    def kepala(self, x: float, y: float, dx: float, dy: float) -> None:
        """Fill a head that comes to a point in a direction."""
        self.bidang.append(
            [(x, y), (x - 6 * dx - 3 * dy, y - 6 * dy - 3 * dx), (x - 6 * dx + 3 * dy, y - 6 * dy + 3 * dx)]
        )  # fmt: skip

    def panah(self, *titik: Titik, tebal: float = 0.8) -> None:
        """Draw a line with a head where it ends."""
        (ax, ay), (bx, by) = titik[-2:]
        panjang = math.dist((ax, ay), (bx, by))
        arah = (bx - ax) / panjang, (by - ay) / panjang
        self.garis(*titik[:-1], (bx - 3 * arah[0], by - 3 * arah[1]), tebal=tebal)
        self.kepala(bx, by, *arah)

    def jejak(self, skala: float = 3) -> tuple[Coretan, ...]:
        """Trace it."""
        return jejak(isi_poligon(self.bidang, skala, HALAMAN))


def lambang(semua: tuple[Coretan, ...]) -> list[tuple[Rupa | None, Kotak]]:
    return [(rupa_coretan(c), c.kotak) for c in semua if c.tertutup and not c.terisi]


def kepala(semua: tuple[Coretan, ...]) -> list[Titik]:
    """Return the tips of heads."""
    return sorted((round(c.titik[0][0]), round(c.titik[0][1])) for c in semua if c.terisi)


def garis(semua: tuple[Coretan, ...]) -> list[Coretan]:
    return [c for c in semua if not c.tertutup]


def dua_kotak() -> Gambar:
    gambar = Gambar()
    gambar.kotak(110, 210, 150, 230)
    gambar.kotak(110, 270, 150, 290)
    return gambar


def test_symbols_lines_and_heads_come_out_where_they_stand_on_the_page() -> None:
    gambar = dua_kotak()
    gambar.panah((130, 230), (130, 270))
    hasil = gambar.jejak()
    (rupa, k), (rupa_2, _) = lambang(hasil)
    assert {rupa, rupa_2} == {Rupa.KOTAK}
    assert (k.x0, k.y0, k.x1, k.y1) == pytest.approx((110, 210, 150, 230), abs=0.6)
    ((x, y),) = kepala(hasil)
    assert x == 130
    assert 266 <= y <= 270
    (satu,) = garis(hasil)
    assert satu.kotak.x0 == pytest.approx(130, abs=0.4)


@pytest.mark.parametrize("tebal", [0.5, 0.8, 2.4])
def test_a_line_may_be_thicker_or_thinner_than_others(tebal: float) -> None:
    gambar = dua_kotak()
    gambar.panah((130, 230), (130, 270), tebal=tebal)
    hasil = gambar.jejak()
    assert len(garis(hasil)) == 1
    assert len(kepala(hasil)) == 1


def test_what_lines_go_around_between_symbols_is_no_symbol() -> None:
    """A way there and a way back go around a small rectangle: above and below the box in the middle, which stays one."""
    gambar = Gambar()
    for y in (210, 248, 286):
        gambar.kotak(110, y, 150, y + 20)
    for y in (230, 268):
        gambar.garis((122, y), (122, y + 18))
        gambar.garis((138, y), (138, y + 18))
    hasil = gambar.jejak()
    assert sorted(round(k.y0) for _, k in lambang(hasil)) == [210, 248, 286]
    assert len(garis(hasil)) == 4


@pytest.mark.parametrize("skala", [1.4, 3, 5])
def test_a_small_diamond_is_one_at_any_scale(skala: float) -> None:
    gambar = Gambar()
    gambar.garis((130, 230), (141, 238), (130, 246), (119, 238), (130, 230))
    gambar.garis((141, 238), (190, 238))
    assert [rupa for rupa, _ in lambang(gambar.jejak(skala))] == [Rupa.BELAH_KETUPAT]


def test_a_loop_that_turns_beside_its_symbols_is_no_symbol() -> None:
    gambar = dua_kotak()
    gambar.garis((150, 220), (220, 220), (220, 280), (150, 280))
    gambar.garis((130, 230), (130, 270))
    hasil = gambar.jejak()
    assert sorted(round(k.x0) for _, k in lambang(hasil)) == [110, 110]


def test_a_filled_symbol_is_one_too() -> None:
    gambar = dua_kotak()
    gambar.bidang.append([(200, 270), (240, 270), (240, 290), (200, 290)])
    gambar.panah((150, 280), (200, 280))
    assert sorted(round(k.x0) for _, k in lambang(gambar.jejak())) == [110, 110, 200]


def test_a_dashed_line_keeps_its_strokes_and_its_head() -> None:
    gambar = dua_kotak()
    for awal in range(233, 258, 6):
        gambar.garis((130, awal), (130, awal + 2.5), tebal=1.2)
    gambar.panah((130, 257), (130, 268), tebal=1.2)
    hasil = gambar.jejak()
    assert len(garis(hasil)) >= 4
    ((x, y),) = kepala(hasil)
    assert (x, 266 <= y <= 269) == (130, True)


def test_an_arrow_has_a_head_at_each_end_where_both_are_drawn() -> None:
    gambar = dua_kotak()
    gambar.panah((130, 233), (130, 269))
    gambar.kepala(130, 231, 0, -1)
    assert [y > 250 for _, y in kepala(gambar.jejak())] == [False, True]


def test_a_short_arrow_has_one_head_and_it_is_at_the_right_end() -> None:
    gambar = Gambar()
    gambar.kotak(110, 210, 150, 230)
    gambar.kotak(110, 244, 150, 264)
    gambar.panah((130, 244), (130, 231))
    ((_, y),) = kepala(gambar.jejak())
    assert y < 236


def test_the_length_of_a_large_head_is_none_of_its_line() -> None:
    gambar = dua_kotak()
    gambar.garis((130, 230), (130, 262))
    gambar.bidang.append([(130, 268), (125, 258), (135, 258)])
    hasil = gambar.jejak()
    (satu,) = garis(hasil)
    assert satu.kotak.x0 == pytest.approx(130, abs=0.5)
    assert len(kepala(hasil)) == 1


def test_a_line_at_a_slant_is_a_line() -> None:
    gambar = dua_kotak()
    gambar.garis((160, 300), (230, 340))
    (satu,) = garis(gambar.jejak())
    assert satu.kotak.lebar == pytest.approx(70, abs=3)
    assert satu.kotak.tinggi == pytest.approx(40, abs=3)


@pytest.mark.parametrize(
    "isi",
    [
        b"\0" * 60,
        b"\1" * 60,
        bytes(n % 3 == 0 for n in range(60)),
    ],
)
def test_what_is_no_drawing_gives_nothing(isi: bytes) -> None:
    assert jejak(Peta((isi,) * 60, Kotak(0, 0, 30, 30))) == ()


def test_lines_without_a_symbol_give_nothing() -> None:
    gambar = Gambar()
    gambar.panah((130, 230), (130, 270))
    assert gambar.jejak() == ()


def test_an_area_that_was_painted_over_is_white() -> None:
    gambar = dua_kotak()
    gambar.panah((130, 230), (130, 270))
    peta = isi_poligon(gambar.bidang, 3, HALAMAN).tanpa(Kotak(105, 265, 155, 295))
    ((_, k),) = lambang(jejak(peta))
    assert k.y0 == pytest.approx(210, abs=0.6)
    assert peta.tanpa(Kotak(0, 0, 50, 50)) is peta
