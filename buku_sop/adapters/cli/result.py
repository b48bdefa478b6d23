"""Where a command writes its result: to the screen, or into the file that `-o` names."""

from __future__ import annotations

from pathlib import Path

import click

from buku_sop.adapters.whole_files import why, write_whole


def write_result(isi: str, keluaran: Path | None) -> None:
    """Write a result. Raises click.UsageError when the file cannot be written."""
    if keluaran is None:
        click.echo(isi, nl=False)
        return
    try:
        keluaran.parent.stat()  # a folder that is not there was mistyped
        write_whole(keluaran, isi.encode("utf-8", "replace"))
    except OSError as error:
        raise click.UsageError(
            f"{keluaran.as_posix()} tidak dapat ditulis: {why(error)}."
        ) from None
