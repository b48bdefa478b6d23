"""A proposal from the page: what it is about, in the words that stand there now."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from buku_sop.model import Instansi, Sop
from buku_sop.views.dasar.isian import isi_langkah, label
from buku_sop.views.dasar.mermaid_text import singkat
from buku_sop.views.dasar.nomor import judul_langkah, sebut_langkah

_NAMA = 150
"""Characters of an SOP's name."""
_BIDANG = ("kegiatan", "pelaksana", "cabang", "ke", "kelengkapan", "waktu", "output", "keterangan")
"""What is told of a step, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Usulan:
    """What a proposal is about; plain text, as people wrote it."""

    judul: str
    sop: str
    """The SOP by name and id."""
    langkah: str = ""
    """The step by its number ("Langkah 7"), or by its activity where it has none; empty for the whole SOP."""
    semula: str = ""
    """The step as it is now, a line for each filled field."""


def tanpa_usul(_: Usulan) -> str:
    """Give no address, where no forge is known."""
    return ""


def usulan_sop(sop: Sop) -> Usulan:
    """Begin a proposal for an SOP."""
    nama = singkat(sop.nama, _NAMA)
    return Usulan(f"Usul perubahan: {nama}", f"{nama} ({sop.id})")


def usulan_langkah(sop: Sop, instansi: Instansi, prosedur: int, langkah: int) -> Usulan:
    """Begin a proposal for a step; both positions count from 0."""
    milik = sop.prosedur[prosedur]
    isi = ((b, "; ".join(isi_langkah(milik, langkah, b))) for b in _BIDANG)
    semula = "\n".join(f"{label(b, sop, instansi)}: {teks}" for b, teks in isi if teks)
    sebutan, tempat = sebut_langkah(milik, langkah), judul_langkah(milik, langkah)
    if len(sop.prosedur) > 1:
        tempat = f"Prosedur {prosedur + 1}, {sebutan}"
        sebutan = f"prosedur {prosedur + 1}, {sebutan}"
    pokok = usulan_sop(sop)
    return Usulan(f"{pokok.judul}, {sebutan}", pokok.sop, tempat, semula)


def potong_hingga_muat(teks: str, batas: int, buat: Callable[[str], str]) -> str:
    """Make something of a text whose length has a bound; what makes it too long is cut off the text at a word."""
    hasil = buat(teks)
    if len(hasil) <= batas:
        return hasil
    muat, terlalu = 0, len(teks)
    while terlalu - muat > 1:
        tengah = (muat + terlalu) // 2
        cukup = len(buat(_potong(teks, tengah))) <= batas
        muat, terlalu = (tengah, terlalu) if cukup else (muat, tengah)
    return buat(_potong(teks, muat))


def _potong(teks: str, batas: int) -> str:
    """Cut a text behind a word, if it has any within the bound."""
    awal = teks[:batas]
    utuh = re.match(r"(.*\S)\s", awal, re.DOTALL)
    return f"{utuh[1] if utuh else awal}…"
