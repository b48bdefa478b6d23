"""When a review is due: from what day time runs, for which SOPs, and what counts as recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.checks import periksa_sop
from buku_sop.analysis.checks.konteks import Konteks
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.analysis.masa import tandai_masa
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.analysis.tinjauan import (
    BULAN,
    berlaku_sampai_hari,
    susun_jadwal,
    tambah_bulan,
    tinjauan_sop,
)
from buku_sop.model import Handbook, Riwayat, Sop, Status
from tests.analysis.checks.kasus import periksa
from tests.builders import HARI_INI, handbook, sop

KOSONG: dict[str, Any] = {
    "tanggal_pembuatan": None,
    "tanggal_efektif": None,
    "riwayat": (),
}
SEBELAH = "kantor-contoh/surat-masuk"


def satu(**isian: Any) -> Sop:
    """Make an SOP in force without a date but those given."""
    return sop(**{**KOSONG, **isian})


@dataclass(frozen=True)
class Kasus:
    """From where the time of monitoring runs."""

    perihal: str
    sop: Sop
    sejak: date
    jalur: Jalur
    tercatat: bool = False

    def __str__(self) -> str:
        """Name the test."""
        return self.perihal


KASUS = [
    Kasus("the making, where nothing else is known", satu(tanggal_pembuatan=date(2024, 1, 1)),
          date(2024, 1, 1), ("tanggal_pembuatan",)),
    Kasus("the making in the record", satu(riwayat=(Riwayat(date(2024, 1, 1), "pembuatan"),)),
          date(2024, 1, 1), ("riwayat", 0)),
    Kasus("the day of effect rather than the making, also when it is earlier",
          satu(tanggal_pembuatan=date(2025, 1, 1), tanggal_efektif=date(2024, 1, 1)),
          date(2024, 1, 1), ("tanggal_efektif",)),
    Kasus("the approval that came after", satu(tanggal_efektif=date(2024, 1, 1),
          tanggal_pengesahan=date(2024, 1, 5)), date(2024, 1, 5), ("tanggal_pengesahan",)),
    Kasus("the last monitoring, in whatever order they are written",
          satu(tanggal_efektif=date(2024, 1, 1), riwayat=(
              Riwayat(date(2026, 1, 1), "monitoring"), Riwayat(date(2025, 1, 1), "monitoring"))),
          date(2026, 1, 1), ("riwayat", 0), tercatat=True),
    Kasus("an evaluation is no monitoring", satu(tanggal_efektif=date(2024, 1, 1),
          riwayat=(Riwayat(date(2026, 1, 1), "evaluasi"),)), date(2024, 1, 1), ("tanggal_efektif",)),
    Kasus("a revision after the monitoring", satu(tanggal_revisi=date(2026, 2, 1),
          riwayat=(Riwayat(date(2026, 1, 1), "monitoring"),)), date(2026, 2, 1), ("tanggal_revisi",)),
    Kasus("a revision that only the record has", satu(tanggal_efektif=date(2024, 1, 1),
          riwayat=(Riwayat(date(2025, 3, 1), "revisi"),)), date(2025, 3, 1), ("riwayat", 0)),
    Kasus("of one day, the monitoring", satu(tanggal_efektif=date(2026, 1, 1),
          riwayat=(Riwayat(date(2026, 1, 1), "monitoring"),)), date(2026, 1, 1), ("riwayat", 0), tercatat=True),
    Kasus("a monitoring planned for tomorrow has not been done", satu(tanggal_efektif=date(2024, 1, 1),
          riwayat=(Riwayat(HARI_INI + timedelta(1), "monitoring"),)), date(2024, 1, 1), ("tanggal_efektif",)),
    Kasus("a monitoring of today has", satu(tanggal_efektif=date(2024, 1, 1),
          riwayat=(Riwayat(HARI_INI, "monitoring"),)), HARI_INI, ("riwayat", 0), tercatat=True),
    Kasus("an SOP that takes effect next month", satu(tanggal_efektif=date(2026, 7, 1)),
          date(2026, 7, 1), ("tanggal_efektif",)),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_from_when_the_time_runs(kasus: Kasus) -> None:
    t = next(t for t in tinjauan_sop(kasus.sop, HARI_INI) if t.jenis == "monitoring")
    assert (t.sejak, t.jalur, t.tercatat) == (kasus.sejak, kasus.jalur, kasus.tercatat)
    assert t.tempo == tambah_bulan(kasus.sejak, 6)


def test_monitoring_is_due_after_six_months_and_evaluation_after_twelve() -> None:
    milik = tinjauan_sop(satu(tanggal_efektif=date(2026, 2, 1)), HARI_INI)
    assert [(t.jenis, t.tempo) for t in milik] == [
        ("monitoring", date(2026, 8, 1)), ("evaluasi", date(2027, 2, 1)),
    ]  # fmt: skip


@pytest.mark.parametrize("status", [Status.DRAF, Status.DIGANTIKAN, Status.DICABUT])
def test_only_what_is_in_force_is_due(status: Status) -> None:
    lama = satu(status=status, tanggal_efektif=date(2020, 1, 1))
    jadwal = susun_jadwal(handbook(lama), HARI_INI)
    assert tinjauan_sop(lama, HARI_INI) == jadwal.tinjauan == ()
    assert jadwal.tanpa_tanggal == ()


def test_an_sop_without_any_date_is_named() -> None:
    jadwal = susun_jadwal(handbook(satu()), HARI_INI)
    assert (jadwal.tinjauan, jadwal.tanpa_tanggal) == ((), (satu().id,))


def test_an_office_that_silences_the_check_gets_no_reminder_and_is_told_why() -> None:
    diam = satu(tanggal_efektif=date(2020, 1, 1), abaikan={"SOP-I011": "Menunggu organisasi baru"})
    jadwal = susun_jadwal(handbook(diam), HARI_INI)
    assert jadwal.tinjauan == ()
    assert jadwal.dikecualikan == {diam.id: "Menunggu organisasi baru"}


def test_the_most_urgent_comes_first() -> None:
    buku = handbook(
        satu(tanggal_efektif=date(2025, 9, 1)), satu(id=SEBELAH, tanggal_efektif=date(2025, 6, 1))
    )
    urut = [(t.sop, t.jenis) for t in susun_jadwal(buku, HARI_INI).tinjauan]
    assert urut == [
        (SEBELAH, "monitoring"), (satu().id, "monitoring"), (SEBELAH, "evaluasi"), (satu().id, "evaluasi"),
    ]  # fmt: skip


@pytest.mark.parametrize(("hari", "dekat", "lewat"), [
    (29, True, False), (30, True, False), (31, False, False), (0, True, False), (-1, True, True),
])  # fmt: skip
def test_the_due_day_itself_is_in_time(hari: int, dekat: bool, lewat: bool) -> None:
    t = tinjauan_sop(satu(tanggal_efektif=date(2026, 2, 1)), HARI_INI)[0]
    hari_ini = t.tempo - timedelta(hari)
    assert (t.dekat(hari_ini, 30), t.lewat(hari_ini)) == (dekat, lewat)


TANGGAL = st.none() | st.dates(date(2015, 1, 1), date(2030, 1, 1))
RIWAYAT = st.lists(
    st.builds(Riwayat, st.dates(date(2015, 1, 1), date(2030, 1, 1)),
              st.sampled_from(["pembuatan", "revisi", "monitoring", "evaluasi"])), max_size=5,
).map(tuple)  # fmt: skip
SEMUA = st.builds(
    satu,
    tanggal_pembuatan=TANGGAL,
    tanggal_efektif=TANGGAL,
    tanggal_revisi=TANGGAL,
    riwayat=RIWAYAT,
)


@given(SEMUA)
def test_the_check_reports_exactly_what_is_overdue(satu: Sop) -> None:
    lewat = [(t.jenis, t.jalur) for t in tinjauan_sop(satu, HARI_INI) if t.lewat(HARI_INI)]
    temuan = [(t.isi["kunci"], t.jalur) for t in periksa(satu) if t.kode == "SOP-I011"]
    assert temuan == lewat


@given(SEMUA, st.sampled_from(sorted(BULAN)))
def test_recording_a_review_today_moves_its_due_day_and_no_other(satu: Sop, jenis: str) -> None:
    sesudah = replace(satu, riwayat=(*satu.riwayat, Riwayat(HARI_INI, jenis)))
    dulu = {t.jenis: t for t in tinjauan_sop(satu, HARI_INI)}
    kini = {t.jenis: t for t in tinjauan_sop(sesudah, HARI_INI)}
    assert kini[jenis].tempo >= tambah_bulan(HARI_INI, BULAN[jenis])
    assert {j: t for j, t in kini.items() if j != jenis} == {
        j: t for j, t in dulu.items() if j != jenis
    }


def temuan_pada(buku: Handbook, id: str, hari: date) -> list[Temuan]:
    """Return what is found in an SOP on a day."""
    buku = tandai_masa(buku, hari)
    milik = buku.cari_sop(id)
    assert milik
    return periksa_sop(milik, Konteks(buku, susun_keterkaitan(buku), hari))


@given(SEMUA, SEMUA, st.booleans(), st.floats(0, 1))
def test_until_its_last_day_the_same_is_found_as_today(
    lama: Sop, baru: Sop, diganti: bool, kapan: float
) -> None:
    baru = replace(baru, id=SEBELAH, nama="Surat Masuk")
    if diganti:
        lama = replace(lama, status=Status.DIGANTIKAN, digantikan_oleh="Surat Masuk")
    buku = tandai_masa(handbook(lama, baru), HARI_INI)
    for id in (lama.id, baru.id):
        kini = buku.cari_sop(id)
        assert kini
        sampai = min(berlaku_sampai_hari(buku, HARI_INI)(kini), date(2040, 1, 1))
        assert sampai >= HARI_INI
        hari = HARI_INI + (sampai - HARI_INI) * kapan
        for satu_hari in {HARI_INI + timedelta((hari - HARI_INI).days), sampai}:
            assert temuan_pada(buku, id, satu_hari) == temuan_pada(buku, id, HARI_INI)


def test_its_last_day_is_that_of_its_own_review_and_the_one_before_any_date_to_come() -> None:
    milik = satu(tanggal_efektif=date(2026, 2, 1))
    tempo = tinjauan_sop(milik, HARI_INI)[0].tempo
    lain = satu(id=SEBELAH, tanggal_efektif=date(2026, 1, 1))
    assert berlaku_sampai_hari(handbook(milik, lain), HARI_INI)(milik) == tempo
    buku = handbook(milik)
    besok = tempo + timedelta(1)
    assert temuan_pada(buku, milik.id, besok) != temuan_pada(buku, milik.id, HARI_INI)
    datang = HARI_INI + timedelta(10)
    kelak = replace(lain, riwayat=(Riwayat(datang, "revisi"),))
    sampai = berlaku_sampai_hari(handbook(milik, kelak), HARI_INI)(milik)
    assert sampai == datang - timedelta(1)


@pytest.mark.parametrize(
    ("tanggal", "bulan", "hasil"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2025, 12, 1), 12, date(2026, 12, 1)),
        (date(9999, 12, 1), 6, date.max),
    ],
)
def test_months_are_added_by_the_calendar(tanggal: date, bulan: int, hasil: date) -> None:
    assert tambah_bulan(tanggal, bulan) == hasil
