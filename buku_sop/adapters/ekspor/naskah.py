"""From an SOP of an opened handbook to what is written: measured by the templates of the printed sheet."""

from __future__ import annotations

from buku_sop.adapters.lembar.printing import PrintShop
from buku_sop.model import Sop
from buku_sop.views.ekspor.lembar import LembarBerikat, Naskah


def susun_naskah(toko: PrintShop, sop: Sop) -> Naskah:
    """Lay out the sheet of an SOP. Raises PrintFailed where it cannot be measured."""
    lembar = LembarBerikat(sop, toko.konteks)
    return lembar.naskah_polos(lambda naskah: toko.pencetak.ukur(naskah, lembar.templat_ukur))
