"""Which findings about an SOP stand although its file says something that could not be read.

A finding that would vanish once the file is mended is worse than none: what depends on a value that was left
out is not judged.
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from buku_sop.analysis.temuan import Jalur
from buku_sop.model.bidang import BIDANG_SOP

_TABEL = frozenset({"prosedur", "langkah", "pelaksana", "satuan_waktu", "catatan"})
_TULISAN = frozenset({
    "kegiatan", "waktu", "kelengkapan", "output", "keterangan", "ringkas", "catatan", "satuan_waktu", "opsional",
    "perlu_konfirmasi", "judul",
})  # fmt: skip
"""Parts of a procedure that its flow does not depend on."""
_SETEMPAT = frozenset({
    "SOP-A002", "SOP-I015", "SOP-I023", "SOP-K002", "SOP-M001", "SOP-M005", "SOP-M007", "SOP-M008", "SOP-M009",
    "SOP-P010",
})  # fmt: skip
"""Codes that judge the very value at their place and nothing beside it."""
_TIDAK_PERNAH = frozenset({"SOP-K006", "SOP-P002", "SOP-P004"})
"""Codes that look at everything a file says."""


def tetap_berlaku(kode: str, jalur: Jalur, hilang: Collection[Jalur]) -> bool:
    """Tell whether a finding at a path of the file stands without the values at the paths left out."""
    if any(_bersentuhan(jalur, h) for h in hilang) or kode in _TIDAK_PERNAH or () in hilang:
        return False
    if kode in _SETEMPAT:
        return True
    dalam_tabel = [h for h in hilang if h[0] in _TABEL]
    lain = [h for h in hilang if h[0] not in _TABEL]
    keluarga = kode[4:5]
    if keluarga == "A":
        return all(_tulisan(h) for h in dalam_tabel) and all(_dikenal(h) for h in lain)
    if keluarga == "M":
        return not dalam_tabel and all(_dikenal(h) for h in lain)
    if keluarga == "K":
        return all(h[0] not in ("keterkaitan", "digantikan_oleh") and _dikenal(h) for h in lain)
    return not lain


def _bersentuhan(jalur: Jalur, hilang: Jalur) -> bool:
    pendek = min(len(jalur), len(hilang))
    return pendek > 0 and jalur[:pendek] == hilang[:pendek] and len(hilang) <= len(jalur)


def _tulisan(hilang: Jalur) -> bool:
    """Whether a value of a table is text that does not bear on the flow."""
    milik = [b for b in hilang if isinstance(b, str) and b not in ("prosedur", "langkah")]
    return bool(milik) and milik[0] in _TULISAN


def _dikenal(hilang: Jalur) -> bool:
    """Whether a value outside the tables is none of theirs: a key that is not known may be a slip for one."""
    kunci = str(hilang[0])
    return kunci in BIDANG_SOP or not get_close_matches(kunci.casefold(), _TABEL, 1, 0.6)
