"""Text that people typed, written for where it goes: YAML, Markdown."""

from __future__ import annotations

import json
import re

_TANDA = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&@$^=:])")


def yaml(teks: str) -> str:
    """Quote a text so that YAML reads just that, on one line."""
    aman = json.dumps(teks, ensure_ascii=False)
    return "".join(c if c.isprintable() else _lolos(c) for c in aman)


def markdown(teks: str) -> str:
    """Escape a text so that Markdown shows just that."""
    return _TANDA.sub(r"\\\1", " ".join(teks.split()))


def _lolos(c: str) -> str:
    kode = ord(c)
    return (
        f"\\x{kode:02x}" if kode < 256 else f"\\u{kode:04x}" if kode < 65536 else f"\\U{kode:08x}"
    )
