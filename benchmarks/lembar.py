"""How fast sheets and the book are printed, and in how much memory.

    python -m benchmarks.lembar [--sop 150] [--buku 0] [--weasyprint PYTHON] [--json FILE]

`--sop` sheets of made-up SOPs are printed from nothing, one of them is changed, and nothing is. The same sheets as HTML are
set with WeasyPrint (`benchmarks/weasyprint_sheet.py`), by a Python that has it, or one that is made in `.build/weasyprint`;
"" leaves it out. `--buku` prints a book of so many SOPs, too: the peak of its memory is that of all its processes at once.
Times are seconds of processor time of all processes, taken in one run, since only their ratios travel.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.made_up import write_handbook
from benchmarks.weasyprint_sheet import write_sheet
from buku_sop.adapters.lembar.fonts import font_files
from buku_sop.adapters.lembar.printing import PrintShop, open_print_shop
from buku_sop.adapters.workers import cores
from buku_sop.handbook import open_handbook

ROOT = Path(__file__).resolve().parent.parent
SITUS = "https://contoh.example"
DIBANDING = 10
"""Sheets that WeasyPrint sets, for it takes its time."""


@dataclass(slots=True)
class Cost:
    """What a piece of work took."""

    cpu: float = 0.0
    """Seconds of processor time, with those of the processes that it started."""
    wall: float = 0.0
    memory: int = 0
    """Peak in bytes of this process and all below it at once, each page of memory that they share counted once."""


def measure(sop: int = 150, buku: int = 0, weasyprint: str | None = None) -> list[dict[str, Any]]:
    """Return the rows of the table: `what`, `beside`, `value`, `unit`, `target`."""
    with tempfile.TemporaryDirectory() as sementara:
        folder = _handbook(Path(sementara) / "kecil", sop)
        semua, satu, tetap = _three_builds(folder)
        baris = [
            _row(
                f"one SOP changed: sheets and book, {sop} SOPs",
                "all",
                satu.cpu / semua.cpu,
                "×",
                "≤ 0.10",
            ),
            _row(
                f"nothing changed: sheets and book, {sop} SOPs",
                "all",
                tetap.cpu / semua.cpu,
                "×",
                "≤ 0.05",
            ),
            *_beside_weasyprint(folder, semua, sop, weasyprint),
        ]
        if buku:
            besar = _handbook(Path(sementara) / "besar", buku)
            with _cost() as biaya:
                _print(besar)
            baris += [
                _row(f"sheets and book of {buku} SOPs", "", biaya.cpu, "s", ""),
                _row("peak memory of all its processes", "", biaya.memory / 2**20, "MB", "≤ 1500"),
                _row("peak memory of one volume", "", _largest_child(), "MB", "≤ 600"),
            ]
    return baris


def _row(what: str, beside: str, value: float, unit: str, target: str) -> dict[str, Any]:
    return {
        "what": what,
        "beside": beside,
        "value": round(value, 3),
        "unit": unit,
        "target": target,
    }


def _handbook(folder: Path, sop: int) -> Path:
    (folder / "overrides").mkdir(parents=True)
    for nama in ("node_modules", "overrides/lembar"):
        (folder / nama).symlink_to(ROOT / nama)
    write_handbook(folder / "sop_data", sop)
    return folder


def _print(folder: Path) -> PrintShop:
    """Print all that is not printed yet, as a build of the site does."""
    toko = open_print_shop(folder, open_handbook(folder / "sop_data"), situs=SITUS, terbit=True)
    toko.cetak()
    toko.buku(toko.milik(""))
    return toko


def _three_builds(folder: Path) -> Iterator[Cost]:
    """Print from nothing, then with one SOP changed, then with nothing changed; without the time of reading."""
    hasil = open_handbook(folder / "sop_data")

    def cetak() -> Cost:
        with _cost() as biaya:
            toko = open_print_shop(folder, hasil, situs=SITUS, terbit=True)
            toko.cetak()
            toko.buku(toko.milik(""))
        return biaya

    yield cetak()
    berkas = max((folder / "sop_data").rglob("sop-*.yml"))
    isi = berkas.read_text(encoding="utf-8")
    berkas.write_text(isi.replace("sesuai ketentuan", "menurut ketentuan", 1), encoding="utf-8")
    hasil = open_handbook(folder / "sop_data")
    yield cetak()
    yield cetak()


def _beside_weasyprint(
    folder: Path, semua: Cost, sop: int, python: str | None
) -> Iterator[dict[str, Any]]:
    """Compare setting a finished sheet, and all that a sheet takes, with what WeasyPrint takes to set the finished sheet."""
    python = _weasyprint(folder) if python is None else python
    toko = open_print_shop(folder, open_handbook(folder / "sop_data"), situs=SITUS, terbit=True)
    isi = sorted(toko.gudang.folder.glob(".isi/**/*.json"))[: DIBANDING + 1]
    data = [json.loads(p.read_bytes()) for p in isi]
    for satu in data[:1]:
        toko.pencetak.cetak("satu.typ", satu)
    with _cost() as typst:
        for satu in data[1:]:
            toko.pencetak.cetak("satu.typ", satu)
    if not python:
        return
    html = folder / "html"
    html.mkdir()
    biasa, tebal = (p.resolve() for p in font_files(folder)[:2])
    for p, satu in zip(isi, data, strict=True):
        (html / f"{p.stem}.html").write_text(write_sheet(satu, (biasa, tebal)), encoding="utf-8")
    lain = subprocess.run(
        [python, str(Path(__file__).with_name("weasyprint_sheet.py")), str(html)],
        check=True,
        capture_output=True,
        text=True,
    )
    lama = float(lain.stdout) / (len(data) - 1)
    inti = min(2, cores())
    dicetak = lama / (typst.cpu / (len(data) - 1))
    yield _row("set a sheet, on one core", "WeasyPrint", dicetak, "× as fast", "")
    yield _row("set a sheet, on two cores", "WeasyPrint", inti * dicetak, "× as fast", "≥ 20")
    lengkap = inti * lama / (semua.cpu / sop)
    yield _row("from SOP to sheet and book", "WeasyPrint setting it", lengkap, "× as fast", "")


def _weasyprint(folder: Path) -> str:
    """Return a Python with WeasyPrint, made where there is none; "" where it cannot be had."""
    rumah = ROOT / ".build" / "weasyprint"
    python = rumah / "bin" / "python"
    with suppress(OSError, subprocess.CalledProcessError):
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(rumah)], check=True)
        subprocess.run(
            [python, "-m", "pip", "install", "-q", "weasyprint"], check=True, capture_output=True
        )
        return str(python)
    return ""


@contextmanager
def _cost() -> Iterator[Cost]:
    """Measure what is done in the block."""
    biaya, selesai = Cost(), threading.Event()
    penonton = threading.Thread(target=_watch, args=[biaya, selesai])
    penonton.start()
    cpu, wall = _cpu(), time.perf_counter()
    try:
        yield biaya
    finally:
        biaya.cpu, biaya.wall = _cpu() - cpu, time.perf_counter() - wall
        selesai.set()
        penonton.join()


def _cpu() -> float:
    semua = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(r.ru_utime + r.ru_stime for r in semua)


def _largest_child() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _watch(biaya: Cost, selesai: threading.Event) -> None:
    """Sum up the memory of this process and all below it, a few times a second."""
    while not selesai.wait(0.25):
        biaya.memory = max(biaya.memory, sum(map(_memory, _below(os.getpid()))))


def _below(pid: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield pid
    with suppress(OSError):
        for tugas in Path(f"/proc/{pid}/task").iterdir():
            for anak in (tugas / "children").read_text().split():
                yield from _below(int(anak))


def _memory(pid: int) -> int:
    """Return the bytes of a process, its part of shared ones (Linux only; 0 elsewhere)."""
    with suppress(OSError):
        for baris in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if baris.startswith("Pss:"):
                return int(baris.split()[1]) * 1024
    return 0


def main(argumen: list[str] | None = None) -> None:
    """Print the table, and write it where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sop", type=int, default=150)
    parser.add_argument("--buku", type=int, default=0)
    parser.add_argument("--weasyprint", default=None)
    parser.add_argument("--json", type=Path)
    pilihan = parser.parse_args(argumen)
    baris = measure(pilihan.sop, pilihan.buku, pilihan.weasyprint)
    for b in baris:
        print(f"{b['what']:42} {b['beside']:24} {b['value']:10.3f} {b['unit']:10} {b['target']:>8}")
    if pilihan.json:
        pilihan.json.write_text(json.dumps(baris, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
