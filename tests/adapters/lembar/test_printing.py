from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from buku_sop.adapters.cli.indonesian_click import Grup, jalankan
from buku_sop.adapters.cli.pdf import pdf
from buku_sop.adapters.lembar.printing import AssetError, make_pdfs
from buku_sop.adapters.site_address import read_site_address
from buku_sop.model import Instansi
from buku_sop.views.dasar.ukuran import tulis_ukuran
from tests.adapters.lembar.conftest import hasil_dari, make_book
from tests.builders import INSTANSI, LAIN, handbook, langkah, sop
from tests.paths import ROOT, SOP_DATA

SATU, DUA = sop(), sop(id="dinas-rekaan/lain")


def test_the_same_data_gives_the_same_bytes(buat_root: Callable[[], Path]) -> None:
    kali: list[dict[str, bytes]] = []
    for _ in range(2):
        root, hasil = buat_root(), hasil_dari(handbook(SATU, DUA))
        berkas = {**make_pdfs(root, hasil), "buku": make_book(root, hasil)}
        kali.append({nama: b.read_bytes() for nama, b in berkas.items()})
    assert kali[0] == kali[1]


def _waktu(berkas: dict[str, Path]) -> dict[str, int]:
    return {id: p.stat().st_mtime_ns for id, p in berkas.items()}


def test_only_what_changed_is_printed_again(buat_root: Callable[[], Path]) -> None:
    root = buat_root()
    pertama = _waktu(make_pdfs(root, hasil_dari(handbook(SATU, DUA))))
    assert _waktu(make_pdfs(root, hasil_dari(handbook(SATU, DUA)))) == pertama
    lain = replace(DUA, nama="Nama Baru")
    kedua = _waktu(make_pdfs(root, hasil_dari(handbook(SATU, lain))))
    assert kedua[SATU.id] == pertama[SATU.id]
    assert kedua[DUA.id] != pertama[DUA.id]


def test_another_template_or_paper_or_address_prints_all_again(
    buat_root: Callable[[], Path],
) -> None:
    root, hasil = buat_root(), hasil_dari(handbook(SATU))
    templat = root / "overrides/lembar"
    templat.unlink()
    shutil.copytree(ROOT / "overrides/lembar", templat)
    isi = [make_pdfs(root, hasil)[SATU.id].read_bytes()]
    isi.append(make_pdfs(root, hasil, "f4")[SATU.id].read_bytes())
    isi.append(make_pdfs(root, hasil, "f4", situs="https://contoh.example")[SATU.id].read_bytes())
    gaya = templat / "gaya.typ"
    gaya.write_text(gaya.read_text().replace("luma(228)", "luma(200)"))
    isi.append(make_pdfs(root, hasil, "f4", situs="https://contoh.example")[SATU.id].read_bytes())
    assert len(set(isi)) == 4


def test_a_damaged_pdf_is_printed_again(buat_root: Callable[[], Path]) -> None:
    root, hasil = buat_root(), hasil_dari(handbook(SATU))
    berkas = make_pdfs(root, hasil)[SATU.id]
    baik = berkas.read_bytes()
    berkas.write_bytes(baik[:500])
    assert make_pdfs(root, hasil)[SATU.id].read_bytes() == baik


def test_sheets_of_removed_sops_go(buat_root: Callable[[], Path]) -> None:
    root = buat_root()
    lama = make_pdfs(root, hasil_dari(handbook(SATU, DUA)))[DUA.id]
    make_pdfs(root, hasil_dari(handbook(SATU)), ids=[SATU.id])
    assert lama.exists()
    make_pdfs(root, hasil_dari(handbook(SATU)))
    assert not lama.exists()


def test_a_character_that_cannot_be_printed_is_reported(
    buat_root: Callable[[], Path], caplog: pytest.LogCaptureFixture
) -> None:
    root, hasil = buat_root(), hasil_dari(handbook(sop(langkah("Menulis \u4e2d"))))
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.WARNING):
            make_pdfs(root, hasil)
        assert "\u4e2d (U+4E2D)" in caplog.text


@pytest.mark.parametrize(
    ("isi", "terbaca"),
    [(b"<svg", False), (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", True)],
)
def test_a_logo_is_printed_or_left_out_with_a_word(
    buat_root: Callable[[], Path], caplog: pytest.LogCaptureFixture, isi: bytes, *, terbaca: bool
) -> None:
    root = buat_root()
    folder = root / "sop_data" / INSTANSI.id
    folder.mkdir(parents=True)
    (folder / "logo.svg").write_bytes(isi)
    instansi: tuple[Instansi, ...] = (replace(INSTANSI, logo="logo.svg"), LAIN)
    hasil = hasil_dari(handbook(SATU, instansi=instansi))
    with caplog.at_level(logging.WARNING):
        cetak = make_pdfs(root, hasil)[SATU.id].read_bytes()
        make_book(root, hasil)
    assert (b"Logo" in cetak) is terbaca
    assert ("logo instansi tidak dapat dibaca" in caplog.text) is not terbaca


def test_without_fonts_it_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "package-lock.json").write_text("{}")
    with pytest.raises(AssetError, match="npm ci"):
        make_pdfs(tmp_path, hasil_dari(handbook(SATU)))


def test_a_handbook_without_a_look_of_its_own_prints_with_ours(
    buat_root: Callable[[], Path],
) -> None:
    root = buat_root()
    kita = make_pdfs(root, hasil_dari(handbook(SATU)))
    (root / "overrides/lembar").unlink()
    isi = {nama: pdf.read_bytes() for nama, pdf in kita.items()}
    shutil.rmtree(root / ".build")
    sama = make_pdfs(root, hasil_dari(handbook(SATU)))
    assert {nama: pdf.read_bytes() for nama, pdf in sama.items()} == isi


@pytest.mark.parametrize(
    ("yml", "alamat"),
    [
        ("site_url: https://contoh.example/x/\nsite_name: X\n", "https://contoh.example/x/"),
        ("site_name: X\nx: !!python/name:os.system\nsite_url: https://a.example/\n", "https://a.example/"),
        ("site_url: !ENV [TIDAK_ADA_123, 'https://b.example/']\n", "https://b.example/"),
        ("site_name: X\n", ""),
        ("site_url:\n", ""),
        ("a: [\n", ""),
        ("- a\n", ""),
    ],
)  # fmt: skip
def test_the_address_of_the_site_is_read(tmp_path: Path, yml: str, alamat: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(yml)
    assert read_site_address(tmp_path) == alamat


def _jalankan(root: Path, *argumen: str) -> int:
    grup = Grup(commands={"pdf": pdf})
    grup.callback = None
    return jalankan(
        lambda args, standalone_mode: grup(args, standalone_mode=standalone_mode, obj=root), argumen
    )


def test_the_command_prints_what_is_asked(
    buat_root: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = buat_root()
    (root / "sop_data").symlink_to(SOP_DATA)
    assert _jalankan(root, "pdf", "selayar/pengukuran-kinerja", "--kertas", "f4") == 0
    keluar = capsys.readouterr()
    (berkas,) = (root / ".build/pdf").rglob("*.pdf")
    assert keluar.out == f"{berkas.as_posix()} ({tulis_ukuran(berkas.stat().st_size)})\n"
    assert "memuat NIP" in keluar.err
    assert _jalankan(root, "pdf", "selayar/pengukuran-kinerja", "--terbit") == 0
    terbit = capsys.readouterr()
    assert "/.build/terbit/pdf/" in terbit.out
    assert terbit.err == ""


def test_the_command_refuses_an_unknown_id(
    buat_root: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = buat_root()
    (root / "sop_data").symlink_to(SOP_DATA)
    assert _jalankan(root, "pdf", "tidak/ada") == 2
    assert "SOP tidak ada: tidak/ada" in capsys.readouterr().err


@pytest.mark.parametrize(("byte", "teks"), [(10, "1 KB"), (83_400, "83 KB"), (1_234_567, "1,2 MB")])
def test_sizes_are_written_as_indonesians_do(byte: int, teks: str) -> None:
    assert tulis_ukuran(byte) == teks


def test_the_command_says_what_is_wrong_with_the_sop_that_was_asked_for(
    buat_root: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = buat_root()
    kantor = root / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n")
    (kantor / "rusak.yml").write_text("nama: [Tamu\n")
    (kantor / "lain.yml").write_text("nama: Tamu\nentah: ya\n")
    (kantor / "benar.yml").write_text("nama: Surat\nlangkah: [Mencatat surat]\n")
    assert _jalankan(root, "pdf", "kantor-contoh/rusak") == 1
    keluar = capsys.readouterr().err
    assert "rusak.yml:1:7: galat SOP-Y001" in keluar
    assert "lain.yml" not in keluar
    assert _jalankan(root, "pdf") == 1
    keluar = capsys.readouterr().err
    assert "rusak.yml:1:7" in keluar
    assert "lain.yml:2:1" in keluar
    assert _jalankan(root, "pdf", "kantor-contoh/benar") == 0
    tercetak = capsys.readouterr()
    assert tercetak.out.count("benar.pdf") == 1
    assert "SOP lain memuat galat" in tercetak.err
    assert "rusak.yml" not in tercetak.err
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\nnama: Kantor Lain\n")
    assert _jalankan(root, "pdf", "kantor-contoh/benar") == 1
    assert "instansi.yml:2:1" in capsys.readouterr().err
