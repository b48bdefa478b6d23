"""Finds characters that nobody sees and that change what everybody reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from buku_sop.diagnostics import Diagnostic, Location, diagnose
from buku_sop.loading.text import Source

_TERSEMBUNYI = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def karakter_tersembunyi(source: Source, text: str) -> Iterator[Diagnostic]:
    """Yield a warning for each value with zero-width characters or marks that turn its direction.

    `text` is what the source was read from: one that has neither such a character nor a backslash, by which
    YAML escapes one, holds none.
    """
    if "\\" not in text and not _TERSEMBUNYI.search(text):
        return
    for node in source.root.walk():
        if isinstance(node.value, str) and (cocok := _TERSEMBUNYI.search(node.value)):
            nama = f"U+{ord(cocok[0]):04X} {unicodedata.name(cocok[0], '')}".strip()
            yield diagnose("SOP-Y009", Location(source.file, node.line, node.column), nama=nama)
