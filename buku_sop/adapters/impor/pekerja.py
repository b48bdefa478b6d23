"""One process of an import: reads files that may be broken or hostile, and answers with drafts and pictures."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from buku_sop.adapters.impor.lembar import LembarAsal, lembar_sketsa
from buku_sop.adapters.impor.pembaca import LEWAT_LAIN, TakTerbaca, baca
from buku_sop.adapters.workers import serve
from buku_sop.analysis.impor.hasil import Draf
from buku_sop.analysis.impor.kenali import kenali
from buku_sop.analysis.impor.netral import Dokumen
from buku_sop.analysis.impor.pindaian import sebab_hampa
from buku_sop.loading.draf import bangun_draf

_Bacaan = tuple[Path, Dokumen, tuple[Draf, ...]]
"""What was read in the end, as what, and what was recognised in it."""
_LEWAT_LIBREOFFICE = (
    "Gambar alurnya dibaca lewat LibreOffice, yang dapat menghilangkan panah; cocokkan dengan dokumennya, atau simpan "
    "dengan Office sebagai .{jenis}, lalu impor hasilnya."
)
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
        with ExitStack() as terbuka:
            siap, dokumen, draf = _baca(berkas, terbuka)
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


def _baca(berkas: Path, terbuka: ExitStack) -> _Bacaan:
    """Read a file, or what LibreOffice makes of it: the tables of a file without drawings, the laid out pages of one with them."""
    ke = LEWAT_LAIN.get(berkas.suffix.lower())
    if ke is None:
        return _kenali(berkas, berkas.name)
    from buku_sop.adapters.impor.libreoffice import sebagai

    hasil = _kenali(terbuka.enter_context(sebagai(berkas, ke)), berkas.name)
    if not any(h.lambang or h.sambungan for h in hasil[1].halaman):
        return hasil
    if ke == "docx":
        tertata = _kenali(terbuka.enter_context(sebagai(berkas, "pdf")), berkas.name)
        if any(d.angka.baris for d in tertata[2]):
            return tertata
    return _kenali(hasil[0], berkas.name, _LEWAT_LIBREOFFICE.format(jenis=ke))


def _kenali(siap: Path, nama: str, ragu_alur: str = "") -> _Bacaan:
    dokumen = replace(baca(siap), nama=nama, ragu_alur=ragu_alur)
    draf = kenali(dokumen, bangun_draf)
    if sebab := sebab_hampa(dokumen, draf):
        raise TakTerbaca(sebab)
    return siap, dokumen, draf


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
