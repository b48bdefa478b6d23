"""`sop rapikan`: puts files into the canonical form."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.places import DATA
from buku_sop.adapters.whole_files import drop_leftovers, why, write_whole
from buku_sop.loading.isi_data import MAX_BYTES, baca_terbatas, termasuk


@click.command(
    cls=Perintah,
    help="Rapikan berkas SOP: urutan kunci, tanda kutip, dan lipatan baris. Komentar dan isi tetap.",
)
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path, exists=False),
    help="Berkas atau folder. Bakunya semua berkas di sop_data/.",
)  # fmt: skip
@click.option(
    "--periksa", is_flag=True,
    help="Hanya sebutkan berkas yang akan berubah; gagal bila ada.",
)  # fmt: skip
@click.pass_obj
def rapikan(root: Path, paths: tuple[Path, ...], periksa: bool) -> int:
    """Tidy the files; the exit status is 1 where one could not be, or with --periksa should be."""
    from buku_sop.loading import rapikan as loading
    from buku_sop.views.dasar.diagnostik import terlihat

    berubah = gagal = jumlah = 0
    terkunci = list[OSError]()
    for berkas in _berkas(root / DATA, paths, terkunci):
        jumlah += 1
        try:
            lama, ukuran = baca_terbatas(berkas, MAX_BYTES)
            if ukuran > MAX_BYTES:
                raise loading.TakDapatDirapikan(f"lebih besar dari {MAX_BYTES // 1024} KB")
            baru = loading.rapikan(lama.decode("utf-8"), loading.bentuk_berkas(berkas.name))
            if baru.encode() == lama:
                continue
            if not periksa:
                drop_leftovers(berkas.parent)
                if berkas.read_bytes() != lama:
                    raise loading.TakDapatDirapikan("isinya berubah sementara dirapikan; ulangi")
                write_whole(berkas, baru.encode(), flush=True)
        except (loading.TakDapatDirapikan, UnicodeDecodeError, OSError) as error:
            gagal += 1
            click.echo(
                f"{terlihat(berkas.as_posix())}: tidak dirapikan; {_sebab(error)}.", err=True
            )
            continue
        berubah += 1
        click.echo(f"{terlihat(berkas.as_posix())}: {'akan berubah' if periksa else 'dirapikan'}")
    for satu in terkunci:
        gagal += 1
        nama = terlihat(str(satu.filename))
        click.echo(f"{nama}: folder ini tidak dapat dibuka ({why(satu)}).", err=True)
    kata = "akan berubah" if periksa else "dirapikan"
    click.echo(f"{jumlah} berkas: {berubah} {kata}, {gagal} tidak dapat dirapikan.")
    return int(bool(gagal or (periksa and berubah)))


def _berkas(data: Path, paths: Sequence[Path], terkunci: list[OSError]) -> Iterator[Path]:
    """Yield the YAML files of the paths, each once, and note the folders that cannot be opened.

    Raises click.UsageError for a path that is not there.
    """
    if not paths and not data.is_dir():
        raise click.UsageError(f"Folder {data.as_posix()} tidak ada. Pakai --folder.")
    hilang = [p.as_posix() for p in paths if not p.exists()]
    if hilang:
        raise click.UsageError(f"Tidak ada berkas atau folder: {', '.join(hilang)}")
    sudah = set[Path]()
    for path in paths or (data,):
        isi = sorted(_di_dalam(path, terkunci)) if path.is_dir() else [path]
        for berkas in isi:
            di_bawah = berkas.relative_to(path).parts if path.is_dir() else ()
            if termasuk(di_bawah) and _mungkin_berkas(berkas) and berkas.resolve() not in sudah:
                sudah.add(berkas.resolve())
                yield berkas


def _di_dalam(path: Path, terkunci: list[OSError]) -> Iterator[Path]:
    for folder, _, nama in os.walk(path, onerror=terkunci.append):
        yield from (Path(folder, satu) for satu in nama if satu.endswith(".yml"))


def _mungkin_berkas(path: Path) -> bool:
    """Whether it is a file, or cannot be looked at, which reading it will tell."""
    try:
        return path.is_file()
    except OSError:
        return True


def _sebab(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "berkas ini bukan teks UTF-8"
    if isinstance(error, OSError):
        return why(error)
    return str(error)
