"""SOP-I023: a NIP anywhere but in the field for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from buku_sop.handbook import open_handbook
from buku_sop.model import BagianBebas, Pejabat, Sop
from buku_sop.model.pribadi import memuat_nip
from tests.analysis.checks.kasus import Kasus, periksa, uji
from tests.builders import INSTANSI, giliran, langkah, sop

NIP = "19650314 199203 1 007"
DENGAN = f"Nama Pejabat, NIP. {NIP}"

KASUS = (
    Kasus("SOP-I023", "behind the name of an official", sop(disahkan_oleh=(Pejabat("Kepala", DENGAN),)),
          sop(disahkan_oleh=(Pejabat("Kepala", "Nama Pejabat", NIP),)), ("disahkan_oleh", "nama"), "`nip:`"),
    Kasus("SOP-I023", "in a cell", sop(langkah(keterangan=("Hubungi", DENGAN))), sop(),
          ("prosedur", 0, "langkah", 0, "keterangan", 1)),
    Kasus("SOP-I023", "in a symbol", sop(langkah("Menulis", replace(giliran("staf"), teks=DENGAN))), sop(),
          ("prosedur", 0, "langkah", 0, "pelaksana", 0, "teks")),
    Kasus("SOP-I023", "in a free section", sop(bagian=(BagianBebas("Penanggung jawab", (DENGAN,)),)), sop(),
          ("bagian", 0, "isi", 0)),
    Kasus("SOP-I023", "in the list of who gets it", sop(distribusi=("Loket", DENGAN)), sop(), ("distribusi", 1)),
)  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_pribadi(kasus: Kasus) -> None:
    uji(kasus)


@pytest.mark.parametrize(
    ("teks", "ya"),
    [
        ("196503141992031007", True), ("19650314.199203.1.007", True), ("19850101 202121 2 003", True),
        ("NIP 19650314\n199203 1 007", True), ("1965031419920310071", False), ("19651314 199203 1 007", False),
        ("0812 0000 0000 0000 00", False), ("00000000 000000 0 000", False), ("", False),
        ("2026-01-31 2026-02-28 2026", False),
    ],
)  # fmt: skip
def test_only_what_can_be_a_nip_is_one(teks: str, ya: bool) -> None:
    assert memuat_nip(teks) == ya


def test_an_office_that_shows_them_is_not_told() -> None:
    isi: Sop = KASUS[0].buruk
    assert periksa(isi, instansi=replace(INSTANSI, tampilkan_nip=True)) == []


def test_the_file_of_an_office_is_looked_through(tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    isi = f"nama: Kantor Contoh\nkop:\n  - KANTOR\n  - {DENGAN}\n"
    (kantor / "instansi.yml").write_text(isi, encoding="utf-8")
    (d,) = [d for d in open_handbook(tmp_path / "sop_data").diagnostics if d.kode == "SOP-I023"]
    assert (d.lokasi.berkas, d.lokasi.baris) == ("sop_data/kantor-contoh/instansi.yml", 4)
    assert "1965" not in d.pesan + d.petunjuk
