"""`sop impor --ke`: brings a new version of a document into the SOP that is there, after showing what it changes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from buku_sop.adapters.cli.indonesian_click import setuju
from buku_sop.adapters.cli.opening import open_shown
from buku_sop.adapters.impor.banyak import impor_banyak
from buku_sop.adapters.impor.pekerja import DrafBerkas, HasilBerkas
from buku_sop.adapters.impor.tulis import bacaan_lama, laporkan
from buku_sop.adapters.places import DATA
from buku_sop.adapters.whole_files import why, write_whole
from buku_sop.analysis.beda import bandingkan
from buku_sop.analysis.impor.sebutan import pertahankan
from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.loading.build import bangun_sop
from buku_sop.loading.document import DokumenSop
from buku_sop.loading.places import Value
from buku_sop.loading.sunting.naskah import Naskah, buka
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.model import Handbook
from buku_sop.perbarui_impor import Pembaruan, perbarui, pilih
from buku_sop.views.beda.susun import tampilkan
from buku_sop.views.beda.teks import tulis_teks
from buku_sop.views.dasar.diagnostik import terlihat


def impor_ke(root: Path, asal: Path, ke: str, laporan: Path, *, ya: bool) -> int:
    """Read a document, show what it changes in an SOP, ask, and write. The status is 1 where nothing was written."""
    buku = open_shown(root / DATA)
    id = ke.removesuffix(".yml")
    if id not in buku.berkas:
        dekat = mirip(id, buku.berkas)
        usul = f" Mungkin {' atau '.join(dekat)}?" if dekat else ""
        raise click.UsageError(f"Tidak ada SOP {terlihat(ke)}.{usul}")
    tujuan, folder = root / DATA / f"{id}.yml", laporan / id
    kantor = buku.handbook.cari_instansi(id.partition("/")[0]).istilah_lembar
    (_, hasil) = next(iter(impor_banyak([asal])))
    satu = _draf(asal, hasil, next(s.nama for s in buku.handbook.sop if s.id == id))
    satu = replace(satu, draf=pertahankan(satu.draf, kantor))
    try:
        mentah = tujuan.read_bytes()
        naskah = buka(f"{id}.yml", mentah.decode("utf-8"))
        jadi = perbarui(naskah, satu.draf.isi, bacaan_lama(folder))
    except OSError as error:
        raise click.ClickException(f"Berkas tidak terbaca: {why(error)}.") from error
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{tujuan.as_posix()} bukan teks UTF-8.") from error
    except TakDapatDisunting as error:
        raise click.ClickException(
            f"{terlihat(asal.name)} tidak dapat dibawa ke {id}: {terlihat(str(error))}. Impor sebagai draf tersendiri dengan "
            "--instansi, lalu bandingkan."
        ) from error
    _tunjukkan(buku.handbook, id, naskah, jadi)
    if jadi.perubahan.naskah.teks == naskah.teks:
        laporkan(satu, asal, tujuan, folder)
        click.echo("Tidak ada yang berubah; tidak ada yang ditulis.")
        return 0
    if sop_lain(naskah.data, satu.draf.isi):
        pesan = f"Dokumen ini tampaknya SOP lain: namanya “{satu.draf.nama}”, dan tidak satu pun kegiatannya sama."
        if ya:
            raise click.ClickException(
                terlihat(
                    f"{pesan} Tidak ada yang ditulis; bila memang versi barunya, jalankan tanpa --ya."
                )
            )
        click.echo(terlihat(f"Perhatian: {pesan}"))
    if not ya and not setuju("Tulis perubahan ini?"):
        click.echo("Tidak ada yang ditulis.")
        return 1
    _tulis(tujuan, mentah, jadi.perubahan.naskah)
    laporkan(satu, asal, tujuan, folder)
    click.echo(f"{tujuan.as_posix()} ditulis. Keraguan dan sisa kata: {folder.as_posix()}/")
    return 0


def mirip(id: str, semua: Iterable[str]) -> list[str]:
    """Return ids that may be meant: those that hold the name that was given, else the nearest one."""
    nama = id.rpartition("/")[2]
    urut = sorted(semua)
    return [x for x in urut if nama and nama in x][:3] or difflib.get_close_matches(id, urut, n=1)


def sop_lain(lama: Value, baru: Mapping[str, Any]) -> bool:
    """Whether a document is hardly a new version of an SOP: it has another name, and no activity in common."""
    dulu, kini = (x if isinstance(x, dict) else {} for x in (lama, dict(baru)))
    if kunci_nama(str(dulu.get("nama"))) == kunci_nama(str(kini.get("nama"))):
        return False
    semua = [set(_kegiatan(x)) for x in (dulu, kini)]
    return all(semua) and semua[0].isdisjoint(semua[1])


def _kegiatan(isi: Mapping[str, Any]) -> Iterator[str]:
    for tabel in isi.get("prosedur") or [isi]:
        for satu in tabel.get("langkah") or ():
            teks = satu.get("kegiatan") if isinstance(satu, dict) else satu
            yield " ".join(str(teks or "").casefold().split())


def _draf(asal: Path, hasil: HasilBerkas, nama: str) -> DrafBerkas:
    """Choose the draft that is meant. Raises click.ClickException where it is none, or not clear."""
    if hasil.galat or not hasil.draf:
        sebab = hasil.galat or "Tidak ada halaman di dalamnya."
        raise click.ClickException(f"{terlihat(asal.name)}: tidak dibaca. {terlihat(sebab)}")
    semua = {n: d.draf.isi for n, d in enumerate(hasil.draf)}
    cocok = list(pilih(semua, nama))
    if len(cocok) != 1:
        ada = ", ".join(f"“{d.draf.nama}”" for d in hasil.draf)
        raise click.ClickException(
            terlihat(f"{asal.name} memuat {len(hasil.draf)} SOP ({ada}); tidak satu pun, atau lebih dari satu, bernama “{nama}”. "
                     "Pecah dokumennya.")
        )  # fmt: skip
    for catatan in hasil.catatan:
        click.echo(f"  {terlihat(catatan)}")
    return hasil.draf[cocok[0]]


def _tunjukkan(handbook: Handbook, id: str, naskah: Naskah, jadi: Pembaruan) -> None:
    """Show what changes as `sop beda` does, what changes besides, and what stays."""
    baru = jadi.perubahan.naskah
    if baru.teks != naskah.teks:
        instansi = handbook.cari_instansi(id.partition("/")[0])
        sop = bangun_sop(id, DokumenSop.model_validate(baru.data), instansi)
        sesudah = replace(handbook, sop=tuple(sop if s.id == id else s for s in handbook.sop))
        beda = bandingkan(handbook, sesudah)
        click.echo(tulis_teks(tampilkan(beda, "berkas sekarang", "dokumen baru")))
    for catatan in (*jadi.perubahan.catatan, *jadi.tetap):
        click.echo(f"- {terlihat(catatan)}")


def _tulis(tujuan: Path, lama: bytes, naskah: Naskah) -> None:
    try:
        if tujuan.read_bytes() != lama:
            raise click.ClickException(f"{tujuan.as_posix()} berubah sementara itu; ulangi.")
        write_whole(tujuan, naskah.tertulis.encode(), flush=True)
    except OSError as error:
        raise click.ClickException(f"Tidak dapat menulis: {why(error)}.") from error
