"""`sop skema`: the JSON Schema from which editors complete and show errors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.places import DATA
from buku_sop.adapters.whole_files import why, write_whole

if TYPE_CHECKING:
    from buku_sop.loading.skema import Jenis


_JENIS = ("sop", "instansi", "singkatan", "peraturan", "kebutuhan", "bentuk", "setelan")


@click.command(
    cls=Perintah,
    help="Tulis JSON Schema berkas SOP, atau berkas jenis lain, untuk penyunting teks.",
)
@click.argument("jenis", type=click.Choice(_JENIS), default="sop", metavar="[JENIS]",
                help=f"Berkas yang diuraikan: {', '.join(_JENIS)}. Bakunya sop.")  # fmt: skip
@click.option(
    "--keluaran", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Berkas tujuan. Bakunya layar.",
)  # fmt: skip
@click.option("--perbarui", is_flag=True, help="Perbarui semua skema di sop_data/.skema/.")
@click.pass_obj
def skema(root: Path, jenis: Jenis, keluaran: Path | None, perbarui: bool) -> int:
    """Write a schema to the terminal or a file, or all schemas to where the editor settings look."""
    from buku_sop.loading.skema import FOLDER_SKEMA, FORMS, nama_berkas, tulis_skema

    if perbarui:
        if keluaran is not None:
            raise click.UsageError("Pilih salah satu: --keluaran atau --perbarui.")
        folder = root / DATA
        if not folder.is_dir():
            raise click.UsageError(f"Folder {folder.as_posix()} tidak ada. Pakai --folder.")
        for satu in FORMS:
            _simpan(folder / FOLDER_SKEMA / nama_berkas(satu), tulis_skema(satu))
        return 0
    teks = tulis_skema(jenis)
    if keluaran is None:
        click.echo(teks, nl=False)
    else:
        _simpan(keluaran, teks)
    return 0


def _simpan(berkas: Path, teks: str) -> None:
    try:
        write_whole(berkas, teks.encode())
    except OSError as error:
        raise click.UsageError(f"{berkas.as_posix()} tidak dapat ditulis: {why(error)}.") from error
    click.echo(f"Ditulis: {berkas.as_posix()}", err=True)
