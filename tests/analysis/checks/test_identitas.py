"""SOP-I001 to I007 and I009 to I013."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from buku_sop.diagnostics import Tingkat
from buku_sop.model import Pejabat, Riwayat, Sop, Status
from tests.analysis.checks.kasus import Kasus, periksa, uji
from tests.builders import sop

KEMBAR = "kantor-contoh/kembar"
BADAN_LAIN = "dinas-rekaan/penerimaan-tamu"
GANTI: dict[str, Any] = {"status": Status.DIGANTIKAN, "digantikan_oleh": KEMBAR}


def ditinjau(jenis: str, tanggal: date) -> Sop:
    """Make an SOP of 2024 whose other kind of review is no question."""
    lain = "evaluasi" if jenis == "monitoring" else "monitoring"
    riwayat = (Riwayat(tanggal, jenis), Riwayat(date(2026, 5, 1), lain))
    return sop(
        tanggal_pembuatan=date(2024, 1, 1), tanggal_efektif=date(2024, 2, 1), riwayat=riwayat
    )


def tanpa_riwayat(**isian: Any) -> Sop:
    """Make an SOP whose evaluation is recorded, so that only the monitoring may be overdue."""
    return sop(riwayat=(Riwayat(date(2026, 5, 1), "evaluasi"),), **isian)


KASUS = [
    Kasus("SOP-I016", "a verb in front", sop(nama="SOP Membuat Laporan"), sop(nama="SOP Mekanisme Pembuatan Laporan"),
          ("nama",), "`Membuat`"),
    Kasus("SOP-I016", "no activity", sop(nama="Surat Masuk"), sop(nama="Alur Surat Masuk"), ("nama",), "kegiatannya"),
    Kasus("SOP-I016", "nothing but an activity", sop(nama="POS Penyusunan"), sop(nama="POS Pelayanan"), ("nama",),
          "keluarannya"),
    Kasus("SOP-I016", "one that was replaced keeps its name", sop(nama="Tamu"),
          sop(nama="Tamu", status=Status.DICABUT, tanggal_dicabut=date(2026, 4, 1), alasan_dicabut="Usai"), ("nama",)),
    Kasus("SOP-I001", "no number, in force", sop(nomor=""), sop()),
    Kasus("SOP-I001", "no number, a draft", sop(nomor="", status=Status.DRAF), sop(),
          tingkat=Tingkat.SARAN),
    Kasus("SOP-I002", "no date of effect; that of approval does as well", sop(tanggal_efektif=None),
          sop(tanggal_efektif=None, tanggal_pengesahan=date(2026, 2, 1))),
    Kasus("SOP-I002", "no date of effect, a draft", sop(tanggal_efektif=None, status=Status.DRAF),
          sop(), tingkat=Tingkat.SARAN),
    Kasus("SOP-I003", "nobody approved", sop(disahkan_oleh=()), sop()),
    Kasus("SOP-I003", "an empty block", sop(disahkan_oleh=(Pejabat(),)),
          sop(disahkan_oleh=(Pejabat("Kepala"),)), ("disahkan_oleh",)),
    Kasus("SOP-I004", "in effect before it was made", sop(tanggal_efektif=date(2025, 12, 31)),
          sop(tanggal_efektif=date(2026, 1, 5)), ("tanggal_efektif",), "31 Desember 2025"),
    Kasus("SOP-I005", "revised before it was made", sop(tanggal_revisi=date(2025, 3, 1)),
          sop(tanggal_revisi=date(2026, 3, 1)), ("tanggal_revisi",), "1 Maret 2025"),
    Kasus("SOP-I006", "no identity at all",
          sop(nomor="", tanggal_pembuatan=None, tanggal_efektif=None, disahkan_oleh=(), dasar_hukum=()),
          sop(nomor="")),
    Kasus("SOP-I007", "replaced by nobody knows what", sop(status=Status.DIGANTIKAN), sop(**GANTI),
          ("status",)),
    Kasus("SOP-I009", "one number, but for spaces and case", sop(nomor="07/SOP/ a"),
          sop(nomor="07/SOP/b"), ("nomor",), "`kantor-contoh/kembar`", lain=(sop(id=KEMBAR, nomor="07/sop/A"),)),
    Kasus("SOP-I009", "the version that replaced it keeps the number",
          sop(nomor="1/A"), sop(nomor="1/A", **GANTI), ("nomor",), lain=(sop(id=KEMBAR, nomor="1/A"),)),
    Kasus("SOP-I009", "another office counts for itself", sop(nomor="1/A"), sop(nomor="2/A"), ("nomor",),
          "oleh `kantor-contoh/kembar`.",
          lain=(sop(id=KEMBAR, nomor="1/A"), sop(id=BADAN_LAIN, nomor="2/A"))),
    Kasus("SOP-I010", "one name, but for SOP in front", sop(nama="SOP Surat Masuk"),
          sop(nama="SOP Surat Keluar"), ("nama",), "`kantor-contoh/kembar`",
          lain=(sop(id=KEMBAR, nama="Surat  masuk"), sop(id=BADAN_LAIN, nama="Surat Keluar"))),
    Kasus("SOP-I010", "the one that replaced it has its name", sop(nama="Surat"), sop(nama="Surat", **GANTI),
          ("nama",), lain=(sop(id=KEMBAR, nama="Surat"),)),
    Kasus("SOP-I011", "monitoring after six months", ditinjau("monitoring", date(2025, 11, 30)),
          ditinjau("monitoring", date(2025, 12, 1)), ("riwayat", 0), "30 November 2025"),
    Kasus("SOP-I011", "evaluation after a year", ditinjau("evaluasi", date(2025, 5, 31)),
          ditinjau("evaluasi", date(2025, 6, 1)), ("riwayat", 0), "`jenis: evaluasi`"),
    Kasus("SOP-I011", "never monitored: counted from the date of effect",
          tanpa_riwayat(tanggal_efektif=date(2025, 11, 1)), tanpa_riwayat(),
          ("tanggal_efektif",), "belum tercatat sejak 1 November 2025"),
    Kasus("SOP-I011", "a later revision starts the time again",
          tanpa_riwayat(tanggal_efektif=date(2024, 1, 1), tanggal_revisi=date(2025, 1, 1)),
          tanpa_riwayat(tanggal_efektif=date(2024, 1, 1), tanggal_revisi=date(2026, 1, 1)),
          ("tanggal_revisi",)),
    Kasus("SOP-I011", "with no other date, from the making; not of a draft",
          tanpa_riwayat(tanggal_efektif=None, tanggal_pembuatan=date(2024, 1, 1)),
          sop(status=Status.DRAF, riwayat=(), tanggal_efektif=date(2020, 1, 1)), ("tanggal_pembuatan",)),
    Kasus("SOP-I012", "nothing between two slashes", sop(nomor="050/ /V.07/2022"),
          sop(nomor="08 /SOP/III/2023"), ("nomor",)),
    Kasus("SOP-I012", "dots to be filled in, of a draft", sop(nomor="…/SOP/2022", status=Status.DRAF),
          sop(nomor="1.2/SOP-3/2022"), ("nomor",), tingkat=Tingkat.SARAN),
    Kasus("SOP-I013", "replaced, but still in force", sop(digantikan_oleh=KEMBAR), sop(**GANTI),
          ("digantikan_oleh",), "berstatus berlaku"),
    Kasus("SOP-I020", "withdrawn on no day and for no reason", sop(status=Status.DICABUT),
          sop(status=Status.DICABUT, tanggal_dicabut=date(2026, 5, 1), alasan_dicabut="Peraturan dicabut."),
          ("status",), "tanggal dan alasannya"),
    Kasus("SOP-I021", "an end that the status does not know", sop(tanggal_dicabut=date(2026, 5, 1)),
          sop(), ("tanggal_dicabut",), "1 Mei 2026"),
    Kasus("SOP-I022", "in force, and signed on a day to come",
          sop(tanggal_pengesahan=date(2027, 5, 1), mendatang=("tanggal_pengesahan",)),
          sop(tanggal_pengesahan=date(2027, 5, 1), mendatang=("tanggal_pengesahan",), status=Status.DRAF),
          ("tanggal_pengesahan",), "1 Mei 2027"),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_identitas(kasus: Kasus) -> None:
    uji(kasus)


def test_an_old_version_shares_name_and_number_with_the_one_that_is_in_force() -> None:
    lama = sop(id=KEMBAR, nama="Penerimaan Surat", nomor="1/A", status=Status.DICABUT)
    assert periksa(sop(nama="Penerimaan Surat", nomor="1/A"), lama) == []


def test_a_missing_identity_is_one_finding() -> None:
    kosong = sop(
        nomor="", tanggal_pembuatan=None, tanggal_efektif=None, disahkan_oleh=(), dasar_hukum=()
    )
    assert [t.kode for t in periksa(kosong)] == ["SOP-I006"]
