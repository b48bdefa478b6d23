"""Dates as documents write them: in full, in part, or as a sign that there is none."""

from __future__ import annotations

from datetime import date

import pytest

from buku_sop.loading.document import DokumenSop
from buku_sop.loading.rapikan import rapikan
from buku_sop.loading.tanggal import baca_tanggal, baca_tertulis


@pytest.mark.parametrize(
    ("teks", "tanggal"),
    [
        ("2 Okt 2017", date(2017, 10, 2)),
        ("02 juni 2025", date(2025, 6, 2)),
        ("25 Pebruari 2019", date(2019, 2, 25)),
        ("12 Nopember 2020", date(2020, 11, 12)),
        ("1 Agust. 2019", date(2019, 8, 1)),
        ("3-Sept-2021", date(2021, 9, 3)),
        ("17 Des, 2022", date(2022, 12, 17)),
        ("29 Peb 2024", date(2024, 2, 29)),
    ],
)
def test_a_full_date_in_any_spelling(teks: str, tanggal: date) -> None:
    assert baca_tanggal(teks) == tanggal
    assert baca_tertulis(teks) is None


@pytest.mark.parametrize(
    ("teks", "awal", "akhir"),
    [
        ("Januari  2018", date(2018, 1, 1), date(2018, 1, 31)),
        ("PEB. 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("…… Mei 2026", date(2026, 5, 1), date(2026, 5, 31)),
        ("04/2020", date(2020, 4, 1), date(2020, 4, 30)),
        ("2020-4", date(2020, 4, 1), date(2020, 4, 30)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
    ],
)
def test_a_month_or_a_year_keeps_its_words(teks: str, awal: date, akhir: date) -> None:
    baca = baca_tertulis(teks)
    assert baca is not None
    assert (baca.teks, baca.awal, baca.akhir) == (" ".join(teks.split()), awal, akhir)
    assert baca_tanggal(teks) is None


@pytest.mark.parametrize(
    "teks", ["-", "–", "---", "0", "00", "00-00-0000", "__/__/____", "....", "…", "Tidak Ada",
             "nihil", "Nihil.", "belum pernah direvisi", "N/A"],
)  # fmt: skip
def test_a_sign_that_there_is_none_is_kept(teks: str) -> None:
    baca = baca_tertulis(teks)
    assert baca is not None
    assert (baca.teks, baca.awal, baca.akhir) == (teks, None, None)


@pytest.mark.parametrize(
    "teks", ["", "  ", "kemarin", "2 Okt 17", "31 Pebruari 2019", "Senin", "Mei", "Mei 18", "13/2018", "201", "20180101"],
)  # fmt: skip
def test_what_cannot_be_read_is_not_guessed(teks: str) -> None:
    assert baca_tanggal(teks) is None
    assert baca_tertulis(teks) is None


def test_the_tidy_file_keeps_the_words() -> None:
    isi = 'nama: Tamu\ntanggal_pembuatan: Januari 2018\ntanggal_revisi: "-"\n'
    tidy = rapikan(isi, DokumenSop)
    assert "tanggal_pembuatan: Januari 2018\n" in tidy
    assert DokumenSop.model_validate({"nama": "Tamu", "tanggal_revisi": "-"}).tanggal_revisi == (
        baca_tertulis("-")
    )
    assert rapikan(tidy, DokumenSop) == tidy
