"""Standard times added up: of a procedure, of an SOP, of what one role does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from buku_sop.model import KeadaanWaktu, Langkah, Prosedur, Rentang


@dataclass(frozen=True, slots=True)
class TotalWaktu:
    """The sum of the standard times of some steps, and how many of them it could not count."""

    rentang: Rentang = field(default_factory=Rentang)
    """From the sum of the shortest times to that of the longest, on both clocks."""
    langkah: int = 0
    """Steps looked at, with and without a time."""
    tanpa_waktu: int = 0
    """Steps whose cell is empty."""
    sesuai_kebutuhan: int = 0
    """Steps whose time depends; they add nothing to `rentang`."""
    tak_terbaca: int = 0
    """Steps whose words say no time that could be read."""

    @property
    def terhitung(self) -> int:
        """Steps whose time is in `rentang`."""
        return self.langkah - self.tanpa_waktu - self.sesuai_kebutuhan - self.tak_terbaca


def jumlah_waktu(langkah: Iterable[Langkah]) -> TotalWaktu:
    """Add the times of steps, each once, as the table lists them.

    Nothing is guessed about the way through the table: both branches of a decision count, a return does
    not count twice, and an optional step counts like any other.
    """
    semua = tuple(langkah)
    keadaan = Counter(satu.waktu.keadaan for satu in semua)
    return TotalWaktu(
        rentang=sum((satu.waktu.rentang for satu in semua), start=Rentang()),
        langkah=len(semua),
        tanpa_waktu=keadaan[KeadaanWaktu.KOSONG],
        sesuai_kebutuhan=keadaan[KeadaanWaktu.SESUAI_KEBUTUHAN],
        tak_terbaca=keadaan[KeadaanWaktu.TAK_TERBACA],
    )


def per_pelaksana(prosedur: Prosedur) -> dict[str, TotalWaktu]:
    """Return what each lane's steps take, in the order of the lanes, idle lanes included.

    A step with several lanes counts in full for each: the documents do not say how they share it.
    """
    milik: dict[str, list[Langkah]] = {p.id: [] for p in prosedur.pelaksana}
    for langkah in prosedur.langkah:
        for lane in langkah.pelaksana:
            milik.setdefault(lane, []).append(langkah)
    return {lane: jumlah_waktu(langkah) for lane, langkah in milik.items()}
