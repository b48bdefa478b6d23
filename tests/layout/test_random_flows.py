"""The invariants of a drawing, on hundreds of made-up flows; on thousands with --semua."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.layout import TataLetak, Ukuran, draw_lines, susun_tata_letak
from buku_sop.layout.budget import Budget
from buku_sop.layout.text import width
from tests.flows import FREE, PLAIN, TWISTED, any_flow, flow, procedure
from tests.layout.geometry import problems
from tests.paths import ROOT


def drawn(alur: Alur, ukuran: Ukuran | None = None) -> TataLetak:
    """Draw a flow with lines, however long that takes: the budget is no rule of these."""
    tata = draw_lines(alur, ukuran, Budget(10**9))
    assert tata
    return tata


def wide_enough(alur: Alur, random: Random) -> Ukuran:
    """A page gives lanes of 20 mm, or less where there are many of them."""
    return Ukuran(lane=random.choice((20.0, 24.0, max(10.0, 120 / alur.jumlah_lane))))


def found_in(alur: Alur, random: Random) -> list[str]:
    """Problems of a drawing with its rows as low as may be, and at random heights."""
    tata = drawn(alur, wide_enough(alur, random))
    taller = [height + random.choice((0, 0.1, 7, 60)) for height in tata.tinggi_baris]
    return problems(alur, tata) + problems(alur, tata, taller)


def test_many_small_flows(semua: bool) -> None:
    faults: Counter[str] = Counter()
    for seed in range(2000 if semua else 50):
        random = Random(f"small/{seed}")
        steps, lanes = random.randint(1, 4), random.randint(1, 6)
        alur = flow(seed, steps, lanes, random.choice((PLAIN, TWISTED)))
        faults.update(f"flow {seed}: {fault}" for fault in found_in(alur, random))
    assert not faults


def test_flows_in_which_performers_have_anything_of_their_own(semua: bool) -> None:
    faults: Counter[str] = Counter()
    for seed in range(150 if semua else 13):
        random = Random(f"free/{seed}")
        steps, lanes = random.randint(1, 4), random.randint(1, 6)
        alur = flow(seed, steps, lanes, FREE)
        tata = drawn(alur, Ukuran(lane=random.choice((20.0, 24.0))))
        if not tata.bentrok:  # some of these are too dense for any drawing
            faults.update(f"flow {seed}: {fault}" for fault in problems(alur, tata))
        faults["too dense"] += bool(tata.bentrok)
    assert faults.pop("too dense") <= 4
    assert not faults


def test_flows_of_any_size(semua: bool) -> None:
    faults = [
        f"flow {seed}: {fault}"
        for seed in range(25 if semua else 4)
        for fault in found_in(any_flow(seed), Random(f"size/{seed}"))
    ]
    assert not faults


@given(
    random=st.randoms(use_true_random=False),
    steps=st.integers(1, 10),
    lanes=st.integers(1, 12),
    traits=st.sampled_from((PLAIN, TWISTED)),
)
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_flows_that_hypothesis_makes(
    random: Random, steps: int, lanes: int, traits: object
) -> None:
    alur = susun_alur(procedure(random, steps, lanes, TWISTED if traits is TWISTED else PLAIN))
    assert found_in(alur, random) == []


def test_plain_flows_are_drawn_plainly(semua: bool) -> None:
    """The rules alone would allow ugly drawings: many bends, small letters, labels far away."""
    bends: list[int] = []
    usual: list[bool] = []
    for seed in range(60 if semua else 20):
        alur = flow(seed, 12, 5)
        tata = drawn(alur)
        for panah, jalur in zip(alur.panah, tata.jalur, strict=True):
            bends.append(len(jalur.titik) - 2)
            if jalur.label:
                row = alur.simpul[panah.dari].langkah
                at_home = jalur.label.titik.baris == row
                usual.append(at_home and jalur.label.huruf == tata.ukuran.huruf)
    assert sum(bends) / len(bends) < 1.0
    assert sum(n <= 1 for n in bends) / len(bends) > 0.7
    assert sum(usual) / len(usual) > 0.94


def test_labels_keep_their_letters_in_crowded_flows_and_narrow_lanes(semua: bool) -> None:
    """At 2.3 mm they are just 6.5 pt on a sheet as dense as its densest table."""
    letters: Counter[bool] = Counter()
    for seed in range(60 if semua else 16):
        random = Random(f"letters/{seed}")
        lane = random.choice((15.0, 17.0, 20.0, 23.0))
        alur = flow(
            seed, random.choice((9, 14)), random.choice((3, 5, 7)), (TWISTED, PLAIN)[seed % 2]
        )
        dense = Ukuran(lane, simbol=0.62 * lane, kotak=5.0, belah_ketupat=6.6, ruang=2.6)
        for label in (jalur.label for jalur in drawn(alur, dense).jalur):
            if label:
                widest = max(width(line, label.huruf) for line in label.larik)
                letters[label.huruf >= 2.29 and label.lebar >= widest] += 1
    assert letters[True] > 100
    assert letters[False] <= letters[True] // 50


@pytest.mark.parametrize(("steps", "lanes", "wide"), [(100, 7, 16.0), (40, 12, 10.0)])
def test_long_and_wide_flows(steps: int, lanes: int, wide: float) -> None:
    alur = flow(1, steps, lanes)
    assert problems(alur, drawn(alur, Ukuran(lane=wide))) == []


def test_the_same_flow_gives_the_same_drawing_in_every_process() -> None:
    script = (
        "from buku_sop.layout import susun_tata_letak\n"
        "from tests.flows import any_flow\n"
        "for seed in range(4): print(susun_tata_letak(any_flow(seed)))"
    )
    drawings = set()
    for seed in ("0", "2024"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", script]
        result = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
        drawings.add(result.stdout)
    assert len(drawings) == 1
    here = "".join(f"{susun_tata_letak(any_flow(seed))}\n" for seed in range(4))
    assert drawings == {here.encode()}
