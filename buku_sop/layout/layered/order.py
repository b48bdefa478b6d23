"""In which order boxes stand in their column: so that few lines cross.

Nodes are numbers here: boxes, and the places where a long line passes a column.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

_SWEEPS = 12
"""Sweeps over the columns from each beginning; the best order met is kept."""

Neighbours = Mapping[int, Sequence[int]]


def order(columns: Sequence[Sequence[int]], left: Neighbours, right: Neighbours) -> list[list[int]]:
    """Order every column. `left` and `right` name the neighbours of a node in the columns beside its own."""
    best: list[list[int]] = []
    least = -1
    for flip in (False, True):
        now = [list(c)[::-1] if flip else list(c) for c in columns]
        for turn in range(_SWEEPS):
            forth = (turn % 2 == 0) != flip
            _sweep(now, left if forth else right, forth=forth)
            _swap(now, left, right)
            found = sum(_crossings(a, b, right) for a, b in pairwise(now))
            if least < 0 or found < least:
                best, least = [c[:] for c in now], found
            if not least:
                return best
    return best


def _sweep(columns: list[list[int]], beside: Neighbours, *, forth: bool) -> None:
    """Order each column by the mean place of its nodes' neighbours in the column before."""
    span = range(1, len(columns)) if forth else range(len(columns) - 2, -1, -1)
    for c in span:
        place = {n: i for i, n in enumerate(columns[c - 1 if forth else c + 1])}
        old = {n: i for i, n in enumerate(columns[c])}
        share = len(place) / max(1, len(old))

        def mean(
            n: int,
            place: dict[int, int] = place,
            old: dict[int, int] = old,
            share: float = share,
        ) -> float:
            near = beside.get(n, ())
            return sum(place[m] for m in near) / len(near) if near else old[n] * share

        columns[c].sort(key=mean)


def _swap(columns: list[list[int]], left: Neighbours, right: Neighbours) -> None:
    """Exchange neighbours in a column wherever that spares a crossing."""
    for c, column in enumerate(columns):
        places = [
            ({n: i for i, n in enumerate(columns[d])}, beside)
            for d, beside in ((c - 1, left), (c + 1, right))
            if 0 <= d < len(columns)
        ]
        better = True
        while better:
            better = False
            for i in range(len(column) - 1):
                a, b = column[i], column[i + 1]
                if sum(_gain(a, b, place, beside) for place, beside in places) > 0:
                    column[i], column[i + 1] = b, a
                    better = True


def _gain(a: int, b: int, place: Mapping[int, int], beside: Neighbours) -> int:
    """Count the crossings that are spared when `b` comes before `a`."""
    gain = 0
    for m in beside.get(a, ()):
        for n in beside.get(b, ()):
            gain += (place[m] > place[n]) - (place[m] < place[n])
    return gain


def _crossings(column: Sequence[int], following: Sequence[int], right: Neighbours) -> int:
    """Count the crossings between two columns."""
    place = {n: i for i, n in enumerate(following)}
    met: list[int] = []
    found = 0
    for node in column:
        ends = sorted(place[m] for m in right.get(node, ()))
        found += sum(len(met) - bisect_right(met, end) for end in ends)
        for end in ends:
            insort(met, end)
    return found
