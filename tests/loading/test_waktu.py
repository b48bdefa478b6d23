"""Times as documents write them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import Durasi, JamKerja, KeadaanWaktu, Rentang, Satuan

HARI = 450
KALENDER = 24 * 60


def kerja(a: float, b: float | None = None) -> Rentang:
    return Rentang(Durasi(Fraction(a)), Durasi(Fraction(a if b is None else b)))


def kalender(hari: int) -> Rentang:
    lama = Durasi(kalender=Fraction(hari * KALENDER))
    return Rentang(lama, lama)


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("10 menit", kerja(10)),
        ("180 Menit", kerja(180)),
        ("1 Hari", kerja(HARI)),
        ("1 hari kerja", kerja(HARI)),
        ("1 minggu", kerja(5 * HARI)),
        ("5-10 menit", kerja(5, 10)),
        ("10 s.d. 15 menit", kerja(10, 15)),
        ("1 s/d 2 Jam", kerja(60, 120)),
        ("30 menit - 1 jam", kerja(30, 60)),
        ("1 jam 30 menit", kerja(90)),
        ("1,5 jam", kerja(90)),
        ("½ jam", kerja(30)),
        ("1/2 jam", kerja(30)),
        ("1.000 menit", kerja(1000)),
        ("Dua jam", kerja(120)),
        ("2 (dua) hari", kerja(2 * HARI)),
        ("sejam", kerja(60)),
        ("± 2 jam", kerja(120)),
        ("maks. 3 hari", kerja(3 * HARI)),
        ("1 x 24 jam", kalender(1)),
        ("3 x 24 jam", kalender(3)),
        ("14 hari kalender", kalender(14)),
        ("3 bulan", kalender(90)),
        ("1 triwulan", kalender(90)),
        ("10-5 menit", kerja(10, 5)),
    ],
)
def test_a_time_is_read(teks: str, harap: Rentang) -> None:
    waktu = baca_waktu(teks)
    assert waktu.keadaan is KeadaanWaktu.TERBACA
    assert [k.rentang for k in waktu.kasus] == [harap]
    assert waktu.teks == teks


def test_the_column_heading_gives_a_bare_number_its_unit() -> None:
    waktu = baca_waktu("15", Satuan.MENIT)
    assert waktu.rentang == kerja(15)
    assert waktu.satuan_kolom is Satuan.MENIT
    assert baca_waktu("15").keadaan is KeadaanWaktu.TAK_TERBACA
    assert baca_waktu("2 jam", Satuan.MENIT).rentang == kerja(120)


def test_several_cases_keep_what_each_is_for() -> None:
    waktu = baca_waktu(
        "1 Hari Untuk Penyusunan Laporan Triwulan dan 15 Hari untuk Laporan Kinerja Tahunan"
    )
    assert [(k.rentang, k.untuk) for k in waktu.kasus] == [
        (kerja(HARI), "Penyusunan Laporan Triwulan"),
        (kerja(15 * HARI), "Laporan Kinerja Tahunan"),
    ]
    assert waktu.rentang == kerja(HARI, 15 * HARI)


@pytest.mark.parametrize(
    "teks", ["2 bulan\n1 minggu;\n5 hari kerja;\n1 hari", "1 hari; 3 hari", "1 jam dan 2 jam"]
)
def test_times_of_which_nothing_says_how_they_belong_together_are_not_read(teks: str) -> None:
    waktu = baca_waktu(teks)
    assert (waktu.keadaan, waktu.teks) == (KeadaanWaktu.TAK_TERBACA, teks)


@pytest.mark.parametrize(
    "teks", ["1 jam atau 2 jam", "1 jam / 2 jam", "1 jam (daring), 2 jam (luring)"]
)
def test_times_to_choose_from_are_read(teks: str) -> None:
    assert baca_waktu(teks).rentang == kerja(60, 120)


@pytest.mark.parametrize("teks", ["Triwulan", "per semester", "Caturwulan."])
def test_a_stretch_of_a_year_alone_says_how_often(teks: str) -> None:
    assert baca_waktu(teks).keadaan is KeadaanWaktu.BERKALA


def test_a_time_for_each_piece_says_so() -> None:
    assert [k.untuk for k in baca_waktu("5 menit per berkas").kasus] == ["per berkas"]


@pytest.mark.parametrize("teks", ["Sesuai kebutuhan", "tentatif", "tergantung jumlah peserta"])
def test_a_time_that_depends_is_not_a_fault(teks: str) -> None:
    assert baca_waktu(teks).keadaan is KeadaanWaktu.SESUAI_KEBUTUHAN


@pytest.mark.parametrize("teks", ["", "-", "–"])
def test_nothing_is_no_time(teks: str) -> None:
    assert baca_waktu(teks).keadaan is KeadaanWaktu.KOSONG


@pytest.mark.parametrize("teks", ["besok", "10 apel", "10 menit besok", "menit", "12"])
def test_what_cannot_be_read_keeps_its_words(teks: str) -> None:
    waktu = baca_waktu(teks)
    assert (waktu.keadaan, waktu.teks, waktu.kasus) == (KeadaanWaktu.TAK_TERBACA, teks, ())


def test_a_day_is_as_long_as_the_office_works() -> None:
    jam = JamKerja(Fraction(6), 6)
    assert baca_waktu("1 hari", jam_kerja=jam).rentang == kerja(360)
    assert baca_waktu("1 minggu", jam_kerja=jam).rentang == kerja(6 * 360)
    assert baca_waktu("1 x 24 jam", jam_kerja=jam).rentang == kalender(1)


@given(
    st.integers(1, 5000), st.sampled_from(["menit", "jam", "hari", "hari kerja", "minggu", "bulan"])
)
def test_a_number_of_units_is_that_many_times_one(jumlah: int, satuan: str) -> None:
    assume(satuan != "jam" or jumlah not in (24, 48, 72))
    satu = baca_waktu(f"1 {satuan}").rentang.paling_lama
    banyak = baca_waktu(f"{jumlah} {satuan}").rentang.paling_lama
    assert banyak == Durasi(satu.kerja * jumlah, satu.kalender * jumlah)


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(teks: str) -> None:
    assert baca_waktu(teks).teks.split() == teks.split()
