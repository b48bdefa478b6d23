"""What was read from files of SOPs, kept between two readings of the same folder: only changed files are read again.

For a program that stays open while people write (`sop sajikan`). An SOP whose file, office and forms are the same is the
same value again, so that also what was worked out of it (`buku_sop.model.ingatan`) is still there. What outlasts a
program is kept by `buku_sop.loading.ingat_tetap`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar, cast

from buku_sop.diagnostics import Diagnostic
from buku_sop.loading.places import Source
from buku_sop.loading.sebagian import Sebagian
from buku_sop.model import Instansi, Sop
from buku_sop.model.bentuk import BentukLembar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Syarat:
    """What the reading of a file depends on."""

    isi: bytes
    """A digest of its bytes."""
    instansi: Instansi
    bentuk: Mapping[str, BentukLembar]
    """The forms that its office may choose."""
    nama: str
    """The name of the file in what is found."""


@dataclass(frozen=True, slots=True)
class BacaanSop:
    """What the file of an SOP gave."""

    sop: Sop | None
    """None where it could not be read whole."""
    source: Source | None
    diagnostics: tuple[Diagnostic, ...]
    sebagian: tuple[Sebagian, ...] = ()


class Bacaan(Protocol):
    """Where a reading of a folder finds what earlier ones gave."""

    def cari(self, path: Path, syarat: Syarat) -> BacaanSop | None:
        """Return what a file gave, where it would give the same again."""

    def simpan(self, path: Path, syarat: Syarat, bacaan: BacaanSop) -> None:
        """Keep what a file gave."""

    def buang_selain(self, tetap: set[Path]) -> None:
        """Forget files that are no more."""

    def sekali(self, path: Path, dari: object, baca: Callable[[], T]) -> T:
        """Return what `baca` makes of a file that is no SOP, perhaps from a time when it was read from the same."""


@dataclass(slots=True)
class IngatanBerkas:
    """The readings of one folder; give the same one to each reading of it."""

    bacaan: dict[Path, tuple[Syarat, BacaanSop]] = field(default_factory=dict)
    umum: dict[Path, tuple[object, object]] = field(default_factory=dict)
    """What files beside those of SOPs gave, each with what it was read from."""

    def cari(self, path: Path, syarat: Syarat) -> BacaanSop | None:
        """Return what a file gave, where it would give the same again."""
        lama = self.bacaan.get(path)
        return lama[1] if lama and lama[0] == syarat else None

    def simpan(self, path: Path, syarat: Syarat, bacaan: BacaanSop) -> None:
        """Keep what a file gave; only the newest reading of each is kept."""
        self.bacaan[path] = syarat, bacaan

    def buang_selain(self, tetap: set[Path]) -> None:
        """Forget files that are no more."""
        for path in self.bacaan.keys() - tetap:
            del self.bacaan[path]

    def sekali(self, path: Path, dari: object, baca: Callable[[], T]) -> T:
        """Return what `baca` makes of a file that is no SOP, where that was not done before `dari` the same."""
        lama = self.umum.get(path)
        if lama is None or lama[0] != dari:
            lama = self.umum[path] = dari, baca()
        return cast("T", lama[1])


def syarat_bacaan(
    isi: bytes | None, instansi: Instansi, bentuk: Mapping[str, BentukLembar], nama: str
) -> Syarat | None:
    """Return what reading a file of this digest depends on; None for one that cannot be kept."""
    return None if isi is None else Syarat(isi, instansi, bentuk, nama)
