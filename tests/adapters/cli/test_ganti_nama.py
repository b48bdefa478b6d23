"""`sop ganti-nama` as people run it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from buku_sop.adapters.cli.group import sop

TAMU = "nama: Menerima Tamu\nlangkah:\n  - Menerima\n"
ARSIP = "nama: Menyimpan Arsip\nketerkaitan: SOP Menerima Tamu # penting\nlangkah:\n  - Menyimpan\n"


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    (kantor / "tamu.yml").write_text(TAMU, encoding="utf-8")
    (kantor / "arsip.yml").write_text(ARSIP, encoding="utf-8")
    return kantor


def jalankan(kantor: Path, *argumen: str, jawab: str = "") -> Result:
    return CliRunner().invoke(
        sop, ["--folder", str(kantor.parents[1]), "ganti-nama", *argumen], input=jawab
    )


def isi(kantor: Path) -> tuple[str, str]:
    return (kantor / "tamu.yml").read_text(), (kantor / "arsip.yml").read_text()


def test_it_shows_each_line_and_writes_when_told(kantor: Path) -> None:
    hasil = jalankan(kantor, "rekaan/tamu", "Melayani Tamu", jawab="y\n")
    assert "- nama: Menerima Tamu\n  + nama: Melayani Tamu" in hasil.output
    assert "+ keterkaitan: SOP Melayani Tamu # penting" in hasil.output
    assert "2 berkas ditulis." in hasil.output
    lama, baru = "Menerima Tamu", "Melayani Tamu"
    assert isi(kantor) == (TAMU.replace(lama, baru), ARSIP.replace(lama, baru))
    assert "tidak ada yang berubah" in jalankan(kantor, "rekaan/tamu", "Melayani Tamu").output


def test_it_understands_indonesian_and_asks_again(kantor: Path) -> None:
    hasil = jalankan(kantor, "rekaan/tamu", "Melayani Tamu", jawab="barangkali\nYa\n")
    assert "Jawab dengan ya atau tidak." in hasil.output
    assert "2 berkas ditulis." in hasil.output


def test_without_consent_nothing_is_written(kantor: Path) -> None:
    assert "Tidak ada yang ditulis." in jalankan(kantor, "rekaan/tamu", "Lain", jawab="n\n").output
    assert isi(kantor) == (TAMU, ARSIP)


def test_an_unknown_sop_and_a_taken_name_are_told(kantor: Path) -> None:
    assert "Mungkin rekaan/tamu?" in jalankan(kantor, "rekaan/tamuu", "Lain").output
    hasil = jalankan(kantor, "rekaan/tamu", "Menyimpan Arsip", "--ya")
    assert "sudah dipakai SOP rekaan/arsip" in hasil.output
    assert isi(kantor) == (TAMU, ARSIP)


def test_all_files_are_written_or_none(kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asli = Path.replace

    def terkunci(self: Path, tujuan: Path) -> Path:
        if tujuan.name == "tamu.yml":  # the last
            raise OSError(13, os.strerror(13))
        return asli(self, tujuan)

    monkeypatch.setattr(Path, "replace", terkunci)
    hasil = jalankan(kantor, "rekaan/tamu", "Melayani Tamu", "--ya")
    assert "tidak diizinkan" in hasil.output
    assert "tetap seperti semula" in hasil.output
    assert isi(kantor) == (TAMU, ARSIP)
    assert sorted(p.name for p in kantor.iterdir()) == ["arsip.yml", "instansi.yml", "tamu.yml"]


def test_what_cannot_be_put_back_is_named(kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asli = Path.replace

    def sekali(self: Path, tujuan: Path) -> Path:
        if tujuan.name == "arsip.yml" and "Melayani" in self.read_text(encoding="utf-8"):
            return asli(self, tujuan)
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", sekali)
    hasil = jalankan(kantor, "rekaan/tamu", "Melayani Tamu", "--ya")
    assert "arsip.yml sudah bernama baru dan tidak dapat dikembalikan (disk penuh)" in hasil.output
    monkeypatch.undo()
    assert jalankan(kantor, "rekaan/tamu", "Melayani Tamu", "--ya").exit_code == 0
    lama, baru = "Menerima Tamu", "Melayani Tamu"
    assert isi(kantor) == (TAMU.replace(lama, baru), ARSIP.replace(lama, baru))
