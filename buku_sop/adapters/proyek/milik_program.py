"""The files of a project that are ours: replaced at each upgrade as long as the office has not changed them."""

from __future__ import annotations

import json

from buku_sop.adapters.places import DATA, bawaan
from buku_sop.adapters.proyek.alur_kerja import alur_kerja
from buku_sop.adapters.proyek.rencana import Forge
from buku_sop.adapters.proyek.roda import Roda
from buku_sop.adapters.proyek.templat import baca
from buku_sop.loading.skema import FOLDER_SKEMA, FORMS, nama_berkas, tulis_skema

KEBUTUHAN = "requirements.txt"
"""The office's own list of what is installed; one line of it names our lock."""
_SAMA = {
    "mulai.sh": "mulai.sh",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".editorconfig": "editorconfig",
}


def milik_program(forge: Forge, roda: Roda) -> dict[str, bytes]:
    """Write our files for a forge, by path; `roda` is the program itself."""
    teks = {path: baca(nama) for path, nama in _SAMA.items()}
    teks["mulai.bat"] = baca("mulai.bat").replace("\n", "\r\n")
    teks |= {f"{DATA}/{FOLDER_SKEMA}/{nama_berkas(j)}": tulis_skema(j) for j in FORMS}
    teks |= {".vscode/settings.json": _penyunting(), ".vscode/extensions.json": _SARAN}
    teks |= alur_kerja(forge)
    teks[nama_kunci(roda)] = kunci(roda)
    return {p: t.encode() for p, t in teks.items()} | {f"paket/{roda.nama}": roda.isi}


def nama_kunci(roda: Roda) -> str:
    """Name the lock of a version."""
    return f"paket/buku-sop-{roda.versi}.txt"


def kunci(roda: Roda) -> str:
    """Write the lock: this program by its digest, and all that it needs."""
    lain = bawaan("requirements/site.txt").read_text(encoding="utf-8")
    isi = "\n".join(b for b in lain.split("\n") if not b.startswith("#"))
    return baca("kunci.txt").format(versi=roda.versi, hash=roda.sidik) + isi


def kebutuhan(roda: Roda) -> str:
    """Write the list of what is installed, which the office may add to."""
    return baca("requirements.txt").format(versi=roda.versi)


_SARAN = json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n"


def _penyunting() -> str:
    """Write the settings of editors: which schema belongs to which file."""
    data, skema = f"{DATA}/*", f"./{DATA}/{FOLDER_SKEMA}"
    bukan = ("instansi", "kebutuhan", "bentuk")
    milik: dict[str, list[str]] = {
        "sop": [f"{data}/*.yml", *(f"!{data}/{n}.yml" for n in bukan)],
        "bentuk": [f"{DATA}/bentuk.yml", f"{data}/bentuk.yml"],
        "setelan": ["mkdocs.yml"],
    }
    for jenis in ("instansi", "kebutuhan"):
        milik[jenis] = [f"{data}/{jenis}.yml"]
    for jenis in ("singkatan", "peraturan"):
        milik[jenis] = [f"{DATA}/{jenis}.yml"]
    isi = {
        "yaml.schemas": {f"{skema}/{nama_berkas(j)}": milik[j] for j in FORMS if j in milik},
        "yaml.customTags": ["!ENV scalar", "!ENV sequence"],
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "[yaml]": {
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.rulers": [100],
            "editor.wordWrap": "bounded",
            "editor.wordWrapColumn": 100,
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
    }
    return json.dumps(isi, indent=2) + "\n"
