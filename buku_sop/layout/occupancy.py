"""Who uses which piece of the board: the memory of the router.

A piece is the stretch between two neighbouring levels of a column, or two neighbouring columns of a
level. Arrows that may share a line are kin: those with the same target may merge, and those
from the same source that are no branches may fork, as long as they run the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.analysis.alur.alur import Panah
from buku_sop.layout.board import CENTRE, Board, Node

User = tuple[int, int]
"""An arrow and its direction: 1 down or right, -1 up or left, 0 where it shares with nobody."""

TIE = -1
"""The user that stands for a line between symbols that act jointly."""


@dataclass(frozen=True, slots=True)
class Path:
    """The way of an arrow over the board."""

    nodes: tuple[Node, ...]
    """The source's node, every corner, and the target's node."""
    shift: int = 0
    """Whether it leaves the source left (-1) or right (1) of the middle of its upper or lower side."""

    @property
    def corners(self) -> tuple[Node, ...]:
        """The nodes where it turns."""
        return self.nodes[1:-1]

    def all_nodes(self) -> Iterator[Node]:
        """Yield every node that it passes, from source to target."""
        y, x = self.nodes[0]
        yield self.nodes[0]
        for vertical, _, _, step in self.pieces():
            y, x = (y + step, x) if vertical else (y, x + step)
            yield Node(y, x)

    def between(self) -> Iterator[Node]:
        """Yield every node that it passes straight."""
        for (y, x), (z, w) in pairwise(self.nodes):
            if x == w:
                yield from (Node(at, x) for at in range(min(y, z) + 1, max(y, z)))
            else:
                yield from (Node(y, at) for at in range(min(x, w) + 1, max(x, w)))

    def pieces(self) -> Iterator[tuple[bool, int, int, int]]:
        """Yield (vertical, line, position, direction) of each piece, from source to target."""
        for a, b in pairwise(self.nodes):
            if a.column == b.column:
                step = 1 if b.level > a.level else -1
                for level in range(a.level, b.level, step):
                    yield True, a.column, min(level, level + step), step
            else:
                step = 1 if b.column > a.column else -1
                for column in range(a.column, b.column, step):
                    yield False, a.level, min(column, column + step), step


class Occupancy:
    """The paths laid so far."""

    def __init__(self, board: Board, panah: Sequence[Panah]) -> None:
        self.board = board
        self.panah = panah
        self.paths: dict[int, Path] = {}
        self.work = 0
        """What was done since a budget was last told, in parts of a unit (`buku_sop.layout.budget.PARTS`)."""
        levels, columns = len(board.levels), board.columns
        self.vertical: list[list[list[User]]] = [
            [[] for _ in range(levels)] for _ in range(columns)
        ]
        self.horizontal: list[list[list[User]]] = [
            [[] for _ in range(columns)] for _ in range(levels)
        ]
        self.vertical_load = [[0] * levels for _ in range(columns)]
        """How many tracks each piece needs."""
        self.horizontal_load = [[0] * columns for _ in range(levels)]
        self.crossed_by_horizontals = [[0] * levels for _ in range(columns)]
        """How many arrows run straight through each node sideways."""
        self.crossed_by_verticals = [[0] * columns for _ in range(levels)]
        self.turns: defaultdict[Node, list[int]] = defaultdict(list)
        self.stubs: defaultdict[tuple[Node, int], list[int]] = defaultdict(list)
        """Who comes beside the middle of a symbol's upper or lower side to the level of a node."""
        self.entered = frozenset(p.ke for p in panah)
        """The symbols that an arrow leads to."""
        self.kin = self._kin()
        self.merging = [
            frozenset(f for f in kin if panah[f].ke == p.ke)
            for kin, p in zip(self.kin, panah, strict=True)
        ]
        """For each arrow those with the same target."""
        self.forking = frozenset(
            e for e, kin in enumerate(self.kin) if any(panah[f].ke != panah[e].ke for f in kin)
        )
        """The arrows that part from others which lead elsewhere."""

    def _kin(self) -> list[frozenset[int]]:
        merging: defaultdict[int, set[int]] = defaultdict(set)
        forking: defaultdict[int, set[int]] = defaultdict(set)
        for e, panah in enumerate(self.panah):
            merging[panah.ke].add(e)
            if panah.cabang is None:
                forking[panah.dari].add(e)
        return [
            frozenset((merging[p.ke] | (forking[p.dari] if p.cabang is None else set())) - {e})
            for e, p in enumerate(self.panah)
        ]

    def related(self, e: int, f: int) -> bool:
        """Whether two arrows may share a line."""
        return e != TIE and f in self.kin[e]

    def tie(self, first: Node, last: Node) -> None:
        """Lay the line that joins two symbols of one band."""
        for column in range(first.column, last.column):
            self.horizontal[first.level][column].append((TIE, 0))
            self.horizontal_load[first.level][column] += 1
        for column in range(first.column + 1, last.column):
            self.crossed_by_horizontals[column][first.level] += 1

    def add(self, e: int, path: Path) -> None:
        """Lay the path of an arrow."""
        self.paths[e] = path
        self._change(e, path, 1)

    def remove(self, e: int) -> Path | None:
        """Take up the path of an arrow."""
        path = self.paths.pop(e, None)
        if path is not None:
            self._change(e, path, -1)
        return path

    def _change(self, e: int, path: Path, by: int) -> None:
        for i, (vertical, line, at, step) in enumerate(path.pieces()):
            if i == 0 and path.shift:
                continue
            direction = 0 if i == 0 and self.panah[e].cabang is not None else step
            users = (self.vertical if vertical else self.horizontal)[line][at]
            if by > 0:
                users.append((e, direction))
            else:
                users.remove((e, direction))
            self.work += 8 + len(users)
            load = self.vertical_load if vertical else self.horizontal_load
            load[line][at] = self._tracks(users) if len(users) > 1 else len(users)
        self._change_nodes(e, path, by)

    def _change_nodes(self, e: int, path: Path, by: int) -> None:
        for a, b in pairwise(path.nodes):
            if a.column == b.column:
                for level in range(min(a.level, b.level) + 1, max(a.level, b.level)):
                    self.crossed_by_verticals[level][a.column] += by
            else:
                for column in range(min(a.column, b.column) + 1, max(a.column, b.column)):
                    self.crossed_by_horizontals[column][a.level] += by
        lists = [self.turns[node] for node in path.corners]
        if path.shift:
            lists.append(self.stubs[path.nodes[1], path.shift])
        for users in lists:
            if by > 0:
                users.append(e)
            else:
                users.remove(e)

    def meeting(self, e: int) -> bool:
        """Whether a laid arrow turns into another one with the same target."""
        corners = self.paths[e].corners
        others = self.merging[e] & self.paths.keys() if corners else ()
        return any(node in corners for f in others for node in self.paths[f].between())

    def clashing(self, e: int) -> set[int]:
        """Return the arrows (or `TIE`) that a laid arrow lies on without being kin."""
        path = self.paths[e]
        found: set[int] = set()
        for i, (vertical, line, at, step) in enumerate(path.pieces()):
            single = line % 3 == CENTRE if vertical else self.board.single[line]
            if single and not (i == 0 and path.shift):
                users = (self.vertical if vertical else self.horizontal)[line][at]
                direction = 0 if i == 0 and self.panah[e].cabang is not None else step
                found |= {f for f, d in users if f not in self.kin[e] or d != direction or not d}
        for node in path.corners:
            if node.column % 3 == CENTRE or self.board.single[node.level]:
                found |= {f for f in self.turns[node] if f not in self.kin[e]}
        return found - {e}

    def crossing(self, e: int) -> set[int]:
        """Return the arrows that a laid arrow crosses for certain."""
        found: set[int] = set()
        for a, b in pairwise(self.paths[e].nodes):
            if a.column == b.column:
                x = a.column
                for y in range(min(a.level, b.level) + 1, max(a.level, b.level)):
                    if self.crossed_by_horizontals[x][y]:
                        left = {f for f, _ in self.horizontal[y][x - 1]}
                        found |= left & {f for f, _ in self.horizontal[y][x]}
            else:
                y = a.level
                for x in range(min(a.column, b.column) + 1, max(a.column, b.column)):
                    if self.crossed_by_verticals[y][x]:
                        above = {f for f, _ in self.vertical[x][y - 1]}
                        found |= above & {f for f, _ in self.vertical[x][y]}
        return found - {e, TIE}

    def _tracks(self, users: list[User]) -> int:
        """Count the tracks that the users of a piece need: kin that run the same way share one."""
        tracks: list[tuple[int, set[int]]] = []
        for e, direction in users:
            kin = self.kin[e] if direction and e != TIE else frozenset[int]()
            for way, track in tracks if kin else ():
                if way == direction and track <= kin:
                    track.add(e)
                    break
            else:
                tracks.append((direction, {e}))
        return len(tracks)
