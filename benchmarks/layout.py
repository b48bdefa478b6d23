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

from macros.analysis.alur import Alur
from macros.layout import TataLetak, Titik, Ukuran, susun_tata_letak
from macros.model import Simbol
from tests.flows import PLAIN, TWISTED, Traits, flow

Point = tuple[float, float]
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

    def add(self, other: Score) -> None:
        """Add the counts of another drawing."""
        for f in fields(self):
            setattr(self, f.name, getattr(self, f.name) + getattr(other, f.name))


class Scene:
    """A layout in millimetres of the page, with its rows at their least height."""

    def __init__(self, alur: Alur, tata: TataLetak) -> None:
        self.alur, self.tata = alur, tata
        self.tops = [0.0]
        for height in tata.tinggi_baris:
            self.tops.append(self.tops[-1] + height)

    def point(self, titik: Titik) -> Point:
        """Return the place of a point."""
        middle = (self.tops[titik.baris] + self.tops[titik.baris + 1]) / 2
        return titik.x * self.tata.ukuran.lane, middle + titik.dy

    def paths(self) -> list[Path]:
        """Return the paths that the layout found."""
        return [[self.point(t) for t in jalur.titik] for jalur in self.tata.jalur]

    def naive(self) -> list[Path]:
        """Return the paths of someone who looks at nothing but the two symbols."""
        found = []
        for panah in self.alur.panah:
            a, b = self.tata.simpul[panah.dari], self.tata.simpul[panah.ke]
            (xa, ya), (xb, yb) = self.point(a.tengah), self.point(b.tengah)
            side = 1 if xb >= xa else -1
            if panah.dari == panah.ke or (xa == xb and yb < ya):
                right, left = xa + a.lebar / 2, xa + self.tata.ukuran.lane / 2
                path = [(right, ya), (left, ya), (left, yb), (right, yb)]
                if panah.dari == panah.ke:
                    top = ya - self.tata.ukuran.ruang / 2 - a.tinggi / 2
                    path = [
                        (right, ya),
                        (left, ya),
                        (left, top),
                        (xa, top),
                        (xa, ya - a.tinggi / 2),
                    ]
            elif abs(yb - ya) < 1e-6:
                path = [(xa + side * a.lebar / 2, ya), (xb - side * b.lebar / 2, yb)]
            elif yb < ya:
                path = [(xa + side * a.lebar / 2, ya), (xb, ya), (xb, yb + b.tinggi / 2)]
            else:
                middle = (ya + yb) / 2
                start, end = (xa, ya + a.tinggi / 2), (xb, yb - b.tinggi / 2)
                path = [start, end] if xa == xb else [start, (xa, middle), (xb, middle), end]
            found.append(path)
        return found

    def score(self, paths: list[Path]) -> Score:
        """Count what there is to see."""
        score = Score(arrows=len(paths))
        score.bends = sum(len(path) - 2 for path in paths)
        score.length = (
            sum(abs(xa - xb) + abs(ya - yb) for p in paths for (xa, ya), (xb, yb) in pairwise(p))
            / 1000
        )
        pieces = [list(pairwise(path)) for path in paths]
        for e, f in combinations(range(len(paths)), 2):
            score.crossings += sum(_cross(p, q) for p in pieces[e] for q in pieces[f])
            if not self._kin(e, f):
                score.overlaps += any(_overlap(p, q) for p in pieces[e] for q in pieces[f])
        for own in pieces:
            score.through_symbols += sum(self._hits(piece) for piece in own)
        return score

    def _kin(self, e: int, f: int) -> bool:
        a, b = self.alur.panah[e], self.alur.panah[f]
        return a.ke == b.ke or (a.dari == b.dari and not a.label and not b.label)

    def _hits(self, piece: tuple[Point, Point]) -> int:
        """How many symbols a piece runs through."""
        (xa, ya), (xb, yb) = piece
        hits = 0
        for simpul, letak in zip(self.alur.simpul, self.tata.simpul, strict=True):
            (x, y), w, h = self.point(letak.tengah), letak.lebar / 2 - 0.1, letak.tinggi / 2 - 0.1
            across = max(min(xa, xb) - x, x - max(xa, xb), 0.0) / w
            down = max(min(ya, yb) - y, y - max(ya, yb), 0.0) / h
            diamond = simpul.simbol is Simbol.BELAH_KETUPAT
            hits += across + down < 1 if diamond else across < 1 and down < 1
        return hits


def _cross(p: tuple[Point, Point], q: tuple[Point, Point]) -> bool:
    if (p[0][0] == p[1][0]) == (q[0][0] == q[1][0]):
        return False
    (vertical, horizontal) = (p, q) if p[0][0] == p[1][0] else (q, p)
    x, y = vertical[0][0], horizontal[0][1]
    xs, ys = sorted((horizontal[0][0], horizontal[1][0])), sorted((vertical[0][1], vertical[1][1]))
    return xs[0] + 0.01 < x < xs[1] - 0.01 and ys[0] + 0.01 < y < ys[1] - 0.01


def _overlap(p: tuple[Point, Point], q: tuple[Point, Point]) -> bool:
    for across, along in ((0, 1), (1, 0)):
        if p[0][across] == p[1][across] and q[0][across] == q[1][across]:
            lo = max(min(p[0][along], p[1][along]), min(q[0][along], q[1][along]))
            hi = min(max(p[0][along], p[1][along]), max(q[0][along], q[1][along]))
            return abs(p[0][across] - q[0][across]) < 0.3 and lo < hi - 0.01
    return False


def compare(flows: Iterable[Alur], ukuran: Ukuran) -> tuple[Score, Score, int, int]:
    """Return the scores of the layout and of the naive router, broken rules, and shortened labels."""
    ours, naive = Score(), Score()
    broken = labels = 0
    for alur in flows:
        start = time.perf_counter()
        tata = susun_tata_letak(alur, ukuran)
        ours.seconds += time.perf_counter() - start
        scene = Scene(alur, tata)
        ours.add(scene.score(scene.paths()))
        naive.add(scene.score(scene.naive()))
        broken += tata.bentrok
        labels += sum(1 for jalur in tata.jalur if jalur.label)
    return ours, naive, broken, labels


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
        ours, naive, broken, _ = compare(flows, Ukuran(lane=width))
        print(_line(name, ours, f"{ours.seconds:.2f}"), f"  broken rules: {broken}")
        print(_line("  naive", naive, ""))
    print()
    for steps in (10, 100, 1000):
        for traits, name in ((PLAIN, "plain"), (TWISTED, "twisted")):
            alur = flow(1, steps, 8, traits)
            start = time.perf_counter()
            tata = susun_tata_letak(alur)
            seconds = time.perf_counter() - start
            print(
                f"{steps:>5} steps, {name:<8}{len(alur.panah):>6} arrows{seconds:>9.3f} s, broken {tata.bentrok}"
            )


if __name__ == "__main__":
    main()
