"""Pictures of whole pages of a document, for whoever checks a draft beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from buku_sop.analysis.impor.netral import Halaman
from buku_sop.periksa_draf.sketsa import sketsa

MAX_LEMBAR = 40
"""Whole pages of one draft at most."""


class LembarAsal(NamedTuple):
    """A page of the document as a picture."""

    halaman: int
    lebar: float
    """In points, as the places on it are."""
    tinggi: float
    isi: bytes
    akhiran: str
    """`png` of a page as it is printed, `svg` of one that was drawn of what was read."""


def lembar_sketsa(semua: Sequence[Halaman], nomor: Iterable[int]) -> tuple[LembarAsal, ...]:
    """Draw pages of a document that only its own program prints."""
    dipilih = sorted(set(nomor))[:MAX_LEMBAR]
    return tuple(
        LembarAsal(h.nomor, h.lebar, h.tinggi, sketsa(h).encode(), "svg")
        for h in semua
        if h.nomor in dipilih and h.lebar > 0 and h.tinggi > 0
    )
