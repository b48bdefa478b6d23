"""The form in which an office prints its SOPs: its head, its sections, its signatures. Data, never code.

SOP-AP, the form of PermenPANRB 35/2012, has a template of its own and is no value of this kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from buku_sop.model.pilihan_lembar import ArahKertas

SOP_AP = "sop-ap"
"""The name of the form that an office has unless it chooses another."""


class Susunan(StrEnum):
    """How the sections stand."""

    KOLOM = "kolom"
    """As rows of a table: the title left, its text right."""
    TEKS = "teks"
    """Below each other, each under its title."""


class CaraProsedur(StrEnum):
    """How a section shows the procedure."""

    DAFTAR = "daftar"
    """As a numbered list."""
    TABEL = "tabel"
    """As a table of those columns that are filled."""
    BAGAN = "bagan"
    """As a drawing of the flow (*bagan alir*)."""


class BagianPejabat(StrEnum):
    """What a cell shows of an official."""

    TANGGAL = "tanggal"
    JABATAN = "jabatan"
    RUANG = "ruang"
    """Room for a signature."""
    NAMA = "nama"
    NIP = "nip"


class LogoKepala(StrEnum):
    """Which logo a cell of a head shows."""

    INSTANSI = "instansi"
    KEDUA = "kedua"


class Letak(StrEnum):
    """On which side of a cell its words stand."""

    KIRI = "kiri"
    TENGAH = "tengah"


ISIAN_HALAMAN = "halaman"
"""Stands in a head for the page and how many there are."""
ISIAN_INSTANSI = ("instansi", "nama_pendek", "pemerintah", "alamat")
"""What a head may show of the office, beside its letterhead (`kop`)."""
SEMUA_PEJABAT = tuple(BagianPejabat)


@dataclass(frozen=True, slots=True)
class SelKepala:
    """A cell of a head: words of the form, a field with its label, a logo, or officials."""

    teks: str = ""
    isian: tuple[str, ...] = ()
    """Fields of the SOP or the office; the first that is filled is shown."""
    logo: LogoKepala | None = None
    pejabat: str = ""
    """The field of the officials that are shown."""
    bagian: tuple[BagianPejabat, ...] = SEMUA_PEJABAT
    label: str = ""
    tumpuk: bool = False
    """Whether the label stands above the value rather than before it."""
    kolom: int = 1
    """How many columns it takes."""
    baris: int = 1
    """How many rows it takes."""
    tebal: bool = False
    kapital: bool = False
    huruf: float = 0.0
    """Size of its letters in pt; 0 for those of the sheet."""
    letak: Letak = Letak.TENGAH


@dataclass(frozen=True, slots=True)
class KepalaBentuk:
    """A head: cells in rows, as in a table."""

    kolom: tuple[float, ...] = ()
    """The widths of its columns, of which only the proportion counts."""
    baris: tuple[tuple[SelKepala, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class BagianBentuk:
    """A section of a form."""

    judul: str
    dari: tuple[str, ...] = ()
    """What it holds: fields of the SOP, and titles of its free sections; its own title always counts."""
    prosedur: CaraProsedur | None = None
    """How it shows the procedure; None where it does not."""
    wajib: bool = False
    """Whether it is printed, and missed, where an SOP has nothing for it."""


@dataclass(frozen=True, slots=True)
class PengesahanBentuk:
    """A box of the row of signatures."""

    pejabat: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class BentukLembar:
    """A form of printed SOPs."""

    id: str
    nama: str
    arah: ArahKertas = ArahKertas.POTRET
    susunan: Susunan = Susunan.TEKS
    huruf: float = 11.0
    """Size of letters in pt."""
    bernomor: bool = True
    """Whether sections are numbered."""
    kapital: bool = False
    """Whether titles of sections are capitals."""
    kepala: KepalaBentuk = field(default_factory=KepalaBentuk)
    lanjutan: KepalaBentuk | None = None
    """The head of the pages after the first; None for none."""
    bagian: tuple[BagianBentuk, ...] = ()
    pengesahan: tuple[PengesahanBentuk, ...] = ()
    """The row of signatures at the end; empty where the head has them."""
    istilah: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What this form calls the fields, unless the office says otherwise."""
