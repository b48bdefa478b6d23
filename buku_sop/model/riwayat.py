"""What happened to an SOP after it was written: revisions, monitoring, evaluations, who was told of it.

An entry holds what the form *Monitoring Pelaksanaan SOP AP* asks for (PermenPANRB 35/2012, Tabel 7) and what
offices fill in as *Evaluasi Penerapan SOP AP*.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum


class Penilaian(StrEnum):
    """The verdict of a monitoring; the form prints both."""

    BAIK = "berjalan dengan baik"
    TIDAK_BAIK = "tidak berjalan dengan baik"


@dataclass(frozen=True, slots=True)
class Jawaban:
    """The answers of an evaluation to its seven questions; None where there is none.

    The wording of the questions stands in `buku_sop.model.bidang_bagian`.
    """

    mendorong_kinerja: bool | None = None
    mudah_dipahami: bool | None = None
    mudah_dilaksanakan: bool | None = None
    peran_dijalankan: bool | None = None
    mengatasi_masalah: bool | None = None
    menjawab_kebutuhan: bool | None = None
    sinergi: bool | None = None

    @property
    def semua(self) -> dict[str, bool | None]:
        """The answers by the key of their question, in the order of the form."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    @property
    def terbuka(self) -> tuple[str, ...]:
        """The keys of the questions without answer."""
        return tuple(k for k, v in self.semua.items() if v is None)


@dataclass(frozen=True, slots=True)
class Riwayat:
    """Something that happened to the document: made, revised, monitored, evaluated, made known."""

    tanggal: date
    jenis: str
    """`pembuatan`, `revisi`, `monitoring`, `evaluasi` or `sosialisasi`."""
    catatan: str = ""
    penilaian: Penilaian | None = None
    """Of a monitoring."""
    jawaban: Jawaban = field(default_factory=Jawaban)
    """Of an evaluation."""
    tindakan: str = ""
    """What a monitoring asks to be done."""
    rekomendasi: str = ""
    """What an evaluation asks to be changed."""
    penilai: str = ""
    kepada: tuple[str, ...] = ()
    """Who was told (`sosialisasi`)."""
