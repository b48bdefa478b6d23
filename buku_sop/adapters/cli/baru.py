"""`sop baru`: asks what an SOP needs and writes its file; never over a file that is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.cli.konsep import Konsep, daftar_konsep
from buku_sop.adapters.cli.tanya_sop import (
    LANGKAH,
    baca_langkah,
    tanya_langkah,
    tanya_pelaksana,
)
from buku_sop.adapters.cli.wawancara import Salah, Ulang, Wawancara, satu_baris
from buku_sop.adapters.places import DATA
from buku_sop.adapters.whole_files import why, write_new

if TYPE_CHECKING:
    from buku_sop.loading.baru import LangkahBaru
    from buku_sop.model.bentuk import BentukLembar


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What the command line gives; what is missing is asked."""

    instansi: str | None = None
    nama_instansi: str | None = None
    nama: str | None = None
    berkas: str | None = None
    pelaksana: tuple[str, ...] = ()
    langkah: tuple[str, ...] = ()
    dari: str | None = None


@dataclass(frozen=True, slots=True)
class Susunan:
    """A new SOP as it was answered."""

    tujuan: Path
    instansi_baru: str
    """The name of an office that is still to be made."""
    nama: str
    peran: tuple[str, ...]
    langkah: tuple[LangkahBaru, ...]


@click.command(
    cls=Perintah,
    help="Buat berkas SOP baru. Yang tidak disebut sebagai pilihan ditanyakan di terminal; jawaban disimpan "
    "sambil berjalan, dan yang belum selesai ditawarkan lagi lain kali.",
)
@click.option("--instansi", metavar="FOLDER", help="Folder instansi di sop_data/.")
@click.option("--nama-instansi", metavar="TEKS", help="Nama instansi, bila foldernya belum ada.")
@click.option("--nama", metavar="TEKS", help="Nama SOP.")
@click.option("--berkas", metavar="NAMA", help="Nama berkas tanpa .yml. Bakunya dari nama SOP.")
@click.option("--pelaksana", multiple=True, metavar="TEKS", help="Pelaksana; boleh berulang.")
@click.option(
    "--langkah", multiple=True, metavar="TEKS",
    help=f"Langkah, boleh berulang: {LANGKAH}. Waktu dan output boleh tidak ada.",
)  # fmt: skip
@click.option(
    "--dari", metavar="ID", help="Mulai dari SOP lain, misalnya dinas-contoh/nama-berkas."
)
@click.pass_obj
def baru(root: Path, /, **pilihan: Any) -> int:
    """Write a new file; with --dari, the content of another SOP under a new name."""
    data = root / DATA
    if not data.is_dir():
        raise click.UsageError(f"Folder {data.as_posix()} tidak ada. Pakai --folder.")
    diberi = Pilihan(**pilihan)
    if diberi.dari is not None and (diberi.pelaksana or diberi.langkah):
        raise click.UsageError("--dari sudah membawa pelaksana dan langkah; ubah di berkasnya.")
    konsep = Konsep(root, asdict(diberi))
    if diberi == Pilihan():
        konsep = _lanjutkan(root) or konsep
    try:
        tujuan = _Pembuat(data, konsep).buat()
    except (click.Abort, KeyboardInterrupt):  # the latter between two questions
        if konsep.berkas:
            click.echo("\nJawaban disimpan. Lanjutkan dengan: sop baru")
        raise
    click.echo(f"Lengkapi isinya, lalu periksa dengan: sop periksa {tujuan.as_posix()}")
    return 0


def _lanjutkan(root: Path) -> Konsep | None:
    """Offer the drafts that were not finished; None to begin anew."""
    import sys

    from buku_sop.model.tanggal import tulis_tanggal
    from buku_sop.views.dasar.diagnostik import terlihat

    for konsep in daftar_konsep(root) if sys.stdin.isatty() else []:
        nama = konsep.isi("nama") or "belum bernama"
        kapan = f"{tulis_tanggal(konsep.kapan.date())} pukul {konsep.kapan:%H.%M}"
        click.echo(
            terlihat(
                f"Ada SOP yang belum selesai dibuat: {nama} ({konsep.isi('instansi') or 'instansi belum dipilih'}), "
                f"{len(konsep.jawaban)} jawaban, {kapan}."
            )
        )
        pertanyaan = "Lanjutkan? (Enter = ya, b = buat yang lain, h = hapus yang ini)"
        while True:
            jawab = satu_baris(click.prompt(pertanyaan, default="", show_default=False)).casefold()
            if jawab in ("", "y", "ya"):
                return konsep
            if jawab in ("b", "h"):
                break
            click.echo("Tulis b atau h, atau Enter saja.")
        if jawab == "h":
            konsep.hapus()
    return None


class _Pembuat:
    """Asks what is missing, shows what was answered, and writes the file."""

    def __init__(self, data: Path, konsep: Konsep) -> None:
        self.data, self.konsep = data, konsep
        isi = {k: tuple(v) if isinstance(v, list) else v for k, v in konsep.pilihan.items()}
        isi = {f.name: isi[f.name] for f in fields(Pilihan) if f.name in isi}
        self.diberi = Pilihan(**isi)  # type: ignore[arg-type]
        self.tanya = Wawancara(konsep.simpan, dict(konsep.jawaban))
        self.tanya.bertanya = bool(konsep.jawaban)

    def buat(self) -> Path:
        """Write the file and return it."""
        from buku_sop.loading.baru import tulis_instansi

        while True:
            self.tanya.jalur.clear()
            try:
                susunan = self._susun()
                teks = self._setuju(susunan)
            except Ulang:
                continue
            if susunan.instansi_baru:
                instansi = tulis_instansi(susunan.instansi_baru)
                _simpan(susunan.tujuan.parent / "instansi.yml", instansi)
            _simpan(susunan.tujuan, teks)
            self.konsep.hapus()
            return susunan.tujuan

    def _susun(self) -> Susunan:
        """Collect the answers, asking for those that are missing."""
        asal = self.diberi.dari
        if asal is not None:
            _asal(self.data, asal)
        folder, nama_baru = self._instansi()
        nama = satu_baris(self.diberi.nama) or self.tanya.tanya("nama", "Nama SOP", "--nama")
        tujuan = self._tujuan(folder, nama)
        if asal is not None:
            return Susunan(tujuan, nama_baru, nama, (), ())
        peran = [p for x in self.diberi.pelaksana if (p := satu_baris(x))]
        peran = peran or tanya_pelaksana(self.tanya)
        langkah = baca_langkah(self.diberi.langkah, peran) or tanya_langkah(self.tanya, peran)
        return Susunan(tujuan, nama_baru, nama, tuple(peran), tuple(langkah))

    def _setuju(self, susunan: Susunan) -> str:
        """Return the text of the file; where anything was asked, after its summary has been agreed to."""
        from buku_sop.loading.rapikan import TakDapatDirapikan

        while True:
            teks = sebab = ""
            try:
                teks = self._teks(susunan)
            except TakDapatDirapikan as error:
                sebab = f"SOP ini tidak dapat ditulis: {error}."
                if not self.tanya.bertanya:
                    raise click.UsageError(sebab) from error
            if not self.tanya.bertanya:
                return teks
            butir = list(self._ringkasan(susunan))
            if self.tanya.setuju(butir, sebab):
                return teks

    def _ringkasan(self, s: Susunan) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield what was answered: label, answer, and the questions that change it; none for what was given."""
        ada = self.tanya.jawaban
        yield "Instansi", s.tujuan.parent.name, self._kunci("instansi", "nama_instansi")
        if s.instansi_baru:
            yield "Nama instansi", s.instansi_baru, self._kunci("nama_instansi")
        yield "Nama SOP", s.nama, self._kunci("nama")
        yield "Berkas", s.tujuan.as_posix(), self._kunci("berkas") or self._kunci("nama")
        for n, label in enumerate(s.peran, 1):
            yield f"Pelaksana {n}", label, self._kunci(f"pelaksana/{n}")
        if f"pelaksana/{len(s.peran) + 1}" in ada:
            yield "Tambah pelaksana", "", (f"pelaksana/{len(s.peran) + 1}",)
        for n, x in enumerate(s.langkah, 1):
            rinci = ", ".join(filter(None, (x.pelaksana, *x.isian.values())))
            milik = [k for k in ada if k == f"langkah/{n}" or k.startswith(f"langkah/{n}/")]
            yield f"Langkah {n}", f"{x.kegiatan} ({rinci})", tuple(milik)
        if f"langkah/{len(s.langkah) + 1}" in ada:
            yield "Tambah langkah", "", (f"langkah/{len(s.langkah) + 1}",)

    def _kunci(self, *kunci: str) -> tuple[str, ...]:
        return tuple(k for k in kunci if k in self.tanya.jawaban)

    def _teks(self, s: Susunan) -> str:
        from buku_sop.loading.baru import bagian_diminta, salin_sop, tulis_instansi, tulis_sop

        hari_ini = date.today()  # noqa: DTZ011 (the day where the person sits)
        if s.instansi_baru:
            tulis_instansi(s.instansi_baru)
        if self.diberi.dari is not None:
            asal = _asal(self.data, self.diberi.dari)
            return salin_sop(s.nama, asal, self.diberi.dari, hari_ini)
        kantor = s.tujuan.parent.name
        bagian = bagian_diminta(None if s.instansi_baru else _bentuk(self.data, kantor))
        return tulis_sop(s.nama, s.peran, s.langkah, hari_ini, bagian)

    def _instansi(self) -> tuple[Path, str]:
        """Find the office's folder; the second is the name of an office that is still to be made."""
        ada = sorted(p.name for p in self.data.iterdir() if (p / "instansi.yml").is_file())
        instansi = self.diberi.instansi
        if instansi is None and self.diberi.dari is not None:
            instansi = self.diberi.dari.partition("/")[0]
        if instansi is None:
            daftar = "\n".join(f"  {n}. {kantor}" for n, kantor in enumerate(ada, 1))
            instansi = self.tanya.tanya(
                "instansi",
                "Instansi (nomor, atau nama folder baru seperti dinas-contoh)",
                "--instansi",
                periksa=lambda jawab: _pilih_instansi(jawab, ada),
                keterangan=daftar,
            )
        _harus_slug(instansi, "folder instansi")
        if instansi in ada:
            return self.data / instansi, ""
        nama = satu_baris(self.diberi.nama_instansi) or self.tanya.tanya(
            "nama_instansi", "Nama lengkap instansi", "--nama-instansi"
        )
        return self.data / instansi, nama

    def _tujuan(self, folder: Path, nama: str) -> Path:
        """Choose a file name that is still free."""
        from buku_sop.analysis.kata.slug import slug

        dipilih = self.diberi.berkas or slug(nama)
        _harus_slug(dipilih, "berkas")
        if not (sebab := _tak_bebas(folder, dipilih)):
            return folder / f"{dipilih}.yml"
        if self.diberi.berkas is not None or not _di_terminal():
            raise click.UsageError(f"{sebab} Pilih nama lain dengan --berkas.")

        def bebas(jawab: str) -> str:
            if salah := _bukan_slug(jawab, "berkas") or _tak_bebas(folder, jawab):
                raise Salah(salah)
            return jawab

        lain = self.tanya.tanya(
            "berkas", "Nama berkas lain, tanpa .yml", "--berkas", periksa=bebas, keterangan=sebab
        )
        return folder / f"{lain}.yml"


def _bentuk(data: Path, kantor: str) -> BentukLembar | None:
    """Return the form of an office's sheets."""
    from buku_sop.loading.folder import load_folder

    return load_folder(data, kantor).handbook.cari_instansi(kantor).bentuk


def _asal(data: Path, id: str) -> dict[str, object]:
    """Read the SOP to start from, as plain values."""
    from buku_sop.loading.folder import load_folder

    dimuat = load_folder(data, id.partition("/")[0])
    if id not in dimuat.sources:
        raise click.UsageError(
            f"SOP {id!r} tidak ada atau tidak terbaca; id-nya folder/nama-berkas tanpa .yml."
        )
    isi = dimuat.sources[id].root.plain()
    assert isinstance(isi, dict)
    return isi


def _pilih_instansi(jawab: str, ada: list[str]) -> str:
    """Read the number or the folder of an office."""
    if jawab in ada:
        return jawab
    if jawab.isdecimal() and len(jawab) < 6 and 0 < int(jawab) <= len(ada):
        return ada[int(jawab) - 1]
    if salah := _bukan_slug(jawab, "folder instansi"):
        raise Salah(salah)
    return jawab


def _di_terminal() -> bool:
    import sys

    return sys.stdin.isatty()


def _tak_bebas(folder: Path, nama: str) -> str:
    """Say why a file of that name cannot be made; empty where it can."""
    from buku_sop.loading.isi_data import BERKAS_INSTANSI, NAMA_BUKU

    tujuan = folder / f"{nama}.yml"
    if tujuan.name in (BERKAS_INSTANSI, *NAMA_BUKU):
        return f"{tujuan.as_posix()} bukan berkas SOP dan tidak ditimpa."
    return f"{tujuan.as_posix()} sudah ada dan tidak ditimpa." if tujuan.exists() else ""


def _harus_slug(nama: str, sebutan: str) -> None:
    if salah := _bukan_slug(nama, sebutan):
        raise click.UsageError(salah)


def _bukan_slug(nama: str, sebutan: str) -> str:
    """Say why a name cannot be that of a file or folder; empty where it can."""
    from buku_sop.loading.read_file import SLUG

    if SLUG.fullmatch(nama):
        return ""
    return (
        f"Nama {sebutan} {nama!r} tidak dapat dipakai: hanya huruf kecil, angka, dan tanda hubung."
    )


def _simpan(berkas: Path, teks: str) -> None:
    """Make a file that is not there yet."""
    try:
        write_new(berkas, teks.encode())
    except FileExistsError as error:
        raise click.UsageError(f"{berkas.as_posix()} sudah ada dan tidak ditimpa.") from error
    except OSError as error:
        raise click.UsageError(f"{berkas.as_posix()} tidak dapat ditulis: {why(error)}.") from error
    click.echo(f"Ditulis: {berkas.as_posix()}")
