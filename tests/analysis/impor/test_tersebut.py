"""Ways that a drawing tells in words below their symbol."""

from __future__ import annotations

from dataclasses import replace

import pytest

from buku_sop.analysis.impor.gabung import Ikatan
from buku_sop.analysis.impor.jalan import ikuti
from buku_sop.analysis.impor.netral import Kata, Kotak, Rupa
from buku_sop.analysis.impor.tersebut import Tersebut, sisihkan_tersebut
from tests.analysis.impor.test_jalan import rangkaian, simpul, tersusun

BELAH, KAPSUL = Rupa.BELAH_KETUPAT, Rupa.KAPSUL
LANE, BARIS = (-20.0, 80.0, 180.0, 280.0), (-30.0, 80.0, 180.0)


def _kata(teks: str, x: float, y: float) -> Kata:
    return Kata(teks, Kotak(x, y, x + 40, y + 8), utuh=True)


def _milik(*kata: Kata) -> list[tuple[int, str, str, bool]]:
    """Return whose ways they are, in a row of a symbol in each of the outer lanes and one further down."""
    lambang = [simpul(0, 0).lambang, simpul(0, 2).lambang, simpul(0, 0, turun=40).lambang]
    tersebut, sisa = sisihkan_tersebut(kata, lambang, LANE, BARIS)
    assert [k.teks for k in sisa] == ["Catatan"]
    return [(t.dari, t.label, t.ke, bool(t.tebakan)) for t in tersebut]


def test_words_belong_to_the_symbol_above_them_in_their_lane() -> None:
    lepas = _kata("Catatan", 5, 22)
    dua = (_kata("Tidak → 7", 5, 24), _kata("→ selesai", 205, 24))
    assert _milik(*dua, lepas) == [(0, "Tidak", "7", False), (1, "", "selesai", False)]
    assert _milik(_kata("Ya → 3", 165, 24), lepas) == [(1, "Ya", "3", False)]
    assert _milik(_kata("Ya → 3", 5, 64), lepas) == [(2, "Ya", "3", False)]
    assert _milik(_kata("Ya → 3", 105, 24), lepas) == [(0, "Ya", "3", True)]  # between two of them


def _ikut(ke: str) -> tuple[list[int], list[str]]:
    """Return where words lead from the decision of the second row, and what is doubted."""
    semua = [
        simpul(0, 0, KAPSUL), simpul(1, 0, BELAH), simpul(2, 0), simpul(2, 2), simpul(2, 1, turun=40),
        simpul(3, 1), simpul(3, 1, turun=40), simpul(4, 0, KAPSUL),
    ]  # fmt: skip
    r = rangkaian(semua, [(0, 1), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7)])
    r.tersebut = [Tersebut(1, "Ya", "5"), Tersebut(1, "Tidak", ke)]
    ikuti(r)
    assert Ikatan(1, 7, "Ya") in r.ikatan
    return [i.ke for i in r.ikatan if i.label == "Tidak"], tersusun(r)[1]


@pytest.mark.parametrize(
    ("ke", "simpul_ke"),
    [("1", [0]), ("3", [2]), ("3 (Lane C)", [3]), ("4", [5])],
)  # fmt: skip
def test_words_name_a_step_and_who_of_it(ke: str, simpul_ke: list[int]) -> None:
    assert _ikut(ke) == (simpul_ke, [])


def test_words_name_several_of_a_step() -> None:
    assert _ikut("3 (Lane B dan Lane C)")[0] == [4, 3]


@pytest.mark.parametrize("ke", ["9", "3 (Kepala)", "4 (Lane B)", "Lane C", "selesai"])
def test_what_they_name_and_nobody_finds_is_a_doubt(ke: str) -> None:
    tujuan, ragu = _ikut(ke)
    assert tujuan == []
    assert f"Di bawahnya tertulis “Tidak → {ke}”, yang tujuannya tidak ditemukan." in ragu


def test_words_name_the_end_and_another_in_the_same_row() -> None:
    polos = simpul(1, 0, KAPSUL, turun=50)
    akhir = replace(polos, lambang=replace(polos.lambang, teks="Selesai"))
    semua = [simpul(0, 0, KAPSUL), simpul(1, 0, BELAH), simpul(1, 1), akhir, simpul(2, 0, KAPSUL)]
    r = rangkaian(semua, [(0, 1), (2, 4)])
    r.tersebut = [Tersebut(1, "Ya", "Lane B"), Tersebut(1, "Tidak", "selesai")]
    ikuti(r)
    assert [(i.dari, i.ke, i.label) for i in r.ikatan[2:]] == [(1, 2, "Ya"), (1, 3, "Tidak")]
    assert tersusun(r)[1] == []
