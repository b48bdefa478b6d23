"""`sop perbarui-rujukan`: the copies of other handbooks' inventories, as they are now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from buku_sop.adapters.ambil_inventaris import AmbilGagal, alamat_inventaris, ambil
from buku_sop.adapters.cli.indonesian_click import Perintah
from buku_sop.adapters.kemajuan import Kabar, tampilkan
from buku_sop.adapters.whole_files import why, write_whole
from buku_sop.analysis.keterkaitan.salinan import PerubahanSalinan, perbarui_salinan
from buku_sop.loading.inventaris import (
    MAX_BYTES,
    InventarisTakTerbaca,
    baca_inventaris,
    baca_salinan,
    bersih,
)
from buku_sop.loading.isi_data import SETELAN, baca_terbatas
from buku_sop.model.buku_lain import SalinanInventaris
from buku_sop.model.setelan import Rujukan
from buku_sop.setelan import berkas_rujukan, buka_setelan
from buku_sop.views.inventaris import tulis_salinan

SEKALIGUS = 8
"""Sites that are asked at a time."""
DISEBUT = 20
"""Most SOPs of one handbook that are named for one kind of change."""


@click.command(
    cls=Perintah,
    help="Perbarui salinan inventaris buku SOP lain yang tercantum sebagai rujukan di mkdocs.yml. Salinan lama tetap ada "
    "bila gagal.",
)
@click.argument(
    "nama", nargs=-1, metavar="[NAMA]...", help="Nama buku yang diperbarui. Bakunya semua."
)
@click.option(
    "--dari", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Ambil inventaris satu buku dari berkas ini, misalnya dari USB, dan bukan dari situsnya.",
)  # fmt: skip
@click.pass_obj
def perbarui_rujukan(root: Path, nama: Sequence[str], dari: Path | None) -> int:
    """Refresh copies and say what changed; exit status 1 where one could not be."""
    dipilih = _pilih(root, nama)
    if dari is not None and len(dipilih) != 1:
        raise click.UsageError("Dengan --dari, sebut nama satu buku.")
    gagal = berpindah = 0
    for satu, isi in _ambil_semua(dipilih, dari):
        try:
            perubahan = _perbarui(root, satu, isi)
        except (AmbilGagal, InventarisTakTerbaca) as error:
            click.echo(f"{satu.nama}: gagal, {error}. Salinan lama tidak diubah.", err=True)
            gagal += 1
            continue
        click.echo(f"{satu.nama}: {_ringkas(perubahan)}")
        for baris in _rincian(perubahan):
            click.echo(f"  {baris}")
        berpindah += len(perubahan.hilang) + len(perubahan.ganti_nama)
    if berpindah:
        click.echo(
            "Jalankan `sop periksa`: SOP yang menyebut yang hilang atau berganti nama ditandai SOP-K008."
        )
    return int(gagal > 0)


def _pilih(root: Path, nama: Sequence[str]) -> list[Rujukan]:
    berkas = root / SETELAN
    if not berkas.is_file():
        raise click.UsageError(
            f"{berkas.as_posix()} tidak ada. Jalankan dari folder buku, atau pakai --folder."
        )
    semua = {r.nama: r for r in buka_setelan(berkas).setelan.rujukan}
    if not semua:
        raise click.UsageError(
            f"Tidak ada `rujukan:` di setelan buku-sop dalam {berkas.as_posix()}."
        )
    if asing := [n for n in nama if n not in semua]:
        raise click.UsageError(
            f"Bukan nama rujukan: {', '.join(asing)}. Yang ada: {', '.join(semua)}."
        )
    return [semua[n] for n in dict.fromkeys(nama)] if nama else list(semua.values())


@dataclass(frozen=True, slots=True)
class _Isi:
    """What was had of a handbook, and from where."""

    dari: str
    isi: bytes


def _ambil_semua(
    dipilih: Sequence[Rujukan], dari: Path | None
) -> list[tuple[Rujukan, _Isi | AmbilGagal]]:
    """Fetch inventories, several at a time; in the order of the handbooks."""
    if dari is not None:
        return [(dipilih[0], _dari_berkas(dari))]
    hasil = []
    with ThreadPoolExecutor(SEKALIGUS) as pekerja, tampilkan() as lapor:
        semua = zip(dipilih, pekerja.map(_dari_situs, dipilih), strict=True)
        for nomor, satu in enumerate(semua, 1):
            lapor(Kabar("Mengambil inventaris", nomor, len(dipilih)))
            hasil.append(satu)
    return hasil


def _dari_situs(rujukan: Rujukan) -> _Isi | AmbilGagal:
    if not rujukan.alamat:
        return AmbilGagal("alamatnya tidak tertulis; pakai --dari, atau tulis `alamat:`")
    alamat = alamat_inventaris(rujukan.alamat)
    try:
        return _Isi(alamat, ambil(alamat))
    except AmbilGagal as error:
        return AmbilGagal(f"{error} ({alamat})")


def _dari_berkas(berkas: Path) -> _Isi | AmbilGagal:
    try:
        isi, ukuran = baca_terbatas(berkas, MAX_BYTES)
    except OSError as error:
        return AmbilGagal(f"{berkas.as_posix()} tidak dapat dibaca: {why(error)}")
    if ukuran > MAX_BYTES:
        return AmbilGagal(f"{berkas.as_posix()} lebih dari {MAX_BYTES // 1_000_000} MB")
    return _Isi(berkas.name, isi)


def _perbarui(root: Path, rujukan: Rujukan, isi: _Isi | AmbilGagal) -> PerubahanSalinan:
    """Write the copy of one handbook. Raises AmbilGagal or InventarisTakTerbaca, and changes nothing then."""
    if isinstance(isi, AmbilGagal):
        raise isi
    berkas = root / berkas_rujukan(rujukan)
    if Path(berkas_rujukan(rujukan)).is_absolute() or ".." in Path(berkas_rujukan(rujukan)).parts:
        raise AmbilGagal("`berkas:` harus di dalam folder buku")
    lama = _lama(berkas)
    hari = date.today().isoformat()  # noqa: DTZ011, the office's own day
    baru, perubahan = perbarui_salinan(lama, baca_inventaris(isi.isi), bersih(isi.dari), hari)
    if baru is not lama:
        try:
            write_whole(berkas, tulis_salinan(baru).encode())
        except OSError as error:
            raise AmbilGagal(f"{berkas.as_posix()} tidak dapat ditulis: {why(error)}") from error
    return perubahan


def _lama(berkas: Path) -> SalinanInventaris | None:
    """Read the copy that there is; one that cannot be used has nothing to tell."""
    try:
        isi, ukuran = baca_terbatas(berkas, MAX_BYTES)
        return baca_salinan(isi) if ukuran <= MAX_BYTES else None
    except (OSError, InventarisTakTerbaca):
        return None


def _ringkas(p: PerubahanSalinan) -> str:
    bagian = (
        (len(p.baru), "baru"), (len(p.hilang), "hilang"), (len(p.ganti_nama), "berganti nama"), (p.berubah, "berubah"),
    )  # fmt: skip
    return ", ".join(f"{n} SOP {apa}" for n, apa in bagian if n) or "tidak ada yang berubah"


def _rincian(p: PerubahanSalinan) -> Iterator[str]:
    semua = (
        [f"+ {s.nama} ({s.id})" for s in p.baru],
        [f"- {h.nama} ({h.id})" for h in p.hilang],
        [f"~ {h.nama} → {h.kini} ({h.id})" for h in p.ganti_nama],
    )
    for jenis in semua:
        yield from jenis[:DISEBUT]
        if len(jenis) > DISEBUT:
            yield f"… dan {len(jenis) - DISEBUT} lagi"
