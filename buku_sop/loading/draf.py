"""Writes plain values as a canonical file: what an import recognised, with a comment that says from where."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from buku_sop.loading.build import bangun_sop
from buku_sop.loading.document import DokumenSop
from buku_sop.loading.rapikan import rapikan
from buku_sop.model import Instansi, Sop

_TAK_TERLIHAT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""What a file may not hold (SOP-B): controls, and marks that turn lines around."""
_TANPA_LEBAR = re.compile("[\xad\u200b-\u200f\u2060-\u2064\ufeff]")
"""Of these what stands within words and takes no room: where a word may be parted, say."""


_POLOS = re.compile(r"[1-9]\d{0,5}|\d{4}-\d\d-\d\d", re.ASCII)


def tulis_draf(isi: Mapping[str, Any], komentar: Sequence[str]) -> str:
    """Return the text of a file with these keys and values, and comments above them.

    Raises TakDapatDirapikan where the values are no SOP.
    """
    kepala = [f"# {' '.join(_bersih(k).split())}" for k in komentar]
    badan = [f"{kunci}: {_tulis(nilai)}" for kunci, nilai in isi.items()]
    return rapikan("\n".join([*kepala, "", *badan]) + "\n", DokumenSop)


def bangun_draf(isi: Mapping[str, Any]) -> Sop | None:
    """Make the SOP that a draft says; None where it says none."""
    try:
        return bangun_sop("impor/draf", DokumenSop.model_validate(isi), Instansi("impor", "Impor"))
    except ValidationError:
        return None


def _bersih(teks: str) -> str:
    return _TAK_TERLIHAT.sub(" ", _TANPA_LEBAR.sub("", teks))


def _tulis(nilai: Any) -> str:
    """Write a value on one line, dates and small numbers without quotes."""
    if isinstance(nilai, Mapping):
        return "{" + ", ".join(f"{_tulis(str(k))}: {_tulis(v)}" for k, v in nilai.items()) + "}"
    if isinstance(nilai, (list, tuple)):
        return "[" + ", ".join(_tulis(v) for v in nilai) + "]"
    bersih = _bersih(str(nilai))
    return bersih if _POLOS.fullmatch(bersih) else json.dumps(bersih, ensure_ascii=False)
