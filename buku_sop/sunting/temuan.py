"""Findings in unsaved texts, as plain values with the path of the field that each is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from buku_sop.diagnostics import KODE, Diagnostic, Tingkat
from buku_sop.handbook import Hasil
from buku_sop.loading.places import Path, Source
from buku_sop.model.bidang import BIDANG_PEJABAT, LABEL
from buku_sop.sunting.letak import Tempat, letak_nilai

_URUTAN = list(Tingkat)
_ISI_YANG = re.compile(r"(?:^Isi|^Tambahkan|tambahkan baris) `(\w+):")
"""How a remedy names the field of an SOP that is not there yet."""
_KUNCI = re.compile(r"`(\w+):?`")
_SEBUTAN = {**LABEL, **{k: b.label for k, b in BIDANG_PEJABAT.items()}}
"""What the form calls each field; the name and the rank of an official are named more often than those of an SOP."""


def temuan_berkas(hasil: Hasil, data: str, berkas: str) -> Sequence[Diagnostic]:
    """Return what is found in a file; `data` is the name of the folder of the data."""
    if (id := berkas.removesuffix(".yml")) in hasil.berkas:
        return hasil.per_sop[id]
    return [d for d in hasil.diagnostics if d.lokasi.berkas == f"{data}/{berkas}"]


def tulis_temuan(diagnostics: Iterable[Diagnostic], source: Source | None) -> list[dict[str, Any]]:
    """Write findings, the gravest first."""
    letak = letak_nilai(source) if source else {}
    awal = next(iter(letak), None)
    urut = sorted(diagnostics, key=lambda d: (_URUTAN.index(d.tingkat), d.lokasi, d.kode))
    return [_satu(d, letak, awal) for d in urut]


def _jalan(d: Diagnostic, letak: Tempat, awal: tuple[int, int] | None) -> Path | None:
    """Return the path of the field that a finding is about: of one that is missing, where it is to be filled in."""
    tempat = (d.lokasi.baris, d.lokasi.kolom)
    if tempat == awal and (kurang := _ISI_YANG.search(d.petunjuk)):
        return (kurang[1],)
    return letak.get(tempat)


def _dalam_kata(petunjuk: str) -> str:
    """Call the fields that a remedy wants filled in as the form calls them, for those who do not know the file."""
    if not _ISI_YANG.search(petunjuk):
        return petunjuk
    return _KUNCI.sub(lambda k: f"“{_SEBUTAN[k[1]]}”" if k[1] in _SEBUTAN else k[0], petunjuk)


def _satu(d: Diagnostic, letak: Tempat, awal: tuple[int, int] | None) -> dict[str, Any]:
    return {
        "kode": d.kode,
        "judul": KODE[d.kode].judul,
        "tingkat": d.tingkat.value,
        "pesan": d.pesan,
        "cara": _dalam_kata(d.petunjuk),
        "berkas": d.lokasi.nama,
        "baris": d.lokasi.baris,
        "kolom": d.lokasi.kolom,
        "jalan": _jalan(d, letak, awal),
        "tempat": [
            {
                "baris": t.lokasi.baris,
                "kolom": t.lokasi.kolom,
                "teks": t.teks,
                "jalan": letak.get((t.lokasi.baris, t.lokasi.kolom)),
            }
            for t in d.tempat
        ],
    }
