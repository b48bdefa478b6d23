"""What surrounds an SOP, for its page: who refers to it, what it refers to, which documents come and go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from buku_sop.analysis.dokumen.aliran_dokumen import Aliran
from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.analysis.keterkaitan.jaringan import Jaringan
from buku_sop.model import Handbook, Sop
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.keterkaitan.daftar import Perelasi, Relasi

PALING_BANYAK = 8
"""Most SOPs on a side; the lists of the page name them all."""


@dataclass(frozen=True, slots=True)
class AliranTampil:
    """A document that passes between this SOP and another."""

    dokumen: str
    nama: str
    """Of the other SOP."""
    href: str
    di_sini: tuple[str, str]
    """(number, address) of the step of this SOP."""
    di_sana: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tetangga:
    """The neighbourhood of an SOP."""

    nama: str
    kiri: tuple[Relasi, ...]
    """Who refers to it."""
    kanan: tuple[Relasi, ...]
    """What it refers to."""
    sisa_kiri: int
    """How many more do."""
    sisa_kanan: int
    masuk: tuple[AliranTampil, ...]
    """What it needs and others make."""
    keluar: tuple[AliranTampil, ...]
    """What it makes and others need."""


def susun_tetangga(
    sop: Sop, handbook: Handbook, jaringan: Jaringan, aliran: Iterable[Aliran], alamat: Alamat
) -> Tetangga | None:
    """Work out what surrounds an SOP; None where there is nothing.

    `aliran` may hold flows of other SOPs as well.
    """
    relasi = Perelasi(handbook, jaringan, alamat)
    kiri, kanan = relasi.dirujuk(sop.id), relasi.merujuk(sop.id)
    milik = [a for a in aliran if sop.id in (a.dari, a.ke)]
    if not (kiri or kanan or milik):
        return None
    return Tetangga(
        sop.nama,
        kiri[:PALING_BANYAK],
        kanan[:PALING_BANYAK],
        len(kiri[PALING_BANYAK:]),
        len(kanan[PALING_BANYAK:]),
        tuple(_satu(relasi, a, a.dipakai, a.dibuat) for a in milik if a.ke == sop.id),
        tuple(_satu(relasi, a, a.dibuat, a.dipakai) for a in milik if a.dari == sop.id),
    )


def _satu(
    relasi: Perelasi, aliran: Aliran, di_sini: TempatLangkah, di_sana: TempatLangkah
) -> AliranTampil:
    lain = relasi.jaringan.simpul[di_sana.sop]
    return AliranTampil(
        aliran.dokumen,
        lain.nama,
        relasi.href(lain),
        relasi.langkah(di_sini),
        relasi.langkah(di_sana),
    )
