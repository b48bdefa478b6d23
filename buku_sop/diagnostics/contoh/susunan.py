"""How an example is written down: a file as an author would write it, with the faulty line marked.

An example shows only what it is about. What else a complete SOP has is no part of it, and stands after it in
the tests that run every example.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent
from types import MappingProxyType
from typing import Literal

Wujud = Literal["berkas", "pintasan", "dihapus"]
TANDA = " ◄"
"""Ends the faulty line, or the line that names the faulty file."""
KEPALA = "== "
"""Begins the line that names a file; what stands before the first of them is `UTAMA`."""
UTAMA = "kantor-contoh/surat-masuk.yml"
"""The file of an example that names none."""
SETELAN, RUJUKAN = "mkdocs.yml", "rujukan/"
"""The file and the folder of examples that lie beside `sop_data/`, and not in it."""


@dataclass(frozen=True, slots=True)
class Berkas:
    """A file of an example, or a folder."""

    nama: str
    """Path below `sop_data/`, or `SETELAN`, or one below `RUJUKAN`; a folder ends with `/`."""
    baris: tuple[str, ...] = ()
    tanda: int | None = None
    """The faulty line, from 1; 0 stands for the file as a whole."""
    keadaan: str = ""
    """What cannot be seen in its text, for the reader."""
    pengodean: str = "utf-8"
    ulang: int = 1
    """How often the last line stands in the real file."""
    wujud: Wujud = "berkas"
    """What there is of it: a file, a link that leads to nothing, or nothing any more."""

    @property
    def lokasi(self) -> str:
        """Its path in the project."""
        return f"sop_data/{self.nama}" if self.di_data else self.nama

    @property
    def di_data(self) -> bool:
        """Whether it lies in `sop_data/`."""
        return self.nama != SETELAN and not self.nama.startswith(RUJUKAN)

    @property
    def isi(self) -> bytes:
        """The bytes of the real file."""
        baris = (*self.baris, *self.baris[-1:] * (self.ulang - 1))
        return "".join(f"{b}\n" for b in baris).encode(self.pengodean)


Sisi = tuple[Berkas, ...]
"""The files of one side of an example."""


@dataclass(frozen=True, slots=True)
class Contoh:
    """How one code comes about, and how it looks when it is mended."""

    salah: Sisi
    benar: Sisi
    semula: Sisi
    """What both followed, for codes that compare two versions; empty for all others."""
    isi: Mapping[str, str]
    """What fills the places of the code's templates for the wrong side."""


def contoh(salah: str | Sisi, benar: str | Sisi, semula: str | Sisi = (), /, **isi: str) -> Contoh:
    """Make an example from texts in which lines are marked and files are named."""
    return Contoh(_sisi(salah), _sisi(benar), _sisi(semula), MappingProxyType(isi))


def _sisi(sisi: str | Sisi) -> Sisi:
    return baca_sisi(sisi) if isinstance(sisi, str) else sisi


def baca_sisi(teks: str) -> Sisi:
    """Cut a text into its files."""
    nama, baris, hasil = UTAMA, list[str](), list[Berkas]()
    for satu in dedent(teks).strip("\n").split("\n"):
        if satu.startswith(KEPALA):
            if baris:
                hasil.append(_berkas(nama, baris))
            nama, baris = satu.removeprefix(KEPALA), []
            if nama.removesuffix(TANDA).endswith("/"):
                hasil.append(_berkas(nama, []))
        else:
            baris.append(satu)
    return (*hasil, _berkas(nama, baris)) if baris or not hasil else tuple(hasil)


def _berkas(nama: str, baris: list[str]) -> Berkas:
    tanda = [n for n, b in enumerate((nama, *baris)) if b.endswith(TANDA)]
    polos = tuple(b.removesuffix(TANDA) for b in baris)
    return Berkas(nama.removesuffix(TANDA), polos, tanda[0] if tanda else None)
