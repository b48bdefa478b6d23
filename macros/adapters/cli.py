"""The `sop` command: check, build, and later print and compare, for people at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import click

from macros.adapters.cli_skema import skema
from macros.adapters.indonesian_click import Grup, jalankan, keluar
from macros.adapters.selection import pilih
from macros.diagnostics import Diagnostic, Location, Tingkat
from macros.handbook import Hasil, open_handbook
from macros.views.diagnostik import ringkasan, tulis_json, tulis_teks

DATA = "sop_data"


@click.group(cls=Grup, help="Buku SOP: periksa berkas SOP dan buat situsnya.")
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
    "--format", "bentuk", type=click.Choice(["teks", "json"]), default="teks",
    metavar="teks|json", help="Bentuk keluaran. Bakunya teks.",
)  # fmt: skip
@click.option("--ketat", is_flag=True, help="Peringatan juga membuat pemeriksaan gagal.")
@click.pass_obj
def periksa(root: Path, paths: tuple[Path, ...], bentuk: str, ketat: bool) -> int:
    """Check the handbook; the exit status is 0, 1 for a galat (or, with --ketat, a peringatan)."""
    bagian = pilih(root / DATA, paths)
    temuan = [d for b in bagian for d in b.temuan]
    if bentuk == "json":
        click.echo(tulis_json(temuan))
    else:
        for b in bagian:
            _tulis(b.temuan, b.folder.parent)
        click.echo(ringkasan(temuan, sum(b.jumlah for b in bagian)))
    menggagalkan = {Tingkat.GALAT, Tingkat.PERINGATAN} if ketat else {Tingkat.GALAT}
    return int(any(d.tingkat in menggagalkan for d in temuan))


@sop.command(help="Buat situs di site/. Situs lama tetap ada bila gagal.")
@click.pass_obj
def situs(root: Path) -> int:
    """Build the site; a galat in the data or a failed build leaves the previous site as it was."""
    from macros.adapters.build_site import BuildFailed, build_site

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


sop.add_command(skema)


def main() -> None:
    """Run the command line."""
    keluar(jalankan(sop))
