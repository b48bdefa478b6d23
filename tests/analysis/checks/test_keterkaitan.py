"""SOP-K001 to K005."""

from __future__ import annotations

from typing import Any

import pytest

from macros.diagnostics import Tingkat
from macros.model import Status
from tests.analysis.checks.kasus import Kasus, periksa, uji
from tests.builders import SOP_ID, langkah, sop

ARSIP = sop(id="kantor-contoh/pengarsipan", nama="Pengarsipan Surat")
TUJUAN_LAIN = sop(id="dinas-rekaan/rapat", nama="Pelaksanaan Rapat")
K = ("keterkaitan", 0)
KETERANGAN = ("prosedur", 0, "langkah", 0, "keterangan", 0)


def kait(teks: str) -> dict[str, Any]:
    return {"keterkaitan": (teks,)}


KASUS = [
    Kasus("SOP-K001", "a name like one that is known", sop(**kait("SOP Pengarsipan Surta")),
          sop(**kait("sop pengarsipan surat")), K, "Maksudnya `Pengarsipan Surat`?", lain=(ARSIP,)),
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
          sop(status=Status.DIGANTIKAN, digantikan_oleh="Pengarsipan Surat"), ("digantikan_oleh",),
          lain=(ARSIP,)),
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
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_keterkaitan(kasus: Kasus) -> None:
    uji(kasus)


def test_an_sop_is_not_offered_to_itself() -> None:
    sendiri = sop(keterkaitan=("Penerimaan Tamu penerimaan-tam",))
    usul = [str(t.isi["usul"]) for t in periksa(sendiri) if t.kode == "SOP-K001"]
    assert len(usul) == 1
    assert "Maksudnya" not in usul[0]
