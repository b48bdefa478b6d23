"""`sop baru`: asks what an SOP needs and writes its file; never over a file that is there."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.places import DATA

if TYPE_CHECKING:
    from buku_sop.loading.baru import LangkahBaru
    from buku_sop.model.bentuk import BentukLembar
    from buku_sop.model.bidang import Bidang

_LANGKAH = "PELAKSANA | KEGIATAN | WAKTU | OUTPUT"


@click.command(
    cls=Perintah,
    help="Buat berkas SOP baru. Yang tidak disebut sebagai pilihan ditanyakan di terminal.",
)
@click.option("--instansi", metavar="FOLDER", help="Folder instansi di sop_data/.")
@click.option("--nama-instansi", metavar="TEKS", help="Nama instansi, bila foldernya belum ada.")
@click.option("--nama", metavar="TEKS", help="Nama SOP.")
@click.option("--berkas", metavar="NAMA", help="Nama berkas tanpa .yml. Bakunya dari nama SOP.")
@click.option("--pelaksana", multiple=True, metavar="TEKS", help="Pelaksana; boleh berulang.")
@click.option(
    "--langkah", multiple=True, metavar="TEKS",
    help=f"Langkah, boleh berulang: {_LANGKAH}. Waktu dan output boleh tidak ada.",
)  # fmt: skip
@click.option(
    "--dari", metavar="ID", help="Mulai dari SOP lain, misalnya dinas-contoh/nama-berkas."
)
@click.pass_obj
def baru(
    root: Path, instansi: str | None, nama_instansi: str | None, nama: str | None,
    berkas: str | None, pelaksana: tuple[str, ...], langkah: tuple[str, ...], dari: str | None,
) -> int:  # fmt: skip
    """Write a new file; with --dari, the content of another SOP under a new name."""
    from buku_sop.loading.baru import bagian_diminta, salin_sop, tulis_instansi, tulis_sop
    from buku_sop.loading.rapikan import TakDapatDirapikan

    data = root / DATA
    if not data.is_dir():
        raise click.UsageError(f"Folder {data.as_posix()} tidak ada. Pakai --folder.")
    if dari is not None and (pelaksana or langkah):
        raise click.UsageError("--dari sudah membawa pelaksana dan langkah; ubah di berkasnya.")
    asal = _asal(data, dari) if dari is not None else None
    folder, nama_baru = _instansi(data, instansi, nama_instansi, dari)
    nama = _satu_baris(nama) or _tanya("Nama SOP", "--nama")
    tujuan = _tujuan(folder, nama, berkas)
    hari_ini = date.today()  # noqa: DTZ011 (the day where the person sits)
    try:
        if asal is not None:
            teks = salin_sop(nama, asal, str(dari), hari_ini)
        else:
            peran = [p for x in pelaksana if (p := _satu_baris(x))] or _tanya_pelaksana()
            isi = _baca_langkah(langkah, peran) or _tanya_langkah(peran)
            bagian = bagian_diminta(None if nama_baru else _bentuk(data, folder.name))
            teks = tulis_sop(nama, peran, isi, hari_ini, bagian)
        instansi_baru = tulis_instansi(nama_baru) if nama_baru else ""
    except TakDapatDirapikan as error:
        raise click.UsageError(f"SOP ini tidak dapat ditulis: {error}.") from error
    if instansi_baru:
        _simpan(folder / "instansi.yml", instansi_baru)
    _simpan(tujuan, teks)
    click.echo(f"Lengkapi isinya, lalu periksa dengan: sop periksa {tujuan.as_posix()}")
    return 0


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


def _instansi(
    data: Path, instansi: str | None, nama: str | None, dari: str | None
) -> tuple[Path, str]:
    """Find the office's folder; the second is the name of an office that is still to be made."""
    ada = sorted(p.name for p in data.iterdir() if (p / "instansi.yml").is_file())
    if instansi is None and dari is not None:
        instansi = dari.partition("/")[0]
    if instansi is None:
        _harus_terminal("--instansi")
        for n, kantor in enumerate(ada, 1):
            click.echo(f"  {n}. {kantor}")
        jawab = _tanya("Instansi (nomor, atau nama folder baru seperti dinas-contoh)", "--instansi")
        terpilih = jawab.isdecimal() and 0 < int(jawab) <= len(ada)
        instansi = ada[int(jawab) - 1] if terpilih else jawab
    _harus_slug(instansi, "folder instansi")
    if instansi in ada:
        return data / instansi, ""
    return data / instansi, _satu_baris(nama) or _tanya("Nama lengkap instansi", "--nama-instansi")


def _tujuan(folder: Path, nama: str, berkas: str | None) -> Path:
    """Choose a file name that is still free."""
    from buku_sop.analysis.kata.slug import slug
    from buku_sop.loading.folder import BERKAS_BUKU, BERKAS_INSTANSI

    dipilih = berkas or slug(nama)
    while True:
        _harus_slug(dipilih, "berkas")
        tujuan = folder / f"{dipilih}.yml"
        khusus = tujuan.name in (BERKAS_INSTANSI, *BERKAS_BUKU)
        if not tujuan.exists() and not khusus:
            return tujuan
        sebab = "bukan berkas SOP dan tidak ditimpa" if khusus else "sudah ada dan tidak ditimpa"
        pesan = f"{tujuan.as_posix()} {sebab}."
        if berkas is not None or not sys.stdin.isatty():
            raise click.UsageError(f"{pesan} Pilih nama lain dengan --berkas.")
        click.echo(pesan)
        dipilih = _tanya("Nama berkas lain, tanpa .yml", "--berkas")


def _baca_langkah(langkah: tuple[str, ...], peran: list[str]) -> list[LangkahBaru]:
    from buku_sop.loading.baru import LangkahBaru

    hasil = []
    for teks in langkah:
        bagian = [_satu_baris(b) for b in teks.split("|")]
        if not 2 <= len(bagian) <= 4 or not bagian[1]:
            raise click.UsageError(f"Langkah {teks!r} tidak terbaca; tulis: {_LANGKAH}.")
        if bagian[0] not in peran:
            raise click.UsageError(
                f"Pelaksana {bagian[0]!r} belum disebut dengan --pelaksana; yang ada: {', '.join(peran)}."
            )
        waktu, output = [*bagian[2:], "", ""][:2]
        hasil.append(LangkahBaru(bagian[1], bagian[0], {"waktu": waktu, "output": output}))
    return hasil


def _tanya_pelaksana() -> list[str]:
    _harus_terminal("--pelaksana")
    click.echo("Para pelaksana, satu per satu; Enter saja bila sudah.")
    peran: list[str] = []
    while jawab := _tanya(f"Pelaksana {len(peran) + 1}", "--pelaksana", wajib=not peran):
        if jawab not in peran:
            peran.append(jawab)
    return peran


def _tanya_langkah(peran: list[str]) -> list[LangkahBaru]:
    from buku_sop.loading.baru import ISIAN_LANGKAH, LangkahBaru

    _harus_terminal("--langkah")
    click.echo("Langkah-langkah, diawali kata kerja; Enter saja bila sudah.")
    for n, label in enumerate(peran, 1):
        click.echo(f"  {n}. {label}")
    hasil: list[LangkahBaru] = []
    while kegiatan := _tanya(f"Langkah {len(hasil) + 1}", "--langkah", wajib=not hasil):
        oleh = _tanya_peran(peran)
        isian = {b.nama: _tanya(_pertanyaan(b), "", wajib=False) for b in ISIAN_LANGKAH}
        hasil.append(LangkahBaru(kegiatan, oleh, isian))
    return hasil


def _pertanyaan(bidang: Bidang) -> str:
    contoh = f", misalnya {bidang.contoh}" if bidang.contoh else ""
    return f"  {bidang.label}{contoh} (boleh kosong)"


def _tanya_peran(peran: list[str]) -> str:
    if len(peran) == 1:
        return peran[0]
    while True:
        jawab = _tanya("  Pelaksana (nomor)", "")
        if jawab in peran:
            return jawab
        if jawab.isdecimal() and 0 < int(jawab) <= len(peran):
            return peran[int(jawab) - 1]
        click.echo(f"  Tulis nomor 1 sampai {len(peran)}.")


def _tanya(pertanyaan: str, pilihan: str, *, wajib: bool = True) -> str:
    """Ask at the terminal; where there is none, what must be known is a missing option."""
    if not sys.stdin.isatty():
        if not wajib:
            return ""
        _harus_terminal(pilihan)
    while True:
        jawab = _satu_baris(click.prompt(pertanyaan, default="", show_default=False, type=str))
        if jawab or not wajib:
            return jawab
        click.echo("Jawaban ini wajib diisi.")


def _harus_terminal(pilihan: str) -> None:
    if not sys.stdin.isatty():
        raise click.UsageError(f"{pilihan} belum diisi, dan tidak ada terminal untuk bertanya.")


def _harus_slug(nama: str, sebutan: str) -> None:
    from buku_sop.loading.folder import SLUG

    if not SLUG.fullmatch(nama):
        raise click.UsageError(
            f"Nama {sebutan} {nama!r} tidak dapat dipakai: hanya huruf kecil, angka, dan tanda hubung."
        )


def _satu_baris(teks: str | None) -> str:
    """Fold white space, and replace what a terminal passed on although it is no UTF-8."""
    return " ".join((teks or "").encode(errors="replace").decode().split())


def _simpan(berkas: Path, teks: str) -> None:
    """Make a file that is not there yet."""
    try:
        berkas.parent.mkdir(parents=True, exist_ok=True)
        with berkas.open("x", encoding="utf-8", newline="\n") as keluaran:
            keluaran.write(teks)
    except FileExistsError as error:
        raise click.UsageError(f"{berkas.as_posix()} sudah ada dan tidak ditimpa.") from error
    except OSError as error:
        raise click.UsageError(
            f"{berkas.as_posix()} tidak dapat ditulis: {error.strerror}."
        ) from error
    click.echo(f"Ditulis: {berkas.as_posix()}")
