"""What stands in place of a date is shown as the document has it: on the page, on the sheet, in the data."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from buku_sop.analysis.beda.isian import isian
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.analysis.tinjauan import tinjauan_sop
from buku_sop.model import PilihanLembar, Sop
from buku_sop.model.tanggal import TanggalTertulis
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.data import PenulisData
from buku_sop.views.lembar import AlamatLembar, KonteksLembar, Lembar
from buku_sop.views.sop.halaman import BahanSop, susun_halaman
from tests.analysis.checks.kasus import periksa
from tests.builders import handbook, sop

LATIN = frozenset(range(0x20, 0x17F))
TERTULIS = {
    "tanggal_pembuatan": TanggalTertulis("Januari 2018", date(2018, 1, 1), date(2018, 1, 31)),
    "tanggal_revisi": TanggalTertulis("-"),
}
SATU = sop(
    tanggal_pembuatan=None,
    tanggal_efektif=date(2018, 1, 15),
    tanggal_pengesahan=date(2018, 1, 10),
    tanggal_tertulis=TERTULIS,
)


def baris(satu: Sop) -> dict[str, str]:
    """Return the rows of the sheet's identity."""
    buku = handbook(satu)
    konteks = KonteksLembar(
        buku, susun_keterkaitan(buku), PilihanLembar(), LATIN, AlamatLembar(), {}, {}
    )
    data = Lembar(satu, konteks).identitas.data()
    assert data is not None
    return dict(data["baris"])


def test_page_sheet_and_data_say_the_words() -> None:
    buku = handbook(SATU)
    rujukan = susun_keterkaitan(buku)
    halaman = susun_halaman(SATU, BahanSop(buku, rujukan, {}, {}), Alamat("halaman"))
    tampil = {i.bidang: i.nilai for i in halaman.tanggal}
    assert tampil["tanggal_pembuatan"] == ("Januari 2018",)
    assert tampil["tanggal_revisi"] == ("-",)
    assert baris(SATU)["Tanggal Pembuatan"] == "Januari 2018"
    assert baris(SATU)["Tanggal Revisi"] == "-"
    data = json.loads(PenulisData(buku, rujukan, direktori=True).sop(SATU))["sop"]
    assert data["tanggal_pembuatan"] is None
    assert data["tanggal_tertulis"]["tanggal_pembuatan"] == {
        "teks": "Januari 2018", "awal": "2018-01-01", "akhir": "2018-01-31",
    }  # fmt: skip
    assert isian(SATU)["tanggal_revisi"] == "-"


def test_the_sheet_has_the_day_of_approval_beside_the_day_in_force() -> None:
    assert baris(SATU)["Tanggal Efektif"] == "15 Januari 2018"
    assert baris(SATU)["Tanggal Pengesahan"] == "10 Januari 2018"


def test_a_month_is_judged_by_the_day_that_suits_it() -> None:
    """In force on 15 January is not before a making in January, but before one in February."""
    lebih_awal = TanggalTertulis("Februari 2018", date(2018, 2, 1), date(2018, 2, 28))
    salah = replace(SATU, tanggal_tertulis={"tanggal_pembuatan": lebih_awal})
    assert "SOP-I004" not in {t.kode for t in periksa(SATU)}
    assert "SOP-I004" in {t.kode for t in periksa(salah)}


def test_a_review_runs_from_the_end_of_a_month() -> None:
    satu = replace(
        SATU,
        tanggal_efektif=None,
        tanggal_pengesahan=None,
        tanggal_tertulis={"tanggal_efektif": TERTULIS["tanggal_pembuatan"]},
    )
    assert {t.sejak for t in tinjauan_sop(satu, date(2018, 6, 1))} == {date(2018, 1, 31)}
