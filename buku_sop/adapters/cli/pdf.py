"""`sop pdf`: print sheets and the book from the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.places import DATA
from buku_sop.handbook import open_handbook
from buku_sop.views.dasar.diagnostik import ringkasan
from buku_sop.views.dasar.ukuran import tulis_ukuran


@click.command(
    cls=Perintah,
    help="Cetak lembar SOP ke .build/pdf/. ID: instansi/nama-sop; bakunya semua SOP dan bukunya.",
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--kertas", type=click.Choice(["a4", "f4"]), default="a4", metavar="a4|f4",
    help="Ukuran kertas. Bakunya a4.",
)  # fmt: skip
@click.pass_obj
def pdf(root: Path, ids: tuple[str, ...], kertas: str) -> int:
    """Print; the exit status is 1 when the data has a galat or something could not be printed."""
    from buku_sop.adapters.lembar.printing import AssetError, PrintFailed, make_book, make_pdfs

    hasil = open_handbook(root / DATA)
    dikenal = {s.id for s in hasil.handbook.sop}
    if asing := sorted(set(ids) - dikenal):
        raise click.UsageError(
            f"SOP tidak ada: {', '.join(asing)}. Contoh ID: {min(dikenal, default='-')}"
        )
    if hasil.gagal:
        click.echo(ringkasan(hasil.diagnostics, len(dikenal)), err=True)
        click.echo("PDF tidak dibuat; jalankan `sop periksa` untuk melihat galatnya.", err=True)
        return 1
    try:
        with kemajuan(len(ids) or len(dikenal)) as maju:
            berkas = [*make_pdfs(root, hasil, kertas, set(ids) or None, maju=maju).values()]
        if not ids and berkas:
            berkas.append(make_book(root, hasil, kertas))
    except (AssetError, PrintFailed) as error:
        click.echo(str(error), err=True)
        return 1
    for satu in berkas:
        click.echo(f"{satu.as_posix()} ({tulis_ukuran(satu.stat().st_size)})")
    return 0


@contextmanager
def kemajuan(jumlah: int) -> Iterator[Callable[[str], None] | None]:
    """Show a progress bar while printing, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    kolom = (
        TextColumn("Mencetak"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*kolom, console=Console(stderr=True), transient=True) as bar:
        tugas = bar.add_task("", total=jumlah)
        yield lambda id: bar.update(tugas, advance=1, description=id)
