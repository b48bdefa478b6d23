"""What every drawing must keep, checked on the finished points: the count of broken rules is its honesty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from buku_sop.layout.grid import Titik, Ukuran
from buku_sop.layout.measures import HEAD

NEAR = 0.4
"""Parallel lines nearer than this look like one, in mm."""

Place = tuple[int, float]
Line = tuple[float, Place, Place, int]
"""Where a piece lies, where it starts and ends, and whose it is."""


def overlaps(
    paths: Sequence[tuple[Titik, ...]],
    ties: Iterable[tuple[Titik, ...]],
    ukuran: Ukuran,
    related: Callable[[int, int], bool],
) -> set[tuple[int, int]]:
    """Return the pairs of arrows that lie on one line without being kin; -1 stands for a tie."""
    channels: defaultdict[int, list[Line]] = defaultdict(list)
    for e, path in [*enumerate(paths), *((-1, tie) for tie in ties)]:
        for a, b in pairwise(path):
            if a.x == b.x:
                lo, hi = sorted(((a.baris, a.dy), (b.baris, b.dy)))
                channels[-1].append((a.x * ukuran.lane, lo, hi, e))
            else:
                low, high = sorted((a.x, b.x))
                channels[a.baris].append((a.dy, (0, low), (0, high), e))
    return {pair for lines in channels.values() for pair in _close(lines, related)}


def _close(lines: list[Line], related: Callable[[int, int], bool]) -> Iterable[tuple[int, int]]:
    lines.sort()
    for i, (at, lo, hi, e) in enumerate(lines):
        for j in range(i + 1, len(lines)):
            other, start, end, f = lines[j]
            if other - at >= NEAR:
                break
            if e != f and lo < end and start < hi and not related(e, f):
                yield min(e, f), max(e, f)


def short_heads(paths: Sequence[tuple[Titik, ...]], ukuran: Ukuran) -> list[int]:
    """Return the arrows whose last piece has no room for a head."""
    short = []
    for e, path in enumerate(paths):
        a, b = path[-2:]
        across = abs(a.x - b.x) * ukuran.lane
        if a.baris == b.baris and max(across, abs(a.dy - b.dy)) < HEAD - 1e-3:
            short.append(e)
    return short
