"""How words name a step: by the number that the document gives it, or by what is done in it."""

from __future__ import annotations

from buku_sop.analysis.alur.alur import Panah
from buku_sop.model import Prosedur
from buku_sop.views.dasar.mermaid_text import singkat

TANPA_LABEL = "(tanpa label)"
"""What words call a branch of a decision on which its document has nothing written."""
_NAMA = 40
"""Most characters of the activity that names a step without a number."""


def sebut_langkah(prosedur: Prosedur, i: int) -> str:
    """Name a step within a sentence: "langkah 3", or its activity where it has no number."""
    return f"langkah {sebut_nomor(prosedur, i)}"


def judul_langkah(prosedur: Prosedur, i: int) -> str:
    """Name a step at the beginning of a sentence: "Langkah 3"."""
    return f"L{sebut_langkah(prosedur, i)[1:]}"


def sebut_nomor(prosedur: Prosedur, i: int) -> str:
    """Return the number of a step, or its activity in quotes where it has none."""
    langkah = prosedur.langkah[i]
    return prosedur.panggilan(i) or f"“{singkat(langkah.ringkas or langkah.kegiatan, _NAMA)}”"


def label_panah(panah: Panah) -> str:
    """Return what words call an arrow; empty for one that is no branch."""
    return panah.label or (TANPA_LABEL if panah.cabang is not None else "")
