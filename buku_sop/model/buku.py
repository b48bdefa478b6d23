"""What an office says for its printed book, besides its SOPs (PermenPANRB 35/2012, *unsur dokumentasi*).

Cover, decree of the leader, contents, and a short explanation with scope, summary and definitions.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keputusan:
    """The decree that puts the book into force, in the office's own words."""

    nomor: str = ""
    tentang: str = ""
    menimbang: tuple[str, ...] = ()
    mengingat: tuple[str, ...] = ()
    memperhatikan: tuple[str, ...] = ()
    menetapkan: str = ""
    diktum: tuple[str, ...] = ()
    """What it decides: *kesatu*, *kedua*, …"""
    tempat: str = ""
    tanggal: str = ""
    """As written."""
    jabatan: str = ""
    nama: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class IsiBuku:
    """What stands in the book of an office before its sheets."""

    judul: str = ""
    tahun: str = ""
    sk: Keputusan | None = None
    ruang_lingkup: tuple[str, ...] = ()
    """Why the procedures are made, and what the organisation needs them for."""
    ringkasan: tuple[str, ...] = ()
    """What they are about."""
    terbitkan: bool = False
    """Whether the site offers the book of this office."""
