"""A role that is given another name: where else it is written is told, and nothing is changed unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.adapters.places import LOOK
from buku_sop.loading.isi_folder import IsiFolder
from buku_sop.loading.sunting.naskah import buka
from buku_sop.sunting.buku import Buku
from buku_sop.sunting.mesin import Mesin
from buku_sop.sunting.peran import sebutan_lain
from buku_sop.views.dasar.render import TEMPLATES, Perender
from tests.sunting.test_mesin import HARI, tanya

SOP = """\
nama: Pelayanan Staf  # nama SOP bukan sebutan orang
pelaksana: {staf: Staf, kepala: Kepala}
disahkan_oleh: {jabatan: Kepala, nama: Staf}
kualifikasi_pelaksana: [Staf yang cakap, Staf Ahli, Stafet]
langkah:
  - {kegiatan: Menyerahkan berkas kepada Staf, pelaksana: staf}
  - {kegiatan: Menandatangani, pelaksana: kepala}
"""
LAIN = """\
nama: Arsip
pelaksana:
  a: {nama: staf}  # huruf kecil pun jabatan yang sama
langkah: [{kegiatan: Menyimpan, pelaksana: a}]
"""


def test_where_else_a_role_is_written_is_told_with_how_it_would_read() -> None:
    hasil = sebutan_lain(buka("kantor/a.yml", SOP), (), "staf", "Petugas")
    assert [(x["sebutan"], x["baru"], x["yakin"]) for x in hasil] == [
        ("kualifikasi pelaksana 1", "Petugas yang cakap", True),
        ("kualifikasi pelaksana 2", "Petugas Ahli", False),
        ("langkah 1: kegiatan", "Menyerahkan berkas kepada Petugas", True),
    ]
    assert sebutan_lain(buka("kantor/a.yml", SOP), (), "staf", "Staf") == []


@pytest.fixture
def mesin(tmp_path: Path) -> Mesin:
    for berkas, teks in {
        "kantor/instansi.yml": "nama: Kantor\n", "dinas/instansi.yml": "nama: Dinas\n",
        "kantor/a.yml": SOP, "kantor/arsip.yml": LAIN, "dinas/arsip.yml": LAIN,
    }.items():  # fmt: skip
        (tmp_path / "sop_data" / berkas).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "sop_data" / berkas).write_text(teks, encoding="utf-8")
    buku = Buku(tmp_path / "sop_data", IsiFolder(), Perender(LOOK / TEMPLATES), lambda: HARI)
    return Mesin(buku, "peladen")


def test_other_sops_of_the_office_that_have_the_role_are_offered(mesin: Mesin) -> None:
    naskah = {"berkas": "kantor/a.yml", "teks": SOP}
    hasil = tanya(mesin, "ganti_peran", naskah=naskah, tabel=[], id="staf", nama="Petugas")
    assert hasil["lama"] == "Staf"
    assert [(x["berkas"], x["nama"], x["teks"]) for x in hasil["lain"]] == [
        ("kantor/arsip.yml", "Arsip", LAIN.replace("nama: staf", "nama: Petugas"))
    ]
