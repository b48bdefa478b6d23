"""`sop sunting`: the page on which SOPs are written, with the folder of the data behind it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.whole_handbook import harus_ada
from buku_sop.adapters.places import DATA


@click.command(
    cls=Perintah,
    help="Tulis dan ubah SOP di peramban, tanpa YAML: yang disimpan langsung masuk ke sop_data/. ID: SOP yang dibuka, "
    "misalnya dinas-contoh/menerima-tamu. Hanya komputer ini yang dapat membukanya.",
)
@click.argument("sop", metavar="[ID]", required=False, default="")
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="ANGKA",
    help="Port server. Bakunya 8000, atau yang berikutnya bila dipakai program lain.",
)  # fmt: skip
@click.option(
    "--tanpa-peramban", is_flag=True, help="Jangan buka peramban; tautannya tertulis di terminal."
)
@click.pass_obj
def sunting(root: Path, sop: str, port: int | None, *, tanpa_peramban: bool) -> int:
    """Serve until Ctrl-C."""
    from buku_sop.adapters.sajikan.server import LOOPBACK
    from buku_sop.adapters.sajikan.supervisor import supervise
    from buku_sop.adapters.sajikan.wish import Wish

    harus_ada(root / DATA)
    id = sop.removesuffix(".yml")
    if id and not (root / DATA / f"{id}.yml").is_file():
        raise click.UsageError(f"Tidak ada SOP {id} di {DATA}/.")
    page = f"sunting/?{urlencode({'sop': id}, safe='/')}" if id else "sunting/"
    wish = Wish(root, LOOPBACK, port, browser=not tanpa_peramban, editing=True, page=page)
    status = supervise(wish)
    if status == 0:
        click.echo(
            "Penyunting berhenti; yang belum disimpan ke berkas tetap ada di peramban.", err=True
        )
    return status
