"""The diagram of a procedure: what it says, case by case, and where there is none."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from buku_sop.analysis.alur.alur import Alur, Simpul
from buku_sop.model import Giliran, Langkah, Pelaksana, Prosedur, Simbol
from buku_sop.views.alur.mermaid import (
    BATAS_GARIS,
    BATAS_LANGKAH,
    NAMA_BERSAMA,
    id_kembali,
    mermaid,
    susun_id,
)
from buku_sop.views.dasar.jangkar import jangkar_langkah
from tests.flows import any_flow
from tests.mermaid.cases import CASES, read_case, settle
from tests.mermaid.source import read_sop, sop_of


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read_case(path)
    sop = read_sop(case.sop)
    actual = "\n".join(mermaid(sop, nomor) for nomor in range(len(sop.prosedur)))
    assert case.purpose
    assert actual
    assert actual == settle(case, actual)


def steps(count: int, turns: int = 1) -> Prosedur:
    langkah = Langkah("Mencatat", (Giliran(("staf",)),) * turns)
    return Prosedur((Pelaksana("staf", "Staf"),), (langkah,) * count)


class TestWhereThereIsNoDiagram:
    def test_more_steps_than_a_drawing_holds(self) -> None:
        assert mermaid(sop_of(steps(BATAS_LANGKAH))) != ""
        assert mermaid(sop_of(steps(BATAS_LANGKAH + 1))) == ""

    def test_more_lines_than_a_drawing_holds(self) -> None:
        assert mermaid(sop_of(steps(1, turns=BATAS_GARIS + 1))) != ""
        assert mermaid(sop_of(steps(1, turns=BATAS_GARIS + 2))) == ""

    def test_a_joint_step_of_very_many_says_how_many(self) -> None:
        pelaksana = tuple(Pelaksana(f"p{i}", f"Staf {i}") for i in range(NAMA_BERSAMA + 1))
        langkah = Langkah("Mencatat", (Giliran(tuple(p.id for p in pelaksana)),))
        source = mermaid(sop_of(Prosedur(pelaksana, (langkah,))))
        assert source.count("Mencatat") == 1
        assert f"{NAMA_BERSAMA + 1} pelaksana)" in source.replace("#160;", " ")

    def test_nobody_performs_anything(self) -> None:
        assert mermaid(sop_of(steps(3, turns=0))) == ""
        assert mermaid(sop_of(replace(steps(0), pelaksana=()))) == ""

    def test_an_unknown_procedure_is_an_error(self) -> None:
        with pytest.raises(IndexError):
            mermaid(sop_of(steps(1)), 1)


class TestIds:
    @pytest.mark.parametrize("seed", range(60))
    def test_no_two_symbols_share_one(self, seed: int) -> None:
        alur = any_flow(seed)
        ids = susun_id(alur)
        every = [*ids, *(id_kembali(id, k) for id in ids for k in range(3))]
        assert len(set(every)) == len(every) == 4 * len(alur.simpul)
        assert all(re.fullmatch(r"s[1-9][0-9]*[a-z]?[0-9]*(y[0-9]*)?", id) for id in every)

    def test_a_step_may_have_any_number_of_symbols_and_ends(self) -> None:
        turns = [Simpul(7, 0, 0, Simbol.KOTAK, giliran=k) for k in range(30)]
        ends = [Simpul(7, k, 0, Simbol.KAPSUL, tambahan=True) for k in range(30)]
        ids = susun_id(Alur(8, 1, (*turns, *ends), ()))
        assert len(set(ids)) == 60
        assert ids[:3] + ids[30:32] == ("s8", "s8b", "s8c", "s8x", "s8x2")


class TestJangkar:
    def test_the_first_procedure_keeps_its_anchors_when_others_come(self) -> None:
        assert jangkar_langkah(0, 6, 1) == jangkar_langkah(0, 6, 3) == "langkah-7"
        assert jangkar_langkah(1, 6, 3) == "prosedur-2-langkah-7"

    @pytest.mark.parametrize("place", [(1, 0, 1), (-1, 0, 1), (0, -1, 1), (0, 0, 0)])
    def test_no_anchor_for_what_is_not_there(self, place: tuple[int, int, int]) -> None:
        with pytest.raises(IndexError):
            jangkar_langkah(*place)
