"""SOP-K001 to K009."""

from __future__ import annotations

from typing import Any

import pytest

from buku_sop.analysis.checks.keterkaitan import BUKU_KECIL
from buku_sop.diagnostics import KODE, Tingkat
from buku_sop.model import Status
from buku_sop.model.buku_lain import SopHilang
from tests.analysis.checks.kasus import Kasus, periksa, uji
from tests.builders import SOP_ID, buku_lain, langkah, sop, sop_lain

ARSIP = sop(id="kantor-contoh/pengarsipan", nama="Pengarsipan Surat")
TUJUAN_LAIN = sop(id="dinas-rekaan/rapat", nama="Pelaksanaan Rapat")
K = ("keterkaitan", 0)
KETERANGAN = ("prosedur", 0, "langkah", 0, "keterangan", 0)


REKAP = sop(langkah(output="Rekap Kehadiran"), id="kantor-contoh/rekap", nama="Perekapan Kehadiran")
PERLU_REKAP = langkah(), langkah(kelengkapan="Rekap kehadiran")
PERLU = "langkah 2 memerlukan `Rekap kehadiran`, yang dihasilkannya pada langkah 1"


def kait(teks: str) -> dict[str, Any]:
    return {"keterkaitan": (teks,)}


HILANG = (
    SopHilang("rekaan/lama", "Penyimpanan Surat", "2026-02-01"),
    SopHilang("rekaan/arsip", "Penataan Arsip", "2026-02-01", "Pengarsipan Surat"),
)
DINAS = buku_lain("Buku Dinas", sop_lain("Pengarsipan Surat"), hilang=HILANG)


KASUS = [
    Kasus("SOP-K008", "gone from another handbook", sop(**kait("rekaan/lama")), sop(**kait("rekaan/arsip")), K,
          "tidak ada lagi", buku_lain=(DINAS,)),
    Kasus("SOP-K008", "renamed in another handbook", sop(**kait("Penataan Arsip (Dinas Rekaan)")),
          sop(**kait("Pengarsipan Surat (Dinas Rekaan)")), K, "Tulis namanya yang sekarang: `Pengarsipan Surat`",
          buku_lain=(DINAS,)),
    Kasus("SOP-K009", "a name alone", sop(**kait("SOP Pengarsipan Surat")),
          sop(**kait("SOP Pengarsipan Surat (Buku Dinas)")), K, "`Pengarsipan Surat (Dinas Rekaan)`",
          buku_lain=(DINAS,)),
    Kasus("SOP-K007", "a successor that is none",
          sop(status=Status.DIGANTIKAN, digantikan_oleh="–"),
          sop(status=Status.DIGANTIKAN, digantikan_oleh="Pengarsipan Surat"), ("digantikan_oleh",), "",
          Tingkat.PERINGATAN, lain=(ARSIP,)),
    Kasus("SOP-K001", "a name like one that is known", sop(**kait("SOP Pengarsipan Surta")),
          sop(**kait("sop pengarsipan surat")), K, "Maksudnya `Pengarsipan Surat`?", lain=(ARSIP,)),
    Kasus("SOP-K001", "its own name of another year", sop(nama="Pendataan Desa 2025", **kait("SOP Pendataan Desa 2024")),
          sop(nama="Pendataan Desa 2025", **kait("SOP Pengarsipan Surat")), K, "SOP ini sendiri", lain=(ARSIP,)),
    Kasus("SOP-K001", "a slip in the first letters", sop(**kait("SOP Pnegarsipan Surat")),
          sop(**kait("SOP PENGARSIPAN SURAT")), K, "Maksudnya `Pengarsipan Surat`?", lain=(ARSIP,)),
    Kasus("SOP-K001", "a name like no other", sop(**kait("SOP Perjalanan Dinas")), sop(), K,
          "Tulis SOP itu", lain=(ARSIP,)),
    Kasus("SOP-K001", "in a keterangan", sop(langkah(keterangan="SOP Perjalanan Dinas")),
          sop(langkah(keterangan="SOP Pengarsipan Surat")), KETERANGAN, "`SOP Perjalanan Dinas`",
          Tingkat.SARAN, lain=(ARSIP,)),
    Kasus("SOP-K001", "words with a slash are no id", sop(**kait("Tata Usaha/Umum")),
          sop(**kait(ARSIP.id)), K, lain=(ARSIP,)),
    Kasus("SOP-K001", "the successor is not there",
          sop(status=Status.DIGANTIKAN, digantikan_oleh="Penerimaan Baru"),
          sop(status=Status.DIGANTIKAN, digantikan_oleh="Pengarsipan Surat"), ("digantikan_oleh",), "",
          Tingkat.PERINGATAN, lain=(ARSIP,)),
    Kasus("SOP-K002", "itself, by name", sop(**kait("SOP Penerimaan Tamu penerimaan-tamu")), sop(), K),
    Kasus("SOP-K002", "itself, by id", sop(**kait(SOP_ID)), sop(**kait(ARSIP.id)), K, SOP_ID, lain=(ARSIP,)),
    Kasus("SOP-K003", "two of the office", sop(**kait("Rapat")), sop(**kait("kantor-contoh/r1")), K,
          "`kantor-contoh/r1`, `kantor-contoh/r2`",
          lain=(sop(id="kantor-contoh/r1", nama="Rapat"), sop(id="kantor-contoh/r2", nama="Rapat"))),
    Kasus("SOP-K004", "only another office has it", sop(**kait("Pelaksanaan Rapat")),
          sop(**kait("dinas-rekaan/rapat")), K, "`dinas-rekaan/rapat`", lain=(TUJUAN_LAIN,)),
    Kasus("SOP-K005", "a misspelt id", sop(**kait("kantor-contoh/pengarsipn")), sop(**kait(ARSIP.id)), K,
          "Maksudnya `kantor-contoh/pengarsipan`?", lain=(ARSIP,)),
    Kasus("SOP-K005", "a misspelt office", sop(**kait("kantor-conto/pengarsipan")), sop(), K,
          "Maksudnya `kantor-contoh/pengarsipan`?", lain=(ARSIP,)),
    Kasus("SOP-K005", "no such office", sop(**kait("zzz/pengarsipan")), sop(), K,
          "Tidak ada folder instansi `zzz`.", lain=(ARSIP,)),
    Kasus("SOP-K005", "an id like no other", sop(**kait("dinas-rekaan/zzz")), sop(), K,
          "SOP instansi itu: `dinas-rekaan/rapat`", lain=(TUJUAN_LAIN,)),
    Kasus("SOP-K006", "needs what another makes", sop(*PERLU_REKAP),
          sop(*PERLU_REKAP, **kait("Perekapan Kehadiran")), ("keterkaitan",), PERLU, lain=(REKAP,)),
    Kasus("SOP-K006", "no keterkaitan yet: a line of its own", sop(*PERLU_REKAP),
          sop(*PERLU_REKAP, **kait(REKAP.id)), ("keterkaitan",),
          "tambahkan baris `keterkaitan: Perekapan Kehadiran`", lain=(REKAP,)),
    Kasus("SOP-K006", "one text becomes a list", sop(*PERLU_REKAP, **kait("SOP Pengarsipan Surat")),
          sop(*PERLU_REKAP, **kait("SOP Perekapan Khadiran")), ("keterkaitan",),
          "ganti baris `keterkaitan: [SOP Pengarsipan Surat, SOP Perekapan Kehadiran]`", lain=(REKAP, ARSIP)),
    Kasus("SOP-K006", "a list gets an item",
          sop(*PERLU_REKAP, keterkaitan=("Pengarsipan Surat", "dinas-rekaan/rapat")), sop(), ("keterkaitan",),
          "tambahkan `- Perekapan Kehadiran` di bawah `keterkaitan:`", lain=(REKAP, ARSIP, TUJUAN_LAIN)),
    Kasus("SOP-K006", "a keterangan names it", sop(langkah(keterangan="lihat SOP Pengarsipan Surat")),
          sop(langkah(keterangan="lihat SOP Pengarsipan Surat"), **kait("Pengarsipan Surat")),
          ("keterkaitan",), "keterangan langkah 1 menyebutnya", lain=(ARSIP,)),
    Kasus("SOP-K006", "another office's, by its id", sop(langkah(keterangan="SOP dinas-rekaan/rapat")),
          sop(langkah(keterangan="SOP Pelaksanaan Rapat")), ("keterkaitan",),
          "`keterkaitan: dinas-rekaan/rapat`", lain=(TUJUAN_LAIN,)),
    Kasus("SOP-K006", "a document of every office ties nothing", sop(*PERLU_REKAP),
          sop(langkah(), langkah(kelengkapan="Lembar Disposisi Pimpinan")), ("keterkaitan",),
          lain=(REKAP, sop(langkah(output="Lembar Disposisi Pimpinan"), id="kantor-contoh/disposisi"))),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_keterkaitan(kasus: Kasus) -> None:
    uji(kasus)


@pytest.mark.parametrize(
    "butir",
    ["-", " ... ", "Tidak ada", "Nihil", "Seluruh SOP di lingkungan Kantor Contoh", "SOP lain yang terkait",
     "Bagian Umum dan Kantor Wilayah", "Kantor Contoh", "Unit kerja terkait", "1. UU Nomor 5 Tahun 2014",
     "Peraturan Bupati tentang Tamu", "Formulir Tamu (FT)"],
)  # fmt: skip
def test_what_names_no_sop_raises_nothing(butir: str) -> None:
    assert [t.kode for t in periksa(sop(**kait(butir))) if t.kode.startswith("SOP-K")] == []


def test_a_name_that_is_not_there_weighs_more_once_the_office_has_written_many() -> None:
    for banyak, tingkat in ((BUKU_KECIL - 2, Tingkat.SARAN), (BUKU_KECIL - 1, Tingkat.PERINGATAN)):
        lain = (sop(id=f"kantor-contoh/urusan-{i}") for i in range(banyak))
        temuan = periksa(sop(**kait("SOP Perjalanan Dinas")), *lain)
        assert [t.tingkat or KODE[t.kode].tingkat for t in temuan if t.kode == "SOP-K001"] == [
            tingkat
        ]


def test_one_item_may_name_two_and_each_is_looked_for() -> None:
    semua = periksa(sop(**kait("SOP Pengarsipan Surat, SOP Perjalanan Dinas")), ARSIP)
    temuan = [t for t in semua if t.kode == "SOP-K001"]
    assert [(t.jalur, t.isi["teks"]) for t in temuan] == [(K, "SOP Perjalanan Dinas")]


def test_a_name_that_differs_by_a_year_is_offered() -> None:
    arsip = sop(id="kantor-contoh/arsip-1", nama="Penyusutan Arsip Dinamis (PAD)")
    for butir in ("SOP Penyusutan Arsip Dinamis 2026", "Penyusutan Arsip Dinamis Tahun 2026"):
        temuan = [t for t in periksa(sop(**kait(butir)), arsip) if t.kode == "SOP-K001"]
        assert ["`Penyusutan Arsip Dinamis (PAD)`?" in str(t.isi["usul"]) for t in temuan] == [True]


def test_an_sop_is_not_offered_to_itself() -> None:
    sendiri = sop(keterkaitan=("Penerimaan Tamu penerimaan-tam",))
    usul = [str(t.isi["usul"]) for t in periksa(sendiri) if t.kode == "SOP-K001"]
    assert len(usul) == 1
    assert "Maksudnya" not in usul[0]
