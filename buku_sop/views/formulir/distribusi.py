"""The distribution list of an SOP: who receives a copy, and signs for it."""

from __future__ import annotations

from buku_sop.views.formulir.bagian import Bagian, Baris, Kolom, PenyusunBagian, penanda
from buku_sop.views.formulir.bahan import BahanFormulir, baris_sop

_KOLOM = (
    Kolom("Salinan", 17.0, rata="tengah"),
    Kolom("Penerima", bobot=1.3),
    Kolom("Tanggal Terima", 30.0),
    Kolom("Nama Penerima"),
    Kolom("Tanda Tangan", 32.0),
)
_BARIS = 10
"""Rows of a list that names fewer."""


def susun(bahan: BahanFormulir, p: PenyusunBagian) -> list[list[Bagian]]:
    """Make the list: those whom the SOP names, and room for others."""
    penerima = bahan.satu.distribusi
    tambahan = max(3, _BARIS - len(penerima))
    baris = [
        Baris((str(n), nama, "", "", ""), 11.0)
        for n, nama in enumerate((*penerima, *[""] * tambahan), 1)
    ]
    return [
        [
            p.identitas(*baris_sop(bahan)),
            p.tabel(_KOLOM, baris),
            p.tanda_tangan(penanda("Pengelola SOP,", bertanggal=True)),
        ]
    ]
