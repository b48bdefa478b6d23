"""SOP-I023: a NIP in a text, which is published as it stands; only that of an official's `nip` is held back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.model import Pejabat, Sop
from buku_sop.model.isi_teks import isi_teks
from buku_sop.model.pribadi import memuat_nip

_TULISAN = {"giliran": "pelaksana", "identifikasi_kegiatan": ""}
"""Fields of the model that the file calls otherwise; empty for what it writes without one."""
_RAHASIA = ("id", "nip")
"""Fields that are not published."""
_PISAH = "\n" * 3
"""What stands between texts that are searched together; no NIP goes over it."""


def periksa_pribadi(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Report each text with a NIP, unless the office wants them shown."""
    if not konteks.instansi(sop).tampilkan_nip and memuat_nip(_PISAH.join(isi_teks(sop, _RAHASIA))):
        yield from (Temuan("SOP-I023", jalur) for jalur, teks in _teks(sop, ()) if memuat_nip(teks))


def _teks(nilai: Any, jalur: Jalur) -> Iterator[tuple[Jalur, str]]:
    """Yield all texts of a value of the model with their places in a file, but for the field `nip`."""
    if isinstance(nilai, str):
        yield jalur, nilai
    elif isinstance(nilai, tuple):
        satu = len(nilai) == 1 and isinstance(nilai[0], Pejabat)
        for n, isi in enumerate(nilai):
            yield from _teks(isi, jalur if satu else (*jalur, n))
    elif isinstance(nilai, Mapping):
        for kunci, isi in nilai.items():
            yield from _teks(isi, (*jalur, str(kunci)))
    elif is_dataclass(nilai):
        for f in fields(nilai):
            if f.name not in _RAHASIA:
                kunci = _TULISAN.get(f.name, f.name)
                yield from _teks(getattr(nilai, f.name), (*jalur, kunci) if kunci else jalur)
