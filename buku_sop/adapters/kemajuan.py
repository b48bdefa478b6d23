"""How far long work is: told by whoever works, shown on a terminal or in plain lines, carried between processes."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from secrets import token_hex
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:  # loading it takes longer than most commands
    from rich.progress import Progress

PENANDA = "SOP_KEMAJUAN"
"""The environment variable that says a parent listens; its value marks the lines that are meant for it."""
SABAR = 0.5
"""Seconds that work takes before a terminal shows a bar: a short command ends without a flash."""
DIAM = 3.0
"""Seconds that work takes before anything is said in plain lines."""
JEDA_BARIS = 15.0
"""Seconds between two plain lines about the same thing."""
JEDA_KABAR = 0.1
"""Seconds between two messages to a parent about the same thing."""


def tanda_baru() -> str:
    """Return a mark that no line of a build begins with by chance, or because somebody wrote it into an SOP."""
    return f"@kemajuan-{token_hex(8)}"


@dataclass(frozen=True, slots=True)
class Kabar:
    """What is being done, and how much of it is done."""

    tahap: str
    selesai: int = 0
    dari: int = 0
    """0 where it is not known."""
    nama: str = ""
    """What was done last."""


Lapor = Callable[[Kabar], None]
"""Takes what is told."""


def diam(_: Kabar) -> None:
    """Tell nobody."""


class Penghitung:
    """Counts through parts of a work that are done one after the other, all of the same number."""

    def __init__(self, dari: int, lapor: Lapor) -> None:
        self._dari, self._lapor = dari, lapor
        self._selesai: dict[str, int] = {}

    def satu(self, tahap: str, nama: str = "") -> None:
        """Tell that one more is done."""
        self._selesai[tahap] = n = self._selesai.get(tahap, 0) + 1
        self._lapor(Kabar(tahap, min(n, self._dari), self._dari, nama))


# --- Between processes ------------------------------------------------------------------


def lapor_induk(ke: TextIO | None = None) -> Lapor:
    """Return what tells the parent process; nobody where it does not listen."""
    tanda = os.environ.get(PENANDA, "")
    if not tanda:
        return diam
    return _jarang(lambda kabar: _kirim(kabar, tanda, ke or sys.stderr), JEDA_KABAR)


def _kirim(kabar: Kabar, tanda: str, ke: TextIO) -> None:
    ke.write(f"{tanda} {json.dumps(asdict(kabar))}\n")
    ke.flush()


def baca_kabar(baris: str, tanda: str) -> Kabar | None:
    """Read a line of a child process; None where it is no message of ours but words for people."""
    if not baris.startswith(f"{tanda} "):
        return None
    try:
        return Kabar(**json.loads(baris[len(tanda) + 1 :]))
    except (ValueError, TypeError):
        return None


def _jarang(lapor: Lapor, jeda: float, jam: Callable[[], float] = time.monotonic) -> Lapor:
    """Pass on what begins, what ends, and of the rest only what comes after a while."""
    terakhir = ("", 0.0)

    def saring(kabar: Kabar) -> None:
        nonlocal terakhir
        tahap, kapan = terakhir
        if kabar.tahap == tahap and kabar.selesai != kabar.dari and jam() - kapan < jeda:
            return
        terakhir = (kabar.tahap, jam())
        lapor(kabar)

    return saring


# --- For people -------------------------------------------------------------------------


@contextmanager
def tampilkan(ke: TextIO | None = None) -> Iterator[Lapor]:
    """Show how far work is: as a bar that goes when it is done, on a terminal; else in a few plain lines.

    Work of a few seconds says nothing in plain lines.
    """
    ke = ke or sys.stderr
    if not ke.isatty() or os.environ.get("TERM") == "dumb":
        yield baris_polos(lambda baris: print(baris, file=ke, flush=True))
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    kolom = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[jumlah]}", markup=False),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[nama]}", markup=False),
    )
    bar = Progress(*kolom, console=Console(file=ke), transient=True, expand=False)
    with _sesudah(SABAR, bar):
        tugas = bar.add_task("Memulai", total=None, jumlah="", nama="")
        tahap = ""

        def lapor(kabar: Kabar) -> None:
            nonlocal tahap
            ubah = (
                bar.reset if kabar.tahap != tahap else bar.update
            )  # a new part has a clock of its own
            tahap = kabar.tahap
            ubah(
                tugas,
                total=kabar.dari or None,
                completed=kabar.selesai,
                description=_terbaca(kabar.tahap),
                jumlah=_jumlah(kabar),
                nama=_terbaca(kabar.nama),
            )

        yield lapor


@contextmanager
def _sesudah(jeda: float, bar: Progress) -> Iterator[None]:
    """Show a bar once work has taken so long, and take it away when the work is done."""
    jam = threading.Timer(jeda, bar.start)
    jam.daemon = True
    jam.start()
    try:
        yield
    finally:
        jam.cancel()
        jam.join()
        if bar.live.is_started:
            bar.stop()


def baris_polos(tulis: Callable[[str], None], jam: Callable[[], float] = time.monotonic) -> Lapor:
    """Return what writes plain lines: each part that is reached, and now and then how far it is."""
    mulai, kapan, tahap = jam(), 0.0, ""

    def lapor(kabar: Kabar) -> None:
        nonlocal kapan, tahap
        kini = jam()
        if kini - mulai < DIAM or (kabar.tahap == tahap and kini - kapan < JEDA_BARIS):
            return
        tahap, kapan = kabar.tahap, kini
        tulis(" ".join(filter(None, (f"{_terbaca(tahap)} …", _jumlah(kabar)))))

    return lapor


def _jumlah(kabar: Kabar) -> str:
    return f"{_angka(kabar.selesai)} dari {_angka(kabar.dari)}" if kabar.dari else ""


def _angka(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def _terbaca(teks: str) -> str:
    """Leave out of a text what moves a cursor or turns a line around."""
    return "".join(c for c in teks if c.isprintable())
