"""`sop ganti-nama`: gives an SOP another name, wherever it stands."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from buku_sop.adapters.cli.indonesian_click import Perintah, setuju
from buku_sop.adapters.cli.opening import open_shown
from buku_sop.adapters.places import DATA
from buku_sop.adapters.whole_files import why, write_all, write_whole
from buku_sop.ganti_nama import ganti_nama as ganti
from buku_sop.ganti_nama import yang_menyebut
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, buka
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.views.dasar.diagnostik import terlihat


@click.command(
    "ganti-nama",
    cls=Perintah,
    help="Ganti nama SOP, di berkasnya dan di setiap SOP yang menyebutnya. SOP: id seperti instansi/nama-berkas.",
)
@click.argument("sop", metavar="SOP")
@click.argument("nama", metavar="NAMA_BARU")
@click.option("--ya", is_flag=True, help="Tulis tanpa bertanya.")
@click.pass_obj
def ganti_nama(root: Path, sop: str, nama: str, *, ya: bool) -> int:
    """Show which lines change, ask, and write all files or none."""
    data = root / DATA
    hasil = open_shown(data)
    id = sop.removesuffix(".yml")
    if id not in hasil.berkas:
        dekat = difflib.get_close_matches(id, hasil.berkas, n=1)
        usul = f" Mungkin {dekat[0]}?" if dekat else ""
        raise click.UsageError(f"Tidak ada SOP {terlihat(sop)}.{usul}")
    berkas = {
        satu: data / f"{satu}.yml" for satu in yang_menyebut(hasil.handbook, hasil.keterkaitan, id)
    }
    try:
        lama = {satu: path.read_bytes() for satu, path in berkas.items()}
        naskah = {satu: _naskah(satu, isi) for satu, isi in lama.items()}
        baru = ganti(hasil.handbook, naskah, id, nama)
    except OSError as error:
        raise click.ClickException(f"Berkas tidak terbaca: {why(error)}.") from error
    except TakDapatDisunting as error:
        raise click.ClickException(f"Nama tidak diganti: {error}.") from error
    berubah = {satu: p for satu, p in baru.items() if p.suntingan}
    if not berubah:
        click.echo("SOP itu sudah bernama demikian; tidak ada yang berubah.")
        return 0
    for satu, perubahan in berubah.items():
        click.echo(terlihat(berkas[satu].as_posix()))
        for baris in _beda(naskah[satu], perubahan):
            click.echo(f"  {terlihat(baris)}")
    if not ya and not setuju("Tulis perubahan ini?"):
        click.echo("Tidak ada yang ditulis.")
        return 1
    urut = sorted(berubah, key=lambda satu: satu == id)
    _tulis({berkas[s]: (lama[s], berubah[s].naskah.tertulis.encode()) for s in urut})
    click.echo(f"{len(berubah)} berkas ditulis.")
    return 0


def _naskah(id: str, isi: bytes) -> Naskah:
    try:
        return buka(f"{id}.yml", isi.decode("utf-8"))
    except (UnicodeDecodeError, TakDapatDisunting) as error:
        sebab = "bukan teks UTF-8" if isinstance(error, UnicodeDecodeError) else error
        raise TakDapatDisunting(f"{id}.yml: {sebab}") from error


def _beda(naskah: Naskah, perubahan: Perubahan) -> Iterator[str]:
    lama, baru = naskah.teks.splitlines(), perubahan.naskah.teks.splitlines()
    for baris in difflib.unified_diff(lama, baru, lineterm="", n=0):
        if baris[:1] in "+-" and not baris.startswith(("---", "+++")):
            yield f"{baris[0]} {baris[1:].strip()}"


def _tulis(berkas: Mapping[Path, tuple[bytes, bytes]]) -> None:
    """Write all or none: a full disk changes nothing, and what was written is put back when a later file cannot be.

    The SOP's own file comes last: after a kill between two of them it still has its old name, by which the same command
    finds whatever is left.
    """
    for path, (lama, _) in berkas.items():
        if path.read_bytes() != lama:
            raise click.ClickException(
                f"{terlihat(path.as_posix())} berubah sementara itu; ulangi."
            )
    try:
        write_all({path: baru for path, (_, baru) in berkas.items()})
    except OSError as error:
        _kembalikan(berkas)
        pesan = f"Tidak dapat menulis ({why(error)}); semua berkas tetap seperti semula."
        raise click.ClickException(pesan) from error


def _kembalikan(berkas: Mapping[Path, tuple[bytes, bytes]]) -> None:
    """Put back what was written already. Raises click.ClickException where it cannot be, naming the file."""
    for path, (lama, baru) in berkas.items():
        try:
            if path.read_bytes() == baru:
                write_whole(path, lama, flush=True)
        except OSError as error:
            raise click.ClickException(
                f"{terlihat(path.as_posix())} sudah bernama baru dan tidak dapat dikembalikan ({why(error)}). "
                "Jalankan perintah yang sama lagi untuk menyelesaikannya."
            ) from error
