"""Millimetres: the size of symbols and rows, and where each track of a gutter or space lies."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import sqrt

from buku_sop.analysis.alur.alur import Alur, Simpul
from buku_sop.layout.board import CENTRE, LEFT, Board, Space
from buku_sop.layout.captions import symbol
from buku_sop.layout.grid import LetakSimpul, Titik, Ukuran
from buku_sop.layout.runs import Run
from buku_sop.layout.weights import Limits
from buku_sop.model import Simbol

HEAD = 2.0
"""Least length of the piece that carries an arrow head."""
NEAREST = 2.5
"""Distance between symbols and a single line above or below them: a label fits behind it."""
STEP = 1.4
"""Least distance of two tracks above or below symbols; a row grows to keep it."""
NARROW = 0.8
"""Least distance of two tracks in a gutter, where there is room for it."""
EDGE = 0.8
"""Distance from a row's or lane's border."""
WIDE = 11.4
OFF_BORDER = 1.8
"""In wide gutters the first line runs near the border, where a label finds room beside the symbols: its distance from there
and the width of the gutter are `WIDE` at most, but the line keeps `OFF_BORDER`."""
CLEAR = 0.6
"""Distance between a symbol and a line beside it."""


def fit(ukuran: Ukuran) -> Ukuran:
    """Return the measures with symbols that leave room for gutters in a narrow lane."""
    simbol = min(ukuran.simbol, 0.6 * ukuran.lane)
    return replace(
        ukuran,
        simbol=simbol,
        kotak=min(ukuran.kotak, 0.8 * simbol),
        belah_ketupat=min(ukuran.belah_ketupat, 1.1 * simbol),
    )


def limits(ukuran: Ukuran) -> Limits:
    """Return what gutters of this width can hold."""
    gutter = (ukuran.lane - ukuran.simbol) / 2
    return Limits(
        tracks=max(1, int((gutter - EDGE - CLEAR) / NARROW + 1e-6) + 1),
        entering=int((gutter - EDGE - HEAD) / NARROW + 1e-6) + 1 if gutter >= HEAD + EDGE else 0,
    )


Gap = tuple[int, int]
"""A row and the free space in it: above and below its symbols (0), or under its first, second … band."""


@dataclass(frozen=True, slots=True)
class RowMeasure:
    """Heights within a row, in mm below its centre."""

    bands: tuple[tuple[float, float], ...]
    """Top and bottom of each band."""
    height: float


class Measures:
    """Turns runs into points."""

    def __init__(
        self,
        alur: Alur,
        board: Board,
        ukuran: Ukuran,
        runs: Mapping[int, list[Run]],
        extra: Mapping[Gap, float],
    ) -> None:
        self.alur, self.board, self.ukuran, self.runs = alur, board, ukuran, runs
        self.gutter = (ukuran.lane - ukuran.simbol) / 2
        tracks: dict[int, int] = {}
        for run in (r for rs in runs.values() for r in rs):
            if not run.vertical:
                tracks[run.line] = max(tracks.get(run.line, 0), run.tracks)
        self.rows = [self._row(r, tracks, extra) for r in range(alur.jumlah_langkah)]

    def _row(self, row: int, tracks: Mapping[int, int], extra: Mapping[Gap, float]) -> RowMeasure:
        heights = [0.0] * self.board.bands[row]
        for simpul in self._symbols(row):
            heights[simpul.tingkat] = max(heights[simpul.tingkat], self.size(simpul)[1])
        first = self.board.first[row]
        gaps = [
            max(
                self.ukuran.antar_tingkat,
                2 * (HEAD + 0.2) + STEP * (tracks.get(first + 2 * b, 1) - 1),
            )
            + extra.get((row, b), 0.0)
            for b in range(1, len(heights))
        ]
        content = sum(heights) + sum(gaps)
        most = max(tracks.get(first, 1), tracks.get(self.board.first[row + 1] - 1, 1))
        space = max(self.ukuran.ruang, HEAD + 0.2 + EDGE + STEP * (most - 1))
        space += extra.get((row, 0), 0.0)
        top, bands = -content / 2, []
        for height, gap in zip(heights, [*gaps, 0.0], strict=True):
            bands.append((top, top + height))
            top += height + gap
        return RowMeasure(tuple(bands), content + 2 * space)

    def _symbols(self, row: int) -> Iterable[Simpul]:
        return (s for s in self.alur.simpul if s.langkah == row)

    def size(self, simpul: Simpul) -> tuple[float, float]:
        """Return the width and height of a symbol."""
        width, height, _ = symbol(simpul, self.ukuran)
        return width, height

    def place(self, i: int) -> LetakSimpul:
        """Return where a symbol stands."""
        simpul = self.alur.simpul[i]
        top, bottom = self.rows[simpul.langkah].bands[simpul.tingkat]
        width, height = self.size(simpul)
        centre = Titik(simpul.lane + 0.5, simpul.langkah, round((top + bottom) / 2, 3))
        return LetakSimpul(centre, round(width, 3), round(height, 3))

    def points(self, e: int) -> tuple[Titik, ...]:
        """Return the points of an arrow, from outline to outline."""
        runs, panah = self.runs[e], self.alur.panah[e]
        first, last = runs[0], runs[-1]
        points = [self._outline(panah.dari, first, first.end > first.start)]
        for a, b in itertools.pairwise(runs):
            vertical, horizontal = (a, b) if a.vertical else (b, a)
            points.append(self._point(self.x(vertical), horizontal))
        points.append(self._outline(panah.ke, last, last.end < last.start))
        return tuple(points)

    def _point(self, x: float, run: Run) -> Titik:
        return Titik(x, self.board.levels[run.line].row, self.dy(run))

    def _outline(self, i: int, run: Run, onward: bool) -> Titik:
        """Where a run meets a symbol, below or right of its centre (`onward`) or above or left."""
        letak, sign = self.place(i), 1 if onward else -1
        if not run.vertical:
            x = letak.tengah.x + sign * letak.lebar / 2 / self.ukuran.lane
            return Titik(round(x, 5), letak.tengah.baris, letak.tengah.dy)
        x = self.x(run)
        half = half_height(
            self.alur.simpul[i].simbol, letak, (x - letak.tengah.x) * self.ukuran.lane
        )
        return Titik(x, letak.tengah.baris, round(letak.tengah.dy + sign * half, 3))

    def x(self, run: Run) -> float:
        """Return the place of a vertical run in lanes."""
        lane, column = divmod(run.line, 3)
        if column == CENTRE:
            shift = 0 if run.offset == 0 else (1 if run.offset > 0 else -1)
            return round(lane + 0.5 + shift * self.ukuran.simbol / 4 / self.ukuran.lane, 5)
        if column == LEFT:
            x = spread_gutter(run.track, run.tracks, self.gutter)
        else:
            x = self.ukuran.lane - spread_gutter(
                run.tracks - 1 - run.track, run.tracks, self.gutter
            )
        return round(lane + x / self.ukuran.lane, 5)

    def dy(self, run: Run) -> float:
        """Return the place of a horizontal run in its row."""
        level = self.board.levels[run.line]
        bands, height = self.rows[level.row].bands, self.rows[level.row].height
        top, bottom = bands[level.band]
        near = HEAD + 0.2
        if level.space is Space.CENTRE:
            dy = (top + bottom) / 2
        elif level.space is Space.ABOVE:
            reverse = run.tracks - 1 - run.track
            dy = top - spread(reverse, run.tracks, height / 2 + top - EDGE)
        elif level.space is Space.BELOW:
            dy = bottom + spread(run.track, run.tracks, height / 2 - bottom - EDGE)
        else:
            dy = bottom + spread(run.track, run.tracks, bands[level.band + 1][0] - bottom - near)
        return round(dy, 3)


def spread(track: int, tracks: int, most: float) -> float:
    """Return the distance of a track from the symbols; track 0 lies nearest, none beyond `most`."""
    if tracks == 1:
        return min(NEAREST, most)
    step = min(1.6, (most - HEAD - 0.2) / (tracks - 1))
    return HEAD + 0.2 + step * track


def spread_gutter(track: int, tracks: int, width: float) -> float:
    """Return the distance of a track from the lane's border; track 0 lies nearest to it.

    Lines keep far enough from the symbols for an arrow head between, where the gutter is wide enough.
    """
    gaps = max(1, tracks - 1)
    if width < HEAD + EDGE:
        margin = min(CLEAR, width / 3)
        step = min(1.1, (width - 2 * margin) / gaps)
        return (width - step * (tracks - 1)) / 2 + step * track
    roomy = (width - HEAD - EDGE) / gaps
    step = min(1.1, max(NARROW, roomy), (width - CLEAR - EDGE) / gaps)
    start = max(EDGE, min(width - HEAD - 0.6, width - HEAD - step * (tracks - 1)))
    start = min(start, max(OFF_BORDER, WIDE - width))
    return start + step * track


def half_height(simbol: Simbol, letak: LetakSimpul, x: float) -> float:
    """Return half the height of a symbol at a distance from its middle, in mm."""
    half, width = letak.tinggi / 2, letak.lebar / 2
    if simbol is Simbol.BELAH_KETUPAT:
        return half * (1 - abs(x) / width)
    if simbol is Simbol.KAPSUL:
        inside = max(0.0, abs(x) - (width - half))
        return sqrt(half * half - inside * inside)
    return half
