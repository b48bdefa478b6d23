"""A network as boxes in columns, and lines between them that run through no box. Lengths in pixels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.layout.layered.order import order
from buku_sop.layout.layered.place import heights
from buku_sop.layout.layered.ranks import ranks

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """Something to be placed; all are equally wide."""

    key: str
    height: float


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one box to another, or with `both` in both directions."""

    source: str
    target: str
    both: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """What all drawings of a page have in common."""

    width: float = 172
    """Of a box."""
    gap: float = 14
    """Between boxes of a column."""
    channel: float = 72
    """Between two columns."""
    widest: float = 1212
    """Of a drawing, where its channels can be narrowed that far."""
    narrowest: float = 34
    """Of a channel."""
    line: float = 6
    """What a line needs that passes a column."""
    margin: float = 4
    """Around the whole, for the outlines of boxes."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a box stands: its upper left corner, and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The way of a link from left to right.

    Between points of equal height it is straight; else it leaves and arrives level.
    """

    link: int
    """Which of the links."""
    points: tuple[Point, ...]
    right: bool
    """Whether its right end has an arrow head."""
    left: bool
    """Whether its left end has an arrow head."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A network, drawn."""

    width: float
    height: float
    spots: dict[str, Spot]
    """By key, from column to column and downwards: the order in which they are read."""
    curves: tuple[Curve, ...]


def arrange(
    boxes: Sequence[Box], links: Sequence[Link], measures: Measures | None = None
) -> Drawing:
    """Draw a network. Links are between different boxes, at most one for each pair.

    The same boxes and links, in the same order, give the same drawing.
    """
    return _Arranger(boxes, links, measures or Measures()).draw()


class _Arranger:
    """Draws one network. Nodes are numbers: the boxes first, then the places where lines pass columns."""

    def __init__(self, boxes: Sequence[Box], links: Sequence[Link], measures: Measures) -> None:
        self.boxes, self.links, self.measures = boxes, links, measures
        self.node = {box.key: i for i, box in enumerate(boxes)}
        self.size = {i: box.height for i, box in enumerate(boxes)}
        arcs = [(x.source, x.target) for x in links]
        arcs += [(x.target, x.source) for x in links if x.both]
        rank = ranks([box.key for box in boxes], arcs)
        self.column = {self.node[key]: c for key, c in rank.items()}
        self.left: dict[int, list[int]] = defaultdict(list)
        self.right: dict[int, list[int]] = defaultdict(list)
        self.chains = [self._chain(link) for link in links]

    def _chain(self, link: Link) -> list[int]:
        """List the nodes on the way of a link from left to right, making those between its boxes."""
        ends = sorted((self.node[link.source], self.node[link.target]), key=self.column.__getitem__)
        chain = [ends[0]]
        for column in range(self.column[ends[0]] + 1, self.column[ends[1]]):
            chain.append(len(self.size))
            self.size[chain[-1]] = self.measures.line
            self.column[chain[-1]] = column
        chain.append(ends[1])
        for a, b in pairwise(chain):
            self.right[a].append(b)
            self.left[b].append(a)
        return chain

    def draw(self) -> Drawing:
        columns: list[list[int]] = [[] for _ in range(max(self.column.values(), default=-1) + 1)]
        for node, column in self.column.items():
            columns[column].append(node)
        columns = order(columns, self.left, self.right)
        self.y = heights(columns, self.size, self._pull(), self.measures.gap)
        self.x = self._lefts(len(columns))
        m = self.measures
        y = {n: value + m.margin for n, value in self.y.items()}
        spots = {
            self.boxes[n].key: Spot(
                self.x[c], round(y[n] - self.size[n] / 2, 1), m.width, self.size[n]
            )
            for c, column in enumerate(columns)
            for n in column
            if n < len(self.boxes)
        }
        bottom = max((y[n] + self.size[n] / 2 for n in y), default=0.0)
        right = self.x[-1] + m.width if columns else 0.0
        curves = tuple(self._curve(i, spots) for i in range(len(self.links)))
        return Drawing(right + m.margin, round(bottom + m.margin, 1), spots, curves)

    def _pull(self) -> dict[int, list[tuple[int, float]]]:
        """What draws a node up or down: its neighbours, and long lines to themselves, so that they are straight."""
        boxes = len(self.boxes)
        return {
            n: [
                (m, 1.0 + 2.0 * (n >= boxes) + 2.0 * (m >= boxes))
                for m in (*self.left[n], *self.right[n])
            ]
            for n in self.size
        }

    def _lefts(self, columns: int) -> list[float]:
        """Return the left edge of each column."""
        m = self.measures
        room = m.widest - 2 * m.margin - columns * m.width
        channel = min(m.channel, max(m.narrowest, room / max(1, columns - 1)))
        return [round(m.margin + c * (m.width + channel), 1) for c in range(columns)]

    def _curve(self, i: int, spots: dict[str, Spot]) -> Curve:
        link, chain, m = self.links[i], self.chains[i], self.measures
        points: list[Point] = []
        for k, node in enumerate(chain):
            x = self.x[self.column[node]]
            if node >= len(self.boxes):
                height = round(self.y[node] + m.margin, 1)
                points += [(x, height), (x + m.width, height)]
            elif k == 0:
                points.append((x + m.width, self._port(node, chain[1], self.right, spots)))
            else:
                points.append((x, self._port(node, chain[-2], self.left, spots)))
        forth = chain[0] == self.node[link.source]
        return Curve(i, tuple(points), forth or link.both, not forth or link.both)

    def _port(
        self, node: int, other: int, side: dict[int, list[int]], spots: dict[str, Spot]
    ) -> float:
        """Return the height at which a line meets a box: spread over its side, in the order of the other ends."""
        spot = spots[self.boxes[node].key]
        ends = sorted(side[node], key=lambda n: (self.y[n], n))
        room = spot.height - 16
        step = min(11.0, room / (len(ends) - 1)) if len(ends) > 1 else 0.0
        shift = (ends.index(other) - (len(ends) - 1) / 2) * step
        return round(spot.y + spot.height / 2 + shift, 1)
