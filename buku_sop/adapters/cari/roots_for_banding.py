"""The roots of the words in SOPs, by the same dictionary that the search uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from buku_sop.adapters.cari.word_table import word_table
from buku_sop.model import Sop


def akar_kata(sop: Iterable[Sop]) -> Callable[[str], str]:
    """Return a function from a word of these SOPs, in lower case, to its root; other words stay as they are."""
    tabel: dict[str, str] = word_table(_teks(sop))["akar"]
    akar = {kata: akar for akar, semua in tabel.items() for kata in semua.split()}
    return lambda kata: akar.get(kata, kata)


def _teks(sop: Iterable[Sop]) -> Iterator[str]:
    """Yield what a comparison reads."""
    for prosedur in (p for satu in sop for p in satu.prosedur):
        yield from (p.label for p in prosedur.pelaksana)
        for langkah in prosedur.langkah:
            yield langkah.kegiatan
            yield from langkah.output
