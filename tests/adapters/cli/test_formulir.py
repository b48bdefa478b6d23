"""`sop formulir`: what it prints, what it refuses, and how it ends."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from buku_sop.adapters.cli.formulir import formulir
from buku_sop.adapters.cli.indonesian_click import Grup, jalankan
from tests.paths import ROOT

SOP = """nama: Menerima Tamu
nomor: 1/REKAAN
status: berlaku
tanggal_efektif: 2026-01-01
pelaksana: {staf: Staf}
langkah:
  - {kegiatan: Mencatat tamu, pelaksana: staf}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "overrides").mkdir()
    for nama in ("node_modules", "overrides/lembar", "overrides/formulir"):
        (tmp_path / nama).symlink_to(ROOT / nama)
    for kantor in ("rekaan", "khayal"):
        folder = tmp_path / "sop_data" / kantor
        folder.mkdir(parents=True)
        (folder / "instansi.yml").write_text(f"nama: Kantor {kantor.title()}\n", encoding="utf-8")
        (folder / "tamu.yml").write_text(SOP, encoding="utf-8")
        (folder / "draf.yml").write_text("nama: Draf\n", encoding="utf-8")
    return tmp_path


def panggil(root: Path, *argumen: str) -> int:
    grup = Grup(commands={"formulir": formulir})
    grup.callback = None
    return jalankan(
        lambda args, standalone_mode: grup(args, standalone_mode=standalone_mode, obj=root),
        ("formulir", *argumen),
    )


def dicetak(root: Path) -> set[str]:
    folder = root / ".build/formulir"
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*.pdf")}


def test_it_prints_what_is_in_force_or_what_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert panggil(root, "daftar-tilik", "rekaan") == 0
    assert dicetak(root) == {"rekaan/tamu/daftar-tilik.pdf"}
    assert "rekaan/tamu/daftar-tilik.pdf (" in capsys.readouterr().out
    assert panggil(root, "daftar-tilik", "khayal/draf") == 0
    assert panggil(root, "monitoring") == 0
    assert dicetak(root) == {
        "rekaan/tamu/daftar-tilik.pdf",
        "khayal/draf/daftar-tilik.pdf",
        "rekaan/monitoring.pdf",
        "khayal/monitoring.pdf",
    }


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("entah",), "Pilih salah satu: monitoring, evaluasi"),
        (
            ("monitoring", "tidak/ada"),
            "Instansi atau SOP tidak ada: tidak/ada. Contoh ID: khayal/draf",
        ),
        (("daftar-sop", "rekaan/tamu"), "untuk seluruh instansi. Tulis ID-nya: rekaan"),
        (("daftar-tilik", "--tahun", "2026"), "--tahun hanya untuk monitoring dan evaluasi"),
    ],
)
def test_wrong_use(
    root: Path, capsys: pytest.CaptureFixture[str], argumen: tuple[str, ...], pesan: str
) -> None:
    assert panggil(root, *argumen) == 2
    assert pesan in capsys.readouterr().err
    assert dicetak(root) == set()


def test_broken_data_leaves_the_earlier_form(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert panggil(root, "evaluasi", "rekaan") == 0
    (lama,) = (root / ".build/formulir").rglob("*.pdf")
    isi = lama.read_bytes()
    (root / "sop_data/rekaan/tamu.yml").write_text("nama: [Tamu\n", encoding="utf-8")
    capsys.readouterr()
    assert panggil(root, "evaluasi", "rekaan/tamu") == 1
    keluar = capsys.readouterr()
    assert "tamu.yml:1:7: galat SOP-Y001" in keluar.err
    assert "formulir yang lama tidak diubah" in keluar.err
    assert lama.read_bytes() == isi


def test_the_record_tells_what_git_knows(root: Path) -> None:
    def git(*argumen: str) -> None:
        identitas = ("-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example")
        subprocess.run(["git", *identitas, *argumen], cwd=root, check=True, capture_output=True)

    berkas = root / "sop_data/rekaan/tamu.yml"
    git("init", "-q")
    git("add", "sop_data")
    git("commit", "-qm", "Menambah SOP tamu")
    berkas.write_text(SOP.replace("Mencatat tamu", "Mencatat tamu kantor"), encoding="utf-8")
    git("commit", "-qam", "Memperjelas langkah")
    berkas.write_text("# catatan\n" + berkas.read_text(encoding="utf-8"), encoding="utf-8")
    git("commit", "-qam", "Merapikan komentar")
    assert panggil(root, "rekaman-revisi", "rekaan/tamu") == 0
    (pdf,) = (root / ".build/formulir").rglob("*.pdf")
    isi = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    teks = " ".join(isi.stdout.split())
    assert "Berkasnya ditambahkan ke buku ini." in teks
    assert "Langkah 1: kegiatan Mencatat tamu" in teks
    assert teks.count("Berkas,") == 2  # the third changed nothing that the SOP says
    assert not {"Menambah", "Memperjelas", "Merapikan"} & set(
        teks.split()
    )  # what commits are called
