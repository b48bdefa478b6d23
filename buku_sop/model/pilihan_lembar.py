"""What an office chooses for its printed sheets, and what one SOP chooses otherwise."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum


class NamaKertas(StrEnum):
    """Paper that offices print on."""

    A4 = "a4"
    F4 = "f4"
    LETTER = "letter"
    FOLIO = "folio"


class ArahKertas(StrEnum):
    """Which way a page lies."""

    LANSKAP = "lanskap"
    POTRET = "potret"


class RuangTandaTangan(StrEnum):
    """What is left free where an official signs."""

    BASAH = "basah"
    """Room for a signature and a stamp."""
    ELEKTRONIK = "elektronik"
    """A marked place beside the name, for the QR code of an electronic signature."""
    TIDAK = "tidak"


class SusunanTandaTangan(StrEnum):
    """How several who sign stand."""

    BARIS = "baris"
    KOLOM = "kolom"


@dataclass(frozen=True, slots=True)
class PilihanLembar:
    """The choices; None where nothing is said."""

    kertas: NamaKertas | None = None
    arah: ArahKertas | None = None
    tepi_kiri: int | None = None
    """Margins in mm."""
    tepi_kanan: int | None = None
    tepi_atas: int | None = None
    tepi_bawah: int | None = None
    tanda_tangan: RuangTandaTangan | None = None
    susunan_tanda_tangan: SusunanTandaTangan | None = None
    """None: who approves stand below each other, who sign before them beside each other."""
    kolom_kosong: bool | None = None
    """Whether Mutu Baku and Keterangan keep a column in which nothing is written; None means yes."""
    lembar_kerja: bool | None = None
    """Whether the worksheet is printed; None means yes."""
    legenda: bool | None = None
    """Whether the symbols are explained below the table."""
    jumlah_waktu: bool | None = None
    """Whether the sum of the standard times stands below a table."""
    nomor_kolom: bool | None = None
    """Whether a row "(1) (2) (3)" numbers the columns."""
    distribusi: bool | None = None
    """Whether a box says who gets the document."""

    def ditimpa(self, lain: PilihanLembar) -> PilihanLembar:
        """Return these choices with what another says put over them."""
        semua = {f.name: getattr(lain, f.name) for f in fields(self)}
        return PilihanLembar(
            **{k: getattr(self, k) if nilai is None else nilai for k, nilai in semua.items()}
        )
