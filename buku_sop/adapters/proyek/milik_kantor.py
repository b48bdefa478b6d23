"""The files of a new project that belong to the office from then on: settings, data, README, owners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from buku_sop.adapters.places import DATA
from buku_sop.adapters.proyek import tempat
from buku_sop.adapters.proyek.rencana import Forge, Rencana, SopPertama
from buku_sop.adapters.proyek.templat import baca
from buku_sop.analysis.kata.slug import slug
from buku_sop.loading.baru import tulis_draf, tulis_instansi, tulis_sop

PEMILIK = {
    "github": (".github/CODEOWNERS", "/{}/"),
    "gitlab": (".gitlab/CODEOWNERS", "/{}/"),
    "forgejo": (".forgejo/CODEOWNERS", "{}/.*"),
}
"""Where a forge looks for the owners of folders, and how it writes a folder."""
_BUKAN_SOP = ("instansi", "kebutuhan", "bentuk")
"""File names in an office's folder that are no SOP."""


def milik_kantor(rencana: Rencana, hari_ini: date) -> dict[str, bytes]:
    """Write the office's own files, by path."""
    isi = {"mkdocs.yml": mkdocs_yml(rencana), "docs/.gitkeep": ""}
    kantor = list(zip(rencana.instansi, rencana.folder, strict=True))
    isi["README.md"] = readme(rencana.judul, kantor, rencana.forge)
    for nama, folder in kantor:
        isi[f"{DATA}/{folder}/instansi.yml"] = _instansi(nama, rencana)
    if rencana.sop:
        isi[berkas_sop(rencana)] = _sop(rencana.sop, hari_ini)
    if rencana.forge in PEMILIK:
        isi[PEMILIK[rencana.forge][0]] = pemilik(rencana)
    gambar = {rencana.tempat_logo: rencana.logo.isi} if rencana.logo else {}
    return {path: teks.encode() for path, teks in isi.items()} | gambar


def berkas_sop(rencana: Rencana) -> str:
    """Name the file of the first SOP."""
    assert rencana.sop
    nama = slug(rencana.sop.nama)
    nama = f"sop-{nama}" if nama in _BUKAN_SOP else nama
    return f"{DATA}/{rencana.folder[0]}/{nama}.yml"


def mkdocs_yml(rencana: Rencana) -> str:
    """Write the settings, with a comment at each for whoever does not know YAML."""
    return baca("mkdocs.yml").format(
        judul=tempat.yaml(rencana.judul), setelan="\n".join(_setelan(rencana))
    )


def _setelan(rencana: Rencana) -> Iterator[str]:
    def isian(kunci: str, nilai: str, keterangan: str, contoh: str) -> str:
        awal = f"      {kunci}: {nilai}" if nilai else f"      # {kunci}: {contoh}"
        return f"{awal}  # {keterangan}"

    warna = dict(zip(("utama", "aksen"), rencana.warna, strict=False))
    pasangan = ", ".join(f'{k}: "{v}"' for k, v in warna.items())
    pemerintah = tempat.yaml(rencana.pemerintah) if rencana.pemerintah else ""
    logo = tempat.yaml(rencana.tempat_logo) if rencana.logo else ""
    forge = rencana.forge if rencana.forge != "tidak" else ""
    yield isian("pemerintah", pemerintah, "pemerintah yang menaungi", "Pemerintah Kabupaten Contoh")
    yield isian("logo", logo, "SVG, PNG, atau JPG", "logo.png")
    yield isian(
        "warna", f"{{{pasangan}}}" if pasangan else "", "warna utama dan aksen",
        '{utama: "#0b5394", aksen: "#b45f06"}',
    )  # fmt: skip
    yield isian(
        "penyunting",
        "ya",
        "SOP ditulis dan diubah di situs itu sendiri (15 MB); tidak bila situs harus kecil",
        "",
    )
    yield isian("forge", forge, "tempat menyimpan bersama: github, gitlab, atau forgejo", "github")
    yield isian(
        "kontak", "", "pengelola buku, di kaki setiap halaman",
        "{unit: Bagian Organisasi, email: organisasi@contoh.go.id}",
    )  # fmt: skip


def readme(judul: str, kantor: Iterable[tuple[str, str]], forge: Forge) -> str:
    """Write what whoever opens the folder is to know: two commands, and where things lie.

    `kantor` are the offices: name and folder.
    """
    daftar = "\n".join(f"- `{DATA}/{folder}/`: {tempat.markdown(nama)}" for nama, folder in kantor)
    return baca("README.md").format(
        judul=tempat.markdown(judul), daftar=daftar, sesudah=baca(f"sesudah-{forge}.md").strip()
    )


def pemilik(rencana: Rencana) -> str:
    """Write who must agree to changes of which folder, for names to be filled in."""
    pola = PEMILIK[rencana.forge][1]
    lebar = max(len(pola.format(f"{DATA}/{f}")) for f in rencana.folder)
    baris = [
        f"# {pola.format(f'{DATA}/{folder}'):<{lebar}}  @organisasi/{folder}"
        for folder in rencana.folder
    ]
    return baca("CODEOWNERS").format(
        semua=f"{'*' if pola[0] == '/' else '.*':<{lebar}}", baris="\n".join(baris)
    )


def _instansi(nama: str, rencana: Rencana) -> str:
    """Write the file of an office; the lines of its letterhead are what is known, in capitals as on paper."""
    isi: dict[str, object] = {}
    if rencana.pemerintah:
        kop = [rencana.pemerintah.upper(), nama.upper()]
        isi = {"pemerintah": rencana.pemerintah, "kop": kop}
    if rencana.logo and len(rencana.instansi) == 1:
        isi["logo"] = rencana.logo.nama
    return tulis_instansi(nama, isi)


def _sop(sop: SopPertama, hari_ini: date) -> str:
    if not sop.langkah:
        return tulis_draf(sop.nama, sop.pelaksana, hari_ini)
    return tulis_sop(sop.nama, sop.pelaksana, sop.langkah, hari_ini)
