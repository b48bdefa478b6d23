"""A folder with unsaved texts, and one of values alone, say what the same texts on a disk say."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from buku_sop.handbook import Hasil, IngatanBerkas, open_handbook, reopen_handbook
from buku_sop.loading.isi_folder import IsiDitimpa, IsiFolder, IsiNilai, LainDiketahui
from buku_sop.loading.lampiran import isi_folder
from tests.paths import SOP_DATA

HARI = date(2026, 11, 1)
SOP = "nama: Menerima Tamu\nstatus: draf\npelaksana: {a: Petugas}\nlangkah:\n  - kegiatan: Menerima tamu\n    pelaksana: a\n"


def sama(satu: Hasil, dua: Hasil) -> None:
    assert (satu.handbook.instansi, satu.handbook.sop) == (dua.handbook.instansi, dua.handbook.sop)
    assert tuple(satu.diagnostics) == tuple(dua.diagnostics)
    assert satu.berkas == dua.berkas
    assert satu.dibaca == dua.dibaca


def ubahan() -> list[dict[str, str | None]]:
    ada = next(p for p in sorted(SOP_DATA.glob("*/*.yml")) if p.name != "instansi.yml")
    nama = ada.relative_to(SOP_DATA).as_posix()
    teks = ada.read_text(encoding="utf-8")
    return [
        {nama: teks.replace("nama:", "nama: Lain #", 1)},
        {nama: "nama: [rusak\n"},
        {nama: f"{teks}\nkunci_salah: 1\n"},
        {nama: None},
        {f"{nama.split('/')[0]}/tamu.yml": SOP},
        {"kantor-baru/tamu.yml": SOP, "kantor-baru/instansi.yml": "nama: Kantor Contoh\n"},
        {f"{nama.split('/')[0]}/instansi.yml": "nama: Kantor Lain\n", "singkatan.yml": "singkatan: {SOP: Salah Satu}\n"},
        {nama: "nama: x\n" * 90_000},
    ]  # fmt: skip


def tulis(data: Path, semua: Mapping[str, str | None]) -> None:
    for nama, teks in semua.items():
        path = data / nama
        path.parent.mkdir(exist_ok=True)
        if teks is None:
            path.unlink()
        else:
            path.write_text(teks, encoding="utf-8")


@pytest.mark.parametrize("nomor", range(8))
def test_unsaved_texts_are_read_as_if_they_were_saved(nomor: int, tmp_path: Path) -> None:
    semua, data = ubahan()[nomor], tmp_path / "sop_data"
    shutil.copytree(SOP_DATA, data)
    ingat = IngatanBerkas()
    awal = reopen_handbook(data, ingat, HARI)
    unsaved = reopen_handbook(data, ingat, HARI, isi=IsiDitimpa(data, semua))
    sama(reopen_handbook(data, ingat, HARI), awal)
    tulis(data, semua)
    sama(unsaved, open_handbook(data, HARI))
    assert tuple(unsaved.diagnostics) != tuple(awal.diagnostics) or semua.keys() - awal.berkas


def test_values_alone_are_read_as_a_folder(tmp_path: Path) -> None:
    data = tmp_path / "sop_data"
    shutil.copytree(SOP_DATA, data)
    teks = {
        p.relative_to(data).as_posix(): p.read_text(encoding="utf-8") for p in data.rglob("*.yml")
    }
    disk, lain = open_handbook(data, HARI), {}
    for folder in (p for p in data.iterdir() if p.is_dir()):
        berkas = {n: b for (kantor, n), b in disk.handbook.berkas.items() if kantor == folder.name}
        lain[folder.name] = LainDiketahui(tuple(isi_folder(folder)), berkas)
    values = IsiNilai(tmp_path / "nowhere" / "sop_data", teks, lain)
    sama(open_handbook(tmp_path / "nowhere" / "sop_data", HARI, isi=values), disk)
    assert disk.handbook.sop


def test_what_the_loader_asks_is_answered_by_every_kind_of_folder() -> None:
    asked = {n for n in vars(IsiFolder) if not n.startswith("_")}
    own = asked - {"berkas_biasa"}
    assert own <= set(vars(IsiDitimpa))
    assert own <= set(vars(IsiNilai))
