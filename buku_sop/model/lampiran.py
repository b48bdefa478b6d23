"""Files of an office's folder that belong to an SOP: its annexes, and the copy that was signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Lampiran:
    """A form, picture or document that belongs to an SOP."""

    berkas: str
    """Its name below the office's folder, with `/` behind a folder."""
    judul: str = ""
    """What readers see instead of the name."""
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class SalinanBertandaTangan:
    """The signed copy of an SOP."""

    berkas: str
    tanggal: date | None = None
    """The day on which it was signed."""
    revisi: str = ""
    """The "Revisi data" on the sheet that was signed."""
    terbitkan: bool = False
    """Whether the site may offer it: it shows the officials' NIP."""


@dataclass(frozen=True, slots=True)
class BerkasInstansi:
    """A file of an office's folder that may be used."""

    nama: str
    """Its name below the office's folder."""
    jenis: str
    """What it is, for readers: "PDF", "Word"."""
    ukuran: int
    """Bytes."""
