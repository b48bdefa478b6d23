"""How far long work is, on a terminal and in plain lines, and across a pipe."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from buku_sop.adapters.kemajuan import (
    DIAM,
    JEDA_BARIS,
    PENANDA,
    Kabar,
    baca_kabar,
    baris_polos,
    diam,
    lapor_induk,
    tampilkan,
)
from tests.paths import ROOT


class Jam:
    """A clock that is set."""

    kini = 100.0

    def __call__(self) -> float:
        return self.kini


def test_short_work_says_nothing_in_plain_lines() -> None:
    jam, baris = Jam(), list[str]()
    lapor = baris_polos(baris.append, jam)
    lapor(Kabar("Mencetak lembar", 1, 10))
    jam.kini += DIAM / 2
    lapor(Kabar("Membuat halaman", 1, 10))
    assert baris == []


def test_long_work_says_each_part_and_now_and_then_how_far_it_is() -> None:
    jam, baris = Jam(), list[str]()
    lapor = baris_polos(baris.append, jam)
    jam.kini += DIAM
    lapor(Kabar("Memeriksa SOP"))
    for n in range(1, 1101):
        lapor(Kabar("Mencetak lembar", n, 1100, "dinas/\x1b[2Jsatu\u202e"))
        jam.kini += JEDA_BARIS / 500
    assert baris == [
        "Memeriksa SOP …",
        "Mencetak lembar … 1 dari 1.100",
        "Mencetak lembar … 501 dari 1.100",
        "Mencetak lembar … 1.001 dari 1.100",
    ]


def test_a_parent_hears_what_begins_and_ends_and_words_stay_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert lapor_induk() is diam
    monkeypatch.setenv(PENANDA, "@rahasia")
    pipa = io.StringIO()
    lapor = lapor_induk(pipa)
    for n in range(1, 501):
        lapor(Kabar("Membuat halaman", n, 500, "nama\nbaris"))
    pesan = [baca_kabar(b, "@rahasia") for b in pipa.getvalue().splitlines()]
    assert pesan[0] == Kabar("Membuat halaman", 1, 500, "nama\nbaris")
    assert pesan[-1] == Kabar("Membuat halaman", 500, 500, "nama\nbaris")
    assert len(pesan) < 100


@pytest.mark.parametrize(
    "baris", ["", "galat", '@lain {"tahap": "x"}', "@rahasia {", '@rahasia {"entah": 1}', "@rahasia []"]
)  # fmt: skip
def test_a_line_for_people_is_no_message(baris: str) -> None:
    assert baca_kabar(baris, "@rahasia") is None


_KERJA = """
import sys, time
from buku_sop.adapters.kemajuan import SABAR, Kabar, tampilkan
with tampilkan() as lapor:
    for n in range(1, 4):
        lapor(Kabar("Mencetak lembar", n, 3, "dinas-contoh/\\x1b]0;jahat\\x07[red]nama[/red]"))
    time.sleep(float(sys.argv[1]) * SABAR)
print("selesai")
"""


def di_terminal(kali: float) -> tuple[bytes, bytes]:
    """Return what the terminal and the output get of work that takes so many times what is waited for."""
    induk, anak = pty.openpty()
    try:
        hasil = subprocess.run(
            [sys.executable, "-c", _KERJA, str(kali)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=anak,
            env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "PYTHONPATH": str(ROOT)},
            check=True,
        )
    finally:
        os.close(anak)
    layar = b""
    while bagian := _baca(induk):
        layar += bagian
    os.close(induk)
    return layar, hasil.stdout


def test_short_work_flashes_no_bar() -> None:
    assert di_terminal(0) == (b"", b"selesai\n")


def test_a_terminal_shows_a_bar_with_what_is_done_and_takes_it_away() -> None:
    layar, keluar = di_terminal(3)
    kata = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", layar.decode())
    assert "Mencetak lembar" in kata
    assert "3 dari 3" in kata
    assert "]0;jahat[red]nama[/red]" in kata
    assert "\x1b]" not in kata
    assert layar.rstrip().endswith(b"\x1b[2K")  # the line of the bar is emptied
    assert keluar == b"selesai\n"


def _baca(induk: int) -> bytes:
    try:
        return os.read(induk, 4096)
    except OSError:
        return b""


def test_a_pipe_gets_no_control_characters(tmp_path: Path) -> None:
    berkas = (tmp_path / "keluar").open("w+", encoding="utf-8")
    with berkas, tampilkan(berkas) as lapor:
        lapor(Kabar("Mencetak lembar", 1, 3, "x"))
        berkas.flush()
        berkas.seek(0)
        assert berkas.read() == ""
