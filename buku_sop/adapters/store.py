"""What was printed, from what: a PDF is made again only when its data, the template or the fonts changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from buku_sop.adapters.whole_files import write_whole


@dataclass(slots=True)
class PdfRecord:
    """A printed PDF, without what is in it."""

    kunci: str
    """Hash of everything that it was made from."""
    digest: str
    """Hash of its bytes."""
    isi: str = ""
    """Hash of the finished sheet that it shows, which the book takes over; empty where nothing is kept."""
    diganti: list[str] = field(default_factory=list)
    """Characters that could not be printed."""
    kabar: str = ""
    """What else the office should know."""
    halaman: int = 1
    """Its pages."""
    keadaan: list[list[int]] = field(default_factory=list)
    """Size in bytes and time of writing in ns of its files when they were last known to be right."""


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
    """The records of a folder of PDFs, one file for each, so that they can be written in parallel.

    A PDF is not read to see whether it is still the one that was printed: its size and the time of its last change
    tell, and only where these are others its bytes do.
    """

    def __init__(self, folder: Path, ekor: str = "pdf") -> None:
        """`ekor` is how the names of its files end, where they are no PDFs."""
        self.folder, self.ekor = folder, ekor

    def _catatan(self, nama: str) -> Path:
        return self.folder / ".catatan" / f"{nama}.json"

    def pdf(self, nama: str) -> Path:
        """Return where a PDF lies."""
        return self.folder / f"{nama}.{self.ekor}"

    def isi(self, nama: str) -> Path:
        """Return where the finished sheet lies that a PDF shows."""
        return self.folder / ".isi" / f"{nama}.json"

    def baca(self, nama: str, kunci: str) -> PdfRecord | None:
        """Return the record of a PDF that is still right; None when it must be printed."""
        try:
            catatan = PdfRecord(**json.loads(self._catatan(nama).read_bytes()))
            if catatan.kunci == kunci and self._utuh(nama, catatan):
                return catatan
        except (OSError, ValueError, TypeError):
            pass
        return None

    def _utuh(self, nama: str, catatan: PdfRecord) -> bool:
        """Whether the files of a record are those that were written; raises OSError where one is not there."""
        kini = self._keadaan(nama, catatan)
        if kini == catatan.keadaan:
            return True
        if catatan.digest != digest(self.pdf(nama).read_bytes()):
            return False
        if catatan.isi and catatan.isi != digest(self.isi(nama).read_bytes()):
            return False
        self._catat(nama, replace(catatan, keadaan=kini))
        return True

    def _keadaan(self, nama: str, catatan: PdfRecord) -> list[list[int]]:
        berkas = (self.pdf(nama), self.isi(nama)) if catatan.isi else (self.pdf(nama),)
        return [[s.st_size, s.st_mtime_ns] for s in map(Path.stat, berkas)]

    def _catat(self, nama: str, catatan: PdfRecord) -> None:
        write_whole(self._catatan(nama), json.dumps(asdict(catatan), sort_keys=True).encode())

    def simpan(self, nama: str, pdf: bytes, catatan: PdfRecord, isi: bytes = b"") -> PdfRecord:
        """Write a PDF, what it shows, and its record; whoever reads meanwhile sees the old or the new one."""
        if catatan.isi:
            write_whole(self.isi(nama), isi)
        write_whole(self.pdf(nama), pdf)
        return self._jadikan(nama, catatan)

    def terima(self, nama: str, pdf: Path, catatan: PdfRecord) -> PdfRecord:
        """Take over a PDF that was written into `sementara`, with its record."""
        pdf.replace(self.pdf(nama))
        return self._jadikan(nama, catatan)

    def _jadikan(self, nama: str, catatan: PdfRecord) -> PdfRecord:
        catatan = replace(catatan, keadaan=self._keadaan(nama, catatan))
        self._catat(nama, catatan)
        return catatan

    def sementara(self, nama: str) -> Path:
        """Return where a PDF may be written before it takes the place of an older one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / f".tulis-{nama.replace('/', '-')}"

    def buang(self, nama: Iterable[str]) -> None:
        """Remove PDFs that are no more, with their records."""
        for n in nama:
            for berkas in (self.pdf(n), self.isi(n), self._catatan(n)):
                berkas.unlink(missing_ok=True)

    def buang_selain(self, nama: Iterable[str]) -> None:
        """Remove PDFs of SOPs that are no more."""
        tetap = {self.pdf(n) for n in nama}
        ada = sorted(self.folder.rglob(f"*.{self.ekor}"))
        self.buang(
            pdf.relative_to(self.folder).with_suffix("").as_posix()
            for pdf in ada
            if pdf not in tetap
        )
