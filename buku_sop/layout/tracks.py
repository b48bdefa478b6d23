"""Tracks: which of the parallel lines of a gutter or space each piece of a path takes.

Pieces of kin that meet share a track. The order of the others in a channel is chosen so that their
arrows cross each other least; then the tracks are filled from the left (or from above) as in left-edge
interval colouring, which needs no more of them than lie beside each other anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from buku_sop.layout.board import CENTRE, RIGHT, Board
from buku_sop.layout.budget import Budget
from buku_sop.layout.occupancy import Path
from buku_sop.layout.runs import Run, crossings, runs_of
from buku_sop.layout.weights import Limits

PASSES = 4
ROW_TRACKS = 3
"""How many tracks a row holds above or below its symbols without growing."""
HEAD_INSIDE = 5.0

Related = Callable[[int, int], bool]
Costs = dict[tuple[int, int], float]


@dataclass(slots=True, eq=False)
class _Cluster:
    """Runs that share a track."""

    runs: list[Run] = field(default_factory=list)
    lo: int = 0
    hi: int = 0

    def add(self, run: Run) -> None:
        self.lo = min(self.lo, run.lo) if self.runs else run.lo
        self.hi = max(self.hi, run.hi) if self.runs else run.hi
        self.runs.append(run)

    @property
    def enters(self) -> bool:
        """Whether one of its arrows turns from here straight into a symbol."""
        return any(
            r.after and not r.after.after and abs(r.after.end - r.line) == 1 for r in self.runs
        )

    def meets(self, other: _Cluster) -> bool:
        return self.lo <= other.hi and other.lo <= self.hi


def assign_tracks(
    board: Board, paths: Mapping[int, Path], related: Related, limits: Limits, budget: Budget
) -> dict[int, list[Run]]:
    """Give every run its track; returns the runs of each arrow."""
    runs = {e: runs_of(e, paths[e]) for e in sorted(paths)}
    channels: defaultdict[tuple[bool, int], list[Run]] = defaultdict(list)
    for pieces in runs.values():
        for run in pieces:
            many = run.line % 3 != CENTRE if run.vertical else not board.single[run.line]
            if many:
                channels[run.vertical, run.line].append(run)
    groups = [
        group
        for _, members in sorted(channels.items(), key=lambda item: item[0])
        for group in _components(_clusters(members, related))
    ]
    for _ in range(PASSES):
        budget.spend(sum(len(group) ** 2 for group in groups))
        changed = [_arrange(group, runs, limits) for group in groups]
        if not any(changed):
            break
    return runs


def _clusters(runs: Iterable[Run], related: Related) -> list[_Cluster]:
    """Put runs of kin that meet together, wherever that makes no strangers share."""
    clusters: list[_Cluster] = []
    for run in sorted(runs, key=lambda r: (r.lo, r.hi, r.e)):
        for cluster in clusters:
            touching = [r for r in cluster.runs if r.lo <= run.hi and run.lo <= r.hi]
            if touching and all(_may_share(run, r, related) for r in touching):
                cluster.add(run)
                break
        else:
            fresh = _Cluster()
            fresh.add(run)
            clusters.append(fresh)
    return clusters


def _may_share(a: Run, b: Run, related: Related) -> bool:
    same_way = (a.end > a.start) == (b.end > b.start)
    only_touch = a.lo == b.hi or b.lo == a.hi
    return related(a.e, b.e) and (same_way or only_touch)


def _components(clusters: list[_Cluster]) -> list[list[_Cluster]]:
    """Split the clusters of a channel where nothing runs beside anything."""
    components: list[list[_Cluster]] = []
    reach = -1
    for cluster in sorted(clusters, key=lambda c: (c.lo, c.hi, c.runs[0].e)):
        if not components or cluster.lo > reach:
            components.append([])
        components[-1].append(cluster)
        reach = max(reach, cluster.hi)
    return components


def _arrange(group: list[_Cluster], runs: Mapping[int, list[Run]], limits: Limits) -> bool:
    """Order the clusters of a component and fill its tracks; returns whether anything moved."""
    before = [run.offset for cluster in group for run in cluster.runs]
    depth = _depth(group)
    costs = _costs(group, runs, depth > limits.entering)
    order: list[int] = []
    for i in range(len(group)):
        _insert(order, i, costs)
    for i in range(len(group)):
        order.remove(i)
        _insert(order, i, costs)
    tracks = _fill(group, order)
    room = limits.tracks if group[0].runs[0].vertical else ROW_TRACKS
    if max(tracks) >= max(depth, room):
        tracks = _fill_tightly(group, costs, depth)
    count = max(tracks) + 1
    for cluster, track in zip(group, tracks, strict=True):
        for run in cluster.runs:
            run.track, run.tracks = track, count
            run.offset = 0.8 * (track + 1) / (count + 1) - 0.4
    return before != [run.offset for cluster in group for run in cluster.runs]


def _depth(group: list[_Cluster]) -> int:
    """How many clusters lie beside each other at most."""
    return max(sum(c.lo <= cluster.lo <= c.hi for c in group) for cluster in group)


def _costs(group: list[_Cluster], runs: Mapping[int, list[Run]], tight: bool) -> Costs:
    """What it costs that the first cluster of a pair lies before the second."""
    costs: Costs = {}
    for i, a in enumerate(group):
        for j in range(i):
            b = group[j]
            if a.meets(b):
                costs[i, j] = _crossings(a, b, runs) + tight * _head_inside(a, b)
                costs[j, i] = _crossings(b, a, runs) + tight * _head_inside(b, a)
    return costs


def _head_inside(a: _Cluster, b: _Cluster) -> float:
    """The cost of an arrow that enters a symbol from its gutter and lies too near to it for a head."""
    inner, outer = (a, b) if a.runs[0].line % 3 == RIGHT else (b, a)
    return HEAD_INSIDE if inner.enters and not outer.enters else 0.0


def _insert(order: list[int], i: int, costs: Costs) -> None:
    """Insert a cluster where it crosses least."""
    cost = sum(costs.get((i, j), 0) for j in order)
    best, place = cost, 0
    for k, j in enumerate(order):
        cost += costs.get((j, i), 0) - costs.get((i, j), 0)
        if cost < best:
            best, place = cost, k + 1
    order.insert(place, i)


def _fill(group: list[_Cluster], order: list[int]) -> list[int]:
    """Give each cluster the first track behind those that lie before it."""
    tracks = [0] * len(group)
    for n, i in enumerate(order):
        tracks[i] = max((tracks[j] + 1 for j in order[:n] if group[i].meets(group[j])), default=0)
    return tracks


def _fill_tightly(group: list[_Cluster], costs: Costs, depth: int) -> list[int]:
    """Give each cluster the cheapest of as many tracks as needed: left-edge colouring."""
    tracks: list[int] = []
    for i, cluster in enumerate(group):
        taken = {tracks[j] for j in range(i) if cluster.meets(group[j])}
        free = [t for t in range(depth) if t not in taken]
        tracks.append(min(free, key=lambda t: (_cost_at(i, t, tracks, costs), t)))
    for _ in range(PASSES):
        for i, cluster in enumerate(group):
            taken = {tracks[j] for j in range(len(group)) if j != i and cluster.meets(group[j])}
            free = [t for t in range(depth) if t not in taken]
            tracks[i] = min(free, key=lambda t: (_cost_at(i, t, tracks, costs), t))
    return tracks


def _cost_at(i: int, track: int, tracks: list[int], costs: Costs) -> float:
    """What a cluster costs in a track, beside those that have theirs."""
    total = 0.0
    for j, other in enumerate(tracks):
        if j != i:
            total += costs.get((i, j) if track < other else (j, i), 0.0)
    return total


def _crossings(a: _Cluster, b: _Cluster, runs: Mapping[int, list[Run]]) -> int:
    """Count how often the arrows of two clusters cross when the first lies before the second."""
    before = [(run, run.offset) for cluster in (a, b) for run in cluster.runs]
    for run in a.runs:
        run.offset = -0.2
    for run in b.runs:
        run.offset = 0.2
    pairs = {(r.e, s.e) for r in a.runs for s in b.runs}
    total = sum(crossings(runs[e], runs[f]) for e, f in pairs)
    for run, offset in before:
        run.offset = offset
    return total
