"""`sop beda`: what changed in the procedures between two revisions."""

from __future__ import annotations

from pathlib import Path

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.result import write_result
from buku_sop.adapters.git.repository import Repository, open_repository
from buku_sop.adapters.git.run import GitFailed
from buku_sop.adapters.git.two_revisions import KERJA, RevisionComparison, compare_revisions
from buku_sop.adapters.places import DATA, LOOK
from buku_sop.views.beda.json import tulis_json
from buku_sop.views.beda.markdown import tulis_markdown
from buku_sop.views.beda.susun import tampilkan
from buku_sop.views.beda.tampil import BukuTampil
from buku_sop.views.beda.teks import tulis_teks

__all__ = ["beda"]

_BENTUK = ("teks", "markdown", "json", "html")


@click.command(
    cls=Perintah,
    help="Tunjukkan apa yang berubah dalam prosedur antara dua revisi git. BASE: revisi semula; "
    "HEAD: revisi sekarang, bakunya berkas di folder kerja.",
)
@click.argument("base", metavar="BASE")
@click.argument("head", metavar="[HEAD]", required=False, default="")
@click.option(
    "--format", "bentuk", type=click.Choice(_BENTUK), default="teks",
    metavar="|".join(_BENTUK), help="Bentuk keluaran. Bakunya teks.",
)  # fmt: skip
@click.option(
    "-o", "--keluaran", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Tulis ke berkas ini. Bakunya ke layar.",
)  # fmt: skip
@click.option(
    "--sejak-bercabang", is_flag=True,
    help="Bandingkan dengan titik HEAD bercabang dari BASE, bukan dengan BASE yang terbaru.",
)  # fmt: skip
@click.option("--kode-keluar", is_flag=True, help="Kode keluar 1 bila ada perbedaan.")
@click.pass_obj
def beda(
    root: Path,
    base: str,
    head: str,
    bentuk: str,
    keluaran: Path | None,
    sejak_bercabang: bool,
    kode_keluar: bool,
) -> int:
    """Compare two revisions; the exit status is 0, or 1 with --kode-keluar where they differ."""
    try:
        hasil = _bandingkan(open_repository(root), base, head, sejak_bercabang)
    except GitFailed as error:
        raise click.UsageError(str(error)) from None
    buku = tampilkan(
        hasil.beda,
        base,
        head or "berkas di folder kerja",
        hasil.revisi,
        hasil.galat_sebelum,
        hasil.galat_sesudah,
    )
    write_result(_susun(buku, bentuk), keluaran)
    return int(kode_keluar and (hasil.beda.ada or bool(hasil.beda.tak_terbanding)))


def _bandingkan(repo: Repository, base: str, head: str, bercabang: bool) -> RevisionComparison:
    dari, ke = repo.commit(base), repo.commit(head) if head else KERJA
    if bercabang:
        dari = repo.merge_base(dari, ke or repo.commit("HEAD"))
    return compare_revisions(repo, dari, ke, DATA)


def _susun(buku: BukuTampil, bentuk: str) -> str:
    match bentuk:
        case "markdown":
            return tulis_markdown(buku)
        case "json":
            return tulis_json(buku)
        case "html":
            from buku_sop.views.beda.html import tulis_html

            return tulis_html(buku, LOOK)
        case _:
            return tulis_teks(buku)
