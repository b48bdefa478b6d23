"""A new project: all its files from a plan, written at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from buku_sop.adapters.proyek.catatan import BENTUK, BERKAS, Catatan, sidik
from buku_sop.adapters.proyek.milik_kantor import milik_kantor
from buku_sop.adapters.proyek.milik_program import KEBUTUHAN, kebutuhan, milik_program
from buku_sop.adapters.proyek.rencana import Rencana
from buku_sop.adapters.proyek.roda import Roda, roda_ini
from buku_sop.adapters.proyek.tulis import tulis_proyek


def buat_proyek(folder: Path, rencana: Rencana, hari_ini: date, roda: Roda | None = None) -> int:
    """Write a project into a folder that is not there or empty, and return how many files it has.

    `roda` is the program that it is to be built with, this one unless given.

    Raises:
        TidakKosong: Something stands there.
        TanpaRoda: This program cannot be brought along.
        OSError: It cannot be written. Nothing is left behind in any of these cases.
    """
    berkas = isi_proyek(rencana, hari_ini, roda or roda_ini())
    tulis_proyek(folder, berkas)
    return len(berkas)


def isi_proyek(rencana: Rencana, hari_ini: date, roda: Roda) -> dict[str, bytes]:
    """Make all files of a project, by path."""
    kantor, program = milik_kantor(rencana, hari_ini), milik_program(rencana.forge, roda)
    catatan = Catatan(roda.versi, BENTUK, rencana.forge, {p: sidik(b) for p, b in program.items()})
    lain = {KEBUTUHAN: kebutuhan(roda), BERKAS: catatan.tulis()}
    return {**program, **kantor, **{p: t.encode() for p, t in lain.items()}}
