"""The cheapest path of one arrow among those already laid: A* over a window of the board.

Inside the search a node is the position of its level in the window times the number of columns, plus
its column; a state adds whether the path arrived there vertically.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush

from buku_sop.layout.board import CENTRE, Node, Window
from buku_sop.layout.budget import PARTS, SEARCH, Budget, ExhaustedError
from buku_sop.layout.costs import INFINITE, Costs, Lessons
from buku_sop.layout.occupancy import Occupancy, Path
from buku_sop.layout.weights import BEND, CROSSING, MERGED, Limits

SOURCE, GOAL = -2, -1
"""States for having not yet left and for having arrived."""
THIRD = 1 / 3
"""The length of a step to a neighbouring column."""
SIDES = ((1, 0), (0, -1), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where the first step of a path may lead: below, left, right, above, and beside the middle."""

Side = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A path and its cost."""

    path: Path
    cost: float


class Search:
    """Searches paths on one board."""

    def __init__(
        self, occupancy: Occupancy, limits: Limits, lessons: Lessons, budget: Budget
    ) -> None:
        self.occupancy, self.limits, self.lessons = occupancy, limits, lessons
        self.budget = budget

    def find(self, e: int, window: Window, limit: float = INFINITE) -> Found | None:
        """Return the cheapest path of arrow `e` in a window; None if none costs less than `limit`."""
        panah = self.occupancy.panah[e]
        costs = self._costs(e, window)
        if panah.dari != panah.ke:
            return _Run(costs, self.budget).find(limit)
        loops = (_Run(costs, self.budget).find(limit, side) for side in SIDES)
        return min((found for found in loops if found), key=lambda f: f.cost, default=None)

    def price(self, e: int, path: Path, window: Window) -> float:
        """Return the cost of a given path of arrow `e`, which must not be laid."""
        window = window.widened(node.level for node in path.nodes)
        return self._costs(e, window).price(path)

    def _costs(self, e: int, window: Window) -> Costs:
        costs = Costs(e, window, self.occupancy, self.limits, self.lessons)
        self.budget.spend(SEARCH + self.occupancy.work // PARTS)
        self.occupancy.work = 0
        return costs


class _Run:
    """One search."""

    def __init__(self, costs: Costs, budget: Budget) -> None:
        self.costs, self.window, self.budget = costs, costs.window, budget
        self.columns, self.blocked = self.window.columns, costs.board.blocked
        self.levels, self.heights = self.window.levels, self.window.heights
        self.first, self.last = self.window.first, self.window.last
        self.single = costs.board.single
        self.crossed_by_horizontals = costs.occupancy.crossed_by_horizontals
        self.crossed_by_verticals = costs.occupancy.crossed_by_verticals
        self.vertical_load = costs.occupancy.vertical_load
        self.horizontal_load = costs.occupancy.horizontal_load
        self.start, self.goal = self.window.at(costs.source), self.window.at(costs.target)
        self.to_goal_down, self.to_goal_across = self.window.distances(costs.target)
        self.least = MERGED if costs.merging else 1.0
        """What a length costs at least."""
        self.left_by = -1
        """The first node of a loop, by which it must not come back."""
        self.queue: list[tuple[float, float, int]] = []
        self.best: dict[int, float] = {}
        self.parent: dict[int, tuple[int, int]] = {}

    def find(self, limit: float, side: Side | None = None) -> Found | None:
        """Run the search; a loop leaves at a given side and comes back at another."""
        for cost, node, vertical, shift in self.costs.exits():
            if side is None or side == self._side(node):
                at = self.window.at(node)
                self._push(cost, at, vertical, SOURCE, shift)
                self.left_by = self.left_by if side is None else at
        best, queue = self.best, self.queue
        while queue:
            self.budget.left -= 1
            if self.budget.left < 0:
                raise ExhaustedError
            least, minus, state = heappop(queue)
            if least >= limit:
                return None
            if state == GOAL:
                return Found(self._trace(), -minus)
            if -minus <= best[state]:
                self._expand(-minus, state)
        return None

    def _side(self, node: Node) -> Side:
        source = self.costs.source
        return node.level - source.level, node.column - source.column

    def _push(self, cost: float, at: int, vertical: int, origin: int, shift: int = 0) -> None:
        state = at * 2 + vertical if at != self.goal else GOAL
        if cost >= self.best.get(state, INFINITE) - 1e-9:
            return
        self.best[state] = cost
        self.parent[state] = (origin, shift)
        estimate = 0.0
        if state != GOAL:
            i, x = divmod(at, self.columns)
            across, down = self.to_goal_across[x], self.to_goal_down[i]
            estimate = (across + down) * self.least
            if (across and down) or (across if vertical else down):
                estimate += BEND
        heappush(self.queue, (cost + estimate, -cost, state))

    def _expand(self, cost: float, state: int) -> None:
        """Push all steps from a state. What is free of others, as most is, is priced here: it takes half of all time."""
        costs, columns, levels = self.costs, self.columns, self.levels
        at, vertical = state >> 1, state & 1
        i, x = divmod(at, columns)
        y = levels[i]
        came_from = self._came_from(state, y)
        lonely = not costs.met or (y, x) not in costs.met
        plain = lonely and x % 3 != CENTRE and not self.single[y]
        if plain:
            turn = BEND
        else:
            i_before, x_before = divmod(came_from, columns)
            turn = costs.turn(y, x, (levels[i_before], x_before))
        if not vertical and came_from == self.start:
            turn += costs.squeeze
        ahead, sideways = cost + turn, cost + turn
        if vertical:
            crossed = self.crossed_by_horizontals[x][y]
            ahead = cost + (CROSSING * crossed if lonely else costs.straight_down(y, x))
        else:
            crossed = self.crossed_by_verticals[y][x]
            sideways = cost + (CROSSING * crossed if lonely else costs.straight_across(y, x))
        load = self.vertical_load[x]
        for j in (i - 1, i + 1):
            after = j * columns + x
            if not 0 <= j < len(levels) or after == came_from:
                continue
            z = levels[j]
            lower = min(z, y)
            if plain and not load[lower] and -2 < y - z < 2:
                self._push(ahead + abs(self.heights[i] - self.heights[j]), after, 1, state)
                continue
            step = costs.down(i, j, x)
            if step < INFINITE and (after != self.goal or at != self.left_by):
                self._push(ahead + step, after, 1, state)
        load = self.horizontal_load[y]
        for z in (x - 1, x + 1):
            after = at + z - x
            if not self.first <= z <= self.last or after == came_from:
                continue
            if not self.blocked[z][y]:
                free = not load[min(z, x)]
                step = THIRD if free else costs.across(y, x, z)
                self._push(sideways + step, after, 0, state)
            elif after == self.goal and at != self.left_by:
                head = costs.head(y, x) if vertical else 0.0
                arrive = costs.across(y, x, z) + costs.enter.side + head
                self._push(sideways + arrive, after, 0, state)

    def _came_from(self, state: int, y: int) -> int:
        """The node before a state, to which no path turns back."""
        origin, shift = self.parent[state]
        if origin != SOURCE:
            return origin // 2
        return self.window.at(Node(y, self.costs.source.column)) if shift else self.start

    def _trace(self) -> Path:
        """Follow the parents back from the goal."""
        nodes = [self.costs.target]
        state, shift = self.parent[GOAL]
        while state != SOURCE:
            i, x = divmod(state // 2, self.columns)
            nodes.append(Node(self.window.levels[i], x))
            state, shift = self.parent[state]
        if shift:
            nodes.append(Node(nodes[-1].level, self.costs.source.column))
        nodes.append(self.costs.source)
        return Path(_corners(nodes[::-1]), shift)


def _corners(nodes: list[Node]) -> tuple[Node, ...]:
    """Drop the nodes that lie on a straight line between their neighbours."""
    kept = [nodes[0]]
    for i in range(1, len(nodes) - 1):
        a, b, c = kept[-1], nodes[i], nodes[i + 1]
        if not (a.column == b.column == c.column or a.level == b.level == c.level):
            kept.append(b)
    return (*kept, nodes[-1])
