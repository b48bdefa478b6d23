"""Lay all arrows of a flow on the board: greedily first, then again until nothing gets better."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, permutations

from macros.analysis.alur import Alur, Panah
from macros.layout.board import Board
from macros.layout.occupancy import Occupancy, Path
from macros.layout.search import Found, Search
from macros.layout.weights import CONFLICT, Limits

ROUNDS = 5
SHUFFLED = 3
"""Most branches of a decision that are laid in every order."""
GAIN = 0.5
"""What another order must save to be taken."""
AVOID = 6.0
"""What an arrow pays for leaving as before where that left no room for its label."""
WINDOWS = ((1, 3, 2), (1, 3, 99), (4, 20, 99))
"""How far an arrow may stray: rows around its ends, rows between them up to which all are searched, and
lanes beside it. The next window is tried where the last gave a poor path."""
POOR = CONFLICT / 2


class Router:
    """Lays and improves the paths of one flow."""

    def __init__(self, alur: Alur, board: Board, limits: Limits) -> None:
        self.alur, self.board = alur, board
        self.occupancy = Occupancy(board, alur.panah)
        self.search = Search(board, self.occupancy, limits)
        self.alone = Search(board, Occupancy(board, alur.panah), limits)
        """Searches an empty board."""
        self.ideals: dict[int, float] = {}
        rows = [
            sorted((alur.simpul[p.dari].langkah, alur.simpul[p.ke].langkah)) for p in alur.panah
        ]
        self.spans = [(top, bottom) for top, bottom in rows]
        self.clock = 0
        self.changed = [0] * alur.jumlah_langkah
        self.seen: dict[int, int] = {}
        """When each row changed, and when each arrow (or decision, as -1 - symbol) was looked at."""
        for group in alur.bersama:
            for a, b in pairwise(group):
                self.occupancy.tie(board.nodes[a], board.nodes[b])
        self.order = sorted(range(len(alur.panah)), key=self._rank)
        self.decisions = {
            s: exits
            for s in range(len(alur.simpul))
            if 2 <= len(exits := [e for e in self.order if alur.panah[e].dari == s]) <= SHUFFLED
        }

    def run(self) -> None:
        """Lay every arrow."""
        for e in self.order:
            self._lay(e)
        self.improve()

    def improve(self) -> None:
        """Lay arrows again until nothing changes."""
        for _ in range(ROUNDS):
            before = self.clock
            for e in self.order:
                if self._stale(e, e) and not self._settled(e):
                    self._lay(e)
            for simpul, exits in self.decisions.items():
                if any(self._stale(-1 - simpul, e) for e in exits):
                    self.seen[-1 - simpul] = self.clock
                    self._shuffle(exits)
            if self.clock == before:
                return

    def again(self, arrows: Iterable[int]) -> None:
        """Lay some arrows again, together with the other branches of their decisions."""
        sources = set()
        for e in arrows:
            self._lay(e)
            sources.add(self.alur.panah[e].dari)
        for simpul in sorted(sources & self.decisions.keys()):
            self._shuffle(self.decisions[simpul])

    def avoid_exit(self, e: int) -> None:
        """Make the way that an arrow leaves its source less attractive."""
        path = self.occupancy.paths[e]
        a, b = path.nodes[:2]
        vertical = a.column == b.column
        forward = b.level > a.level if vertical else b.column > a.column
        key = (e, vertical, 1 if forward else -1, path.shift)
        self.search.penalty[key] = self.search.penalty.get(key, 0.0) + AVOID

    def _stale(self, who: int, e: int) -> bool:
        """Whether anything changed in the rows of an arrow since it was looked at."""
        top, bottom = self.spans[e]
        return max(self.changed[max(0, top - 1) : bottom + 2]) > self.seen.get(who, -1)

    def _rank(self, e: int) -> tuple[int, int, int, int]:
        """The order of laying: the main flow, then skips, then returns; short before long."""
        panah = self.alur.panah[e]
        a, b = self.alur.simpul[panah.dari], self.alur.simpul[panah.ke]
        rows, lanes = abs(a.langkah - b.langkah), abs(a.lane - b.lane)
        return (2 if panah.balik else int(rows > 1)), rows, lanes, e

    def _settled(self, e: int) -> bool:
        """Whether an arrow of the main flow lies well and must not be deformed by others."""
        panah: Panah = self.alur.panah[e]
        return self._rank(e)[0] == 0 and panah.cabang is None and self.price(e) < CONFLICT

    def price(self, e: int) -> float:
        """Return what the path of an arrow costs now."""
        path = self.occupancy.remove(e)
        assert path is not None
        cost = self.search.price(e, path, *self._window(e))
        self.occupancy.add(e, path)
        return cost

    def _lay(self, e: int) -> None:
        """Lay one arrow at its best."""
        before = self.occupancy.remove(e)
        found = self._find(e)
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

    def _find(self, e: int) -> Found:
        """Find the best path, first near the arrow's ends, then in wider and wider windows."""
        best: Found | None = None
        for reach in range(len(WINDOWS)):
            found = self.search.find(e, *self._window(e, reach))
            if found and (best is None or found.cost < best.cost):
                best = found
            if best and best.cost < POOR:
                break
        assert best is not None, "a board without any way between two symbols"
        return best

    def _window(self, e: int, reach: int = 0) -> tuple[list[int], range]:
        """The levels at which an arrow may turn, and the lanes it may use."""
        panah = self.alur.panah[e]
        a, b = self.alur.simpul[panah.dari], self.alur.simpul[panah.ke]
        near, between, lanes = WINDOWS[reach]
        left, right = min(a.lane, b.lane), max(a.lane, b.lane)
        across = range(max(0, left - lanes), min(self.board.lanes, right + lanes + 1))
        top, bottom = self.spans[e]
        if bottom - top <= between:
            return list(self.board.rows(top - near, bottom + near)), across
        ends = {
            *self.board.rows(top - near, top + near),
            *self.board.rows(bottom - near, bottom + near),
        }
        return sorted(ends), across

    def _shuffle(self, exits: list[int]) -> None:
        """Lay all branches of a decision in another order, where that is cheaper for all together."""
        before = {e: self.occupancy.paths[e] for e in exits}
        cost = 0.0
        for e in exits:
            cost += self.price(e)
            self.occupancy.remove(e)
        best = before
        if cost > sum(self._ideal(e) for e in exits) + GAIN:
            for order in permutations(exits):
                paths, total = self._try(order, cost - GAIN)
                if total < cost - GAIN:
                    best, cost = paths, total
        for e in exits:
            self.occupancy.add(e, best[e])
        if best != before:
            self._touch(*best.values(), *before.values())

    def _try(self, order: tuple[int, ...], limit: float) -> tuple[dict[int, Path], float]:
        """Lay arrows in an order, as long as that costs less than a limit; leaves nothing laid."""
        paths: dict[int, Path] = {}
        total = 0.0
        for e in order:
            found = self._find(e)
            total += found.cost
            if total >= limit:
                break
            paths[e] = found.path
            self.occupancy.add(e, found.path)
        for e in paths:
            self.occupancy.remove(e)
        return paths, total

    def _ideal(self, e: int) -> float:
        """What an arrow would cost alone on the board."""
        if e not in self.ideals:
            found = self.alone.find(e, *self._window(e))
            self.ideals[e] = found.cost if found else 0.0
        return self.ideals[e]
