"""`sop terima`: a proposal that came as a file is looked through, shown in words, and made a branch."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import click

from buku_sop.adapters.cli.indonesian_click import Perintah, setuju
from buku_sop.adapters.cli.whole_handbook import harus_ada
from buku_sop.adapters.git.branch import head, is_known, make_branch, text_at
from buku_sop.adapters.git.run import GitFailed
from buku_sop.adapters.places import DATA, LOOK
from buku_sop.adapters.whole_files import why
from buku_sop.diagnostics import Tingkat
from buku_sop.loading.isi_data import baca_terbatas
from buku_sop.loading.isi_folder import IsiFolder
from buku_sop.loading.sunting.gabung import KINI, USULAN, Konflik, gabung
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.sunting.buku import Buku, Ubahan
from buku_sop.sunting.jalan import kata_jalan, kata_nilai
from buku_sop.sunting.selisih import banding
from buku_sop.sunting.terbit import tanpa_nip
from buku_sop.sunting.usul import MAX_ZIP, BerkasUsulan, BukanUsulan, baca_usulan
from buku_sop.views.beda.teks import tulis_teks
from buku_sop.views.dasar.diagnostik import terlihat
from buku_sop.views.dasar.diagnostik import tulis_teks as tulis_temuan
from buku_sop.views.dasar.render import TEMPLATES, Perender


@click.command(
    cls=Perintah,
    help="Terima usulan yang dikirim sebagai berkas (.sop-usul.zip): periksa, tunjukkan bedanya, lalu jadikan cabang git. "
    "Berkas di folder kerja tidak disentuh.",
)
@click.argument("berkas", type=click.Path(path_type=Path, dir_okay=False), metavar="BERKAS")
@click.option(
    "--ya", is_flag=True, help="Jangan bertanya; bila ada yang bertabrakan, tidak ada yang dibuat."
)
@click.pass_obj
def terima(root: Path, berkas: Path, *, ya: bool) -> int:
    """Show a proposal, ask, and make its branch."""
    harus_ada(root / DATA)
    try:
        isi, ukuran = baca_terbatas(berkas, MAX_ZIP)
        if ukuran > MAX_ZIP:
            raise BukanUsulan(
                f"Berkas itu lebih dari {MAX_ZIP // 1_000_000} MB; usulan tidak sebesar itu."
            )
        usulan = baca_usulan(isi)
        induk = head(root)
        teks = _gabungkan(root, usulan, induk, ya=ya)
    except OSError as error:
        raise click.ClickException(f"Berkas tidak terbaca: {why(error)}.") from error
    except (BukanUsulan, GitFailed) as error:
        raise click.ClickException(terlihat(str(error))) from error
    except TakDapatDisunting as error:
        raise click.ClickException(
            f"Usulan tidak dapat digabungkan: {terlihat(str(error))}."
        ) from error
    if not teks:
        click.echo("Usulan itu sudah termuat; tidak ada yang berubah.")
        return 0
    _tunjukkan(root, usulan, teks)
    nama = _nama_cabang(usulan, isi)
    if not ya and not setuju(f"Jadikan cabang {nama}?"):
        click.echo("Tidak ada yang dibuat.")
        return 1
    try:
        make_branch(root, nama, induk, {f"{DATA}/{b}": t for b, t in teks.items()}, _pesan(usulan))
    except GitFailed as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"Cabang {nama} dibuat; folder kerja tetap seperti semula. Gabungkan dengan: git merge {nama}"
    )
    return 0


def _gabungkan(root: Path, usulan: BerkasUsulan, induk: str, *, ya: bool) -> dict[str, str]:
    """Bring each text into what is recorded now; ask where both sides changed a field. Raises what it is named for."""
    hasil = {}
    for n in usulan.naskah:
        kini = text_at(root, induk, f"{DATA}/{n.berkas}")
        if kini is None:
            if n.asal is not None:
                raise BukanUsulan(
                    f"{n.berkas} tidak ada lagi di buku ini; mintalah usulan yang baru."
                )
            hasil[n.berkas] = n.usulan
            continue
        asal = tanpa_nip(n.berkas, kini) if n.asal is None else n.asal
        pilihan: dict[str, str] = {}
        gabungan = gabung(n.berkas, asal, kini, n.usulan)
        for konflik in gabungan.konflik:
            pilihan[konflik.kunci] = _pilih(n.berkas, konflik, ya=ya)
        if pilihan:
            gabungan = gabung(n.berkas, asal, kini, n.usulan, pilihan)
        if gabungan.naskah.tertulis != kini:
            hasil[n.berkas] = gabungan.naskah.tertulis
    return hasil


def _pilih(berkas: str, konflik: Konflik, *, ya: bool) -> str:
    tempat = f"{berkas}, {kata_jalan(konflik.jalan)}"
    if ya:
        raise BukanUsulan(f"{tempat} berubah di kedua sisi; jalankan tanpa --ya untuk memilih.")
    click.echo(terlihat(f"\n{tempat} berubah di kedua sisi. Semula: {kata_nilai(konflik.asal)}"))
    click.echo(terlihat(f"  1. di buku kini: {kata_nilai(konflik.kini)}"))
    click.echo(terlihat(f"  2. usulan      : {kata_nilai(konflik.usulan)}"))
    return {1: KINI, 2: USULAN}[click.prompt("Pakai yang mana", type=click.IntRange(1, 2))]


def _tunjukkan(root: Path, usulan: BerkasUsulan, teks: dict[str, str]) -> None:
    """Show who proposes what, the difference in words, and what the checks find in it."""
    click.echo(terlihat(f"Usulan {usulan.oleh or 'tanpa nama'}, {usulan.dibuat}:"))
    for baris in usulan.catatan.splitlines():
        click.echo(terlihat(f"  {baris}"))
    if usulan.revisi and not is_known(root, usulan.revisi):
        click.echo(
            f"Perhatikan: usulan ini dibuat dari revisi {usulan.revisi[:12]}, yang tidak ada di riwayat buku ini. "
            "Mungkin dari salinan lain; bandingkan dengan saksama."
        )
    buku = Buku(root / DATA, IsiFolder(), Perender(LOOK / TEMPLATES))
    ubahan: Ubahan = dict(teks)
    click.echo("\n" + tulis_teks(banding(buku, ubahan)))
    milik = {f"{DATA}/{b}" for b in teks}
    galat = [
        d
        for d in buku.buka(ubahan).diagnostics
        if d.lokasi.berkas in milik and d.tingkat is Tingkat.GALAT
    ]
    if galat:
        click.echo("Usulan ini belum dapat terbit:\n" + tulis_temuan(galat, lambda _: ""))


def _nama_cabang(usulan: BerkasUsulan, isi: bytes) -> str:
    """Name the branch by what it changes and by the file, so that the same proposal comes once."""
    apa = re.sub(r"[^a-z0-9]+", "-", usulan.naskah[0].berkas.removesuffix(".yml")).strip("-")[:60]
    return f"usul/{apa}-{sha256(isi).hexdigest()[:8]}"


def _pesan(usulan: BerkasUsulan) -> str:
    apa = ", ".join(n.berkas.removesuffix(".yml") for n in usulan.naskah[:3])
    dari = (
        f"Diusulkan oleh {usulan.oleh} pada {usulan.dibuat}."
        if usulan.oleh
        else f"Diusulkan pada {usulan.dibuat}."
    )
    return "\n\n".join(filter(None, (f"Usulan: {apa}", usulan.catatan, dari))) + "\n"
