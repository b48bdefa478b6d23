"""The record of an SOP's revisions: what its document says of itself, and what became of its file."""

from __future__ import annotations

from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.views.formulir.bagian import Bagian, Baris, Kolom, PenyusunBagian
from buku_sop.views.formulir.bahan import BahanFormulir, baris_sop

_KOLOM = (
    Kolom("No.", 11.0, rata="tengah"),
    Kolom("Tanggal", 30.0),
    Kolom("Yang Diubah", bobot=0.8),
    Kolom("Isi Perubahan", bobot=1.4),
    Kolom("Tercatat di", 30.0),
)
_BARIS_KOSONG = 6


def susun(bahan: BahanFormulir, p: PenyusunBagian) -> list[list[Bagian]]:
    """Make the record, oldest first, with room for what is written by hand."""
    isi = [
        Baris((str(n), tulis_tanggal(u.tanggal), u.apa, u.isi, u.asal), 8.0)
        for n, u in enumerate(bahan.perubahan, 1)
    ]
    kosong = [Baris(("",) * len(_KOLOM), 9.0)] * (_BARIS_KOSONG if len(isi) < _BARIS_KOSONG else 2)
    return [[p.identitas(*baris_sop(bahan)), p.tabel(_KOLOM, [*isi, *kosong])]]
