"""What can still be understood of a file that breaks its form, so that the rest of it can be judged at once.

Such an SOP is only for the checks: nothing shows, prints or compares it.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from buku_sop.loading.document import DokumenSop
from buku_sop.loading.places import Path, Source
from buku_sop.loading.pulih import Bacaan
from buku_sop.model import Sop

_PUTARAN = 8
"""Rounds of leaving out; each error costs at most as many as the file is deep."""
_TANPA_ISI = "?"
"""Stands for a required text that is not there: no word that a check could judge."""
_TEKS_WAJIB = frozenset({"nama", "kegiatan", "label", "judul"})


@dataclass(frozen=True, slots=True)
class Sebagian:
    """An SOP without what its file says in a form that cannot be read."""

    sop: Sop
    source: Source
    hilang: tuple[Path, ...]
    """The paths in the file that were left out, or that are not there."""


def pahami(data: Mapping[str, Any]) -> tuple[DokumenSop, tuple[Path, ...]] | None:
    """Read what can be read of an SOP's values, and tell what was left out; None if nothing is left."""
    isi = deepcopy(dict(data))
    hilang: dict[Path, None] = {}
    for _ in range(_PUTARAN):
        try:
            return DokumenSop.model_validate(isi), tuple(hilang)
        except ValidationError as error:
            for satu in error.errors(include_url=False, include_context=False):
                hilang[_lepas(isi, satu["loc"], kurang=satu["type"] == "missing")] = None
    return None


def hilang_oleh(error: ValidationError, bacaan: Bacaan) -> tuple[Path, ...]:
    """Return what is lost of a text that was mended: also each guess that does not fit the form."""
    salah = (
        [_jalur(bacaan.source.data, satu["loc"]) for satu in error.errors(include_url=False)]
        if bacaan.source
        else []
    )
    keliru = [k for k in bacaan.kira if any(bersentuhan(s, k) for s in salah)]
    return (*bacaan.hilang, *keliru)


def bersentuhan(satu: Path, lain: Path) -> bool:
    """Whether one of two paths leads through the other."""
    pendek = min(len(satu), len(lain))
    return satu[:pendek] == lain[:pendek]


def _lepas(isi: dict[str, Any], loc: Path, *, kurang: bool) -> Path:
    """Take the value at a place out, or fill in what is required; return its path in the file."""
    jalur = _jalur(isi, loc[:-1] if kurang else loc)
    wadah = _nilai(isi, jalur)
    if kurang and isinstance(wadah, dict):
        kunci = str(loc[-1])
        if kunci in _TEKS_WAJIB:
            wadah[kunci] = _TANPA_ISI
            return (*jalur, kunci)
    if not jalur:
        return jalur
    return _hapus(isi, jalur)


def _hapus(isi: dict[str, Any], jalur: Path) -> Path:
    """Delete a key; a step or a procedure stays as an empty one, so that the others keep their numbers."""
    while jalur:
        nomor, wakil = jalur[-1], jalur[-2] if len(jalur) > 1 else ""
        if not isinstance(nomor, int):
            break
        wadah = _nilai(isi, jalur[:-1])
        if isinstance(wadah, list) and wakil in ("langkah", "prosedur"):
            wadah[nomor] = {"kegiatan": _TANPA_ISI} if wakil == "langkah" else {}
            return jalur
        jalur = jalur[:-1]
    wadah = _nilai(isi, jalur[:-1])
    if isinstance(wadah, dict):
        if jalur[-1] in _TEKS_WAJIB and len(jalur) != 2:
            wadah[jalur[-1]] = _TANPA_ISI
        else:
            wadah.pop(jalur[-1], None)
    return jalur


def _jalur(isi: Any, loc: Path) -> Path:
    """Follow pydantic's place as far as the file goes: short forms have fewer levels than it names."""
    jalur: list[str | int] = []
    for bagian in loc:
        if _ada(isi, bagian):
            isi = isi[bagian]
            jalur.append(bagian)
        elif not isinstance(bagian, int) and bagian != "[key]":
            break
    return tuple(jalur)


def _ada(isi: Any, bagian: str | int) -> bool:
    if isinstance(isi, list):
        return isinstance(bagian, int) and bagian < len(isi)
    return isinstance(isi, dict) and bagian in isi


def _nilai(isi: Any, jalur: Path) -> Any:
    for bagian in jalur:
        isi = isi[bagian]
    return isi
