"""How each feature of a flow is drawn: what an official expects to see."""

from __future__ import annotations

from itertools import pairwise

import pytest

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.layout import Jalur, TataLetak, Titik, Ukuran, susun_tata_letak
from buku_sop.model import Cabang, Giliran, Langkah, Pelaksana, Prosedur, Simbol, Tujuan
from tests.layout.geometry import problems

Turn = str | Giliran


def flow(lanes: str, *rows: Turn | tuple[Turn, ...], ke: dict[int, str] | None = None) -> Alur:
    """Resolve rows of turns; a turn is its lanes ("a", or "ac" for two that act jointly)."""
    steps = []
    for i, row in enumerate(rows):
        turns = row if isinstance(row, tuple) else (row,)
        giliran = tuple(t if isinstance(t, Giliran) else Giliran(tuple(t)) for t in turns)
        targets = tuple(Tujuan(t) for t in (ke or {}).get(i, "").split())
        steps.append(Langkah(f"Kegiatan {i}", giliran, id=str(i), ke=targets))
    return susun_alur(Prosedur(tuple(Pelaksana(p, p) for p in lanes), tuple(steps)))


def decision(lanes: str, **branches: str) -> Giliran:
    """A decision: each branch is named by its label and leads to `lanjut`, `selesai` or a row."""
    cabang = tuple(Cabang(label, (Tujuan(ke.strip("_")),)) for label, ke in branches.items())
    return Giliran(tuple(lanes), cabang=cabang)


def drawn(alur: Alur, lane: float = 20.0) -> TataLetak:
    """Lay out a flow, which must keep every rule."""
    tata = susun_tata_letak(alur, Ukuran(lane=lane))
    assert problems(alur, tata) == []
    return tata


def branch(alur: Alur, tata: TataLetak, label: str) -> Jalur:
    return next(tata.jalur[e] for e, p in enumerate(alur.panah) if p.label == label)


def side(tata: TataLetak, symbol: int, titik: Titik) -> str:
    """The side of a symbol that a point lies on."""
    middle = tata.simpul[symbol].tengah
    if titik.dy == middle.dy:
        return "kiri" if titik.x < middle.x else "kanan"
    return "atas" if titik.dy < middle.dy else "bawah"


def ends(alur: Alur, tata: TataLetak, jalur: Jalur) -> tuple[str, str]:
    """The sides at which an arrow leaves its source and enters its target."""
    panah = alur.panah[jalur.panah]
    return side(tata, panah.dari, jalur.titik[0]), side(tata, panah.ke, jalur.titik[-1])


def bends(jalur: Jalur) -> int:
    return len(jalur.titik) - 2


def test_within_a_lane_the_arrow_runs_straight_down() -> None:
    alur = flow("ab", "a", "a")
    tata = drawn(alur)
    assert ends(alur, tata, tata.jalur[0]) == ("bawah", "atas")
    assert bends(tata.jalur[0]) == 0


def test_into_another_lane_it_bends_once_and_enters_above() -> None:
    alur = flow("abcd", "a", "d", "b")
    tata = drawn(alur)
    assert [ends(alur, tata, j) for j in tata.jalur] == [("kanan", "atas"), ("kiri", "atas")]
    assert [bends(j) for j in tata.jalur] == [1, 1]


def test_turns_of_one_row_are_joined_straight_across() -> None:
    alur = flow("abc", ("a", "b", "c"))
    tata = drawn(alur)
    assert [ends(alur, tata, j) for j in tata.jalur] == [("kanan", "kiri")] * 2
    assert {letak.tengah.dy for letak in tata.simpul} == {0.0}


def test_a_lane_with_two_turns_in_a_row_stacks_its_symbols_around_the_middle() -> None:
    alur = flow("ab", ("a", "b", "a"))
    tata = drawn(alur)
    heights = [letak.tengah.dy for letak in tata.simpul]
    assert heights[0] == heights[1] == -heights[2] < 0
    assert tata.tinggi_baris[0] > drawn(flow("ab", "a")).tinggi_baris[0]


def test_two_decisions_one_after_the_other_in_a_row() -> None:
    first = decision("a", Ya="berikut", Tidak="0")
    second = decision("c", Setuju="lanjut", Tolak="0")
    alur = flow("abc", "b", (first, second), "b")
    tata = drawn(alur)
    assert ends(alur, tata, branch(alur, tata, "Ya")) == ("kanan", "kiri")
    assert bends(branch(alur, tata, "Ya")) == 0


def test_joint_symbols_are_joined_even_across_a_free_lane() -> None:
    tata = drawn(flow("abcd", "b", "ac", "b"))
    ((start, end),) = tata.ikatan
    assert (start.dy, end.dy) == (0.0, 0.0)
    assert start.x == pytest.approx(0.5 + tata.simpul[1].lebar / 2 / 20)
    assert end.x == pytest.approx(2.5 - tata.simpul[2].lebar / 2 / 20)


def test_a_decision_goes_on_below_and_returns_at_its_side() -> None:
    alur = flow("abc", "a", "b", decision("b", Ya="lanjut", Tidak="0"), "b")
    tata = drawn(alur)
    assert ends(alur, tata, branch(alur, tata, "Ya")) == ("bawah", "atas")
    leave, enter = ends(alur, tata, branch(alur, tata, "Tidak"))
    assert leave in ("kiri", "kanan")
    assert enter in ("kiri", "kanan", "atas")
    assert bends(branch(alur, tata, "Tidak")) <= 3


def test_a_return_within_a_lane_goes_round_the_side() -> None:
    alur = flow("abc", "b", "b", decision("b", Ya="lanjut", Tidak="0"), "b")
    tata = drawn(alur)
    leave, enter = ends(alur, tata, branch(alur, tata, "Tidak"))
    assert leave == enter != "atas"
    assert bends(branch(alur, tata, "Tidak")) == 2


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_every_branch_of_a_decision_leaves_at_its_own_point(count: int) -> None:
    targets = ["lanjut", "0", "selesai", "4", "1", "5"][:count]
    many = decision("b", **{f"Jalan{i}": ke for i, ke in enumerate(targets)})
    alur = flow("abc", "a", "c", many, "b", "c", "a")
    tata = drawn(alur)
    starts = {branch(alur, tata, f"Jalan{i}").titik[0] for i in range(count)}
    assert len(starts) == count


def test_returns_to_one_step_merge_before_it() -> None:
    again = [decision("b", Ya="lanjut", **{f"Ulang{i}": "0"}) for i in range(5)]
    alur = flow("ab", "b", *again, "b")
    tata = drawn(alur)
    returns = [branch(alur, tata, f"Ulang{i}").titik for i in range(5)]
    assert len({path[-1] for path in returns}) <= 2


def test_parallel_branches_fork_and_join() -> None:
    alur = flow("abc", "b", "a", "c", "b", ke={0: "1 2", 1: "3"})
    tata = drawn(alur)
    assert [(p.dari, p.ke) for p in alur.panah] == [(0, 1), (0, 2), (1, 3), (2, 3)]
    into = {ends(alur, tata, tata.jalur[e])[1] for e in (2, 3)}
    assert "atas" in into
    assert len(into) == 2  # each with a head of its own, where none of the others stands in the way
    assert tata.temu == ()


def test_a_branch_back_to_its_own_step_is_a_loop() -> None:
    alur = flow("ab", "a", decision("a", Ya="lanjut", Ulangi="1"), "b")
    tata = drawn(alur)
    leave, enter = ends(alur, tata, branch(alur, tata, "Ulangi"))
    assert leave != enter


def test_a_jump_over_rows_of_its_own_lane_goes_round_them() -> None:
    alur = flow("abc", "b", decision("b", Ya="lanjut", Langsung="4"), "b", "b", "b")
    tata = drawn(alur)
    assert bends(branch(alur, tata, "Langsung")) == 2


def test_an_end_inside_the_table_stands_below_its_decision() -> None:
    alur = flow("ab", "a", decision("a", Ya="lanjut", Tidak="selesai"), "b")
    tata = drawn(alur)
    assert bends(branch(alur, tata, "Tidak")) == 0
    assert ends(alur, tata, branch(alur, tata, "Tidak")) == ("bawah", "atas")
    assert alur.simpul[2].simbol is Simbol.KAPSUL


def test_twelve_narrow_lanes_get_narrow_symbols() -> None:
    lanes = "abcdefghijkl"
    alur = flow(lanes, *lanes, decision("a", Ya="lanjut", Tidak="0"), "l")
    tata = drawn(alur, lane=10.0)
    assert {letak.lebar for letak in tata.simpul} == {6.0}
    assert tata.ukuran.simbol == 6.0


def test_wide_lanes_keep_the_size_that_was_asked_for() -> None:
    tata = drawn(flow("ab", "a", "b"), lane=30.0)
    assert {letak.lebar for letak in tata.simpul} == {Ukuran().simbol}


def test_a_row_grows_around_its_middle_when_many_arrows_run_above_it() -> None:
    jumps = {i: f"{i + 1} 6" for i in range(5)}
    alur = flow("abcdef", "a", "b", "c", "e", "f", "a", "d", ke=jumps)
    crowded, plain = drawn(alur), drawn(flow("abcdef", "a", "b", "c", "e", "f", "a", "d"))
    assert crowded.simpul[6].tengah == plain.simpul[6].tengah
    assert all(a >= b for a, b in zip(crowded.tinggi_baris, plain.tinggi_baris, strict=True))


def test_parallel_lines_of_a_gutter_keep_their_distance() -> None:
    returns = [decision("a", Ya="lanjut", **{f"Ulang{i}": str(i)}) for i in range(4)]
    tata = drawn(flow("a", "a", "a", "a", "a", *returns, "a"), lane=30.0)
    upright = sorted(
        {a.x * 30 for j in tata.jalur for a, b in pairwise(j.titik) if a.x == b.x and a.x != 0.5}
    )
    assert len(upright) >= 4
    assert all(b - a >= 0.79 for a, b in pairwise(upright))


def test_a_label_stands_where_its_branch_leaves() -> None:
    alur = flow("abc", "a", decision("b", Ya="lanjut", Tidak="0"), "c")
    tata = drawn(alur)
    for text in ("Ya", "Tidak"):
        jalur = branch(alur, tata, text)
        assert jalur.label
        assert jalur.label.titik.baris == 1
        assert abs(jalur.label.titik.x - jalur.titik[0].x) < 0.6
        assert jalur.label.larik == (text,)


def test_a_long_label_is_broken_into_lines_rather_than_laid_across_lanes() -> None:
    turn = Giliran(
        ("b",),
        cabang=(
            Cabang("Belum memenuhi syarat", (Tujuan("0"),)),
            Cabang("Ya", (Tujuan("lanjut"),)),
        ),
    )
    alur = flow("abc", "b", "b", turn, "b")
    label = branch(alur, drawn(alur), "Belum memenuhi syarat").label
    assert label
    assert len(label.larik) > 1


def test_a_label_without_end_is_bounded() -> None:
    word = "x" * 300
    turn = Giliran(("a",), cabang=(Cabang(word, (Tujuan("0"),)), Cabang("Ya", (Tujuan("lanjut"),))))
    alur = flow("abc", "b", turn, "b")
    label = branch(alur, drawn(alur), word).label
    assert label
    assert label.lebar <= 30


def test_a_row_that_nobody_performs_is_passed_by() -> None:
    alur = flow("ab", "a", (), "a")
    tata = drawn(alur)
    assert bends(tata.jalur[0]) == 0
    assert tata.tinggi_baris[1] >= 2 * tata.ukuran.ruang


def test_a_flow_without_steps_is_empty() -> None:
    tata = drawn(flow("ab"))
    assert (tata.simpul, tata.jalur, tata.tinggi_baris) == ((), (), ())


def test_only_pieces_that_run_down_join_two_rows() -> None:
    tata = drawn(flow("abcd", "a", "d", decision("b", Ya="lanjut", Tidak="0"), "c"))
    for jalur in tata.jalur:
        assert all(a.x == b.x for a, b in pairwise(jalur.titik) if a.baris != b.baris)
