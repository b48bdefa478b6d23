"""What a revision of an SOP's file did, in words for readers."""

from __future__ import annotations

from buku_sop.adapters.git.history import RevisiGit
from buku_sop.adapters.git.versions import Keadaan, VersionComparison

_TETAP = "Hanya cara menulis berkasnya yang berubah; isi SOP tetap."
_RUSAK = "Tidak dapat diringkas: salah satu versi berkasnya tidak dapat dibaca."
_DIBUAT = "Berkasnya ditambahkan ke buku ini."
_DIHAPUS = "Berkasnya dihapus dari buku ini."


def sepele(r: RevisiGit, hasil: VersionComparison | None) -> bool:
    """Whether a revision changed nothing that the SOP says."""
    return r.isi == r.isi_sebelum or (hasil is not None and hasil.keadaan is Keadaan.TETAP)


def rinci(r: RevisiGit, hasil: VersionComparison | None) -> str:
    """Say what a revision did to the file, and what it changed in the SOP."""
    kalimat = []
    if not r.isi:
        kalimat.append(_DIHAPUS)
    elif not r.isi_sebelum:
        kalimat.append(_DIBUAT)
    elif r.berkas != r.berkas_sebelum:
        kalimat.append(f"Berkasnya dipindahkan; semula {r.berkas_sebelum}.")
    if hasil:
        teks = {Keadaan.BERUBAH: hasil.kalimat, Keadaan.TETAP: _TETAP, Keadaan.RUSAK: _RUSAK}
        kalimat.append(teks[hasil.keadaan])
    return " ".join(kalimat)
