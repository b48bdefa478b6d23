"""Times at the edge of what is understood: read as they are meant, or kept as words, and never an accident."""

from __future__ import annotations

from fractions import Fraction

import pytest

from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import Durasi, KeadaanWaktu, Rentang


def menit(jumlah: int) -> Durasi:
    return Durasi(kerja=Fraction(jumlah))


def test_every_dot_of_a_large_number_parts_thousands() -> None:
    (kasus,) = baca_waktu("1.234.567 menit").kasus
    assert kasus.rentang == Rentang(menit(1_234_567), menit(1_234_567))


def test_the_lower_end_of_a_range_keeps_its_own_unit() -> None:
    (kasus,) = baca_waktu("30 menit - 2 jam").kasus
    assert kasus.rentang == Rentang(menit(30), menit(120))


@pytest.mark.parametrize("teks", ["1 jam 2 jam", "10 menit 15 menit", "1 jam 5 menit 2 jam"])
def test_the_same_unit_twice_is_no_sum(teks: str) -> None:
    waktu = baca_waktu(teks)
    assert waktu.keadaan is KeadaanWaktu.TAK_TERBACA
    assert waktu.teks == teks


@pytest.mark.parametrize("teks", ["1/0 jam", "3/0 hari kerja", "0/0 menit"])
def test_a_fraction_of_nothing_is_no_accident(teks: str) -> None:
    assert baca_waktu(teks).teks == teks
