"""Times add up, and what cannot be counted is said."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.alur.waktu import TotalWaktu, jumlah_waktu, per_pelaksana
from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import Durasi, Giliran, Langkah, Pelaksana, Prosedur, Rentang

menit = st.fractions(min_value=0, max_value=100_000, max_denominator=60)
durasi = st.builds(Durasi, menit, menit)
rentang = st.builds(lambda a, b: Rentang(a, a + b), durasi, durasi)


def langkah(waktu: str, *pelaksana: str) -> Langkah:
    return Langkah("Melaksanakan", tuple(Giliran((p,)) for p in pelaksana), waktu=baca_waktu(waktu))


def total(cepat: Durasi, lama: Durasi | None = None, **lain: Any) -> TotalWaktu:
    return TotalWaktu(Rentang(cepat, lama or cepat), **lain)


def kerja(n: int) -> Durasi:
    return Durasi(kerja=Fraction(n))


def test_times_of_all_kinds_in_one_sum() -> None:
    semua = ["10 menit", "1-2 jam", "1 hari", "", "sesuai kebutuhan", "secepatnya?", "1 x 24 jam"]
    assert jumlah_waktu(langkah(w) for w in semua) == TotalWaktu(
        Rentang(
            Durasi(Fraction(10 + 60 + 450), Fraction(1440)),
            Durasi(Fraction(10 + 120 + 450), Fraction(1440)),
        ),
        langkah=7,
        tanpa_waktu=1,
        sesuai_kebutuhan=1,
        tak_terbaca=1,
    )


def test_steps_that_count_are_those_with_a_time() -> None:
    semua = ["10 menit", "0 menit", "", "sesuai kebutuhan", "entahlah"]
    assert jumlah_waktu(langkah(w) for w in semua).terhitung == 2


def test_nothing_takes_no_time() -> None:
    assert jumlah_waktu([]) == TotalWaktu()


def test_cases_of_one_cell_make_a_range() -> None:
    kasus = "1 hari untuk laporan triwulan dan 15 hari untuk laporan tahunan"
    assert jumlah_waktu([langkah(kasus)]) == total(kerja(450), kerja(15 * 450), langkah=1)


def test_a_step_of_several_lanes_counts_once_for_each() -> None:
    prosedur = Prosedur(
        pelaksana=tuple(Pelaksana(id, id.title()) for id in ("kepala", "staf", "bidang")),
        langkah=(
            langkah("10 menit", "staf"),
            langkah("5 menit", "staf", "kepala", "staf"),
            langkah("", "kepala"),
            langkah("60 menit"),
        ),
    )
    hasil = per_pelaksana(prosedur)
    assert hasil == {
        "kepala": total(kerja(5), langkah=2, tanpa_waktu=1),
        "staf": total(kerja(15), langkah=2),
        "bidang": TotalWaktu(),
    }
    assert list(hasil) == ["kepala", "staf", "bidang"]


@given(durasi, durasi, durasi)
def test_durations_add_in_any_order(a: Durasi, b: Durasi, c: Durasi) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + Durasi() == a


@given(rentang, rentang, rentang)
def test_ranges_add_in_any_order_and_stay_ranges(a: Rentang, b: Rentang, c: Rentang) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    jumlah = a + b
    assert jumlah.paling_cepat.kerja <= jumlah.paling_lama.kerja
    assert jumlah.paling_cepat.kalender <= jumlah.paling_lama.kalender


@given(st.lists(st.integers(0, 600)), st.lists(st.integers(0, 600)))
def test_the_sum_of_two_tables_is_the_sum_of_their_sums(satu: list[int], dua: list[int]) -> None:
    a = [langkah(f"{n} menit") for n in satu]
    b = [langkah(f"{n} menit") for n in dua]
    bersama = jumlah_waktu([*a, *b])
    assert bersama.rentang == jumlah_waktu(a).rentang + jumlah_waktu(b).rentang
    assert bersama.rentang.paling_lama == kerja(sum(satu) + sum(dua))
