"""`sop ekspor`: SOPs as documents that other programs edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.opening import open_shown
from buku_sop.adapters.cli.pdf import menghalangi
from buku_sop.adapters.places import DATA
from buku_sop.adapters.source_lines import source_lines
from buku_sop.adapters.whole_files import why, write_new, write_whole
from buku_sop.diagnostics import Tingkat
from buku_sop.handbook import Hasil
from buku_sop.model import Sop
from buku_sop.model.pribadi import tanpa_nip
from buku_sop.views.dasar.diagnostik import ringkasan, tulis_teks
from buku_sop.views.dasar.ukuran import tulis_ukuran

FOLDER = Path(".build", "ekspor")
FORMAT = ("docx", "xlsx", "bpmn")
_BENTUK_LAIN = "lembarnya berbentuk lain daripada SOP-AP, yang belum dapat diekspor. Cetak dengan: sop pdf {id}"
_MEMUAT_NIP = "Berkasnya memuat NIP, seperti lembar yang ditandatangani; hapus sebelum dibagikan ke luar kantor."

Buat = Callable[[Sop], bytes]


@click.command(
    cls=Perintah,
    help="Tulis SOP sebagai berkas yang dapat disunting: Word (docx) atau Excel (xlsx) dengan tabel, lambang, dan panah yang terikat; atau alurnya saja sebagai BPMN 2.0 (bpmn). "
    "ID: instansi/nama-sop, atau instansi: semua SOP-nya.",
)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--format", "bentuk", type=click.Choice(FORMAT), required=True, metavar="|".join(FORMAT),
    help="Jenis berkas.",
)  # fmt: skip
@click.option(
    "-o", "--keluaran", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", default=FOLDER,
    help="Folder tujuan. Bakunya .build/ekspor/.",
)  # fmt: skip
@click.option(
    "--timpa", is_flag=True,
    help="Ganti berkas yang sudah ada. Tanpa ini berkas yang berbeda dibiarkan, sebab mungkin sudah disunting.",
)  # fmt: skip
@click.pass_obj
def ekspor(root: Path, ids: tuple[str, ...], bentuk: str, keluaran: Path, *, timpa: bool) -> int:
    """Export; the exit status is 1 where a file was not written, and nothing else is left out because of it."""
    hasil = open_shown(root / DATA)
    dipilih = _pilih(hasil, ids)
    galat = [d for d in hasil.diagnostics if d.tingkat is Tingkat.GALAT]
    if penghalang := [d for d in galat if menghalangi(d, ids)]:
        click.echo(tulis_teks(penghalang, source_lines(root)), err=True)
        click.echo(ringkasan(hasil.diagnostics, len(hasil.handbook.sop)), err=True)
        click.echo("Tidak ada yang diekspor.", err=True)
        return 1
    if keluaran == FOLDER:
        keluaran = root / FOLDER
    try:
        buat = _pembuat(root, hasil, bentuk)
    except _Gagal as error:
        click.echo(str(error), err=True)
        return 1
    gagal = 0
    for tujuan, sop in _tujuan(dipilih, keluaran, bentuk, hasil):
        sebab = _satu(buat, sop, tujuan, timpa=timpa)
        if sebab:
            click.echo(f"{sop.id}: tidak diekspor; {sebab}", err=True)
        gagal += bool(sebab)
    if bentuk != "bpmn" and any(tanpa_nip(s) != s for s in dipilih):
        click.echo(_MEMUAT_NIP, err=True)
    return int(gagal > 0)


class _Gagal(Exception):
    """Says why nothing can be exported at all."""


def _pilih(hasil: Hasil, ids: Sequence[str]) -> list[Sop]:
    """Return the SOPs that are asked for. Raises click.UsageError for ids that are not there."""
    dikenal = {s.id for s in hasil.handbook.sop}
    rusak = {id for id in ids if any(b.endswith(f"/{id}.yml") for b in hasil.dibaca)}
    kantor = {i.id for i in hasil.handbook.instansi}
    if asing := sorted(set(ids) - dikenal - rusak - kantor):
        contoh = min(dikenal, default="-")
        raise click.UsageError(f"SOP tidak ada: {', '.join(asing)}. Contoh ID: {contoh}")
    return [s for s in hasil.handbook.sop if s.id in ids or s.instansi in ids]


def _tujuan(
    dipilih: Sequence[Sop], folder: Path, bentuk: str, hasil: Hasil
) -> Iterator[tuple[Path, Sop]]:
    """Say where each is written: in folders of the offices, where there are several, or in ours."""
    satu_kantor = len({s.instansi for s in dipilih}) < 2
    for s in dipilih:
        bagian = s.slug if satu_kantor and folder.parts[-2:] != FOLDER.parts else s.id
        yield folder / f"{bagian}.{bentuk}", s


def _pembuat(root: Path, hasil: Hasil, bentuk: str) -> Buat:
    """Return what writes an SOP in a format. Raises _Gagal."""
    if bentuk == "bpmn":
        return _bpmn
    from buku_sop.adapters.ekspor.docx import buat_docx
    from buku_sop.adapters.ekspor.naskah import susun_naskah
    from buku_sop.adapters.ekspor.xlsx import buat_xlsx
    from buku_sop.adapters.ekspor.xlsx_lembar import SelTerlaluPanjang
    from buku_sop.adapters.lembar.printing import AssetError, PrintFailed, open_print_shop

    try:
        toko = open_print_shop(root, hasil)
    except AssetError as error:
        raise _Gagal(str(error)) from error

    def buat(sop: Sop) -> bytes:
        if sop.bentuk:
            raise _Gagal(_BENTUK_LAIN.format(id=sop.id))
        try:
            naskah = susun_naskah(toko, sop)
        except PrintFailed as error:
            raise _Gagal(f"lembarnya tidak dapat diukur: {error}") from error
        try:
            return buat_docx(naskah) if bentuk == "docx" else buat_xlsx(naskah)
        except SelTerlaluPanjang as error:
            raise _Gagal(str(error)) from error

    return buat


def _bpmn(sop: Sop) -> bytes:
    from buku_sop.views.ekspor.bpmn import buat_bpmn

    if not any(p.langkah for p in sop.prosedur):
        raise _Gagal("belum mempunyai langkah.")
    return buat_bpmn(sop)


def _satu(buat: Buat, sop: Sop, tujuan: Path, *, timpa: bool) -> str:
    """Write one file; return why it was not written."""
    try:
        isi = buat(sop)
        if tujuan.exists() and tujuan.read_bytes() == isi:
            click.echo(f"{tujuan.as_posix()} (tidak berubah)")
            return ""
        if timpa:
            write_whole(tujuan, isi, flush=True)
        else:
            write_new(tujuan, isi)
    except _Gagal as error:
        return str(error)
    except FileExistsError:
        return f"{tujuan.as_posix()} sudah ada dan tidak ditimpa. Sebut folder lain dengan --keluaran, atau pakai --timpa."
    except OSError as error:
        return f"{(error.filename or tujuan)!s} tidak dapat ditulis ({why(error)})."
    click.echo(f"{tujuan.as_posix()} ({tulis_ukuran(len(isi))})")
    return ""
