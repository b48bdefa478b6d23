"""Where the labels of branches stand: beside their arrow, near its start, clear of everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.layout.boxes import CLEAR, Box, RowScene
from macros.layout.grid import LetakLabel, Sandar, Titik, Ukuran
from macros.layout.text import Block, blocks

GAPS = (0.4, 1.1, 2.0)
"""Distances from the arrow that are tried, in mm."""
SLIDES = (0.4, 0.9, 1.5, 2.2, 3.0, 4.0, 5.5, 7.0, 9.0, 12.0, 16.0, 21.0, 28.0, 36.0)
"""Distances from the start of a piece that are tried, in mm."""
PIECES = 4
"""How many pieces of an arrow are tried, from its start on."""
ACROSS_BORDER = 5.0
NEXT_LINE = 1.0
LATER_PIECE = 1.5
"""What it costs to lie across a lane's border, to need another line, to lie at a later piece."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Wish:
    """How a label may be set: smaller letters, or shortened, where there is too little room."""

    letters: float = 1.0
    share: float = 1.0
    """Which part of its width must be shown."""


@dataclass(frozen=True, slots=True)
class _Place:
    box: Box
    sandar: Sandar
    block: Block


@dataclass(frozen=True, slots=True)
class RowLabels:
    """The labels of a row, and the arrows whose label found no free place."""

    placed: dict[int, LetakLabel]
    missing: tuple[int, ...]


class LabelPlacer:
    """Places labels in rows."""

    def __init__(self, texts: Mapping[int, str], ukuran: Ukuran) -> None:
        self.texts, self.ukuran = texts, ukuran

    def place(
        self,
        row: int,
        scene: RowScene,
        paths: Mapping[int, tuple[Titik, ...]],
        wishes: Mapping[int, Wish],
    ) -> RowLabels:
        """Place the labels of the arrows that start in a row, in the given order."""
        placed: dict[int, LetakLabel] = {}
        missing: list[int] = []
        for e, path in paths.items():
            pieces = self._pieces(path, row, scene.height)
            wish = wishes.get(e, Wish())
            places = sorted(self._places(e, pieces, wish, scene), key=lambda found: found[0])
            place = next((p for _, p in places if scene.free(p.box)), None)
            if place is None:
                missing.append(e)
                place = min(places, key=lambda found: scene.harm(found[1].box))[1]
            scene.labels.append(place.box)
            placed[e] = self._label(e, row, place)
        return RowLabels(placed, tuple(missing))

    def _label(self, e: int, row: int, place: _Place) -> LetakLabel:
        box = place.box
        x = box.left if place.sandar is Sandar.KIRI else box.right
        return LetakLabel(
            teks=self.texts[e],
            titik=Titik(round(x / self.ukuran.lane, 5), row, round((box.top + box.bottom) / 2, 3)),
            sandar=place.sandar,
            lebar=round(box.right - box.left, 3),
            tinggi=round(box.bottom - box.top, 3),
            larik=place.block.larik,
        )

    def _pieces(self, path: Sequence[Titik], row: int, height: float) -> list[tuple[Point, Point]]:
        """The first pieces of an arrow, as far as they lie in its own row."""
        pieces = []
        for a, b in list(pairwise(path))[:PIECES]:
            edge = height / 2 if b.baris > row else -height / 2
            end = b.dy if b.baris == row else edge
            pieces.append(((a.x * self.ukuran.lane, a.dy), (b.x * self.ukuran.lane, end)))
            if b.baris != row:
                break
        return pieces

    def _places(
        self, e: int, pieces: list[tuple[Point, Point]], wish: Wish, scene: RowScene
    ) -> Iterator[tuple[float, _Place]]:
        """Yield (cost, place) for every place worth trying."""
        along = 0.0
        for n, (a, b) in enumerate(pieces):
            for block in blocks(self.texts[e], self.ukuran.huruf * wish.letters):
                size = block.lebar * wish.share, block.tinggi
                base = LATER_PIECE * n + NEXT_LINE * (len(block.larik) - 1) + 0.15 * along
                for cost, box, sandar in _beside(a, b, *size):
                    if scene.inside(box) or not n:
                        borders = ACROSS_BORDER * self._borders(box)
                        yield base + cost + borders, _Place(box, sandar, block)
            along += abs(b[0] - a[0]) + abs(b[1] - a[1])

    def _borders(self, box: Box) -> int:
        """How many borders of lanes a box lies on."""
        lane = self.ukuran.lane
        return int((box.right + CLEAR) // lane) - int((box.left - CLEAR) // lane)


def _beside(a: Point, b: Point, width: float, height: float) -> Iterator[tuple[float, Box, Sandar]]:
    """Yield (cost, box, side) of the places on both sides of a piece, from its start on."""
    (xa, ya), (xb, yb) = a, b
    length = abs(xb - xa) + abs(yb - ya)
    forth = 1 if (xb - xa) + (yb - ya) > 0 else -1
    for slide in SLIDES:
        if slide > max(length, 0.5):
            return
        for gap in GAPS:
            for side in (-1, 1):
                cost = 0.25 * slide + 0.8 * (gap - GAPS[0])
                if ya == yb:
                    near, far = xa + forth * slide, xa + forth * (slide + width)
                    middle = ya + side * (gap + height / 2)
                    sandar = Sandar.KIRI if forth > 0 else Sandar.KANAN
                    cost += 0.3 * (side > 0)
                else:
                    near, far = xa + side * gap, xa + side * (gap + width)
                    middle = ya + forth * (slide + height / 2)
                    sandar = Sandar.KIRI if side > 0 else Sandar.KANAN
                    cost += 0.3 * (side < 0)
                box = Box(min(near, far), middle - height / 2, max(near, far), middle + height / 2)
                yield cost, box, sandar
