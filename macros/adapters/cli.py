"""The `sop` command: check, build, and later print and compare, for people at a terminal."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.adapters.indonesian_click import BanyakHari, Grup, Tanggal, jalankan, keluar
from macros.diagnostics import Diagnostic, Location, Tingkat
from macros.views.diagnostik import ringkasan, tulis_json, tulis_teks
from macros.views.diagnostik_ci import tulis_github, tulis_gitlab

if TYPE_CHECKING:  # loading the models takes longer than saying how a command is used
    from macros.handbook import Hasil

DATA = "sop_data"
DI_MODUL = {
    "baru": "macros.adapters.cli_baru:baru",
    "beda": "macros.adapters.cli_beda:beda",
    "pdf": "macros.adapters.cli_pdf:pdf",
    "pratinjau": "macros.adapters.cli_pratinjau:pratinjau",
    "rapikan": "macros.adapters.cli_rapikan:rapikan",
    "skema": "macros.adapters.cli_skema:skema",
}
"""Commands with a module of their own, which is loaded when they are used."""


@click.group(cls=Grup, di_modul=DI_MODUL, help="Buku SOP: periksa berkas SOP dan buat situsnya.")
@click.option(
    "--folder",
    "root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="FOLDER",
    help="Folder buku, yang memuat sop_data/. Bakunya folder ini.",
)
@click.pass_context
def sop(ctx: click.Context, root: Path) -> None:
    """Hold what all commands share: the root of the handbook."""
    ctx.obj = root


@sop.command(help="Periksa berkas SOP. PATH: berkas atau folder; bakunya semua.")
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
    if jatuh_tempo:
        from macros.adapters.cli_tinjau import HARI_DEKAT, daftar_jatuh_tempo

        if sejak is not None:
            raise click.UsageError("Pilihan --sejak tidak dapat dipakai bersama --jatuh-tempo.")
        hari = HARI_DEKAT if hari is None else hari
        return daftar_jatuh_tempo(root / DATA, paths, bentuk, hari, per, ketat=ketat)
    _hanya_jatuh_tempo(bentuk, hari, per)
    return _periksa(root, paths, bentuk, sejak, ketat=ketat)


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
    from macros.adapters.perubahan import berkas_berubah
    from macros.adapters.selection import dari_sini, pilih

    berubah = None
    if sejak is not None:
        _harus_ada(root / DATA)
        berubah = berkas_berubah(root, sejak)
    bagian = pilih(root / DATA, paths, berubah)
    temuan = [d for b in bagian for d in b.temuan]
    if bentuk == "json":
        click.echo(tulis_json(temuan))
    elif bentuk == "gitlab":
        click.echo(tulis_gitlab(dari_sini(bagian), baris_berkas(Path())))
    else:
        if bentuk == "github":
            click.echo(tulis_github(dari_sini(bagian)))
        for b in bagian if bentuk == "teks" else ():
            _tulis(b.temuan, b.folder.parent)
        click.echo(ringkasan(temuan, sum(b.jumlah for b in bagian)))
    menggagalkan = {Tingkat.GALAT, Tingkat.PERINGATAN} if ketat else {Tingkat.GALAT}
    return int(any(d.tingkat in menggagalkan for d in temuan))


@sop.command(help="Buat situs di site/. Situs lama tetap ada bila gagal.")
@click.pass_obj
def situs(root: Path) -> int:
    """Build the site; a galat in the data or a failed build leaves the previous site as it was."""
    from macros.adapters.build_site import BuildFailed, build_site
    from macros.handbook import open_handbook

    _harus_ada(root / DATA)
    hasil = open_handbook(root / DATA)
    if hasil.gagal:
        laporkan(hasil, root)
        click.echo("Situs tidak dibuat; situs yang lama tidak diubah.", err=True)
        return 1
    try:
        tujuan = build_site(root)
    except BuildFailed as error:
        click.echo(f"{error}\nSitus tidak dibuat; situs yang lama tidak diubah.", err=True)
        return 1
    click.echo(f"{ringkasan(hasil.diagnostics, len(hasil.handbook.sop))}")
    click.echo(f"Situs siap: {(tujuan / 'index.html').as_posix()}")
    return 0


def laporkan(hasil: Hasil, root: Path) -> None:
    """Write every galat of a handbook, and the closing line, for a build that stops."""
    _tulis([d for d in hasil.diagnostics if d.tingkat is Tingkat.GALAT], root, err=True)
    click.echo(ringkasan(hasil.diagnostics, len(hasil.handbook.sop)), err=True)


def _tulis(temuan: Sequence[Diagnostic], root: Path, *, err: bool = False) -> None:
    if temuan:
        click.echo(tulis_teks(temuan, baris_berkas(root)), err=err)


def baris_berkas(root: Path) -> Callable[[Location], str]:
    """Return a function that reads the line at a place, reading each file once."""

    @cache
    def semua(berkas: str) -> list[str]:
        try:
            return (root / berkas).read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError):
            return []

    def baris(lokasi: Location) -> str:
        isi = semua(lokasi.berkas)
        return isi[lokasi.baris - 1].rstrip("\r") if lokasi.baris <= len(isi) else ""

    return baris


def _harus_ada(folder: Path) -> None:
    if not folder.is_dir():
        raise click.UsageError(
            f"Folder {folder.as_posix()} tidak ada. Jalankan dari folder buku, atau pakai --folder."
        )


def main() -> None:
    """Run the command line.

    A handbook is many small values that live until the end: looking through them for garbage again and again
    took a third of the time of a check.
    """
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)
    keluar(jalankan(sop))
