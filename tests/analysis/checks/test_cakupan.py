"""Every code of the checks has its case, sound SOPs have no finding, and the seeds show what they should."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from buku_sop.analysis.checks import Konteks, periksa_sop
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.diagnostics import KODE
from buku_sop.loading.folder import load_folder
from tests.analysis.checks import (
    test_alur,
    test_bentuk,
    test_dasar_hukum,
    test_identitas,
    test_keterkaitan,
    test_konfirmasi,
    test_lembar_kerja,
    test_mutu_baku,
    test_pribadi,
    test_riwayat,
    test_sebutan,
    test_sebutan_peran,
)
from tests.analysis.checks.kasus import periksa, ucapkan
from tests.builders import sop
from tests.flows import TWISTED, procedure
from tests.paths import SOP_DATA

TABEL = (
    test_alur,
    test_bentuk,
    test_dasar_hukum,
    test_identitas,
    test_keterkaitan,
    test_lembar_kerja,
    test_mutu_baku,
    test_konfirmasi,
    test_pribadi,
    test_riwayat,
    test_sebutan,
    test_sebutan_peran,
)
DI_LUAR = {"SOP-P002", "SOP-P003", "SOP-A026"}
"""About `abaikan`, which is not for the checks to see, and about a drawing, which `buku_sop/handbook.py` makes to tell."""


def test_every_code_of_the_checks_has_a_case() -> None:
    milik = {kode for kode in KODE if kode[4] in "AIMKLP"} - DI_LUAR
    assert {kasus.kode for modul in TABEL for kasus in modul.KASUS} == milik


def test_a_sound_sop_has_no_finding() -> None:
    assert periksa(sop()) == []


@pytest.mark.parametrize("seed", range(60))
def test_whatever_the_flow_all_findings_can_be_worded(seed: int) -> None:
    random = Random(f"checks/{seed}")
    acak = procedure(random, random.randint(1, 20), random.randint(1, 9), TWISTED)
    for temuan in periksa(sop(tabel=(acak,))):
        ucapan = ucapkan(temuan)
        assert ucapan.pesan
        assert ucapan.petunjuk


def test_the_seeds_show_what_their_issue_names() -> None:
    buku = load_folder(SOP_DATA).handbook
    konteks = Konteks(buku, susun_keterkaitan(buku), date(2026, 6, 1))
    ditemukan = {
        (sop.slug, sop.instansi, t.kode, str(t.isi.get("sebutan", t.isi.get("label", ""))))
        for sop in buku.sop
        for t in periksa_sop(sop, konteks)
    }
    assert {
        ("pengukuran-kinerja", "selayar", "SOP-A008", "Bidang"),
        ("pengukuran-kinerja", "sumedang", "SOP-L001", ""),
        ("pengukuran-kinerja", "way-kanan", "SOP-I012", ""),
        ("pengukuran-kinerja", "banggai", "SOP-I008", "Inspektorat"),
        ("monitoring-renstra", "banggai", "SOP-I008", "DPMD"),
        ("monitoring-renstra", "banggai", "SOP-I006", ""),
    } <= ditemukan
    galat = {k for _, _, k, _ in ditemukan if KODE[k].tingkat.value == "galat"}
    assert galat == set()
    menyebut_lain = {(i, s) for _, i, k, s in ditemukan if k == "SOP-I008"}
    assert menyebut_lain == {("banggai", "Inspektorat"), ("banggai", "DPMD")}
