"""All texts of a value of the model, for what looks through whole SOPs."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def isi_teks(nilai: object, kecuali: Container[str] = ()) -> list[str]:
    """Return every text of a value in order, but for those of fields named in `kecuali` and for words of enumerations."""
    hasil: list[str] = []
    _kumpul(nilai, kecuali, hasil)
    return hasil


def _kumpul(nilai: Any, kecuali: Container[str], hasil: list[str]) -> None:
    jenis = nilai.__class__
    if jenis is str:
        hasil.append(nilai)
    elif jenis is tuple:
        for satu in nilai:
            _kumpul(satu, kecuali, hasil)
    elif bidang := _bidang(jenis):
        for nama in bidang:
            if nama not in kecuali:
                satu = getattr(nilai, nama)
                if satu.__class__ is str:
                    hasil.append(satu)
                elif satu:
                    _kumpul(satu, kecuali, hasil)
    elif isinstance(nilai, Mapping):
        for satu in nilai.values():
            _kumpul(satu, kecuali, hasil)


@cache
def _bidang(jenis: type) -> tuple[str, ...]:
    """Name the fields of a class of the model; none where it is no such class."""
    return tuple(f.name for f in fields(jenis)) if is_dataclass(jenis) else ()
