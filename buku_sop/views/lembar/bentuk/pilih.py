"""Which sheet an SOP has: the one of its form, or that of SOP-AP."""

from __future__ import annotations

from buku_sop.model import Sop
from buku_sop.views.lembar.bentuk.susun import LembarBentuk
from buku_sop.views.lembar.susun import KonteksLembar, Lembar


def buat_lembar(sop: Sop, konteks: KonteksLembar) -> Lembar:
    """Make the sheet of an SOP."""
    return LembarBentuk(sop, konteks, sop.bentuk) if sop.bentuk else Lembar(sop, konteks)
