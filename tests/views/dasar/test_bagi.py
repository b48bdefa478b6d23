"""Long lists cut into pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.bagi import bagi, bagi_urut, muat, navigasi

BERAT = st.lists(st.integers(1, 50), max_size=60)


@given(BERAT, st.integers(1, 200), st.one_of(st.none(), st.integers(-20, 200)))
def test_pages_in_order_lose_nothing_and_hold_no_more_than_they_may(
    berat: list[int], batas: int, pertama: int | None
) -> None:
    semua = list(enumerate(berat))
    hasil = bagi_urut(semua, str, batas, pertama)
    assert [n for b in hasil for n in b.isi] == list(range(len(berat)))
    assert [b.kunci for b in hasil] == [str(n) for n in range(1, len(hasil) + 1)]
    for nomor, satu in enumerate(hasil):
        ruang = batas if pertama is None or nomor else pertama
        assert len(satu.isi) <= 1 or sum(berat[n] for n in satu.isi) <= ruang


@given(BERAT, st.integers(1, 200))
def test_groups_keep_their_address_whatever_stands_in_others(berat: list[int], batas: int) -> None:
    a = [("huruf_a", "A", n, b) for n, b in enumerate(berat)]
    hasil = bagi([*a, ("huruf_b", "B", -1, 1)], batas)
    assert (hasil[-1].kunci, hasil[-1].isi) == ("huruf_b", (-1,))
    kunci = [b.kunci for b in hasil[:-1]]
    assert kunci == ["huruf_a", *(f"huruf_a_{n}" for n in range(2, len(kunci) + 1))][: len(kunci)]
    assert [n for b in hasil[:-1] for n in b.isi] == list(range(len(berat)))


def test_pages_are_filled_alike_rather_than_one_full_and_one_nearly_empty() -> None:
    hasil = bagi_urut([(n, 10) for n in range(11)], str, 100)
    assert [len(b.isi) for b in hasil] == [6, 5]
    assert hasil[0].sebutan == "0 – 5"


def test_what_fits_exactly_fits() -> None:
    assert muat([50, 50], 100)
    assert not muat([50, 51], 100)


def test_the_ways_from_a_page_are_those_before_and_behind_it() -> None:
    semua = [("waktu/a", "A"), ("waktu/b", "B"), ("waktu/c", "C")]
    n = navigasi(semua, "waktu/b", Alamat("waktu/b"))
    assert n.sebelum
    assert n.sesudah
    assert (n.sebelum.href, n.sesudah.href) == ("../a/", "../c/")
    assert [t.di_sini for t in n.semua] == [False, True, False]
    assert navigasi(semua, "waktu/index", Alamat("waktu/index")).sebelum is None
