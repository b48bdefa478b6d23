"""`sop skema` writes a schema to the terminal, to a file, or all to where editors look."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from buku_sop.loading.skema import tulis_skema
from tests.warm import run_module


def sop(folder: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", *argumen, cwd=folder)


def test_to_the_terminal_and_to_a_file(tmp_path: Path) -> None:
    layar = sop(tmp_path, "skema")
    berkas = sop(tmp_path, "skema", "instansi", "--keluaran", "baru/i.json")
    assert (layar.returncode, layar.stdout) == (0, tulis_skema("sop"))
    assert (berkas.returncode, berkas.stdout) == (0, "")
    tertulis = (tmp_path / "baru" / "i.json").read_text(encoding="utf-8")
    assert json.loads(tertulis)["properties"]["nama"]["description"] == "Nama lengkap instansi."


def test_refresh_writes_all_where_the_editor_settings_look(tmp_path: Path) -> None:
    (tmp_path / "sop_data").mkdir()
    assert sop(tmp_path, "skema", "--perbarui").returncode == 0
    ditulis = sorted(p.name for p in (tmp_path / "sop_data" / ".skema").iterdir())
    assert ditulis == [
        f"{jenis}.schema.json"
        for jenis in ("bentuk", "instansi", "kebutuhan", "peraturan", "setelan", "singkatan", "sop")
    ]
    assert sop(tmp_path, "periksa").stdout.startswith("0 SOP diperiksa: 0 galat, 0 peringatan")


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("skema", "lain"), "Pilih salah satu: sop, instansi, singkatan, peraturan, kebutuhan"),
        (("skema", "--perbarui"), "Folder sop_data tidak ada"),
        (("skema", "--perbarui", "--keluaran", "x"), "Pilih salah satu: --keluaran"),
        (("skema", "--keluaran", "berkas/x.json"), "tidak dapat ditulis"),
    ],
)
def test_wrong_use(tmp_path: Path, argumen: tuple[str, ...], pesan: str) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    hasil = sop(tmp_path, *argumen)
    assert hasil.returncode == 2
    assert pesan in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_help_lists_arguments_and_options_apart(tmp_path: Path) -> None:
    bantuan = sop(tmp_path, "skema", "--help").stdout
    assert "Argumen:\n  [JENIS]" in bantuan
    assert bantuan.count("Berkas yang diuraikan") == 1
    assert "Positional" not in bantuan
