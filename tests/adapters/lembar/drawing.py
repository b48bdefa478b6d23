"""Reads a page's drawing back from the PDF's own commands, in mm from the page's upper left corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from typing import Any

import pikepdf

PT = 25.4 / 72
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass
class Path:
    """A path that was painted."""

    points: list[Point]
    operator: str


@dataclass
class Drawing:
    """What the flow of a page is drawn with."""

    heads: list[Path] = field(default_factory=list)
    outlines: list[Path] = field(default_factory=list)
    """Symbols and off-page connectors."""
    lines: list[Path] = field(default_factory=list)
    """What else is stroked: arrows, and the lines of tables."""


def read_drawing(page: pikepdf.Page) -> Drawing:
    """Sort the painted paths of a page: heads are filled triangles, outlines have four or five corners.

    A capsule's outline has eight, and is stroked by itself.
    """
    drawing = Drawing()
    for path in _paths(page):
        corners = len(set(path.points))
        if path.operator == "f" and corners == 3:
            drawing.heads.append(path)
        elif (path.operator == "B" and corners in {4, 5}) or (
            path.operator == "S" and corners == 8 and len(path.points) == 9
        ):
            drawing.outlines.append(path)
        elif path.operator == "S":
            drawing.lines.append(path)
    return drawing


def squares(page: pikepdf.Page, size: float) -> list[tuple[float, float, float, float]]:
    """Return the stroked squares of a size in mm: left, top, right, bottom."""
    found = []
    for path in _paths(page):
        xs, ys = zip(*path.points, strict=True)
        box = (min(xs), min(ys), max(xs), max(ys))
        sides = (box[2] - box[0], box[3] - box[1])
        if path.operator == "S" and all(abs(side - size) < 0.1 for side in sides):
            found.append(box)
    return found


def tip(head: Path) -> Point:
    """The corner of an arrow head that points: the one between the two equal sides."""
    a, b, c = sorted(set(head.points))
    corners = [(a, b, c), (b, a, c), (c, a, b)]
    return min(corners, key=lambda k: abs(_far(k[0], k[1]) - _far(k[0], k[2])))[0]


def _far(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def on_outline(point: Point, path: Path, tolerance: float = 0.25) -> bool:
    """Whether a point lies on the outline of a shape."""
    closed = [*path.points, path.points[0]]
    return any(_distance(point, a, b) < tolerance for a, b in pairwise(closed))


def on_line(point: Point, path: Path, tolerance: float = 0.25) -> bool:
    """Whether a point lies on a line."""
    return any(_distance(point, a, b) < tolerance for a, b in pairwise(path.points))


def _distance(p: Point, a: Point, b: Point) -> float:
    length = _far(a, b)
    if length == 0:
        return _far(p, a)
    t = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length**2
    t = max(0.0, min(1.0, t))
    return _far(p, (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))


def instructions(page: pikepdf.Page) -> Iterator[tuple[list[Any], str]]:
    """Yield the commands of a page: (operands, operator)."""
    for instruction in pikepdf.parse_content_stream(page):
        yield list(instruction.operands), str(instruction.operator)


def _paths(page: pikepdf.Page) -> list[Path]:
    height = float(page.mediabox[3]) * PT
    matrix = IDENTITY
    stack: list[Matrix] = []
    points: list[Point] = []
    found: list[Path] = []

    def place(x: float, y: float) -> Point:
        a, b, c, d, e, f = matrix
        return round((a * x + c * y + e) * PT, 3), round(height - (b * x + d * y + f) * PT, 3)

    for operands, name in instructions(page):
        numbers: list[float] = []
        if name in {"cm", "m", "l", "c", "re"}:
            numbers = [float(n) for n in operands]
        if name == "q":
            stack.append(matrix)
        elif name == "Q":
            matrix = stack.pop()
        elif name == "cm":
            matrix = times(numbers, matrix)
        elif name in {"m", "l"}:
            points.append(place(numbers[0], numbers[1]))
        elif name == "c":
            points.append(place(numbers[4], numbers[5]))
        elif name == "re":
            x, y, w, h = numbers
            points += [place(x, y), place(x + w, y), place(x + w, y + h), place(x, y + h)]
        elif name in {"f", "f*", "S", "s", "B", "b", "B*", "b*", "n"}:
            if points and name != "n":
                found.append(Path(points, name))
            points = []
    return found


def times(m: Sequence[float], n: Matrix) -> Matrix:
    """Apply a matrix before another, as `cm` does."""
    a, b, c, d, e, f = m
    return (
        a * n[0] + b * n[2],
        a * n[1] + b * n[3],
        c * n[0] + d * n[2],
        c * n[1] + d * n[3],
        e * n[0] + f * n[2] + n[4],
        e * n[1] + f * n[3] + n[5],
    )
