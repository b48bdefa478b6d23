"""The line below the name of an SOP: nobody takes one for a guide that is none."""

from __future__ import annotations

import re
from datetime import date

import pytest

from buku_sop.model import Sop, Status
from buku_sop.views.dasar.render import TEMPLATES, Perender
from tests.builders import sop, tanda
from tests.paths import ROOT
from tests.views.sop.test_halaman import halaman

PERENDER = Perender(ROOT / "overrides" / TEMPLATES)
LAIN = sop(id="kantor-contoh/baru", nama="SOP Baru", tanggal_efektif=date(2026, 3, 1))


def baris(satu: Sop) -> str:
    html = PERENDER.render("sop/keadaan.html", h=halaman(satu, LAIN))
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


@pytest.mark.parametrize(("satu", "bunyi"), [
    (sop(), "Berlaku sejak 1 Februari 2026"),
    (sop(tanggal_efektif=None, tanggal_pengesahan=date(2026, 1, 6)),
     "Berlaku disahkan 6 Januari 2026"),
    (sop(tanggal_efektif=None), "Berlaku · dokumen tidak menyebut sejak kapan"),
    (sop(status=Status.DRAF),
     "Draf: belum berlaku. SOP ini belum dinyatakan berlaku oleh instansinya."),
    (sop(status=Status.DICABUT, tanggal_dicabut=date(2026, 3, 1), alasan_dicabut="Diatur ulang."),
     "SOP ini sudah dicabut sejak 1 Maret 2026 dan tidak boleh lagi dijadikan pedoman. Alasan: Diatur ulang."),
    (sop(status=Status.DIGANTIKAN, digantikan_oleh="SOP Baru"),
     "SOP ini sudah digantikan. Gunakan penggantinya: SOP Baru."),
    (sop(status=Status.DIGANTIKAN, tanggal_dicabut=date(2026, 2, 1)),
     "SOP ini sudah digantikan sejak 1 Februari 2026. Penggantinya belum disebut; tanyakan kepada instansi."),
])  # fmt: skip
def test_the_state_is_told_in_plain_words(satu: Sop, bunyi: str) -> None:
    assert baris(satu) == bunyi


def test_a_doubtful_state_has_its_mark() -> None:
    satu = sop(status=Status.DRAF, perlu_konfirmasi=tanda({"status": "dugaan"}))
    assert "Perlu konfirmasi, catatan 1" in baris(satu)
