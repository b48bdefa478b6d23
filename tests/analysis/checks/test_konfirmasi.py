"""SOP-P001 and P004."""

from __future__ import annotations

import pytest

from buku_sop.model import LembarKerja
from tests.analysis.checks.kasus import Kasus, uji
from tests.builders import langkah, prosedur, sop, tanda

KASUS = [
    Kasus("SOP-P001", "a field of the SOP, with a reason",
          sop(perlu_konfirmasi=tanda({"nama": "Judul sampul berbeda"})), sop(),
          ("perlu_konfirmasi", "nama"), "Nama SOP perlu dikonfirmasi instansi: Judul sampul berbeda.\n"),
    Kasus("SOP-P001", "a field of a step, without a reason", sop(langkah(konfirmasi={"pelaksana": " "})),
          sop(langkah()), ("prosedur", 0, "langkah", 0, "perlu_konfirmasi", "pelaksana"),
          "Pelaksana langkah 1 perlu dikonfirmasi instansi.\n"),
    Kasus("SOP-P001", "a step of the second procedure",
          sop(tabel=(prosedur(langkah()), prosedur(langkah(konfirmasi={"waktu": "Kabur."})))), sop(),
          ("prosedur", 1, "langkah", 0, "perlu_konfirmasi", "waktu"),
          "Waktu langkah 1 (prosedur 2) perlu dikonfirmasi instansi: Kabur.\n"),
    Kasus("SOP-P001", "a field of the worksheet",
          sop(lembar_kerja=LembarKerja(perlu_konfirmasi=tanda({"langkah_utama": ""}))),
          sop(lembar_kerja=LembarKerja()), ("lembar_kerja", "perlu_konfirmasi", "langkah_utama"),
          "Langkah utama pada lembar kerja"),
    Kasus("SOP-P004", "a misspelt field", sop(langkah(konfirmasi={"waktuu": "a"})),
          sop(langkah(konfirmasi={"waktu": "a"})),
          ("prosedur", 0, "langkah", 0, "perlu_konfirmasi", "waktuu"), "Maksudnya `waktu`?"),
    Kasus("SOP-P004", "a field of a step is none of the SOP", sop(perlu_konfirmasi=tanda({"opsional": ""})),
          sop(perlu_konfirmasi=tanda({"langkah": ""})), ("perlu_konfirmasi", "opsional"), "`nomor`"),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_peninjauan(kasus: Kasus) -> None:
    uji(kasus)
