"""What lies in the data and is no file that can be read: refused unread, with a finding, and shown without harm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from buku_sop.loading.isi_data import BukanBerkasBiasaError, baca_terbatas
from tests.paths import ROOT

SOP = """\
nama: Pencatatan Surat
pelaksana: {staf: Staf}
langkah:
  - {kegiatan: Mencatat surat, pelaksana: staf}
"""
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are pipes on POSIX only")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    kantor = tmp_path / "sop_data/kantor"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text(
        "nama: Kantor\nlogo: logo.png\nlogo_kedua: " + "x" * 300 + ".png"
    )
    ttd = "salinan_bertanda_tangan: {berkas: ttd.pdf, tanggal: 2026-01-01}\n"
    lampiran = "lampiran: [{berkas: pipa.pdf, judul: A}, {berkas: nol.pdf, judul: B}]\n"
    (kantor / "baik.yml").write_text(SOP + lampiran + ttd)
    for nama in (
        "pipa.yml",
        "logo.png",
        "pipa.pdf",
        "ttd.pdf",
        "kebutuhan.yml",
        "../singkatan.yml",
    ):
        os.mkfifo(kantor / nama)
    (kantor / "nol.yml").symlink_to("/dev/zero")
    (kantor / "nol.pdf").symlink_to("/dev/zero")
    with (kantor / "besar.yml").open("wb") as berkas:
        berkas.truncate(3 * 1024**3)
    (kantor / "a\x1b[31mb\u202ec.yml").write_text(SOP)
    (kantor / os.fsdecode(b"\xff\xfe.yml")).write_text(SOP)
    return tmp_path


def periksa(folder: Path, *opsi: str) -> subprocess.CompletedProcess[str]:
    """Run the command with little memory; what would wait for ever is ended, and fails the test."""
    perintah = [sys.executable, "-m", "buku_sop", "periksa", *opsi]
    return subprocess.run(
        ["sh", "-c", 'ulimit -v 2000000; exec "$@"', "sh", *perintah],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=120,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_pipes_devices_and_huge_files_are_findings_and_nothing_waits(data: Path) -> None:
    hasil = periksa(data, "--format", "json")
    assert hasil.returncode == 1, hasil.stderr
    temuan = {(Path(d["berkas"]).name, d["kode"]): d["pesan"] for d in json.loads(hasil.stdout)}
    for nama in ("pipa.yml", "kebutuhan.yml", "singkatan.yml"):
        assert "pipa atau perangkat" in temuan[nama, "SOP-B006"]
    assert "pintasan" in temuan["nol.yml", "SOP-B006"]
    assert "3145728 KB" in temuan["besar.yml", "SOP-B004"]
    sebab = [d["pesan"] for d in json.loads(hasil.stdout) if d["kode"] in ("SOP-B008", "SOP-B021")]
    assert len(sebab) == 5, "two logos, two annexes, a signed copy"
    assert any("namanya terlalu panjang" in x for x in sebab)


@pytest.mark.parametrize("bentuk", ["teks", "json", "github", "gitlab"])
def test_names_that_steer_a_terminal_are_shown_harmlessly(data: Path, bentuk: str) -> None:
    hasil = periksa(data, "--format", bentuk)
    assert "kantor/a?[31mb?c.yml" in hasil.stdout
    assert not [c for c in hasil.stdout + hasil.stderr if not c.isprintable() and c != "\n"]
    assert "Traceback" not in hasil.stderr


def test_reading_stops_at_its_limit_and_refuses_what_is_no_file(tmp_path: Path) -> None:
    biasa = tmp_path / "a.yml"
    biasa.write_bytes(b"x" * 10)
    assert baca_terbatas(biasa, 10) == (b"x" * 10, 10)
    assert baca_terbatas(biasa, 9) == (b"", 10)
    os.mkfifo(tmp_path / "pipa")
    with pytest.raises(BukanBerkasBiasaError):
        baca_terbatas(tmp_path / "pipa", 10)
    (tmp_path / "taut").symlink_to(biasa)
    with pytest.raises(OSError, match="symbolic"):
        baca_terbatas(tmp_path / "taut", 10)
