"""Which reader reads which kind of file, and why a file cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

from buku_sop.analysis.impor.netral import Dokumen

MAX_BYTES = 200 * 1024 * 1024
"""Larger files are refused unread: documents of an office have a few megabytes, scanned books a few hundred."""

_LANGSUNG = {
    ".pdf": "buku_sop.adapters.impor.pdf:baca",
    ".xlsx": "buku_sop.adapters.impor.xlsx:baca",
    ".xlsm": "buku_sop.adapters.impor.xlsx:baca",
    ".docx": "buku_sop.adapters.impor.docx:baca",
    ".docm": "buku_sop.adapters.impor.docx:baca",
    ".html": "buku_sop.adapters.impor.html:baca",
    ".htm": "buku_sop.adapters.impor.html:baca",
    ".md": "buku_sop.adapters.impor.teks_polos:baca",
    ".txt": "buku_sop.adapters.impor.teks_polos:baca",
    ".tsv": "buku_sop.adapters.impor.teks_polos:baca",
}
LEWAT_LAIN: Mapping[str, str] = MappingProxyType(
    {".doc": "docx", ".rtf": "docx", ".odt": "docx", ".xls": "xlsx", ".ods": "xlsx"}
)
"""Endings of files that another program makes into another kind first, and into which."""
PEMBACA: Mapping[str, str] = MappingProxyType(
    {**_LANGSUNG, **dict.fromkeys(LEWAT_LAIN, "buku_sop.adapters.impor.libreoffice:baca")}
)
"""The readers by the ending of the file's name; each is loaded when it is used."""


class TakTerbaca(Exception):
    """Says in Indonesian, in whole sentences, why a file gives nothing and what can be done."""


def baca(berkas: Path) -> Dokumen:
    """Read a file of any known kind. Raises TakTerbaca."""
    ke = PEMBACA.get(berkas.suffix.lower())
    if ke is None:
        kenal = ", ".join(sorted(PEMBACA))
        raise TakTerbaca(f"Jenis berkas ini tidak dikenal; yang dibaca: {kenal}.")
    try:
        ukuran = berkas.stat().st_size
    except OSError as error:
        raise TakTerbaca("Berkas ini tidak ada atau tidak dapat dibuka.") from error
    if ukuran > MAX_BYTES:
        raise TakTerbaca(terlalu_besar(ukuran))
    modul, _, nama = ke.partition(":")
    try:
        fungsi = cast(Callable[[Path], Dokumen], getattr(import_module(modul), nama))
    except ModuleNotFoundError as error:
        raise TakTerbaca(
            f"Paket {error.name} belum terpasang; pasang dengan: pip install {error.name}"
        ) from error
    return fungsi(berkas)


def terlalu_besar(ukuran: int) -> str:
    """Say that a file is too large."""
    return (
        f"Berkas ini {ukuran // 1024 // 1024} MB; paling besar {MAX_BYTES // 1024 // 1024} MB. "
        "Pecah berkasnya, atau simpan lagi tanpa gambar pindaian."
    )
