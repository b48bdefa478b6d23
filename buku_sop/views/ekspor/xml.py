"""XML as text: whatever stands in it is escaped, and what no XML may hold is replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from buku_sop.model.aksara import PENGGANTI

KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TERLARANG = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, escaped or not."""


class Xml(str):
    """A piece of XML, which is not escaped again."""

    __slots__ = ()


def bersih(teks: str) -> str:
    """Return a text without what XML cannot hold."""
    return _TERLARANG.sub(PENGGANTI, teks)


def isi(semua: Iterable[str | None]) -> Xml:
    """Put pieces together: texts are escaped, XML stays."""
    return Xml("".join(x if isinstance(x, Xml) else escape(bersih(x)) for x in semua if x))


def unsur(nama: str, *anak: str | None, **atribut: str | int | float | None) -> Xml:
    """Make an element. Attributes that are None are left out; in their names `__` stands for a colon."""
    tulis = "".join(
        f" {k.rstrip('_').replace('__', ':')}={quoteattr(bersih(str(v)))}"
        for k, v in atribut.items()
        if v is not None
    )
    dalam = isi(anak)
    return Xml(f"<{nama}{tulis}>{dalam}</{nama}>" if dalam else f"<{nama}{tulis}/>")
