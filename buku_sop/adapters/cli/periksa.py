"""`sop periksa`: everything that is wrong with the files of a handbook."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from buku_sop.adapters.cli.indonesian_click import BanyakHari, Perintah, Tanggal
from buku_sop.adapters.cli.whole_handbook import harus_ada
from buku_sop.adapters.places import DATA
from buku_sop.adapters.source_lines import source_lines
from buku_sop.diagnostics import Diagnostic, Tingkat
from buku_sop.views.dasar.diagnostik import (
    POLOS,
    Gaya,
    ringkasan,
    ringkasan_kode,
    tulis_json,
    tulis_teks,
)

if TYPE_CHECKING:  # loading the models takes longer than saying how a command is used
    from buku_sop.adapters.cli.selection import Selection

RINGKAS_SEJAK = 20
"""Findings from which on their kinds are counted too: so many nobody remembers."""


@click.command(cls=Perintah, help="Periksa berkas SOP. PATH: berkas atau folder; bakunya semua.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--format", "bentuk", type=click.Choice(["teks", "json", "github", "gitlab", "markdown"]),
    default="teks", metavar="teks|json|github|gitlab|markdown",
    help="Bentuk keluaran. Bakunya teks; markdown hanya untuk --jatuh-tempo.",
)  # fmt: skip
@click.option(
    "--sejak", metavar="REV", help="Hanya berkas yang berubah sejak revisi git ini, misalnya main."
)
@click.option(
    "--ketat", is_flag=True,
    help="Peringatan, atau dengan --jatuh-tempo tinjauan yang terlambat, juga membuat pemeriksaan gagal.",
)  # fmt: skip
@click.option(
    "--jatuh-tempo", is_flag=True,
    help="Daftar monitoring dan evaluasi yang terlambat atau segera jatuh tempo (teks, json, markdown).",
)  # fmt: skip
@click.option(
    "--dalam", "hari", metavar="HARI", type=BanyakHari(),
    help="Dengan --jatuh-tempo: sampai berapa hari ke depan. Bakunya 30.",
)  # fmt: skip
@click.option(
    "--per", metavar="TANGGAL", type=Tanggal(),
    help="Dengan --jatuh-tempo: dihitung per tanggal ini, misalnya 2027-01-31. Bakunya hari ini.",
)  # fmt: skip
@click.pass_obj
def periksa(
    root: Path, paths: tuple[Path, ...], bentuk: str, sejak: str | None, ketat: bool,
    jatuh_tempo: bool, hari: int | None, per: date | None,
) -> int:  # fmt: skip
    """Check the handbook; the exit status is 0, 1 for a galat (or, with --ketat, a peringatan)."""
    with _tanpa_pembersihan():
        if not jatuh_tempo:
            _hanya_jatuh_tempo(bentuk, hari, per)
            return _periksa(root, paths, bentuk, sejak, ketat=ketat)
        from buku_sop.adapters.cli.jatuh_tempo import HARI_DEKAT, daftar_jatuh_tempo

        if sejak is not None:
            raise click.UsageError("Pilihan --sejak tidak dapat dipakai bersama --jatuh-tempo.")
        hari = HARI_DEKAT if hari is None else hari
        return daftar_jatuh_tempo(root / DATA, paths, bentuk, hari, per, ketat=ketat)


@contextmanager
def _tanpa_pembersihan() -> Iterator[None]:
    """Look for no garbage: a handbook is many small values that live until the command has ended."""
    aktif = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aktif:
            gc.enable()


def _hanya_jatuh_tempo(bentuk: str, hari: int | None, per: date | None) -> None:
    dipakai = {
        "--format markdown": bentuk == "markdown",
        "--dalam": hari is not None,
        "--per": per is not None,
    }
    if salah := [pilihan for pilihan, ya in dipakai.items() if ya]:
        raise click.UsageError(f"Pilihan {salah[0]} hanya dapat dipakai bersama --jatuh-tempo.")


def _periksa(
    root: Path, paths: tuple[Path, ...], bentuk: str, sejak: str | None, *, ketat: bool
) -> int:
    from buku_sop.adapters.cli.selection import select

    berubah = None
    if sejak is not None:
        from buku_sop.adapters.git.changed_files import changed_files
        from buku_sop.adapters.git.run import GitFailed

        harus_ada(root / DATA)
        try:
            berubah = changed_files(root, sejak)
        except GitFailed as error:
            raise click.UsageError(f"--sejak: {error}") from None
    bagian = select(root / DATA, paths, berubah)
    temuan = [d for b in bagian for d in b.temuan]
    _tulis(bagian, temuan, bentuk)
    if bentuk in {"teks", "github"}:
        click.echo(
            ringkasan(temuan, sum(b.jumlah for b in bagian), lain=sum(b.lain for b in bagian))
        )
    menggagalkan = {Tingkat.GALAT, Tingkat.PERINGATAN} if ketat else {Tingkat.GALAT}
    return int(any(d.tingkat in menggagalkan for d in temuan))


def _tulis(bagian: Sequence[Selection], temuan: Sequence[Diagnostic], bentuk: str) -> None:
    """Write what was found. Programs read nothing but it; GitHub passes over a line that is no command."""
    if bentuk == "teks":
        gaya = _gaya()
        for b in bagian:
            if b.temuan:
                click.echo(tulis_teks(b.temuan, source_lines(b.folder.parent), gaya))
        if len(temuan) > RINGKAS_SEJAK:
            click.echo(ringkasan_kode(temuan, gaya))
    elif bentuk == "json":
        click.echo(tulis_json(temuan))
    else:
        from buku_sop.adapters.cli.selection import from_here
        from buku_sop.views.mutu.diagnostik_ci import tulis_github, tulis_gitlab

        if bentuk == "gitlab":
            click.echo(tulis_gitlab(from_here(bagian), source_lines(Path())))
        elif temuan:
            click.echo(tulis_github(from_here(bagian)))


def _gaya() -> Gaya:
    """Return the form for where the text goes: a terminal has a width, and mostly colours."""
    if not sys.stdout.isatty():
        return POLOS
    warna = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Gaya(shutil.get_terminal_size().columns, warna)
