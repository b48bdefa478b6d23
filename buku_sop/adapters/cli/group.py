"""The `sop` command, for people at a terminal: its group, and what its commands share."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from buku_sop import VERSI
from buku_sop.adapters.cli.indonesian_click import Grup, jalankan, keluar
from buku_sop.adapters.cli.whole_handbook import harus_ada, laporkan
from buku_sop.adapters.places import DATA

if TYPE_CHECKING:  # loading the models takes longer than saying how a command is used
    from buku_sop.adapters.unchanged import Unchanged

DI_MODUL = {
    "banding": "buku_sop.adapters.cli.banding:banding",
    "baru": "buku_sop.adapters.cli.baru:baru",
    "beda": "buku_sop.adapters.cli.beda:beda",
    "bentuk": "buku_sop.adapters.cli.bentuk:bentuk",
    "ekspor": "buku_sop.adapters.cli.ekspor:ekspor",
    "formulir": "buku_sop.adapters.cli.formulir:formulir",
    "ganti-nama": "buku_sop.adapters.cli.ganti_nama:ganti_nama",
    "halaman": "buku_sop.adapters.cli.halaman:halaman",
    "impor": "buku_sop.adapters.cli.impor:impor",
    "luring": "buku_sop.adapters.cli.luring:luring",
    "mulai": "buku_sop.adapters.cli.mulai:mulai",
    "pdf": "buku_sop.adapters.cli.pdf:pdf",
    "perbarui": "buku_sop.adapters.cli.perbarui:perbarui",
    "periksa": "buku_sop.adapters.cli.periksa:periksa",
    "pratinjau": "buku_sop.adapters.cli.pratinjau:pratinjau",
    "perbarui-rujukan": "buku_sop.adapters.cli.perbarui_rujukan:perbarui_rujukan",
    "rapikan": "buku_sop.adapters.cli.rapikan:rapikan",
    "sajikan": "buku_sop.adapters.cli.sajikan:sajikan",
    "sunting": "buku_sop.adapters.cli.sunting:sunting",
    "terima": "buku_sop.adapters.cli.terima:terima",
    "skema": "buku_sop.adapters.cli.skema:skema",
    "tulisan": "buku_sop.adapters.cli.tulisan:tulisan",
}
"""Commands with a module of their own, which is loaded when they are used."""
_DI_LUAR_BUKU = ("mulai", "perbarui", "skema", "tulisan")
"""Commands that need no handbook of a form that this version knows."""


def _sebut_versi(ctx: click.Context, _: click.Parameter, diminta: bool) -> None:
    if diminta:
        click.echo(f"Buku SOP {VERSI}")
        ctx.exit()


@click.group(cls=Grup, di_modul=DI_MODUL, help="Buku SOP: periksa berkas SOP dan buat situsnya.")
@click.option(
    "--folder",
    "root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="FOLDER",
    help="Folder buku, yang memuat sop_data/. Bakunya folder ini.",
)
@click.option(
    "--versi",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_sebut_versi,
    help="Sebutkan versi program ini.",
)
@click.pass_context
def sop(ctx: click.Context, root: Path) -> None:
    """Hold what all commands share: the root of the handbook."""
    ctx.obj = root
    if ctx.invoked_subcommand not in _DI_LUAR_BUKU and (root / ".buku-sop.json").exists():
        from buku_sop.adapters.proyek.catatan import terlalu_baru

        if sebab := terlalu_baru(root):
            raise click.UsageError(sebab)
    _pulihkan(root, (root / "site").absolute())


def _pulihkan(root: Path, situs: Path) -> None:
    """Bring back a site that a killed build had taken away already; asking costs next to nothing."""
    if situs.is_symlink():
        situs = situs.parent / situs.readlink()
    if situs.exists() or not os.path.lexists(situs.with_name(f"{situs.name}.sop-lama")):
        return
    from buku_sop.adapters.alone import alone_now
    from buku_sop.adapters.exchange import repair

    with alone_now(root) as sendiri:
        if sendiri and repair(situs):
            click.echo("Situs yang lama dikembalikan; pembuatan sebelumnya terhenti.", err=True)


@sop.command(
    help="Buat situs di site/. Situs lama tetap ada bila gagal, dan tidak dibuat lagi bila tidak ada yang berubah."
)
@click.option(
    "--ulang", is_flag=True, help="Buat semuanya lagi, tanpa hasil yang disimpan di .build/simpan/."
)
@click.pass_obj
def situs(root: Path, ulang: bool) -> int:
    """Build the site; a galat in the data or a failed build leaves the previous site as it was."""
    from buku_sop.adapters.unchanged import Unchanged

    harus_ada(root / DATA)
    known = Unchanged(root, root / "site", {})
    if not ulang and (kabar := known.holds()) is not None:
        click.echo(f"{kabar}\nTidak ada yang berubah sejak situs dibuat; situs yang lama dipakai.")
        click.echo(f"Situs siap: {(root / 'site' / 'index.html').as_posix()}")
        return 0
    return _buat_situs(root, known, ulang)


def _buat_situs(root: Path, known: Unchanged, ulang: bool) -> int:
    from buku_sop.adapters.kemajuan import tampilkan
    from buku_sop.adapters.kept import KEEP_NOTHING
    from buku_sop.adapters.mkdocs.build_site import BuildFailed, build_site
    from buku_sop.adapters.unchanged import SAID

    with TemporaryDirectory() as sementara:
        kabar = Path(sementara) / "kabar"

        def selesai() -> None:
            told = kabar.read_text(encoding="utf-8") if kabar.exists() else ""
            known.said = (told + tanpa_riwayat(root)).strip()
            known.record()

        pilihan = {SAID: str(kabar), **({KEEP_NOTHING: "1"} if ulang else {})}
        try:
            with tampilkan() as lapor:
                tujuan = build_site(root, pilihan, after=selesai, lapor=lapor)
        except BuildFailed as error:
            return _gagal(root, error)
    if known.said:
        click.echo(known.said)
    click.echo(f"Situs siap: {(tujuan / 'index.html').as_posix()}")
    return 0


def _gagal(root: Path, error: Exception) -> int:
    """Say why a site was not built: what is wrong with the data, or else what the build said."""
    from buku_sop.adapters.cli.opening import open_shown

    hasil = open_shown(root / DATA)
    if hasil.gagal:
        laporkan(hasil, root)
    else:
        click.echo(str(error), err=True)
    click.echo("Situs tidak dibuat; situs yang lama tidak diubah.", err=True)
    return 1


def tanpa_riwayat(root: Path) -> str:
    """Say, on a line of its own, that the history is missing from what was built though the clone has one."""
    from buku_sop.adapters.git.repository import history_obstacle

    sebab = history_obstacle(root)
    return f"\nRiwayat perubahan tidak ikut. {sebab}" if sebab else ""


def main() -> None:
    """Run the command line.

    A handbook is many small values that live until the end: looking through them for garbage again and again
    took a third of the time of a check, and doing so once more at the end would serve nobody.
    """
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)
    for keluaran in (sys.stdout, sys.stderr):
        if isinstance(keluaran, TextIOWrapper):
            keluaran.reconfigure(errors="replace")  # a terminal may lack letters that a name has
    status = jalankan(sop)
    gc.freeze()
    keluar(status)
