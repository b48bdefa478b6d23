"""The words of a step that is done only when needed; none of the five symbols says so."""

from __future__ import annotations

import re

from buku_sop.model import Langkah

KATA_OPSIONAL = "apabila diperlukan"
_BILA_PERLU = re.compile(
    r"\b(apa)?bila (di)?perlu|\b(jika|kalau|sesuai|di mana) (di)?perlu", re.IGNORECASE
)


def kata_opsional(langkah: Langkah, teks: str | None = None) -> str:
    """Return the words to add to a step, or to a text that stands for it; empty where they stand there."""
    tertulis = langkah.kegiatan if teks is None else teks
    return KATA_OPSIONAL if langkah.opsional and not _BILA_PERLU.search(tertulis) else ""
