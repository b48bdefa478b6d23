"""Where the arrows of steps that several perform jointly leave and enter."""

from __future__ import annotations

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.model import Cabang, Giliran, Langkah, Pelaksana, Prosedur, Simbol, Tujuan

LANES = tuple(Pelaksana(p, p.upper()) for p in "abcd")


def resolve(*turns: Giliran) -> Alur:
    langkah = tuple(Langkah(f"Kegiatan {i}", (turn,), id=f"s{i}") for i, turn in enumerate(turns))
    return susun_alur(Prosedur(LANES, langkah))


def lanes(alur: Alur) -> list[tuple[int, int]]:
    return [(alur.simpul[p.dari].lane, alur.simpul[p.ke].lane) for p in alur.panah]


def test_arrows_leave_and_enter_the_nearest_of_joint_symbols() -> None:
    alur = resolve(Giliran(("d",)), Giliran(("b", "d")), Giliran(("b",)), Giliran(("a", "c")))
    assert lanes(alur) == [(3, 3), (1, 1), (1, 0)]


def test_between_two_groups_the_arrow_runs_in_a_shared_lane() -> None:
    alur = resolve(Giliran(("a", "c")), Giliran(("c", "d")))
    assert lanes(alur) == [(2, 2)]


def test_all_branches_of_a_joint_decision_leave_one_symbol() -> None:
    cabang = (Cabang("Ya", Tujuan("lanjut")), Cabang("Tidak", Tujuan("s0")))
    alur = resolve(Giliran(("a",)), Giliran(("a", "c"), cabang=cabang), Giliran(("a",)))
    assert lanes(alur) == [(0, 0), (2, 0), (2, 0)]


def test_a_target_that_names_a_lane_is_entered_there() -> None:
    turn = Giliran(
        ("a",), cabang=(Cabang("Ulang", Tujuan("s0", "d")), Cabang("Ya", Tujuan("selesai")))
    )
    alur = resolve(Giliran(("a", "d")), turn)
    assert lanes(alur)[1] == (0, 3)


def test_joint_symbols_without_an_arrow_out_are_all_ends() -> None:
    alur = resolve(Giliran(("a", "c")), Giliran(("b",)), Giliran(("a", "d")))
    assert [s.simbol for s in alur.simpul] == [Simbol.KAPSUL] * 2 + [Simbol.KOTAK] + [
        Simbol.KAPSUL
    ] * 2
