"""What differs between two handbooks, as values: which steps belong together, and what about them changed.

Values that differ are not copied here. A fact names the field and the two places, and whoever shows it
reads the words from the models of the two sides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from buku_sop.analysis.alur.waktu import TotalWaktu
from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan
from buku_sop.model import Bilangan, Handbook, Sop


class Jenis(StrEnum):
    """What became of a step, a lane or an SOP."""

    SAMA = "sama"
    BARU = "baru"
    DIHAPUS = "dihapus"
    DIUBAH = "diubah"
    DIPECAH = "dipecah"
    """One step became several."""
    DIGABUNG = "digabung"
    """Several steps became one."""


@dataclass(frozen=True, slots=True)
class PerubahanWaktu:
    """How much longer or shorter something takes, in working minutes of the office (`Durasi.setara`).

    Of a range, its longest time counts.
    """

    sebelum: Bilangan
    sesudah: Bilangan

    @property
    def selisih(self) -> Bilangan:
        """Minutes gained (negative) or lost."""
        return self.sesudah - self.sebelum

    @property
    def persen(self) -> Fraction | None:
        """The difference in percent of the time before; None where that was zero."""
        return Fraction(self.selisih * 100) / self.sebelum if self.sebelum else None


@dataclass(frozen=True, slots=True)
class BedaLangkah:
    """A step on both sides, or on one. Positions count from 0."""

    sebelum: tuple[int, ...]
    """Its step before; several where steps were joined, none for a new step."""
    sesudah: tuple[int, ...]
    """Its step now; several where it was split, none for a removed step."""
    dipindah: bool = False
    """Whether it stands in another order among the steps that both sides have."""
    bidang: tuple[str, ...] = ()
    """The fields that changed, by their names in the model; `id`s and notes of form do not count."""
    waktu: PerubahanWaktu | None = None
    """Where both times are known and differ."""
    jalan: tuple[tuple[int, int], ...] = ()
    """The ways out that mean the same on both sides, whatever number their goals have now: positions before
    and now among all of the step, branches first (`jalan_tertulis`)."""

    @property
    def jenis(self) -> Jenis:
        """What became of the step, apart from where it stands."""
        if not self.sebelum:
            return Jenis.BARU
        if not self.sesudah:
            return Jenis.DIHAPUS
        if len(self.sesudah) > 1:
            return Jenis.DIPECAH
        if len(self.sebelum) > 1:
            return Jenis.DIGABUNG
        return Jenis.DIUBAH if self.bidang else Jenis.SAMA

    @property
    def berubah(self) -> bool:
        """Whether there is anything to tell."""
        return self.dipindah or self.jenis is not Jenis.SAMA


@dataclass(frozen=True, slots=True)
class BedaPelaksana:
    """A lane that was added, removed or renamed; an empty label on the side where it is not."""

    sebelum: str
    sesudah: str


@dataclass(frozen=True, slots=True)
class BedaDaftar:
    """A list of texts that changed, such as the legal basis."""

    bidang: str
    dibuang: tuple[str, ...] = ()
    ditambah: tuple[str, ...] = ()
    diubah: tuple[tuple[str, str], ...] = ()
    """Items that were reworded, with both wordings."""

    @property
    def urutan(self) -> bool:
        """Whether nothing but the order changed."""
        return not (self.dibuang or self.ditambah or self.diubah)


@dataclass(frozen=True, slots=True)
class BedaProsedur:
    """A table of steps on both sides, or on one. Positions count from 0."""

    sebelum: int | None
    sesudah: int | None
    isian: tuple[str, ...] = ()
    """`judul`, `satuan_waktu` and `catatan`, where they changed."""
    pelaksana: tuple[BedaPelaksana, ...] = ()
    urutan_pelaksana: bool = False
    """Whether the lanes of both sides stand in another order."""
    langkah: tuple[BedaLangkah, ...] = ()
    """Every step, also those without a difference: now's order, removed ones where they stood."""

    @property
    def berubah(self) -> bool:
        """Whether there is anything to tell."""
        if self.sebelum is None or self.sesudah is None:
            return True
        lain = self.isian or self.pelaksana or self.urutan_pelaksana
        return bool(lain) or any(x.berubah for x in self.langkah)


@dataclass(frozen=True, slots=True)
class BedaTotal:
    """Time before and after; None on the side where the role or SOP is not."""

    sebelum: TotalWaktu | None
    sesudah: TotalWaktu | None
    waktu: PerubahanWaktu | None = None
    """Where something was counted on both sides and differs."""


@dataclass(frozen=True, slots=True)
class BedaPeran:
    """The time of one role in all tables of an SOP."""

    sebelum: str
    """Its label before; empty for a role that is new."""
    sesudah: str
    total: BedaTotal


class NasibTautan(StrEnum):
    """What became of a reference that is written on both sides."""

    PUTUS = "putus"
    """It led to an SOP and does not any more."""
    TERSAMBUNG = "tersambung"
    """It leads to an SOP and did not before."""
    BERALIH = "beralih"
    """It leads to another SOP than before."""


@dataclass(frozen=True, slots=True)
class BedaTautan:
    """A reference of an SOP whose goal changed, in the writer's words now."""

    teks: str
    nasib: NasibTautan
    sebelum: str = ""
    """Id of the SOP it led to, with the name of its handbook where that is another one."""
    sesudah: str = ""


class NasibKonfirmasi(StrEnum):
    """What became of a mark that something is doubtful."""

    DIKONFIRMASI = "dikonfirmasi"
    """It is gone: the office vouches for the field, as it was or as it is now."""
    DITANDAI = "ditandai"
    """It is new."""
    ALASAN = "alasan"
    """It has another reason."""


@dataclass(frozen=True, slots=True)
class BedaKonfirmasi:
    """A mark of `perlu_konfirmasi` that changed, on something that both sides have."""

    bidang: str
    nasib: NasibKonfirmasi
    alasan: str = ""
    """Its reason; of old where it is gone."""
    prosedur: int | None = None
    langkah: int | None = None
    """Positions now of the marked step, from 0; None for a field of the SOP or of its worksheet."""
    diubah: bool = False
    """Whether the marked field changed as well."""
    lembar_kerja: bool = False
    """Whether it is a field of the worksheet."""


class AlasanDampak(StrEnum):
    """Why a change concerns another SOP."""

    MERUJUK = "merujuk"
    """It refers, or referred, to the SOP that changed."""
    MEMERLUKAN = "memerlukan"
    """It needs a document that no step makes any more."""


@dataclass(frozen=True, slots=True, order=True)
class Dampak:
    """Another SOP that a change concerns."""

    sop: str
    alasan: AlasanDampak
    dokumen: str = ""


@dataclass(frozen=True, slots=True)
class BedaSop:
    """An SOP on both sides, or on one."""

    sebelum: Sop | None
    sesudah: Sop | None
    isian: tuple[str, ...] = ()
    """Single fields that changed, with dots for parts: `nomor`, `disahkan_oleh.nama`."""
    daftar: tuple[BedaDaftar, ...] = ()
    prosedur: tuple[BedaProsedur, ...] = ()
    total: BedaTotal = BedaTotal(None, None)
    peran: tuple[BedaPeran, ...] = ()
    """Every role, also those without a difference, in the order of the lanes now."""
    tautan: tuple[BedaTautan, ...] = ()
    dirujuk_hilang: tuple[str, ...] = ()
    """Ids of SOPs that referred to it and do not any more."""
    dirujuk_baru: tuple[str, ...] = ()
    dampak: tuple[Dampak, ...] = ()
    konfirmasi: tuple[BedaKonfirmasi, ...] = ()

    @property
    def sop(self) -> Sop:
        """The SOP as it is now, or as it was."""
        sop = self.sesudah or self.sebelum
        assert sop is not None
        return sop

    @property
    def id(self) -> str:
        """The id now, or of old."""
        return self.sop.id

    @property
    def jenis(self) -> Jenis:
        """Whether it is new, gone or different."""
        if self.sebelum is None:
            return Jenis.BARU
        return Jenis.DIHAPUS if self.sesudah is None else Jenis.DIUBAH

    @property
    def pindah_id(self) -> bool:
        """Whether its file was renamed or moved to another office."""
        return bool(self.sebelum and self.sesudah and self.sebelum.id != self.sesudah.id)

    @property
    def prosedur_berubah(self) -> bool:
        """Whether what people are to do changed, as against its identity."""
        return any(p.berubah for p in self.prosedur)

    @property
    def isi_berubah(self) -> bool:
        """Whether its own text changed, as against what leads to it or from it."""
        return bool(
            self.jenis is not Jenis.DIUBAH
            or self.pindah_id
            or self.isian
            or self.daftar
            or self.prosedur_berubah
        )

    @property
    def berubah(self) -> bool:
        """Whether there is anything to tell."""
        sekitar = self.tautan or self.dirujuk_hilang or self.dirujuk_baru
        return bool(self.isi_berubah or self.konfirmasi or sekitar)


@dataclass(frozen=True, slots=True)
class BedaInstansi:
    """An office that was added, removed, or whose own data changed."""

    id: str
    jenis: Jenis
    isian: tuple[str, ...] = ()
    daftar: tuple[BedaDaftar, ...] = ()


@dataclass(frozen=True, slots=True)
class Beda:
    """All that differs between two handbooks."""

    sebelum: Handbook
    sesudah: Handbook
    instansi: tuple[BedaInstansi, ...] = ()
    sop: tuple[BedaSop, ...] = ()
    """Only those that differ, by id."""
    tak_terbanding: tuple[str, ...] = ()
    """Ids of SOPs that could not be read on one side or both."""
    keterkaitan_sebelum: Keterkaitan | None = None
    keterkaitan_sesudah: Keterkaitan | None = None
    nama_baru: Mapping[str, str] | None = None
    """Ids of SOPs whose file was renamed, from old to new."""

    @property
    def ada(self) -> bool:
        """Whether the two differ at all, as far as they could be read."""
        return bool(self.instansi or self.sop)
