"""Which column a box stands in: links point to the right as far as the network allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Arc = tuple[str, str]
"""(from, to)"""

_PASSES = 4
"""How often boxes are drawn towards their neighbours; more changes nothing in networks of this size."""


def ranks(keys: Sequence[str], arcs: Iterable[Arc]) -> dict[str, int]:
    """Give each key a column from 0. No two keys of an arc share one; few arcs point to the left.

    Arcs are between different keys of `keys`. Where two keys point at each other, either may come first.
    """
    arcs = list(arcs)
    place = {key: i for i, key in enumerate(sequence(keys, arcs))}
    after: dict[str, set[str]] = {key: set() for key in keys}
    before: dict[str, set[str]] = {key: set() for key in keys}
    for a, b in arcs:
        first, second = (a, b) if place[a] < place[b] else (b, a)
        after[first].add(second)
        before[second].add(first)
    rank: dict[str, int] = {}
    order = sorted(keys, key=place.__getitem__)
    for key in order:
        rank[key] = max((rank[k] + 1 for k in before[key]), default=0)
    for turn in range(_PASSES):
        for key in order if turn % 2 else reversed(order):
            rank[key] = _drawn(key, rank, before[key], after[key])
    least = min(rank.values(), default=0)
    return {key: rank[key] - least for key in keys}


def _drawn(key: str, rank: Mapping[str, int], before: set[str], after: set[str]) -> int:
    """Move a box to the side on which it has more neighbours, as far as they let it."""
    left = max((rank[k] + 1 for k in before), default=None)
    right = min((rank[k] - 1 for k in after), default=None)
    if left is None:
        return rank[key] if right is None else right
    if right is None or len(before) > len(after):
        return left
    return right if len(after) > len(before) else rank[key]


def sequence(keys: Sequence[str], arcs: Iterable[Arc]) -> list[str]:
    """Order the keys so that few arcs lead back (the greedy way of Eades, Lin and Smyth, 1993).

    Pairs that point at each other do not count. Ties go to the key that comes first in `keys`.
    """
    single = set(arcs)
    single -= {(b, a) for a, b in single}
    out: dict[str, set[str]] = {key: set() for key in keys}
    into: dict[str, set[str]] = {key: set() for key in keys}
    for a, b in single:
        out[a].add(b)
        into[b].add(a)
    left = list(keys)
    head: list[str] = []
    tail: list[str] = []
    while left:
        key = next((k for k in left if not into[k]), None)
        if key is not None:
            head.append(key)
        elif (sink := next((k for k in left if not out[k]), None)) is not None:
            tail.append(key := sink)
        else:
            head.append(key := max(left, key=lambda k: len(out[k]) - len(into[k])))
        left.remove(key)
        for other in out.pop(key):
            into[other].discard(key)
        for other in into.pop(key):
            out[other].discard(key)
    return head + tail[::-1]
