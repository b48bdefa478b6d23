"""Lay all arrows of a flow on the board: greedily first, then again until nothing gets better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, permutations

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout.board import Board, Window
from buku_sop.layout.budget import IMPROVING, Budget, ExhaustedError
from buku_sop.layout.costs import INFINITE, Lessons
from buku_sop.layout.occupancy import TIE, Occupancy, Path
from buku_sop.layout.search import Found, Search
from buku_sop.layout.weights import CONFLICT, Limits

ROUNDS = 5
"""How often all arrows are laid again at most."""
SEPARATIONS = 2
"""In how many of them pairs of arrows that cross are laid in the other order."""
SHUFFLED = 3
"""Most arrows that are laid in every order; of more, each is laid first once."""
GAIN = 0.5
"""What another order must save to be taken."""
WINDOWS = ((1, 3, 2), (1, 3, 99), (4, 20, 99))
"""How far an arrow may stray: rows around its ends, rows between them up to which all are searched, and
lanes beside it. The next window is tried where the last gave a poor path."""
POOR = CONFLICT / 2


class Router:
    """Lays and improves the paths of one flow."""

    def __init__(
        self, alur: Alur, board: Board, limits: Limits, lessons: Lessons, budget: Budget
    ) -> None:
        self.alur, self.board, self.budget = alur, board, budget
        self.occupancy = Occupancy(board, alur.panah)
        self.lessons = lessons
        self.search = Search(self.occupancy, limits, lessons, budget)
        self.alone = Search(Occupancy(board, alur.panah), limits, lessons, budget)
        """Searches an empty board."""
        self.least: dict[int, float] = {}
        self.windows: dict[tuple[int, int], Window] = {}
        rows = [
            sorted((alur.simpul[p.dari].langkah, alur.simpul[p.ke].langkah)) for p in alur.panah
        ]
        self.spans = [(top, bottom) for top, bottom in rows]
        self.finished: dict[int, Path] = {}
        """The paths before the round that is going on."""
        self.hurried = False
        """Whether improving took more than it may."""
        self.clock = 0
        self.changed = [0] * alur.jumlah_langkah
        self.pairs: dict[tuple[int, int], int] = {}
        self.seen: dict[int, int] = {}
        """When each row changed, and when each arrow (or decision, as -1 - symbol) was looked at."""
        for group in alur.bersama:
            for a, b in pairwise(group):
                self.occupancy.tie(board.nodes[a], board.nodes[b])
        self.order = sorted(range(len(alur.panah)), key=self._rank)
        self.touching: defaultdict[int, set[int]] = defaultdict(set)
        """The arrows that leave or enter each symbol."""
        for e, panah in enumerate(alur.panah):
            self.touching[panah.dari].add(e)
            self.touching[panah.ke].add(e)
        self.decisions = {
            s: exits
            for s in range(len(alur.simpul))
            if len(exits := [e for e in self.order if alur.panah[e].dari == s]) > 1
        }

    def run(self) -> None:
        """Lay every arrow. Raises `ExhaustedError` where the budget does not reach for that."""
        for e in self.order:
            self._lay(e)
        rest = int(self.budget.left * (1 - IMPROVING))
        self.budget.left -= rest
        try:
            self.improve()
        except ExhaustedError:
            self._restore()
            self.hurried = True
        self.budget.left = max(0, self.budget.left) + rest

    def _restore(self) -> None:
        """Lay the paths of the last round, which was finished."""
        for e in self.order:
            self.occupancy.remove(e)
        for e in self.order:
            self.occupancy.add(e, self.finished[e])
        self._touch(*self.finished.values())

    def improve(self) -> None:
        """Lay arrows again until nothing changes. Raises `ExhaustedError`."""
        for n in range(ROUNDS):
            self.finished = dict(self.occupancy.paths)
            before = self.clock
            for e in self.order:
                if self._stale(e, e):
                    self._lay_better(e)
            for simpul, exits in self.decisions.items():
                if any(self._stale(-1 - simpul, e) for e in exits):
                    self.seen[-1 - simpul] = self.clock
                    self._shuffle(exits)
            if n < SEPARATIONS:
                self._separate()
            if self.clock == before:
                return

    def _separate(self) -> None:
        """Lay two arrows that lie on each other, or cross, in the other order."""
        for e in self.order:
            for f in self._rivals(e):
                pair = (min(e, f), max(e, f))
                tick = max(self._changed(e), self._changed(f))
                if tick > self.pairs.get(pair, -1):
                    self._shuffle([e, f])
                    self.pairs[pair] = self.clock

    def _rivals(self, e: int) -> list[int]:
        """The arrows that may be why an arrow lies badly."""
        clashing = self.occupancy.clashing(e)
        rivals = clashing | self.occupancy.crossing(e)
        if clashing:
            panah = self.alur.panah[e]
            rivals |= self.touching[panah.dari] | self.touching[panah.ke]
        return sorted(rivals - {e, TIE})

    def again(self, arrows: Sequence[int]) -> None:
        """Lay some arrows again, together with the branches of their decisions and with rivals.

        In a flow so twisted that improving it had no end they are laid alone; it is drawn with lines all the same.
        """
        sources = set()
        for e in arrows:
            self._lay(e)
            sources.add(self.alur.panah[e].dari)
        if self.hurried or self.budget.scarce:
            return
        for simpul in sorted(sources & self.decisions.keys()):
            self._shuffle(self.decisions[simpul])
        for e in arrows:
            if self.occupancy.clashing(e):
                for f in self._rivals(e):
                    self._shuffle([e, f])

    def avoid_exit(self, e: int, cost: float) -> None:
        """Let an arrow pay for the way that it leaves its source now; 0 forgets what it paid for."""
        if not cost:
            self.lessons.penalty = {k: v for k, v in self.lessons.penalty.items() if k[0] != e}
            return
        path = self.occupancy.paths[e]
        a, b = path.nodes[:2]
        vertical = a.column == b.column
        forward = b.level > a.level if vertical else b.column > a.column
        self.lessons.penalty[e, vertical, 1 if forward else -1, path.shift] = cost

    def _stale(self, who: int, e: int) -> bool:
        """Whether anything changed in the rows of an arrow since it was looked at."""
        return self._changed(e) > self.seen.get(who, -1)

    def _changed(self, e: int) -> int:
        """When anything changed in the rows of an arrow."""
        top, bottom = self.spans[e]
        return max(self.changed[max(0, top - 1) : bottom + 2])

    def _rank(self, e: int) -> tuple[int, int, int, int]:
        """The order of laying: the main flow, then skips, then returns; short before long."""
        panah = self.alur.panah[e]
        a, b = self.alur.simpul[panah.dari], self.alur.simpul[panah.ke]
        rows, lanes = abs(a.langkah - b.langkah), abs(a.lane - b.lane)
        return (2 if panah.balik else int(rows > 1)), rows, lanes, e

    def _lay_better(self, e: int) -> None:
        """Lay one arrow again, unless it lies as well as it can.

        Arrows of the main flow that lie on nothing and meet none stay, too: others must not deform them.
        """
        cost, main_flow = self.price(e), self._rank(e)[0] == 0 and self.alur.panah[e].cabang is None
        stays = main_flow and cost < CONFLICT and not self.occupancy.meeting(e)
        if cost > self._least(e) + 1e-6 and not stays:
            self._lay(e)
        self.seen[e] = self.clock

    def _least(self, e: int) -> float:
        """What an arrow costs alone on the board; only kin can make it cheaper."""
        if e not in self.least:
            found = self.alone.find(e, self._window(e))
            self.least[e] = found.cost if found else 0.0
        return self.least[e]

    def price(self, e: int) -> float:
        """Return what the path of an arrow costs now."""
        path = self.occupancy.remove(e)
        assert path is not None
        cost = self.search.price(e, path, self._window(e))
        self.occupancy.add(e, path)
        return cost

    def _lay(self, e: int) -> None:
        """Lay one arrow at its best."""
        before = self.occupancy.remove(e)
        found = self._find(e)
        assert found is not None, "a board without any way between two symbols"
        self.occupancy.add(e, found.path)
        if found.path != before:
            self._touch(found.path, before)
        self.seen[e] = self.clock

    def _touch(self, *paths: Path | None) -> None:
        """Remember that the rows of some paths changed."""
        self.clock += 1
        levels = [node.level for path in paths if path for node in path.nodes]
        top, bottom = self.board.levels[min(levels)].row, self.board.levels[max(levels)].row
        for row in range(top, bottom + 1):
            self.changed[row] = self.clock

    def _find(self, e: int, limit: float = INFINITE) -> Found | None:
        """Find the best path, first near the arrow's ends, then in wider and wider windows."""
        best: Found | None = None
        for reach in range(len(WINDOWS)):
            found = self.search.find(e, self._window(e, reach), best.cost if best else limit)
            best = found or best
            if best.cost < POOR if best else limit < INFINITE:
                break
        return best

    def _window(self, e: int, reach: int = 0) -> Window:
        """The part of the board that an arrow may use."""
        if (e, reach) not in self.windows:
            panah = self.alur.panah[e]
            a, b = self.alur.simpul[panah.dari].lane, self.alur.simpul[panah.ke].lane
            near, between, aside = WINDOWS[reach]
            top, bottom = self.spans[e]
            if top == bottom and not reach:
                near = 0  # or it would seem to concern the row that it dips into
            if bottom - top <= between:
                levels = {*self.board.rows(top - near, bottom + near)}
            else:
                levels = {*self.board.rows(top - near, top + near)}
                levels |= {*self.board.rows(bottom - near, bottom + near)}
            left, right = max(0, min(a, b) - aside), min(self.board.lanes, max(a, b) + aside + 1)
            self.windows[e, reach] = self.board.window(levels, range(left, right))
        return self.windows[e, reach]

    def _shuffle(self, arrows: list[int]) -> None:
        """Lay some arrows in another order, where that is cheaper for all of them together."""
        before = {e: self.occupancy.paths[e] for e in arrows}
        cost = 0.0
        for e in arrows:
            cost += self.price(e)
            self.occupancy.remove(e)
        best = before
        if cost > sum(self._least(e) for e in arrows) + GAIN:
            best = self._reorder(arrows, cost - GAIN) or before
        for e in arrows:
            self.occupancy.add(e, best[e])
        if best != before:
            self._touch(*best.values(), *before.values())

    def _reorder(self, arrows: list[int], limit: float) -> dict[int, Path] | None:
        """Find paths for arrows that are not laid and cost less than a limit together."""
        first: dict[int, Found] = {}
        least = 0.0
        for e in arrows:
            found = self._find(e, limit - least)
            if found is None:
                return None
            first[e] = found
            least += found.cost
        best: dict[int, Path] | None = None
        for order in _orders(arrows):
            tried = self._try(order, first, limit)
            if tried:
                best, limit = tried
        return best

    def _try(
        self, order: tuple[int, ...], first: Mapping[int, Found], limit: float
    ) -> tuple[dict[int, Path], float] | None:
        """Lay arrows in an order, if that costs less than a limit; leaves nothing laid.

        `first` tells what each costs at least.
        """
        paths: dict[int, Path] = {}
        total = 0.0
        left = sum(found.cost for found in first.values())
        for e in order:
            left -= first[e].cost
            found = self._find(e, limit - total - left) if paths else first[e]
            if found is None:
                break
            total += found.cost
            paths[e] = found.path
            self.occupancy.add(e, found.path)
        for e in paths:
            self.occupancy.remove(e)
        return (paths, total) if len(paths) == len(order) and total < limit else None


def _orders(arrows: list[int]) -> Iterator[tuple[int, ...]]:
    """Yield the orders worth trying."""
    if len(arrows) <= SHUFFLED:
        yield from permutations(arrows)
    else:
        for e in arrows:
            yield (e, *(f for f in arrows if f != e))
