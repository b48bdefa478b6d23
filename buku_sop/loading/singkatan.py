"""Abbreviations: `sop_data/singkatan.yml` for all offices, and the key `singkatan` of an `instansi.yml` for its own.

The file of all offices also says which everyday words mean what SOPs say otherwise, so that the search finds it.

```yaml
singkatan:
  SAKIP: Sistem Akuntabilitas Kinerja Instansi Pemerintah
  LKjIP: [Laporan Kinerja Instansi Pemerintah, Laporan Kinerja]
padanan:
  meeting: rapat
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import Field

from buku_sop.diagnostics import Diagnostic, diagnose
from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.fields import KamusPadanan, KamusSingkatan
from buku_sop.loading.text import Source
from buku_sop.model import Padanan, Singkatan

_KUNCI = "singkatan"
_PADANAN = "padanan"
_BUKAN_HURUF = re.compile(r"[\W_]+")


class DokumenSingkatan(Bentuk):
    """Singkatan dan padanan kata yang berlaku di semua instansi."""

    singkatan: KamusSingkatan = Field(
        default_factory=dict, description="Singkatan: kepanjangannya, atau daftar kepanjangannya."
    )
    padanan: KamusPadanan = Field(
        default_factory=dict,
        description="Kata sehari-hari: sebutannya dalam SOP, atau daftar sebutannya.",
    )


def bangun_singkatan(isi: Mapping[str, list[str]]) -> tuple[Singkatan, ...]:
    """Make the abbreviations of a dictionary, in the order of the file."""
    return tuple(Singkatan(kunci, tuple(arti)) for kunci, arti in isi.items())


def periksa_singkatan(isi: Mapping[str, list[str]], source: Source) -> Iterator[Diagnostic]:
    """Report what is written twice or the wrong way round."""
    pertama: dict[str, str] = {}
    for kunci, arti in isi.items():
        lokasi = source.locate((_KUNCI, kunci), key=True)
        sudah = pertama.setdefault(_BUKAN_HURUF.sub("", kunci.casefold()), kunci)
        if sudah != kunci:
            baris = source.locate((_KUNCI, sudah), key=True).baris
            yield diagnose("SOP-B009", lokasi, singkatan=kunci, sudah=sudah, baris=baris)
        for satu in arti:
            if len(satu) <= len(kunci):
                yield diagnose("SOP-B010", lokasi, singkatan=kunci, arti=satu)


def bangun_padanan(isi: Mapping[str, list[str]]) -> tuple[Padanan, ...]:
    """Make the everyday words of a dictionary, in the order of the file."""
    return tuple(Padanan(kunci, tuple(sebutan)) for kunci, sebutan in isi.items())


def periksa_padanan(isi: Mapping[str, list[str]], source: Source) -> Iterator[Diagnostic]:
    """Report a word that is written twice, and one that is said to mean itself."""
    pertama: dict[str, str] = {}
    for kunci, sebutan in isi.items():
        lokasi = source.locate((_PADANAN, kunci), key=True)
        sudah = pertama.setdefault(_kata(kunci), kunci)
        if sudah != kunci:
            baris = source.locate((_PADANAN, sudah), key=True).baris
            yield diagnose("SOP-B013", lokasi, kata=kunci, sudah=sudah, baris=baris)
        for satu in sebutan:
            if _kata(satu) == _kata(kunci):
                yield diagnose("SOP-B014", lokasi, kata=kunci, sebutan=satu)


def _kata(teks: str) -> str:
    """Write a word or words as the search compares them."""
    return _BUKAN_HURUF.sub(" ", teks.casefold()).strip()
