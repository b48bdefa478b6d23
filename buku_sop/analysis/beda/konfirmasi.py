"""Which doubts a change settled: marks of `perlu_konfirmasi` that went, came, or got another reason.

A confirmation changes nothing in the procedure, and is what an office is asked for; so it is told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from buku_sop.analysis.beda.fakta import (
    BedaDaftar,
    BedaKonfirmasi,
    BedaLangkah,
    BedaProsedur,
    NasibKonfirmasi,
)
from buku_sop.model import Konfirmasi, Langkah, Sop

_TABEL = frozenset({"judul", "langkah", "pelaksana", "prosedur"})
"""Fields of an SOP that its tables of steps hold."""


def bandingkan_konfirmasi(
    sebelum: Sop,
    sesudah: Sop,
    isian: Sequence[str],
    daftar: Sequence[BedaDaftar],
    prosedur: Sequence[BedaProsedur],
) -> Iterator[BedaKonfirmasi]:
    """Compare the marks of two versions whose differences are known: the SOP's, its steps', its worksheet's.

    Marks of a step that is new or gone come and go with it, and are not told.
    """
    berubah = {*isian, *(d.bidang for d in daftar)}
    if any(p.berubah for p in prosedur):
        berubah |= _TABEL
    for bidang, nasib, alasan in _banding(sebelum.perlu_konfirmasi, sesudah.perlu_konfirmasi):
        yield BedaKonfirmasi(bidang, nasib, alasan, diubah=_ada(bidang, berubah))
    for p in prosedur:
        yield from _langkah(sebelum, sesudah, p)
    dulu, kini = (
        x.lembar_kerja.perlu_konfirmasi if x.lembar_kerja else () for x in (sebelum, sesudah)
    )
    for bidang, nasib, alasan in _banding(dulu, kini):
        diubah = _ada(f"lembar_kerja.{bidang}", berubah)
        yield BedaKonfirmasi(bidang, nasib, alasan, diubah=diubah, lembar_kerja=True)


def _langkah(sebelum: Sop, sesudah: Sop, p: BedaProsedur) -> Iterator[BedaKonfirmasi]:
    if p.sebelum is None or p.sesudah is None:
        return
    a, b = sebelum.prosedur[p.sebelum].langkah, sesudah.prosedur[p.sesudah].langkah
    for x in p.langkah:
        if not x.sebelum or not x.sesudah:
            continue
        dulu, kini = _tanda(a, x.sebelum), _tanda(b, x.sesudah)
        for bidang, nasib, alasan in _banding(dulu, kini):
            diubah = bidang in x.bidang or _dirombak(x)
            yield BedaKonfirmasi(bidang, nasib, alasan, p.sesudah, x.sesudah[0], diubah=diubah)


def _tanda(langkah: Sequence[Langkah], posisi: Sequence[int]) -> list[Konfirmasi]:
    return [k for i in posisi for k in langkah[i].perlu_konfirmasi]


def _dirombak(x: BedaLangkah) -> bool:
    """Whether a step was split or joined, so that all of it is different."""
    return len(x.sebelum) + len(x.sesudah) > 2


def _ada(bidang: str, berubah: set[str]) -> bool:
    """Whether a field changed, or a part of it."""
    return any(b == bidang or b.startswith(f"{bidang}.") for b in berubah)


def _banding(
    sebelum: Sequence[Konfirmasi], sesudah: Sequence[Konfirmasi]
) -> Iterator[tuple[str, NasibKonfirmasi, str]]:
    """Yield field, what became of its mark, and the reason: now's, or of old where the mark is gone."""
    dulu = {k.bidang: k.alasan for k in reversed(sebelum)}
    kini = {k.bidang: k.alasan for k in reversed(sesudah)}
    for bidang in dict.fromkeys(k.bidang for k in (*sebelum, *sesudah)):
        if bidang not in kini:
            yield bidang, NasibKonfirmasi.DIKONFIRMASI, dulu[bidang]
        elif bidang not in dulu:
            yield bidang, NasibKonfirmasi.DITANDAI, kini[bidang]
        elif dulu[bidang] != kini[bidang]:
            yield bidang, NasibKonfirmasi.ALASAN, kini[bidang]
