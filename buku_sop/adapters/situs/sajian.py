"""What a program that shows the site live does otherwise than a build: it reads again what changed, and prints when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from buku_sop.adapters.formulir.downloads import SemuaFormulir, UnduhanFormulir
from buku_sop.adapters.lembar.downloads import SemuaUnduhan, Unduhan
from buku_sop.adapters.lembar.revisi import revisi_isi
from buku_sop.adapters.situs.bahan import Penyunting
from buku_sop.handbook import Hasil
from buku_sop.model.buku_lain import BukuLain
from buku_sop.views.dasar.alamat import pdf_formulir, pdf_sop
from buku_sop.views.formulir import JUDUL

__all__ = ["KEY", "Sajian", "formulir_nanti", "lembar_nanti"]

KEY = "sajian"
"""Under which name of `extra` it travels to the hook."""
UKURAN_NANTI = "dicetak saat diminta"
"""Stands in the place of the size of a file that is not there yet."""


@dataclass(frozen=True, slots=True)
class Sajian:
    """What the live preview brings along."""

    buka: Callable[[Path, date, tuple[BukuLain, ...]], Hasil]
    """Opens the folder of the data as it is now, beside other handbooks."""
    penyunting: Penyunting | None = None
    """What SOPs are edited with while it is shown."""


def lembar_nanti(root: Path, hasil: Hasil) -> SemuaUnduhan:
    """List the sheets that would be printed; the book is none of them."""
    lembar = {s.id: Unduhan(Path(), pdf_sop(s.id), UKURAN_NANTI) for s in hasil.handbook.sop}
    return SemuaUnduhan(lembar, revisi=_Revisi(root, hasil.berkas))


def formulir_nanti(hasil: Hasil) -> SemuaFormulir:
    """List the forms that would be printed."""
    from buku_sop.adapters.formulir.printing import pesanan

    milik: dict[str, list[UnduhanFormulir]] = {}
    for instansi in hasil.handbook.instansi:
        for jenis in instansi.formulir:
            for p in pesanan(hasil, jenis, {instansi.id}):
                unduhan = Unduhan(Path(), pdf_formulir(p.tentang, p.jenis.value), UKURAN_NANTI)
                milik.setdefault(p.tentang, []).append(UnduhanFormulir(JUDUL[p.jenis], unduhan))
    return SemuaFormulir({id: tuple(f) for id, f in milik.items()})


class _Revisi(Mapping[str, str]):
    """What the sheet of each SOP would say that it was printed from, read when it is asked for."""

    def __init__(self, root: Path, berkas: Mapping[str, str]) -> None:
        self._root, self._berkas = root, berkas

    def __getitem__(self, id: str) -> str:
        try:
            return revisi_isi((self._root / self._berkas[id]).read_bytes())
        except OSError as error:  # removed since; the page is about to say so
            raise KeyError(id) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._berkas)

    def __len__(self) -> int:
        return len(self._berkas)
