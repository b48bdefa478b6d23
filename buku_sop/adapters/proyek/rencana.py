"""What a new project is to hold: the answers of an office, checked before anything is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from buku_sop.analysis.kata.slug import unique_slugs
from buku_sop.loading.baru import LangkahBaru

Forge = Literal["github", "gitlab", "forgejo", "tidak"]
FORGE: tuple[Forge, ...] = ("github", "gitlab", "forgejo", "tidak")
_TERLARANG = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])")
"""Names that Windows keeps for devices."""
NAMA_TERPANJANG = 200


@dataclass(frozen=True, slots=True)
class SopPertama:
    """The first SOP; without steps it is a draft that says what is missing."""

    nama: str
    pelaksana: tuple[str, ...] = ()
    langkah: tuple[LangkahBaru, ...] = ()


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture, under the name that it has in the project."""

    nama: str
    isi: bytes


@dataclass(frozen=True, slots=True)
class Rencana:
    """A project that is still to be written."""

    instansi: tuple[str, ...]
    """Full names, the first being the office of the first SOP."""
    pemerintah: str = ""
    logo: Logo | None = None
    warna: tuple[str, ...] = ()
    """`#rrggbb`: the main colour, and the accent where there is one."""
    forge: Forge = "tidak"
    sop: SopPertama | None = None

    @property
    def folder(self) -> tuple[str, ...]:
        """The folders of the offices in `sop_data/`, in their order."""
        return nama_folder(self.instansi)

    @property
    def tempat_logo(self) -> str:
        """The path of the logo: of one office in its folder, where its sheets look, else beside the settings."""
        if not self.logo:
            return ""
        satu = f"sop_data/{self.folder[0]}/" if len(self.instansi) == 1 else ""
        return f"{satu}{self.logo.nama}"

    @property
    def judul(self) -> str:
        """The name of the handbook."""
        satu = self.instansi[0] if len(self.instansi) == 1 else self.pemerintah
        return f"Buku SOP {satu}".strip()


def nama_folder(instansi: Sequence[str]) -> tuple[str, ...]:
    """Name the folders of offices, each its own."""
    return tuple(f"kantor-{s}" if _TERLARANG.fullmatch(s) else s for s in unique_slugs(instansi))


def sebab_nama(nama: str) -> str:
    """Say why a text cannot be a name; empty where it can."""
    if any(not c.isprintable() for c in nama):
        return "Nama memuat karakter yang tidak terlihat; ketik ulang namanya."
    if len(nama) > NAMA_TERPANJANG:
        return f"Nama lebih dari {NAMA_TERPANJANG} huruf; tulis yang lebih pendek."
    if not any(c.isalnum() for c in nama):
        return f"{nama!r} bukan nama; tulis hurufnya."
    return ""


def dua_kali(instansi: Sequence[str]) -> str:
    """Return an office that is named twice; empty where there is none."""
    rata = [" ".join(n.casefold().split()) for n in instansi]
    return next((n for n, r in zip(instansi, rata, strict=True) if rata.count(r) > 1), "")
