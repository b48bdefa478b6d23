"""Arrow heads where lines meet: an arrow that comes into the line of another one with the same target.

Such lines share their last stretch, which has one head at the symbol. Where one comes into the other from the side,
a head of its own says which way it runs; it touches the line that it comes into, or stands a little before it where
something else is in the way. Where there is no room before it, a head behind it says which way both run. Lengths are
in mm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, product

from buku_sop.layout.boxes import Box

LENGTH, HALF = 1.9, 0.75
"""Length and half the breadth of a head."""
SLICES = 4
"""In how many boxes a head is measured, which is pointed."""
BACK = (0.0, *(0.3 * n for n in range(1, 34)))
"""How far before the place where lines meet a head is tried."""
EARLIER = 0.4
"""The same from a corner where nothing meets."""
DISTANCES = (0.35, 0.2, 0.05, 0.0)
"""How far heads stay away from everything, while there is room for that."""
LEAST = 0.05
"""What they always keep from symbols, words and each other; with less, lines of neighbouring tracks may touch them."""
CORE = 0.4
"""Half the breadth of what such lines may not touch."""
NEAR = 2 * HALF
EPSILON = 2e-3

Point = tuple[float, float]
Way = tuple[int, int]
"""A direction, right and down."""
_Meeting = tuple[Hashable, float, float, Way]
"""What lines lead to that meet, where they do, and from where they come."""


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn line, from where it starts to the place where it ends."""

    points: tuple[Point, ...]
    target: Hashable
    """What it leads to: equal for lines that may meet."""


@dataclass(frozen=True, slots=True)
class Head:
    """A head on the way of a line."""

    line: int
    """Position among the lines."""
    corner: int
    """The point of the line at which it stands."""
    back: float
    """How far its tip lies before that; negative for one on the piece behind it."""
    way: Way

    def tip(self, point: Point) -> Point:
        """Return where its tip is, given where that point of the line is."""
        return point[0] - self.back * self.way[0], point[1] - self.back * self.way[1]


@dataclass(slots=True)
class Obstacles:
    """What no head may cover."""

    boxes: list[Box] = field(default_factory=list)
    """Symbols and words."""
    diamonds: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    """Lines that lead nowhere, as between symbols that act jointly."""


def head_box(tip: Point, way: Way) -> Box:
    """Return the box that holds a head."""
    return _box(tip, way, 0.0, LENGTH, HALF)


def _box(tip: Point, way: Way, near: float, far: float, half: float) -> Box:
    (x, y), (dx, dy) = tip, way
    xs = sorted((x - near * dx, x - far * dx))
    ys = sorted((y - near * dy, y - far * dy))
    across, down = half * abs(dy), half * abs(dx)
    return Box(xs[0] - across, ys[0] - down, xs[1] + across, ys[1] + down)


def _slices(tip: Point, way: Way) -> list[Box]:
    """Cut a head into boxes, from its tip on."""
    part = LENGTH / SLICES
    return [
        _box(tip, way, i * part, (i + 1) * part, HALF * (i + 1) / SLICES) for i in range(SLICES)
    ]


def way_of(a: Point, b: Point) -> Way:
    """Return the direction of a straight piece."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    if abs(dx) > abs(dy):
        return (1 if dx > 0 else -1), 0
    return 0, (1 if dy > 0 else -1)


def meeting_corners(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield (line, corner) where a line turns into another one that leads to the same.

    Of two that turn into a common stretch from two sides, both do; of one that turns and one that runs straight
    on, the one that turns.
    """
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        groups[line.target].append(n)
    for group in groups.values():
        for n in group:
            for corner in range(1, len(lines[n].points) - 1):
                if any(_comes_into(lines[n], corner, lines[m]) for m in group if m != n):
                    yield n, corner


def _comes_into(line: Line, corner: int, other: Line) -> bool:
    """Whether a line turns, at a corner, onto another one that comes there from elsewhere."""
    before, at, after = line.points[corner - 1 : corner + 2]
    came, goes = way_of(before, at), way_of(at, after)
    points = other.points
    for i, (a, b) in enumerate(pairwise(points)):
        if way_of(a, b) == goes and _runs_on(a, b, at, goes):
            starts_here = _near(a, at)
            return not (starts_here and i > 0 and way_of(points[i - 1], a) == came)
    return False


def _runs_on(a: Point, b: Point, at: Point, way: Way) -> bool:
    """Whether a piece that runs a way passes a point, or starts there, and goes on."""
    along, across = (0, 1) if way[0] else (1, 0)
    sign = way[along]
    return (
        abs(a[across] - at[across]) < EPSILON
        and sign * (at[along] - a[along]) > -EPSILON
        and sign * (b[along] - at[along]) > EPSILON
    )


def _near(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < EPSILON and abs(a[1] - b[1]) < EPSILON


def meeting_heads(lines: Sequence[Line], obstacles: Obstacles) -> list[Head]:
    """Find a place for a head wherever a line comes into another one.

    Lines that come into another one together share their head: each has it in the result. The heads at the ends of
    the lines are none of it; the others keep clear of them. A head is left out only where there is no room for it.
    """
    return _Placer(lines, obstacles).place()


class _Placer:
    """Places the heads of one drawing, those with least room first."""

    def __init__(self, lines: Sequence[Line], obstacles: Obstacles) -> None:
        self.lines, self.obstacles = lines, obstacles
        self.heads: list[tuple[object, list[Box]]] = [
            (None, _slices(line.points[-1], way_of(*line.points[-2:]))) for line in lines
        ]
        """Where each head meets a line (None at a symbol), and its slices."""
        self.pieces = [
            (line.target, _thin(a, b))
            for line in (*lines, *obstacles.lines)
            for a, b in pairwise(line.points)
        ]

    def place(self) -> list[Head]:
        """Return the heads, line by line."""
        meetings: defaultdict[_Meeting, list[tuple[float, int, int]]] = defaultdict(list)
        for n, corner in meeting_corners(self.lines):
            before, at = self.lines[n].points[corner - 1 : corner + 1]
            meeting = self.lines[n].target, round(at[0], 1), round(at[1], 1), way_of(before, at)
            meetings[meeting].append((_length(before, at), n, corner))
        found: list[Head] = []
        for meeting, members in sorted(meetings.items(), key=lambda item: max(item[1])):
            _, n, corner = max(members)
            head = self._find(meeting, n, corner)
            if head is None:
                continue
            self.heads.append((meeting[:3], _slices(*self._tip_of(head))))
            found += [
                replace(head, line=m, corner=c) if m != n else head
                for length, m, c in members
                if m == n or (head.corner == corner and length >= head.back + LENGTH)
            ]
        return sorted(found, key=lambda head: (head.line, head.corner))

    def _tip_of(self, head: Head) -> tuple[Point, Way]:
        return head.tip(self.lines[head.line].points[head.corner]), head.way

    def _find(self, meeting: _Meeting, n: int, corner: int) -> Head | None:
        """Find the free place that is nearest to a meeting: on the piece before it, on an earlier one, or behind it."""
        for at in (*self._before(n, corner), corner + 1):
            near = self._near(meeting, n, at)
            for clear, head in product(DISTANCES, [*self._along(n, at, corner)]):
                if near.leave_free(*self._tip_of(head), clear):
                    return head
        return None

    def _before(self, n: int, corner: int) -> Iterator[int]:
        """Yield a corner and those that lie a little before it."""
        points, way = self.lines[n].points, 0.0
        for at in range(corner, 0, -1):
            yield at
            way += _length(*points[at - 1 : at + 1])
            if way > BACK[-1]:
                return

    def _along(self, n: int, at: int, corner: int) -> Iterator[Head]:
        """Yield the places on the piece before a point, from there back; behind the corner, from there on."""
        a, b = self.lines[n].points[at - 1 : at + 1]
        for back in BACK:
            if back > _length(a, b) - LENGTH + EPSILON or (at != corner and back < EARLIER):
                continue
            if at <= corner:
                yield Head(n, at, back, way_of(a, b))
            elif back <= LENGTH:
                yield Head(n, corner, -LENGTH - back, way_of(a, b))

    def _near(self, meeting: _Meeting, n: int, corner: int) -> _Near:
        """Return what a head on the piece before a corner must keep clear of: all but the lines that meet."""
        piece = _thin(*self.lines[n].points[corner - 1 : corner + 1])
        at = meeting[:3]
        return _Near(
            [b for b in self.obstacles.boxes if b.meets(piece, NEAR)]
            + [
                b for place, head in self.heads if place != at for b in head if b.meets(piece, NEAR)
            ],
            [d for d in self.obstacles.diamonds if d.meets(piece, NEAR)],
            [b for target, b in self.pieces if target != meeting[0] and b.meets(piece, NEAR)],
        )


@dataclass(frozen=True, slots=True)
class _Near:
    """What stands near a piece."""

    boxes: list[Box]
    diamonds: list[Box]
    lines: list[Box]

    def leave_free(self, tip: Point, way: Way, clear: float) -> bool:
        """Whether a head covers nothing and keeps a distance."""
        keep, slices = max(clear, LEAST), _slices(tip, way)
        core = [_box(tip, way, 0.0, LENGTH, CORE)]
        return not (
            _any_meets(slices, self.boxes, keep)
            or any(s.meets_diamond(d, keep) for s in slices for d in self.diamonds)
            or _any_meets(slices if clear else core, self.lines, keep)
        )


def _any_meets(slices: Sequence[Box], others: Iterable[Box], clear: float) -> bool:
    return any(s.meets(other, clear) for other in others for s in slices)


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _thin(a: Point, b: Point) -> Box:
    return Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
