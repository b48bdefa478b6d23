"""`sop ekspor` as people run it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from buku_sop.adapters.cli.ekspor import ekspor
from buku_sop.adapters.cli.indonesian_click import Grup, jalankan
from tests.paths import ROOT

SOP = """\
nama: "=1+1 Penerimaan <b>tamu</b> & 'kutip' \\"ganda\\""
nomor: "+62/SOP"
disahkan_oleh: {jabatan: Kepala Kantor, nama: Nama Rekaan, nip: "19800101 200501 1 001"}
dasar_hukum: ["@SUM(A1:A9)", "-2 ]]> <!-- %s {{ 7 * 7 }}"]
pelaksana: {staf: Staf, kepala: Kepala}
langkah:
  - {kegiatan: "=HYPERLINK(\\"https://contoh.example\\")", pelaksana: staf, output: Catatan}
  - kegiatan: Memeriksa catatan
    pelaksana: kepala
    cabang: [{label: "Ya & <tidak>", ke: lanjut}, {label: Tidak, ke: ulang}]
  - {kegiatan: Mengulang, id: ulang, pelaksana: staf, waktu: 5 menit}
"""
PANJANG = f"""\
nama: Terlalu panjang
pelaksana: {{staf: Staf}}
langkah: [{{kegiatan: {"kata " * 7000}, pelaksana: staf}}]
"""


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("buku")
    kantor = root / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    (kantor / "tamu.yml").write_text(SOP, encoding="utf-8")
    (kantor / "panjang.yml").write_text(PANJANG, encoding="utf-8")
    (kantor / "rusak.yml").write_text("nama: Rusak\nlangkah: 3\n", encoding="utf-8")
    (root / "overrides").mkdir()
    for nama in ("node_modules", "overrides/lembar"):
        (root / nama).symlink_to(ROOT / nama)
    return root


@pytest.fixture
def sop(buku: Path) -> Callable[..., int]:
    grup = Grup(commands={"ekspor": ekspor})
    grup.callback = None
    return lambda *kata: jalankan(
        lambda args, standalone_mode: grup(args, standalone_mode=standalone_mode, obj=buku),
        ("ekspor", *kata),
    )


def test_a_workbook_is_written_whole_and_never_over_another(
    buku: Path, sop: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tujuan = tmp_path / "tamu.xlsx"
    perintah = ("rekaan/tamu", "--format", "xlsx", "-o", str(tmp_path))
    assert sop(*perintah) == 0
    pertama = tujuan.read_bytes()
    keluar = capsys.readouterr()
    assert tujuan.as_posix() in keluar.out
    assert "memuat NIP" in keluar.err

    assert sop(*perintah) == 0
    assert "tidak berubah" in capsys.readouterr().out
    assert tujuan.read_bytes() == pertama

    tujuan.write_bytes(b"disunting orang")
    assert sop(*perintah) == 1
    assert "sudah ada dan tidak ditimpa" in capsys.readouterr().err
    assert tujuan.read_bytes() == b"disunting orang"
    assert sop(*perintah, "--timpa") == 0
    assert tujuan.read_bytes() == pertama
    assert [p.name for p in tmp_path.iterdir()] == ["tamu.xlsx"]

    for lembar in load_workbook(tujuan):
        assert all(sel.data_type in "sn" for baris in lembar for sel in baris)
    with zipfile.ZipFile(tujuan) as arsip:
        gambar = arsip.read("xl/drawings/drawing2.xml").decode()
    assert "Ya &amp; &lt;tidak&gt;" in gambar


def test_the_flow_alone_needs_no_fonts(
    buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "buku"
    root.mkdir()
    (root / "sop_data").symlink_to(buku / "sop_data")
    grup = Grup(commands={"ekspor": ekspor})
    grup.callback = None
    kata = ("ekspor", "rekaan/tamu", "--format", "bpmn")
    assert jalankan(lambda args, standalone_mode: grup(args, standalone_mode=standalone_mode, obj=root), kata) == 0  # fmt: skip
    isi = (root / ".build/ekspor/rekaan/tamu.bpmn").read_text(encoding="utf-8")
    assert 'name="Ya &amp; &lt;tidak&gt;"' in isi
    assert capsys.readouterr().err == ""


def test_a_text_that_no_cell_holds_is_not_cut(
    sop: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sop("rekaan/panjang", "--format", "xlsx", "-o", str(tmp_path)) == 1
    assert "memuat paling banyak 32767" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_exported_is_told_and_nothing_is_written(
    sop: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sop("rekaan/tidak-ada", "--format", "xlsx", "-o", str(tmp_path)) == 2
    assert "SOP tidak ada: rekaan/tidak-ada" in capsys.readouterr().err
    assert sop("rekaan/rusak", "--format", "xlsx", "-o", str(tmp_path)) == 1
    assert "Tidak ada yang diekspor" in capsys.readouterr().err
    (tmp_path / "berkas").write_bytes(b"")
    assert sop("rekaan/tamu", "--format", "xlsx", "-o", str(tmp_path / "berkas" / "x")) == 1
    assert "tidak dapat ditulis" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["berkas"]
