"""`sop formulir`: print the forms around SOPs, filled from the data."""

from __future__ import annotations

from pathlib import Path

import click

from buku_sop.adapters.alone import BUILD, NoPlace, alone
from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.opening import open_shown
from buku_sop.adapters.cli.pdf import menghalangi
from buku_sop.adapters.places import DATA
from buku_sop.adapters.source_lines import source_lines
from buku_sop.adapters.whole_files import why
from buku_sop.diagnostics import Tingkat
from buku_sop.handbook import Hasil
from buku_sop.model import JenisFormulir, NamaKertas
from buku_sop.views.dasar.diagnostik import ringkasan, tulis_teks
from buku_sop.views.dasar.ukuran import tulis_ukuran

_JENIS = [j.value for j in JenisFormulir]
_BERHASIL = (JenisFormulir.MONITORING, JenisFormulir.EVALUASI)
"""Forms whose results are recorded in `riwayat`."""


@click.command(
    cls=Perintah,
    help="Cetak formulir ke .build/formulir/. ID: instansi, atau instansi/nama-sop; bakunya semua.",
)
@click.argument(
    "jenis", type=click.Choice(_JENIS), metavar="JENIS",
    help=f"Salah satu: {', '.join(_JENIS)}.",
)  # fmt: skip
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--kertas", type=click.Choice([k.value for k in NamaKertas]), metavar="|".join(NamaKertas),
    help="Ukuran kertas. Bakunya pilihan instansi (`lembar: {kertas: …}`), atau a4.",
)  # fmt: skip
@click.option(
    "--tahun", type=click.IntRange(1945, 9999), metavar="TAHUN",
    help="Isi monitoring atau evaluasi dengan hasil yang tercatat pada tahun itu. Tanpa ini: kosong, untuk ditulisi.",
)  # fmt: skip
@click.pass_obj
def formulir(
    root: Path, jenis: str, ids: tuple[str, ...], kertas: str | None, tahun: int | None
) -> int:
    """Print; the exit status is 1 when the data has a galat or something could not be printed."""
    from buku_sop.adapters.formulir.printing import AssetError, FormPrinter, PrintFailed, pesanan

    macam = JenisFormulir(jenis)
    if tahun is not None and macam not in _BERHASIL:
        raise click.UsageError("--tahun hanya untuk monitoring dan evaluasi.")
    hasil = open_shown(root / DATA)
    _kenal(hasil, macam, ids)
    galat = [d for d in hasil.diagnostics if d.tingkat is Tingkat.GALAT]
    if penghalang := [d for d in galat if menghalangi(d, ids)]:
        click.echo(tulis_teks(penghalang, source_lines(root)), err=True)
        click.echo(ringkasan(hasil.diagnostics, len(hasil.handbook.sop)), err=True)
        click.echo("Formulir tidak dibuat; formulir yang lama tidak diubah.", err=True)
        return 1
    try:
        with alone(root, "sop formulir"):
            berkas = FormPrinter(root, hasil, kertas, tahun=tahun).cetak(pesanan(hasil, macam, ids))
    except (AssetError, PrintFailed, NoPlace) as error:
        click.echo(f"{error}\nFormulir tidak dibuat; formulir yang lama tidak diubah.", err=True)
        return 1
    except OSError as error:
        tempat = error.filename or (root / BUILD).as_posix()
        click.echo(f"Formulir tidak dapat disimpan: {tempat} ({why(error)}).", err=True)
        return 1
    if not berkas:
        click.echo(
            "Tidak ada SOP yang berlaku; sebutkan ID SOP untuk mencetak formulirnya.", err=True
        )
    for satu in berkas.values():
        click.echo(f"{satu.as_posix()} ({tulis_ukuran(satu.stat().st_size)})")
    return 0


def _kenal(hasil: Hasil, jenis: JenisFormulir, ids: tuple[str, ...]) -> None:
    """Refuse ids that are not there, and SOPs for a form that is about an office as a whole."""
    instansi = {i.id for i in hasil.handbook.instansi}
    sop = {s.id for s in hasil.handbook.sop}
    sop |= {id for id in ids if any(b.endswith(f"/{id}.yml") for b in hasil.dibaca)}
    if asing := sorted(set(ids) - sop - instansi):
        contoh = min(sop or instansi, default="-")
        raise click.UsageError(
            f"Instansi atau SOP tidak ada: {', '.join(asing)}. Contoh ID: {contoh}"
        )
    if jenis in (JenisFormulir.KEBUTUHAN, JenisFormulir.DAFTAR_SOP) and (milik := set(ids) & sop):
        contoh = min(milik).partition("/")[0]
        raise click.UsageError(
            f"Formulir {jenis.value} untuk seluruh instansi. Tulis ID-nya: {contoh}"
        )
