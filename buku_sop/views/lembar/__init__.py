"""The printed sheet: from an SOP to the data of the Typst template."""

from buku_sop.views.lembar.alamat import AlamatLembar
from buku_sop.views.lembar.bentuk.pilih import buat_lembar
from buku_sop.views.lembar.buku import susun_buku
from buku_sop.views.lembar.kertas import KERTAS, Kertas, pilih_kertas
from buku_sop.views.lembar.susun import KonteksLembar, Lembar, Sampul, tanggal_dokumen

__all__ = [
    "KERTAS",
    "AlamatLembar",
    "Kertas",
    "KonteksLembar",
    "Lembar",
    "Sampul",
    "buat_lembar",
    "pilih_kertas",
    "susun_buku",
    "tanggal_dokumen",
]
