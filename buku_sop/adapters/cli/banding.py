"""`sop banding`: SOPs of the same name in several offices, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from buku_sop.adapters.cari.roots_for_banding import akar_kata
from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.opening import open_shown
from buku_sop.adapters.cli.result import write_result
from buku_sop.adapters.places import DATA, LOOK
from buku_sop.analysis.banding.banding import bandingkan
from buku_sop.analysis.banding.kelompok import Kelompok, daftar_kelompok, nama_bersama
from buku_sop.analysis.dasar_hukum.dasar_hukum import susun_dasar_hukum
from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.model import Handbook, Sop
from buku_sop.views.banding.json import tulis_json, tulis_kelompok_json
from buku_sop.views.banding.markdown import tulis_kelompok_md, tulis_markdown
from buku_sop.views.banding.susun import tampilkan_banding
from buku_sop.views.banding.tampil import BandingTampil
from buku_sop.views.banding.teks import tulis_kelompok, tulis_teks
from buku_sop.views.dasar.diagnostik import ringkasan

__all__ = ["banding"]

"""Those of this program, and never those of the folder that is compared: a template can do anything."""
_BENTUK = ("teks", "markdown", "json", "html")


@click.command(
    cls=Perintah,
    help="Sandingkan SOP bernama sama dari beberapa instansi. NAMA: nama SOP; ID: instansi/nama-sop, "
    "satu untuk kelompoknya atau beberapa untuk dibandingkan. Tanpa keduanya: daftar kelompok yang ada.",
)
@click.argument("dicari", nargs=-1, metavar="[NAMA|ID]...")
@click.option(
    "--format", "bentuk", type=click.Choice(_BENTUK), default="teks",
    metavar="|".join(_BENTUK), help="Bentuk keluaran. Bakunya teks.",
)  # fmt: skip
@click.option(
    "-o", "--keluaran", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Tulis ke berkas ini. Bakunya ke layar.",
)  # fmt: skip
@click.pass_obj
def banding(root: Path, dicari: tuple[str, ...], bentuk: str, keluaran: Path | None) -> int:
    """Compare SOPs; the exit status is 0, or 1 where files of the handbook could not be read."""
    if not (root / DATA).is_dir():
        raise click.UsageError(
            f"Folder {(root / DATA).as_posix()} tidak ada. Jalankan dari folder buku, atau pakai --folder."
        )
    hasil = open_shown(root / DATA)
    buku = hasil.handbook
    semua = daftar_kelompok(buku)
    if dicari:
        judul, ids = _pilih(dicari, buku, semua)
        facts = bandingkan(buku, ids, akar_kata(_sop(buku, ids)), susun_dasar_hukum(buku))
        isi = _susun(tampilkan_banding(judul, facts, buku), bentuk)
    else:
        isi = _daftar(semua, buku, bentuk)
    write_result(isi, keluaran)
    if hasil.gagal:
        click.echo(ringkasan(hasil.diagnostics, len(buku.sop)), err=True)
        click.echo("Yang tidak terbaca tidak ikut dibandingkan.", err=True)
    return int(hasil.gagal)


def _pilih(
    dicari: Sequence[str], buku: Handbook, semua: Sequence[Kelompok]
) -> tuple[str, Sequence[str]]:
    """Find what is meant: several SOPs by id, the group of one, or a group by one of its names."""
    ids = list(dict.fromkeys(d.strip().strip("/") for d in dicari))
    dikenal = [id for id in ids if buku.cari_sop(id)]
    if len(dikenal) == len(ids) > 1:
        return nama_bersama(_sop(buku, ids)), ids
    if len(ids) > 1 and all("/" in id for id in ids):
        asing = ", ".join(sorted(set(ids) - set(dikenal)))
        raise click.UsageError(f"SOP tidak ada: {asing}.")
    for satu in semua:
        if ids[0] in satu.sop and len(ids) == 1:
            return satu.nama, satu.sop
    if dikenal and len(ids) == 1:
        raise click.UsageError(f"SOP {ids[0]} tidak punya padanan di instansi lain.")
    kunci = kunci_nama(" ".join(dicari))
    for satu in semua:
        nama = (n for s in _sop(buku, satu.sop) for n in (s.nama, *s.nama_lain))
        if kunci and kunci in map(kunci_nama, nama):
            return satu.nama, satu.sop
    pilihan = f" Yang ada: {'; '.join(k.nama for k in semua[:5])}." if semua else ""
    raise click.UsageError(
        f"Tidak ada SOP bernama {' '.join(dicari)} di lebih dari satu instansi.{pilihan}"
    )


def _sop(buku: Handbook, ids: Sequence[str]) -> list[Sop]:
    return [s for id in ids if (s := buku.cari_sop(id))]


def _susun(b: BandingTampil, bentuk: str) -> str:
    match bentuk:
        case "markdown":
            return tulis_markdown(b)
        case "json":
            return tulis_json(b)
        case "html":
            from buku_sop.views.banding.html import tulis_html

            return tulis_html(b, LOOK)
        case _:
            return tulis_teks(b)


def _daftar(semua: tuple[Kelompok, ...], buku: Handbook, bentuk: str) -> str:
    match bentuk:
        case "markdown":
            return tulis_kelompok_md(semua, buku)
        case "json":
            return tulis_kelompok_json(semua)
        case "html":
            raise click.UsageError("Sebutkan NAMA atau ID untuk halaman HTML.")
        case _:
            return tulis_kelompok(semua, buku)
