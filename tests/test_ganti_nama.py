"""An SOP that is renamed is renamed wherever others name it, and links lead to it as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.ganti_nama import ganti_nama, yang_menyebut
from buku_sop.handbook import open_handbook
from buku_sop.loading.sunting.naskah import Naskah, buka
from buku_sop.loading.sunting.spans import TakDapatDisunting

KANTOR = {
    "instansi.yml": "nama: Kantor Contoh\n",
    "tamu.yml": "nama: Menerima Tamu\nnama_lain: Penerimaan Tamu\nnomor: 01/SOP/2024\nlangkah:\n  - Menerima\n",
    "arsip.yml": """\
nama: Menyimpan Arsip
keterkaitan:
  - SOP Menerima Tamu; # yang utama
  - SOP Penerimaan Tamu
  - SOP Surat Keluar, SOP Menerima Tamu
  - kantor-contoh/tamu
langkah:
  - kegiatan: Menyimpan
    keterangan: Lihat SOP Menerima Tamu bila ada tamu
""",
    "surat.yml": "nama: Surat Keluar\nstatus: dicabut\ndigantikan_oleh: Menerima Tamu\nlangkah:\n  - Menulis\n",
}  # fmt: skip
ID = "kantor-contoh/tamu"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kantor = tmp_path / "kantor-contoh"
    kantor.mkdir()
    for nama, isi in KANTOR.items():
        (kantor / nama).write_text(isi, encoding="utf-8")
    return tmp_path


def naskah(folder: Path, ids: tuple[str, ...]) -> dict[str, Naskah]:
    return {id: buka(f"{id}.yml", (folder / f"{id}.yml").read_text(encoding="utf-8")) for id in ids}


def test_names_are_changed_where_they_stand_and_links_stay(folder: Path) -> None:
    buku = open_handbook(folder)
    semula = buku.keterkaitan.dirujuk_oleh[ID]
    ids = yang_menyebut(buku.handbook, buku.keterkaitan, ID)
    assert ids == (ID, "kantor-contoh/arsip", "kantor-contoh/surat")
    hasil = ganti_nama(buku.handbook, naskah(folder, ids), ID, "Melayani Tamu Negara")
    for id, perubahan in hasil.items():
        (folder / f"{id}.yml").write_text(perubahan.naskah.tertulis, encoding="utf-8")
    arsip = (folder / "kantor-contoh/arsip.yml").read_text(encoding="utf-8")
    assert arsip == (
        KANTOR["arsip.yml"]
        .replace("SOP Menerima Tamu; #", "SOP Melayani Tamu Negara; #")
        .replace("Keluar, SOP Menerima Tamu", "Keluar, SOP Melayani Tamu Negara")
        .replace("Lihat SOP Menerima Tamu", "Lihat SOP Melayani Tamu Negara")
    )
    sesudah = open_handbook(folder)
    assert (
        sesudah.handbook.sop[[s.id for s in sesudah.handbook.sop].index(ID)].nama
        == "Melayani Tamu Negara"
    )
    assert sesudah.keterkaitan.dirujuk_oleh[ID] == semula
    assert sesudah.keterkaitan.digantikan_oleh["kantor-contoh/surat"].sop == ID


@pytest.mark.parametrize(("nama", "sebab"), [("surat KELUAR", "sudah dipakai"), (" - ", "kosong")])
def test_a_name_that_would_lead_to_two_or_none_is_refused(
    folder: Path, nama: str, sebab: str
) -> None:
    buku = open_handbook(folder)
    ids = yang_menyebut(buku.handbook, buku.keterkaitan, ID)
    with pytest.raises(TakDapatDisunting, match=sebab):
        ganti_nama(buku.handbook, naskah(folder, ids), ID, nama)
