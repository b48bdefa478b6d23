"""Reads on after a slip of YAML whose meaning is plain, so that what else is wrong is told in the same run.

Only slips with one possible meaning are read on: a colon within a text, and no space behind a key. Whatever
else is wrong with the YAML ends the reading, since what follows would be guessed.
"""

from __future__ import annotations

import re

from buku_sop.diagnostics import Diagnostic
from buku_sop.loading.places import Source
from buku_sop.loading.text import read_text
from buku_sop.model.bidang import BIDANG_LANGKAH, BIDANG_SOP

_BATAS = 20
"""Slips in one file after which nobody reads on."""
_KUNCI = "|".join(sorted({*BIDANG_SOP, *BIDANG_LANGKAH}, key=len, reverse=True))
_TITIK_DUA = re.compile(rf"(\s*(?:- +)?(?:{_KUNCI}): +)([^\s\"'\[{{|>&*!#%@`-][^#]*: [^#]*?)(\s*)")
_TANPA_SPASI = re.compile(rf"(\s*(?:- +)?(?:{_KUNCI}):)(\w.*)", re.DOTALL)


def baca_terus(text: str, file: str) -> tuple[Source | None, list[Diagnostic], bool]:
    """Read a YAML text as `read_text` does, past plain slips; tell last whether the file was whole."""
    semua: list[Diagnostic] = []
    for putaran in range(_BATAS):
        source, found = read_text(text, file)
        semua += found
        if source is not None or not found or found[-1].kode != "SOP-Y001":
            return source, semua, putaran == 0
        lurus = _luruskan(text, found[-1].lokasi.baris)
        if lurus is None:
            break
        text = lurus
    return None, semua, False


def _luruskan(text: str, baris: int) -> str | None:
    """Write the slip at a line, or right above it, as it was meant; None if it is another."""
    isi = text.split("\n")
    for n in (baris - 1, baris - 2):
        if not 0 <= n < len(isi):
            continue
        if cocok := _TITIK_DUA.fullmatch(isi[n]):
            nilai = cocok[2].replace("'", "''")
            isi[n] = f"{cocok[1]}'{nilai}'{cocok[3]}"
            return "\n".join(isi)
        if cocok := _TANPA_SPASI.fullmatch(isi[n]):
            isi[n] = f"{cocok[1]} {cocok[2]}"
            return "\n".join(isi)
    return None
