"""The zip that an Office file is: the same parts make the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_WAKTU = (1980, 1, 1, 0, 0, 0)
_AWAL = ("[Content_Types].xml", "_rels/.rels")
"""What stands first, for programs that look at the beginning of a file to know it."""


def bungkus(bagian: Mapping[str, bytes]) -> bytes:
    """Put the parts of an Office file together."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama in sorted(bagian, key=lambda n: (n not in _AWAL, n)):
            satu = zipfile.ZipInfo(nama, _WAKTU)
            satu.compress_type = zipfile.ZIP_DEFLATED
            satu.external_attr = 0o600 << 16
            arsip.writestr(satu, bagian[nama])
    return keluar.getvalue()


def buka(isi: bytes) -> dict[str, bytes]:
    """Take an Office file apart."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}
