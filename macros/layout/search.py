"""The cheapest path of one arrow among those already laid: A* over the board.

Inside the search a node is the position of its level among the searched ones times the number of
columns, plus its column; a state adds whether the path arrived there vertically.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from macros.layout.board import CENTRE, Board, Node
from macros.layout.occupancy import Occupancy, Path, User
from macros.layout.weights import (
    BACK,
    BEND,
    BESIDE,
    CENTRE_LINE,
    COMPANY,
    CONFLICT,
    CROSSING,
    CROWDED,
    ENTRANCE,
    FORWARD,
    MERGED,
    SAME_ROW,
    SHUNNED,
    Limits,
    Sides,
)

INFINITE = float("inf")
SIDES = ((1, 0), (0, -1), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where the first step of a path may lead: below, left, right, above, and beside the middle."""
SOURCE, GOAL = -2, -1
"""States for having not yet left and for having arrived."""

Side = tuple[int, int]
Exit = tuple[float, Node, bool, int]
"""The first step of a path: cost, node, whether it runs vertically, shift."""


@dataclass(frozen=True, slots=True)
class Found:
    """A path and its cost."""

    path: Path
    cost: float


class Search:
    """Searches paths on one board."""

    def __init__(self, board: Board, occupancy: Occupancy, limits: Limits) -> None:
        self.board, self.occupancy, self.limits = board, occupancy, limits
        self.penalty: dict[tuple[int, bool, int, int], float] = {}
        """Extra cost of an arrow's (vertical, step, shift) out of its source: there was no room for
        its label."""
        self.shunning: set[int] = set()
        """Arrows that must not squeeze into a crowded gutter."""
        self.squeeze: dict[int, float] = {}
        """What it costs an arrow to turn beside its source, where its label is too wide for that."""
        self.no_gutter: set[int] = set()
        """Arrows that must not enter their target from a corner in its own gutter."""
        self.blocked = [[0] * len(board.levels) for _ in range(board.columns)]
        for level, column in board.nodes:
            self.blocked[column][level] = 1

    def find(
        self, e: int, levels: list[int], lanes: range, limit: float = INFINITE
    ) -> Found | None:
        """Return the cheapest path of arrow `e` that turns only at the given levels and lanes.

        None where there is none that costs less than `limit`.
        """
        panah = self.occupancy.panah[e]
        if panah.dari != panah.ke:
            return _Run(self, e, levels, lanes).find(limit)
        loops = (_Run(self, e, levels, lanes).find(limit, side) for side in SIDES)
        return min((found for found in loops if found), key=lambda f: f.cost, default=None)

    def price(self, e: int, path: Path, levels: list[int], lanes: range) -> float:
        """Return the cost of a given path of arrow `e`, which must not be laid."""
        corners = {node.level for node in path.nodes}
        return _Run(self, e, sorted({*levels, *corners}), lanes).price(path)


class _Run:
    """The search for one arrow."""

    def __init__(self, search: Search, e: int, levels: list[int], lanes: range) -> None:
        board, self.occupancy, self.search = search.board, search.occupancy, search
        self.board, self.e, self.levels = board, e, levels
        self.columns = board.columns
        self.left, self.right = 3 * lanes.start, 3 * lanes.stop - 1
        panah = self.occupancy.panah[e]
        self.labelled = bool(panah.label)
        self.source, self.target = board.nodes[panah.dari], board.nodes[panah.ke]
        self.kin = self.occupancy.kin[e]
        self.merging = any(f in self.occupancy.paths for f in self.kin)
        self.leave, self.enter = self._sides(panah.balik)
        self.index = {level: i for i, level in enumerate(levels)}
        self.start = self.index[self.source.level] * self.columns + self.source.column
        self.crowded = SHUNNED if e in search.shunning else CROWDED
        self.squeeze = search.squeeze.get(e, 0.0)
        self.entrance = ENTRANCE * any(p.ke == panah.dari for p in self.occupancy.panah)
        self.goal = self.index[self.target.level] * self.columns + self.target.column
        self.heights = [board.height[level] for level in levels]
        goal_height = board.height[self.target.level]
        least = MERGED if self.merging else 1.0
        self.to_goal_down = [abs(h - goal_height) * least for h in self.heights]
        self.to_goal_across = [
            abs(column - self.target.column) / 3 * least for column in range(self.columns)
        ]
        self.left_by = -1
        """The first node of a loop, by which it must not come back."""
        self.queue: list[tuple[float, float, int]] = []
        self.best: dict[int, float] = {}
        self.parent: dict[int, tuple[int, int]] = {}

    def _sides(self, back: bool) -> tuple[Sides, Sides]:
        if back:
            return BACK
        levels = self.board.levels
        same_row = levels[self.source.level].row == levels[self.target.level].row
        return SAME_ROW if same_row else FORWARD

    def find(self, limit: float, side: Side | None = None) -> Found | None:
        """Run the search; a loop leaves at a given side and comes back at another."""
        for cost, node, vertical, shift in self._exits():
            at = self.index[node.level] * self.columns + node.column
            if side is None or side == self._side(node):
                self._push(cost, at, vertical, SOURCE, shift)
                self.left_by = self.left_by if side is None else at
        best = self.best
        while self.queue:
            least, minus, state = heappop(self.queue)
            if least >= limit:
                return None
            if state == GOAL:
                return Found(self._trace(), -minus)
            if -minus <= best[state]:
                self._expand(-minus, state)
        return None

    def _side(self, node: Node) -> Side:
        return node.level - self.source.level, node.column - self.source.column

    def _push(self, cost: float, at: int, vertical: int, origin: int, shift: int = 0) -> None:
        if at == self.goal:
            state, estimate = GOAL, 0.0
        else:
            state = at * 2 + vertical
            across = self.to_goal_across[at % self.columns]
            down = self.to_goal_down[at // self.columns]
            estimate = across + down
            if (across and down) or (across if vertical else down):
                estimate += BEND
        if cost < self.best.get(state, INFINITE) - 1e-9:
            self.best[state] = cost
            self.parent[state] = (origin, shift)
            heappush(self.queue, (cost + estimate, -cost, state))

    def _expand(self, cost: float, state: int) -> None:
        """Push all steps from a state."""
        at, vertical = divmod(state, 2)
        i, x = divmod(at, self.columns)
        y = self.levels[i]
        came_from = self._came_from(state, y)
        turn = self._turn(y, x)
        if not vertical and came_from == self.start:
            turn += self.squeeze
        ahead = CROSSING * self.occupancy.crossed_by_horizontals[x][y] if vertical else turn
        for j in (i - 1, i + 1):
            after = j * self.columns + x
            if (
                0 <= j < len(self.levels)
                and after != came_from
                and (after != self.goal or at != self.left_by)
            ):
                step = self._down(i, j, x)
                if step < INFINITE:
                    self._push(cost + ahead + step, after, 1, state)
        ahead = turn if vertical else CROSSING * self.occupancy.crossed_by_verticals[y][x]
        for z in (x - 1, x + 1):
            after = at + z - x
            if not self.left <= z <= self.right or after == came_from:
                continue
            if not self.search.blocked[z][y]:
                self._push(cost + ahead + self._across(y, x, z), after, 0, state)
            elif after == self.goal and at != self.left_by:
                head = self._head(y, x) if vertical else 0.0
                arrive = self._across(y, x, z) + self.enter.side + head
                self._push(cost + ahead + arrive, after, 0, state)

    def _came_from(self, state: int, y: int) -> int:
        """The node before a state, to which no path turns back."""
        origin, shift = self.parent[state]
        if origin != SOURCE:
            return origin // 2
        level = y if shift else self.source.level
        return self.index[level] * self.columns + self.source.column

    def _turn(self, y: int, x: int) -> float:
        """The cost of a corner; only one line may turn where it meets a line without tracks."""
        if x % 3 != CENTRE and not self.board.single[y]:
            return BEND
        others = self.occupancy.turns.get(Node(y, x))
        if others and any(f not in self.kin for f in others):
            return BEND + CONFLICT
        return BEND

    def _head(self, y: int, x: int) -> float:
        """The cost of entering a symbol from a corner in its own gutter."""
        entering = self.search.limits.entering
        if not entering or self.e in self.search.no_gutter:
            return INFINITE
        load = self.occupancy.vertical_load[x]
        return CROWDED if max(load[y - 1], load[y]) >= entering else 0.0

    def _down(self, i: int, j: int, x: int) -> float:
        """The cost of a vertical step, which may pass many levels."""
        a, b = self.levels[i], self.levels[j]
        lo, hi = (a, b) if a < b else (b, a)
        cost = abs(self.heights[i] - self.heights[j])
        centre = x % 3 == CENTRE
        if centre:
            blocked = self.search.blocked[x]
            if blocked[b]:
                if Node(b, x) != self.target:
                    return INFINITE
                cost += self.enter.of(True, a - b)
            if hi - lo > 1 and 1 in blocked[lo + 1 : hi]:
                return INFINITE
            cost += CENTRE_LINE
        if hi - lo > 1:
            most = max(self.occupancy.vertical_load[x][lo:hi])
            cost += CROSSING * sum(self.occupancy.crossed_by_horizontals[x][lo + 1 : hi])
        else:
            most = self.occupancy.vertical_load[x][lo]
        if most:
            step = 1 if b > a else -1
            cost = self._company(cost, self.occupancy.vertical[x][lo:hi], step, most, centre)
        return cost

    def _across(self, y: int, x: int, z: int) -> float:
        """The cost of a step to a neighbouring column."""
        lo = min(z, x)
        load = self.occupancy.horizontal_load[y][lo]
        if not load:
            return 1 / 3
        pieces = [self.occupancy.horizontal[y][lo]]
        return self._company(1 / 3, pieces, z - x, load, self.board.single[y])

    def _company(
        self, cost: float, pieces: list[list[User]], step: int, load: int, single: bool
    ) -> float:
        """The cost of a step on pieces that others use."""
        if single:
            clash = any(self._clash(users, step) for users in pieces)
            return cost + CONFLICT if clash else cost * MERGED
        if self.merging and all(self._shares(users, step) for users in pieces):
            return cost * MERGED
        return cost + COMPANY * load + (self.crowded if load >= self.search.limits.tracks else 0.0)

    def _clash(self, users: list[User], direction: int) -> bool:
        """Whether it would lie on others."""
        return any(f not in self.kin or d != direction or d == 0 for f, d in users)

    def _shares(self, users: list[User], direction: int) -> bool:
        return any(f in self.kin and d == direction for f, d in users)

    def _exits(self) -> Iterator[Exit]:
        """The first steps out of the source, at the middle of its sides and beside them."""
        y, x = self.source
        for vertical, step in ((True, 1), (False, -1), (False, 1), (True, -1)):
            if vertical:
                users = self.occupancy.vertical[x][y if step > 0 else y - 1]
                after, length = Node(y + step, x), self._rise(y, y + step)
            else:
                users = self.occupancy.horizontal[y][x if step > 0 else x - 1]
                after, length = Node(y, x + step), 1 / 3
            cost = length + self.leave.of(vertical, step) + self._penalty(vertical, step, 0)
            if vertical and step < 0:
                cost += self.entrance
            if self._clash(users, 0 if self.labelled else step):
                cost += CONFLICT
            yield cost, after, vertical, 0
        if self.labelled:
            yield from self._exits_beside()

    def _exits_beside(self) -> Iterator[Exit]:
        y, x = self.source
        for step in (1, -1):
            for shift in (-1, 1):
                corner = Node(y + step, x)
                cost = BESIDE + BEND + self.leave.of(True, step) + self._rise(y, y + step)
                cost += self._across(corner.level, x, x + shift) + self._penalty(True, step, shift)
                if self.occupancy.stubs.get((corner, shift)):
                    cost += CONFLICT
                yield cost, Node(corner.level, x + shift), False, shift

    def _rise(self, y: int, z: int) -> float:
        return abs(self.board.height[y] - self.board.height[z])

    def _penalty(self, vertical: bool, step: int, shift: int) -> float:
        return self.search.penalty.get((self.e, vertical, step, shift), 0.0)

    def _trace(self) -> Path:
        """Follow the parents back from the goal."""
        nodes = [self.target]
        state, shift = self.parent[GOAL]
        while state != SOURCE:
            i, x = divmod(state // 2, self.columns)
            nodes.append(Node(self.levels[i], x))
            state, shift = self.parent[state]
        if shift:
            nodes.append(Node(nodes[-1].level, self.source.column))
        nodes.append(self.source)
        return Path(_corners(nodes[::-1]), shift)

    def price(self, path: Path) -> float:
        """Add up what a path costs."""
        nodes = [n for n in path.all_nodes() if n.level in self.index]
        begin = 2 if path.shift else 1
        cost, vertical = next(
            (cost, vertical)
            for cost, node, vertical, shift in self._exits()
            if node == nodes[begin] and shift == path.shift
        )
        for (y, x), (z, w) in pairwise(nodes[begin:]):
            if x == w:
                crossed, step = self.occupancy.crossed_by_horizontals[x][y], 0.0
                step = self._down(self.index[y], self.index[z], x)
            else:
                crossed, step = self.occupancy.crossed_by_verticals[y][x], self._across(y, x, w)
            if vertical == (x == w):
                cost += CROSSING * crossed
            else:
                cost += self._turn(y, x)
                cost += self.squeeze * (not vertical and Node(y, x) == nodes[1])
            cost += step
            vertical = x == w
        (y, x), end = nodes[-2], nodes[-1]
        if x != end.column:
            cost += self.enter.side + (self._head(y, x) if nodes[-2] in path.corners else 0.0)
        return cost


def _corners(nodes: list[Node]) -> tuple[Node, ...]:
    """Drop the nodes that lie on a straight line between their neighbours."""
    kept = [nodes[0]]
    for i in range(1, len(nodes) - 1):
        a, b, c = kept[-1], nodes[i], nodes[i + 1]
        if not (a.column == b.column == c.column or a.level == b.level == c.level):
            kept.append(b)
    return (*kept, nodes[-1])
