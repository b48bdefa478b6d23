"""`sop halaman`: the handbook as pages that plain Material and Zensical build, without this program."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from buku_sop.adapters.alone import NoPlace, alone
from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.opening import open_whole
from buku_sop.adapters.exchange import CannotExchange, exchange, real_place, successor
from buku_sop.adapters.whole_files import why
from buku_sop.views.dasar.diagnostik import ringkasan

_GAGAL = "Halaman jadi tidak ditulis; folder tujuan tidak diubah."


@click.command(
    cls=Perintah,
    help="Tulis seluruh buku sebagai halaman jadi: Markdown dan mkdocs.yml yang dibangun oleh MkDocs Material "
    "atau Zensical saja, tanpa program ini.",
)
@click.option(
    "-o", "--keluaran", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
    default=Path(".build/halaman"),
    help="Folder tujuan: baru, kosong, atau hasil perintah ini sebelumnya. Bakunya .build/halaman.",
)  # fmt: skip
@click.pass_obj
def halaman(root: Path, keluaran: Path) -> int:
    """Write the pages; exit status 1 for a galat in the data, a folder of someone else's, or a failed build."""
    hasil = open_whole(root, _GAGAL)
    if hasil is None:
        return 1
    from buku_sop.adapters.mkdocs.ready_pages import is_ours

    if not is_ours(keluaran):
        click.echo(
            f"Folder {keluaran.as_posix()} berisi berkas lain, yang akan hilang. Sebut folder yang baru atau "
            f"kosong dengan --keluaran.\n{_GAGAL}",
            err=True,
        )
        return 1
    return _tulis(root, keluaran, ringkasan(hasil.diagnostics, len(hasil.handbook.sop)))


def _tulis(root: Path, tujuan: Path, ringkas: str) -> int:
    from mkdocs.exceptions import Abort

    from buku_sop.adapters.mkdocs.ready_pages import write_ready_pages

    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    try:
        with alone(root, "sop halaman"):
            tempat = real_place(tujuan)
            with successor(tempat) as kerja:
                jumlah = write_ready_pages(root, kerja / "baru", kerja / "situs")
                exchange(kerja / "baru", tempat)
    except (Abort, NoPlace, CannotExchange) as error:
        click.echo(f"{error}\n{_GAGAL}", err=True)
        return 1
    except OSError as error:
        click.echo(f"{error.filename or tujuan}: {why(error)}.\n{_GAGAL}", err=True)
        return 1
    click.echo(ringkas)
    click.echo(f"{jumlah} halaman jadi: {tujuan.as_posix()}")
    click.echo(f"Bangun dengan `mkdocs build` atau `zensical build` di {tujuan.as_posix()}")
    return 0
