"""The list of abbreviations, worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buku_sop.analysis.kata.singkatan import SingkatanDipakai
from buku_sop.analysis.kata.slug import slug
from buku_sop.model import Handbook
from buku_sop.views.daftar.dokumen import per_huruf
from buku_sop.views.dasar.alamat import Alamat, halaman_sop
from buku_sop.views.dasar.bagi import BATAS, Bagian, bagi, muat
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


@dataclass(frozen=True, slots=True)
class SingkatanBeralamat:
    """An abbreviation with its anchor, which is its own among all."""

    dipakai: SingkatanDipakai
    jangkar: str

    @property
    def berat(self) -> int:
        """How many elements it takes."""
        return 8 + 4 * min(len(self.dipakai.sop), TERBANYAK)


def beri_alamat(dipakai: Sequence[SingkatanDipakai]) -> tuple[SingkatanBeralamat, ...]:
    """Give each abbreviation its anchor."""
    jangkar = unique_slugs(d.singkatan.singkatan for d in dipakai)
    return tuple(SingkatanBeralamat(d, j) for d, j in zip(dipakai, jangkar, strict=True))


def bagi_singkatan(
    semua: Sequence[SingkatanBeralamat], batas: int = BATAS
) -> tuple[Bagian[SingkatanBeralamat], ...]:
    """Give each letter its page; none where all fit on one."""
    if muat((s.berat for s in semua), batas):
        return ()
    huruf = per_huruf((s.jangkar, s) for s in semua)
    return bagi(
        ((f"huruf_{slug(h)}", h, s, s.berat) for h, milik in huruf.items() for s in milik), batas
    )


def susun_singkatan(
    semua: Sequence[SingkatanBeralamat], handbook: Handbook, alamat: Alamat
) -> tuple[SingkatanTampil, ...]:
    """Make the list for a page."""
    return tuple(_satu(s.dipakai, s.jangkar, handbook, alamat) for s in semua)


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
