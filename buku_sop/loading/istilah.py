"""SOP-S020: `istilah` calls fields otherwise, so each of its keys must be one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from buku_sop.diagnostics import Diagnostic, diagnose
from buku_sop.loading.text import Source
from buku_sop.model.bidang import DAPAT_DIISTILAHKAN

_KUNCI = "istilah"


def periksa_istilah(
    isi: Iterable[str], source: Source, di: tuple[str | int, ...] = ()
) -> Iterator[Diagnostic]:
    """Report names for what is no field, or for a field that cannot be called otherwise.

    `di` is where in the file they stand.
    """
    dikenal = sorted(DAPAT_DIISTILAHKAN)
    for kunci in isi:
        if kunci in DAPAT_DIISTILAHKAN:
            continue
        dekat = get_close_matches(kunci.casefold(), dikenal, n=1, cutoff=0.75)
        usul = (
            f"Maksudnya `{dekat[0]}`? Ganti, atau hapus kunci ini."
            if dekat
            else f"Hapus kunci ini, atau pakai salah satu: {', '.join(dikenal)}."
        )
        lokasi = source.locate((*di, _KUNCI, kunci), key=True)
        yield diagnose("SOP-S020", lokasi, kunci=kunci, usul=usul)
