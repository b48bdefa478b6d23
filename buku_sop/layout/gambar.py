"""SOP-A026: procedures that are drawn in words."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.checks.teks import sebut_prosedur
from buku_sop.analysis.temuan import Temuan
from buku_sop.layout.page import too_large
from buku_sop.model import Sop


def periksa_gambar(sop: Sop) -> Iterator[Temuan]:
    """Find the procedures that are drawn in words (SOP-A026): only a drawing itself can tell."""
    for p, prosedur in enumerate(sop.prosedur):
        if too_large(prosedur, len(sop.prosedur)):
            isi = {
                "prosedur": sebut_prosedur(sop, p),
                "jumlah": len(prosedur.langkah),
                "panah": len(susun_alur(prosedur).panah),
            }
            yield Temuan("SOP-A026", ("prosedur", p, "langkah"), isi)
