"""`sop skema`: the JSON Schema from which editors complete and show errors."""

from __future__ import annotations

from pathlib import Path

import click

from macros.adapters.indonesian_click import Perintah


@click.command(
    cls=Perintah,
    help="Tulis JSON Schema berkas SOP, atau instansi.yml, untuk penyunting teks.",
)
@click.argument("jenis", type=click.Choice(["sop", "instansi"]), default="sop", metavar="[sop|instansi]",
                help="Berkas yang diuraikan. Bakunya sop.")  # fmt: skip
@click.option(
    "--keluaran", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Berkas tujuan. Bakunya layar.",
)  # fmt: skip
@click.option("--perbarui", is_flag=True, help="Perbarui kedua skema di sop_data/.skema/.")
@click.pass_obj
def skema(root: Path, jenis: str, keluaran: Path | None, perbarui: bool) -> int:
    """Write a schema to the terminal or a file, or both schemas to where the editor settings look."""
    from macros.loading.skema import FOLDER_SKEMA, FORMS, nama_berkas, tulis_skema

    if perbarui:
        if keluaran is not None:
            raise click.UsageError("Pilih salah satu: --keluaran atau --perbarui.")
        folder = root / "sop_data"
        if not folder.is_dir():
            raise click.UsageError(f"Folder {folder.as_posix()} tidak ada. Pakai --folder.")
        for satu in FORMS:
            _simpan(folder / FOLDER_SKEMA / nama_berkas(satu), tulis_skema(satu))
        return 0
    teks = tulis_skema("instansi" if jenis == "instansi" else "sop")
    if keluaran is None:
        click.echo(teks, nl=False)
    else:
        _simpan(keluaran, teks)
    return 0


def _simpan(berkas: Path, teks: str) -> None:
    try:
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_text(teks, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(
            f"{berkas.as_posix()} tidak dapat ditulis: {error.strerror}."
        ) from error
    click.echo(f"Ditulis: {berkas.as_posix()}", err=True)
