"""A copy of another handbook's inventory is refreshed: what is new, gone or renamed since the one before."""

from __future__ import annotations

from dataclasses import dataclass

from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.model.buku_lain import Inventaris, SalinanInventaris, SopHilang, SopLain

TERBANYAK = 500
"""Most SOPs that are remembered as gone or renamed; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class PerubahanSalinan:
    """What differs between two copies; SOPs by id."""

    baru: tuple[SopLain, ...] = ()
    hilang: tuple[SopHilang, ...] = ()
    ganti_nama: tuple[SopHilang, ...] = ()
    berubah: int = 0
    """How many others changed: number, status, revision, address."""


def perbarui_salinan(
    lama: SalinanInventaris | None, baru: Inventaris, dari: str, hari: str
) -> tuple[SalinanInventaris, PerubahanSalinan]:
    """Make the copy of an inventory as it is now, which remembers what the one before had; `hari` is ISO 8601.

    Where nothing changed it is the copy that there was.
    """
    dahulu = {s.id: s for s in lama.inventaris.sop} if lama else {}
    kini = {s.id: s for s in baru.sop}
    perubahan = PerubahanSalinan(
        baru=tuple(s for id, s in kini.items() if id not in dahulu),
        hilang=tuple(SopHilang(id, s.nama, hari) for id, s in dahulu.items() if id not in kini),
        ganti_nama=tuple(
            SopHilang(id, s.nama, hari, kini[id].nama)
            for id, s in dahulu.items()
            if id in kini and kunci_nama(kini[id].nama) != kunci_nama(s.nama)
        ),
        berubah=sum(
            s != kini[id] and kunci_nama(kini[id].nama) == kunci_nama(s.nama)
            for id, s in dahulu.items()
            if id in kini
        ),
    )
    if lama and lama.inventaris == baru and lama.dari == dari:
        return lama, perubahan
    hilang = [*perubahan.hilang, *perubahan.ganti_nama, *(lama.hilang if lama else ())]
    tetap = tuple(h for h in hilang if _masih(h, kini))[:TERBANYAK]
    return SalinanInventaris(baru, dari, hari, tetap), perubahan


def _masih(hilang: SopHilang, kini: dict[str, SopLain]) -> bool:
    """Whether something is still gone, or still has another name than this."""
    satu = kini.get(hilang.id)
    if not hilang.kini:
        return satu is None
    return satu is not None and kunci_nama(satu.nama) != kunci_nama(hilang.nama)
