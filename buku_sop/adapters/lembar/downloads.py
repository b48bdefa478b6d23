"""The printed sheets as downloads of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from buku_sop.adapters.kemajuan import Lapor, diam
from buku_sop.handbook import Hasil
from buku_sop.model.setelan import BentukUnduhan
from buku_sop.views.dasar.alamat import path_buku, pdf_sop
from buku_sop.views.dasar.ukuran import tulis_ukuran

if TYPE_CHECKING:
    from buku_sop.adapters.lembar.printing import Volume

_DISEBUT = 3
"""Offices of a volume that are named one by one at most."""


@dataclass(frozen=True, slots=True)
class Unduhan:
    """A printed file: where it lies, where the site has it, and its size in words."""

    sumber: Path
    path: str
    ukuran: str
    isi: str = ""
    """What one of several volumes holds."""


def tautan_unduhan(semua: Iterable[Unduhan], alamat: Callable[[str], str]) -> list[dict[str, str]]:
    """Return what a page needs to offer files; `alamat` leads from it to a path of the site."""
    return [{"href": alamat(u.path), "ukuran": u.ukuran, "isi": u.isi} for u in semua]


@dataclass(frozen=True, slots=True)
class SemuaUnduhan:
    """The sheets by SOP id, and the volumes of the book where there is one."""

    lembar: dict[str, Unduhan] = field(default_factory=dict)
    buku: tuple[Unduhan, ...] = ()
    buku_instansi: dict[str, tuple[Unduhan, ...]] = field(default_factory=dict)
    """The books of single offices that publish theirs, by office id."""
    ekspor: Mapping[str, Mapping[BentukUnduhan, Unduhan]] = field(default_factory=dict)
    """What each SOP is edited with in other programs, by its id."""
    revisi: Mapping[str, str] = field(default_factory=dict)
    """What the sheet of each SOP says it was printed from, so that paper and page can be compared."""

    def semua(self) -> list[Unduhan]:
        """List all files."""
        return [
            *self.lembar.values(),
            *self.buku,
            *(satu for milik in self.ekspor.values() for satu in milik.values()),
            *(jilid for buku in self.buku_instansi.values() for jilid in buku),
        ]


def print_downloads(
    root: Path, hasil: Hasil, site_url: str, *, buku: bool = True, lapor: Lapor = diam
) -> SemuaUnduhan:
    """Print what has changed, and list all that can be downloaded; without books where they are not wanted.

    Raises the errors of `buku_sop.adapters.lembar.printing`.
    """
    from buku_sop.adapters.lembar.printing import open_print_shop, revisi_sop

    toko = open_print_shop(root, hasil, situs=site_url, terbit=True)
    lembar = toko.cetak(lapor=lapor)
    if not lembar:
        return SemuaUnduhan()
    kantor = [
        i.id for i in hasil.handbook.instansi if i.buku.terbitkan and hasil.handbook.milik(i.id)
    ]

    def cetak(instansi: str, path: Callable[[str], str]) -> tuple[Unduhan, ...]:
        jilid = toko.buku(toko.milik(instansi, lapor), instansi, lapor)
        return tuple(
            _unduhan(v.file, path(v.file.name), _isi(hasil, v) if len(jilid) > 1 else "")
            for v in jilid
        )

    return SemuaUnduhan(
        {id: _unduhan(file, pdf_sop(id)) for id, file in lembar.items()},
        cetak("", str) if buku else (),
        {id: cetak(id, partial(path_buku, id)) for id in kantor} if buku else {},
        revisi=revisi_sop(root, hasil),
    )


def _unduhan(file: Path, path: str, isi: str = "") -> Unduhan:
    return Unduhan(file, path, tulis_ukuran(file.stat().st_size), isi)


def _isi(hasil: Hasil, volume: Volume) -> str:
    """Say which offices a volume holds, and how many SOPs."""
    kantor = dict.fromkeys(id.partition("/")[0] for id in volume.sop)
    nama = [hasil.handbook.cari_instansi(i).sebutan for i in kantor]
    if len(nama) > _DISEBUT:
        nama = [f"{nama[0]} sampai {nama[-1]}"]
    return f"{', '.join(nama)}: {len(volume.sop)} SOP"
