"""What a drawing must keep, checked on its points alone, without anything of the router.

Each function returns what is wrong, as words, so that a failing test says where to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import hypot

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout import LetakLabel, Sandar, TataLetak, Titik
from buku_sop.model import Simbol

Point = tuple[float, float]
Piece = tuple[Point, Point]

HEAD = 2.0
"""Least length of a piece that carries an arrow head, in mm."""
LENGTH, BROAD = 1.9, 0.75
"""Length and half the breadth of the heads that are drawn."""
APART = 0.3
"""Lines nearer than this look like one, in mm."""
FAR = 8.1
"""Most that a label may lie away from its arrow, in mm; hardly any does."""
EPSILON = 2e-3
"""Points are rounded to a hundred-thousandth of a lane and to a thousandth of a millimetre."""


@dataclass(frozen=True)
class Rectangle:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rectangle) -> bool:
        return (
            self.left < other.right - EPSILON
            and other.left < self.right - EPSILON
            and self.top < other.bottom - EPSILON
            and other.top < self.bottom - EPSILON
        )


class Page:
    """A layout in millimetres, with rows of given heights."""

    def __init__(self, alur: Alur, tata: TataLetak, heights: Sequence[float] | None = None) -> None:
        self.alur, self.tata = alur, tata
        self.lane = tata.ukuran.lane
        self.width = alur.jumlah_lane * self.lane
        self.heights = list(heights or tata.tinggi_baris)
        self.tops = [0.0]
        for height in self.heights:
            self.tops.append(self.tops[-1] + height)
        self.paths = [[self.at(t) for t in jalur.titik] for jalur in tata.jalur]
        self.ties = [[self.at(t) for t in ikatan] for ikatan in tata.ikatan]
        self.centres = [self.at(letak.tengah) for letak in tata.simpul]

    def at(self, titik: Titik) -> Point:
        middle = self.tops[titik.baris] + self.heights[titik.baris] / 2
        return titik.x * self.lane, middle + titik.dy

    def box(self, i: int) -> Rectangle:
        (x, y), letak = self.centres[i], self.tata.simpul[i]
        return Rectangle(
            x - letak.lebar / 2, y - letak.tinggi / 2, x + letak.lebar / 2, y + letak.tinggi / 2
        )

    def label_box(self, label: LetakLabel) -> Rectangle:
        x, y = self.at(label.titik)
        left = (
            x
            - {Sandar.KIRI: 0.0, Sandar.TENGAH: 0.5, Sandar.KANAN: 1.0}[label.sandar] * label.lebar
        )
        return Rectangle(left, y - label.tinggi / 2, left + label.lebar, y + label.tinggi / 2)

    def inside(self, i: int, point: Point, margin: float = 0.0) -> bool:
        """Whether a point lies within the outline of a symbol, by more than a margin."""
        (x, y), letak = self.centres[i], self.tata.simpul[i]
        across, down = abs(point[0] - x), abs(point[1] - y)
        w, h = letak.lebar / 2 - margin, letak.tinggi / 2 - margin
        simbol = self.alur.simpul[i].simbol
        if simbol is Simbol.BELAH_KETUPAT:
            return across / w + down / h < 1
        if simbol is Simbol.KAPSUL and across > w - h:
            return hypot(across - (w - h), down) < h
        return across < w and down < h

    def nearest(self, i: int, piece: Piece) -> Point:
        """The point of a piece that lies deepest in a symbol, if any does."""
        (xa, ya), (xb, yb) = piece
        x, y = self.centres[i]
        return min(max(x, min(xa, xb)), max(xa, xb)), min(max(y, min(ya, yb)), max(ya, yb))


def problems(alur: Alur, tata: TataLetak, heights: Sequence[float] | None = None) -> list[str]:
    """Return everything that is wrong with a drawing."""
    page = Page(alur, tata, heights)
    return [
        *broken_rules(page),
        *crooked(page),
        *outside(page),
        *through_symbols(page),
        *on_one_line(page),
        *badly_ended(page),
        *bad_ties(page),
        *bad_labels(page),
        *bad_heads(page),
    ]


def broken_rules(page: Page) -> Iterator[str]:
    if page.tata.bentrok:
        yield f"{page.tata.bentrok} rules broken by the router's own count"


def crooked(page: Page) -> Iterator[str]:
    for e, jalur in enumerate(page.tata.jalur):
        if jalur.panah != e or len(jalur.titik) < 2:
            yield f"path {e} is not that of arrow {e}"
        for a, b in pairwise(jalur.titik):
            level = a.baris == b.baris and a.dy == b.dy
            if (a.x == b.x) == level:
                yield f"arrow {e} runs neither straight down nor straight across, {a} to {b}"
        for (a, b), (_, c) in pairwise(pairwise(jalur.titik)):
            if (a.x == b.x) == (b.x == c.x):
                yield f"arrow {e} has a corner that is none at {b}"


def outside(page: Page) -> Iterator[str]:
    for e, jalur in enumerate(page.tata.jalur):
        for titik in jalur.titik:
            if not 0.2 <= titik.x * page.lane <= page.width - 0.2:
                yield f"arrow {e} leaves the lanes at {titik}"
            if abs(titik.dy) > page.tata.tinggi_baris[titik.baris] / 2 - 0.5:
                yield f"arrow {e} turns on the border of a row at {titik}"
    for i, simpul in enumerate(page.alur.simpul):
        letak = page.tata.simpul[i]
        if (letak.tengah.x, letak.tengah.baris) != (simpul.lane + 0.5, simpul.langkah):
            yield f"symbol {i} is not in the middle of its lane"
        free = page.tata.tinggi_baris[simpul.langkah] / 2 - abs(letak.tengah.dy) - letak.tinggi / 2
        if free < page.tata.ukuran.ruang - EPSILON:
            yield f"only {free} mm free above or under symbol {i}"
        if page.lane - letak.lebar < 2.0:
            yield f"symbol {i} fills its lane"
    for i, j in combinations(range(len(page.alur.simpul)), 2):
        if page.box(i).meets(page.box(j)):
            yield f"symbols {i} and {j} overlap"


def through_symbols(page: Page) -> Iterator[str]:
    lines = [(f"arrow {e}", path) for e, path in enumerate(page.paths)]
    lines += [(f"tie {n}", path) for n, path in enumerate(page.ties)]
    for name, path in lines:
        for piece in pairwise(path):
            for i in range(len(page.alur.simpul)):
                if page.inside(i, page.nearest(i, piece), EPSILON):
                    yield f"{name} runs through symbol {i}"


def on_one_line(page: Page) -> Iterator[str]:
    for e, f in combinations(range(len(page.paths)), 2):
        for p in pairwise(page.paths[e]):
            for q in pairwise(page.paths[f]):
                if not beside(p, q):
                    continue
                if not kin(page.alur, e, f):
                    yield f"arrows {e} and {f} lie on one line"
                elif _direction(p) != _direction(q) and _distance(p, q) < EPSILON:
                    yield f"arrows {e} and {f} run against each other on one line"
    for e, path in enumerate(page.paths):
        for tie in page.ties:
            if any(beside(p, (tie[0], tie[1])) for p in pairwise(path)):
                yield f"arrow {e} lies on a line that joins symbols"
        for n, p in enumerate(pairwise(path)):
            for q in list(pairwise(path))[n + 1 :]:
                if beside(p, q):
                    yield f"arrow {e} runs back on itself"


def kin(alur: Alur, e: int, f: int) -> bool:
    """Whether two arrows may share a line: they merge, or they fork without a choice."""
    a, b = alur.panah[e], alur.panah[f]
    return a.ke == b.ke or (a.dari == b.dari and a.cabang is None and b.cabang is None)


def _direction(piece: Piece) -> tuple[int, int]:
    (xa, ya), (xb, yb) = piece
    return (xb > xa) - (xb < xa), (yb > ya) - (yb < ya)


def _distance(p: Piece, q: Piece) -> float:
    across = 0 if p[0][0] == p[1][0] else 1
    return abs(p[0][across] - q[0][across])


def beside(p: Piece, q: Piece) -> bool:
    """Whether two pieces run beside each other so near that they look like one line."""
    upright = p[0][0] == p[1][0]
    if upright != (q[0][0] == q[1][0]) or _distance(p, q) >= APART:
        return False
    along = 1 if upright else 0
    lo = max(min(p[0][along], p[1][along]), min(q[0][along], q[1][along]))
    hi = min(max(p[0][along], p[1][along]), max(q[0][along], q[1][along]))
    return hi - lo > EPSILON


def badly_ended(page: Page) -> Iterator[str]:
    for e, (panah, path) in enumerate(zip(page.alur.panah, page.paths, strict=True)):
        for i, end, other in ((panah.dari, path[0], path[1]), (panah.ke, path[-1], path[-2])):
            if page.inside(i, end, 2 * EPSILON) or not page.inside(i, end, -2 * EPSILON):
                yield f"arrow {e} does not end on the outline of symbol {i}"
            x, y = page.centres[i]
            outward = (other[0] - end[0]) * (end[0] - x) + (other[1] - end[1]) * (end[1] - y)
            if outward <= 0:
                yield f"arrow {e} touches symbol {i} from within"
        (xa, ya), (xb, yb) = path[-2:]
        if abs(xa - xb) + abs(ya - yb) < HEAD - EPSILON:
            yield f"arrow {e} has no room for its head"


def bad_ties(page: Page) -> Iterator[str]:
    pairs = [pair for group in page.alur.bersama for pair in pairwise(group)]
    if len(pairs) != len(page.ties):
        yield "not one tie for each two joint symbols"
    for (a, b), tie in zip(pairs, page.ties, strict=False):
        left, right = page.box(a), page.box(b)
        ends = (left.right, page.centres[a][1]), (right.left, page.centres[b][1])
        if any(hypot(p[0] - q[0], p[1] - q[1]) > EPSILON for p, q in zip(tie, ends, strict=True)):
            yield f"the tie of symbols {a} and {b} does not join them"


def bad_labels(page: Page) -> Iterator[str]:
    boxes: dict[int, Rectangle] = {}
    for e, (panah, jalur) in enumerate(zip(page.alur.panah, page.tata.jalur, strict=True)):
        label = jalur.label
        if (label.teks if label else "") != panah.label:
            yield f"arrow {e} is not labelled {panah.label!r}"
        if label:
            boxes[e] = page.label_box(label)
            if " ".join(label.larik).split() != panah.label.split():
                yield f"the lines of label {e} are not its text"
            if (
                abs(label.titik.dy) + label.tinggi / 2
                > page.tata.tinggi_baris[label.titik.baris] / 2
            ):
                yield f"label {e} leaves its row"
    for i, (simpul, words) in enumerate(zip(page.alur.simpul, page.tata.teks, strict=True)):
        if " ".join(words.larik if words else ()).split() != simpul.teks.split():
            yield f"the words of symbol {i} are not {simpul.teks!r}"
        if words and words.sandar is not Sandar.TENGAH:
            boxes[len(page.paths) + i] = page.label_box(words)
    for e, box in boxes.items():
        if box.left < 0 or box.right > page.width:
            yield f"label {e} leaves the lanes"
        if e >= len(page.paths):
            yield from on_label(page, e, box, boxes)
            continue
        near = Rectangle(box.left - FAR, box.top - FAR, box.right + FAR, box.bottom + FAR)
        if not any(near.meets(_thin(p)) for p in pairwise(page.paths[e])):
            yield f"label {e} is not at its arrow"
        yield from on_label(page, e, box, boxes)


def on_label(page: Page, e: int, box: Rectangle, boxes: dict[int, Rectangle]) -> Iterator[str]:
    for f, path in enumerate(page.paths):
        if any(box.meets(_thin(p)) for p in pairwise(path)):
            yield f"label {e} lies on arrow {f}"
    for tie in page.ties:
        if box.meets(_thin((tie[0], tie[1]))):
            yield f"label {e} lies on a tie"
    for i in range(len(page.alur.simpul)):
        x, y = page.centres[i]
        corner = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
        if page.inside(i, corner):
            yield f"label {e} lies on symbol {i}"
    for f, other in boxes.items():
        if f > e and box.meets(other):
            yield f"labels {e} and {f} overlap"


def _thin(piece: Piece) -> Rectangle:
    (xa, ya), (xb, yb) = piece
    return Rectangle(
        min(xa, xb) - EPSILON * 2,
        min(ya, yb) - EPSILON * 2,
        max(xa, xb) + EPSILON * 2,
        max(ya, yb) + EPSILON * 2,
    )


@dataclass(frozen=True)
class Arrowhead:
    tip: Point
    way: tuple[int, int]
    at: str

    def across(self, back: float, aside: float) -> Point:
        """A point so far behind the tip, and so far from the middle."""
        (x, y), (dx, dy) = self.tip, self.way
        return x - back * dx - aside * dy, y - back * dy + aside * dx

    def points(self) -> list[Point]:
        """Its corners, and some points of its sides and of its inside."""
        return [
            self.across(part * LENGTH, side * part * BROAD)
            for part in (0.0, 0.25, 0.5, 0.75, 1.0)
            for side in (-1, 0, 1)
        ]

    def holds(self, point: Point) -> bool:
        """Whether a point lies within it."""
        (x, y), (dx, dy) = self.tip, self.way
        back = (x - point[0]) * dx + (y - point[1]) * dy
        aside = abs((point[0] - x) * dy) + abs((point[1] - y) * dx)
        return 0 < back < LENGTH and aside < back / LENGTH * BROAD - EPSILON


def bad_heads(page: Page) -> Iterator[str]:
    """The heads where arrows meet: one wherever an arrow comes into another one, on nothing else."""
    ends = [
        Arrowhead(p[-1], _direction((p[-2], p[-1])), f"the end of {e}")
        for e, p in enumerate(page.paths)
    ]
    heads = {(page.at(t.titik), (t.kanan, t.turun)): t.panah for t in page.tata.temu}
    for e, place in met(page):
        if not any(_tells(page, e, place, *head) for head in heads):
            yield f"arrow {e} comes into another one at {place} without a head"
    for (tip, way), e in heads.items():
        head = Arrowhead(tip, way, f"a head of {e}")
        base = head.across(LENGTH, 0)
        if not any(
            _on(p, tip) and _on(p, base) and _direction(p) == way for p in pairwise(page.paths[e])
        ):
            yield f"{head.at} is not on its arrow"
        if any(
            page.inside(i, point, EPSILON)
            for i in range(len(page.centres))
            for point in head.points()
        ):
            yield f"{head.at} covers a symbol"
        labels = [page.label_box(jalur.label) for jalur in page.tata.jalur if jalur.label]
        if any(_holds(box, point) for box in labels for point in head.points()):
            yield f"{head.at} covers a label"
        axis = head.across(0.2, 0), base
        for f, path in enumerate(page.paths):
            if page.alur.panah[f].ke != page.alur.panah[e].ke and any(
                _touch(axis, q) for q in pairwise(path)
            ):
                yield f"{head.at} lies on arrow {f}"
        others = [
            *ends,
            *(Arrowhead(*other, "another head") for other in heads if other != (tip, way)),
        ]
        for other in others:
            if any(other.holds(point) for point in head.points()):
                yield f"{head.at} covers {other.at}"


def met(page: Page) -> Iterator[tuple[int, Point]]:
    """Yield where an arrow turns into another one with the same target: just before they lie apart, just behind not."""
    for e, path in enumerate(page.paths):
        for a, b, c in zip(path, path[1:], path[2:], strict=False):
            before, behind = _toward(b, a), _toward(b, c)
            for f, other in enumerate(page.paths):
                if f != e and page.alur.panah[f].ke == page.alur.panah[e].ke:
                    pieces = list(pairwise(other))
                    together = any(
                        _on(p, behind) and _direction(p) == _direction((b, c)) for p in pieces
                    )
                    if (
                        together
                        and any(_on(p, b) for p in pieces)
                        and not any(_on(p, before) for p in pieces)
                    ):
                        yield e, b
                        break


def _tells(page: Page, e: int, place: Point, tip: Point, way: tuple[int, int]) -> bool:
    """Whether a head on an arrow tells which way it runs at a place: a little before it, or just behind it."""
    along = 0.0
    distances = {}
    for p in pairwise(page.paths[e]):
        for name, point in (("tip", tip), ("place", place)):
            if _on(p, point) and (name == "place" or _direction(p) == way):
                distances[name] = along + abs(point[0] - p[0][0]) + abs(point[1] - p[0][1])
        along += abs(p[1][0] - p[0][0]) + abs(p[1][1] - p[0][1])
    return "tip" in distances and -2 * LENGTH - EPSILON < distances["place"] - distances["tip"] < 12


def _toward(a: Point, b: Point) -> Point:
    """A point next to another one, in the direction of a third."""
    dx, dy = _direction((a, b))
    return a[0] + 0.05 * dx, a[1] + 0.05 * dy


def _on(piece: Piece, point: Point) -> bool:
    return _holds(_thin(piece), point)


def _holds(box: Rectangle, point: Point) -> bool:
    return box.left < point[0] < box.right and box.top < point[1] < box.bottom


def _touch(p: Piece, q: Piece) -> bool:
    return _thin(p).meets(_thin(q))
