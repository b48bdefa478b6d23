"""Findings in unsaved texts, as plain values with the path of the field that each is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from buku_sop.diagnostics import KODE, Diagnostic, Tingkat
from buku_sop.handbook import Hasil
from buku_sop.loading.places import Source
from buku_sop.sunting.letak import Tempat, letak_nilai

_URUTAN = list(Tingkat)


def temuan_berkas(hasil: Hasil, data: str, berkas: str) -> Sequence[Diagnostic]:
    """Return what is found in a file; `data` is the name of the folder of the data."""
    if (id := berkas.removesuffix(".yml")) in hasil.berkas:
        return hasil.per_sop[id]
    return [d for d in hasil.diagnostics if d.lokasi.berkas == f"{data}/{berkas}"]


def tulis_temuan(diagnostics: Iterable[Diagnostic], source: Source | None) -> list[dict[str, Any]]:
    """Write findings, the gravest first."""
    letak = letak_nilai(source) if source else {}
    urut = sorted(diagnostics, key=lambda d: (_URUTAN.index(d.tingkat), d.lokasi, d.kode))
    return [_satu(d, letak) for d in urut]


def _satu(d: Diagnostic, letak: Tempat) -> dict[str, Any]:
    return {
        "kode": d.kode,
        "judul": KODE[d.kode].judul,
        "tingkat": d.tingkat.value,
        "pesan": d.pesan,
        "cara": d.petunjuk,
        "berkas": d.lokasi.nama,
        "baris": d.lokasi.baris,
        "kolom": d.lokasi.kolom,
        "jalan": letak.get((d.lokasi.baris, d.lokasi.kolom)),
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
