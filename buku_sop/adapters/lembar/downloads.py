"""The printed sheets as downloads of the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from buku_sop.handbook import Hasil
from buku_sop.views.dasar.alamat import path_buku, pdf_sop
from buku_sop.views.dasar.ukuran import tulis_ukuran


@dataclass(frozen=True, slots=True)
class Unduhan:
    """A printed file: where it lies, where the site has it, and its size in words."""

    sumber: Path
    path: str
    ukuran: str


@dataclass(frozen=True, slots=True)
class SemuaUnduhan:
    """The sheets by SOP id, and the volumes of the book where there is one."""

    lembar: dict[str, Unduhan] = field(default_factory=dict)
    buku: tuple[Unduhan, ...] = ()
    buku_instansi: dict[str, tuple[Unduhan, ...]] = field(default_factory=dict)
    """The books of single offices that publish theirs, by office id."""
    revisi: dict[str, str] = field(default_factory=dict)
    """What the sheet of each SOP says it was printed from, so that paper and page can be compared."""

    def semua(self) -> list[Unduhan]:
        """List all files."""
        return [
            *self.lembar.values(),
            *self.buku,
            *(jilid for buku in self.buku_instansi.values() for jilid in buku),
        ]


def print_downloads(root: Path, hasil: Hasil, site_url: str) -> SemuaUnduhan:
    """Print what has changed, and list all that can be downloaded.

    Raises the errors of `buku_sop.adapters.lembar.printing`.
    """
    from buku_sop.adapters.lembar.printing import make_books, make_pdfs, revisi_sop

    lembar = make_pdfs(root, hasil, situs=site_url, terbit=True)
    if not lembar:
        return SemuaUnduhan()
    cetak = partial(make_books, root, hasil, situs=site_url, terbit=True)
    berbuku = [
        i.id for i in hasil.handbook.instansi if i.buku.terbitkan and hasil.handbook.milik(i.id)
    ]
    return SemuaUnduhan(
        {id: _unduhan(file, pdf_sop(id)) for id, file in lembar.items()},
        tuple(_unduhan(file, file.name) for file in cetak()),
        {
            id: tuple(_unduhan(f, path_buku(id, f.name)) for f in cetak(instansi=id))
            for id in berbuku
        },
        revisi_sop(root, hasil),
    )


def _unduhan(file: Path, path: str) -> Unduhan:
    return Unduhan(file, path, tulis_ukuran(file.stat().st_size))
