"""The plain drawing of flows that are too large for lines: always there, always correct, every arrow told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.layout import TataLetak, Ukuran, draw_in_words, draw_lines, susun_tata_letak
from buku_sop.layout.budget import PAGE, Budget
from buku_sop.layout.page import SMALL, drawn_with_lines, too_large, ukuran_tabel, weight
from buku_sop.model import Cabang, Giliran, Langkah, Pelaksana, Prosedur, Tujuan
from tests.flows import FREE, PLAIN, TWISTED, flow, procedure
from tests.layout.geometry import (
    EPSILON,
    Page,
    Rectangle,
    bad_ties,
    on_label,
    on_one_line,
    outside,
    through_symbols,
)


def plain_problems(alur: Alur, tata: TataLetak, heights: list[float] | None = None) -> list[str]:
    page = Page(alur, tata, heights)
    return [
        *outside(page),
        *through_symbols(page),
        *on_one_line(page),
        *bad_ties(page),
        *_ends(page),
        *_words(page),
    ]


def _ends(page: Page) -> Iterator[str]:
    for e, (panah, path) in enumerate(zip(page.alur.panah, page.paths, strict=True)):
        told = e in page.tata.rujukan
        if not told and len(path) < 2:
            yield f"arrow {e} is neither drawn nor told"
        for i, end in ((panah.dari, path[:1]), (panah.ke, [] if told else path[-1:])):
            for point in end:
                if page.inside(i, point, 2 * EPSILON) or not page.inside(i, point, -2 * EPSILON):
                    yield f"arrow {e} does not end on the outline of symbol {i}"


def _words(page: Page) -> Iterator[str]:
    boxes: dict[int, Rectangle] = {}
    for e, (panah, jalur) in enumerate(zip(page.alur.panah, page.tata.jalur, strict=True)):
        if e not in page.tata.rujukan:
            continue
        goal = str(page.alur.simpul[panah.ke].langkah + 1)
        words = "".join(jalur.label.larik if jalur.label else ())
        if "".join(words.split()) != "".join(f"{panah.label}→{goal}".split()):
            yield f"arrow {e} is told as {words!r}"
        if jalur.label:
            boxes[e] = page.label_box(jalur.label)
    for i, words_of in enumerate(page.tata.teks):
        if words_of and words_of.sandar.value != "tengah":
            boxes[len(page.paths) + i] = page.label_box(words_of)
    for e, box in boxes.items():
        if box.left < 0 or box.right > page.width:
            yield f"words {e} leave the lanes"
        yield from on_label(page, e, box, boxes)


def test_every_made_up_flow_is_drawn_plainly_without_a_fault(semua: bool) -> None:
    faults: Counter[str] = Counter()
    for seed in range(1000 if semua else 100):
        random = Random(f"plain/{seed}")
        steps, lanes = random.randint(1, 14), random.randint(1, 9)
        many = replace(TWISTED, decision=0.9, many_exits=0.9)
        alur = flow(seed, steps, lanes, random.choice((PLAIN, TWISTED, FREE, many)))
        tata = draw_in_words(alur, Ukuran(lane=random.choice((10.0, 14.6, 20.0, 30.0))))
        taller = [height + random.choice((0, 0.1, 7, 60)) for height in tata.tinggi_baris]
        for fault in plain_problems(alur, tata) + plain_problems(alur, tata, taller):
            faults[f"flow {seed}: {fault}"] += 1
    assert not faults


def many_exits(exits: int) -> Prosedur:
    """A decision with many branches, each to a step of its own."""
    cabang = tuple(Cabang(f"Golongan {n}", (Tujuan(f"l{n}"),)) for n in range(exits))
    awal = Langkah("Memilah", (Giliran(("p0",), cabang=cabang),))
    lain = (Langkah("Menyimpan", (Giliran((f"p{n % 4}",)),), id=f"l{n}") for n in range(exits))
    return Prosedur(tuple(Pelaksana(f"p{n}", f"P{n}") for n in range(4)), (awal, *lain))


def test_a_decision_with_forty_branches_is_told_in_columns_beside_it() -> None:
    prosedur = many_exits(40)
    alur = susun_alur(prosedur)
    tata = susun_tata_letak(alur, ukuran_tabel(4), budget=Budget(10_000))
    assert not plain_problems(alur, tata)
    told = [tata.jalur[e].label for e, p in enumerate(alur.panah) if p.dari == 0]
    assert len(told) == 40
    assert len({label.titik.x for label in told if label}) > 1
    assert tata.tinggi_baris[0] < 120
    assert [bool(tata.jalur[e].titik) for e, p in enumerate(alur.panah) if p.dari == 0].count(
        True
    ) == 1, "one short arrow points at all of them"


@pytest.mark.parametrize(
    ("steps", "lanes"), [(200, 5), (100, 100), (60, 500)], ids=["200x5", "100x100", "60x500"]
)
def test_large_flows_spend_no_more_than_their_budget(steps: int, lanes: int) -> None:
    """Counted, never timed: what these cost before had no end."""
    alur = susun_alur(procedure(Random("large"), steps, lanes, TWISTED))
    budget = Budget(20_000)
    tata = susun_tata_letak(alur, ukuran_tabel(lanes), budget=budget)
    assert budget.left < 0
    assert tata.rujukan
    assert len(tata.jalur) == len(alur.panah)
    assert all(j.label or j.titik for j in tata.jalur)


def test_the_same_budget_gives_the_same_drawing() -> None:
    alur = flow(2, 20, 6, TWISTED)
    for units in (500, 5_000, 20_000):
        first, second = Budget(units), Budget(units)
        drawings = {draw_lines(alur, None, b) for b in (first, second)}
        assert len(drawings) == 1
        assert first.left == second.left


def test_what_improving_could_not_finish_is_drawn_as_it_was_before() -> None:
    """A budget that ends while arrows are laid again leaves none of them taken up."""
    drawn = 0
    for seed in range(3):
        alur = flow(seed, 12, 5)
        least = Budget(10**6)
        draw_lines(alur, None, least)
        spent = 10**6 - least.left
        for part in (0.6, 0.9):
            tata = draw_lines(alur, None, Budget(int(spent * part)))
            drawn += tata is not None
            assert tata is None or all(len(j.titik) > 1 for j in tata.jalur)
    assert drawn


def test_small_flows_never_need_the_budget(semua: bool) -> None:
    """Nobody draws these to find out; a flow that were too large among them would be drawn in words untold."""
    most = 0
    for seed in range(400 if semua else 40):
        random = Random(f"weight/{seed}")
        steps, lanes = random.randint(2, 14), random.randint(1, 10)
        alur = flow(seed, steps, lanes, random.choice((PLAIN, TWISTED, FREE)))
        if weight(alur) < SMALL:
            budget = Budget()
            assert draw_lines(alur, ukuran_tabel(lanes), budget)
            most = max(most, PAGE - budget.left)
    assert 0 < most < PAGE


def test_a_twisted_flow_of_thirty_steps_is_drawn_with_lines() -> None:
    """Improving and mending it in every way would take more than the budget; what is needed does not."""
    alur = susun_alur(procedure(Random("u/2"), 30, 6, TWISTED))
    assert len(alur.panah) == 88
    tata = draw_lines(alur, ukuran_tabel(6), Budget(PAGE))
    assert tata is not None
    assert not tata.bentrok
    assert all(
        jalur.label for panah, jalur in zip(alur.panah, tata.jalur, strict=True) if panah.label
    )


def test_a_small_flow_is_drawn_with_lines_whatever_its_share_of_the_budget() -> None:
    """Nobody draws small ones to find out, so none is told in words without a finding."""
    prosedur = procedure(Random("share"), 4, 3, PLAIN)
    share = (SMALL - 1) // weight(susun_alur(prosedur))
    assert draw_lines(susun_alur(prosedur), ukuran_tabel(3), Budget(PAGE // 5000)) is None
    assert drawn_with_lines(prosedur, share) is not None
    assert not too_large(prosedur, share)
