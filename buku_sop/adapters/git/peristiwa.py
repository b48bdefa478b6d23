"""What a revision of an SOP's file did, in words for readers."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.adapters.git.history import RevisiGit
from buku_sop.adapters.git.versions import Keadaan, VersionComparison

_TETAP = "Hanya cara menulis berkasnya yang berubah; isi SOP tetap."
_RUSAK = "Tidak dapat diringkas: salah satu versi berkasnya tidak dapat dibaca."
_DIBUAT = "Berkasnya ditambahkan ke buku ini."
_DIHAPUS = "Berkasnya dihapus dari buku ini."
_TAK_DIBANDINGKAN = "Isi berkasnya diubah; perubahannya tidak dibandingkan di sini."


def sepele(r: RevisiGit, hasil: VersionComparison | None) -> bool:
    """Whether a revision changed nothing that the SOP says."""
    return r.isi == r.isi_sebelum or (hasil is not None and hasil.keadaan is Keadaan.TETAP)


def butir(r: RevisiGit, hasil: VersionComparison | None) -> tuple[str, ...]:
    """Say what a revision did to the file, and what it changed in the SOP, a sentence for each thing."""
    kalimat = tuple(_berkas(r))
    if hasil is None:
        return kalimat or (_TAK_DIBANDINGKAN,)
    isi = {Keadaan.BERUBAH: hasil.butir, Keadaan.TETAP: (_TETAP,), Keadaan.RUSAK: (_RUSAK,)}
    return (*kalimat, *isi[hasil.keadaan])


def _berkas(r: RevisiGit) -> Iterator[str]:
    """Say what became of the file itself."""
    if not r.isi:
        yield _DIHAPUS
    elif not r.isi_sebelum:
        yield _DIBUAT
    elif r.berkas != r.berkas_sebelum:
        yield f"Berkasnya dipindahkan; semula {r.berkas_sebelum}."
