"""The turns of a row, from where its symbols stand and what leads to them."""

from __future__ import annotations

from dataclasses import replace

from buku_sop.analysis.impor.aliran import Simpul
from buku_sop.analysis.impor.baris_tabel import BarisTabel
from buku_sop.analysis.impor.gabung import Ikatan, Rangkaian
from buku_sop.analysis.impor.giliran import susun_giliran, ujung_cabang
from buku_sop.analysis.impor.hasil import Tempat
from buku_sop.analysis.impor.netral import Kotak, Lambang, Rupa
from buku_sop.analysis.impor.peran import Kolom


def _simpul(lane: int, y: float, rupa: Rupa = Rupa.KOTAK, baris: int = 1, teks: str = "") -> Simpul:
    x = 100.0 * lane
    return Simpul(Lambang(rupa, Kotak(x, y, x + 50, y + 20), teks), 1, baris, (lane,))


def _rangkaian(simpul: list[Simpul], panah: list[tuple[int, int]]) -> Rangkaian:
    baris = [BarisTabel(str(n + 1), {}, Tempat(1, Kotak(0, 0, 1, 1))) for n in range(2)]
    kolom = tuple(Kolom(f"Lane {n}") for n in range(4))
    return Rangkaian(kolom, {}, baris, simpul, [Ikatan(a, b) for a, b in panah])


def _urut(r: Rangkaian) -> list[tuple[int, ...]]:
    return [g.simpul for g in susun_giliran(r)[1]]


SEBELUM = _simpul(2, 0, baris=0)


def test_turns_without_arrows_between_them_follow_the_bands_in_which_they_stand() -> None:
    # Lane 2 begins, lane 3 decides and leads back to it; what stands below is reached by nothing.
    simpul = [SEBELUM, _simpul(2, 100), _simpul(3, 100), _simpul(3, 140), _simpul(0, 140)]
    r = _rangkaian(simpul, [(0, 1), (1, 2), (2, 1), (3, 4), (4, 0)])
    assert _urut(r) == [(1,), (2,), (3,), (4,)]


def test_a_band_begins_with_the_turn_that_had_no_room_above() -> None:
    simpul = [SEBELUM, _simpul(2, 100), _simpul(0, 140), _simpul(2, 140)]
    r = _rangkaian(simpul, [(0, 1), (1, 0)])
    assert _urut(r) == [(1,), (3,), (2,)]


def test_a_row_that_is_entered_below_follows_its_arrows_up() -> None:
    simpul = [SEBELUM, _simpul(1, 100), _simpul(2, 140)]
    r = _rangkaian(simpul, [(0, 2), (2, 1)])
    assert _urut(r) == [(2,), (1,)]


def test_an_end_below_the_decision_that_alone_leads_to_it_is_no_turn() -> None:
    akhir = _simpul(2, 140, Rupa.KAPSUL, teks="Selesai")
    simpul = [SEBELUM, _simpul(2, 100, Rupa.BELAH_KETUPAT), akhir]
    r = _rangkaian(simpul, [(0, 1), (1, 2), (1, 0)])
    assert ujung_cabang(r) == {2}
    assert _urut(r) == [(1,)]

    bernama = replace(akhir, lambang=replace(akhir.lambang, teks="Diarsipkan"))
    assert ujung_cabang(_rangkaian([*simpul[:2], bernama], [(0, 1), (1, 2), (1, 0)])) == set()
    assert ujung_cabang(_rangkaian(simpul, [(0, 1), (1, 2), (0, 2), (1, 0)])) == set()
    assert ujung_cabang(_rangkaian(simpul, [(0, 1), (1, 2)])) == set()
