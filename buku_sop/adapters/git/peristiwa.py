"""What a revision of an SOP's file did, in words for readers."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.adapters.git.history import RevisiGit
from buku_sop.adapters.git.versions import Keadaan, VersionComparison
from buku_sop.model.tulisan import tulis

_TETAP = "riwayat.tetap"
_RUSAK = "riwayat.rusak"
_DIBUAT = "riwayat.ditambahkan"
_DIHAPUS = "riwayat.berkas_dihapus"
_TAK_DIBANDINGKAN = "riwayat.tak_dibandingkan"


def sepele(r: RevisiGit, hasil: VersionComparison | None) -> bool:
    """Whether a revision changed nothing that the SOP says."""
    return r.isi == r.isi_sebelum or (hasil is not None and hasil.keadaan is Keadaan.TETAP)


def butir(r: RevisiGit, hasil: VersionComparison | None) -> tuple[str, ...]:
    """Say what a revision did to the file, and what it changed in the SOP, a sentence for each thing."""
    kalimat = tuple(_berkas(r))
    if hasil is None:
        return kalimat or (tulis(_TAK_DIBANDINGKAN),)
    isi = {
        Keadaan.BERUBAH: hasil.butir,
        Keadaan.TETAP: (tulis(_TETAP),),
        Keadaan.RUSAK: (tulis(_RUSAK),),
    }
    return (*kalimat, *isi[hasil.keadaan])


def _berkas(r: RevisiGit) -> Iterator[str]:
    """Say what became of the file itself."""
    if not r.isi:
        yield tulis(_DIHAPUS)
    elif not r.isi_sebelum:
        yield tulis(_DIBUAT)
    elif r.berkas != r.berkas_sebelum:
        yield tulis("riwayat.dipindahkan", berkas=r.berkas_sebelum)
