"""The calendar files, read back with the library and compared with what is due."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from buku_sop.analysis.tinjauan import susun_jadwal, tambah_bulan
from buku_sop.model import Handbook, Instansi, Riwayat, Sop
from buku_sop.views.tinjauan.kalender import PenulisKalender
from tests.builders import HARI_INI, INSTANSI, LAIN, handbook, sop

SATU, DUA = "kantor-contoh/satu", "dinas-rekaan/dua"


def segar(id: str = SATU, **isian: Any) -> Sop:
    """Make an SOP that is due on 1 August and on 1 February."""
    return sop(id=id, **{"riwayat": (), **isian})


def penulis(buku: Handbook, hari_ini: date = HARI_INI) -> PenulisKalender:
    jadwal = susun_jadwal(buku, hari_ini)
    return PenulisKalender(
        buku, jadwal, "buku.contoh.invalid", lambda id: f"https://buku.contoh.invalid/sop/{id}/"
    )


def acara(isi: bytes) -> list[Any]:
    """Read a calendar back; values of its events are of many types."""
    kalender = Calendar.from_ical(isi)
    assert isinstance(kalender, Calendar)
    assert kalender.errors == []
    semua = [e for e in kalender.walk("VEVENT") if isinstance(e, Event)]
    assert all(e.errors == [] for e in semua)
    return semua


def test_each_review_is_an_event_of_one_day_with_a_reminder_and_an_address() -> None:
    satu, dua = acara(penulis(handbook(segar())).semua())
    assert str(satu["summary"]) == "Monitoring SOP Penerimaan Tamu satu"
    assert str(dua["summary"]) == "Evaluasi SOP Penerimaan Tamu satu"
    assert (satu.decoded("dtstart"), satu.decoded("dtend")) == (date(2026, 8, 1), date(2026, 8, 2))
    assert dua.decoded("dtstart") == date(2027, 2, 1)
    assert satu["dtstart"].params["VALUE"] == "DATE"
    assert str(satu["url"]) == "https://buku.contoh.invalid/sop/kantor-contoh/satu/"
    assert str(satu["transp"]) == "TRANSPARENT"
    (pengingat,) = satu.walk("VALARM")
    assert pengingat.decoded("trigger") == timedelta(days=-14)
    assert str(pengingat["action"]) == "DISPLAY"
    assert "paling lambat 1 Agustus 2026" in str(satu["description"])
    assert "jenis: monitoring" in str(satu["description"])


def test_the_calendar_says_what_programs_ask_of_a_published_one() -> None:
    kalender = Calendar.from_ical(penulis(handbook(segar())).instansi("kantor-contoh"))
    sifat = {k: str(kalender[k]) for k in ("version", "calscale", "method", "x-wr-calname", "name")}
    assert sifat == {
        "version": "2.0", "calscale": "GREGORIAN", "method": "PUBLISH",
        "x-wr-calname": f"Tinjauan SOP {INSTANSI.nama}", "name": f"Tinjauan SOP {INSTANSI.nama}",
    }  # fmt: skip
    assert kalender["prodid"]


def test_an_office_has_its_own_and_all_have_all() -> None:
    tulis = penulis(handbook(segar(), segar(DUA)))
    uid = {id: {str(e["uid"]) for e in acara(tulis.instansi(id))} for id in (INSTANSI.id, LAIN.id)}
    assert not uid[INSTANSI.id] & uid[LAIN.id]
    assert {str(e["uid"]) for e in acara(tulis.semua())} == uid[INSTANSI.id] | uid[LAIN.id]


def test_without_a_review_there_is_no_calendar() -> None:
    assert penulis(handbook(segar(DUA))).instansi(INSTANSI.id) == b""
    assert penulis(handbook()).semua() == b""


def test_without_an_address_of_the_site_events_have_none() -> None:
    buku = handbook(segar())
    for satu in acara(PenulisKalender(buku, susun_jadwal(buku, HARI_INI)).semua()):
        assert "url" not in satu
        assert str(satu["uid"]).endswith("@buku-sop.invalid")


def test_what_is_overdue_rings_again_on_the_next_day_of_its_cycle() -> None:
    lama = segar(tanggal_efektif=date(2024, 8, 31))
    milik = {str(e["uid"]).partition(".")[0]: e for e in acara(penulis(handbook(lama)).semua())}
    hari = {kunci: e.decoded("dtstart") for kunci, e in milik.items()}
    assert hari == {
        "monitoring": date(2025, 2, 28), "monitoring-lagi": date(2026, 8, 28),
        "evaluasi": date(2025, 8, 31), "evaluasi-lagi": date(2026, 8, 31),
    }  # fmt: skip
    assert str(milik["monitoring-lagi"]["summary"]).startswith("Terlambat: Monitoring SOP")


def test_a_recorded_review_moves_its_event_and_outdates_the_old_one() -> None:
    dulu = acara(penulis(handbook(segar())).semua())[0]
    riwayat = (Riwayat(date(2026, 5, 4), "monitoring"),)
    kini = acara(penulis(handbook(segar(riwayat=riwayat))).semua())[0]
    assert str(kini["uid"]) == str(dulu["uid"])
    assert kini.decoded("dtstart") == date(2026, 11, 4)
    assert kini.decoded("dtstamp") == datetime(2026, 5, 4, tzinfo=UTC) > dulu.decoded("dtstamp")
    assert kini["sequence"] > dulu["sequence"]


def test_the_same_data_gives_the_same_bytes_on_another_day() -> None:
    buku = handbook(segar(), segar(DUA))
    assert penulis(buku).semua() == penulis(buku, HARI_INI + timedelta(20)).semua()


JAHAT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200)
CONTOH = 'a\r\nBEGIN:VEVENT\r\nUID:x; \\ , "q" \x07\u202e é' * 6


@given(JAHAT, JAHAT)
def test_hostile_names_stay_text(nama: str, kantor: str) -> None:
    _uji_jahat(nama, kantor)


@pytest.mark.parametrize("nama", [CONTOH, "END:VCALENDAR", "\n", "é" * 300])
def test_names_that_look_like_a_calendar_stay_text(nama: str) -> None:
    _uji_jahat(nama, nama)


def _uji_jahat(nama: str, kantor: str) -> None:
    buku = handbook(segar(nama=nama), instansi=(Instansi("kantor-contoh", kantor), LAIN))
    isi = penulis(buku).semua()
    semua = acara(isi)
    assert [e.decoded("dtstart") for e in semua] == [date(2026, 8, 1), date(2027, 2, 1)]
    judul = str(semua[0]["summary"])
    assert judul.startswith("Monitoring SOP ")
    assert not re.search(r"[\x00-\x1f\x7f\u202a-\u202e]", judul)
    assert all(len(baris) <= 75 for baris in isi.split(b"\r\n"))
    assert b"\n" not in isi.replace(b"\r\n", b"")


@given(st.dates(date(1990, 1, 1), date(2026, 5, 31)))
def test_the_cycle_of_a_month_end_never_misses_a_turn(efektif: date) -> None:
    """The reminder of an overdue monitoring is within the next half year, whatever the month's length."""
    semua = acara(penulis(handbook(segar(tanggal_efektif=efektif))).semua())
    lagi = [e.decoded("dtstart") for e in semua if str(e["uid"]).startswith("monitoring-lagi")]
    if tambah_bulan(efektif, 6) < HARI_INI:
        assert len(lagi) == 1
        assert HARI_INI <= lagi[0] <= tambah_bulan(HARI_INI, 6) + timedelta(3)
    else:
        assert lagi == []


def test_events_come_in_the_order_of_their_days() -> None:
    hari = [e.decoded("dtstart") for e in acara(penulis(handbook(segar(), segar(DUA))).semua())]
    assert all(a <= b for a, b in pairwise(hari))


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    sekali = segar(tanggal_efektif=date(date.max.year - 1, 12, 31))
    semua = acara(penulis(handbook(sekali), date(date.max.year, 1, 1)).semua())
    (terakhir,) = (a for a in semua if a.decoded("dtstart") == date.max)
    assert "dtend" not in terakhir
