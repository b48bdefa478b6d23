"""Opens a broken file, and says what broke: `python -m tests.fuzz.trial --jumlah 20000 --benih 7 --simpan DIR`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from buku_sop.adapters.source_lines import source_lines
from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.diagnostics import Diagnostic
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.layout import susun_tata_letak
from buku_sop.layout.budget import Budget
from buku_sop.views.alur.gambar import susun_gambar
from buku_sop.views.alur.mermaid import mermaid
from buku_sop.views.alur.ucapan import ucapan
from buku_sop.views.dasar.diagnostik import tulis_json, tulis_teks
from buku_sop.views.mutu.diagnostik_ci import tulis_github, tulis_gitlab
from tests.fuzz.mutations import Mutator, offices, sources

HARI = date(2026, 1, 31)
DRAWN = 7
"""Every so manieth file that loads is drawn, too."""


@dataclass(frozen=True)
class Fault:
    """A file that broke something."""

    seed: object
    what: str
    data: bytes


def trials(seed: object, count: int) -> Iterator[Fault]:
    """Open broken files in one folder, one after the other, and yield what is wrong with what comes of it."""
    sop, office = Mutator(f"sop/{seed}", sources()), Mutator(f"instansi/{seed}", offices())
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "sop_data"
        (data / "kantor").mkdir(parents=True)
        for n in range(count):
            about_office = n % 16 == 15
            broken = office.make() if about_office else sop.make()
            whole = sop.whole[0] if about_office else office.whole[0]
            (data / "kantor/sop.yml").write_bytes(whole if about_office else broken)
            (data / "kantor/instansi.yml").write_bytes(broken if about_office else whole)
            try:
                found = list(_faults(data, drawn=n % DRAWN == 0))
            except Exception:  # whatever it is, it is what is looked for
                found = [traceback.format_exc()]
            yield from (Fault(f"{seed}/{n}", what, broken) for what in found)


def _faults(data: Path, *, drawn: bool) -> Iterator[str]:
    hasil = open_handbook(data, HARI)
    yield from _misplaced(data, hasil.diagnostics)
    shown = hasil.diagnostics[:200]
    lines = source_lines(data.parent)
    for text in (tulis_teks(shown, lines), tulis_github(shown)):
        if bad := [c for c in text if not c.isprintable() and c != "\n"]:
            yield f"characters that steer a terminal: {bad[:5]}"
    json.loads(tulis_json(shown))
    json.loads(tulis_gitlab(shown, lines))
    if drawn:
        _draw(hasil)


def _misplaced(data: Path, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Findings at places that do not exist. Lines end where the YAML parser ends them."""
    lines = source_lines(data.parent)
    for d in diagnostics:
        place = d.lokasi
        if (data.parent / place.berkas).is_dir():
            continue
        if not d.pesan or not d.petunjuk or place.baris < 1 or place.kolom < 1:
            yield f"{d} has no place, or says nothing"
        elif place.baris > 1 and place.kolom > len(lines(place)) + 1:
            yield f"{d.kode} at {place}, behind the end of its line or of the file"


def _draw(hasil: Hasil) -> None:
    for sop in hasil.handbook.sop:
        for n, prosedur in enumerate(sop.prosedur):
            alur = susun_alur(prosedur)
            susun_gambar(
                alur, susun_tata_letak(alur, budget=Budget(20_000)), ucapan(prosedur, alur)
            )
            mermaid(sop, n)


def main() -> int:
    """Run many trials, keep the files that broke something, and name each kind of fault once."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--jumlah", type=int, default=20_000)
    p.add_argument("--benih", default=str(date.today()))  # noqa: DTZ011
    p.add_argument("--simpan", type=Path, default=Path(".build/fuzz"))
    pilihan = p.parse_args()
    kinds: dict[str, Fault] = {}
    for fault in trials(pilihan.benih, pilihan.jumlah):
        kind = fault.what.strip().rsplit("\n", 1)[-1][:90]
        if kind not in kinds:
            kinds[kind] = fault
            pilihan.simpan.mkdir(parents=True, exist_ok=True)
            (pilihan.simpan / f"{len(kinds)}.yml").write_bytes(fault.data)
            print(
                f"--- {pilihan.simpan / f'{len(kinds)}.yml'} ({fault.seed})\n{fault.what}",
                flush=True,
            )
    print(f"{pilihan.jumlah} berkas, benih {pilihan.benih}: {len(kinds)} jenis kesalahan")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
