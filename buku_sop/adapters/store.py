"""What was printed, from what: a PDF is made again only when its data, the template or the fonts changed."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class PdfRecord:
    """A printed PDF."""

    kunci: str
    """Hash of everything that it was made from."""
    digest: str
    """Hash of its bytes."""
    data: dict[str, Any] = field(default_factory=dict)
    """The finished sheet, for the book."""
    diganti: list[str] = field(default_factory=list)
    """Characters that could not be printed."""
    kabar: str = ""
    """What else the office should know."""
    halaman: int = 1
    """Its pages."""


def digest(*bagian: bytes | str) -> str:
    """Hash some parts, each with its length, so that no two lists of parts give the same text."""
    h = hashlib.sha256()
    for b in bagian:
        isi = b.encode() if isinstance(b, str) else b
        h.update(str(len(isi)).encode() + b":" + isi)
    return h.hexdigest()


def digest_of_files(berkas: Iterable[Path]) -> str:
    """Hash files by name and content."""
    return digest(*(x for p in berkas for x in (p.name, p.read_bytes())))


class PdfCache:
    """The records of a folder of PDFs, one file for each, so that they can be written in parallel."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _catatan(self, nama: str) -> Path:
        return self.folder / ".catatan" / f"{nama}.json"

    def pdf(self, nama: str) -> Path:
        """Return where a PDF lies."""
        return self.folder / f"{nama}.pdf"

    def baca(self, nama: str, kunci: str) -> PdfRecord | None:
        """Return the record of a PDF that is still right; None when it must be printed."""
        try:
            catatan = PdfRecord(**json.loads(self._catatan(nama).read_bytes()))
            if catatan.kunci == kunci and catatan.digest == digest(self.pdf(nama).read_bytes()):
                return catatan
        except (OSError, ValueError, TypeError):
            pass
        return None

    def simpan(self, nama: str, pdf: bytes, catatan: PdfRecord) -> None:
        """Write a PDF and its record; whoever reads meanwhile sees the old or the new one."""
        write_whole(self.pdf(nama), pdf)
        write_whole(self._catatan(nama), json.dumps(asdict(catatan), sort_keys=True).encode())

    def buang(self, nama: Iterable[str]) -> None:
        """Remove PDFs that are no more, with their records."""
        for n in nama:
            self.pdf(n).unlink(missing_ok=True)
            self._catatan(n).unlink(missing_ok=True)

    def buang_selain(self, nama: Iterable[str]) -> None:
        """Remove PDFs of SOPs that are no more."""
        tetap = {self.pdf(n) for n in nama}
        for pdf in sorted(self.folder.rglob("*.pdf")):
            if pdf not in tetap:
                pdf.unlink()
                self._catatan(pdf.relative_to(self.folder).with_suffix("").as_posix()).unlink(
                    missing_ok=True
                )


def write_whole(tujuan: Path, isi: bytes) -> None:
    """Write a file at once."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    pegangan, sementara = tempfile.mkstemp(dir=tujuan.parent, prefix=".tulis-")
    try:
        with os.fdopen(pegangan, "wb") as berkas:
            berkas.write(isi)
        Path(sementara).chmod(0o644)
        Path(sementara).replace(tujuan)
    except BaseException:
        Path(sementara).unlink(missing_ok=True)
        raise
