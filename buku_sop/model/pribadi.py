"""What may not leave the office: an official's NIP, which holds a date of birth (UU 27/2022 on personal data)."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from buku_sop.model.sop import Pejabat, Sop, TandaTangan


def tanpa_nip(sop: Sop) -> Sop:
    """Return an SOP whose officials have no NIP: what is published where the office does not want them shown."""
    isi = {f.name: getattr(sop, f.name) for f in fields(sop)}
    bersih = {k: _bersih(v) for k, v in isi.items()}
    berubah = {k: v for k, v in bersih.items() if v != isi[k]}
    return replace(sop, **berubah) if berubah else sop


def _bersih(nilai: Any) -> Any:
    if isinstance(nilai, Pejabat | TandaTangan):
        return replace(nilai, nip="")
    if isinstance(nilai, tuple):
        return tuple(map(_bersih, nilai))
    return nilai
