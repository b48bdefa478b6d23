"""Text inside Markdown that a forge shows: whatever it holds, it is seen as text.

Escaping for Markdown alone is not enough. GitHub, GitLab and Forgejo look through the finished page once more
and turn `@name`, `#12`, `!3`, `:tada:`, addresses and hashes of commits into links, pictures and
notifications. A word joiner, which shows nothing and breaks no line, keeps them from seeing these.
"""

from __future__ import annotations

import re

from buku_sop.views.dasar.mermaid_text import satu_baris, singkat

SAMBUNG = "\u2060"
"""The word joiner."""
_TAK_AMAN = re.compile(r"[^\w ,.()/–—“”‘’…→−\u2060-]|_")
_PEMICU = re.compile(r"[@#!$%&~^*:\[](?=[\w\"'`{:/+-])|(?<=www)\.|(?<=gh)-(?=\d)", re.IGNORECASE)
"""What makes a forge look for a name, number, symbol or address behind it."""
_HASH = re.compile(r"\b(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}\b", re.IGNORECASE)
_AWAL = re.compile(r"^(\d{1,9})([.)])|^([-+])")
"""What begins a list at the start of a line."""


def amankan_md(teks: str, batas: int = 0) -> str:
    """Escape any text for one line of Markdown or a cell of a table; shorten it to `batas` characters.

    The result holds letters, digits, plain punctuation, entities and word joiners only.
    """
    bersih = satu_baris(teks).replace(SAMBUNG, "")
    if batas:
        bersih = singkat(bersih, batas)
    bersih = _PEMICU.sub(lambda c: c[0] + SAMBUNG, bersih)
    bersih = _HASH.sub(lambda c: SAMBUNG.join(re.findall(".{1,6}", c[0])), bersih)
    aman = _TAK_AMAN.sub(lambda c: f"&#{ord(c[0])};", bersih)
    return _AWAL.sub(lambda c: f"{c[1]}&#{ord(c[2])};" if c[1] else f"&#{ord(c[3])};", aman)
