"""What each step of an arrow costs among those already laid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from buku_sop.layout.board import CENTRE, Board, Node, Window
from buku_sop.layout.occupancy import Occupancy, Path, User
from buku_sop.layout.weights import (
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
    MEETING,
    MEETING_FORK,
    MERGED,
    SAME_ROW,
    SHUNNED,
    Limits,
    Sides,
)

INFINITE = float("inf")

_Users = Mapping[tuple[int, int], list[int]]
"""The arrows at a node."""
Exit = tuple[float, Node, bool, int]
"""The first step of a path: cost, node, whether it runs vertically, shift."""


class Lessons:
    """What a drawing has taught about its arrows, beside what the board knows."""

    def __init__(self, squeeze: dict[int, float] | None = None) -> None:
        self.squeeze = squeeze or {}
        """What it costs an arrow to turn beside its source, where its label is too wide for that."""
        self.penalty: dict[tuple[int, bool, int, int], float] = {}
        """Extra cost of an arrow's (vertical, step, shift) out of its source: there was no room for
        its label."""
        self.shunning: set[int] = set()
        """Arrows that must not squeeze into a crowded gutter."""
        self.no_gutter: set[int] = set()
        """Arrows that must not enter their target from a corner in its own gutter."""


class Costs:
    """The costs of one arrow's steps in a window of the board."""

    def __init__(
        self, e: int, window: Window, occupancy: Occupancy, limits: Limits, lessons: Lessons
    ) -> None:
        self.e, self.window, self.occupancy = e, window, occupancy
        self.limits, self.lessons = limits, lessons
        self.board: Board = occupancy.board
        panah = occupancy.panah[e]
        self.chosen = panah.cabang is not None
        """Whether it is a branch, which shares its first piece with no other."""
        self.source, self.target = self.board.nodes[panah.dari], self.board.nodes[panah.ke]
        self.kin = occupancy.kin[e]
        self.merging = not self.kin.isdisjoint(occupancy.paths)
        alone = self.board.lanes == 1
        self.same = frozenset() if alone else occupancy.merging[e] & occupancy.paths.keys()
        """The arrows with the same target that are laid, which it had better not meet; in a single lane ways of its own
        would only take the room of labels."""
        self.passed, self.turned = self._nodes_of_same()
        self.met = self.passed.keys() | self.turned.keys()
        """The nodes of arrows with the same target."""
        self.leave, self.enter = self._sides(panah.balik)
        self.squeeze = lessons.squeeze.get(e, 0.0)
        self.crowded = SHUNNED if e in lessons.shunning else CROWDED
        self.entrance = ENTRANCE if panah.dari in occupancy.entered else 0.0

    def _sides(self, back: bool) -> tuple[Sides, Sides]:
        if back:
            return BACK
        levels = self.board.levels
        same_row = levels[self.source.level].row == levels[self.target.level].row
        return SAME_ROW if same_row else FORWARD

    def turn(self, y: int, x: int, before: tuple[int, int]) -> float:
        """The cost of a corner behind another node; only one line may turn where it meets a line without tracks."""
        cost = BEND
        if self.same:
            met = self.passed.get((y, x), [])
            if turned := self.turned.get((y, x)):
                way = _way(before, (y, x))
                met = [*met, *(f for f in turned if self._way_into(f, y, x) != way)]
            cost += self._meeting(met)
        if x % 3 != CENTRE and not self.board.single[y]:
            return cost
        others = self.occupancy.turns.get(Node(y, x))
        if others and any(f not in self.kin for f in others):
            return cost + CONFLICT
        return cost

    def _nodes_of_same(self) -> tuple[_Users, _Users]:
        """Return the nodes that arrows with the same target pass straight, and those where they turn."""
        passed: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        turned: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for f in sorted(self.same):
            path = self.occupancy.paths[f]
            for node in path.corners:
                turned[node].append(f)
            straight = [*path.between()]
            for node in straight:
                passed[node].append(f)
            self.occupancy.work += 8 + 4 * len(straight)
        return passed, turned

    def _way_into(self, f: int, y: int, x: int) -> tuple[int, int]:
        """Return the direction in which a laid arrow comes to one of its corners."""
        nodes = self.occupancy.paths[f].nodes
        return _way(nodes[nodes.index(Node(y, x)) - 1], (y, x))

    def _meeting(self, others: Collection[int]) -> float:
        """The cost of meeting others with the same target at a node, at which one of both turns."""
        if not others:
            return 0.0
        forking = self.occupancy.forking
        return MEETING + MEETING_FORK * (self.e in forking or not forking.isdisjoint(others))

    def head(self, y: int, x: int) -> float:
        """The cost of entering a symbol from a corner in its own gutter."""
        entering = self.limits.entering
        if not entering or self.e in self.lessons.no_gutter:
            return INFINITE
        load = self.occupancy.vertical_load[x]
        return CROWDED if max(load[y - 1], load[y]) >= entering else 0.0

    def straight_down(self, y: int, x: int) -> float:
        """The cost of going straight through a node, up or down."""
        cost = CROSSING * self.occupancy.crossed_by_horizontals[x][y]
        return cost + self._meeting(self.turned.get((y, x), ())) if self.same else cost

    def straight_across(self, y: int, x: int) -> float:
        """The cost of going straight through a node sideways."""
        cost = CROSSING * self.occupancy.crossed_by_verticals[y][x]
        return cost + self._meeting(self.turned.get((y, x), ())) if self.same else cost

    def down(self, i: int, j: int, x: int) -> float:
        """The cost of a vertical step between two levels of the window, which may pass many."""
        a, b = self.window.levels[i], self.window.levels[j]
        lo, hi = (a, b) if a < b else (b, a)
        cost = abs(self.window.heights[i] - self.window.heights[j])
        centre = x % 3 == CENTRE
        if centre:
            blocked = self.board.blocked[x]
            if blocked[b]:
                if (b, x) != self.target:
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

    def across(self, y: int, x: int, z: int) -> float:
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
        return cost + COMPANY * load + (self.crowded if load >= self.limits.tracks else 0.0)

    def _clash(self, users: list[User], direction: int) -> bool:
        """Whether it would lie on others."""
        return any(f not in self.kin or d != direction or d == 0 for f, d in users)

    def _shares(self, users: list[User], direction: int) -> bool:
        return any(f in self.kin and d == direction for f, d in users)

    def exits(self) -> Iterator[Exit]:
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
            if users and self._clash(users, 0 if self.chosen else step):
                cost += CONFLICT
            yield cost, after, vertical, 0
        if self.chosen:
            yield from self._exits_beside()

    def _exits_beside(self) -> Iterator[Exit]:
        y, x = self.source
        for step in (1, -1):
            for shift in (-1, 1):
                corner = Node(y + step, x)
                cost = BESIDE + BEND + self.leave.of(True, step) + self._rise(y, y + step)
                cost += self.across(corner.level, x, x + shift) + self._penalty(True, step, shift)
                if self.occupancy.stubs.get((corner, shift)):
                    cost += CONFLICT
                yield cost, Node(corner.level, x + shift), False, shift

    def _rise(self, y: int, z: int) -> float:
        return abs(self.board.height[y] - self.board.height[z])

    def _penalty(self, vertical: bool, step: int, shift: int) -> float:
        return self.lessons.penalty.get((self.e, vertical, step, shift), 0.0)

    def price(self, path: Path) -> float:
        """Add up what a path costs, whose corners lie in the window."""
        index = self.window.index
        nodes = [n for n in path.all_nodes() if n.level in index]
        begin = 2 if path.shift else 1
        cost, vertical = next(
            (cost, vertical)
            for cost, node, vertical, shift in self.exits()
            if node == nodes[begin] and shift == path.shift
        )
        for before, (y, x), (z, w) in zip(
            nodes[begin - 1 :], nodes[begin:], nodes[begin + 1 :], strict=False
        ):
            along = x == w
            if along != vertical:
                cost += self.turn(y, x, before) + self.squeeze * (
                    not vertical and (y, x) == nodes[1]
                )
            else:
                cost += self.straight_down(y, x) if along else self.straight_across(y, x)
            cost += self.down(index[y], index[z], x) if along else self.across(y, x, w)
            vertical = along
        (y, x), end = nodes[-2], nodes[-1]
        if x != end.column:
            cost += self.enter.side + (self.head(y, x) if nodes[-2] in path.corners else 0.0)
        return cost


def _way(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    """Return the direction from one node to another one beside or above it."""
    return (b[0] > a[0]) - (b[0] < a[0]), (b[1] > a[1]) - (b[1] < a[1])
