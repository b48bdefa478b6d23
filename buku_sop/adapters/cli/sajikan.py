"""`sop sajikan`: the handbook in the browser while it is being written."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.whole_handbook import harus_ada
from buku_sop.adapters.places import DATA


@click.command(
    cls=Perintah,
    help="Tampilkan buku di peramban sambil menulis: setiap berkas yang disimpan langsung terlihat. Hanya "
    "komputer ini yang dapat membukanya.",
)
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="ANGKA",
    help="Port server. Bakunya 8000, atau yang berikutnya bila dipakai program lain.",
)  # fmt: skip
@click.option(
    "--alamat", default="127.0.0.1", metavar="IP",
    help="Alamat server. Bakunya 127.0.0.1. Dengan 0.0.0.0, semua komputer di jaringan dapat membacanya.",
)  # fmt: skip
@click.option("--buka", is_flag=True, help="Buka peramban.")
@click.option(
    "--berkala", is_flag=True,
    help="Periksa berkas setiap detik, untuk folder jaringan yang tidak mengabarkan perubahannya.",
)  # fmt: skip
@click.pass_obj
def sajikan(root: Path, port: int | None, alamat: str, *, buka: bool, berkala: bool) -> int:
    """Serve until Ctrl-C."""
    from buku_sop.adapters.sajikan.supervisor import supervise
    from buku_sop.adapters.sajikan.wish import Wish

    _harus_ip(alamat)
    harus_ada(root / DATA)
    status = supervise(Wish(root, alamat, port, polling=berkala, browser=buka))
    if status == 0:
        click.echo("Pratinjau berhenti.", err=True)
    return status


def _harus_ip(alamat: str) -> None:
    try:
        ipaddress.ip_address(alamat)
    except ValueError as error:
        raise click.UsageError(
            f"--alamat {alamat!r} bukan alamat IP. Tulis angkanya saja, misalnya 127.0.0.1 atau 0.0.0.0; portnya dengan --port."
        ) from error
