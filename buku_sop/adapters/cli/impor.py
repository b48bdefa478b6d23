"""`sop impor`: makes drafts of the SOPs in documents."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.whole_handbook import harus_ada
from buku_sop.adapters.kemajuan import Kabar, tampilkan
from buku_sop.adapters.places import DATA
from buku_sop.adapters.whole_files import whole_file, why

if TYPE_CHECKING:  # loading the readers takes longer than saying how a command is used
    from buku_sop.adapters.impor.pekerja import DrafBerkas, HasilBerkas
    from buku_sop.analysis.impor.hasil import Draf

LAPORAN = Path(".build", "impor")
_LEBAR_NAMA = 44
_KUNCI_OFFICE = "~$"
"""How the name of what Word and Excel lay beside a document begins while it is open."""


@click.command(
    cls=Perintah,
    help="Baca SOP dari dokumen (PDF bergambar vektor, Word, Excel, HTML, teks) beserta alurnya, dan tulis drafnya. Yang meragukan ditandai "
    "perlu_konfirmasi; potongan halamannya ada di .build/impor/.",
)
@click.argument(
    "berkas", nargs=-1, required=True, metavar="BERKAS...", type=click.Path(path_type=Path, exists=False)
)  # fmt: skip
@click.option(
    "--instansi", metavar="ID", help="Folder instansi di sop_data/ yang menerima drafnya."
)
@click.option(
    "--keluaran", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
    help="Folder lain untuk drafnya, bila belum akan masuk ke buku.",
)  # fmt: skip
@click.option(
    "--ke", metavar="SOP",
    help="Bawa versi baru dokumen ini ke SOP yang sudah ada, dengan id seperti instansi/nama-berkas: hanya yang berubah di dokumen "
    "yang ditulis; yang sudah dikonfirmasi tetap.",
)  # fmt: skip
@click.option("--ya", is_flag=True, help="Bersama --ke: tulis tanpa bertanya.")
@click.option(
    "--salinan", is_flag=True,
    help="Simpan juga PDF asalnya di folder instansi sebagai salinan bertanda tangan.",
)  # fmt: skip
@click.option(
    "--periksa", is_flag=True,
    help="Sesudahnya tampilkan drafnya di peramban, di samping dokumen asalnya, untuk dikonfirmasi satu per satu.",
)  # fmt: skip
@click.pass_obj
def impor(
    root: Path,
    berkas: tuple[Path, ...],
    instansi: str | None,
    keluaran: Path | None,
    ke: str | None,
    *,
    ya: bool,
    salinan: bool,
    periksa: bool,
) -> int:
    """Import the files; the exit status is 1 where one of them gave nothing."""
    from buku_sop.adapters.impor.banyak import impor_banyak

    if ke is not None:
        if len(berkas) != 1 or instansi or keluaran or salinan or periksa:
            raise click.UsageError(
                "Dengan --ke hanya satu BERKAS, tanpa --instansi, --keluaran, --salinan, dan --periksa."
            )
        from buku_sop.adapters.cli.impor_ke import impor_ke

        return impor_ke(root, berkas[0], ke, root / LAPORAN, ya=ya)
    if ya:
        raise click.UsageError("--ya hanya bersama --ke.")
    folder, laporan = _tujuan(root, instansi, keluaran)
    if periksa and keluaran is not None:
        raise click.UsageError(
            "--periksa memerlukan draf di dalam buku: pakai --instansi, bukan --keluaran."
        )
    if salinan and instansi is None:
        raise click.UsageError("--salinan memerlukan --instansi: salinannya disimpan di foldernya.")
    daftar = _berkas(berkas)
    kantor = _sebutan_kantor(root / DATA, folder.name) if keluaran is None else {}
    penulis = _Penulis(folder, laporan, kantor, salinan=salinan)
    tunggu: dict[int, HasilBerkas] = {}
    berikut = 0
    with tampilkan() as lapor:
        for selesai, (n, hasil) in enumerate(impor_banyak(daftar), 1):
            lapor(Kabar("Membaca dokumen", selesai, len(daftar), daftar[n].name))
            tunggu[n] = hasil
            while (
                berikut in tunggu
            ):  # written in the order of the files, so that names come out the same each time
                penulis.tulis(daftar[berikut], tunggu.pop(berikut))
                berikut += 1
    penulis.ringkas(len(daftar), berikutnya=keluaran is None and not periksa)
    if periksa and penulis.jadi:
        _periksa(root, penulis.jadi)
    return int(penulis.gagal > 0)


def _periksa(root: Path, jadi: Sequence[Path]) -> None:
    """Serve the handbook until Ctrl-C, with the check of the draft open, or the list where there are several."""
    from buku_sop.adapters.sajikan.periksa.alamat import alamat_draf
    from buku_sop.adapters.sajikan.supervisor import supervise
    from buku_sop.adapters.sajikan.wish import Wish

    satu = f"{jadi[0].parent.name}/{jadi[0].stem}" if len(jadi) == 1 else ""
    if supervise(Wish(root, "127.0.0.1", None, browser=True, page=alamat_draf(satu)[1:])) == 0:
        click.echo("Pemeriksaan berhenti; yang sudah dikonfirmasi tersimpan.", err=True)


def _tujuan(root: Path, instansi: str | None, keluaran: Path | None) -> tuple[Path, Path]:
    """Return the folder of the drafts and that of their reports. Raises click.UsageError."""
    if instansi is not None and keluaran is not None:
        raise click.UsageError("Pakai salah satu: --instansi atau --keluaran.")
    if keluaran is not None:
        return keluaran, root / LAPORAN
    harus_ada(root / DATA)
    ada = sorted(p.parent.name for p in (root / DATA).glob("*/instansi.yml"))
    if instansi is None:
        if len(ada) != 1:
            raise click.UsageError(
                f"Sebutkan instansinya dengan --instansi ({', '.join(ada) or 'belum ada; buat dengan: sop baru'}), "
                "atau folder lain dengan --keluaran."
            )
        instansi = ada[0]
    if instansi not in ada:
        raise click.UsageError(
            f"Instansi {instansi!r} tidak ada di {DATA}/; yang ada: {', '.join(ada) or 'belum ada'}."
        )
    return root / DATA / instansi, root / LAPORAN / instansi


def _sebutan_kantor(data: Path, kantor: str) -> Mapping[str, str]:
    """Return how an office and its form call fields."""
    from buku_sop.loading.folder import load_folder

    try:
        return load_folder(data, kantor).handbook.cari_instansi(kantor).istilah_lembar
    except KeyError:  # its file cannot be read, which other commands say
        return {}


def _berkas(diberi: Sequence[Path]) -> list[Path]:
    """Return the files, those of folders included, each once. Raises click.UsageError."""
    from buku_sop.adapters.impor.pembaca import PEMBACA

    hasil: dict[Path, Path] = {}
    for satu in diberi:
        if satu.is_dir():
            semua = sorted(p for p in satu.iterdir() if p.suffix.lower() in PEMBACA and p.is_file())
        else:
            semua = [satu]
        for p in (p for p in semua if not p.name.startswith(_KUNCI_OFFICE)):
            hasil.setdefault(p.absolute(), p)
    if not hasil:
        raise click.UsageError(
            f"Tidak ada dokumen yang dapat dibaca; jenisnya: {', '.join(sorted(PEMBACA))}."
        )
    return list(hasil.values())


class _Penulis:
    """Writes what came of each file, and counts."""

    def __init__(
        self, folder: Path, laporan: Path, kantor: Mapping[str, str], *, salinan: bool
    ) -> None:
        """`kantor` are the words by which the office that receives the drafts calls fields."""
        self.folder, self.laporan, self.salinan, self.kantor = folder, laporan, salinan, kantor
        self.draf = self.lama = self.gagal = self.ragu = 0
        self.judul = False
        self.jadi: list[Path] = []
        """The drafts, in their order, those of earlier imports too."""

    def tulis(self, asal: Path, hasil: HasilBerkas) -> None:
        """Write the drafts of one file, and say what came of it."""
        from buku_sop.analysis.impor.sebutan import pertahankan
        from buku_sop.views.dasar.diagnostik import terlihat

        if hasil.galat or not hasil.draf:
            self.gagal += 1
            sebab = hasil.galat or "Tidak ada halaman di dalamnya."
            click.echo(f"{terlihat(asal.name)}: tidak diimpor. {terlihat(sebab)}", err=True)
            return
        for satu in hasil.draf:
            self._satu(asal, hasil, replace(satu, draf=pertahankan(satu.draf, self.kantor)))
        for catatan in hasil.catatan:
            click.echo(f"  {terlihat(catatan)}")

    def _satu(self, asal: Path, hasil: HasilBerkas, satu: DrafBerkas) -> None:
        from buku_sop.adapters.impor.tulis import tulis
        from buku_sop.loading.rapikan import TakDapatDirapikan
        from buku_sop.views.dasar.diagnostik import terlihat

        try:
            tambahan = self._salinan(asal, hasil, satu.draf)
            jadi = tulis(satu, asal, hasil.sidik, self.folder, self.laporan, tambahan)
        except OSError as error:
            self.gagal += 1
            click.echo(f"{terlihat(asal.name)}: draf tidak dapat ditulis ({why(error)}).", err=True)
            return
        except TakDapatDirapikan as error:
            self.gagal += 1
            click.echo(f"{terlihat(asal.name)}: draf tidak dapat ditulis; {error}.", err=True)
            return
        self._baris("Draf", "langkah", "ragu", "sisa", "asal") if not self.judul else None
        self.judul = True
        self.jadi.append(jadi.berkas)
        self.draf += jadi.baru
        self.lama += not jadi.baru
        self.ragu += satu.draf.ditandai if jadi.baru else 0
        dari = asal.name if jadi.baru else f"{asal.name} (sudah diimpor; tidak diubah)"
        self._baris(
            jadi.berkas.name,
            str(satu.draf.angka.baris),
            str(satu.draf.ditandai),
            str(len(satu.draf.sisa)),
            dari,
        )
        for catatan in satu.draf.catatan:
            click.echo(f"  {terlihat(catatan)}")

    def _salinan(self, asal: Path, hasil: HasilBerkas, draf: Draf) -> dict[str, Any]:
        """Keep the signed document beside its draft; one that holds several SOPs is no copy of one."""
        if not self.salinan or len(hasil.draf) != 1 or asal.suffix.lower() != ".pdf":
            return {}
        from buku_sop.analysis.kata.slug import slug

        nama = f"{slug(draf.nama)[:80].rstrip('-')}-ttd-{hasil.sidik[:6]}.pdf"
        if not (self.folder / nama).exists():
            with whole_file(self.folder / nama) as keluar, asal.open("rb") as masuk:
                shutil.copyfileobj(masuk, keluar)
        return {"salinan_bertanda_tangan": {"berkas": nama}}

    def _baris(self, *isi: str) -> None:
        from buku_sop.views.dasar.diagnostik import terlihat

        nama, langkah, ragu, sisa, asal = (terlihat(t) for t in isi)
        pendek = nama if len(nama) <= _LEBAR_NAMA else nama[: _LEBAR_NAMA - 1] + "…"
        click.echo(f"{pendek:<{_LEBAR_NAMA}} {langkah:>7} {ragu:>5} {sisa:>5}  {asal}")

    def ringkas(self, jumlah: int, *, berikutnya: bool) -> None:
        """Say how it went, and what comes next."""
        lama = f", {self.lama} sudah ada dan tidak diubah" if self.lama else ""
        gagal = f", {self.gagal} gagal" if self.gagal else ""
        click.echo(
            f"{jumlah} dokumen: {self.draf} draf baru{lama}{gagal}; {self.ragu} isian perlu dikonfirmasi."
        )
        if self.draf:
            click.echo(
                f"Draf: {self.folder.as_posix()}/  Keraguan dan sisa kata: {self.laporan.as_posix()}/"
            )
        if self.jadi and berikutnya:
            click.echo(
                "Berikutnya: jalankan sop sajikan, lalu buka alamat “Periksa draf” yang ditampilkannya untuk mengonfirmasi "
                "draf di samping dokumennya. Sesudah itu: sop periksa."
            )
