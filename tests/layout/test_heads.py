"""Arrow heads where lines of one target meet: which line comes into the other, and where its head has room."""

from __future__ import annotations

import pytest

from buku_sop.layout.boxes import Box
from buku_sop.layout.heads import LENGTH, Head, Line, Obstacles, Point, meeting_heads

TRUNK = Line(((20.0, 0.0), (20.0, 40.0)), "a")


def line(*points: Point, target: str = "a") -> Line:
    return Line(points, target)


def heads(*lines: Line, boxes: tuple[Box, ...] = ()) -> list[Head]:
    return meeting_heads(lines, Obstacles(boxes=list(boxes)))


class TestWhoComesIntoWhom:
    def test_the_line_that_turns_into_one_that_runs_straight(self) -> None:
        side = line((0.0, 20.0), (20.0, 20.0), (20.0, 40.0))
        assert heads(TRUNK, side) == heads(TRUNK, side) == [Head(1, 1, 0.0, (1, 0))]
        assert heads(side, TRUNK) == [Head(0, 1, 0.0, (1, 0))]

    def test_both_that_turn_into_their_common_way_from_two_sides(self) -> None:
        left = line((0.0, 20.0), (20.0, 20.0), (20.0, 40.0))
        right = line((40.0, 20.0), (20.0, 20.0), (20.0, 40.0))
        assert heads(left, right) == [Head(0, 1, 0.0, (1, 0)), Head(1, 1, 0.0, (-1, 0))]

    def test_lines_that_come_together_have_their_head_at_one_place(self) -> None:
        one = line((0.0, 20.0), (20.0, 20.0), (20.0, 40.0))
        other = line((5.0, 5.0), (5.0, 20.0), (20.0, 20.0), (20.0, 40.0))
        found = heads(TRUNK, one, other)
        assert Head(1, 1, 0.0, (1, 0)) in found
        assert Head(2, 2, 0.0, (1, 0)) in found
        assert Head(2, 1, 0.0, (0, 1)) in found  # where the second comes into the first
        assert len(found) == 3

    @pytest.mark.parametrize(
        "other",
        [
            line((0.0, 20.0), (20.0, 20.0), (20.0, 40.0), target="b"),
            line((0.0, 20.0), (40.0, 20.0), (40.0, 40.0)),
            line((20.0, 0.0), (20.0, 20.0), (30.0, 20.0), (30.0, 45.0)),
            line((0.0, 40.0), (20.0, 40.0)),
        ],
        ids=["another target", "only crosses", "parts", "ends at the same place"],
    )
    def test_no_other(self, other: Line) -> None:
        assert heads(TRUNK, other) == []


class TestWhereTheHeadHasRoom:
    def test_it_touches_the_line_that_it_comes_into(self) -> None:
        (head,) = heads(TRUNK, line((0.0, 20.0), (20.0, 20.0), (20.0, 40.0)))
        assert head.tip((20.0, 20.0)) == (20.0, 20.0)

    def test_it_stands_before_it_where_the_head_at_the_symbol_is_near(self) -> None:
        (head,) = heads(TRUNK, line((0.0, 38.0), (20.0, 38.0), (20.0, 40.0)))
        assert 0 < head.back < 2

    def test_it_stands_before_a_symbol_that_is_in_its_way(self) -> None:
        box = Box(17.0, 20.2, 19.0, 26.0)
        side = line((0.0, 20.0), (20.0, 20.0), (20.0, 40.0))
        (head,) = heads(TRUNK, side, boxes=(box,))
        assert head.tip((20.0, 20.0))[0] < 17.0

    def test_it_keeps_clear_of_the_line_of_a_stranger(self) -> None:
        stranger = line((19.0, 0.0), (19.0, 40.0), target="b")
        side = line((0.0, 20.0), (20.0, 20.0), (20.0, 40.0))
        (head,) = heads(TRUNK, side, stranger)
        tip = head.tip((20.0, 20.0))[0]
        assert tip < 19.0 or tip - LENGTH > 19.0

    def test_it_stands_behind_the_meeting_where_the_piece_before_it_is_too_short(self) -> None:
        (head,) = heads(TRUNK, line((19.0, 20.0), (20.0, 20.0), (20.0, 40.0)))
        assert head.way == (0, 1)
        x, y = head.tip((20.0, 20.0))
        assert x == 20.0
        assert y - LENGTH > 20.0

    def test_it_is_left_out_where_there_is_no_room_at_all(self) -> None:
        short = Line(((20.0, 10.0), (20.0, 12.2)), "a")
        assert heads(short, line((19.0, 11.0), (20.0, 11.0), (20.0, 12.2))) == []
