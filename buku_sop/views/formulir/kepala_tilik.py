"""The head of a check list: that of the SOP's own form, with its name in place of "SOP" (as health centres have it)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from buku_sop.model import Pejabat, Sop
from buku_sop.model.bentuk import KepalaBentuk, SelKepala

HURUF_KEPALA = 10.0
"""Size of the letters in pt."""
_NAMA_DOKUMEN = frozenset(
    {
        "sop", "spo", "pos", "standar operasional prosedur", "standar prosedur operasional",
        "prosedur operasional standar", "standard operating procedure",
    }
)  # fmt: skip
"""What a head calls the paper that it stands on."""
_JUDUL = "DAFTAR TILIK"
_PERLU = frozenset({"nama", "nomor"})
"""What a head must tell to stand for the usual lines about an SOP."""


@dataclass(frozen=True, slots=True)
class KepalaTilik:
    """A head for the check list."""

    isi: KepalaBentuk
    berjudul: bool
    """Whether a cell says that this is a check list."""


def kepala_tilik(sop: Sop) -> KepalaTilik | None:
    """Return the head; None for an SOP in the usual form, or whose head does not say which SOP it is."""
    if sop.bentuk is None:
        return None
    semua = sop.bentuk.kepala
    terisi = {i for baris in semua.baris for sel in baris for i in sel.isian}
    if not terisi >= _PERLU:
        return None
    baris = tuple(tuple(_ganti(baris)) for baris in semua.baris)
    return KepalaTilik(replace(semua, baris=baris), baris != semua.baris)


def tanpa_nama(sop: Sop) -> Sop:
    """Return an SOP whose officials are their positions only: a form is filled in by others, and may be published."""
    jabatan = tuple(Pejabat(jabatan=p.jabatan) for p in sop.disahkan_oleh)
    return replace(sop, disahkan_oleh=jabatan)


def _ganti(baris: tuple[SelKepala, ...]) -> Iterator[SelKepala]:
    for sel in baris:
        if " ".join(sel.teks.split()).casefold() in _NAMA_DOKUMEN:
            yield replace(sel, teks=_JUDUL, huruf=min(sel.huruf or HURUF_KEPALA, HURUF_KEPALA))
        else:
            yield sel
