"""Networks: boxes apart, lines from box to box and through none, groups of a size that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.layout.layered import Box, Curve, Drawing, Link, Measures, arrange, split, wrap
from buku_sop.layout.layered.groups import connected
from buku_sop.layout.layered.order import order
from buku_sop.layout.layered.place import settle
from buku_sop.layout.layered.ranks import ranks, sequence
from buku_sop.layout.text import width

UKURAN = Measures()
Network = tuple[list[Box], list[Link]]


@st.composite
def networks(draw: st.DrawFn, most: int = 14) -> Network:
    """Any boxes with any links between them, at most one for a pair."""
    n = draw(st.integers(1, most))
    boxes = [Box(f"k{i}", draw(st.sampled_from((30.0, 44.0, 57.5, 120.0)))) for i in range(n)]
    pairs = list(combinations(range(n), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=2 * n)) if pairs else []
    links = []
    for a, b in chosen:
        a, b = (b, a) if draw(st.booleans()) else (a, b)
        links.append(Link(f"k{a}", f"k{b}", draw(st.booleans())))
    return boxes, links


def arcs_of(links: Sequence[Link]) -> list[tuple[str, str]]:
    both = [(x.target, x.source) for x in links if x.both]
    return [(x.source, x.target) for x in links] + both


@given(networks())
def test_no_two_boxes_touch_and_all_stand_in_the_drawing(network: Network) -> None:
    boxes, links = network
    drawing = arrange(boxes, links)
    assert {k: s.height for k, s in drawing.spots.items()} == {b.key: b.height for b in boxes}
    for spot in drawing.spots.values():
        assert spot.x >= 0
        assert spot.y >= 0
        assert spot.x + spot.width <= drawing.width
        assert spot.y + spot.height <= drawing.height
    for a, b in combinations(drawing.spots.values(), 2):
        apart_x = a.x + a.width <= b.x or b.x + b.width <= a.x
        apart_y = a.y + a.height < b.y or b.y + b.height < a.y
        assert apart_x or apart_y


@given(networks())
def test_every_line_ends_at_the_sides_of_its_boxes_with_its_heads(network: Network) -> None:
    boxes, links = network
    drawing = arrange(boxes, links)
    assert [c.link for c in drawing.curves] == list(range(len(links)))
    for curve, link in zip(drawing.curves, links, strict=True):
        source, target = drawing.spots[link.source], drawing.spots[link.target]
        left, right = (source, target) if source.x < target.x else (target, source)
        (x1, y1), (x2, y2) = curve.points[0], curve.points[-1]
        assert x1 == left.x + left.width
        assert x2 == right.x
        assert left.y < y1 < left.y + left.height
        assert right.y < y2 < right.y + right.height
        assert curve.right == (right is target or link.both)
        assert curve.left == (left is target or link.both)


@given(networks())
def test_no_line_runs_through_a_box(network: Network) -> None:
    drawing = arrange(*network)
    for curve in drawing.curves:
        assert not [k for k in drawing.spots if _through(curve, drawing, k)]


def test_the_line_that_leads_back_has_its_head_on_the_left() -> None:
    ring = [Link("a", "b"), Link("b", "c"), Link("c", "a"), Link("c", "d", both=True)]
    curves = arrange([Box(k, 40.0) for k in "abcd"], ring).curves
    heads = [(c.right, c.left) for c in curves]
    assert sorted(heads[:3]) == [(False, True), (True, False), (True, False)]
    assert heads[3] == (True, True)


def _through(curve: Curve, drawing: Drawing, key: str) -> bool:
    """Whether a line passes the inside of a box; between two points it stays in the rectangle they span."""
    spot = drawing.spots[key]
    for (x1, y1), (x2, y2) in pairwise(curve.points):
        assert x1 < x2
        beside = x2 <= spot.x or x1 >= spot.x + spot.width
        off = max(y1, y2) <= spot.y or min(y1, y2) >= spot.y + spot.height
        if not beside and not off:
            return True
    return False


@given(networks())
def test_the_same_network_is_the_same_drawing(network: Network) -> None:
    boxes, links = network
    assert arrange(boxes, links) == arrange(list(boxes), list(links))


def test_lines_of_a_box_leave_it_in_the_order_of_their_ends() -> None:
    boxes = [Box("inti", 60.0), *(Box(f"k{i}", 40.0) for i in range(5))]
    drawing = arrange(boxes, [Link("inti", f"k{i}") for i in (3, 0, 4, 1, 2)])
    ends = sorted((c.points[-1][1], c.points[0][1]) for c in drawing.curves)
    starts = [start for _, start in ends]
    assert starts == sorted(set(starts))


def test_channels_become_narrower_so_that_six_columns_fit_the_page() -> None:
    boxes = [Box(f"k{i}", 40.0) for i in range(6)]
    chain = [Link(f"k{i}", f"k{i + 1}") for i in range(5)]
    assert arrange(boxes, chain).width == pytest.approx(UKURAN.widest)
    assert arrange(boxes[:3], chain[:2]).width == 3 * 172 + 2 * 72 + 8


def test_a_crossing_that_can_be_avoided_is_avoided() -> None:
    boxes = [Box(k, 40.0) for k in "abcdef"]
    links = [Link("a", "f"), Link("b", "e"), Link("c", "d")]
    drawing = arrange(boxes, links)
    assert all(c.points[0][1] == c.points[-1][1] for c in drawing.curves)


@given(networks())
def test_columns_hold_no_two_neighbours(network: Network) -> None:
    boxes, links = network
    column = ranks([b.key for b in boxes], arcs_of(links))
    assert min(column.values()) == 0
    assert all(column[x.source] != column[x.target] for x in links)


@given(networks())
def test_what_has_no_cycle_points_to_the_right_throughout(network: Network) -> None:
    boxes, links = network
    keys = [b.key for b in boxes]
    forth = [
        (min(x.source, x.target, key=keys.index), max(x.source, x.target, key=keys.index))
        for x in links
    ]
    place = sequence(keys, forth)
    column = ranks(keys, forth)
    assert sorted(place) == sorted(keys)
    assert all(place.index(a) < place.index(b) for a, b in forth)
    assert all(column[a] < column[b] for a, b in forth)


def test_a_ring_points_back_only_once() -> None:
    keys = [f"k{i}" for i in range(7)]
    ring = [(keys[i], keys[(i + 1) % 7]) for i in range(7)]
    column = ranks(keys, ring)
    assert sum(column[a] > column[b] for a, b in ring) == 1


@given(
    st.lists(st.tuples(st.floats(-500, 500), st.floats(0.5, 5)), min_size=1, max_size=12),
    st.floats(0, 50),
)
def test_settled_values_keep_their_distance_and_wishes_that_can_be_met(
    wishes: list[tuple[float, float]], apart: float
) -> None:
    wish, weight = [w for w, _ in wishes], [w for _, w in wishes]
    settled = settle(wish, weight, [apart] * (len(wish) - 1))
    assert all(b - a >= apart - 1e-6 for a, b in pairwise(settled))
    if all(b - a >= apart for a, b in pairwise(wish)):
        assert settled == pytest.approx(wish)
    moved = sum((a - b) * w for a, b, w in zip(settled, wish, weight, strict=True))
    assert moved == pytest.approx(0, abs=1e-3)


def test_the_order_with_fewest_crossings_is_kept() -> None:
    left = {3: [0], 4: [1], 5: [2]}
    right = {0: [3], 1: [4], 2: [5]}
    first, second = order([[0, 1, 2], [5, 3, 4]], left, right)
    assert second == [right[n][0] for n in first]


@given(networks(40), st.integers(3, 12), st.integers(2, 5))
def test_groups_hold_every_box_once_and_hang_together(
    network: Network, boxes: int, columns: int
) -> None:
    keys, arcs = [b.key for b in network[0]], arcs_of(network[1])
    groups = split(keys, arcs, boxes, columns)
    assert sorted(k for g in groups for k in g) == sorted(keys)
    assert [len(g) for g in groups] == sorted((len(g) for g in groups), reverse=True)
    lone = _lone(keys, arcs)
    for group in groups:
        assert len(connected(group, arcs)) == 1
        inner = [k for k in group if k not in lone]
        assert len(inner) <= boxes
        if inner == group:
            inside = [(a, b) for a, b in arcs if a in group and b in group]
            assert max(ranks(group, inside).values()) < columns


def _lone(keys: Sequence[str], arcs: Sequence[tuple[str, str]]) -> set[str]:
    """What has one neighbour only, and what such things hang on: they stay together whatever the number."""
    near: dict[str, set[str]] = {k: set() for k in keys}
    for a, b in arcs:
        near[a].add(b)
        near[b].add(a)
    alone = {k for k in keys if len(near[k]) == 1}
    return alone | {n for k in alone for n in near[k]}


def test_a_small_network_stays_whole_and_two_clusters_are_cut_between_them() -> None:
    left = [(f"a{i}", f"a{j}") for i, j in combinations(range(4), 2)]
    right = [(f"b{i}", f"b{j}") for i, j in combinations(range(4), 2)]
    keys = [f"a{i}" for i in range(4)] + [f"b{i}" for i in range(4)]
    arcs = [*left, ("a3", "b0"), *right]
    assert split(keys, arcs, 8, 9) == [keys]
    assert split(keys, arcs, 7, 9) == [keys[:4], keys[4:]]


def test_a_long_chain_is_cut_into_pieces_that_fit_the_page() -> None:
    keys = [f"k{i:02}" for i in range(24)]
    groups = split(keys, list(pairwise(keys)), 30, 6)
    assert all(2 <= len(g) <= 6 for g in groups)
    assert all(g == keys[keys.index(g[0]) : keys.index(g[0]) + len(g)] for g in groups)


def test_what_one_box_alone_refers_to_stays_with_it() -> None:
    """Thirty missing names of one SOP are one group, though it is larger than others may be."""
    arcs = [("inti", f"t{i:02}") for i in range(30)] + [
        ("inti", "lain"),
        ("lain", "jauh"),
        ("jauh", "inti"),
    ]
    keys = sorted({k for arc in arcs for k in arc})
    groups = split(keys, arcs, 10, 6)
    assert {"inti", "t00", "t29"} <= set(groups[0])


@given(st.text(max_size=80), st.integers(40, 200), st.integers(1, 5))
def test_wrapped_words_fit_and_lose_nothing_but_behind_an_ellipsis(
    text: str, room: int, most: int
) -> None:
    lines = wrap(text, 13, room, most)
    assert 1 <= len(lines) <= most
    assert all(width(line, 13) <= room or len(line) == 1 for line in lines)
    told, whole = "".join("".join(lines).split()), "".join(text.split())
    if lines[-1].endswith("…") and told != whole:
        assert whole.startswith(told[:-1])
    else:
        assert told == whole


def test_words_break_between_words_and_long_ones_within() -> None:
    assert wrap("Penyusunan Laporan Kinerja", 13, 130, 4) == ("Penyusunan Laporan", "Kinerja")
    assert wrap("Penyusunan Laporan Kinerja Tahunan Contoh", 13, 130, 2) == (
        "Penyusunan Laporan",
        "Kinerja Tahunan…",
    )
    assert len(wrap("x" * 60, 13, 100, 9)) > 3
