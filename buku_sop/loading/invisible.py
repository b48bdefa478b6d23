"""Finds characters that nobody sees and that change what everybody reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from buku_sop.diagnostics import Diagnostic, Location, gabungkan
from buku_sop.loading.text import Source

_TERSEMBUNYI = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def karakter_tersembunyi(source: Source, text: str) -> Iterator[Diagnostic]:
    """Yield a warning about the values with zero-width characters or marks that turn its direction.

    `text` is what the source was read from: one that has neither such a character nor a backslash, by which
    YAML escapes one, holds none.
    """
    if "\\" not in text and not _TERSEMBUNYI.search(text):
        return
    semua = [
        (Location(source.file, node.line, node.column), {"nama": _nama(cocok[0])})
        for node in source.root.walk()
        if isinstance(node.value, str) and (cocok := _TERSEMBUNYI.search(node.value))
    ]
    if semua:
        yield gabungkan("SOP-Y009", semua)


def _nama(huruf: str) -> str:
    return f"U+{ord(huruf):04X} {unicodedata.name(huruf, '')}".strip()
