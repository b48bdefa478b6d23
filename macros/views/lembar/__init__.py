"""The printed sheet: from an SOP to the data of the Typst template."""

from macros.views.lembar.alamat import AlamatLembar
from macros.views.lembar.buku import susun_buku
from macros.views.lembar.kertas import KERTAS, Kertas
from macros.views.lembar.susun import KonteksLembar, Lembar, tanggal_dokumen

__all__ = [
    "KERTAS",
    "AlamatLembar",
    "Kertas",
    "KonteksLembar",
    "Lembar",
    "susun_buku",
    "tanggal_dokumen",
]
