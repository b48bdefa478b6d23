"""Abbreviations: `sop_data/singkatan.yml` for all offices, and the key `singkatan` of an `instansi.yml` for its own.

```yaml
singkatan:
  SAKIP: Sistem Akuntabilitas Kinerja Instansi Pemerintah
  LKjIP: [Laporan Kinerja Instansi Pemerintah, Laporan Kinerja]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import Field

from buku_sop.diagnostics import Diagnostic, diagnose
from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.fields import KamusSingkatan
from buku_sop.loading.text import Source
from buku_sop.model import Singkatan

BERKAS_SINGKATAN = "singkatan.yml"
_KUNCI = "singkatan"
_BUKAN_HURUF = re.compile(r"[\W_]+")


class DokumenSingkatan(Bentuk):
    """Singkatan yang berlaku di semua instansi."""

    singkatan: KamusSingkatan = Field(
        default_factory=dict, description="Singkatan: kepanjangannya, atau daftar kepanjangannya."
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
