"""How labels are set, and what is tried when there is no room for one."""

from __future__ import annotations

import pytest

from buku_sop.layout import Ukuran
from buku_sop.layout.boxes import Box, RowScene
from buku_sop.layout.budget import Budget
from buku_sop.layout.grid import Sandar, Titik
from buku_sop.layout.labels import LabelPlacer, Wish
from buku_sop.layout.remedies import LADDER, Remedies
from buku_sop.layout.text import MOST, blocks, width


@pytest.mark.parametrize(
    ("text", "ems"),
    # the advance widths of Arial, summed up
    [("Ya", 1.223), ("Tidak", 2.445), ("Tidak lengkap", 6.559), ("Memenuhi syarat", 7.613)],
)
def test_widths_are_those_of_arial_within_a_tenth(text: str, ems: float) -> None:
    assert width(text, 2.0) == pytest.approx(2.0 * ems, rel=0.1)


def test_a_label_is_offered_in_one_two_and_three_lines_with_all_its_words() -> None:
    offered = blocks("Belum memenuhi syarat", 2.3)
    assert [len(block.larik) for block in offered] == [1, 2, 3]
    assert {" ".join(block.larik) for block in offered} == {"Belum memenuhi syarat"}
    widths, heights = [b.lebar for b in offered], [b.tinggi for b in offered]
    assert widths == sorted(widths, reverse=True)
    assert heights == sorted(heights)


def test_a_line_that_would_be_cut_is_not_offered_where_two_lines_are_whole() -> None:
    offered = blocks("Belum memenuhi syarat administrasi", 2.3)
    assert width("Belum memenuhi syarat administrasi", 2.3) > MOST
    assert [len(block.larik) for block in offered] == [2, 3]
    assert all(b.lebar >= width(line, 2.3) for b in offered for line in b.larik)


def test_letters_become_smaller_only_after_everything_else() -> None:
    smaller = [step.wish.letters < 1 or step.wish.share < 1 for step in LADDER]
    assert smaller == sorted(smaller)
    assert sum(not x for x in smaller) >= 8


def test_one_word_is_never_broken_and_never_wider_than_the_bound() -> None:
    (block,) = blocks("x" * 400, 2.3)
    assert block.larik == ("x" * 400,)
    assert block.lebar == MOST


def place(
    scene: RowScene, path: tuple[Titik, ...], wish: Wish | None = None
) -> tuple[Box | None, bool]:
    """Place the label "Tidak" at a path in row 0, and tell whether it is missing."""
    placer = LabelPlacer(["Tidak"], Ukuran(), (), Budget())
    wishes = {0: wish} if wish else {}
    labels, missing = placer.place({0: [0]}, {0: scene}, [path], wishes)
    if 0 not in labels:
        return None, missing == (0,)
    label = labels[0]
    x, y = label.titik.x * 20, label.titik.dy
    left = x if label.sandar is Sandar.KIRI else x - label.lebar
    top = y - label.tinggi / 2
    return Box(left, top, left + label.lebar, top + label.tinggi), bool(missing)


ACROSS = (Titik(1.0, 0, 0.0), Titik(2.9, 0, 0.0))


def test_a_label_stands_above_the_start_of_a_line_that_runs_across() -> None:
    scene = RowScene(width=60, height=20, lines=[Box(20, 0, 58, 0)])
    box, missing = place(scene, ACROSS)
    assert not missing
    assert box
    assert box.bottom <= -0.35
    assert box.left >= 20


def test_it_moves_below_where_something_stands_above() -> None:
    scene = RowScene(width=60, height=20, lines=[Box(20, 0, 58, 0)], boxes=[Box(20, -9, 59, -1)])
    box, _ = place(scene, ACROSS)
    assert box
    assert box.top >= 0.35


def test_it_may_use_the_free_corners_of_a_diamond() -> None:
    diamond = Box(14, -4.2, 26, 4.2)
    down = (Titik(1.0, 0, 4.2), Titik(1.0, 0, 9.8))
    free = RowScene(width=60, height=20, lines=[Box(20, 4.2, 20, 9.8)], diamonds=[diamond])
    box, missing = place(free, down)
    assert box
    assert not missing
    assert not box.meets_diamond(diamond)


def test_a_label_without_a_free_place_is_missing_rather_than_on_a_line() -> None:
    grid = [Box(x, -9.5, x, 9.5) for x in range(0, 60, 2)]
    scene = RowScene(width=60, height=20, lines=[Box(20, 0, 58, 0), *grid])
    assert place(scene, ACROSS) == (None, True)


def test_a_shortened_label_takes_less_room() -> None:
    scene = RowScene(width=60, height=20, lines=[Box(20, 0, 58, 0)])
    whole, _ = place(scene, ACROSS)
    scene = RowScene(width=60, height=20, lines=[Box(20, 0, 58, 0)])
    part, _ = place(scene, ACROSS, Wish(share=0.5))
    assert whole
    assert part
    assert part.right - part.left == pytest.approx((whole.right - whole.left) / 2, abs=0.01)


def test_remedies_go_from_more_room_to_shorter_text() -> None:
    remedies = Remedies()
    for step in LADDER:
        assert remedies.next(7, (3, 0))[1] == step
    assert remedies.next(7, (3, 0))[1] == LADDER[-1]
    assert remedies.rooms() == {(3, 0): LADDER[-1].room}
    assert remedies.wishes() == {7: LADDER[-1].wish}


def test_labels_at_one_space_share_the_room_that_it_grows_by_until_that_is_too_little() -> None:
    remedies = Remedies()
    for e in (1, 2):
        remedies.next(e, (0, 0))
    assert remedies.rooms() == {(0, 0): LADDER[0].room}
    for e in (1, 2):
        for _ in LADDER:
            remedies.next(e, (0, 0))
    assert remedies.rooms() == {(0, 0): 2 * LADDER[-1].room}


def test_a_label_does_not_stand_where_people_would_read_it_as_another_lines() -> None:
    """Close to its start there is no room, and beyond the lines above and below it, it would be theirs."""
    own = Box(20, 0, 58, 0)
    others = [Box(18, -2.5, 40, -2.5), Box(18, 2.5, 40, 2.5)]
    box, _ = place(RowScene(width=60, height=20, lines=[own, *others]), ACROSS)
    assert box
    assert box.left >= 40


def test_a_label_keeps_to_the_piece_that_is_its_arrows_alone() -> None:
    path = (Titik(1.0, 0, 0.0), Titik(2.0, 0, 0.0), Titik(2.0, 0, 9.8))
    own = [Box(20, 0, 40, 0), Box(40, 0, 40, 9.8)]
    alone, _ = place(RowScene(width=60, height=20, lines=list(own)), path)
    shared, _ = place(RowScene(width=60, height=20, lines=[*own, Box(10, 0, 40, 0)]), path)
    assert alone
    assert shared
    assert alone.bottom < 0, "above its start"
    assert shared.left > 40, "beside the piece down"
