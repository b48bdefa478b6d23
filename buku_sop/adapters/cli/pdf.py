"""`sop pdf`: print sheets and the book from the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from buku_sop.adapters.alone import BUILD, NoPlace, alone
from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.opening import open_shown
from buku_sop.adapters.kemajuan import tampilkan
from buku_sop.adapters.places import DATA
from buku_sop.adapters.source_lines import source_lines
from buku_sop.adapters.whole_files import why
from buku_sop.diagnostics import Diagnostic, Tingkat
from buku_sop.loading.isi_data import NAMA_KANTOR
from buku_sop.model import ArahKertas, Handbook, NamaKertas, Sop
from buku_sop.model.pribadi import tanpa_nip
from buku_sop.views.dasar.diagnostik import ringkasan, tulis_teks
from buku_sop.views.dasar.ukuran import tulis_ukuran

_MEMUAT_NIP = (
    "Lembar ini untuk ditandatangani dan memuat NIP; yang terbit di situs tidak memuatnya."
)
_GALAT_LAIN = "Berkas SOP lain memuat galat; lihat `sop periksa`."


@click.command(
    cls=Perintah,
    help="Cetak lembar SOP ke .build/pdf/. ID: instansi/nama-sop, atau instansi: semua SOP-nya dan bukunya; "
    "bakunya semua SOP dan buku semua instansi.",
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--kertas", type=click.Choice([k.value for k in NamaKertas]), metavar="|".join(NamaKertas),
    help="Ukuran kertas. Bakunya pilihan instansi (`lembar: {kertas: …}`), atau a4.",
)  # fmt: skip
@click.option(
    "--arah", type=click.Choice([a.value for a in ArahKertas]), metavar="|".join(ArahKertas),
    help="Arah kertas. Bakunya pilihan instansi (`lembar: {arah: …}`), atau lanskap.",
)  # fmt: skip
@click.option(
    "--terbit", is_flag=True,
    help="Cetak yang boleh diterbitkan, tanpa NIP, ke .build/terbit/pdf/. Tanpa ini: lembar untuk ditandatangani.",
)  # fmt: skip
@click.pass_obj
def pdf(
    root: Path, ids: tuple[str, ...], kertas: str | None, arah: str | None, *, terbit: bool
) -> int:
    """Print; the exit status is 1 when what is to be printed has a galat or could not be printed.

    A galat in the file of an SOP that is not asked for stops no other sheet.
    """
    from buku_sop.adapters.lembar.printing import AssetError, PrintFailed, open_print_shop

    hasil = open_shown(root / DATA)
    dikenal = {s.id for s in hasil.handbook.sop}
    ada = dikenal | {id for id in ids if any(b.endswith(f"/{id}.yml") for b in hasil.dibaca)}
    kantor = [i.id for i in hasil.handbook.instansi if i.id in ids]
    if asing := sorted(set(ids) - ada - set(kantor)):
        raise click.UsageError(
            f"SOP tidak ada: {', '.join(asing)}. Contoh ID: {min(dikenal, default='-')}"
        )
    galat = [d for d in hasil.diagnostics if d.tingkat is Tingkat.GALAT]
    if penghalang := [d for d in galat if menghalangi(d, ids)]:
        click.echo(tulis_teks(penghalang, source_lines(root)), err=True)
        click.echo(ringkasan(hasil.diagnostics, len(dikenal)), err=True)
        click.echo("PDF tidak dibuat.", err=True)
        return 1
    dicetak = [s for s in hasil.handbook.sop if not ids or s.id in ids or s.instansi in kantor]
    diminta = {s.id for s in dicetak} if ids else None
    berbuku = [i for i in kantor if hasil.handbook.milik(i)] if ids else [""] * bool(dikenal)
    try:
        with alone(root, "sop pdf"):
            toko = open_print_shop(root, hasil, kertas, arah=arah, terbit=terbit)
            with tampilkan() as lapor:
                lembar = toko.cetak(diminta, lapor)
                buku = [v.file for i in berbuku for v in toko.buku(toko.milik(i, lapor), i, lapor)]
    except (AssetError, PrintFailed, NoPlace) as error:
        click.echo(str(error), err=True)
        return 1
    except OSError as error:
        click.echo(
            f"PDF tidak dapat disimpan: {error.filename or (root / BUILD).as_posix()} ({why(error)}).",
            err=True,
        )
        return 1
    if not terbit and _memuat_nip(hasil.handbook, dicetak, berbuku):
        click.echo(_MEMUAT_NIP, err=True)
    for satu in (*lembar.values(), *buku):
        click.echo(f"{satu.as_posix()} ({tulis_ukuran(satu.stat().st_size)})")
    if galat:
        click.echo(_GALAT_LAIN, err=True)
    return 0


def _memuat_nip(handbook: Handbook, sop: Sequence[Sop], buku: Sequence[str]) -> bool:
    """Whether a sheet, or the decree in a book, holds the NIP of an official."""
    sk = (i.buku.sk for i in handbook.instansi if "" in buku or i.id in buku)
    return any(tanpa_nip(s) != s for s in sop) or any(k and k.nip for k in sk)


def menghalangi(galat: Diagnostic, ids: tuple[str, ...]) -> bool:
    """Whether a galat stops what is asked for, by the ids of SOPs and offices: their files, or what they share."""
    folder, _, nama = galat.lokasi.berkas.rpartition("/")
    kantor = folder.rpartition("/")[2]
    if not ids or kantor == DATA or kantor in ids:
        return True
    if nama in NAMA_KANTOR:
        return any(id.startswith(f"{kantor}/") for id in ids)
    return f"{kantor}/{nama}".removesuffix(".yml") in ids
