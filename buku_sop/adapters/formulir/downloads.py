"""The forms that offices name, as downloads of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from buku_sop.adapters.git.versions import Sejarah
from buku_sop.adapters.lembar.downloads import Unduhan
from buku_sop.handbook import Hasil
from buku_sop.views.dasar.alamat import pdf_formulir
from buku_sop.views.dasar.ukuran import tulis_ukuran
from buku_sop.views.formulir import JUDUL

PUBLISHED = Path(".build/terbit/formulir")
"""The forms of the site. They name no officials, and hold no NIP."""


@dataclass(frozen=True, slots=True)
class UnduhanFormulir:
    """A printed form, and what it is called."""

    judul: str
    unduhan: Unduhan


@dataclass(frozen=True, slots=True)
class SemuaFormulir:
    """The forms that the site offers, by the id of the office or the SOP that each is about."""

    milik: Mapping[str, tuple[UnduhanFormulir, ...]] = field(default_factory=dict)

    def semua(self) -> Iterator[Unduhan]:
        """List all files."""
        for formulir in self.milik.values():
            yield from (f.unduhan for f in formulir)


def print_forms(root: Path, hasil: Hasil, sejarah: Sejarah) -> SemuaFormulir:
    """Print what has changed of the forms that offices name, and list them.

    Raises the errors of `buku_sop.adapters.formulir.printing`.
    """
    if not any(i.formulir for i in hasil.handbook.instansi):
        return SemuaFormulir()
    from buku_sop.adapters.formulir.printing import FormPrinter, pesanan

    semua = [
        p
        for instansi in hasil.handbook.instansi
        for jenis in instansi.formulir
        for p in pesanan(hasil, jenis, {instansi.id})
    ]
    printer = FormPrinter(root, hasil, folder=PUBLISHED, sejarah=sejarah)
    berkas = printer.cetak(semua)
    printer.gudang.buang_selain(berkas)
    milik: dict[str, list[UnduhanFormulir]] = {}
    for p in semua:
        file = berkas[p.nama]
        path = pdf_formulir(p.tentang, p.jenis.value)
        unduhan = Unduhan(file, path, tulis_ukuran(file.stat().st_size))
        milik.setdefault(p.tentang, []).append(UnduhanFormulir(JUDUL[p.jenis], unduhan))
    return SemuaFormulir({id: tuple(f) for id, f in milik.items()})
