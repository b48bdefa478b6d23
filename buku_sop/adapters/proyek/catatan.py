"""The record of a project: which version wrote it, in which form, and the digests of the files that are ours.

It is `.buku-sop.json` beside `mkdocs.yml`. A file whose digest is recorded is as it was written: it may be replaced. Any
other belongs to the office. A project without a record is a clone of the first release, whose data has the form 1.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

BERKAS = ".buku-sop.json"
BENTUK = 2
"""The form of data and settings that this version writes. 1: settings in `extra`, the engine beside them. 2: settings
below `plugins: buku-sop`. The data itself, `sop_data/`, reads the same in both; a form that reads otherwise gets a
number of its own here and a migration in `buku_sop.adapters.proyek.bentuk_lama`."""


class CatatanRusak(Exception):
    """The record cannot be read; its text says what to do."""


@dataclass(frozen=True, slots=True)
class Catatan:
    """What a project says of how it was written."""

    versi: str
    bentuk: int = BENTUK
    forge: str = "tidak"
    berkas: Mapping[str, str] = field(default_factory=dict)
    """Digests (SHA-256) of our files, by path."""

    def tulis(self) -> str:
        """Write it as JSON, the same bytes each time."""
        isi = {
            "_": "Ditulis program; dipakai `sop perbarui` untuk mengenali berkas yang tidak Anda ubah.",
            "versi": self.versi,
            "bentuk": self.bentuk,
            "forge": self.forge,
            "berkas": dict(sorted(self.berkas.items())),
        }
        return json.dumps(isi, ensure_ascii=False, indent=1) + "\n"


def sidik(isi: bytes) -> str:
    """Return the digest of a file; line breaks of Windows count as ours, since git may write them."""
    return hashlib.sha256(isi if b"\0" in isi else isi.replace(b"\r\n", b"\n")).hexdigest()


def baca_catatan(root: Path) -> Catatan | None:
    """Read the record of a project; None where it has none. Raises CatatanRusak."""
    try:
        isi = json.loads((root / BERKAS).read_bytes())
        berkas = {str(k): str(v) for k, v in isi["berkas"].items()}
        return Catatan(str(isi["versi"]), int(isi["bentuk"]), str(isi["forge"]), berkas)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise CatatanRusak(
            f"{BERKAS} tidak terbaca. Kembalikan dari riwayat (git checkout -- {BERKAS}), atau hapus: program lalu "
            "tidak mengganti berkas apa pun yang sudah ada."
        ) from error


def terlalu_baru(root: Path) -> str:
    """Say that a handbook was written by a newer version, whose form this one does not know; empty where not."""
    try:
        catatan = baca_catatan(root)
    except CatatanRusak:
        return ""
    if catatan is None or catatan.bentuk <= BENTUK:
        return ""
    return (
        f"Buku ini dibuat dengan versi {catatan.versi}, yang lebih baru (bentuk {catatan.bentuk}; program ini mengenal "
        f"sampai {BENTUK}). Pasang versi itu: pip install --require-hashes -r requirements.txt"
    )
