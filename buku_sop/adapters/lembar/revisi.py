"""The "Revisi data" of a sheet: from which contents of its file it was printed."""

from __future__ import annotations

import re
from pathlib import Path

from buku_sop.adapters.store import digest
from buku_sop.handbook import Hasil

PANJANG_REVISI = 8
_TAK_TERCETAK = re.compile(
    rb"\n*^(?:riwayat|salinan_bertanda_tangan):[^\n]*(?:\n(?:[ \t#-][^\n]*)?)*$\n?", re.MULTILINE
)
"""The parts of a file that are on no sheet: recording a review or a signature makes no other document of it."""


def revisi_sop(root: Path, hasil: Hasil) -> dict[str, str]:
    """Return by SOP id the short hash of its file: what a sheet says it was printed from."""
    return {id: revisi_isi((root / berkas).read_bytes()) for id, berkas in hasil.berkas.items()}


def revisi_isi(isi: bytes) -> str:
    """Return the short hash of a file without what is on no sheet."""
    isi = isi.replace(b"\r\n", b"\n")
    ada = _TAK_TERCETAK.search(isi)
    tercetak = _TAK_TERCETAK.sub(b"\n", isi) if ada else isi
    return digest(tercetak.rstrip(b"\n") + b"\n" if ada else isi)[:PANJANG_REVISI]
