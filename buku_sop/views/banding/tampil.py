"""A comparison of SOPs made ready to be shown: the same words for a page, a terminal, a comment and a program.

Everything here is plain text as people wrote it; each way of showing it escapes for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from buku_sop.analysis.banding.banding import Banding, Kemiripan
from buku_sop.model.tulisan import tulis

TANDA_MIRIP: Mapping[Kemiripan, str] = {
    Kemiripan.BUNYI_SAMA: "=",
    Kemiripan.MIRIP: "≈",
    Kemiripan.AGAK_MIRIP: "~",
    Kemiripan.SENDIRI: "•",
}
"""A sign for each likeness, so that a page full of them can be looked over."""
KOSONG = "–"
PENJELASAN = (
    "Langkah disandingkan karena mirip kata, output, pelaksana, dan urutannya. "
    "Mirip tidak berarti sama: baca langkahnya sebelum menyimpulkan."
)


@dataclass(frozen=True, slots=True)
class KolomTampil:
    """One SOP of the comparison."""

    nomor: int
    """From 1."""
    id: str
    instansi: str
    """Short name of the office; with the SOP's own name where one office has several here."""
    nama: str
    href: str
    kunci_status: str
    status: str


@dataclass(frozen=True, slots=True)
class BarisRingkas:
    """A figure, for each SOP."""

    label: str
    nilai: tuple[str, ...]
    tanda: tuple[str, ...]
    """That it is the shortest, that it is the longest, or nothing, for each SOP."""
    bidang: str = ""
    """Which field it is, where it is shown in its own way."""


@dataclass(frozen=True, slots=True)
class LangkahBanding:
    """A step in a stage."""

    nomor: str
    """Its number; with that of its procedure where there are several."""
    href: str
    kegiatan: str
    pelaksana: str
    waktu: str
    output: tuple[str, ...]
    keputusan: bool
    kemiripan: str
    tanda: str
    mirip: float
    urutan_lain: bool
    ragu: tuple[str, ...]
    """What the office has not confirmed yet, as labels of fields."""


@dataclass(frozen=True, slots=True)
class SelBanding:
    """What one SOP has in a stage."""

    langkah: tuple[LangkahBanding, ...]
    jumlah: str
    """What several steps take together; empty for one step."""
    tanda: str
    """That it is the shortest, that it is the longest, or nothing."""


@dataclass(frozen=True, slots=True)
class TahapBanding:
    """A row of comparable steps."""

    nomor: int
    jangkar: str
    nama: str
    ada: str
    """Who has it: "4 dari 4 SOP", "hanya Kantor Contoh"."""
    sendiri: bool
    beda: tuple[str, ...]
    sel: tuple[SelBanding | None, ...]


@dataclass(frozen=True, slots=True)
class MilikTampil:
    """A role, an output or a legal basis."""

    nama: str
    href: str
    jumlah: int
    ada: tuple[tuple[tuple[str, str], ...], ...]
    """For each SOP (words, address), the address may be empty; nothing where it has none."""


@dataclass(frozen=True, slots=True)
class BandingTampil:
    """A comparison, ready to be shown."""

    judul: str
    banding: Banding
    kolom: tuple[KolomTampil, ...]
    ringkas: tuple[BarisRingkas, ...]
    tahap: tuple[TahapBanding, ...]
    milik: tuple[tuple[str, str, tuple[MilikTampil, ...]], ...]
    """(field, label, what there is)."""

    @property
    def bersama(self) -> int:
        """How many stages more than one SOP has."""
        return sum(not t.sendiri for t in self.tahap)

    def ringkasan(self) -> str:
        """Say in one line what was compared."""
        return tulis(
            "banding.ringkasan", sop=len(self.kolom), tahap=len(self.tahap), bersama=self.bersama
        )

    def milik_terbagi(
        self,
    ) -> Iterator[tuple[str, str, list[MilikTampil], list[list[MilikTampil]]]]:
        """Yield for roles, outputs and legal bases: field, label, what several have, and what each SOP alone has."""
        for bidang, label, semua in self.milik:
            sendiri: list[list[MilikTampil]] = [[] for _ in self.kolom]
            for m in semua:
                if m.jumlah == 1:
                    sendiri[next(k for k, isi in enumerate(m.ada) if isi)].append(m)
            yield bidang, label, [m for m in semua if m.jumlah > 1], sendiri
