"""The settings of a handbook: what whoever keeps it says of its face and its site, beside the SOPs themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from buku_sop.model.kontak import Kontak

UTAMA_BAWAAN, AKSEN_BAWAAN = "#0b4654", "#9a3d00"


class BentukUnduhan(StrEnum):
    """A kind of file that other programs edit, by the name that the settings call it."""

    WORD = "word"
    EXCEL = "excel"
    BPMN = "bpmn"


@dataclass(frozen=True, slots=True)
class Warna:
    """Two colours, as `#rrggbb` in small letters."""

    utama: str = UTAMA_BAWAAN
    """Of the head of each page, buttons, links and symbols."""
    aksen: str = AKSEN_BAWAAN
    """Of what is pointed at, focused or to be seen first."""


@dataclass(frozen=True, slots=True)
class Tautan:
    """A link that the home page offers."""

    judul: str
    alamat: str


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Another handbook to which this one refers."""

    nama: str
    alamat: str = ""
    """Where it is published."""
    berkas: str = ""
    """The committed copy of its inventory, from the folder of `mkdocs.yml`."""
    cari_langsung: bool = False
    """Whether the search of a browser asks its site, and not the copy alone."""


@dataclass(frozen=True, slots=True)
class Setelan:
    """What stands in `mkdocs.yml` under `plugins: buku-sop:`, each value as it holds."""

    nama: str = ""
    """Of the handbook; empty for `site_name`."""
    pemerintah: str = ""
    """Who the offices belong to; an office's own says otherwise."""
    logo: str = ""
    """Path of an image that can be used, from the folder of `mkdocs.yml`; empty for none."""
    warna: Warna = field(default_factory=Warna)
    pengumuman: str = ""
    """Markdown, above all else on the home page."""
    sambutan: str = ""
    """Markdown, below the heading of the home page."""
    tautan: tuple[Tautan, ...] = ()
    petunjuk_cari: str = ""
    """What stands in the empty search field of the home page."""
    contoh_cari: tuple[str, ...] = ()
    """Words to search for that the home page proposes; empty for such from the SOPs."""
    rujukan: tuple[Rujukan, ...] = ()
    tulisan: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the office says otherwise in the interface, by keys of `buku_sop.model.tulisan`."""
    pdf: bool = True
    unduhan: tuple[BentukUnduhan, ...] = ()
    """What the page of each SOP offers to edit, beside the printed sheet."""
    simpanan: bool = True
    penyunting: bool = False
    kontak: Kontak = field(default_factory=Kontak)
    forge: str = ""
    forge_aplikasi: str = ""
    """The client id of an application on the forge, by which people sign in from the editor; never a secret."""
    tampilkan_penulis: bool = False
    edit_uri: str = ""
