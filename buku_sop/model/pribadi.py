"""What may not leave the office: an official's NIP, which holds a date of birth (UU 27/2022 on personal data)."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

from buku_sop.model.instansi import Instansi
from buku_sop.model.sop import Pejabat, Sop, TandaTangan

_PISAH = r"[ .\-\xa0\n]{0,2}"
_NIP = re.compile(
    r"(?<!\d)" + _PISAH.join((
        r"(?:19[3-9]|20[01])\d", "(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])",  # born
        r"(?:19[5-9]|20\d)\d", r"\d\d",  # appointed; of PPPK a code in place of the month
        "[12]", r"\d{3}",  # sex, and a number
    )) + r"(?!\d)"
)  # fmt: skip
"""The 18 figures of a NIP, however they are grouped."""


def memuat_nip(teks: str) -> bool:
    """Whether a text holds what can only be a NIP: a date of birth, one of appointment, sex and a number."""
    return _NIP.search(teks) is not None


def samarkan_nip(teks: str) -> str:
    """Return a text with dots in the place of each NIP in it."""
    return _NIP.sub("…", teks)


def tanpa_nip(sop: Sop) -> Sop:
    """Return an SOP whose officials have no NIP: what is published where the office does not want them shown."""
    isi = {f.name: getattr(sop, f.name) for f in fields(sop)}
    bersih = {k: _bersih(v) for k, v in isi.items()}
    berubah = {k: v for k, v in bersih.items() if v != isi[k]}
    return replace(sop, **berubah) if berubah else sop


def tanpa_nip_buku(instansi: Instansi) -> Instansi:
    """Return an office whose decree, which stands in its book, has no NIP."""
    sk = instansi.buku.sk
    if sk is None or not sk.nip:
        return instansi
    return replace(instansi, buku=replace(instansi.buku, sk=replace(sk, nip="")))


def _bersih(nilai: Any) -> Any:
    if isinstance(nilai, Pejabat | TandaTangan):
        return replace(nilai, nip="")
    if isinstance(nilai, tuple):
        return tuple(map(_bersih, nilai))
    return nilai
