"""*Daftar baca*: who has read this revision of an SOP, and signs for it."""

from __future__ import annotations

from buku_sop.views.formulir.bagian import Bagian, Baris, Kolom, PenyusunBagian
from buku_sop.views.formulir.bahan import BahanFormulir, baris_sop

_KOLOM = (
    Kolom("No.", 11.0, rata="tengah"),
    Kolom("Nama", bobot=1.2),
    Kolom("Jabatan"),
    Kolom("Tanggal", 26.0),
    Kolom("Tanda Tangan", 32.0),
)
_BARIS = 15
"""Rows of a list that names fewer."""


def susun(bahan: BahanFormulir, p: PenyusunBagian) -> list[list[Bagian]]:
    """Make the list: a row for each role that acts in the SOP, and room for others."""
    sop = bahan.satu
    peran = list(dict.fromkeys(x.label for t in sop.prosedur for x in t.pelaksana))
    tambahan = max(4, _BARIS - len(peran))
    baris = [
        Baris((str(n), "", jabatan, "", ""), 10.5)
        for n, jabatan in enumerate((*peran, *[""] * tambahan), 1)
    ]
    return [
        [
            p.identitas(*baris_sop(bahan)),
            p.paragraf(
                "Yang bertanda tangan di bawah ini telah membaca dan memahami SOP tersebut di atas."
            ),
            p.tabel(_KOLOM, baris),
        ]
    ]
