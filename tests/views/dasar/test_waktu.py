"""Times read like the sentences of a civil servant."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.alur.waktu import TotalWaktu
from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import Durasi, JamKerja, Rentang
from buku_sop.views.dasar.waktu import tulis_durasi, tulis_jumlah, tulis_rentang, tulis_total

BIASA = JamKerja()
SEHARI = 1440
"""Minutes of a calendar day."""


def d(kerja: Fraction | int = 0, kalender: Fraction | int = 0) -> Durasi:
    return Durasi(Fraction(kerja), Fraction(kalender))


@pytest.mark.parametrize(
    ("durasi", "harapan"),
    [
        (d(), "0 menit"),
        (d(10), "10 menit"),
        (d(60), "1 jam"),
        (d(90), "1 jam 30 menit"),
        (d(449), "7 jam 29 menit"),
        (d(450), "1 hari kerja"),
        (d(480), "1 hari kerja 30 menit"),
        (d(1120), "2 hari kerja 3 jam 40 menit"),
        (d(0, 43200), "30 hari kalender"),
        (d(900, 43200), "2 hari kerja + 30 hari kalender"),
        (d(Fraction(5, 2)), "2,5 menit"),
        (d(Fraction(1, 2)), "0,5 menit"),
        (d(Fraction(1, 3)), "0,33 menit"),
        (d(Fraction(1, 1000)), "kurang dari 0,01 menit"),
        (d(60 - Fraction(1, 1000)), "1 jam"),
        (d(450 - Fraction(1, 1000)), "7 jam 30 menit"),
        (d(900 - Fraction(1, 1000)), "2 hari kerja"),
        (d(0, 2160), "1,5 hari kalender"),
        (d(0, 1), "kurang dari 0,01 hari kalender"),
        (d(1500 * 450), "1.500 hari kerja"),
    ],
)
def test_a_duration(durasi: Durasi, harapan: str) -> None:
    assert tulis_durasi(durasi, BIASA) == harapan


@pytest.mark.parametrize(
    ("jam_per_hari", "harapan"),
    [
        (Fraction(8), "1 hari kerja"),
        (Fraction(15, 2), "1 hari kerja 30 menit"),
        (Fraction(6), "1 hari kerja 2 jam"),
        (Fraction(0), "8 jam"),
    ],
)
def test_a_working_day_is_that_of_the_office(jam_per_hari: Fraction, harapan: str) -> None:
    assert tulis_durasi(d(480), JamKerja(jam_per_hari)) == harapan


@pytest.mark.parametrize(
    ("cepat", "lama", "harapan"),
    [
        (d(10), d(10), "10 menit"),
        (d(5), d(10), "5–10 menit"),
        (d(Fraction(1, 2)), d(1), "0,5–1 menit"),
        (d(60), d(120), "1–2 jam"),
        (d(450), d(15 * 450), "1–15 hari kerja"),
        (d(0, 14 * SEHARI), d(0, 30 * SEHARI), "14–30 hari kalender"),
        (d(30), d(60), "30 menit sampai 1 jam"),
        (d(450), d(480), "1 hari kerja sampai 1 hari kerja 30 menit"),
        (d(450), d(0, 2 * SEHARI), "1 hari kerja sampai 2 hari kalender"),
        (d(900, 14 * SEHARI), d(900, 30 * SEHARI), "2 hari kerja + 14–30 hari kalender"),
        (d(450, 30 * SEHARI), d(900, 30 * SEHARI), "1–2 hari kerja + 30 hari kalender"),
        (d(900), d(900, SEHARI), "2 hari kerja sampai 2 hari kerja + 1 hari kalender"),
        (
            d(450, SEHARI),
            d(900, 2 * SEHARI),
            "1 hari kerja + 1 hari kalender sampai 2 hari kerja + 2 hari kalender",
        ),
        (d(), d(15 * 450), "paling lama 15 hari kerja"),
        (d(), d(), "0 menit"),
        (d(10), d(10 + Fraction(1, 1000)), "10 menit"),
        (d(Fraction(1, 1000)), d(5), "kurang dari 0,01 menit sampai 5 menit"),
    ],
)
def test_a_range(cepat: Durasi, lama: Durasi, harapan: str) -> None:
    assert tulis_rentang(Rentang(cepat, lama), BIASA) == harapan


def test_a_total() -> None:
    waktu = Rentang(d(1120), d(1120))
    assert tulis_total(TotalWaktu(waktu, langkah=9), BIASA) == "2 hari kerja 3 jam 40 menit"
    assert (
        tulis_total(TotalWaktu(waktu, langkah=10, tanpa_waktu=1), BIASA)
        == "2 hari kerja 3 jam 40 menit (1 langkah tanpa waktu)"
    )
    assert tulis_total(
        TotalWaktu(waktu, langkah=10, tanpa_waktu=1, sesuai_kebutuhan=2, tak_terbaca=3), BIASA
    ) == (
        "2 hari kerja 3 jam 40 menit (1 langkah tanpa waktu, 2 langkah sesuai kebutuhan, "
        "3 langkah dengan waktu yang tak terbaca)"
    )


@pytest.mark.parametrize(
    ("total", "harapan"),
    [
        (TotalWaktu(), "belum ada langkah"),
        (TotalWaktu(langkah=3, tanpa_waktu=3), "belum diketahui (3 langkah tanpa waktu)"),
        (TotalWaktu(langkah=2, sesuai_kebutuhan=2), "sesuai kebutuhan"),
        (TotalWaktu(langkah=2), "0 menit"),
    ],
)
def test_a_total_of_nothing_claims_no_number(total: TotalWaktu, harapan: str) -> None:
    assert tulis_total(total, BIASA) == harapan


perseratus = st.integers(0, 10_000_000).map(lambda n: Fraction(n, 100))
jam_kerja = st.integers(2, 48).map(lambda n: JamKerja(Fraction(n, 2)))


@given(perseratus, jam_kerja)
def test_written_working_time_reads_back(menit: Fraction, jam: JamKerja) -> None:
    durasi = d(menit)
    dibaca = baca_waktu(tulis_durasi(durasi, jam), jam_kerja=jam)
    assert dibaca.rentang == Rentang(durasi, durasi)


@given(st.integers(1, 99_999), st.integers(1, 999), jam_kerja)
def test_both_clocks_read_back(kerja: int, perempat: int, jam: JamKerja) -> None:
    durasi = d(kerja, perempat * SEHARI // 4)
    bagian = tulis_durasi(durasi, jam).split(" + ")
    assert len(bagian) == 2
    jumlah = sum((baca_waktu(b, jam_kerja=jam).rentang for b in bagian), start=Rentang())
    assert jumlah == Rentang(durasi, durasi)


@pytest.mark.parametrize(("satuan", "terbanyak"), [(1, 59), (60, 7), (450, 999)])
@given(data=st.data())
def test_a_written_range_of_one_unit_reads_back(
    satuan: int, terbanyak: int, data: st.DataObject
) -> None:
    cepat, lama = sorted(data.draw(st.tuples(*[st.integers(1, terbanyak)] * 2)))
    rentang = Rentang(d(cepat * satuan), d(lama * satuan))
    assert baca_waktu(tulis_rentang(rentang, BIASA), jam_kerja=BIASA).rentang == rentang


@given(st.fractions(0, 10**6), st.fractions(0, 10**6), jam_kerja)
def test_time_that_passes_is_never_written_as_none(a: Fraction, b: Fraction, jam: JamKerja) -> None:
    durasi = d(a, b)
    assert (tulis_durasi(durasi, jam) == "0 menit") == (not durasi)


@pytest.mark.parametrize(
    "bagian", ["tanpa_waktu", "sesuai_kebutuhan", "berjadwal", "tak_terbaca", "per_hasil"]
)
def test_a_sum_that_leaves_a_step_out_is_not_written(bagian: str) -> None:
    waktu = Rentang(d(90), d(90))
    assert tulis_jumlah(TotalWaktu(waktu, langkah=9), BIASA) == "1 jam 30 menit"
    kurang: dict[str, Any] = {bagian: 1}
    assert not tulis_jumlah(TotalWaktu(waktu, langkah=9, **kurang), BIASA)
