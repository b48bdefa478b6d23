"""What every command that needs the whole handbook asks first, and says when it stops."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from buku_sop.adapters.source_lines import source_lines
from buku_sop.diagnostics import Tingkat
from buku_sop.views.dasar.diagnostik import ringkasan, tulis_teks

if TYPE_CHECKING:  # loading the models takes longer than saying how a command is used
    from buku_sop.handbook import Hasil


def laporkan(hasil: Hasil, root: Path) -> None:
    """Write every galat of a handbook, and the closing line, for a build that stops."""
    galat = [d for d in hasil.diagnostics if d.tingkat is Tingkat.GALAT]
    if galat:
        click.echo(tulis_teks(galat, source_lines(root)), err=True)
    click.echo(ringkasan(hasil.diagnostics, len(hasil.dibaca)), err=True)


def harus_ada(folder: Path) -> None:
    """Refuse a handbook that is not there. Raises click.UsageError."""
    if not folder.is_dir():
        raise click.UsageError(
            f"Folder {folder.as_posix()} tidak ada. Jalankan dari folder buku, atau pakai --folder."
        )
