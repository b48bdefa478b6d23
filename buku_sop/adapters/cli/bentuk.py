"""`sop bentuk`: the forms of printed sheets that may be chosen, and the description of one as a start for an own."""

from __future__ import annotations

from pathlib import Path

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.places import DATA


@click.command(
    cls=Perintah,
    help="Sebutkan bentuk lembar yang dapat dipilih, atau tulis uraian satu bentuk bawaan sebagai awal bentuk sendiri.",
)
@click.argument(
    "nama", required=False, metavar="[NAMA]", help="Bentuk bawaan yang ditulis uraiannya."
)
@click.pass_obj
def bentuk(root: Path, nama: str | None) -> int:
    """List the forms, or write the description of one that comes along."""
    from buku_sop.loading.bentuk import bentuk_bawaan, uraian_bawaan
    from buku_sop.loading.folder import load_folder
    from buku_sop.model.bentuk import SOP_AP

    bawaan = bentuk_bawaan()
    if nama is not None:
        if nama not in bawaan:
            raise click.UsageError(
                f"Bentuk bawaan {nama!r} tidak ada. Yang ada: {', '.join(bawaan)}."
            )
        click.echo(uraian_bawaan(nama), nl=False)
        return 0
    click.echo(f"{SOP_AP}: SOP-AP (PermenPANRB 35/2012), bila tidak dipilih")
    for id, satu in bawaan.items():
        click.echo(f"{id}: {satu.nama}")
    folder = root / DATA
    milik = load_folder(folder).bentuk if folder.is_dir() else {}
    for (kantor, id), satu in milik.items():
        click.echo(f"{id}: {satu.nama} ({DATA}/{kantor + '/' if kantor else ''}bentuk.yml)")
    return 0
