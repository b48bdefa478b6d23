"""Ways of lines as connectors of Office: read back by the geometry that reads real files, they run where they ran."""

from __future__ import annotations

import math
from itertools import pairwise
from random import Random

import pytest

from buku_sop.adapters.impor.drawingml import Rangka
from buku_sop.analysis.impor.netral import Kotak
from buku_sop.views.ekspor.sambungan import Sambungan, rapikan, sambungan, sisi

MM = 36_000
SELISIH = 18_000
"""EMU by which a connector of no width and height may miss its ends: half a millimetre."""


def _jalan(s: Sambungan) -> list[tuple[float, float]]:
    """Return the corners of a connector, as ECMA-376 draws its preset shape."""
    a = [v / 100_000 for v in s.atur]
    tengah: dict[str, list[tuple[float, float]]] = {
        "bentConnector2": [(1, 0)],
        "bentConnector3": [(a[0], 0), (a[0], 1)] if a else [],
        "bentConnector4": [(a[0], 0), (a[0], a[1]), (1, a[1])] if len(a) > 1 else [],
        "bentConnector5": (
            [(a[0], 0), (a[0], a[1]), (a[2], a[1]), (a[2], 1)] if len(a) > 2 else []
        ),
    }
    rangka = Rangka(
        Kotak(s.x, s.y, s.x + s.lebar, s.y + s.tinggi),
        s.putar / 60_000,
        s.balik_x,
        s.balik_y,
    )
    if s.titik:
        return [(s.x + x, s.y + y) for x, y in s.titik]
    return [rangka.titik(x, y) for x, y in [(0, 0), *tengah.get(s.prst, []), (1, 1)]]


def _acak(acak: Random, ruas: int) -> list[tuple[int, int]]:
    """Make up a way of level and upright pieces in turn, some of them back."""
    x, y = acak.randrange(200 * MM), acak.randrange(200 * MM)
    titik, tegak = [(x, y)], acak.random() < 0.5
    for _ in range(ruas):
        jauh = acak.choice((-1, 1)) * acak.choice((MM // 2, 3 * MM, 10 * MM, 10 * MM, 40 * MM))
        x, y = (x, y + jauh) if tegak else (x + jauh, y)
        titik.append((x, y))
        tegak = not tegak
    return titik


@pytest.mark.parametrize("ruas", range(1, 9))
def test_a_connector_runs_where_the_line_ran(ruas: int) -> None:
    acak = Random(ruas)
    for _ in range(200):
        titik = _acak(acak, ruas)
        jadi = sambungan(titik)
        jalan = _jalan(jadi)
        assert jadi.prst == (
            "straightConnector1" if ruas == 1 else f"bentConnector{ruas}" if ruas < 6 else ""
        )
        assert len(jalan) == len(titik)
        assert max(math.dist(a, b) for a, b in zip(jalan, titik, strict=True)) <= SELISIH
        x, y, lebar, tinggi = jadi.kotak
        xs, ys = [t[0] for t in (jalan[0], jalan[-1])], [t[1] for t in (jalan[0], jalan[-1])]
        if ruas < 6:
            assert math.dist((x, y), (min(xs), min(ys))) < 2
            assert math.dist((x + lebar, y + tinggi), (max(xs), max(ys))) < 2


def test_points_that_are_no_corners_are_left_out() -> None:
    jalan = rapikan([(0, 0), (0, 0), (50_000, 10), (90_000, 0), (90_000, 70_000)])
    assert jalan == [(0, 0), (90_000, 0), (90_000, 70_000)]
    assert all(a != b for a, b in pairwise(jalan))


@pytest.mark.parametrize(
    ("titik", "nomor"), [((5, 0), 0), ((0, 2), 1), ((2, 4), 2), ((10, 3), 3), ((9.9, 4), 2)]
)
def test_an_end_is_held_by_the_side_that_it_meets(titik: tuple[float, float], nomor: int) -> None:
    assert sisi(titik, (0, 0, 10, 4)) == nomor
