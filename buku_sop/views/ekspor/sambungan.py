"""A line with corners as a connector of Office: which preset shape, how turned and mirrored, and where it bends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

EMU = 36_000
"""English metric units of a millimetre, in which Office measures."""
SISI = {"atas": 0, "kiri": 1, "bawah": 2, "kanan": 3}
"""The places at which connectors hold a symbol, by their numbers; all our symbols count alike."""
_TERTIPIS = 12_700
"""A connector whose ends stand above each other is still so wide: its bends are told as parts of its width."""
_SATUAN = 100_000
_SEPEREMPAT = 5_400_000
"""A quarter of a turn, in sixty-thousandths of a degree."""

XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sambungan:
    """A connector: its frame in EMU, unturned, and its shape."""

    x: int
    y: int
    lebar: int
    tinggi: int
    prst: str = "straightConnector1"
    """The preset shape; empty for a way with more corners than any has, which `titik` draws."""
    putar: int = 0
    """Sixty-thousandths of a degree, clockwise."""
    balik_x: bool = False
    balik_y: bool = False
    atur: tuple[int, ...] = ()
    """Where it bends, in hundred-thousandths of its width and height in turn."""
    titik: tuple[tuple[int, int], ...] = ()
    """The corners within its frame, for a way without a preset shape."""

    @property
    def kotak(self) -> tuple[int, int, int, int]:
        """Return the rectangle that its two ends span on the page: left, top, width, height."""
        if not self.putar:
            return self.x, self.y, self.lebar, self.tinggi
        cx, cy = self.x + self.lebar / 2, self.y + self.tinggi / 2
        return (
            round(cx - self.tinggi / 2),
            round(cy - self.lebar / 2),
            self.tinggi,
            self.lebar,
        )


def sambungan(titik: Sequence[tuple[int, int]]) -> Sambungan:
    """Shape a line through some points, given in EMU."""
    jalan = rapikan(titik)
    siku = all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(jalan))
    ruas = len(jalan) - 1
    if ruas < 2 or not siku:
        return _lurus(jalan) if ruas < 2 else _bebas(jalan)
    return _siku(jalan) if ruas <= 5 else _bebas(jalan)


def rapikan(jalan: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out points that are no corners; a pixel's fraction aside, level stays level."""
    hasil: list[tuple[int, int]] = []
    for x, y in jalan:
        if hasil and abs(x - hasil[-1][0]) < 40:
            x = hasil[-1][0]
        if hasil and abs(y - hasil[-1][1]) < 40:
            y = hasil[-1][1]
        if hasil and (x, y) == hasil[-1]:
            continue
        if len(hasil) > 1 and (
            hasil[-2][0] == hasil[-1][0] == x or hasil[-2][1] == hasil[-1][1] == y
        ):
            hasil.pop()
        hasil.append((x, y))
    return hasil if len(hasil) > 1 else [hasil[0], hasil[0]]


def _lurus(jalan: Sequence[tuple[int, int]]) -> Sambungan:
    (xa, ya), (xb, yb) = jalan[0], jalan[-1]
    return Sambungan(
        min(xa, xb), min(ya, yb), abs(xb - xa), abs(yb - ya), balik_x=xb < xa, balik_y=yb < ya
    )


def _siku(jalan: Sequence[tuple[int, int]]) -> Sambungan:
    """Shape a line of two to five level and upright pieces."""
    tegak = jalan[0][0] == jalan[1][0]
    lokal = [(y, -x) if tegak else (x, y) for x, y in jalan]  # turned by 90 degrees, if upright
    (ua, va), (ub, vb) = lokal[0], lokal[-1]
    balik_x, balik_y = ub < ua, vb < va
    lebar, tinggi = abs(ub - ua), abs(vb - va)
    rata = [(-(u - ua) if balik_x else u - ua, -(v - va) if balik_y else v - va) for u, v in lokal]
    ruas = len(jalan) - 1
    if ruas > 2:
        lebar = max(lebar, _TERTIPIS)
    if ruas > 3:
        tinggi = max(tinggi, _TERTIPIS)
    atur = []
    for n in range(1, ruas - 1):
        mendatar = n % 2 == 1
        bagian, dari = (rata[n][0], lebar) if mendatar else (rata[n][1], tinggi)
        atur.append(round(bagian / dari * _SATUAN))
    # The middle of the line's two ends is the middle of the frame, turned or not.
    cu, cv = (
        (min(ua, ub) + lebar / 2 if not balik_x else max(ua, ub) - lebar / 2),
        (min(va, vb) + tinggi / 2 if not balik_y else max(va, vb) - tinggi / 2),
    )
    cx, cy = (-cv, cu) if tegak else (cu, cv)
    putar = _SEPEREMPAT if tegak else 0
    if tegak and balik_y:  # the same, as Office itself writes it
        putar, balik_x, balik_y = 3 * _SEPEREMPAT, not balik_x, False
    return Sambungan(
        round(cx - lebar / 2), round(cy - tinggi / 2), lebar, tinggi, f"bentConnector{ruas}",
        putar, balik_x, balik_y, tuple(atur),
    )  # fmt: skip


def _bebas(jalan: Sequence[tuple[int, int]]) -> Sambungan:
    """Draw a line of any corners by itself."""
    x0, y0 = min(x for x, _ in jalan), min(y for _, y in jalan)
    x1, y1 = max(x for x, _ in jalan), max(y for _, y in jalan)
    titik = tuple((x - x0, y - y0) for x, y in jalan)
    return Sambungan(x0, y0, x1 - x0, y1 - y0, "", titik=titik)


def sisi(titik: XY, kotak: tuple[float, float, float, float]) -> int:
    """Return the number of the place at the side of a symbol that the end of a line meets."""
    x, y, lebar, tinggi = kotak
    jauh = {
        "atas": abs(titik[1] - y),
        "kiri": abs(titik[0] - x),
        "bawah": abs(titik[1] - y - tinggi),
        "kanan": abs(titik[0] - x - lebar),
    }
    return SISI[min(jauh, key=lambda s: round(jauh[s], 2))]
