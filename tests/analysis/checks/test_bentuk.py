"""SOP-I030, and what is asked of SOP-AP alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from buku_sop.loading.bentuk import bentuk_bawaan
from buku_sop.model import BagianBebas, Sop
from tests.analysis.checks.kasus import Kasus, periksa, uji
from tests.builders import langkah, prosedur, sop

SPO = bentuk_bawaan()["spo-rumah-sakit"]
LENGKAP = tuple(BagianBebas(j, ("Isi",)) for j in ("Pengertian", "Tujuan", "Unit Terkait"))


def spo(*judul: str) -> Sop:
    return sop(bentuk=SPO, bagian=tuple(b for b in LENGKAP if b.judul not in judul))


KASUS = [
    Kasus("SOP-I030", "a section that the form asks for is empty", spo("Tujuan", "Unit Terkait"), spo(),
          ("bagian",), "bagian *Tujuan* dan *Unit Terkait*"),
    Kasus("SOP-I030", "a field of the section fills it too", replace(spo(), dasar_hukum=()), spo(),
          ("bagian",), "bagian *Kebijakan*"),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_bentuk(kasus: Kasus) -> None:
    uji(kasus)


def test_no_other_form_asks_for_mutu_baku_or_performers() -> None:
    tanpa = prosedur(langkah(waktu="", output="Surat"), langkah("Mengantar tamu"))
    assert {t.kode for t in periksa(sop(tabel=(tanpa,)))} >= {"SOP-M002", "SOP-M004"}
    lain = {t.kode for t in periksa(replace(spo(), prosedur=(tanpa,)))}
    assert not lain & {"SOP-M002", "SOP-M004", "SOP-A019"}
