"""Who may share a line: kin, and only as long as they run the same way."""

from __future__ import annotations

from buku_sop.analysis.alur.alur import Panah, susun_alur
from buku_sop.layout.board import CENTRE, Board, Node
from buku_sop.layout.occupancy import Occupancy, Path
from tests.builders import langkah, prosedur

ATAS, BAWAH = Node(0, CENTRE), Node(2, CENTRE)


def laid(*ways: tuple[Node, Node], ke: tuple[int, int] = (2, 2)) -> Occupancy:
    board = Board(susun_alur(prosedur(langkah("A"), langkah("B"), langkah("C"), langkah("D"))))
    occupancy = Occupancy(board, [Panah(0, ke[0]), Panah(1, ke[1])])
    for e, way in enumerate(ways):
        occupancy.add(e, Path(way))
    return occupancy


def test_kin_share_a_line_in_the_same_direction() -> None:
    assert laid((ATAS, BAWAH), (ATAS, BAWAH)).clashing(1) == set()


def test_kin_that_meet_head_on_clash() -> None:
    occupancy = laid((ATAS, BAWAH), (BAWAH, ATAS))
    assert occupancy.clashing(0) == {1}
    assert occupancy.clashing(1) == {0}


def test_strangers_clash_in_any_direction() -> None:
    assert laid((ATAS, BAWAH), (ATAS, BAWAH), ke=(2, 3)).clashing(1) == {0}
