"""An example of wrong and right for every code of the table, run by the tests and shown on the page of codes.

Not loaded with the table: only the page needs them.
"""

from __future__ import annotations

from buku_sop.diagnostics.contoh import (
    alur,
    bentuk,
    bentuk_lembar,
    berkas,
    identitas,
    keterkaitan,
    mutu_baku,
    pelaksana,
    revisi,
    setelan,
    sintaks,
)
from buku_sop.diagnostics.contoh import konfirmasi as peninjauan
from buku_sop.diagnostics.contoh.susunan import Berkas, Contoh, Sisi

__all__ = ["CONTOH", "Berkas", "Contoh", "Sisi"]

CONTOH: dict[str, Contoh] = {
    kode: satu
    for modul in (
        berkas, sintaks, bentuk, bentuk_lembar, alur, pelaksana, identitas, mutu_baku, keterkaitan,
        peninjauan, setelan, revisi,
    )
    for kode, satu in modul.CONTOH.items()
}  # fmt: skip
"""By code."""
