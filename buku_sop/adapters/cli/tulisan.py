"""`sop tulisan`: by which key an office says a sentence of the interface otherwise."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.source_lines import source_lines
from buku_sop.model.tulisan import TULISAN, pisah_tempat
from buku_sop.setelan import buka_setelan
from buku_sop.views.dasar.diagnostik import terlihat, tulis_teks

_CARA = "\nUntuk menggantinya, tulis di mkdocs.yml, di bawah buku-sop:\n  tulisan:\n    {kunci}: …"


@click.command(
    cls=Perintah,
    help="Cari kunci tulisan antarmuka, untuk diganti di `tulisan` pada mkdocs.yml. KATA ialah sebagian kalimat yang "
    "terlihat di halaman; tanpa KATA semuanya ditulis.",
)
@click.argument("kata", nargs=-1, metavar="[KATA]...")
@click.option("--beda", is_flag=True, help="Hanya yang diganti buku ini, di samping bakunya.")
@click.pass_obj
def tulisan(root: Path, kata: tuple[str, ...], beda: bool) -> int:
    """Write keys with their texts; 1 where nothing says what was asked for."""
    sendiri = _milik_buku(root)
    dicari = " ".join(kata)
    semua = cari_tulisan(dicari, sendiri)
    if beda:
        semua = [k for k in semua if k in sendiri]
    for kunci in semua:
        click.echo(f"{kunci} = {terlihat(sendiri.get(kunci, TULISAN[kunci]))}")
        if kunci in sendiri:
            click.echo(f"  bakunya: {TULISAN[kunci]}")
    if not semua:
        click.echo(_tidak_ada(dicari, beda), err=True)
        return 1
    if dicari and not beda:
        click.echo(_CARA.format(kunci=semua[0]), err=True)
    return 0


def _milik_buku(root: Path) -> dict[str, str]:
    """Read what the handbook says otherwise; what is wrong there is told, and left out."""
    berkas = root / "mkdocs.yml"
    if not berkas.is_file():
        return {}
    hasil = buka_setelan(berkas, os.environ)
    if hasil.diagnostics:
        click.echo(tulis_teks(hasil.diagnostics, source_lines(root)), err=True)
    return dict(hasil.setelan.tulisan)


def cari_tulisan(dicari: str, sendiri: Mapping[str, str]) -> list[str]:
    """Name the keys of the texts that somebody may mean, the closest first; `sendiri` is what the office says."""
    semua = {k: _kecocokan(dicari, k, t, sendiri.get(k, "")) for k, t in TULISAN.items()}
    return [k for _, k in sorted(((n, k) for k, n in semua.items() if n), key=lambda x: x[0])]


def _kecocokan(dicari: str, kunci: str, *teks: str) -> tuple[int, int] | None:
    """Rank how a text is what somebody sees, the closest first; its places may hold anything. None where it is not."""
    dicari = _rata(dicari)
    kata = re.findall(r"[^\W\d]+", dicari)
    if not dicari or dicari in kunci:
        return 0, 0
    for satu in filter(None, map(_rata, teks)):
        pisah = pisah_tempat(satu)[::2]
        huruf = len(re.findall(r"[^\W\d]", "".join(pisah)))
        if dicari in satu:
            return 1, huruf
        if huruf > 2 and re.fullmatch("(.+)".join(map(re.escape, pisah)) + r"\W*", dicari):
            return 2, -huruf
        if kata and all(k in satu for k in kata):
            return 3, huruf
    return None


def _rata(teks: str) -> str:
    return " ".join(teks.casefold().split())


def _tidak_ada(dicari: str, beda: bool) -> str:
    if beda:
        return "Buku ini tidak mengganti tulisan antarmuka" + (" itu." if dicari else ".")
    return (
        f"Tidak ada tulisan antarmuka yang memuat “{terlihat(dicari)}”. Tulis sebagian katanya saja, misalnya satu atau "
        "dua kata. Label isian SOP, kolom tabel, dan temuan pemeriksaan tidak termasuk."
    )
