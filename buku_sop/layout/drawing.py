"""From routed paths to the points of the drawing, and to what stands in each row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout.board import Board
from buku_sop.layout.boxes import Box, RowScene
from buku_sop.layout.grid import LetakSimpul, Titik, Ukuran
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
    pairs = [pair for group in alur.bersama for pair in pairwise(group)]
    return Drawing(
        symbols,
        tuple(measures.points(e) for e in range(len(alur.panah))),
        tuple(_tie(symbols[a], symbols[b], ukuran) for a, b in pairs),
        tuple(round(row.height, 3) for row in measures.rows),
    )


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
    return found


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
