"""Every doubt that a file marks, in the order of its page, with the value that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.konfirmasi import daftar_ragu
from buku_sop.loading.sunting.langkah import daftar_langkah
from buku_sop.loading.sunting.naskah import Naskah


@dataclass(frozen=True, slots=True)
class Ragu:
    """A mark of `perlu_konfirmasi`."""

    di: Path
    """The mapping that holds the mark: the SOP, a step, the worksheet."""
    bidang: str
    alasan: str
    """As it is written; empty where nobody gave one."""
    tabel: Path | None = None
    """The table of its step; None for what belongs to no step."""
    langkah: int = -1
    """The step in its table, from 0; -1 for what belongs to none."""

    @property
    def jalan(self) -> Path:
        """Where the doubtful value stands, or would stand."""
        return (*self.di, self.bidang)


def daftar_tabel(naskah: Naskah) -> tuple[Path, ...]:
    """Return the paths of the tables of an SOP: one without a name, or those of `prosedur`."""
    prosedur = naskah.isi(("prosedur",))
    if isinstance(prosedur, list):
        return tuple(("prosedur", n) for n in range(len(prosedur)))
    return ((),)


def semua_ragu(naskah: Naskah) -> tuple[Ragu, ...]:
    """Return every doubt of an SOP: about itself, then its steps, then its worksheet."""
    return tuple(_semua(naskah))


def _semua(naskah: Naskah) -> Iterator[Ragu]:
    for bidang, alasan in daftar_ragu(naskah, ()).items():
        yield Ragu((), bidang, alasan)
    for tabel in daftar_tabel(naskah):
        for n in range(len(daftar_langkah(naskah, tabel))):
            di: Path = (*tabel, "langkah", n)
            for bidang, alasan in daftar_ragu(naskah, di).items():
                yield Ragu(di, bidang, alasan, tabel, n)
    lembar: Value = naskah.isi(("lembar_kerja",))
    if isinstance(lembar, dict):
        for bidang, alasan in daftar_ragu(naskah, ("lembar_kerja",)).items():
            yield Ragu(("lembar_kerja",), bidang, alasan)
