"""From an SOP of an opened handbook to what is written: measured by the templates of the printed sheet."""

from __future__ import annotations

from typing import Protocol

from buku_sop.adapters.lembar.compiler import SheetCompiler
from buku_sop.model import Sop
from buku_sop.views.ekspor.lembar import LembarBerikat, Naskah
from buku_sop.views.lembar import KonteksLembar


class Toko(Protocol):
    """What measures sheets, as a print shop does."""

    @property
    def konteks(self) -> KonteksLembar:
        """What all sheets share."""

    @property
    def pencetak(self) -> SheetCompiler:
        """What measures them."""


def susun_naskah(toko: Toko, sop: Sop) -> Naskah:
    """Lay out the sheet of an SOP. Raises PrintFailed where it cannot be measured."""
    lembar = LembarBerikat(sop, toko.konteks)
    return lembar.naskah_polos(lambda naskah: toko.pencetak.ukur(naskah, lembar.templat_ukur))
