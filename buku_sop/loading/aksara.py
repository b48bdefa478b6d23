"""Finds characters that the printed sheet cannot show, and reads which ones an office's own fonts add."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from io import BytesIO
from itertools import islice
from pathlib import Path

from buku_sop.diagnostics import Diagnostic, Location, gabungkan
from buku_sop.loading.text import Source
from buku_sop.model.aksara import FOLDER_HURUF, Aksara, huruf_hilang

AKHIRAN_HURUF = (".ttf", ".otf")
_DISEBUT = 3
"""Most characters of a value that a finding shows."""


class PemeriksaAksara:
    """Looks through values for characters without a glyph; reads the fonts of an office only where it must."""

    def __init__(self, data: Path, cari: Callable[[Path], list[Path]] | None = None) -> None:
        """`cari` finds the fonts of a folder of data: `huruf_kantor` unless said."""
        self._data, self._cari = data, cari or huruf_kantor

    @cached_property
    def _dikenal(self) -> Aksara:
        return Aksara(frozenset().union(*map(aksara_huruf, self._cari(self._data))))

    def periksa(self, source: Source, text: str) -> list[Diagnostic]:
        """Report the values with such characters as one finding. `text` is what the source was read from."""
        if "\\" not in text and (text.isascii() or not any(huruf_hilang(text, Aksara()))):
            return []
        semua = [
            (Location(source.file, node.line, node.column), {"huruf": sebut})
            for node in source.root.walk()
            if isinstance(node.value, str)
            and (sebut := _sebut([*huruf_hilang(node.value, self._dikenal)]))
        ]
        return [gabungkan("SOP-Y011", semua)] if semua else []


def _sebut(huruf: list[str]) -> str:
    semua = [f"{h} (U+{ord(h):04X})" for h in islice(huruf, _DISEBUT)]
    lebih = len(huruf) - len(semua)
    return ", ".join(semua) + (f", dan {lebih} lagi" if lebih > 0 else "")


def huruf_kantor(data: Path) -> list[Path]:
    """Return the fonts that an office put beside its data, in a folder named for that."""
    folder = data / FOLDER_HURUF
    ada = sorted(folder.iterdir()) if folder.is_dir() else []
    return [p for p in ada if p.suffix.lower() in AKHIRAN_HURUF and p.is_file()]


def aksara_huruf(berkas: Path) -> frozenset[int]:
    """Return the code points that a font has; none for a file that is no font."""
    from fontTools.ttLib import TTFont

    try:
        with TTFont(BytesIO(berkas.read_bytes()), lazy=True) as font:
            return frozenset(font.getBestCmap() or {})
    except Exception:  # whatever a file that is no font makes of its reader
        return frozenset()
