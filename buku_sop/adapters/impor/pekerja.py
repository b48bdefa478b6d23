"""One process of an import: reads files that may be broken or hostile, and answers with drafts and pictures."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from buku_sop.adapters.impor.lembar import LembarAsal, lembar_sketsa
from buku_sop.adapters.impor.pembaca import LEWAT_PDF, TakTerbaca, baca
from buku_sop.adapters.workers import serve
from buku_sop.analysis.impor.hasil import Draf
from buku_sop.analysis.impor.kenali import kenali
from buku_sop.analysis.impor.netral import Dokumen
from buku_sop.loading.draf import bangun_draf

MEMORI = 4 * 1024**3
"""Bytes that reading one file may take, where the system can hold a process to it."""


@dataclass(frozen=True, slots=True)
class DrafBerkas:
    """A draft, and a picture of the page for each of its doubts that has a place."""

    draf: Draf
    potongan: tuple[bytes | None, ...]
    """PNG, in the order of the doubts."""
    lembar: tuple[LembarAsal, ...] = ()
    """The pages on which its steps and doubts stand."""


@dataclass(frozen=True, slots=True)
class HasilBerkas:
    """What came of a file."""

    sidik: str = ""
    """The beginning of its SHA-256."""
    halaman: int = 0
    draf: tuple[DrafBerkas, ...] = ()
    catatan: tuple[str, ...] = ()
    galat: str = ""
    """Why nothing came of it, in Indonesian; empty where something did."""


def kerjakan(berkas: Path) -> HasilBerkas:
    """Read a file and recognise what is in it; what goes wrong is told in the result."""
    try:
        with berkas.open("rb") as isi:
            sidik = _sidik(isi.read)
        with _siap(berkas) as siap:
            dokumen = replace(baca(siap), nama=berkas.name)
            draf = kenali(dokumen, bangun_draf)
            potong, lembar = _pemotong(siap, dokumen)
            return HasilBerkas(
                sidik,
                len(dokumen.halaman),
                tuple(DrafBerkas(d, potong(d), lembar(d)) for d in draf),
                dokumen.catatan,
            )
    except TakTerbaca as error:
        return HasilBerkas(galat=str(error))
    except MemoryError:
        return HasilBerkas(
            galat="Berkas ini terlalu besar untuk ingatan komputer ini. Pecah berkasnya."
        )
    except RecursionError:
        return HasilBerkas(
            galat="Isi berkas ini bersarang terlalu dalam. Simpan lagi dengan program lain, lalu impor hasilnya."
        )
    except OSError:
        return HasilBerkas(galat="Berkas ini tidak dapat dibuka.")


@contextmanager
def _siap(berkas: Path) -> Iterator[Path]:
    """Give what is read, and what pictures are taken of: the file, or the PDF that was laid out of it."""
    if berkas.suffix.lower() not in LEWAT_PDF:
        yield berkas
        return
    from buku_sop.adapters.impor.libreoffice import sebagai_pdf

    with sebagai_pdf(berkas) as jadi:
        yield jadi


def _sidik(baca_potong: Callable[[int], bytes]) -> str:
    jumlah = sha256()
    while potong := baca_potong(1 << 20):
        jumlah.update(potong)
    return jumlah.hexdigest()[:12]


def _pemotong(
    berkas: Path, dokumen: Dokumen
) -> tuple[Callable[[Draf], tuple[bytes | None, ...]], Callable[[Draf], tuple[LembarAsal, ...]]]:
    """Return what takes pictures of the places of doubts, and of pages; those of other formats than PDF are drawn."""
    if berkas.suffix.lower() != ".pdf":
        return (
            lambda draf: (None,) * len(draf.keraguan),
            lambda draf: lembar_sketsa(dokumen.halaman, _halaman(draf)),
        )
    from buku_sop.adapters.impor.potong import lembar, potong

    return (
        lambda draf: potong(berkas, [k.tempat for k in draf.keraguan]),
        lambda draf: lembar(berkas, _halaman(draf)),
    )


def _halaman(draf: Draf) -> Iterator[int]:
    """Yield the pages of a draft that are looked at: those of its rows, its doubts, its identity."""
    yield draf.halaman[0]
    yield from (b.tempat.halaman for tabel in draf.baris for b in tabel)
    yield from (k.tempat.halaman for k in draf.keraguan if k.tempat)


def _mulai(_: object) -> Callable[[Path], HasilBerkas]:
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
    return kerjakan


if __name__ == "__main__":
    # The class of the answers must be the one that the parent knows.
    from buku_sop.adapters.impor import pekerja

    serve(pekerja._mulai)
