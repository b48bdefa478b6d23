"""`sop luring`: the handbook as one zip, for computers without a network."""

from __future__ import annotations

from pathlib import Path

import click

from buku_sop.adapters.cli.group import tanpa_riwayat
from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.opening import open_whole
from buku_sop.adapters.kemajuan import tampilkan
from buku_sop.adapters.mkdocs.luring import MUAT, BuildFailed, make_luring
from buku_sop.views.dasar.diagnostik import ringkasan
from buku_sop.views.dasar.ukuran import tulis_ukuran

_GAGAL = "Edisi luring tidak dibuat; edisi yang lama tidak diubah."


@click.command(
    cls=Perintah,
    help="Buat edisi luring: satu zip yang dibuka tanpa internet, dari folder atau USB. Edisi lama tetap "
    "ada bila gagal.",
)
@click.option(
    "-o", "--keluaran", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Berkas zip tujuan. Bakunya .build/luring/buku-sop-luring.zip.",
)  # fmt: skip
@click.pass_obj
def luring(root: Path, keluaran: Path | None) -> int:
    """Build and pack; exit status 1 for a galat in the data or a failed build."""
    hasil = open_whole(root, _GAGAL)
    if hasil is None:
        return 1
    try:
        with tampilkan() as lapor:
            edisi = make_luring(root, keluaran, lapor)
    except BuildFailed as error:
        click.echo(f"{error}\n{_GAGAL}", err=True)
        return 1
    click.echo(ringkasan(hasil.diagnostics, len(hasil.handbook.sop)) + tanpa_riwayat(root))
    if not edisi.muat:
        click.echo(
            f"Nama terpanjang di dalam zip lebih dari {MUAT} karakter, sehingga mungkin tidak dapat "
            f"diekstrak di Windows: {edisi.terpanjang}\nPendekkan nama berkas SOP atau foldernya.",
            err=True,
        )
    besar = tulis_ukuran(edisi.zip.stat().st_size)
    click.echo(f"Edisi luring siap: {edisi.zip.as_posix()} ({besar})")
    click.echo(f"Tanpa ekstrak: {(edisi.folder / 'index.html').as_posix()}")
    return 0
