"""Opens the handbook for a command, and shows on a terminal that it is being checked: a thousand SOPs take a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from buku_sop.adapters.cli.whole_handbook import harus_ada, laporkan
from buku_sop.adapters.kemajuan import Kabar, tampilkan
from buku_sop.adapters.kept import Kept
from buku_sop.adapters.places import DATA
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.loading.isi_data import SETELAN
from buku_sop.model.setelan import Setelan
from buku_sop.setelan import HasilSetelan, buka_setelan, lengkapi


def open_shown(folder: Path, hari_ini: date | None = None, kantor: str | None = None) -> Hasil:
    """Open a handbook as `open_handbook` does, with what its settings say of all offices and of other handbooks."""
    berkas = folder.parent / SETELAN
    setelan = buka_setelan(berkas) if berkas.is_file() else HasilSetelan(Setelan())
    with tampilkan() as lapor:
        lapor(Kabar("Memeriksa SOP"))
        with _kept(folder) as kept:
            hasil = open_handbook(folder, hari_ini, kantor, kept, setelan.buku_lain)
    if not berkas.is_file():
        return hasil
    return replace(hasil, handbook=lengkapi(hasil.handbook, setelan.setelan))


@contextmanager
def _kept(data: Path) -> Iterator[Kept | None]:
    """Open what earlier runs kept, where there is a handbook that is built here."""
    root = data.parent
    kept = Kept(root) if data.name == DATA and (root / "mkdocs.yml").is_file() else None
    try:
        yield kept
    finally:
        if kept:
            kept.close()


def open_whole(root: Path, gagal: str) -> Hasil | None:
    """Open a handbook for what needs all of it; with a galat, report it, say `gagal`, and return None.

    Raises click.UsageError where there is no handbook.
    """
    harus_ada(root / DATA)
    hasil = open_shown(root / DATA)
    if not hasil.gagal:
        return hasil
    laporkan(hasil, root)
    click.echo(gagal, err=True)
    return None
