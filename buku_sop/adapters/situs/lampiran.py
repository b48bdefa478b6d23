"""The files of offices that the site offers, and the signed copy on the page of an SOP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from buku_sop.adapters.places import DATA
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.model import Sop
from buku_sop.views.dasar.alamat import Alamat, path_lampiran
from buku_sop.views.sop.lampiran import (
    HasilTandaTangan,
    SalinanTampil,
    berkas_terbit,
    salinan_tampil,
)


def berkas(bahan: BahanSitus) -> Iterator[tuple[Path, str]]:
    """Yield the files that are offered, with their paths on the site."""
    for instansi, nama in berkas_terbit(bahan.handbook):
        yield bahan.root / DATA / instansi / nama, path_lampiran(instansi, nama)


def bagian(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> SalinanTampil | None:
    """Tell of the signed copy, for the page of its SOP."""
    salinan = sop.salinan_bertanda_tangan
    if salinan is None:
        return None
    elektronik = bahan.tanda_tangan.get(sop.id, HasilTandaTangan())
    revisi = bahan.revisi_data.get(sop.id, "")
    return salinan_tampil(sop, bahan.handbook, alamat, revisi, elektronik)
