"""`sop baru` as people run it: with options, and at a real (pseudo-)terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from buku_sop.handbook import open_handbook
from buku_sop.loading.rapikan import bentuk_berkas, rapikan
from buku_sop.model import Sop, Status
from tests.warm import run_module

CTRL_C, CTRL_D = "\x03", "\x04"
BARU = (
    "baru", "--instansi", "rekaan", "--nama", "Menerima Tamu", "--pelaksana", "Staf",
    "--pelaksana", "Kepala", "--langkah", "Staf | Mencatat tamu | 5 menit | Catatan",
    "--langkah", "Kepala|Menemui tamu",
)  # fmt: skip


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    return tmp_path


def sop(folder: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", *argumen, cwd=folder)


_DI_TERMINAL = (
    "import fcntl, runpy, signal, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "signal.signal(signal.SIGINT, signal.default_int_handler);"
    "runpy.run_module('buku_sop', run_name='__main__', alter_sys=True)"
)
"""Makes the pseudo-terminal the one that steers the process, as a person's terminal does, also where the tests run in
the background of a shell, which lets their children ignore Ctrl-C."""


def di_terminal(
    folder: Path,
    jawaban: Sequence[str],
    *argumen: str,
    tutup: bool = False,
    sela: Callable[[bytes], None] = lambda layar: None,
) -> tuple[int, str]:
    """Run the command at a pseudo-terminal, answer each question, and return status and screen.

    With `tutup` the terminal is closed in place of the last answer; `sela` acts while a question waits.
    """
    induk, anak = pty.openpty()
    proses = subprocess.Popen(
        [sys.executable, "-c", _DI_TERMINAL, *argumen],
        cwd=folder, stdin=anak, stdout=anak, stderr=anak, start_new_session=True,
    )  # fmt: skip
    os.close(anak)
    layar, sisa, jawab = b"", list(jawaban), ""
    try:
        for _ in range(600):
            if not select.select([induk], [], [], 0.5)[0]:
                if not sisa and jawab in (
                    CTRL_C,
                    CTRL_D,
                ):  # pressed while the terminal was being set up
                    os.write(induk, jawab.encode())
                continue
            try:
                potong = os.read(induk, 4096)
            except OSError:  # how Linux says that the other side is closed
                break
            if not potong:
                break
            layar += potong
            if layar.endswith(b": ") and sisa:
                sela(layar)
                jawab = sisa.pop(0)
                if tutup and not sisa:
                    break
                os.write(induk, (jawab if jawab in (CTRL_C, CTRL_D) else f"{jawab}\n").encode())
        if tutup:
            os.close(induk)
            induk = -1
        return proses.wait(timeout=60), layar.decode()
    finally:
        proses.kill()
        proses.wait()
        if induk >= 0:
            os.close(induk)


def baca(buku: Path, id: str) -> Sop:
    """Read an SOP that must be free of galat and in the canonical form."""
    hasil = open_handbook(buku / "sop_data")
    assert not hasil.gagal, hasil.diagnostics
    berkas = buku / hasil.berkas[id]
    teks = berkas.read_text(encoding="utf-8")
    assert rapikan(teks, bentuk_berkas(berkas.name)) == teks
    return next(s for s in hasil.handbook.sop if s.id == id)


def langkah(s: Sop) -> list[tuple[str, tuple[str, ...], str, tuple[str, ...]]]:
    return [(x.kegiatan, x.pelaksana, x.waktu.teks, x.output) for x in s.prosedur[0].langkah]


def test_options_alone_make_a_complete_file(buku: Path) -> None:
    hasil = sop(buku, *BARU)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    s = baca(buku, "rekaan/menerima-tamu")
    assert (s.nama, s.status, s.tanggal_pembuatan) == ("Menerima Tamu", Status.DRAF, date.today())  # noqa: DTZ011
    assert [(p.id, p.label) for p in s.prosedur[0].pelaksana] == [
        ("staf", "Staf"), ("kepala", "Kepala"),
    ]  # fmt: skip
    assert langkah(s) == [
        ("Mencatat tamu", ("staf",), "5 menit", ("Catatan",)),
        ("Menemui tamu", ("kepala",), "", ()),
    ]
    teks = (buku / "sop_data" / "rekaan" / "menerima-tamu.yml").read_text(encoding="utf-8")
    assert "nomor: # Nomor SOP.\n" in teks
    assert "    waktu: # Waktu baku, misalnya 15 menit" in teks


def test_an_office_with_another_form_gets_the_titles_that_it_asks_for(buku: Path) -> None:
    kantor = buku / "sop_data" / "rekaan" / "instansi.yml"
    kantor.write_text("nama: Puskesmas Rekaan\nbentuk: puskesmas\n", encoding="utf-8")
    assert sop(buku, *BARU).returncode == 0
    s = baca(buku, "rekaan/menerima-tamu")
    judul = [b.judul for b in s.bagian]
    assert judul == ["Pengertian", "Tujuan", "Kebijakan", "Unit Terkait"]
    (temuan,) = [d for d in open_handbook(buku / "sop_data").diagnostics if d.kode == "SOP-I030"]
    assert all(f"*{j}*" in temuan.pesan for j in judul)
    hasil = sop(buku, *BARU, "--berkas", "bentuk")
    assert (hasil.returncode, "tidak ditimpa" in hasil.stderr) == (2, True)


def test_nothing_is_ever_overwritten(buku: Path) -> None:
    assert sop(buku, *BARU).returncode == 0
    berkas = buku / "sop_data" / "rekaan" / "menerima-tamu.yml"
    berkas.write_text("nama: Milik orang\n", encoding="utf-8")
    hasil = sop(buku, *BARU)
    assert (hasil.returncode, "sudah ada dan tidak ditimpa" in hasil.stderr) == (2, True)
    hasil = sop(buku, *BARU, "--berkas", "instansi")
    assert (hasil.returncode, "tidak ditimpa" in hasil.stderr) == (2, True)
    assert berkas.read_text(encoding="utf-8") == "nama: Milik orang\n"
    assert sop(buku, *BARU, "--berkas", "tamu-lain").returncode == 0


def test_from_another_sop_comes_the_content_and_not_its_identity(buku: Path) -> None:
    (buku / "sop_data" / "rekaan" / "lama.yml").write_text(
        "nama: Lama\nnomor: 1/LAMA\nstatus: berlaku\ntanggal_efektif: 2020-01-01\n"
        "disahkan_oleh: {jabatan: Kepala, nama: Pejabat Rekaan}\ndasar_hukum: [Peraturan Rekaan]\n"
        "riwayat: [{tanggal: 2020-01-01, jenis: pembuatan}]\npelaksana: {z: Zeta, a: Alfa}\n"
        "langkah:\n  - {kegiatan: Menulis, pelaksana: z, waktu: 010, output: 'ya: tidak'}\n"
        "perlu_konfirmasi: {status: x}\nabaikan: {SOP-A008: x}\n",
        encoding="utf-8",
    )
    hasil = sop(buku, "baru", "--dari", "rekaan/lama", "--nama", "Baru")
    assert (hasil.returncode, hasil.stderr) == (0, "")
    s = baca(buku, "rekaan/baru")
    assert (s.nama, s.nomor, s.status, s.tanggal_efektif) == ("Baru", "", Status.DRAF, None)
    assert s.dasar_hukum == ("Peraturan Rekaan",)
    assert [p.id for p in s.prosedur[0].pelaksana] == ["z", "a"]
    assert langkah(s) == [("Menulis", ("z",), "010", ("ya: tidak",))]
    assert (s.riwayat, s.perlu_konfirmasi, dict(s.abaikan)) == ((), (), {})
    teks = (buku / "sop_data" / "rekaan" / "baru.yml").read_text(encoding="utf-8")
    assert teks.startswith("# Disalin dari SOP rekaan/lama; sesuaikan isinya.\n")
    assert "Pejabat Rekaan" not in teks


def test_at_a_terminal_what_is_missing_is_asked(buku: Path) -> None:
    jawaban = [
        "kantor-baru", "Kantor Baru: Rekaan", "", "Menerima Tamu",
        "Staf", "Kepala Kantor", "Staf", "",
        "Mencatat tamu", "9", "1", "Buku tamu", "5 menit", "Catatan", "Menemui tamu",
        "Kepala Kantor", "", "", "", "", "",
    ]  # fmt: skip
    status, layar = di_terminal(buku, jawaban, "baru")
    assert status == 0, layar
    s = baca(buku, "kantor-baru/menerima-tamu")
    assert langkah(s) == [
        ("Mencatat tamu", ("staf",), "5 menit", ("Catatan",)),
        ("Menemui tamu", ("kepala_kantor",), "", ()),
    ]
    assert s.prosedur[0].langkah[0].kelengkapan == ("Buku tamu",)
    kantor = {i.id: i.nama for i in open_handbook(buku / "sop_data").handbook.instansi}
    assert kantor["kantor-baru"] == "Kantor Baru: Rekaan"
    for tertulis in (
        "1. rekaan",
        "Jawaban ini wajib diisi",
        "Tulis nomor 1 sampai 2",
        "Langkah 3:",
    ):
        assert tertulis in layar


def test_at_a_terminal_another_file_name_is_asked_for(buku: Path) -> None:
    assert sop(buku, *BARU).returncode == 0
    status, layar = di_terminal(buku, ["1", "menerima-tamu", "tamu-dua", ""], "baru", *BARU[3:])
    assert status == 0, layar
    assert layar.count("sudah ada dan tidak ditimpa") == 2
    assert baca(buku, "rekaan/tamu-dua").nama == "Menerima Tamu"


def test_leaving_halfway_writes_nothing(buku: Path) -> None:
    status, layar = di_terminal(buku, ["1", "Menerima Tamu", "Staf", CTRL_D], "baru")
    assert (status, "Dihentikan." in layar) == (130, True)
    assert [p.name for p in (buku / "sop_data" / "rekaan").iterdir()] == ["instansi.yml"]


SATU = ["1", "Menerima Tamu", "Staf", "", "Mencatat tamu", "Buku", "5 menit", "Catatan", ""]
"""Answers for an SOP of one role and one step, but for the last Enter."""


def test_at_any_question_one_can_go_back_and_nothing_else_is_lost(buku: Path) -> None:
    jawaban = [
        "<", "1", "Menerima Tammu", "<", "Menerima Tamu", "Staff", "Kepala", "<", "<", "Staf",
        "", "", "Mencatat tamu", "<", "", "2", "", "5 menit", "<", "<", "Buku tamu", "", "", "", "",
    ]  # fmt: skip
    status, layar = di_terminal(buku, jawaban, "baru")
    assert status == 0, layar
    assert "Ini pertanyaan pertama." in layar
    assert "[Menerima Tammu; Enter = tetap" in layar
    s = baca(buku, "rekaan/menerima-tamu")
    assert [p.label for p in s.prosedur[0].pelaksana] == ["Staf", "Kepala"]
    assert langkah(s) == [("Mencatat tamu", ("kepala",), "5 menit", ())]
    assert s.prosedur[0].langkah[0].kelengkapan == ("Buku tamu",)
    assert not list((buku / ".build" / "konsep").iterdir())


def test_the_summary_shows_all_answers_and_lets_each_be_changed(buku: Path) -> None:
    jawaban = [
        *SATU, "9", "4", "Petugas", "5", "Kepala", "", "2", "8", "Mengantar tamu", "2", "", "", "", "",
        "7", "-", "",
    ]  # fmt: skip
    status, layar = di_terminal(buku, jawaban, "baru")
    assert status == 0, layar
    assert "2. Nama SOP: Menerima Tamu" in layar
    assert "6. Langkah 1: Mencatat tamu (Staf, Buku, 5 menit, Catatan)" in layar
    assert "8. Tambah langkah" in layar
    s = baca(buku, "rekaan/menerima-tamu")
    assert [p.label for p in s.prosedur[0].pelaksana] == ["Petugas", "Kepala"]
    assert langkah(s) == [("Mengantar tamu", ("kepala",), "", ())]


@pytest.mark.parametrize("tutup", [CTRL_C, CTRL_D, ""])
def test_who_stops_halfway_goes_on_where_he_was(buku: Path, tutup: str) -> None:
    """`""` closes the terminal itself."""
    status, layar = di_terminal(buku, [*SATU[:6], tutup], "baru", tutup=tutup == "")
    assert status != 0
    if tutup:
        assert "Jawaban disimpan. Lanjutkan dengan: sop baru" in layar
    assert [p.name for p in (buku / "sop_data" / "rekaan").iterdir()] == ["instansi.yml"]
    status, layar = di_terminal(buku, ["", *SATU[6:], ""], "baru")
    assert status == 0, layar
    assert "Menerima Tamu (rekaan), 6 jawaban" in layar
    s = baca(buku, "rekaan/menerima-tamu")
    assert langkah(s) == [("Mencatat tamu", ("staf",), "5 menit", ("Catatan",))]
    assert not list((buku / ".build" / "konsep").iterdir())


def test_a_draft_is_kept_until_it_is_finished_or_thrown_away(buku: Path) -> None:
    di_terminal(buku, [*SATU[:3], CTRL_C], "baru")
    status, layar = di_terminal(buku, ["b", "1", "Menjamu Tamu", *SATU[2:], ""], "baru")
    assert status == 0, layar
    assert len(list((buku / ".build" / "konsep").iterdir())) == 1
    di_terminal(buku, ["h", CTRL_C], "baru")
    assert not list((buku / ".build" / "konsep").iterdir())


def test_what_cannot_be_written_is_said_before_it_is_too_late(buku: Path) -> None:
    jahat = "a\u202eb"
    jawaban = ["1", jahat, *SATU[2:], "", "2", "Menerima Tamu", ""]
    status, layar = di_terminal(buku, jawaban, "baru", "--berkas", "tamu")
    assert status == 0, layar
    assert "karakter tak terlihat" in layar
    assert baca(buku, "rekaan/tamu").nama == "Menerima Tamu"


def test_a_file_that_appears_meanwhile_is_not_overwritten(buku: Path) -> None:
    lain = buku / "sop_data" / "rekaan" / "menerima-tamu.yml"

    def sela(layar: bytes) -> None:
        if b"Ringkasan" in layar and not lain.exists():
            lain.write_text("nama: Milik orang\n", encoding="utf-8")

    status, layar = di_terminal(buku, [*SATU, ""], "baru", sela=sela)
    assert (status, "sudah ada dan tidak ditimpa" in layar) == (2, True)
    assert lain.read_text(encoding="utf-8") == "nama: Milik orang\n"
    assert len(list((buku / ".build" / "konsep").iterdir())) == 1


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("baru",), "--instansi belum diisi"),
        (("baru", "--instansi", "rekaan"), "--nama belum diisi"),
        (BARU[:5], "--pelaksana belum diisi"),
        (BARU[:7], "--langkah belum diisi"),
        ((*BARU, "--langkah", "Lain | Menulis"), "Pelaksana 'Lain' belum disebut"),
        ((*BARU, "--langkah", "Menulis"), "tidak terbaca; tulis: PELAKSANA | KEGIATAN"),
        ((*BARU, "--instansi", "baru"), "--nama-instansi belum diisi"),
        ((*BARU, "--instansi", "../luar", "--nama-instansi", "X"), "tidak dapat dipakai"),
        ((*BARU, "--berkas", "../luar"), "tidak dapat dipakai"),
        (("baru", "--dari", "rekaan/tidak-ada", "--nama", "X"), "tidak ada atau tidak terbaca"),
        ((*BARU, "--dari", "rekaan/x"), "sudah membawa pelaksana"),
        ((*BARU, "--nama", "a\u202eb"), "karakter tak terlihat"),
    ],
)
def test_wrong_use_is_explained_and_writes_nothing(
    buku: Path, argumen: tuple[str, ...], pesan: str
) -> None:
    hasil = sop(buku, *argumen)
    assert hasil.returncode == 2, hasil.stdout
    assert pesan in hasil.stderr
    assert "Traceback" not in hasil.stderr
    assert sorted(p.name for p in buku.rglob("*.yml")) == ["instansi.yml"]


@pytest.mark.parametrize(
    "nama", ["a: b # c", '"', "{{ x }}", "- x", "null", "&x *y !z", "'", "a" * 300, "\x1b[2J"]
)
def test_any_words_are_written_so_that_they_are_read_again(buku: Path, nama: str) -> None:
    argumen = ("baru", "--instansi", "rekaan", "--nama", nama, "--berkas", "a",
               "--pelaksana", nama, "--langkah", f"{nama}|{nama}||{nama}")  # fmt: skip
    hasil = sop(buku, *argumen)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    s = baca(buku, "rekaan/a")
    assert s.nama == s.prosedur[0].pelaksana[0].label == nama
    assert s.prosedur[0].langkah[0].output == (nama,)
