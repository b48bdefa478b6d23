"""From routed paths to the points of the drawing, and to what stands in each row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout.board import Board
from buku_sop.layout.boxes import Box, RowScene
from buku_sop.layout.grid import KepalaTemu, LetakSimpul, Titik, Ukuran
from buku_sop.layout.heads import Line, Obstacles, Point, Way, head_box, meeting_heads, way_of
from buku_sop.layout.measures import Gap, Measures
from buku_sop.layout.runs import Run
from buku_sop.model import Simbol


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything but the labels."""

    symbols: tuple[LetakSimpul, ...]
    paths: tuple[tuple[Titik, ...], ...]
    ties: tuple[tuple[Titik, ...], ...]
    heights: tuple[float, ...]
    heads: tuple[KepalaTemu, ...]
    """Where arrows meet; those at symbols are the ends of the paths."""


def draw(
    alur: Alur,
    board: Board,
    ukuran: Ukuran,
    runs: Mapping[int, list[Run]],
    extra: Mapping[Gap, float],
) -> Drawing:
    """Measure the runs; `extra` is the room that labels need besides."""
    measures = Measures(alur, board, ukuran, runs, extra)
    symbols = tuple(measures.place(i) for i in range(len(alur.simpul)))
    paths = tuple(measures.points(e) for e in range(len(alur.panah)))
    pairs = [pair for group in alur.bersama for pair in pairwise(group)]
    ties = tuple(_tie(symbols[a], symbols[b], ukuran) for a, b in pairs)
    heights = tuple(round(row.height, 3) for row in measures.rows)
    heads = _meeting_heads(alur, Sheet(heights, ukuran.lane), symbols, paths, ties)
    return Drawing(symbols, paths, ties, heights, heads)


class Sheet:
    """Rows of known heights below each other, in mm from the upper left corner of the first one."""

    def __init__(self, heights: Sequence[float], lane: float) -> None:
        tops = accumulate(heights, initial=0.0)
        self.lane = lane
        self.middles = [top + height / 2 for top, height in zip(tops, heights, strict=False)]

    def at(self, titik: Titik) -> Point:
        """Return where a point lies."""
        return titik.x * self.lane, self.middles[titik.baris] + titik.dy


def _meeting_heads(
    alur: Alur,
    sheet: Sheet,
    symbols: Sequence[LetakSimpul],
    paths: Sequence[tuple[Titik, ...]],
    ties: Iterable[tuple[Titik, ...]],
) -> tuple[KepalaTemu, ...]:
    """Return the heads where arrows meet, as long as rows are as low as may be; higher ones only give more room."""
    lines = [
        Line(tuple(map(sheet.at, path)), panah.ke)
        for path, panah in zip(paths, alur.panah, strict=True)
    ]
    obstacles = Obstacles(lines=[Line(tuple(map(sheet.at, tie)), None) for tie in ties])
    for simpul, letak in zip(alur.simpul, symbols, strict=True):
        x, y = sheet.at(letak.tengah)
        box = Box(
            x - letak.lebar / 2, y - letak.tinggi / 2, x + letak.lebar / 2, y + letak.tinggi / 2
        )
        diamond = simpul.simbol is Simbol.BELAH_KETUPAT
        (obstacles.diamonds if diamond else obstacles.boxes).append(box)
    return tuple(
        _head(head.line, paths[head.line][head.corner], head.back, head.way, sheet.lane)
        for head in meeting_heads(lines, obstacles)
    )


def _head(e: int, corner: Titik, back: float, way: Way, lane: float) -> KepalaTemu:
    x, dy = corner.x - back * way[0] / lane, corner.dy - back * way[1]
    return KepalaTemu(e, Titik(round(x, 5), corner.baris, round(dy, 3)), *way)


def _tie(left: LetakSimpul, right: LetakSimpul, ukuran: Ukuran) -> tuple[Titik, ...]:
    """The line between two symbols that act jointly."""
    half = left.lebar / 2 / ukuran.lane
    start, end = left.tengah, right.tengah
    return (
        Titik(round(start.x + half, 5), start.baris, start.dy),
        Titik(round(end.x - half, 5), end.baris, end.dy),
    )


def scenes(
    alur: Alur, drawing: Drawing, rows: Iterable[int], ukuran: Ukuran
) -> dict[int, RowScene]:
    """Return what stands in each of some rows."""
    width = alur.jumlah_lane * ukuran.lane
    found = {r: RowScene(width, drawing.heights[r]) for r in sorted(rows)}
    for simpul, letak in zip(alur.simpul, drawing.symbols, strict=True):
        if simpul.langkah in found:
            x, y = letak.tengah.x * ukuran.lane, letak.tengah.dy
            w, h = letak.lebar / 2, letak.tinggi / 2
            scene = found[simpul.langkah]
            diamond = simpul.simbol is Simbol.BELAH_KETUPAT
            (scene.diamonds if diamond else scene.boxes).append(Box(x - w, y - h, x + w, y + h))
    known = list(found)
    for path in (*drawing.paths, *drawing.ties):
        for a, b in pairwise(path):
            _add_piece(found, known, a, b, ukuran.lane)
    for row, box in _head_boxes(drawing, ukuran.lane):
        if row in found:
            found[row].boxes.append(box)
    return found


def _head_boxes(drawing: Drawing, lane: float) -> Iterator[tuple[int, Box]]:
    """Yield the row and the box of every head, also for the row into which it reaches."""
    sheet = Sheet(drawing.heights, lane)
    ends = [(path[-1], way_of(*map(sheet.at, path[-2:]))) for path in drawing.paths]
    heads = [(head.titik, (head.kanan, head.turun)) for head in drawing.heads]
    for tip, way in (*ends, *heads):
        row, box = tip.baris, head_box((tip.x * lane, tip.dy), way)
        yield row, box
        half = drawing.heights[row] / 2
        if box.top < -half and row:
            down = half + drawing.heights[row - 1] / 2
            yield row - 1, Box(box.left, box.top + down, box.right, box.bottom + down)
        if box.bottom > half and row + 1 < len(drawing.heights):
            up = half + drawing.heights[row + 1] / 2
            yield row + 1, Box(box.left, box.top - up, box.right, box.bottom - up)


def _add_piece(
    found: Mapping[int, RowScene], known: Sequence[int], a: Titik, b: Titik, lane: float
) -> None:
    """Add a piece to every row that it passes."""
    if (b.baris, b.dy) < (a.baris, a.dy):
        a, b = b, a
    left, right = sorted((a.x * lane, b.x * lane))
    for row in known[bisect_left(known, a.baris) : bisect_right(known, b.baris)]:
        scene = found[row]
        top = a.dy if a.baris == row else -scene.height / 2
        bottom = b.dy if b.baris == row else scene.height / 2
        scene.lines.append(Box(left, top, right, bottom))
