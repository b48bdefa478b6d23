"""`sop mulai`: asks what a handbook of one's own needs and writes its project, whole or not at all."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.konsep import Konsep
from buku_sop.adapters.cli.mulai_konsep import konsep_untuk
from buku_sop.adapters.cli.mulai_tanya import Penanya, Pilihan
from buku_sop.adapters.cli.tanya_sop import LANGKAH
from buku_sop.adapters.whole_files import why

if TYPE_CHECKING:
    from buku_sop.adapters.proyek.rencana import Rencana

_FORGE = ("github", "gitlab", "forgejo", "tidak")


@click.command(
    cls=Perintah,
    help="Buat buku SOP instansi sendiri di folder baru. Yang tidak disebut sebagai pilihan ditanyakan di terminal; "
    "tanpa terminal tidak ada yang ditanyakan, dan yang dianggap disebutkan.",
)
@click.option("--roda", type=click.Path(path_type=Path, dir_okay=False, exists=True), hidden=True)
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option(
    "--instansi", multiple=True, metavar="NAMA", help="Nama lengkap instansi; boleh berulang."
)
@click.option(
    "--pemerintah",
    metavar="NAMA",
    help="Pemerintah yang menaungi, misalnya Pemerintah Kabupaten Contoh.",
)
@click.option(
    "--logo", type=click.Path(path_type=Path, dir_okay=False), metavar="BERKAS",
    help="Logo: SVG, PNG, atau JPG.",
)  # fmt: skip
@click.option(
    "--warna", metavar="UTAMA[,AKSEN]", help='Warna, misalnya "#0b5394" atau "#0b5394,#b45f06".'
)
@click.option(
    "--forge", type=click.Choice(_FORGE),
    help=f"Tempat menyimpan bersama: {', '.join(_FORGE)}.", metavar="NAMA",
)  # fmt: skip
@click.option("--sop", "nama_sop", metavar="NAMA", help="Nama SOP pertama.")
@click.option(
    "--pelaksana", multiple=True, metavar="TEKS", help="Pelaksana SOP pertama; boleh berulang."
)
@click.option(
    "--langkah", multiple=True, metavar="TEKS",
    help=f"Langkah SOP pertama, boleh berulang: {LANGKAH}. Waktu dan output boleh tidak ada.",
)  # fmt: skip
def mulai(folder: Path, logo: Path | None, roda: Path | None, **pilihan: Any) -> int:
    """Write a new project; a place where anything stands is refused before the first question.

    `roda` is the wheel that it is to be built with, this program itself unless given.
    """
    from buku_sop.adapters.proyek.tulis import TidakKosong, harus_kosong

    try:
        harus_kosong(folder)
    except TidakKosong as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.UsageError(f"{folder.as_posix()} tidak dapat dibuka: {why(error)}.") from error
    diberi = Pilihan(logo=str(logo.absolute()) if logo else None, **pilihan)
    konsep = konsep_untuk(folder, asdict(diberi), lanjut=diberi == Pilihan())
    try:
        rencana = Penanya(konsep).rencana()
    except (click.Abort, KeyboardInterrupt):
        if konsep.berkas:
            click.echo(f"\nJawaban disimpan. Lanjutkan dengan: sop mulai {_kutip(folder)}")
        raise
    return _tulis(folder, rencana, konsep, roda)


def _tulis(folder: Path, rencana: Rencana, konsep: Konsep, roda: Path | None) -> int:
    from buku_sop.adapters.proyek.baru import buat_proyek
    from buku_sop.adapters.proyek.roda import TanpaRoda, dari_nama
    from buku_sop.adapters.proyek.tulis import TidakKosong

    hari_ini = date.today()  # noqa: DTZ011 (the day where the person sits)
    try:
        berkas = buat_proyek(folder, rencana, hari_ini, dari_nama(roda) if roda else None)
    except (TidakKosong, TanpaRoda) as error:
        click.echo(f"{error} Tidak ada yang dibuat.", err=True)
        return 1
    except OSError as error:
        click.echo(
            f"{folder.as_posix()} tidak dapat ditulis: {why(error)}. Tidak ada yang dibuat.",
            err=True,
        )
        return 1
    konsep.hapus()
    _selesai(folder, rencana, berkas)
    return 0


def _selesai(folder: Path, rencana: Rencana, berkas: int) -> None:
    """Say what was made, and the next two commands."""
    from buku_sop.adapters.proyek.milik_kantor import berkas_sop

    click.echo(f"\nBuku dibuat di {folder.as_posix()} ({berkas} berkas).")
    if rencana.sop:
        click.echo(f"SOP pertama: {(folder / berkas_sop(rencana)).as_posix()}")
    else:
        click.echo("Belum ada SOP; buat yang pertama di folder itu dengan: sop baru")
    click.echo("\nBerikutnya:")
    if folder.resolve() != Path.cwd():
        click.echo(f"  cd {_kutip(folder)}")
    click.echo(f"  {_perintah_buka()}")
    click.echo("\nBuku terbuka di peramban. Penjelasan selanjutnya ada di README.md folder itu.")


def _perintah_buka() -> str:
    """Name the command that opens the handbook: this program where it stays installed, else the start file."""
    sementara = any(nama in Path(sys.prefix).parts for nama in ("pipx", "uv", ".cache", "cache"))
    if not sementara:
        return "sop sajikan --buka"
    return "mulai.bat" if sys.platform == "win32" else "sh mulai.sh"


def _kutip(folder: Path) -> str:
    """Quote a path for the shell that people have: PowerShell and cmd take double quotes."""
    import shlex

    teks = str(folder)
    if sys.platform == "win32":
        return f'"{teks}"' if " " in teks else teks
    return shlex.quote(teks)
