"""The `sop` command: what it prints and how it ends, run as people run it."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.warm import run_module

SOP = """nama: Penerimaan Tamu
nomor: 1/REKAAN
status: berlaku
tanggal_efektif: 2026-01-01
disahkan_oleh: {jabatan: Kepala Kantor Rekaan}
dasar_hukum: Peraturan Rekaan
pelaksana: {staf: Staf, kepala: Kepala}
abaikan: {SOP-I011: Contoh yang tidak bergantung pada hari ujinya}
langkah:
  - {kegiatan: Mencatat tamu, pelaksana: staf, kelengkapan: Buku tamu, waktu: 5 menit, output: Catatan}
  - {kegiatan: Menemui tamu, pelaksana: kepala, kelengkapan: Catatan, waktu: 1 jam, output: Kesepakatan}
"""


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    (kantor / "tamu.yml").write_text(SOP, encoding="utf-8")
    return tmp_path


def sop(folder: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", *argumen, cwd=folder)


def tulis(buku: Path, nama: str, isi: str) -> None:
    (buku / "sop_data" / "rekaan" / nama).write_text(isi, encoding="utf-8")


def test_nothing_wrong_ends_with_zero(buku: Path) -> None:
    hasil = sop(buku, "periksa", "--ketat")
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert hasil.stdout == "1 SOP diperiksa: 0 galat, 0 peringatan, 0 saran.\n"


def test_all_mistakes_of_all_files_are_listed_with_line_and_remedy(buku: Path) -> None:
    tulis(
        buku, "a.yml", SOP.replace("Menemui tamu, pelaksana: kepala", "Menemui, pelaksana: kpeala")
    )
    tulis(buku, "b.yml", "nama: x\nnama: y\nlain: 1\n\tz: 1\n")
    hasil = sop(buku, "periksa")
    assert hasil.returncode == 1
    assert "Traceback" not in hasil.stderr + hasil.stdout
    assert "sop_data/rekaan/a.yml:11:36: galat SOP-A003" in hasil.stdout
    assert "    |   - {kegiatan: Menemui, pelaksana: kpeala" in hasil.stdout
    assert f"    | {' ' * 35}^" in hasil.stdout
    assert "-> Maksudnya `kepala`?" in hasil.stdout
    assert "sop_data/rekaan/b.yml:2:1: galat SOP-Y003" in hasil.stdout
    assert "sop_data/rekaan/b.yml:4:1: galat SOP-Y002" in hasil.stdout


def test_strict_turns_a_warning_into_failure(buku: Path) -> None:
    tulis(buku, "tamu.yml", SOP.replace("nomor: 1/REKAAN\n", ""))
    assert sop(buku, "periksa").returncode == 0
    assert sop(buku, "periksa", "--ketat").returncode == 1


def test_json_is_a_list_of_objects_with_the_agreed_keys(buku: Path) -> None:
    tulis(buku, "b.yml", "- x\n")
    hasil = sop(buku, "periksa", "--format", "json")
    (satu,) = json.loads(hasil.stdout)
    assert list(satu) == ["kode", "tingkat", "pesan", "petunjuk", "berkas", "baris", "kolom"]
    assert (satu["kode"], satu["tingkat"], satu["berkas"]) == (
        "SOP-Y006", "galat", "sop_data/rekaan/b.yml",
    )  # fmt: skip
    assert hasil.returncode == 1


def test_only_what_lies_in_the_given_paths_is_judged(buku: Path) -> None:
    tulis(buku, "b.yml", "- x\n")
    assert sop(buku, "periksa", "sop_data/rekaan/tamu.yml").returncode == 0
    assert sop(buku, "periksa", "sop_data/rekaan/b.yml").returncode == 1
    assert sop(buku, "periksa", "sop_data/rekaan").returncode == 1


def test_a_file_outside_the_handbook_is_judged_with_its_own_office(
    buku: Path, tmp_path: Path
) -> None:
    lain = tmp_path / "lain"
    lain.mkdir()
    hasil = sop(lain, "periksa", str(buku / "sop_data" / "rekaan" / "tamu.yml"))
    assert (hasil.returncode, hasil.stdout.splitlines()[-1][:15]) == (0, "1 SOP diperiksa")


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("perksa",), "Perintah 'perksa' tidak dikenal"),
        (("periksa", "--formt", "x"), "Pilihan --formt tidak dikenal"),
        (("periksa", "--format", "x"), "Pilih salah satu: teks, json"),
        (("periksa", "tidak-ada.yml"), "Tidak ada berkas atau folder: tidak-ada.yml"),
        (("periksa", "surat.docx"), "Bukan berkas SOP (.yml): surat.docx"),
        (("periksa", "kosong"), "Tidak ada berkas SOP di kosong."),
        (
            ("periksa", "sop_data/rekaan/_konsep.yml"),
            "Tidak ada berkas SOP di sop_data/rekaan/_konsep.yml.",
        ),
        (("--folder", "kosong", "periksa"), "Folder kosong/sop_data tidak ada"),
    ],
)
def test_wrong_use_is_explained_and_ends_with_two(
    buku: Path, argumen: tuple[str, ...], pesan: str
) -> None:
    (buku / "kosong").mkdir()
    (buku / "surat.docx").touch()
    tulis(buku, "_konsep.yml", SOP)
    hasil = sop(buku, *argumen)
    assert hasil.returncode == 2
    assert pesan in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_help_is_indonesian(buku: Path) -> None:
    hasil = sop(buku, "periksa", "--help")
    assert hasil.returncode == 0
    assert "Pemakaian: " in hasil.stdout
    assert not {"Usage", "Options", "Show this message"} & set(hasil.stdout.split("\n"))
    assert "Tampilkan petunjuk ini." in hasil.stdout


def test_a_terminal_is_not_steered_by_the_files(buku: Path) -> None:
    tulis(buku, "b.yml", 'nama: "\\e[2J\\u202e"\nstatus: "\\e[31m"\n')
    hasil = sop(buku, "periksa")
    assert hasil.returncode == 1
    assert "\x1b" not in hasil.stdout
    assert "\u202e" not in hasil.stdout


def test_a_file_about_an_office_is_looked_at_by_itself(buku: Path) -> None:
    hasil = sop(buku, "periksa", "sop_data/rekaan/instansi.yml")
    assert hasil.stdout == "1 berkas diperiksa: 0 galat, 0 peringatan, 0 saran.\n"
    tulis(buku, "instansi.yml", "nama: Kantor Rekaan\nlain: 1\n")
    hasil = sop(buku, "periksa", "sop_data/rekaan/instansi.yml")
    assert (hasil.returncode, hasil.stdout.splitlines()[-1][:19]) == (1, "1 berkas diperiksa:")


def test_an_sop_that_cannot_be_read_is_looked_at_all_the_same(buku: Path) -> None:
    tulis(buku, "b.yml", "- x\n")
    assert sop(buku, "periksa").stdout.splitlines()[-1].startswith("2 SOP diperiksa: 1 galat,")


def test_many_findings_are_counted_by_kind_the_gravest_first(buku: Path) -> None:
    langkah = "".join(
        f"  - {{kegiatan: Mencatat {i}, pelaksana: staf, ke: hilang-{i}}}\n" for i in range(21)
    )
    kepala = SOP.partition("langkah:")[0]
    tulis(buku, "tamu.yml", kepala.replace(", kepala: Kepala", "") + "langkah:\n" + langkah)
    tulis(buku, "b.yml", "- x\n")
    *_, menurut, a, b, c, d, kosong, akhir = sop(buku, "periksa").stdout.splitlines()
    assert menurut.startswith("Menurut jenis")
    assert [a, b, c, d, kosong] == [
        "    21 galat      SOP-A001 Cabang tanpa tujuan",
        "     1 galat      SOP-Y006 Bukan daftar isian",
        "     1 peringatan SOP-M002 Mutu baku belum lengkap",
        "     1 saran      SOP-A011 Terlalu banyak langkah",
        "",
    ]
    assert akhir == "2 SOP diperiksa: 22 galat, 1 peringatan, 1 saran."
    tulis(buku, "tamu.yml", SOP)
    assert "Menurut jenis" not in sop(buku, "periksa").stdout


def di_terminal(folder: Path, *argumen: str, **env: str) -> str:
    """Run the command on a terminal and return what it answers there, not how far it is: that shows when it is slow."""
    induk, anak = pty.openpty()
    lingkungan = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "TERM"}} | env
    with subprocess.Popen(
        [sys.executable, "-m", "buku_sop", *argumen],
        cwd=folder, stdout=anak, stderr=subprocess.DEVNULL, stdin=anak, env=lingkungan,
    ) as proses:  # fmt: skip
        os.close(anak)
        bagian = []
        with suppress(OSError):  # how Linux says that the other end is gone
            while isi := os.read(induk, 65536):
                bagian.append(isi)
        proses.wait()
    os.close(induk)
    return b"".join(bagian).decode().replace("\r\n", "\n")


def test_a_terminal_gets_lines_of_its_width_and_colours_that_say_what_the_words_say(
    buku: Path,
) -> None:
    tulis(buku, "tamu.yml", SOP.replace("nomor: 1/REKAAN", "nomr: " + "panjang sekali " * 20))
    tampak = di_terminal(buku, "periksa", COLUMNS="60", TERM="xterm")
    assert "\x1b[1;31mgalat SOP-S001\x1b[0m: Kunci `nomr`\n" in tampak
    polos = re.sub(r"\x1b\[[0-9;]*m", "", tampak)
    assert max(map(len, polos.splitlines())) <= 60
    assert "    | nomr: panjang sekali" in polos
    assert "\x1b" not in di_terminal(buku, "periksa", COLUMNS="60", TERM="dumb")
    assert "\x1b" not in di_terminal(buku, "periksa", COLUMNS="60", TERM="xterm", NO_COLOR="1")
    tersambung = " ".join(polos.split())
    assert " ".join(sop(buku, "periksa").stdout.split())[:80] == tersambung[:80]


def test_a_terminal_without_the_letters_of_a_name_still_shows_the_finding(buku: Path) -> None:
    tulis(buku, "tamu.yml", SOP.replace("Penerimaan Tamu", "Menerima “Tamu” – Ñ\nlain: é"))
    env = os.environ | {"PYTHONIOENCODING": "ascii"}
    hasil = subprocess.run(
        [sys.executable, "-m", "buku_sop", "periksa"],
        cwd=buku,
        capture_output=True,
        env=env,
        check=False,
    )
    assert (hasil.returncode, b"Traceback" in hasil.stderr) == (1, False)
    assert b"Kunci `lain` tidak dikenal" in hasil.stdout


def test_whoever_reads_only_the_first_lines_is_told_of_no_mistake(buku: Path) -> None:
    langkah = "".join(f"  - {{kegiatan: Rapat {i}, pelaksana: staf}}\n" for i in range(3000))
    tulis(buku, "tamu.yml", SOP.partition("langkah:")[0] + "langkah:\n" + langkah)
    perintah = [sys.executable, "-m", "buku_sop", "periksa"]
    with subprocess.Popen(
        perintah, cwd=buku, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as proses:
        assert proses.stdout is not None
        assert proses.stderr is not None
        proses.stdout.read(100)
        proses.stdout.close()
        assert b"Traceback" not in proses.stderr.read()


def test_forms_for_machines_are_whole_also_when_there_is_nothing_to_say(buku: Path) -> None:
    assert sop(buku, "periksa", "--format", "json").stdout == "[]\n"
    assert sop(buku, "periksa", "--format", "gitlab").stdout == "[]\n"
    assert sop(buku, "periksa", "--format", "github").stdout.count("\n") == 1
