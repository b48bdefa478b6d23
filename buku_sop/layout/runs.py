"""Runs: the straight pieces of paths, each with the track that it takes in its gutter or space."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.layout.occupancy import Path

AGAINST = 10
BESIDE_MIDDLE = 0.3
"""Where an arrow leaves beside the middle of a side, in columns."""


@dataclass(slots=True, eq=False)
class Run:
    """A straight piece of a path between two corners."""

    e: int
    vertical: bool
    line: int
    """Its column or level."""
    start: int
    end: int
    """The levels or columns it runs between, in the direction of the arrow."""
    offset: float = 0.0
    """Where it lies within its column or level, from -0.5 to 0.5."""
    before: Run | None = None
    after: Run | None = None
    track: int = 0
    tracks: int = 1
    """Its track, and how many tracks there are at this place."""

    @property
    def lo(self) -> int:
        """The upper or left end."""
        return min(self.start, self.end)

    @property
    def hi(self) -> int:
        """The lower or right end."""
        return max(self.start, self.end)

    @property
    def at(self) -> float:
        """Its column or level with the offset."""
        return self.line + self.offset

    @property
    def span(self) -> tuple[float, float]:
        """Where it starts and ends, with the offsets of its neighbours."""
        a = self.before.at if self.before else self.start
        b = self.after.at if self.after else self.end
        return (a, b) if a < b else (b, a)


def runs_of(e: int, path: Path) -> list[Run]:
    """Cut a path into its straight runs."""
    runs: list[Run] = []
    for a, b in pairwise(path.nodes):
        vertical = a.column == b.column
        if vertical:
            run = Run(e, True, a.column, a.level, b.level)
        else:
            run = Run(e, False, a.level, a.column, b.column)
        if runs:
            run.before = runs[-1]
            runs[-1].after = run
        runs.append(run)
    if path.shift:
        runs[0].offset = BESIDE_MIDDLE * path.shift
    return runs


def crossings(first: Iterable[Run], second: Iterable[Run]) -> int:
    """Count the crossings of two arrows; running against each other on one line weighs as many."""
    count = 0
    for r in first:
        for s in second:
            (r_lo, r_hi), (s_lo, s_hi) = r.span, s.span
            if r.vertical != s.vertical:
                count += r_lo < s.at < r_hi and s_lo < r.at < s_hi
            elif r.at == s.at and r_lo < s_hi and s_lo < r_hi:
                count += AGAINST * ((r.end > r.start) != (s.end > s.start))
    return count
