"""`sop pratinjau`: what a proposal would make of the handbook, without running anything that it brings."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from buku_sop.adapters.alone import NoPlace, alone
from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.proposal import (
    Proposal,
    base_checkout,
    lay_data_over,
    read_proposal,
)
from buku_sop.adapters.git.changed_files import changed_files
from buku_sop.adapters.git.repository import Repository, open_repository
from buku_sop.adapters.git.run import GitFailed
from buku_sop.adapters.git.two_revisions import RevisionComparison, compare_revisions
from buku_sop.adapters.mkdocs.build_site import BuildFailed, build_site
from buku_sop.adapters.npm import AssetError
from buku_sop.adapters.places import DATA, LOOK
from buku_sop.adapters.signed_copies import check_signed_copies
from buku_sop.adapters.source_lines import source_lines
from buku_sop.adapters.whole_files import why, write_whole
from buku_sop.diagnostics import Diagnostic, Location, Tingkat
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.loading.isi_data import SETELAN
from buku_sop.setelan import buka_setelan
from buku_sop.views.beda.html import tulis_html
from buku_sop.views.beda.komentar import HasilUsulan, tulis_catatan
from buku_sop.views.beda.markdown import tulis_markdown
from buku_sop.views.beda.susun import tampilkan
from buku_sop.views.dasar.diagnostik import ringkasan, terlihat, tulis_teks
from buku_sop.views.mutu.diagnostik_ci import tulis_github, tulis_gitlab

_SHA = re.compile(r"[0-9a-f]{40,64}")
_PEKERJAAN = "sop pratinjau"
_LURING = {"SOP_LURING": "true"}
"""A preview is looked at from a folder, where only the offline edition works."""


@click.command(
    cls=Perintah,
    help="Periksa, bandingkan, dan buat situs dari sebuah usulan. USULAN: cabang atau revisi git. Hanya "
    "data SOP yang diambil darinya; kodenya tidak pernah dijalankan.",
)
@click.argument("usulan", metavar="USULAN")
@click.option(
    "--dasar", default="HEAD", metavar="REV",
    help="Revisi yang dipakai kodenya dan yang dibandingkan. Bakunya HEAD.",
)  # fmt: skip
@click.option(
    "-o", "--keluaran", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
    help="Folder hasilnya. Bakunya .build/pratinjau.",
)  # fmt: skip
@click.option(
    "--format", "bentuk", type=click.Choice(["teks", "github", "gitlab"]), default="teks",
    metavar="teks|github|gitlab", help="Bentuk hasil pemeriksaan. Bakunya teks.",
)  # fmt: skip
@click.pass_obj
def pratinjau(root: Path, usulan: str, dasar: str, keluaran: Path | None, bentuk: str) -> int:
    """Write situs/, perbandingan.html and komentar.md; exit status 1 for a galat or a failed build."""
    tujuan = keluaran or root / ".build" / "pratinjau"
    try:
        with alone(root, _PEKERJAAN):
            return _pratinjau(root, usulan, dasar, tujuan, bentuk)
    except GitFailed as error:
        raise click.UsageError(str(error)) from None
    except (AssetError, NoPlace) as error:
        click.echo(str(error), err=True)
    except OSError as error:
        click.echo(f"Pratinjau gagal: {error.filename or tujuan} ({why(error)}).", err=True)
    return 1


def _pratinjau(root: Path, usulan: str, dasar: str, tujuan: Path, bentuk: str) -> int:
    repo = open_repository(root)
    proposal = read_proposal(repo, dasar, usulan)
    banding = compare_revisions(repo, proposal.titik, proposal.kepala, DATA)
    with base_checkout(repo, proposal) as buku:
        lama = _sidik(buku, _buka(buku).diagnostics)
        tertinggal = lay_data_over(repo, proposal, buku)
        temuan, sudah_ada, jumlah = _periksa(buku, proposal, lama)
        kegagalan = _bangun(buku, tujuan)
        semua = [*temuan, *banding.revisi]
        _laporkan(repo, buku, semua, bentuk, tujuan)
    hasil = HasilUsulan(
        tuple(temuan),
        sudah_ada,
        kegagalan,
        proposal.di_luar,
        proposal.tersembunyi,
        tertinggal,
        proposal.bertabrakan,
    )
    _tulis(banding, (_sebut(dasar), _sebut(usulan)), hasil, tujuan)
    _tutup(hasil, ringkasan(semua, jumlah), tujuan)
    return int(bool(kegagalan or tertinggal) or any(d.tingkat is Tingkat.GALAT for d in semua))


def _buka(buku: Path) -> Hasil:
    setelan = buku / SETELAN
    lain = buka_setelan(setelan).buku_lain if setelan.is_file() else ()
    return check_signed_copies(buku / DATA, open_handbook(buku / DATA, lain=lain))


def _sebut(revisi: str) -> str:
    """Name a revision for a reader, to whom the full name of a commit says nothing."""
    if revisi == "HEAD":
        return "versi sekarang"
    return f"revisi {revisi[:8]}" if _SHA.fullmatch(revisi) else revisi


_Sidik = tuple[str, str, str]
"""What stays the same of a place where something was found when lines are inserted above it."""


def _sidik(buku: Path, temuan: Iterable[Diagnostic]) -> Counter[_Sidik]:
    """Count the places where something was found."""
    baris = source_lines(buku)
    return Counter(_satu(d, lokasi, baris(lokasi)) for d in temuan for lokasi in d.letak)


def _satu(d: Diagnostic, lokasi: Location, baris: str) -> _Sidik:
    return d.kode, lokasi.berkas, baris.strip()


def _periksa(
    buku: Path, proposal: Proposal, lama: Counter[_Sidik]
) -> tuple[list[Diagnostic], int, int]:
    """Judge the changed files.

    Returns what is new in them and each galat of the handbook, how much was found in them before already,
    and how many SOPs were read. Of a finding of several places only the new ones are told.
    """
    hasil = _buka(buku)
    berubah = set[str]()
    if (buku / DATA).is_dir():
        semua = changed_files(buku / DATA, proposal.dasar)
        berubah = {p.relative_to(buku).as_posix() for p in semua}
    baris = source_lines(buku)
    baru, sudah_ada, sisa = list[Diagnostic](), 0, lama.copy()
    for d in hasil.diagnostics:
        tambahan = list[Location]()
        for lokasi in d.letak:
            sidik = _satu(d, lokasi, baris(lokasi))
            if sisa[sidik] <= 0:
                tambahan.append(lokasi)
            sisa[sidik] -= 1
        if d.tingkat is Tingkat.GALAT:
            baru.append(d)
        elif d.lokasi.berkas in berubah:
            baru += filter(None, [d.hanya(tambahan)])
            sudah_ada += len(tambahan) < len(d.letak)
    return baru, sudah_ada, len(hasil.handbook.sop)


def _bangun(buku: Path, tujuan: Path) -> str:
    """Build the site strictly into `tujuan`, and return why it could not be; empty where it could."""
    situs = tujuan.absolute() / "situs"
    try:
        build_site(buku, _LURING, situs, _PEKERJAAN)
    except BuildFailed as error:
        shutil.rmtree(situs, ignore_errors=True)  # of another proposal
        return "\n".join(b for b in str(error).splitlines() if not b.startswith("INFO "))
    return ""


def _laporkan(
    repo: Repository, buku: Path, temuan: Sequence[Diagnostic], bentuk: str, tujuan: Path
) -> None:
    """Print what was found; for GitLab write the code quality report that the forge reads."""
    if bentuk == "teks":
        if temuan:
            click.echo(tulis_teks(temuan, source_lines(buku)))
        return
    berkas = list(_dari_akar(repo.prefix, temuan))
    if bentuk == "github":
        click.echo(tulis_github(berkas))
        return
    akar = buku.parents[len(Path(repo.prefix).parts) - 1] if repo.prefix else buku
    laporan = tulis_gitlab(berkas, source_lines(akar))
    write_whole(tujuan / "codequality.json", laporan.encode())


def _dari_akar(prefix: str, temuan: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Yield the findings with paths from the top of the repository, as forges show files."""
    for d in temuan:
        yield d.di_berkas(f"{prefix}{d.lokasi.berkas}")


def _tulis(
    banding: RevisionComparison, nama: tuple[str, str], hasil: HasilUsulan, tujuan: Path
) -> None:
    galat = (banding.galat_sebelum, banding.galat_sesudah)
    tampil = tampilkan(banding.beda, *nama, banding.revisi, *galat)
    komentar = tulis_markdown(tampil) + tulis_catatan(hasil)
    write_whole(tujuan / "komentar.md", komentar.encode("utf-8", "replace"))
    write_whole(tujuan / "perbandingan.html", tulis_html(tampil, LOOK).encode("utf-8", "replace"))


def _tutup(hasil: HasilUsulan, ringkas: str, tujuan: Path) -> None:
    """Print how it ended. No line may begin with a text of the proposal: GitHub obeys lines with `::`."""
    for nama in hasil.di_luar:
        click.echo(f"Tidak ikut dalam pratinjau (di luar {DATA}/): {terlihat(nama)}")
    for nama in hasil.tersembunyi:
        click.echo(f"Tidak dibaca (diawali titik atau garis bawah): {terlihat(nama)}")
    for nama, sebab in hasil.tertinggal:
        click.echo(f"Tidak dapat ikut, padahal bagian data: {terlihat(nama)} ({sebab})")
    if hasil.bertabrakan:
        click.echo("Usulan bertabrakan dengan perubahan lain; pratinjau memakai isi usulan saja.")
    click.echo(ringkas)
    for baris in hasil.kegagalan.splitlines():
        click.echo(f"| {terlihat(baris)}", err=True)
    click.echo(f"Perbandingan: {(tujuan / 'perbandingan.html').as_posix()}")
    if hasil.kegagalan:
        click.echo("Situs tidak dapat dibuat dari usulan ini.", err=True)
    else:
        click.echo(f"Situs: {(tujuan / 'situs' / 'index.html').as_posix()}")
