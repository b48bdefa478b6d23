"""Measure the layout of flows: how good the pictures are, and how long they take.

    python -m benchmarks.layout [--flows 60]

The same made-up flows are also drawn by a naive router that joins the middles of sides by straight, L and
Z shapes and looks at nothing else.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from itertools import combinations, pairwise

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout import Ukuran, susun_tata_letak
from tests.flows import PLAIN, TWISTED, Traits, flow
from tests.layout.geometry import EPSILON, Page, Piece, Point, beside, kin

Path = list[Point]


@dataclass
class Score:
    """What is counted in a set of drawings."""

    arrows: int = 0
    crossings: int = 0
    bends: int = 0
    length: float = 0.0
    """Metres."""
    through_symbols: int = 0
    overlaps: int = 0
    seconds: float = field(default=0.0)
    """Of the processor."""

    def add(self, other: Score) -> None:
        """Add the counts of another drawing."""
        for f in fields(self):
            setattr(self, f.name, getattr(self, f.name) + getattr(other, f.name))


def naive_paths(page: Page) -> list[Path]:
    """Return the paths of someone who looks at nothing but the two symbols."""
    return [_naive(page, panah.dari, panah.ke) for panah in page.alur.panah]


def _naive(page: Page, dari: int, ke: int) -> Path:
    """Join the middles of two sides by a straight line, an L, a Z, or a loop."""
    (xa, ya), (xb, yb) = page.centres[dari], page.centres[ke]
    a, b = page.tata.simpul[dari], page.tata.simpul[ke]
    right, gutter = xa + a.lebar / 2, xa + page.lane / 2
    if dari == ke:
        top = ya - a.tinggi / 2 - page.tata.ukuran.ruang / 2
        return [(right, ya), (gutter, ya), (gutter, top), (xa, top), (xa, ya - a.tinggi / 2)]
    if xa == xb and yb < ya:
        return [(right, ya), (gutter, ya), (gutter, yb), (right, yb)]
    side = 1 if xb >= xa else -1
    leave = (xa + side * a.lebar / 2, ya)
    if abs(yb - ya) < EPSILON:
        return [leave, (xb - side * b.lebar / 2, yb)]
    if yb < ya:
        return [leave, (xb, ya), (xb, yb + b.tinggi / 2)]
    start, end, middle = (xa, ya + a.tinggi / 2), (xb, yb - b.tinggi / 2), (ya + yb) / 2
    return [start, end] if xa == xb else [start, (xa, middle), (xb, middle), end]


def score(page: Page, paths: list[Path]) -> Score:
    """Count what there is to see."""
    pieces = [list(pairwise(path)) for path in paths]
    found = Score(arrows=len(paths), bends=sum(len(path) - 2 for path in paths))
    found.length = (
        sum(abs(xa - xb) + abs(ya - yb) for p in pieces for (xa, ya), (xb, yb) in p) / 1000
    )
    for e, f in combinations(range(len(paths)), 2):
        found.crossings += sum(_cross(p, q) for p in pieces[e] for q in pieces[f])
        if not kin(page.alur, e, f):
            found.overlaps += any(beside(p, q) for p in pieces[e] for q in pieces[f])
    for piece in (p for own in pieces for p in own):
        symbols = range(len(page.alur.simpul))
        found.through_symbols += sum(page.inside(i, page.nearest(i, piece), 0.1) for i in symbols)
    return found


def _cross(p: Piece, q: Piece) -> bool:
    if (p[0][0] == p[1][0]) == (q[0][0] == q[1][0]):
        return False
    upright, level = (p, q) if p[0][0] == p[1][0] else (q, p)
    x, y = upright[0][0], level[0][1]
    xs, ys = sorted((level[0][0], level[1][0])), sorted((upright[0][1], upright[1][1]))
    return xs[0] + 0.01 < x < xs[1] - 0.01 and ys[0] + 0.01 < y < ys[1] - 0.01


def compare(flows: Iterable[Alur], ukuran: Ukuran) -> tuple[Score, Score, int]:
    """Return the scores of the layout and of the naive router, and how many rules were broken."""
    ours, naive, broken = Score(), Score(), 0
    for alur in flows:
        start = time.process_time()
        tata = susun_tata_letak(alur, ukuran)
        ours.seconds += time.process_time() - start
        page = Page(alur, tata)
        ours.add(score(page, page.paths))
        naive.add(score(page, naive_paths(page)))
        broken += tata.bentrok
    return ours, naive, broken


def _line(name: str, score: Score, seconds: str) -> str:
    return (
        f"{name:<28}{score.arrows:>7}{score.crossings:>11}{score.bends:>7}{score.length:>9.1f}"
        f"{score.through_symbols:>9}{score.overlaps:>10}{seconds:>9}"
    )


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flows", type=int, default=60, help="flows of each kind")
    args = parser.parse_args()
    print(
        f"{'':<28}{'arrows':>7}{'crossings':>11}{'bends':>7}{'metres':>9}{'through':>9}{'overlaps':>10}{'s':>9}"
    )
    kinds: tuple[tuple[str, Traits, int, int, float], ...] = (
        ("plain, 14 steps, 5 lanes", PLAIN, 14, 5, 20.0),
        ("plain, 30 steps, 7 lanes", PLAIN, 30, 7, 16.0),
        ("plain, 20 steps, 12 lanes", PLAIN, 20, 12, 10.0),
        ("twisted, 14 steps, 5 lanes", TWISTED, 14, 5, 20.0),
        ("twisted, 25 steps, 10 lanes", TWISTED, 25, 10, 12.0),
    )
    for name, traits, steps, lanes, width in kinds:
        flows = [flow(seed, steps, lanes, traits) for seed in range(args.flows)]
        ours, naive, broken = compare(flows, Ukuran(lane=width))
        print(_line(name, ours, f"{ours.seconds:.2f}"), f"  broken rules: {broken}")
        print(_line("  naive", naive, ""))
    print()
    for steps, traits, name in (
        (10, PLAIN, "plain"),
        (10, TWISTED, "twisted"),
        (100, PLAIN, "plain"),
        (100, TWISTED, "twisted"),
        (1000, PLAIN, "plain"),
    ):
        alur = flow(1, steps, 8, traits)
        start = time.process_time()
        broken = susun_tata_letak(alur).bentrok
        seconds = time.process_time() - start
        arrows = len(alur.panah)
        print(
            f"{steps:>5} steps, {name:<8}{arrows:>6} arrows{seconds:>9.3f} s, broken rules: {broken}"
        )


if __name__ == "__main__":
    main()
