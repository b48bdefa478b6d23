"""What a drawing says of its ways without a head or a line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.impor.aliran import Simpul
from buku_sop.analysis.impor.baris_tabel import BarisTabel
from buku_sop.analysis.impor.cocok import beda_alur
from buku_sop.analysis.impor.gabung import Ikatan, Rangkaian
from buku_sop.analysis.impor.giliran import susun_giliran
from buku_sop.analysis.impor.hasil import Tempat
from buku_sop.analysis.impor.jalan import arahkan
from buku_sop.analysis.impor.lambang import Bidang
from buku_sop.analysis.impor.netral import Coretan, Kotak, Lambang, Rupa, Titik
from buku_sop.analysis.impor.panah import cari_panah
from buku_sop.analysis.impor.peran import Kolom, Peran
from buku_sop.analysis.impor.susun import Hasil, susun_prosedur
from buku_sop.loading.draf import bangun_draf

Panah = tuple[int, int] | tuple[int, int, str]
BELAH, KOTAK, KAPSUL = Rupa.BELAH_KETUPAT, Rupa.KOTAK, Rupa.KAPSUL


def simpul(baris: int, lane: int, rupa: Rupa = KOTAK, turun: float = 0.0) -> Simpul:
    x, y = 100.0 * lane, 100.0 * baris + turun
    return Simpul(Lambang(rupa, Kotak(x, y, x + 50, y + 20)), 1, baris, (lane,))


def rangkaian(semua: list[Simpul], panah: list[Panah], polos: tuple[tuple[int, int], ...] = ()) -> Rangkaian:  # fmt: skip
    """Put a table together of three lanes."""
    tempat = Tempat(1, Kotak(0, 0, 1, 1))
    baris = [
        BarisTabel(str(n + 1), {Peran.KEGIATAN: f"Kegiatan {n + 1}"}, tempat)
        for n in range(max(s.baris or 0 for s in semua) + 1)
    ]
    ikatan = [Ikatan(p[0], p[1], *p[2:]) for p in panah]
    ikatan += [Ikatan(a, b, berarah=False) for a, b in polos]
    return Rangkaian(tuple(Kolom(f"Lane {n}") for n in "ABC"), {}, baris, semua, ikatan)


def tersusun(r: Rangkaian) -> tuple[Hasil, list[str]]:
    """Write a table; return it with all that is doubted of it, also when it is read again."""
    hasil = susun_prosedur(r, 0)
    sop = bangun_draf({"nama": "Contoh", **hasil.isi})
    return hasil, [k.alasan for k in (*hasil.keraguan, *beda_alur(sop, [r]))]


# --- Lines without a head -------------------------------------------------------------------

BERDUA = [simpul(0, 0, KAPSUL), simpul(1, 0), simpul(1, 1), simpul(2, 0), simpul(3, 0, KAPSUL)]
PANJANG = [*BERDUA[:4], simpul(3, 0), simpul(4, 0), simpul(5, 0, KAPSUL)]
JALAN: list[Panah] = [(0, 1), (1, 3), (3, 4)]


def _ragu_bersama(r: Rangkaian) -> list[bool]:
    return [bool(g.tebakan) for isi in susun_giliran(r) for g in isi if len(g.simpul) > 1]


def test_a_line_without_a_head_ties_those_who_act_jointly_where_all_ways_have_heads() -> None:
    assert _ragu_bersama(rangkaian(BERDUA, JALAN, ((1, 2),))) == [False]


@pytest.mark.parametrize(
    ("semua", "jalan", "polos"),
    [
        (BERDUA, [(0, 1), (2, 3), (3, 4)], ((1, 2),)),  # the way may lead along the line
        (PANJANG, [*JALAN, (4, 5), (5, 6)], ((1, 2), (0, 3))),  # another line without a head leads from row to row
        (BERDUA, JALAN[:2], ((1, 2),)),  # too few heads
        ([*BERDUA[:2], simpul(1, 1, turun=12), *BERDUA[3:]], JALAN, ((1, 2),)),  # not level
    ],
)  # fmt: skip
def test_it_is_a_doubt_where_it_may_be_a_way(
    semua: list[Simpul], jalan: list[Panah], polos: tuple[tuple[int, int], ...]
) -> None:
    assert _ragu_bersama(rangkaian(semua, jalan, polos)) == [True]


def test_a_line_without_a_head_from_row_to_row_leads_where_alone_the_flow_can_go() -> None:
    turun = [simpul(n, 0, KAPSUL if n in (0, 4) else KOTAK) for n in range(5)]
    r = rangkaian(turun, [(0, 1), (3, 4)], ((3, 2), (1, 2)))  # the lower one first
    arahkan(r)
    assert [(i.dari, i.ke, i.berarah) for i in r.ikatan[2:]] == [(2, 3, True), (1, 2, True)]
    assert tersusun(r)[1] == []


@pytest.mark.parametrize(
    "jalan",
    [
        [(0, 1), (0, 2), (2, 3)],  # another way reaches the lower one
        [(0, 1), (1, 3), (2, 3)],  # the upper one leads on otherwise
        [(1, 0), (2, 3)],  # nothing reaches the upper one
    ],
)
def test_it_stays_without_a_way_where_there_are_two(jalan: list[Panah]) -> None:
    r = rangkaian([simpul(n, 0) for n in range(4)], jalan, ((1, 2),))
    arahkan(r)
    assert not r.ikatan[-1].berarah


# --- Where ways end ----------------------------------------------------------------------------


def test_a_box_beside_the_way_ends_as_it_is_drawn() -> None:
    semua = [simpul(0, 0, KAPSUL), simpul(1, 0), simpul(1, 1), simpul(2, 0), simpul(3, 0, KAPSUL)]
    hasil, ragu = tersusun(rangkaian(semua, [(0, 1), (1, 2), (1, 3), (3, 4)]))
    assert ragu == []
    assert hasil.isi["langkah"][1]["ke"] == "selesai"
    assert hasil.isi["langkah"][1]["simbol"] == "kotak"


@pytest.mark.parametrize(
    ("rupa", "jalan"),
    [
        (BELAH, [(0, 1), (1, 2), (1, 3), (3, 4)]),  # an answer leads to it
        (KOTAK, [(0, 1), (1, 2, "Ya"), (1, 3, "Tidak"), (3, 4)]),
        (KOTAK, [(0, 1), (1, 2), (3, 4)]),  # nothing goes on without it
        (KOTAK, [(0, 1), (0, 2), (1, 3), (3, 4)]),  # it is reached from another row
    ],
)  # fmt: skip
def test_a_box_that_leads_nowhere_is_a_doubt_elsewhere(rupa: Rupa, jalan: list[Panah]) -> None:
    semua = [simpul(0, 0, KAPSUL), simpul(1, 0, rupa), simpul(1, 1), simpul(2, 0), simpul(3, 0, KAPSUL)]  # fmt: skip
    assert "Tidak ada panah keluar yang terbaca; dianggap lanjut." in tersusun(rangkaian(semua, jalan))[1]  # fmt: skip


def test_those_who_act_jointly_keep_their_own_symbols() -> None:
    semua = [simpul(0, 0, KAPSUL), simpul(1, 0), simpul(2, 0, KAPSUL), simpul(2, 1)]
    r = rangkaian(semua, [(0, 1), (1, 2)], ((2, 3),))
    r.ikatan[-1] = replace(r.ikatan[-1], terikat=True)
    hasil, ragu = tersusun(r)
    assert ragu == []
    sop = bangun_draf({"nama": "Contoh", **hasil.isi})
    assert sop is not None
    akhir = [(s.lane, s.simbol.value) for s in susun_alur(sop.prosedur[0]).simpul if s.langkah == 2]
    assert akhir == [(0, "kapsul"), (1, "kotak")]


# --- Ends of arrows ------------------------------------------------------------------------------


def _panah(*lambang: Kotak, y: float = 50.0) -> list[str]:
    """Draw an arrow that leads from the first symbol to the right and ends 14 points before the second."""
    garis = _coretan((40, y), (100, y))
    kepala = _coretan((106, y), (98, y - 3), (98, y + 3), (106, y), isi=True)
    bidang = Bidang(Kotak(0, 0, 400, 400), (0, 400), (0, 400))
    panah, _ = cari_panah((garis, kepala), [Lambang(KOTAK, k) for k in lambang], bidang)
    assert [(p.dari, p.ke) for p in panah] == [(0, 1)]
    return [p.tebakan for p in panah]


def _coretan(*titik: Titik, isi: bool = False) -> Coretan:
    xs, ys = zip(*titik, strict=True)
    return Coretan(titik, Kotak(min(xs), min(ys), max(xs), max(ys)), tertutup=isi, terisi=isi, bergaris=not isi)  # fmt: skip


def test_an_arrow_that_ends_before_a_symbol_and_points_straight_at_it_means_it() -> None:
    dari, ke = Kotak(0, 40, 40, 60), Kotak(120, 40, 160, 60)
    assert _panah(dari, ke) == [""]
    assert _panah(dari, ke, Kotak(117, 61, 157, 80)) != [""]  # another one is near
    assert _panah(dari, ke, y=58.5) != [""]  # it points past the middle
