"""`sop perbarui`: moves the project of a handbook to the installed version, after saying what will change."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.wawancara import satu_baris
from buku_sop.adapters.whole_files import why

if TYPE_CHECKING:
    from buku_sop.adapters.proyek.perbarui import Pembaruan, Ubahan
    from buku_sop.adapters.proyek.rencana import Forge

_BANYAK = 8
"""Files of one kind that are named; of more their folders are."""


@click.command(
    cls=Perintah,
    help="Pindahkan folder buku ini ke versi program yang terpasang. Yang akan berubah ditampilkan dulu; tulisan Anda "
    "tidak disentuh.",
)
@click.option("--ya", is_flag=True, help="Lakukan tanpa bertanya.")
@click.option("--lihat", is_flag=True, help="Tampilkan saja; tidak ada yang diubah.")
@click.option("--rinci", is_flag=True, help="Tampilkan juga baris yang berubah di setiap berkas.")
@click.option(
    "--forge", type=click.Choice(("github", "gitlab", "forgejo", "tidak")), metavar="NAMA",
    help="Ganti tempat menyimpan bersama: github, gitlab, forgejo, tidak. Bakunya seperti sekarang.",
)  # fmt: skip
@click.option("--roda", type=click.Path(path_type=Path, dir_okay=False, exists=True), hidden=True)
@click.pass_obj
def perbarui(
    root: Path, forge: Forge | None, roda: Path | None, *, ya: bool, lihat: bool, rinci: bool
) -> int:
    """Show what an upgrade changes, ask, and do it; `roda` is the wheel to move to, this program's unless given."""
    from buku_sop.adapters.proyek.catatan import CatatanRusak
    from buku_sop.adapters.proyek.perbarui import TakDapatDiperbarui, rencanakan
    from buku_sop.adapters.proyek.roda import TanpaRoda, dari_nama, roda_ini

    try:
        pembaruan = rencanakan(root, dari_nama(roda) if roda else roda_ini(), forge)
    except (TakDapatDiperbarui, CatatanRusak, TanpaRoda) as error:
        click.echo(f"{error}", err=True)
        return 1
    except OSError as error:
        click.echo(f"{error.filename} tidak dapat dibaca: {why(error)}.", err=True)
        return 1
    if not pembaruan.perlu:
        click.echo(f"Buku ini sudah versi {pembaruan.ke}; tidak ada yang perlu diubah.")
        _perhatian(pembaruan)
        return 0
    click.echo(f"Dari versi {pembaruan.dari} ke {pembaruan.ke}:")
    for baris in _uraian(root, pembaruan, rinci=rinci):
        click.echo(baris)
    _perhatian(pembaruan)
    if lihat:
        return 0
    return _lakukan(root, pembaruan) if ya or _setuju() else 1


def _setuju() -> bool:
    if not sys.stdin.isatty():
        click.echo(
            "\nBelum ada yang diubah. Tanpa terminal, setujui dengan: sop perbarui --ya", err=True
        )
        return False
    jawab = satu_baris(
        click.prompt("\nLakukan? (y = ya, Enter = tidak)", default="", show_default=False)
    )
    if jawab.casefold() in ("y", "ya"):
        return True
    click.echo("Tidak ada yang diubah.")
    return False


def _lakukan(root: Path, pembaruan: Pembaruan) -> int:
    from buku_sop.adapters.proyek.lakukan import lakukan

    try:
        lakukan(root, pembaruan)
    except OSError as error:
        click.echo(
            f"Berhenti di tengah: {error.filename} tidak dapat ditulis: {why(error)}. Jalankan lagi untuk meneruskan.",
            err=True,
        )
        return 1
    click.echo(f"\nSelesai: versi {pembaruan.ke}. Periksa hasilnya:")
    click.echo("  mulai.bat situs" if sys.platform == "win32" else "  sh mulai.sh situs")
    return 0


def _perhatian(pembaruan: Pembaruan) -> None:
    for satu in pembaruan.perhatian:
        click.echo(f"\nPerhatikan: {satu}")


def _uraian(root: Path, pembaruan: Pembaruan, *, rinci: bool) -> Iterator[str]:
    """Say what happens, in words; of the office's own files also the lines."""
    from buku_sop.adapters.proyek.perbarui import Tindakan, menurut_tindakan

    for tindakan, milik in menurut_tindakan(pembaruan.ubahan).items():
        yield f"\n{tindakan}:"
        if tindakan is Tindakan.UBAH or (rinci and any(u.isi for u in milik)):
            for satu in milik:
                yield _baris(satu)
                yield from _beda(root, satu, rinci=rinci)
        else:
            yield from _daftar(milik)


def _daftar(milik: Sequence[Ubahan]) -> Iterator[str]:
    if len(milik) <= _BANYAK:
        yield from map(_baris, milik)
        return
    folder: dict[str, int] = {}
    for satu in milik:
        kepala, ada, _ = satu.path.partition("/")
        folder[kepala + ada] = folder.get(kepala + ada, 0) + 1
    for nama, banyak in folder.items():
        yield f"  {nama} ({banyak} berkas)" if nama.endswith("/") else f"  {nama}"


def _baris(satu: Ubahan) -> str:
    return f"  {satu.path} → {satu.tujuan}" if satu.tujuan else f"  {satu.path}"


def _beda(root: Path, satu: Ubahan, *, rinci: bool) -> Iterator[str]:
    """Yield the lines that change; many that go are counted unless all is asked for."""
    berkas = root / satu.path
    lama = berkas.read_bytes() if berkas.is_file() else b""
    if satu.isi is None or b"\0" in lama or b"\0" in satu.isi:
        return
    from buku_sop.views.dasar.diagnostik import terlihat

    dulu, kini = (isi.decode(errors="replace").splitlines() for isi in (lama, satu.isi))
    beda = list(difflib.unified_diff(dulu, kini, lineterm="", n=0))[2:]
    beda = [b for b in beda if not b.startswith("@@")]
    hilang = sum(b.startswith("-") for b in beda)
    if hilang > _BANYAK and not rinci:
        beda = [b for b in beda if b.startswith("+")]
        yield f"    {hilang} baris yang hanya mengulang bawaan program tidak ditulis lagi (--rinci menampilkannya)"
    for baris in beda:
        yield terlihat(f"    {baris}")
