"""The head of an SOP's page: since when it holds, and how much of a long warning is shown at once."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from buku_sop.model import Sop
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.istilah import tanggal_sop

BARIS_UTUH = 4
"""Lines of a warning that are always seen whole; of a longer one three, since a line must tell that there is more."""
_LEBAR: tuple[tuple[str, int], ...] = (
    ("ponsel", 42),
    ("kecil", 55),
    ("sedang", 87),
    ("lebar", 125),
)
"""Widths of the page, and the most letters that a line of the warning has there; sop.css knows their names."""


def tulis_sejak(sop: Sop) -> str:
    """Say since when an SOP in force has been, as far as its document tells; the day of approval for want of another."""
    if efektif := tanggal_sop("tanggal_efektif", sop):
        return tulis("keadaan.sejak", tanggal=efektif) if any(c.isalnum() for c in efektif) else ""
    disahkan = tanggal_sop("tanggal_pengesahan", sop)
    return tulis("keadaan.disahkan", tanggal=disahkan) if any(c.isalnum() for c in disahkan) else ""


def peringatan_panjang(butir: Iterable[str]) -> tuple[str, ...]:
    """Name the widths at which a warning surely takes more lines than are shown whole."""
    baris = [b for satu in butir for b in satu.splitlines() or [""]]
    return tuple(
        nama
        for nama, huruf in _LEBAR
        if sum(max(1, ceil(len(b) / huruf)) for b in baris) > BARIS_UTUH
    )
