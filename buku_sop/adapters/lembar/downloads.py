"""The printed sheets as downloads of the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from buku_sop.handbook import Hasil
from buku_sop.views.dasar.alamat import pdf_buku, pdf_sop
from buku_sop.views.dasar.ukuran import tulis_ukuran

PDF_BUKU = "buku-sop.pdf"


@dataclass(frozen=True, slots=True)
class Unduhan:
    """A printed file: where it lies, where the site has it, and its size in words."""

    sumber: Path
    path: str
    ukuran: str


@dataclass(frozen=True, slots=True)
class SemuaUnduhan:
    """The sheets by SOP id, and the book where there is one."""

    lembar: dict[str, Unduhan] = field(default_factory=dict)
    buku: Unduhan | None = None
    buku_instansi: dict[str, Unduhan] = field(default_factory=dict)
    """The books of single offices that publish theirs, by office id."""
    revisi: dict[str, str] = field(default_factory=dict)
    """What the sheet of each SOP says it was printed from, so that paper and page can be compared."""

    def semua(self) -> list[Unduhan]:
        """List all files."""
        return [
            *self.lembar.values(),
            *([self.buku] if self.buku else []),
            *self.buku_instansi.values(),
        ]


def print_downloads(root: Path, hasil: Hasil, site_url: str) -> SemuaUnduhan:
    """Print what has changed, and list all that can be downloaded.

    Raises the errors of `buku_sop.adapters.lembar.printing`.
    """
    from buku_sop.adapters.lembar.printing import make_book, make_pdfs, revisi_sop

    lembar = make_pdfs(root, hasil, situs=site_url, terbit=True)
    if not lembar:
        return SemuaUnduhan()
    buku = make_book(root, hasil, situs=site_url, terbit=True)
    berbuku = [
        i.id for i in hasil.handbook.instansi if i.buku.terbitkan and hasil.handbook.milik(i.id)
    ]
    sendiri = {
        id: make_book(root, hasil, situs=site_url, terbit=True, instansi=id) for id in berbuku
    }
    return SemuaUnduhan(
        {id: _unduhan(file, pdf_sop(id)) for id, file in lembar.items()},
        _unduhan(buku, PDF_BUKU),
        {id: _unduhan(file, pdf_buku(id)) for id, file in sendiri.items()},
        revisi_sop(root, hasil),
    )


def _unduhan(file: Path, path: str) -> Unduhan:
    return Unduhan(file, path, tulis_ukuran(file.stat().st_size))
