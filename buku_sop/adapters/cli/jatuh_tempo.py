"""`sop periksa --jatuh-tempo`: which reviews are overdue or due soon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from buku_sop.adapters.cli.opening import open_shown
from buku_sop.analysis.tinjauan import Jadwal, susun_jadwal
from buku_sop.handbook import Hasil
from buku_sop.views.tinjauan.teks import Daftar, tulis_json, tulis_markdown, tulis_teks
from buku_sop.views.tinjauan.tinjauan import HARI_DEKAT

__all__ = ["HARI_DEKAT", "daftar_jatuh_tempo"]

_BENTUK = {"teks": tulis_teks, "json": tulis_json, "markdown": tulis_markdown}


def daftar_jatuh_tempo(
    data: Path, paths: Sequence[Path], bentuk: str, hari: int, per: date | None, *, ketat: bool
) -> int:
    """List the reviews of the SOPs in `paths`, or of all.

    The exit status is 1 only with `ketat`, when one is overdue. Raises click.UsageError for a form that has no
    list of reviews, or a path outside the handbook.
    """
    if bentuk not in _BENTUK:
        raise click.UsageError(f"Daftar jatuh tempo tidak dapat ditulis dalam bentuk {bentuk}.")
    if not data.is_dir():
        raise click.UsageError(f"Folder {data.as_posix()} tidak ada. Pakai --folder.")
    hasil = open_shown(data, per)
    if hasil.gagal:
        click.echo(
            "Ada berkas yang salah dan mungkin tidak ikut dihitung; jalankan `sop periksa`.",
            err=True,
        )
    jadwal = _pilih(susun_jadwal(hasil.handbook, hasil.hari_ini), hasil, data, paths)
    daftar = Daftar(hasil.handbook, jadwal, jadwal.dekat(hari), hari, hasil.berkas)
    if teks := _BENTUK[bentuk](daftar):
        click.echo(teks)
    return int(ketat and daftar.lewat > 0)


def _pilih(jadwal: Jadwal, hasil: Hasil, data: Path, paths: Sequence[Path]) -> Jadwal:
    """Keep the SOPs whose files lie in the paths."""
    if not paths:
        return jadwal
    dipilih = [_di_dalam(data, p) for p in paths]
    kenal = {
        id for id, berkas in hasil.berkas.items()
        if any((data.parent / berkas).resolve().is_relative_to(p) for p in dipilih)
    }  # fmt: skip
    return replace(
        jadwal,
        tinjauan=tuple(t for t in jadwal.tinjauan if t.sop in kenal),
        tanpa_tanggal=tuple(id for id in jadwal.tanpa_tanggal if id in kenal),
        dikecualikan={id: alasan for id, alasan in jadwal.dikecualikan.items() if id in kenal},
    )


def _di_dalam(data: Path, path: Path) -> Path:
    if not path.exists():
        raise click.UsageError(f"Tidak ada berkas atau folder: {path.as_posix()}")
    penuh = path.resolve()
    if not penuh.is_relative_to(data.resolve()):
        raise click.UsageError(f"{path.as_posix()} tidak berada di dalam {data.as_posix()}.")
    return penuh
