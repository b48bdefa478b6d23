"""The board on which arrows are routed: columns, levels, and the symbols that stand in their way.

Every lane gives three columns: the gutter left of its symbols, the line through their centres, and the
gutter right of them. Every row gives levels: the space above its symbols, then the centre line of each
band with the spaces between bands, and the space below. A node is a level and a column. Gutters and
spaces hold several parallel tracks; centre lines hold one line only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from buku_sop.analysis.alur.alur import Alur

LEFT, CENTRE, RIGHT = 0, 1, 2
"""The columns of a lane."""

ROW_LENGTH = 0.5
"""Length of a row with one band in the unit of a lane's width, for weighing paths."""


class Node(NamedTuple):
    """A crossing of a level and a column."""

    level: int
    column: int


class Space(Enum):
    """What a level is."""

    ABOVE = "above"
    CENTRE = "centre"
    BETWEEN = "between"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal of the board."""

    row: int
    space: Space
    band: int
    """The band it is the centre of, or the band above it; 0 for the space above the first one."""


class Board:
    """Columns, levels and symbols of a flow."""

    def __init__(self, alur: Alur) -> None:
        self.lanes = alur.jumlah_lane
        self.columns = 3 * alur.jumlah_lane
        self.bands = [1] * alur.jumlah_langkah
        for simpul in alur.simpul:
            self.bands[simpul.langkah] = max(self.bands[simpul.langkah], simpul.tingkat + 1)
        self.levels: list[Level] = []
        self.first: list[int] = []
        """The first level of each row, and the number of levels behind the last row."""
        for row, bands in enumerate(self.bands):
            self.first.append(len(self.levels))
            self.levels.append(Level(row, Space.ABOVE, 0))
            for band in range(bands):
                self.levels.append(Level(row, Space.CENTRE, band))
                below = Space.BETWEEN if band + 1 < bands else Space.BELOW
                self.levels.append(Level(row, below, band))
        self.first.append(len(self.levels))
        self.single = [level.space is Space.CENTRE for level in self.levels]
        """For each level whether it holds one line only."""
        self.height = self._heights()
        self.nodes = [
            Node(self.first[s.langkah] + 1 + 2 * s.tingkat, 3 * s.lane + CENTRE)
            for s in alur.simpul
        ]
        """The node of each symbol."""
        self.blocked = [[0] * len(self.levels) for _ in range(self.columns)]
        """For each column and level whether a symbol stands there."""
        for level, column in self.nodes:
            self.blocked[column][level] = 1

    def _heights(self) -> list[float]:
        """Where each level lies, in lanes, for weighing lengths: rows are really of any height."""
        heights: list[float] = []
        top = 0.0
        for row, bands in enumerate(self.bands):
            count = 2 * bands + 1
            length = ROW_LENGTH * (1 + 0.4 * (bands - 1))
            heights += [top + length * (i + 0.5) / count for i in range(count)]
            top += length
            assert len(heights) == self.first[row + 1]
        return heights

    def window(self, levels: Iterable[int], lanes: range) -> Window:
        """Return the part of the board with the given levels and lanes."""
        return Window(self, sorted(set(levels)), lanes)

    def rows(self, first: int, last: int) -> range:
        """Return the levels of the rows from `first` to `last`, as far as they exist."""
        first, last = max(first, 0), min(last, len(self.bands) - 1)
        return range(self.first[first], self.first[last + 1])


class Window:
    """A part of the board: the levels at which an arrow may turn, and the lanes that it may use."""

    def __init__(self, board: Board, levels: list[int], lanes: range) -> None:
        self.board, self.levels, self.columns = board, levels, board.columns
        self.index = {level: i for i, level in enumerate(levels)}
        self.heights = [board.height[level] for level in levels]
        self.first, self.last = 3 * lanes.start, 3 * lanes.stop - 1
        """The first and the last column."""
        self.known: dict[Node, tuple[list[float], list[float]]] = {}

    def at(self, node: Node) -> int:
        """Return the number of a node in this window."""
        return self.index[node.level] * self.columns + node.column

    def distances(self, target: Node) -> tuple[list[float], list[float]]:
        """Return how far each level and each column is from a node."""
        if target not in self.known:
            height = self.board.height[target.level]
            down = [abs(h - height) for h in self.heights]
            across = [abs(column - target.column) / 3 for column in range(self.columns)]
            self.known[target] = down, across
        return self.known[target]

    def widened(self, levels: Iterable[int]) -> Window:
        """Return a window that has some levels, too."""
        if all(level in self.index for level in levels):
            return self
        return Window(self.board, sorted({*self.levels, *levels}), self.lanes)

    @property
    def lanes(self) -> range:
        """The lanes."""
        return range(self.first // 3, self.last // 3 + 1)
