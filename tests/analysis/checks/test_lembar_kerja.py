"""SOP-L001 and L002."""

from __future__ import annotations

import pytest

from buku_sop.model import LembarKerja, TigaTahap
from tests.analysis.checks.kasus import Kasus, uji
from tests.builders import langkah, prosedur, sop

DUA, TIGA = TigaTahap(("a",), (), ("b",)), TigaTahap(("a",), ("b",), ("c",))
DUA_TABEL = (prosedur(langkah()), prosedur(langkah(), langkah()))
KASUS = [
    Kasus("SOP-L001", "three steps in part C, two in the table",
          sop(lembar_kerja=LembarKerja(identifikasi_langkah=TIGA)),
          sop(lembar_kerja=LembarKerja(identifikasi_langkah=DUA, identifikasi_kegiatan=TIGA)),
          ("lembar_kerja", "identifikasi_langkah"), "memuat 3 langkah, tabel memuat 2"),
    Kasus("SOP-L001", "part B, unless it has first and last only",
          sop(lembar_kerja=LembarKerja(identifikasi_kegiatan=TIGA)),
          sop(langkah(), lembar_kerja=LembarKerja(identifikasi_kegiatan=DUA)),
          ("lembar_kerja", "langkah_utama")),
    Kasus("SOP-L001", "of several tables it may be for one or for all",
          sop(langkah(), lembar_kerja=LembarKerja(identifikasi_langkah=TIGA)),
          sop(tabel=DUA_TABEL, lembar_kerja=LembarKerja(identifikasi_langkah=TIGA)),
          ("lembar_kerja", "identifikasi_langkah")),
    Kasus("SOP-L001", "for the second of two tables",
          sop(tabel=(*DUA_TABEL, prosedur(langkah())), lembar_kerja=LembarKerja(identifikasi_langkah=TIGA)),
          sop(tabel=DUA_TABEL, lembar_kerja=LembarKerja(identifikasi_langkah=DUA)),
          ("lembar_kerja", "identifikasi_langkah"), "memuat 3 langkah, tabel memuat 4"),
    Kasus("SOP-L002", "another title", sop(lembar_kerja=LembarKerja("Surat Masuk")),
          sop(nama="Agenda", nama_lain=("SOP surat masuk",), lembar_kerja=LembarKerja("Surat Masuk")),
          ("lembar_kerja", "judul_sop"), "`Surat Masuk`"),
    Kasus("SOP-L002", "a title that differs in form only", sop(lembar_kerja=LembarKerja("Tamu")),
          sop(nama="Tamu", lembar_kerja=LembarKerja("SOP  TAMU")), ("lembar_kerja", "judul_sop")),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_lembar_kerja(kasus: Kasus) -> None:
    uji(kasus)
