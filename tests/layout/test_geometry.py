"""The checks that the other tests rely on see every fault that they are there for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.layout import Jalur, TataLetak, Titik, susun_tata_letak
from buku_sop.model import Cabang, Giliran, Langkah, Pelaksana, Prosedur, Tujuan
from tests.layout import geometry
from tests.layout.geometry import Page, problems

Check = Callable[[Page], Iterator[str]]


@pytest.fixture(scope="module")
def alur() -> Alur:
    """Three lanes; a joint step, a decision with a return, an end."""
    ulang = (Cabang("Ya", (Tujuan("lanjut"),)), Cabang("Tidak", (Tujuan("s0"),)))
    langkah = (
        Langkah("Menyusun", (Giliran(("a",)),), id="s0"),
        Langkah("Membahas", (Giliran(("a", "c")),), id="s1"),
        Langkah("Memeriksa", (Giliran(("b",), cabang=ulang),), id="s2"),
        Langkah("Mengarsipkan", (Giliran(("b",)),), id="s3"),
    )
    return susun_alur(Prosedur(tuple(Pelaksana(p, p) for p in "abc"), langkah))


@pytest.fixture(scope="module")
def tata(alur: Alur) -> TataLetak:
    return susun_tata_letak(alur)


def change_path(tata: TataLetak, e: int, change: Callable[[Jalur], Jalur]) -> TataLetak:
    jalur = tuple(change(j) if j.panah == e else j for j in tata.jalur)
    return replace(tata, jalur=jalur)


def move(tata: TataLetak, e: int, n: int, x: float = 0.0, dy: float = 0.0) -> TataLetak:
    """Move one point of an arrow."""

    def moved(jalur: Jalur) -> Jalur:
        points = list(jalur.titik)
        points[n] = Titik(points[n].x + x, points[n].baris, points[n].dy + dy)
        return replace(jalur, titik=tuple(points))

    return change_path(tata, e, moved)


def said(check: Check, alur: Alur, tata: TataLetak) -> str:
    return "; ".join(check(Page(alur, tata)))


def labelled(alur: Alur, text: str) -> int:
    return next(e for e, p in enumerate(alur.panah) if p.label == text)


def test_a_good_drawing_has_no_problems(alur: Alur, tata: TataLetak) -> None:
    assert problems(alur, tata) == []


def test_a_slanting_piece(alur: Alur, tata: TataLetak) -> None:
    assert "neither straight" in said(geometry.crooked, alur, move(tata, 0, 0, x=0.01))


def test_a_corner_that_is_none(alur: Alur, tata: TataLetak) -> None:
    def doubled(jalur: Jalur) -> Jalur:
        a, b = jalur.titik[0], jalur.titik[1]
        return replace(jalur, titik=(a, Titik(a.x, a.baris, a.dy + 1), b, *jalur.titik[2:]))

    assert "none" in said(geometry.crooked, alur, change_path(tata, 0, doubled))


def test_a_line_outside_the_lanes(alur: Alur, tata: TataLetak) -> None:
    assert "leaves the lanes" in said(geometry.outside, alur, move(tata, 0, 0, x=-1))


def test_a_corner_on_the_border_of_a_row(alur: Alur, tata: TataLetak) -> None:
    border = tata.tinggi_baris[0] / 2 - tata.jalur[0].titik[0].dy
    assert "border of a row" in said(geometry.outside, alur, move(tata, 0, 0, dy=border))


def test_a_line_through_a_symbol(alur: Alur, tata: TataLetak) -> None:
    through = change_path(
        tata, 0, lambda j: replace(j, titik=(Titik(0.0, 1, 0.0), Titik(3.0, 1, 0.0)))
    )
    assert "arrow 0 runs through symbol" in said(geometry.through_symbols, alur, through)


def test_two_arrows_on_one_line(alur: Alur, tata: TataLetak) -> None:
    path = tata.jalur[labelled(alur, "Tidak")].titik
    same = change_path(tata, labelled(alur, "Ya"), lambda j: replace(j, titik=path))
    assert "on one line" in said(geometry.on_one_line, alur, same)


def test_an_arrow_on_the_line_that_joins_symbols(alur: Alur, tata: TataLetak) -> None:
    along = change_path(tata, 0, lambda j: replace(j, titik=tata.ikatan[0]))
    assert "joins symbols" in said(geometry.on_one_line, alur, along)


def test_an_arrow_that_runs_back_on_itself(alur: Alur, tata: TataLetak) -> None:
    def back(jalur: Jalur) -> Jalur:
        a, b = jalur.titik[:2]
        return replace(jalur, titik=(a, b, a))

    assert "back on itself" in said(geometry.on_one_line, alur, change_path(tata, 0, back))


def test_an_end_beside_its_symbol(alur: Alur, tata: TataLetak) -> None:
    assert "outline of symbol" in said(geometry.badly_ended, alur, move(tata, 0, -1, dy=-0.1))


def test_an_end_that_comes_from_within(alur: Alur, tata: TataLetak) -> None:
    turned = change_path(tata, 0, lambda j: replace(j, titik=j.titik[::-1]))
    assert "outline" in said(geometry.badly_ended, alur, turned)


def test_a_head_without_room(alur: Alur, tata: TataLetak) -> None:
    def short(jalur: Jalur) -> Jalur:
        end = jalur.titik[-1]
        return replace(jalur, titik=(Titik(end.x, end.baris, end.dy - 1.5), end))

    assert "no room for its head" in said(geometry.badly_ended, alur, change_path(tata, 0, short))


def test_a_missing_tie(alur: Alur, tata: TataLetak) -> None:
    assert "tie" in said(geometry.bad_ties, alur, replace(tata, ikatan=()))


@pytest.mark.parametrize(
    ("x", "dy", "fault"),
    [(0.0, 2.0, "lies on"), (0.0, 50.0, "leaves its row"), (5.0, 0.0, "leaves the lanes")],
)
def test_a_label_in_the_wrong_place(
    alur: Alur, tata: TataLetak, x: float, dy: float, fault: str
) -> None:
    def moved(jalur: Jalur) -> Jalur:
        assert jalur.label
        titik = jalur.label.titik
        at = Titik(titik.x + x, titik.baris, titik.dy + dy)
        return replace(jalur, label=replace(jalur.label, titik=at))

    wrong = change_path(tata, labelled(alur, "Tidak"), moved)
    assert fault in said(geometry.bad_labels, alur, wrong)


def test_a_label_that_is_not_there(alur: Alur, tata: TataLetak) -> None:
    bare = change_path(tata, labelled(alur, "Ya"), lambda j: replace(j, label=None))
    assert "is not labelled 'Ya'" in said(geometry.bad_labels, alur, bare)


def test_two_labels_in_one_place(alur: Alur, tata: TataLetak) -> None:
    label = tata.jalur[labelled(alur, "Tidak")].label
    assert label

    def same(jalur: Jalur) -> Jalur:
        return replace(jalur, label=replace(label, teks="Ya", larik=("Ya",)))

    assert "overlap" in said(
        geometry.bad_labels, alur, change_path(tata, labelled(alur, "Ya"), same)
    )


def test_rows_that_grow_keep_everything_in_place(alur: Alur, tata: TataLetak) -> None:
    heights = [height + 10 * i for i, height in enumerate(tata.tinggi_baris)]
    assert problems(alur, tata, heights) == []
    assert Page(alur, tata, heights).tops[-1] == pytest.approx(sum(tata.tinggi_baris) + 60)
