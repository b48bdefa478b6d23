"""Which pictures of a document may be the drawing of a flow, and what is traced of those that an Office file holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from buku_sop.analysis.impor.jejak import jejak
from buku_sop.analysis.impor.netral import Coretan, Kotak
from buku_sop.analysis.impor.piksel import Peta

TERKECIL = 9.0
"""Points of the shorter side of a picture that is traced, at least."""
TERBESAR = 0.6
"""Share of its page that such a picture takes at most: what takes more is a scanned page."""
MAX_PIKSEL = 4_000_000
"""Pixels of a picture that is traced."""
TERKASAR = 0.9
"""Pixels of a point, at least: in what is coarser, lines run together."""
KERTAS = 595.0 * 842.0
"""Square points of a sheet of A4: what an Office file holds on one page may be several papers long."""

Urutan = tuple[float, ...]
"""What lies over what: the higher is painted later."""


@dataclass(frozen=True, slots=True)
class Foto:
    """A picture as an Office file shows it."""

    peta: Peta
    urutan: Urutan


def seukuran(kotak: Kotak, lebar: float, tinggi: float) -> bool:
    """Whether a picture has the size of a drawing, on a page of such a size."""
    return (
        min(kotak.lebar, kotak.tinggi) >= TERKECIL
        and kotak.lebar * kotak.tinggi <= TERBESAR * lebar * tinggi
    )


def cukup_halus(piksel: int, kotak: Kotak) -> bool:
    """Whether so many pixels beside each other are enough for a picture so wide."""
    return piksel >= TERKASAR * kotak.lebar


def lacak_foto(
    semua: Iterable[Foto], penutup: Sequence[tuple[Urutan, Kotak]]
) -> Iterator[tuple[Foto, tuple[Coretan, ...]]]:
    """Trace the pictures that are drawings, without what was painted over them."""
    for satu in semua:
        peta = satu.peta
        for urutan, kotak in penutup:
            peta = peta.tanpa(kotak) if urutan > satu.urutan else peta
        if coretan := jejak(peta):
            yield Foto(peta, satu.urutan), coretan
