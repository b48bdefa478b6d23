"""The settings of the handbook put into those of MkDocs: its name, and what its site has."""

from __future__ import annotations

import os
import sys
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from buku_sop.adapters.mkdocs.bundles import READY
from buku_sop.adapters.places import LOOK
from buku_sop.adapters.situs.wajah_berkas import WajahSitus, siapkan
from buku_sop.adapters.source_lines import source_lines
from buku_sop.loading.setelan import LAMA
from buku_sop.model.tulisan import PERAMBAN, TULISAN, pasang, tulis
from buku_sop.setelan import HasilSetelan, buka_setelan
from buku_sop.views.dasar.diagnostik import tulis_teks

KONTAK = "kontak"
"""Under which name of `extra` the contact of the handbook travels to the foot of each page."""
WAJAH = "wajah"
"""Under which the templates find the face of the handbook, in plain values: a page is made again when they change."""
BERKAS = "wajah_berkas"
"""Under which its files travel through a build."""

_DI_TEMA = ("kerangka.di_sini", "kerangka.terang", "kerangka.gelap", "kerangka.perangkat")
"""Words that settings of MkDocs and of the theme hold."""


def buka(config: MkDocsConfig, *, serving: bool) -> HasilSetelan:
    """Read the settings beside the configuration, and tell all that is wrong with them.

    Raises:
        Abort: Something stands there that nobody would see, and this is no live preview.
    """
    berkas = Path(config.config_file_path)
    hasil = buka_setelan(berkas, os.environ)
    if hasil.diagnostics:
        print(tulis_teks(hasil.diagnostics, source_lines(berkas.parent)), file=sys.stderr)
    if hasil.gagal and not serving:
        raise Abort(f"Setelan di {berkas.name} perlu diperbaiki (lihat di atas).")
    return hasil


def terapkan(config: MkDocsConfig, hasil: HasilSetelan) -> None:
    """Let the settings hold: those that are written as such before `extra`, which MkDocs has read itself, and the usual where nobody said anything."""
    setelan = hasil.setelan
    pasang(setelan.tulisan)
    config.site_name = setelan.nama or config.site_name
    for kunci in LAMA:
        nilai: Any = getattr(setelan, kunci)
        if kunci in hasil.tertulis and not (kunci == "simpanan" and config.extra.get(READY)):
            config.extra[kunci] = nilai
        config.extra.setdefault(kunci, nilai)
    config.extra[KONTAK] = setelan.kontak
    root = Path(config.config_file_path).parent
    berkas = siapkan(root, LOOK, setelan)
    config.extra[BERKAS] = berkas
    if berkas.favicon:
        config.theme["favicon"] = berkas.favicon.path
    config.extra[WAJAH] = {
        "pemerintah": setelan.pemerintah,
        "utama": setelan.warna.utama,
        "logo": berkas.logo.path if berkas.logo else "",
        "alas": berkas.alas,
        "tulisan": {k: t for k, t in setelan.tulisan.items() if k in PERAMBAN},
    }


def sebut(config: MkDocsConfig) -> None:
    """Say in the office's words what the settings of the theme say in ours."""
    ganti = {TULISAN[kunci]: escape(tulis(kunci)) for kunci in _DI_TEMA}
    daftar_isi = (config.mdx_configs or {}).get("toc") or {}
    if (judul := daftar_isi.get("title")) in ganti:
        daftar_isi["title"] = ganti[judul]
    for warna in config.theme.get("palette") or ():
        if isinstance(warna, dict) and isinstance(tombol := warna.get("toggle"), dict):
            tombol["name"] = ganti.get(str(tombol["name"]), tombol["name"])


def tambahkan(files: Files, config: MkDocsConfig) -> None:
    """Add the files of the face to a site whose bundles are made: its colours stand over them."""
    berkas: WajahSitus = config.extra[BERKAS]
    for satu in berkas.semua:
        files.append(File.generated(config, satu.path, abs_src_path=str(satu.sumber)))
    if berkas.gaya:
        config.extra_css = [*config.extra_css, berkas.gaya.path]
