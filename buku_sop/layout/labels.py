"""Where the labels of branches stand: beside their arrow, near its start, clear of everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.layout.boxes import CLEAR, Box, RowScene
from buku_sop.layout.budget import TRIALS, Budget
from buku_sop.layout.captions import CAPTION_CLEAR, caption_blocks
from buku_sop.layout.grid import LetakLabel, Sandar, Titik, Ukuran
from buku_sop.layout.text import Block, blocks

GAPS = (0.4, 1.1, 2.0, 3.0, 4.0, 5.0)
"""Distances from the arrow that are tried, in mm."""
FAR_GAPS = (*GAPS, 6.5, 8.0)
"""The same, for a label that found no place for long."""
SLIDES = (0.4, 0.9, 1.5, 2.2, 3.0, 4.0, 5.5, 7.0, 9.0, 12.0, 16.0, 21.0, 28.0, 36.0)
"""Distances from the start of a piece that are tried, in mm."""
PIECES = 4
"""How many pieces of an arrow are tried, from its start on."""
WANDERING = 14
"""How many are tried for a label that may stand in other rows, too."""
CAPTION_PIECE = 0.25
"""The same for the words of a symbol, which may stand on any side of it."""
ELSEWHERE = 7.0
"""What it costs words of a symbol to stand in another lane, where they seem to be of another performer."""
ACROSS_BORDER = 5.0
NEXT_LINE = 1.0
LATER_PIECE = 1.5
"""What it costs to lie across a lane's border, to need another line, to lie at a later piece."""
NEAR = 1.1
"""So near to its arrow, in mm, a label is taken for its own whatever else is beside it."""
MISTAKEN = 6.0
"""What it costs to stand further off where another line is nearer, or where another runs along its own: people would read it as
that line's."""

Point = tuple[float, float]
Piece = tuple[int, Point, Point]
"""A row, and where a piece starts and ends in it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a label may be set where there is too little room."""

    letters: float = 1.0
    """Smaller letters."""
    share: float = 1.0
    """Which part of its width must be shown."""
    wander: bool = False
    """Whether it may stand in the next rows, too."""
    away: bool = False
    """Whether the words of a symbol may stand in another lane."""


@dataclass(frozen=True, slots=True)
class _Place:
    row: int
    box: Box
    sandar: Sandar
    block: Block
    letters: float


class LabelPlacer:
    """Places labels, and remembers what it placed in rows that did not change."""

    def __init__(
        self, texts: Sequence[str], ukuran: Ukuran, homes: Sequence[int], budget: Budget
    ) -> None:
        """The last of `texts` are words of symbols, which may not be shortened; `homes` are their lanes."""
        self.texts, self.ukuran, self.homes, self.budget = texts, ukuran, homes, budget
        self.captions = len(texts) - len(homes)
        self.known: dict[int, tuple[object, dict[int, _Place | None]]] = {}

    def place(
        self,
        rows: Mapping[int, Sequence[int]],
        scenes: Mapping[int, RowScene],
        paths: Sequence[tuple[Titik, ...]],
        wishes: Mapping[int, Wish],
    ) -> tuple[dict[int, LetakLabel], tuple[int, ...]]:
        """Place the labels of the arrows that start in each row, in the given order.

        Returns the labels, and the arrows whose label found no free place.
        """
        found: dict[int, _Place | None] = {}
        for row, arrows in rows.items():
            staying = [e for e in arrows if not wishes.get(e, Wish()).wander]
            found |= self._in_row(row, staying, scenes[row], paths, wishes)
        for e, wish in wishes.items():
            if wish.wander:
                found[e] = self._first_free(
                    e, list(parts(paths[e], scenes, self.ukuran.lane))[:WANDERING], wish, scenes
                )
        missing = tuple(sorted(e for e, place in found.items() if place is None))
        return {e: self._label(e, place) for e, place in sorted(found.items()) if place}, missing

    def _in_row(
        self,
        row: int,
        arrows: Sequence[int],
        scene: RowScene,
        paths: Sequence[tuple[Titik, ...]],
        wishes: Mapping[int, Wish],
    ) -> dict[int, _Place | None]:
        """Place the labels that stay in their row, or find them as they were."""
        signature = scene.signature(), [(e, paths[e], wishes.get(e)) for e in arrows]
        known, found = self.known.get(row, (None, {}))
        if known == signature:
            scene.labels += [place.box for place in found.values() if place]
            return found
        found = {}
        for e in arrows:
            pieces = list(parts(paths[e], {row: scene}, self.ukuran.lane))
            pieces = pieces if e >= self.captions else pieces[:PIECES]
            found[e] = self._first_free(e, pieces, wishes.get(e, Wish()), {row: scene})
        self.known[row] = signature, found
        return found

    def _first_free(
        self, e: int, pieces: Sequence[Piece], wish: Wish, scenes: Mapping[int, RowScene]
    ) -> _Place | None:
        """Take the cheapest free place for a label."""
        best: _Place | None = None
        least = float("inf")
        along, tried = 0.0, 0
        size = self.ukuran.huruf * wish.letters
        caption = e >= self.captions
        home = self.homes[e - self.captions] if caption else 0
        others = {} if caption else {row: _others(scenes[row], row, pieces) for row, *_ in pieces}
        for n, (row, a, b) in enumerate(pieces):
            shared = not caption and _shared(a, b, scenes[row])
            for block in (caption_blocks if caption else blocks)(self.texts[e], size):
                base = CAPTION_PIECE * n if caption else LATER_PIECE * n + 0.15 * along
                base += NEXT_LINE * (len(block.larik) - 1) + MISTAKEN * shared
                width = block.lebar * wish.share
                gaps = FAR_GAPS if wish.wander else GAPS
                for cost, box, sandar in _beside(a, b, width, block.tinggi, gaps, least - base):
                    tried += 1
                    total = base + cost + ACROSS_BORDER * self._borders(box)
                    if caption and not self._within(box, home):
                        total += ELSEWHERE if wish.away else float("inf")
                    if total < least and not caption and _mistaken(box, a, b, others[row]):
                        total += MISTAKEN
                    if total < least and scenes[row].free(box.grown(CAPTION_CLEAR * caption)):
                        best, least = _Place(row, box, sandar, block, size), total
            along += abs(b[0] - a[0]) + abs(b[1] - a[1])
        self.budget.spend(tried // TRIALS)
        if best:
            scenes[best.row].labels.append(best.box)
        return best

    def _label(self, e: int, place: _Place) -> LetakLabel:
        box = place.box
        x = box.left if place.sandar is Sandar.KIRI else box.right
        middle = round((box.top + box.bottom) / 2, 3)
        return LetakLabel(
            teks=self.texts[e],
            titik=Titik(round(x / self.ukuran.lane, 5), place.row, middle),
            sandar=place.sandar,
            lebar=round(box.right - box.left, 3),
            tinggi=round(box.bottom - box.top, 3),
            larik=place.block.larik,
            huruf=round(place.letters, 3),
        )

    def _within(self, box: Box, lane: int) -> bool:
        """Whether a box lies in a lane for the greater part."""
        return int((box.left + box.right) / 2 // self.ukuran.lane) == lane

    def _borders(self, box: Box) -> int:
        """How many borders of lanes a box lies on."""
        lane = self.ukuran.lane
        return int((box.right + CLEAR) // lane) - int((box.left - CLEAR) // lane)


def _others(scene: RowScene, row: int, pieces: Sequence[Piece]) -> list[Box]:
    """Return the lines of a row that are none of an arrow's own pieces."""
    own = [_piece_box(a, b).grown(0.01) for r, a, b in pieces if r == row]
    return [line for line in scene.lines if not any(_holds(box, line) for box in own)]


def _shared(a: Point, b: Point, scene: RowScene) -> bool:
    """Whether another arrow runs along all of a piece, so that a label there could be of either."""
    box = _piece_box(a, b)
    return sum(_holds(line.grown(0.01), box) for line in scene.lines) > 1


def _holds(box: Box, line: Box) -> bool:
    return (
        box.left <= line.left and line.right <= box.right
        and box.top <= line.top and line.bottom <= box.bottom
    )  # fmt: skip


def _piece_box(a: Point, b: Point) -> Box:
    return Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def _mistaken(box: Box, a: Point, b: Point, others: Sequence[Box]) -> bool:
    """Whether a label at a piece stands nearer to another line, and not close to its own."""
    own = _piece_box(a, b)
    gap = max(
        own.left - box.right, box.left - own.right, own.top - box.bottom, box.top - own.bottom
    )
    return gap > NEAR and any(box.meets(line, 0.9 * gap) for line in others)


def parts(path: Sequence[Titik], scenes: Mapping[int, RowScene], lane: float) -> Iterator[Piece]:
    """Yield the pieces of an arrow from its start on, cut at the rows, as far as the rows are given."""
    for a, b in pairwise(path):
        step = 1 if b.baris >= a.baris else -1
        for row in range(a.baris, b.baris + step, step):
            if row not in scenes:
                return
            edge = step * scenes[row].height / 2
            start = a.dy if row == a.baris else -edge
            end = b.dy if row == b.baris else edge
            yield row, (a.x * lane, start), (b.x * lane, end)


def rows_along(path: Sequence[Titik]) -> Iterator[int]:
    """Yield the rows of the first pieces of an arrow."""
    count = 0
    for a, b in pairwise(path):
        step = 1 if b.baris >= a.baris else -1
        for row in range(a.baris, b.baris + step, step):
            if count == WANDERING:
                return
            yield row
            count += 1


def _beside(
    a: Point, b: Point, width: float, height: float, gaps: Sequence[float], limit: float
) -> Iterator[tuple[float, Box, Sandar]]:
    """Yield (cost, box, side) of the places on both sides of a piece that cost less than a limit."""
    (xa, ya), (xb, yb) = a, b
    length = abs(xb - xa) + abs(yb - ya)
    forth = 1 if (xb - xa) + (yb - ya) > 0 else -1
    for slide in SLIDES:
        if slide > max(length, 0.5) or 0.25 * slide >= limit:
            return
        for gap in gaps:
            for side in (-1, 1):
                cost = 0.25 * slide + 0.8 * (gap - gaps[0])
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
                if cost < limit:
                    left, right = (near, far) if near < far else (far, near)
                    top = middle - height / 2
                    yield cost, Box(left, top, right, top + height), sandar
