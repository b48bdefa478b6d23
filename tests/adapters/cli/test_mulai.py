"""`sop mulai` as people run it: with options, and at a real (pseudo-)terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.handbook import open_handbook
from tests.adapters.cli.test_baru import CTRL_C, di_terminal, sop

DUA_BELAS = [f"Dinas Rekaan {n}" for n in range(1, 13)]


@pytest.fixture
def roda(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a wheel; drafts are kept below the test's own folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "negara"))
    berkas = tmp_path / "buku_sop-9.9.9-py3-none-any.whl"
    berkas.write_bytes(b"roda")
    return berkas


def test_without_a_terminal_nothing_is_asked_and_what_was_assumed_is_said(
    tmp_path: Path, roda: Path
) -> None:
    semua = [p for n in DUA_BELAS for p in ("--instansi", n)]
    hasil = sop(tmp_path, "mulai", "buku ku", "--roda", str(roda), *semua)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert "dianggap: pemerintah tidak disebut" in hasil.stdout
    assert "cd 'buku ku'" in hasil.stdout
    buku = open_handbook(tmp_path / "buku ku" / "sop_data")
    assert sorted(i.nama for i in buku.handbook.instansi) == sorted(DUA_BELAS)
    lagi = sop(tmp_path, "mulai", "buku ku", "--roda", str(roda), "--instansi", "Lain")
    assert lagi.returncode == 2
    assert "tidak kosong" in lagi.stderr


@pytest.mark.parametrize(
    ("pilihan", "sebab"),
    [
        ((), "--instansi belum diisi"),
        (("--instansi", "A", "--instansi", " a "), "disebut dua kali"),
        (("--instansi", "A", "--logo", "tidak-ada.png"), "tidak ada"),
        (("--instansi", "A", "--warna", "biru sekali"), "bukan warna"),
        (("--instansi", "A", "--langkah", "Staf | Kerja"), "memerlukan --sop"),
    ],
)
def test_wrong_use_is_refused_before_anything_is_written(
    tmp_path: Path, roda: Path, pilihan: tuple[str, ...], sebab: str
) -> None:
    from click.testing import CliRunner

    from buku_sop.adapters.cli.mulai import mulai

    hasil = CliRunner().invoke(mulai, [str(tmp_path / "buku"), "--roda", str(roda), *pilihan])
    assert hasil.exit_code == 2
    assert sebab in hasil.output
    assert not (tmp_path / "buku").exists()


def test_what_was_typed_survives_ctrl_c_and_can_be_gone_back_to(tmp_path: Path, roda: Path) -> None:
    perintah = ("mulai", "buku", "--roda", str(roda))
    awal = ["Dinas Rekaan", "", "Pemerintah Kota Rekaan", CTRL_C]
    status, layar = di_terminal(tmp_path, awal, *perintah)
    assert status == 130
    assert "Jawaban disimpan. Lanjutkan dengan: sop mulai buku" in layar
    assert not (tmp_path / "buku").exists()
    lanjut = [
        "", "tidak-ada.png", "", "<", "", "#0b5394", "1", "Menerima Tamu", "", "Staf", "", "Mencatat tamu",
        "", "", "", "", "", "2", "Dinas Rekaan Baru", "",
    ]  # fmt: skip
    status, layar = di_terminal(tmp_path, lanjut, *perintah)
    assert "Ada buku yang belum selesai dibuat: Dinas Rekaan" in layar
    assert status == 0, layar
    hasil = open_handbook(tmp_path / "buku" / "sop_data")
    assert not hasil.gagal
    assert [s.prosedur[0].langkah[0].kegiatan for s in hasil.handbook.sop] == ["Mencatat tamu"]
    assert (tmp_path / "buku" / ".github" / "workflows" / "usulan.yml").is_file()
    assert not list((tmp_path / "negara").rglob("*.json"))
