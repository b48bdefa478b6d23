"""The list of abbreviations, worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buku_sop.analysis.kata.singkatan import SingkatanDipakai
from buku_sop.model import Handbook
from buku_sop.views.dasar.alamat import Alamat, halaman_sop
from buku_sop.views.dasar.slug import unique_slugs

TERBANYAK = 6
"""SOPs that are named; of more, only how many."""


@dataclass(frozen=True, slots=True)
class SingkatanTampil:
    """An abbreviation in the list."""

    singkatan: str
    jangkar: str
    arti: tuple[str, ...]
    instansi: str
    """The office that alone means this; empty for all."""
    sop: tuple[tuple[str, str, str], ...]
    """(name, office, address) of the first SOPs that use it."""
    lainnya: int
    """How many more do."""


def susun_singkatan(
    dipakai: Sequence[SingkatanDipakai], handbook: Handbook, alamat: Alamat
) -> tuple[SingkatanTampil, ...]:
    """Make the list for a page."""
    jangkar = unique_slugs(d.singkatan.singkatan for d in dipakai)
    return tuple(_satu(d, j, handbook, alamat) for d, j in zip(dipakai, jangkar, strict=True))


def _satu(
    dipakai: SingkatanDipakai, jangkar: str, handbook: Handbook, alamat: Alamat
) -> SingkatanTampil:
    sop = []
    for id in dipakai.sop[:TERBANYAK]:
        satu = handbook.cari_sop(id)
        assert satu is not None
        instansi = handbook.cari_instansi(satu.instansi).sebutan
        sop.append((satu.nama, instansi, alamat.ke(halaman_sop(id))))
    return SingkatanTampil(
        dipakai.singkatan.singkatan,
        jangkar,
        dipakai.singkatan.arti,
        handbook.cari_instansi(dipakai.instansi).sebutan if dipakai.instansi else "",
        tuple(sop),
        len(dipakai.sop) - len(sop),
    )
