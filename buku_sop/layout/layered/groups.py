"""Groups of boxes that one takes in at a glance: what hangs together closely, no larger than a drawing may be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush

from buku_sop.layout.layered.ranks import Arc, ranks

_MOVES = 3
"""Rounds in which boxes change to the group where they have more neighbours."""


def split(keys: Sequence[str], arcs: Iterable[Arc], boxes: int, columns: int) -> list[list[str]]:
    """Cut a network into groups, the largest first, each in the order of `keys`.

    What hangs together stays together if it is drawn with at most so many boxes and columns; else the thinnest ties
    are cut. Boxes whose only neighbour is one other box stay with it, whatever the number.
    """
    arcs = list(arcs)
    groups: list[list[str]] = []
    for whole in connected(keys, arcs):
        inside = set(whole)
        own = [(a, b) for a, b in arcs if a in inside]
        if len(whole) <= boxes and _columns(whole, own) <= columns:
            groups.append(whole)
        else:
            groups += _Splitter(whole, own, boxes, columns).split()
    place = {key: i for i, key in enumerate(keys)}
    return sorted(groups, key=lambda group: (-len(group), place[group[0]]))


def connected(keys: Sequence[str], arcs: Iterable[Arc]) -> list[list[str]]:
    """Return what hangs together, each in the order of `keys`. Arcs to other keys do not count."""
    near: dict[str, list[str]] = {key: [] for key in keys}
    for a, b in arcs:
        if a in near and b in near:
            near[a].append(b)
            near[b].append(a)
    groups: list[list[str]] = []
    group_of: dict[str, int] = {}
    for key in keys:
        if key in group_of:
            continue
        waiting = [key]
        group_of[key] = len(groups)
        while waiting:
            for other in near[waiting.pop()]:
                if other not in group_of:
                    group_of[other] = len(groups)
                    waiting.append(other)
        groups.append([])
    for key in keys:
        groups[group_of[key]].append(key)
    return groups


def _columns(keys: Sequence[str], arcs: Iterable[Arc]) -> int:
    inside = set(keys)
    own = [(a, b) for a, b in arcs if a in inside and b in inside]
    return max(ranks(keys, own).values(), default=-1) + 1


class _Splitter:
    """Cuts one network: joins its boxes again, the closest first, as long as the result can be drawn."""

    def __init__(self, keys: list[str], arcs: list[Arc], boxes: int, columns: int) -> None:
        self.keys, self.most, self.columns = keys, boxes, columns
        self.arcs: dict[str, list[Arc]] = defaultdict(list)
        self.near: dict[str, Counter[str]] = {key: Counter() for key in keys}
        for a, b in arcs:
            self.arcs[a].append((a, b))
            self.near[a][b] += 1
            self.near[b][a] += 1
        self.place = {key: i for i, key in enumerate(keys)}
        self.members: dict[str, list[str]] = {key: [key] for key in keys}
        self.group = {key: key for key in keys}

    def split(self) -> list[list[str]]:
        for key in self.keys:
            if len(self.near[key]) == 1:
                (only,) = self.near[key]
                if len(self.near[only]) > 1 or self.place[only] < self.place[key]:
                    self._join(self.group[only], self.group[key])
        self._join_closest()
        for _ in range(_MOVES):
            if not sum(map(self._move, self.keys)):
                break
        return [
            part
            for members in self.members.values()
            for part in connected(
                sorted(members, key=self.place.__getitem__),
                [arc for key in members for arc in self.arcs[key]],
            )
        ]

    def _join(self, a: str, b: str) -> None:
        for key in self.members[b]:
            self.group[key] = a
        self.members[a] += self.members.pop(b)

    def _join_closest(self) -> None:
        """Join the two groups with most ties for their sizes, until none can be joined."""
        ties: dict[str, Counter[str]] = {g: Counter() for g in self.members}
        for key in self.keys:
            for other, n in self.near[key].items():
                if self.group[key] != self.group[other]:
                    ties[self.group[key]][self.group[other]] += n
        offers = [
            self._offer(a, b, n) for a in ties for b, n in ties[a].items() if self._first(a, b)
        ]
        heapify(offers)
        while offers:
            offer = heappop(offers)
            a, b = offer[-2:]
            if a not in ties or b not in ties or offer != self._offer(a, b, ties[a][b]):
                continue
            if not self._drawable([*self.members[a], *self.members[b]]):
                continue
            self._join(a, b)
            for other, n in ties.pop(b).items():
                ties[other].pop(b)
                if other != a:
                    ties[a][other] += n
                    ties[other][a] += n
            for other, n in ties[a].items():
                pair = (a, other) if self._first(a, other) else (other, a)
                heappush(offers, self._offer(*pair, n))

    def _offer(self, a: str, b: str, ties: int) -> tuple[float, int, int, str, str]:
        share = ties / (len(self.members[a]) * len(self.members[b]))
        return (-share, self.place[a], self.place[b], a, b)

    def _first(self, a: str, b: str) -> bool:
        return self.place[a] < self.place[b]

    def _drawable(self, members: list[str]) -> bool:
        if len(members) > self.most:
            return False
        arcs = (arc for key in members for arc in self.arcs[key])
        return _columns(sorted(members, key=self.place.__getitem__), arcs) <= self.columns

    def _move(self, key: str) -> bool:
        """Let a box change to the group where it has most neighbours; its own lone neighbours come along."""
        ties: Counter[str] = Counter()
        alone = [k for k in self.near[key] if len(self.near[k]) == 1]
        if len(self.near[key]) == 1:
            return False
        for other, n in self.near[key].items():
            if other not in alone:
                ties[self.group[other]] += n
        own = self.group[key]
        wish: Callable[[str], tuple[int, int]] = lambda g: (ties[g], -self.place[g])  # noqa: E731
        best = max(ties, key=wish, default=own)
        moving = [key, *alone]
        if ties[best] <= ties[own] or not self._drawable([*self.members[best], *moving]):
            return False
        for one in moving:
            self.members[own].remove(one)
            self.members[best].append(one)
            self.group[one] = best
        if not self.members[own]:
            del self.members[own]
        return True
